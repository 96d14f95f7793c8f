"""Names as files, depositaries and arguments spell them, and which of the things that are known one of them means."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from math import inf
from typing import NamedTuple

INITIALS = r"\b(?:[^\W\d_]\.){2,}[^\W\d_]?(?!\w)"
"""Initials with their full stops: U.S.A."""
UNITED_NATIONS = r"\b(?:united nations|naciones unidas|nacoes unidas|nations unies|onu)\b"
ALIKE = {
    "saint": ("st", "ste", "sta", "sto", "sainte", "san", "santa", "santo", "sao"),
    "republic": ("rep", "republica", "republique"),
    "state": ("estado", "etat", "est"),
    "organized": ("organised",),
}
"""Words that languages and abbreviations write in their own way."""
ONE_WORD = {other: word for word, others in ALIKE.items() for other in others}
_JOINING = "and y e et of de del du da do das dos des in the el la los las lo le les o os a as l d"
JOINING = frozenset(_JOINING.split(" "))
"""Articles and joining words of the four languages, and what an apostrophe leaves of them."""
FORMS = frozenset({"republic", "commonwealth", "state"})
"""Words for the form of a state, of which a name may have another or none."""
A_CODE = 3
"""The length of a code, which is no part of a name worth matching."""
_CITING = (
    "oas oea un untc unts mtdsg treaty tratado traite registration no n nr num numero chapter capitulo chapitre "
    "strategy estrategia strategie paragraph para par parrafo paragrafo paragraphe"
)
CITING = frozenset(_CITING.split(" "))
"""Words that stand before a reference or a paragraph and do not tell it from another."""


MOST_COMPARED = 200_000
"""So many words of a register are compared with mistyped ones: of thousands, the last are said without a guess."""
LONGEST_COMPARED = 300
"""The longest title is shorter; two texts are compared in a time that grows with both."""
PARTING = " ?[(,/] ?| [-–—] "
"""What stands between a name and another name of the same thing."""


class Known(NamedTuple):
    """Something that goes by several names: its id, and how a remedy calls it."""

    id: str
    names: tuple[str, ...]
    shown_as: str


class _Bare(dict[int, str]):
    """What is left of each sign of a name, told once a sign: letters and digits, no accent, a blank of all else."""

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        left = "" if unicodedata.combining(sign) else sign if sign.isalnum() else " "
        return self.setdefault(code, left)


_BARE = _Bare()


def plain(name: str) -> str:
    """A name in lower case without accents, its words parted by single spaces."""
    folded = name.casefold()
    if not folded.isascii():
        folded = unicodedata.normalize("NFKD", folded)
    return " ".join(folded.translate(_BARE).split())


def without_brackets(name: str) -> str:
    """A name without what stands in brackets at its end: 1 (chapeau)."""
    before, opened, within = name.rstrip().rpartition("(")
    return before.rstrip() if opened and 0 <= within.find(")") == len(within) - 1 else name


@cache
def slug_of(name: str) -> str:
    """A name as a file's: saint-kitts-and-nevis."""
    return plain(name).replace(" ", "-")


@cache
def _words(name: str) -> tuple[str, ...]:
    """The words of a name, initials together, with one word for saints, republics and the United Nations."""
    joined = plain(_initials_together(name).replace("&", " and "))
    if "onu" in joined or "nations" in joined or "unidas" in joined:
        joined = re.sub(UNITED_NATIONS, "un", joined)
    return tuple([ONE_WORD.get(word, word) for word in joined.split()])


def _initials_together(name: str) -> str:
    """A name whose initials have lost their full stops."""
    return re.sub(INITIALS, lambda found: found[0].replace(".", ""), name) if "." in name else name


def _numbered(words: Sequence[str]) -> bool:
    """Whether some words are a reference or a paragraph, whose single letters and order count; a year is none."""
    return any(word[0].isdecimal() and len(word) != len("1961") for word in words)


@cache
def telling(name: str) -> tuple[str, ...]:
    """The words of a name that tell it from another, in any order: without articles and joining words."""
    words = _words(name)
    if _numbered(words):
        return tuple(word for word in words if word not in JOINING or len(word) == 1)
    return tuple(sorted([word for word in words if word not in JOINING] or words))


@cache
def spellings(name: str) -> frozenset[object]:
    """What two spellings of one name have in common: its letters, its telling words, or a reference's own letters."""
    words = _words(name)
    cited = [word for word in words if word not in CITING] if _numbered(words) else []
    return frozenset({"".join(words), "".join(cited or words), telling(name)})


def named(argument: str, known: Iterable[Known]) -> list[Known]:
    """The things of which an argument is a name, however it is written, or one name and another in brackets."""
    before, _, within = re.sub(PARTING, "(", " ".join(argument.split()), count=1).partition("(")
    both = [spellings(before), spellings(within)] if plain(before) and plain(within) else []
    alone = [spellings(argument)] if plain(argument) else []
    return [thing for thing in known if _has(thing, alone) or _has(thing, both)]


def _has(known: Known, wanted: list[frozenset[object]]) -> bool:
    """Whether something goes by each of some names."""
    names = [spellings(name) for name in known.names]
    return bool(wanted) and all(any(each & name for name in names) for each in wanted)


def abbreviated(argument: str, known: Sequence[Known]) -> list[Known]:
    """The things whose name an argument shortens with full stops, or gives with another form of state.

    Where the name of another with such a form begins alike, that is among them: neither can be taken.
    """
    words = _shortened(argument)
    found = [thing for thing in known if any(_shortens(words, telling(name)) for name in thing.names)]
    bare = [word for word in words if word[0] not in FORMS]
    if found or not bare or len(bare) == len(words):
        return found
    found = [thing for thing in known if any(_shortens(bare, telling(name)) for name in thing.names)]
    alike = [thing for thing in known if found and any(_begins_alike(bare, telling(name)) for name in thing.names)]
    return list(dict.fromkeys([*found, *alike]))


def _shortened(argument: str) -> list[tuple[str, bool]]:
    """The telling words of an argument, each with whether a full stop shortens it."""
    parts = re.split(r"[\s,()/–-]+", _initials_together(argument.replace("&", " ")))
    words = [
        (ONE_WORD.get(word, word), part.endswith(".") and word not in ONE_WORD)
        for part in parts
        for word in plain(part).split()
    ]
    return [(word, short) for word, short in words if short or word not in JOINING]


def _shortens(words: list[tuple[str, bool]], name: tuple[str, ...]) -> bool:
    """Whether some words are those of a name, some of them cut off."""
    rest = list(name)
    for word, short in sorted(words, key=lambda word: word[1]):
        of = next((own for own in rest if own == word or (short and own.startswith(word))), None)
        if of is None:
            return False
        rest.remove(of)
    return bool(words) and not rest


def _begins_alike(words: list[tuple[str, bool]], name: tuple[str, ...]) -> bool:
    """Whether a name with a form of state begins with the same letters as some words."""
    rest = [word for word in name if word not in FORMS]
    return len(rest) < len(name) and bool(rest) and all(any(of.startswith(word) for of in rest) for word, _ in words)


def resembling(argument: str, known: Sequence[Known]) -> list[Known]:
    """Up to five things that an argument can mean: whose name stands in it, of whose name it is a part, or the nearest.

    Where the name of one stands in it, another is offered only where the whole is all but its name: a wrong name is
    not corrected to another's.
    """
    wanted = frozenset(telling(argument))
    keys = [(frozenset(telling(name)), thing) for thing in known for name in thing.names if plain(name)]
    within = [(key, thing) for key, thing in keys if key <= wanted and any(len(word) > A_CODE for word in key)]
    longest = [thing for key, thing in within if not any(key < other for other, _ in within)]
    part = [thing for key, thing in keys if wanted and wanted <= key]
    plains = {plain(name): thing for thing in known for name in (thing.id, *thing.names)}
    if longest:
        longest += [plains[word] for word in nearest(plain(argument), plains, cutoff=0.9)]
    near = [plains[word] for word in nearest(plain(argument), plains)]
    begun = [thing for word, thing in plains.items() if len(argument) > A_CODE and plain(argument) in word]
    return list(dict.fromkeys(longest or part or [*near, *begun]))[:5]


class _Effort:
    """How many words are still compared with mistyped ones; without end where nobody set one (`at_most`)."""

    left: float = inf


@contextmanager
def at_most(words: int = MOST_COMPARED) -> Iterator[None]:
    """Let no more words than these be compared with mistyped ones, so that many faults are said in little time."""
    before, _Effort.left = _Effort.left, words
    try:
        yield
    finally:
        _Effort.left = before


def affordable(words: int) -> bool:
    """Whether so many words more are compared with a mistyped one."""
    _Effort.left -= words
    return _Effort.left >= 0


def nearest(word: str, known: Iterable[str], cutoff: float = 0.6) -> list[str]:
    """Up to three known words that resemble a mistyped one, nearest first; none of a text that is no name."""
    if len(word) > LONGEST_COMPARED or _Effort.left <= 0:
        return []
    names = [name for name in known if len(name) <= LONGEST_COMPARED]
    if not affordable(len(names)):
        return []
    from difflib import get_close_matches

    return get_close_matches(word, names, n=3, cutoff=cutoff)


def did_you_mean(word: str, known: Iterable[str], otherwise: str) -> str:
    """A remedy that names the nearest known word, or says what to do where none is near."""
    near = nearest(word, known)
    return f"did you mean {near[0]}?" if near else otherwise
