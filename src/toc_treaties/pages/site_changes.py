"""What changed as pages of the site: since the last meeting, in the years before, and as news for feed readers."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import TYPE_CHECKING

from toc_treaties.document import Block, Document, Heading, Section, Table, paragraph
from toc_treaties.document.feed import Feed, FeedEntry
from toc_treaties.model.when import When
from toc_treaties.pages import changes
from toc_treaties.pages.body import body_of
from toc_treaties.pages.foot import cited_in, closing, in_brief
from toc_treaties.pages.tables import Row, gathered
from toc_treaties.questions.changes import Change, Changes, within
from toc_treaties.questions.measure_changes import MeasureChange
from toc_treaties.words.language import Words
from toc_treaties.words.phrases import NOT_THE_RECORD

if TYPE_CHECKING:
    from toc_treaties.pages.foot import Cited

AT_HOME = 50
"""How many entries of a feed tell of what was done at home: the newest; of treaties it tells the whole span."""

BY_YEAR = ("acts", "measures")
"""The tables that are so long that a reader looks for a year in them."""


def page(answer: Changes, words: Words) -> Document:
    """What was done since the last meeting, what was done before it, and what states did at home since."""
    blocks = list(_parts(answer, words))
    told = (change.record for change in (*answer.changes, *answer.undated))
    cited = {id for record in told for id in record.sources}
    sources = [source for source in answer.cited if source.id in cited]
    later = words.say("What depositaries published later may be missing here.")
    first, last = words.day(answer.since), words.day(answer.until)
    return Document(
        "changes",
        words.say("What changed"),
        words.say("{first} to {last}", first=first, last=last),
        closing(blocks, words, [*sources, *cited_in(blocks, [*answer.held.values()])], remarks=[later]),
        words.language,
        (answer.since, answer.until),
    )


def _parts(answer: Changes, words: Words) -> Iterator[Block]:
    """The parts of the span, each under its heading."""
    begins = answer.meeting.begins.earliest if answer.meeting else answer.since
    since = within(answer, begins, answer.until)
    before = within(answer, answer.since, begins - timedelta(days=1))
    if answer.meeting:
        yield Heading(words.say("Since the last meeting"), key="since")
    yield from _told(since._replace(measures=()), words)
    if answer.since < begins:
        yield Heading(words.say("Before it, since {day}", day=answer.since), key="before")
        earlier = before._replace(meeting=None, measures=())
        yield from _told(earlier, words)
    yield Heading(words.say("At home: laws, plans, reviews"), key="home")
    at_home = [block for block in changes.at_home(since, words) if isinstance(block, Table)]
    for block in at_home:
        yield paragraph(words.say("{clauses}.", clauses=block.caption))
        yield _by_year(block._replace(caption=""))
    if not at_home:
        yield paragraph(words.say("{clauses}.", clauses=words.say("Nothing is recorded in this span")))


def _told(answer: Changes, words: Words) -> Iterator[Block]:
    """What was done in a part of the span, its lines by year; acts whose day is not known stand apart."""
    yield from map(_by_year, body_of(changes.page(answer, words, undated=True), deeper=1))


def _by_year(block: Block) -> Block:
    """Acts, and what was done at home, under their years; acts before the span stay under their own heading."""
    if not isinstance(block, Table) or block.key not in BY_YEAR:
        return block
    *earlier, own = block.sections
    years = gathered((_year(row), row) for row in own.rows)
    if not earlier and len(years) == 1:
        return block
    sections = (Section(year, tuple(rows), f"{block.key}-{year}") for year, rows in years.items())
    return block._replace(sections=(*earlier, *sections))


def _year(row: Row) -> str:
    """The year of a line, by the last day on which it can have been."""
    day = row[0].value
    return str(day.latest.year) if isinstance(day, When) else ""


def feed(answer: Changes, words: Words) -> Feed:
    """The same as news, the newest first; what only two days bound, or lies ahead, is no news."""
    told = [*_acts(answer, words), *[*_at_home(answer, words)][-AT_HOME:]]
    past = (entry for when, entry in told if not when.bracketed and entry.day <= answer.until)
    newest = sorted(past, key=lambda entry: entry.day, reverse=True)
    title = words.say("Treaties against transnational organized crime: what changed")
    return Feed("changes", title, answer.until, words.language, tuple(_numbered(newest)))


def _numbered(entries: Iterable[FeedEntry]) -> Iterator[FeedEntry]:
    """The entries, those with one key told apart by a number."""
    given: Counter[str] = Counter()
    for entry in entries:
        given[entry.key] += 1
        yield entry if given[entry.key] == 1 else entry._replace(key=f"{entry.key}-{given[entry.key]}")


def _acts(answer: Changes, words: Words) -> Iterator[tuple[When, FeedEntry]]:
    """What was done under treaties and in organizations."""
    titles = {source.id: source for source in answer.cited}
    for change in answer.lines:
        when = change.told_on
        text = _text(when, (titles[id] for id in change.record.sources if id in titles), words)
        title = changes.event_text(change, answer, words)
        yield when, FeedEntry(_key(change), when.latest, title, text, words.name(change.state.name))


def _key(change: Change) -> str:
    """What stays the same of an event, however it is worded: whose, on what, which, and its day as recorded."""
    about = change.instrument.id if change.instrument else change.organization
    kind = change.action.kind if change.action else change.membership
    return f"{change.state.slug}/{about}/{change.kind}/{kind}/{change.told_on.text}"


def _at_home(answer: Changes, words: Words) -> Iterator[tuple[When, FeedEntry]]:
    """What was done at home."""
    for change in answer.measures:
        text = _text(change.when, (answer.held[id] for id in change.standing.cited if id in answer.held), words)
        title = changes.measure_text(change, words)
        name = words.name(change.state.name)
        yield change.when, FeedEntry(_home_key(change), change.when.latest, title, text, name)


def _home_key(change: MeasureChange) -> str:
    measure = change.standing.measure
    return f"{change.state.slug}/{measure.number or measure.title}/{change.event}/{change.when.text}"


def _text(when: When, shown: "Iterable[Cited]", words: Words) -> str:
    """The day, the evidence, and what the entry must not be taken for."""
    seen = words.joined(in_brief(source, words) for source in shown)
    evidence = words.known("Evidence: {sources}.", sources=seen)
    return " ".join(
        filter(None, (words.say("{clauses}.", clauses=words.when(when)), evidence, words.say(NOT_THE_RECORD)))
    )
