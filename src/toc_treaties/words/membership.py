"""What is said of a state's membership beside totals."""

COUNTED = {
    "page": "counted as a member in totals",
    "all": "counted here as a member (--members participating leaves it out)",
    "participating": "not counted here (--members participating)",
}
"""Whether a member that takes no part is in the totals: on a page that can leave it out, by which option."""
OUTSIDE = {
    "independence": "independent from {day}; not yet a member of the OAS",
    "possible": (
        "whether it was a member of the OAS on that day is not known; shown for information, outside the totals"
    ),
    "left": "not a member of the OAS since {day}; shown for information, outside the totals",
    "never": "not a member of the OAS; shown for information, outside the totals",
}
PERHAPS_NO_PART = {
    "both": "whether it took part in the OAS on that day is not known: it took none from {since} until {until}",
    "until": "whether it took part in the OAS on that day is not known: it took none until {until}",
    "since": "whether it took part in the OAS on that day is not known: it took none from {since} on",
}
