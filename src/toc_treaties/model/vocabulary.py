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


class Force(StrEnum):
    """How far a treaty or provision obliges, where it says so."""

    TITLE = "title"
    OPTIONAL = "optional"
    ENABLING = "enabling"


class CrimeScope(StrEnum):
    """The crimes that a treaty or provision reaches."""

    ANY_CRIME = "any-crime"
    ORGANIZED_CRIME = "organized-crime"
    DRUGS = "drugs"
    CORRUPTION = "corruption"
    FIREARMS = "firearms"
    CYBER = "cyber"
    MINORS = "minors"
    TAX = "tax"
    LISTED_OFFENCES = "listed-offences"


class Moment(StrEnum):
    """When a treaty asks that something be notified or declared, as its text was read."""

    DEPOSIT = "deposit"
    """With the instrument of ratification or accession."""
    SIGNATURE_OR_DEPOSIT = "signature-or-deposit"
    LATER = "later"
    """It is tied to no deposit, or may also be given afterwards."""


class StatementEffect(StrEnum):
    """What a statement does to the articles that it touches."""

    EXCLUDES = "excludes"
    LIMITS = "limits"
    INFORMS = "informs"


class MembershipStatus(StrEnum):
    """As what a state belongs to an organization."""

    MEMBER = "member"
    ASSOCIATE = "associate"
    SUSPENDED = "suspended"


class ParticipationStatus(StrEnum):
    """How a member of the OAS takes less than full part in it."""

    NONE = "none"
    CONTESTED = "contested"


class InstitutionRole(StrEnum):
    """What an institution can be designated as, where no article asks for it."""

    NATIONAL_AUTHORITY = "national-authority"
    NATIONAL_POINT_OF_CONTACT = "national-point-of-contact"
    MLA_CENTRAL_AUTHORITY = "mla-central-authority"
    EXTRADITION_AUTHORITY = "extradition-authority"


class Subregion(StrEnum):
    """The parts of the Americas in which pages list states."""

    CARIBBEAN = "caribbean"
    CENTRAL_AMERICA = "central-america"
    NORTH_AMERICA = "north-america"
    SOUTH_AMERICA = "south-america"


class Language(StrEnum):
    """The four official languages of the OAS, in which names stand."""

    ENGLISH = "en"
    SPANISH = "es"
    PORTUGUESE = "pt"
    FRENCH = "fr"


IN_ITSELF = {"en": "English", "es": "Español", "pt": "Português", "fr": "Français"}
"""Each language in itself."""

TREATIES_ON = (Purpose.EXTRADITION, Purpose.MUTUAL_LEGAL_ASSISTANCE)
"""What a treaty can be on, so that conventions on something else give way to it."""


class Members(StrEnum):
    """Which OAS members a total counts."""

    ALL = "all"
    PARTICIPATING = "participating"


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
