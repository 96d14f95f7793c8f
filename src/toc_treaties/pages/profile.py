"""A state's full profile as a page: every action in order, with its source and basis, and why it stands so."""

from toc_treaties.document import (
    Block,
    Cell,
    Column,
    Document,
    Footnote,
    Heading,
    Layout,
    Role,
    Section,
    Table,
    cell,
    facts,
    line_of,
    paragraph,
)
from toc_treaties.law.evidence import basis_of
from toc_treaties.law.history import Event, EventKind
from toc_treaties.law.outcome import OUTSIDE
from toc_treaties.law.periods import possibly
from toc_treaties.model.action import Invitation
from toc_treaties.model.source import Basis, Source
from toc_treaties.model.state import Period
from toc_treaties.pages.history import event_text, reason, rule_text
from toc_treaties.pages.membership import membership_note
from toc_treaties.pages.standings import (
    as_of_aside,
    mark_of,
    record_note,
    seen_text,
    sources_text,
    verdict_text,
)
from toc_treaties.pages.statements import statement_text
from toc_treaties.questions.case import Case
from toc_treaties.questions.checklist import StateChecklist
from toc_treaties.questions.explain import Explanation
from toc_treaties.words.dates import day, when
from toc_treaties.words.language import ENGLISH, Words
from toc_treaties.words.phrases import DAY_MARK, DAY_MARK_MEANS, GROUPING, MARK, MARK_MEANS, SUBREGION, capital

COLUMNS = (Column("date", "Date", whole=True), Column("event", "Event"), Column("rule_or_source", "Rule or source"))


def page(answer: StateChecklist, words: Words) -> Document:
    """The profile of one state."""
    state = answer.state
    blocks: list[Block] = [Heading(state.name["en"], 1), *_identity(answer)]
    for item in answer.items:
        blocks.append(Heading(f"{item.instrument.paragraph}  {item.instrument.short['en']}", 2, standing_aside(item)))
        blocks += item_blocks(item, answer)
    blocks += source_blocks(answer.sources)
    return Document(
        "profile", "Profile of a state", as_of_aside(answer.as_of), tuple(blocks), words.language, answer.as_of
    )


def standing_aside(item: Case) -> str:
    """The standing, marked where its evidence is unconfirmed, and that it is to verify."""
    return verdict_text(item.standing)


def _identity(answer: StateChecklist) -> list[Block]:
    state = answer.state
    name = state.official_name.get("en", state.name["en"])
    lines = [f"{name}; ISO {state.iso3}, {state.iso2}; {SUBREGION[state.subregion]}"]
    if state.style:
        lines.append(f"the depositary lists it as {state.style}")
    if state.independence:
        lines.append(f"independent from {day(state.independence)}")
    blocks: list[Block] = [paragraph("; ".join(lines) + ".")]
    begun = {
        name: tuple(period for period in periods if possibly(period.since, None, answer.as_of))
        for name, periods in state.memberships.items()
    }
    memberships = "; ".join(_membership(name, periods) for name, periods in begun.items() if periods)
    blocks.append(facts(("Member of", memberships + ".")))
    note = membership_note(state, answer.as_of)
    if note:
        blocks.append(paragraph(capital(note) + ".", Role.QUIET))
    return blocks


def _membership(organization: str, periods: tuple[Period, ...]) -> str:
    return f"{GROUPING.get(organization, organization)} {', '.join(_period(period) for period in periods)}"


def _period(period: Period) -> str:
    """A time of membership: since 1950; associate 1996 until 7 Aug 2024."""
    status = "" if period.status == "member" else f"{period.status} "
    since = when(period.since) if period.since else "(first day not seen)"
    text = f"{status}{since} until {when(period.until)}" if period.until else f"{status}since {since}"
    return text + mark_of(period)


def item_blocks(item: Case, answer: StateChecklist | Explanation) -> list[Block]:
    """The path of one state under one instrument."""
    blocks: list[Block] = []
    if item.events:
        sources = {source.id: source for source in answer.sources}
        blocks.append(
            Table(
                "profile",
                COLUMNS,
                (Section("", tuple(_row(event, item, sources) for event in item.events)),),
                layout=Layout.LIST,
            )
        )
    why = reason(item, ENGLISH)
    seen = seen_text(item.standing, answer.as_of)
    lines = [text for text in (why, seen) if text]
    lines += [
        f"none seen {when(one.as_of) if one.as_of else 'undated'} [{', '.join(one.sources)}]"
        + (f": {one.note}" if one.note else "")
        for one in item.cell.none_seen
        if item.standing.name not in OUTSIDE
    ]
    lines += [_invitation(one) for one in item.cell.invitations]
    blocks += [paragraph(line, Role.QUIET) for line in lines]
    blocks += [paragraph(statement_text(one) + sources_text(one.sources), Role.QUIET) for one in item.statements]
    return blocks


def _invitation(one: Invitation) -> str:
    """An invitation with its end, where that is known; or that a source shows none."""
    if one.none:
        return f"no invitation to accede{mark_of(one)}{sources_text(one.sources)}"
    decided = when(one.decided) if one.decided else "(day not seen)"
    end = (
        f", until {when(one.until)}"
        if one.until
        else ", without an end date"
        if one.until_known
        else ", its end not seen"
    )
    return f"invited to accede {decided}{end}{mark_of(one)}{sources_text(one.sources)}"


def _row(event: Event, item: Case, sources: dict[str, Source]) -> tuple[Cell, ...]:
    action = event.action
    dated = cell(when(event.when) + (DAY_MARK if action.day_unconfirmed else ""), value=event.when)
    if event.kind is not EventKind.ACTION:
        return (
            dated,
            cell(event_text(event, item, ENGLISH), role=Role.GOOD),
            cell(rule_text(event, item, ENGLISH), role=Role.QUIET),
        )
    basis = basis_of(action, sources)
    marked = basis is Basis.UNCONFIRMED
    remark = action.unconfirmed or action.day_unconfirmed or action.as_recorded or ""
    listed = f"listed as in force{sources_text(action.in_force_seen)}" if action.in_force_seen else ""
    conflict = "; ".join(f"another source says {one.says}{sources_text(one.sources)}" for one in action.conflict)
    route = "; ".join(
        f"{step.kind} {when(step.when)} of the {item.instrument.paths[step.of].name['en']}"
        for step in action.route
        if step.of in item.instrument.paths
    )
    home = f"ratified at home {when(action.ratified_at_home)}" if action.ratified_at_home else ""
    below = "; ".join(text for text in (remark, listed, route, home, conflict, action.note or "") if text)
    return (
        dated,
        cell(event_text(event, item, ENGLISH), marked=marked),
        cell(f"{basis}{sources_text(action.sources)}", below, role=Role.PLAIN),
    )


def source_blocks(sources: tuple[Source, ...]) -> list[Block]:
    """Every source cited, with its date and address, and the lines of every page."""
    blocks: list[Block] = [Heading("Sources", 2)] if sources else []
    for source in sources:
        dated = f"as of {when(source.as_of)}" if source.as_of else "undated"
        blocks.append(facts((source.id, f"{source.title}, {source.publisher} ({source.kind}, {dated})\n{source.url}")))
    marks: list[Block] = [Footnote(MARK, line_of(f"{MARK_MEANS}.")), Footnote(DAY_MARK, line_of(f"{DAY_MARK_MEANS}."))]
    return [*blocks, *marks, record_note()]
