"""The forms that several files share: names in four languages, sources, evidence, conflicts."""

from toc_treaties.model.action import Conflict
from toc_treaties.model.vocabulary import Language
from toc_treaties.store.nodes import Node, Scalar, Sequence
from toc_treaties.store.reading import FileReading, Unreadable
from toc_treaties.store.scalars import Reason, TextShape
from toc_treaties.store.shapes import Field, Listing, Record, Table

NAMES = Table(TextShape(), keys=tuple(Language))


class SourceId(TextShape):
    """The id of a source, which is cited by it."""

    def read(self, node: Node, reading: FileReading) -> str | Unreadable:
        """The id."""
        if type(node) is Scalar and node.text.replace("-", "").isalnum():
            reading.cited.add(node.text)
            return node.text
        id = super().read(node, reading)
        if isinstance(id, str):
            reading.cited.add(id)
        return id


class Citation(Listing):
    """The ids of the sources of a record, each of which is cited by it: one, or a list."""

    def __init__(self) -> None:
        super().__init__(SourceId(pattern=r"\S+", expected="one id"), one_too=True)
        self._alone: dict[str, tuple[str]] = {}

    def read(self, node: Node, reading: FileReading) -> tuple[str, ...] | Unreadable:
        """The ids; one that stands alone, as most do, is taken at once, and held once however often it is cited."""
        if type(node) is Scalar:
            id = node.text
            alone = self._alone.get(id)
            if alone is None and id.replace("-", "").isalnum():
                alone = self._alone[id] = (id,)
            if alone is not None:
                reading.cited.add(id)
                return alone
        if type(node) is Sequence:
            known = [self._alone[item.text] for item in node.items if type(item) is Scalar and item.text in self._alone]
            if len({*known}) == len(node.items) > 0:
                ids = tuple([id for (id,) in known])
                reading.cited.update(ids)
                return ids
        return super().read(node, reading)


SOURCES = Citation()
LINE = TextShape()
EVIDENCE = {
    "source": Field(SOURCES, "sources"),
    "unconfirmed": Field(Reason()),
    "note": Field(LINE),
}
AS_RECORDED = Field(Reason())
ISO3 = TextShape(pattern="[A-Z]{3}", expected="three capital letters")

CONFLICT = Record(
    Conflict,
    "a conflict",
    {
        "says": Field(TextShape(), required=True),
        "source": Field(SOURCES, "sources"),
        "unconfirmed": Field(Reason()),
        "why": Field(Reason()),
    },
)
