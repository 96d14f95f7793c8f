"""Pictures of a page as SVG: counts over time, and how each state stands; what they show is said in words beside them.

Never colour alone: a line has its label and its number beside it, a tile its sign and its code.
"""

from collections.abc import Iterator
from datetime import date
from html import escape
from pathlib import Path
from typing import Any

from toc_treaties.document import Chart, Map, Role, Series, Tile
from toc_treaties.writers.layout import map_rows

INK, QUIET, RULE = "#1b1f24", "#5c6470", "#c9ced6"
FILLS = {Role.GOOD: "#d9e8dd", Role.OPEN: "#ffffff", Role.QUIET: "#eef0f3"}
"""Light fills, so that a dark sign on them reads as what it is in black and white too."""
FONT = "font-family='DejaVu Sans Condensed, DejaVu Sans, Inter, sans-serif'"
ROW, LABEL, PLOT, REMARK = 26, 190, 300, 110
"""Of a chart: the height of a line, and the widths of its label, its drawing and its remark."""
TILE, GAP = 46, 4


def chart_picture(chart: Chart) -> str:
    """Counts over time: a step line for each series on an axis of its own, with its highest value as a hairline."""
    height = ROW * (len(chart.series) + 1) + 6
    parts = [*_axis(chart, height)]
    for index, series in enumerate(chart.series):
        parts += _series(series, chart, ROW * (index + 1) + 4)
    return _svg(LABEL + PLOT + REMARK, height, said_of_chart(chart), parts)


def said_of_chart(chart: Chart) -> str:
    """A chart in words: what each series had at its last day."""
    ends = "; ".join(f"{series.label} {series.remark or series.values[-1]}" for series in chart.series if series.values)
    return f"{chart.caption}: {ends}"


def _axis(chart: Chart, height: int) -> Iterator[str]:
    """The days of the axis that have room, each with a hairline down."""
    last = -100.0
    for day, text in zip(chart.days, chart.axis, strict=True):
        x = LABEL + PLOT * _place(day, chart)
        if x - last >= 48:  # noqa: PLR2004 - the width of a year's text with air
            yield f"<line x1='{x:.1f}' y1='{ROW - 6}' x2='{x:.1f}' y2='{height}' stroke='{RULE}' stroke-width='0.5'/>"
            yield _text(x, ROW - 10, text, size=10, fill=QUIET, anchor="middle")
            last = x


def _place(day: date, chart: Chart) -> float:
    """Where a day lies between the first and the last of a chart, from 0 to 1."""
    first, last = chart.days[0].toordinal(), chart.days[-1].toordinal()
    return (day.toordinal() - first) / (last - first) if last > first else 0.0


def _series(series: Series, chart: Chart, top: int) -> Iterator[str]:
    room, points, before = ROW - 8, [], 0
    for day, value in zip(chart.days, series.values, strict=True):
        x = LABEL + PLOT * _place(day, chart)
        points += [f"{x:.1f},{_level(before, chart, top, room)}", f"{x:.1f},{_level(value, chart, top, room)}"]
        before = value
    yield _text(0, top + room - 3, series.label)
    right = LABEL + PLOT
    yield f"<line x1='{LABEL}' y1='{top}' x2='{right}' y2='{top}' stroke='{RULE}' stroke-width='0.7'/>"
    yield f"<polyline points='{' '.join(points)}' fill='none' stroke='{INK}' stroke-width='1.4'/>"
    yield _text(right + 8, top + room - 3, series.remark)


def _level(value: int, chart: Chart, top: int, room: int) -> str:
    return f"{top + room - room * value / max(chart.top, 1):.1f}"


def map_picture(block: Map) -> str:
    """One equal tile a state, in its place: its code, and the sign of how it stands; a gap has a thick border."""
    places = [tile.place for tile in block.tiles if tile.place is not None]
    rows, columns = (1 + max((place[axis] for place in places), default=0) for axis in (0, 1))
    parts = [part for tile in sorted(block.tiles) if tile.place is not None for part in _tile(tile, *tile.place)]
    return _svg(columns * TILE, rows * TILE, said_of_map(block), parts)


def said_of_map(block: Map) -> str:
    """A map in words: the states of each standing."""
    return f"{block.caption}: " + "; ".join(f"{word}: {names}" for word, names in map_rows(block) if word)


def _tile(tile: Tile, row: int, column: int) -> Iterator[str]:
    x, y, side = column * TILE, row * TILE, TILE - GAP
    border, fill = 2.6 if tile.sign.role is Role.OPEN else 0.8, FILLS.get(tile.sign.role, "#ffffff")
    yield f"<g><title>{escape(tile.name)}: {escape(tile.sign.says)}</title>"
    yield (
        f"<rect x='{x + GAP / 2}' y='{y + GAP / 2}' width='{side}' height='{side}' rx='3' "
        f"fill='{fill}' stroke='{INK}' stroke-width='{border}'/>"
    )
    yield _text(x + TILE / 2, y + 19, tile.sign.text, size=15, anchor="middle")
    yield _text(x + TILE / 2, y + 36, tile.code, size=11, anchor="middle")
    yield "</g>"


def _text(x: float, y: float, text: str, *, size: int = 12, fill: str = INK, anchor: str = "start") -> str:
    return (
        f"<text x='{x:.1f}' y='{y:.1f}' font-size='{size}' fill='{fill}' text-anchor='{anchor}'>{escape(text)}</text>"
    )


def _svg(width: int, height: int, says: str, parts: list[str]) -> str:
    """A drawing that says in words what it shows."""
    return (
        f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {width} {height}' role='img' {FONT} "
        f"aria-label='{escape(says)}'><title>{escape(says)}</title>{''.join(parts)}</svg>"
    )


def drawn(picture: str) -> bytes:
    """A picture as PNG, for a format that takes no SVG."""
    import typst

    source = b'#set page(width: auto, height: auto, margin: 2pt)\n#image(bytes(sys.inputs.svg), format: "svg")'
    fonts: list[Any] = [str(Path(__file__).parent / "fonts")]
    made = typst.compile(source, format="png", ppi=200, sys_inputs={"svg": picture}, font_paths=fonts)
    if not isinstance(made, bytes):
        raise TypeError("one picture is one file")
    return made
