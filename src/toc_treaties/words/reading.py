"""What a newcomer is told of the signs and words of this register."""

STANDING_MEANS = {
    "party": "the state has consented to be bound, and the instrument is in force for it",
    "contracting": "the state has consented to be bound, and the instrument is not yet in force for it",
    "signatory": "the state has signed and has not consented to be bound",
    "no_action": "the state has neither signed nor consented, as far as the evidence shows",
    "withdrawn": "the state was bound, and left the instrument",
    "not_open": "the instrument is not open to the state yet",
    "not_applicable": "the instrument cannot be joined by the state",
    "no_information": "no evidence was seen either way",
}
"""What each standing means of a state under an instrument."""
BEGIN = {
    "states": "One state",
    "instruments": "One instrument",
    "pairs": "Two states",
    "measures": "One subject",
    "sources": "A source",
    "changes": "What is new",
}
"""What a reader looks for first, by the section in which it is."""
TERM = {
    "join": "Join",
    "gap": "Not joined",
    "to_verify": "To verify",
    "in_doubt": "In doubt",
    "next_step": "Next step",
    "old": "Old evidence",
    "evidence": "Evidence",
    "source": "Source",
    "as_of": "Day of a page",
    "undated": "Undated page",
    "member": "Who is a member",
    "total": "Totals",
}
TERM_MEANS = {
    "join": "to consent to be bound, by whichever act: ratification, acceptance, approval, accession, succession",
    "gap": "the state can join the instrument and has not consented to be bound",
    "to_verify": "the evidence leaves the standing open: nothing was found, or only what no source confirms",
    "in_doubt": "it is not settled whether the instrument is open to the state",
    "next_step": "the act by which the state would join, as the instrument provides: it is not advice",
    "old": "a gap that was last seen ten years ago or more: the state may have acted since",
    "evidence": "the sources behind what is said, with their oldest and newest day",
    "source": "a page that was consulted, as it stood on a day; a number leads to it, and its entry names all that "
    "rests on it",
    "as_of": "the day that a page speaks of; what is known is what the data of the revision at its foot holds",
    "undated": "a page that does not say from which day it is: it shows an act, and never that there was none since",
    "member": "those that are members of the Organization of American States on the day; a state that is none is "
    "shown for information, outside the totals, and footnotes say what is said of participation",
    "total": "how many members consented, of those that can join; 2 to 6 means that it may be either or between, "
    "since some standings are to verify; a number with {mark} says how many rest on no source that shows it",
}
"""The words of the pages, and what they mean."""
