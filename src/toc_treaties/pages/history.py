"""The path to a standing in words: each action and computed day, with the rule that decides it."""

from toc_treaties.law.bound import Ground, unruled
from toc_treaties.law.history import Event, EventKind
from toc_treaties.law.outcome import StandingKind
from toc_treaties.law.periods import certainly, possibly
from toc_treaties.law.standing import Standing
from toc_treaties.law.waits import after_deposit, after_notice
from toc_treaties.model.action import Action, Effect, Kind
from toc_treaties.model.instrument import Delay, Exit, Instrument
from toc_treaties.questions.case import Case
from toc_treaties.words.dates import day, in_sentence, when
from toc_treaties.words.phrases import DONE, MARK, counted

JOINS = frozenset({Kind.ACCESSION, Kind.SUCCESSION})
"""The acts that are done *to* a treaty, and not on it."""


def event_text(event: Event, item: Case) -> str:
    """What happened: acceded, in force for the state, ceased to be party."""
    name = item.state.name["en"]
    if event.kind is EventKind.ENTRY_INTO_FORCE:
        return f"in force for {name}" if possibly(event.when, None, item.as_of) else f"will be in force for {name}"
    if event.kind is EventKind.EXIT:
        return "ceased to be party" if certainly(event.when, None, item.as_of) else "will cease to be party"
    return _action_text(event.action, item.instrument)


def action_done(action: Action, instrument: Instrument) -> str:
    """What was done, in the treaty's own word where it is a notice: gave notice of withdrawal, revoked its notice."""
    if action.effect is Effect.RELEASES and instrument.exit is not None and instrument.exit.provided:
        return f"gave notice of {instrument.exit.word}"
    return DONE[action.kind]


def _action_text(action: Action, instrument: Instrument) -> str:
    text = action_done(action, instrument)
    if action.area is not None:
        text += f" in {action.area}"
    if action.awaits is not None:
        text += f", {action.awaits}"
    if action.via is not None and action.via in instrument.paths:
        text += f", through the {instrument.paths[action.via].name['en']}"
    if action.effect_from is not None:
        text += f", with effect from {when(action.effect_from)}"
    return text


def rule_text(event: Event, item: Case) -> str:  # noqa: PLR0911 - one sentence for each ground
    """The rule that decides a computed day, with its article; what else is known of an action."""
    instrument = item.instrument
    match event.ground:
        case None:
            return ""
        case Ground.RECORDED:
            return _recorded(event, instrument)
        case Ground.NOTIFICATION:
            return "succession: on its notification, without a wait"
        case Ground.INSTRUMENT:
            return f"the instrument's own entry into force, {day(event.when.latest)}"
        case Ground.EARLIER_EXIT:
            return "not before its earlier participation ended"
        case Ground.PATH:
            return "the entry into force of the text through which it joined"
        case Ground.PARENT:
            parent = item.parent.short["en"] if item.parent else "the parent instrument"
            return (
                f"not before {parent}" if event.kind is EventKind.ENTRY_INTO_FORCE else f"leaves {parent} the same day"
            )
        case Ground.OWN_RULE if event.kind is EventKind.ENTRY_INTO_FORCE:
            return delay_text(instrument.later_parties)
        case Ground.OWN_RULE:
            return exit_text(instrument.exit)


def _recorded(event: Event, instrument: Instrument) -> str:
    """A recorded day, with the rule that gives the same day, where it does."""
    done, day_ = event.action.when.day, event.when.day
    if event.kind is EventKind.EXIT and instrument.exit is not None:
        agrees, text = done and after_notice(instrument.exit, done) == day_, exit_text(instrument.exit)
    elif event.kind is EventKind.ENTRY_INTO_FORCE and instrument.later_parties is not None:
        agrees, text = (
            done and after_deposit(instrument.later_parties, done) == day_,
            delay_text(instrument.later_parties),
        )
    else:
        agrees, text = None, ""
    return f"recorded; {text}" if agrees else "recorded"


def _article(article: str | None, unconfirmed: str | None) -> str:
    return f"art. {article}{MARK if unconfirmed else ''}: " if article else ""


def delay_text(wait: Delay | None) -> str:
    """The wait between deposit and entry into force."""
    if wait is None:
        return ""
    article = _article(wait.article, wait.unconfirmed)
    if wait.days is not None:
        return f"{article}{_ordinal(wait.days)} day after deposit"
    first = "first day of the month after " if wait.then else ""
    return f"{article}{first}{wait.months} months from deposit"


def exit_text(leaving: Exit | None) -> str:
    """The wait between notice and the end."""
    if leaving is None:
        return ""
    if not leaving.provided:
        return "the text was read and has no rule on leaving (VCLT 56)"
    article = _article(leaving.article, leaving.unconfirmed)
    if leaving.notice_by and leaving.ends:
        by, ends = _month_day(leaving.notice_by), _month_day(leaving.ends)
        return f"{article}notice by {by} takes effect on {ends} next"
    wait = (
        f"{leaving.years} year"
        if leaving.years == 1
        else f"{leaving.years} years"
        if leaving.years
        else f"{leaving.months} months"
    )
    first = "first day of the month after " if leaving.then else ""
    return f"{article}{first}{wait} from notice"


def notice_text(leaving: Exit) -> str:
    """When a notice takes effect, from when it may be given, and what it may name."""
    parts = [exit_text(leaving), "or a later day that the notice names" if leaving.later_day else ""]
    before = leaving.not_before
    if before is not None:
        whose = "the instrument's own entry into force" if before.of_instrument else "entry into force for the state"
        article = f"art. {before.article}: " if before.article else ""
        parts.append(f"{article}no sooner than {counted(before.years, 'year')} after {whose}")
    return "; ".join(part for part in parts if part)


def _month_day(pair: tuple[int, int]) -> str:
    from datetime import date

    return day(date(2000, *pair)).removesuffix(" 2000")


def _ordinal(number: int) -> str:
    suffix = "th" if number % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"


def _earlier_texts(item: Case) -> list[str]:
    """What had been done by then under another text of the instrument: a remark, and no standing."""
    return [
        f"{DONE[step.kind]}{' to' if step.kind in JOINS else ''} "
        f"the {item.instrument.paths[step.of].name['en']} {in_sentence(step.when)}"
        for action in item.cell.actions
        for step in action.route
        if step.of in item.instrument.paths and certainly(step.when, None, item.as_of)
    ]


def unknown_text(item: Case) -> str:
    """Why nothing is known, as the record has it: what speaks against a gap, or what was looked for."""
    said = item.standing.against or next(iter(item.cell.no_information), None)
    return f"{said.why}{f' ({said.note})' if said.note else ''}" if said else ""


def releases(now: Standing) -> tuple[Action, ...]:
    """The notices of leaving that a standing knows of."""
    return tuple(action for action in now.actions if action.effect is Effect.RELEASES)


def reason(item: Case) -> str:
    """Why the standing is what it is, where no event tells, and whether the state may join at all."""
    doubt = item.standing.eligibility
    return "; ".join(
        text for text in (_why(item), f"whether it may join is not settled: {doubt}" if doubt else "") if text
    )


def _why(item: Case) -> str:  # noqa: PLR0911 - one sentence for each standing
    """What makes the standing, where no event tells."""
    now = item.standing
    match now.name:
        case StandingKind.NOT_APPLICABLE:
            clauses = (item.instrument.signature, item.instrument.accession)
            unseen = "; ".join(one.unconfirmed for one in clauses if one is not None and one.unconfirmed)
            articles = ", ".join(f"art. {one.article}" for one in clauses if one is not None and one.article)
            text = f"{item.state.name['en']} is not among the states entitled to join"
            text += f": {articles}" if articles else ""
            return f"{text} ({unseen})" if unseen else text
        case StandingKind.NOT_OPEN if now.awaits_independence and item.state.independence:
            return f"independent from {day(item.state.independence)}"
        case StandingKind.NOT_OPEN:
            window = item.instrument.signature
            opened = f"opened {day(window.opened)}" if window else f"adopted {day(item.instrument.adopted)}"
            return "; ".join([opened, *_earlier_texts(item)])
        case StandingKind.NO_ACTION if now.acted_later:
            first = min(item.cell.actions, key=lambda action: action.when.earliest)
            return "; ".join([f"the first act recorded is of {when(first.when)}", *_earlier_texts(item)])
        case StandingKind.NO_INFORMATION if any(unruled(action, item.instrument) for action in releases(now)):
            known = "the treaty has no rule on leaving" if item.instrument.exit else "no rule on leaving was seen"
            return f"{known}; whether the notice ended it is not known (VCLT 56)"
        case StandingKind.NO_INFORMATION:
            return unknown_text(item)
        case _:
            return ""
