"""The blocks of a page as HTML, for a page that stands alone and for those of the site."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from toc_treaties.document import Block, Cell, Column, ColumnKind, Document, Role
from toc_treaties.writers.citing import cited, numbers_of
from toc_treaties.writers.joined import joined
from toc_treaties.writers.layout import foot_lines, map_rows
from toc_treaties.writers.pictures import picture_of
from toc_treaties.writers.printed import box_sign, is_of_short_headings, legend_signs, nested, tag_of

FOLLOWED = ("http://", "https://")
Linked = Callable[[str], Markup]
"""A text with what leads from it."""
Entry = Callable[[str, str], Markup]
"""A source, by its id and the text that stands for it, with what leads to all that rests on it."""


def values_of(
    document: Document,
    blocks: Iterable[Block],
    linked: Linked = escape,
    entry: Entry = lambda _, text: Markup("<small>{}</small>").format(text),
) -> Mapping[str, Any]:
    """What the template of the blocks needs of a page."""
    shown = tuple(blocks)
    numbers = numbers_of(shown)
    return {
        "document": document,
        "blocks": [each for each in nested(joined(shown)) if not is_of_short_headings(each[0])],
        "numbers": numbers,
        "cites": lambda span: list(zip(span.cites, cited(span, numbers), strict=True)),
        "linked": linked,
        "entry": entry,
        "of": class_of,
        "anchor": Anchors(),
    }


class Anchors:
    """The anchors of a page's headings, each given once."""

    def __init__(self) -> None:
        self.given: Counter[str] = Counter()

    def __call__(self, key: str) -> str:
        """The anchor of a key; of one that stands on the page before, with a number behind it."""
        self.given[key] += 1
        return key if self.given[key] == 1 else f"{key}-{self.given[key]}"


def class_of(cell: Cell, column: Column) -> Markup:
    """The class of a cell: what its column holds, and whether it is a gap."""
    names = [column.kind.name.lower()] if column.kind is not ColumnKind.TEXT else []
    if cell.role is Role.OPEN:
        names.append("is-open")
    return Markup(' class="{}"').format(" ".join(names)) if names else Markup("")


@cache
def environment() -> Environment:
    """Where the templates are: every value is escaped, and a name that is not there is an error."""
    made = Environment(
        loader=FileSystemLoader(Path(__file__).with_name("templates")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "kind": lambda block: type(block).__name__,
        "foot": foot_lines,
        "states": map_rows,
        "box": box_sign,
        "signs": legend_signs,
        "followed": followed,
        "tag": tag_of,
        "picture": lambda block: Markup(picture_of(block).svg),  # noqa: S704 - its texts are escaped where it is drawn
    }
    return made


def followed(url: str) -> str:
    """An address that a reader may follow; nothing else becomes a link."""
    return url if url.lower().startswith(FOLLOWED) else ""
