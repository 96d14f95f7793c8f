"""Maps and timelines drawn with signs: what a terminal, plain text and Markdown show of them."""

from datetime import date

from toc_treaties.document import Bar, Legend, Map, Tile, Timeline, Track
from toc_treaties.writers.text import Styled, TextLine

TILE = 7
"""The columns of a tile: code, sign, mark and a gap."""
SIGNED, BOUND, UNKNOWN = "◐", "█", "░"
YEAR = 366
"""Days; what is not known of fewer does not show."""
LEAST, MOST = 12, 60
"""The bounds of a track, in signs."""


def map_lines(block: Map) -> list[TextLine]:
    """The tiles in their places, each with its code and the sign of how it stands; nothing where none has a place."""
    drawn = block.drawn
    rows, columns = (1 + max((place[axis] for place in drawn), default=-1) for axis in (0, 1))
    return [_row([drawn.get((row, column)) for column in range(columns)]) for row in range(rows)]


def _row(tiles: list[Tile | None]) -> TextLine:
    spans = [Styled("  ")]
    for tile in tiles:
        text = f"{tile.code} {tile.shown}" if tile else ""
        spans.append(Styled(text.ljust(TILE), tile.sign.role.style if tile else "plain"))
    return tuple(spans)


def timeline_lines(block: Timeline, width: int) -> list[TextLine]:
    """A line an instrument between its label and its remark, under the axis."""
    label = max((len(track.label) for track in block.tracks), default=0)
    remark = max((len(track.shown) for track in block.tracks), default=0)
    room = min(max(width - label - remark - 6, LEAST), MOST)
    lines: list[TextLine] = [(Styled(f"  {' ' * label}  {_axis(block, room)}", "column"),)]
    for track in block.tracks:
        drawn, style = _track(track, block, room), track.remark.role.style
        lines.append((Styled(f"  {track.label.ljust(label)}  {drawn}  "), Styled(track.shown, style)))
    return lines


def timeline_signs(block: Timeline) -> Legend:
    """What the signs mean that occur in a timeline, however wide it is drawn."""
    marks = [mark for track in block.tracks for mark in track.marks]
    bars = [bar for track in block.tracks for bar in track.bars]
    unknown = any(map(_is_open, bars)) or any(_is_long(mark.earliest, mark.latest) for mark in marks)
    occurs = (bool(marks), any(bar.begin for bar in bars), unknown)
    signs = zip((SIGNED, BOUND, UNKNOWN), block.means, occurs, strict=True)
    return Legend(tuple((sign, means) for sign, means, does in signs if does))


def _is_open(bar: Bar) -> bool:
    """Whether so much of a time is not known that it shows."""
    return bar.begin is None or _is_long(bar.earliest, bar.begin) or _may_last(bar)


def _may_last(bar: Bar) -> bool:
    """Whether an end is not known: that a time has ended at all, or when it did."""
    return bar.end is not None and (bar.latest is None or _is_long(bar.end, bar.latest))


def _is_long(first: date | None, last: date | None) -> bool:
    return first is not None and last is not None and (last - first).days > YEAR


def _axis(block: Timeline, room: int) -> str:
    """The texts of the axis that have room, each from its day on."""
    line = ""
    for day, text in block.axis:
        place = _place(day, block, room)
        if (not line or place > len(line)) and place + len(text) <= room:
            line = line.ljust(place) + text
    return line.ljust(room)


def _place(day: date, block: Timeline, room: int) -> int:
    """The position of a day on a track; a day outside the axis has that of its end."""
    days = max((block.last - block.first).days, 1)
    past = (min(max(day, block.first), block.last) - block.first).days
    return min(past * room // days, room - 1)


def _track(track: Track, block: Timeline, room: int) -> str:
    """Times as bars, and the acts before them; where one time ends and another begins, a gap stays between them."""
    signs, before = [" "] * room, -1
    for mark in track.marks:
        if _is_long(mark.earliest, mark.latest):
            _fill(signs, _place(mark.earliest, block, room), _place(mark.latest, block, room), UNKNOWN)
    for bar in track.bars:
        drawn = _drawn(bar, block, room)
        first = max(drawn[0][0], before + 2 if before >= 0 else 0)
        for start, end, sign in drawn:
            _fill(signs, max(start, first), max(end, first), sign)
        before = drawn[-1][1]
    for mark in track.marks:
        place = (_place(mark.earliest, block, room) + _place(mark.latest, block, room)) // 2
        free = [at for at in (place, place - 1) if at >= 0 and signs[at] != BOUND]
        if free:
            signs[free[0]] = SIGNED
    return "".join(signs)


def _drawn(bar: Bar, block: Timeline, room: int) -> list[tuple[int, int, str]]:
    """The parts of a bar, from where to where, with their signs; what is not known takes one sign at least."""
    first, last = _place(bar.earliest, block, room), _place(bar.latest or block.last, block, room)
    if bar.begin is None:
        return [(first, last, UNKNOWN)]
    begin, end = _place(bar.begin, block, room), _place(bar.end or block.last, block, room)
    if not _is_open(bar):
        return [(begin, end, BOUND)]
    parts = [(begin, end, BOUND)]
    if _is_long(bar.earliest, bar.begin):
        parts.insert(0, (first, max(begin - 1, first), UNKNOWN))
        parts[1] = (parts[0][1] + 1, max(end, parts[0][1] + 1), BOUND)
    if _may_last(bar):
        parts.append((end, last, UNKNOWN))
    return parts


def _fill(signs: list[str], first: int, last: int, sign: str) -> None:
    for place in range(first, min(last, len(signs) - 1) + 1):
        signs[place] = sign
