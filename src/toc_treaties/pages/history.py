"""The path to a standing in words: each act and each computed day, with the rule that decides it."""

from collections.abc import Iterator

from toc_treaties.law.bound import Ground, unruled
from toc_treaties.law.history import Event, EventKind
from toc_treaties.law.outcome import StandingKind
from toc_treaties.law.periods import certainly, possibly
from toc_treaties.law.standing import Standing
from toc_treaties.model.action import Action, Effect
from toc_treaties.model.instrument import Delay, Exit, Instrument
from toc_treaties.questions.case import Case, clause_of
from toc_treaties.words.acts import ACT_ON, AFTER_DEPOSIT, AFTER_NOTICE, NOT_BEFORE, NOTICE
from toc_treaties.words.language import Words
from toc_treaties.words.phrases import DONE, MARK, UNSETTLED


def action_done(action: Action, instrument: Instrument, words: Words) -> str:
    """What was done, a notice in the treaty's own word: acceded; gave notice of withdrawal."""
    word = _word_of_notice(action, instrument)
    return words.term(NOTICE, word) if word in NOTICE else words.term(DONE, action.kind)


def _word_of_notice(action: Action, instrument: Instrument) -> str:
    leaving = instrument.exit
    return leaving.word if action.effect is Effect.RELEASES and leaving is not None and leaving.provided else ""


def event_text(event: Event, item: Case, words: Words) -> str:
    """What happened, or is to happen: acceded; in force for the state; ceased to be a party."""
    match event.kind:
        case EventKind.ACTION:
            return words.joined(act_texts(event.action, item.instrument, words))
        case EventKind.ENTRY_INTO_FORCE if possibly(event.when, None, item.as_of):
            return words.say("in force for the state")
        case EventKind.ENTRY_INTO_FORCE:
            return words.say("will be in force for the state")
        case EventKind.EXIT if certainly(event.when, None, item.as_of):
            return words.say("ceased to be a party")
        case EventKind.EXIT:
            return words.say("will cease to be a party")


def act_texts(action: Action, instrument: Instrument, words: Words) -> Iterator[str]:
    """What was done; then, where it applies, in which area, what it waits for, through which text and from when."""
    yield action_done(action, instrument, words)
    if action.area is not None:
        yield words.say("in {area}", area=action.area)
    if action.awaits is not None:
        yield words.say("waiting: {wait}", wait=action.awaits)
    path = instrument.paths.get(action.via or "")
    if path is not None:
        yield words.say("through the {text}", text=path.name)
    if action.effect_from is not None:
        yield words.say("with effect from {day}", day=action.effect_from)


def rule_text(event: Event, item: Case, words: Words) -> str:  # noqa: PLR0911 - one sentence for each ground
    """The rule that decides a computed day, with its article; empty of an act."""
    parent = words.treaty(item.parent) if item.parent else ""
    match event.ground:
        case None:
            return ""
        case Ground.NOTIFICATION:
            return words.say("succession: on its notification, without a wait")
        case Ground.INSTRUMENT:
            return words.say("the instrument's own entry into force")
        case Ground.EARLIER_EXIT:
            return words.say("not before its earlier participation ended")
        case Ground.PATH:
            return words.say("the entry into force of the text through which it joined")
        case Ground.PARENT if event.kind is EventKind.ENTRY_INTO_FORCE:
            return words.say("not before {parent}", parent=parent)
        case Ground.PARENT:
            return words.say("leaves {parent} the same day", parent=parent)
        case Ground.RECORDED:
            return words.joined((words.say("recorded"), _clause_text(event, item, words)))
        case Ground.OWN_RULE:
            return _clause_text(event, item, words)


def _clause_text(event: Event, item: Case, words: Words) -> str:
    clause = clause_of(event, item.instrument)
    return exit_text(clause, words) if isinstance(clause, Exit) else delay_text(clause, words)


def _by_article(rule: str, clause: Delay | Exit, words: Words) -> str:
    """A rule with its article, marked where the article was not seen."""
    if clause.article is None:
        return rule
    article = clause.article + (MARK if clause.unconfirmed else "")
    return words.say("{rule}, art. {article}", rule=rule, article=article)


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
    return words.say("{rule}, art. {article}", rule=rule, article=before.article) if before.article else rule


def unknown_text(item: Case) -> str:
    """Why nothing is known, as the record has it: what speaks against a gap, or what was looked for."""
    record = item.standing.against or next(iter(item.cell.no_information), None)
    return f"{record.why}{f' ({record.note})' if record.note else ''}" if record else ""


def releases(standing: Standing) -> tuple[Action, ...]:
    """The notices of leaving that a standing knows of."""
    return tuple(action for action in standing.actions if action.effect is Effect.RELEASES)


def reason(item: Case, words: Words) -> str:
    """Why the standing is what it is, where no event tells, and whether the state may join at all."""
    doubt = item.standing.eligibility
    why = words.term(UNSETTLED, doubt)
    unsettled = words.known("whether it may join is not settled: {why}", why=why)
    return words.joined((*_why(item, words), unsettled))


def _why(item: Case, words: Words) -> Iterator[str]:
    """What makes the standing, where no event tells."""
    standing, instrument = item.standing, item.instrument
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
        case StandingKind.NO_INFORMATION if any(unruled(action, instrument) for action in releases(standing)):
            yield _unruled_text(instrument, words)
        case StandingKind.NO_INFORMATION:
            yield unknown_text(item)


def _not_entitled(instrument: Instrument, words: Words) -> Iterator[str]:
    clauses = [clause for clause in (instrument.signature, instrument.accession) if clause is not None]
    yield words.say("not among the states entitled to join")
    yield from (words.say("art. {article}", article=clause.article) for clause in clauses if clause.article)
    yield from (clause.unconfirmed for clause in clauses if clause.unconfirmed)


def _unruled_text(instrument: Instrument, words: Words) -> str:
    if instrument.exit:
        return words.say("the treaty has no rule on leaving; whether the notice ended it is not known (VCLT 56)")
    return words.say("no rule on leaving was seen; whether the notice ended it is not known (VCLT 56)")


def _earlier_texts(item: Case, words: Words) -> Iterator[str]:
    """What had been done by then under another text of the instrument: a remark, and no standing."""
    for action in item.cell.actions:
        yield from route_texts(action, item, words)


def route_texts(action: Action, item: Case, words: Words) -> Iterator[str]:
    """The steps that a state has taken under other texts on the way to being bound by this one."""
    paths = item.instrument.paths
    for step in action.route:
        if step.of in paths and certainly(step.when, None, item.as_of):
            text = words.say("the {text}", text=paths[step.of].name)
            act = words.say(ACT_ON[step.kind], treaty=text)
            yield words.say("{act} {day}", act=act, day=words.in_sentence(step.when))
