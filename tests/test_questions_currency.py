"""How strong and how current the evidence is, which page to fetch next, and where sources disagree."""

import json
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

import pytest

from tests.console import toc
from tests.measures import held, measure, source
from tests.registers import ALPHA, Tiny, scope, tiny, together
from toc_treaties.law.evidence import is_marked
from toc_treaties.law.gap import Part
from toc_treaties.law.measures import standings_of
from toc_treaties.law.strength import TO_VERIFY, YEARS, Strength, age_of, measure_strength
from toc_treaties.model.action import Action, Conflict
from toc_treaties.model.agreement import Agreement, AgreementParty
from toc_treaties.model.measure import Shown, StateMeasures
from toc_treaties.model.register import Register
from toc_treaties.model.source import Basis
from toc_treaties.model.state import State
from toc_treaties.model.when import When, on
from toc_treaties.pages.conflicts import page as conflicts_page
from toc_treaties.questions.conflicts import conflicts
from toc_treaties.questions.currency import KINDS, Currency, currency
from toc_treaties.questions.gaps import gaps
from toc_treaties.questions.worklist import Use, Wait, worklist
from toc_treaties.words.language import ENGLISH
from toc_treaties.writers import plain

DAY = date(2026, 11, 21)
DAYS = [DAY, date(2021, 11, 11), date(2010, 1, 1), date(1995, 6, 30), date(1962, 2, 1)]
Make = Callable[..., Tiny]


def asked(register: Register, day: date = DAY) -> Currency:
    """How current a small register is."""
    return currency(register, scope(register, day), day)


@pytest.mark.parametrize(
    ("entries", "strength"),
    [
        ("- ratification: 2001-05-05\n  source: [heard, seen]", Strength.DEPOSITARY),
        ("- none_seen: 2020-01-01\n  source: seen", Strength.DEPOSITARY),
        ("- ratification: 2001-05-05\n  source: heard", Strength.SECONDARY),
        (
            "- ratification: 2001-05-05\n  source: seen\n  day_unconfirmed: a row without a day",
            Strength.DAY_UNCONFIRMED,
        ),
        ("- ratification: 2001-05-05\n  unconfirmed: no row seen", Strength.UNCONFIRMED),
        ("- none_seen: undated\n  source: undated", Strength.UNCERTAIN),
        ("- no_information: the list was not seen", Strength.LOOKED_FOR),
        ("[]", Strength.NOTHING_KNOWN),
    ],
)
def test_each_cell_has_one_strength(entries: str, strength: Strength) -> None:
    """The depositary's record, another source, an act without its day, no source, an open absence, nothing at all."""
    body = entries if entries == "[]" else "\n  " + entries.replace("\n", "\n  ")
    (cell,) = asked(tiny(f"alpha: {body}").register).cells
    assert cell.strength is strength
    assert (cell.part is Part.TO_VERIFY) is (strength in TO_VERIFY)


def test_a_state_that_cannot_join_is_outside_every_count() -> None:
    """Before an instrument is open, nothing is asked of the evidence."""
    made = tiny("alpha:\n  - none_seen: 2020-01-01\n    source: seen\n")
    (found,) = asked(made.register, date(1999, 12, 31)).instruments
    assert found.counts == {Strength.OUTSIDE: 1}
    assert (found.oldest, found.undated, found.to_verify) == (None, 0, 0)
    assert worklist(made.register, scope(made.register, DAY), date(1999, 12, 31), 5).pages == ()


@pytest.mark.parametrize(("years", "band"), [(1, 0), (2, 1), (5, 2), (9, 2), (10, 3), (40, 3)])
def test_age_is_counted_in_bands_of_whole_years(years: int, band: int) -> None:
    """On the day itself that two, five or ten years are over, evidence is in the older band."""
    assert age_of(on(date(2026 - years, 11, 21)), DAY) == band
    assert band == 0 or age_of(on(date(2026 - YEARS[band - 1], 11, 22)), DAY) == band - 1


@pytest.mark.parametrize(
    ("made", "strength"),
    [
        (measure("in-force", "gazette-2014-05-01", shown=Shown.TEXT), "official_text"),
        (measure("in-force", "gazette-2014-05-01", shown=Shown.MENTION), "official_listing"),
        (measure("in-force", "press-2014-05-01", shown=Shown.TEXT), "secondary"),
        (measure("named", "gazette-2014-05-01", shown=Shown.TEXT), "named"),
        (measure("adopted", "gazette-2014-05-01", shown=Shown.TEXT, unconfirmed="deduced"), "unconfirmed"),
    ],
)
def test_each_measure_has_one_strength(made: object, strength: str) -> None:
    """An official text goes before an official list, that before others; a name alone is that, whoever prints it."""
    (standing,) = standings_of(held(made), DAY)  # type: ignore[arg-type]
    assert measure_strength(standing) == strength


SEVERAL = {
    "XXA": "treaties:\n  alpha:\n    - ratification: 2001-05-05\n      source: heard\n  beta: []\n  gamma: []\n",
    "XXB": "treaties:\n  alpha: []\n  beta:\n    - none_seen: 2020-01-01\n      source: seen\n  gamma: []\n",
}
PAGES = "".join(
    ALPHA.replace("alpha:", f"{id}:") + extra
    for id, extra in (
        ("alpha", '      status_page: "https://a.example/alpha"\n'),
        ("beta", '      status_page: "https://a.example/beta"\n'),
        ("gamma", ""),
    )
)


def test_the_page_that_settles_most_goes_first() -> None:
    """More cells to verify, then more to confirm, then more to refresh; each cell is counted once."""
    register = together(SEVERAL, instruments=PAGES)
    pages = worklist(register, scope(register, DAY), DAY, 5).pages
    assert [(page.instrument.id, *(len(page.of(use)) for use in Use)) for page in pages] == [
        ("gamma", 2, 0, 0),
        ("alpha", 1, 1, 0),
        ("beta", 1, 0, 1),
    ]
    assert [page.address for page in pages] == [None, "https://a.example/alpha", "https://a.example/beta"]


def test_how_old_evidence_must_be_is_asked_for() -> None:
    """What was seen in January 2020 is to be refreshed after six years, and not after seven."""
    register = together(SEVERAL, instruments=PAGES)
    by_years = {
        years: sum(len(page.of(Use.REFRESH)) for page in worklist(register, scope(register, DAY), DAY, years).pages)
        for years in (6, 7)
    }
    assert by_years == {6: 1, 7: 0}


def test_a_table_that_was_compared_needs_no_refreshing() -> None:
    """Where a whole table was compared last year, the page would refresh nothing, and is not listed."""
    entries = "alpha:\n  - ratification: 2001-05-05\n    source: seen\n"
    compared = ALPHA + "      checked: {as_of: 2025-11-21, source: seen}\n"
    for instruments, wanted in ((ALPHA, [1]), (compared, [])):
        register = tiny(entries, instruments=instruments).register
        pages = worklist(register, scope(register, DAY), DAY, 5).pages
        assert [len(page.of(Use.REFRESH)) for page in pages] == wanted


def test_measures_wait_for_a_page_of_the_publisher_that_showed_them_last() -> None:
    """What is adopted, named or unconfirmed waits, under the newest official page, else under the newest of all."""
    made = tiny()
    kept = held(
        measure("adopted", "gazette-2014-05-01", "press-2019-01-01", number="1"),
        measure("named", "press-2019-01-01", number="2"),
        measure("in-force", "gazette-2014-05-01", number="3"),
        measure("adopted", number="4", unconfirmed="deduced"),
    )
    register = made.register._replace(measures={"avalon": kept})
    found = worklist(register, scope(register, DAY), DAY, 5).at_home
    assert [(each.publisher, [(one.standing.measure.number, one.wait) for one in each.measures]) for each in found] == [
        ("Gazette", [("1", Wait.ADOPTED)]),
        ("Press", [("2", Wait.NAMED)]),
        (None, [("4", Wait.UNCONFIRMED)]),
    ]


@pytest.mark.data
@pytest.mark.parametrize("day", DAYS)
def test_the_counts_are_those_of_every_other_page(register: Register, day: date) -> None:
    """On any day the strengths part all cells, and what is to verify is as much as gaps and the worklist say."""
    answer = currency(register, scope(register, day), day)
    assert all(sum(each.counts.values()) == len(register.states) for each in answer.instruments)
    assert all(
        sum(each.ages(day).values()) + each.undated == sum(cell.shown for cell in each.cells)
        for each in answer.instruments
    )
    wanted = Counter(
        entry.instrument.id
        for entry in gaps(register, scope(register, day), day).entries
        if entry.part is Part.TO_VERIFY
    )
    assert Counter({each.instrument.id: each.to_verify for each in answer.instruments}) == wanted
    pages = worklist(register, scope(register, day), day, 5).pages
    assert Counter({page.instrument.id: len(page.of(Use.SETTLE)) for page in pages}) == wanted
    weaker = {Strength.SECONDARY, Strength.DAY_UNCONFIRMED}
    confirmed = sum(each.counts[strength] for each in answer.instruments for strength in weaker)
    assert sum(len(page.of(Use.CONFIRM)) for page in pages) == confirmed


@pytest.mark.data
def test_each_recorded_conflict_is_listed_with_both_sides(register: Register) -> None:
    """As many as the files hold, of instruments and of acts; each says why one is followed, or that none shows it."""
    recorded = sum(len(each.conflict) for each in register.instruments.values())
    recorded += sum(
        len(entry.conflict)
        for state in register.states.values()
        for cell in state.treaties.values()
        for entry in cell.entries
        if isinstance(entry, Action)
    )
    answer = conflicts(register, scope(register, DAY), DAY)
    assert recorded == len(answer.every) >= 20
    known = {source.id for source in answer.sources}
    assert all({*each.followed, *each.conflict.sources} <= known for each in answer.every)
    assert all(each.conflict.sources or each.conflict.unconfirmed for each in answer.every)
    assert [each.state.iso3 for each in answer.contested] == ["VEN"]


CONFLICT = """
    alpha:
      - ratification: 2001-05-05
        source: seen
        conflict:
          - {says: 2001-06-06, source: heard, why: the table is kept}
          - {says: a party in 2000, unconfirmed: told by telephone, why: the same}
"""


def test_a_conflict_shows_both_values_and_why() -> None:
    """The act that is followed, with its source and its entry into force, stands beside what the other source says."""
    register = tiny(CONFLICT).register
    text = " ".join(plain.write(conflicts_page(conflicts(register, scope(register, DAY), DAY), ENGLISH), 200).split())
    assert "ratified 5 May 2001; in force 1 Jan 2002 [seen] 6 Jun 2001 [heard]" in text
    assert "the depositary's own record why it is not followed: the table is kept" in text
    assert "a party in 2000†" in text
    assert "unconfirmed: told by telephone" in text
    assert conflicts(register, scope(register, DAY), date(2001, 5, 4)).every == ()


def test_what_several_states_record_of_one_page_stands_once() -> None:
    """A plan of several states, of which one page says otherwise, is one line with all of them, and cites it once."""
    register = together(SEVERAL, instruments=PAGES)
    measures = {}
    for code in ("xxa", "xxb"):
        conflict = Conflict("adopted in 2019", sources=(f"{code}-press",), why="the gazette prints 2020")
        plan = measure("adopted", f"{code}-gazette", kind="plan", adopted="2020", conflict=(conflict,))
        pages = {f"{code}-gazette": source("gazette-2020-05-01"), f"{code}-press": source("press-2021-01-01")}
        named = {id: page._replace(id=id) for id, page in pages.items()}
        measures[code] = StateMeasures((plan,), (), named)
    answer = conflicts(register._replace(measures=measures), scope(register, DAY), DAY)
    text = " ".join(plain.write(conflicts_page(answer, ENGLISH), 200).split())
    assert len(answer.measures) == 2
    assert text.count("adopted in 2019") == 1
    assert "Xxa, Xxb" in text
    assert "[xxa-press]" in text
    assert "xxb-press" not in text


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        (("seen", "--state", "haiti"), "--state limits what is counted"),
        (("--list", "--as-of", "2020"), "--as-of limits what is counted"),
        (("seen", "--worklist"), "leave out its id"),
        (("--older-than", "3"), "add --worklist"),
        (("--list", "--conflicts"), "cannot be given together"),
    ],
)
def test_what_does_not_belong_together_is_refused(asked: tuple[str, ...], says: str) -> None:
    """One sentence says which option to leave out or to add."""
    result = toc("sources", *asked)
    assert (result.code, result.out) == (2, "")
    assert says in result.err


@pytest.mark.data
@pytest.mark.parametrize("asked", [(), ("--worklist",), ("--conflicts",), ("--as-of", "1995-01-01"), ("-s", "bolivia")])
def test_a_page_fits_a_screen(asked: tuple[str, ...]) -> None:
    """No line of the pages on all states is wider than 80 signs, but for an address that is kept whole."""
    lines = toc("sources", *asked, "-f", "plain").out.splitlines()
    assert len(lines) > 40
    assert [line for line in lines if len(line) > 80 and "://" not in line] == []


@pytest.mark.data
def test_one_state_is_shown_cell_by_cell() -> None:
    """A state's page names each instrument with its evidence, and what is to verify; its record has its cells alone."""
    text = " ".join(toc("sources", "-s", "haiti", "--as-of", "2026-11-21").out.split())
    assert "2.vi 1971 Convention no action depositary 27 Jan 2014; secondary source 2022" in text
    record = json.loads(toc("sources", "-s", "haiti", "--as-of", "2026-11-21", "-f", "json").out)
    assert [cell["state"] for cell in record["cells"]] == ["HTI"] * len(record["instruments"])


Kept = tuple[str, Any, When | None, str | None]
"""A record with its kind, the day from which it counts, and the instrument that it is under."""


def under_instruments(state: State) -> Iterator[Kept]:
    """What a state has said, and where it was invited."""
    for id, cell in state.treaties.items():
        for action in cell.actions:
            yield from (("statement", said, said.made or action.when, id) for said in action.statements)
        yield from (("invitation", each, each.decided, id) for each in cell.invitations)


def beside_instruments(state: State) -> Iterator[Kept]:
    """Its authorities, memberships, part in the Organization and progress."""
    yield from (("designation", each, each.since or each.notified, each.instrument) for each in state.designations)
    for period in (period for periods in state.memberships.values() for period in periods):
        yield "membership", period, period.since, None
    for limit in state.participation:
        yield from (("participation", each, limit.since, None) for each in (limit, *limit.readings))
    yield from (("assessment", each, each.made, None) for each in state.assessments)


def records_by(register: Register, day: date, ids: set[str] | None) -> Iterator[tuple[str, Any, bool]]:
    """What may have been recorded by a day, kind by kind, and whether it is marked; of some instruments or of all."""
    states = register.states.values()
    kept = [each for state in states for each in (*under_instruments(state), *beside_instruments(state))]
    codes = {state.iso3 for state in states}
    kept += [
        ("agreement", each, each.in_force or each.signed or each.seen, None)
        for each in register.agreements.values()
        if codes & {*each.signatories, *(party.state for party in each.parties)}
    ]
    for kind, record, when, instrument in kept:
        if (when is None or when.earliest <= day) and (ids is None or instrument in ids):
            never = kind in {"participation", "assessment"}
            yield kind, record, not never and is_marked(record)


@pytest.mark.data
@pytest.mark.parametrize("named", [(), ("untoc", "budapest")])
@pytest.mark.parametrize("day", [DAY, date(2003, 12, 31), date(1996, 6, 30)])
def test_the_records_beside_the_cells_are_counted_once_more(whole: Register, day: date, named: tuple[str, ...]) -> None:
    """Statements, invitations, authorities, memberships, agreements and assessments by a day, by what they rest on."""
    asked = scope(whole, day)
    if named:
        asked = scope(whole, day, None, [whole.instruments[id] for id in named])._replace(instruments_named=True)
    expected: dict[str, list[Basis]] = {}
    seen: dict[str, list[When]] = {}
    for kind, record, marked in records_by(whole, day, {*named} or None):
        cited = [whole.sources[id] for id in record.sources]
        kinds = sorted((source.kind for source in cited), key=[*Basis].index)
        expected.setdefault(kind, []).append(Basis.UNCONFIRMED if marked or not kinds else kinds[0])
        seen.setdefault(kind, []).extend(source.as_of for source in cited if source.as_of is not None)
    answer = currency(whole, asked, day).records
    assert {each.kind: each.counts for each in answer if each.counts} == {
        kind: Counter(bases) for kind, bases in expected.items()
    }
    for each in answer:
        days = sorted(when.latest for when in seen.get(each.kind, ()))
        bounds = [end.latest if end else None for end in (each.oldest, each.newest)]
        assert bounds == ([days[0], days[-1]] if days else [None, None])


@pytest.mark.parametrize(
    ("fields", "first"),
    [
        ({"signed": "2001-05-05", "in_force": "2003-05-05", "seen": "2010-01-01"}, "2003-05-05"),
        ({"signed": "2001-05-05", "seen": "2010-01-01"}, "2001-05-05"),
        ({"seen": "2010-01-01"}, "2010-01-01"),
    ],
)
def test_an_agreement_is_counted_from_its_force_else_its_signature_else_the_list(
    fields: dict[str, str], first: str
) -> None:
    """On the day itself it is counted and on the eve it is not; one between other states is not counted."""
    register = together(SEVERAL, instruments=PAGES)
    days = {name: on(date.fromisoformat(text)) for name, text in fields.items()}
    agreement = Agreement("a", "Treaty", "bilateral", (), sources=("seen",))._replace(**days)  # type: ignore[arg-type]
    begins = date.fromisoformat(first)
    for party, counted in (("XXA", [0, 1]), ("XXZ", [0, 0])):
        held = agreement._replace(parties=(AgreementParty(party),))
        with_it = register._replace(agreements={"a": held})
        found = [asked(with_it, day).records[KINDS.index("agreement")] for day in (begins - timedelta(1), begins)]
        assert [sum(each.counts.values()) for each in found] == counted
