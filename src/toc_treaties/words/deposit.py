"""The words of the sheet on a deposit: the acts, what keeps from them, when to notify, how treaties of a pair stand."""

WAY = {
    "ratify": "ratify: it has signed",
    "sign_and_ratify": "sign and ratify",
    "sign_and_ratify art": "sign (art. {article}) and ratify",
    "sign_definitively": "sign definitively",
    "sign_definitively art": "sign definitively, without reservation as to ratification (art. {article})",
    "accede": "accede",
    "accede art": "accede (art. {article})",
    "accede accepted": "accede, as the depositary has also accepted from states entitled to sign",
    "accede accepted art": "accede, as the depositary has also accepted from states entitled to sign (art. {article})",
}
"""The acts by which a state consents; with the article, where it is known; as the depositary has accepted."""
HINDRANCE = {
    "bound": "none: it has consented to be bound already",
    "not_open": "none yet: the instrument is not open to it on that day",
    "not_applicable": "none: the instrument is not open to it",
    "eligibility": "not known",
    "awaits": "none can be named, because of an act that was done before",
    "parent_not_in_force": "none yet: its parent must be in force for the state before",
    "no_clause": "none is recorded for this state: ask the depositary",
}
"""By which act a state could consent, where it cannot or where that is not known."""
MOMENT = {
    "deposit": "With the instrument",
    "signature-or-deposit": "At signature, or with the instrument",
    "later": "May be later: tied to no deposit, or also allowed afterwards",
    "": "When: not recorded here",
    "not_notified": "Asked for, without a notification",
}
"""When the text asks for a notification or declaration."""
ASKED = {
    "due": "",
    "conditional": "only of {parties}",
    "not_notified": "",
    "allowed": "may be given",
}
ORDER = {
    "treaty_first": "Come first (art. {articles} of this one)",
    "instrument_first": "Come after it (by their own art. {articles})",
    "none_first": "Bind both; no clause seen puts one of the two first",
    "widened": "Widened by it (art. {articles})",
    "sets_terms": "Set the terms, in conformity with which it applies (art. {articles})",
    "governs": "Govern; its provisions that stand in for a treaty only if the two agree (art. {articles})",
    "may_bind": "May bind both: to verify",
}
"""How earlier treaties of the pair stand to the instrument."""
NO_ADVICE = (
    "Computed from recorded clauses and acts; no legal advice. The depositary decides what it accepts and prints the "
    "day of entry into force; the treaty's text and the state's own law prevail."
)
UNTIL_THEN = "it has consented to be bound, and may not defeat the object and purpose (VCLT 18(b))"
