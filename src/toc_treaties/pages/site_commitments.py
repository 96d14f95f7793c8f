"""The commitments as pages of the site: each paragraph behind the name of its text, which leads to its page."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from toc_treaties.document import Block, Checklist, Document, Role, Table, cell
from toc_treaties.model.commitment import Catalogue, Commitment, CommitmentText
from toc_treaties.pages import checklist, commitments
from toc_treaties.questions.across import Overview
from toc_treaties.questions.checklist import StateChecklist
from toc_treaties.words.duties import ADDRESSEE
from toc_treaties.words.language import Words


def paragraph_names(catalogue: Catalogue, words: Words) -> dict[str, str]:
    """Each paragraph behind the name of its text, by the commitment's id: Hemispheric Strategy 1.e.

    Where a paragraph holds two commitments, the name says to whom each is addressed.
    """
    return dict(_named(catalogue.commitments.values(), catalogue.documents, words))


def shared_paragraphs(commitments: Iterable[Commitment]) -> set[tuple[str, str]]:
    """The paragraphs that hold more than one commitment, each behind the id of its text."""
    found = Counter((each.document, each.paragraph) for each in commitments)
    return {paragraph for paragraph, number in found.items() if number > 1}


def _named(every: Iterable[Commitment], texts: Mapping[str, CommitmentText], words: Words) -> Iterator[tuple[str, str]]:
    commitments = tuple(every)
    shared = shared_paragraphs(commitments)
    for each in commitments:
        text = texts.get(each.document)
        short = words.name(text.short) if text else each.document
        name = words.say("{document} {paragraph}", document=short, paragraph=each.paragraph)
        if (each.document, each.paragraph) in shared:
            whom = words.listed(words.term(ADDRESSEE, id) for id in each.addressee)
            name = words.say("{name} ({addressee})", name=name, addressee=whom)
        yield each.id, name


def index_page(answer: Overview, words: Words) -> Document:
    """The catalogue."""
    texts = {each.document.id: each.document for each in answer.counts if each.document is not None}
    named = dict(_named((each.commitment for each in answer.counts), texts, words))
    in_order = {id: [named[each.commitment.id] for each in counts] for id, counts in answer.by_document.items()}
    made = commitments.page(answer, words)
    return made._replace(blocks=tuple(_table_in_full(block, in_order) for block in made.blocks))


def _table_in_full(block: Block, in_order: Mapping[str, list[str]]) -> Block:
    """The table of one text with its paragraphs named in full; it has a row for each, in their order."""
    if not isinstance(block, Table) or block.key not in in_order:
        return block
    (section,) = block.sections
    named = zip(in_order[block.key], section.rows, strict=True)
    rows = tuple((cell(name, role=Role.STRONG), *row[1:]) for name, row in named)
    return block._replace(sections=(section._replace(rows=rows),))


def checklist_page(answer: StateChecklist, words: Words) -> Document:
    """The checklist of one state."""
    of_states = [each for each in answer.catalogue.commitments.values() if each.of_states]
    names = dict(_named(of_states, answer.catalogue.documents, words))
    named = {(each.document, each.paragraph): names[each.id] for each in of_states}
    made = checklist.page(answer, words)
    return made._replace(blocks=tuple(_list_in_full(block, named) for block in made.blocks))


def _list_in_full(block: Block, named: Mapping[tuple[str, str], str]) -> Block:
    """The list of one text with its paragraphs named in full."""
    if not isinstance(block, Checklist):
        return block
    items = (item._replace(label=named.get((block.key, item.label), item.label)) for item in block.items)
    return block._replace(items=tuple(items))
