"""The links between the pages of the documentation lead somewhere."""

import re
from pathlib import Path

import pytest

from tests.console import ROOT

PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
LINK = re.compile(r"\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)")


def anchors(page: Path) -> set[str]:
    """The anchors of a page: its own, and those of its headings, as the sites that show it make them."""
    text = re.sub(r"^```.*?^```", "", page.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    headings = re.findall(r"^#+ (.*)$", text, re.MULTILINE)
    own = re.findall(r"<a id=\"([^\"]+)\"", text)
    return {*own} | {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def dead_links(page: Path) -> list[str]:
    """The links of a page that lead to no file, or to no heading of one."""
    dead = []
    for path, anchor in LINK.findall(re.sub(r"`[^`\n]*`", "", page.read_text("utf-8"))):
        target = (page.parent / path).resolve() if path else page
        if not target.exists() or (anchor and anchor not in anchors(target)):
            dead.append(f"{path}#{anchor}")
    return dead


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_of_the_documentation_leads_somewhere(page: Path) -> None:
    """Who follows a link of the README or a guide comes to a page that is there, and to the heading that it names."""
    assert dead_links(page) == []


def test_a_link_to_no_file_or_to_no_heading_is_found(tmp_path: Path) -> None:
    """A page that was moved, or a heading that was renamed, is noticed."""
    (tmp_path / "there.md").write_text("## 2. A depositary's page\n", "utf-8")
    page = tmp_path / "page.md"
    page.write_text(
        "[a](there.md#2-a-depositarys-page) [b](gone.md) [c](there.md#gone) [d](https://example.org)", "utf-8"
    )
    assert dead_links(page) == ["gone.md#", "there.md#gone"]
