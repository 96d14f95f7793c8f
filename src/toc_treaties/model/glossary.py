"""The field's own words in the languages of the Organization, and the texts in which they were seen."""

from collections.abc import Mapping
from typing import NamedTuple

OURS = "ours"
"""In place of a text: none was seen yet."""


class Form(NamedTuple):
    """A term in one language: the word, where it was seen, its gender, other forms of it that a sentence may need."""

    form: str
    source: str
    gender: str = ""
    also: tuple[str, ...] = ()


class Term(NamedTuple):
    """A term in English and in the other languages of the Organization."""

    english: str
    forms: Mapping[str, Form]
    also: tuple[str, ...] = ()
    note: str = ""
    reason: str = ""
    checked: bool = True


class Glossary(NamedTuple):
    """All terms in their order, and the texts in which forms were seen."""

    terms: tuple[Term, ...]
    sources: Mapping[str, Mapping[str, str]]
