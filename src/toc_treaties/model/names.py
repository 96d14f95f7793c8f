"""Names as files and arguments spell them."""

import unicodedata


def plain(name: str) -> str:
    """A name in lower case without accents, its words parted by single spaces."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    return " ".join("".join(c if c.isalnum() else " " for c in bare).split())


def slug_of(name: str) -> str:
    """A name as a file's: saint-kitts-and-nevis."""
    return plain(name).replace(" ", "-")
