"""An instrument as a page: the ratification table of one treaty, then statements, clauses and a map."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from toc_treaties.document import (
    Block,
    Cell,
    Document,
    Heading,
    Legend,
    cell,
    line_of,
    spans_in,
    text_of,
)
from toc_treaties.law.gap import is_old
from toc_treaties.law.outcome import GAPS, StandingKind
from toc_treaties.law.standing import Standing
from toc_treaties.law.statements import signatures
from toc_treaties.model.action import Action, StatementKind
from toc_treaties.model.when import When
from toc_treaties.pages.clauses import clauses, serves
from toc_treaties.pages.history import action_done
from toc_treaties.pages.instrument_opening import opening
from toc_treaties.pages.membership import Footnotes, footnotes
from toc_treaties.pages.scope import scoped
from toc_treaties.pages.standings import (
    day_cell,
    day_text,
    doubt_word,
    leaving_day,
    letter_entries,
    lettered,
    mark_of,
    role_of,
)
from toc_treaties.pages.statements import statement_text
from toc_treaties.pages.tables import gathered, table
from toc_treaties.pages.tiles import standings_map
from toc_treaties.questions.case import Case
from toc_treaties.questions.instrument import InstrumentProfile
from toc_treaties.words.clauses import SEEN, STATEMENT_LETTER
from toc_treaties.words.heads import HEAD
from toc_treaties.words.language import Words
from toc_treaties.words.phrases import OTHERS_NOT_SHOWN, STANDING, STATEMENT, UNLETTERED

CLAUSES = "clauses"
"""The place of what the instrument says."""
KINDS = list(StatementKind)
LETTERS = [(kind, STATEMENT_LETTER[kind]) for kind in KINDS]
"""The kinds of statements in the order of the page, each with its letter."""


def page(answer: InstrumentProfile, words: Words) -> Document:
    """The ratification table of one instrument, and behind it what it says and what states said of it."""
    notes = footnotes(answer.scope.states, answer.as_of, words)
    states = _states(answer, notes, words)
    body: list[Block] = [
        *opening(answer, words),
        *states,
        Legend(tuple(_legend(states, answer, words))),
        *notes.notes.values(),
        Heading(words.say("Clauses"), key=CLAUSES),
        clauses(answer, words),
        *serves(answer, words),
        *_statements(answer, words),
        standings_map(answer, notes, words),
    ]
    seen = words.say(SEEN) if any(case.standing.name in GAPS for case in answer.items) else ""
    none_made = words.say(
        "No letter under {statements}: none is on record here.", statements=words.term(HEAD, "statements")
    )
    remarks = (words.say(UNLETTERED), none_made, seen, words.say(OTHERS_NOT_SHOWN))
    return scoped("instrument", words.name(answer.instrument.short), answer, body, answer.sources, words, *remarks)


def _states(answer: InstrumentProfile, notes: Footnotes, words: Words) -> list[Block]:
    """A line a state: signature, consent with its letter, entry into force, how many statements."""
    rows = (
        (
            cell(notes.name(case.state)),
            _signature(case.standing, words),
            _consent(case.standing, answer.as_of, words),
            _days(case.standing.in_force if case.standing.consented else None, words),
            cell(_counted(case, words)),
        )
        for case in answer.items
    )
    return table("states", ("state", "signature", "consent", "in_force", "statements"), rows, words)


def _days(day: When | None, words: Words, act: Action | None = None) -> Cell:
    """A day, with the letter of its act; of two in different months between which it lies, each on a line."""
    if day is None:
        return cell("")
    first, last = day.earliest, day.latest
    if day.bracketed and not day.unseen and (first.year, first.month) != (last.year, last.month):
        above, shown = words.say("{day} –", day=first), words.day(last)
        return cell(above, lettered(act, words, shown) if act else shown)
    plain = words.when(day)
    return day_cell(day, lettered(act, words, plain) if act else plain, words)


def _signed(standing: Standing) -> Action | None:
    """The signature that stands."""
    return next(iter(signatures(standing)), None)


def _signature(standing: Standing, words: Words) -> Cell:
    signed = _signed(standing)
    return _days(signed.when, words, signed)._replace(marked=bool(mark_of(signed))) if signed else cell("")


def _consent_of(standing: Standing) -> Action | None:
    """The consent that runs, or the last one that ran."""
    if standing.name is StandingKind.WITHDRAWN and standing.spells and standing.spells[-1]:
        return standing.spells[-1][-1].consent
    return standing.deciding if standing.consented else None


def _consent(standing: Standing, as_of: date, words: Words) -> Cell:
    """The consent that runs; of one that ended, its day in brackets; of none, the standing in a word or two."""
    act, seen = _consent_of(standing), list(_seen(standing, as_of, words))
    if standing.consented:
        day = _days(standing.consent, words, act)
        lines = [*map(text_of, (day.line, *day.below)), *_not_simply_party(standing, words)]
        if act and act.effect_from:
            lines.append(words.say("with effect from {day}", day=act.effect_from))
    elif act:
        since = words.when(standing.since) or words.say("day not known")
        lines = [f"[{lettered(act, words)}]", words.say("withdrawn: {day}", day=since), *seen]
    elif standing.name in GAPS:
        lines = seen or [""]
    else:
        lines = [words.term(STANDING, standing.name)]
    doubt = doubt_word(standing, words) if standing.eligibility else ""
    marked = standing.evidence.marked and standing.name is not StandingKind.SIGNATORY
    return cell(*lines, doubt, role=role_of(standing), marked=marked)


def _seen(standing: Standing, as_of: date, words: Words) -> Iterator[str]:
    """Of a gap, the day of the newest source: by which there was nothing, or on which there was no more."""
    nothing = standing.name is StandingKind.NO_ACTION and not standing.actions
    seen = None if standing.acted_later else standing.evidence.newest
    if standing.name is StandingKind.NO_ACTION and (standing.actions or seen is None):
        yield words.term(STANDING, standing.name)
    if seen is not None:
        day = words.when(seen)
        if standing.name is StandingKind.SIGNATORY:
            yield words.say("none; last seen")
            yield words.say("{day} (old)", day=day) if is_old(standing, as_of) else day
        else:
            yield words.say("none by {day}", day=day) if nothing else words.say("last seen {day}", day=day)
    elif not standing.evidence.marked and not standing.acted_later:
        signed = standing.name is StandingKind.SIGNATORY
        yield words.say("none; evidence undated") if signed else words.say("evidence undated")
    if seen is not None and is_old(standing, as_of) and standing.name is not StandingKind.SIGNATORY:
        yield words.say("(old)")


def _not_simply_party(standing: Standing, words: Words) -> Iterator[str]:
    """That a consent is not in force yet, that this is not known, or that the state is leaving."""
    if standing.between is not None:
        yield words.say("in force or not: day not known")
    elif standing.name is StandingKind.CONTRACTING:
        yield words.say("not yet in force")
    if standing.leaving is not None:
        yield words.say("leaving: {day}", day=leaving_day(standing, words))


def _counted(case: Case, words: Words) -> str:
    """How many statements of each kind, and that there are other acts."""
    made = Counter(statement.kind for statement in case.statements)
    counts = [f"{made[kind]} {letter}" if made[kind] > 1 else letter for kind, letter in LETTERS if made[kind]]
    return ", ".join([*counts, *([words.say("other acts")] if _others(case.standing) else [])])


def _legend(table: list[Block], answer: InstrumentProfile, words: Words) -> Iterator[tuple[str, str]]:
    """The letters of acts, what brackets say, and the letters of the kinds of statements, where they stand."""
    texts = [span.text for span in spans_in(table)]
    yield from letter_entries(texts, words)
    if any(text.startswith("[") for text in texts):
        yield "[ ]", words.say("a consent that has ended")
    kinds = {statement.kind for case in answer.items for statement in case.statements}
    yield from ((letter, words.term(STATEMENT, kind)) for kind, letter in LETTERS if kind in kinds)


def _others(standing: Standing) -> list[Action]:
    """The acts that the table does not show: notices, earlier consents, whatever stands beside."""
    shown = (_signed(standing), _consent_of(standing))
    return [action for action in standing.actions if all(action is not one for one in shown)]


def _statements(answer: InstrumentProfile, words: Words) -> list[Block]:
    """What states declared, each statement once with all that made it; what else they did, state by state."""
    made = [(case, statement) for case in answer.items for statement in case.statements]
    makers = gathered(
        (
            line_of(statement_text(statement, words, case.reserving), cites=statement.sources),
            words.name(case.state.name),
        )
        for case, statement in sorted(made, key=lambda made: KINDS.index(made[1].kind))
    )
    rows = [(Cell(line), cell(", ".join(names))) for line, names in makers.items()]
    for case in answer.items:
        rows += [(_act(act, case, words), cell(words.name(case.state.name))) for act in _others(case.standing)]
    heading = Heading(words.say("Statements and other acts"), key="statements")
    return [heading, *table("statements", ("what", "states"), rows, words)] if rows else []


def _act(action: Action, case: Case, words: Words) -> Cell:
    day = day_text(action.when, action.day_unconfirmed, words, words.within) + mark_of(action)
    done = action_done(action, case.instrument, words)
    return cell(words.say("{done}, {day}", done=done, day=day), cites=action.sources)
