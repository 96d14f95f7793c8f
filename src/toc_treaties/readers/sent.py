"""A file that somebody sent to the rows below its head: a workbook or a text, told by what it holds."""

from collections.abc import Sequence

from toc_treaties.readers.grid import FileFault, Headed, chosen

MOST_BYTES, MOST_OF_A_TEXT = 5_000_000, 1_000_000
"""A form has some forty thousand; a workbook may hold a ministry's arms besides."""
ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
OTHERS = {
    b"%PDF": "a PDF",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"{\\rtf": "a text of a word processor",
}


def read(content: bytes, columns: Sequence[str]) -> Headed:
    """The rows of the one table that has the columns, or a FileFault."""
    if len(content) > MOST_BYTES:
        raise FileFault("it is larger than 5 MB, far more than a form", "hand in the form alone")
    if content.startswith(ZIP):
        from toc_treaties.readers.workbook import read as read_workbook

        return chosen(read_workbook(content), columns)
    if content.startswith(OLE):
        if ENCRYPTED in content:
            raise FileFault("it is locked with a password to open it", "save it without a password")
        raise FileFault("it is a workbook of Excel before 2007 (.xls)", "save it as .xlsx, or as CSV UTF-8")
    other = next((said for opening, said in OTHERS.items() if content.startswith(opening)), None)
    if other:
        raise FileFault(f"it is {other}, and no form", "hand in the form as .xlsx or CSV UTF-8")
    if len(content) > MOST_OF_A_TEXT:
        raise FileFault("it is a text of more than 1 MB, far more than a form", "hand in the form alone")
    from toc_treaties.readers.coding import text_of
    from toc_treaties.readers.separated import read as read_text

    text, coding = text_of(content, columns)
    return read_text(text, coding, columns)
