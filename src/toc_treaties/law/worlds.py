"""Worlds: every way the dates can have been, where some are not known to the day."""

from datetime import date
from itertools import product

from toc_treaties.law.bound import ParentPeriod, Timeline, in_order, unruled
from toc_treaties.model.action import Action, Effect
from toc_treaties.model.instrument import Instrument

MOST_OPEN_DATES = 6


def worlds(
    known: tuple[Action, ...], fronts: list[tuple[ParentPeriod, ...]], instrument: Instrument, as_of: date
) -> list[Timeline]:
    """Every way things can have been: each open date at its first and at its last possible day.

    `fronts` are the ways the times under the parent can have been. Beyond a few open dates only all first
    and all last days are tried. A notice that no known rule provides for ends the treaty in half of the worlds.
    """
    made = _dated(known, fronts, as_of)
    if [action for action in known if action.kind.effect is Effect.RELEASES and unruled(action, instrument)]:
        made += [world._replace(unruled_ends=False) for world in made]
    return made


def _dated(known: tuple[Action, ...], fronts: list[tuple[ParentPeriod, ...]], as_of: date) -> list[Timeline]:
    """A world for each way the dates can have been."""
    if len(fronts) == 1 and not [action for action in known if action.when.earliest != action.when.latest]:
        return [_world([(action.when.earliest, action) for action in known], fronts[0], as_of)]
    known = tuple(action for _, action in in_order([(action.when.earliest, action) for action in known]))
    choices = [sorted({action.when.earliest, action.when.latest}) for action in known]
    if sum(len(days) > 1 for days in choices) > MOST_OPEN_DATES:
        combinations = [tuple(days[0] for days in choices), tuple(days[-1] for days in choices)]
    else:
        combinations = list(product(*choices))
    return [_world(list(zip(days, known, strict=True)), front, as_of) for front in fronts for days in combinations]


def _world(dated: list[tuple[date, Action]], parent: tuple[ParentPeriod, ...], as_of: date) -> Timeline:
    """A world in which what falls after the date has not happened, nor what no dated source shows."""
    return Timeline(in_order([(day, action) for day, action in dated if day <= as_of and day != date.max]), parent)
