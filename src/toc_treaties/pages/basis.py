"""What two states can rest a request on, as a page: what comes first, what serves, and what else is said of it."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from toc_treaties.document import (
    Block,
    Caution,
    Cell,
    Column,
    ColumnKind,
    Document,
    Footnote,
    Heading,
    Layout,
    Line,
    Named,
    Role,
    Section,
    Span,
    Table,
    cell,
    line_of,
    paragraph,
)
from toc_treaties.model.agreement import Agreement
from toc_treaties.model.state import State
from toc_treaties.model.vocabulary import Purpose
from toc_treaties.pages.basis_terms import Said, articles_text, first_rows, name_of, terms, who
from toc_treaties.pages.membership import membership_note
from toc_treaties.pages.standings import as_of_aside, evidence_note, record_note
from toc_treaties.questions.basis import BasisAnswer, ForPurpose, Works, works
from toc_treaties.questions.serving import BasisFound, Missing
from toc_treaties.words.bases import CAVEATS, OTHERS, PURPOSE_TITLE, WHY, WORKS
from toc_treaties.words.language import Words
from toc_treaties.words.phrases import MARK, PURPOSE, scope_text

Row = tuple[Cell, ...]


def page(answer: BasisAnswer, words: Words) -> Document:
    """The page of one pair."""
    first, second = (words.name(state.name) for state in answer.states)
    noted = [(state, note) for state in answer.states if (note := membership_note(state, answer.as_of))]
    blocks: list[Block] = [paragraph(f"{words.name(state.name)}: {note}.", Role.QUIET) for state, note in noted]
    for part in answer.parts:
        blocks += [Heading(words.term(PURPOSE_TITLE, part.purpose), key=part.purpose), *_part(part, answer, words)]
    blocks += [*_missing(answer, words), *_to_verify(answer, words)]
    said = list(terms(answer, words))
    if said:
        heading = words.say("Terms, statements and authorities")
        sections = tuple(Section(name, tuple(_saying(*one, words) for one in rows)) for name, rows in said)
        blocks += [Heading(heading, key="terms"), Table("terms", (Column("says"),), sections, layout=Layout.LIST)]
    blocks += cautions((part.purpose for part in answer.parts), words)
    if MARK in str(blocks) or any(line.marked for line in answer.lines):
        blocks.append(
            Footnote(MARK, line_of(words.say("not found in any source; of articles, their text was not seen.")))
        )
    blocks += [evidence_note(answer.cited, 0), record_note()]
    title = words.say("{first} and {second}: legal bases in force between them", first=first, second=second)
    return Document("basis", title, as_of_aside(answer.as_of), tuple(blocks), words.language, answer.as_of)


def cautions(purposes: Iterable[str], words: Words) -> list[Block]:
    """What a reader of these purposes is told."""
    told = {text for purpose in purposes for text in CAVEATS[Purpose(purpose)]}
    every = dict.fromkeys(text for texts in CAVEATS.values() for text in texts)
    order = sorted(every, key=lambda text: text == OTHERS)
    return [Caution(line_of(words.say(text))) for text in order if text in told]


def _saying(of: str, says: Line, words: Words) -> Row:
    """What is said of a basis, after whose it is or of which articles."""
    return (Cell((Span(words.say("{of}: ", of=of), Role.STRONG), *says) if of else says),)


def _list(key: str, rows: Iterable[Said]) -> Table:
    """Labels and what is said of each."""
    columns = (Column("of", whole=True), Column("says"))
    made = tuple((cell(label, role=Role.STRONG), Cell(text)) for label, text in rows)
    return Table(key, columns, (Section("", made),), layout=Layout.LIST)


def _part(part: ForPurpose, answer: BasisAnswer, words: Words) -> Iterator[Block]:
    """What serves for one purpose, and before it what comes first."""
    if first := list(first_rows(part, answer, words)):
        yield _list("first", first)
    lines = sorted(part.lines, key=lambda line: tuple(Works).index(works(line)))
    groups = groupby(lines, lambda line: _heading(line, words))
    sections = [Section(head, tuple(_row(line, answer, words) for line in group)) for head, group in groups]
    if part.barred:
        rows = tuple(
            (
                cell(name_of(barred.instrument, words), _asked(barred.requests_to, words), role=Role.STRONG),
                cell(articles_text(barred.articles, barred.of, answer, words)),
                cell(""),
                cell(""),
            )
            for barred in part.barred
        )
        sections.append(Section(words.say("In force for both, but taken out by a statement (below)"), rows))
    columns = (
        Column("basis", words.say("Basis")),
        Column("articles", words.say("Articles")),
        Column("offences", words.say("Offences")),
        Column("since", words.say("Since"), ColumnKind.DAY, whole=True),
    )
    yield Table("bases", columns, tuple(sections)) if sections else paragraph(words.say("None in this register."))


def _heading(line: BasisFound, words: Words) -> str:
    """How a basis works between the two."""
    bound = line.treaties.bound.value if line.treaties else ""
    keys = (f"{works(line)} {bound}", f"{works(line)} {line.purpose}", works(line))
    return words.term(WORKS, next(key for key in keys if key in WORKS))


def _row(line: BasisFound, answer: BasisAnswer, words: Words) -> Row:
    """A basis as a row."""
    regional = isinstance(line.by, Agreement) and line.by.kind == "regional"
    reserved = words.say("reserved by {state}, below", state=who(line.reserved_by, words)) if line.reserved_by else ""
    below = (words.say("regional agreement") if regional else "", _asked(line.requests_to, words), reserved)
    articles = articles_text(line.articles, line.of, answer, words)
    articles += MARK if line.serving and line.serving.unconfirmed else ""
    return (
        cell(name_of(line.by, words), *below, marked=line.marked, role=Role.STRONG),
        cell(articles or (words.say("not seen") if line.is_unread else words.say("not noted"))),
        cell(words.say("not seen"), marked=True) if line.is_unread else cell(scope_text(line.scope, line.purpose)),
        cell(_since(line, words), value=line.since),
    )


def _asked(states: tuple[State, ...], words: Words) -> str:
    """Of whom it can be asked, where that is one of the two."""
    return words.say("for requests to {state}", state=who(states, words)) if len(states) == 1 else ""


def _since(line: BasisFound, words: Words) -> str:
    if line.since is not None:
        return words.when(line.since)
    seen = line.by.seen if isinstance(line.by, Agreement) else None
    return words.say("seen {day}", day=words.when(seen)) if seen else words.say("day not seen")


def _missing(answer: BasisAnswer, words: Words) -> Iterator[Block]:
    """What would be in force between the two if both were parties, each instrument once: how each stands."""
    found: dict[str, list[Missing]] = {}
    for missing in answer.missing:
        found.setdefault(missing.instrument.id, []).append(missing)
    if not found:
        return
    several = len(answer.parts) > 1
    columns = (
        Column("instrument", words.say("Instrument")),
        *(Column(state.iso3, words.name(state.name)) for state in answer.states),
        *((Column("purposes", words.say("Would serve for")),) if several else ()),
    )
    rows = tuple(
        (
            cell(name_of(missings[0].instrument, words), role=Role.STRONG),
            *(_stands(missings[0], state, words) for state in answer.states),
            *((cell(_purposes([one.purpose for one in missings], words)),) if several else ()),
        )
        for missings in found.values()
    )
    yield Heading(words.say("Would be in force between the two if both were parties"), key="missing")
    yield Table("missing", columns, (Section("", rows),))


def _purposes(purposes: Iterable[str], words: Words) -> str:
    return ", ".join(words.term(PURPOSE, purpose) for purpose in purposes)


def _stands(missing: Missing, state: State, words: Words) -> Cell:
    """How one of the two stands under an instrument that is not in force between them."""
    if state in missing.not_party:
        stands = Named("not_party", words.say("not a party"))
    elif state in missing.contracting:
        stands = Named("contracting", words.say("consented, not yet in force"))
    elif state in missing.doubtful:
        stands = Named("not_known", words.say("not known"))
    else:
        stands = Named("party", words.say("party"))
    return cell(stands.word, value=stands)


def _to_verify(answer: BasisAnswer, words: Words) -> Iterator[Block]:
    """The agreements that may bind both, each once, with why that is not certain."""
    found = {agreement.id: both for part in answer.parts for both in part.to_verify for agreement in both[:1]}
    if found:
        rows = [
            (
                agreement.title,
                line_of(
                    agreement.unconfirmed or words.term(WHY, binding.doubt.name.lower() if binding.doubt else None),
                    cites=agreement.sources,
                ),
            )
            for agreement, binding in found.values()
        ]
        yield Heading(words.say("May bind both: to verify"), key="to_verify")
        yield _list("to_verify", rows)
