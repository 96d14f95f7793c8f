"""The matrix of states and instruments, one state's list, and one instrument's page."""

from collections.abc import Callable
from datetime import date

import pytest

from tests.registers import ALPHA, Tiny, load_texts, reader, scope, state_text
from toc_treaties.law.tally import Tally
from toc_treaties.model.register import Register
from toc_treaties.questions.instrument import instrument_profile
from toc_treaties.questions.profile import profile
from toc_treaties.questions.table import table
from toc_treaties.store.load import load

Make = Callable[..., Tiny]
DAY = date(2026, 11, 21)
NAMED = "alpha:\n  adopted: 1990-01-01\n  signature: {opened: 1990-01-01, by: [XXA, XXB, XXC]}\n"
CLAUSES = "  in_force: 1995-01-01\n  later_parties: {days: 30}\n"


def _four() -> Register:
    """Four states: a party, an unconfirmed party, a party that has left the organization, and one that cannot join."""
    base = load_texts(state_text("  alpha: []\n"), instruments=NAMED + CLAUSES)[0]
    oas = "memberships: {oas: [{from: 1950-01-01, source: seen}]}"
    left = "memberships: {oas: [{from: 1950-01-01, until: 2020-01-01, source: seen}]}"
    heads = {"a": ("XXA", oas), "b": ("XXB", oas), "c": ("XXC", left), "d": ("XXD", oas)}
    entries = {
        "a": "    - {signature: 1991-01-01, source: seen}\n    - {ratification: 2000-01-01, source: heard}\n",
        "b": "    - {ratification: 2000-01-01, unconfirmed: not in the table}\n",
        "c": "    - {ratification: 2000-01-01, source: seen}\n",
        "d": "    - {none_seen: 2020-01-01, source: seen}\n",
    }
    states = {
        slug: load_texts(
            state_text(f"  alpha:\n{entries[slug]}", f"iso3: {iso3}\n{membership}"),
            instruments=NAMED + CLAUSES,
            slug=slug,
        )[0].states[slug]
        for slug, (iso3, membership) in heads.items()
    }
    return base._replace(states=states)


def test_a_total_counts_members_that_can_join() -> None:
    """The total has its denominator: members of the OAS on the day that can join, and how many are unconfirmed."""
    register = _four()
    answer = table(register, scope(register, DAY), DAY)
    assert answer.totals == (Tally(consented=2, most=2, unconfirmed=1, of=2),)
    assert [row.standings[0].name.value for row in answer.rows] == ["party", "party", "party", "not_applicable"]
    assert answer.counted == 3


def test_a_total_is_that_of_its_day() -> None:
    """While a state was a member it counted; before its consent it was among those that could join."""
    register = _four()
    earlier = table(register, scope(register, date(2019, 12, 31)), date(2019, 12, 31))
    assert earlier.totals == (Tally(consented=3, most=3, unconfirmed=1, of=3),)
    before = table(register, scope(register, date(1999, 12, 31)), date(1999, 12, 31))
    assert before.totals == (Tally(consented=0, most=0, unconfirmed=0, of=3),)


def test_rows_and_columns_keep_the_order_asked() -> None:
    """States stand in the order given, instruments in theirs, and a part of them gives a part of the total."""
    register = _four()
    chosen = [register.states["d"], register.states["a"]]
    answer = table(register, scope(register, DAY, chosen), DAY)
    assert [row.state.slug for row in answer.rows] == ["d", "a"]
    assert answer.totals == (Tally(consented=1, most=1, unconfirmed=0, of=1),)
    assert table(register, scope(register, DAY, chosen, []), DAY).totals == ()


@pytest.mark.parametrize(
    ("period", "counted"),
    [
        ("{from: 1950-01-01, source: seen}", 1),
        ("{from: unknown, source: seen}", 1),
        ("{from: 1950-01-01, status: associate, source: seen}", 0),
        ("{from: 1950-01-01, status: suspended, source: seen}", 1),
        ("{from: 2027-01-01, source: seen}", 0),
        ("{from: 1950-01-01, until: 2026-11-21, source: seen}", 0),
        ("{from: 1950-01-01, until: 2026-11-22, source: seen}", 1),
    ],
)
def test_who_is_a_member_on_a_day(tiny: Make, period: str, counted: int) -> None:
    """A member from its first day to the day before it is none; an associate never is, a suspended member still is."""
    made = tiny(state=f"memberships: {{oas: [{period}]}}")
    (total,) = table(made.register, scope(made.register, DAY, [made.state]), DAY).totals
    assert total.of == counted


def test_a_profile_holds_every_instrument(tiny: Make) -> None:
    """A state's profile holds each instrument with its path, its statements and the sources it cites."""
    made = tiny(
        """
        alpha:
          - signature: 2000-06-06
            source: seen
            statements:
              - declaration: a line
                source: undated
          - ratification: 2003-05-01
            source: heard
        beta:
          - none_seen: 2020-01-01
            source: seen
        """,
        instruments=ALPHA + "    beta:\n      requires: {instrument: alpha}\n",
    )
    answer = profile(made.register, made.state, DAY, made.register.instruments.values())
    first, second = answer.items
    assert [one.instrument.id for one in answer.items] == ["alpha", "beta"]
    assert [event.when.text for event in first.events] == ["2000-06-06", "2003-05-01", "2003-05-31"]
    assert [statement.text for statement in first.statements] == ["a line"]
    assert first.standing.evidence.sources == ("heard",)
    assert {*first.sources} == {"seen", "heard", "undated"}
    assert second.parent is made.register.instruments["alpha"]
    assert [source.id for source in answer.sources] == ["seen", "heard", "undated"]
    assert answer.member


def test_a_statement_counts_with_its_action(tiny: Make) -> None:
    """Before the action to which a statement is attached, the statement is not shown."""
    made = tiny("""
        alpha:
          - ratification: 2003-05-01
            source: seen
            statements:
              - reservation: not seen
                source: seen
    """)
    instruments = made.register.instruments.values()
    assert profile(made.register, made.state, date(2003, 4, 30), instruments).items[0].statements == ()
    assert len(profile(made.register, made.state, date(2003, 5, 1), instruments).items[0].statements) == 1


def test_an_instruments_page_holds_every_state() -> None:
    """An instrument's page shows each state, and the same total as the table."""
    register = _four()
    instrument = register.instruments["alpha"]
    answer = instrument_profile(register, instrument, scope(register, DAY), DAY)
    assert [one.state.slug for one in answer.items] == ["a", "b", "c", "d"]
    assert answer.total == table(register, scope(register, DAY, instruments=[instrument]), DAY).totals[0]
    assert answer.depositary is register.depositaries["keeper"]
    assert answer.parent is None


def test_an_empty_register_answers() -> None:
    """Questions of a register without states or instruments answer with nothing."""
    empty, _ = load(reader({"instruments.yaml": "", "depositaries.yaml": "", "sources.yaml": ""}), [])
    assert table(empty, scope(empty, DAY), DAY).rows == ()
