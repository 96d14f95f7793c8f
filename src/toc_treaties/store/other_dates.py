"""Dates in the forms that people write, read as far as they are certain: what the help of a refused date offers."""

import re
from collections.abc import Iterator

from toc_treaties.model.names import plain

_MONTHS = """
    january enero janeiro janvier | february febrero fevereiro fevrier | march marzo marco mars | april abril avril
    | may mayo maio mai | june junio junho juin | july julio julho juillet | august agosto aout
    | september setiembre septiembre setembro septembre | october octubre outubro octobre
    | november noviembre novembro novembre | december diciembre dezembro decembre
"""
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_BESIDE = frozenset(
    [
        "de",
        "del",
        "of",
        "the",
        "le",
        "du",
        "do",
        "em",
        "en",
        "el",
        "la",
        "on",
        "c",
        "ca",
        "circa",
        "about",
        "approx",
        "year",
        "ano",
        "annee",
        "st",
        "nd",
        "rd",
        "th",
        "er",
    ]
)
_DAYS = """
    monday tuesday wednesday thursday friday saturday sunday lunes martes miercoles jueves viernes sabado domingo
    lundi mardi mercredi jeudi vendredi samedi dimanche segunda terca quarta quinta sexta feira
"""
_YEARS = range(1700, 2200)
_WEEKDAYS = frozenset(_DAYS.split())


def _months() -> dict[str, int]:
    """Every month's number by its names, and by the beginnings of these that no other month shares."""
    found: dict[str, set[int]] = {}
    for number, names in enumerate(_MONTHS.split("|"), 1):
        for name in names.split():
            for length in range(3, len(name) + 1):
                found.setdefault(name[:length], set()).add(number)
    return {name: numbers.pop() for name, numbers in found.items() if len(numbers) == 1}


def rewritten(text: str) -> list[str]:
    """How the files would write a date in another form; twice where day and month could be exchanged."""
    words = [word for word in re.findall(r"\d+|[a-z]+", plain(text)) if word not in _BESIDE | _WEEKDAYS]
    if len(words) > 1:
        words = [word for word in words if word not in {"a", "o"}]
    return list(dict.fromkeys(_spelled(parts) for parts in _meanings(words) if parts[0] in _YEARS))


def _spelled(parts: tuple[int, ...]) -> str:
    """Year, month and day as the files write them."""
    return "-".join(f"{part:0{width}}" for part, width in zip(parts, (4, 2, 2), strict=False))


def _meanings(words: list[str]) -> Iterator[tuple[int, ...]]:
    """The years, months and days that words can mean, the likeliest first."""
    months = _months()
    named = [months.get(word) or (_ROMAN.index(word) + 1 if word in _ROMAN else None) for word in words]
    numbers = [word for word in words if word.isascii() and word.isdecimal()]
    years = [word for word in numbers if len(word) == 4]  # noqa: PLR2004 - digits of a year
    others = [int(word) for word in numbers if len(word) <= 2]  # noqa: PLR2004 - digits of a day or month
    if len(years) + len(others) < len(numbers) and len(words) > 1:
        return
    if len(words) > 3 or len(words) != len(numbers) + sum(month is not None for month in named):  # noqa: PLR2004
        return
    month = next((number for number in named if number is not None), None)
    match len(years), len(others), month:
        case 1, 1, int():
            yield int(years[0]), month, others[0]
        case 1, 0, int():
            yield int(years[0]), month
        case 1, 2, None:
            first, second = others
            yield from ((int(years[0]), *pair) for pair in _orders(words, first, second))
        case 1, 1, None:
            yield int(years[0]), others[0]
        case 1, 0, None:
            yield (int(years[0]),)
        case 0, 0, None if len(words) == 1 and len(words[0]) == 8:  # noqa: PLR2004 - a day without hyphens
            digits = words[0]
            yield int(digits[:4]), int(digits[4:6]), int(digits[6:])
            yield int(digits[4:]), int(digits[2:4]), int(digits[:2])
            yield int(digits[4:]), int(digits[:2]), int(digits[2:4])
        case 0, 0, None if len(words) == 1 and len(words[0]) == 6:  # noqa: PLR2004 - a month without hyphens
            yield int(words[0][:4]), int(words[0][4:])
        case _:
            return


def _orders(words: list[str], first: int, second: int) -> Iterator[tuple[int, int]]:
    """Month and day out of two numbers: after a year the month comes first, before it either may."""
    if len(words[0]) == 4:  # noqa: PLR2004 - digits of a year
        yield first, second
        if first > 12:  # noqa: PLR2004 - months
            yield second, first
    else:
        yield second, first
        yield first, second
