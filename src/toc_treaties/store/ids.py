"""How an entry and a page are named: ids and addresses, with what is wrong with them."""

import re

from toc_treaties.model.place import Place
from toc_treaties.model.problem import Problem
from toc_treaties.store.nodes import Node
from toc_treaties.store.reading import FileReading, Schema, Unreadable
from toc_treaties.store.scalars import TextShape


class Address(TextShape):
    """The address of a page; `archived` also takes a file of a public repository at a commit."""

    page = r'https?://[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?\.[A-Za-z]{2,}\.?(?::[0-9]+)?(?:[/?#][^\s<>"\\^`{|}]*)?'
    committed = r"[\w.-]+/[\w.-]+:[^\s@]+@[0-9a-f]{40}"

    def __init__(self, *, archived: bool = False) -> None:
        super().__init__()
        self.form = f"{self.page}|{self.committed}" if archived else self.page

    def read(self, node: Node, reading: FileReading) -> str | Unreadable:
        """The address as written."""
        text = super().read(node, reading)
        if isinstance(text, str) and re.fullmatch(self.form, text) is None:
            return reading.fault(bad_address(reading.place(node), text))
        return text

    def schema(self) -> Schema:
        """A string of this form."""
        return {"type": "string", "pattern": f"^(?:{self.form})$"}


def bad_address(place: Place, text: str) -> Problem:
    """An address that no browser opens, or that would run a script, shows nobody a source."""
    help_ = "write the page's address, beginning with https:// or http://, without blanks"
    return Problem("bad-address", place, f"{text!r} is not the address of a page", help_, width=len(text))


def bad_id(place: Place, text: str) -> Problem:
    """An id is cited as it is written."""
    help_ = "write small letters without accents, digits and hyphens, as in the entries above"
    return Problem("bad-id", place, f"{text!r} is not an id", help_, width=len(text))
