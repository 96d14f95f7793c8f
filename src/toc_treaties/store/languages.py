"""The register as a page in another language shows it: its terms translated, its notes quoted as they were written."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from toc_treaties.model.register import Register
from toc_treaties.model.translation import Translation
from toc_treaties.words.language import ENGLISH, Words

NOTES = frozenset(
    {
        *("note", "unconfirmed", "why", "day_unconfirmed", "as_recorded", "says", "text", "area", "awaits", "amount"),
        *("where", "threshold", "excludes", "condition", "beside_treaty", "provision", "parts"),
    }
)
"""Fields that hold what somebody wrote: quoted where the register has no translation of it."""
WORDED = ("instruments", "states", "agreements", "meetings", "catalogue", "bodies", "statistics", "measures")
"""What of the register holds such texts."""


def in_language(register: Register, words: Words) -> Register:
    """The register with each text in a language, as far as it has it, and each other note quoted.

    Ids, names, citations and words of the files stay as they are, so that every question answers as before.
    """
    speaker = _Speaker(register.texts, words)
    return register._replace(**{name: speaker.said(getattr(register, name)) for name in WORDED})


class _Speaker:
    """One language, and what the register says in it."""

    def __init__(self, texts: Mapping[str, Translation], words: Words) -> None:
        translated = [each for each in texts.values() if words.language in each.others]
        self.texts = {each.id: each.others[words.language] for each in translated}
        self.words = words

    def said(self, value: Any, field: str = "") -> Any:
        """A value whose texts are in the language: of a record, field by field; the same object where none is."""
        if type(value) is str:
            return self._text(value, field)
        if isinstance(value, tuple):
            return self._record(value) if hasattr(value, "_fields") else self._row(value, field)
        if isinstance(value, Mapping):
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
        """A text: translated, or quoted with the days that it names where it is a note of words."""
        if text in self.texts:
            return self.texts[text]
        wordy = field in NOTES and any(letter.isalpha() for letter in text)
        return self.words.quoted(ENGLISH.prose(text)) if wordy else text


SILENT = ("int", "bool", "date", "When", "Names", "Place", "Kind")
"""Types of fields that hold no text of the register."""
NAMING = frozenset(
    {
        *("id", "instrument", "instruments", "register", "commitment", "topic", "topics", "of", "sum_of", "sources"),
        *("kind", "group", "theme", "unit", "status", "by", "on", "other_names", "iso3", "iso2", "slug", "at", "via"),
    }
)
"""Fields that hold ids and words of the files, by which a question answers: they are the same in all languages, though
one of them may be spelt as a text is. So are the sources in which the text of a treaty was read."""


@cache
def _telling(record: Any) -> tuple[str, ...]:
    """The fields of a kind of record that can hold a text, or a record that holds one."""
    types = {name: str(getattr(kind, "__name__", kind)) for name, kind in record.__annotations__.items()}
    silent = NAMING | ({"text"} if "text" in types and "tuple" in types["text"] else set())
    return tuple(
        name for name, kind in types.items() if name not in silent and kind.removesuffix(" | None") not in SILENT
    )
