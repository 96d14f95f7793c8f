"""Runs of text, cells and rows as HTML: what a page is made of by the thousand, and so made without a template.

Every text is escaped here, as the templates escape what they are given.
"""

from collections.abc import Callable, Sequence

from markupsafe import Markup, escape

from toc_treaties.document import Cell, Column, ColumnKind, Line, Role, Span
from toc_treaties.writers.citing import Numbers
from toc_treaties.writers.printed import followed, tag_of

UNKNOWN = "?"
"""The sign of what is not known, whose cell is hatched."""
Linked = Callable[[str], Markup]
"""A text with what leads from it."""
Entry = Callable[[str, str], Markup]
"""A source, by its id and the text that stands for it, with what leads to all that rests on it."""


class Runs:
    """What a page's runs of text are made by: the names in them that lead on, and the numbers of its sources."""

    def __init__(self, linked: Linked, entry: Entry, numbers: Numbers, *, brief: bool = False) -> None:
        """`brief` leaves out what a page of very many has no room for: the labels of cells on a phone."""
        self.linked, self.entry, self.numbers, self.brief = linked, entry, numbers, brief

    def line(self, line: Line, bare: Role = Role.PLAIN) -> Markup:
        """A line of runs; `bare` is the role that needs no mark where it stands."""
        return Markup(self._line(line, bare))  # noqa: S704 - each text is escaped where it is taken

    def cell(self, cell: Cell, bare: Role = Role.PLAIN) -> Markup:
        """What stands in a cell, with its mark and the lines below it."""
        return Markup(self._cell(cell, bare))  # noqa: S704 - each text is escaped where it is taken

    def row(
        self, cells: Sequence[Cell], columns: Sequence[Column], *, labelled: bool, turned: bool, scoped: bool
    ) -> Markup:
        """A row of a table: its cells say what they are where they are stacked, or have classes, as in a matrix."""
        made = ["<tr>"]
        for at, (cell, column) in enumerate(zip(cells, columns, strict=False)):
            if at == 0:
                empty = scoped and not cell.text
                scope = ' scope="row"' if scoped else ""
                made.append("<td></td>" if empty else f"<th{scope}>{self._cell(cell, Role.STRONG)}</th>")
                continue
            said = labelled and not self.brief and cell.line and column.heading
            label = class_of(cell, column) if turned else f' data-label="{escape(column.heading)}"' if said else ""
            made.append(f"<td{label}{spoken(column)}>{self._cell(cell, Role.PLAIN)}</td>")
        made.append("</tr>\n")
        return Markup("".join(made))  # noqa: S704 - each text is escaped where it is taken

    # Made by joining: what is added to a text that is escaped would be escaped in its turn.
    def _cell(self, cell: Cell, bare: Role) -> str:
        made = [self._line(cell.line, bare), '<span class="mark">†</span>' if cell.marked else ""]
        made += [f"<div>{self._line(line, Role.QUIET)}</div>" for line in cell.below]
        return "".join(made)

    def _line(self, line: Line, bare: Role) -> str:
        made = []
        for span in line:
            made.append(self._text(span, bare))
            if span.cites:
                made.append(f"<sup>{', '.join(map(self._cited, span.cites))}</sup>")
        return "".join(made)

    def _text(self, span: Span, bare: Role) -> str:
        if span.url and followed(span.url):
            return f'<a href="{escape(span.url)}">{escape(span.text)}</a>'
        if span.says:
            signs = f'<span aria-hidden="true" class="sign">{escape(span.text)}</span>'
            return f'{signs}<span class="said">{escape(span.says)}</span>'
        text = self.linked(span.text)
        if span.role is bare or span.role is Role.PLAIN:
            return text
        if span.role is Role.QUIET:
            return f"<small>{text}</small>"
        return f"<b>{text}</b>" if span.role is Role.STRONG else f'<b class="{span.role.style}">{text}</b>'

    def _cited(self, id: str) -> str:
        """A source that is cited: its number in the page's own list, or its entry."""
        if id in self.numbers:
            number = self.numbers[id]
            return f'<a href="#s{number}">{number}</a>'
        return self.entry(id, id)


def class_of(cell: Cell, column: Column) -> str:
    """The class of a cell: what its column holds, whether it is a gap, and whether it is not known."""
    names = [column.kind.name.lower()] if column.kind is not ColumnKind.TEXT else []
    if cell.role is Role.OPEN:
        names.append("is-open")
    if cell.text == UNKNOWN:
        names.append("is-unknown")
    return f' class="{" ".join(names)}"' if names else ""


def spoken(column: Column) -> Markup:
    """The language of a column, where it is another than that of the page."""
    return Markup(' lang="{}"').format(tag_of(column.language)) if column.language else Markup("")
