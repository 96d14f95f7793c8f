"""A state's signatures and times of being bound as lines over the years, one an instrument."""

from collections.abc import Iterator, Sequence
from datetime import date

from toc_treaties.document import Bar, Mark, Meanings, Span, Timeline, Track
from toc_treaties.law.evidence import is_marked
from toc_treaties.law.spans import BoundTime, bound_times
from toc_treaties.model.action import Action, Effect
from toc_treaties.model.when import When, span
from toc_treaties.pages.standings import role_of
from toc_treaties.questions.case import Case
from toc_treaties.words.language import Words
from toc_treaties.words.phrases import STANDING

DECADE = 10


def timeline(cases: Sequence[Case], as_of: date, words: Words) -> Timeline:
    """What a state has signed and been bound by, up to the day asked about."""
    tracks = tuple(_track(case, as_of, words) for case in cases)
    days = [mark.earliest for track in tracks for mark in track.marks]
    days += [bar.earliest for track in tracks for bar in track.bars]
    first = min(days, default=as_of).year // DECADE * DECADE
    return Timeline(
        "timeline",
        words.say("Signature and consent to be bound over time"),
        date(first, 1, 1),
        as_of,
        tuple((date(year, 1, 1), str(year)) for year in range(first, as_of.year + 1, DECADE)),
        tracks,
        Meanings(words.say("signed"), words.say("consented to be bound"), words.say("when, or whether, is not known")),
    )


def _track(case: Case, as_of: date, words: Words) -> Track:
    """One instrument: when it was signed, when the state was bound, and how it stands."""
    standing, times = case.standing, bound_times(case.standing, as_of)
    signed = [action for action in standing.actions if action.effect is Effect.SIGNS]
    leaving = words.say("leaving") if standing.leaving is not None else ""
    remark = ", ".join(filter(None, (words.term(STANDING, standing.name), leaving)))
    said = [*(_signed(action, words) for action in signed), *(_bound(time, words) for time in times)]
    return Track(
        case.instrument.id,
        words.name(case.instrument.short),
        tuple(Mark(action.when.earliest, min(action.when.latest, as_of)) for action in signed),
        tuple(Bar(time.earliest, time.begin, time.end, time.latest) for time in times),
        Span(remark, role_of(standing)),
        words.joined((*said, remark)),
        standing.evidence.marked,
    )


def _signed(action: Action, words: Words) -> str:
    day = words.within(action.when)
    if is_marked(action):
        return words.say("signed {day}, unconfirmed", day=day)
    return words.say("signed {day}", day=day)


def _bound(time: BoundTime, words: Words) -> str:
    """A time of being bound in words, with what is not known of its days."""
    day = words.within(time.consent.when)
    text = words.say("consented {day}", day=day) if time.begin else words.say("consented {day}, or not yet", day=day)
    return ", ".join(filter(None, (text, *_limits(time, words))))


def _limits(time: BoundTime, words: Words) -> Iterator[str]:
    if is_marked(time.consent):
        yield words.say("unconfirmed")
    if time.end is not None:
        ended: When | None = span(time.end, time.latest) if time.latest else None
        yield words.known("bound until {day}", day=ended) or words.say("whether still bound is not known")
