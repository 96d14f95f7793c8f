"""The rows of a form, of a workbook or a text alike, to the values that were filled in."""

from toc_treaties.document.formulas import unguarded
from toc_treaties.edits.filled import Entered, Filled, Form, FormFault, enter, owner_of
from toc_treaties.edits.slots import NEEDED, TERMS, Slot
from toc_treaties.readers.coding import SAVE_UTF8, doubtful
from toc_treaties.readers.grid import BLANKS, Cell, Headed, Line, line_place, shown

MOST_NAMED = 12
"""So many places are named in one sentence."""


class FormRows:
    """The rows of a form as they become values, faults and remarks."""

    def __init__(self, headed: Headed, known: dict[str, Slot]) -> None:
        self.headed, self.known = headed, known
        self.entered: list[Entered] = []
        self.faults: list[FormFault] = []
        self.remarks = list(headed.remarks)
        self.owners: dict[tuple[str, str], str] = {}
        self.outside: list[str] = []
        self.by_code_page: list[str] = []

    def form(self) -> Form:
        """The form that the rows are."""
        for line in self.headed.lines:
            self._line(line)
        if self.by_code_page:
            words = ", ".join([*dict.fromkeys(self.by_code_page)][:MOST_NAMED])
            coding = self.headed.grid.coding
            self.remarks.append(f"it does not say its coding and was read as {coding}; check these words: {words}")
        if self.outside:
            self.remarks.append(
                f"not read, because it stands outside the table: {', '.join(self.outside[:MOST_NAMED])}"
            )
        state, year = owner_of(self.owners, self.faults)
        return Form(state, year, tuple(self.entered), tuple(self.faults), tuple(self.remarks))

    def _line(self, line: Line) -> None:
        """A row: whose it is, its figure and its value."""
        cells = {name: line.cells.get(column) for name, column in self.headed.columns.items()}
        state, year, figure, value = (cells[name] for name in NEEDED)
        stray = [cell for column, cell in line.cells.items() if column not in self.headed.columns.values()]
        unit = cells.get("unit")
        if not self.headed.grid.sheet and (stray or (unit and any(sign.isdecimal() for sign in unit.text))):
            message = "the row has a value under no head or under another: is a number written with a separator?"
            self.faults.append(FormFault((stray or [unit or line.cells[0]])[0].place, message))
            return
        self.outside += [cell.place for cell in stray]
        if figure is None and value is None:
            self.outside += [cell.place for cell in (state, year) if cell and not (state and year)]
            return
        self.owners.setdefault((self._naming(state), self._naming(year)), line_place(self.headed.grid, line))
        places = {name: self.headed.grid.place(line.number, self.headed.columns[name]) for name in NEEDED}
        fault = value.fault if value else ""
        filled = Filled(self._naming(figure), _plain(value), places["figure"], places["value"], fault)
        slot = self.known.get(filled.name)
        if value and line.hidden:
            self.remarks.append(f"{value.place} stands in a hidden row: {shown(filled.text)}")
        if value and value.remark:
            self.remarks.append(f"{value.place}: {value.remark}")
        if self.headed.grid.coding and slot and slot.term == TERMS[-1] and not filled.text.isascii():
            self._by_code_page(filled)
        else:
            enter(filled, self.known, self.entered, self.faults)

    def _naming(self, cell: Cell | None) -> str:
        """What a cell says that names its row; one that cannot be taken as it is refuses the form."""
        if cell and cell.fault:
            self.faults.append(FormFault(cell.place, cell.fault))
        return _plain(cell)

    def _by_code_page(self, filled: Filled) -> None:
        """A text whose letters depend on the code page: refused where they may be of another."""
        if doubtful(filled.text):
            message = (
                f"{shown(filled.text)}: the file does not say its coding, and these letters are in doubt: {SAVE_UTF8}"
            )
            self.faults.append(FormFault(filled.place, message))
            return
        words = (word.strip(".,;:()«»“”¿?¡!") for word in filled.text.split())
        self.by_code_page += [word for word in words if not word.isascii()]
        enter(filled, self.known, self.entered, self.faults)


def _plain(cell: Cell | None) -> str:
    """The text of a cell without blanks around it, and without the sign that kept it from being run."""
    return unguarded(cell.text).strip(BLANKS) if cell else ""
