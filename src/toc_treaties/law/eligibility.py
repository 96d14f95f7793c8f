"""Who may sign, who may accede, and from when an instrument is open to a state."""

from datetime import date
from enum import Enum, auto

from toc_treaties.law.dossier import Dossier
from toc_treaties.law.membership import OAS, is_member
from toc_treaties.model.instrument import Instrument
from toc_treaties.model.state import State


class Accedes(Enum):
    """Whether a state may accede on a day."""

    FREELY = auto()
    ON_INVITATION = auto()
    AFTER_PARENT = auto()
    NO = auto()


def listed(by: str | tuple[str, ...], state: State, day: date) -> bool:
    """Whether a state is among those that a clause entitles; every state of the register is American.

    Whether it has joined the parent is asked before.
    """
    if isinstance(by, tuple):
        return state.iso3 in by
    return by in {"all", "american", "parties-to-parent"} or (by == "oas-members" and is_member(state, OAS, day))


def may_sign(instrument: Instrument, state: State, day: date) -> bool:
    """Whether the instrument is open for the state's signature on a day."""
    window = instrument.signature
    if window is None or day < window.opened or (window.closed is not None and day > window.closed):
        return False
    return listed(window.by, state, day)


def may_accede(instrument: Instrument, state: State, day: date) -> Accedes:
    """Whether the accession clause is open to the state on a day."""
    clause = instrument.accession
    if clause is None:
        return Accedes.NO
    match clause.by:
        case "invited":
            signs = instrument.signature is not None and listed(instrument.signature.by, state, day)
            return Accedes.NO if signs else Accedes.ON_INVITATION
        case "acceded-to-parent":
            return Accedes.AFTER_PARENT
        case by:
            return Accedes.FREELY if listed(by, state, day) else Accedes.NO


def excluded(dossier: Dossier) -> bool:
    """Whether the instrument names those who may join, in whatever way, and the state is not among them.

    A clause that depends on a membership or an act (a member state, an invitation) excludes nobody for good.
    """
    instrument, state = dossier.instrument, dossier.state
    clauses = [clause.by for clause in (instrument.signature, instrument.accession) if clause is not None]
    entitling = [by for by in clauses if not isinstance(by, tuple) or state.iso3 in by]
    return bool(clauses) and not entitling and not in_doubt(instrument, state)


def in_doubt(instrument: Instrument, state: State) -> str | None:
    """Why it is not settled whether the state may join, where the instrument's own clause does not settle it."""
    return instrument.signature.in_doubt.get(state.iso3) if instrument.signature else None


def open_from(dossier: Dossier) -> date:
    """The first day on which the state could act on the instrument: it is open, and the state independent.

    It is open from the opening for signature, or from adoption where there is no signature procedure.
    """
    return max(dossier.instrument.opened, dossier.state.independence or date.min)
