"""Every page, record and line that a drawn register gives on several days: `python -m tests.walk FOLDER` writes them.

The small register has four states as they are; `tests.drawn` adds states that did everything a state can do. What a
walk gives is too much to be read, but two versions of the program can be walked into two folders, and these compared.
"""

import json
import sys
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from enum import Enum
from functools import cache, partial
from itertools import islice, pairwise
from pathlib import Path
from typing import Any

from tests.answers import REGISTER
from tests.api_schemas import register_in
from tests.drawn import LAST, STRATEGY, Drawing, drawn_beside, number, one_in, when
from toc_treaties.faces import face, lines_of, page_of, record_of
from toc_treaties.model.action import Action, Effect
from toc_treaties.model.instrument import Tier
from toc_treaties.model.place import Place
from toc_treaties.model.problem import Problem
from toc_treaties.model.register import Register
from toc_treaties.model.vocabulary import Grouped, Listed, Members, Purpose
from toc_treaties.model.when import UNSEEN, on, span
from toc_treaties.pages import calendar, site_changes
from toc_treaties.pages.brief import unconfirmed_in
from toc_treaties.pages.cautions import caution_text
from toc_treaties.pages.changed_beside import undated_texts
from toc_treaties.pages.diff import ALL_SHOWN, CELLS_SHOWN, PER_HEADING
from toc_treaties.pages.problems import as_annotations, as_data
from toc_treaties.pages.problems import as_text as as_text_of_problems
from toc_treaties.pages.table import Cells, wide_rows
from toc_treaties.questions.authorities import authorities
from toc_treaties.questions.brief import brief
from toc_treaties.questions.calendar import days_ahead
from toc_treaties.questions.changed_entries import Change, EntryChange
from toc_treaties.questions.changes import changes
from toc_treaties.questions.checklist import checklist
from toc_treaties.questions.conflicts import conflicts
from toc_treaties.questions.currency import currency
from toc_treaties.questions.day_taken import AssumedDay, FutureDay, NotGiven
from toc_treaties.questions.deposit import Deposit, deposit
from toc_treaties.questions.diff import Diff, Side, diff
from toc_treaties.questions.due import due
from toc_treaties.questions.explain import explain
from toc_treaties.questions.export import export
from toc_treaties.questions.gaps import gaps
from toc_treaties.questions.instrument import instrument_profile
from toc_treaties.questions.measures import of_state, on_topic
from toc_treaties.questions.pairs import matrix, what_if, with_all
from toc_treaties.questions.progress import progress
from toc_treaties.questions.reconcile import SavedRows, reconcile
from toc_treaties.questions.returns import over_years, year_figures
from toc_treaties.questions.scope import Scope
from toc_treaties.questions.sources import sources
from toc_treaties.questions.table import table
from toc_treaties.questions.worklist import worklist
from toc_treaties.readers.page import Page, Row
from toc_treaties.records import lines
from toc_treaties.records.actions import rows as rows_of_actions
from toc_treaties.records.export import record as export_record
from toc_treaties.records.not_given import record as not_given
from toc_treaties.site.contents import contents
from toc_treaties.site.shelf import Shelf
from toc_treaties.words.language import ENGLISH
from toc_treaties.words.site import on_site

DAYS = tuple(map(date.fromisoformat, ("2009-06-30", LAST.isoformat())))
Step = tuple[str, str, object, Mapping[str, object]]
"""A question, the kind of its page, the answer, and how the page is asked for."""


@cache
def drawn() -> Register:
    """The register that is walked."""
    return drawn_beside(register_in(REGISTER))


def answers(register: Register, day: date) -> Iterator[Step]:
    """What is asked at the command line alone, or otherwise there than on the site."""
    states, instruments = [*register.states.values()], [*register.instruments.values()]
    scope = Scope(day, tuple(states), tuple(instruments))
    for at, instrument in enumerate(instruments):
        state = states[at % len(states)]
        yield from (("deposit", "", each, {}) for each in _bent(deposit(register, state, instrument, day)))
        yield "map", "", instrument_profile(register, instrument, scope, day), {}
        yield "pairs", "what_if", what_if(register, states, state, instrument, day, None if at % 3 else "boarding"), {}
        for each in states:
            yield "explain", "", explain(register, each, instrument, day), {}
    for purpose in Purpose:
        yield "pairs", "matrix", matrix(register, states, day, purpose), {}
        yield "pairs", "with_all", with_all(register, states, states[4], day, purpose), {}
    meetings = [*register.meetings.values()]
    since = (date(1990, 1, 1), None), (meetings[2].begins.earliest, meetings[2])
    for (first, meeting), undated in ((each, undated) for each in since for undated in (True, False)):
        yield "changes", "", changes(register, scope, first, day, meeting), {"undated": undated}
    for state, by in zip(states[4:], Grouped, strict=False):
        yield "checklist", "", checklist(register, state, day), {"by": by}
        yield "brief", "", brief(register, scope._replace(states=(state,), states_named=True), day, states[:2]), {}
        yield "measures", "", of_state(register, state, day), {"every": True}
    for topic in [*register.topics.values()][::4]:
        yield "measures", "topic", on_topic(register, scope, topic, day), {"every": True}
    for limited in _limited(scope):
        yield from _of_scope(register, limited, day)


def _limited(scope: Scope) -> Iterator[Scope]:
    """What filters leave of a scope."""
    for state in scope.states[3:]:
        yield scope._replace(states=(state,), states_named=True)
    yield scope._replace(states=scope.states[2:7], group="caricom", members=Members.PARTICIPATING)
    yield scope._replace(states=scope.states[4:], group="caricom", subregion="caribbean")
    for tier in Tier:
        instruments = tuple(instrument for instrument in scope.instruments if instrument.tier is tier)
        yield scope._replace(instruments=instruments, tier=tier)
        yield scope._replace(instruments=instruments, tier=tier, states=scope.states[6:7], states_named=True)
    newest = max(scope.instruments, key=lambda instrument: instrument.adopted)
    yield scope._replace(instruments=(newest,), instruments_named=True)
    yield scope._replace(
        states=scope.states[5:7], states_named=True, instruments=scope.instruments[-1:], instruments_named=True
    )


def _bent(answer: Deposit) -> Iterator[Deposit]:
    """A deposit; one that takes effect on a day that is not known, and serves for requests in one direction."""
    yield answer
    effects = answer.effects
    if effects is not None:
        each_way = ((True, True), (True, False), (False, True))
        arising = (each._replace(to_state=a, to_partner=b) for each in effects.arising[:1] for a, b in each_way)
        yield answer._replace(
            consent=answer.consent._replace(in_force=span(*DAYS)), effects=effects._replace(arising=tuple(arising))
        )


def _of_scope(register: Register, scope: Scope, day: date) -> Iterator[Step]:
    """What is asked of some states or instruments."""
    found = gaps(register, scope, day)
    yield from (("gaps", "", found, {"overview": overview}) for overview in (False, True))
    yield "gaps", "by_instrument", found, {}
    if not scope.states_named:
        cells = table(register, scope, day)
        yield from (("table", "", cells, {"cells": how, "transpose": how is Cells.DATES}) for how in Cells)
    if not scope.states_named or scope.tier:
        yield "brief", "", brief(register, scope, day), {}
    yield "due", "", due(register, scope, day), {}
    yield "currency", "", currency(register, scope, day), {}
    yield "conflicts", "", conflicts(register, scope, day), {}
    yield "calendar", "", days_ahead(register, scope, day), {}
    yield "progress", "", progress(register, scope, day, STRATEGY), {}
    yield "worklist", "", worklist(register, scope, day, 2), {}
    changed = changes(register, scope, date(2000, 1, 1), day)
    yield "changes", "", changed, {}
    yield "changes", "", changed._replace(changes=(), undated=(), measures=(), newest=span(DAYS[0], LAST)), {}
    yield "authorities", "overview", authorities(register, scope, day), {}


def answers_of_no_day(register: Register) -> Iterator[Step]:
    """Annual figures, what a change means, what sources show, and what saved pages say."""
    states = [*register.states.values()]
    for year in (2023, 2024, 2025):
        figures = year_figures(register, states, year)
        yield from (("returns", kind, figures, {}) for kind in ("year", "randot"))
    yield from (("returns", "years", over_years(register, state), {}) for state in states[3:])
    small = register_in(REGISTER)
    for before, after in ((small, register), (register, small), *_changed(register)):
        yield "diff", "", diff(Side(before, "1234567", DAYS[0]), Side(after), LAST), {}
    drawing = Drawing(register)
    lost = Side(small, problems=tuple(_faults(drawing)), unread=frozenset({"bodies.yaml"}), day=LAST)
    yield (
        "diff",
        "",
        diff(lost, Side(small, empty=True, revision="7654321", day=LAST), LAST, ("topics.yaml",), ("x",)),
        {},
    )
    yield "diff", "", diff(Side(small), Side(small), LAST), {}
    yield from (("sources", "", sources(register, id), {}) for id in [*register.sources][::9])
    yield from _saved(register)


def _changed(register: Register) -> Iterator[tuple[Register, Register]]:
    """A register beside one of which a state or what all share is otherwise, both ways."""
    states = [*register.states.values()][4:]
    for at, (state, other) in enumerate(pairwise(states)):
        cells = {
            id: cell._replace(actions=tuple(_otherwise(action, n) for n, action in enumerate(cell.actions, at)))
            for id, cell in state.treaties.items()
        }
        fields = {field: getattr(other, field) for field in ("designations", "assessments", "memberships", "returns")}
        made = state._replace(treaties=cells) if at % 2 else state._replace(treaties=other.treaties, **fields)
        measures = register.measures if at % 2 else {**register.measures, state.slug: register.measures[other.slug]}
        changed = register._replace(states={**register.states, state.slug: made}, measures=measures)
        yield from ((register, changed), (changed, register))
    note = " ".join(map(str, range(200)))
    clauses = [each.accession for each in register.instruments.values()]
    instruments = {
        id: each._replace(in_force=LAST, note=f"{note} and {at}", accession=clauses[-at - 1])
        for at, (id, each) in enumerate(register.instruments.items())
    }
    agreements = dict([*register.agreements.items()][:7])
    changed = register._replace(instruments=instruments, agreements=agreements)
    again = {id: each._replace(note=f"{note} or {id}") for id, each in instruments.items()}
    yield from ((register, changed), (changed, changed._replace(instruments=again)))
    meetings = {id: each._replace(where="elsewhere") for id, each in register.meetings.items()}
    yield register, register._replace(meetings=meetings)
    few = states[0]._replace(slug="few", iso3="XXF", treaties={}, returns={}, assessments=())
    more = register._replace(states={**register.states, "few": few})
    yield from ((register, more), (more, register))


def _cut(answer: Diff) -> Iterator[Diff]:
    """An answer of which just as much is left as a page shows, and one more."""
    found: dict[str, list[EntryChange]] = {}
    for entry in answer.entries:
        found.setdefault(entry.subject.state.slug if entry.subject.state else entry.subject.file, []).append(entry)
    gone = [entry for entry in answer.entries if entry.change is Change.GONE]
    standings = answer.meaning.standings
    for more in (0, 1):
        entries = tuple(entry for each in found.values() for entry in each[: PER_HEADING + more])
        entries += entries[-1:] * (ALL_SHOWN + 1 - len(entries))
        meaning = answer.meaning._replace(standings=(standings * CELLS_SHOWN)[: CELLS_SHOWN + more])
        yield answer._replace(entries=entries, meaning=meaning)
        yield answer._replace(entries=tuple(gone[: PER_HEADING + more]))


def _otherwise(action: Action, at: int) -> Action:
    """An act of which something is otherwise."""
    statements = tuple(
        each._replace(withdrawn=on(LAST), unconfirmed=None, sources=("another", *each.sources[1:]))
        for each in action.statements
    )
    match at % 5:
        case 0:
            return action._replace(unconfirmed=None if action.unconfirmed else "not seen")
        case 1:
            return action._replace(day_unconfirmed=None if action.day_unconfirmed else "day not seen")
        case 2:
            return action._replace(statements=statements)
        case 3:
            return action._replace(sources=action.sources[::-1][:1], gazette="No. 1")
        case _:
            return action._replace(when=on(action.when.earliest + timedelta(20)) if action.when != UNSEEN else on(LAST))


def _saved(register: Register) -> Iterator[Step]:
    """Pages of depositaries: what the register holds in some rows, and what was drawn in others."""
    drawing, found = Drawing(register), []
    for at, instrument in enumerate(register.instruments.values()):
        rows = []
        for state in register.states.values():
            place = f"page/{instrument.id}/{state.iso3}"
            row = drawing.of(Row, place, participant=state.called, state=state.iso3)
            acts = {act.effect: act for act in register.cell(state, instrument.id).actions}
            if (signed := acts.get(Effect.SIGNS)) and one_in(2, place):
                row = row._replace(signature=signed.when.day, signature_kind=signed.kind, signature_withdrawn=False)
            if (joined := acts.get(Effect.CONSENTS)) and number(place, 3):
                row = row._replace(consent=joined.when.day, action=joined.kind, consent_withdrawn=False)
            rows.append(row)
        absent = at % 2
        totals = {"parties": at} if at % 3 else {}
        page = drawing.of(Page, f"page/{instrument.id}", as_at=LAST, rows=tuple(rows[absent:]), totals=totals)
        slugs = {state.called: state.slug for state in register.states.values()}
        codes = {state.called: state.iso3 for state in register.states.values()}
        found.append(reconcile("page.csv", page, slugs, instrument, register))
        yield "reconcile", "saved", SavedRows("page.csv", page, instrument, codes), {}
    yield from (("reconcile", "", tuple(pages), {}) for pages in (found, found[:1]))


def _of_a_day(day: date) -> Iterator[tuple[str, Any]]:
    """What is given on a day: whatever the site asks, and what it does not."""
    shelf = Shelf(drawn(), on_site("en"), day)
    for at, leaf in enumerate(contents(shelf)):
        if leaf.kind != "across" or at % 7 == 0:
            answer = leaf.ask()
            if leaf.own is not None or leaf.sifted is not None:
                yield _named(leaf.question, leaf.kind, "site"), leaf.page(answer, on_site("en"))
            if leaf.recorded:
                yield from _given(leaf.question, leaf.kind, answer, leaf.how)
    for step in answers(drawn(), day):
        yield from _given(*step)
    ahead = days_ahead(drawn(), Scope(day, shelf.states, shelf.instruments), day)
    yield "calendar: days", calendar.days(ahead, ENGLISH)
    standings = table(drawn(), shelf.scope, day)
    yield from ((f"table: {how}", wide_rows(standings, ENGLISH, how)) for how in Cells)


def _of_no_day() -> Iterator[tuple[str, Any]]:
    register = drawn()
    for step in answers_of_no_day(register):
        yield from _given(*step)
    scope = Scope(LAST, tuple(register.states.values()), tuple(register.instruments.values()))
    yield from _beside(register)
    for before, after in islice(_changed(register), 3):
        for cut in _cut(diff(Side(before), Side(after), LAST)):
            yield "diff: cut", page_of("diff", "")(cut, ENGLISH)
    for instrument in scope.instruments[::4]:
        told = changes(register, scope._replace(instruments=(instrument,)), DAYS[0], LAST)
        for change in told.changes[:2]:
            meeting = next(iter(register.meetings.values()))._replace(begins=on(change.told_on.earliest))
            since = told._replace(meeting=meeting)
            yield "changes: site", site_changes.page(since, on_site("en"))
    yield "feed", site_changes.feed(changes(register, scope, DAYS[0], LAST), ENGLISH)
    yield "export", export_record(export(register, LAST), "1234567")


PARTS: Mapping[str, Callable[[], Iterator[tuple[str, Any]]]] = {
    **{day.isoformat(): partial(_of_a_day, day) for day in DAYS},
    "no-day": _of_no_day,
}
"""What each answer gives, under the name of its question and of what was made of it, in parts."""


def _faults(drawing: Drawing) -> list[Problem]:
    """Faults of the data, in three files."""
    drawn_faults = (drawing.of(Problem, f"faults/{n}") for n in range(24))
    return [each._replace(place=Place(f"{n % 3}.yaml", n, n * 20 + 1)) for n, each in enumerate(drawn_faults)]


def _beside(register: Register) -> Iterator[tuple[str, Any]]:
    """What is said beside an answer: of the day taken, of a past revision, of faults, of what a brief marks."""
    states, instruments = [*register.states.values()], [*register.instruments.values()]
    drawing, meeting = Drawing(register), next(iter(register.meetings.values()))
    cells = tuple(zip(states, instruments, strict=False))
    taken = (
        FutureDay(date(2030, 1, 2), LAST),
        AssumedDay(meeting, when("a meeting"), DAYS[0]),
        NotGiven("1234567", ("bodies.yaml", "topics.yaml"), ("an-id",), cells[:2], ("sources.yaml:3",)),
        NotGiven("1234567", cells=cells),
    )
    yield "cautions: text", [caution_text(each, ENGLISH) for each in taken]
    yield "not given: record", not_given(taken)
    faults = _faults(drawing)
    shown = ["", *(f"{n}\t" * 90 * (n + 1) for n in range(20)), "short"]
    yield "problems: text", as_text_of_problems(faults, 5, lambda _file: shown)
    yield "problems: data", as_data(faults)
    yield "problems: annotations", as_annotations(faults)
    entries = diff(Side(register_in(REGISTER)), Side(register), LAST).entries
    yield "changes beside: undated", [*undated_texts(entries, register, ENGLISH)]
    scope = Scope(LAST, tuple(states), tuple(instruments))
    briefs = [brief(register, scope, LAST), *(brief(register, scope._replace(states=(each,)), LAST) for each in states)]
    yield "brief: unconfirmed", [unconfirmed_in(page_of("brief", "")(each, ENGLISH)) for each in briefs]
    for listed in Listed:
        yield from _given("checklist", "", checklist(register, states[5], LAST, (listed,)), {})


def _named(question: str, kind: str, what: str) -> str:
    return f"{question}{' ' if kind else ''}{kind.replace('_', ' ')}: {what}"


def _given(question: str, kind: str, answer: object, how: Mapping[str, object]) -> Iterator[tuple[str, Any]]:
    """The page, the record and the lines of an answer."""
    yield _named(question, kind, "page"), page_of(question, kind)(answer, words=ENGLISH, **how)
    record = record_of(question, kind)(answer)
    yield _named(question, kind, "record"), record
    if actions := rows_of_actions(record):
        yield _named(question, kind, "actions"), actions
    fields, listed = (face("records", question, kind, name) for name in ("FIELDS", "LISTED"))
    if listed is None or listed in record:
        rows = lines(record, listed, fields) if listed else lines_of(question, kind, answer)
        yield _named(question, kind, "lines"), rows


def as_text(value: Any, indent: int | None = None) -> str:  # noqa: ANN401 - whatever a page or a record is made of
    """A value as text, the same on every machine: what a field holds, in the order of the fields."""
    return json.dumps(value, ensure_ascii=False, indent=indent, default=_plain)


def _plain(value: Any) -> Any:  # noqa: ANN401 - as above
    """What JSON does not know."""
    match value:
        case Enum():
            return value.name
        case date():
            return value.isoformat()
        case Mapping():
            return dict(value)
        case set() | frozenset():
            return sorted(map(str, value))
    return list(value)


def main() -> None:
    """Write what the walk gives, a file for each question and what was made of it."""
    texts: dict[str, list[str]] = {}
    for part, steps in PARTS.items():
        for name, value in steps():
            texts.setdefault(f"{part}/{name.replace(': ', '-').replace(' ', '-')}.json", []).append(as_text(value, 1))
    for name, each in texts.items():
        file = Path(sys.argv[1], name)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("\n".join(each) + "\n", "utf-8")


if __name__ == "__main__":
    main()
