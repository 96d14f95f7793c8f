"""The path to one standing in plain words: each action, the rule applied with its article, and what is not known."""

from toc_treaties.document import Block, Document, Role, facts, paragraph
from toc_treaties.law.outcome import StandingKind
from toc_treaties.pages.membership import membership_note
from toc_treaties.pages.profile import item_blocks, source_blocks
from toc_treaties.pages.standings import as_of_aside, seen_text, verdict_text
from toc_treaties.questions.case import Case
from toc_treaties.questions.explain import Explanation
from toc_treaties.words.dates import when
from toc_treaties.words.language import Words
from toc_treaties.words.phrases import ACTION, DAY_MARK, MARK, capital


def page(answer: Explanation, words: Words) -> Document:
    """The page of one state and one instrument."""
    item = answer.item
    name, instrument = item.state.name["en"], item.instrument
    blocks: list[Block] = [paragraph(instrument.title["en"], Role.QUIET), paragraph(_verdict(item), Role.STRONG)]
    route = _route(item)
    if route:
        blocks.append(paragraph(route))
    blocks += item_blocks(item, answer)
    blocks += [facts(("Not known", text)) for text in _not_known(item)]
    seen = seen_text(item.standing, answer.as_of)
    if seen:
        blocks.append(facts(("Evidence", seen.removeprefix("evidence ") + ".")))
    note = membership_note(item.state, answer.as_of)
    if note:
        blocks.append(facts((name, note + ".")))
    blocks += source_blocks(answer.sources)
    return Document(
        "explain",
        f"{name} and {instrument.short['en']}",
        as_of_aside(answer.as_of),
        tuple(blocks),
        words.language,
        answer.as_of,
    )


def _verdict(item: Case) -> str:
    return capital(verdict_text(item.standing)) + "."


def _route(item: Case) -> str:
    """By which text the state became bound, where not by this one directly."""
    deciding = item.standing.deciding
    if deciding is None or deciding.via is None or deciding.via not in item.instrument.paths:
        return ""
    path = item.instrument.paths[deciding.via]
    steps = "; ".join(
        f"{ACTION[step.kind]} of the {item.instrument.paths[step.of].name['en']} {when(step.when)}"
        for step in deciding.route
        if step.of in item.instrument.paths
    )
    how = f"{ACTION[deciding.kind]} {when(deciding.when)}"
    text = f"Bound by the {item.instrument.short['en']} as amended through the {path.name['en']}: {how}"
    return f"{text}. Steps on the way: {steps}." if steps else f"{text}."


def _not_known(item: Case) -> list[str]:
    """What the record leaves open."""
    now = item.standing
    texts = []
    if now.against is not None:
        texts.append(f"whether it has consented since: {now.against.why}.")
    elif now.between is not None:
        texts.append("the day of the act, and so the standing on this date.")
    elif now.name is StandingKind.PARTY and now.in_force is not None and now.in_force.day is None:
        texts.append(
            "the exact day of the consent; the entry into force is computed for its first and last possible day."
        )
    if now.evidence.marked and now.deciding is not None:
        texts.append(f"{MARK} {now.deciding.unconfirmed or 'not found in any source'}.")
    if now.day_marked and now.deciding is not None:
        texts.append(f"{DAY_MARK} {now.deciding.day_unconfirmed}.")
    return texts
