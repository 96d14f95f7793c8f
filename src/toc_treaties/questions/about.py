"""What readers are told of the register itself: of which revision and day it is, and who keeps the record of what."""

from datetime import date
from typing import NamedTuple

from toc_treaties.model.instrument import Depositary, Instrument
from toc_treaties.model.register import Register


class About(NamedTuple):
    """The register as it is published: its name, its revision, where mistakes are reported; the page of an example.

    `kept` are the depositaries, each with the instruments of which it keeps the record.
    """

    as_of: date
    register: str
    revision: str | None
    report_to: str
    example: Instrument
    address: str
    kept: tuple[tuple[Depositary, tuple[Instrument, ...]], ...]


def about(
    register: Register, as_of: date, name: str, revision: str | None, report_to: str, example: Instrument, address: str
) -> About:
    """The register as it is published, with the address of an example."""
    instruments = register.instruments.values()
    kept = (
        (depositary, tuple(each for each in instruments if each.depositary == depositary.id))
        for depositary in register.depositaries.values()
    )
    return About(as_of, name, revision, report_to, example, address, tuple((who, what) for who, what in kept if what))
