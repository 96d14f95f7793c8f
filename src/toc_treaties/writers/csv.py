"""CSV: one line per thing, ids and ISO dates, for spreadsheets."""

import csv
import io
from typing import TYPE_CHECKING, Any

from toc_treaties.document.formulas import guarded

if TYPE_CHECKING:
    from toc_treaties.document.rows import Rows


def write(rows: "Rows", width: int) -> str:
    """Rows as CSV, as RFC 4180 has it; the header line stands there without rows too."""
    del width
    out = io.StringIO()
    writer = csv.DictWriter(out, fieldnames=rows.fields, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({key: _shown(value) for key, value in line.items()} for line in rows.lines)
    return out.getvalue()


def _shown(value: Any) -> Any:  # noqa: ANN401 - a cell of any plain type
    """A value as a spreadsheet reads it; a text that would run as a formula is kept from it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return guarded(value) if isinstance(value, str) else value
