"""One slip, one message: what follows from a fault that is said elsewhere is not said again.

A file that cannot be read, or was cut short, a record that lost its id, a clause or a membership with a wrong date:
each makes many entries wrong that are right. The first cause alone is said, where it stands.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from toc_treaties.model.instrument import Instrument
from toc_treaties.model.names import nearest
from toc_treaties.model.place import Place
from toc_treaties.model.problem import Problem, Severity
from toc_treaties.model.register import Register
from toc_treaties.model.state import State
from toc_treaties.rules.consequences import instruments_by_place, without_consequences

MANY = 3
"""So often a typing error is not made alike: from here on, what is named is what fell out."""
IN_MANY_STATES = 5
CLAUSES = {
    "action-before-adoption": "adopted",
    "signature-outside-window": "signature",
    "not-eligible": "signature",
    "accession-without-clause": "accession",
    "protocol-without-parent": "requires",
    "entry-into-force-contradicted": "later_parties",
    "exit-contradicted": "exit",
    "unlisted-article": "designations",
    "article-beyond-last": "last_article",
    "unknown-path": "paths",
    "before-instrument": "adopted",
    "article-numerals": "last_article",
    "invitation-without-clause": "accession",
    "source-of-another": "reference",
}
"""Rules that compare a state's entry with an instrument, and the field of the instrument that they compare it with."""
IN_ITSELF = "end-before-beginning"
"""What the same wrong day makes an instrument's other days."""
OF_A_CUT = frozenset(
    {"missing-key", "missing-value", "wrong-type", "bad-value", "agreement-without-parties", "agreement-without-source"}
)
"""What is found of a record that ends too early."""
BY_MEMBERSHIP = frozenset(
    {
        "not-eligible",
        "assessment-outside-membership",
        "missing-membership",
        "accession-by-member",
        "unneeded-as-recorded",
    }
)
"""Rules that ask whether a state was a member on a day."""


def first_causes(register: Register, problems: Iterable[Problem]) -> list[Problem]:
    """The problems without those that only follow from another."""
    left = [problem for problem in problems if problem.absent.partition(" ")[0] not in register.unread]
    left = _cut_files(register, left)
    if register.measures:
        from toc_treaties.rules.measures_file import cut_short

        left = cut_short(register, left, {*OF_A_CUT, "record-without-source"})
    left = _lost_records(register, left)
    left = _wrong_clauses(register, left)
    left = _wrong_memberships(register, left)
    return _uncited(without_consequences(register, _cut_short(left)))


def with_unlisted(problems: list[Problem]) -> list[Problem]:
    """A state's file that the list of states does not name: that its code is unknown elsewhere follows."""
    strays = (problem.place.file for problem in problems if problem.rule == "stray-file")
    if not any(re.search(r"(^|/)states/[a-z-]+\.yaml$", file) for file in strays):
        return problems
    return [problem for problem in problems if problem.rule not in {"unknown-state", "source-never-cited"}]


def _lost_records(register: Register, problems: list[Problem]) -> list[Problem]:
    """What many places name and a file does not hold is said once, of that file."""
    named: dict[str, dict[str, list[Problem]]] = {}
    for problem in problems:
        file, _, missing = problem.absent.partition(" ")
        if missing:
            named.setdefault(file, {}).setdefault(missing, []).append(problem)
    for file, by_id in named.items():
        records = _records(register, file)
        lost = _fallen_out(by_id, records) if records else {}
        if lost:
            followed = {id(one) for ones in lost.values() for one in ones}
            problems = [problem for problem in problems if id(problem) not in followed]
            problems = [problem for problem in problems if not _follows(problem, file, records, cut=len(lost) > 1)]
            problems.append(_lost(file, lost, records))
    return problems


def _fallen_out(by_id: Mapping[str, list[Problem]], records: Mapping[str, Any]) -> Mapping[str, list[Problem]]:
    """The ids that fell out of a file: named so often that it is no slip of writing, or several that resemble none."""
    strange = [one for one in by_id if not nearest(one, records)]
    if len(strange) > 1 and len(by_id) > IN_MANY_STATES:
        return by_id
    several = strange if len(strange) > 1 else []
    return {one: found for one, found in by_id.items() if len(found) >= MANY or one in several}


def _cut_files(register: Register, problems: list[Problem]) -> list[Problem]:
    """A file that ends within a record lacks what stood below: the record is said, and not what is missed."""
    for file in FILES:
        records = _records(register, file)
        end = max((record.place.line for record in records.values()), default=0)
        broken = [
            problem for problem in problems if problem.place.file.endswith(f"/{file}") and problem.place.line >= end > 0
        ]
        missed = [
            problem
            for problem in problems
            if problem.rule == "source-never-cited" or problem.absent.startswith(f"{file} ")
        ]
        told = set(map(id, missed))
        errors = [one for one in broken if one.rule in OF_A_CUT and id(one) not in told]
        if errors and missed:
            help_ = f"{errors[0].help} Or" if errors[0].help.endswith("?") else f"{errors[0].help}; or"
            first = errors[0]._replace(help=f"{help_} does the file end too early?")
            by_clause = [problem for problem in problems if problem.rule in CLAUSES and file == "instruments.yaml"]
            told = set(map(id, (*missed, *errors, *by_clause)))
            problems = [problem for problem in problems if id(problem) not in told] + [first]
    return problems


FILES = (
    "instruments.yaml",
    "depositaries.yaml",
    "sources.yaml",
    "agreements.yaml",
    "meetings.yaml",
    "bodies.yaml",
    "statistics.yaml",
    "commitments.yaml",
    "topics.yaml",
)


def _records(register: Register, file: str) -> Mapping[str, Any]:
    """The records of a file, by id."""
    catalogue = register.catalogue
    tables: dict[str, Mapping[str, Any]] = {
        "agreements.yaml": register.agreements,
        "meetings.yaml": register.meetings,
        "instruments.yaml": register.instruments,
        "depositaries.yaml": register.depositaries,
        "sources.yaml": register.sources,
        "bodies.yaml": register.bodies,
        "statistics.yaml": register.statistics,
        "topics.yaml": register.topics,
        "commitments.yaml": {**catalogue.documents, **catalogue.commitments} if catalogue else {},
    }
    return tables.get(file, {})


def _follows(problem: Problem, file: str, records: Mapping[str, Any], *, cut: bool) -> bool:
    """Whether a problem follows from records that fell out of a file."""
    if problem.rule == "source-never-cited":
        return True
    if file == "instruments.yaml" and problem.rule in CLAUSES:
        return True
    below = max(record.place.line for record in records.values())
    return cut and problem.place.file.endswith(f"/{file}") and problem.place.line > below


def _lost(file: str, lost: Mapping[str, Sequence[Problem]], records: Mapping[str, Any]) -> Problem:
    """The one Problem of the records that a file does not hold."""
    first = next(iter(lost.values()))[0]
    ids = ", ".join(list(lost)[:3]) + (f" and {len(lost) - 3} more" if len(lost) > 3 else "")  # noqa: PLR2004 - a line's worth
    places = sum(len(ones) for ones in lost.values())
    message = f"{file} does not hold {ids}, which {places} places name"
    near = nearest(next(iter(lost)), records) if len(lost) == 1 else []
    record = records[near[0]] if near else max(records.values(), key=lambda record: record.place.line)
    help_ = f"was {next(iter(lost))} renamed to {near[0]}, or did it fall out? " if near else ""
    help_ += "compare the file with its last version" if len(lost) == 1 else "the file seems to be cut short here"
    return first._replace(place=record.place, message=message, help=help_, width=1)


def _wrong_clauses(register: Register, problems: list[Problem]) -> list[Problem]:
    """Where the entries of many states cannot be under an instrument, its clause is at fault and not the entries."""
    found: dict[tuple[str, str], list[Problem]] = {}
    instrument_of = instruments_by_place(register)
    for problem in problems:
        if problem.rule in CLAUSES and (instrument := instrument_of(problem)):
            found.setdefault((problem.rule, instrument), []).append(problem)
    for (rule, instrument), ones in found.items():
        if len({one.place.file for one in ones}) >= IN_MANY_STATES:
            told = set(map(id, ones))
            problems = [problem for problem in problems if id(problem) not in told]
            clause = _clause(register.instruments[instrument], CLAUSES[rule], ones)
            problems = [
                problem for problem in problems if (problem.rule, problem.place.file) != (IN_ITSELF, clause.place.file)
            ]
            problems.append(clause)
    return problems


def _clause(instrument: Instrument, field: str, ones: Sequence[Problem]) -> Problem:
    """The one Problem of a clause that many entries contradict."""
    first = ones[0]
    files = len({one.place.file for one in ones})
    place = f"{first.place.file}:{first.place.line}"
    message = f"{len(ones)} entries of {files} states contradict {field} of {instrument.id}; {place}: {first.message}"
    help_ = "compare it with the treaty's text"
    return first._replace(place=instrument.place.of(field), message=message, help=help_, width=1)


def _wrong_memberships(register: Register, problems: list[Problem]) -> list[Problem]:
    """A membership with a wrong date is said, and not every act that the state could then not have taken."""
    for state in register.states.values():
        follow = [
            problem for problem in problems if problem.rule in BY_MEMBERSHIP and problem.place.file == state.place.file
        ]
        if not follow:
            continue
        told = set(map(id, follow))
        if "memberships" in state.faulty:
            problems = [problem for problem in problems if id(problem) not in told]
        elif _is_said(state, problems):
            problems = [
                problem for problem in problems if id(problem) not in told or problem.rule == "missing-membership"
            ]
        elif (cause := _membership(state, follow)) is not None:
            problems = [problem for problem in problems if id(problem) not in told]
            problems.append(cause)
    return problems


def _is_said(state: State, problems: Iterable[Problem]) -> bool:
    """Whether an error is said of a membership of the Organization already."""
    periods = state.memberships.get("oas", ())
    lines = {place.line for period in periods for place in (period.place, period.place.of("until"))}
    missing = "oas" not in state.memberships
    return any(
        problem.place.file == state.place.file
        and problem.severity is Severity.ERROR
        and (
            problem.rule == "missing-membership"
            if missing
            else problem.rule not in BY_MEMBERSHIP and problem.place.line in lines
        )
        for problem in problems
    )


def _membership(state: State, follow: Sequence[Problem]) -> Problem | None:
    """The one Problem of a membership that begins after what only a member does."""
    periods = state.memberships.get("oas", ())
    begins = min((period.since.earliest for period in periods if period.since is not None), default=None)
    if begins is None:
        return None
    days = {action.place.line: action.when for cell in state.treaties.values() for action in cell.actions}
    days |= {assessment.place.of("date").line: assessment.made for assessment in state.assessments}
    before = [one for one in follow if (day := days.get(one.place.line)) is not None and day.latest < begins]
    if len(before) < 2:  # noqa: PLR2004 - one may be the slip itself
        return None
    message = f"{state.called} did {len(before)} things that only a member does before its membership begins here"
    help_ = f"check the day; the first of them: {before[0].message}"
    return before[0]._replace(place=_from(state), message=message, help=help_, width=1)


def _from(state: State) -> Place:
    """Where a state's membership of the Organization begins in its file."""
    return state.memberships["oas"][0].place.of("from")


def _cut_short(problems: list[Problem]) -> list[Problem]:
    """A state's file that ends too early lacks what stood below, and what its last entry cites."""
    cut = {
        problem.place.file for problem in problems if problem.rule == "unaccounted-cell" and " and " in problem.message
    }
    if not cut:
        return problems
    last = {file: max(problem.place.line for problem in problems if problem.place.file == file) for file in cut}
    return [
        problem
        for problem in problems
        if problem.rule != "source-never-cited"
        and not (problem.rule.endswith("-without-source") and problem.place.line == last.get(problem.place.file))
    ]


def _uncited(problems: list[Problem]) -> list[Problem]:
    """Many sources that nothing cites have one cause: what cited them fell out."""
    uncited = [problem for problem in problems if problem.rule == "source-never-cited"]
    if len(uncited) < MANY:
        return problems
    first = uncited[0]
    message = f"{first.message}, nor {len(uncited) - 1} other sources"
    help_ = "did a part of another file fall out? compare with the last version; else cite them, or remove them"
    told = set(map(id, uncited))
    return [problem for problem in problems if id(problem) not in told] + [first._replace(message=message, help=help_)]
