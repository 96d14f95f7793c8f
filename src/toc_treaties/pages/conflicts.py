"""Where two sources disagree, as a page: both values with their sources, the one that is followed, and why."""

from collections.abc import Iterable, Iterator, Mapping

from toc_treaties.document import Block, Cell, Document, Line, Role, Span, cell, line_of, paragraph
from toc_treaties.model.instrument import Instrument
from toc_treaties.pages.history import action_done
from toc_treaties.pages.measure_lines import LONGEST, name_text, stands_texts
from toc_treaties.pages.scope import names_text, scoped
from toc_treaties.pages.standings import day_text, mark_of
from toc_treaties.pages.tables import Row, gathered, sectioned
from toc_treaties.questions.conflicts import Conflicts, Contested, Disagreement
from toc_treaties.words.conflicts import FOLLOWED
from toc_treaties.words.language import Words
from toc_treaties.words.measures import KIND

COLUMNS = ("about", "followed", "otherwise")


def page(answer: Conflicts, words: Words) -> Document:
    """The conflicts of instruments, of acts and of measures; then what is contested, where none is followed."""
    alone = len(answer.scope.states) == 1
    sections = (
        (words.say("Instruments"), [_row(each, words, alone=alone) for each in answer.instruments]),
        (words.say("Acts of states"), [_row(each, words, alone=alone) for each in answer.acts]),
        (words.say("Measures at home"), list(_measures(answer, words, alone=alone))),
        (words.say("Contested: no reading is followed"), [_contested(each, words) for each in answer.contested]),
    )
    body: list[Block] = sectioned("conflicts", COLUMNS, sections, words)
    if not body:
        body = [paragraph(words.say("No conflict between sources is on record."), Role.QUIET)]
    title = words.say("Where sources disagree")
    if alone:
        title = words.say("{state}: where sources disagree", state=answer.scope.states[0].name)
    count = words.count(
        "{n} conflict in which one source is followed.",
        "{n} conflicts in which one source is followed.",
        len(answer.every),
    )
    return scoped("conflicts", title, answer, body, answer.sources, words, count if answer.every else "", running=True)


def _row(each: Disagreement, words: Words, *, alone: bool) -> Row:
    """An instrument, or an act of a state under it: what is followed, and what is said otherwise."""
    treaty = words.name(each.instrument.short) if each.instrument else ""
    about = cell(words.name(each.state.name), treaty) if each.state and not alone else cell(treaty)
    return about, _followed(each, words), _otherwise(each, words)


def _measures(answer: Conflicts, words: Words, *, alone: bool) -> Iterator[Row]:
    """The conflicts of measures; what is recorded alike of several states stands once, with all of them.

    Each state's file has its own entry for a page that several cite: it is cited once.
    """
    pages = {source.id: (source.url, source.as_of) for source in answer.sources}
    alike = gathered(
        ((each.measure.measure.title, each.conflict.says, each.conflict.why), each)
        for each in answer.measures
        if each.measure is not None
    )
    for found in alike.values():
        kind = words.term(KIND, found[0].measure.measure.kind if found[0].measure else None)
        states = "" if alone else names_text((each.state for each in found if each.state), words)
        followed = _once((id for each in found for id in each.followed), pages)
        other = _once((id for each in found for id in each.conflict.sources), pages)
        first = found[0]._replace(followed=followed, conflict=found[0].conflict._replace(sources=other))
        about = cell(kind) if alone else cell(states, kind)
        yield about, _followed(first, words), _otherwise(first, words)


def _once(ids: Iterable[str], pages: Mapping[str, object]) -> tuple[str, ...]:
    """The first id of each page."""
    first: dict[object, str] = {}
    for id in ids:
        first.setdefault(pages.get(id, id), id)
    return tuple(first.values())


def _followed(each: Disagreement, words: Words) -> Cell:
    """The value that is recorded, its sources, and what they are."""
    text = words.joined(_value(each, words))
    rests = line_of(words.term(FOLLOWED, "text" if each.of_instrument else each.basis), Role.QUIET)
    return Cell(line_of(text, cites=each.followed), (rests,) if rests else ())


def _value(each: Disagreement, words: Words) -> Iterator[str]:
    """What is recorded: the days of an instrument; an act and its day; a measure and its days."""
    if each.measure is not None:
        measure = each.measure.measure
        yield name_text(measure, LONGEST) + mark_of(measure)
        yield from stands_texts(each.measure, words)
    elif each.action is not None and each.instrument is not None:
        day = day_text(each.action.when, each.action.day_unconfirmed, words, words.within)
        done = words.say("{act} {day}", act=action_done(each.action, each.instrument, words), day=day)
        yield done + mark_of(each.action)
        yield words.known("in force {day}", day=each.in_force)
    elif each.instrument is not None:
        yield from _days(each.instrument, words)


def _days(instrument: Instrument, words: Words) -> Iterator[str]:
    """The days of an instrument, and where it was published."""
    opened = instrument.signature.opened if instrument.signature else None
    yield words.say("adopted {day}", day=instrument.adopted)
    yield words.known("opened for signature {day}", day=opened)
    yield words.known("in force {day}", day=instrument.in_force)
    yield instrument.publication or ""


def _otherwise(each: Disagreement, words: Words) -> Cell:
    """What the other source says, or that none was seen; below it, why the record was kept."""
    conflict = each.conflict
    says = words.date_alone(conflict.says) + (mark_of(conflict) if conflict.unconfirmed else "")
    below: list[Line] = [line_of(words.known("unconfirmed: {why}", why=conflict.unconfirmed), Role.QUIET)]
    below.append(line_of(words.known("why it is not followed: {why}", why=conflict.why), Role.QUIET))
    return Cell(line_of(says, cites=conflict.sources), tuple(line for line in below if line))


def _contested(each: Contested, words: Words) -> Row:
    """The readings of a state's part in the OAS, each with its source."""
    recorded = each.participation
    what = words.say("part in the OAS")
    readings = tuple(
        (Span(words.say("({n}) {reading}", n=number, reading=reading.says), cites=reading.sources),)
        for number, reading in enumerate(recorded.readings, 1)
    )
    first, *others = readings
    return cell(words.name(each.state.name), what), cell(words.say("none")), Cell(first, tuple(others))
