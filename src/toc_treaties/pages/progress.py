"""Consent over time as a chart, and the signatures that wait."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby, pairwise

from toc_treaties.document import Block, Chart, Document, Series, cell, facts, paragraph
from toc_treaties.law.evidence import is_marked
from toc_treaties.law.gap import Part, part_of
from toc_treaties.model.when import UNSEEN, When
from toc_treaties.pages.foot import page_of
from toc_treaties.pages.membership import Footnotes, footnotes
from toc_treaties.pages.scope import members_text, only_text, titled
from toc_treaties.pages.standings import day_text, total_text
from toc_treaties.pages.tables import Row, sectioned, table
from toc_treaties.questions.progress import ConsentProgress, ConsentSeries, Waiting
from toc_treaties.words.language import Words
from toc_treaties.words.progress import COUNTED, FALLS


def page(answer: ConsentProgress, words: Words) -> Document:
    """The chart, what changed last under each instrument, the signatures that wait, and who is counted."""
    only = only_text(answer.scope, words)
    blocks: list[Block] = [paragraph(only)] if only else []
    if answer.series:
        blocks += [_chart(answer, words), *_growth(answer, words)]
    notes = footnotes((waiting.state for waiting in answer.waiting), answer.as_of, words, answer.scope.members)
    blocks += [*_waiting(answer, notes, words), *notes.notes.values()]
    adopted = words.known("adopted {day}", day=answer.strategy)
    blocks.append(facts((words.say("Counted"), _counted(answer, words)), (words.say("Strategy"), adopted)))
    title = titled(words.say("Consent to be bound over time"), answer.scope, words)
    return page_of("progress", title, answer.as_of, blocks, answer.cited, words)


def _chart(answer: ConsentProgress, words: Words) -> Chart:
    """The number at the end of each year, and on the day asked."""
    first = min(series.points[0].day for series in answer.series).year
    days = (*(date(year, 12, 31) for year in range(first, answer.as_of.year)), answer.as_of)
    series = (
        Series(
            one.instrument.id,
            words.name(one.instrument.short),
            tuple(one.at(day) for day in days),
            total_text(one.total, words),
        )
        for one in answer.series
    )
    return Chart(
        "consented",
        words.say("Consented, year by year: {members}", members=members_text(answer.scope, words)),
        days,
        tuple(str(day.year) for day in days),
        tuple(series),
        max(one.total.of for one in answer.series),
        (words.say("Instrument"), words.say("Of those that can join")),
    )


def _growth(answer: ConsentProgress, words: Words) -> list[Block]:
    """The latest change under each instrument, and what it gained since the Strategy."""
    shown = 2 + any(series.gained for series in answer.series)
    rows = (_row(series, words)[:shown] for series in answer.series)
    return table("growth", ("instrument", "latest", "gained")[:shown], rows, words)


def _row(series: ConsentSeries, words: Words) -> Row:
    """An instrument, its latest change, and its gain: a range where a day known by its year leaves it open."""
    latest, gained = cell("–"), cell("")
    if series.latest is not None:
        when, act = series.latest
        latest = cell(day_text(when, act.day_unconfirmed, words), marked=is_marked(act), value=when)
    if series.gained is not None:
        least, most = (f"{number:+d}" if number else "0" for number in series.gained)
        text = least if least == most else words.say("{least} to {most}", least=least, most=most)
        gained = cell(text, value=series.gained[0] if least == most else None)
    return cell(words.name(series.instrument.short)), latest, gained


def _waiting(answer: ConsentProgress, notes: Footnotes, words: Words) -> list[Block]:
    """Signatures without consent, by instrument and day; those to verify apart."""
    places = [instrument.id for instrument in answer.scope.instruments]
    ordered = sorted(answer.waiting, key=lambda one: (places.index(one.instrument.id), _signed(one)))
    certain = [one for one in ordered if part_of(one.standing) is Part.GAP]
    unsure = [one for one in ordered if part_of(one.standing) is not Part.GAP]
    parts = ((words.say("Signatures that wait for consent"), certain), (words.say("Signatures to verify"), unsure))
    sections = ((heading, _rows(part, notes, words)) for heading, part in parts)
    return sectioned("waiting", ("instrument", "signed", "states"), sections, words)


def _signed(waiting: Waiting) -> tuple[When, bool, bool]:
    """The day of a signature and its marks: what is printed once for all that share it."""
    now = waiting.standing
    return now.since or UNSEEN, now.evidence.marked, now.day_marked


def _rows(waiting: list[Waiting], notes: Footnotes, words: Words) -> Iterator[Row]:
    """A row for each instrument and day, with the states that signed it on that day in alphabetical order."""
    for (_, (when, marked, day_marked)), group in groupby(waiting, lambda one: (one.instrument.id, _signed(one))):
        signed = list(group)
        yield (
            cell(words.name(signed[0].instrument.short)),
            cell(day_text(when, day_marked, words), marked=marked, value=when),
            cell(", ".join(notes.name(one.state) for one in signed), *(_at_home(one, words) for one in signed)),
        )


def _at_home(waiting: Waiting, words: Words) -> str:
    home = waiting.at_home
    if home is None or home.ratified_at_home is None:
        return ""
    return words.say(
        "{state}: ratified at home {day}, not deposited ({gazette})",
        state=waiting.state.name,
        day=home.ratified_at_home,
        gazette=home.gazette,
    )


def _counted(answer: ConsentProgress, words: Words) -> str:
    """Who is counted, and what two numbers, a fall and an unknown day are."""
    one, many = COUNTED[answer.scope.members]
    falls = any(after.parties < before.parties for one in answer.series for before, after in pairwise(one.points))
    ranges = any(series.total.most > series.total.consented for series in answer.series)
    undated = any(series.undated for series in answer.series)
    remarks = (
        words.count(one, many, answer.counted),
        words.say("Of two numbers the second counts also those that may have consented.") if ranges else "",
        words.say(FALLS[answer.scope.members]) if falls else "",
        words.say("A consent whose day is not known is counted, and is no step of the chart.") if undated else "",
    )
    return " ".join(filter(None, remarks))
