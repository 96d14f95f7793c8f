"""The path to one standing in plain words: each action, the rule applied with its article, and what is not known."""

from toc_treaties.document import Block, Document, Note, Paragraph, Role
from toc_treaties.law.outcome import StandingKind
from toc_treaties.pages import FORMAT_VERSION
from toc_treaties.pages.data import Data, standing_data, statement_data
from toc_treaties.pages.history import event_text, rule_text
from toc_treaties.pages.profile import item_blocks, source_blocks
from toc_treaties.pages.standings import as_of_aside, membership_note, seen_text, verdict_text
from toc_treaties.questions.case import Case
from toc_treaties.questions.explain import Explanation
from toc_treaties.words.dates import when
from toc_treaties.words.phrases import ACTION, DAY_MARK, MARK, capital


def document(answer: Explanation) -> Document:
    """The page of one state and one instrument."""
    item = answer.item
    name, instrument = item.state.name["en"], item.instrument
    blocks: list[Block] = [Paragraph(instrument.title["en"], Role.QUIET), Paragraph(_verdict(item), Role.STRONG)]
    route = _route(item)
    if route:
        blocks.append(Paragraph(route))
    blocks += item_blocks(item, answer)
    blocks += [Note("Not known", text) for text in _not_known(item)]
    seen = seen_text(item.standing, answer.as_of)
    if seen:
        blocks.append(Note("Evidence", seen.removeprefix("evidence ") + "."))
    note = membership_note(item.state, answer.as_of)
    if note:
        blocks.append(Note(name, note + "."))
    blocks += source_blocks(answer.sources)
    return Document(f"{name} and {instrument.short['en']}", as_of_aside(answer.as_of), tuple(blocks))


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
        texts.append(f"{MARK} {now.deciding.unconfirmed or 'no source seen that shows it'}.")
    if now.day_marked and now.deciding is not None:
        texts.append(f"{DAY_MARK} {now.deciding.day_unconfirmed}.")
    return texts


def as_data(answer: Explanation) -> Data:
    """The standing, and each event with what decides its day."""
    item = answer.item
    sources = {source.id: source for source in answer.sources}
    return {
        "format_version": FORMAT_VERSION,
        "as_of": answer.as_of.isoformat(),
        "state": item.state.iso3,
        "instrument": item.instrument.id,
        **standing_data(item.standing, sources),
        "events": [
            {
                "event": event.kind.name.lower(),
                "kind": str(event.action.kind),
                "earliest": event.when.earliest.isoformat(),
                "latest": event.when.latest.isoformat(),
                "text": event_text(event, item),
                "rule": rule_text(event, item) or None,
            }
            for event in item.events
        ],
        "statements": [statement_data(one, sources) for one in item.statements],
    }


def as_rows(answer: Explanation) -> list[Data]:
    """A line for each event."""
    whole = as_data(answer)
    same = {key: whole[key] for key in ("as_of", "state", "instrument")}
    return [{**same, **event} for event in whole["events"]]
