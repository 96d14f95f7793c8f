"""A state's list of commitments with boxes: by document, theme, article or kind."""

from collections.abc import Callable, Iterable

from toc_treaties.document import Block, Box, Checklist, Item, cell, facts, line_of
from toc_treaties.model.assessment import Status
from toc_treaties.model.commitment import Catalogue
from toc_treaties.model.state import State
from toc_treaties.pages.commitments import evidence_text, progress_cells
from toc_treaties.pages.standings import sources_text
from toc_treaties.questions.commitments import CommitmentProgress
from toc_treaties.words.dates import when
from toc_treaties.words.phrases import capital

BOX = {
    Status.COMPLETE: Box.DONE,
    Status.MOSTLY_COMPLETE: Box.PARTLY,
    Status.PARTIALLY_COMPLETE: Box.PARTLY,
    Status.STARTED: Box.PARTLY,
    Status.NOT_STARTED: Box.OPEN,
    Status.NOT_APPLICABLE: Box.NOT_APPLICABLE,
    Status.ON_RECORD: Box.RECORDED,
    Status.NO_INFORMATION: Box.UNKNOWN,
}
BY = ("document", "theme", "article", "kind")


def lists(progress: Iterable[CommitmentProgress], catalogue: Catalogue, by: str) -> list[Checklist]:
    """The commitments in lists, in the order of the texts; one that falls under several headings stands under each."""
    key = _key(catalogue, by)
    headings: dict[str, list[CommitmentProgress]] = {}
    for one in progress:
        for heading in key(one):
            headings.setdefault(heading, []).append(one)
    return [Checklist("commitment_lists", heading, tuple(_items(found, by))) for heading, found in headings.items()]


def _key(catalogue: Catalogue, by: str) -> Callable[[CommitmentProgress], Iterable[str]]:
    match by:
        case "theme":
            return lambda one: (_title(one.commitment.theme),)
        case "kind":
            return lambda one: (_title(one.commitment.kind),)
        case "article":
            return lambda one: one.commitment.articles or ("No article",)
        case _:
            return lambda one: (_document(catalogue, one.commitment.document),)


def _document(catalogue: Catalogue, id: str) -> str:
    return catalogue.documents[id].title["en"] if id in catalogue.documents else id


def _title(slug: str) -> str:
    return capital(slug.replace("-", " "))


def _items(found: list[CommitmentProgress], by: str) -> Iterable[Item]:
    for one in found:
        commitment = one.commitment
        label = commitment.paragraph if by == "document" else commitment.id
        status, dated, _ = progress_cells(one)
        shown = f"{status.text}, {dated.text}" if dated.text else status.text
        details = [commitment.text["en"]]
        evidence = evidence_text(one)
        if evidence:
            details.append(evidence)
        if commitment.same_as and one.assessment is not None and one.assessment.commitment != commitment.id:
            details.append(f"recorded once, under {one.assessment.commitment}")
        yield Item(
            BOX[one.status or Status.NO_INFORMATION],
            label,
            cell(shown, role=status.role),
            tuple(line_of(detail) for detail in details),
        )


def also_recorded(state: State) -> list[Block]:
    """Questionnaires and contributions of a state, which answer several paragraphs at once."""
    notes: list[Block] = []
    for asked in state.questionnaires:
        given = f"submitted {when(asked.submitted)}" if asked.submitted else "no submission recorded"
        due = f", due {when(asked.due)}" if asked.due else ""
        notes.append(facts(("Questionnaire", f"{asked.name} {asked.year}{due}: {given}{sources_text(asked.sources)}.")))
    for paid in state.contributions:
        amount = f", {paid.amount}" if paid.amount else ""
        notes.append(facts(("Contribution", f"{paid.year} to {paid.to}{amount}{sources_text(paid.sources)}.")))
    return notes
