"""The words around the pages of the site, and what these say otherwise than a command does."""

from toc_treaties.words.language import Words, spoken
from toc_treaties.words.membership import COUNTED

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
ABOUT = "What the states of the Americas have done about the treaties against transnational organized crime"
MISSING = "There is no page at this address."
LABEL = {
    "about": ABOUT,
    "skip": "Skip to the content",
    "sections": "Sections",
    "languages": "Languages",
    "trail": "Where this page lies",
    "downloads": "Download",
    "more": "More on this",
    "within": "On this page",
    "first": "One state",
    "second": "The other",
    "find": "What the two can rest a request on",
}
SIFTED = {
    "list": "List",
    "group": "Members of",
    "subregion": "Subregion",
    "standing": "Signs; show the states with",
    "show": "Show",
    "signs": "signs",
    "dates": "dates",
    "all": "all",
    "reset": "Show all again",
    "map": "On the map",
    "mapped": "The signs of one column, each state in its place",
    "shown": "States shown",
    "totals": "The totals count all states, and stand below the whole table alone.",
    "sort": "Sort by",
}
"""What a reader may choose of a matrix."""
ASPECT = {
    "brief": "Overview",
    "record": "All that is recorded",
    "checklist": "Checklist",
    "laws": "Laws and plans",
    "with": "With each other state",
    "authorities": "Authorities",
    "sources": "Sources of laws",
    "treaties": "Treaties",
    "index": "All instruments",
    "table": "Ratification table",
    "gaps": "Who has not joined",
    "agreements": "Other treaties",
    "progress": "Consents over time",
    "calendar": "Days ahead",
    "due": "Not on record",
    "worklist": "To be verified next",
    "conflicts": "Where sources disagree",
    "currency": "How current it is",
    "glossary": "Glossary",
    "limits": "What the register does not know",
    "about": "About this register",
}
"""What else there is on a thing."""
FOOT = {"": "About this register", "#cite": "How to cite it", "#report": "Report a mistake"}
"""What the foot of a page leads to, by the place on the page about the register."""
INSTEAD = {
    "Sources (in full, with what rests on each: toc-treaties sources ID)": "Sources",
    "Which page to fetch next: toc-treaties sources --worklist.": "",
    "With --all: every measure, with all that is recorded of it.": "",
    "{n} publisher more, with {measures} measures: a state's are named with --state": (
        "further publishers: {n}, with {measures} measures"
    ),
    "save the page with its table of participants as HTML, and run toc-treaties reconcile PAGE, with "
    "--as-of DAY where the page prints no day; --propose shows the edits that it gives rise to": "",
    COUNTED["all"]: "counted here as a member",
    COUNTED["participating"]: "not counted here",
}
"""What a command tells of its options, and what a reader of the site is told in its place."""


class SiteWords(Words):
    """A language as the site speaks it: no page tells of a command."""

    def _translated(self, message: str) -> str:
        return super()._translated(INSTEAD.get(message, message))

    def count(self, one: str, many: str, number: int, /, **values: object) -> str:
        """A message in the form that a number asks for; where the site says it otherwise, the number stands apart."""
        if one in INSTEAD:
            return self.say(INSTEAD[one], n=self.number(number), **values)
        return super().count(one, many, number, **values)


def on_site(language: str) -> SiteWords:
    """A language as the site speaks it."""
    return SiteWords(language, spoken(language).catalogue)
