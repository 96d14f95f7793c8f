"""What changed in a span of time: each event once, in the span that holds its last possible day."""

from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.console import toc
from tests.registers import ALPHA, Tiny, state_of, together
from tests.strategies import DAYS, SOURCES, dossiers
from toc_treaties.law.dossier import Dossier
from toc_treaties.model.register import Register
from toc_treaties.model.state import Period
from toc_treaties.model.when import on
from toc_treaties.pages.changes import sentence
from toc_treaties.questions.changes import Change, ChangeKind, Changes, changes

Make = Callable[..., Tiny]
TODAY = date(2026, 11, 21)
EVER = (date.min, date.max)


def _asked(register: Register, since: str, until: str = "2026-11-21") -> Changes:
    days = date.fromisoformat(since), date.fromisoformat(until)
    return changes(register, register.states.values(), register.instruments.values(), *days)


def _told(found: tuple[Change, ...]) -> list[tuple[str, str]]:
    return [(one.when.text, sentence(one)) for one in found]


# On the real register

SINCE_THE_DRAFT = [
    ("2023-10-10", "Barbados ratified UNCAC; in force for it 2023-11-09"),
    ("2023-11-09", "UNCAC entered into force for Barbados"),
    ("2024-08-06", "Saint Kitts and Nevis acceded to UNCAC; in force for it 2024-09-05"),
    ("2024-09-05", "UNCAC entered into force for Saint Kitts and Nevis"),
    ("2026-06-26", "Trinidad and Tobago acceded to Minamata; in force for it 2026-09-24"),
    ("2026-09-24", "Minamata entered into force for Trinidad and Tobago"),
]
"""Acts since 14 September 2023 on UNTC's pages XVIII-14 and XXVII-17, and what followed from them."""


@pytest.mark.data
def test_what_changed_since_the_draft_recommendations(register: Register) -> None:
    """Since 14 September 2023 the span holds each recorded deposit and the entry into force that followed."""
    found = _told(_asked(register, "2023-09-14").changes)
    assert [one for one in found if one in SINCE_THE_DRAFT] == SINCE_THE_DRAFT


@pytest.mark.data
def test_nicaragua_left_the_organization_in_that_time(register: Register) -> None:
    """Nicaragua's exit of 19 November 2023 is a change of membership, and its treaties are left as they were."""
    found = _asked(register, "2023-09-14")
    (exit_,) = (one for one in found.changes if one.kind is ChangeKind.MEMBERSHIP and one.organization == "oas")
    assert (exit_.state.iso3, exit_.when, exit_.joins) == ("NIC", on(date(2023, 11, 19)), False)
    dated = [one for one in found.changes if one.state.iso3 == "NIC"]
    assert dated == [exit_]


@pytest.mark.data
def test_a_change_of_status_is_one_event(register: Register) -> None:
    """A member that was suspended did not leave, and an associate that became a member did not either."""
    found = [one for one in _told(_asked(register, "2012-01-01").changes) if "MERCOSUR" in one[1]]
    assert [one for one in found if "as an associate" not in one[1]] == [
        ("2012-06-29", "Paraguay was suspended from MERCOSUR"),
        ("2012-08-12", "Venezuela became a full member of MERCOSUR"),
        ("2013-08-15", "Paraguay was no longer suspended from MERCOSUR"),
        ("2016-12", "Venezuela was suspended from MERCOSUR"),
        ("2024-08-07", "Bolivia became a full member of MERCOSUR"),
    ]


@pytest.mark.data
def test_venezuela_has_no_event_in_the_organization(register: Register) -> None:
    """Where a membership is contested, no event of it is told."""
    venezuela = state_of(register, "VEN")
    found = changes(register, [venezuela], register.instruments.values(), date(2010, 1, 1), TODAY)
    assert [one for one in found.changes if one.organization == "oas"] == []


@pytest.mark.data
def test_a_meeting_begins_a_span() -> None:
    """A span since a meeting is the span since its first day."""
    by_name = toc("changes", "--since", "randot-iii", "--as-of", "2026-11-21", "--format", "csv")
    by_day = toc("changes", "--since", "2021-06-23", "--as-of", "2026-11-21", "--format", "csv")
    assert by_name.code == 0
    assert by_name.out == by_day.out


@pytest.mark.data
def test_the_last_meeting_is_known_to_the_month() -> None:
    """The last meeting of national authorities is that of April 2024, and the day taken for it is told to the user."""
    result = toc("changes", "--since", "randot", "--as-of", "2026-11-21", "--format", "csv")
    first = toc("changes", "--since", "2024-04-01", "--as-of", "2026-11-21", "--format", "csv")
    assert "randot-iv" in result.err
    assert "2024-04-01" in result.err
    assert (result.code, result.out) == (0, first.out)


def _keys(found: tuple[Change, ...]) -> list[tuple[object, ...]]:
    """Each change by what it is of: an act and what follows, or a membership and which way."""
    return [(one.kind, one.state.slug, id(one.action), id(one.period), one.organization, one.joins) for one in found]


def _joined(register: Register, cuts: list[date]) -> tuple[tuple[Change, ...], tuple[Change, ...]]:
    """The changes over spans that begin at each cut and end before the next, one after the other."""
    ends = [following - timedelta(1) for following in cuts[1:]]
    spans = [
        changes(register, register.states.values(), register.instruments.values(), first, last)
        for first, last in zip(cuts, ends, strict=False)
    ]
    return tuple(c for span in spans for c in span.changes), tuple(c for span in spans for c in span.undated)


CUTS = st.lists(DAYS, min_size=2, max_size=4, unique=True).map(sorted)


def _concatenates(register: Register, cuts: list[date]) -> None:
    last = cuts[-1] - timedelta(1)
    one = changes(register, register.states.values(), register.instruments.values(), cuts[0], last)
    assert _joined(register, cuts) == (one.changes, one.undated)
    keys = _keys((*one.changes, *one.undated))
    assert len(set(keys)) == len(keys)


@pytest.mark.data
@settings(max_examples=10)
@given(cuts=st.lists(st.dates(date(1960, 1, 1), date(2028, 1, 1)), min_size=2, max_size=4, unique=True).map(sorted))
def test_real_spans_add_up(register: Register, cuts: list[date]) -> None:
    """What changed from year to year is what changed over the years: nothing falls between, and nothing twice."""
    _concatenates(register, cuts)


def _register(case: Dossier, memberships: dict[str, tuple[Period, ...]]) -> Register:
    """The register that holds one dossier."""
    above = [case.parent] if case.parent else []
    cases = [*above, case]
    state = case.state._replace(
        treaties={one.instrument.id: one.cell for one in cases}, memberships={"oas": (), **memberships}
    )
    return Register({one.instrument.id: one.instrument for one in cases}, {}, SOURCES, {state.slug: state})


PERIODS = st.lists(DAYS, min_size=2, max_size=4, unique=True).map(sorted)


@given(dossiers(), PERIODS, CUTS)
def test_spans_add_up(case: Dossier, days: list[date], cuts: list[date]) -> None:
    """Whatever is recorded, consecutive spans hold together what their union holds, each change once and in order."""
    status = iter(("associate", "member", "suspended"))
    periods = tuple(Period(on(first), on(last), next(status)) for first, last in pairwise(days))
    _concatenates(_register(case, {"sica": periods}), cuts)


@given(dossiers())
def test_every_act_changes_something_once(case: Dossier) -> None:
    """Over all time each recorded act is a change, once, and every other change follows from one of them."""
    register = _register(case, {})
    found = changes(register, register.states.values(), register.instruments.values(), *EVER)
    everything = (*found.changes, *found.undated)
    acts = [id(one.action) for one in everything if one.kind is ChangeKind.ACTION]
    cells = [case.cell, *([case.parent.cell] if case.parent else [])]
    assert sorted(acts) == sorted(id(action) for cell in cells for action in cell.actions)
    assert {id(one.action) for one in everything} == set(acts)
    assert [one.when.latest for one in found.changes] == sorted(one.when.latest for one in found.changes)


# On tiny registers


@pytest.mark.parametrize(
    ("entry", "spans"),
    [
        ("2004-06", {("2004-06-01", "2004-06-29"): [], ("2004-06-30", "2004-06-30"): ["2004-06"]}),
        ("2004", {("2004-01-01", "2004-12-30"): [], ("2004-12-31", "2005-01-01"): ["2004"]}),
        ("2004-06-15", {("2004-06-15", "2004-06-15"): ["2004-06-15"], ("2004-06-16", "2004-07-01"): []}),
    ],
)
def test_a_month_belongs_to_the_span_of_its_last_day(
    tiny: Make, entry: str, spans: dict[tuple[str, str], list[str]]
) -> None:
    """A month or a year is told in the span that holds its last day, as a month or a year; both ends are included."""
    made = tiny(f"alpha:\n  - ratification: {entry}\n    source: seen")
    for (since, until), expected in spans.items():
        found = _asked(made.register, since, until)
        acts = [one for one in found.changes if one.kind is ChangeKind.ACTION]
        assert [one.when.text for one in acts] == expected
        assert found.undated == ()


def test_a_bracket_stands_apart(tiny: Make) -> None:
    """An act known only within a bracket, and its effect, are no dated events; they stand apart, in the last span."""
    made = tiny("""
        alpha:
          - ratification: unknown
            between: [2011-04-01, 2017-11-02]
            source: seen
    """)
    before = _asked(made.register, "2011-04-01", "2017-11-01")
    assert (before.changes, before.undated) == ((), ())
    found = _asked(made.register, "2017-11-02", "2017-12-02")
    assert found.changes == ()
    assert [(one.kind, one.when.latest) for one in found.undated] == [
        (ChangeKind.ACTION, date(2017, 11, 2)),
        (ChangeKind.ENTRY_INTO_FORCE, date(2017, 12, 2)),
    ]


def test_a_parents_bracket_stands_apart_too(tiny: Make) -> None:
    """Where a protocol waits for a parent of which only a bracket is known, its entry into force is no dated event."""
    made = tiny(
        """
        alpha:
          - ratification: unknown
            between: [2011-04-01, 2017-11-02]
            source: seen
        beta:
          - ratification: 2011-05-01
            source: seen
        """,
        instruments=ALPHA + "    beta:\n      in_force: 2002-01-01\n      later_parties: {days: 30}\n"
        "      requires: {instrument: alpha}\n",
    )
    found = _asked(made.register, "2000-01-01")
    assert [(one.instrument.id, one.kind) for one in found.changes if one.instrument] == [("beta", ChangeKind.ACTION)]
    assert ("beta", ChangeKind.ENTRY_INTO_FORCE) in [(o.instrument.id, o.kind) for o in found.undated if o.instrument]


def test_an_effect_counts_on_its_own_day(tiny: Make) -> None:
    """An entry into force is told in its own span, and ahead of it beside the act."""
    made = tiny("alpha:\n  - ratification: 2003-05-01\n    source: seen")
    act, later = _asked(made.register, "2003-05-01", "2003-05-30"), _asked(made.register, "2003-05-31", "2003-12-31")
    assert _told(act.changes) == [("2003-05-01", "Avalon ratified Short; in force for it 2003-05-31")]
    assert _told(later.changes) == [("2003-05-31", "Short entered into force for Avalon")]


def test_memberships_begin_end_and_change(tiny: Make) -> None:
    """Beginning and end of a membership are told, a change of status on one day once, an undated beginning never."""
    made = tiny(
        state="""
            memberships:
              oas: [{from: unknown, until: 2015-01-01, source: seen}]
              sica:
                - {from: 2001, until: 2005-01-01, status: associate, source: seen}
                - {from: 2005-01-01, until: 2010-06, source: seen}
                - {from: 2010-06, until: 2011-01-01, status: suspended, unconfirmed: not seen}
                - {from: 2011-01-01, until: 2012-01-01, source: seen}
                - {from: 2014-01-01, source: seen}
        """
    )
    assert _told(_asked(made.register, "1950-01-01").changes) == [
        ("2001", "Avalon joined SICA as an associate"),
        ("2005-01-01", "Avalon became a full member of SICA"),
        ("2010-06", "Avalon was suspended from SICA"),
        ("2011-01-01", "Avalon was no longer suspended from SICA"),
        ("2012-01-01", "Avalon ceased to be a member of SICA"),
        ("2014-01-01", "Avalon joined SICA"),
        ("2015-01-01", "Avalon ceased to be a member of the OAS"),
    ]
    marked = [one.when.text for one in _asked(made.register, "1950-01-01").changes if one.marked]
    assert marked == ["2010-06"]


def test_without_memberships_only_treaties_are_told(tiny: Make) -> None:
    """Asked about instruments, memberships are left out."""
    made = tiny("alpha:\n  - signature: 2000-06-06\n    source: seen")
    found = changes(
        made.register, [made.state], made.register.instruments.values(), date(1940, 1, 1), TODAY, memberships=False
    )
    assert {one.kind for one in found.changes} == {ChangeKind.ACTION}
    nothing = changes(made.register, [made.state], [], date(1940, 1, 1), TODAY, memberships=False)
    assert (nothing.changes, nothing.undated, nothing.cited) == ((), (), ())


def test_only_what_is_listed_is_cited(tiny: Make) -> None:
    """The sources of a span are those of its own changes."""
    made = tiny("""
        alpha:
          - signature: 2000-06-06
            source: heard
          - ratification: 2003-05-01
            source: undated
    """)
    assert [source.id for source in _asked(made.register, "2000-01-01", "2000-12-31").cited] == ["heard"]
    assert [source.id for source in _asked(made.register, "2003-05-01").cited] == ["undated"]


def test_changes_of_one_day_stand_by_state_and_instrument() -> None:
    """On one day states stand in alphabetical order, and a state's instruments in the Strategy's."""
    entry = "    - {signature: 2000-06-06, source: seen}"
    text = f"treaties:\n  alpha:\n{entry}\n  beta:\n{entry}\n"
    made = together({"XXB": text, "XXA": text}, instruments="alpha:\n  paragraph: 2.i\nbeta:\n  paragraph: 2.ii\n")
    found = _asked(made, "2000-06-06", "2000-06-06").changes
    assert [(one.state.iso3, one.instrument.id) for one in found if one.instrument] == [
        ("XXA", "alpha"),
        ("XXA", "beta"),
        ("XXB", "alpha"),
        ("XXB", "beta"),
    ]
