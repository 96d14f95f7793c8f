"""What is said of a state beside totals: that it is not counted, or counted though it takes no part in the OAS."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from toc_treaties.document import Footnote, Line, Span, line_of
from toc_treaties.law.membership import Limit, remark
from toc_treaties.law.periods import Holds
from toc_treaties.model.state import Participation, State
from toc_treaties.model.vocabulary import Members
from toc_treaties.pages.standings import mark_of
from toc_treaties.words.language import Words
from toc_treaties.words.membership import COUNTED, OUTSIDE, PERHAPS_NO_PART
from toc_treaties.words.phrases import MARK

SIGNS = "¹²³⁴⁵⁶⁷⁸⁹"


class Footnotes(NamedTuple):
    """The footnotes of a page on the membership of its states, by the names of their files."""

    notes: dict[str, Footnote]
    words: Words

    def sign(self, state: State) -> str:
        """The sign that stands behind a state; empty where it has no footnote."""
        return self.notes[state.slug].sign if state.slug in self.notes else ""

    def name(self, state: State) -> str:
        """A state's name with its sign."""
        return self.words.name(state.name) + self.sign(state)


def footnotes(states: Iterable[State], as_of: date, words: Words, members: Members | None = None) -> Footnotes:
    """The footnotes of the states that need one, each state once."""
    once = {state.slug: state for state in states}
    noted = [
        (slug, state, line) for slug, state in once.items() if (line := membership_line(state, as_of, words, members))
    ]
    signs = [*SIGNS, *(f"({number})" for number in range(len(SIGNS) + 1, len(noted) + 1))]
    told = (
        (slug, Footnote(sign, (Span(words.say("{label}: ", label=state.name)), *line)))
        for sign, (slug, state, line) in zip(signs, noted, strict=False)
    )
    return Footnotes(dict(told), words)


def membership_line(state: State, as_of: date, words: Words, members: Members | None = None) -> Line:
    """Why a state does not count, or counts with a remark; empty where there is nothing to say."""
    said = remark(state, as_of)
    if said is None:
        return ()
    if said.member is Holds.CERTAIN:
        counted = words.term(COUNTED, "page" if members is None else members)
        return tuple(span for limit in said.limits for span in _limit(limit, counted, words))
    if said.independence is not None:
        return line_of(words.say(OUTSIDE["independence"], day=said.independence))
    code = "possible" if said.member is Holds.POSSIBLE else "left" if said.left else "never"
    return line_of(words.say(OUTSIDE[code], day=said.left))


def _limit(limit: Limit, counted: str, words: Words) -> Iterator[Span]:
    """That a member takes no part, or of which that is contested; that it is not known, where the day is open."""
    recorded = limit.participation
    mark = f"{MARK} ({recorded.unconfirmed})" if recorded.unconfirmed else mark_of(recorded)
    if recorded.status == "none":
        text = _no_part(recorded, words) if limit.certain else _perhaps_no_part(recorded, words)
        yield Span(text + mark, cites=recorded.sources)
        yield Span(words.say("; {counted}", counted=counted))
        return
    mark = "" if recorded.readings and not recorded.unconfirmed else mark
    said = words.say(
        "participation in the OAS is contested{mark}; {counted}; the readings:", mark=mark, counted=counted
    )
    yield Span(said)
    for number, reading in enumerate(recorded.readings, 1):
        yield Span(f" ({number}) {reading.says}", cites=reading.sources)


def _no_part(recorded: Participation, words: Words) -> str:
    none = words.say("a member that has taken no part in the OAS")
    return words.known("a member that has taken no part in the OAS since {day}", day=recorded.since) or none


def _perhaps_no_part(recorded: Participation, words: Words) -> str:
    """That it is not known whether it took part, since the day from which or until which it took none is open."""
    code = "both" if recorded.since and recorded.until else "until" if recorded.until else "since"
    return words.say(PERHAPS_NO_PART[code], since=recorded.since, until=recorded.until)
