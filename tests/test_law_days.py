"""Hand-checked days: what the real register must answer for states and instruments that are hard to get right."""

from datetime import date

import pytest

from toc_treaties.law.dossier import dossier
from toc_treaties.law.history import EventKind, history
from toc_treaties.law.next_step import next_step
from toc_treaties.law.standing import Standing, standing
from toc_treaties.model.register import Register
from toc_treaties.model.state import State
from toc_treaties.pages.next_step import before_text
from toc_treaties.words.language import ENGLISH

pytestmark = pytest.mark.data


def _state(register: Register, iso3: str) -> State:
    (one,) = (state for state in register.states.values() if state.iso3 == iso3)
    return one


def _standing(register: Register, iso3: str, instrument: str, day: str) -> Standing:
    case = dossier(register, _state(register, iso3), register.instruments[instrument])
    return standing(case, date.fromisoformat(day))


@pytest.mark.parametrize(
    ("iso3", "instrument", "day", "expected"),
    [
        # Saint Lucia's succession: status list of the 1961 Convention as amended, UNTC VI-18, as of 14 March 2015.
        ("LCA", "narcotics-1961", "1991-07-04", "no_action"),
        ("LCA", "narcotics-1961", "1991-07-05", "party"),
        # Opened in Palermo on 12 December 2000; Haiti signed on the 13th: UNTC XVIII-12, 27 January 2014.
        ("HTI", "untoc", "2000-12-11", "not_open"),
        ("HTI", "untoc", "2000-12-12", "no_action"),
        ("HTI", "untoc", "2000-12-13", "signatory"),
        # Costa Rica deposited on 24 July 2003, before the Convention's own entry into force: UNTC XVIII-12.
        ("CRI", "untoc", "2003-07-23", "signatory"),
        ("CRI", "untoc", "2003-07-24", "contracting"),
        ("CRI", "untoc", "2003-08-23", "contracting"),
        ("CRI", "untoc", "2003-09-28", "contracting"),
        ("CRI", "untoc", "2003-09-29", "party"),
        # Belize deposited on 26 September 2003: thirty days (art. 38(2)); UNTC XVIII-12.
        ("BLZ", "untoc", "2003-10-25", "contracting"),
        ("BLZ", "untoc", "2003-10-26", "party"),
        # Jamaica deposited on 29 September 2003; the Protocol entered into force on 25 December: UNTC XVIII-12-a.
        ("JAM", "tip", "2003-12-24", "contracting"),
        ("JAM", "tip", "2003-12-25", "party"),
        # Panama deposited on 23 September 2005, Bolivia on 5 December; UNCAC in force on 14 December: UNTC XVIII-14.
        ("PAN", "uncac", "2005-12-13", "contracting"),
        ("PAN", "uncac", "2005-12-14", "party"),
        ("BOL", "uncac", "2006-01-03", "contracting"),
        ("BOL", "uncac", "2006-01-04", "party"),
        # Bolivia deposited on 20 August 1990: ninety days (art. 29(2)); UNTC VI-19.
        ("BOL", "trafficking-1988", "1990-11-17", "contracting"),
        ("BOL", "trafficking-1988", "1990-11-18", "party"),
        # Honduras deposited the Convention and its Protocol on one day, 10 November 2006: OAS, 2021.
        ("HND", "mla", "2006-12-09", "contracting"),
        ("HND", "mla", "2006-12-10", "party"),
        ("HND", "mla-protocol", "2006-12-09", "contracting"),
        ("HND", "mla-protocol", "2006-12-10", "party"),
        # Nicaragua left the OAS on 19 November 2023; its treaties bind it still: OAS B-58 2018, A-55 2021.
        ("NIC", "iacac", "2023-11-18", "party"),
        ("NIC", "iacac", "2023-11-20", "party"),
        ("NIC", "mla", "2023-11-18", "party"),
        ("NIC", "mla", "2023-11-20", "party"),
        ("NIC", "cifta", "2023-11-18", "party"),
        ("NIC", "cifta", "2023-11-20", "party"),
        # Bolivia's notice of 29 June 2011 took effect on 1 January 2012 (art. 46(2)): UNIS/NAR/1114;
        # its return of 11 January 2013 took effect on 10 February: UNTC VI-18, 14 March 2015.
        ("BOL", "narcotics-1961", "2011-06-28", "party"),
        ("BOL", "narcotics-1961", "2011-06-29", "party"),
        ("BOL", "narcotics-1961", "2011-12-31", "party"),
        ("BOL", "narcotics-1961", "2012-01-01", "withdrawn"),
        ("BOL", "narcotics-1961", "2013-01-10", "withdrawn"),
        ("BOL", "narcotics-1961", "2013-01-11", "contracting"),
        ("BOL", "narcotics-1961", "2013-02-09", "contracting"),
        ("BOL", "narcotics-1961", "2013-02-10", "party"),
        # Definitive signature by the United States on 10 April 2003; the Agreement in force on 18 September 2008.
        ("USA", "maritime", "2003-04-09", "not_open"),
        ("USA", "maritime", "2003-04-10", "contracting"),
        ("USA", "maritime", "2008-09-17", "contracting"),
        ("USA", "maritime", "2008-09-18", "party"),
    ],
)
def test_the_standing_on_the_day(register: Register, iso3: str, instrument: str, day: str, expected: str) -> None:
    """The standing on a hand-checked day is what the depositary's record and the treaty make it."""
    assert _standing(register, iso3, instrument, day).name.value == expected


def test_a_successions_earlier_effect_is_kept(register: Register) -> None:
    """Saint Lucia's succession stands at its notification, with the effect from independence beside it (UNTC VI-18)."""
    now = _standing(register, "LCA", "narcotics-1961", "1991-07-05")
    assert now.since is not None
    assert now.since.day == date(1991, 7, 5)
    assert now.deciding is not None
    assert now.deciding.effect_from is not None
    assert now.deciding.effect_from.day == date(1979, 2, 22)


def test_a_leaving_party_is_shown_with_the_day_it_leaves(register: Register) -> None:
    """From notice to effect Bolivia is a party, leaving on 1 January 2012 (UNIS/NAR/1114)."""
    assert _standing(register, "BOL", "narcotics-1961", "2011-06-28").leaving_on is None
    assert _standing(register, "BOL", "narcotics-1961", "2011-06-29").leaving_on == date(2012, 1, 1)
    assert _standing(register, "BOL", "narcotics-1961", "2011-12-31").leaving_on == date(2012, 1, 1)
    assert _standing(register, "BOL", "narcotics-1961", "2013-02-10").leaving_on is None


@pytest.mark.parametrize("day", ["2011-12-28", "2012-01-01", "2013-01-10", "2013-01-11"])
def test_while_an_instrument_waits_no_step_is_named(register: Register, day: str) -> None:
    """From lodging on 29 December 2011 to the deposit of 11 January 2013 nothing is next for Bolivia (50(3))."""
    case = dossier(register, _state(register, "BOL"), register.instruments["narcotics-1961"])
    on = date.fromisoformat(day)
    found = next_step(case, standing(case, on), on)
    assert found.step is None
    waits = "instrument lodged 29 Dec 2011; waiting: twelve months for objections, 50(3)"
    assert before_text(found, None, None, ENGLISH) == (waits if "2012-01-01" <= day <= "2013-01-10" else "")


def test_the_path_of_a_return_holds_every_step(register: Register) -> None:
    """Bolivia's path under the 1961 Convention names its entry, notice, lodging, exit, return and second entry."""
    events = history(_standing(register, "BOL", "narcotics-1961", "2026-11-21"))
    assert [(event.kind, event.when.text) for event in events] == [
        (EventKind.ACTION, "1976-09-23"),
        (EventKind.ENTRY_INTO_FORCE, "1976-10-23"),
        (EventKind.ACTION, "2011-06-29"),
        (EventKind.ACTION, "2011-12-29"),
        (EventKind.EXIT, "2012-01-01"),
        (EventKind.ACTION, "2013-01-11"),
        (EventKind.ENTRY_INTO_FORCE, "2013-02-10"),
    ]


IN_FORCE_BETWEEN = {
    "untoc": "2011-05-19",  # Haiti's deposit of 19 April 2011: UNTC XVIII-12
    "uncac": "2009-10-14",  # Haiti's deposit of 14 September 2009: UNTC XVIII-14
    "trafficking-1988": "1995-12-17",  # Haiti's deposit of 18 September 1995: UNTC VI-19
    "iacac": "2004-07-07",  # Haiti's deposit of 7 June 2004: OAS press release
    "cifta": "2009-05-24",  # the Dominican Republic's deposit of 24 April 2009: OAS press release
}


@pytest.mark.parametrize("instrument", IN_FORCE_BETWEEN)
def test_the_treaties_between_haiti_and_the_dominican_republic(register: Register, instrument: str) -> None:
    """A treaty is in force between two states from the day on which both are parties, and on no day before."""
    day = date.fromisoformat(IN_FORCE_BETWEEN[instrument])
    cases = [dossier(register, _state(register, iso3), register.instruments[instrument]) for iso3 in ("HTI", "DOM")]
    both = [[standing(case, on).name.value == "party" for case in cases] for on in (day, _eve(day))]
    assert both[0] == [True, True]
    assert not all(both[1])


def _eve(day: date) -> date:
    return date.fromordinal(day.toordinal() - 1)


def test_the_treaties_between_them_at_the_start_of_2010(register: Register) -> None:
    """On 1 January 2010 every one of those treaties was in force between the two, except UNTOC."""
    found = {
        instrument
        for instrument in IN_FORCE_BETWEEN
        if all(_standing(register, iso3, instrument, "2010-01-01").name.value == "party" for iso3 in ("HTI", "DOM"))
    }
    assert found == set(IN_FORCE_BETWEEN) - {"untoc"}


def test_a_deposit_known_to_the_month_is_in_force_in_a_range(register: Register) -> None:
    """Haiti's CIFTA deposit is known to the month, so its entry into force is a range and not a day."""
    now = _standing(register, "HTI", "cifta", "2026-11-21")
    assert now.name.value == "party"
    assert now.consent is not None
    assert now.consent.day is None
    assert now.in_force is not None
    assert now.in_force.day is None
    assert (now.in_force.latest - now.in_force.earliest).days == (now.consent.latest - now.consent.earliest).days
