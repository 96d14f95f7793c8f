"""What a change of the register means: for a gap, a membership, an entry; and what entries and files are called."""

from toc_treaties.words.measures import KIND
from toc_treaties.words.phrases import ACTION, STATEMENT

CLOSES = {"urged": "closes an urged gap", "complementary": "closes a complementary gap"}
OPENS = {"urged": "opens an urged gap", "complementary": "opens a complementary gap"}
MEMBERSHIP = {"member": "member", "suspended": "member, suspended", "no_member": "not a member"}
DAY_CHANGES = {
    "consent": "consented: {before} -> {after}",
    "in_force": "in force: {before} -> {after}",
}
"""How a day is said that is otherwise though the standing reads as before."""
PART = {
    "consented": "consented",
    "gap": "gap",
    "to_verify": "to verify",
    "not_applicable": "not applicable",
    "not_open": "not open yet",
    "in_doubt": "in doubt",
}
"""The part of its list that a standing is in."""
BASIS = {
    "depositary": "the depositary's",
    "secondary": "secondary",
    "unconfirmed": "no source that shows it",
    "none": "the instrument's own words",
}
"""What a standing rests on."""
BECOMES = {
    "new": "new",
    "changed": "changed",
    "gone": "no longer there",
    "may_be_gone": "no longer there, or not read",
    "may_be_new": "new, or not read before",
}
"""What became of an entry, before what it says or said."""
ENTRY = {
    **ACTION,
    **STATEMENT,
    **KIND,
    "cell": "the key of the instrument, without an entry",
    "conflict": "what another source says",
    "route_step": "step taken under another text",
    "none_seen": "no action seen",
    "no_information": "no information",
    "invitation": "invitation to accede",
    "period": "membership",
    "participation": "participation in the OAS",
    "version": "one of the readings",
    "designation": "designation",
    "condition": "condition of a duty that the state meets",
    "assessment": "progress on a commitment",
    "contribution": "contribution",
    "return": "annual return",
    "search": "search for measures",
    "source": "source",
    "measure_source": "source",
    "topic": "topic",
    "translation": "text in other languages",
    "meeting": "meeting",
    "agreement": "agreement",
    "agreement_party": "party to an agreement",
    "replaced": "replaced between two parties",
    "precedence": "clause on other treaties",
    "serving": "articles that serve",
    "designation_due": "what an article asks for",
    "joining_path": "text through which a state may become bound",
    "instrument": "the instrument itself",
    "depositary": "depositary",
    "commitment": "commitment",
    "commitment_text": "text with commitments",
    "scale": "scale of progress",
    "statistic": "annual figure",
    "body": "body",
    "state": "the state itself",
    "states": "list of the states",
}
"""What an entry is, by the kind of act, of statement or of measure, or of the record itself."""
FILE = {
    "register.yaml": "The list of the states",
    "instruments.yaml": "Instruments",
    "depositaries.yaml": "Depositaries",
    "agreements.yaml": "Agreements",
    "meetings.yaml": "Meetings",
    "commitments.yaml": "Commitments",
    "bodies.yaml": "Bodies of the Organization",
    "statistics.yaml": "Annual figures",
    "topics.yaml": "Topics",
    "texts.yaml": "Texts in other languages",
    "sources.yaml": "Sources of the treaty register",
}
"""What the files are of that all states share."""
YES_NO = {"True": "yes", "False": "no"}
MORE_CELLS = (
    "{n} more cell changed; CSV and JSON have every one.",
    "{n} more cells changed; CSV and JSON have every one.",
)
MORE_FAULTS = ("{n} more place, in {files}; JSON has it.", "{n} more places, in {files}; JSON has every one.")
MORE_ENTRIES = (
    "{n} more, {counted}; CSV and JSON have every one.",
    "{n} more, {counted}; CSV and JSON have every one.",
)
