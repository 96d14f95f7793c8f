"""Sources by number, as print cites them: each by the place where it stands in the page's own list."""

from collections.abc import Mapping, Sequence

from toc_treaties.document import Block, Sources, Span

Numbers = Mapping[str, int]
"""The number of each source that a page lists, by its id."""


def numbers_of(blocks: Sequence[Block]) -> Numbers:
    """The sources that a page lists, numbered from 1 in the order of its list."""
    ids = (row.id for block in blocks if isinstance(block, Sources) for row in block.rows)
    return {id: number for number, id in enumerate(dict.fromkeys(ids), 1)}


def cited(span: Span, numbers: Numbers) -> list[str]:
    """What a run of text cites: a number for each source that the page lists, the id of any other."""
    return [str(numbers.get(id, id)) for id in span.cites]
