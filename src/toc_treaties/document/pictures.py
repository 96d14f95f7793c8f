"""What a page shows as a picture, where a format draws, and as text where it does not: charts and maps."""

from datetime import date
from typing import NamedTuple

from toc_treaties.document.text import Line, Span


class Series(NamedTuple):
    """One line of a chart: its key and label, values at the chart's days; `remark` stands at its end."""

    key: str
    label: str
    values: tuple[int, ...]
    remark: str = ""


class Chart(NamedTuple):
    """Counts over time: the days of its axis, each with its text, and the highest value there can be."""

    key: str
    caption: str
    days: tuple[date, ...]
    axis: tuple[str, ...]
    series: tuple[Series, ...]
    top: int
    top_means: str = ""
    heads: tuple[str, str] = ("", "")
    """What the labels and the remarks of its lines are."""


class Tile(NamedTuple):
    """A state on a map: its code (ISO 3166-1 alpha-3), name, the sign that says how it stands, and row and column."""

    code: str
    name: str
    sign: Span
    place: tuple[int, int] | None = None


class Map(NamedTuple):
    """How each state stands: standings, never more or less. Text formats list the states."""

    key: str
    caption: str
    tiles: tuple[Tile, ...]
    disclaimer: Line
