"""Which page to fetch next: how many cells each would settle, confirm or refresh, and which measures wait for one."""

from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from toc_treaties.law.evidence import cited
from toc_treaties.law.gap import Part
from toc_treaties.law.measures import MeasureStanding, Stands
from toc_treaties.law.strength import Strength
from toc_treaties.law.waits import years_passed
from toc_treaties.model.instrument import Depositary, Instrument
from toc_treaties.model.measure import MeasureBasis, MeasureSource, StateMeasures
from toc_treaties.model.register import Register
from toc_treaties.model.source import Source
from toc_treaties.model.state import State
from toc_treaties.model.when import When
from toc_treaties.questions.currency import CellEvidence, InstrumentEvidence, cells_of
from toc_treaties.questions.measures import held_of, on_record
from toc_treaties.questions.scope import Scope

REFRESHED_AFTER = 5
"""How many years old evidence is that the worklist would refresh, where nothing else is asked."""


class Use(StrEnum):
    """What a depositary's page would do for a cell; each cell has one at most, the first that applies."""

    SETTLE = "settle"
    """It is to verify."""
    CONFIRM = "confirm"
    """It rests on secondary sources alone, or no source shows its day."""
    REFRESH = "refresh"
    """Its newest evidence is some years old."""


class Wait(StrEnum):
    """What a later page would settle of a measure."""

    ADOPTED = "adopted"
    """It was made, and no dated page shows it in force."""
    NAMED = "named"
    UNCONFIRMED = "unconfirmed"


class PageOfInstrument(NamedTuple):
    """A depositary's page of an instrument, with the cells that it would settle, confirm or refresh."""

    instrument: Instrument
    depositary: Depositary | None
    uses: tuple[tuple[CellEvidence, Use], ...]
    seen: When | None
    """The newest day of the depositary's own record behind any of the cells asked about."""

    @property
    def address(self) -> str | None:
        """Where the page is; None where no address is on record."""
        return self.instrument.status_page

    def of(self, use: Use) -> tuple[CellEvidence, ...]:
        """The cells for which it would do one thing."""
        return tuple(cell for cell, found in self.uses if found is use)


class WaitingMeasure(NamedTuple):
    """A measure of a state of which something is not shown, and why it waits."""

    state: State
    standing: MeasureStanding
    wait: Wait


class PagesOfPublisher(NamedTuple):
    """The pages of one publisher on which measures were seen that wait for a later one; None: no page shows them."""

    publisher: str | None
    pages: tuple[MeasureSource, ...]
    measures: tuple[WaitingMeasure, ...]

    def waiting(self, wait: Wait) -> int:
        """How many of its measures wait for one reason."""
        return sum(each.wait is wait for each in self.measures)


class Worklist(NamedTuple):
    """The pages to fetch, the most valuable first; `years` is the age from which evidence is to be refreshed."""

    as_of: date
    scope: Scope
    years: int
    pages: tuple[PageOfInstrument, ...]
    at_home: tuple[PagesOfPublisher, ...]
    cited: tuple[Source, ...]
    """What the cells that need a page rest on now, in the order of the register."""


def worklist(register: Register, scope: Scope, as_of: date, years: int) -> Worklist:
    """The depositaries' pages, then those of the publishers of measures, each the most valuable first.

    A page goes before another that settles fewer cells; of as many, that confirms fewer; of as many, that refreshes
    fewer; then in the order of the Strategy. Pages that would do nothing are left out.
    """
    pages = (_page(register, scope, instrument, as_of, years) for instrument in scope.instruments)
    ordered = sorted((page for page in pages if page.uses), key=_value)
    rests = cited((cell for page in ordered for cell, _ in page.uses), register.sources)
    publishers = () if scope.of_some_instruments else tuple(_publishers(register, scope.states, as_of))
    return Worklist(as_of, scope, years, tuple(ordered), publishers, rests)


def _value(page: PageOfInstrument) -> tuple[int, ...]:
    return tuple(-len(page.of(use)) for use in Use)


def _page(register: Register, scope: Scope, instrument: Instrument, as_of: date, years: int) -> PageOfInstrument:
    cells = tuple(cells_of(register, scope.states, instrument, as_of))
    uses = tuple((cell, use) for cell in cells if (use := use_of(cell, as_of, years)) is not None)
    depositary = register.depositaries.get(instrument.depositary)
    return PageOfInstrument(instrument, depositary, uses, InstrumentEvidence(instrument, cells).of_depositary)


def use_of(cell: CellEvidence, as_of: date, years: int) -> Use | None:
    """What the depositary's page would do for a cell."""
    if cell.part is Part.TO_VERIFY:
        return Use.SETTLE
    if cell.strength in {Strength.SECONDARY, Strength.DAY_UNCONFIRMED}:
        return Use.CONFIRM
    dated = cell.seen is not None and not years_passed(cell.seen, years, as_of)
    return None if cell.strength is Strength.OUTSIDE or dated else Use.REFRESH


def _publishers(register: Register, states: Iterable[State], as_of: date) -> Iterator[PagesOfPublisher]:
    """The publishers by the number of measures that wait, then by name; measures without a page last."""
    found: dict[str | None, list[tuple[WaitingMeasure, MeasureSource | None]]] = {}
    for state in states:
        held = held_of(register, state)
        for standing in on_record(register, state, as_of):
            wait = wait_of(standing)
            if wait is not None:
                page = page_of_measure(standing, held)
                publisher = page.publisher if page else None
                found.setdefault(publisher, []).append((WaitingMeasure(state, standing, wait), page))
    for publisher in sorted(found, key=lambda name: (name is None, -len(found[name]), name or "")):
        pages = {page.id: page for _, page in found[publisher] if page is not None}
        yield PagesOfPublisher(publisher, tuple(pages.values()), tuple(each for each, _ in found[publisher]))


def wait_of(standing: MeasureStanding) -> Wait | None:
    """What a later page would settle of a measure, if anything."""
    if standing.stands is Stands.NAMED:
        return Wait.NAMED
    if standing.marked:
        return Wait.UNCONFIRMED
    return Wait.ADOPTED if standing.stands is Stands.ADOPTED else None


def page_of_measure(standing: MeasureStanding, held: StateMeasures) -> MeasureSource | None:
    """The page on which a measure was last seen, an official one before others."""
    known = [held.sources[id] for id in standing.measure.sources if id in held.sources]
    official = [source for source in known if source.kind is MeasureBasis.OFFICIAL]
    shown = official or known
    return shown[-1] if shown else None
