"""What a session of tests does once, however many tests ask for it: records are never changed, and rules are pure."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import lru_cache
from typing import Any

import pytest

from toc_treaties import rules
from toc_treaties.edits import returns
from toc_treaties.model.measure import StateMeasures
from toc_treaties.model.problem import Problem
from toc_treaties.model.register import Register
from toc_treaties.model.state import State
from toc_treaties.store import load as load_module
from toc_treaties.store.load import Loading
from toc_treaties.store.reading import Deferred
from toc_treaties.store.state_shape import state_record

READ, JUDGE_STATE, JUDGE_BESIDE = Loading.read, rules.check_state, rules.check_beside
JUDGE_MEASURES = rules.check_measures
MANY = 5_000
BESIDE = [field for field in Register._fields if field not in {"states", "measures", "dropped", "unread", "read_on"}]


@contextmanager
def work_done_once() -> Iterator[None]:
    """Read each text once, and judge each state by the same files once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(load_module, "state_record", lru_cache(maxsize=None)(state_record))
        patch.setattr(load_module, "Deferred", lru_cache(maxsize=None)(Deferred))
        patch.setattr(Loading, "read", _read)
        judge_state, judge_beside = _Judged(JUDGE_STATE), _Judged(JUDGE_BESIDE)
        for module in (rules, returns):
            patch.setattr(module, "check_state", lambda register, state, day: judge_state(register, day, state))
        patch.setattr(rules, "check_beside", judge_beside)
        patch.setattr(rules, "check_measures", _judge_measures)
        yield


def _read(
    loading: Loading,
    name: str,
    shape: Any,  # noqa: ANN401 - as there
    dropped: list[str] | None = None,
    part: Callable[[bytes], bytes] | None = None,
) -> Any:  # noqa: ANN401 - as there
    """`Loading.read`, of a text that may have been read before."""
    try:
        content = loading.reader(name) if part is None else part(loading.reader(name))
    except OSError:
        return READ(loading, name, shape, dropped)
    value, problems, unread, gone, cited = _converted(loading.root, name, content, shape)
    loading.problems.extend(problems)
    loading.unread.extend(unread)
    loading.cited |= cited
    (loading.dropped if dropped is None else dropped).extend(gone)
    return value


@lru_cache(maxsize=256)
def _converted(
    root: str,
    name: str,
    content: bytes,
    shape: Any,  # noqa: ANN401 - as above
) -> tuple[Any, list[Problem], list[str], list[str], set[str]]:
    """A text's value, with all that was met while it was read."""
    loading, gone = Loading(lambda _name: content, root, partial=True), list[str]()
    return READ(loading, name, shape, gone), loading.problems, loading.unread, gone, loading.cited


_MEASURES: dict[Any, tuple[list[Problem], Register]] = {}


def _judge_measures(register: Register, slug: str, held: StateMeasures, day: date) -> list[Problem]:
    """`rules.check_measures`, of a file that may have been judged before."""
    beside = (held, register.states.get(slug), register.topics, register.catalogue)
    key = (slug, day, *map(id, beside), register.codes.get(slug), register.dropped)
    if key not in _MEASURES:
        if len(_MEASURES) > MANY:
            _MEASURES.clear()
        _MEASURES[key] = (JUDGE_MEASURES(register, slug, held, day), register)
    return list(_MEASURES[key][0])


class _Judged:
    """A function that judges a state, or the files beside, and what it found of those it has seen."""

    def __init__(self, judge: Callable[..., list[Problem]]) -> None:
        self.judge = judge
        self.kept: dict[Any, tuple[list[Problem], Register, State | None]] = {}
        """Problems, with what they were found in, so that no id is used again."""

    def __call__(self, register: Register, day: date, state: State | None = None) -> list[Problem]:
        """The problems, found once."""
        files = (id(getattr(register, field)) for field in BESIDE)
        by = (register.known_codes, register.dropped, register.unread, register.read_on)
        key = (day, id(state), *files, *by)
        if key not in self.kept:
            if len(self.kept) > MANY:
                self.kept.clear()
            found = self.judge(register, day) if state is None else self.judge(register, state, day)
            self.kept[key] = (found, register, state)
        return list(self.kept[key][0])
