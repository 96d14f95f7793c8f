"""One self-contained page for the web: readable on a phone, projected and printed, without a script or a request."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from toc_treaties.document import Document
from toc_treaties.writers.citing import cited, numbers_of
from toc_treaties.writers.layout import foot_lines, map_rows
from toc_treaties.writers.pictures import picture_of
from toc_treaties.writers.printed import box_sign, is_of_short_headings, legend_signs, nested
from toc_treaties.writers.sheet import Sheet

FOLLOWED = ("http://", "https://")


def write(document: Document, sheet: Sheet) -> str:
    """The page as one HTML file."""
    numbers = numbers_of(document.printed)
    return (
        _template()
        .render(
            document=document,
            blocks=[one for one in nested(document.printed) if not is_of_short_headings(one[0])],
            paper=sheet.paper,
            cites=lambda span: list(zip(span.cites, cited(span, numbers), strict=True)),
            numbers=numbers,
        )
        .strip()
        + "\n"
    )


@cache
def _template() -> Template:
    """The template: every value is escaped, and a name that is not there is an error."""
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).with_name("templates")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "kind": lambda block: type(block).__name__,
        "foot": foot_lines,
        "states": map_rows,
        "box": box_sign,
        "signs": legend_signs,
        "followed": followed,
        "picture": lambda block: Markup(picture_of(block).svg),  # noqa: S704 - its texts are escaped where it is drawn
    }
    return environment.get_template("page.html")


def followed(url: str) -> str:
    """An address that a reader may follow; nothing else becomes a link."""
    return url if url.lower().startswith(FOLLOWED) else ""
