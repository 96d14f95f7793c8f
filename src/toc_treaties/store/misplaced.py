"""Lines that stand in a wrong place: begun in another column than their block, or outside every field."""

from collections.abc import Iterator

from toc_treaties.store.free import FREE, field_of
from toc_treaties.store.lines import Line, parts_of, starts_anew
from toc_treaties.store.slips import Repair, changed, fields, in_quotes

NOTHING = frozenset(["none", "null", "nil", "no", "yes", "true", "false", "unknown", "empty", "~", "-", "...", "n/a"])
"""What authors write behind a key for nothing, or for something."""
MESSAGE = "this line belongs to no field"


def of_texts(lines: list[str], number: int) -> Iterator[Repair]:
    """A line that belongs to no field, and may be the further words of the text above it."""
    written = lines[number - 1].rstrip("\r")
    if number == 1 or starts_anew(written) or not written.strip():
        return
    above = parts_of(lines[number - 2].rstrip("\r"))
    at, width = len(written) - len(written.lstrip()) + 1, len(written.strip())
    without = changed(lines, number, "")
    if field_of(lines, number - 1) not in FREE or above.value[:1] in {"[", "{"}:
        yield Repair(number, at, MESSAGE, "delete it, or write the field that it belongs to before it", without, width)
        return
    joined = f"{above.value.rstrip()} {written.strip()}".strip()
    head = " " * above.indent + above.bullets + above.key
    for value in (joined, *in_quotes(joined)):
        help_ = f"delete it, or join it to the line above: {(head + value).strip()}"
        yield Repair(number, at, MESSAGE, help_, changed(without.split("\n"), number - 1, head + value), width)


def of_indentation(lines: list[str], number: int) -> Iterator[Repair]:
    """A line that begins in another column than the lines of its block do, the likeliest first."""
    written = lines[number - 1].rstrip("\r")
    line = parts_of(written)
    yield from _without_head(lines, line)
    yield from _first_of_block(lines, number, line)
    yield from _of_block_above(lines, number, line)
    yield from _behind_the_key_above(lines, number, line)
    columns = _columns(lines, number)
    what = "this item" if line.bullets else "this line"
    message = f"{what} begins in column {line.indent + 1}, where nothing above it does"
    if line.indent in columns:
        message = f"{what} does not fit what begins in column {line.indent + 1} above it"
    deepest = _deepest(lines, number, line)
    for wanted in sorted(columns, key=lambda column: (column > deepest, abs(column - line.indent), -column)):
        if wanted != line.indent:
            help_ = f"begin it in column {wanted + 1}{columns[wanted]}"
            for last in dict.fromkeys((number, _last_below(lines, number, line.column))):
                below = ", and move what stands below it along" if last > number else ""
                better = _shifted(lines, number, last, wanted - line.indent)
                yield Repair(number, line.indent + 1, message, help_ + below, better, max(len(written.strip()), 1))


def _without_head(lines: list[str], line: Line) -> Iterator[Repair]:
    """The first lines of a file where the key above them is missing, found at the first key that is not below it."""
    first = next((at for at, written in enumerate(lines, 1) if written.strip() and written.lstrip()[0] != "#"), 0)
    top = parts_of(lines[first - 1])
    if line.key and not (line.indent or line.bullets) and first and (top.indent or top.bullets):
        key = "measures:" if top.bullets and top.word == "kind" else "the key that they belong to, with a colon,"
        better = "\n".join([*lines[: first - 1], "measures:", *lines[first - 1 :]])
        help_ = f"write {key} on a line of its own above"
        width = max(len(lines[first - 1].strip()), 1)
        yield Repair(first, top.indent + 1, "no key stands above these lines", help_, better, width)


def _first_of_block(lines: list[str], number: int, line: Line) -> Iterator[Repair]:
    """A line that begins in another column than the two below it: the first of its block, or one at the margin."""
    if not 2 < number < len(lines) or line.bullets:  # noqa: PLR2004 - a key, its first line, and this one
        return
    first, key, after = parts_of(lines[number - 2]), parts_of(lines[number - 3]), parts_of(lines[number])
    alike = after.indent == line.indent and not after.bullets
    if first.bullets or key.bullets or not (first.key and line.key and key.key) or not alike:
        return
    opens, value = not key.value.strip() and key.column < line.indent, bool(first.value.strip())
    within = opens and first.indent > key.column
    outside = value and first.indent < line.indent and (opens or key.indent == line.indent)
    if first.indent != line.indent and (within or outside):
        message = (
            f"{first.word} begins in column {first.indent + 1}, and the lines below it in column {line.indent + 1}"
        )
        better = _shifted(lines, number - 1, number - 1, line.indent - first.indent)
        help_ = f"begin it in column {line.indent + 1}"
        yield Repair(number - 1, first.indent + 1, message, help_, better, max(len(lines[number - 2].strip()), 1))


def _behind_the_key_above(lines: list[str], number: int, line: Line) -> Iterator[Repair]:
    """A text behind a key that has fields or items below it too."""
    above = parts_of(lines[number - 2]) if number > 1 else line
    text = above.value.strip()
    if above.key and text.casefold() in NOTHING and above.column < line.indent and starts_anew(lines[number - 1]):
        better = changed(lines, number - 1, " " * above.indent + above.bullets + above.key.rstrip())
        message = f"{text} stands behind {above.word}, which has lines of its own below it"
        yield Repair(number - 1, above.value_at + 1, message, "delete the one or the other", better, len(text))


def _of_block_above(lines: list[str], number: int, line: Line) -> Iterator[Repair]:
    """A key above a line that begins outside their block, though it is no field that could stand there."""
    if line.indent % 2 or not line.key or line.word in fields():
        return
    for above in range(number - 1, 0, -1):
        other = parts_of(lines[above - 1])
        hyphen = len(other.bullets) if other.indent == line.indent else 0
        if not lines[above - 1].strip() or (other.indent >= line.indent and not hyphen):
            continue
        if other.key and not other.value.strip() and not line.bullets and other.word not in fields():
            block = _shifted(lines, above, number - 1, line.indent - other.indent)
            message, help_ = f"{other.word} begins in column {other.indent + 1}, where nothing above it does", ""
            if hyphen:
                bare = " " * other.indent + other.key
                block = "\n".join([*lines[: above - 1], bare.rstrip(), *lines[above:]])
                message, help_ = f"a hyphen stands before {other.word}, which is a key", "delete the hyphen"
            help_ = help_ or f"begin it in column {line.indent + 1}, and move what stands below it along"
            yield Repair(above, other.indent + 1, message, help_, block, len(other.word) + hyphen)
        return


def _last_below(lines: list[str], number: int, column: int) -> int:
    """The last line of what stands below a line in its column, or deeper."""
    last = number
    for at, written in enumerate(lines[number:], number + 1):
        if written.strip() and parts_of(written).indent < column:
            break
        last = at if written.strip() else last
    return last


def _shifted(lines: list[str], first: int, last: int, by: int) -> str:
    """The text with some lines moved to the right, or to the left."""
    kept = lines[first - 1 : last]
    block = [" " * by + line if by > 0 else line[min(-by, parts_of(line).indent) :] for line in kept]
    return "\n".join([*lines[: first - 1], *block, *lines[last:]])


def _deepest(lines: list[str], number: int, line: Line) -> int:
    """The deepest column in which a line can begin, so that what stands below it is still its own."""
    if not line.key or line.value.strip():
        return 1 << 30
    below = next((parts_of(written) for written in lines[number:] if written.strip()), None)
    if below is None:
        return 1 << 30
    return below.indent if below.bullets else below.indent - 1


def _columns(lines: list[str], number: int) -> dict[int, str]:
    """The columns, counted from 0, in which a line may begin: those of the blocks above it, with what stands there."""
    found: dict[int, str] = {}
    lowest = 1 << 30
    for above in range(number - 1, 0, -1):
        written = lines[above - 1]
        if not written.strip() or written.lstrip().startswith("#") or not starts_anew(written):
            continue
        line = parts_of(written)
        for column, named in ((line.column, line.word), (line.indent, "the item" if line.bullets else line.word)):
            if column < lowest and named:
                found.setdefault(column, f", as {named} on line {above}")
        if line.key and not line.value.strip():
            found.setdefault(line.column + 2, f", below {line.word} on line {above}")
        lowest = min(lowest, line.indent)
        if lowest == 0:
            break
    return found


def lost_line(lines: list[str], line: int, column: int) -> Repair:
    """A line that cannot be read where it stands, and why is not known."""
    if line > len(lines) or (line == len(lines) and not lines[-1] and line > 1):
        line = max(number for number in range(1, len(lines) + 1) if lines[number - 1].strip() or number == 1)
        column = len(lines[line - 1].rstrip("\r")) + 1
    written = lines[line - 1].rstrip("\r")
    help_ = "compare its indentation, quotes and brackets with the entry above"
    if written.strip() and not starts_anew(written):
        at = len(written) - len(written.lstrip()) + 1
        return Repair(
            line,
            at,
            "this line belongs to no field",
            "delete it, or join it to the line above",
            "",
            len(written.strip()),
        )
    return Repair(line, min(column, len(written) + 1), "this line cannot be read where it stands", help_, "")
