"""Answers to plain data for programs: codes, ids and ISO days, one module per question; never a sentence."""

from datetime import date
from typing import Any

FORMAT_VERSION = 2
Data = dict[str, Any]


def envelope(as_of: date | None = None) -> Data:
    """What every record begins with: the version of its format, and the day asked about where it has one."""
    return {"format_version": FORMAT_VERSION, **({"as_of": as_of.isoformat()} if as_of else {})}
