"""Nothing that a page or a record holds changes unseen, whichever question, standing, kind of act or day it is of."""

from collections import Counter
from collections.abc import Iterator
from enum import Enum
from hashlib import sha256
from typing import Any, get_args, get_type_hints

import pytest

from tests.drawn import MODEL
from tests.goldens import expect
from tests.walk import PARTS, as_text, drawn
from toc_treaties.model.action import Action, Cell, Kind
from toc_treaties.model.agreement import Agreement
from toc_treaties.model.assessment import Assessment
from toc_treaties.model.measure import Measure
from toc_treaties.model.state import Designation, Participation, Period
from toc_treaties.model.when import When

NOT_OF_STATES = {Kind.FORMAL_CONFIRMATION}
"""An act of organizations alone."""
RECORDED = (Action, Cell, Agreement, Assessment, Designation, Measure, Participation, Period)


@pytest.mark.parametrize("part", list(PARTS))
def test_what_is_given_is_as_it_was_last_accepted(part: str, *, bless: bool) -> None:
    """Each page, record and line of a register in which states did everything is the one that was accepted last.

    Only sums are kept. What changed is seen where `python -m tests.walk FOLDER` is run before and after.
    """
    sums: dict[str, Any] = {}
    count: Counter[str] = Counter()
    for name, value in PARTS[part]():
        sums.setdefault(name, sha256()).update(as_text(value).encode())
        count[name] += 1
    lines = [f"{name}: {count[name]}, {sums[name].hexdigest()[:16]}\n" for name in sorted(sums)]
    expect(f"walk/{part}.txt", "".join(lines), bless=bless)


def held(value: object) -> Iterator[Any]:
    """A record, and whatever records it holds."""
    if isinstance(value, tuple):
        if hasattr(value, "_fields"):
            yield value
        for part in value:
            yield from held(part)
    elif isinstance(value, dict):
        for part in value.values():
            yield from held(part)


def test_the_register_that_is_walked_holds_whatever_can_be_recorded() -> None:
    """Each field of an act, an authority, a measure or an agreement is filled somewhere, and each kind is there."""
    register = drawn()
    found = list(held((*register.states.values(), *register.agreements.values(), *register.measures.values())))
    whens = [each for each in found if isinstance(each, When)]
    assert {each.day is None for each in whens} == {each.unseen for each in whens} == {True, False}
    for make in RECORDED:
        records = [each for each in found if type(each) is make]
        for field, hint in get_type_hints(make, localns=MODEL).items():
            values = [getattr(each, field) for each in records]
            assert any(values) or field in {"place", "faulty"}, (make.__name__, field)
            kinds = [kind for kind in (hint, *get_args(hint)) if isinstance(kind, type) and issubclass(kind, Enum)]
            seen = {each for value in values for each in (value if isinstance(value, tuple) else (value,)) if kinds}
            missing = {each for kind in kinds for each in kind} - seen - NOT_OF_STATES
            assert missing == set(), (make.__name__, field)
