"""The slips of a line: signs that are missing or too many, and blanks at its beginning, each with the line repaired.

Whether a slip was one is found by reading the repaired text; nothing here decides that.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from toc_treaties.store.free import FREE
from toc_treaties.store.lines import Line, closing, parts_of, starts_anew


class Repair(NamedTuple):
    """A slip with its place and remedy, and the whole text without it; no text where no remedy is certain."""

    line: int
    column: int
    message: str
    help: str
    text: str
    width: int = 1


def changed(lines: list[str], number: int, line: str) -> str:
    """The text with one line replaced."""
    end = "\r" if lines[number - 1].endswith("\r") else ""
    return "\n".join([*lines[: number - 1], line + end, *lines[number:]])


def of_signs(lines: list[str], number: int) -> Iterator[Repair]:
    """A colon, a blank, a quote or a bracket that is missing or too many on a line."""
    written = lines[number - 1].rstrip("\r")
    line = parts_of(written)

    def repair(at: int, message: str, better: str, help_: str | None = None, width: int = 1) -> Repair:
        help_ = help_ or (f"write {better.strip()}" if better.strip() else "delete it")
        return Repair(number, at + 1, message, help_, changed(lines, number, better), width)

    yield from _block_text(lines, number, repair)
    yield from _block_in_brackets(lines, number, repair)
    if re.match(r"%|---|\.\.\.", written):
        yield repair(0, "this line is a command to YAML, and has no place in these files", "", width=len(written))
    yield from _blanks(written, repair)
    yield from _hyphen(lines, number, line, repair)
    if line.value[:1] == "{":
        yield from _within(line, lines, repair)
    yield from _strange(lines, number, repair)
    if not line.key:
        yield from _colon(lines, number, line, repair)
    else:
        yield from _value(lines, line, repair)
    for sign, opening in {"]": "[", "}": "{", '"': '"', "'": "'"}.items():
        odd = line.value.count(sign) % 2 if sign == opening else line.value.count(sign) > line.value.count(opening)
        if odd and written.rstrip().endswith(sign):
            at = len(written.rstrip()) - 1
            yield repair(at, f"{_named(sign)} closes what was not opened", written.rstrip()[:-1])


def _block_text(lines: list[str], number: int, repair: Any) -> Iterator[Repair]:
    """The line of a block text, where it is not indented."""
    above = lines[number - 2].rstrip() if number > 1 else ""
    if re.search(r": +[|>][-+0-9]*$", above):
        written = lines[number - 1].strip()
        help_ = "a block text is indented two blanks deeper than its key; one line in quotes is better"
        better = " " * (parts_of(above).column + 2) + written
        at = len(lines[number - 1]) - len(lines[number - 1].lstrip())
        yield repair(at, "this line of a block text is not indented", better, help_, max(len(written), 1))


def _block_in_brackets(lines: list[str], number: int, repair: Any) -> Iterator[Repair]:
    """A text over several lines that is begun, with its sign, within brackets, where YAML knows none."""
    written = lines[number - 1].rstrip()
    match = re.search(r"(?:(?<=[:,\[{] )|(?<=[\[{,])|(?<=^) +)([|>][-+0-9]*)$", written)
    if match and _depth(lines, number, match.start(1)) > 0:
        message = f"within brackets no text over several lines can begin with {match[1]}"
        help_ = "write the text on one line, in quotes"
        yield repair(match.start(1), message, written[: match.start(1)].rstrip(), help_, len(match[1]))


def _depth(lines: list[str], number: int, at: int) -> int:
    """How many brackets are open at a place, as far as its own record tells."""
    first = next((above for above in range(number, 1, -1) if lines[above - 1][:1] not in {"", " "}), 1)
    before = [*lines[first - 1 : number - 1], lines[number - 1][:at]]
    return sum(line.count("[") + line.count("{") - line.count("]") - line.count("}") for line in before)


def _named(sign: str) -> str:
    return f"the quote {sign}" if sign in "\"'" else f"the bracket {sign}"


def _blanks(written: str, repair: Any) -> Iterator[Repair]:
    """A blank that is missing behind a hyphen or a colon."""
    match = re.match(r"( *(?:- +)*)-([^\s-].*)", written)
    if match:
        yield repair(len(match[1]), "a blank is missing behind the hyphen", f"{match[1]}- {match[2]}")
    match = re.match(r"( *(?:- *)*[A-Za-z_][\w-]*):([^\s:/].*)", written)
    if match:
        yield repair(len(match[1]), "a blank is missing behind the colon", f"{match[1]}: {match[2]}")
        bullet = re.match(r"( *(?:- +)*)-([^\s-].*)", match[1])
        if bullet:
            better = f"{bullet[1]}- {bullet[2]}: {match[2]}"
            yield repair(len(bullet[1]), "a blank is missing behind the hyphen, and one behind the colon", better)


def _hyphen(lines: list[str], number: int, line: Line, repair: Any) -> Iterator[Repair]:
    """A hyphen that is missing before an item, or another bullet in its place."""
    written = lines[number - 1].rstrip("\r")
    match = re.match(r"( *)([*–—•+‒―−·◦▪‣>]|--+)(?: +)(\S.*)", written)
    if match:
        yield repair(len(match[1]), f"{match[2]} stands where a hyphen belongs", f"{match[1]}- {match[3]}")
    opens = {parts_of(line).word for line in lines if parts_of(line).bullets} | _kinds()
    if line.key and not line.bullets and line.word in opens:
        message = f"a hyphen is missing before {line.word}"
        for indent in (line.indent, line.indent - 2):
            if indent >= 0:
                yield repair(line.indent, message, " " * indent + "- " + written.strip(), width=len(line.word))


def _strange(lines: list[str], number: int, repair: Any) -> Iterator[Repair]:
    """A line with a sign of another trade: a question mark before a key, round brackets, signs of a comparison."""
    written = lines[number - 1].rstrip("\r")
    if match := re.match(r"( *(?:- +)*)\? +([\w-]+):?$", written):
        yield repair(len(match[1]), "a question mark stands before a key", f"{match[1]}{match[2]}:")
    if (match := re.match(r"( *- +)\((.+)\)$", written)) and ": " in match[2][1:-1]:
        better = f"{match[1]}{{{match[2]}}}"
        yield repair(len(match[1]), "a record on one line stands in braces, not in round brackets", better)
    if match := re.match(r"[+-]( +.*)", written):
        yield repair(0, f"{written[0]} was left by a comparison of two versions", match[1], "delete it")


@cache
def _kinds() -> frozenset[str]:
    """The words that an entry can begin with."""
    from toc_treaties.store.entries_shape import KINDS, OTHER_ENTRIES, STATEMENT_KINDS

    return frozenset((*KINDS, *OTHER_ENTRIES, *STATEMENT_KINDS))


def _within(line: Line, lines: list[str], repair: Any) -> Iterator[Repair]:
    """A comma that is missing between two fields in braces, or a colon inside a text there that has no quotes."""
    head, value = " " * line.indent + line.bullets + line.key, line.value
    for match in re.finditer(r"(?<=: )([^\"'{}\[\],:]*(?::(?! )[^\"'{}\[\],:]*)*): ([^,{}]*)", value):
        text, blank, word = match[1].rpartition(" ")
        if text and blank and word in _known(lines):
            at = match.start(1) + len(text)
            better = f"{value[:at]}, {word}: {value[match.start(2) :]}"
            yield repair(line.value_at + at, f"a comma is missing before {word}", head + better)
        better = value[: match.start(1)] + _in_quotes(match[0].rstrip()) + value[match.end() :]
        yield repair(line.value_at + match.end(1), "a colon inside a text that has no quotes", head + better)


def _colon(lines: list[str], number: int, line: Line, repair: Any) -> Iterator[Repair]:
    """A colon that is missing behind the name of a field, or another sign in its place."""
    head = " " * line.indent + line.bullets
    match = re.match(r"([A-Za-z_][\w-]*)(?: *(?:[=;,.]|->|[–—]) *| +|$)(\S.*)?$", line.value)
    if match is None or match[1] in _beside(lines, number, line.column):
        return
    word, rest = match[1], match[2]
    at, message = line.column + len(word), f"a colon is missing behind {word}"
    if rest is None:
        if word in _known(lines) or number == len(lines) or not starts_anew(lines[number - 1]):
            yield repair(at, message, f"{head}{word}:")
    elif word in _known(lines) and not _goes_on(lines, number, match):
        for value in (rest, _in_quotes(rest)):
            yield repair(at, message, f"{head}{word}: {value}")


def _goes_on(lines: list[str], number: int, match: re.Match[str]) -> bool:
    """Whether a line is more likely the further words of the free text above it: no line of the file has such a key."""
    above = parts_of(lines[number - 2]) if number > 1 else parts_of("")
    keys = {line.word for line in map(parts_of, lines) if line.key}
    words = re.fullmatch(r"\w+ +[^\W\d]+(?: .*)?", match[0]) is not None
    return words and above.word in FREE and bool(above.value.strip()) and match[1] not in keys


@cache
def fields() -> frozenset[str]:
    """Every name of a field that the files know."""
    from toc_treaties.store.schemas import forms

    def names(schema: Any) -> Iterator[str]:
        if isinstance(schema, dict):
            yield from (schema.get("properties") or {})
            for part in schema.values():
                yield from names(part)
        elif isinstance(schema, list):
            for part in schema:
                yield from names(part)

    return frozenset(name for schema in forms(()).values() for name in names(schema))


def _beside(lines: list[str], number: int, column: int) -> set[str]:
    """The fields of the record that a line stands in, found by their column."""
    words: set[str] = set()
    for part, ends_with in ((lines[number - 2 :: -1] if number > 1 else [], True), (lines[number:], False)):
        for written in part:
            line = parts_of(written)
            if not written.strip() or line.column > column:
                continue
            if line.column < column or (line.bullets and not ends_with):
                break
            words.add(line.word)
            if line.bullets:
                break
    return words


def _known(lines: list[str]) -> frozenset[str]:
    """The names of fields, and whatever stands as one elsewhere in the file."""
    return fields() | {parts_of(line).word for line in lines}


def _value(lines: list[str], line: Line, repair: Any) -> Iterator[Repair]:
    """A value that only quotes, a line of its own, or a plain sign would make readable."""
    value = line.value.rstrip()
    head = " " * line.indent + line.bullets + line.key
    if not value:
        return
    inner = re.search(r"((?<![\w-])[A-Za-z_][\w-]*)?(:)(?: |$)", value)
    if inner and line.word not in FREE and value[0] not in "\"'[{" and inner[1] in _known(lines):
        first, second = value[: inner.start()].strip(), value[inner.start() :]
        below = (
            f"{head}{first}\n{' ' * line.column}{second}"
            if first
            else f"{head.rstrip()}\n{' ' * (line.column + 2)}{second}"
        )
        message = f"a second field, {inner[1]}, stands on this line"
        yield repair(line.value_at + inner.start(), message, below, f"put {second} on a line of its own", len(second))
    at = line.value_at + (inner.start(2) if inner else 0)
    why = "a colon inside a text that has no quotes" if inner else f"this text cannot begin with {value[0]}"
    if line.word not in FREE and re.fullmatch(r"[-–—?*]+", value):
        help_ = "write what the source shows, or leave the line out where the field may be absent"
        yield repair(line.value_at, f"{value} is no value", head + "unknown", help_, len(value))
    bare = value.strip("\"'`")
    if line.word not in FREE and re.fullmatch(r"[\w.-]+", bare) and value[0] in "\"'`":
        yield repair(line.value_at, f"{value} is not in plain quotes", f'{head}"{bare}"', width=len(value))
    if value[0] == "[" and re.search(r",\s*,|\[\s*,", value):
        fewer = re.sub(r"\[\s*,\s*", "[", re.sub(r",(\s*,)+", ",", value))
        yield repair(line.value_at, "a comma in this list has nothing before it", head + fewer)
        return
    if value[0] == '"' and closing(value) == len(value):
        better = re.sub(r'\\(?![\\"])', r"\\\\", value)
        yield repair(line.value_at + value.find("\\"), "a backslash inside quotes begins a code", head + better)
        return
    if value[0] in "\"'":
        end = closing(value)
        at = line.value_at + (end or 1) - 1
        why = f"the text goes on behind its closing quote {value[0]}"
    elif value[0] in "[{":
        at, why = line.value_at, f"text stands behind the closing bracket of {value[0]}"
    for quoted in in_quotes(value):
        yield repair(at, why, head + quoted, f"put quotes around the whole text: {(line.key + quoted)}")


def in_quotes(value: str) -> Iterator[str]:
    """A value in quotes, first without those that it has in vain."""
    for sign in "\"'":
        if len(value) > 2 and value[0] == value[-1] == sign:  # noqa: PLR2004 - two quotes and a text
            yield _in_quotes(value[1:-1].replace("''", "'") if sign == "'" else value[1:-1].replace('\\"', '"'))
        elif value.endswith(sign) and value.count(sign) == 1:
            yield _in_quotes(value[:-1])
    yield _in_quotes(value)


def _in_quotes(text: str) -> str:
    """A text in the quotes that it does not hold itself."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"
