"""What a page is printed onto: the paper, and a file of a house's own styles."""

from enum import StrEnum
from typing import NamedTuple


class Paper(StrEnum):
    """The sizes of paper that pages are printed on."""

    A4 = "a4"
    LETTER = "letter"


class Sheet(NamedTuple):
    """The paper, and the content of the file in whose styles a page is poured."""

    paper: Paper = Paper.A4
    template: bytes | None = None
