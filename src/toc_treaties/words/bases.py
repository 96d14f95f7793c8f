"""The words of legal bases: how one works, what comes first, why one is to verify, what every reader is told."""

from toc_treaties.model.vocabulary import Purpose
from toc_treaties.words.phrases import SCOPE

PURPOSE_TITLE = {
    "extradition": "Extradition",
    "mutual-legal-assistance": "Mutual legal assistance",
    "joint-investigation": "Joint investigation",
    "asset-recovery": "Asset recovery",
    "boarding": "Boarding and overflight",
}
WORKS = {
    "treaty": "A treaty on the subject; it obliges, on its terms",
    "treaty asset-recovery": "A treaty on mutual legal assistance; it obliges, on its terms",
    "title": "Obliges, on its terms",
    "widens": "Its offences are deemed included in a treaty between the two",
    "widens binds_both": "Its offences are deemed included in the treaty that binds both",
    "widens may_bind_both": "Its offences are deemed included in a treaty that may bind both",
    "widens none_here": "Its offences are deemed included in a treaty outside this register, if one binds both",
    "optional": "Optional: a requested state that needs a treaty and has none may take it as one",
    "optional binds_both": "Optional, beside the treaty, in the case that is named below",
    "recognized": "Recognized as extraditable, where no treaty binds both and neither needs one",
    "agreed": "Only if the two agree, since a treaty on the subject binds both",
    "enabling": "Needs a further agreement between the two",
    "unstated": "Neither obliges nor enables",
    "unstated boarding": "By request to the flag state",
    "title coastal": "In its waters or air space, on notice to the coastal state",
    "unstated coastal": "In its waters or air space, by authorization of the coastal state",
    "arrangement": "Arrangements under national law, which are no treaties",
}
"""How a basis works; where it turns on a treaty, or on the purpose, with that after it."""
NO_TREATY = {
    "extradition": "no treaty on extradition between the two in this register; one outside it would come first",
    "mutual-legal-assistance": (
        "no treaty on mutual legal assistance between the two in this register; one outside it would come first"
    ),
    "asset-recovery": "no treaty on mutual legal assistance between the two in this register",
}
FIRST = {
    "binds_both extradition": "A treaty on extradition binds both",
    "binds_both mutual-legal-assistance": "A treaty on mutual legal assistance binds both",
    "may_bind_both extradition": "A treaty on extradition may bind both: to verify",
    "may_bind_both mutual-legal-assistance": "A treaty on mutual legal assistance may bind both: to verify",
    "none_here extradition": "No treaty on extradition in this register; agreements and conventions in force for both",
    "none_here mutual-legal-assistance": (
        "No treaty on mutual legal assistance in this register; agreements and conventions in force for both"
    ),
    "none_here": "Agreements and conventions in force for both",
}
CONVENTIONS = {
    "conventions": "",
    "conventions extradition": "No treaty on extradition in this register",
    "conventions mutual-legal-assistance": "No treaty on mutual legal assistance in this register",
    "may_bind_both extradition": "A treaty on extradition may bind both (above)",
    "may_bind_both mutual-legal-assistance": "A treaty on mutual legal assistance may bind both (above)",
}
BESIDE = {
    "missing": "Would be in force between the two if both were parties",
    "to_verify": "May bind both; to verify",
    "terms": "Terms, statements and authorities",
}
"""What the page of two states says beside what serves for each purpose."""
RULE = {
    "title": "obliges",
    "widens": "widens",
    "optional": "optional",
    "recognized": "recognized",
    "enabling": "enabling",
}
RULE_MEANS = {
    "title": "obliges, on its terms",
    "widens": "its offences are deemed included in a treaty that certainly binds both",
    "optional": "a requested state that needs a treaty and has none may take it as one",
    "recognized": "states that need no treaty recognize its offences as extraditable",
    "enabling": "needs a further agreement",
}
STANDS = {
    "not_party": "not a party",
    "contracting": "consented, not yet in force",
    "not_known": "not known",
    "party": "party",
}
WHY = {
    "unconfirmed": "its entry into force was not seen",
    "approved": "approved; its entry into force was not seen",
    "signed_only": "one of the two, or both, signed it and was not seen to be bound",
    "undated": "the list that names it is undated",
    "seen_later": "the list that names it is later than the day asked",
    "day_not_known": "the day since which it binds both is not known exactly",
    "replaced": "another agreement took its place between the two, on a day not seen",
}
NO_DUTY = "In force between the two is no duty to grant."
FOR_EXTRADITION = (
    "For extradition the requested state's law, dual criminality, nationality and specialty apply. The optional basis "
    "comes only where no extradition treaty exists (Strategy 6.e, 6.f), Traffic in Minors 10 aside."
)
FOR_ASSISTANCE = (
    "For assistance the requested state's law and limits on use apply, and dual criminality only where the treaty or "
    "the law asks for it (Nassau Convention 5; Budapest Convention 29(3)-(4); UNTOC 18(9), UNCAC 46(9))."
)
GOVERNS = (
    "Where a bilateral or regional treaty on mutual legal assistance binds both, it governs, and UNTOC 18(9)-(29), "
    "UNCAC 46(9)-(29) and 1988 Convention 7(8)-(19) apply only if the two agree."
)
OTHERS = (
    "Other bases exist: bilateral treaties, Montevideo 1933, the Bustamante Code, regional treaties, Commonwealth "
    "schemes, reciprocity, domestic law. The list of agreements in this register is incomplete by nature."
)
ASSISTANCE = (Purpose.MUTUAL_LEGAL_ASSISTANCE, Purpose.ASSET_RECOVERY)
CAVEATS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (NO_DUTY, tuple(Purpose)),
    (FOR_EXTRADITION, (Purpose.EXTRADITION,)),
    (FOR_ASSISTANCE, ASSISTANCE),
    (GOVERNS, ASSISTANCE),
    (OTHERS, tuple(Purpose)),
)
"""What a reader is told, and for which purposes."""
OFFENCES = {**SCOPE, "cyber mutual-legal-assistance": "cyber offences; electronic evidence of any crime"}
"""What a basis reaches; where it is more for a purpose, with that after it."""
OF_KIND = {
    "regional": "Regional treaties",
    "bilateral": "Treaties between two states",
    "arrangement": "Arrangements under national law, which are no treaties",
}
"""The kinds of treaties outside the Strategy, and what is none."""
