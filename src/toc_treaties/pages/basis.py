"""What two states can rest a request on, as a page: what comes first, what serves, and what else is said of it."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

from toc_treaties.document import (
    Block,
    Caution,
    Cell,
    Column,
    ColumnKind,
    Document,
    Heading,
    Layout,
    Named,
    Paragraph,
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
from toc_treaties.model.when import When
from toc_treaties.pages.basis_terms import articles_text, first_rows, name_of, offences, terms, who
from toc_treaties.pages.foot import page_of
from toc_treaties.pages.membership import membership_line
from toc_treaties.questions.basis import BasisAnswer, ForPurpose
from toc_treaties.questions.between import By
from toc_treaties.questions.pairs import Matrix, WhatIf, WithAll
from toc_treaties.questions.serving import BasisFound, Missing
from toc_treaties.words.bases import CAVEATS, PURPOSE_TITLE, STANDS, WHY, WORKS
from toc_treaties.words.language import Words
from toc_treaties.words.phrases import MARK, PURPOSE

Row = tuple[Cell, ...]
ORDER = tuple(WORKS)
Pairs = WithAll | Matrix | WhatIf


def page(answer: BasisAnswer, words: Words) -> Document:
    """The page of one pair."""
    first, second = (words.name(state.name) for state in answer.states)
    blocks = [*notes(answer.states, answer.as_of, words)]
    for part in answer.parts:
        blocks += [Heading(words.term(PURPOSE_TITLE, part.purpose), key=part.purpose), *_part(part, answer, words)]
    blocks += [*_missing(answer, words), *_to_verify(answer, words), *_terms(answer, words)]
    title = words.say("{first} and {second}: legal bases", first=first, second=second)
    return told("basis", title, blocks, answer, [part.purpose for part in answer.parts], words)


def told(
    key: str, title: str, body: list[Block], answer: BasisAnswer | Pairs, purposes: Iterable[str], words: Words
) -> Document:
    """A page of a day, with what a reader of these purposes is told, and what stands behind it."""
    asked = set(purposes)
    body += [Caution(line_of(words.say(text))) for text, of in CAVEATS if asked & set(of)]
    return page_of(key, title, answer.as_of, body, answer.cited, words)


def notes(states: Iterable[State], as_of: date, words: Words) -> Iterator[Block]:
    """What is to be said of the membership of some states."""
    for state in states:
        if note := membership_line(state, as_of, words):
            yield Paragraph((Span(words.say("{state}: ", state=words.name(state.name)), Role.QUIET), *note))


def _part(part: ForPurpose, answer: BasisAnswer, words: Words) -> Iterator[Block]:
    """What serves for one purpose, and before it what comes first."""
    first = tuple((cell(label, role=Role.STRONG), Cell(text)) for label, text in first_rows(part, answer, words))
    if first:
        order = (Column("of", words.say("In which order"), whole=True), Column("says", words.say("What serves")))
        yield Table("first", order, (Section("", first),), layout=Layout.LIST)
    lines = sorted(part.lines, key=lambda line: (ORDER.index(line.works), line.is_coastal))
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
    coastal = "coastal" if line.is_coastal else ""
    keys = (f"{line.works} {coastal}", f"{line.works} {bound}", f"{line.works} {line.purpose}", line.works)
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
        cell(offences(line.scope, line.purpose, words) if not line.is_unread else words.say("not seen")),
        cell(since_text(line.since, line.by, words), value=line.since),
    )


def _asked(states: tuple[State, ...], words: Words) -> str:
    """Of whom it can be asked, where that is one of the two."""
    return words.say("for requests to {state}", state=who(states, words)) if len(states) == 1 else ""


def since_text(since: When | None, by: By, words: Words) -> str:
    """Since when a basis binds the two; of an agreement whose day is not known, the date of the list that shows it."""
    if since is not None:
        return words.when(since)
    seen = by.seen if isinstance(by, Agreement) else None
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
    caption = words.say("Would be in force between the two if both were parties")
    yield Table("missing", columns, (Section("", rows),), caption=caption)


def _purposes(purposes: Iterable[str], words: Words) -> str:
    return ", ".join(words.term(PURPOSE, purpose) for purpose in purposes)


def _stands(missing: Missing, state: State, words: Words) -> Cell:
    """How one of the two stands under an instrument that is not in force between them."""
    standings = {"not_party": missing.not_party, "contracting": missing.contracting, "not_known": missing.doubtful}
    code = next((code for code, states in standings.items() if state in states), "party")
    name, doubtful = words.term(STANDS, code), state in missing.to_verify and code != "not_known"
    doubt = words.say("to verify") if doubtful else ""
    return cell(name, doubt, marked=state in missing.marked, value=Named(code, name))


def _to_verify(answer: BasisAnswer, words: Words) -> Iterator[Block]:
    """The agreements that may bind both, each once, with why that is not certain."""
    found = {agreement.id: (agreement, binding) for part in answer.parts for agreement, binding in part.to_verify}
    rows = []
    for agreement, binding in found.values():
        why = agreement.unconfirmed or words.term(WHY, binding.doubt.name.lower() if binding.doubt else None)
        rows.append((cell(agreement.title, role=Role.STRONG), cell(why, cites=agreement.sources)))
    if rows:
        columns = Column("agreement", words.say("May bind both")), Column("why", words.say("To verify, because"))
        yield Table("to_verify", columns, (Section("", tuple(rows)),))


def _terms(answer: BasisAnswer, words: Words) -> Iterator[Block]:
    """What is said of each basis, whatever the purpose: of whom or of which articles, and what."""
    rows = [
        (
            cell("" if index else name, role=Role.STRONG),
            Cell((Span(words.say("{of}: ", of=of), Role.STRONG), *says) if of else says),
        )
        for name, said in terms(answer, words)
        for index, (of, says) in enumerate(said)
    ]
    if rows:
        columns = Column("basis", words.say("Basis")), Column("says", words.say("Terms, statements and authorities"))
        yield Table("terms", columns, (Section("", tuple(rows)),))
