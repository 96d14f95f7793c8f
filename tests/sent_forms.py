"""Filled forms as programs save them: workbooks put together part by part, so that a test says what they hold."""

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
HEAD = ("state", "year", "figure", "value")
PLAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"


def text(value: str) -> str:
    """The inside of a cell that holds a text of its own."""
    return f'<c t="inlineStr"><is><t>{escape(value)}</t></is></c>'


def row(*cells: str) -> str:
    """A row of cells, of which each may be a text or a cell as XML."""
    return "<row>" + "".join(cell if cell.startswith("<c") else text(cell) for cell in cells) + "</row>"


def form(*cells: str) -> str:
    """The rows of a form for Haiti in 2024 whose one figure has a cell as XML as its value."""
    return row(*HEAD) + "".join(row("HTI", "2024", "coop-mla", cell) for cell in cells)


def workbook(
    rows: str | Mapping[str, str],
    *,
    states: Mapping[str, str] | None = None,
    types: str = PLAIN,
    styles: str = "",
    strings: str = "",
    parts: Mapping[str, bytes | str] | None = None,
) -> bytes:
    """A workbook of sheets, by their names, with whatever else is to lie in it."""
    sheets = {"return": rows} if isinstance(rows, str) else rows
    listed = "".join(
        f'<sheet name="{escape(name)}" sheetId="{n}" r:id="s{n}" state="{(states or {}).get(name, "visible")}"/>'
        for n, name in enumerate(sheets, 1)
    )
    related = "".join(
        f'<Relationship Id="s{n}" Type="{RELATED}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n in range(1, len(sheets) + 1)
    )
    related += f'<Relationship Id="t" Type="{RELATED}/styles" Target="styles.xml"/>'
    related += f'<Relationship Id="u" Type="{RELATED}/sharedStrings" Target="/xl/sharedStrings.xml"/>'
    held: dict[str, bytes | str] = {
        "[Content_Types].xml": f'<Types><Override PartName="/xl/workbook.xml" ContentType="{types}"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r" Type="{RELATED}/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{RELATED}"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}">{related}</Relationships>',
        "xl/styles.xml": f'<styleSheet xmlns="{MAIN}">{styles}</styleSheet>',
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{strings}</sst>',
    }
    for n, body in enumerate(sheets.values(), 1):
        data = f'<worksheet xmlns="{MAIN}"><sheetData>{body}</sheetData></worksheet>'
        held[f"xl/worksheets/sheet{n}.xml"] = data
    held.update(parts or {})
    return zipped(held)


def zipped(parts: Mapping[str, bytes | str]) -> bytes:
    """A file of parts, packed."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def unzipped(content: bytes) -> dict[str, bytes]:
    """The parts of a packed file."""
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        return {name: file.read(name) for name in file.namelist()}
