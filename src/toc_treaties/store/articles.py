"""The one form of an article: a number, Arabic or Roman, *bis* where the treaty has it, and brackets to any depth."""

import re

from toc_treaties.store import value_faults
from toc_treaties.store.nodes import Node, Scalar
from toc_treaties.store.reading import FileReading, Schema, Unreadable, mistaken
from toc_treaties.store.scalars import TextShape

_ROMAN = "(?=[IVXLC])C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})"
_AGAIN = "(?: (?:bis|ter|quater))?"
NUMBER = f"(?:[1-9][0-9]{{0,2}}|{_ROMAN}){_AGAIN}"
ARTICLE = rf"{NUMBER}(?:\((?:[1-9][0-9]{{0,2}}|[A-Z]|[a-z]{{1,5}}){_AGAIN}\))*"
ID = "[a-z][a-z0-9-]*"
_BEFORE = r"(?i)^(?:art(?:[íi]c(?:ulo|le)|igo|icle)?s?\b\.?)\s*"
_QUOTES = str.maketrans("", "", "\"'“”‘’«»„")


class Article(TextShape):
    """An article of the instrument that the record is about."""

    form = ARTICLE
    example = "18, 18(3), 3(1)(a)(ii), XIV(2) or 21 bis"

    def read(self, node: Node, reading: FileReading) -> str | Unreadable:
        """The article as written, in the one form that is compared."""
        if not isinstance(node, Scalar):
            return mistaken(node, "an article", reading)
        if re.fullmatch(self.form, node.text):
            return node.text
        return reading.fault(
            value_faults.article_form(reading.place(node), node.text, self.example, self.suggested(node.text))
        )

    def suggested(self, text: str) -> str | None:
        """The same article in the right form, where it can be told."""
        return _suggested(text, self.form)

    def schema(self) -> Schema:
        """A string of this form; a bare number is one too."""
        return {"type": ["string", "integer"], "pattern": f"^(?:{self.form})$"}


class Clause(Article):
    """The articles of a clause: one, or several with a comma and a space between them."""

    form = f"{ARTICLE}(?:, {ARTICLE})*"


class LastArticle(Article):
    """The number of an article, without paragraphs."""

    form = NUMBER
    example = "41 or XXX"


class CitedArticle(Article):
    """An article with its instrument's id before it."""

    form = f"{ID} {ARTICLE}"
    example = "the instrument's id, a space and 18(3)"

    def suggested(self, text: str) -> str | None:
        """The id and the article, each in its form."""
        id, _, article = text.translate(_QUOTES).strip().partition(" ")
        right = _suggested(article, ARTICLE)
        return f"{id.lower()} {right}" if right and re.fullmatch(ID, id.lower()) else None


def _suggested(text: str, form: str) -> str | None:
    """A text without quotes and words, its paragraphs in brackets, where that has the form."""
    bare = re.sub(_BEFORE, "", " ".join(text.translate(_QUOTES).split())).rstrip(".")  # no expression meets two blanks
    head, *paragraphs = re.split(r" ?,? para(?:graph)?s?\.? ?|[.,/:] ?| (?=\()", bare)
    again = re.sub(r"(?i)^([0-9]+|[IVXLC]+) ?-? ?(bis|ter|quater)", lambda m: f"{m[1]} {m[2].lower()}", head)
    number, bracket, rest = again.partition("(")
    number = number if number[:1].isdigit() else re.sub(r"[ivxlc]+", lambda m: m[0].upper(), number, count=1)
    made = number + bracket + rest + "".join(p if p.startswith("(") else f"({p})" for p in paragraphs)
    return made if re.fullmatch(form, made) else None
