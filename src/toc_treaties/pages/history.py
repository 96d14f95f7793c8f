"""The path to a standing in words: each act and each computed day, with the rule that decides it."""

from collections.abc import Iterator
from typing import Protocol

from toc_treaties.law.bound import Ground, unruled
from toc_treaties.law.history import Event, EventKind
from toc_treaties.law.outcome import StandingKind
from toc_treaties.law.periods import certainly, possibly
from toc_treaties.model.action import Action, Effect
from toc_treaties.model.instrument import Delay, Exit, Instrument
from toc_treaties.questions.case import Case, clause_of
from toc_treaties.words.acts import ACT_ON, AFTER_DEPOSIT, AFTER_NOTICE, EFFECT, GROUND, NOT_BEFORE, NOTICE, UNRULED
from toc_treaties.words.language import Words
from toc_treaties.words.phrases import DONE, MARK, UNSETTLED


class Clause(Protocol):
    """What a treaty says under an article, which may be one that was not seen."""

    @property
    def article(self) -> str | None:
        """The article."""

    @property
    def unconfirmed(self) -> str | None:
        """Why it is marked."""


def action_done(action: Action, instrument: Instrument, words: Words) -> str:
    """What was done, a notice in the treaty's own word: acceded; gave notice of withdrawal."""
    leaving = instrument.exit if action.effect is Effect.RELEASES else None
    word = leaving.word if leaving is not None and leaving.provided else ""
    return words.term(NOTICE, word) if word in NOTICE else words.term(DONE, action.kind)


def event_text(event: Event, item: Case, words: Words) -> str:
    """What happened, or is to happen: acceded; in force for the state; ceased to be a party."""
    if event.kind is EventKind.ACTION:
        return words.joined(act_texts(event.action, item.instrument, words))
    has_come = certainly if event.kind is EventKind.EXIT else possibly
    key = event.kind.name if has_come(event.when, None, item.as_of) else f"{event.kind.name}_AHEAD"
    return words.term(EFFECT, key)


def act_texts(action: Action, instrument: Instrument, words: Words) -> Iterator[str]:
    """What was done; then, where it applies, in which area, what it waits for, through which text and from when."""
    path = instrument.paths.get(action.via or "")
    yield action_done(action, instrument, words)
    yield words.known("in {area}", area=action.area)
    yield words.known("waiting: {wait}", wait=action.awaits)
    yield words.known("through {text}", text=words.text(path.name) if path else None)
    yield words.known("with effect from {day}", day=action.effect_from)


def rule_text(event: Event, instrument: Instrument, parent: Instrument | None, words: Words) -> str:
    """The rule that decides a computed day, with its article; empty of an act."""
    if event.ground is None:
        return ""
    if event.ground in {Ground.RECORDED, Ground.OWN_RULE}:
        clause = clause_of(event, instrument)
        rule = exit_text(clause, words) if isinstance(clause, Exit) else delay_text(clause, words)
        return words.joined((words.say("recorded") if event.ground is Ground.RECORDED else "", rule))
    key = f"{event.ground.name} {event.kind.name}"
    message = GROUND.get(key) or GROUND[event.ground.name]
    return words.say(message, parent=words.treaty(parent) if parent else "")


def marked_article(clause: Clause) -> str:
    """The article of a clause, marked where it was not seen; empty where none is known."""
    return f"{clause.article}{MARK if clause.unconfirmed else ''}" if clause.article else ""


def _by_article(rule: str, clause: Delay | Exit, words: Words) -> str:
    """A rule with its article, where that is known."""
    return words.known("{rule}, art. {article}", rule=rule, article=marked_article(clause)) or rule


def delay_text(wait: Delay | None, words: Words) -> str:
    """The wait between deposit and entry into force."""
    if wait is None:
        return ""
    one, many = AFTER_DEPOSIT["days" if wait.days is not None else "first_of_month" if wait.then else "months"]
    return _by_article(words.count(one, many, wait.days or wait.months or 0), wait, words)


def exit_text(leaving: Exit | None, words: Words) -> str:
    """The wait between notice and the end."""
    if leaving is None:
        return ""
    if not leaving.provided:
        return words.say("the text was read and has no rule on leaving (VCLT 56)")
    return _by_article(_wait_after_notice(leaving, words), leaving, words)


def _wait_after_notice(leaving: Exit, words: Words) -> str:
    if leaving.notice_by and leaving.ends:
        by, ends = words.month_day(*leaving.notice_by), words.month_day(*leaving.ends)
        return words.say("a notice by {by} takes effect on the next {ends}", by=by, ends=ends)
    one, many = AFTER_NOTICE["years" if leaving.years else "first_of_month" if leaving.then else "months"]
    return words.count(one, many, leaving.years or leaving.months or 0)


def notice_text(leaving: Exit, words: Words) -> str:
    """When a notice takes effect, from when it may be given, and what it may name."""
    later = words.say("or a later day that the notice names") if leaving.later_day else ""
    return words.joined((exit_text(leaving, words), later, _soonest(leaving, words)))


def _soonest(leaving: Exit, words: Words) -> str:
    before = leaving.not_before
    if before is None:
        return ""
    one, many = NOT_BEFORE["of_instrument" if before.of_instrument else "of_state"]
    rule = words.count(one, many, before.years)
    return words.known("{rule}, art. {article}", rule=rule, article=before.article) or rule


def unknown_text(item: Case) -> str:
    """Why nothing is known, as the record has it: what speaks against a gap, or what was looked for."""
    record = item.standing.against or next(iter(item.cell.no_information), None)
    return f"{record.why}{f' ({record.note})' if record.note else ''}" if record else ""


def reason(item: Case, words: Words) -> str:
    """Why the standing is what it is, where no event tells, and whether the state may join at all."""
    why = words.term(UNSETTLED, item.standing.eligibility)
    return words.joined((*_why(item, words), words.known("whether it may join is not settled: {why}", why=why)))


def _why(item: Case, words: Words) -> Iterator[str]:
    """What makes the standing, where no event tells."""
    standing, instrument = item.standing, item.instrument
    notices = (action for action in standing.actions if action.effect is Effect.RELEASES)
    match standing.name:
        case StandingKind.NOT_APPLICABLE:
            yield from _not_entitled(instrument, words)
        case StandingKind.NOT_OPEN if standing.awaits_independence and item.state.independence:
            yield words.say("independent from {day}", day=item.state.independence)
        case StandingKind.NOT_OPEN:
            yield words.say("open from {day}", day=instrument.opened)
            yield from _earlier_texts(item, words)
        case StandingKind.NO_ACTION if standing.acted_later:
            first = min(item.cell.actions, key=lambda action: action.when.earliest)
            yield words.say("the first act recorded is of {day}", day=first.when)
            yield from _earlier_texts(item, words)
        case StandingKind.NO_INFORMATION if any(unruled(notice, instrument) for notice in notices):
            yield words.term(UNRULED, "no_rule" if instrument.exit else "not_seen")
        case StandingKind.NO_INFORMATION:
            yield unknown_text(item)


def _not_entitled(instrument: Instrument, words: Words) -> Iterator[str]:
    clauses = [clause for clause in (instrument.signature, instrument.accession) if clause is not None]
    yield words.say("not among the states entitled to join")
    yield from (words.say("art. {article}", article=clause.article) for clause in clauses if clause.article)
    yield from (clause.unconfirmed for clause in clauses if clause.unconfirmed)


def _earlier_texts(item: Case, words: Words) -> Iterator[str]:
    """What had been done by then under another text of the instrument: a remark, and no standing."""
    for action in item.cell.actions:
        yield from route_texts(action, item, words)


def route_texts(action: Action, item: Case, words: Words) -> Iterator[str]:
    """The steps that a state has taken under other texts on the way to being bound by this one."""
    paths = item.instrument.paths
    for step in action.route:
        if step.of in paths and certainly(step.when, None, item.as_of):
            act = words.say(ACT_ON[step.kind], treaty=words.text(paths[step.of].name))
            yield words.say("{act} {day}", act=act, day=words.in_sentence(step.when))
