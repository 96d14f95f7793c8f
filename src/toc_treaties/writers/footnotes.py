"""Footnotes of a Word file, which the library that writes it does not know: one for each source, where first cited."""

from collections.abc import Iterable
from typing import Any
from xml.sax.saxutils import escape

from docx.document import Document as Word
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from toc_treaties.document import Document, Sources, text_of
from toc_treaties.writers.printed import printable

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
RAISED = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
SEPARATORS = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
)


class Footnotes:
    """The footnotes of a file; `numbers` are those that the sources have got so far."""

    def __init__(self, word: Word, document: Document) -> None:
        self.word = word
        listed = (row for block in document.printed if isinstance(block, Sources) for row in block.rows)
        self.texts = {row.id: text_of(row.line) for row in listed}
        self.numbers: dict[str, int] = {}
        if "footnote text" not in {style.name for style in word.styles}:
            style: Any = word.styles.add_style("footnote text", WD_STYLE_TYPE.PARAGRAPH)
            style.base_style, style.font.size = word.styles["Normal"], Pt(7.5)
        self.style = next(style.style_id for style in word.styles if style.name == "footnote text")

    def cite(self, paragraph: Paragraph, ids: Iterable[str]) -> None:
        """Cite sources: the first time by a footnote, later by its number."""
        for index, id in enumerate(ids):
            if index:
                paragraph.add_run(", ").font.superscript = True
            known = id in self.numbers
            number = self.numbers.setdefault(id, len(self.numbers) + 1)
            for part in _again(number) if known else _first(number):
                paragraph._p.append(parse_xml(part))  # noqa: SLF001 - the library has no other way

    def bind(self) -> None:
        """Put the footnotes into the file."""
        if not self.numbers:
            return
        notes = "".join(self._note(id, number) for id, number in self.numbers.items())
        text = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:footnotes xmlns:w="{MAIN}">'
        content = f"{text}{SEPARATORS}{notes}</w:footnotes>".encode()
        part = Part(PackURI("/word/footnotes.xml"), KIND, content, self.word.part.package)
        self.word.part.relate_to(part, RELATION)

    def _note(self, id: str, number: int) -> str:
        said = escape(printable(" ".join(filter(None, (self.texts.get(id, ""), f"[{id}]")))))
        return (
            f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="{self.style}"/></w:pPr>'
            f'<w:r>{RAISED}<w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> {said}</w:t></w:r></w:p></w:footnote>'
        )


def _first(number: int) -> tuple[str, ...]:
    """A footnote, in a bookmark by which it can be cited again."""
    named = f'xmlns:w="{MAIN}" w:id="{number}"'
    return (
        f'<w:bookmarkStart {named} w:name="_source{number}"/>',
        f'<w:r xmlns:w="{MAIN}">{RAISED}<w:footnoteReference w:id="{number}"/></w:r>',
        f"<w:bookmarkEnd {named}/>",
    )


def _again(number: int) -> tuple[str, ...]:
    """The number of a footnote that stands above, which Word keeps right."""
    shown = f"<w:r>{RAISED}<w:t>{number}</w:t></w:r>"
    return (f'<w:fldSimple xmlns:w="{MAIN}" w:instr="NOTEREF _source{number} \\h">{shown}</w:fldSimple>',)
