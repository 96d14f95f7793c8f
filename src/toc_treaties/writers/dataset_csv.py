"""A table of open data as CSV: exactly what the register holds, for programs."""

import csv
import io
from datetime import date

from toc_treaties.document.dataset import Table, Value

LINE_END = "\r\n"


def write(table: Table) -> bytes:
    """UTF-8, a line with the names of the columns, days as ISO 8601 has them; a cell without a value is empty.

    No sign is put before a text that a spreadsheet would run: a program must read what the register holds.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator=LINE_END)
    writer.writerow(column.name for column in table.columns)
    writer.writerows([_shown(value) for value in line] for line in table.lines)
    return out.getvalue().encode()


def _shown(value: Value) -> str | int:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return value.isoformat() if isinstance(value, date) else value
