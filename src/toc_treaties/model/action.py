"""Treaty actions of one state on one instrument, as depositaries record them."""

from datetime import date
from enum import Enum, StrEnum
from typing import NamedTuple, assert_never

from toc_treaties.model.place import NOWHERE, Place
from toc_treaties.model.when import When


class Effect(Enum):
    """What an action does; the order is that of actions of one day."""

    SIGNS = 1
    APPLIES_PROVISIONALLY = 2
    CONSENTS = 3
    RELEASES = 4


class Kind(StrEnum):
    """The kinds of treaty action that depositaries' tables hold."""

    SIGNATURE = "signature"
    DEFINITIVE_SIGNATURE = "definitive_signature"
    RATIFICATION = "ratification"
    ACCEPTANCE = "acceptance"
    APPROVAL = "approval"
    ACCESSION = "accession"
    SUCCESSION = "succession"
    CONSENT_TO_BE_BOUND = "consent_to_be_bound"
    PROVISIONAL_APPLICATION = "provisional_application"
    FORMAL_CONFIRMATION = "formal_confirmation"
    DENUNCIATION = "denunciation"

    effect: Effect
    """What an action of this kind does; set once below, because it is asked thousands of times."""


def effect_of(kind: Kind) -> Effect:
    """What an action of this kind does (VCLT arts 11 to 16, 25, 56)."""
    match kind:
        case Kind.SIGNATURE:
            return Effect.SIGNS
        case Kind.PROVISIONAL_APPLICATION:
            return Effect.APPLIES_PROVISIONALLY
        case Kind.DENUNCIATION:
            return Effect.RELEASES
        case (
            Kind.DEFINITIVE_SIGNATURE
            | Kind.RATIFICATION
            | Kind.ACCEPTANCE
            | Kind.APPROVAL
            | Kind.ACCESSION
            | Kind.SUCCESSION
            | Kind.CONSENT_TO_BE_BOUND
            | Kind.FORMAL_CONFIRMATION
        ):
            return Effect.CONSENTS
        case _:
            assert_never(kind)


for _kind in Kind:
    _kind.effect = effect_of(_kind)


class StatementKind(StrEnum):
    """What a statement attached to an action is; `statement` where the kind was not seen."""

    RESERVATION = "reservation"
    DECLARATION = "declaration"
    OBJECTION = "objection"
    NOTIFICATION = "notification"
    STATEMENT = "statement"


class Statement(NamedTuple):
    """A reservation, declaration, objection or notification; `text` is None where it was not seen."""

    kind: StatementKind
    text: str | None
    articles: tuple[str, ...] = ()
    effect: str | None = None
    made: When | None = None
    withdrawn: When | None = None
    to: str | None = None
    sources: tuple[str, ...] = ()
    unconfirmed: str | None = None
    note: str | None = None
    place: Place = NOWHERE


class Conflict(NamedTuple):
    """What another source says, and why the recorded date was kept."""

    says: str
    sources: tuple[str, ...] = ()
    unconfirmed: str | None = None
    why: str | None = None
    place: Place = NOWHERE


class RouteStep(NamedTuple):
    """A step taken under another text of the instrument, on the way to being bound by this one."""

    kind: Kind
    when: When
    of: str
    place: Place = NOWHERE


class Action(NamedTuple):
    """One treaty action: its date is that of the act at the depositary.

    `unconfirmed` says why no source shows the act, `day_unconfirmed` why none shows its day; `in_force_seen` are the
    sources that list the instrument as in force for the state.
    """

    kind: Kind
    when: When
    sources: tuple[str, ...] = ()
    unconfirmed: str | None = None
    day_unconfirmed: str | None = None
    in_force: date | None = None
    in_force_seen: tuple[str, ...] = ()
    takes_effect: date | None = None
    effect_from: When | None = None
    via: str | None = None
    route: tuple[RouteStep, ...] = ()
    ratified_at_home: When | None = None
    gazette: str | None = None
    depositary_notification: str | None = None
    as_recorded: str | None = None
    conflict: tuple[Conflict, ...] = ()
    statements: tuple[Statement, ...] = ()
    note: str | None = None
    place: Place = NOWHERE

    @property
    def effect(self) -> Effect:
        """What the action does."""
        return self.kind.effect


class NoneSeen(NamedTuple):
    """A source shows no action, or none beyond those recorded before `as_of` (None where undated)."""

    as_of: When | None
    sources: tuple[str, ...] = ()
    unconfirmed: str | None = None
    note: str | None = None
    place: Place = NOWHERE


class NoInformation(NamedTuple):
    """Looked for, and nothing found either way; beside other entries, from a day on (None: from the last of them)."""

    why: str
    since: When | None = None
    sources: tuple[str, ...] = ()
    note: str | None = None
    place: Place = NOWHERE


class Invitation(NamedTuple):
    """An invitation to accede: the inviting body's act. `until` is None where it has no end."""

    decided: When | None
    until: When | None
    until_known: bool
    sources: tuple[str, ...] = ()
    unconfirmed: str | None = None
    note: str | None = None
    place: Place = NOWHERE


Entry = Action | NoneSeen | NoInformation | Invitation
"""What can stand in a cell."""


class Cell(NamedTuple):
    """Everything recorded of one state on one instrument, in the file's order.

    `faulty` says that an entry was dropped for a fault of shape: rules of law then skip the cell.
    """

    instrument: str
    actions: tuple[Action, ...] = ()
    none_seen: tuple[NoneSeen, ...] = ()
    no_information: tuple[NoInformation, ...] = ()
    invitations: tuple[Invitation, ...] = ()
    faulty: bool = False
    place: Place = NOWHERE

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Everything recorded: actions first, then absences, gaps of information and invitations."""
        return (*self.actions, *self.none_seen, *self.no_information, *self.invitations)
