"""What a page shows as a picture, where a format draws, and as text where it does not: charts and maps."""

from datetime import date
from typing import NamedTuple

from toc_treaties.document.text import MARK, Line, Span


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
    heads: tuple[str, str] = ("", "")
    """What the labels and the remarks of its lines are."""


class Tile(NamedTuple):
    """A state on a map: its code (ISO 3166-1 alpha-3), name, the sign that says how it stands, and row and column.

    `marked` is whether that carries the mark of unconfirmed evidence.
    """

    code: str
    name: str
    sign: Span
    place: tuple[int, int] | None = None
    marked: bool = False

    @property
    def shown(self) -> str:
        """The sign with its mark."""
        return self.sign.text + MARK if self.marked else self.sign.text


class Map(NamedTuple):
    """How each state stands, a tile a state: standings, never more or less. Below it stand the states of each."""

    key: str
    caption: str
    tiles: tuple[Tile, ...]
    disclaimer: Line

    @property
    def drawn(self) -> dict[tuple[int, int], Tile]:
        """The tiles that have a place, by row and column from the first that is used, in reading order."""
        placed = sorted((tile.place, tile) for tile in self.tiles if tile.place is not None)
        top = min((row for (row, _), _ in placed), default=0)
        left = min((column for (_, column), _ in placed), default=0)
        return {(row - top, column - left): tile for (row, column), tile in placed}


class Mark(NamedTuple):
    """An act on a timeline that begins no time: between which two days it lies."""

    earliest: date
    latest: date


class Bar(NamedTuple):
    """A time on a timeline: between which days it begins, and between which it ends, as far as it has.

    `begin` is the first day on which it certainly runs: None where it is not certain that it ran at all. `end` is the
    first day on which it may have ended, `latest` the one by which it certainly has; both None while it runs.
    """

    earliest: date
    begin: date | None
    end: date | None = None
    latest: date | None = None


class Track(NamedTuple):
    """A line of a timeline: its key and label, acts and times; `remark` stands at its end, `says` tells it all.

    `marked` is whether the remark carries the mark of unconfirmed evidence.
    """

    key: str
    label: str
    marks: tuple[Mark, ...]
    bars: tuple[Bar, ...]
    remark: Span
    says: str
    marked: bool = False

    @property
    def shown(self) -> str:
        """The remark with its mark."""
        return self.remark.text + MARK if self.marked else self.remark.text


class Meanings(NamedTuple):
    """What a timeline draws, in words: an act, a time, and a time of which the days are not known."""

    mark: str
    bar: str
    unknown: str


class Timeline(NamedTuple):
    """Times of being bound, each with the acts before it: a line an instrument, from a first day to the last.

    `axis` are days with the texts that stand at them.
    """

    key: str
    caption: str
    first: date
    last: date
    axis: tuple[tuple[date, str], ...]
    tracks: tuple[Track, ...]
    means: Meanings
