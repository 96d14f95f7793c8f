"""Whether every link within a built site leads somewhere: `python -m tests.site_links FOLDER`."""

import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from tests.sites import target

FULL = {"canonical", "alternate"}
"""Addresses for search engines, at which the site may not stand yet."""


class Page(HTMLParser):
    """The addresses on a page, and the places on it that an address can name."""

    def __init__(self, path: str, text: str) -> None:
        super().__init__()
        self.path = path
        self.addresses: set[str] = set()
        self.places: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Gather what leads somewhere and what can be led to."""
        given = dict(attrs)
        if given.get("id"):
            self.places.add(given["id"] or "")
        address = given.get("href" if tag in {"a", "link"} else "src")
        if address and given.get("rel") not in FULL:
            self.addresses.add(address)


def faults(folder: Path) -> Iterator[str]:
    """Each address within the site that leads nowhere, with the page on which it stands."""
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    pages = {name: Page(name, (folder / name).read_text("utf-8")) for name in sorted(files) if name.endswith(".html")}
    for page in pages.values():
        for address in sorted(page.addresses):
            file, place = target(page.path, address)
            if not file:
                continue
            if file not in files:
                yield f"{page.path}: {address} is not there"
            elif place and file in pages and place not in pages[file].places:
                yield f"{page.path}: {address} has no such place"


def main() -> None:
    """Say what leads nowhere; the exit code tells whether anything does."""
    found = list(faults(Path(sys.argv[1])))
    sys.stdout.write("".join(f"{fault}\n" for fault in found[:100]))
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
