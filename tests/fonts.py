"""The typeface of the site, cut down to what its pages need: `make fonts INTER=folder` (needs fonttools and brotli).

Letters come from Inter; the signs of standings and boxes all from one other face, so that they are of one size.
"""

import sys
from pathlib import Path

from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

FONTS = Path(__file__).parents[1] / "src/toc_treaties/writers/fonts"
MORE = (0x18F, 0x20AC, 0x2116, 0x2122, 0x2190, 0x2191, 0x2192, 0x2193, 0x2212, 0x2264, 0x2265)
LETTERS = (*range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x2000, 0x2070), *MORE)
"""Latin with its accents, punctuation, arrows and a few signs of mathematics."""
SIGNS = (*range(0x2295, 0x2299), *range(0x25A0, 0x2600), 0x2610, 0x2611, 0x2612, 0x2715)
"""Circles, squares, lozenges, boxes and the cross; what else the legend has are letters of Inter."""
FEATURES = ("kern", "mark", "mkmk", "ccmp", "locl", "calt", "tnum", "case")


ROUND = 10 / 9
"""What makes the circles of a condensed face round again."""


def cut(font: Path, codes: tuple[int, ...], name: str, wider: float = 1) -> None:
    """One face with these characters alone, packed for the web; made wider, it has a name of its own."""
    options = Options(flavor="woff2", layout_features=list(FEATURES), desubroutinize=True, name_IDs=[0, 1, 2, 13, 14])
    face = TTFont(font, recalcTimestamp=False)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=codes)
    subsetter.subset(face)
    if wider != 1:
        _widen(face, wider)
    face.flavor = "woff2"
    face.save(FONTS / "web" / name)


def _widen(face: TTFont, times: float) -> None:
    """Each glyph and its room, so many times as wide."""
    glyphs = face.getGlyphSet()
    drawn = {}
    for name in face.getGlyphOrder():
        parts, pen = DecomposingRecordingPen(glyphs), TTGlyphPen(None)
        glyphs[name].draw(parts)
        parts.replay(TransformPen(pen, (times, 0, 0, 1, 0, 0)))
        drawn[name] = pen.glyph()
    for name, glyph in drawn.items():
        face["glyf"][name] = glyph
        glyph.recalcBounds(face["glyf"])
        face["hmtx"][name] = (round(face["hmtx"][name][0] * times), getattr(glyph, "xMin", 0))
    for table in ("fpgm", "prep", "cvt "):
        if table in face:
            del face[table]
    for record in face["name"].names:
        if record.nameID in {1, 2}:
            record.string = "Signs" if record.nameID == 1 else "Regular"


if __name__ == "__main__":
    inter = Path(sys.argv[1])
    cut(inter / "Inter-Regular.otf", LETTERS, "inter-regular.woff2")
    cut(inter / "Inter-SemiBold.otf", LETTERS, "inter-semibold.woff2")
    cut(FONTS / "DejaVuSansCondensed.ttf", SIGNS, "signs.woff2", ROUND)
