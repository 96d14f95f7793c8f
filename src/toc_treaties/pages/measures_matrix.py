"""States by topics as a page: what is on record in each cell as a sign, with totals per topic and none per state."""

from collections.abc import Iterator

from toc_treaties.document import (
    Block,
    Caution,
    Cell,
    Column,
    ColumnKind,
    Document,
    Layout,
    Legend,
    Section,
    Span,
    Table,
    cell,
    facts,
    line_of,
)
from toc_treaties.law.measures import Sign, TopicSign
from toc_treaties.model.measure import TAKES_PLACE, MeasureKind
from toc_treaties.pages.measure_lines import topic_text
from toc_treaties.pages.scope import scoped
from toc_treaties.questions.measures import MeasuresMatrix
from toc_treaties.words.language import Words
from toc_treaties.words.measures import HELD_MEANS, KIND_TITLE, NO_ASSESSMENT, SIGN, SIGN_MEANS, SIGN_TOTAL


def page(answer: MeasuresMatrix, words: Words) -> Document:
    """The matrix with its legend and what its headings stand for; states stand in alphabetical order."""
    heads = (f"{topic.column or topic.id} {topic_text(topic, words)}" for topic in answer.topics)
    body: list[Block] = [
        _table(answer, words),
        Legend(tuple(_legend(answer, words))),
        facts((words.say("Columns"), words.joined(heads)))._replace(of_short_headings=True),
        Caution(line_of(words.say(NO_ASSESSMENT))),
    ]
    title = words.say("{kind} on record", kind=words.term(KIND_TITLE, answer.kind))
    return scoped("measures", title, answer, body, answer.sources, words)


def _table(answer: MeasuresMatrix, words: Words) -> Table:
    columns = (
        Column("state", words.say("State"), whole=True),
        *(
            Column(topic.id, topic.column or topic.id, ColumnKind.SYMBOL, whole=True, full=topic_text(topic, words))
            for topic in answer.topics
        ),
    )
    rows = tuple(
        (cell(words.name(state.name)), *(_cell(sign, answer.kind, words) for sign in signs))
        for state, signs in answer.rows
    )
    totals = tuple(
        (cell(_total(sign, answer.kind, words)), *(cell(str(n or ""), value=n) for n in counts))
        for sign, counts in answer.totals.items()
        if any(counts)
    )
    return Table("measures", columns, (Section("", rows),), totals, Layout.MATRIX)


def _total(sign: Sign, kind: MeasureKind, words: Words) -> str:
    return words.term(SIGN_TOTAL, "held" if sign is Sign.ADOPTED and kind in TAKES_PLACE else sign)


def _key(sign: TopicSign) -> tuple[str, bool]:
    return sign.sign.value, sign.official


def sign_means(sign: TopicSign, kind: MeasureKind, words: Words) -> str:
    """What the sign of a topic means of a kind of measure."""
    return _means(_key(sign), kind, words)


def _means(key: tuple[str, bool], kind: MeasureKind, words: Words) -> str:
    """What a sign means of a kind of measure."""
    means = {**SIGN_MEANS, **(HELD_MEANS if kind in TAKES_PLACE else {})}
    return words.say(means[key])


def _cell(sign: TopicSign, kind: MeasureKind, words: Words) -> Cell:
    """A sign with its meaning; no colour tells more from less."""
    return Cell((Span(SIGN[_key(sign)], says=sign_means(sign, kind, words)),))


def _legend(answer: MeasuresMatrix, words: Words) -> Iterator[tuple[str, str]]:
    """The signs that occur, in the order of the list, each with its meaning."""
    used = {_key(sign) for _, _, sign in answer.cells}
    yield from ((symbol, _means(key, answer.kind, words)) for key, symbol in SIGN.items() if key in used)
