"""The bytes of a text to its signs: by its byte-order mark, as UTF-8, or, with a word of warning, by a code page."""

import codecs
import re
from collections.abc import Sequence

from toc_treaties.readers.grid import FileFault

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""What a file begins with that says its own coding; the longer marks first."""
CODE_PAGE = "Windows-1252"
SAVE_UTF8 = "save it as CSV UTF-8, or as .xlsx"
_LETTER, _CAPITAL, _SMALL = "A-Za-zÀ-ÖØ-öø-ÿŒœ", "A-ZÀ-ÖØ-Þ", "à-öø-ÿ"
_KNOWN = "áéíóúüñçãõâêôàèùëïîûœÿÁÉÍÓÚÜÑÇÃÕÂÊÔÀÈÙËÏÎÛŒŸ¿¡«»“”‘’–—…°ºª§€·½\u00a0"
_ELIDED = "l|d|c|j|m|n|s|t|qu|jusqu|lorsqu|puisqu|quoiqu|presqu|aujourd|o"
_DOUBTFUL = re.compile(
    f"[^\x00-\x7f{_KNOWN}]"
    f"|(?<=[{_LETTER}])[¿¡«“‘–—…\u00a0°·½§€](?=[{_LETTER}])|(?<=[{_LETTER}])¡"
    "|[œŒ](?![uU])"
    f"|[{_SMALL}](?=[{_CAPITAL}])|(?<=[{_CAPITAL}]{{2}})[{_SMALL}]"
    rf"|(?<![{_LETTER}])(?!(?i:{_ELIDED})’)[{_LETTER}]+’(?!s\b)(?=[{_LETTER}])"
)
"""What a Western text of Windows does not hold, and the same bytes in a text of a Mac or of DOS do: an ó of a Mac is a
dash within a word, its í an apostrophe."""


def text_of(content: bytes, head: Sequence[str]) -> tuple[str, str]:
    """The text of a file, and the code page that was taken where it says none; `head` are words that it must hold."""
    for mark, coding in MARKS:
        if content.startswith(mark):
            return _decoded(content[len(mark) :], coding), ""
    if b"\0" in content:
        return _without_mark(content, head), ""
    try:
        return content.decode("utf-8"), ""
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace"), CODE_PAGE


def _decoded(content: bytes, coding: str) -> str:
    """A text whose mark says its coding; one that does not keep to it is damaged."""
    try:
        return content.decode(coding)
    except UnicodeDecodeError as error:
        row = content[: error.start].decode(coding, "ignore").count("\n") + 1
        message = f"it begins as {coding.upper().removesuffix('-LE').removesuffix('-BE')} and is damaged"
        raise FileFault(message, SAVE_UTF8, f"row {row}") from None


def _without_mark(content: bytes, head: Sequence[str]) -> str:
    """A text of two bytes a sign without its mark: only where one order alone gives a form."""
    texts = []
    for coding in ("utf-16-le", "utf-16-be"):
        try:
            text = content.decode(coding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text and all(name in text.casefold() for name in head):
            texts.append(text)
    if len(texts) != 1:
        raise FileFault("it is neither a text nor a workbook that can be read", SAVE_UTF8)
    return texts[0]


def doubtful(text: str) -> bool:
    """Whether a text that was read by the code page may have been written in another."""
    return _DOUBTFUL.search(text) is not None
