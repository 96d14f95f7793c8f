"""What a change of the register means, in a line for each standing, membership or duty that it changes."""

from collections.abc import Iterable
from datetime import date

from toc_treaties.law.gap import Part
from toc_treaties.law.outcome import StandingKind
from toc_treaties.law.standing import Standing
from toc_treaties.model.register import Register
from toc_treaties.pages.standings import doubt_word
from toc_treaties.questions.recorded import (
    DutyChange,
    MembershipChange,
    StandingChange,
    duty_changes,
    membership_changes,
    standing_changes,
)
from toc_treaties.words.language import Words
from toc_treaties.words.phrases import DAY_MARK, GROUPING, MARK, STANDING
from toc_treaties.words.recorded import CLOSES, MEMBERSHIP, OPENS


def changes_text(before: Register, after: Register, slugs: Iterable[str], day: date, words: Words) -> list[str]:
    """What a change of the register means for some states on a day: standings, then memberships, then duties."""
    slugs = tuple(slugs)
    return [
        *(change_text(change, words) for change in standing_changes(before, after, slugs, day)),
        *(_membership_text(change, words) for change in membership_changes(before, after, slugs, day)),
        *(text for change in duty_changes(before, after, slugs, day) for text in _duty_texts(change, words)),
    ]


def _membership_text(change: MembershipChange, words: Words) -> str:
    """One membership that is another: Venezuela: OAS, member -> not a member."""
    return words.say(
        "{state}: {organization}, {before} -> {after}",
        state=change.state.name,
        organization=words.term(GROUPING, change.organization),
        before=words.term(MEMBERSHIP, change.before),
        after=words.term(MEMBERSHIP, change.after),
    )


def _duty_texts(change: DutyChange, words: Words) -> list[str]:
    """What an instrument asks for from now on, what is now on record of it, and what is no longer."""
    state, treaty = words.name(change.state.name), words.treaty(change.instrument)
    asked, answered, open_ = (words.listed(articles) for articles in (change.asked, change.answered, change.open))
    said = (
        words.known(
            "{state}: {treaty} now asks for notifications or designations, none on record: art. {articles}",
            state=state,
            treaty=treaty,
            articles=asked,
        ),
        words.known("{state}: {treaty}, art. {articles}: now on record", state=state, treaty=treaty, articles=answered),
        words.known(
            "{state}: {treaty}, art. {articles}: no longer on record", state=state, treaty=treaty, articles=open_
        ),
    )
    return [text for text in said if text]


def change_text(change: StandingChange, words: Words) -> str:
    """One standing that changed: United States: CIFTA signatory -> contracting, party from 3 December 2026."""
    state, treaty = words.name(change.state.name), words.treaty(change.instrument)
    if not change.of_law:
        stays = words.say(
            "{state}: {treaty} stays {standing}", state=state, treaty=treaty, standing=_said(change.after, words)
        )
        return words.joined((stays, _evidence(change, words)))
    turned = words.say(
        "{state}: {treaty} {before} -> {after}",
        state=state,
        treaty=treaty,
        before=_said(change.before, words),
        after=_said(change.after, words),
    )
    return words.joined((turned, _part(change, words)))


def _said(standing: Standing, words: Words) -> str:
    """A standing in a few words, with the day from which it binds or bound, its mark, and that it is to verify."""
    leaving = words.known("leaving on {day}", day=standing.leaving_on)
    mark = MARK if standing.evidence.marked else DAY_MARK if standing.day_marked else ""
    return ", ".join(filter(None, (_with_day(standing, words) + mark, leaving, doubt_word(standing, words))))


def _with_day(standing: Standing, words: Words) -> str:
    name = words.term(STANDING, standing.name)
    if standing.name is StandingKind.CONTRACTING and standing.in_force is not None:
        day = standing.in_force
        from_day = words.long_day(day.day) if day.day else words.when(day)
        return words.say("{standing}, party from {day}", standing=name, day=from_day)
    if standing.name is StandingKind.PARTY and standing.since is not None:
        return words.say("{standing} since {day}", standing=name, day=words.since(standing.since))
    return name


def _part(change: StandingChange, words: Words) -> str:
    """What becomes of the gap: closed, opened, settled, or to verify from now on."""
    match change.parts:
        case Part.GAP, Part.CONSENTED:
            return words.term(CLOSES, change.instrument.tier)
        case Part.TO_VERIFY, Part.CONSENTED | Part.GAP:
            return words.say("settles what was to verify")
        case first, Part.GAP if first is not Part.GAP:
            return words.term(OPENS, change.instrument.tier)
        case _:
            return ""


def _evidence(change: StandingChange, words: Words) -> str:
    """What is new of the evidence, where the standing is the same."""
    was, now = change.before, change.after
    if was.evidence.marked and not now.evidence.marked:
        return words.say("no longer unconfirmed")
    if was.day_marked and not now.day_marked:
        return words.say("its day is no longer unconfirmed")
    if now.evidence.marked and not was.evidence.marked:
        return words.say("unconfirmed from now on")
    if now.evidence.newest != was.evidence.newest and now.evidence.newest is not None:
        return words.say("seen {day}", day=now.evidence.newest)
    return words.say("other sources")
