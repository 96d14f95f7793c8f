"""How strong evidence is, and what is counted of it, as people read it."""

STRENGTH = {
    "depositary": "the depositary's own record",
    "secondary": "a secondary source",
    "day_unconfirmed": "act shown, its day not",
    "unconfirmed": "unconfirmed",
    "uncertain": "open (undated, contradicted, or a day decides)",
    "looked_for": "looked for, nothing found either way",
    "nothing_known": "nothing known",
    "outside": "cannot join, or whether it may is not settled",
}
STRENGTH_HEAD = {
    "depositary": "Depositary",
    "secondary": "Other",
    "day_unconfirmed": "No day",
    "unconfirmed": "No act",
    "uncertain": "Open",
    "nothing": "Nothing",
    "to_verify": "Verify",
}
"""The heads of the columns of cells."""
HEAD_MEANS = {
    "depositary": "Depositary: its own record shows the act, or that there was none",
    "secondary": "Other: secondary sources alone do",
    "day_unconfirmed": "No day: a source shows the act, none its day",
    "unconfirmed": "No act: no source seen shows it",
    "uncertain": "Open: an absence on an undated page, a gap that a source contradicts, or an act whose day decides",
    "nothing": "Nothing: looked for and not found either way, or not known",
    "to_verify": "Verify: to verify, which is No act, Open and Nothing together",
}
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
