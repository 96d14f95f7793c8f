"""Commitments as pages: the catalogue with its counts, and one commitment across states. Never an order by status."""

from collections.abc import Iterable
from datetime import date

from toc_treaties.document import (
    Block,
    Cell,
    Column,
    ColumnKind,
    Document,
    Footnote,
    Heading,
    Remark,
    Role,
    Section,
    Table,
    cell,
    facts,
    line_of,
    paragraph,
)
from toc_treaties.model.assessment import Status
from toc_treaties.model.commitment import CommitmentText
from toc_treaties.model.state import Designation
from toc_treaties.pages.membership import footnotes
from toc_treaties.pages.standings import (
    as_of_aside,
    mark_note,
    mark_of,
    record_note,
    sources_text,
    total_text,
    verdict_text,
)
from toc_treaties.questions.commitments import Across, CommitmentProgress, Overview, StatusCounts
from toc_treaties.words.dates import day, when
from toc_treaties.words.language import Words
from toc_treaties.words.phrases import ASSESSED, MARK, MARK_MEANS, STATUS, listed

SCALE = (
    "Progress is shown on the scale of the OAS's own peer review, with its evidence; it grades no state. "
    "No information: no assessment is recorded; strategies, laws and designations stand beside it as evidence. "
    "On record: it was done, with its day; how far it is carried out is not said."
)


def page(answer: Overview, words: Words) -> Document:
    """The catalogue: every commitment with how many are recorded, and how many without information."""
    columns = (
        Column("paragraph", "Paragraph"),
        Column("commitment", "Commitment"),
        Column("recorded", "Recorded"),
        Column("no_information", "No information", ColumnKind.COUNT),
    )
    blocks: list[Block] = []
    for title, counts in _by_document(answer.counts).items():
        rows = tuple(_row(one) for one in counts)
        blocks += [Heading(title, 2), Table("commitments", columns, (Section("", rows),))]
    blocks += [
        Remark(line_of(SCALE)),
        facts(("Totals", "count the OAS members of the day, or the bodies addressed.")),
        *(
            [Footnote(MARK, line_of(f"{MARK_MEANS}."))]
            if any(one.total and one.total.unconfirmed for one in answer.counts)
            else []
        ),
        record_note(),
    ]
    return Document(
        "commitments", "Commitments", as_of_aside(answer.as_of), tuple(blocks), words.language, answer.as_of
    )


def later_texts(documents: Iterable[CommitmentText | None], as_of: date) -> list[Block]:
    """A line for the texts that are later than the day asked."""
    later = {one.id: one for one in documents if one is not None and one.from_day is not None and one.from_day > as_of}
    names = [f"{one.short['en']} ({day(one.from_day)})" for one in later.values() if one.from_day]
    return [paragraph(f"Measured by texts later than the day asked: {listed(names)}.", Role.QUIET)] if names else []


def _by_document(counts: tuple[StatusCounts, ...]) -> dict[str, list[StatusCounts]]:
    """Counts by document, in the order of the texts; a draft says so."""
    found: dict[str, list[StatusCounts]] = {}
    for one in counts:
        found.setdefault(title_of(one), []).append(one)
    return found


def title_of(one: StatusCounts) -> str:
    """The document's title with its reference, and that it is a draft."""
    text = one.document
    if text is None:
        return one.commitment.document
    draft = " (draft)" if text.status == "draft" and "draft" not in text.short["en"].lower() else ""
    return f"{text.short['en']}{draft}" + (f", {text.reference}" if text.reference else "")


def _row(one: StatusCounts) -> tuple[Cell, ...]:
    recorded, without = recorded_text(one)
    return (
        cell(one.commitment.paragraph, one.commitment.id),
        cell(one.commitment.text["en"]),
        cell(recorded),
        cell(without),
    )


def recorded_text(one: StatusCounts) -> tuple[str, str]:
    """How many by status, and how many without information, each with the denominator."""
    if one.total is not None:
        return f"consented: {total_text(one.total, joint=' of ')}", ""
    known = [f"{STATUS[s]}: {n}" for s, n in one.by_status.items() if n and s is not Status.NO_INFORMATION]
    return "; ".join(known) or "–", f"{one.by_status[Status.NO_INFORMATION]} of {one.of}"


def across_page(answer: Across, words: Words) -> Document:
    """One commitment across all states, in alphabetical order, and the bodies that it addresses."""
    one = answer.counts.commitment
    recorded, without = recorded_text(answer.counts)
    blocks: list[Block] = [
        paragraph(one.text["en"], Role.STRONG),
        *(facts((label, text)) for label, text in _facts(answer.counts) if text),
        facts(("Recorded", f"{recorded}; no information: {without}" if without else recorded)),
    ]
    columns = (
        Column("addressee", "Addressee"),
        Column("status", "Status"),
        Column("date", "Date", whole=True),
        Column("evidence", "Evidence"),
    )
    noted = footnotes([row.state for row in answer.states], answer.as_of)
    signs = {slug: sign for slug, (sign, _) in noted.items()}
    rows = [(row.state.name["en"] + signs.get(row.state.slug, ""), row.progress[0]) for row in answer.states]
    rows += [(row.body.name["en"], row.progress[0]) for row in answer.bodies]
    cells = tuple((cell(name), *progress_cells(found)) for name, found in rows)
    blocks += [
        Table("commitments", columns, (Section("", cells),)),
        *noted.values(),
    ]
    if any(now.evidence.marked for _, found in rows for _, now in (*found.decided, *found.beside)):
        blocks.append(Footnote(MARK, line_of(MARK_MEANS + ".")))
    else:
        blocks += mark_note((one for _, found in rows for one in _named(found)), "an institution")
    blocks += [Remark(line_of(SCALE)), record_note()]
    return Document(
        "commitments",
        f"{title_of(answer.counts)}, {one.paragraph}",
        as_of_aside(answer.as_of),
        tuple(blocks),
        words.language,
        answer.as_of,
    )


def _facts(counts: StatusCounts) -> list[tuple[str, str]]:
    one = counts.commitment
    return [
        ("Addressed to", listed([id.replace("-", " ") for id in one.addressee])),
        ("Theme", one.theme.replace("-", " ")),
        ("Evidence", one.evidence or ""),
        ("Articles", "; ".join(one.articles)),
        ("Parts", "; ".join(one.parts)),
        ("Same as", "; ".join(one.same_as)),
        ("Conditional", "permissive wording, or for parties alone" if one.conditional else ""),
        ("Note", one.note or ""),
    ]


def progress_cells(one: CommitmentProgress) -> tuple[Cell, Cell, Cell]:
    """Status, date and evidence of one progress."""
    if one.decided:
        texts = [verdict_text(now) for _, now in one.decided]
        return cell("; ".join(texts)), cell(""), cell("treaty register", role=Role.QUIET)
    status = STATUS[one.status or Status.NO_INFORMATION]
    made = one.made
    dated = when(made) if made else ""
    role = Role.QUIET if one.status is Status.NO_INFORMATION else Role.PLAIN
    return cell(status, role=role), cell(dated), cell(evidence_text(one))


def _named(one: CommitmentProgress) -> tuple[Designation, ...]:
    """The designations behind a progress: that which puts it on record first."""
    return (one.record, *one.designations) if isinstance(one.record, Designation) else one.designations


def _designation_text(one: Designation) -> str:
    """An institution designated, with the days of its designation and notification where they were seen."""
    days = [
        f"designated {when(one.since)}" if one.since else "day of the designation not seen",
        f"notified {when(one.notified)}" if one.notified else "notification not seen",
    ]
    return f"{one.institution}{mark_of(one)}, {', '.join(days)}{sources_text(one.sources)}"


def evidence_text(one: CommitmentProgress) -> str:
    """What stands behind a progress: the assessment's basis and source, strategies, laws, standings beside it."""
    parts = []
    if one.assessment is not None:
        by = ASSESSED[one.assessment.basis] + (f" by {one.assessment.mechanism}" if one.assessment.mechanism else "")
        word = f", in its words {one.assessment.word!r}" if one.assessment.word else ""
        done = f"; done: {listed(list(one.assessment.parts))}" if one.assessment.parts else ""
        parts.append(f"{by}{word}{done}{sources_text(one.assessment.sources)}")
    if isinstance(one.record, CommitmentText):
        reference = f", {one.record.reference}" if one.record.reference else ""
        parts.append(f"{one.record.short['en']}{reference}, adopted for all{sources_text(one.record.sources)}")
    parts += [_designation_text(designation) for designation in _named(one)]
    for plan in one.strategies:
        name = plan.title if plan.title_en in {None, plan.title} else f"{plan.title} ({plan.title_en})"
        dated = f", {when(plan.approved)}" if plan.approved else ""
        draft = f", {plan.status}" if plan.status != "adopted" else ""
        parts.append(f"{name}{dated}{draft}{sources_text(plan.sources)}")
    parts += [f"{law.title}{f', {when(law.made)}' if law.made else ''}{sources_text(law.sources)}" for law in one.laws]
    parts += [f"{instrument.short['en']}: {verdict_text(now)}" for instrument, now in one.beside]
    return "; ".join(parts)
