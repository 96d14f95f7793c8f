"""The names of standings, actions, tiers, regions and the rest, as people read them.

Keyed by the words of the data formats, so that a page and its JSON cannot drift apart.
"""

MARK = "†"
DAY_MARK = "‡"
NOT_THE_RECORD = "Not the depositary's record; no opinion on the status of any territory or government."
OTHERS_NOT_SHOWN = "Other parties, and territories of other states, exist and are not shown."

STANDING = {
    "party": "party",
    "contracting": "contracting",
    "signatory": "signatory",
    "no_action": "no action",
    "withdrawn": "withdrawn",
    "not_open": "not open yet",
    "not_applicable": "not applicable",
    "no_information": "no information",
}
SYMBOL = {
    "party": "●",
    "leaving": "⊗",
    "contracting": "◍",
    "between": "◒",
    "signatory": "◐",
    "no_action": "·",
    "undated": "¿",
    "withdrawn": "✕",
    "not_open": "○",
    "not_applicable": "–",
    "no_information": "?",
}
"""The symbols of standings; three of them have one of their own where they are more than their name says."""
LEGEND = STANDING | {
    "leaving": "bound, and leaving: notice given",
    "contracting": "consented to be bound, not yet in force for it",
    "between": "consented to be bound; in force for it or not: day not known",
    "undated": "no action seen, evidence undated: to verify",
}
DAYS_OF = {"depositary": "the depositary's {days}", "official": "official {days}", "secondary": "secondary {days}"}
"""From when until when the sources of a kind are."""
MARK_MEANS = "unconfirmed: no source seen shows it; one named beside it is what it was inferred from"
DAY_MARK_MEANS = "day unconfirmed: a source shows the act, none its day"
EVIDENCE = {"depositary": "depositary", "secondary": "secondary source"}

ACTION = {
    "signature": "signature",
    "definitive_signature": "definitive signature",
    "ratification": "ratification",
    "acceptance": "acceptance",
    "approval": "approval",
    "accession": "accession",
    "succession": "succession",
    "consent_to_be_bound": "consent to be bound",
    "provisional_application": "provisional application",
    "formal_confirmation": "formal confirmation",
    "denunciation": "notice of denunciation",
    "revocation": "revocation of the notice",
    "signature_succession": "succession to the signature",
    "signature_withdrawal": "withdrawal of the signature",
    "instrument_withdrawal": "withdrawal of the instrument",
    "no_intention": "notification that it does not intend to become a party",
    "suspension": "suspension",
    "lodged": "instrument lodged",
}
DONE = {
    "signature": "signed",
    "definitive_signature": "signed definitively",
    "ratification": "ratified",
    "acceptance": "accepted",
    "approval": "approved",
    "accession": "acceded",
    "succession": "notified its succession",
    "consent_to_be_bound": "consented to be bound",
    "provisional_application": "applied provisionally",
    "formal_confirmation": "formally confirmed",
    "denunciation": "gave notice of denunciation",
    "revocation": "revoked its notice",
    "signature_succession": "succeeded to the signature",
    "signature_withdrawal": "withdrew its signature",
    "instrument_withdrawal": "withdrew its instrument",
    "no_intention": "notified that it does not intend to become a party",
    "suspension": "suspended the operation",
    "lodged": "lodged an instrument",
}
LETTER = {
    "acceptance": "A",
    "approval": "AA",
    "accession": "a",
    "succession": "d",
    "signature_succession": "d",
    "definitive_signature": "s",
    "consent_to_be_bound": "P",
    "formal_confirmation": "c",
}
"""The letters of the United Nations Treaty Collection behind a day; a ratification has none."""
UNLETTERED = "A day of consent without a letter is that of a ratification."
TIER = {"urged": "Urged", "complementary": "Complementary"}
TIER_CONSENTED = {
    "urged": "Urged: consented to {consented} of {can_join}",
    "complementary": "Complementary: consented to {consented} of {can_join}",
}
TIER_LIST = {
    "urged": "instruments that the Strategy urges states to join",
    "complementary": "instruments that states should consider joining",
}
TIER_TITLE = {
    "urged": "Status of the urged instruments",
    "complementary": "Status of the complementary instruments",
    "both": "Status of the instruments of the Strategy",
}
TIER_ONLY = {"urged": "urged instruments", "complementary": "complementary instruments"}
TIER_HEADING = {
    "urged": "Instruments that the Strategy urges states to join",
    "complementary": "Instruments that states should consider joining",
}
OUTSIDE = {
    "in_doubt": "in doubt",
    "not_applicable": "not applicable",
    "not_open": "not open yet",
}
COUNT = {"to_verify": "to verify {n}", "not_applicable": "not applicable {n}", "not_open": "not open yet {n}"}
SUBREGION = {
    "caribbean": "Caribbean",
    "central-america": "Central America",
    "north-america": "North America",
    "south-america": "South America",
}
GROUPING = {
    "oas": "OAS",
    "caricom": "CARICOM",
    "sica": "SICA",
    "andean-community": "Andean Community",
    "mercosur": "MERCOSUR",
}
GROUPING_MEMBERS = {
    "oas": "OAS members",
    "caricom": "CARICOM members",
    "sica": "SICA members",
    "andean-community": "Andean Community members",
    "mercosur": "MERCOSUR members",
}
ORIGIN = {"checkout": "checkout", "installed copy": "installed copy", "folder": "a folder"}
"""From where the data of a page are read; a folder has its name there, but where the page is published."""
STEP = {
    "ratify": "ratify",
    "accede": "accede",
    "sign_and_ratify": "sign and ratify",
    "join_parent_first": "join the parent first",
    "request_invitation": "ask for an invitation",
}
DOUBT = {
    "no_information": "nothing found either way",
    "unconfirmed": "unconfirmed",
    "undated": "evidence undated",
    "day_not_known": "by when it was done is not shown",
    "eligibility": "whether it may join is not settled",
}
UNSETTLED = {"acted_though_left_out": "the clause does not name the state, which has acted"}
"""Why it is not settled whether a state may join, where the data does not say it."""
STATEMENT = {
    "reservation": "reservation",
    "declaration": "declaration",
    "objection": "objection",
    "notification": "notification",
    "statement": "statement, its kind not seen",
}
STATEMENT_UNSEEN = {
    "reservation": "a reservation was made; its text was not seen",
    "declaration": "a declaration was made; its text was not seen",
    "objection": "an objection was made; its text was not seen",
    "notification": "a notification was made; its text was not seen",
    "statement": "a statement was made; its text was not seen",
}
PURPOSE = {
    "extradition": "extradition",
    "mutual-legal-assistance": "mutual legal assistance",
    "joint-investigation": "joint investigation",
    "asset-recovery": "asset recovery",
    "boarding": "boarding and overflight",
}
SCOPE = {
    "any-crime": "any crime",
    "listed-offences": "listed offences",
    "organized-crime": "organized crime",
    "drugs": "drug offences",
    "corruption": "corruption",
    "firearms": "firearms",
    "cyber": "cyber offences",
    "minors": "traffic in minors",
    "tax": "tax crimes",
}

STATUS = {
    "complete": "complete",
    "mostly_complete": "mostly complete",
    "partially_complete": "partially complete",
    "started": "started",
    "not_started": "not started",
    "not_applicable": "not applicable",
    "on_record": "on record",
    "no_information": "no information",
}
NOT_ASSESSED = STATUS | {"no_information": "no assessment seen"}
"""The same where what is on record stands beside it: a law is no assessment."""
ASSESSED = {"self_reported": "self-reported", "documented": "documented", "assessed": "assessed"}
ROLE = {
    "national-authority": "National Authority",
    "national-point-of-contact": "National Point of Contact",
    "mla-central-authority": "central authority for mutual legal assistance",
    "extradition-authority": "authority for extradition",
}


def the(short: str) -> str:
    """A short title within a sentence: the Nassau Convention, but UNTOC."""
    return f"the {short}" if " " in short else short


def counted(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun: 1 source, 2 sources."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
