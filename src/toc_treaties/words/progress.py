"""What the chart of consents counts, and why it falls."""

COUNTED = {
    "all": (
        "{n} OAS member among the states shown.",
        "{n} OAS members among the states shown.",
        "The chart falls where a state left the treaty or the OAS.",
    ),
    "participating": (
        "{n} OAS member among the states shown that undisputedly takes part.",
        "{n} OAS members among the states shown that undisputedly take part.",
        "The chart falls where a state left the treaty, or no longer undisputedly took part in the OAS.",
    ),
}
"""Whose members: one of them, several, and what a fall is."""
