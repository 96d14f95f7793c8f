"""What follows from a fault beside it: on its line, in its state's other entries, or where its record is cited.

A fault of a day, a word or an id makes other rules speak that would be content without it. What it follows from is
mended first; what is then still wrong is said by the next run.
"""

from bisect import bisect_right
from collections.abc import Callable, Collection, Mapping

from toc_treaties.model.names import nearest
from toc_treaties.model.problem import Problem
from toc_treaties.model.register import Register
from toc_treaties.model.state import State
from toc_treaties.words.english import day

AT_A_DAY = {
    *("end-before-beginning", "home-after-deposit", "before-instrument", "statement-before-acts", "agreement-dates"),
    *("action-before-adoption", "absence-not-of-source", "before-independence", "measure-days", "day-after-sources"),
    *("document-day", "assessment-before-commitment", "return-too-early", "consent-before-signature", "round-date"),
    *("signature-outside-window", "protocol-without-parent", "overlapping-periods", "meeting-order"),
    *("entry-into-force-contradicted", "accession-after-signature", "ratification-without-signature", "signed-twice"),
    *("in-force-unseen", "year-of-number", "status-contradicts", "exit-contradicted"),
}
ON_ITS_LINE: Mapping[str, Collection[str]] = {
    "action-in-future": AT_A_DAY,
    "day-in-future": AT_A_DAY,
    "day-too-early": AT_A_DAY,
    "year-in-future": AT_A_DAY,
    "action-before-adoption": AT_A_DAY - {"action-before-adoption"},
    "before-instrument": {
        "statement-before-acts",
        "absence-not-of-source",
        "before-independence",
        "end-before-beginning",
    },
    "formal-confirmation": {"ratification-without-signature", "protocol-without-parent"},
    "signature-outside-window": {"consent-before-signature"},
    "accession-without-clause": {"accession-after-signature", "accession-by-member"},
    "overlapping-consents": {"accession-after-signature", "accession-without-clause", "ratification-without-signature"},
    "round-date": {"protocol-without-parent", "entry-into-force-contradicted", "home-after-deposit"},
    "consent-before-signature": {"protocol-without-parent"},
    "codes-disagree": {"duplicate-state"},
    "repeated-record": {
        "overlapping-periods",
        "overlapping-designations",
        "source-never-cited",
        "overlapping-consents",
    },
    "article-numerals": {"unlisted-article"},
    "article-beyond-last": {"unlisted-article"},
    "wait-without-length": {"entry-into-force-contradicted", "exit-contradicted"},
    "register-decides": {"wrong-addressee"},
    "source-without-code": {"source-never-cited"},
    "bad-value": {"agreement-without-purpose"},
    "repeated-item": {"article-serves-twice"},
}
"""A rule, and those that say of the same line what follows from it."""
OF_AN_ACT = frozenset(
    {
        *(
            "action-in-future",
            "day-after-sources",
            "signed-twice",
            "action-before-adoption",
            "consent-before-signature",
        ),
        *("denunciation-without-consent", "formal-confirmation", "overlapping-consents", "round-date", "not-eligible"),
        *("accession-after-signature", "ratification-without-signature"),
    }
)
"""What is said of an act that may not be the one that was meant."""
SHAPE = frozenset(
    {
        *(
            "bad-value",
            "bad-id",
            "missing-key",
            "missing-value",
            "unknown-key",
            "wrong-type",
            "duplicate-key",
            "not-a-date",
        ),
        *("impossible-date", "unknown-kind", "several-kinds", "over-precise-date", "repeated-item", "article-form"),
        *(
            "unknown-source",
            "one-reading",
            "bad-address",
            "no-reason",
            "day-needed",
            "reversed-bound",
            "misplaced-field",
        ),
        *("statement-without-action", "odd-character", "tag", "anchor", "alias"),
    }
)
"""What keeps a record from being read, or an id from being found: what the record said or cited seems missing."""
WITHIN = {"unknown-key", "bad-id", "article-form", "misplaced-field", "odd-character", "repeated-item", "no-reason"}
"""Of these, what leaves a record's sources where they are."""
ENTRY, IN_MANY_STATES, MOST_MISWRITTEN = 5, 5, 40
"""So many lines at most has a text with its translations; so many miswritten ids of a file are held against others."""


def without_consequences(register: Register, problems: list[Problem]) -> list[Problem]:
    """The problems without those that another one causes."""
    if len(problems) > 1:
        for drop in (
            _of_dropped,
            _of_old_sources,
            _of_lost_tables,
            _on_lines,
            _of_renamed,
            _of_acts,
            _of_codes,
            _of_clauses,
            _of_the_lost,
        ):
            problems = drop(register, problems)
    return problems


def _of_dropped(register: Register, problems: list[Problem]) -> list[Problem]:
    """A record that could not be read is there, for whoever names it."""
    return [problem for problem in problems if problem.absent.partition(" ")[2] not in register.dropped]


def _on_lines(_register: Register, problems: list[Problem]) -> list[Problem]:
    """What a fault makes other rules say of its line."""
    by_line: dict[tuple[str, int], list[str]] = {}
    for problem in problems:
        by_line.setdefault((problem.place.file, problem.place.line), []).append(problem.rule)
    said: set[tuple[str, int, int]] = set()

    def follows(problem: Problem) -> bool:
        if problem.rule == "figure-contradicts":
            place = problem.place[:3]
            if place in said:
                return True
            said.add(place)
        beside = by_line[problem.place.file, problem.place.line]
        return len(beside) > 1 and any(problem.rule in ON_ITS_LINE.get(rule, ()) for rule in beside)

    return [problem for problem in problems if not follows(problem)]


def _of_old_sources(register: Register, problems: list[Problem]) -> list[Problem]:
    """Where the entries of many states are later than one source, its day is at fault, and not the entries."""
    by_day: dict[str, list[Problem]] = {}
    for problem in problems:
        if problem.rule == "day-after-sources":
            by_day.setdefault(problem.message.rpartition(", to ")[2], []).append(problem)
    for said, late in by_day.items():
        if (states := len({problem.place.file for problem in late})) < IN_MANY_STATES:
            continue
        dated = [source for source in register.sources.values() if source.as_of and day(source.as_of.latest) == said]
        if len(dated) == 1:
            source, first = dated[0], late[0]
            message = f"{len(late)} days in {states} files are later than {source.id}; the first: {first.message}"
            cause = first._replace(place=source.place.of("as_of"), message=message, help="check the day of the source")
            told = set(map(id, late))
            problems = [problem for problem in problems if id(problem) not in told] + [cause]
    return problems


def _of_renamed(_register: Register, problems: list[Problem]) -> list[Problem]:
    """An id that is miswritten where its record stands, or is another's: who names it is right."""
    twice = {
        problem.place.file: None
        for problem in problems
        if problem.rule == "duplicate-key" and problem.place.column == 1
    }
    for file in [place.partition("/")[2] for place in twice]:
        named = {problem.absent for problem in problems if problem.absent.startswith(f"{file} ")}
        if len(named) == 1:
            problems = [problem for problem in problems if problem.absent not in named]
    miswritten: dict[str, list[str]] = {}
    for bad in problems:
        if bad.rule in {"bad-id", "source-without-code"}:
            written = bad.message.split("'")[1] if bad.rule == "bad-id" and "'" in bad.message else bad.help.split()[1]
            of_file = miswritten.setdefault(bad.place.file.partition("/")[2], [])
            of_file.append(written.lower().replace(" ", "-").replace("_", "-"))

    def follows(problem: Problem) -> bool:
        if not problem.rule.startswith("unknown-"):
            return False
        where, _, missing = problem.absent.partition(" ")
        named = missing or problem.message.rpartition(" ")[2]
        files = {where, problem.place.file.partition("/")[2]}
        return any(nearest(named, miswritten[file][:MOST_MISWRITTEN]) for file in files if file in miswritten)

    return [problem for problem in problems if not follows(problem)]


def _of_acts(register: Register, problems: list[Problem]) -> list[Problem]:
    """Where an act is in doubt, or one under the parent, it is not said that a protocol was joined first."""
    if not any(problem.rule in {"protocol-without-parent", "act-without-ground"} for problem in problems):
        return problems
    instrument_of = instruments_by_place(register)

    def cell(problem: Problem) -> tuple[str, str]:
        return problem.place.file, instrument_of(problem)

    doubtful = {cell(problem) for problem in problems if problem.rule in OF_AN_ACT}
    groundless = {cell(problem) for problem in problems if problem.rule == "act-without-ground"}

    def follows(problem: Problem) -> bool:
        if problem.rule == "ratification-without-signature":
            return cell(problem) in groundless
        if problem.rule != "protocol-without-parent":
            return False
        file, instrument = cell(problem)
        held = register.instruments.get(instrument)
        parent = held.requires.instrument if held and held.requires else ""
        return (file, instrument) in doubtful or (file, parent) in doubtful

    return [problem for problem in problems if not follows(problem)]


def instruments_by_place(register: Register) -> Callable[[Problem], str]:
    """Under which instrument a problem of a state's file stands; empty before the first, and in other files."""
    cells = {state.place.file: _cells_of(state) for state in register.states.values()}

    def instrument_of(problem: Problem) -> str:
        lines, ids = cells.get(problem.place.file, ([], []))
        at = bisect_right(lines, problem.place.line) - 1
        return ids[at] if at >= 0 else ""

    return instrument_of


def _cells_of(state: State) -> tuple[list[int], list[str]]:
    """The lines at which a state's cells begin, in order, and their instruments."""
    cells = sorted(state.treaties.values(), key=lambda cell: cell.place.line)
    return [cell.place.line for cell in cells], [cell.instrument for cell in cells]


def _of_lost_tables(_register: Register, problems: list[Problem]) -> list[Problem]:
    """A file whose sources stand under a key that is miswritten holds them."""
    miswritten = {one.place.file for one in problems if one.rule == "unknown-key" and one.place.column == 1}
    return [
        problem
        for problem in problems
        if not (problem.rule == "unknown-source" and problem.width == 1 and problem.place.file in miswritten)
    ]


def _of_codes(_register: Register, problems: list[Problem]) -> list[Problem]:
    """A code that is none of its state's: that it is another's follows."""
    codes = {problem.message.partition(" ")[0] for problem in problems if problem.rule == "codes-disagree"}
    return [
        problem
        for problem in problems
        if problem.rule != "duplicate-state" or problem.message.partition(" ")[0] not in codes
    ]


def _of_clauses(_register: Register, problems: list[Problem]) -> list[Problem]:
    """A wait of impossible length, or a reference that is another instrument's: the states' entries are right."""
    wait = any(problem.rule == "wait-without-length" for problem in problems)
    shared = any(
        problem.rule == "shared-name" and problem.place.file.endswith("/instruments.yaml") for problem in problems
    )
    rules = {"entry-into-force-contradicted", "exit-contradicted"} if wait else set()
    rules |= {"source-of-another"} if shared else set()
    return [problem for problem in problems if problem.rule not in rules]


def _of_the_lost(_register: Register, problems: list[Problem]) -> list[Problem]:
    """What a record that is not read, or lost its source, cited or said: it is not left over. As many as were lost."""
    shaped = [problem for problem in problems if problem.rule in SHAPE]
    lost = [
        problem
        for problem in problems
        if problem.rule in SHAPE - WITHIN
        or problem.rule == "repeated-record"
        or problem.rule.endswith("-without-source")
    ]
    uncited = sum(problem.rule == "source-never-cited" for problem in problems) <= len(lost)
    missing = any(problem.rule in {"missing-key", "missing-value"} for problem in lost)
    unnamed = any(problem.place.file.endswith("/depositaries.yaml") for problem in lost)
    near = {(problem.place.file, problem.place.line + away) for problem in shaped for away in range(1 - ENTRY, ENTRY)}

    def follows(problem: Problem) -> bool:
        if problem.rule == "source-never-cited":
            return bool(lost) and uncited
        if problem.rule == "text-of-nothing":
            return bool(lost)
        if problem.rule == "one-reading":
            return missing
        if problem.rule == "not-the-depositarys":
            return unnamed
        beside = problem.rule in {"agreement-without-purpose", "election-without-default"} or (
            problem.rule in {"text-untranslated", "name-untranslated"} and " and " not in problem.message
        )
        return beside and problem.place[:2] in near

    return [problem for problem in problems if not follows(problem)]
