"""The path to a standing: what happened, in order, and what follows from it for certain."""

from collections.abc import Callable
from datetime import date

from hypothesis import given

from tests.registers import Tiny
from tests.strategies import DAYS, dossiers
from toc_treaties.law.bound import Ground
from toc_treaties.law.dossier import Dossier
from toc_treaties.law.history import EventKind, history
from toc_treaties.law.standing import standing

Make = Callable[..., Tiny]


def _path(made: Tiny, day: str) -> list[tuple[EventKind, str]]:
    return [(event.kind, event.when.text) for event in history(made.standing(day))]


@given(dossiers(), DAYS)
def test_a_path_is_in_order(case: Dossier, day: date) -> None:
    """Events stand in the order of their days; on one day an act comes first, then an exit, then an entry."""
    events = history(standing(case, day))
    keys = [(event.when.earliest, event.when.latest, event.kind.value) for event in events]
    assert keys == sorted(keys)


@given(dossiers(), DAYS)
def test_a_path_holds_every_act_once(case: Dossier, day: date) -> None:
    """A path holds each act that can have happened by the day, once, and no act after it."""
    events = history(standing(case, day))
    acts = [event.action for event in events if event.kind is EventKind.ACTION]
    known = [action for action in case.cell.actions if action.when.earliest <= day]
    assert sorted(map(id, acts)) == sorted(map(id, known))
    assert all((event.ground is None) == (event.kind is EventKind.ACTION) for event in events)


@given(dossiers(), DAYS)
def test_only_what_is_certain_has_an_effect(case: Dossier, day: date) -> None:
    """An entry into force follows from a consent that has certainly been given, and from each at most once."""
    entries = [event for event in history(standing(case, day)) if event.kind is EventKind.ENTRY_INTO_FORCE]
    assert all(event.action.when.latest <= day for event in entries)
    assert len({id(event.action) for event in entries}) == len(entries)


def test_an_act_that_may_not_have_happened_has_no_effect_yet(tiny: Make) -> None:
    """Within the bracket of a consent it stands in the path alone; when the bracket has passed, its effect follows."""
    made = tiny("""
        alpha:
          - signature: 2000-06-06
            source: seen
          - ratification: unknown
            between: [2011-04-01, 2017-11-02]
            source: seen
    """)
    signed = (EventKind.ACTION, "2000-06-06")
    assert _path(made, "2011-03-31") == [signed]
    assert _path(made, "2015-01-01") == [signed, (EventKind.ACTION, "unknown")]
    assert _path(made, "2017-11-02") == [
        signed,
        (EventKind.ACTION, "unknown"),
        (EventKind.ENTRY_INTO_FORCE, "unknown"),
    ]
    entry = history(made.standing("2017-11-02"))[-1].when
    assert (entry.earliest, entry.latest) == (date(2011, 5, 1), date(2017, 12, 2))


def test_a_notice_that_may_not_have_been_given_ends_nothing_yet(tiny: Make) -> None:
    """Within the month of a notice no end is computed; after it, the end is the range of a year's notice."""
    made = tiny("""
        alpha:
          - ratification: 2003-05-01
            source: seen
          - denunciation: 2010-06
            source: seen
    """)
    assert [kind for kind, _ in _path(made, "2010-06-15")] == [
        EventKind.ACTION,
        EventKind.ENTRY_INTO_FORCE,
        EventKind.ACTION,
    ]
    end = history(made.standing("2010-06-30"))[-1]
    assert (end.kind, end.ground) == (EventKind.EXIT, Ground.OWN_RULE)
    assert (end.when.earliest, end.when.latest, end.when.text) == (date(2011, 6, 1), date(2011, 6, 30), "2011-06")


def test_a_return_on_the_day_of_the_exit_comes_after_it(tiny: Make) -> None:
    """A state that left and is back on one day is shown to leave first."""
    made = tiny("""
        alpha:
          - ratification: 2003-05-01
            source: seen
          - denunciation: 2010-01-31
            source: seen
          - accession: 2011-01-01
            source: seen
    """)
    assert _path(made, "2012-01-01")[-3:] == [
        (EventKind.ACTION, "2011-01-01"),
        (EventKind.EXIT, "2011-01-31"),
        (EventKind.ENTRY_INTO_FORCE, "2011-01-31"),
    ]


def test_a_second_consent_has_no_effect_of_its_own(tiny: Make) -> None:
    """A consent during another's life is part of the path, and brings no second entry into force."""
    made = tiny("""
        alpha:
          - ratification: 2003-05-01
            source: seen
          - accession: 2005-05-01
            source: seen
    """)
    kinds = [kind for kind, _ in _path(made, "2026-11-21")]
    assert kinds == [EventKind.ACTION, EventKind.ENTRY_INTO_FORCE, EventKind.ACTION]
