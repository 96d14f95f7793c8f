"""What the register does not know on a day: counted from what it holds, by instrument and by topic, never by state."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from toc_treaties.law.measures import Sign
from toc_treaties.law.strength import MeasureStrength, Strength
from toc_treaties.model.instrument import Instrument
from toc_treaties.model.measure import Topic
from toc_treaties.model.register import Register
from toc_treaties.model.source import Source
from toc_treaties.questions.across import overview
from toc_treaties.questions.currency import InstrumentEvidence, currency
from toc_treaties.questions.measures import matrix
from toc_treaties.questions.scope import Scope

OLDER = 2
"""From which band of age on evidence is older than five years."""


class InstrumentLimits(NamedTuple):
    """What is not known of the cells of one instrument.

    `nothing` are those of which nothing was found either way, `older` those whose newest evidence is older than five
    years; `clauses` is how many of its clauses carry a remark that their article was not seen.
    """

    instrument: Instrument
    to_verify: int
    nothing: int
    undated: int
    days: int
    older: int
    clauses: int


class TopicLimits(NamedTuple):
    """Of how many states a law on a topic was looked for and not found, and of how many nobody looked."""

    topic: Topic
    not_found: int
    nobody_looked: int


class Limits(NamedTuple):
    """What is not known, in counts, with the denominators."""

    as_of: date
    scope: Scope
    instruments: tuple[InstrumentLimits, ...]
    topics: tuple[TopicLimits, ...]
    named: int
    """Measures known by name alone."""
    not_shown: int
    """Measures that no source seen shows."""
    unrecorded: int
    """Commitments of which nothing is recorded of any state or body."""
    commitments: int
    statements: int
    """Statements of states whose text was not seen."""
    agreements: int
    unread: int
    """Agreements none of whose articles was read."""
    newest: Source | None
    """The newest source of the treaties: what was published later was not seen."""
    cited: tuple[Source, ...]

    @property
    def cells(self) -> int:
        """How many cells there are."""
        return len(self.scope.states) * len(self.scope.instruments)


def limits(register: Register, scope: Scope, as_of: date) -> Limits:
    """What is not known on a day."""
    evidence = currency(register, scope, as_of)
    topics = register.topics_for_law
    signs = matrix(register, scope, topics, as_of)
    counts = overview(register, scope, as_of).counts if register.catalogue else ()
    agreements = register.agreements.values()
    whole = evidence.measures[-1].counts if evidence.measures else Counter[MeasureStrength]()
    dated = [source for source in register.sources.values() if source.as_of and source.as_of.latest <= as_of]
    return Limits(
        as_of,
        scope,
        tuple(_of_instrument(each, as_of) for each in evidence.instruments if each.counted),
        tuple(
            TopicLimits(topic, signs.totals[Sign.NOT_FOUND][place], signs.totals[Sign.NOT_SEARCHED][place])
            for place, topic in enumerate(topics)
        ),
        whole[MeasureStrength.NAMED],
        whole[MeasureStrength.UNCONFIRMED],
        sum(each.total is None and not each.sources for each in counts),
        len(counts),
        sum(1 for _ in _texts_not_seen(register)),
        len(register.agreements),
        sum(not agreement.articles for agreement in agreements),
        max(dated, key=lambda source: source.as_of.latest if source.as_of else date.min, default=None),
        evidence.cited,
    )


def _of_instrument(each: InstrumentEvidence, as_of: date) -> InstrumentLimits:
    ages = each.ages(as_of)
    return InstrumentLimits(
        each.instrument,
        each.to_verify,
        each.counts[Strength.LOOKED_FOR] + each.counts[Strength.NOTHING_KNOWN],
        each.undated,
        each.counts[Strength.DAY_UNCONFIRMED],
        sum(number for band, number in ages.items() if band >= OLDER),
        sum(1 for _ in _unconfirmed(each.instrument)),
    )


def _unconfirmed(record: object) -> Iterator[object]:
    """The parts of an instrument that say why they are unconfirmed, however deep."""
    if getattr(record, "unconfirmed", None) is not None:
        yield record
    parts: Iterable[object] = (
        record.values() if isinstance(record, dict) else record if isinstance(record, tuple) else ()
    )
    for part in parts:
        yield from _unconfirmed(part)


def _texts_not_seen(register: Register) -> Iterator[object]:
    """The statements of states of which only is known that they were made."""
    for state in register.states.values():
        for cell in state.treaties.values():
            for action in cell.actions:
                yield from (statement for statement in action.statements if statement.text is None)
