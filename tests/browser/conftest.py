"""A browser for the tests of the site: the system's Chromium, which is let see nothing but the disk."""

import os
import shutil
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.sites import LANGUAGES, Site

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage, Page, Request

NEEDED = "TOC_TREATIES_BROWSER_NEEDED"
"""Set where a missing browser is a fault of the run, as in the gate."""
PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update"),
)


def missing() -> str:
    """What these tests need and do not find here; nothing where all is there."""
    if not any(map(shutil.which, PROGRAMS)):
        return "no Chromium is installed: on Debian, apt-get install chromium"
    lacking = [name for name in ("playwright", "axe_playwright_python") if find_spec(name) is None]
    return f"{' and '.join(lacking)} not installed: pip install -e '.[browser]'" if lacking else ""


@pytest.fixture(scope="session")
def chromium() -> "Iterator[Browser]":
    """The browser, started once."""
    reason = missing()
    if reason and os.environ.get(NEEDED):
        pytest.fail(reason)
    if reason:
        pytest.skip(reason)
    from playwright.sync_api import sync_playwright

    program = next(filter(None, map(shutil.which, PROGRAMS)))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(FLAGS))
        yield browser
        browser.close()


class Visits:
    """A reader's visits to a site: each on a screen of its own; what the browser said and asked for is kept."""

    def __init__(self, browser: "Browser", folder: Path) -> None:
        self.browser = browser
        self.folder = folder.resolve()
        self.said: list[str] = []
        self.asked: list[str] = []

    def open(self, path: str = "en/index.html", width: int = 1280, height: int = 900, **screen: Any) -> "Page":  # noqa: ANN401 - whatever a screen has
        """A page of the site on a new screen."""
        still: dict[str, Any] = {"reduced_motion": "reduce", "viewport": {"width": width, "height": height}}
        context = self.browser.new_context(**still, **screen)
        context.set_default_timeout(15_000)
        page = context.new_page()
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.said.append(f"{self.path(page)}: {error}"))
        page.on("request", self._request)
        page.on("requestfailed", self._failed)
        page.goto(self.address(path))
        return page

    def address(self, path: str) -> str:
        """The address of a page on the disk."""
        return (self.folder / path).as_uri()

    def path(self, page: "Page") -> str:
        """Which page of the site a reader is on."""
        return str(page.url).partition("#")[0].partition("?")[0].removeprefix(f"{self.folder.as_uri()}/")

    def _console(self, message: "ConsoleMessage") -> None:
        where = f"{self.path(message.page)}: " if message.page else ""
        self.said.append(f"{where}{message.type}: {message.text}")

    def _request(self, request: "Request") -> None:
        self.asked.append(request.url)

    def _failed(self, request: "Request") -> None:
        if request.failure != "net::ERR_ABORTED":  # what was still on its way when the reader went on
            self.said.append(f"{request.url}: {request.failure}")

    def end(self) -> None:
        """Close all screens; nothing was said on the console, and nothing asked for that is not of the site."""
        for context in list(self.browser.contexts):
            context.close()
        here = (self.folder.as_uri(), "data:")
        outside = [f"{address} is outside the site" for address in self.asked if not address.startswith(here)]
        told = [*self.said, *outside]
        assert not told, "\n".join(told)


@pytest.fixture
def small(chromium: "Browser", small_site: Site) -> Iterator[Visits]:
    """Visits to the site of the small register."""
    visits = Visits(chromium, small_site.folder)
    yield visits
    visits.end()


@pytest.fixture
def real(chromium: "Browser", real_pages: Site) -> Iterator[Visits]:
    """Visits to a page of each kind of the real register."""
    visits = Visits(chromium, real_pages.folder)
    yield visits
    visits.end()


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    """Each language of the site."""
    return str(request.param)
