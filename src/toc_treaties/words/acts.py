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
