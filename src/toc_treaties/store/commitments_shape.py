"""The form of commitments, statistics and bodies, and of what states and bodies have done about them."""

from collections.abc import Callable
from typing import Any

from toc_treaties.model.assessment import (
    Assessment,
    AssessmentBasis,
    Body,
    Contribution,
    Status,
)
from toc_treaties.model.commitment import Catalogue, Commitment, Level, Scale, Statistic
from toc_treaties.model.commitment import CommitmentText as Document
from toc_treaties.model.place import Place
from toc_treaties.model.vocabulary import InstitutionRole, Language
from toc_treaties.store.articles import CitedArticle
from toc_treaties.store.common_shapes import LINE, NAMES, SOURCES
from toc_treaties.store.dates import Date, Day
from toc_treaties.store.scalars import Choice, Flag, TextShape
from toc_treaties.store.shapes import Field, Keyed, Listing, Record

LINES = Listing(TextShape())
CITED = {"source": Field(SOURCES, "sources"), "note": Field(LINE)}
YEAR = TextShape(pattern=r"\d{4}", expected="a year of four digits")


def _with_year(make: Callable[..., Any]) -> Callable[..., Any]:
    """A record whose year is a number."""
    return lambda year, **fields: make(year=int(year), **fields)


def hyphenated(enum: type[Status] | type[AssessmentBasis]) -> Choice:
    """The words of an enumeration as the files spell them, with hyphens."""
    words = [str(word).replace("_", "-") for word in enum if word not in {Status.ON_RECORD, Status.NO_INFORMATION}]
    return Choice(*words, make=lambda word: enum(word.replace("-", "_")))


ASSESSMENTS = Listing(
    Record(
        Assessment,
        "an assessment",
        {
            "commitment": Field(TextShape(), required=True),
            "status": Field(hyphenated(Status), required=True),
            "date": Field(Date(), "made", required=True),
            "basis": Field(hyphenated(AssessmentBasis), required=True),
            "mechanism": Field(TextShape()),
            "word": Field(TextShape()),
            "parts": Field(LINES),
            **CITED,
        },
    )
)
CONTRIBUTIONS = Listing(
    Record(
        _with_year(Contribution),
        "a contribution",
        {"year": Field(YEAR, required=True), "to": Field(LINE, required=True), "amount": Field(LINE), **CITED},
    )
)


_THEMES = """
asset-recovery convictions corruption cybercrime data-and-information designation drugs financing firearms follow-up
human-rights-and-gender international-cooperation law-enforcement legal-instruments money-laundering
national-strategy partnerships prevention trafficking-in-persons training witness-and-victim-protection
"""
THEMES = tuple(_THEMES.split())
"""What commitments are about."""
_FIGURES = """
mla extradition joint-investigation other-cooperation conviction-cases convicted-persons sentence
liability-criminal liability-civil liability-administrative total submission
"""
FIGURES = tuple(_FIGURES.split())
"""What annual figures count."""
KINDS = (
    "ratification",
    "capacity",
    "reporting",
    "cooperation",
    "policy",
    "legislation",
    "funding",
    "designation",
)
DOCUMENT = Keyed(
    Document,
    "the document",
    {
        "title": Field(NAMES, required=True),
        "short": Field(NAMES, required=True),
        "title_unconfirmed": Field(Listing(Choice.of(Language))),
        "reference": Field(LINE),
        "adopted": Field(Day()),
        "dated": Field(Day()),
        "status": Field(Choice("adopted", "draft"), required=True),
        **CITED,
    },
)
COMMITMENT = Keyed(
    Commitment,
    "the commitment",
    {
        "document": Field(TextShape(), required=True),
        "paragraph": Field(TextShape(), required=True),
        "addressee": Field(LINES, required=True),
        "theme": Field(Choice(*THEMES), required=True),
        "text": Field(NAMES, required=True),
        "kind": Field(Choice(*KINDS), required=True),
        "articles": Field(Listing(CitedArticle())),
        "instruments": Field(LINES),
        "measured": Field(Listing(Choice("status", "count-per-year", "date", "yes-or-no"))),
        "evidence": Field(LINE),
        "parts": Field(LINES),
        "same_as": Field(LINES),
        "register": Field(LINES),
        "beside": Field(LINES),
        "role": Field(Choice.of(InstitutionRole)),
        "adopts": Field(TextShape()),
        "conditional": Field(Flag()),
        "note": Field(LINE),
    },
)


def _catalogue(place: Place, **fields: Any) -> Catalogue:
    del place
    return Catalogue(**fields)


SCALE = Record(Scale, "the scale", {"seen": Field(LINES, required=True), **CITED})


CATALOGUE = Record(
    _catalogue,
    "the catalogue",
    {
        "scale": Field(SCALE),
        "documents": Field(DOCUMENT, required=True),
        "commitments": Field(COMMITMENT, required=True),
    },
    lenient=True,
)
BODIES = Keyed(
    Body, "the body", {"name": Field(NAMES, required=True), "assessments": Field(ASSESSMENTS), "note": Field(LINE)}
)
STATISTICS = Keyed(
    Statistic,
    "the statistic",
    {
        "commitment": Field(TextShape(), required=True),
        "group": Field(Choice("cooperation", "convictions", "sentences", "legal-persons", "return"), required=True),
        "articles": Field(Listing(CitedArticle())),
        "kind": Field(Choice(*FIGURES), required=True),
        "unit": Field(Choice("cases", "persons", "months", "offence-cases", "findings", "date"), required=True),
        "level": Field(Choice.of(Level), required=True),
        "of": Field(TextShape()),
        "sum_of": Field(LINES),
        "bound": Field(Choice("sum-within-parent", "may-exceed-parent", "at-least-parent", "none")),
        "at": Field(TextShape()),
        "definition": Field(LINE, required=True),
        "note": Field(LINE),
    },
)
