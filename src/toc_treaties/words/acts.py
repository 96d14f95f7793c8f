"""Acts in whole phrases, with the treaty that they concern or in the treaty's own word."""

ACT_ON = {
    "signature": "signed {treaty}",
    "definitive_signature": "signed {treaty} definitively",
    "ratification": "ratified {treaty}",
    "acceptance": "accepted {treaty}",
    "approval": "approved {treaty}",
    "accession": "acceded to {treaty}",
    "succession": "notified its succession to {treaty}",
    "consent_to_be_bound": "consented to be bound by {treaty}",
    "provisional_application": "applied {treaty} provisionally",
    "formal_confirmation": "formally confirmed {treaty}",
    "denunciation": "gave notice of denunciation of {treaty}",
    "revocation": "revoked its notice under {treaty}",
    "signature_succession": "succeeded to the signature of {treaty}",
    "signature_withdrawal": "withdrew its signature of {treaty}",
    "instrument_withdrawal": "withdrew its instrument under {treaty}",
    "no_intention": "notified that it does not intend to become a party to {treaty}",
    "suspension": "suspended the operation of {treaty}",
    "lodged": "lodged an instrument under {treaty}",
}
"""The acts of `DONE` with the treaty that they concern."""
NOTICE = {"denunciation": "gave notice of denunciation", "withdrawal": "gave notice of withdrawal"}
"""The notice of leaving in the treaty's own word."""
INVITATION = {
    "none": "no invitation to accede",
    "until": "invited to accede until {day}",
    "open": "invited to accede, without an end date",
    "not_seen": "invited to accede, its end not seen",
}
EFFECT = {
    "ENTRY_INTO_FORCE": "in force for the state",
    "ENTRY_INTO_FORCE_AHEAD": "will be in force for the state",
    "EXIT": "ceased to be a party",
    "EXIT_AHEAD": "will cease to be a party",
}
"""What a computed day is; where the day asked about is earlier, with that after it."""
GROUND = {
    "NOTIFICATION": "succession: on its notification, without a wait",
    "INSTRUMENT": "the instrument's own entry into force",
    "EARLIER_EXIT": "not before its earlier participation ended",
    "PATH": "the entry into force of the text through which it joined",
    "PARENT": "not before {parent}",
    "PARENT EXIT": "leaves {parent} the same day",
}
"""What decides a computed day, where that is no clause of the instrument; of an exit, with that after it."""
UNRULED = {
    "no_rule": "the treaty has no rule on leaving; whether the notice ended it is not known (VCLT 56)",
    "not_seen": "no rule on leaving was seen; whether the notice ended it is not known (VCLT 56)",
}
AFTER_DEPOSIT = {
    "days": ("{n} day after deposit", "{n} days after deposit"),
    "months": ("{n} month after deposit", "{n} months after deposit"),
    "first_of_month": (
        "on the first of the month after {n} month from deposit",
        "on the first of the month after {n} months from deposit",
    ),
}
AFTER_NOTICE = {
    "years": ("{n} year after notice", "{n} years after notice"),
    "months": ("{n} month after notice", "{n} months after notice"),
    "first_of_month": (
        "on the first of the month after {n} month from notice",
        "on the first of the month after {n} months from notice",
    ),
}
NOT_BEFORE = {
    "of_instrument": (
        "no sooner than {n} year after the instrument's own entry into force",
        "no sooner than {n} years after the instrument's own entry into force",
    ),
    "of_state": (
        "no sooner than {n} year after entry into force for the state",
        "no sooner than {n} years after entry into force for the state",
    ),
}
"""The waits that treaties prescribe, in the form for one and for more."""
