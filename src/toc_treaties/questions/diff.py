"""What a change of the register's files means on a day: what follows from it, and every entry that is not as it was."""

from collections import Counter
from collections.abc import Collection, Iterable
from datetime import date
from typing import NamedTuple

from toc_treaties.model.assessment import Body
from toc_treaties.model.problem import Problem
from toc_treaties.model.register import Register
from toc_treaties.model.source import Source
from toc_treaties.model.state import State
from toc_treaties.questions.changed_cells import Meaning, meaning
from toc_treaties.questions.changed_entries import Change, EntryChange, Subject, entry_changes


class Side(NamedTuple):
    """One reading of the files: its revision and that one's day, None of the files as they lie there.

    `problems` are the faults of form met in it, `unread` the files that are there and could not be read at all; `empty`
    says that it holds no register.
    """

    register: Register
    revision: str | None = None
    day: date | None = None
    problems: tuple[Problem, ...] = ()
    unread: frozenset[str] = frozenset()
    empty: bool = False


class Diff(NamedTuple):
    """What a change means, and its entries.

    `new` and `gone` are the states that only one of the two readings holds. `rearranged` are the files that differ
    though each entry says the same: in comments, order or layout; one that was not read whole is none of them. `strays`
    are files that no question reads.
    """

    as_of: date
    before: Side
    after: Side
    meaning: Meaning
    entries: tuple[EntryChange, ...]
    new: tuple[State, ...] = ()
    gone: tuple[State, ...] = ()
    rearranged: tuple[str, ...] = ()
    strays: tuple[str, ...] = ()

    @property
    def nothing(self) -> bool:
        """Whether no file differs at all, as far as could be read."""
        lost = any(side.unread or side.problems for side in self.sides)
        return not (self.entries or self.rearranged or self.strays or lost)

    @property
    def sides(self) -> tuple[Side, Side]:
        """Both readings."""
        return self.before, self.after


def diff(
    before: Side,
    after: Side,
    as_of: date,
    differing: Iterable[str] = (),
    strays: Iterable[str] = (),
    slugs: Iterable[str] | None = None,
) -> Diff:
    """What a change means on a day, for the states read, or for some of them.

    `differing` are the files of the register that do not hold the same bytes; what of them could not be read on a side
    is not compared.
    """
    old, new = _aligned(before.register, after.register), after.register
    unread = before.unread | after.unread
    faults = (*before.problems, *after.problems)
    uneven = _uneven(before, after)
    entries = tuple(
        _read_alike(entry, before, after) if entry.subject.file in uneven else entry
        for entry in entry_changes(before.register, new)
        if entry.subject.file not in unread
    )
    wanted = tuple(dict.fromkeys((*old.states, *new.states)) if slugs is None else slugs)
    told = {entry.subject.file for entry in entries} | unread | {problem.place.file for problem in faults}
    return Diff(
        as_of,
        before,
        after,
        _certain(meaning(old, new, wanted, as_of, _renamed(entries)), uneven | unread),
        entries,
        _alone(new, old, unread),
        _alone(old, new, unread),
        tuple(sorted(name for name in differing if name not in told)),
        tuple(sorted(strays)),
    )


def _uneven(before: Side, after: Side) -> set[str]:
    """The files that were read less far on one side than on the other: what one of them lacks may only be not read."""
    had, has = (
        Counter((problem.place.file, problem.rule, problem.message) for problem in side.problems)
        for side in (before, after)
    )
    return {file for file, _, _ in (had - has) + (has - had)}


def _read_alike(entry: EntryChange, before: Side, after: Side) -> EntryChange:
    """An entry of a file that one side did not read whole: what that side lacks may stand there all the same."""
    if entry.change is Change.GONE and _is_faulty(entry.subject, after):
        return entry._replace(change=Change.MAY_BE_GONE)
    if entry.change is Change.NEW and _is_faulty(entry.subject, before):
        return entry._replace(change=Change.MAY_BE_NEW)
    return entry


def _is_faulty(subject: Subject, side: Side) -> bool:
    """Whether the place of an entry could not be read whole: the cell, or else the file."""
    if all(problem.place.file != subject.file for problem in side.problems):
        return False
    state = side.register.states.get(subject.state.slug) if subject.state else None
    if state is None or subject.instrument is None or not subject.file.startswith("states/"):
        return True
    return bool(state.faulty & {subject.instrument, "*"})


def _certain(found: Meaning, uneven: Collection[str]) -> Meaning:
    """What follows from files that were read alike; a standing knows by itself what of it could not be read."""
    if not uneven:
        return found

    def alike(folder: str, addressee: State | Body, *shared: str) -> bool:
        own = f"{folder}/{addressee.slug}.yaml" if isinstance(addressee, State) else "bodies.yaml"
        return not {own, *shared} & {*uneven}

    return found._replace(
        memberships=tuple(change for change in found.memberships if alike("states", change.state)),
        duties=tuple(change for change in found.duties if alike("states", change.state, "instruments.yaml")),
        signs=tuple(change for change in found.signs if alike("measures", change.state, "topics.yaml")),
        progress=tuple(change for change in found.progress if alike("states", change.addressee, "commitments.yaml")),
    )


def _aligned(before: Register, after: Register) -> Register:
    """The earlier reading with each state under the name that its file has now."""
    slugs = {state.iso3: slug for slug, state in after.states.items()}
    names = {slug: slugs.get(state.iso3, slug) for slug, state in before.states.items()}
    if all(slug == name for slug, name in names.items()):
        return before
    return before._replace(
        states={names[slug]: state for slug, state in before.states.items()},
        measures={names.get(slug, slug): held for slug, held in before.measures.items()},
    )


def _renamed(entries: Iterable[EntryChange]) -> dict[str, str]:
    """The ids of sources that are called otherwise now."""
    return {
        str(field.before): str(field.after)
        for entry in entries
        if isinstance(entry.record, Source) and entry.change is Change.CHANGED
        for field in entry.fields
        if field.path == ("id",)
    }


def _alone(register: Register, other: Register, unread: Collection[str]) -> tuple[State, ...]:
    """The states that a reading holds alone."""
    codes = {state.iso3 for state in other.states.values()}
    return tuple(
        state
        for slug, state in register.states.items()
        if state.iso3 not in codes and slug not in other.states and f"states/{slug}.yaml" not in unread
    )
