"""The pages on the instruments, and on the other treaties that the register knows."""

from collections.abc import Iterator

from toc_treaties.model.instrument import Instrument
from toc_treaties.pages import site_instruments
from toc_treaties.questions.agreements import agreements
from toc_treaties.questions.authorities import authorities
from toc_treaties.questions.gaps import gaps
from toc_treaties.questions.instrument import instrument_profile
from toc_treaties.site.leaves import Leaf
from toc_treaties.site.shelf import Shelf


def leaves(shelf: Shelf) -> Iterator[Leaf]:
    """The index of the instruments, who has not joined each, then each instrument, then the other treaties."""
    more = (
        ("instruments", shelf.aspect("index")),
        ("instruments/gaps", shelf.aspect("gaps")),
        ("progress", shelf.aspect("progress")),
        ("agreements", shelf.aspect("agreements")),
    )
    yield Leaf(
        "instruments",
        "instruments",
        shelf.section("instruments"),
        "gaps",
        lambda: gaps(shelf.register, shelf.scope, shelf.as_of),
        own=site_instruments.index_page,
        recorded=False,
        more=more,
    )
    yield Leaf(
        "instruments/gaps",
        "instruments",
        shelf.aspect("gaps"),
        "gaps",
        lambda: gaps(shelf.register, shelf.scope, shelf.as_of),
        "by_instrument",
        title=shelf.words.say("Who has not joined, by instrument"),
        more=more,
    )
    yield Leaf(
        "agreements",
        "instruments",
        shelf.aspect("agreements"),
        "agreements",
        lambda: agreements(shelf.register, shelf.as_of),
        more=more,
    )
    for instrument in shelf.instruments:
        yield from _of(shelf, instrument)


def _of(shelf: Shelf, instrument: Instrument) -> Iterator[Leaf]:
    """The pages on one instrument."""
    words, path = shelf.words, f"instruments/{instrument.id}"
    more = ((path, shelf.aspect("table")), (f"{path}/authorities", shelf.aspect("authorities")))
    named = bool(instrument.designations)
    yield Leaf(
        path,
        "instruments",
        words.name(instrument.short),
        "instrument",
        lambda: instrument_profile(shelf.register, instrument, shelf.scope, shelf.as_of),
        own=site_instruments.first_page,
        printed=True,
        more=more if named else (),
    )
    if named:
        yield Leaf(
            f"{path}/authorities",
            "instruments",
            shelf.aspect("authorities"),
            "authorities",
            lambda: authorities(shelf.register, shelf.under(instrument), shelf.as_of),
            "overview",
            own=site_instruments.authorities_page,
            title=words.say("{instrument}: authorities and notifications", instrument=instrument.short),
            more=more,
        )
