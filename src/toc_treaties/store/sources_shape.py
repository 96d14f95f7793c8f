"""The form of `sources.yaml`."""

import re
from collections.abc import Collection
from typing import Any

from toc_treaties.model.source import Basis, Source
from toc_treaties.model.when import When
from toc_treaties.store.common_shapes import LINE
from toc_treaties.store.dates import Date
from toc_treaties.store.ids import Address
from toc_treaties.store.scalars import Choice
from toc_treaties.store.shapes import Field, Keyed

_ENTRY = re.compile(rb"([a-z0-9][a-z0-9-]*):\s*\r?$")


def cited_alone(content: bytes, ids: Collection[str]) -> bytes:
    """The text of `sources.yaml` with blank lines for the entries that nothing cites, so that each place stays.

    A text that is not plainly one entry after another, or of which nothing would be left, is left whole.
    """
    keep, lines = False, []
    for line in content.split(b"\n"):
        if line[:1] not in _WITHIN:
            entry = _ENTRY.match(line)
            if entry is None:
                return content
            keep = entry[1].decode() in ids
        lines.append(line if keep else b"")
    return b"\n".join(lines) if any(lines) else content


_WITHIN = (b" ", b"#", b"\r", b"")


def _source(id: str, as_of: When | str, **fields: Any) -> Source:
    return Source(id, as_of=None if isinstance(as_of, str) else as_of, **fields)


SOURCES = Keyed(
    _source,
    "the source",
    {
        "kind": Field(Choice("depositary", "secondary", make=Basis), required=True),
        "title": Field(LINE, required=True),
        "publisher": Field(LINE, required=True),
        "url": Field(Address(), required=True),
        "as_of": Field(Date("undated"), required=True),
        "archived": Field(Address(archived=True)),
        "note": Field(LINE),
    },
)
