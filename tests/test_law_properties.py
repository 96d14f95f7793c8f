"""What holds of standing for any record: time runs one way, order is nothing, and no day changes it unseen."""

from datetime import date, timedelta
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.registers import ALPHA, scope, tiny
from tests.strategies import DAYS, actions, dossiers
from toc_treaties.law.bound import UNRULED_MONTHS
from toc_treaties.law.dossier import Dossier, dossier
from toc_treaties.law.gap import Part, doubt_of, part_of
from toc_treaties.law.history import history
from toc_treaties.law.next_step import next_step
from toc_treaties.law.outcome import CONSENTED, StandingKind
from toc_treaties.law.standing import Standing, standing
from toc_treaties.law.waits import after_deposit, after_notice, months_after
from toc_treaties.law.worlds import worlds
from toc_treaties.model.action import Action
from toc_treaties.model.register import Register
from toc_treaties.questions.gaps import gaps


def _with_actions(case: Dossier, actions_of: list[Action]) -> Dossier:
    return case._replace(cell=case.cell._replace(actions=tuple(actions_of)))


def _law(now: Standing) -> tuple[object, ...]:
    """What the law says of a day, apart from the evidence."""
    return now.name, now.since, now.consent, now.in_force, now.leaving_on, now.between, now.awaits_independence


@given(dossiers(), DAYS, st.data())
def test_what_happens_later_never_matters(case: Dossier, day: date, data: st.DataObject) -> None:
    """A deposit made after the date asked about changes nothing of the answer, its parent's neither."""
    past = [action for action in case.cell.actions if action.when.earliest <= day]
    if not past:
        past = [data.draw(actions(), "past")]
        past = [past[0]._replace(when=past[0].when._replace(earliest=min(day, past[0].when.earliest)))]
    later = data.draw(st.lists(actions(), max_size=3), "later")
    future = [action for action in later if action.when.earliest > day]
    before = _with_actions(case, past)
    after = _with_actions(case, [*past, *future])
    if case.parent is not None:
        kept = [action for action in case.parent.cell.actions if action.when.earliest <= day]
        before = before._replace(parent=_with_actions(case.parent, kept))
    assert standing(before, day) == standing(after, day)


@given(dossiers(), DAYS, st.data())
def test_the_order_of_entries_never_matters(case: Dossier, day: date, data: st.DataObject) -> None:
    """An analyst may append an older deposit below a newer one: standing, path and part stay the same."""
    mixed = _with_actions(case, data.draw(st.permutations(list(case.cell.actions))))
    ordered, other = standing(case, day), standing(mixed, day)
    assert _law(ordered) == _law(other)
    assert part_of(ordered) is part_of(other)
    assert [event[:2] for event in history(ordered)] == [event[:2] for event in history(other)]
    assert next_step(case, ordered, day) == next_step(mixed, other, day)


def _interesting(case: Dossier) -> set[date]:
    """Every day on which something can change: acts, openings, both ends of each date, and what follows from them."""
    instrument, state = case.instrument, case.state
    fixed = [instrument.adopted, instrument.in_force, state.independence]
    fixed += [instrument.signature.opened if instrument.signature else None]
    fixed += [path.in_force for path in instrument.paths.values()]
    for action in case.cell.actions:
        fixed += [action.in_force, action.takes_effect]
        for end in {action.when.earliest, action.when.latest} - {date.max}:
            fixed += [end]
            fixed += [after_deposit(instrument.later_parties, end) if instrument.later_parties else None]
            ruled = instrument.exit if instrument.exit and instrument.exit.provided else None
            fixed += [after_notice(ruled, end) if ruled else months_after(end, UNRULED_MONTHS)]
    if case.cell.no_information:
        fixed += [doubt.since.earliest for doubt in case.cell.no_information if doubt.since]
        fixed += [seen.as_of.latest + timedelta(1) for seen in case.cell.none_seen if seen.as_of]
        fixed += [action.when.latest + timedelta(1) for action in case.cell.actions if not action.when.unseen]
    days = {day for day in fixed if day is not None}
    return days | (_interesting(case.parent) if case.parent else set())


def _hold_still(case: Dossier, extra: list[date]) -> None:
    """Between two interesting days the standing stays what it was on the first."""
    days = sorted({date(1950, 1, 1), *_interesting(case), date(2040, 1, 1)})
    for first, following in pairwise(days):
        quiet = [day for day in (*extra, following - timedelta(1)) if first <= day < following]
        before = standing(case, first)
        for day in quiet:
            assert _law(standing(case, day)) == _law(before), (first, day)


@given(dossiers(), st.lists(DAYS, max_size=5))
def test_standing_changes_only_on_days_that_carry_something(case: Dossier, days: list[date]) -> None:
    """No standing changes on a day without an act, a computed effect, an opening or the end of a bracket."""
    _hold_still(case, days)


@pytest.mark.data
def test_no_real_standing_changes_unseen(register: Register) -> None:
    """The same holds of all 630 cells of the register, on the eve of every interesting day and on random ones."""
    chance = Random(630)  # noqa: S311 - the days asked about are no secret
    for state in register.states.values():
        for instrument in register.instruments.values():
            extra = [date(1960, 1, 1) + timedelta(chance.randrange(25_000)) for _ in range(20)]
            _hold_still(dossier(register, state, instrument), extra)


@given(dossiers(), DAYS)
def test_an_answer_agrees_with_itself(case: Dossier, day: date) -> None:
    """What a standing says beside its name fits the name."""
    now = standing(case, day)
    assert (now.name in CONSENTED) == now.consented
    assert now.between is None or now.between[0] is not now.between[1]
    if now.name is StandingKind.PARTY:
        assert now.since is not None
        assert now.since.latest <= day
        assert now.between is None
    if now.leaving_on is not None:
        assert now.consented
        assert now.leaving_on > day
    if now.name is StandingKind.NO_INFORMATION and case.cell.actions and now.actions:
        assert now.between is not None
    assert (part_of(now) is Part.TO_VERIFY) == (doubt_of(now) is not None and now.name is not StandingKind.NOT_OPEN)


@pytest.mark.data
@settings(max_examples=25)
@given(day=st.dates(date(1960, 1, 1), date(2030, 1, 1)))
def test_the_parts_of_a_tier_are_the_tier(register: Register, day: date) -> None:
    """Gaps, consented, not applicable, not open and to verify are each instrument once, for every state."""
    answer = gaps(register, scope(register, day), day)
    assert len(answer.by_state) == 35
    for entries in answer.by_state:
        assert [entry.instrument.id for entry in entries] == [*register.instruments]
        assert sorted(entry.instrument.id for part in Part for entry in entries.of(part)) == sorted(
            register.instruments
        )
        assert not any(entry.standing.consented or entry.doubt for entry in entries.of(Part.GAP))
        assert not any(entry.next_step.step for entry in entries.of(Part.CONSENTED))


def _open(days: list[str], instrument: str = ALPHA) -> Dossier:
    """A state that signed and ratified in turn, each on a day, in a month, or as the entries say."""
    kinds = ("signature", "ratification")
    entries = [f"  - {kinds[number % 2]}: {day}\n    source: heard" for number, day in enumerate(days)]
    return tiny("alpha:\n" + "\n".join(entries), instruments=instrument).case()


@pytest.mark.parametrize(
    ("days", "ways"),
    [
        (["2001-01-01", "2002-02-02", "2003-03-03"], 1),
        (["2001-01-01", "2002-02"], 2),
        (["2001-01", "2002-02"], 4),
        ([f"200{year}-05" for year in range(1, 7)], 64),
        ([f"200{year}-05" for year in range(1, 8)], 2),
    ],
)
def test_each_open_day_is_tried_at_its_first_and_at_its_last(days: list[str], ways: int) -> None:
    """One way where every day is known, twice as many for each month; of more than six open days the outermost two."""
    case = _open(days)
    tried = worlds(case.cell.actions, [()], case.instrument, date(2020, 1, 1))
    assert len(tried) == ways
    assert {world.actions[0][0] for world in tried} == {
        case.cell.actions[0].when.earliest,
        case.cell.actions[0].when.latest,
    }
    assert len({world.actions for world in tried}) == ways
    assert len(worlds(case.cell.actions, [(), ()], case.instrument, date(2020, 1, 1))) == 2 * ways


@pytest.mark.parametrize(
    ("leaving", "takes_effect", "ways"),
    [("", "", 2), ("exit: none", "", 2), ("exit: {word: denunciation, years: 1}", "", 1), ("", "2011-01-01", 1)],
)
def test_a_notice_that_no_rule_provides_for_is_tried_both_ways(leaving: str, takes_effect: str, ways: int) -> None:
    """Where neither the treaty nor a source says when a notice takes effect, it may have ended the treaty or not."""
    instrument = ALPHA.replace("exit: {word: denunciation, years: 1}", leaving)
    effect = f"\n    takes_effect: {takes_effect}" if takes_effect else ""
    notice = f"  - denunciation: 2010-01-01\n    source: heard{effect}"
    made = tiny(f"alpha:\n  - accession: 2003-01-01\n    source: heard\n{notice}", instruments=instrument).case()
    tried = worlds(made.cell.actions, [()], made.instrument, date(2020, 1, 1))
    assert [world.unruled_ends for world in tried] == [True, False][:ways]
    assert [world.unruled_ends for world in worlds(made.cell.actions[:1], [()], made.instrument, date(2020, 1, 1))] == [
        True
    ]
