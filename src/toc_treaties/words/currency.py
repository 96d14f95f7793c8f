"""How strong evidence is, and what is counted of it, as people read it."""

STRENGTH = {
    "depositary": "the depositary's own record",
    "secondary": "a secondary source",
    "day_unconfirmed": "act shown, its day not",
    "unconfirmed": "unconfirmed",
    "uncertain": "open",
    "looked_for": "looked for, nothing found either way",
    "nothing_known": "nothing known",
    "outside": "cannot join, or whether it may is not settled",
}
STRENGTH_HEAD = {
    "depositary": "Depositary",
    "secondary": "Secondary",
    "day_unconfirmed": "Day not shown",
    "unconfirmed": "Act not shown",
    "uncertain": "Open",
    "looked_for": "Not found",
    "nothing_known": "Not known",
}
"""The heads of the columns of cells."""
MEASURE_HEAD = {
    "official_text": "Official text",
    "official_listing": "Official list",
    "secondary": "Secondary",
    "named": "Name alone",
    "unconfirmed": "Not shown",
}
"""The heads of the columns of measures."""
BASIS_HEAD = {"depositary": "Depositary", "secondary": "Secondary", "unconfirmed": "Unconfirmed"}
AGE_HEAD = ("0–2", "2–5", "5–10", "10+")
"""The heads of the bands of age, in the order of the law's bounds."""
COUNTED_KIND = {
    "statement": "Statements of states",
    "invitation": "Invitations to accede",
    "designation": "Designations",
    "membership": "Memberships",
    "participation": "Part taken in the OAS",
    "agreement": "Agreements",
    "assessment": "Assessments of progress",
}
