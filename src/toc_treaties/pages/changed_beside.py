"""What is otherwise with entries that alter no standing: a statement withdrawn, a mark lifted, evidence gained."""

from collections.abc import Iterable, Iterator, Mapping

from toc_treaties.model.instrument import Instrument
from toc_treaties.model.register import Register
from toc_treaties.model.vocabulary import StatementEffect
from toc_treaties.pages.changed_cells import day_mark_text, mark_text, sources_texts
from toc_treaties.pages.changed_entries import entry_text
from toc_treaties.pages.tables import gathered
from toc_treaties.questions.changed_cells import Meaning
from toc_treaties.questions.changed_entries import Change, EntryChange, FieldChange
from toc_treaties.words.diff import FILE
from toc_treaties.words.language import Words

OF_STANDINGS = frozenset({"action", "none_seen", "no_information", "invitation"})
"""What a standing can rest on: where one changes, it says so itself."""
BESIDE = OF_STANDINGS | {"statement", "designation", "conflict", "period", "participation", "measure"}


def whose_text(entry: EntryChange, words: Words) -> str:
    """Whose an entry is: a state's, or of a file that all share."""
    state = entry.subject.state
    return words.name(state.name) if state is not None else words.term(FILE, entry.subject.file)


def beside_texts(
    entries: Iterable[EntryChange], meaning: Meaning, instruments: Mapping[str, Instrument], words: Words
) -> Iterator[str]:
    """A sentence for each state of which a statement is withdrawn, or an entry is marked or shown otherwise."""
    told = {(change.state.slug, change.instrument.id) for change in meaning.standings}
    found = []
    for entry in entries:
        if entry.change is not Change.CHANGED or entry.kind not in BESIDE:
            continue
        subject = entry.subject
        if entry.kind in OF_STANDINGS and subject.state and (subject.state.slug, subject.instrument) in told:
            continue
        how = words.joined(text for field in entry.fields for text in _clauses(entry, field, words))
        if how:
            of = entry_text(entry, instruments, words)
            found.append((whose_text(entry, words), words.say("{entry}, {how}", entry=of, how=how)))
    for whose, texts in gathered(found).items():
        yield words.say("{whose}, changed beside the standings: {told}.", whose=whose, told=words.joined(texts))


def undated_texts(entries: Iterable[EntryChange], register: Register, words: Words) -> Iterator[str]:
    """What goes on to speak against a list that is recorded now: reasons without a day, beside which it stands."""
    for entry in entries:
        state, instrument = entry.subject.state, entry.subject.instrument
        if entry.kind != "none_seen" or entry.change is not Change.NEW or state is None or instrument is None:
            continue
        for doubt in register.cell(state, instrument).no_information:
            if doubt.since is None:
                yield words.say(
                    "“{reason}” has no day, and speaks of the time after the last entry; where what is recorded now "
                    "settles it, write since: with its day in the file",
                    reason=doubt.why,
                )


def _clauses(entry: EntryChange, field: FieldChange, words: Words) -> Iterator[str]:
    """What the change of a field means, where it means something beside its value."""
    before, after = field.before, field.after
    match field.path:
        case ("withdrawn",) if before is None:
            yield words.say("withdrawn {day}", day=words.when(after))
            yield _no_longer(entry, words)
        case ("unconfirmed",):
            yield mark_text(before, after, words)
        case ("day_unconfirmed",):
            yield day_mark_text(before, after, words)
        case ("sources",):
            lost, gained = (id for id in before if id not in after), (id for id in after if id not in before)
            yield from sources_texts(lost, gained, words)


def _no_longer(entry: EntryChange, words: Words) -> str:
    """Which articles a statement touched until it was withdrawn."""
    articles = words.listed(entry.record.articles)
    match entry.record.effect:
        case StatementEffect.EXCLUDES:
            return words.known("art. {articles} no longer excluded", articles=articles)
        case StatementEffect.LIMITS:
            return words.known("art. {articles} no longer limited", articles=articles)
        case _:
            return ""
