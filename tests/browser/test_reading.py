"""The site as a reader has it: on a screen, a phone and paper, by keyboard, in the dark, without a script."""

import io
from typing import TYPE_CHECKING, Any

import pytest
from pypdf import PdfReader

from tests.browser.conftest import Visits
from tests.sites import Site

if TYPE_CHECKING:
    from playwright.sync_api import Page

STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
"""The rules of axe that a page is held to: those of WCAG 2.2, level AA, and its good practice."""
PHONE, NARROW, HALF = 360, 320, 640
"""The widths of a phone, of a page at 400 %, and of half a desk's screen, which a page at 200 % has."""
WIDER = """() => [...document.querySelectorAll('body *')]
  .filter(each => each.getBoundingClientRect().right > innerWidth + 1 && !each.closest('[role=region], .wide'))
  .slice(0, 3).map(each => each.outerHTML.slice(0, 120))"""
LAID = "() => [document.documentElement.scrollWidth, innerWidth]"
FOCUS = """() => {
  const each = document.activeElement, label = each.matches('input') && each.closest('label');
  const shown = label || each, style = getComputedStyle(shown), box = shown.getBoundingClientRect();
  const middle = (from, to, end) => (Math.max(from, 0) + Math.min(to, end)) / 2;
  const x = middle(box.left, box.right, innerWidth), y = middle(box.top, box.bottom, innerHeight);
  const at = document.elementFromPoint(x, y);
  return {
    place: [...document.querySelectorAll('*')].indexOf(each),
    name: each.tagName + ' ' + (each.getAttribute('href') || each.id || each.className),
    ring: (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none',
    seen: box.width > 1 && box.height > 1 && box.bottom > 0 && box.top < innerHeight,
    free: at === null || shown.contains(at) || at.contains(shown),
  };
}"""


def judged(page: "Page", **options: Any) -> list[str]:  # noqa: ANN401 - whatever axe takes
    """What axe finds wrong with a page, each with where it first is."""
    from axe_playwright_python.sync_playwright import Axe

    rules = {
        "runOnly": STANDARDS,
        "resultTypes": ["violations"],
        "preload": False,
        "rules": {"target-size": {"enabled": True}},
        **options,
    }
    found = Axe().run(page, options=rules).response["violations"]
    return [f"{each['id']}, {len(each['nodes'])} times: {each['nodes'][0]['html'][:160]}" for each in found]


@pytest.fixture(params=["small", "real"])
def visits(request: pytest.FixtureRequest) -> Visits:
    """Visits to the site of the small register, and to that of the real one."""
    made: Visits = request.getfixturevalue(request.param)
    return made


def test_axe_finds_nothing(real: Visits, real_pages: Site, language: str) -> None:
    """A page of each kind, in each language, has no fault that a checker of accessibility can tell."""
    paths = real_pages.paths(language)
    assert len(paths) > 20
    page = real.open(bypass_csp=True)
    found = {}
    for path in paths:
        page.goto(real.address(path))
        found[path] = judged(page)
    assert {path: faults for path, faults in found.items() if faults} == {}


@pytest.mark.parametrize("how", [{"color_scheme": "dark"}, {"width": PHONE}], ids=["dark", "phone"])
def test_axe_finds_nothing_in_the_dark_or_on_a_phone(real: Visits, real_pages: Site, how: dict[str, Any]) -> None:
    """The contrast holds in the dark, and what is pressed is large enough on a phone."""
    page = real.open(bypass_csp=True, **how)
    found = {}
    for path in real_pages.paths("en"):
        page.goto(real.address(path))
        found[path] = judged(
            page, runOnly={"type": "rule", "values": ["color-contrast", "target-size", "link-in-text-block"]}
        )
    assert {path: faults for path, faults in found.items() if faults} == {}


def test_axe_sees_a_fault(real: Visits) -> None:
    """A picture without a text and a grey on white are told: what finds nothing would find something."""
    page = real.open(bypass_csp=True)
    faulty = "<img><p><span style='color: #bbb'>a grey text on white</span></p>"
    page.evaluate("faulty => { document.querySelector('main').innerHTML = faulty }", faulty)
    assert {each.partition(",")[0] for each in judged(page)} >= {"image-alt", "color-contrast"}


@pytest.mark.parametrize("width", [NARROW, PHONE, HALF])
def test_no_page_scrolls_sideways(real: Visits, real_pages: Site, width: int) -> None:
    """On a phone and at a zoom of 200 and of 400 per cent a page fits its screen; what is wide scrolls in itself."""
    page = real.open(width=width, device_scale_factor=2)
    wider = {}
    for language in ("en", "fr"):
        for path in real_pages.paths(language):
            page.goto(real.address(path))
            whole, screen = page.evaluate(LAID)
            if whole > screen:
                wider[path] = [whole, *page.evaluate(WIDER)]
    assert wider == {}


def test_the_first_key_skips_to_the_content(small: Visits) -> None:
    """Who reads by keyboard is first offered to skip what stands around every page, sees that, and gets there."""
    page = small.open("en/states/haiti/index.html")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#content"
    assert page.evaluate(FOCUS)["seen"]
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('#content').contains(document.activeElement)")


@pytest.mark.parametrize("path", ["en/index.html", "en/states/haiti/index.html", "en/pairs/index.html"])
def test_a_page_is_read_by_keyboard(small: Visits, path: str) -> None:
    """The key goes through a page in the order in which it is read; where it stands is seen, and nothing covers it."""
    page = small.open(path)
    places: list[int] = []
    for _ in range(60):
        page.keyboard.press("Tab")
        at = page.evaluate(FOCUS)
        if places and at["place"] <= places[0]:
            break
        assert (at["ring"], at["seen"], at["free"]) == (True, True, True), at["name"]
        places.append(at["place"])
    assert len(places) > 10
    assert places == sorted(set(places))


@pytest.mark.parametrize("path", ["index.html", "states/haiti/index.html", "pairs/canada/haiti/index.html"])
def test_the_switch_of_languages_stays_on_the_page(small: Visits, path: str) -> None:
    """A reader who changes the language reads the same page, and from there the others and back."""
    page = small.open(f"en/{path}")
    for language in ("es", "pt", "fr", "en"):
        page.locator(f".languages a[lang|={language}]").click()
        assert small.path(page) == f"{language}/{path}"
        assert page.evaluate("document.documentElement.lang").startswith(language)


def test_the_dark_is_dark(small: Visits) -> None:
    """Who reads in the dark is not shown a white page, and who prints from there gets white paper."""
    light = "() => getComputedStyle(document.body).backgroundColor.match(/\\d+/g).slice(0, 3).map(Number)"
    page = small.open(color_scheme="dark")
    assert max(page.evaluate(light)) < 64
    page.emulate_media(color_scheme="light")
    assert min(page.evaluate(light)) > 240


def printed(page: "Page") -> PdfReader:
    """What a page prints on the paper that it asks for."""
    return PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_matrix_prints_on_one_sheet(real: Visits, language: str) -> None:
    """The matrix of all states is on one sheet of paper, and its print is a few sheets in all."""
    page = real.open(f"{language}/index.html")
    states = page.locator(".matrix tbody tr:not(.section) > th").all_inner_texts()
    assert len(states) == 35
    sheets = ["".join(sheet.extract_text().split()) for sheet in printed(page).pages]
    whole = [number for number, text in enumerate(sheets) if all("".join(name.split()) in text for name in states)]
    assert len(whole) == 1
    assert len(sheets) < 6


def test_every_page_can_be_printed(real: Visits, real_pages: Site) -> None:
    """A page of each kind is printed with its first line and its evidence, and without what leads elsewhere."""
    page = real.open()
    for path in real_pages.paths("en"):
        page.goto(real.address(path))
        heading = page.locator("h1").inner_text()
        text = " ".join("".join(sheet.extract_text() for sheet in printed(page).pages).split())
        assert "".join(heading.split()) in text.replace(" ", ""), path
        assert page.locator(".skip").get_attribute("href") == "#content"
