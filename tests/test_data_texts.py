"""The terms of the register in other languages: each that a page prints is translated, and none is left over."""

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from toc_treaties.model.register import Register

TERMS: Mapping[str, tuple[str, ...]] = {
    "Instrument": ("adopted_at", "adopted_by", "first_parties"),
    "Signature": ("places",),
    "Accession": ("invited_by",),
    "Reservations": ("says",),
    "Serving": ("threshold", "excludes", "beside_treaty", "note"),
    "YieldsTo": ("also",),
    "DesignationDue": ("what", "condition", "note"),
    "Statistic": ("definition",),
    "Commitment": ("evidence", "parts"),
}
"""What is no note of somebody's, but a term of a treaty or of a page, by the kind of record that holds it."""


def terms(value: Any) -> Iterator[str]:  # noqa: ANN401 - any value of the register
    """Every term within a value of the register."""
    if hasattr(value, "_fields"):
        for field in value._fields:
            found = getattr(value, field)
            if field in TERMS.get(type(value).__name__, ()):
                yield from [found] if isinstance(found, str) else found or ()
            else:
                yield from terms(found)
    elif isinstance(value, tuple):
        for part in value:
            yield from terms(part)
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from terms(part)


@pytest.mark.data
def test_every_term_is_translated(whole: Register) -> None:
    """What a treaty or a paragraph asks for is said in the language of the page, and not quoted in English."""
    held = [term for term in dict.fromkeys(terms(whole)) if any(letter.isalpha() for letter in term)]
    assert [term for term in held if term not in whole.texts] == []
