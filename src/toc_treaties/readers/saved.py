"""What a file holds that somebody saved: the page itself, whatever browser, archive or encoding it came in."""

import re
import unicodedata
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE

from toc_treaties.readers.page import SAVE_HTML, PageFault

NO_PAGES = {
    b"%PDF": ("it is a PDF, whose cells cannot be told apart for certain", SAVE_HTML),
    b"PK\x03\x04": ("it is a workbook, a Word file or an archive", "save it as CSV, or the depositary's page as HTML"),
    b"\xd0\xcf\x11\xe0": ("it is an older workbook or Word file", "save it as CSV, or the depositary's page as HTML"),
    b"bplist00": ("it is a web archive of Safari", "save the page's source: Page Source, in Safari's way of saving"),
    b"\x89PNG": ("it is a picture", SAVE_HTML),
    b"\xff\xd8\xff": ("it is a picture", SAVE_HTML),
    b"\x1f\x8b": ("it is compressed", "unpack it first"),
}
"""What files begin with that are no pages, and what helps."""
SOURCE_VIEW = re.compile(r"<td class=\"?line-content\"?[^<>]*>([^<]*(?:<(?!/?td\b)[^<]*)*)</td>")
"""The lines of a page that was saved from a browser's view of its source."""
DECLARED = re.compile(rb"<meta[^>]{0,200}charset=[\"']?([\w-]+)", re.IGNORECASE)


MOST_OF_A_PAGE, MOST_OF_AN_ARCHIVE = 3_000_000, 8_000_000
"""The signs of a page, and the bytes of an archive with its pictures: ten times what a depositary's page has."""


def page_of(content: bytes) -> bytes:
    """The page that a file holds, in UTF-8 and with each accent on its letter; refused where it holds none."""
    fault = next((said for begins, said in NO_PAGES.items() if content.startswith(begins)), None)
    if fault is not None:
        raise PageFault(*fault)
    if len(content) > MOST_OF_AN_ARCHIVE:
        raise PageFault(f"it has more than {MOST_OF_AN_ARCHIVE:,} bytes", SAVE_HTML)
    text = _text(content)
    if not text.strip():
        raise PageFault("there is nothing in it", "save the page again")
    if _is_archive(text):
        text = _of_archive(content)
    if len(text) > MOST_OF_A_PAGE:
        raise PageFault(f"it has more than {MOST_OF_A_PAGE:,} signs, and no page of one treaty has", SAVE_HTML)
    lines = SOURCE_VIEW.findall(text)
    if lines:
        from html import unescape

        text = "\n".join(unescape(re.sub(r"<[^<>]*>", "", line)) for line in lines)
    return unicodedata.normalize("NFC", text).encode()


def _is_archive(text: str) -> bool:
    """Whether a file begins with the head of a message whose parts belong together."""
    head = re.split(r"\r?\n\r?\n", text[:MOST_OF_A_HEAD], maxsplit=1)[0]
    said = re.search(r"^Content-Type:\s*multipart/related", head, re.IGNORECASE | re.MULTILINE)
    return said is not None and re.match(r"[\w-]+:", head) is not None


MOST_OF_A_HEAD = 20_000
"""So many signs of a file are looked through for the head of a message."""


def _text(content: bytes) -> str:
    """A file's text: by its mark, else as UTF-8, else as it declares itself, else as older pages of Windows are."""
    if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return content.decode("utf-16", "replace")
    if content[1:2] == b"\0" or content[:1] == b"\0":
        return content.decode("utf-16-le" if content[1:2] == b"\0" else "utf-16-be", "replace")
    try:
        return content.removeprefix(BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError:
        declared = DECLARED.search(content[:4096])
        name = declared[1].decode("ascii").lower() if declared else ""
    if name in {"", "utf-8", "iso-8859-1", "latin1", "us-ascii"}:
        name = "cp1252"
    try:
        return content.decode(name, "replace")
    except LookupError:
        return content.decode("cp1252", "replace")


def _of_archive(content: bytes) -> str:
    """The page of an archive in one file, as browsers save it (MHTML)."""
    from email import message_from_bytes

    part = next((part for part in message_from_bytes(content).walk() if part.get_content_type() == "text/html"), None)
    held = part.get_payload(decode=True) if part is not None else None
    if not isinstance(held, bytes):
        raise PageFault("it is an archive of a page that holds no page", SAVE_HTML)
    charset = part.get_content_charset() if part is not None else None
    try:
        return held.decode(charset, "replace") if charset else _text(held)
    except LookupError:
        return _text(held)
