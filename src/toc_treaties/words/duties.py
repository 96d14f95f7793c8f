"""Words for what is asked of states and bodies, and for what they answer."""

DUTY = {
    "due": "Due",
    "conditional": "Due of some parties; whether of this one was not found",
    "not_notified": "Asked for, without a notification",
    "allowed": "May be given",
}
ADDRESSEE = {
    "member-states": "member states",
    "general-secretariat": "General Secretariat of the OAS",
    "permanent-council": "Permanent Council of the OAS",
    "committee-on-hemispheric-security": "Committee on Hemispheric Security",
    "national-points-of-contact": "Network of National Points of Contact",
}
MEASURED = {
    "status": "its status",
    "date": "a date",
    "count-per-year": "a count for each year",
    "yes-or-no": "yes or no",
}
STATUS_MEANS = {
    "no_information": (
        "No information: no assessment is recorded; strategies, laws and designations are evidence beside it."
    ),
    "on_record": "On record: it was done, with its day; how far it is carried out is not said.",
}
GROUP = {
    "cooperation": "Cooperation",
    "convictions": "Convictions",
    "sentences": "Sentences",
    "legal-persons": "Liability of legal persons",
}
TOTAL = {
    "cooperation": "Total of the four kinds, in cases",
    "convictions": "Total over the offences; a case with several counts under each",
    "legal-persons": "Total of the three kinds of liability, in findings",
}
BOX_MEANS = {
    "done": "done as far as the register shows: consented to be bound, or complete",
    "open": "to be ticked: how it stands is beside it",
    "not_applicable": "not open or not applicable to the state",
}
PARAPHRASED = "Paragraphs are given in this register's own words; the documents prevail."
"""What the texts of commitments are, in every language."""
