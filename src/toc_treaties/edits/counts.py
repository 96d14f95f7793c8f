"""What is filled in as a count: a whole number however spreadsheets group it, and never one that has to be guessed."""

import re

LONGEST = 9
"""How many digits a count may have; a term in months has at most four."""
_BLANK = "[ \u00a0\u2007\u2009\u202f'’]"
_GROUPED = (
    re.compile(rf"[0-9]{{1,3}}({_BLANK}[0-9]{{3}})+"),
    re.compile(r"[0-9]{1,3}(,[0-9]{3}){2,}"),
    re.compile(r"[0-9]{1,3}(\.[0-9]{3}){2,}"),
    re.compile(r"[0-9]{1,3}(,[0-9]{3})+(?=\.0{1,2}\Z)"),
    re.compile(r"[0-9]{1,3}(\.[0-9]{3})+(?=,0{1,2}\Z)"),
    re.compile(r"[0-9]+(?=[.,]0{1,2}\Z)"),
)
"""Numbers that can be read in one way alone: grouped by blanks, twice by one sign, or before a fraction of nothing."""
_EITHER = re.compile(r"[0-9]{1,3}[.,][0-9]{3}")
_FRACTION = re.compile(r"[0-9.,]*[0-9][.,][0-9]+")


def count_of(text: str, longest: int = LONGEST) -> int | str:
    """The count that a text is, or why it is none and what to write."""
    digits = text
    for pattern in _GROUPED:
        grouped = pattern.match(text)
        if grouped and not text[grouped.end() :].strip("0.,"):
            digits = re.sub("[^0-9]", "", grouped[0])
            break
    if digits.isascii() and digits.isdecimal():
        if len(digits.lstrip("0")) <= longest and len(digits) <= LONGEST:
            return int(digits)
        return f"it has more than {longest} digits"
    if _EITHER.fullmatch(text):
        whole, fraction = re.split("[.,]", text)
        return f"it can be {int(whole + fraction)} or a fraction: write the number without a sign within"
    if _FRACTION.fullmatch(text):
        return "it is a fraction: write a whole number"
    return "write a whole number, 0 for none, or nothing where it is not reported"
