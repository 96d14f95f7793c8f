"""What changed in a span of time: each event once, in the span that holds its last possible day."""

from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.console import toc
from tests.registers import ALPHA, Tiny, scope, state_of, together
from tests.strategies import DAYS, SOURCES, dossiers
from toc_treaties.law.dossier import Dossier
from toc_treaties.model.register import Register
from toc_treaties.model.state import Period
from toc_treaties.model.vocabulary import MembershipStatus
from toc_treaties.model.when import on
from toc_treaties.pages.changes import page
from toc_treaties.questions.changes import Change, ChangeKind, Changes, MembershipChange, changes
from toc_treaties.records.changes import record
from toc_treaties.words.language import ENGLISH
from toc_treaties.writers import plain

Make = Callable[..., Tiny]
TODAY = date(2026, 11, 21)
EVER = (date.min, date.max)


def _asked(register: Register, since: str, until: str = "2026-11-21") -> Changes:
    days = date.fromisoformat(since), date.fromisoformat(until)
    return changes(register, scope(register, days[1]), *days)


def _told(found: tuple[Change, ...]) -> list[str]:
    """Each change as its day, its state, what happened and where."""
    return [
        " ".join(
            str(part)
            for part in (
                change.when.text,
                change.state.iso3,
                change.membership or (change.action and change.action.kind) or change.kind,
                change.organization or (change.instrument and change.instrument.id),
            )
        )
        for change in found
    ]


# On the real register


@pytest.mark.data
def test_what_changed_since_the_third_meeting(register: Register) -> None:
    """Since 23 June 2021 each thing has one line: an act with its entry into force, an invitation, a statement.

    Deposits: UNTC XVIII-14 and XXVII-17, the Council of Europe's list 185; memberships: the OAS, MERCOSUR.
    """
    found = _asked(register, "2021-06-23").lines
    assert [(change.told_on.text, change.state.iso3, str(change.kind)) for change in found] == [
        ("2021-09-27", "URY", "statement"),
        ("2021-11-19", "BOL", "statement"),
        ("2021", "SUR", "action"),
        ("2021", "TTO", "invitation"),
        ("2022-11-30", "BRA", "action"),
        ("2023-06-12", "BLZ", "action"),
        ("2023-08-18", "VCT", "action"),
        ("2023-10-10", "BRB", "action"),
        ("2023-11-19", "NIC", "membership"),
        ("2023", "URY", "invitation"),
        ("2024-02-07", "GRD", "invitation"),
        ("2024-04", "GRD", "action"),
        ("2024-08-06", "KNA", "action"),
        ("2024-08-07", "BOL", "membership"),
        ("2024-12-06", "PAN", "membership"),
        ("2024-12-12", "ECU", "action"),
        ("2025", "GTM", "invitation_end"),
        ("2026-06-26", "TTO", "action"),
    ]
    in_force = {change.state.iso3: change.in_force.text for change in found if change.in_force}
    assert (in_force["BRB"], in_force["KNA"], in_force["TTO"]) == ("2023-11-09", "2024-09-05", "2026-09-24")


@pytest.mark.data
def test_nicaragua_left_the_organization_in_that_time(register: Register) -> None:
    """Nicaragua's exit of 19 November 2023 is a change of membership, and its treaties are left as they were."""
    found = _asked(register, "2023-09-14")
    (exit_,) = (one for one in found.changes if one.kind is ChangeKind.MEMBERSHIP and one.organization == "oas")
    assert (exit_.state.iso3, exit_.when, exit_.membership) == ("NIC", on(date(2023, 11, 19)), MembershipChange.LEFT)
    dated = [one for one in found.changes if one.state.iso3 == "NIC"]
    assert dated == [exit_]


@pytest.mark.data
def test_a_change_of_status_is_one_event(register: Register) -> None:
    """A member that was suspended did not leave, and an associate that became a member did not either."""
    found = [told for told in _told(_asked(register, "2012-01-01").changes) if told.endswith("mercosur")]
    assert [told for told in found if "associate" not in told] == [
        "2012-06-29 PRY suspended mercosur",
        "2012-08-12 VEN became_member mercosur",
        "2013-08-15 PRY suspension_ended mercosur",
        "2016-12 VEN suspended mercosur",
        "2024-08-07 BOL became_member mercosur",
    ]


@pytest.mark.data
def test_venezuela_has_no_event_in_the_organization(register: Register) -> None:
    """Where a membership is contested, no event of it is told."""
    venezuela = state_of(register, "VEN")
    found = changes(register, scope(register, TODAY, [venezuela]), date(2010, 1, 1), TODAY)
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
    assert "RANDOT IV" in result.err
    assert "1 April 2024 is used" in result.err
    assert (result.code, result.out) == (0, first.out)


def _keys(found: tuple[Change, ...]) -> list[tuple[object, ...]]:
    """Each change by what it is of: an act and what follows, or a membership and which way."""
    return [
        (one.kind, one.state.slug, one.instrument and one.instrument.id, id(one.record), one.membership)
        for one in found
    ]


def _joined(register: Register, cuts: list[date]) -> tuple[tuple[Change, ...], tuple[Change, ...]]:
    """The changes over spans that begin at each cut and end before the next, one after the other."""
    ends = [following - timedelta(1) for following in cuts[1:]]
    spans = [changes(register, scope(register, last), first, last) for first, last in zip(cuts, ends, strict=False)]
    return tuple(c for span in spans for c in span.changes), tuple(c for span in spans for c in span.undated)


CUTS = st.lists(DAYS, min_size=2, max_size=4, unique=True).map(sorted)


def _concatenates(register: Register, cuts: list[date]) -> None:
    last = cuts[-1] - timedelta(1)
    one = changes(register, scope(register, last), cuts[0], last)
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
    status = iter((MembershipStatus.ASSOCIATE, MembershipStatus.MEMBER, MembershipStatus.SUSPENDED))
    periods = tuple(Period(on(first), on(last), next(status)) for first, last in pairwise(days))
    _concatenates(_register(case, {"sica": periods}), cuts)


@given(dossiers())
def test_every_act_changes_something_once(case: Dossier) -> None:
    """Over all time each recorded act is a change, once, and every other change follows from one of them."""
    register = _register(case, {})
    found = changes(register, scope(register, TODAY), *EVER)
    everything = (*found.changes, *found.undated)
    acts = [id(one.action) for one in everything if one.kind is ChangeKind.ACTION]
    cells = [case.cell, *([case.parent.cell] if case.parent else [])]
    assert sorted(acts) == sorted(id(action) for cell in cells for action in cell.actions)
    assert {id(one.action) for one in everything if one.earlier_act or one.with_parent} <= set(acts)
    told = [id(one.action) for one in (*found.lines, *found.undated_lines) if one.action and not one.with_parent]
    assert sorted(told) == sorted(acts)
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
    assert [(line.instrument.id, line.kind) for line in found.undated_lines if line.instrument] == [
        ("alpha", ChangeKind.ACTION)
    ]


def test_an_effect_counts_on_its_own_day(tiny: Make) -> None:
    """An entry into force is told in its own span, and ahead of it beside the act."""
    made = tiny("alpha:\n  - ratification: 2003-05-01\n    source: seen")
    act, later = _asked(made.register, "2003-05-01", "2003-05-30"), _asked(made.register, "2003-05-31", "2003-12-31")
    (told,), (effect,) = act.lines, later.lines
    assert (told.told_on, told.in_force) == (on(date(2003, 5, 1)), on(date(2003, 5, 31)))
    assert (effect.told_on, effect.kind, effect.when) == (
        on(date(2003, 5, 1)),
        ChangeKind.ENTRY_INTO_FORCE,
        on(date(2003, 5, 31)),
    )
    (both,) = _asked(made.register, "2003-05-01", "2003-12-31").lines
    assert (both.kind, both.in_force) == (ChangeKind.ACTION, on(date(2003, 5, 31)))


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
              mercosur:
                - {from: 2016-01-01, until: 2017-01-01, source: seen}
                - {from: 2017-01-01, until: 2018-01-01, status: associate, source: seen}
        """
    )
    assert _told(_asked(made.register, "1950-01-01").changes) == [
        "2001 XXA joined_as_associate sica",
        "2005-01-01 XXA became_member sica",
        "2010-06 XXA suspended sica",
        "2011-01-01 XXA suspension_ended sica",
        "2012-01-01 XXA left sica",
        "2014-01-01 XXA joined sica",
        "2015-01-01 XXA left oas",
        "2016-01-01 XXA joined mercosur",
        "2017-01-01 XXA became_associate mercosur",
        "2018-01-01 XXA left_as_associate mercosur",
    ]
    marked = [one.when.text for one in _asked(made.register, "1950-01-01").changes if one.marked]
    assert marked == ["2010-06"]


def test_without_memberships_only_treaties_are_told(tiny: Make) -> None:
    """Asked about instruments, memberships are left out."""
    made = tiny("alpha:\n  - signature: 2000-06-06\n    source: seen")
    named = scope(made.register, TODAY)._replace(instruments_named=True)
    found = changes(made.register, named, date(1940, 1, 1), TODAY)
    assert {one.kind for one in found.changes} == {ChangeKind.ACTION}
    nothing = changes(made.register, named._replace(instruments=()), date(1940, 1, 1), TODAY)
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
    """On one day states stand in the order of the page's language, and a state's instruments in the Strategy's."""
    entry = "    - {signature: 2000-06-06, source: seen}"
    text = f"treaties:\n  alpha:\n{entry}\n  beta:\n{entry}\n"
    made = together({"XXB": text, "XXA": text}, instruments="alpha:\n  paragraph: 2.i\nbeta:\n  paragraph: 2.ii\n")
    found = _asked(made, "2000-06-06", "2000-06-06").changes
    assert [(one.state.iso3, one.instrument.id) for one in found if one.instrument] == [
        ("XXB", "alpha"),
        ("XXB", "beta"),
        ("XXA", "alpha"),
        ("XXA", "beta"),
    ]


STATEMENTS = """
    alpha:
      - ratification: 2003-05-01
        source: seen
        statements:
          - {declaration: of the day of the act, source: seen}
          - {notification: a central authority, date: 2005-06, articles: ["18(13)"], source: seen}
          - {reservation: disputes, withdrawn: 2010-02-03, source: heard}
"""


def test_statements_of_another_day_are_events(tiny: Make) -> None:
    """A statement made later and a reservation withdrawn are events; one made with the act is part of the act."""
    found = _asked(tiny(STATEMENTS).register, "2003-06-01")
    assert [(c.when.text, c.kind, c.record.sources) for c in found.changes] == [
        ("2005-06", ChangeKind.STATEMENT, ("seen",)),
        ("2010-02-03", ChangeKind.STATEMENT_WITHDRAWAL, ("heard",)),
    ]
    assert [source.id for source in found.cited] == ["seen", "heard"]


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ("{invitation: 2010-02-03, until: 2015-02-03, source: seen}", ["invitation", "invitation_end"]),
        ("{invitation: 2010-02-03, until: unknown, source: seen}", ["invitation"]),
        ("{invitation: 2010, until: 2015, source: seen}\n  - {accession: 2015-06-01, source: seen}", ["invitation"]),
        ("{invitation: unknown, until: none, source: seen}", []),
        ("{invitation: none, source: seen}", []),
        (
            "{invitation: 2010-02-03, until: 2015-02-03, source: seen}\n  - {accession: 2014, source: seen}",
            ["invitation"],
        ),
        (
            "{invitation: 2010-02-03, until: 2015-02-03, source: seen}\n  - {accession: 2016, source: seen}",
            ["invitation", "invitation_end"],
        ),
    ],
)
def test_an_invitation_is_an_event_and_so_is_its_end(tiny: Make, entry: str, told: list[str]) -> None:
    """An invitation is told on the day it was decided; its last day, where the state had not acceded by then."""
    found = _asked(tiny(f"alpha:\n  - {entry}").register, "2010-01-01").changes
    assert [str(change.kind) for change in found if change.kind.startswith("invitation")] == told


# On the page


def _page(answer: Changes, *, undated: bool = False) -> list[str]:
    """The lines of the page, with single blanks."""
    return [" ".join(line.split()) for line in plain.write(page(answer, ENGLISH, undated=undated), 120).splitlines()]


def test_an_earlier_act_is_listed_with_both_days(tiny: Make) -> None:
    """An act before the span that takes effect in it stands apart from the span's own, with both days."""
    text = """
        alpha:
          - {signature: 2000-06-06, source: seen}
          - {ratification: 2003-05-01, source: seen}
    """
    told = _page(_asked(tiny(text).register, "2003-05-15", "2003-12-31"))
    at = told.index("Acts before this span that take effect in it")
    assert told[at + 1] == "1 May 2003 Avalon ratified Short 31 May 2003"
    assert "Acts in this span" not in told
    both = _page(_asked(tiny(text).register, "2000-01-01", "2003-12-31"))
    assert "1 May 2003 Avalon ratified Short 31 May 2003" in both
    assert "Acts before this span that take effect in it" not in both
    assert "Acts before this span that take effect in it" not in _page(_asked(tiny(text).register, "2003-05-01"))


def test_a_notice_has_its_end_in_its_line(tiny: Make) -> None:
    """A notice is one line with the day on which it takes effect, marked where no source shows its day."""
    text = """
        alpha:
          - {ratification: 2003-05-01, source: seen}
          - {denunciation: 2010-03-01, source: heard, day_unconfirmed: known from a list}
    """
    told = _page(_asked(tiny(text).register, "2010-01-01"))
    assert "1 Mar 2010‡ Avalon gave notice of denunciation Short ended 1 Mar 2011‡" in told
    assert [line for line in told if "Short" in line] == [told[3]]


def test_statements_and_invitations_have_their_own_tables(tiny: Make) -> None:
    """What was stated stands with its articles, an invitation with its last day, each under a heading of its own."""
    told = _page(_asked(tiny(STATEMENTS).register, "2003-06-01"))
    at = told.index("Date State Statement Instrument")
    assert told[at + 1 : at + 4] == [
        "Jun 2005 Avalon made a notification; art. 18(13) Short",
        "a central authority",
        "3 Feb 2010 Avalon withdrew its reservation Short",
    ]
    invited = "alpha:\n  - {invitation: 2010-02-03, until: 2015-02, unconfirmed: not seen}"
    told = _page(_asked(tiny(invited).register, "2010-01-01"))
    at = told.index("Date State Invitation to accede Instrument")
    assert told[at + 1 : at + 3] == ["3 Feb 2010 Avalon made, until Feb 2015† Short", "Feb 2015 Avalon lapsed† Short"]


def test_brackets_are_listed_on_request(tiny: Make) -> None:
    """Without the request the page says how many acts have no known day; with it, it lists them with both days."""
    text = "alpha:\n  - {ratification: unknown, between: [2011-04-01, 2017-11-02], source: seen}"
    answer = _asked(tiny(text).register, "2011-01-01")
    assert "1 act whose day is not known may also lie in this span: --undated lists it." in _page(answer)
    told = _page(answer, undated=True)
    at = told.index("Day not known: between the two days given")
    assert told[at + 2].startswith("1 Apr 2011 – 2 Nov 2017 Avalon ratified Short 1 May 2011 – 2 Dec 2017")


def test_a_membership_to_come_is_said_to_come(tiny: Make) -> None:
    """Before its day a membership's end is told as one to come, after it as one that came."""
    register = tiny(state="memberships: {oas: [{from: unknown, until: 2015-01-01, source: seen}]}").register
    for read_on, what in (("2014-06-01", "will cease to be a member"), ("2015-06-01", "ceased to be a member")):
        answer = _asked(register._replace(read_on=date.fromisoformat(read_on)), "2010-01-01")
        assert f"1 Jan 2015 Avalon {what} OAS" in _page(answer)


def test_a_page_of_one_state_names_it_once(tiny: Make) -> None:
    """Asked about one state by name, the page names it above and not in each line."""
    answer = _asked(tiny("alpha:\n  - {signature: 2000-06-06, source: seen}").register, "2000-01-01")
    told = _page(answer._replace(scope=answer.scope._replace(states_named=True)))
    assert "Only: Avalon." in told
    assert told[told.index("Date Act Instrument In force") + 1] == "6 Jun 2000 signed Short"


@pytest.mark.data
def test_the_page_names_the_meeting() -> None:
    """A span since a meeting names it on the page, with its day; nothing recorded is said in words."""
    told = toc("changes", "--since", "randot-iii", "--until", "2021-06-30").out
    assert "(RANDOT III); 23 Jun 2021" in told
    assert "Nothing is recorded in this span." in told


def test_the_data_says_what_is_unconfirmed_and_how_long_an_invitation_runs(tiny: Make) -> None:
    """A program reads of each event whether a source shows it, and of an invitation its last day."""
    invited = "alpha:\n  - {invitation: 2010-02-03, until: 2015-02, unconfirmed: not seen}"
    events = record(_asked(tiny(invited).register, "2010-01-01"))["changes"]
    assert [(one["event"], one["invited_until"], one["unconfirmed"]) for one in events] == [
        ("invitation", "2015-02", True),
        ("invitation_end", "2015-02", True),
    ]
    assert [one["unconfirmed"] for one in record(_asked(tiny(STATEMENTS).register, "2003-06-01"))["changes"]] == [
        False,
        False,
    ]
