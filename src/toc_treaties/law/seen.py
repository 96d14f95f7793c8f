"""By when an act was done whose day is open: what its sources, and the entries around it, can show.

The day on which a page was read is the date of the evidence and never a possible day of the act: an act is not later
than the page that shows it.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from toc_treaties.law.periods import certainly, possibly
from toc_treaties.law.waits import after_deposit
from toc_treaties.model.action import Action, Cell, Effect, Kind, NoInformation
from toc_treaties.model.instrument import Instrument
from toc_treaties.model.register import Register
from toc_treaties.model.state import State
from toc_treaties.model.when import UNSEEN, When


def bounded(cell: Cell, state: State, instrument: Instrument, register: Register) -> Cell:
    """A cell whose open dates lie between the days that its entries and their sources leave possible."""
    for action in cell.actions:
        first, last, _ = action.when
        if first is not last and first != last:
            break
    else:
        return cell
    actions: list[Action] = []
    for action in cell.actions:
        if action.when == UNSEEN:
            days = [instrument.opened, state.independence or date.min, *(before.when.earliest for before in actions)]
            when = _bracket(action, max(days), cell, instrument, register)
        else:
            when = _ended(action, register)
            if action.effect is Effect.CONSENTS and when.day is None:
                when = when._replace(earliest=_not_yet(cell, when.earliest, when.latest))
        actions.append(action if when == action.when else action._replace(when=when))
    return cell._replace(actions=tuple(actions))


def _bracket(action: Action, first: date, cell: Cell, instrument: Instrument, register: Register) -> When:
    """The days between which an act lies whose day was not seen; `first` is that of what is recorded before it.

    It begins after the national act, and after what does not show it yet.
    """
    first = max(first, action.ratified_at_home.earliest if action.ratified_at_home else first)
    last = _seen_by(action, first, instrument, register)
    return When(_not_yet(cell, first, last), last, UNSEEN.text)


def _not_yet(cell: Cell, first: date, last: date) -> date:
    """The first possible day of a consent between two days: after every source of that time that does not show it."""
    absent = (seen.as_of for seen in cell.none_seen if seen.as_of is not None and seen.unconfirmed is None)
    return max([first, *(seen.earliest + timedelta(days=1) for seen in absent if seen.latest < last)])


def _seen_by(action: Action, first: date, instrument: Instrument, register: Register) -> date:
    """The last day on which an act can have been done: the last possible one of the oldest dated source that shows it.

    A list that says *in force* shows a deposit earlier by the instrument's wait. What is older than the first possible
    day does not show the act. No dated source: no last day.
    """
    deposited = [_deposited_by(action, day, instrument) for day in _days(action.in_force_seen, register)]
    shown = (day for day in (*_days(action.sources, register), *deposited) if day >= first)
    return min(shown, default=UNSEEN.latest)


def _ended(action: Action, register: Register) -> When:
    """A month, a year or a bracket as far as it has come: no act is later than its newest source, nor than today."""
    when = action.when
    shown = [] if action.unconfirmed else list(_days(action.sources, register))
    ends = [when.latest, *([max(shown)] if shown else []), *([register.read_on] if register.read_on else [])]
    last = min(ends)
    return when if last == when.latest or last < when.earliest else when._replace(latest=last)


def contradicted(cell: Cell, as_of: date) -> NoInformation | None:
    """What speaks on a date against the gap that a cell's other entries show, if anything does.

    It counts from its own day, or from the last of those entries; a later act or a newer list settles it.
    """
    shown = [action.when for action in cell.actions if certainly(action.when, None, as_of)]
    shown += [seen.as_of for seen in cell.none_seen if seen.as_of is not None]
    last = max((when.latest for when in shown), default=None)
    for doubt in reversed(cell.no_information if cell.actions or cell.none_seen else ()):
        if doubt.since is None:
            speaks = last is None or as_of > last
        else:
            speaks = possibly(doubt.since, None, as_of) and (last is None or last < doubt.since.latest)
        if speaks:
            return doubt
    return None


def _days(ids: Iterable[str], register: Register) -> Iterable[date]:
    """The last possible days of the dated ones among some sources."""
    return (
        source.as_of.latest
        for id in ids
        if (source := register.sources.get(id)) is not None and source.as_of is not None
    )


def _deposited_by(action: Action, in_force: date, instrument: Instrument) -> date:
    """The last day of a deposit whose entry into force a list of a day shows."""
    wait = instrument.later_parties
    if wait is None or action.kind is Kind.SUCCESSION:
        return in_force
    day = in_force
    while after_deposit(wait, day) > in_force:
        day -= timedelta(days=1)
    return day
