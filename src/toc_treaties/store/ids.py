"""How an entry and a page are named: ids and addresses, with what is wrong with them."""

import re

from toc_treaties.model.place import Place
from toc_treaties.model.problem import Problem
from toc_treaties.store.nodes import Node
from toc_treaties.store.reading import FileReading, Schema, Unreadable
from toc_treaties.store.scalars import TextShape

LONGEST_ID = 80
"""The longest id has half as many signs; a path under Windows has 260 at most."""
_ID = re.compile(f"[a-z0-9][a-z0-9-]{{0,{LONGEST_ID - 1}}}")
DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10))}


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


def is_id(text: str) -> bool:
    """Whether a text can name an entry everywhere: in a file, an argument, an address and a folder of the site."""
    return _ID.fullmatch(text) is not None and text not in DEVICES


def bad_id(place: Place, text: str) -> Problem:
    """An id is cited as it is written, and a folder of the site is called by it."""
    help_ = "write small letters without accents, digits and hyphens, as in the entries above"
    if text in DEVICES:
        help_ = "write another: under Windows it is a device, and no folder can be called so"
    elif _ID.match(text) is not None and len(text) > LONGEST_ID:
        help_ = f"write at most {LONGEST_ID} signs"
    return Problem("bad-id", place, f"{text!r} is not an id", help_, width=len(text))
