"""Treaty actions of one state on one instrument, as depositaries record them."""

from datetime import date
from enum import Enum, StrEnum
from typing import NamedTuple

from toc_treaties.model.place import NOWHERE, Place
from toc_treaties.model.vocabulary import StatementEffect
from toc_treaties.model.when import When


class Effect(Enum):
    """What an action does; the order is that of actions of one day.

    A notice comes first, so that a new consent of its day follows it; a signature comes before a consent.
    """

    RELEASES = 1
    REVOKES_NOTICE = 2
    WITHDRAWS_INSTRUMENT = 3
    SIGNS = 4
    WITHDRAWS_SIGNATURE = 5
    APPLIES_PROVISIONALLY = 6
    LODGES = 7
    CONSENTS = 8
    DECLINES = 9
    SUSPENDS = 10


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
    REVOCATION = "revocation"
    SIGNATURE_SUCCESSION = "signature_succession"
    SIGNATURE_WITHDRAWAL = "signature_withdrawal"
    INSTRUMENT_WITHDRAWAL = "instrument_withdrawal"
    NO_INTENTION = "no_intention"
    SUSPENSION = "suspension"
    LODGED = "lodged"

    effect: Effect
    """What an action of this kind does; set once below, because it is asked thousands of times."""


EFFECT = {
    Kind.SIGNATURE: Effect.SIGNS,
    Kind.SIGNATURE_SUCCESSION: Effect.SIGNS,
    Kind.SIGNATURE_WITHDRAWAL: Effect.WITHDRAWS_SIGNATURE,
    Kind.DEFINITIVE_SIGNATURE: Effect.CONSENTS,
    Kind.RATIFICATION: Effect.CONSENTS,
    Kind.ACCEPTANCE: Effect.CONSENTS,
    Kind.APPROVAL: Effect.CONSENTS,
    Kind.ACCESSION: Effect.CONSENTS,
    Kind.SUCCESSION: Effect.CONSENTS,
    Kind.CONSENT_TO_BE_BOUND: Effect.CONSENTS,
    Kind.FORMAL_CONFIRMATION: Effect.CONSENTS,
    Kind.PROVISIONAL_APPLICATION: Effect.APPLIES_PROVISIONALLY,
    Kind.LODGED: Effect.LODGES,
    Kind.INSTRUMENT_WITHDRAWAL: Effect.WITHDRAWS_INSTRUMENT,
    Kind.NO_INTENTION: Effect.DECLINES,
    Kind.SUSPENSION: Effect.SUSPENDS,
    Kind.DENUNCIATION: Effect.RELEASES,
    Kind.REVOCATION: Effect.REVOKES_NOTICE,
}
"""What an action of each kind does (VCLT arts 11 to 18, 25, 56, 57, 68)."""

for _kind in Kind:
    _kind.effect = EFFECT[_kind]


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
    effect: StatementEffect | None = None
    made: When | None = None
    withdrawn: When | None = None
    to: str | None = None
    as_recorded: str | None = None
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
    sources that list the instrument as in force for the state. `area` is where a suspension applies, `awaits` what an
    instrument that was lodged waits for.
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
    area: str | None = None
    awaits: str | None = None
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
    """An invitation to accede: the inviting body's act. `until` is None where it has no end.

    `none`: the source shows that there is no invitation.
    """

    decided: When | None
    until: When | None
    until_known: bool
    none: bool = False
    sources: tuple[str, ...] = ()
    unconfirmed: str | None = None
    note: str | None = None
    place: Place = NOWHERE


CellEntry = Action | NoneSeen | NoInformation | Invitation
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
    def entries(self) -> tuple[CellEntry, ...]:
        """Everything recorded: actions first, then absences, gaps of information and invitations."""
        return (*self.actions, *self.none_seen, *self.no_information, *self.invitations)
