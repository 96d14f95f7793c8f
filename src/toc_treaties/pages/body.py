"""The body of a page within another: what all pages have at their foot stands once, at that of the whole."""

from collections.abc import Iterator

from toc_treaties.document import Block, Caution, Document, Footnote, Heading, Provenance, Remark, Sources
from toc_treaties.words.phrases import DAY_MARK, MARK

AT_FOOT = (Caution, Footnote, Provenance, Remark, Sources)
"""What stands at the foot of each page, and once at that of the whole."""


def body_of(document: Document, *, deeper: int = 0) -> Iterator[Block]:
    """The body of a page, its headings so much deeper; footnotes of its own go with it."""
    for block in document.blocks:
        if isinstance(block, Heading):
            yield block._replace(level=block.level + deeper)
        elif not isinstance(block, AT_FOOT) or (isinstance(block, Footnote) and block.sign not in {MARK, DAY_MARK}):
            yield block
