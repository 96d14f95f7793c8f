"""The pages to fetch next: a depositary's page a row, with why; the publishers of measures that wait."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from toc_treaties.document import (
    Block,
    Cell,
    Column,
    ColumnKind,
    Document,
    Line,
    Role,
    Span,
    cell,
    facts,
    line_of,
    paragraph,
)
from toc_treaties.pages.currency import why_of
from toc_treaties.pages.measure_lines import LONGEST, name_text
from toc_treaties.pages.scope import names_text, scoped
from toc_treaties.pages.tables import Row, gathered, number_cell, sectioned
from toc_treaties.questions.currency import CellEvidence
from toc_treaties.questions.worklist import (
    PageOfInstrument,
    PagesOfPublisher,
    Use,
    Wait,
    WaitingMeasure,
    Worklist,
)
from toc_treaties.words.language import Words
from toc_treaties.words.worklist import CONFIRMED, USE_HEAD, USES, WAIT

SHOWN = 20
"""How many publishers a page on several states names."""


def page(answer: Worklist, words: Words) -> Document:
    """The pages of depositaries, then those of the publishers of measures, the most valuable first."""
    body: list[Block] = [*_depositaries(answer, words), *_publishers(answer, words)]
    if not body:
        body = [paragraph(words.say("No page would settle, confirm or refresh anything."), Role.QUIET)]
    body.append(
        facts(
            (
                words.say("Order"),
                words.say(
                    "a page that settles more goes first; of those that settle as many, that which confirms more; then "
                    "that which refreshes more; then the order of the Strategy"
                ),
            ),
            (
                words.say("How"),
                words.say(
                    "save the page with its table of participants as HTML, and run toc-treaties reconcile PAGE, with "
                    "--as-of DAY where the page prints no day; --propose shows the edits that it gives rise to"
                ),
            ),
        )
    )
    alone = len(answer.scope.states) == 1
    title = words.say("Pages to fetch next")
    if alone:
        title = words.say("{state}: pages to fetch next", state=answer.scope.states[0].name)
    said = (
        words.say(
            "Settles: cells to verify. Confirms: cells that rest on secondary sources alone, or whose day no source "
            "shows. Each cell is counted once, in the first column that applies."
        ),
        words.count(
            "Refreshes: cells whose newest evidence is {n} year old or more, or undated.",
            "Refreshes: cells whose newest evidence is {n} years old or more, or undated.",
            answer.years,
        ),
    )
    return scoped("worklist", title, answer, body, answer.cited, words, *said)


def _number(key: str, heading: str) -> Column:
    return Column(key, heading, ColumnKind.COUNT, whole=True)


def _depositaries(answer: Worklist, words: Words) -> list[Block]:
    """The pages whose address is on record, then those that must be asked for."""
    columns = (
        Column("page", words.say("Page")),
        *(_number(use, words.term(USE_HEAD, use)) for use in Use),
    )
    known = [_row(each, answer, words) for each in answer.pages if each.address]
    unknown = [_row(each, answer, words) for each in answer.pages if not each.address]
    sections = (("", known), (words.say("No address of the page is on record: to be asked of the depositary"), unknown))
    total = (
        cell(words.say("Cells")),
        *(number_cell(sum(len(each.of(use)) for each in answer.pages)) for use in Use),
    )
    caption = words.say("Pages of depositaries, in cells")
    return sectioned("pages", columns, sections, words, caption=caption, totals=[total])


def _row(each: PageOfInstrument, answer: Worklist, words: Words) -> Row:
    name = words.joined((words.name(each.instrument.short), each.instrument.reference or ""))
    address = each.address or (each.depositary.site if each.depositary else None) or ""
    seen = words.known("the depositary's record was last seen {day}", day=each.seen)
    last = seen or words.say("the depositary's own record was not seen with a day")
    lines: tuple[Line, ...] = (
        (Span(address, Role.QUIET, url=address),) if address else (),
        line_of(last, Role.QUIET),
        *(line_of(text, Role.QUIET) for text in _reasons(each, answer, words)),
    )
    counts = (number_cell(len(each.of(use))) for use in Use)
    return Cell(line_of(name, Role.STRONG), tuple(line for line in lines if line)), *counts


def _reasons(each: PageOfInstrument, answer: Worklist, words: Words) -> Iterator[str]:
    """Why each thing that the page would do is needed; of what is to verify, with the states."""
    alone = len(answer.scope.states) == 1
    for use in Use:
        cells = each.of(use)
        found = gathered((_why(entry, use, words), entry) for entry in cells)
        if use is Use.REFRESH:
            reasons = _seen(cells, words)
        elif alone:
            reasons = words.joined(found)
        elif use is Use.SETTLE:
            reasons = words.joined(_named(reason, of_it, words) for reason, of_it in found.items())
        else:
            reasons = words.joined(_counted(reason, of_it, words) for reason, of_it in found.items())
        yield words.known(USES[use], reasons=reasons)


def _named(reason: str, cells: list[CellEvidence], words: Words) -> str:
    """A reason with the states to which it applies."""
    return words.say("{reason} ({states})", reason=reason, states=names_text((each.state for each in cells), words))


def _counted(reason: str, cells: list[CellEvidence], words: Words) -> str:
    """A reason with the number of states to which it applies."""
    return words.say("{reason}: {n}", reason=reason, n=words.number(len(cells)))


def _seen(cells: tuple[CellEvidence, ...], words: Words) -> str:
    """From when until when cells were last seen, and how many have no day."""
    days = sorted((entry.seen for entry in cells if entry.seen), key=lambda when: when.latest)
    seen = words.say("last seen {days}", days=words.from_to(days[0], days[-1])) if days else ""
    undated = words.say("undated: {n}", n=words.number(len(cells) - len(days))) if len(days) < len(cells) else ""
    return words.joined((seen, undated))


def _why(entry: CellEvidence, use: Use, words: Words) -> str:
    """Why one cell needs the page."""
    return why_of(entry, words) if use is Use.SETTLE else words.term(CONFIRMED, entry.strength)


def _publishers(answer: Worklist, words: Words) -> list[Block]:
    """The publishers of measures that wait; of several states the first alone, of one with each measure."""
    alone = len(answer.scope.states) == 1
    shown = answer.at_home if alone else answer.at_home[:SHOWN]
    columns = (Column("publisher", words.say("Publisher")), _number("measures", words.say("Measures")))
    rows = [_publisher_row(each, words, alone=alone) for each in shown]
    total = (cell(words.say("Measures")), number_cell(sum(len(each.measures) for each in answer.at_home)))
    rest = answer.at_home[len(shown) :]
    more = words.count(
        "{n} publisher more, with {measures} measures: a state's are named with --state",
        "{n} publishers more, with {measures} measures: a state's are named with --state",
        len(rest),
        measures=words.number(sum(len(each.measures) for each in rest)),
    )
    caption = words.say("Pages that show measures at home: a later one would say whether they are in force")
    found = sectioned("publishers", columns, [("", rows)], words, caption=caption, totals=[total])
    return [*found, facts((words.say("Not shown"), more))] if rest else found


def _publisher_row(each: PagesOfPublisher, words: Words, *, alone: bool) -> Row:
    name = each.publisher or words.say("no page seen")
    waits = words.joined(words.say(WAIT[wait], n=each.waiting(wait)) for wait in Wait if each.waiting(wait))
    lines: list[Line] = [line_of(waits, Role.QUIET)]
    if alone:
        lines += [(Span(page.url, Role.QUIET, url=page.url),) for page in each.pages]
        lines.append(line_of(words.joined(_measure(measure) for measure in each.measures), Role.QUIET))
    else:
        lines.append(line_of(_sites(each, words), Role.QUIET))
    return Cell(line_of(name, Role.STRONG), tuple(line for line in lines if line)), number_cell(len(each.measures))


def _measure(waiting: WaitingMeasure) -> str:
    return name_text(waiting.standing.measure, LONGEST)


def _sites(each: PagesOfPublisher, words: Words) -> str:
    """Where a publisher's pages are, and how many they are."""
    sites = dict.fromkeys(host for page in each.pages if (host := urlsplit(page.url).hostname))
    pages = words.count("{n} page", "{n} pages", len(each.pages)) if each.pages else ""
    return words.joined((", ".join(sites), pages))
