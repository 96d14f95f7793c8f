"""The register as a past revision held it: judged by its form alone, and what it cannot give put aside and named."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING

from toc_treaties.cli.faults import CommandError, MissingDataError, UnknownChoiceError
from toc_treaties.model.problem import Problem, Severity
from toc_treaties.model.register import Register
from toc_treaties.model.state import State
from toc_treaties.questions.day_taken import NotGiven
from toc_treaties.store.files import Origin
from toc_treaties.store.revisions import RevisionError, UnknownRevisionError, at_revision

if TYPE_CHECKING:
    from toc_treaties.cli.answer import Run

ONLY_A_LIST = "register.yaml"
"""A file that only says which states there must be: those that have a file are answered without it."""


@contextmanager
def refusals(run: "Run | None" = None) -> Iterator[None]:
    """What reads a past revision: one that is not there, or cannot be read, ends the command."""
    try:
        yield
    except UnknownChoiceError as error:
        if run is not None and error.what == "instrument" and (since := _held_since(run, error.word)):
            raise CommandError(since) from None
        raise
    except UnknownRevisionError as error:
        raise CommandError(str(error)) from None
    except RevisionError as error:
        raise MissingDataError(str(error)) from None


def _held_since(run: "Run", word: str) -> str:
    """That the past revision does not hold an instrument yet which today's files do; empty where neither does."""
    from toc_treaties.cli.spelling import instrument_named

    register, _ = run.present.load((), partial=True)
    try:
        id = instrument_named(register, word).id
    except CommandError:
        return ""
    return f"revision {run.session.origin.revision} does not hold {id} in a form that is read today: name a later one"


def origin_at(origin: Origin, revision: str, today: date) -> Origin:
    """The data as it was at a revision, or at the end of a day."""
    with refusals():
        return at_revision(origin, revision, today)


def settled(
    origin: Origin, register: Register, problems: Iterable[Problem], *, at_home: bool
) -> tuple[Register, NotGiven]:
    """A register that was read in part, without cells that were not read whole; and what it lacks.

    Rules of today are not asked. A cell of which an entry was dropped would answer something else than was recorded,
    so that nothing is known of it. `at_home` where what states have done at home is asked for.
    """
    lost = {
        slug: [id for id in register.instruments if not _whole(state, id)] for slug, state in register.states.items()
    }
    states = {
        slug: state._replace(treaties={id: cell for id, cell in state.treaties.items() if id not in lost[slug]})
        for slug, state in register.states.items()
    }
    unread = tuple(sorted(name for name in register.unread if name != ONLY_A_LIST))
    left_out = [
        f"{problem.place.file}:{problem.place.line}"
        for problem in problems
        if problem.severity is Severity.ERROR
        and problem.place.file not in unread
        and not _in_a_cell(register, problem, lost)
        and (at_home or not _of_the_state_alone(problem))
    ]
    return register._replace(states=states), NotGiven(
        origin.revision or "",
        unread,
        tuple(sorted(id for id in register.dropped if f"{id}.yaml" not in unread)),
        tuple((register.states[slug], register.instruments[id]) for slug, ids in lost.items() for id in ids),
        tuple(dict.fromkeys(left_out)),
    )


def _whole(state: State, instrument: str) -> bool:
    """Whether all that a state's file holds on an instrument was read."""
    return instrument not in state.faulty and ("*" not in state.faulty or instrument in state.treaties)


def _in_a_cell(register: Register, problem: Problem, lost: Mapping[str, Collection[str]]) -> bool:
    """Whether a fault lies in a cell that is said to be lost."""
    slug = problem.place.file.removeprefix("states/").removesuffix(".yaml")
    state = register.states.get(slug)
    above = [cell for cell in state.treaties.values() if cell.place.line <= problem.place.line] if state else []
    return bool(above) and max(above, key=lambda cell: cell.place.line).instrument in lost[slug]


def _of_the_state_alone(problem: Problem) -> bool:
    """Whether a fault is a field of a state's file that has since moved elsewhere, and none of its treaties."""
    return problem.rule == "unknown-key" and problem.place.column == 1 and problem.place.file.startswith("states/")
