"""Names as files and arguments spell them."""

import unicodedata
from collections.abc import Iterable


def plain(name: str) -> str:
    """A name in lower case without accents, its words parted by single spaces."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    return " ".join("".join(c if c.isalnum() else " " for c in bare).split())


def slug_of(name: str) -> str:
    """A name as a file's: saint-kitts-and-nevis."""
    return plain(name).replace(" ", "-")


def nearest(word: str, known: Iterable[str]) -> list[str]:
    """Up to three known words that resemble a mistyped one, nearest first."""
    from difflib import get_close_matches

    return get_close_matches(word, list(known), n=3, cutoff=0.6)


def did_you_mean(word: str, known: Iterable[str], otherwise: str) -> str:
    """A remedy that names the nearest known word, or says what to do where none is near."""
    near = nearest(word, known)
    return f"did you mean {near[0]}?" if near else otherwise
