"""The path to one standing: each act, the rule applied with its article, the next step, and what is not known."""

from collections.abc import Iterator

from toc_treaties.document import Block, Document, Line, Role, facts, line_of, paragraph
from toc_treaties.law.gap import Doubt, doubt_of
from toc_treaties.law.outcome import GAPS, StandingKind
from toc_treaties.pages.case import acts_table
from toc_treaties.pages.foot import cited_in, page_of
from toc_treaties.pages.membership import membership_line
from toc_treaties.pages.next_step import before_text, step_text, where_text, why_text
from toc_treaties.pages.standings import verdict_text
from toc_treaties.questions.case import Case
from toc_treaties.questions.explain import Explanation
from toc_treaties.words.language import Words


def page(answer: Explanation, words: Words) -> Document:
    """The page of one state and one instrument."""
    item = answer.item
    state, treaty = words.name(item.state.name), words.treaty(item.instrument)
    blocks: list[Block] = [
        paragraph(words.name(item.instrument.title), Role.QUIET),
        facts((words.say("Standing"), line_of(verdict_text(item.standing, words), Role.STRONG))),
        *acts_table(item, words),
        facts(*_facts(item, words)),
    ]
    title = words.say("{state} and {treaty}", state=state, treaty=treaty)
    return page_of("explain", title, answer.as_of, blocks, cited_in(blocks, answer.sources), words)


def _facts(item: Case, words: Words) -> Iterator[tuple[str, str | Line]]:
    if item.standing.name in GAPS:
        step, depositary = item.next_step, item.depositary
        where = words.say("depositary: {name}", name=depositary.short) if depositary else ""
        named = step_text(step, words) or words.say("none can be named")
        yield words.say("Next step"), words.joined((named, before_text(step, depositary, None, words), where))
    doubt = doubt_of(item.standing)
    if doubt is not None and doubt is not Doubt.ELIGIBILITY:
        why = "" if doubt is Doubt.CONTRADICTED else why_text(item.standing, doubt, words)
        yield words.say("To verify"), words.joined((why, where_text(item.instrument, item.depositary, words)))
    yield words.say("Not known"), words.joined(_not_known(item, words))
    yield words.say("OAS"), membership_line(item.state, item.as_of, words)


def _not_known(item: Case, words: Words) -> Iterator[str]:
    """What the record leaves open."""
    standing = item.standing
    if standing.against is not None:
        yield words.say("whether it has consented since")
    elif standing.between is not None:
        yield words.say("the day of the act, and so the standing on this date")
    elif standing.name is StandingKind.NO_INFORMATION:
        yield words.say("what the state has done, and so the next step")
    elif standing.name is StandingKind.PARTY and standing.in_force is not None and standing.in_force.day is None:
        yield words.say("the day of the consent; the entry into force is computed for its first and last possible day")
    if standing.evidence.marked and standing.deciding is not None:
        yield words.say("the act on which the standing rests: no source seen shows it")
    if standing.day_marked:
        yield words.say("the day of the act: a source shows the act, none its day")
