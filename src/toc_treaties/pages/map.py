"""One instrument on a map of the Americas: a tile a state, with the sign of how it stands."""

from toc_treaties.document import Document
from toc_treaties.pages.instrument_opening import opening
from toc_treaties.pages.membership import footnotes
from toc_treaties.pages.scope import scoped
from toc_treaties.pages.tiles import standings_map
from toc_treaties.questions.instrument import InstrumentProfile
from toc_treaties.words.language import Words
from toc_treaties.words.phrases import OTHERS_NOT_SHOWN


def page(answer: InstrumentProfile, words: Words) -> Document:
    """The map of one instrument, with the states of each standing below it."""
    notes = footnotes(answer.scope.states, answer.as_of, words)
    body = [*opening(answer, words), standings_map(answer, notes, words), *notes.notes.values()]
    said = words.say(OTHERS_NOT_SHOWN)
    return scoped("map", words.name(answer.instrument.short), answer, body, answer.sources, words, said)
