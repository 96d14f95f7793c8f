"""The form of `sources.yaml`."""

from typing import Any

from toc_treaties.model.source import Basis, Source
from toc_treaties.model.when import When
from toc_treaties.store.common_shapes import LINE
from toc_treaties.store.dates import Date
from toc_treaties.store.ids import Address
from toc_treaties.store.scalars import Choice
from toc_treaties.store.shapes import Field, Keyed


def _source(id: str, as_of: When | str, **fields: Any) -> Source:
    return Source(id, as_of=None if isinstance(as_of, str) else as_of, **fields)


SOURCES = Keyed(
    _source,
    "the source",
    {
        "kind": Field(Choice("depositary", "secondary", make=Basis), required=True),
        "title": Field(LINE, required=True),
        "publisher": Field(LINE, required=True),
        "url": Field(Address("where the page is"), required=True),
        "as_of": Field(Date("how current its content is, or: undated", ("undated",)), required=True),
        "archived": Field(Address("where a copy is kept", archived=True)),
        "note": Field(LINE),
    },
)
