"""A state's commitments with boxes: by document, theme, article or kind; each once."""

from collections.abc import Iterable, Iterator

from toc_treaties.document import Box, Checklist, Facts, Item, Line, cell, line_of
from toc_treaties.model.assessment import Status
from toc_treaties.model.state import State
from toc_treaties.model.vocabulary import Grouped
from toc_treaties.pages.commitment_evidence import evidence_line
from toc_treaties.pages.measure_lines import on_record_text
from toc_treaties.pages.standings import title_mark
from toc_treaties.questions.checklist import StateChecklist
from toc_treaties.questions.commitments import CommitmentProgress
from toc_treaties.words.language import Words
from toc_treaties.words.phrases import STATUS
from toc_treaties.words.records import COMMITMENT_KIND, THEME

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


def lists(answer: StateChecklist, by: Grouped, words: Words) -> Iterator[Checklist]:
    """The commitments in lists, in the order of the texts; one of several articles stands under the first of them."""
    for key, progress in answer.grouped(by):
        yield Checklist(key, _heading(key, by, answer, words), tuple(_item(one, by, answer, words) for one in progress))


def _heading(key: str, by: Grouped, answer: StateChecklist, words: Words) -> str:
    match by:
        case Grouped.THEME:
            return words.term(THEME, key)
        case Grouped.KIND:
            return words.term(COMMITMENT_KIND, key)
        case Grouped.DOCUMENT if key in answer.catalogue.documents:
            document = answer.catalogue.documents[key]
            return words.name(document.title) + title_mark(document, words)
        case Grouped.ARTICLE if key:
            return words.name(answer.instruments[key].short)
        case Grouped.ARTICLE:
            return words.say("No article")
        case _:
            return key


def _item(progress: CommitmentProgress, by: Grouped, answer: StateChecklist, words: Words) -> Item:
    commitment = progress.commitment
    status = progress.status or Status.NO_INFORMATION
    shown = words.term(STATUS, status) if status is not Status.NO_INFORMATION else ""
    if progress.made:
        shown = words.say("{status}, {day}", status=shown, day=progress.made)
    label = commitment.paragraph if by is Grouped.DOCUMENT else commitment.id
    if by is Grouped.ARTICLE and commitment.articles:
        article = commitment.articles[0].rpartition(" ")[2]
        label = words.say("art. {article}  {commitment}", article=article, commitment=commitment.id)
    return Item(BOX[status], label, cell(shown), tuple(_details(progress, by, answer, words)))


def _details(progress: CommitmentProgress, by: Grouped, answer: StateChecklist, words: Words) -> Iterator[Line]:
    commitment = progress.commitment
    text = words.name(commitment.text)
    if by is Grouped.ARTICLE and len(commitment.articles) > 1:
        others = (_article(article, answer, words) for article in commitment.articles[1:])
        text = words.joined((text, words.say("also {articles}", articles=words.listed(others))))
    yield line_of(text)
    evidence = evidence_line(progress, words, measures=False)
    if evidence:
        yield evidence
    if progress.measures:
        yield line_of(on_record_text(progress.measures, words))
    if progress.assessment is not None and progress.assessment.commitment != commitment.id:
        yield line_of(words.say("recorded once, under {commitment}", commitment=progress.assessment.commitment))


def also_recorded(state: State, words: Words) -> Facts:
    """A state's contributions, which answer several paragraphs at once."""
    return Facts(tuple(_contributions(state, words)))


def _contributions(state: State, words: Words) -> Iterable[tuple[str, Line]]:
    for paid in state.contributions:
        text = words.joined((str(paid.year), words.say("to {fund}", fund=paid.to), paid.amount or ""))
        yield words.say("Contribution"), line_of(text, cites=paid.sources)


def _article(citation: str, answer: StateChecklist, words: Words) -> str:
    """An article by the short title of its instrument: UNTOC 31."""
    id, _, article = citation.partition(" ")
    name = words.name(answer.instruments[id].short) if id in answer.instruments else id
    return words.say("{instrument} {article}", instrument=name, article=article)
