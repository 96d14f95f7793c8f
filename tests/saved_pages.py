"""Pages of depositaries written by hand, in the forms in which people save them, and the harm that can come to one."""

import quopri
import re
import unicodedata
from collections.abc import Callable, Iterator
from html import escape
from pathlib import Path

from toc_treaties.cli.session import Session
from toc_treaties.model.register import Register

UNTC_ROWS = (
    ("Argentina", "12 Dec 2000", "19 Nov 2002"),
    ("Bolivia (Plurinational State of)<sup><a>2</a>, <a>3</a></sup>", "", "10 Oct 2005 a"),
    ("Cambodia", "3 Jun 2001", "[12 Dec 2005 ]"),
    ("Haiti", "13 Dec 2000", ""),
    ("Peru", "", "14 Mar 2002 d"),
    ("Serbia", "[12 Dec 2000 ]", ""),
    ("Uruguay", " 3 Jan\t 2001 d", " 4 Mar\t 2005 AA"),
    ("Venezuela (Bolivarian Republic of)", "14 Dec 2000", "13 May 2002"),
)  # fmt: skip
UNTC_HEADS = ("Signature, Succession to signature(d)", "Approval(AA), Accession(a), Succession(d), Ratification")


def untc(
    rows: tuple[tuple[str, ...], ...] = UNTC_ROWS,
    heads: tuple[str, ...] = UNTC_HEADS,
    totals: str = "Signatories : 5. Parties : 5.",
    treaty: str = "XVIII-12",
) -> str:
    """A status page of the United Nations Treaty Collection."""
    lines = [
        f"<tr class='{('trBWhite', 'trBGGrey')[at % 2]}'>" + "".join(f"<td>{cell}<br/></td>" for cell in row) + "</tr>"
        for at, row in enumerate(rows)
    ]
    return "\n".join([
        "<html><head><meta charset='utf-8'></head><body>",
        "<span class='asat'>STATUS AS AT : 03-02-2026 10:16:18 EDT</span>",
        f"<a href='/doc/Publication/MTDSG/Chapter/{treaty}.en.xml'>VIEW XML</a>",
        "<div class='treatyCenter'>12. A Convention</div>",
        f"<div id='x_rptStatus_ctl00_tcText'>{totals}</div>",
        "<table id='x_tblgrid'>",
        "<tr><td>Participant<sup>1</sup></td>" + "".join(f"<td>{head}</td>" for head in heads) + "</tr>",
        *lines,
        "</table></body></html>",
    ])  # fmt: skip


HEAD = """Multilateral Treaties

A-59: OPTIONAL PROTOCOL

ADOPTED AT: MANAGUA, NICARAGUA

DATE: 06/11/93

GENERAL INFORMATION OF THE TREATY: A-59
"""
COLUMNS = f"""{HEAD}
===============================================================================
SIGNATORY COUNTRIES    SIGNATURE REF   RA/AC/AD REF   DEPOSIT INST  INFORMA REF
===============================================================================
Brasil ..............   05/03/94       10/10/07       11/12/07 RA     /  /   5
Colombia.............     /  /         12/04/02\t      01/13/03 RA     /  /
Czech Republic.......     /  /        7/12/2019      10/17/2019 AD    /  /   3
Estados Unidos ......   01/10/95       01/05/01       05/25/01 AC     /  /   1
Haiti ...............   01/10/95         /  /           /  /          /  /
===============================================================================
REF = REFERENCE                                      INST = TYPE OF INSTRUMENT
"""
TABLE = f"""{HEAD}COUNTRY SIGNATURE RATIFICATION/ACCESSION DEPOSIT INFORMATION*
Argentina 06/11/93 02/29/96 04/19/96 RA -
Antigua & Barbuda - - - -
Haiti 06/11/93 - - -
Ukraine - 10/18/2022 1/5/2023 AC Yes

*DECLARATIONS/RESERVATIONS
"""
CHART_ROWS = (
    ("Albania", "23/11/2001", "20/06/2002", "01/07/2004", "", "", "", "A."),
    ("Andorra", "23/04/2013", "", "", "", "", "", ""),
    ("Argentina", "", "05/06/2018", "01/10/2018", "a", "R.", "", "A."),
    ("Canada", "23/11/2001", "08/07/2015", "01/11/2015", "", "R.", "D.", ""),
)
CHART_HEADS = ("", "Signature", "Ratification", "Entry into Force", "Notes", "R.", "D.", "A.")
CHART = """Chart of signatures and ratifications of Treaty 185
CETS No. 185
Status as of 03/12/2025
{table}
Total number of signatures not followed by ratifications: {signed}
Total number of ratifications/accessions: {parties}
"""


def chart(signed: int = 1, parties: int = 3) -> str:
    """The chart of the Council of Europe with bars between its cells."""
    table = "\n".join("| " + " | ".join(row) + " |" for row in (CHART_HEADS, *CHART_ROWS))
    return CHART.format(table=table, signed=signed, parties=parties)


def spaced_chart() -> str:
    """The same with gaps: three blanks, and four more for each empty cell."""
    table = "\n".join("   ".join(cell or " " for cell in row) for row in CHART_ROWS)
    head = "   Signature  Ratification  Entry into force  Notes  R.  D.  A. "
    return CHART.format(table=f"{head}\n{table}", signed=1, parties=3)


def html_chart() -> str:
    """The same as a table of HTML."""
    rows = ("".join(f"<td>{cell}</td>" for cell in row) for row in (CHART_HEADS, *CHART_ROWS))
    table = "<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"
    text = CHART.format(table=table, signed=1, parties=3)
    return f"<html><body><p>{text.replace(chr(10), '</p><p>')}</p></body></html>"


SERVICE = """[{"CodePays": "HTI", "LibPaysOrga": "Haiti", "NumSTE": "185", "DateSignature": null,
"DateConsentement": null, "DateEntreeVigueur": null},
{"CodePays": "ARG", "LibPaysOrga": "Argentina", "NumSTE": "185", "DateSignature": null,
"DateConsentement": "2018-06-05T00:00:00", "DateEntreeVigueur": "2018-10-01T00:00:00"}]"""
PLAIN = """treaty,as_at,participant,signature,action,date,withdrawn
UNTC XVIII-12,2026-02-03,Haiti,2000-12-13,ratification,2011-04-19,
UNTC XVIII-12,2026-02-03,Peru,2000-12-14,,,
"""


def held_in(folder: Path) -> Register:
    """The register of a folder, with all states."""
    session = Session.open(folder)
    return session.register(session.slugs)


def archived(text: str) -> bytes:
    """A page in one file, as browsers archive it (MHTML): its HTML in quoted-printable, between other parts."""
    part = "--b\r\nContent-Type: {}; charset={}\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    kind = 'Content-Type: multipart/related;\r\n\tboundary="b"\r\n\r\n'
    head = f"From: <Saved by Blink>\r\nSubject: t\r\nMIME-Version: 1.0\r\n{kind}"
    html = quopri.encodestring(text.replace("\n", "\r\n").encode()) + b"\r\n"
    other = part.format("text/css", "utf-8").encode() + b"a {}\r\n"
    return head.encode() + part.format("text/html", "utf-8").encode() + html + other + b"--b--\r\n"


def view_of_source(text: str) -> bytes:
    """A page that was saved from a browser's view of its source: a table with a line of the source in each row."""
    lines = (
        f'<tr><td class="line-number" value="{at}"></td><td class="line-content">'
        f'<span class="html-tag">{escape(line)}</span></td></tr>'
        for at, line in enumerate(text.splitlines(), start=1)
    )
    return f"<html><body><table><tbody>{''.join(lines)}</tbody></table></body></html>".encode()


SAVED: dict[str, Callable[[str], bytes]] = {
    "UTF-8 with a mark": lambda text: b"\xef\xbb\xbf" + text.encode(),
    "UTF-16": lambda text: text.encode("utf-16"),
    "UTF-16 without a mark": lambda text: text.encode("utf-16-le"),
    "Windows-1252": lambda text: text.replace("utf-8", "windows-1252").encode("cp1252"),
    "Windows-1252 that calls itself Latin": lambda text: text.replace("utf-8", "iso-8859-1").encode("cp1252"),
    "Windows-1252 that says nothing": lambda text: text.encode("cp1252"),
    "the Mac's older letters, declared": lambda text: text.replace("utf-8", "macintosh").encode("mac-roman"),
    "accents apart from their letters": lambda text: unicodedata.normalize("NFD", text).encode(),
    "lines of Windows": lambda text: text.replace("\n", "\r\n").encode(),
}
"""How one and the same page comes out of browsers and editors."""

DAY = re.compile(
    r"\[? ?\d{1,2} [A-Z][a-z]{2}\s+\d{4} ?[A-Za-z]{0,2} ?\]?|\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})(?: (?:RA|AC|AD))?"
)
BLANK_OR_DAY = re.compile(r"\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})|/ *?/|(?<= )-(?= )")
TOTAL = re.compile(r"((?:Signatories|Parties)\s*:\s*|Total number of [a-z /]+: )(\d+)")


def some(found: list[re.Match[str]], number: int) -> list[re.Match[str]]:
    """So many of what was found, from all over the page."""
    return found[:: max(1, len(found) // number)]


def harmed(text: str) -> Iterator[tuple[str, str]]:
    """A page harmed in each way in which pages come to harm, with the name of the harm."""
    yield from (("cut", text[: len(text) * tenth // 10]) for tenth in range(1, 10))
    for total in TOTAL.finditer(text):
        for number in (int(total[2]) - 1, int(total[2]) + 1):
            yield "total", with_(text, total, f"{total[1]}{number}")
    html = "<tr" in text
    pattern = r"<tr[^>]*>(?:(?!</tr>).)*?<td.*?</tr>\s*" if html else r"^[A-Z|].*(?:\d/\d\d|/ +/| - - ).*\n"
    rows = [row for row in re.finditer(pattern, text, re.DOTALL if html else re.MULTILINE) if "DATE" not in row[0]]
    rows = [row for row in rows if DAY.search(row[0]) or " - - " in row[0] or "/  /" in row[0]]
    rows = [row for row in rows if ":" not in re.sub("<[^>]*>", "", row[0])]
    for row in some(rows, 8):
        yield "row", with_(text, row, "")
        name = next(
            found for found in re.finditer(r"[^\W\d_]{4,}", re.sub(r"<[^>]*>", lambda tag: " " * len(tag[0]), row[0]))
        )
        at = row.start() + name.start() + 2
        yield "name", text[:at] + text[at + 1 :]
        for day in DAY.finditer(row[0]):
            yield "cell", with_(text, row, with_(row[0], day, "" if html else " " * len(day[0])))
        yield from (("shift", with_(text, row, shifted)) for shifted in (in_html(row[0]) if html else in_text(row[0])))


def with_(text: str, found: re.Match[str], instead: str) -> str:
    """A text with something else where something was found."""
    return text[: found.start()] + instead + text[found.end() :]


def in_html(row: str) -> Iterator[str]:
    """A row of HTML with a cell too many, one too few, or two in each other's place."""
    cells = re.findall(r"<td.*?</td>", row, re.DOTALL)
    yield row.replace(cells[0], f"{cells[0]}<td></td>", 1)
    yield row.replace(cells[1], "", 1)
    if len(cells) > 2:
        yield "".join(["<tr>", cells[0], cells[2], cells[1], *cells[3:], "</tr>"])


def in_text(row: str) -> Iterator[str]:
    """A row of text whose days are moved by the width of a column, or of which one is gone, or stands twice."""
    first = BLANK_OR_DAY.search(row)
    if first:
        yield row[: first.start()] + " " * 15 + row[first.start() :]
        yield row[: first.start()] + row[first.end() :].lstrip()
        yield row[: first.start()] + f"{first[0]} " + row[first.start() :]
