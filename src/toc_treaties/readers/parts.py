"""The parts of a workbook's file, read as XML within bounds: nothing is unpacked at once, fetched or expanded."""

import io
import posixpath
import zlib
from collections.abc import Iterator
from typing import NamedTuple
from xml.parsers.expat import ExpatError, ParserCreate
from zipfile import BadZipFile, ZipFile

from toc_treaties.readers.grid import FileFault

MOST_PARTS, MOST_UNPACKED, MOST_ELEMENTS, MOST_DEEP = 1_000, 10_000_000, 300_000, 100
"""A form has some twenty parts, half a million signs and five thousand elements."""
CHUNK = 1 << 20


class Sink:
    """What takes the elements of a part, by their names without the namespace, as they come."""

    def open(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""

    def text(self, text: str) -> None:
        """A piece of text."""

    def close(self, name: str) -> None:
        """An element ends."""


class Relation(NamedTuple):
    """What one part refers to: its kind, and the part that it is; None where it lies outside the file."""

    kind: str
    target: str | None


class Parts:
    """The parts of a file, and how much of it may still be unpacked."""

    def __init__(self, content: bytes) -> None:
        try:
            self.zip = ZipFile(io.BytesIO(content))
            self.names = {info.filename.casefold(): info for info in self.zip.infolist()}
        except (BadZipFile, OSError, ValueError, NotImplementedError, EOFError):
            raise damaged() from None
        self.left, self.elements = MOST_UNPACKED, MOST_ELEMENTS
        if len(self.names) > MOST_PARTS or sum(info.file_size for info in self.names.values()) > MOST_UNPACKED:
            raise _too_large()

    def head(self, name: str) -> bytes:
        """The first bytes of a part; none where it is not there."""
        return next(self._chunks(name), b"") if name.casefold() in self.names else b""

    def parse(self, name: str, sink: Sink) -> None:
        """Give a part to a sink; one that is not there gives nothing."""
        if name.casefold() not in self.names:
            return
        parser = ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        depth = 0

        def begin(name: str, attributes: dict[str, str]) -> None:
            nonlocal depth
            depth += 1
            self.elements -= 1
            if depth > MOST_DEEP:
                raise damaged()
            if self.elements < 0:
                raise _too_large()
            sink.open(_local(name), {_local(key): value for key, value in attributes.items()})

        def end(name: str) -> None:
            nonlocal depth
            depth -= 1
            sink.close(_local(name))

        def declared(*_: object) -> None:
            raise FileFault("it is a workbook with declarations that no spreadsheet program writes")

        parser.StartElementHandler, parser.EndElementHandler = begin, end
        parser.CharacterDataHandler, parser.StartDoctypeDeclHandler = sink.text, declared
        try:
            for chunk in self._chunks(name):
                parser.Parse(chunk, False)
            parser.Parse(b"", True)
        except (ExpatError, LookupError, ValueError):
            raise damaged() from None

    def _chunks(self, name: str) -> Iterator[bytes]:
        """A part piece by piece, within what may be unpacked of the whole file."""
        try:
            with self.zip.open(self.names[name.casefold()]) as stream:
                while chunk := stream.read(CHUNK):
                    self.left -= len(chunk)
                    if self.left < 0:
                        raise _too_large()
                    yield chunk
        except (BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError):
            raise damaged() from None

    def relations(self, part: str) -> dict[str, Relation]:
        """What a part refers to, by its ids."""
        folder, name = posixpath.split(part)
        sink = _Relations(folder)
        self.parse(posixpath.join(folder, "_rels", f"{name}.rels"), sink)
        return sink.found


class _Relations(Sink):
    def __init__(self, folder: str) -> None:
        self.folder, self.found = folder, dict[str, Relation]()

    def open(self, name: str, attributes: dict[str, str]) -> None:
        """One relation."""
        if name == "Relationship":
            kind = attributes.get("Type", "").rpartition("/")[2]
            path = posixpath.normpath(posixpath.join("/", self.folder, attributes.get("Target", ""))).lstrip("/")
            outside = attributes.get("TargetMode", "").casefold() == "external"
            self.found[attributes.get("Id", "")] = Relation(kind, None if outside else path)


def _local(name: str) -> str:
    """A name without its namespace: Excel's strict form has others for the same elements."""
    return name.rpartition(" ")[2]


def damaged() -> FileFault:
    """That a workbook is not as a spreadsheet program writes it."""
    return FileFault("it is a workbook that is damaged")


def _too_large() -> FileFault:
    return FileFault("it is a workbook that is far larger than a form", "hand in the form alone")
