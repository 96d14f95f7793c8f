"""What the form says that a state fills in with its annual figures."""

from toc_treaties.words.messages import Homonym

ASKED = {"core": "asked", "if-available": "if available", "breakdown": "breakdown, if held"}
"""How a figure stands in a return, by the code of the data."""
UNIT = {
    "cases": "cases",
    "findings": "findings",
    "offence-cases": "offence-cases",
    "months": "months",
    "persons": "persons",
    "life": "life terms",
    "text": "words",
}
TERM_MEANT = {
    "min": "the shortest term",
    "median": "the median term",
    "max": "the longest term",
    "life": "how many terms for life",
    "text": "examples in words, where only these are given",
}
"""What each line of a sentence asks for."""
NOT_REPORTED = "not reported"
COLUMN = {
    "figure": "figure",
    "definition": "definition",
    "value": Homonym("value", "a column of the form, which is filled in"),
    "unit": "unit",
    "asked": Homonym("asked", "a column of the form: whether a figure must be given"),
    "note": "note",
    "state": "state",
    "year": "year",
}
"""The heads of the form by the names of its columns, by which it is read."""
SHEET = Homonym("return", "the sheet of the form with a state's annual figures")
FOOT = "Page {number} of {numbers}"
SAYS = (
    "Fill in the column value alone; everything else is locked, without a password.",
    "A whole number: that many. 0: reported as none. Empty: not reported, and what is recorded already stays.",
    "not reported: takes back a figure that had been recorded. Terms are in months.",
    "Send the file back as it is, as .xlsx.",
)
"""What stands above the form."""
