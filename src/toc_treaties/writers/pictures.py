"""Pictures of a page as SVG: counts over time, and how each state stands; what they show is said in words beside them.

Never colour alone: a line has its label and its number beside it, a tile its sign and its code.
"""

from collections.abc import Iterator
from datetime import date
from html import escape
from typing import NamedTuple

from toc_treaties.document import MARK, Bar, Chart, Map, Meanings, Role, Series, Tile, Timeline, Track
from toc_treaties.writers.text import gathered

INK, QUIET, RULE = "#1b1f24", "#5c6470", "#c9ced6"
FILLS = {Role.GOOD: "#d9e8dd", Role.OPEN: "#ffffff", Role.QUIET: "#eef0f3"}
"""Light fills, so that a dark sign on them reads as what it is in black and white too."""
BOUND = FILLS[Role.GOOD]
FONT = "font-family='DejaVu Sans Condensed, DejaVu Sans, Inter, sans-serif'"
ROW, LABEL, PLOT, REMARK = 26, 190, 300, 110
"""Of a chart: the height of a line, and the widths of its label, its drawing and its remark."""
TILE, GAP = 46, 4
STEP, NAMES, SPAN, STANDS, BAR = 20, 150, 380, 110, 9
"""Of a timeline: the height of a line; the widths of its label, its drawing and its remark; the height of a bar."""
SIZE, SMALLEST, SIGN = 12, 8.3, 0.49
"""The size of a text, the least that is read on paper, and how wide a sign is in parts of it."""
SEEN = 2
"""What is narrower cannot be told from a line."""


class Picture(NamedTuple):
    """A block as a picture: its drawing, its width in pixels, and in words what it shows."""

    svg: str
    width: int
    says: str


def picture_of(block: Chart | Map | Timeline) -> Picture:
    """The picture of a block."""
    match block:
        case Chart():
            drawing, says = chart_picture(block), said_of_chart(block)
        case Map():
            drawing, says = map_picture(block), said_of_map(block)
        case Timeline():
            drawing, says = timeline_picture(block), said_of_timeline(block)
    return Picture(drawing, int(drawing.split("viewBox='0 0 ")[1].split(" ")[0]), says)


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
    yield _text(0, top + room - 3, series.label, size=_within(series.label, LABEL))
    right = LABEL + PLOT
    yield f"<line x1='{LABEL}' y1='{top}' x2='{right}' y2='{top}' stroke='{RULE}' stroke-width='0.7'/>"
    yield f"<polyline points='{' '.join(points)}' fill='none' stroke='{INK}' stroke-width='1.4'/>"
    yield _text(right + 8, top + room - 3, series.remark)


def _within(label: str, room: int) -> float:
    """The size of a label that leaves the drawing free: smaller where a language has a long name."""
    return min(SIZE, max(round(room / (max(len(label), 1) * SIGN), 1), SMALLEST))


def _level(value: int, chart: Chart, top: int, room: int) -> str:
    return f"{top + room - room * value / max(chart.top, 1):.1f}"


def map_picture(block: Map) -> str:
    """One equal tile a state, in its place: its code, and the sign of how it stands; a gap has a thick border."""
    drawn = block.drawn
    rows, columns = (1 + max((place[axis] for place in drawn), default=0) for axis in (0, 1))
    parts = [part for place, tile in drawn.items() for part in _tile(tile, *place)]
    return _svg(columns * TILE, rows * TILE, said_of_map(block), parts)


def said_of_map(block: Map) -> str:
    """A map in words: the states of each standing."""
    states = gathered((_says(tile), tile.name) for tile in block.tiles)
    return f"{block.caption}: " + "; ".join(f"{says}: {', '.join(names)}" for says, names in states.items())


def _says(tile: Tile) -> str:
    """How the state of a tile stands, with the mark of what no source shows."""
    return tile.sign.says + (MARK if tile.marked else "")


def _tile(tile: Tile, row: int, column: int) -> Iterator[str]:
    x, y, side = column * TILE, row * TILE, TILE - GAP
    border, fill = 2.6 if tile.sign.role is Role.OPEN else 0.8, FILLS.get(tile.sign.role, "#ffffff")
    yield f"<g><title>{escape(tile.name)}: {escape(_says(tile))}</title>"
    yield (
        f"<rect x='{x + GAP / 2}' y='{y + GAP / 2}' width='{side}' height='{side}' rx='3' "
        f"fill='{fill}' stroke='{INK}' stroke-width='{border}'/>"
    )
    yield _text(x + TILE / 2, y + 19, tile.shown, size=15, anchor="middle")
    yield _text(x + TILE / 2, y + 36, tile.code, size=11, anchor="middle")
    yield "</g>"


def timeline_picture(block: Timeline) -> str:
    """A line an instrument: acts as open circles, times as bars with an edge, days that are not known as hatching."""
    height = STEP * (len(block.tracks) + 2) + 4
    parts = [*_years(block, height - STEP)]
    for index, track in enumerate(block.tracks):
        parts += _track(track, block, STEP * (index + 1))
    parts += _key("".join(parts), block.means, height - 8)
    return _svg(NAMES + SPAN + STANDS, height, said_of_timeline(block), parts)


def said_of_timeline(block: Timeline) -> str:
    """A timeline in words: what each of its lines tells."""
    return f"{block.caption}: " + "; ".join(f"{track.label}: {track.says}" for track in block.tracks)


def _years(block: Timeline, height: int) -> Iterator[str]:
    """The texts of the axis, each with a hairline down."""
    for day, text in block.axis:
        x = _x(day, block)
        yield f"<line x1='{x:.1f}' y1='{STEP - 4}' x2='{x:.1f}' y2='{height}' stroke='{RULE}' stroke-width='0.5'/>"
        yield _text(x, STEP - 8, text, size=10, fill=QUIET, anchor="middle")


def _x(day: date, block: Timeline) -> float:
    """Where a day stands across; a day outside the axis stands at its end."""
    days = max((block.last - block.first).days, 1)
    return NAMES + SPAN * (min(max(day, block.first), block.last) - block.first).days / days


def _track(track: Track, block: Timeline, top: int) -> Iterator[str]:
    middle = top + STEP / 2
    yield f"<g><title>{escape(track.label)}: {escape(track.says)}</title>"
    yield _text(0, middle + 4, track.label, size=_within(track.label, NAMES))
    right = NAMES + SPAN
    yield f"<line x1='{NAMES}' y1='{middle}' x2='{right}' y2='{middle}' stroke='{RULE}' stroke-width='0.5'/>"
    for bar in track.bars:
        yield from _bar(bar, block, middle)
    for mark in track.marks:
        first, last = _x(mark.earliest, block), _x(mark.latest, block)
        if last - first >= SEEN:
            yield from _hatched(first, last, middle)
        yield _open_mark((first + last) / 2, middle)
    yield _text(right + 12, middle + 4, track.shown)
    yield "</g>"


def _bar(bar: Bar, block: Timeline, middle: float) -> Iterator[str]:
    """A time: certain between its inner days, hatched before and behind them where that is wide enough to be seen."""
    left, right = _x(bar.earliest, block), _x(bar.latest or block.last, block)
    if bar.begin is None:
        yield from _hatched(left, right, middle)
        return
    begin, end = _x(bar.begin, block), _x(bar.end or block.last, block)
    for first, last in ((left, begin), (end, right)):
        if last - first >= SEEN:
            yield from _hatched(first, last, middle)
    yield _box(begin, end, middle, BOUND)


def _box(left: float, right: float, middle: float, fill: str) -> str:
    return (
        f"<rect x='{left:.1f}' y='{middle - BAR / 2}' width='{max(right - left, 1.5):.1f}' height='{BAR}' "
        f"fill='{fill}' stroke='{INK}' stroke-width='0.8'/>"
    )


def _hatched(left: float, right: float, middle: float) -> Iterator[str]:
    """Slanting lines in a box: between two days, of which none is known."""
    yield _box(left, right, middle, "#ffffff")
    bottom, lines = middle + BAR / 2, []
    start = left - BAR
    while start < right:
        run = max(left - start, 0), min(right - start, BAR)
        lines.append(f"M{start + run[0]:.1f} {bottom - run[0]:.1f}L{start + run[1]:.1f} {bottom - run[1]:.1f}")
        start += 4
    yield f"<path d='{''.join(lines)}' fill='none' stroke='{INK}' stroke-width='0.6'/>"


def _open_mark(x: float, middle: float) -> str:
    return f"<circle cx='{x:.1f}' cy='{middle}' r='4' fill='#ffffff' stroke='{INK}' stroke-width='1.2'/>"


def _key(drawn: str, means: Meanings, y: float) -> Iterator[str]:
    """What is drawn, each with its meaning, below the lines."""
    x, middle = 0.0, y - 4
    samples = ([_open_mark(x + 9, middle)], [_box(0, 18, middle, BOUND)], [*_hatched(0, 18, middle)])
    for sample, sign, meaning in zip(samples, ("<circle", f"fill='{BOUND}'", "<path"), means, strict=True):
        if sign in drawn:
            yield f"<g transform='translate({x:.1f} 0)'>{''.join(sample)}{_text(24, y, meaning, size=11)}</g>"
            x += 48 + 6 * len(meaning)


def _text(x: float, y: float, text: str, *, size: float = SIZE, fill: str = INK, anchor: str = "start") -> str:
    return (
        f"<text x='{x:.1f}' y='{y:.1f}'{_unless(SIZE, 'font-size', size)}{_unless(INK, 'fill', fill)}"
        f"{_unless('start', 'text-anchor', anchor)}>{escape(text)}</text>"
    )


def _unless(usual: object, name: str, value: object) -> str:
    """An attribute, but for what the drawing says once of all its texts."""
    return "" if value == usual else f" {name}='{value}'"


def _svg(width: int, height: int, says: str, parts: list[str]) -> str:
    """A drawing that says in words what it shows."""
    return (
        f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {width} {height}' width='{width}' role='img' {FONT} "
        f"font-size='{SIZE}' fill='{INK}' aria-label='{escape(says)}'>{''.join(parts)}</svg>"
    )


def drawn(picture: str) -> bytes:
    """A picture as PNG, for a format that takes no SVG."""
    from toc_treaties.writers.typeset import typeset

    source = b'#set page(width: auto, height: auto, margin: 2pt)\n#image(bytes(sys.inputs.svg), format: "svg")'
    return typeset(source, {"svg": picture}, format="png", ppi=200)
