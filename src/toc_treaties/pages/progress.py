"""Consent over time as a chart, and the signatures that wait."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby, pairwise

from toc_treaties.document import (
    Block,
    Cell,
    Chart,
    Column,
    ColumnKind,
    Document,
    Section,
    Series,
    Table,
    cell,
    facts,
    paragraph,
)
from toc_treaties.law.gap import Part, part_of
from toc_treaties.law.membership import Members
from toc_treaties.model.when import on
from toc_treaties.pages.foot import closing
from toc_treaties.pages.scope import members_text, only_text, titled
from toc_treaties.pages.standings import as_of_aside, total_text
from toc_treaties.questions.progress import ConsentProgress, ConsentSeries, Turn, Waiting
from toc_treaties.words.language import Words
from toc_treaties.words.phrases import DAY_MARK


def page(answer: ConsentProgress, words: Words) -> Document:
    """The chart, each instrument's first and latest consent, the signatures that wait, and who is counted."""
    only = only_text(answer.scope, words)
    blocks: list[Block] = [paragraph(only)] if only else []
    if answer.series:
        blocks += [_chart(answer, words), _growth(answer, words)]
    if answer.waiting:
        blocks.append(_waiting(answer, words))
    adopted = words.say("adopted {day}", day=words.day(answer.strategy)) if answer.strategy else ""
    blocks.append(facts((words.say("Counted"), _counted(answer, words)), (words.say("Strategy"), adopted)))
    return Document(
        "progress",
        titled(words.say("Consent to be bound over time"), answer.scope, words),
        as_of_aside(answer.as_of),
        closing(blocks, words, answer.cited),
        words.language,
        answer.as_of,
    )


def _chart(answer: ConsentProgress, words: Words) -> Chart:
    """The number at the end of each year, and on the day asked."""
    first = min(series.points[0].day for series in answer.series).year
    days = (*(date(year, 12, 31) for year in range(first, answer.as_of.year)), answer.as_of)
    return Chart(
        "consented",
        words.say("Consented, year by year: {members}", members=members_text(answer.scope, words)),
        days,
        tuple(str(day.year) for day in days),
        tuple(
            Series(
                series.instrument.id,
                words.name(series.instrument.short),
                tuple(series.at(day) for day in days),
                total_text(series.total),
            )
            for series in answer.series
        ),
        max(series.total.of for series in answer.series),
        words.say("all that can join"),
    )


def _growth(answer: ConsentProgress, words: Words) -> Table:
    """When each instrument was adopted, when it was first consented to, and what changed last."""
    heads = (
        ("instrument", words.say("Instrument"), ColumnKind.TEXT),
        ("adopted", words.say("Adopted"), ColumnKind.DAY),
        ("first", words.say("First consent"), ColumnKind.DAY),
        ("latest", words.say("Latest change"), ColumnKind.DAY),
        ("gained", words.say("Since Strategy"), ColumnKind.COUNT),
    )
    shown = heads if any(series.gained for series in answer.series) else heads[:-1]
    columns = tuple(Column(key, heading, kind, whole=kind is ColumnKind.DAY) for key, heading, kind in shown)
    rows = tuple(_row(series, words)[: len(columns)] for series in answer.series)
    return Table("growth", columns, (Section("", rows),))


def _row(series: ConsentSeries, words: Words) -> tuple[Cell, ...]:
    adopted = series.instrument.adopted
    return (
        cell(words.name(series.instrument.short)),
        cell(words.day(adopted), value=adopted),
        _turn(series.first, words),
        _turn(series.latest, words),
        _gained(series.gained, words),
    )


def _turn(turn: Turn | None, words: Words) -> Cell:
    if turn is None:
        return cell("–")
    return cell(words.when(turn.when) + (DAY_MARK if turn.day_marked else ""), marked=turn.marked, value=turn.when)


def _gained(gained: tuple[int, int] | None, words: Words) -> Cell:
    """What an instrument gained, as a range where a day known by its year leaves it open."""
    if gained is None:
        return cell("")
    least, most = (f"{number:+d}" if number else "0" for number in gained)
    if least == most:
        return cell(least, value=gained[0])
    return cell(words.say("{least} to {most}", least=least, most=most))


def _waiting(answer: ConsentProgress, words: Words) -> Table:
    """Signatures without consent, by instrument and day; those to verify apart. States stand in alphabetical order."""
    columns = (
        Column("instrument", words.say("Instrument")),
        Column("signed", words.say("Signed"), ColumnKind.DAY, whole=True),
        Column("states", words.say("States")),
    )
    certain = [waiting for waiting in answer.waiting if part_of(waiting.standing) is Part.GAP]
    open_ = [waiting for waiting in answer.waiting if part_of(waiting.standing) is not Part.GAP]
    parts = ((words.say("Signatures that wait for consent"), certain), (words.say("Signatures to verify"), open_))
    sections = tuple(Section(heading, tuple(_groups(answer, part, words))) for heading, part in parts if part)
    return Table("waiting", columns, sections)


def _groups(answer: ConsentProgress, waiting: list[Waiting], words: Words) -> Iterable[tuple[Cell, ...]]:
    """A row for each instrument and day, with the states that signed it on that day."""
    places = {series.instrument.id: place for place, series in enumerate(answer.series)}
    ordered = sorted(waiting, key=lambda one: (places[one.instrument.id], *_day(one)))
    for (instrument, *_), group in groupby(ordered, key=lambda one: (one.instrument.short, *_day(one))):
        signed = list(group)
        since = signed[0].standing.since
        day = words.when(since) if since else words.say("day not known")
        mark = DAY_MARK if signed[0].standing.day_marked else ""
        yield (
            cell(words.name(instrument)),
            cell(day + mark, marked=signed[0].standing.evidence.marked, value=since),
            cell(", ".join(words.name(one.state.name) for one in signed), *(_at_home(one, words) for one in signed)),
        )


def _day(waiting: Waiting) -> tuple[date, date, bool, bool]:
    """The day of a signature as it is printed: what groups signatures, and in what order."""
    since = waiting.standing.since or on(date.max)
    return since.earliest, since.latest, waiting.standing.evidence.marked, waiting.standing.day_marked


def _at_home(waiting: Waiting, words: Words) -> str:
    home = waiting.at_home
    if home is None or home.ratified_at_home is None:
        return ""
    return words.say(
        "{state}: ratified at home {day}, not deposited ({gazette})",
        state=words.name(waiting.state.name),
        day=words.when(home.ratified_at_home),
        gazette=home.gazette,
    )


def _counted(answer: ConsentProgress, words: Words) -> str:
    """Who is counted, and what a fall and an unknown day do to the numbers."""
    who = {
        Members.ALL: words.count(
            "{n} OAS member among the states shown.", "{n} OAS members among the states shown.", answer.counted
        ),
        Members.PARTICIPATING: words.count(
            "{n} OAS member among the states shown that undisputedly takes part.",
            "{n} OAS members among the states shown that undisputedly take part.",
            answer.counted,
        ),
    }[answer.scope.members]
    falls = any(after.parties < before.parties for one in answer.series for before, after in pairwise(one.points))
    remarks = (
        (True, who),
        (
            any(series.total.most > series.total.consented for series in answer.series),
            words.say("Of two numbers the second counts also those that may have consented."),
        ),
        (falls, words.say("The chart falls where a state left the treaty or the OAS.")),
        (
            any(series.undated for series in answer.series),
            words.say("A consent whose day is not known is counted, and is no step of the chart."),
        ),
    )
    return " ".join(text for applies, text in remarks if applies)
