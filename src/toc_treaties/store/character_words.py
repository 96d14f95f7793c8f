"""What is said of a character that may not stand in a file: its code point, its name, why, and the remedy."""

import unicodedata

from toc_treaties.store.characters import FRENCH, encoded_twice, seen_but_odd

_ENDS_A_LINE = "\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
_REORDERS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


_CLASSES = {
    "line-end": (
        "ends a line for some programs and for others not",
        "delete it; where a line shall end, press Enter in your editor",
    ),
    "order": ("changes the order in which a line is shown", "delete it; it is invisible in most editors"),
    "lost": ("stands where a letter was lost", "write the letter that the source has"),
    "blank": ("is not an ordinary blank", "type an ordinary blank in its place"),
    "control": ("is a control character", "delete it; it is invisible in most editors"),
    "apart": ("is an accent apart from its letter", "type the letter and its accent as one sign"),
    "alphabet": ("passes for a Latin letter or sign", "type the plain one in its place"),
    "meaningless": ("has no agreed meaning", "delete it, or write what the source has"),
    "unseen": ("cannot be seen", "delete it; it is invisible in most editors"),
}
"""Why a character of a class may not stand in a file, and what to do about it."""
_CATEGORIES = {"Zs": "blank", "Cc": "control", "Cn": "meaningless", "Co": "meaningless", "Cs": "meaningless"}


def _class_of(kind: str) -> str:
    """Which class an odd character belongs to."""
    match = seen_but_odd().match(f"a{kind}", 1)
    if match is not None and match.lastgroup:
        return match.lastgroup
    if kind in _ENDS_A_LINE:
        return "line-end"
    return "order" if kind in _REORDERS else _CATEGORIES.get(unicodedata.category(kind), "unseen")


def said_of(kind: str) -> str:
    """What is wrong with a character, with its code point and its name."""
    if kind[0] == "&" and len(kind) > 1:
        from html import unescape

        return f"{kind} is how a web page writes {unescape(kind)}"
    if len(kind) > 1:
        return f"{kind} ({', '.join(map(code_of, kind))}) is {_once(kind)}, encoded twice"
    return f"{code_of(kind)} {name_of(kind)} {_CLASSES[_class_of(kind)][0]}"


def remedy_of(kind: str) -> str:
    """What to do about a character."""
    if len(kind) > 1:
        return f"write {_once(kind)}"
    if kind in "\t\n":
        return _CLASSES["blank"][1]
    within = "; it may stand within French text alone" if kind in FRENCH else ""
    return _CLASSES[_class_of(kind)][1] + within


def _once(kind: str) -> str:
    """What was encoded twice, or its code point where it would not be seen."""
    from html import unescape

    once = unescape(kind) if kind[0] == "&" else encoded_twice(kind) or kind
    return once if once.isprintable() else "an ordinary blank"


def code_of(character: str) -> str:
    """A character's code point."""
    return f"U+{ord(character):04X}"


def name_of(character: str) -> str:
    """A character's name in Unicode; controls are named by what they do."""
    name = unicodedata.name(character, "")
    if name or unicodedata.category(character) != "Cc":
        return name or "(without a name)"
    number = ord(character)
    return CONTROLS[number if number < 32 else number - 95]  # noqa: PLR2004 - the two blocks of controls


_NAMES = """
NULL/START OF HEADING/START OF TEXT/END OF TEXT/END OF TRANSMISSION/ENQUIRY/ACKNOWLEDGE/ALERT/BACKSPACE/
CHARACTER TABULATION/LINE FEED/LINE TABULATION/FORM FEED/CARRIAGE RETURN/SHIFT OUT/SHIFT IN/DATA LINK ESCAPE/
DEVICE CONTROL ONE/DEVICE CONTROL TWO/DEVICE CONTROL THREE/DEVICE CONTROL FOUR/NEGATIVE ACKNOWLEDGE/
SYNCHRONOUS IDLE/END OF TRANSMISSION BLOCK/CANCEL/END OF MEDIUM/SUBSTITUTE/ESCAPE/INFORMATION SEPARATOR FOUR/
INFORMATION SEPARATOR THREE/INFORMATION SEPARATOR TWO/INFORMATION SEPARATOR ONE/DELETE/PADDING CHARACTER/
HIGH OCTET PRESET/BREAK PERMITTED HERE/NO BREAK HERE/INDEX/NEXT LINE/START OF SELECTED AREA/
END OF SELECTED AREA/CHARACTER TABULATION SET/CHARACTER TABULATION WITH JUSTIFICATION/LINE TABULATION SET/
PARTIAL LINE FORWARD/PARTIAL LINE BACKWARD/REVERSE LINE FEED/SINGLE SHIFT TWO/SINGLE SHIFT THREE/
DEVICE CONTROL STRING/PRIVATE USE ONE/PRIVATE USE TWO/SET TRANSMIT STATE/CANCEL CHARACTER/MESSAGE WAITING/
START OF GUARDED AREA/END OF GUARDED AREA/START OF STRING/SINGLE GRAPHIC CHARACTER INTRODUCER/
SINGLE CHARACTER INTRODUCER/CONTROL SEQUENCE INTRODUCER/STRING TERMINATOR/OPERATING SYSTEM COMMAND/
PRIVACY MESSAGE/APPLICATION PROGRAM COMMAND
"""
CONTROLS = tuple(_NAMES.replace("\n", "").split("/"))
"""The names of U+0000 to U+001F, and of U+007F to U+009F."""
