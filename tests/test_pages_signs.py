"""Every sign and every id on a page is explained on that page, and nothing else is."""

import re
from collections.abc import Iterator

import pytest

from tests.answers import QUESTIONS, Answers
from toc_treaties.document import (
    Block,
    Box,
    Checklist,
    ColumnKind,
    Document,
    Footnote,
    Layout,
    Legend,
    Map,
    Sources,
    Table,
    marks_in,
    spans_in,
)
from toc_treaties.words.phrases import DAY_MARK, MARK

AS_THEY_WERE = ("authorities", "commitments")
"""Questions whose pages do not yet end in the common foot."""
REWRITTEN = [name for name in QUESTIONS if name.split("-")[0] not in AS_THEY_WERE]
NUMBERS = re.compile(r"[¹²³⁴⁵⁶⁷⁸⁹]")
FOOT = (Footnote, Legend)
FILLED = {Box.DONE: "[x]", Box.NOT_APPLICABLE: "[–]"}
"""The boxes that are filled; every other is left to a pen."""


def body_of(page: Document) -> list[Block]:
    """The blocks of a page that can carry a sign."""
    return [block for block in page.blocks if not isinstance(block, FOOT)]


def symbols_in(page: Document) -> Iterator[str]:
    """The symbols that stand in the columns of symbols."""
    for table in (block for block in page.blocks if isinstance(block, Table)):
        for row in (row for section in table.sections for row in section.rows):
            for column, entry in zip(table.columns, row, strict=True):
                if column.kind is ColumnKind.SYMBOL and not re.search(r"\d", entry.text):
                    yield entry.text


def letters_in(page: Document) -> Iterator[str]:
    """The letters of acts behind a day, those of kinds of statements, and the brackets of a consent that has ended."""
    for table in (block for block in page.blocks if isinstance(block, Table)):
        for row in (row for section in table.sections for row in section.rows):
            for column, entry in zip(table.columns, row, strict=True):
                if column.kind is ColumnKind.DAY and table.layout is Layout.MATRIX:
                    yield from re.findall("[·¿✕○–?]$|^[◐⊗◍◒]", entry.text)
                if column.kind is ColumnKind.DAY:
                    yield from re.findall(r"\d‡? ([AacdPs]+)\b", entry.text)
                    yield from ["[ ]"] if "[" in entry.text else []
                if column.key == "statements":
                    yield from re.findall(r"\b[A-Z]\b", entry.text)


def signs_on(page: Document) -> set[str]:
    """Every sign that a page uses: symbols, letters, the two marks, the numbers of footnotes."""
    body = body_of(page)
    heads = [column.heading for block in body if isinstance(block, Table) for column in block.columns]
    heads += [tile.name for block in body if isinstance(block, Map) for tile in block.tiles]
    texts = [*heads, *(span.text for span in spans_in(body))]
    marks = {sign for sign, times in marks_in(body, (MARK, DAY_MARK)).items() if times}
    boxes = {FILLED.get(item.box, "[ ]") for block in body if isinstance(block, Checklist) for item in block.items}
    codes = {column.heading for block in body if isinstance(block, Table) for column in block.columns} & legend_of(page)
    return {*symbols_in(page), *letters_in(page), *codes, *marks, *boxes, *NUMBERS.findall(" ".join(texts))} - {""}


def legend_of(page: Document) -> set[str]:
    """The signs that a page's legends explain."""
    return {sign for block in page.blocks if isinstance(block, Legend) for sign, _ in block.entries}


def explained_on(page: Document) -> set[str]:
    """Every sign that a page explains, in its legend or in a footnote."""
    return {*legend_of(page), *(block.sign for block in page.blocks if isinstance(block, Footnote))}


@pytest.mark.parametrize("name", REWRITTEN)
def test_each_sign_that_occurs_is_explained_and_no_other(answers: Answers, name: str) -> None:
    """Whoever holds the page needs no other: each mark and symbol on it has its meaning there, and only those."""
    page = answers[name].document
    assert explained_on(page) == signs_on(page)


@pytest.mark.parametrize("name", REWRITTEN)
def test_each_id_in_brackets_leads_to_the_source_list(answers: Answers, name: str) -> None:
    """A source cited by its id stands in the list on the same page, and no other does."""
    page = answers[name].document
    cited = {id for span in spans_in(body_of(page)) for id in span.cites}
    listed = [row.id for block in page.blocks if isinstance(block, Sources) for row in block.rows]
    assert sorted(cited) == sorted(listed)
    known = set(re.findall(r"\[([a-z0-9-]+)[\],]", answers[name].text(200)))
    assert known - {"x"} <= set(listed), "an x fills the box of a checklist"


ISO_DAY = re.compile(r"(?<![\w-])\d{4}-\d\d-\d\d(?![\w-])")


@pytest.mark.parametrize("name", REWRITTEN)
def test_a_page_has_one_style_of_days(answers: Answers, name: str) -> None:
    """A day stands on a page as people write it, in a note of the register too; ISO is for data."""
    assert ISO_DAY.findall(answers[name].text(200)) == []
