"""What two states can rest a request on, as a page: what comes first, what serves, and what else is said of it."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

from toc_treaties.document import (
    Block,
    Caution,
    Cell,
    Column,
    Document,
    Heading,
    Layout,
    Named,
    Paragraph,
    Role,
    Span,
    cell,
    line_of,
    paragraph,
)
from toc_treaties.model.agreement import Agreement
from toc_treaties.model.state import State
from toc_treaties.model.when import When
from toc_treaties.pages.basis_terms import articles_text, first_rows, name_of, offences, terms
from toc_treaties.pages.case import together
from toc_treaties.pages.foot import cited_in, page_of
from toc_treaties.pages.measure_lines import absent_text, brief_line
from toc_treaties.pages.membership import membership_line
from toc_treaties.pages.scope import names_text
from toc_treaties.pages.standings import mark_of
from toc_treaties.pages.tables import Row, gathered, sectioned, table
from toc_treaties.questions.asked_for import AskedFor
from toc_treaties.questions.basis import BasisAnswer, ForPurpose
from toc_treaties.questions.between import By
from toc_treaties.questions.pairs import Matrix, WhatIf, WithAll
from toc_treaties.questions.serving import Barred, BasisFound, Missing
from toc_treaties.words.bases import BESIDE, CAVEATS, PURPOSE_TITLE, STANDS, WHY, WORKS
from toc_treaties.words.language import Words
from toc_treaties.words.phrases import MARK, PURPOSE

ORDER = tuple(WORKS)
Pairs = WithAll | Matrix | WhatIf


def page(answer: BasisAnswer, words: Words) -> Document:
    """The page of one pair."""
    first, second = (words.name(state.name) for state in answer.states)
    blocks = [*notes(answer.states, answer.as_of, words)]
    for part in answer.parts:
        blocks += [Heading(words.term(PURPOSE_TITLE, part.purpose), key=part.purpose), *_part(part, answer, words)]
    for key, listed in (("missing", _missing), ("to_verify", _to_verify), ("terms", _terms)):
        if table := listed(answer, words):
            blocks += [Heading(words.term(BESIDE, key), key=key), *table]
    title = words.say("{first} and {second}: legal bases", first=first, second=second)
    return told("basis", title, blocks, answer, [part.purpose for part in answer.parts], words)


def told(
    key: str, title: str, body: list[Block], answer: BasisAnswer | Pairs, purposes: Iterable[str], words: Words
) -> Document:
    """A page of a day, with what a reader of these purposes is told, and what stands behind it."""
    asked = set(purposes)
    body += [Caution(line_of(words.say(text))) for text, of in CAVEATS if asked & set(of)]
    held = [*answer.held.values()] if isinstance(answer, BasisAnswer) else []
    return page_of(key, title, answer.as_of, body, [*answer.cited, *cited_in(body, held)], words)


def notes(states: Iterable[State], as_of: date, words: Words) -> Iterator[Block]:
    """What is to be said of the membership of some states."""
    for state in states:
        if note := membership_line(state, as_of, words):
            yield Paragraph((Span(words.say("{state}: ", state=state.name), Role.QUIET), *note))


def _part(part: ForPurpose, answer: BasisAnswer, words: Words) -> Iterator[Block]:
    """What serves for one purpose, and before it what comes first."""
    first = ((cell(label, role=Role.STRONG), Cell(text)) for label, text in first_rows(part, answer, words))
    yield from table("first", ("order", "serving"), first, words, layout=Layout.LIST)
    lines = sorted(part.lines, key=lambda line: (ORDER.index(line.works), line.is_coastal))
    groups = groupby(lines, lambda line: _heading(line, words))
    sections = [(heading, [_row(line, answer, words) for line in group]) for heading, group in groups]
    barred = [_barred_row(barred, answer, words) for barred in part.barred]
    sections.append((words.say("In force for both, but taken out by a statement (below)"), barred))
    none = paragraph(words.say("None in this register."))
    yield from sectioned("bases", ("basis", "articles", "offences", "since"), sections, words) or [none]
    caption = words.say("How it is asked for there: the law and the authority on record")
    asked = (_asked_row(asked, words) for asked in part.asked_for)
    yield from table("asked_for", ("state", "on_record"), asked, words, caption=caption, layout=Layout.LIST)


def _asked_row(asked: AskedFor, words: Words) -> Row:
    """A state's law on the purpose, or whether anybody looked for one; below it the authority that it has named."""
    law, named = asked.law, asked.authorities
    line = line_of(absent_text(law, words), Role.QUIET)
    if asked.laws:
        line = brief_line(asked.laws[0], words, topic=law.topic.id, dated=True, more=asked.more)
    holders = (line_of(each.institution + mark_of(each), Role.QUIET, cites=each.sources) for each in named)
    authorities = together(holders, words) or line_of(words.say("none on record"), Role.QUIET)
    label = Span(words.say("authority: "), Role.QUIET)
    return cell(words.name(asked.state.name), role=Role.STRONG), Cell(line, ((label, *authorities),))


def _heading(line: BasisFound, words: Words) -> str:
    """How a basis works between the two."""
    bound = line.treaties.bound.value if line.treaties else ""
    coastal = "coastal" if line.is_coastal else ""
    keys = (f"{line.works} {coastal}", f"{line.works} {bound}", f"{line.works} {line.purpose}", line.works)
    return words.term(WORKS, next(key for key in keys if key in WORKS))


def _barred_row(barred: Barred, answer: BasisAnswer, words: Words) -> Row:
    """An instrument in force for both of which a statement takes the articles out."""
    name = cell(name_of(barred.instrument, words), _asked(barred.requests_to, words), role=Role.STRONG)
    return name, cell(articles_text(barred.articles, barred.of, answer, words)), cell(""), cell("")


def _row(line: BasisFound, answer: BasisAnswer, words: Words) -> Row:
    """A basis as a row."""
    regional = isinstance(line.by, Agreement) and line.by.kind == "regional"
    reserved = (
        words.say("reserved by {state}, below", state=names_text(line.reserved_by, words)) if line.reserved_by else ""
    )
    below = (words.say("regional agreement") if regional else "", _asked(line.requests_to, words), reserved)
    articles = articles_text(line.articles, line.of, answer, words)
    articles += MARK if line.serving.unconfirmed else ""
    return (
        cell(name_of(line.by, words), *below, marked=line.marked, role=Role.STRONG),
        cell(articles or (words.say("not seen") if line.is_unread else words.say("not noted"))),
        cell(offences(line.scope, line.purpose, words) if not line.is_unread else words.say("not seen")),
        cell(since_text(line.since, line.by, words), value=line.since),
    )


def _asked(states: tuple[State, ...], words: Words) -> str:
    """Of whom it can be asked, where that is one of the two."""
    return words.say("for requests to {state}", state=names_text(states, words)) if len(states) == 1 else ""


def since_text(since: When | None, by: By, words: Words) -> str:
    """Since when a basis binds the two; of an agreement whose day is not known, the date of the list that shows it."""
    if since is not None:
        return words.when(since)
    seen = by.seen if isinstance(by, Agreement) else None
    return words.known("seen {day}", day=seen) or words.say("day not seen")


def _missing(answer: BasisAnswer, words: Words) -> list[Block]:
    """What would be in force between the two if both were parties, each instrument once: how each stands."""
    found = gathered((missing.instrument.id, missing) for missing in answer.missing)
    states = (Column(state.iso3, words.name(state.name)) for state in answer.states)
    columns: list[str | Column] = ["instrument", *states, "purposes"]
    rows = (
        (
            cell(name_of(missings[0].instrument, words), role=Role.STRONG),
            *(_stands(missings[0], state, words) for state in answer.states),
            cell(", ".join(words.term(PURPOSE, missing.purpose) for missing in missings)),
        )
        for missings in found.values()
    )
    shown = len(columns) if len(answer.parts) > 1 else -1
    return table("missing", columns[:shown], (row[:shown] for row in rows), words)


def _stands(missing: Missing, state: State, words: Words) -> Cell:
    """How one of the two stands under an instrument that is not in force between them."""
    standings = {"not_party": missing.not_party, "contracting": missing.contracting, "not_known": missing.doubtful}
    code = next((code for code, states in standings.items() if state in states), "party")
    name, doubtful = words.term(STANDS, code), state in missing.to_verify and code != "not_known"
    doubt = words.say("to verify") if doubtful else ""
    return cell(name, doubt, marked=state in missing.marked, value=Named(code, name))


def _to_verify(answer: BasisAnswer, words: Words) -> list[Block]:
    """The agreements that may bind both, each once, with why that is not certain."""
    found = {agreement.id: (agreement, binding) for part in answer.parts for agreement, binding in part.to_verify}
    rows: list[Row] = []
    for agreement, binding in found.values():
        why = agreement.unconfirmed or words.term(WHY, binding.doubt.name.lower() if binding.doubt else None)
        rows.append((cell(agreement.title, role=Role.STRONG), cell(why, cites=agreement.sources)))
    return table("to_verify", ("agreement", "why"), rows, words, layout=Layout.LIST)


def _terms(answer: BasisAnswer, words: Words) -> list[Block]:
    """What is said of each basis, whatever the purpose: of whom or of which articles, and what."""
    rows = (
        (
            cell("" if index else name, role=Role.STRONG),
            Cell((Span(words.say("{of}: ", of=of), Role.STRONG), *says) if of else says),
        )
        for name, said in terms(answer, words)
        for index, (of, says) in enumerate(said)
    )
    return table("terms", ("basis", "terms"), rows, words, layout=Layout.LIST)
