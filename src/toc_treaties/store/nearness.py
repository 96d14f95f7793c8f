"""Which known word was meant by one that is not known; a word that only resembles one is not offered."""

from collections.abc import Sequence

from toc_treaties.model.names import LONGEST_COMPARED, affordable

WITHDRAWN = (
    "of a treaty in force: denunciation; of a signature: signature_withdrawal; "
    "of an instrument before it binds: instrument_withdrawal; of a notice: revocation"
)
"""What a withdrawal can be: each has another effect, so that none of them is guessed."""
SAID_AS = {
    "sign": "signature",
    "signed": "signature",
    "firma": "signature",
    "assinatura": "signature",
    "ratify": "ratification",
    "ratified": "ratification",
    "ratificación": "ratification",
    "ratificacion": "ratification",
    "ratificação": "ratification",
    "accede": "accession",
    "acceded": "accession",
    "adhesion": "accession",
    "adhesión": "accession",
    "adhésion": "accession",
    "adesão": "accession",
    "accepted": "acceptance",
    "approved": "approval",
    "succeeded": "succession",
    "denounce": "denunciation",
    "denounced": "denunciation",
    "revoked": "revocation",
    "suspended": "suspension",
    "succession_to_signature": "signature_succession",
    "withdrawal_of_signature": "signature_withdrawal",
    "withdrawal_of_instrument": "instrument_withdrawal",
}
"""Words that people use for the kinds of action; a word that denies an act is not among them."""


def nearest_or_known(word: str, known: Sequence[str]) -> str:
    """A remedy that names the word which was mistyped, or lists what is known."""
    listed = ", ".join(known[:12]) + (", …" if len(known) > 12 else "")  # noqa: PLR2004 - a line's worth
    near = mistyped(word, known)
    return f"did you mean {near}?" if near else f"one of {listed} is expected"


def mistyped(word: str, known: Sequence[str]) -> str | None:
    """The known word of which another is a slip of writing.

    A word that only resembles is not offered: it may say the opposite, as `includes` and `excludes` do.
    """
    if len(word) > LONGEST_COMPARED or not affordable(len(known)):
        return None
    from difflib import get_close_matches

    alike = [other for other in known if other[:1] == word.casefold()[:1] and other != word]
    near = get_close_matches(word.casefold().replace("_", "-"), alike, n=1, cutoff=0.8)
    near = near or get_close_matches(word.casefold(), alike, n=1, cutoff=0.8)
    return near[0] if near else None
