"""A site of the small register, built once for a run of tests however many processes it has, and read back."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest

from tests.answers import AS_OF, REGISTER
from tests.console import ROOT
from tests.markup import Markup
from toc_treaties.cli.answer import Run
from toc_treaties.cli.output import data_used, with_data
from toc_treaties.site.edition import Edition
from toc_treaties.site.leaves import Leaf
from toc_treaties.store.load import MORE
from toc_treaties.words.language import spoken

BASE = "https://treaties.example.org/"
"""Where the site of tests says that it stands."""
LANGUAGES = ("en", "es", "pt", "fr")
HERE = "https://site.invalid/"
"""What stands for the root of a site on a disk, while addresses are followed."""
IN_A_SHEET = re.compile(r"""(?:url\(|@import)\s*["']?([^"')\s]+)""")


class Site:
    """A built site on the disk, and what its pages hold."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @cached_property
    def files(self) -> frozenset[str]:
        """Every file, by its path from the root."""
        return frozenset(each.relative_to(self.folder).as_posix() for each in self.folder.rglob("*") if each.is_file())

    @cached_property
    def pages(self) -> Mapping[str, Markup]:
        """Every page, by its path from the root."""
        names = sorted(name for name in self.files if name.endswith(".html"))
        return {name: Markup(name, self.folder.joinpath(name).read_text("utf-8")) for name in names}

    def of(self, language: str) -> Mapping[str, Markup]:
        """The pages of a language, by their paths below it."""
        start = f"{language}/"
        return {name.removeprefix(start): page for name, page in self.pages.items() if name.startswith(start)}

    def paths(self, language: str) -> list[str]:
        """The pages of a language, by their paths from the root."""
        return sorted(name for name in self.files if name.startswith(f"{language}/") and name.endswith(".html"))

    def text(self, name: str) -> str:
        """The text of a file."""
        return self.folder.joinpath(name).read_text("utf-8")


def target(page: str, address: str) -> tuple[str, str]:
    """The file, from the root, and the anchor to which an address on a page leads; no file where it leaves the site.

    The root itself is no file: what leads there is named `/`, which no site holds.
    """
    whole, anchor = urldefrag(urljoin(HERE + page, address))
    if not whole.startswith(HERE):
        return "", anchor
    return unquote(urlsplit(whole).path.lstrip("/")) or "/", unquote(anchor)


def edition_of(data: Path, day: str) -> Edition:
    """An edition of a register on a day, as the command makes it."""
    run = Run(day, data, lang="en")
    register = run.register(*MORE, "measures", "sources")
    texts = {language: run.session.texts(language) for language in LANGUAGES[1:]}
    used = {language: data_used(run.session.origin, spoken(language), published=True) for language in LANGUAGES}
    return Edition(register, texts, used, with_data({}, run.session.origin)["data"], run.day)


def one_of_each(edition: Edition, language: str) -> Iterator[tuple[str, bytes]]:
    """The files of a page of each kind of an edition."""
    prepared = edition.prepared(language)
    chosen = {_kind(leaf): leaf for leaf in reversed(prepared.leaves)}
    yield from edition.made(prepared._replace(leaves=tuple(chosen.values())), 0, 1)


def pages_in(files: Iterable[tuple[str, bytes]]) -> list[Markup]:
    """The pages among some files."""
    return [Markup(name, content.decode()) for name, content in files if name.endswith(".html")]


def drawn_once(small: Site, factory: pytest.TempPathFactory) -> Site:
    """A page of each kind of the real register, in each language, with the sheets and scripts of the site."""
    shared = _shared(factory)
    folder = shared / "real-pages"
    with _alone(shared / "real-pages.lock"):
        if not folder.exists():
            edition, new = edition_of(ROOT / "data", AS_OF), shared / "real-pages-new"
            shutil.rmtree(new, ignore_errors=True)
            for language in LANGUAGES:
                for name, content in one_of_each(edition, language):
                    (new / name).parent.mkdir(parents=True, exist_ok=True)
                    (new / name).write_bytes(content)
            for name in small.files:
                if not name.startswith(("api/", *(f"{language}/" for language in LANGUAGES))):
                    (new / name).parent.mkdir(parents=True, exist_ok=True)
                    shutil.copy(small.folder / name, new / name)
            new.rename(folder)
    return Site(folder)


def _kind(leaf: Leaf) -> tuple[object, ...]:
    """What kind of page it is: what it asks, what shows it, and where it lies."""
    shown = getattr(leaf.own, "__qualname__", "")
    return leaf.question, leaf.kind, shown, leaf.section, leaf.path.count("/"), bool(leaf.attached)


@contextmanager
def _alone(lock: Path) -> Iterator[None]:
    """Nobody else of this run does it meanwhile."""
    import fcntl

    with lock.open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield


def _shared(factory: pytest.TempPathFactory) -> Path:
    """The folder that all processes of a run share."""
    own = factory.getbasetemp()
    return own.parent if os.environ.get("PYTEST_XDIST_WORKER") else own


def built_once(factory: pytest.TempPathFactory) -> Site:
    """The site of the small register; the first process of a run builds it, and the others wait for that."""
    shared = _shared(factory)
    folder = shared / "small-site"
    with _alone(shared / "small-site.lock"):
        if not folder.exists():
            data = shared / "small-register" / "data"
            shutil.rmtree(data, ignore_errors=True)
            shutil.copytree(REGISTER, data)
            new = shared / "small-site-new"
            shutil.rmtree(new, ignore_errors=True)
            asked = ["site", str(new), "--without-prints", "--data", str(data), "--as-of", AS_OF, "--base-url", BASE]
            done = subprocess.run(  # in a process of its own, which may begin others
                [sys.executable, "-m", "toc_treaties", *asked],
                cwd=data.parent,
                capture_output=True,
                text=True,
                check=False,
            )
            assert done.returncode == 0, done.stderr
            new.rename(folder)
    return Site(folder)
