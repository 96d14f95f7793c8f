"""The treaties beside the instruments of the Strategy as a page: each with what it serves and who is party."""

from collections.abc import Iterator

from toc_treaties.document import Block, Document, Heading, Role, Span, facts, line_of, paragraph
from toc_treaties.law.agreements import ARRANGEMENT
from toc_treaties.model.names import plain
from toc_treaties.pages.foot import page_of
from toc_treaties.pages.scope import names_text
from toc_treaties.pages.standings import mark_of
from toc_treaties.pages.statements import runs
from toc_treaties.questions.agreements import AgreementEntry, Agreements
from toc_treaties.words.bases import OF_KIND
from toc_treaties.words.language import Words
from toc_treaties.words.phrases import PURPOSE


def page(answer: Agreements, words: Words) -> Document:
    """The treaties by their kind, each kind in the order of the alphabet."""
    body: list[Block] = [
        paragraph(
            words.say(
                "Treaties outside the two lists of the Strategy that serve cooperation between states of this "
                "register, as far as they were seen. The list is incomplete: what is not here was not seen, which does "
                "not mean that there is none."
            )
        )
    ]
    for kind in OF_KIND:
        entries = [entry for entry in answer.entries if entry.agreement.kind == kind]
        if entries:
            body.append(Heading(words.term(OF_KIND, kind), 1, key=kind))
        for entry in sorted(entries, key=lambda entry: plain(entry.agreement.called)):
            body += _entry(entry, words)
    title = words.say("Other treaties: bilateral and regional")
    return page_of("agreements", title, answer.as_of, body, answer.cited, words)


def _entry(entry: AgreementEntry, words: Words) -> Iterator[Block]:
    """A treaty under its name: what it serves, its days, who is party."""
    agreement = entry.agreement
    yield Heading(agreement.called + mark_of(agreement), 2, key=agreement.id)
    serves = words.listed(words.term(PURPOSE, purpose) for purpose in agreement.purposes)
    articles = words.known("art. {article}", article=", ".join(runs(agreement.articles)))
    yield facts(
        (words.say("Title"), agreement.title if agreement.short else ""),
        (words.say("Serves"), words.joined((serves, articles))),
        (words.say("Signed"), words.when(agreement.signed)),
        (words.say("Approved"), words.when(agreement.approved) if agreement.in_force is None else ""),
        (words.say("In force"), words.joined(_in_force(entry, words))),
        (words.say("Parties"), tuple(_parties(entry, words))),
        (words.say("Requests to"), names_text(entry.requests_to, words)),
        (words.say("Not seen to be bound"), names_text(entry.signatories, words)),
        (words.say("Replaced"), words.joined(_replaced(entry, words))),
        (words.say("Unconfirmed"), agreement.unconfirmed or ""),
        (words.say("Note"), agreement.note or ""),
        (words.say("Sources"), line_of("", cites=agreement.sources)),
    )


def _in_force(entry: AgreementEntry, words: Words) -> Iterator[str]:
    """Since when and until when, as far as it was seen."""
    agreement = entry.agreement
    if agreement.in_force is not None:
        yield words.when(agreement.in_force)
    elif agreement.seen is not None:
        yield words.say("seen in force {day}", day=agreement.seen)
    elif agreement.kind != ARRANGEMENT:
        yield words.say("day not seen")
    yield words.known("until {day}", day=agreement.until)


def _parties(entry: AgreementEntry, words: Words) -> Iterator[Span]:
    """Who is bound, each by a name that leads to its page; since when, where that is a day of its own."""
    for index, (state, party) in enumerate(entry.parties):
        if index:
            yield Span(", ")
        yield Span(words.name(state.name))
        since = words.known("since {day}", day=party.since)
        if since or party.sources:
            yield Span(f" ({since})" if since else "", Role.QUIET, cites=party.sources)


def _replaced(entry: AgreementEntry, words: Words) -> Iterator[str]:
    """Between which two another treaty took its place, and since when."""
    for states, replaced, by in entry.replaced:
        named = by.called if by else replaced.by
        between = words.listed(words.name(state.name) for state in states)
        text = words.say("between {states}: {treaty}", states=between, treaty=named)
        yield words.known("{text}, since {day}", text=text, day=replaced.since) or text
