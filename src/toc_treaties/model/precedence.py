"""Clauses on what comes before what between two treaties that bind the same two states."""

from datetime import date
from typing import NamedTuple

from toc_treaties.model.place import NOWHERE, Place


class Precedence(NamedTuple):
    """A clause of a treaty on its relation to others: its article, and what it says.

    `first` names the treaties that come before this one: `earlier` ones (those in force between the two on `on`, where
    the clause names a day), those `listing` their offences, or all `others`. Without it the clause puts none first.
    """

    article: str
    says: str
    first: str | None = None
    on: date | None = None
    unconfirmed: str | None = None
    place: Place = NOWHERE
