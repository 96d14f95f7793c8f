"""A page of the site as files for paper and for spreadsheets, as the commands make them."""

from collections.abc import Iterator

from toc_treaties.document import DataUsed
from toc_treaties.faces import lines_of, record_of, workbook_of
from toc_treaties.site.leaves import Leaf
from toc_treaties.words.language import Words
from toc_treaties.writers import FORMATS, Takes
from toc_treaties.writers.sheet import Paper, Sheet

PRINTS = ("pdf", "xlsx")
"""The formats in which pages are printed, where what writes them is installed."""


def prints_here() -> tuple[str, ...]:
    """The formats whose library is installed."""
    return tuple(name for name in PRINTS if FORMATS[name].is_there)


def name_of(leaf: Leaf, language: str, format: str) -> str:
    """What a file of a page is called, so that it can be told from others where it was saved: haiti-es.pdf."""
    return f"{leaf.called.rpartition('/')[2]}-{language}.{format}"


def printed(
    leaf: Leaf, answer: object, words: Words, used: DataUsed, formats: tuple[str, ...]
) -> Iterator[tuple[str, bytes]]:
    """The answer of a page in some formats, each with its name."""
    if not formats:
        return
    page = leaf.of_question(answer, words)._replace(data=used)
    for format in formats:
        chosen = FORMATS[format]
        given = (
            page
            if chosen.takes is Takes.PRINTED
            else workbook_of(
                page, record_of(leaf.question, leaf.kind)(answer), lines_of(leaf.question, leaf.kind, answer)
            )
        )
        made = chosen.writer.write(given, Sheet(Paper.A4))
        yield name_of(leaf, words.language, format), made if isinstance(made, bytes) else made.encode()
