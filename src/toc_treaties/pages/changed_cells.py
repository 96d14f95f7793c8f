"""What follows from a change of the register, in a line for each standing, membership, duty, sign or commitment."""

from collections.abc import Iterable, Iterator

from toc_treaties.law.gap import Part
from toc_treaties.law.outcome import StandingKind
from toc_treaties.law.standing import Standing
from toc_treaties.model.state import State
from toc_treaties.model.when import When
from toc_treaties.pages.measure_lines import topic_text
from toc_treaties.pages.measures_matrix import sign_means
from toc_treaties.pages.standings import doubt_word, standing_mark
from toc_treaties.pages.tables import gathered
from toc_treaties.questions.changed_cells import (
    DutyChange,
    Meaning,
    MembershipChange,
    ProgressChange,
    SignChange,
)
from toc_treaties.questions.changed_standings import Held, StandingChange
from toc_treaties.questions.commitments import CommitmentProgress
from toc_treaties.words.diff import BASIS, CLOSES, DAY_CHANGES, MEMBERSHIP, OPENS
from toc_treaties.words.language import Words
from toc_treaties.words.measures import KIND
from toc_treaties.words.phrases import ACTION, EVIDENCE, GROUPING, STANDING, STATUS, STEP


def changes_text(meaning: Meaning, words: Words) -> list[str]:
    """What a change means: standings, memberships, duties, signs, commitments; then what rests on other evidence.

    What is the same of several states is said once.
    """
    law = [change for change in meaning.standings if turns(change, words)]
    shown = [
        (change.state, change, _otherwise(change, words)) for change in meaning.standings if not turns(change, words)
    ]
    alone = gathered(((change.instrument.id, text), (state, change)) for state, change, text in shown)
    return [
        *(standing_text(change, words) for change in law if change.before and change.after),
        *(_membership_text(change, words) for change in meaning.memberships),
        *(text for change in meaning.duties for text in _duty_texts(change, words)),
        *(_sign_text(change, words) for change in meaning.signs),
        *_progress_texts(meaning.progress, words),
        *(_stays_text(changes, text, words) for (_, text), changes in alone.items()),
    ]


def unchanged_text(words: Words) -> str:
    """That of all this nothing changes."""
    return words.say("No standing, membership, duty, sign of a topic or status of a commitment changes.")


def turns(change: StandingChange, words: Words) -> bool:
    """Whether a standing reads otherwise than before; one of which another day is otherwise stays."""
    return change.of_law and held_text(change.before, words) != held_text(change.after, words)


def standing_text(change: StandingChange, words: Words) -> str:
    """One standing that changed: United States: CIFTA signatory -> contracting, party from 3 December 2026."""
    turned = words.say(
        "{state}: {treaty} {before} -> {after}",
        state=change.state.name,
        treaty=words.treaty(change.instrument),
        before=held_text(change.before, words),
        after=held_text(change.after, words),
    )
    return words.joined((turned, _part(change, words)))


def held_text(held: Held | None, words: Words) -> str:
    """A standing in a few words, with the day from which it binds or bound, its mark, and that it is to verify."""
    if held is None:
        return words.say("not in the register")
    standing = held.standing
    leaving = words.known("leaving on {day}", day=standing.leaving_on)
    name = _with_day(standing, words) + standing_mark(standing)
    return ", ".join(filter(None, (name, leaving, doubt_word(standing, words))))


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


def _stays_text(changes: list[tuple[State, StandingChange]], text: str, words: Words) -> str:
    """Standings of several states under an instrument that stay, and what of them is otherwise."""
    ((state, change), *others) = changes
    treaty = words.treaty(change.instrument)
    if others:
        names = ", ".join(words.name(each.name) for each, _ in changes)
        stays = words.say("{states}: {treaty}, standing unchanged", states=names, treaty=treaty)
    else:
        standing = held_text(change.after, words)
        stays = words.say("{state}: {treaty} stays {standing}", state=state.name, treaty=treaty, standing=standing)
    return words.joined((stays, text))


def _otherwise(change: StandingChange, words: Words) -> str:
    """What is otherwise where the standing is the same: its act, the next step, what shows it."""
    return words.joined(_clauses(change, words))


def _clauses(change: StandingChange, words: Words) -> Iterator[str]:
    was, found = change.before, change.after
    if was is None or found is None:
        return
    for message, day, later in _days(was, found):
        if day != later:
            first, last = (words.when(each) or words.say("not known") for each in (day, later))
            yield words.say(message, before=first, after=last)
    if change.of_act:
        before, after = (act_text(held, words) for held in (was, found))
        yield words.say("its act: {before} -> {after}", before=before, after=after)
    if change.of_step:
        before, after = (step_text(held, words) for held in (was, found))
        yield words.say("next step: {before} -> {after}", before=before, after=after)
    if change.of_evidence:
        yield words.joined(_evidence(change, words)) or words.say(
            "evidence: {before} -> {after}", before=kinds_text(was, words), after=kinds_text(found, words)
        )


def act_text(held: Held, words: Words) -> str:
    """The kind of the act that decides."""
    return words.term(ACTION, held.act) or words.say("no act")


def step_text(held: Held, words: Words) -> str:
    """The next step that a standing leaves."""
    return words.term(STEP, held.step) or words.say("none named")


def _days(was: Held, found: Held) -> Iterator[tuple[str, When | None, When | None]]:
    """The days of a standing beside that which its text says, each with how its change is said."""
    old, new = was.standing, found.standing
    yield DAY_CHANGES["consent"], old.consent, new.consent
    yield DAY_CHANGES["in_force"], old.in_force, new.in_force


def kinds_text(held: Held, words: Words) -> str:
    """The newest day of each kind of evidence: depositary 22 Dec 2000, secondary source 2014."""
    days = ((words.term(EVIDENCE, kind), words.when(day)) for kind, day in held.standing.evidence.days)
    return ", ".join(words.say("{kind} {day}", kind=kind, day=day) for kind, day in days) or words.say("undated")


def _evidence(change: StandingChange, words: Words) -> Iterator[str]:
    """What is otherwise with the evidence: its mark, its kind, its newest day; of that which is as new, the sources."""
    was, found = (held.standing for held in (change.before, change.after) if held is not None)
    if was.evidence.marked is not found.evidence.marked:
        yield mark_text(was.evidence.marked, found.evidence.marked, words)
    elif was.evidence.basis is not found.evidence.basis:
        before, after = (words.term(BASIS, standing.evidence.basis) for standing in (was, found))
        yield words.say("evidence: {before} -> {after}", before=before, after=after)
    yield day_mark_text(was.day_marked, found.day_marked, words)
    if found.evidence.newest != was.evidence.newest:
        before, after = (words.when(standing.evidence.newest) or words.say("undated") for standing in (was, found))
        yield words.say("seen: {before} -> {after}", before=before, after=after)
    elif was.evidence.basis is found.evidence.basis:
        yield from sources_texts(*change.sources, words)


def mark_text(before: object, after: object, words: Words) -> str:
    """That something is unconfirmed no longer, or from now on; empty where that is as it was."""
    if bool(before) is bool(after):
        return ""
    return words.say("unconfirmed from now on") if after else words.say("no longer unconfirmed")


def day_mark_text(before: object, after: object, words: Words) -> str:
    """The same of a day."""
    if bool(before) is bool(after):
        return ""
    return words.say("its day is unconfirmed from now on") if after else words.say("its day is no longer unconfirmed")


def sources_texts(lost: Iterable[str], gained: Iterable[str], words: Words) -> Iterator[str]:
    """Which sources show something now and did not, and which show it no longer."""
    yield words.known("also shown by {sources}", sources=", ".join(gained))
    yield words.known("no longer shown by {sources}", sources=", ".join(lost))


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


def _sign_text(change: SignChange, words: Words) -> str:
    """A topic of which something else is on record: Haiti: extradition, law: nobody looked -> in force."""
    before, after = (sign_means(sign, change.kind, words) for sign in (change.before, change.after))
    return words.say(
        "{state}: {topic}, {kind}: {before} -> {after}",
        state=change.state.name,
        topic=topic_text(change.topic, words),
        kind=words.term(KIND, change.kind),
        before=before,
        after=after,
    )


def _progress_texts(changes: Iterable[ProgressChange], words: Words) -> Iterator[str]:
    """What is shown of states and bodies on a commitment; what is the same of several is said once."""
    alike = gathered(((change.commitment.id, *_statuses(change, words)), change.addressee.name) for change in changes)
    for (commitment, before, after), names in alike.items():
        whose = ", ".join(map(words.name, names))
        yield words.say(
            "{addressees}: {commitment}, {before} -> {after}",
            addressees=whose,
            commitment=commitment,
            before=before,
            after=after,
        )


def _statuses(change: ProgressChange, words: Words) -> tuple[str, str]:
    return _status(change.before, words), _status(change.after, words)


def _status(progress: CommitmentProgress, words: Words) -> str:
    """A status with its day; that the standings answer where they do."""
    if progress.status is None:
        return words.say("answered by the standing")
    status = words.term(STATUS, progress.status)
    return words.known("{status}, {day}", status=status, day=words.when(progress.made)) or status
