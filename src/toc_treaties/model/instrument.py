"""The instruments: what each treaty says of joining, entering into force, leaving and serving."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from toc_treaties.model.action import Conflict
from toc_treaties.model.place import NOWHERE, Place
from toc_treaties.model.precedence import Precedence
from toc_treaties.model.vocabulary import CrimeScope, Force, Moment, Purpose, Rule

Names = Mapping[str, str]
"""A name by language: en, es, pt, fr."""


class Tier(StrEnum):
    """How the Strategy lists an instrument: states are urged to join it, or should consider joining it."""

    URGED = "urged"
    COMPLEMENTARY = "complementary"


class Signature(NamedTuple):
    """When an instrument is open for signature, and by whom: a word, or ISO 3 codes.

    `in_doubt` are the states of which the clause does not settle whether they may sign, each with the reason.
    `definitive` is the article by which a signature may bind.
    """

    opened: date
    by: str | tuple[str, ...]
    closed: date | None = None
    in_doubt: Mapping[str, str] = {}
    definitive: str | None = None
    article: str | None = None
    places: str | None = None
    unconfirmed: str | None = None
    note: str | None = None
    place: Place = NOWHERE


class Accession(NamedTuple):
    """Who may accede; `members_too` where the depositary also accepts it from states entitled to sign.

    `invited_by` is the body that invites, where accession is by invitation.
    """

    by: str | tuple[str, ...]
    article: str | None = None
    members_too: bool = False
    invited_by: str | None = None
    unconfirmed: str | None = None
    note: str | None = None
    place: Place = NOWHERE


class Reservations(NamedTuple):
    """Which reservations an instrument allows, and when they are made."""

    says: str
    article: str | None = None
    unconfirmed: str | None = None
    note: str | None = None
    place: Place = NOWHERE


class Delay(NamedTuple):
    """The wait between a deposit and entry into force for the state, in days or in months."""

    days: int | None = None
    months: int | None = None
    then: str | None = None
    article: str | None = None
    unconfirmed: str | None = None
    note: str | None = None
    place: Place = NOWHERE


class NotBefore(NamedTuple):
    """The shortest time in force before notice may be given: for the state, or `of_instrument`, in force at all."""

    years: int
    article: str | None = None
    of_instrument: bool = False


class Exit(NamedTuple):
    """How a party leaves: a wait from the notice, or a yearly cut-off (`notice_by`, `ends`: month and day).

    `word` is the treaty's own; `along` names the parent whose exit takes this instrument with it. Where `later_day`,
    a later day that the notice names counts. Not `provided`: the text was read and has no rule on leaving.
    """

    word: str
    years: int | None = None
    months: int | None = None
    then: str | None = None
    notice_by: tuple[int, int] | None = None
    ends: tuple[int, int] | None = None
    not_before: NotBefore | None = None
    later_day: bool = False
    provided: bool = True
    along: str | None = None
    article: str | None = None
    unconfirmed: str | None = None
    note: str | None = None
    place: Place = NOWHERE


class Requires(NamedTuple):
    """The parent instrument that must be consented to first, or on the same day.

    Where `to_sign`, it must be in force for the state before it signs.
    """

    instrument: str
    article: str | None = None
    of: str | None = None
    to_sign: bool = False
    unconfirmed: str | None = None
    note: str | None = None
    place: Place = NOWHERE


class ServesThrough(NamedTuple):
    """The parent instrument whose provisions apply to a protocol's offences too, and the protocol's article on that."""

    instrument: str
    article: str
    place: Place = NOWHERE


class JoiningPath(NamedTuple):
    """Another text through which a state may become bound, and when that way opened."""

    name: Names
    in_force: date | None = None
    note: str | None = None
    place: Place = NOWHERE


class YieldsTo(NamedTuple):
    """The clause by which articles serve only where no treaty on the purpose binds both, or where both agree.

    `articles` are those of the entry that give way; all of them where none are named. `also` is what else they give way
    to, and is not held here.
    """

    article: str
    articles: tuple[str, ...] = ()
    also: str | None = None
    place: Place = NOWHERE


class Elected(NamedTuple):
    """The article under which each party elects one of several procedures; the default where it notified nothing.

    `coastal` is whether the coastal state authorizes, in its waters or air space, and not the flag state.
    """

    under: str
    default: bool = False
    coastal: bool = False
    place: Place = NOWHERE


class Serving(NamedTuple):
    """Articles that serve a purpose between two parties, with their force and scope.

    `rule` is how they work where they are on extradition. `turns_on` is the paragraph without which the others give no
    basis. `threshold` is what an offence must meet, `excludes` what it does not reach. `beside_treaty` is the case in
    which an optional basis stands although a treaty binds both. `conforms_to` are the articles by which it is applied
    in conformity with the treaties that bind both; `widens` is the instrument that must be in force between them too.
    """

    articles: tuple[str, ...]
    scope: CrimeScope | None = None
    force: Force | None = None
    rule: Rule | None = None
    turns_on: str | None = None
    threshold: str | None = None
    excludes: str | None = None
    beside_treaty: str | None = None
    yields_to: YieldsTo | None = None
    conforms_to: tuple[str, ...] = ()
    widens: str | None = None
    elected: Elected | None = None
    of: str | None = None
    unconfirmed: str | None = None
    note: str | None = None
    place: Place = NOWHERE


class DesignationDue(NamedTuple):
    """An authority or notification that a party owes under an article (`due`), or is asked for or allowed to give.

    `condition` says of which parties alone it is due; `may` that the article leaves it to each party. `moment` is when
    the text asks for it, None where that was not read.
    """

    article: str
    what: str
    due: bool
    moment: Moment | None = None
    condition: str | None = None
    may: bool = False
    unconfirmed: str | None = None
    note: str | None = None
    place: Place = NOWHERE


class Checked(NamedTuple):
    """The whole table of an instrument compared with the depositary's on a day, nothing differing."""

    as_of: date
    source: str
    place: Place = NOWHERE


class Depositary(NamedTuple):
    """Who keeps an instrument."""

    id: str
    name: Names
    short: Names
    site: str | None = None
    publishers: tuple[str, ...] = ()
    place: Place = NOWHERE


class Instrument(NamedTuple):
    """A treaty or protocol of the Strategy's two lists."""

    id: str
    tier: Tier
    paragraph: str
    short: Names
    column: str
    title: Names
    adopted: date
    depositary: str
    title_unconfirmed: tuple[str, ...] = ()
    other_names: tuple[str, ...] = ()
    adopted_at: str | None = None
    adopted_by: str | None = None
    signature: Signature | None = None
    in_force: date | None = None
    first_parties: str | None = None
    later_parties: Delay | None = None
    accession: Accession | None = None
    requires: Requires | None = None
    reservations: Reservations | None = None
    exit: Exit | None = None
    paths: Mapping[str, JoiningPath] = {}
    reference: str | None = None
    registration: str | None = None
    publication: str | None = None
    status_page: str | None = None
    checked: Checked | None = None
    text: tuple[str, ...] = ()
    last_article: str | None = None
    serves: Mapping[str, tuple[Serving, ...]] = {}
    serves_through: ServesThrough | None = None
    treaty_on: tuple[Purpose, ...] = ()
    precedence: tuple[Precedence, ...] = ()
    designations: tuple[DesignationDue, ...] = ()
    conflict: tuple[Conflict, ...] = ()
    unconfirmed: str | None = None
    note: str | None = None
    place: Place = NOWHERE

    @property
    def opened(self) -> date:
        """The first day on which a state could act: the opening for signature; adoption, where none signs."""
        return self.signature.opened if self.signature else self.adopted

    @property
    def called(self) -> str:
        """The English short title, or the id where there is none: for messages about the data itself."""
        return self.short.get("en", self.id)
