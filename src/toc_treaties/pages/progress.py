"""Consent over time as a chart, and the signatures that wait."""

from datetime import date

from toc_treaties.document import Block, Cell, Chart, Column, Document, Heading, Note, Paragraph, Role, Section, Table
from toc_treaties.document import Series as Line
from toc_treaties.law.membership import Members
from toc_treaties.pages.standings import as_of_aside, doubt_word, record_note, total_text
from toc_treaties.questions.progress import ConsentProgress, ConsentSeries, Waiting
from toc_treaties.words.dates import day, when
from toc_treaties.words.language import Words
from toc_treaties.words.phrases import MARK, MARK_MEANS, counted


def page(answer: ConsentProgress, words: Words, totals: str, only: str = "") -> Document:
    """The chart and the table; `totals` says who counts, `only` what the page is limited to."""
    blocks: list[Block] = [Paragraph(only)] if only else []
    if answer.series:
        blocks.append(_chart(answer))
        blocks.append(Table(_COLUMNS, (Section("", tuple(_row(one, answer) for one in answer.series)),)))
    if answer.strategy is not None and answer.strategy <= answer.as_of:
        ago = _years(answer.strategy, answer.as_of)
        text = f"The Strategy was adopted on {day(answer.strategy)}, {ago} before the day asked."
        blocks.append(Paragraph(text, Role.QUIET))
    blocks += _waiting(answer)
    blocks.append(Note("Totals", totals))
    marked = any(one.standing.evidence.marked for one in answer.waiting)
    if marked or any(one.total.unconfirmed for one in answer.series):
        blocks.append(Note(MARK, MARK_MEANS + "."))
    blocks.append(record_note())
    return Document("Consent to be bound over time", as_of_aside(answer.as_of), tuple(blocks), words.language)


_COLUMNS = (
    Column("Instrument"),
    Column("Consented", fixed=True),
    Column("Adopted", fixed=True, numeric=True),
    Column("Years", fixed=True, numeric=True),
    Column("First", fixed=True, numeric=True),
    Column("Latest change", fixed=True),
    Column("Since Strategy", numeric=True),
)


def _chart(answer: ConsentProgress) -> Chart:
    """The number at the end of each year, and on the day asked."""
    first = min(_begun(one) or answer.as_of for one in answer.series).year
    ends = [date(year, 12, 31) for year in range(first, answer.as_of.year)] + [answer.as_of]
    lines = tuple(
        Line(one.instrument.short["en"], tuple(at(one, end) for end in ends), _now(one)) for one in answer.series
    )
    return Chart(
        "Members that had consented, year by year",
        tuple(str(end.year) for end in ends),
        lines,
        max(one.total.of for one in answer.series),
    )


def at(one: ConsentSeries, end: date) -> int:
    """How many had consented on a day."""
    reached = [point.parties for point in one.points if point.day <= end]
    return reached[-1] if reached else 0


def _now(one: ConsentSeries) -> str:
    return total_text(one.total)


def _begun(one: ConsentSeries) -> date | None:
    """The day of the first consent."""
    return next((point.day for point in one.points if point.parties), None)


def _row(one: ConsentSeries, answer: ConsentProgress) -> tuple[Cell, ...]:
    instrument = one.instrument
    begun = _begun(one)
    return (
        Cell(instrument.short["en"]),
        Cell(_now(one)),
        Cell(str(instrument.adopted.year)),
        Cell(str(_whole_years(instrument.adopted, answer.as_of)) if instrument.adopted <= answer.as_of else "–"),
        Cell(str(begun.year) if begun else "–"),
        Cell(day(one.latest) if one.latest else "–"),
        Cell(_gained_text(one.gained)),
    )


def _gained_text(gained: tuple[int, int] | None) -> str:
    """What an instrument gained, as a range where a day known by its year leaves it open."""
    if gained is None:
        return ""
    least, most = (f"{number:+d}" if number else "0" for number in gained)
    return least if least == most else f"{least} to {most}"


def _whole_years(since: date, until: date) -> int:
    return until.year - since.year - ((until.month, until.day) < (since.month, since.day))


def _years(since: date, until: date) -> str:
    return counted(_whole_years(since, until), "year")


def _waiting(answer: ConsentProgress) -> list[Block]:
    """Signatures without consent, in the alphabetical order of states."""
    if not answer.waiting:
        return []
    columns = (Column("State"), Column("Instrument"), Column("Signed"), Column("Waiting", fixed=True))
    rows = tuple(_waiting_row(one, answer) for one in answer.waiting)
    return [Heading("Signed and not ratified, states in alphabetical order", 2), Table(columns, (Section("", rows),))]


def _waiting_row(one: Waiting, answer: ConsentProgress) -> tuple[Cell, ...]:
    since = one.standing.since
    home = ""
    if one.at_home is not None and one.at_home.ratified_at_home is not None:
        home = f"ratified at home {when(one.at_home.ratified_at_home)}, not deposited ({one.at_home.gazette})"
    below = "; ".join(text for text in (home, doubt_word(one.standing)) if text)
    return (
        Cell(one.state.name["en"]),
        Cell(one.instrument.short["en"]),
        Cell(when(since) if since else "", below, marked=one.standing.evidence.marked, value=since),
        Cell(_years(since.latest, answer.as_of) if since else ""),
    )


def totals_text(members: int, which: Members) -> str:
    """Who the totals count."""
    text = f"count the {counted(members, 'OAS member')} of the day among the states shown"
    if which is Members.PARTICIPATING:
        text += ", less those that take no part or whose participation is contested"
    return (
        f"{text}. Of two numbers the second counts also those that may have consented. The chart falls where a member "
        "left the OAS; consents whose day is not known are in the totals, and no step of the chart or the last columns."
    )
