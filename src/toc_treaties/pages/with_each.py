"""What comes first between one state and each other as a page: the purposes one after another."""

from collections.abc import Iterator

from toc_treaties.document import Block, Document, Remark
from toc_treaties.pages.basis import told
from toc_treaties.pages.body import body_of
from toc_treaties.pages.pairs import with_all_page
from toc_treaties.questions.with_each import WithEach
from toc_treaties.words.language import Words


def page(answer: WithEach, words: Words) -> Document:
    """The tables of all purposes on one page, with one foot."""
    title = words.say("{state}: what comes first with each other state", state=answer.state.name)
    first, *_ = answer.purposes
    cited = {source.id: source for part in answer.purposes for source in part.cited}
    purposes = [part.purpose for part in answer.purposes]
    return told("with-each", title, [*_body(answer, words)], first._replace(cited=(*cited.values(),)), purposes, words)


def _body(answer: WithEach, words: Words) -> Iterator[Block]:
    """The bodies of the pages of all purposes; what one of them remarks stands below them, once."""
    pages = [with_all_page(part, words) for part in answer.purposes]
    for page_of_purpose in pages:
        yield from body_of(page_of_purpose)
    yield from dict.fromkeys(block for made in pages for block in made.blocks if isinstance(block, Remark))
