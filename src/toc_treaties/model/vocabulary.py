"""Closed words of the data that more than one room reads."""

from enum import StrEnum


class Purpose(StrEnum):
    """What a request is for."""

    EXTRADITION = "extradition"
    MUTUAL_LEGAL_ASSISTANCE = "mutual-legal-assistance"
    JOINT_INVESTIGATION = "joint-investigation"
    ASSET_RECOVERY = "asset-recovery"
    BOARDING = "boarding"


class Rule(StrEnum):
    """How a provision on extradition works.

    It widens the treaties in force between two parties; or a party that needs a treaty, and has none with the other,
    may take it as its basis; or parties that need none recognize its offences.
    """

    WIDENS = "widens"
    OPTIONAL = "optional"
    RECOGNIZED = "recognized"


TREATIES_ON = (Purpose.EXTRADITION, Purpose.MUTUAL_LEGAL_ASSISTANCE)
"""What a treaty can be on, so that conventions on something else give way to it."""


class Listed(StrEnum):
    """The two lists of a checklist."""

    INSTRUMENTS = "instruments"
    COMMITMENTS = "commitments"


class Grouped(StrEnum):
    """The headings under which commitments are listed."""

    DOCUMENT = "document"
    THEME = "theme"
    ARTICLE = "article"
    KIND = "kind"
