"""Where in the files a record stands, so that every complaint can point."""

from collections.abc import Mapping
from typing import NamedTuple


class Place(NamedTuple):
    """A file, a line and a column, both counted from 1; `fields` places each value of a record.

    It is no part of what a record says: any two are equal, so that a record stays equal to itself wherever it stands.
    """

    file: str
    line: int
    column: int
    fields: Mapping[str, tuple[int, int]] = {}

    def of(self, field: str) -> "Place":
        """The place of one field's value, or of the record where the field is not written."""
        line, column = self.fields.get(field, (self.line, self.column))
        return Place(self.file, line, column)

    def __eq__(self, other: object) -> bool:
        """Whether the other is a place, too."""
        return isinstance(other, Place)

    def __ne__(self, other: object) -> bool:
        """Whether the other is none."""
        return not isinstance(other, Place)

    def __hash__(self) -> int:
        """One for all."""
        return 0


NOWHERE = Place("", 0, 0)
