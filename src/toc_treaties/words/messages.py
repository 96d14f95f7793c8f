"""What a message is beside its text: one that is said in several places alike in English, and not elsewhere."""

from typing import Self


class Homonym(str):
    """A message that English has in several places, and another language says differently in each.

    `place` says which place is meant, to translators and to the catalogue.
    """

    __slots__ = ("place",)
    place: str

    def __new__(cls, message: str, place: str) -> Self:
        """The message as it is in a place."""
        made = super().__new__(cls, message)
        made.place = place
        return made
