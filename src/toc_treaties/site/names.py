"""Where each name on a page leads: to the page of a thing, or to the entry of a treaty or a source.

A name is what a page says as a whole: also with the sign of a footnote, or behind a paragraph of the Strategy.
"""

from collections.abc import Iterator

from toc_treaties.pages.membership import footnotes
from toc_treaties.site.shelf import Shelf


def names(shelf: Shelf) -> dict[str, str]:
    """Every name with the address below the language; what is named first keeps its name."""
    found: dict[str, str] = {}
    for name, path in (*_states(shelf), *_instruments(shelf), *_others(shelf), *_sources(shelf)):
        found.setdefault(name, path)
    return found


def _states(shelf: Shelf) -> Iterator[tuple[str, str]]:
    """The states; those with a footnote on a page have its sign behind their names there."""
    notes = footnotes(shelf.states, shelf.as_of, shelf.words)
    signs = [notes.sign(state) for state in shelf.states if notes.sign(state)]
    for state in shelf.states:
        name, path = shelf.words.name(state.name), f"states/{state.slug}"
        yield name, path
        if notes.sign(state):
            yield from ((name + sign, path) for sign in signs)


def _instruments(shelf: Shelf) -> Iterator[tuple[str, str]]:
    """The instruments, alone and behind their paragraphs."""
    for instrument in shelf.instruments:
        name, path = shelf.words.name(instrument.short), f"instruments/{instrument.id}"
        yield name, path
        yield f"{instrument.paragraph} {name}", path
        yield shelf.words.say("{paragraph}  {name}", paragraph=instrument.paragraph, name=name), path


def _others(shelf: Shelf) -> Iterator[tuple[str, str]]:
    """The topics, the paragraphs by their names and by their ids, the other treaties."""
    for topic in shelf.register.topics.values():
        yield shelf.words.name(topic.name), f"measures/{topic.id}"
        yield shelf.words.name(topic.short or topic.name), f"measures/{topic.id}"
    for id, name in shelf.paragraphs.items():
        yield name, f"commitments/{id}"
        yield id, f"commitments/{id}"
    for agreement in shelf.register.agreements.values():
        yield agreement.called, f"agreements#{agreement.id}"
        yield agreement.title, f"agreements#{agreement.id}"


def _sources(shelf: Shelf) -> Iterator[tuple[str, str]]:
    """The sources by their ids: those of the treaties on one page, those of laws on a page of each state."""
    for id in shelf.register.sources:
        yield id, f"sources#{id}"
    for slug, held in shelf.register.measures.items():
        for id in held.sources:
            yield id, f"states/{slug}/sources#{id}"
