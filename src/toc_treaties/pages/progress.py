"""Consent over time as a chart, and the signatures that wait."""

from datetime import date

from toc_treaties.document import (
    Block,
    Cell,
    Chart,
    Column,
    ColumnKind,
    Document,
    Footnote,
    Heading,
    Role,
    Section,
    Table,
    cell,
    facts,
    line_of,
    paragraph,
)
from toc_treaties.document import Series as Line
from toc_treaties.law.membership import Members
from toc_treaties.pages.standings import as_of_aside, doubt_word, record_note, total_text
from toc_treaties.questions.progress import ConsentProgress, ConsentSeries, Waiting
from toc_treaties.words.dates import day, when
from toc_treaties.words.language import Words
from toc_treaties.words.phrases import MARK, MARK_MEANS, counted


def page(answer: ConsentProgress, words: Words, totals: str, only: str = "") -> Document:
    """The chart and the table; `totals` says who counts, `only` what the page is limited to."""
    blocks: list[Block] = [paragraph(only)] if only else []
    if answer.series:
        blocks.append(_chart(answer))
        blocks.append(Table("progress", _COLUMNS, (Section("", tuple(_row(one, answer) for one in answer.series)),)))
    if answer.strategy is not None and answer.strategy <= answer.as_of:
        ago = _years(answer.strategy, answer.as_of)
        text = f"The Strategy was adopted on {day(answer.strategy)}, {ago} before the day asked."
        blocks.append(paragraph(text, Role.QUIET))
    blocks += _waiting(answer)
    blocks.append(facts(("Totals", totals)))
    marked = any(one.standing.evidence.marked for one in answer.waiting)
    if marked or any(one.total.unconfirmed for one in answer.series):
        blocks.append(Footnote(MARK, line_of(MARK_MEANS + ".")))
    blocks.append(record_note())
    return Document(
        "progress",
        "Consent to be bound over time",
        as_of_aside(answer.as_of),
        tuple(blocks),
        words.language,
        answer.as_of,
    )


_COLUMNS = (
    Column("instrument", "Instrument"),
    Column("consented", "Consented", whole=True),
    Column("adopted", "Adopted", ColumnKind.COUNT, whole=True),
    Column("years", "Years", ColumnKind.COUNT, whole=True),
    Column("first", "First", ColumnKind.COUNT, whole=True),
    Column("latest_change", "Latest change", whole=True),
    Column("since_strategy", "Since Strategy", ColumnKind.COUNT),
)


def _chart(answer: ConsentProgress) -> Chart:
    """The number at the end of each year, and on the day asked."""
    first = min(_begun(one) or answer.as_of for one in answer.series).year
    ends = [date(year, 12, 31) for year in range(first, answer.as_of.year)] + [answer.as_of]
    lines = tuple(
        Line(one.instrument.id, one.instrument.short["en"], tuple(at(one, end) for end in ends), _now(one))
        for one in answer.series
    )
    return Chart(
        "progress",
        "Members that had consented, year by year",
        tuple(ends),
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
        cell(instrument.short["en"]),
        cell(_now(one)),
        cell(str(instrument.adopted.year)),
        cell(str(_whole_years(instrument.adopted, answer.as_of)) if instrument.adopted <= answer.as_of else "–"),
        cell(str(begun.year) if begun else "–"),
        cell(day(one.latest) if one.latest else "–"),
        cell(_gained_text(one.gained)),
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
    columns = (
        Column("state", "State"),
        Column("instrument", "Instrument"),
        Column("signed", "Signed"),
        Column("waiting", "Waiting", whole=True),
    )
    rows = tuple(_waiting_row(one, answer) for one in answer.waiting)
    return [
        Heading("Signed and not ratified, states in alphabetical order", 2),
        Table("progress", columns, (Section("", rows),)),
    ]


def _waiting_row(one: Waiting, answer: ConsentProgress) -> tuple[Cell, ...]:
    since = one.standing.since
    home = ""
    if one.at_home is not None and one.at_home.ratified_at_home is not None:
        home = f"ratified at home {when(one.at_home.ratified_at_home)}, not deposited ({one.at_home.gazette})"
    below = "; ".join(text for text in (home, doubt_word(one.standing)) if text)
    return (
        cell(one.state.name["en"]),
        cell(one.instrument.short["en"]),
        cell(when(since) if since else "", below, marked=one.standing.evidence.marked, value=since),
        cell(_years(since.latest, answer.as_of) if since else ""),
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
