"""The words around the pages of the site."""

SECTION = {
    "": "Hemisphere",
    "states": "States",
    "instruments": "Instruments",
    "pairs": "Two states",
    "measures": "Laws",
    "commitments": "Commitments",
    "changes": "Changes",
    "sources": "Sources",
    "reading": "How to read this",
}
"""The sections of the site, by their addresses."""
LABEL = {
    "skip": "Skip to the content",
    "sections": "Sections",
    "languages": "Languages",
    "trail": "Where this page lies",
    "downloads": "Download",
    "more": "More on this",
}
ASPECT = {
    "record": "All that is recorded",
    "checklist": "Checklist",
    "laws": "Laws and plans",
    "with": "With each other state",
    "authorities": "Authorities",
    "progress": "Consents over time",
    "due": "Not on record",
    "worklist": "To fetch next",
    "conflicts": "Where sources disagree",
}
"""What else there is on a thing."""
