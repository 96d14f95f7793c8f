"""What the register does not know, as people read it."""

COUNTED = {
    "to_verify": "To verify",
    "nothing": "Of these nothing found",
    "undated": "Undated evidence",
    "days": "Day not shown",
    "older": "Older than five years",
    "clauses": "Clauses not seen",
}
"""The heads of what is counted of each instrument."""
COUNTED_MEANS = {
    "to_verify": "the evidence leaves it open how the state stands",
    "nothing": "nothing was found either way, or nobody looked yet",
    "undated": "only pages without a day were seen",
    "days": "a source shows the act, none its day",
    "older": "the newest evidence is older than five years: it proves an old act, and not that none was done since",
    "clauses": "clauses of the instrument of which a part was not seen in its text",
}
OUTSIDE_OF_IT = {
    "bilateral": ("Treaties between two states", "those that were seen; there are others"),
    "practice": ("Practice", "whether requests were made, granted or refused, and how long it took"),
    "opinions": ("Opinions", "none on how a clause is to be read; where readings differ, each stands with its source"),
    "advice": ("Legal advice", "none: ask the authority that is responsible, and the depositary"),
    "persons": ("Persons", "none are named: institutions alone"),
    "others": ("Other states", "parties outside the Americas, and territories of other states"),
}
"""What is not in the register, and what of it is."""
