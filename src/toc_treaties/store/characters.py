"""Characters that mislead: they end a line unseen, cannot be seen, pass for another, or are left of a lost one.

They are looked for in the text before YAML is read, because YAML ends lines where git and an editor do not, and again
in what quotes and their escapes stand for. U+00A0 and U+202F are French typography, and stay within French text.
"""

import re
from collections.abc import Iterator
from functools import cache
from unicodedata import normalize

from toc_treaties.model.place import Place
from toc_treaties.model.problem import Problem
from toc_treaties.store import faults

FRENCH = "\u00a0\u202f"
"""The no-break spaces that French typography asks for."""
CURLY = "“”‘’„‟‚‛"
_OTHER_ALPHABETS = "Ͱ-ϿЀ-ԯ԰-֏Ꭰ-Ᏽ"
_LATIN = "A-Za-zÀ-ÖØ-öø-ɏ"
_ACCENTS = "\u0300-\u034e\u0350-\u036f"
_LEADS = {"Â": 1, "Ã": 1, "Å": 1, "√": 1, "├": 1, "â": 2, "ï": 2}
"""What accents that were encoded twice begin with, and how many signs beyond ASCII then follow."""
_COMMON = frozenset("–—‘’“”‟„‚‛•…′″€™−")
_PLAIN = bytes(range(0x20, 0x7F)) + b"\n"


@cache
def seen_but_odd() -> re.Pattern[str]:
    """What is printed and may not stand in a file; made when a file first holds what could be such."""
    return re.compile(
        "(?P<lost>[\ufffc\ufffd])"
        "|(?P<entity>&(?:#[0-9]+|#x[0-9A-Fa-f]+|nbsp|amp|quot|apos|lt|gt|[A-Za-z]+(?:acute|grave|circ|uml|tilde|cedil|ring));)"
        f"|(?P<apart>(?<=[{_LATIN}{_ACCENTS}])[{_ACCENTS}])"
        "|(?P<unseen>[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0])"
        "|(?P<twice>(?:[ÂÃÅ√├][^\x00-\x7f]|[âï][^\x00-\x7f]{2})+)"
        f"|(?P<alphabet>(?<=[{_LATIN}])[{_OTHER_ALPHABETS}]|[{_OTHER_ALPHABETS}](?=[{_LATIN}])|[！-～𝐀-𝟿‐‑⁃﹘﹣])"
    )


@cache
def doubtful() -> re.Pattern[str]:
    """With what each odd character begins: any sign but a line's end and those that are plain wherever they stand."""
    return re.compile(f"[^\n !-%'-~¡-¬®-ɏ{''.join(_COMMON)}]|[{''.join(_LEADS)}]")


_ENTITY = re.compile("&(?:#|[A-Za-z]+;)")
"""What may be an entity of a web page; an address has the sign too, and needs no closer look for it."""
_LAST_KEY = re.compile(r"(?:^[ -]*|[{,] *)([a-z]\w*): ", re.MULTILINE)
_CODINGS = ("cp1252", "latin-1", "mac-roman", "cp437", "cp850")


def odd_characters(file: str, content: bytes, text: str) -> list[Problem]:
    """Every kind of character in a file's text that may not stand there, at its first place.

    What stands directly behind another, as in a number, or closes it, was typed with it: it is counted with the first.
    """
    if not _ENTITY.search(text) and all(_is_plain(sign, text) for sign in signs_beyond(content)):
        return []
    found: dict[str, list[tuple[int, str]]] = {}
    counted_as: dict[str, str] = {}
    last, end = "", -1
    for position, kind in odd_in(text):
        own = kind if len(kind) == 1 else "twice"
        with_last = last if position == end or kind in _CLOSES else ""
        last, end = counted_as.setdefault(own, with_last or own), position + len(kind)
        found.setdefault(last, []).append((position, kind))
    return [_problem(file, text, *places[0], len(places) - 1) for places in found.values()]


_CLOSES = "\u202c\u2069"
"""What ends the order that another sign began."""


def signs_beyond(content: bytes) -> set[str]:
    """The signs of a file that are not plain ASCII."""
    return set(content.translate(None, _PLAIN).decode())


def _is_plain(sign: str, text: str) -> bool:
    """Whether a sign is certainly no odd one wherever a text has it; what is not certain is looked at closely."""
    if sign == "\r":
        return text.count("\r") == text.count("\r\n")
    if sign in FRENCH:
        return all(_in_french(text, at) for at in _places(sign, text))
    if sign in _LEADS:
        return all(text[at + 1 : at + 1 + _LEADS[sign]].isascii() for at in _places(sign, text))
    return sign.isprintable() and (sign < "ɐ" or sign in _COMMON)


def _places(sign: str, text: str) -> Iterator[int]:
    """Where a text has a sign."""
    at = text.find(sign)
    while at >= 0:
        yield at
        at = text.find(sign, at + 1)


def odd_in(text: str) -> list[tuple[int, str]]:
    """Each odd character with its position; accents that were encoded twice are one of several characters."""
    found: list[tuple[int, str]] = []
    looked_at, within = 0, 0
    for sign in doubtful().finditer(text):
        position, character = sign.start(), sign.group()
        match = seen_but_odd().match(text, position) if position >= looked_at else None
        looked_at = match.end() if match else looked_at
        if match and _is_odd(text, match):
            found.append((position, match.group()))
            within = match.end()
        elif position >= within and not character.isprintable() and not _may_stand(text, position, character):
            found.append((position, character))
    return found


def _may_stand(text: str, position: int, character: str) -> bool:
    """Whether a character that is not printed has its place: at a line's end, or a blank of French typography."""
    if character == "\r":
        return text[position + 1 : position + 2] == "\n"
    return character == "\n" or (character in FRENCH and _in_french(text, position))


def _is_odd(text: str, match: re.Match[str]) -> bool:
    if match.lastgroup == "apart":
        letter, accent = text[match.start() - 1], match.group()
        return not letter.isascii() or accent in _ACROSS or _is_one_sign(letter + accent)
    if match.lastgroup != "twice":
        return True
    return encoded_twice(match.group()) is not None and not _closes_a_quote(text, match.start())


_ACROSS = "\u0334\u0335\u0336\u0337\u0338"
"""What strikes a letter through."""


def _is_one_sign(text: str) -> bool:
    """Whether a letter and the accent behind it are one sign elsewhere."""
    return len(normalize("NFC", text)) == 1


def _in_french(text: str, position: int) -> bool:
    """Whether a no-break space stands inside a French text: one under `fr`, or where French typography has one."""
    before, after = text[position - 1 : position], text[position + 1 : position + 2]
    if not before.strip(" \n") or not after.strip(" \n"):
        return False
    if after in ":;!?»%" or before == "«" or (before.isdecimal() and after.isdecimal()):
        return True
    keys = _LAST_KEY.findall(text, max(0, position - 1000), position)
    return bool(keys) and keys[-1] == "fr"


def encoded_twice(text: str) -> str | None:
    """What a text was before it was encoded twice; None where it was not."""
    for coding in _CODINGS:
        try:
            once = text.encode(coding).decode("utf-8")
        except UnicodeError:
            continue
        once = encoded_twice(once) or once
        if all("\u00a0" <= character <= "\u017f" or "\u2010" <= character <= "\u2122" for character in once):
            return once
    return None


def _closes_a_quote(text: str, position: int) -> bool:
    """Whether the second character is the closing quote of one that was opened on the same line, as in «IRMÃ»."""
    line = text[text.rfind("\n", 0, position) + 1 : position]
    opening = {"»": "«", "”": "“", "’": "‘"}.get(text[position + 1])
    return opening is not None and opening in line


def _problem(file: str, text: str, position: int, kind: str, more: int) -> Problem:
    """The Problem of one kind of character, at its first place."""
    from toc_treaties.store.character_words import remedy_of, said_of

    before = text[:position]
    place = Place(file, before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1)
    if kind == "\t":
        return faults.tab(place, more, before.rpartition("\n")[2], text[position + 1 :].partition("\n")[0])
    others = f" (and {more} more in this file)" if more else ""
    return faults.odd_character(place, f"{said_of(kind)}{others}", remedy_of(kind), len(kind))


def _may_be_in_key(text: str, position: int) -> bool:
    """Whether a sign may stand in a key: no key has ended before it on its line, or another can begin there."""
    before = text[text.rfind("\n", 0, position) + 1 : position]
    return ": " not in before or "{" in before


def may_hide(content: bytes, text: str) -> bool:
    """Whether a text holds what can stand for an odd character, or a quote in the place of another."""
    if "\\" in text:
        return True
    signs = signs_beyond(content)
    if any(_may_be_in_key(text, at) for sign in signs.intersection(FRENCH) for at in _places(sign, text)):
        return True
    return any(text[at - 1 : at] in " [{(,:-\n" for sign in signs.intersection(CURLY) for at in _places(sign, text))
