"""The commitments as pages of the site: each paragraph behind the name of its text, which leads to its page."""

from collections.abc import Mapping

from toc_treaties.document import Block, Checklist, Document, Role, Table, cell
from toc_treaties.model.commitment import Commitment, CommitmentText
from toc_treaties.pages import checklist, commitments
from toc_treaties.questions.across import Overview
from toc_treaties.questions.checklist import StateChecklist
from toc_treaties.words.language import Words


def paragraph_name(text: CommitmentText | None, commitment: Commitment, words: Words) -> str:
    """A paragraph behind the name of its text, so that a reader knows which it is: Hemispheric Strategy 1.e."""
    short = words.name(text.short) if text else commitment.document
    return words.say("{document} {paragraph}", document=short, paragraph=commitment.paragraph)


def index_page(answer: Overview, words: Words) -> Document:
    """The catalogue."""
    named = {
        (each.commitment.document, each.commitment.paragraph): paragraph_name(each.document, each.commitment, words)
        for each in answer.counts
    }
    made = commitments.page(answer, words)
    return made._replace(blocks=tuple(_in_full(block, named) for block in made.blocks))


def checklist_page(answer: StateChecklist, words: Words) -> Document:
    """The checklist of one state."""
    texts = answer.catalogue.documents
    named = {
        (each.document, each.paragraph): paragraph_name(texts.get(each.document), each, words)
        for each in answer.catalogue.commitments.values()
    }
    made = checklist.page(answer, words)
    return made._replace(blocks=tuple(_in_full(block, named) for block in made.blocks))


def _in_full(block: Block, named: Mapping[tuple[str, str], str]) -> Block:
    """A table or a list of one text with its paragraphs named in full."""
    if isinstance(block, Checklist):
        items = (item._replace(label=named.get((block.key, item.label), item.label)) for item in block.items)
        return block._replace(items=tuple(items))
    if isinstance(block, Table):
        sections = (
            section._replace(
                rows=tuple(
                    (cell(name, role=Role.STRONG), *row[1:]) if (name := named.get((block.key, row[0].text))) else row
                    for row in section.rows
                )
            )
            for section in block.sections
        )
        return block._replace(sections=tuple(sections))
    return block
