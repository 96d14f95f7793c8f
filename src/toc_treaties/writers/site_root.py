"""The pages at the root of the site, in all languages at once."""

from collections.abc import Sequence

from toc_treaties.document.frame import Doors
from toc_treaties.writers.blocks import environment


def write(site: str, doors: Sequence[Doors], root: str = "") -> str:
    """A page that says one thing in each language and leads into it; `root` is where its styles lie."""
    return environment().get_template("root.html").render(site=site, doors=doors, root=root).strip() + "\n"
