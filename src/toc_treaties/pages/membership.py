"""What is said of a state beside totals: that it is not counted, or counted though it takes no part in the OAS."""

from collections.abc import Iterable, Iterator
from datetime import date

from toc_treaties.document import Footnote, Line, Span, line_of
from toc_treaties.law.membership import Limit, Members, remark
from toc_treaties.law.periods import Holds
from toc_treaties.model.state import Participation, State
from toc_treaties.pages.standings import mark_of
from toc_treaties.words.language import Words
from toc_treaties.words.phrases import MARK

SIGNS = "¹²³⁴⁵⁶⁷⁸⁹"


def footnotes(
    states: Iterable[State], as_of: date, words: Words, members: Members | None = None
) -> dict[str, Footnote]:
    """The footnote of each state that needs one, by slug."""
    noted = [(state, line) for state in states if (line := membership_line(state, as_of, words, members))]
    signs = [*SIGNS, *(f"({number})" for number in range(len(SIGNS) + 1, len(noted) + 1))]
    return {
        state.slug: Footnote(sign, (Span(words.say("{label}: ", label=words.name(state.name))), *line))
        for sign, (state, line) in zip(signs, noted, strict=False)
    }


def membership_line(state: State, as_of: date, words: Words, members: Members | None = None) -> Line:
    """Why a state does not count, or counts with a remark; empty where there is nothing to say."""
    said = remark(state, as_of)
    if said is None:
        return ()
    if said.member is Holds.CERTAIN:
        counted = _whether_counted(members, words)
        return tuple(span for limit in said.limits for span in _limit(limit, counted, words))
    if said.independence is not None:
        text = words.say("independent from {day}; not yet a member of the OAS", day=words.day(said.independence))
    elif said.member is Holds.POSSIBLE:
        text = words.say(
            "whether it was a member of the OAS on that day is not known; shown for information, outside the totals"
        )
    elif said.left:
        text = words.say(
            "not a member of the OAS since {day}; shown for information, outside the totals", day=words.when(said.left)
        )
    else:
        text = words.say("not a member of the OAS; shown for information, outside the totals")
    return line_of(text)


def _whether_counted(members: Members | None, words: Words) -> str:
    """Whether such a member is in the totals: on a page that can leave it out, by which option."""
    if members is None:
        return words.say("counted as a member in totals")
    if members is Members.ALL:
        return words.say("counted here as a member (--members participating leaves it out)")
    return words.say("not counted here (--members participating)")


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
    if recorded.since is None:
        return words.say("a member that has taken no part in the OAS")
    return words.say("a member that has taken no part in the OAS since {day}", day=words.when(recorded.since))


def _perhaps_no_part(recorded: Participation, words: Words) -> str:
    since, until = (words.when(day) if day else "" for day in (recorded.since, recorded.until))
    if since and until:
        return words.say(
            "whether it took part in the OAS on that day is not known: it took none from {since} until {until}",
            since=since,
            until=until,
        )
    if until:
        return words.say(
            "whether it took part in the OAS on that day is not known: it took none until {day}", day=until
        )
    return words.say("whether it took part in the OAS on that day is not known: it took none from {day} on", day=since)
