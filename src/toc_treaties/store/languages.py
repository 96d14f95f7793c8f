"""The register as a page in another language shows it: its terms translated, its notes quoted as they were written."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from toc_treaties.model.register import Register
from toc_treaties.model.translation import OTHERS
from toc_treaties.model.vocabulary import Language
from toc_treaties.words.language import Words
from toc_treaties.words.provisions import provision_text

TEXTS = "texts.yaml"
"""The file that holds what the others say in English sentences, in the other languages."""
NOTES = frozenset(
    {
        *("note", "unconfirmed", "why", "day_unconfirmed", "as_recorded", "says", "text", "area", "awaits", "amount"),
        *("where", "threshold", "excludes", "condition", "beside_treaty", "title_english", "parts", "in_doubt"),
    }
)
"""Fields that hold what somebody wrote: quoted where the register has no translation of it."""
TERMS = frozenset(
    {
        *(
            "adopted_at",
            "adopted_by",
            "first_parties",
            "places",
            "invited_by",
            "also",
            "what",
            "evidence",
            "definition",
        ),
        *("title", "short", "paragraph"),
    }
)
"""Fields that hold a term or a name: translated where the register has it so, else as it stands."""
PROVISION = "provision"
"""The field that holds which provisions of a law are meant, with a remark between brackets, or without."""
SAID = NOTES | TERMS | {PROVISION}
"""All fields whose texts a page says in its language."""
WORDED = ("instruments", "states", "agreements", "meetings", "catalogue", "bodies", "statistics", "measures")
"""What of the register holds such texts."""


def in_language(register: Register, texts: Mapping[str, str], words: Words) -> Register:
    """The register with each text in a language, as far as there is a translation of it, and each other note quoted.

    Ids, names, citations and words of the files stay as they are, so that every question answers as before.
    """
    speaker = _Speaker(texts, words)
    return register._replace(**{name: speaker.said(getattr(register, name)) for name in WORDED})


def plainly_said(content: bytes, language: str) -> dict[str, str] | None:
    """The texts of `texts.yaml` in a language, where the file is plain: an entry of four lines after another.

    A page reads it so, in a tenth of the time; None where the file has any other form.
    """
    text = content.decode("utf-8", "replace")
    found = _ENTRY.findall(text)
    column = OTHERS.index(language) + 1
    said = {_unquoted(entry[0]): _unquoted(entry[column]) for entry in found}
    plain = len(found) * (len(OTHERS) + 1) == len(_FILLED.findall(text))
    return said if plain and len(said) == len(found) else None


_SCALAR = r"""("[^"\\\n]*"|\w[^\n:#"\\]*(?::(?=\S)[^\n:#"\\]*)*(?<!\s))"""
_ENTRY = re.compile(rf"^{_SCALAR}:\n" + "\n".join(rf"  {each.value}: {_SCALAR}" for each in OTHERS) + "$", re.MULTILINE)
_FILLED = re.compile("^[^#\n]", re.MULTILINE)
"""A line that is neither blank nor a remark."""


def _unquoted(scalar: str) -> str:
    return scalar[1:-1] if scalar[0] == '"' else scalar


class _Speaker:
    """One language, and what the register says in it."""

    def __init__(self, texts: Mapping[str, str], words: Words) -> None:
        self.texts = texts
        self.words = words

    def said(self, value: Any, field: str = "") -> Any:
        """A value whose texts are in the language: of a record, field by field; the same object where none is."""
        if type(value) is str:
            return self._text(value, field)
        if isinstance(value, tuple):
            return self._record(value) if hasattr(value, "_fields") else self._row(value, field)
        if isinstance(value, Mapping) and Language.ENGLISH not in value:  # else the files have it in each language
            return {key: self.said(item, field) for key, item in value.items()}
        return value

    def _record(self, record: Any) -> Any:
        changed = {
            name: said
            for name in _telling(record.__class__)
            if (value := getattr(record, name)) and (said := self.said(value, name)) is not value
        }
        return record._replace(**changed) if changed else record

    def _row(self, row: tuple[Any, ...], field: str) -> tuple[Any, ...]:
        said = tuple(self.said(item, field) for item in row)
        return row if all(new is old for new, old in zip(said, row, strict=True)) else said

    def _text(self, text: str, field: str) -> str:
        """A text: translated, or quoted where it is a note of words."""
        if field not in SAID:
            return text
        if text in self.texts:
            return self.texts[text]
        if field == PROVISION:
            return self._provision(text)
        wordy = field in NOTES and WORD.search(text)
        return self.words.quoted(text) if wordy else text

    def _provision(self, text: str) -> str:
        """Which provisions: articles or sections by their numbers, what is remarked on them quoted."""
        cited = CITED.fullmatch(text)
        if cited is None:
            return self.words.quoted(text) if WORD.search(text) else text
        unit, numbers, remark = cited.groups()
        each = [part.replace(" to ", "-") for part in re.split(", | and ", numbers)]
        said = provision_text(unit, each, self.words)
        return said if remark is None else f"{said} ({self._text(remark, 'note')})"


WORD = re.compile("[a-zß-öø-ÿ]{3}")
"""A word, of three small letters: what holds none is a reference, an amount or a day, and the same in all languages."""
_NUMBER = r"[\dIVXLC][\dA-Z.]*(?: (?:bis|ter|quater))?(?:\(\w+\))*"
CITED = re.compile(rf"(arts?\.|sections?) ({_NUMBER}(?:(?:, | and | to ){_NUMBER})*)(?: \(([^()]+)\))?")
"""How a provision is written: articles or sections, and what the law says there."""
PLAIN = ("str", "str | None", "tuple[str, ...]", "Mapping[str, str]")
"""Types of fields that hold texts and no records."""
SILENT = ("int", "bool", "date", "When", "Names", "Place", "Kind")
"""Types of fields that hold neither."""


@cache
def _telling(record: Any) -> tuple[str, ...]:
    """The fields of a kind of record that hold what somebody wrote, or a record that may.

    All others hold ids, names and words of the files, by which a question answers, though one may be spelt as a text
    is; so do the sources in which the `text` of a treaty was read.
    """
    types = {name: str(getattr(kind, "__name__", kind)) for name, kind in record.__annotations__.items()}
    return tuple(
        name
        for name, kind in types.items()
        if kind.removesuffix(" | None") not in SILENT
        and (kind not in PLAIN or name in SAID)
        and (name, kind) != ("text", "tuple[str, ...]")
    )
