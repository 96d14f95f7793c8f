"""A quote or a bracket that is opened and not closed: said where it opens, however far below the reading stops."""

import re
from collections.abc import Iterator

from toc_treaties.store.characters import CURLY
from toc_treaties.store.lines import Line, closing, parts_of, starts_anew
from toc_treaties.store.slips import Repair, changed, in_quotes

_CLOSES = {"[": "]", "{": "}"}


def unclosed(lines: list[str], last: int) -> Iterator[Repair]:
    """Every quote and bracket above a line that is not closed before another field begins."""
    number = 1
    while number <= min(last, len(lines)):
        line = parts_of(lines[number - 1])
        if line.value[:1] in {'"', "'"}:
            if closing(line.value) is None and not _goes_on(lines, number, line.value[0]):
                yield from _quote(lines, number, line)
        elif line.value[:1] in _CLOSES:
            yield from _bracket(lines, number, line)
        number += 1


def _goes_on(lines: list[str], number: int, sign: str) -> bool:
    """Whether a quoted text is closed on a later line before another field begins."""
    for written in lines[number:]:
        if starts_anew(written):
            return False
        if sign in written:
            return True
    return False


def _quote(lines: list[str], number: int, line: Line) -> Iterator[Repair]:
    """A quote closed at the end of its line."""
    sign, value = line.value[0], line.value.rstrip()
    text = value[1:]
    if text[-1:] in CURLY or text[-1:] in "\"'":
        text = text[:-1]
    if sign == '"' and text.endswith("\\"):
        text = text[:-1]
    head = " " * line.indent + line.bullets + line.key
    better = f"{head}{sign}{text}{sign}"
    message = f"the quote {sign} that opens here is not closed"
    help_ = f"close it at the end of the text: {better.strip()}"
    yield Repair(number, line.value_at + 1, message, help_, changed(lines, number, better), len(value))


def _bracket(lines: list[str], number: int, line: Line) -> Iterator[Repair]:
    """A bracket closed at the end of its line, or one too many taken away."""
    value = line.value.rstrip()
    stack, at, quote_at = _scanned(value)
    head = " " * line.indent + line.bullets + line.key

    def repair(column: int, message: str, better: str) -> Repair:
        whole = head + better
        return Repair(number, column + 1, message, f"write {whole.strip()}", changed(lines, number, whole))

    if quote_at is not None:
        sign = value[quote_at]
        cut = _first(value, quote_at + 1)
        better = value[:cut].rstrip(CURLY) + sign + value[cut:]
        yield repair(line.value_at + quote_at, f"the quote {sign} that opens here is not closed", better)
    elif stack and at is None and " #" in value:
        cut = value.index(" #")
        begins = max(value.rfind(sign, 0, cut) for sign in ("[", "{", ", ", ": "))
        begins += 1 if value[begins] in _CLOSES else 2
        ends = _first(value, cut)
        said = f"a blank and # begin a comment, so that the bracket {value[stack[-1]]} is not closed"
        quoted = next(in_quotes(value[begins:ends]))
        yield repair(line.value_at + cut + 1, said, value[:begins] + quoted + value[ends:])
    elif stack and at is None and not _continued(lines, number):
        opened = stack[-1]
        missing = "".join(_CLOSES[value[place]] for place in reversed(stack))
        said = f"the bracket {value[opened]} that opens here is not closed"
        if value[0] == "{" and ": " not in value:
            yield repair(line.value_at + opened, said, f"[{value[1:].rstrip(', ')}]")
        yield repair(line.value_at + opened, said, value.rstrip(", ") + missing)
    elif at is not None:
        rest = value[at:]
        field = re.compile(r", [a-z_]+: ").search(value, stack[-1]) if stack and value[stack[-1]] == "[" else None
        if field:  # a list ends before the next field of the record around it
            closed = f"{value[: field.start()]}]{value[field.start() :]}"
            yield repair(line.value_at + stack[-1], "the bracket [ that opens here is not closed", closed)
        said = f"the bracket {rest[0]} closes what was not opened"
        if stack:
            right = _CLOSES[value[stack[-1]]]
            yield repair(line.value_at + at, f"{rest[0]} stands where {right} belongs", value[:at] + right + rest[1:])
        yield repair(line.value_at + at, said, value[:at] + rest[1:])


def _first(value: str, start: int) -> int:
    """Where the item of a list or a record ends, as far as commas and brackets tell."""
    return min((at for at in (value.find(end, start) for end in (", ", "]", "}")) if at >= 0), default=len(value))


def _scanned(value: str) -> tuple[list[int], int | None, int | None]:
    """The brackets left open, the first that closes nothing, and a quote left open, by their places in a value."""
    stack: list[int] = []
    at = 0
    while at < len(value):
        sign = value[at]
        if sign in "\"'" and value[at - 1] in "[{ ":
            end = closing(value[at:])
            if end is None or value[at + end : at + end + 1] not in {"", ",", "]", "}", ":", " "}:
                return stack, None, at
            at += end
            continue
        if sign == "#" and value[at - 1] == " ":
            break
        if sign in _CLOSES:
            stack.append(at)
        elif sign in "]}":
            if not stack or _CLOSES[value[stack[-1]]] != sign:
                return stack, at, None
            stack.pop()
        at += 1
    return stack, None, None


def _continued(lines: list[str], number: int) -> bool:
    """Whether what a bracket opened is closed on later lines, before a field that cannot be inside it."""
    depth = 0
    indent = parts_of(lines[number - 1]).indent
    for written in lines[number - 1 :]:
        if depth and written.strip() and parts_of(written).indent <= indent and written.strip()[0] not in "]}":
            return False
        depth += sum(written.count(sign) for sign in _CLOSES) - sum(written.count(sign) for sign in "]}")
        if depth <= 0:
            return True
    return False
