"""The picture by which a link to the site is shown elsewhere: its name, what it is, and the states as tiles."""

import json
from collections.abc import Mapping
from pathlib import Path

from toc_treaties.writers.typeset import typeset

TEMPLATE = Path(__file__).parent / "templates" / "card.typ"
POINTS = 72.0
"""So many to the inch: a point of the template is a dot of the picture, which has 1200 by 630."""


def write(site: str, about: str, day: str, tiles: Mapping[str, tuple[int, int]]) -> bytes:
    """The picture as a PNG file; the tiles say which states there are, and nothing of any."""
    given = {"site": site, "about": about, "day": day, "tiles": [[code, *place] for code, place in tiles.items()]}
    return typeset(TEMPLATE.read_bytes(), {"card": json.dumps(given, ensure_ascii=False)}, format="png", ppi=POINTS)
