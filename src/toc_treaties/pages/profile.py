"""A state's full profile as a page: every act in order, each computed day with its rule, and the sources."""

from collections.abc import Iterator

from toc_treaties.document import Block, Caution, Document, Heading, Line, Role, facts, line_of
from toc_treaties.model.state import Designation, Period
from toc_treaties.pages.case import acts_table, together
from toc_treaties.pages.foot import cited_in, page_of
from toc_treaties.pages.measures import by_topic
from toc_treaties.pages.membership import membership_line
from toc_treaties.pages.standings import mark_of, verdict_text
from toc_treaties.pages.timeline import timeline
from toc_treaties.questions.profile import Profile
from toc_treaties.words.language import Words
from toc_treaties.words.measures import NO_ASSESSMENT
from toc_treaties.words.phrases import GROUPING, SUBREGION
from toc_treaties.words.records import PERIOD, PERIOD_ENDED, ROLE_LABEL


def page(answer: Profile, words: Words) -> Document:
    """The profile of one state."""
    state = answer.state
    blocks: list[Block] = [Heading(words.name(state.name), 1, key=state.iso3), facts(*_identity(answer, words))]
    blocks.append(timeline(answer.items, answer.as_of, words))
    for item in answer.items:
        caption = words.say(
            "{paragraph}  {instrument}  {standing}",
            paragraph=item.instrument.paragraph,
            instrument=item.instrument.short,
            standing=verdict_text(item.standing, words),
        )
        blocks += acts_table(item, words, caption)
    held = answer.at_home
    if held is not None:
        blocks += [Heading(words.say("At home, by topic"), key="measures"), *by_topic(held, words)]
        blocks.append(Caution(line_of(words.say(NO_ASSESSMENT))))
    sources = cited_in(blocks, [*answer.sources, *(held.sources.values() if held else ())])
    return page_of("profile", words.say("Profile of a state"), answer.as_of, blocks, sources, words)


def _identity(answer: Profile, words: Words) -> Iterator[tuple[str, str | Line]]:
    """Names, codes and memberships of a state, and who fills its roles under the Strategy."""
    state = answer.state
    name = words.name(state.official_name or state.name)
    codes = words.say("ISO {iso3}, {iso2}", iso3=state.iso3, iso2=state.iso2)
    yield words.say("Name"), words.joined((name, codes, words.term(SUBREGION, state.subregion)))
    yield words.say("Listed as"), words.known("{name}, by the depositary", name=state.style)
    yield words.say("Independent"), words.known("from {day}", day=state.independence)
    for organization, periods in answer.memberships:
        label = words.term(GROUPING, organization)
        yield label, together((_period(period, words) for period in periods), words)
    yield words.say("Remark"), membership_line(state, answer.as_of, words)
    for role in answer.roles:
        held = together((_held(designation, words) for designation in (*role.designated, *role.lapsed)), words)
        yield words.term(ROLE_LABEL, role.role), held or line_of(words.say("none on record here"), Role.QUIET)


def _period(period: Period, words: Words) -> Line:
    """A time of membership: since 1950; associate 1996 until 7 Aug 2024."""
    since = words.when(period.since) or words.say("a day not seen")
    message = (PERIOD_ENDED if period.until else PERIOD)[period.status]
    return line_of(words.say(message, since=since, until=period.until) + mark_of(period), cites=period.sources)


def _held(designation: Designation, words: Words) -> Line:
    """Who fills a role, and from when to when, as far as it was seen."""
    since = words.known("since {day}", day=designation.since)
    notified = words.known("notified {day}", day=designation.notified)
    until = words.known("until {day}", day=designation.until)
    text = words.joined((designation.institution + mark_of(designation), since, notified, until))
    return line_of(text, cites=designation.sources)
