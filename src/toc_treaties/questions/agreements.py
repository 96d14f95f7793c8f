"""The bilateral and regional treaties of the register, and the arrangements, each with who is party."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from toc_treaties.law.evidence import cited
from toc_treaties.law.periods import possibly
from toc_treaties.model.agreement import Agreement, AgreementParty, Replaced
from toc_treaties.model.register import Register
from toc_treaties.model.source import Source
from toc_treaties.model.state import State


class AgreementEntry(NamedTuple):
    """A treaty with its parties and those that only signed, and what took its place between which two."""

    agreement: Agreement
    parties: tuple[tuple[State, AgreementParty], ...]
    signatories: tuple[State, ...]
    requests_to: tuple[State, ...]
    replaced: tuple[tuple[tuple[State, ...], Replaced, Agreement | None], ...]

    @property
    def sources(self) -> tuple[str, ...]:
        """The sources of the treaty and of each party."""
        return (*self.agreement.sources, *(id for _, party in self.parties for id in party.sources))


class Agreements(NamedTuple):
    """The treaties that had been made, or may have been, by a day, in the order of the register."""

    as_of: date
    entries: tuple[AgreementEntry, ...]
    cited: tuple[Source, ...]


def agreements(register: Register, as_of: date) -> Agreements:
    """Every treaty beside the instruments of the Strategy by a day."""
    entries = tuple(_entries(register, as_of))
    return Agreements(as_of, entries, cited(entries, register.sources))


def _entries(register: Register, as_of: date) -> Iterator[AgreementEntry]:
    by_code = {state.iso3: state for state in register.states.values()}
    for agreement in register.agreements.values():
        made = agreement.signed or agreement.approved or agreement.in_force
        if not possibly(made, None, as_of):
            continue
        yield AgreementEntry(
            agreement,
            tuple((by_code[party.state], party) for party in agreement.parties if party.state in by_code),
            tuple(by_code[code] for code in agreement.signatories if code in by_code),
            tuple(by_code[code] for code in agreement.requests_to if code in by_code),
            tuple(
                (
                    tuple(by_code[code] for code in each.between if code in by_code),
                    each,
                    register.agreements.get(each.by),
                )
                for each in agreement.replaced
            ),
        )
