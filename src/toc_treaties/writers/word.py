"""Pieces of a Word file that the library which writes it does not know, or knows only as XML."""

import io
import zipfile
from collections.abc import Sequence
from copy import deepcopy
from typing import Any

import docx
from docx.document import Document as Word
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor
from docx.table import _Cell
from docx.text.paragraph import Paragraph

INK, LINK = RGBColor(0x1B, 0x1F, 0x24), RGBColor(0x1F, 0x4E, 0x79)
FONT = "Arial"
TAGS = {"en": "en-US", "es": "es-ES", "pt": "pt-BR", "fr": "fr-FR"}
"""The languages as Word proofs them: it has dictionaries of lands."""
SIZES = {"Title": 16, "Heading 1": 12, "Heading 2": 10.5, "Heading 3": 9.5, "Header": 8, "Footer": 7}
"""The size of each style, in points."""


def without_clock(content: bytes) -> bytes:
    """A packed file whose members bear one fixed day."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as packed, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for member in packed.infolist():
            made.writestr(
                zipfile.ZipInfo(member.filename, (1980, 1, 1, 0, 0, 0)), packed.read(member), zipfile.ZIP_DEFLATED
            )
    return out.getvalue()


def style_names(word: Word) -> set[str]:
    """The styles that a file has."""
    return {style.name for style in word.styles if style.name}


def styled(word: Word) -> None:
    """Our own look, through styles that an editor can change."""
    normal: Any = word.styles["Normal"]
    normal.font.size, normal.font.name, normal.paragraph_format.space_after = Pt(8.5), FONT, Pt(2)
    for name, size in SIZES.items():
        style: Any = word.styles[name]
        style.font.size, style.font.name, style.font.color.rgb = Pt(size), FONT, INK
        if name.startswith("Heading"):
            style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(7), Pt(2)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)


NEEDED = ("Normal", "Header", "Footer", "Heading 1", "Heading 2", "Heading 3")
"""The styles without which a page cannot be written; Word gives a file those alone that its author has used."""


def completed(word: Word) -> None:
    """A house's file with the styles that it lacks, as Word has them."""
    there = style_names(word)
    missing = [name for name in NEEDED if name not in there]
    if missing:
        plain = docx.Document().styles
        word.styles.element.extend(deepcopy(plain[name].element) for name in missing)


def spoken(word: Word, language: str) -> None:
    """The language of the text, in which Word proofs it and a machine reads it aloud."""
    style = word.styles["Normal"].element.get_or_add_rPr()
    for told in style.findall(qn("w:lang")):
        style.remove(told)
    told = OxmlElement("w:lang")
    told.set(qn("w:val"), TAGS.get(language, language))
    style.append(told)
    for theme in word.settings.element.findall(qn("w:themeFontLang")):
        theme.set(qn("w:val"), TAGS.get(language, language))


def emptied(word: Word) -> None:
    """A house's file without its text: its styles, heads and sheet stay."""
    body = word.element.body
    for child in list(body):
        if child.tag != qn("w:sectPr"):
            body.remove(child)


def add_field(paragraph: Paragraph, code: str, shown: str) -> None:
    """A field that Word works out, as the number of a page."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = shown
    run.append(text)
    field.append(run)
    paragraph._p.append(field)  # noqa: SLF001 - the library has no other way


def add_link(word: Word, paragraph: Paragraph, url: str) -> None:
    """An address that can be followed."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), word.part.relate_to(url, kind, is_external=True))
    run = paragraph.add_run(url)
    run.font.color.rgb, run.font.underline = LINK, True
    link.append(run._r)  # noqa: SLF001 - as above
    paragraph._p.append(link)  # noqa: SLF001 - as above


def _flag(row: Any, name: str) -> None:  # noqa: ANN401 - the library's row
    row._tr.get_or_add_trPr().append(OxmlElement(name))  # noqa: SLF001 - as above


def repeat(row: Any) -> None:  # noqa: ANN401 - the library's row
    """A row that stands at the head of every sheet."""
    _flag(row, "w:tblHeader")


def keep_whole(row: Any) -> None:  # noqa: ANN401 - the library's row
    """A row that no sheet breaks."""
    _flag(row, "w:cantSplit")


def shade(cell: _Cell, pattern: str, fill: str) -> None:
    """Fill a cell with a colour, or hatch it."""
    shade = OxmlElement("w:shd")
    for name, value in (("val", pattern), ("color", "BFBFBF"), ("fill", fill)):
        shade.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(shade)  # noqa: SLF001 - as above


def turn(cell: _Cell) -> None:
    """Turn what a cell says upright."""
    direction = OxmlElement("w:textDirection")
    direction.set(qn("w:val"), "btLr")
    cell._tc.get_or_add_tcPr().append(direction)  # noqa: SLF001 - as above


def rule_below(cell: _Cell) -> None:
    """A line to write on."""
    borders, bottom = OxmlElement("w:tcBorders"), OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "4"), ("color", "7F7F7F")):
        bottom.set(qn(f"w:{name}"), value)
    borders.append(bottom)
    cell._tc.get_or_add_tcPr().append(borders)  # noqa: SLF001 - as above


def set_widths(columns: Any, widths: Sequence[float]) -> None:  # noqa: ANN401 - the library's columns
    """Set the widths of columns, in millimetres."""
    for column, width in zip(columns, widths, strict=True):
        column.width = Mm(width)
        for cell in column.cells:
            cell.width = Mm(width)


def ruled(table: Any, margin: float) -> None:  # noqa: ANN401 - the library's table
    """Hairlines between rows alone, and cells with a margin of so many millimetres."""
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="A6A6A6"/>' for side in ("top", "bottom", "insideH")
    )
    width = round(margin * 56.7)
    cells = "".join(f'<w:{side} w:w="{width}" w:type="dxa"/>' for side in ("left", "right"))
    properties = table._tbl.tblPr  # noqa: SLF001 - as above
    properties.append(parse_xml(f"<w:tblBorders {nsdecls('w')}>{sides}</w:tblBorders>"))
    properties.append(parse_xml(f"<w:tblCellMar {nsdecls('w')}>{cells}</w:tblCellMar>"))


def rule_left(cell: _Cell) -> None:
    """A line between two lists that stand side by side."""
    cell._tc.get_or_add_tcPr().append(  # noqa: SLF001 - as above
        parse_xml(f'<w:tcBorders {nsdecls("w")}><w:left w:val="single" w:sz="8" w:color="000000"/></w:tcBorders>')
    )
