"""What the chart of consents counts, and why it falls."""

COUNTED = {
    "all": ("{n} OAS member among the states shown.", "{n} OAS members among the states shown."),
    "participating": (
        "{n} OAS member among the states shown that undisputedly takes part.",
        "{n} OAS members among the states shown that undisputedly take part.",
    ),
}
"""Whose members: one of them, and several."""
FALLS = {
    "all": "The chart falls where a state left the treaty or the OAS.",
    "participating": "The chart falls where a state left the treaty, or no longer undisputedly took part in the OAS.",
}
"""What a fall is, by whose members are counted."""
