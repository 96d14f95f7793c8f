"""The matrix as a reader sifts it, without a script and with one; sorting, and the finder of a pair."""

import re
from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import Visits

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

SCRIPTS = pytest.mark.parametrize("script", [False, True], ids=["without a script", "with a script"])


def chosen(page: "Page", key: str, at: int) -> None:
    """Choose one of the ways to sift."""
    page.locator(f".by-{key} label:has(#{key}{at})").click()


def states(page: "Page") -> list[str]:
    """The states that are seen, in their order."""
    rows: Locator = page.locator(".matrix tbody tr:not(.section) > th").filter(visible=True)
    return [name.splitlines()[0].strip() for name in rows.all_inner_texts()]


def columns(page: "Page") -> int:
    """How many treaties are seen."""
    return int(page.locator(".matrix thead th.symbol").filter(visible=True).count())


@SCRIPTS
def test_a_matrix_is_sifted(real: Visits, script: bool) -> None:
    """A subregion, a group and a list leave their own rows and columns; the button brings all back."""
    page = real.open(java_script_enabled=script)
    everything, treaties = states(page), columns(page)
    assert (len(everything), treaties) == (35, 18)
    chosen(page, "subregion", 1)
    of_one = states(page)
    assert 2 < len(of_one) < 35
    chosen(page, "subregion", 2)
    assert 2 < len(states(page)) < 35
    assert not {*of_one} & {*states(page)}
    page.locator(".sift button[type=reset]").click()
    assert states(page) == everything
    chosen(page, "list", 1)
    urged = columns(page)
    chosen(page, "list", 2)
    assert urged + columns(page) == treaties
    assert 0 < urged < treaties


@SCRIPTS
def test_a_matrix_is_sifted_by_what_stands_in_it(real: Visits, script: bool) -> None:
    """A sign leaves the states that have it under a treaty that is shown: every row has it, and no row without."""
    page = real.open(java_script_enabled=script)
    legend = page.locator(".by-standing label")
    signs = [sign.strip() for sign in legend.locator(".sign").all_inner_texts()]
    assert "◐" in signs
    at = next(n for n in range(1, legend.count()) if "◐" in legend.nth(n).inner_text())
    legend.nth(at).click()
    rows = page.locator(".matrix tbody tr:not(.section)")
    for row in range(rows.count()):
        assert rows.nth(row).is_visible() == ("◐" in str(rows.nth(row).text_content())), row


@SCRIPTS
def test_signs_become_dates(real: Visits, script: bool) -> None:
    """Who asks for dates is shown the years of consents, and who asks for signs again has them."""
    page = real.open(java_script_enabled=script)
    cells = page.locator(".matrix tbody")
    assert not re.search(r"\b(?:19|20)\d\d\b", " ".join(cells.all_inner_texts()))
    chosen(page, "show", 1)
    assert len(re.findall(r"\b(?:19|20)\d\d\b", " ".join(cells.all_inner_texts()))) > 200
    chosen(page, "show", 0)
    assert not re.search(r"\b(?:19|20)\d\d\b", " ".join(cells.all_inner_texts()))


def test_a_head_sorts(real: Visits) -> None:
    """A press on a head sorts by it and says so to who hears it; a second turns the order, a third gives it back."""
    page = real.open()
    before = states(page)
    head = page.locator(".matrix thead th.symbol").last
    head.locator("button").click()
    assert head.get_attribute("aria-sort") == "ascending"
    rising = states(page)
    head.locator("button").click()
    assert head.get_attribute("aria-sort") == "descending"
    assert states(page) != rising
    assert sorted(states(page)) == sorted(before)
    head.locator("button").click()
    assert head.get_attribute("aria-sort") is None
    assert states(page) == before
    first = page.locator(".matrix thead tr:last-child > :first-child")
    first.locator("button").press("Enter")
    assert first.get_attribute("aria-sort") == "ascending"
    named = [name for name in states(page) if name.isascii()]
    assert named == sorted(named)
    assert page.locator("[aria-sort]").count() == 1


def test_the_address_keeps_what_was_chosen(real: Visits) -> None:
    """Who sends the address of what they see sends what they see, and changes the language with it."""
    page = real.open()
    chosen(page, "subregion", 1)
    seen = len(states(page))
    assert "subregion=" in page.url
    again = real.open()
    again.goto("about:blank")
    again.goto(page.url)
    assert len(states(again)) == seen
    page.locator(".languages a[lang=fr]").click()
    assert real.path(page) == "fr/index.html"
    assert len(states(page)) == seen


@pytest.mark.parametrize("order", [("haiti", "canada"), ("canada", "haiti")])
def test_a_pair_is_found(small: Visits, order: tuple[str, str]) -> None:
    """Two states, in either order, lead to their page; the same state twice cannot be asked for."""
    page = small.open("es/pairs/index.html")
    button = page.locator(".finder button")
    assert button.is_disabled()
    page.locator(".finder select").nth(0).select_option(order[0])
    assert page.locator(f".finder select >> nth=1 >> option[value={order[0]}]").is_disabled()
    page.locator(".finder select").nth(1).select_option(order[1])
    button.click()
    assert small.path(page) == "es/pairs/canada/haiti/index.html"


def test_a_pair_is_found_without_a_script(small: Visits) -> None:
    """Without a script a reader goes by a state to its page with each other, and from there to the pair."""
    page = small.open("en/pairs/index.html", java_script_enabled=False)
    assert not page.locator(".finder").is_visible()
    page.locator("main a[href$='pairs/haiti/index.html']").first.click()
    assert small.path(page) == "en/pairs/haiti/index.html"
    page.locator("main a[href$='pairs/canada/haiti/index.html']").first.click()
    assert small.path(page) == "en/pairs/canada/haiti/index.html"
