"""What the register does not know, as a page: in counts of the day, and in words of what it does not hold at all."""

from collections.abc import Iterator

from toc_treaties.document import Block, Column, ColumnKind, Document, Heading, Paragraph, Span, cell, facts, paragraph
from toc_treaties.pages.foot import as_of_text
from toc_treaties.pages.measure_lines import topic_text
from toc_treaties.pages.scope import scoped
from toc_treaties.pages.tables import column, labelled, number_cell, table
from toc_treaties.questions.limits import Limits
from toc_treaties.words.bases import OTHERS
from toc_treaties.words.language import Words
from toc_treaties.words.limits import COUNTED, COUNTED_MEANS, OUTSIDE_OF_IT
from toc_treaties.words.phrases import NOT_THE_RECORD, OTHERS_NOT_SHOWN


def page(answer: Limits, words: Words) -> Document:
    """What is not known of the treaties, of the texts, of the laws and of the commitments; what is not held."""
    body = [
        paragraph(
            words.say(
                "What follows is counted from what the register holds on this day. No number says anything of a state."
            )
        ),
        *_treaties(answer, words),
        *_texts(answer, words),
        *_at_home(answer, words),
        *_commitments(answer, words),
        *_outside(words),
    ]
    return scoped("limits", words.say("What the register does not know"), answer, body, answer.cited, words)


def _number(key: str, heading: str) -> Column:
    return Column(key, heading, ColumnKind.COUNT)


def _treaties(answer: Limits, words: Words) -> Iterator[Block]:
    """The cells of each instrument of which something is not known, and what the columns are."""
    yield Heading(words.say("How states stand under the instruments"), key="treaties")
    used = [key for key in COUNTED if any(getattr(each, key) for each in answer.instruments)]
    columns = (column("instrument", words, whole=True), *(_number(key, words.term(COUNTED, key)) for key in used))
    rows = (
        (cell(words.name(each.instrument.short)), *(number_cell(getattr(each, key)) for key in used))
        for each in answer.instruments
    )
    caption = words.say(
        "Of each instrument, in cells: one state under one instrument, {n} in all", n=words.number(answer.cells)
    )
    yield from table("instruments", columns, rows, words, caption=caption)
    yield facts(*((words.term(COUNTED, key), words.term(COUNTED_MEANS, key)) for key in used))
    if answer.newest is not None:
        newest = words.say(
            "The newest source of the treaties is of {day}: what was published later was not seen.",
            day=as_of_text(answer.newest, words),
        )
        yield Paragraph((Span(newest, cites=(answer.newest.id,)),))


def _texts(answer: Limits, words: Words) -> Iterator[Block]:
    """Which texts were not seen."""
    yield Heading(words.say("Texts that were not seen"), key="texts")
    yield facts(
        (
            words.say("Statements"),
            words.count(
                "{n} statement of a state is known to have been made; its text was not seen.",
                "{n} statements of states are known to have been made; their texts were not seen.",
                answer.statements,
            ),
        ),
        (
            words.say("Other treaties"),
            words.say(
                "of {all} in this register, the articles of {n} were not read",
                all=words.number(answer.agreements),
                n=words.number(answer.unread),
            ),
        ),
    )


def _at_home(answer: Limits, words: Words) -> Iterator[Block]:
    """Of how many states a law on each topic is not known."""
    yield Heading(words.say("Laws and plans"), key="home")
    shown = [each for each in answer.topics if each.not_found or each.nobody_looked]
    heads = {"not_found": words.say("Looked for, not found"), "nobody_looked": words.say("Nobody looked")}
    used = [key for key in heads if any(getattr(each, key) for each in shown)]
    topic = column("topic", words)._replace(heading=words.say("Topic"))
    columns = (topic, *(_number(key, heads[key]) for key in used))
    rows = ((cell(topic_text(each.topic, words)), *(number_cell(getattr(each, key)) for key in used)) for each in shown)
    caption = words.say("Laws on each topic, in states")
    yield from table("topics", columns, rows, words, caption=caption)
    named = words.count(
        "{n} measure is known by name alone: how it stands was not seen.",
        "{n} measures are known by name alone: how they stand was not seen.",
        answer.named,
    )
    not_shown = words.count(
        "{n} measure is recorded that no source seen shows.",
        "{n} measures are recorded that no source seen shows.",
        answer.not_shown,
    )
    yield facts(
        (words.say("By name alone"), named if answer.named else ""),
        (words.say("Unconfirmed"), not_shown if answer.not_shown else ""),
    )
    yield paragraph(
        words.say(
            "Whether a law is applied, and how, is not recorded. A law whose repeal was not seen is shown as it was "
            "last seen."
        )
    )


def _commitments(answer: Limits, words: Words) -> Iterator[Block]:
    """Of how many commitments nothing is recorded."""
    if not answer.commitments:
        return
    yield Heading(words.say("Commitments"), key="commitments")
    yield paragraph(
        words.say(
            "On {n} of {all} paragraphs nothing is recorded: no assessment of a state or a body, and no instrument "
            "whose standings would answer.",
            all=answer.commitments,
            n=answer.unrecorded,
        )
    )


def _outside(words: Words) -> Iterator[Block]:
    """What is not in the register at all."""
    yield Heading(words.say("What it does not hold"), key="outside")
    yield labelled(OUTSIDE_OF_IT, words)
    yield paragraph(words.say(OTHERS))
    yield paragraph(words.say(OTHERS_NOT_SHOWN))
    yield paragraph(words.say(NOT_THE_RECORD))
