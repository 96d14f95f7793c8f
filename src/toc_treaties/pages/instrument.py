"""An instrument's full profile as a page: its clauses, and what each state has done about it."""

from collections.abc import Mapping

from toc_treaties.document import (
    Block,
    Cell,
    Column,
    Document,
    Heading,
    Legend,
    Remark,
    Role,
    Section,
    Table,
    cell,
    facts,
    line_of,
    paragraph,
)
from toc_treaties.law.outcome import CONSENTED
from toc_treaties.model.instrument import Instrument, Serving
from toc_treaties.pages.history import delay_text, notice_text
from toc_treaties.pages.profile import source_blocks
from toc_treaties.pages.standings import as_of_aside, doubt_word, seen_text, standing_cell
from toc_treaties.pages.statements import articles_text, paragraphs_text, statement_text
from toc_treaties.questions.case import Case
from toc_treaties.questions.instrument import InstrumentProfile
from toc_treaties.words.dates import day, when
from toc_treaties.words.language import Words
from toc_treaties.words.phrases import (
    DONE,
    MARK,
    MARK_MEANS,
    OTHERS_NOT_SHOWN,
    PURPOSE,
    SUBREGION,
    TIER_LIST,
    listed,
    span_of,
)

WHO = {
    "all": "all states",
    "oas-members": "OAS member states",
    "american": "any American state",
    "invited": "states invited to accede",
    "parties-to-parent": "states that are party to the parent instrument",
    "acceded-to-parent": "states that accede or have acceded to the parent instrument",
}


def page(answer: InstrumentProfile, words: Words) -> Document:
    """The profile of one instrument."""
    one = answer.instrument
    blocks: list[Block] = [Heading(one.short["en"], 1), paragraph(one.title["en"], Role.STRONG)]
    blocks += [facts((label, text)) for label, text in _clauses(answer) if text]
    blocks += _serves(one, _called(answer))
    total = answer.total
    marks = f", {total.unconfirmed} of them {MARK}" if total.unconfirmed else ""
    number = span_of(total.consented, total.most)
    blocks.append(Heading("States", 2, f"{number} of {total.of} OAS members that can join have consented{marks}"))
    blocks.append(_states(answer))
    blocks.append(Legend(((MARK, MARK_MEANS),) if any(item.standing.evidence.marked for item in answer.items) else ()))
    blocks += source_blocks(answer.sources)[:-1]
    blocks += [Remark(line_of(OTHERS_NOT_SHOWN)), source_blocks(())[-1]]
    return Document(
        "instrument", "Profile of an instrument", as_of_aside(answer.as_of), tuple(blocks), words.language, answer.as_of
    )


def _clauses(answer: InstrumentProfile) -> list[tuple[str, str]]:
    one = answer.instrument
    keeper = answer.depositary.name["en"] if answer.depositary else one.depositary
    return [
        ("List", f"Strategy {one.paragraph}: {TIER_LIST[one.tier]}"),
        ("Adopted", _row_of(day(one.adopted), one.adopted_at, one.adopted_by)),
        ("Signature", _signature(one, _called(answer))),
        ("In force", _row_of(day(one.in_force) if one.in_force else "not yet", one.first_parties)),
        ("Later parties", delay_text(one.later_parties)),
        ("Accession", _accession(one, _called(answer))),
        ("Parent", _parent(answer)),
        ("Leaving", _leaving(one)),
        ("Depositary", _row_of(keeper, one.reference)),
        (
            "Published",
            _row_of(one.publication or "", f"UN registration {one.registration}" if one.registration else ""),
        ),
        ("Status page", one.status_page or ""),
        ("Conflict", "; ".join(f"another source says {conflict.says}" for conflict in one.conflict)),
        ("Note", one.note or ""),
    ]


def _called(answer: InstrumentProfile) -> dict[str, str]:
    return {code: names["en"] for code, names in answer.named.items()}


def _row_of(*parts: str | None) -> str:
    return "; ".join(part for part in parts if part)


def _who(by: str | tuple[str, ...], called: Mapping[str, str]) -> str:
    return listed([called.get(code, code) for code in by]) if isinstance(by, tuple) else WHO[by]


def _signature(one: Instrument, called: Mapping[str, str]) -> str:
    window = one.signature
    if window is None:
        return "no signature procedure"
    closed = f"to {day(window.closed)}" if window.closed else "and still open"
    mark = MARK if window.unconfirmed else ""
    doubtful = listed([called.get(code, code) for code in window.in_doubt])
    parts = [
        f"from {day(window.opened)} {closed}, by {_who(window.by, called)}{mark}",
        window.places or "",
        f"a signature may bind: art. {window.definitive}" if window.definitive else "",
        f"not settled for {doubtful}" if doubtful else "",
    ]
    return _row_of(*parts)


def _parent(answer: InstrumentProfile) -> str:
    if answer.parent is None or answer.instrument.requires is None:
        return ""
    name = answer.parent.short["en"]
    to_sign = answer.instrument.requires.to_sign
    return f"{name}, in force for the state before it signs" if to_sign else f"{name} first, or the same day"


def _leaving(one: Instrument) -> str:
    if one.exit is None:
        return ""
    return f"{one.exit.word}: {notice_text(one.exit)}" if one.exit.provided else notice_text(one.exit)


def _accession(one: Instrument, called: Mapping[str, str]) -> str:
    clause = one.accession
    if clause is None:
        return "no accession clause"
    article = f"art. {clause.article}{MARK if clause.unconfirmed else ''}: " if clause.article else ""
    also = "; the depositary has also taken accessions from states entitled to sign" if clause.members_too else ""
    return f"{article}{_who(clause.by, called)}{also}"


def _serves(one: Instrument, called: Mapping[str, str]) -> list[Block]:
    rows = [_serving_row(purpose, serving, called) for purpose, list_ in one.serves.items() for serving in list_]
    if not rows:
        return []
    columns = (
        Column("serves", "Serves"),
        Column("articles", "Articles"),
        Column("rule_or_force", "Rule or force"),
        Column("scope", "Scope"),
    )
    return [Heading("What it serves between two parties", 2), Table("instrument", columns, (Section("", tuple(rows)),))]


def _serving_row(purpose: str, serving: Serving, called: Mapping[str, str]) -> tuple[Cell, ...]:
    """Articles that serve, with whose they are, how they work, and what they reach."""
    articles = articles_text(serving.articles, called.get(serving.of, serving.of) if serving.of else "")
    clauses = [
        serving.threshold or "",
        f"not {serving.excludes}" if serving.excludes else "",
        _gives_way(serving),
        f"in conformity with the treaties in force ({', '.join(serving.conforms_to)})" if serving.conforms_to else "",
        f"as each party elects under {serving.elected.under}" if serving.elected else "",
        serving.note or "",
    ]
    return (
        cell(PURPOSE[purpose]),
        cell(articles + (MARK if serving.unconfirmed else "")),
        cell(serving.rule or serving.force or "none stated"),
        cell((serving.scope or "").replace("-", " "), "; ".join(clause for clause in clauses if clause)),
    )


def _gives_way(serving: Serving) -> str:
    """What gives way to a treaty on the purpose that binds both, and by which clause."""
    if serving.yields_to is None:
        return ""
    part = f"{paragraphs_text(serving.yields_to.articles)} " if serving.yields_to.articles else ""
    return f"{part}where no treaty binds both, or the two agree ({serving.yields_to.article})"


def _states(answer: InstrumentProfile) -> Table:
    columns = (Column("state", "State"), Column("standing", "Standing"), Column("actions", "Actions"))
    sections = []
    for region, name in SUBREGION.items():
        rows = tuple(_row(item, answer) for item in answer.items if item.state.subregion == region)
        if rows:
            sections.append(Section(name, rows))
    return Table("instrument", columns, tuple(sections))


def _row(item: Case, answer: InstrumentProfile) -> tuple[Cell, ...]:
    now = item.standing
    parts = [f"{DONE[action.kind]} {when(action.when)}" for action in now.actions]
    if now.name in CONSENTED and now.in_force is not None:
        parts.append(f"in force {when(now.in_force)}")
    said = "; ".join(statement_text(statement) for statement in item.statements)
    seen = "; ".join(text for text in (seen_text(now, answer.as_of), doubt_word(now)) if text)
    return cell(item.state.name["en"]), standing_cell(now, seen), cell("; ".join(parts), said)
