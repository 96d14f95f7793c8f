"""CSV: one line per thing, ids and ISO dates, for spreadsheets."""

import csv
import io
from collections.abc import Mapping, Sequence
from typing import Any

FORMULA = ("=", "+", "-", "@")


def write(rows: Sequence[Mapping[str, Any]], width: int) -> str:
    """Rows as CSV with a header line, as RFC 4180 has it; no row, no header."""
    del width
    out = io.StringIO()
    if rows:
        writer = csv.DictWriter(out, fieldnames=list(rows[0]), lineterminator="\r\n")
        writer.writeheader()
        writer.writerows({key: _shown(value) for key, value in row.items()} for row in rows)
    return out.getvalue()


def _shown(value: Any) -> Any:  # noqa: ANN401 - a cell of any plain type
    """A value as a spreadsheet reads it; a text that would run as a formula is kept from it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str) and value.startswith(FORMULA):
        return "'" + value
    return value
