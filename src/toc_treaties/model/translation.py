"""What the files say in English, in the other languages."""

from collections.abc import Mapping
from typing import NamedTuple

from toc_treaties.model.place import NOWHERE, Place
from toc_treaties.model.vocabulary import Language

OTHERS = tuple(language for language in Language if language is not Language.ENGLISH)
"""The languages into which what the files say in English is translated."""


class Translation(NamedTuple):
    """A text of the files, which is its own id, and the same in other languages, by their codes."""

    id: str
    others: Mapping[str, str]
    place: Place = NOWHERE
