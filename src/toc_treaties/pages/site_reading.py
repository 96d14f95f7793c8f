"""How to read this: the signs with examples of the day, the words, who counts, what stands behind all of it."""

from collections.abc import Iterable, Iterator

from toc_treaties.document import (
    Block,
    Cell,
    Column,
    ColumnKind,
    Document,
    Facts,
    Heading,
    Role,
    Span,
    cell,
    facts,
    line_of,
    paragraph,
)
from toc_treaties.law.measures import TopicSign
from toc_treaties.law.standing import Standing
from toc_treaties.model.instrument import Instrument
from toc_treaties.model.measure import Topic
from toc_treaties.model.state import State
from toc_treaties.pages.measures_matrix import sign_means
from toc_treaties.pages.membership import footnotes
from toc_treaties.pages.scope import scoped
from toc_treaties.pages.standings import symbol_code, total_text, verdict_text
from toc_treaties.pages.tables import Row, table
from toc_treaties.questions.reading import Reading
from toc_treaties.words.about import PREVAILS
from toc_treaties.words.language import Words
from toc_treaties.words.measures import NO_ASSESSMENT, SIGN
from toc_treaties.words.phrases import (
    ACTION,
    DAY_MARK,
    DAY_MARK_MEANS,
    LEGEND,
    LETTER,
    MARK,
    MARK_MEANS,
    NOT_THE_RECORD,
    STANDING,
    SYMBOL,
    TIER,
    TIER_LIST,
    UNLETTERED,
)
from toc_treaties.words.reading import BEGIN, STANDING_MEANS, TERM, TERM_MEANS

Case = tuple[State, Instrument, Standing]


def page(answer: Reading, words: Words) -> Document:
    """What a newcomer reads first."""
    body = [
        *_what(answer, words),
        *_signs(answer, words),
        *_standings(words),
        *_terms(words),
        *_counted(answer, words),
        *_at_home(answer, words),
        *_not_this(words),
    ]
    title = words.say("How to read this")
    return scoped("reading", title, answer, body, answer.cited, words)


def _what(answer: Reading, words: Words) -> Iterator[Block]:
    """What the register holds, and where a reader begins."""
    yield paragraph(
        words.say(
            "This is a register of treaties against transnational organized crime: how the {states} states of the "
            "Americas stand under {instruments} instruments, what they have done at home, and what two of them can "
            "rest a request on. All that is said leads to the source that shows it.",
            states=len(answer.scope.states),
            instruments=len(answer.scope.instruments),
        )
    )
    lists = answer.scope.instruments
    tiers = dict.fromkeys(instrument.tier for instrument in lists)
    yield facts(
        *(
            (
                words.term(TIER, tier),
                words.say(
                    "{n} {instruments}",
                    n=sum(instrument.tier is tier for instrument in lists),
                    instruments=words.term(TIER_LIST, tier),
                ),
            )
            for tier in tiers
        )
    )
    yield Heading(words.say("Where to begin"), key="begin")
    yield facts(
        (
            words.term(BEGIN, "states"),
            words.say("under States: how it stands, what comes next, what it has named and passed"),
        ),
        (
            words.term(BEGIN, "instruments"),
            words.say("under Instruments: each state with its days, the clauses, a map"),
        ),
        (words.term(BEGIN, "pairs"), words.say("under Two states: what a request between them can rest on")),
        (words.term(BEGIN, "measures"), words.say("under Laws: what each state has on record at home on it")),
        (words.term(BEGIN, "sources"), words.say("under Sources: what it is, and all that rests on it")),
        (words.term(BEGIN, "changes"), words.say("under Changes: since the last meeting, and in the years before")),
        (
            words.say("Files"),
            words.say("at the foot of a page: the same answer as CSV, which Excel opens, and as JSON, for programs"),
        ),
    )


def _signs(answer: Reading, words: Words) -> Iterator[Block]:
    """Each sign of a standing with its meaning and a cell of the day that has it; the marks behind it."""
    yield Heading(words.say("The signs"), key="signs")
    shown: set[str] = set()
    rows: list[Row] = []
    for code, sign in SYMBOL.items():
        example = _example((case for case in answer.table.cells if symbol_code(case[2]) == code), shown)
        rows.append((cell(sign), cell(words.term(LEGEND, code)), _shown(example, words)))
    marked = _example((case for case in answer.table.cells if case[2].evidence.marked), shown)
    undated = _example((case for case in answer.table.cells if case[2].day_marked), shown)
    rows.append((cell(MARK), cell(words.say(MARK_MEANS)), _shown(marked, words)))
    rows.append((cell(DAY_MARK), cell(words.say(DAY_MARK_MEANS)), _shown(undated, words)))
    yield from table("signs", _columns(words), rows, words)
    yield Facts(
        tuple(
            (letter, line_of(words.term(ACTION, kind)))
            for letter, kind in reversed({letter: kind for kind, letter in reversed(LETTER.items())}.items())
        )
    )
    yield paragraph(
        words.say("A letter behind a day says by which act it was. {unlettered}", unlettered=words.say(UNLETTERED))
    )


def _columns(words: Words) -> tuple[Column, ...]:
    """A sign, its meaning, and an example."""
    return (
        Column("sign", words.say("Sign"), ColumnKind.SYMBOL, whole=True),
        Column("means", words.say("What it means")),
        Column("example", words.say("An example on this day")),
    )


def _example(cases: Iterable[Case], shown: set[str]) -> Case | None:
    """The first of some cells, of a state that is no example yet where there is one."""
    found = list(cases)
    chosen = next((case for case in found if case[0].slug not in shown), next(iter(found), None))
    if chosen is not None:
        shown.add(chosen[0].slug)
    return chosen


def _shown(case: Case | None, words: Words) -> Cell:
    """A cell of the day: whose, under which instrument, and how it stands."""
    if case is None:
        return cell(words.say("none on this day"), role=Role.QUIET)
    state, instrument, standing = case
    named = (Span(words.name(state.name)), Span(", "), Span(words.name(instrument.short)))
    how = (Span(words.between_clauses, Role.QUIET), Span(verdict_text(standing, words), Role.QUIET))
    return Cell((*named, *how))


def _standings(words: Words) -> Iterator[Block]:
    """What each standing means."""
    yield Heading(words.say("How a state stands under an instrument"), key="standings")
    rows = ((words.term(STANDING, code), words.term(STANDING_MEANS, code)) for code in STANDING)
    yield facts(*rows)


def _terms(words: Words) -> Iterator[Block]:
    """The words of the pages."""
    yield Heading(words.say("The words of the pages"), key="words")
    yield facts(*((words.term(TERM, code), words.say(TERM_MEANS[code], mark=MARK)) for code in TERM))


def _counted(answer: Reading, words: Words) -> Iterator[Block]:
    """Who counts in the totals of the day, who does not, and an example of a total."""
    yield Heading(words.say("Who counts"), key="counted")
    yield paragraph(
        words.say(
            "On this day {n} of the {states} states count in the totals, as members of the OAS.",
            n=answer.table.counted,
            states=len(answer.scope.states),
        )
    )
    notes = footnotes(answer.scope.states, answer.as_of, words)
    for note in notes.notes.values():
        yield note._replace(sign="–")
    totals = zip(answer.scope.instruments, answer.table.totals, strict=True)
    examples = [(instrument, total) for instrument, total in totals if total.consented != total.most]
    for instrument, total in examples[:1]:
        yield facts((words.name(instrument.short), total_text(total, words, told=True)))


def _at_home(answer: Reading, words: Words) -> Iterator[Block]:
    """The signs of what is on record at home."""
    yield Heading(words.say("Laws and plans"), key="home")
    by_sign: dict[tuple[str, bool], tuple[State, Topic, TopicSign]] = {}
    for state, topic, sign in answer.measures.cells:
        by_sign.setdefault((sign.sign.value, sign.official), (state, topic, sign))
    rows = (
        (
            cell(SIGN[key]),
            cell(sign_means(by_sign[key][2], answer.measures.kind, words)),
            Cell((Span(words.name(by_sign[key][0].name)), Span(", "), Span(words.name(by_sign[key][1].name)))),
        )
        for key in SIGN
        if key in by_sign
    )
    yield from table("home", _columns(words), rows, words)
    yield paragraph(words.say(NO_ASSESSMENT))


def _not_this(words: Words) -> Iterator[Block]:
    """What the register is not."""
    yield Heading(words.say("What this is not"), key="not")
    yield paragraph(words.say(NOT_THE_RECORD))
    yield paragraph(words.say(PREVAILS))
