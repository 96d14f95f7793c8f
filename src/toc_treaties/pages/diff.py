"""What a change of the register means: in sentences, as a table of the cells that it changes, and entry by entry."""

from collections.abc import Iterable, Iterator, Mapping

from toc_treaties.document import Block, Document, Remark, cell, facts, line_of, paragraph
from toc_treaties.law.history import history
from toc_treaties.model.agreement import Agreement
from toc_treaties.model.instrument import Instrument
from toc_treaties.model.problem import Problem
from toc_treaties.pages.changed_beside import beside_texts, whose_text
from toc_treaties.pages.changed_cells import (
    act_text,
    changes_text,
    held_text,
    kinds_text,
    step_text,
    turns,
    unchanged_text,
)
from toc_treaties.pages.changed_entries import change_lines, counted_text, entry_text, whats
from toc_treaties.pages.changed_sources import as_before, sources_of_entries
from toc_treaties.pages.foot import signed
from toc_treaties.pages.history import rule_text
from toc_treaties.pages.standings import standing_mark
from toc_treaties.pages.tables import Row, gathered, sectioned, table
from toc_treaties.questions.changed_entries import Change, EntryChange
from toc_treaties.questions.changed_standings import Held, StandingChange
from toc_treaties.questions.diff import Diff, Side
from toc_treaties.words.diff import BASIS, MORE_CELLS, MORE_ENTRIES, MORE_FAULTS, PART
from toc_treaties.words.language import Words
from toc_treaties.words.phrases import STANDING

ALL_SHOWN, PER_HEADING = 300, 10
"""How many entries are shown one by one; where there are more, how many under each heading.

A summary beside a request takes a mebibyte of text, and nobody reads thousands of lines. Nothing that is gone is cut
before that many more.
"""
BESIDE = frozenset({"statement", "designation", "conflict"})
GONE_SHOWN = 200
NAMED_SHOWN = 20
CELLS_SHOWN = 200
FAULTS_SHOWN = 20


def page(answer: Diff, words: Words) -> Document:
    """What follows from the change first, then the cells, then the entries, by state and by file."""
    body: list[Block] = [
        facts((words.say("Before"), _side(answer.before, words)), (words.say("Now"), _side(answer.after, words)))
    ]
    if answer.nothing:
        body.append(paragraph(words.say("No file of the register differs.")))
    else:
        body += [*(paragraph(text) for text in _sentences(answer, words)), *_cells(answer, words)]
        body += [*_entries(answer, words), *sources_of_entries(answer, words), *_faults(answer, words)]
    aside = words.say("as of {day}", day=words.long_day(answer.as_of))
    title = words.say("What a change of the register means")
    return Document("diff", title, aside, signed(body, words), words.language, answer.as_of)


def _side(side: Side, words: Words) -> str:
    if side.revision is None:
        return words.say("the files as they are")
    text = words.say("revision {revision} of {day}", revision=side.revision, day=side.day)
    return words.say("{revision}, which holds no register", revision=text) if side.empty else text


def _sentences(answer: Diff, words: Words) -> Iterator[str]:
    """What the change means, in sentences."""
    yield from _not_read(answer, words)
    if not answer.entries:
        yield words.say("No entry that was read differs.")
    yield from _states(answer, words)
    meant = changes_text(answer.meaning, words)
    yield from meant
    yield from _beside(answer, words)
    if len(answer.entries) <= ALL_SHOWN:
        yield from beside_texts(answer.entries, answer.meaning, _instruments(answer), words)
    yield from _shared(answer, words)
    yield from _fell_away(answer, words)
    if answer.entries and not meant and not (answer.new or answer.gone):
        yield unchanged_text(words)
    if answer.entries:
        yield words.say("Entries, {counted}.", counted=counted_text(answer.entries, words))
    files = ", ".join(answer.rearranged)
    rearranged = words.known("In comments, order or layout alone, and in no entry, differs: {files}.", files=files)
    strays = words.known("Read by no question, and otherwise than before: {files}.", files=", ".join(answer.strays))
    yield from filter(None, (rearranged, strays))


def _not_read(answer: Diff, words: Words) -> Iterator[str]:
    """That something has a form that is not read, and which files could not be read at all."""
    lost = ", ".join(sorted(answer.before.unread | answer.after.unread))
    whole = words.known("Not read at all, and not compared: {files}.", files=lost)
    if places := sum(len(side.problems) for side in answer.sides):
        yield words.count(
            "{n} place, named below, has a form that is not read; what stands there is not compared.",
            "{n} places, named below, have a form that is not read; what stands there is not compared.",
            places,
        )
    if whole:
        yield whole


def _states(answer: Diff, words: Words) -> Iterator[str]:
    """The states that one reading holds alone: what stands of each that is new, and which are gone."""
    standings = gathered((change.state.slug, change) for change in answer.meaning.standings if change.before is None)
    for state in answer.new:
        held = words.joined(_held(standings.get(state.slug, []), words))
        yield words.known("{state}, new in the register: {held}.", state=state.name, held=held) or words.say(
            "{state}, new in the register.", state=state.name
        )
    if answer.gone:
        names = words.listed(words.name(state.name) for state in answer.gone)
        yield words.say("No longer in the register, with all that was recorded: {states}.", states=names)


def _held(changes: Iterable[StandingChange], words: Words) -> Iterator[str]:
    """The instruments under each standing of a state."""
    pairs = ((change.after.standing.name, _short(change, words)) for change in changes if change.after)
    for name, treaties in gathered(pairs).items():
        yield words.say("{standing}: {treaties}", standing=words.term(STANDING, name), treaties=", ".join(treaties))


def _short(change: StandingChange, words: Words) -> str:
    """An instrument with the day since which a standing is so, where a state's act made it so, and its mark."""
    short = words.name(change.instrument.short)
    if change.after is None:
        return short
    standing = change.after.standing
    acted = standing.since if standing.deciding is not None else None
    return (words.known("{treaty} since {day}", treaty=short, day=words.when(acted)) or short) + standing_mark(standing)


def _beside(answer: Diff, words: Words) -> Iterator[str]:
    """What is new of a state and alters no standing: a reservation, an authority, what another source says."""
    whole = {state.slug for state in answer.new}
    new = [entry for entry in answer.entries if entry.change is Change.NEW and entry.kind in BESIDE]
    found = gathered((whose_text(entry, words), entry) for entry in new if not _of(entry, whole))
    for whose, entries in found.items() if len(answer.entries) <= ALL_SHOWN else ():
        told = words.joined(entry_text(entry, _instruments(answer), words) for entry in entries)
        yield words.say("{whose}, new beside the standings: {told}.", whose=whose, told=told)


def _shared(answer: Diff, words: Words) -> Iterator[str]:
    """What is otherwise of each instrument and each agreement, by the names of its fields and entries."""
    told = [
        (name, what)
        for entry in answer.entries
        if entry.subject.file in {"instruments.yaml", "agreements.yaml"}
        for name in [_name_of(entry, answer, words)]
        for what in whats(entry, words)
    ]
    found = gathered(told)
    for name, what in [*found.items()][:NAMED_SHOWN]:
        yield words.say(
            "{name}, on record otherwise than before: {what}.", name=name, what=", ".join(dict.fromkeys(what))
        )
    if len(found) > NAMED_SHOWN:
        yield words.count(
            "{n} more instrument or agreement is on record otherwise than before.",
            "{n} more instruments and agreements are on record otherwise than before.",
            len(found) - NAMED_SHOWN,
        )


def _name_of(entry: EntryChange, answer: Diff, words: Words) -> str:
    """The instrument or agreement that an entry belongs to."""
    instrument = _instruments(answer).get(entry.subject.instrument or "")
    if instrument is not None:
        return words.name(instrument.short)
    agreement: Agreement = entry.subject.within or entry.record
    return agreement.called


def _fell_away(answer: Diff, words: Words) -> Iterator[str]:
    """What is no longer there, whosever it was: an entry that fell out of a file changes no standing by itself."""
    lost = {state.slug for state in answer.gone}
    gone = [entry for entry in answer.entries if entry.change is Change.GONE and not _of(entry, lost)]
    for whose, entries in gathered((whose_text(entry, words), entry) for entry in gone).items():
        told = words.joined(entry_text(entry, _instruments(answer), words) for entry in entries[:PER_HEADING])
        more = len(entries) - PER_HEADING
        further = words.count("{n} more", "{n} more", more) if more > 0 else ""
        yield words.say("{whose}: no longer there: {told}.", whose=whose, told=words.joined((told, further)))


def _of(entry: EntryChange, slugs: set[str]) -> bool:
    return entry.subject.state is not None and entry.subject.state.slug in slugs


def _instruments(answer: Diff) -> Mapping[str, Instrument]:
    return {**answer.before.register.instruments, **answer.after.register.instruments}


def _cells(answer: Diff, words: Words) -> list[Block]:
    """The cells that changed; of states that are new or gone as a whole the sentences say it."""
    whole = {state.slug for state in (*answer.new, *answer.gone)}
    changes = [change for change in answer.meaning.standings if change.state.slug not in whole]
    changes.sort(key=lambda change: not change.of_law)
    rows = [_cell_row(change, _instruments(answer), words) for change in changes[:CELLS_SHOWN]]
    columns = ("state", "instrument", "before", "after", "part")
    blocks = table("cells", columns, rows, words, caption=words.say("Cells that changed"))
    more = len(changes) - CELLS_SHOWN
    if more > 0:
        blocks.append(Remark(line_of(words.count(*MORE_CELLS, more))))
    return blocks


def _cell_row(change: StandingChange, instruments: Mapping[str, Instrument], words: Words) -> Row:
    """A cell before and now, with the rule that decides a new day; of one that stays, what shows it, act and step."""
    before, after = (words.term(PART, part.name.lower()) if part else words.say("none") for part in change.parts)
    part = before if before == after else words.say("{before} -> {after}", before=before, after=after)
    turned = turns(change, words)
    was, now = (
        held_text(held, words) if held is None or turned else _shown(held, change, words)
        for held in (change.before, change.after)
    )
    names = (cell(words.name(change.state.name)), cell(words.name(change.instrument.short)))
    return *names, cell(was), cell(now, *_rules(change, instruments, words)), cell(part)


def _rules(change: StandingChange, instruments: Mapping[str, Instrument], words: Words) -> Iterator[str]:
    """The rule, with its article, that decides each day which a standing has now and had not before."""
    had, has = (history(held.standing) if held else () for held in (change.before, change.after))
    days = {(event.kind, event.when) for event in had}
    requires = change.instrument.requires
    parent = instruments.get(requires.instrument) if requires else None
    for event in has:
        if event.ground is not None and (event.kind, event.when) not in days:
            yield rule_text(event, change.instrument, parent, words)


def _shown(held: Held, change: StandingChange, words: Words) -> str:
    """What shows a standing that stays, its act and its next step, as far as they change."""
    standing, evidence = held.standing, held.standing.evidence
    lost, gained = change.sources
    consent = words.known("consented {day}", day=words.when(standing.consent)) if change.of_law else ""
    kinds = (
        change.before and change.after and change.before.standing.evidence.days != change.after.standing.evidence.days
    )
    return words.joined(
        (
            held_text(held, words) if change.of_mark or change.of_law else "",
            consent,
            words.say("act: {act}", act=act_text(held, words)) if change.of_act else "",
            words.say("next step: {step}", step=step_text(held, words)) if change.of_step else "",
            kinds_text(held, words) if kinds else words.term(BASIS, evidence.basis) if change.of_basis else "",
            ", ".join(lost if held is change.before else gained),
        )
    )


def _entries(answer: Diff, words: Words) -> list[Block]:
    """The entries under their states and files: those gone first, then those changed, then those new."""
    order = list(Change)
    by_heading = gathered((whose_text(entry, words), entry) for entry in answer.entries)
    limit = None if len(answer.entries) <= ALL_SHOWN else PER_HEADING
    sections = [
        (heading, list(_rows(sorted(entries, key=lambda entry: order.index(entry.change)), limit, answer, words)))
        for heading, entries in sorted(by_heading.items(), key=lambda item: item[1][0].subject.state is None)
    ]
    return sectioned("entries", ("entry", "becomes"), sections, words, caption=words.say("Entries, one by one"))


def _rows(entries: list[EntryChange], limit: int | None, answer: Diff, words: Words) -> Iterator[Row]:
    """The entries under a heading; where they are too many, how many more of which kind."""
    gone = sum(entry.change is Change.GONE for entry in entries)
    shown = len(entries) if limit is None else max(limit, min(gone, GONE_SHOWN))
    for entry in entries[:shown]:
        first, *below = (*change_lines(entry, words), *as_before(entry, words)) or ("",)
        text = cell(entry_text(entry, _instruments(answer), words))
        yield text, cell(first)._replace(below=tuple(line_of(line) for line in below))
    rest = entries[shown:]
    if rest:
        counted = counted_text(rest, words)
        yield cell(words.count(*MORE_ENTRIES, len(rest), counted=counted)), cell("")


def _faults(answer: Diff, words: Words) -> list[Block]:
    """What of either reading could not be read, so that it is not compared."""
    found = [(side, problem) for side in answer.sides for problem in side.problems]
    rows = [_fault_row(side, problem, words) for side, problem in found[:FAULTS_SHOWN]]
    blocks = table("faults", ("revision", "file", "fault"), rows, words)
    if rest := found[FAULTS_SHOWN:]:
        files = ", ".join(dict.fromkeys(problem.place.file for _, problem in rest))
        blocks.append(Remark(line_of(words.count(*MORE_FAULTS, len(rest), files=files))))
    return blocks


def _fault_row(side: Side, problem: Problem, words: Words) -> Row:
    place = problem.place
    reading = side.revision or words.say("the files as they are")
    return cell(reading), cell(f"{place.file}:{place.line}"), cell(problem.message)
