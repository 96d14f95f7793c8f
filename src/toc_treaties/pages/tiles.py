"""How each state stands under one instrument, as tiles on a map."""

from toc_treaties.document import Map, Tile, line_of
from toc_treaties.pages.membership import Footnotes
from toc_treaties.pages.standings import brief_standing, symbol_code, symbol_of
from toc_treaties.questions.case import Case
from toc_treaties.questions.instrument import InstrumentProfile
from toc_treaties.words.language import Words
from toc_treaties.words.phrases import SYMBOL

ORDER = list(SYMBOL)
"""The order of the legend, in which the standings are listed below the map."""


def standings_map(answer: InstrumentProfile, notes: Footnotes, words: Words) -> Map:
    """How each state stands: the tiles, and below them the states of each standing."""
    cases = sorted(answer.items, key=lambda case: ORDER.index(symbol_code(case.standing)))
    disclaimer = line_of(words.say("Standings alone: no opinion on borders or on the status of any territory."))
    caption = words.say("States by standing")
    return Map("standings", caption, tuple(_tile(case, notes, words) for case in cases), disclaimer)


def _tile(case: Case, notes: Footnotes, words: Words) -> Tile:
    sign = symbol_of(case.standing, brief_standing(case.standing, words))
    return Tile(case.state.iso3, notes.name(case.state), sign, case.state.tile, case.standing.evidence.marked)
