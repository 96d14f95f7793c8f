"""The days on which a standing can turn: between two of them nothing that the law compares with the date is passed."""

from collections.abc import Iterator
from datetime import date, timedelta

from toc_treaties.law.dossier import Dossier
from toc_treaties.law.eligibility import open_from
from toc_treaties.law.standing import bound_periods
from toc_treaties.model.when import When


def turning_days(dossier: Dossier) -> tuple[date, ...]:
    """Every day on which the standing of the dossier's state can be another than on the day before, in order.

    It turns nowhere else: an act begins to count on its first or last possible day; what is in force, or has ended, is
    so from a day that follows from the acts of that time; an absence ends with the day of the page that shows it.
    """
    acted = {*_days_of_acts(dossier)}
    computed = {day for as_of in acted for day in _computed(dossier, as_of)}
    return tuple(
        sorted({*acted, *computed, open_from(dossier), dossier.instrument.opened, *_days_of_absences(dossier)})
    )


def _days_of_acts(dossier: Dossier) -> Iterator[date]:
    """The first and last possible days of the acts on the instrument, and of those on its parent."""
    for action in dossier.cell.actions:
        yield from _ends(action.when)
    if dossier.parent is not None:
        yield from _days_of_acts(dossier.parent)


def _computed(dossier: Dossier, as_of: date) -> Iterator[date]:
    """The days of entry into force and of exit that follow from the acts of a date, in each way they can have been."""
    for periods in bound_periods(dossier, as_of):
        for period in periods:
            yield from (fixed.day for fixed in (period.in_force, period.end) if fixed is not None)


def _days_of_absences(dossier: Dossier) -> Iterator[date]:
    """The days from which a page shows an absence no more, and from which something speaks against a gap."""
    for seen in dossier.cell.none_seen:
        if seen.as_of is not None:
            yield from _ends(seen.as_of)
    for doubt in dossier.cell.no_information:
        if doubt.since is not None:
            yield from _ends(doubt.since)


def _ends(when: When) -> Iterator[date]:
    """The first and the last possible day, and the day after; an end that nothing bounds is none."""
    if when.earliest != date.min:
        yield when.earliest
    if when.latest != date.max:
        yield when.latest
        yield when.latest + timedelta(days=1)
