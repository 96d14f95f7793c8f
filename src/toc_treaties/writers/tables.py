"""Tables as lines of (text, style): columns fitted to the width, a matrix cut into blocks."""

from collections.abc import Iterator, Sequence

from toc_treaties.document import Cell, Column, ColumnKind, Layout, Table, cell, text_of
from toc_treaties.words.phrases import MARK
from toc_treaties.writers.text import Styled, TextLine, fitted, wrapped

Row = tuple[Cell, ...]
GAP = 2
INDENT = 2
LABEL = 30
"""The room of a total's label in a matrix."""
LONGEST = 36
"""The longest word that is kept whole: the id of a source, in its brackets."""
YEARS = len("2011–2012")


def lay_table(table: Table, width: int) -> list[TextLine]:
    """A table's lines; a matrix that is too wide becomes blocks, each repeating the first column."""
    if table.layout is not Layout.MATRIX:
        return _lay_flow(table, width)
    lines: list[TextLine] = []
    widths = [_names(table), *(_natural(table, index) for index in range(1, len(table.columns)))]
    for index, chosen in enumerate(_blocks(table, widths, width)):
        if index:
            lines.append(())
        lines += _lay_matrix(table, chosen, [widths[column] for column in chosen])
    return lines


def shown(cell: Cell) -> str:
    """A cell's text with its mark."""
    return cell.text + MARK if cell.marked else cell.text


def texts(cell: Cell) -> list[str]:
    """A cell's text with its mark, and the lines below it."""
    return [shown(cell), *map(text_of, cell.below)]


def _rows(table: Table) -> Iterator[Row]:
    for section in table.sections:
        yield from section.rows
    yield from table.totals


def _natural(table: Table, index: int) -> int:
    """The width a column would like; a line below may claim a little more than the text above it."""
    heading = 0 if table.layout is Layout.LIST else len(table.columns[index].heading)
    return max(heading, _content(table, index))


def _content(table: Table, index: int) -> int:
    """The width of what stands in a column, whatever its heading."""
    return max((len(text) for row in _rows(table) for text in texts(row[index])), default=0)


def _under_a_folded_heading(table: Table, index: int) -> int:
    """The width of a column whose heading takes a line for each of its words."""
    words = table.columns[index].heading.split() if table.layout is not Layout.LIST else []
    return max([_content(table, index), *map(len, words)])


def _names(table: Table) -> int:
    """The width of a matrix's first column: that of its names; a longer label of a total is wrapped."""
    names = [len(shown(row[0])) for section in table.sections for row in section.rows]
    labels = [min(len(shown(row[0])) - INDENT, LABEL) for row in table.totals]
    return max([len(table.columns[0].heading), *names, *labels])


def _longest_word(table: Table, index: int) -> int:
    """The width that keeps a column's words whole; addresses and very long words are not counted."""
    every = [text for row in _rows(table) for text in texts(row[index])]
    words = [word for text in (*every, table.columns[index].heading) for word in text.split() if "://" not in word]
    return max((len(word) for word in words if len(word) <= LONGEST), default=1)


def _lowest(natural: Sequence[int], least: Sequence[int], fixed: Sequence[bool]) -> list[int]:
    """The width below which each column would cut a word."""
    every = zip(natural, least, fixed, strict=True)
    return [wanted if is_fixed else min(wanted, word) for wanted, word, is_fixed in every]


def _lay_flow(table: Table, width: int) -> list[TextLine]:
    natural = [_natural(table, index) for index in range(len(table.columns))]
    fixed = [column.whole for column in table.columns]
    least = [_longest_word(table, index) for index in range(len(table.columns))]
    room = width - INDENT - GAP * (len(natural) - 1)
    if sum(_lowest(natural, least, fixed)) > room:
        natural = [
            _under_a_folded_heading(table, index) if is_fixed else wanted
            for index, (wanted, is_fixed) in enumerate(zip(natural, fixed, strict=True))
        ]
    if sum(_lowest(natural, least, fixed)) > room:
        fixed = [column.whole and column.kind is not ColumnKind.TEXT for column in table.columns]
    widths = fitted(natural, fixed, room, least)
    lines: list[TextLine] = []
    if table.layout is not Layout.LIST:
        heads = tuple(cell(column.heading) for column in table.columns)
        lines += _lay_row(heads, table.columns, widths, "column")
    for section in table.sections:
        if section.heading:
            lines += [(Styled(text, "heading"),) for text in wrapped(section.heading, width)]
        for row in section.rows:
            lines += _lay_row(row, table.columns, widths)
    for row in table.totals:
        lines += _lay_row(row, table.columns, widths)
    return lines


def _lay_row(row: Row, columns: tuple[Column, ...], widths: list[int], style: str | None = None) -> list[TextLine]:
    """One row: every cell wrapped in its column, its second line below."""
    stacks = [
        [Styled(line, style or entry.role.style) for line in wrapped(shown(entry), size, 1)]
        + [Styled(line, "quiet") for below in texts(entry)[1:] for line in wrapped(below, size, 1)]
        for entry, size in zip(row, widths, strict=True)
    ]
    lines = []
    for number in range(max(len(stack) for stack in stacks)):
        line = [Styled(" " * INDENT)]
        for column, stack, size in zip(columns, stacks, widths, strict=True):
            text, span_style = stack[number] if number < len(stack) else Styled("")
            padded = text.rjust(size) if column.kind is ColumnKind.COUNT else text.ljust(size)
            line += [Styled(padded, span_style), Styled(" " * GAP)]
        lines.append(tuple(line))
    return lines


def _blocks(table: Table, widths: list[int], width: int) -> list[list[int]]:
    """The columns of each block, by their widths: as few blocks as fit, of nearly equal size."""
    first = widths[0] + INDENT
    sizes = [_spaced(table.columns[index], widths[index]) for index in range(1, len(table.columns))]
    count = _fewest(sizes, width - first)
    even = max(-(-len(sizes) // count), 1)
    while True:
        blocks = [list(range(start, min(start + even, len(sizes)))) for start in range(0, len(sizes), even)]
        if even == 1 or all(sum(sizes[i] for i in block) <= width - first for block in blocks):
            return [[0, *(i + 1 for i in block)] for block in blocks] or [[0]]
        even -= 1


def _spaced(column: Column, size: int) -> int:
    """The room of a column of a matrix: days, which have blanks in them unlike years, stand further apart."""
    return size + (GAP if column.kind is ColumnKind.DAY and size > YEARS else 1)


def _fewest(sizes: list[int], room: int) -> int:
    """How many blocks are needed when each takes as many columns as it can."""
    count, used = 1, 0
    for size in sizes:
        if used and used + size > room:
            count, used = count + 1, 0
        used += size
    return count


def _lay_matrix(table: Table, chosen: list[int], widths: list[int]) -> list[TextLine]:
    columns = [table.columns[index] for index in chosen]
    heads = [cell(column.heading) for column in columns]
    lines = [_matrix_row(heads, columns, widths, 0, "column")]
    for section in table.sections:
        if section.heading:
            lines.append((Styled(section.heading, "heading"),))
        lines += [_matrix_row([row[index] for index in chosen], columns, widths, INDENT) for row in section.rows]
    if table.totals:
        lines.append(())
    for row in table.totals:
        *above, label = wrapped(shown(row[0]), widths[0] + INDENT)
        lines += [(Styled(text, "strong"),) for text in above]
        lines.append(_matrix_row([cell(label), *(row[index] for index in chosen[1:])], columns, widths, 0, "strong"))
    return lines


def _matrix_row(
    row: list[Cell], columns: list[Column], widths: list[int], indent: int, style: str | None = None
) -> TextLine:
    first = (" " * indent + shown(row[0])).ljust(widths[0] + INDENT)
    line = [Styled(first, style or row[0].role.style)]
    for entry, column, size in zip(row[1:], columns[1:], widths[1:], strict=True):
        line.append(Styled(_placed(entry, column, size).rjust(_spaced(column, size)), style or entry.role.style))
    return tuple(line)


def _placed(cell: Cell, column: Column, size: int) -> str:
    """A cell in its column: a centred symbol stays in its place, its mark beside it."""
    bare = cell.text
    text = bare + MARK if cell.marked else bare
    if column.kind is ColumnKind.COUNT:
        return text.rjust(size)
    if column.kind is ColumnKind.SYMBOL and len(bare) <= size - 1:
        left = (size - len(bare)) // 2
        return (" " * left + text).ljust(size)[:size]
    return text.ljust(size)
