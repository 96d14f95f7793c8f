"""The site as a reader has it: on a screen, a phone and paper, by keyboard, in the dark, without a script."""

import io
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from tests.browser.conftest import Visits
from tests.sites import Site

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
"""The rules of axe that a page is held to: those of WCAG 2.2, level AA, and its good practice."""
COLOURS, SIZES = ("color-contrast", "link-in-text-block"), ("target-size",)
"""The rules whose answer depends on a page's styles, and the same in every language: they take most of the time."""
DESK, PHONE, NARROW, HALF = 1280, 360, 320, 640
"""The widths of a desk, of a phone, of a page at 400 %, and of half a desk's screen, which a page at 200 % has."""
WIDER = """() => document.documentElement.scrollWidth <= innerWidth ? null :
  [document.documentElement.scrollWidth, ...[...document.querySelectorAll('body *')]
    .filter(each => each.getBoundingClientRect().right > innerWidth + 1 && !each.closest('[role=region], .wide'))
    .slice(0, 3).map(each => each.outerHTML.slice(0, 120))]"""
ALIKE = """() => {
  const times = new Map();
  const place = each => each === document.body ? '' : `${place(each.parentElement)} ${each.tagName}.${each.className}`;
  const form = each => each.outerHTML
    .replace(/ (href|id|data-[a-z]+|aria-label|title)="[^"]+"/g, ' $1')
    .replace(/>[^<]*[^<\\s][^<]*</g, '>text<');
  for (const each of document.querySelectorAll('main tr, main li, main dl > div')) {
    const key = place(each) + form(each);
    times.set(key, (times.get(key) || 0) + 1);
    if (times.get(key) > 2) each.remove();
  }
  for (const body of document.querySelectorAll('tbody')) if (!body.rows.length) body.remove();
}"""
"""Leaves two of all rows and entries that stand at one place and differ in texts and addresses alone."""
LEADING = """() => [...document.querySelectorAll('nav, .menu, .skip, .finder, .filters')]
  .filter(each => each.checkVisibility() && each.getBoundingClientRect().bottom > 0)
  .map(each => each.outerHTML.slice(0, 80))"""
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


def judged(page: "Page", rules: Sequence[str] = (), without: Sequence[str] = ()) -> list[str]:
    """What axe finds wrong with a page by all rules but some, or by some alone, each with where it first is."""
    from axe_playwright_python.sync_playwright import Axe

    options = {
        "runOnly": {"type": "rule", "values": [*rules]} if rules else {"type": "tag", "values": STANDARDS},
        "resultTypes": ["violations"],
        "preload": False,
        "rules": {"target-size": {"enabled": True}} | {rule: {"enabled": False} for rule in without},
    }
    found = Axe().run(page, options=options).response["violations"]
    return [f"{each['id']}, {len(each['nodes'])} times: {each['nodes'][0]['html'][:160]}" for each in found]


def printed(page: "Page") -> PdfReader:
    """What a page prints on the paper that it asks for."""
    return PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))


def closed_up(text: str) -> str:
    """A text without its blanks, which print sets otherwise."""
    return "".join(text.split())


def screen(page: "Page", width: int) -> None:
    """Give a page another width."""
    page.set_viewport_size({"width": width, "height": 900})


def wider(page: "Page") -> Iterator[str]:
    """Where a page is wider than a screen: on a phone, and at a zoom of 200 and of 400 per cent."""
    page.evaluate("document.fonts.ready")
    for width in (HALF, PHONE, NARROW):
        screen(page, width)
        if over := page.evaluate(WIDER):
            yield f"scrolls sideways on a screen of {width} pixels: {over}"
    screen(page, DESK)


def unprinted(page: "Page") -> Iterator[str]:
    """What is missing where a page is printed: its first line, its evidence; and what should not be there."""
    heading, evidence = page.locator("h1").inner_text(), page.locator("footer p").last.inner_text()
    sheets = printed(page).pages
    if closed_up(heading) not in closed_up(sheets[0].extract_text()):
        yield "is printed without its first line"
    if closed_up(evidence) not in closed_up("".join(sheet.extract_text() for sheet in sheets[-2:])):
        yield "is printed without the data that it rests on"
    page.emulate_media(media="print")
    if page.evaluate("getComputedStyle(document.body).fontVariantNumeric") != "normal":
        yield "is printed with figures that cannot be copied from what Firefox prints"
    yield from (f"is printed with what leads elsewhere: {each}" for each in page.evaluate(LEADING))
    page.emulate_media(media="screen")


def inaccessible(page: "Page", *, styled: bool) -> Iterator[str]:
    """What a checker of accessibility tells: also of colours in the light and in the dark, and of sizes on a phone."""
    page.evaluate(ALIKE)
    found = judged(page, without=() if styled else (*COLOURS, *SIZES))
    yield from (f"is not accessible: {each}" for each in found)
    if styled:
        page.emulate_media(color_scheme="dark")
        yield from (f"is not accessible in the dark: {each}" for each in judged(page, COLOURS))
        page.emulate_media(color_scheme="light")
        screen(page, PHONE)
        yield from (f"is not accessible on a phone: {each}" for each in judged(page, SIZES))
        screen(page, DESK)


@pytest.mark.parametrize("half", [0, 1])
def test_a_page_of_each_kind_is_read(real: Visits, real_pages: Site, language: str, half: int) -> None:
    """Of each kind and in each language, a page fits every screen, is printed, and has no fault for who cannot see it.

    A page is opened once. What its styles decide is asked in English, whose styles are those of all. Visits tell of
    whatever a page says on the console, or asks for outside the site.
    """
    paths = real_pages.paths(language)[half::2]
    assert len(paths) > 10
    page = real.open(paths[0])
    broken = []
    for path in paths:
        page.goto(real.address(path))
        english = language == "en"
        faults = [*wider(page), *(unprinted(page) if english else ()), *inaccessible(page, styled=english)]
        broken += [f"{path} {fault}" for fault in faults]
    assert not broken, "\n".join(broken)


def test_what_reads_a_page_sees_faults(real: Visits) -> None:
    """What finds nothing would find something: faults are planted in the last of the rows of a long page."""
    small = "style='width: 9px; height: 9px; padding: 0; border: 0'"
    faults = {
        "scrolls sideways on a screen of 320": "<div style='width: 350px'>wide</div>",
        "is not accessible: image-alt": "<img>",
        "is not accessible: color-contrast": "<p style='color: #bbb'>a grey text on white</p>",
        "is not accessible in the dark: color-contrast": "<p style='color: #222'>a text for white paper</p>",
        "is not accessible on a phone: target-size": f"<button {small}>a</button><button {small}>b</button>",
        "is printed with what leads elsewhere": "<nav>elsewhere</nav>",
    }
    page = real.open("en/changes/index.html", bypass_csp=True)
    page.evaluate(
        "faulty => { [...document.querySelectorAll('main tr')].at(-1).lastElementChild.innerHTML = faulty }",
        "".join(faults.values()),
    )
    told = [*wider(page), *unprinted(page), *inaccessible(page, styled=True)]
    assert [fault for fault in faults if not any(each.startswith(fault) for each in told)] == []


def test_visits_tell_what_is_said_and_asked_for(chromium: "Browser", small_site: Site) -> None:
    """A word on the console, an error of a script and an address outside the site are told, with where they were."""
    faults = {
        "console.warn('a word')": "en/index.html: warning: a word",
        "setTimeout(() => { throw new Error('a fault') })": "en/index.html: a fault",
        "document.body.append(Object.assign(new Image(), {src: 'https://outside.invalid/a.png'}))": (
            "https://outside.invalid/a.png is outside the site"
        ),
    }
    for fault, told in faults.items():
        visits = Visits(chromium, small_site.folder)
        page = visits.open(bypass_csp=True)
        page.evaluate(fault)
        page.wait_for_function("() => true")
        with pytest.raises(AssertionError, match=re.escape(told)):
            visits.end()


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
        offered = page.eval_on_selector_all(
            ".languages a", "all => all.map(each => [each.lang.slice(0, 2), each.href])"
        )
        assert offered == [[other, small.address(f"{other}/{path}")] for other in ("en", "es", "pt", "fr")]
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
