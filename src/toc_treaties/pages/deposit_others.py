"""What stands on the other side of a deposit: what the other states have said, and whom they have named."""

from collections.abc import Iterator

from toc_treaties.document import Block, Cell, Heading, Layout, Remark, Span, cell, line_of, paragraph
from toc_treaties.model.action import Statement
from toc_treaties.model.state import Designation, State
from toc_treaties.pages.deposit_pairs import names_but
from toc_treaties.pages.history import marked_article
from toc_treaties.pages.standings import mark_of
from toc_treaties.pages.statements import articles_text, kind_text, statement_text
from toc_treaties.pages.tables import Row, gathered, sectioned, table
from toc_treaties.questions.between import MadeStatement
from toc_treaties.questions.deposit import Deposit, OtherSide
from toc_treaties.words.language import Words
from toc_treaties.words.phrases import ROLE, STATEMENT

MANY = 12
"""More statements than these are told by state, so that the sheet stays a sheet."""


def others(answer: Deposit, words: Words) -> Iterator[Block]:
    """What the other states have said of the instrument, and the authorities of the partners."""
    yield from _said(answer, words)
    yield from _authorities(answer, words)


def institution(designation: Designation) -> str:
    """An institution, marked where no source shows it."""
    return designation.institution + mark_of(designation)


def _said(answer: Deposit, words: Words) -> Iterator[Block]:
    """What the other states have said of the instrument: each statement once; where they are many, a line a state."""
    if answer.effects is None:
        return
    yield Heading(words.say("What the other states reserved or declared"), key="said")
    each = gathered((_statement(said.statement, words), said) for said in answer.effects.said)
    brief = len(each) > MANY
    if brief:
        of = gathered((said.state.slug, said) for said in answer.effects.said)
        told = gathered((_told(said, words), said) for said in of.values())
        rows = [_stated(text, [each for said in same for each in said], words) for text, same in told.items()]
    else:
        rows = [_stated(text, said, words) for text, said in each.items()]
    none = paragraph(words.say("Nothing recorded here."))
    yield from table("said", ("states", "what"), rows, words, layout=Layout.LIST) or [none]
    if brief:
        yield Remark(
            line_of(
                words.say(
                    "Their texts, as far as they were seen: toc-treaties instrument {id}.", id=answer.instrument.id
                )
            )
        )


def _statement(statement: Statement, words: Words) -> str:
    """A statement in one line; of one whose text was not seen, its kind and articles alone."""
    return statement_text(statement, words) if statement.text is not None else kind_text(statement, words)


def _stated(text: str, said: list[MadeStatement], words: Words) -> Row:
    """A statement with all that made it."""
    names = dict.fromkeys(words.name(each.state.name) for each in said)
    cites = dict.fromkeys(id for each in said for id in each.statement.sources[:1])
    return cell(", ".join(names)), cell(text, cites=tuple(cites))


def _told(said: list[MadeStatement], words: Words) -> str:
    """What one state has said: the kinds, each with all the articles that it names."""
    kinds = gathered((each.statement.kind, each.statement.articles) for each in said)
    return words.joined(_kind(kind, articles, words) for kind, articles in kinds.items())


def _kind(kind: str, articles: list[tuple[str, ...]], words: Words) -> str:
    named = tuple(dict.fromkeys(article for each in articles for article in each))
    text = words.term(STATEMENT, kind)
    return words.known("{kind}: {articles}", kind=text, articles=articles_text(named, "", words)) or text


def _authorities(answer: Deposit, words: Words) -> Iterator[Block]:
    """The authorities of the partners, under the articles that ask for one or named by the states themselves."""
    if answer.effects is None or not answer.effects.partners.parties:
        return
    yield Heading(words.say("Authorities on the other side"), key="authorities")
    partners = answer.effects.partners.parties
    named = [side for side in answer.other_side if side.named or side.told]
    sections = ((_side_title(side, words), [*_side_rows(side, partners, words)]) for side in named)
    yield from sectioned("authorities", ("state", "on_record"), sections, words, layout=Layout.LIST)
    asks = tuple(marked_article(side.due) for side in answer.other_side if side.due is not None and side not in named)
    if asks:
        text = words.say("Nothing on record here of any partner: {articles}.", articles=articles_text(asks, "", words))
        yield paragraph(text)
    elif not named:
        yield paragraph(words.say("No article is recorded that asks for one."))


def _side_title(side: OtherSide, words: Words) -> str:
    if side.due is None:
        role = words.term(ROLE, side.role)
        return words.say("Named by the state itself, under no article: {role}", role=role)
    article = marked_article(side.due)
    return words.say("Art. {article}: {what}", article=article, what=side.due.what)


def _side_rows(side: OtherSide, partners: tuple[State, ...], words: Words) -> Iterator[Row]:
    for state, made in side.named:
        spans = (Span(institution(each), cites=each.sources) for each in made)
        line = tuple(part for span in spans for part in (Span(words.between_clauses), span))[1:]
        yield cell(words.name(state.name)), Cell(line)
    if side.told:
        yield cell(words.say("A statement alone")), cell(names_but(side.told, partners, words))
    if side.nothing and side.due is not None:
        yield cell(words.say("None on record here")), cell(names_but(side.nothing, partners, words))
