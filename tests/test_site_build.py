"""The site as files: the same bytes however it is built, put in place as a whole, and what refuses or stops it."""

import os
import pickle
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from time import monotonic
from xml.etree import ElementTree as ET

import pytest

from tests.console import ROOT, toc
from toc_treaties.site import build, edition, makers
from toc_treaties.site.build import LIST
from toc_treaties.site.contents import contents

AS_OF = "2026-11-21"
PNG = b"\x89PNG\r\n\x1a\n"
DATA = {"TOC_TREATIES_DATA": "data"}


SOME_PAGES = """
import sys
from toc_treaties.__main__ import main
from toc_treaties.site import edition
from toc_treaties.site.contents import contents
edition.contents = lambda shelf: [*contents(shelf)][::20]
main()
"""
"""The command, making one page in twenty: what is said of files here is true of each."""


FEW = 300
"""One page in so many is enough where what is made does not count."""
A_FEW_PAGES = SOME_PAGES.replace("::20", f"::{FEW}")


@pytest.fixture(scope="module", autouse=True)
def some_pages() -> Iterator[None]:
    """The same pages within this process, which has threads of its own and must not be copied."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(edition, "contents", lambda shelf: [*contents(shelf)][::20])
        patch.setattr(makers, "processes_here", lambda: 1)
        yield


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small register, built as the site `public` by several processes."""
    folder = tmp_path_factory.mktemp("site")
    shutil.copytree(ROOT / "tests" / "register", folder / "data")
    command = [sys.executable, "-c", SOME_PAGES, "site", "public", "--as-of", AS_OF, "--data", "data"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "written: public\n")
    return folder


def _digests(site: Path) -> dict[str, str]:
    files = (path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): sha256(path.read_bytes()).hexdigest() for path in files}


def test_one_process_makes_the_same_bytes_as_several(small: Path) -> None:
    """Two builds are the same files, whichever process made which, and whatever language the caller reads."""
    result = toc("site", "alone", "--as-of", AS_OF, folder=small, TOC_TREATIES_LANG="es", **DATA)
    assert (result.code, result.err) == (0, "written: alone\n")
    assert _digests(small / "alone") == _digests(small / "public")


def test_a_site_names_no_folder_of_the_machine_on_which_it_was_built(small: Path, tmp_path: Path) -> None:
    """Whatever data a site is made from, its pages, records and files say that it was a folder, and not which."""
    shutil.copytree(small / "data", tmp_path / "clerk-k7")
    data = str(tmp_path / "clerk-k7")
    result = toc("site", "public", "--as-of", AS_OF, "--data", data, "--without-prints", folder=tmp_path)
    assert (result.code, result.err) == (0, "written: public\n")
    files = [path for path in (tmp_path / "public").rglob("*") if path.is_file()]
    assert [path.name for path in files if b"clerk-k7" in path.read_bytes()] == []
    assert "Data: a folder, no revision known." in (tmp_path / "public" / "en" / "index.html").read_text("utf-8")


def test_the_list_names_every_file_with_its_digest(small: Path) -> None:
    """Who has copied the site can ask `sha256sum --check` whether it is whole."""
    lines = (small / "public" / LIST).read_text("utf-8").splitlines()
    held = {name: digest for digest, name in (line.split("  ") for line in lines)}
    assert held == {name: digest for name, digest in _digests(small / "public").items() if name != LIST}
    assert {"en/index.html", "api/v1/standings.json", "assets/site.css"} <= {*held}


def test_a_site_takes_the_place_of_an_earlier_one_alone(small: Path, tmp_path: Path) -> None:
    """A folder with anything else in it, and a file, are refused before anything is read, and stay as they are."""
    shutil.copytree(small / "public", tmp_path / "public")
    (tmp_path / "public" / "en" / "states" / "notes.txt").write_text("mine", "utf-8")
    (tmp_path / "file").write_text("mine", "utf-8")
    for name, says in (
        ("public", "public holds en/states/notes.txt, which no site made: name a folder that is empty or not there"),
        ("file", "file is a file: name a folder"),
        (".", ". is the folder that you are in"),
    ):
        result = toc("site", name, folder=tmp_path)
        assert (result.code, says in result.err) == (2, True), result.err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "public"]


WEB = "an address that begins with https:// or http://"
FOLDER = "the address of a folder, without '?', '#', '@' and '..'"


@pytest.mark.parametrize(
    ("base", "takes"),
    [
        ("treaties.example", WEB),
        ("ftp://treaties.example/", WEB),
        ("https://", WEB),
        ("https://a b", WEB),
        ("https://a:99999/", WEB),
        ("https://é/", WEB),
        ("http://a/?x", FOLDER),
        ("http://a/#x", FOLDER),
        ("https://name:word@a/", FOLDER),
        ("https://a/../b", FOLDER),
    ],
)
def test_an_address_that_is_none_is_refused(base: str, takes: str, tmp_path: Path) -> None:
    """--base-url takes the address of a folder on the web, and says so; none that would publish a password."""
    result = toc("site", "public", "--base-url", base, folder=tmp_path)
    assert (result.code, f"--base-url takes {takes}, and not" in result.err) == (2, True), result.err


@pytest.mark.parametrize(
    ("given", "takes"),
    [
        ("treaties.example", WEB),
        ("javascript:alert(1)", WEB),
        ("https://name:word@a/", "an address without a name and a password"),
    ],
)
def test_what_is_no_page_takes_no_reports(given: str, takes: str, tmp_path: Path) -> None:
    """--report-to takes the address of a page on the web, and none that would publish a password."""
    result = toc("site", "public", "--report-to", given, folder=tmp_path)
    assert (result.code, f"--report-to takes {takes}, and not" in result.err) == (2, True), result.err


def test_without_what_prints_the_remedy_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who lacks the extra is told its name before anything is read."""
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    result = toc("site", "public", folder=tmp_path)
    assert (result.code, "pip install 'toc-treaties[print]'" in result.err) == (2, True)


def test_a_full_disk_leaves_the_earlier_site_whole(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where no more can be written, the sentence says so, and what stood there stands there alone."""
    shutil.copytree(small / "data", tmp_path / "data")
    shutil.copytree(small / "public", tmp_path / "public")
    write = Path.write_bytes

    def full(path: Path, content: bytes) -> int:
        if path.name == "404.html":
            raise OSError(28, "No space left on device", str(path))
        return write(path, content)

    monkeypatch.setattr(Path, "write_bytes", full)
    result = toc("site", "public", "--as-of", AS_OF, folder=tmp_path, **DATA)
    assert (result.code, result.err) == (2, "toc-treaties: public cannot be written: No space left on device\n")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data", "public"]
    assert _digests(tmp_path / "public") == _digests(small / "public")


@pytest.mark.parametrize(
    ("gone", "says"),
    [
        (("index.html",), "removed or changed index.html"),
        (("index.html", LIST, "en"), f"removed or changed {LIST} and "),
        (("",), "removed or changed 404.html and "),
    ],
)
def test_a_site_of_which_something_is_missing_is_not_put_in_place(
    gone: tuple[str, ...], says: str, small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who clears away what is being made, or a part of it, is told so, and the earlier site stands there alone."""
    shutil.copytree(small / "public", tmp_path / "public")
    make = build.build

    def cleared(made_from: edition.Edition, folder: Path, *more: object) -> makers.Digests:
        digests = make(made_from, folder, *more)  # type: ignore[arg-type]
        for name in gone:
            shutil.rmtree(folder / name) if (folder / name).is_dir() else (folder / name).unlink()
        return digests

    monkeypatch.setattr(edition, "contents", lambda shelf: [*contents(shelf)][::FEW])
    monkeypatch.setattr(build, "build", cleared)
    data = str(small / "data")
    result = toc("site", "public", "--as-of", AS_OF, "--data", data, "--without-prints", folder=tmp_path)
    assert (result.code, result.err.count("\n"), says in result.err) == (2, 1, True), result.err
    assert result.err.startswith(
        "toc-treaties: public is left as it was: of the new one, which was made beside it as .pu"
    )
    assert [path.name for path in tmp_path.iterdir()] == ["public"]
    assert _digests(tmp_path / "public") == _digests(small / "public")


def test_what_is_put_into_a_site_while_the_next_is_made_stays(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that somebody saves in the folder meanwhile is not lost: the earlier site stays, and it is named."""
    shutil.copytree(small / "public", tmp_path / "public")
    make = build.build

    def beside(made_from: edition.Edition, folder: Path, *more: object) -> makers.Digests:
        (tmp_path / "public" / "notes.txt").write_text("mine", "utf-8")
        return make(made_from, folder, *more)  # type: ignore[arg-type]

    monkeypatch.setattr(edition, "contents", lambda shelf: [*contents(shelf)][::FEW])
    monkeypatch.setattr(build, "build", beside)
    data = str(small / "data")
    result = toc("site", "public", "--as-of", AS_OF, "--data", data, "--without-prints", folder=tmp_path)
    assert (result.code, "public holds notes.txt, which no site made" in result.err) == (2, True), result.err
    assert _digests(tmp_path / "public").keys() == {*_digests(small / "public"), "notes.txt"}
    assert [path.name for path in tmp_path.iterdir()] == ["public"]


def test_a_list_of_digests_that_is_no_sites_names_nothing_to_replace(tmp_path: Path) -> None:
    """Files of somebody's own, with a list of that name, as releases have one, are refused and stay."""
    (tmp_path / "dist").mkdir()
    (tmp_path / "dist" / "paper.pdf").write_bytes(b"mine")
    (tmp_path / "dist" / LIST).write_text(f"{sha256(b'mine').hexdigest()}  paper.pdf\n", "utf-8")
    result = toc("site", "dist", folder=tmp_path)
    assert (result.code, "dist holds SHA256SUMS, which no site made" in result.err) == (2, True), result.err
    assert (tmp_path / "dist" / "paper.pdf").read_bytes() == b"mine"


@pytest.mark.skipif(os.name != "posix", reason="processes that begin as copies")
@pytest.mark.parametrize(
    ("happens", "says"),
    [
        ("os.kill(os.getpid(), 9)", "a process that made pages was ended, perhaps for want of memory: public is left"),
        ("raise OSError(28, 'No space left on device', 'x')", "public cannot be written: No space left on device"),
        ("[os.close(handle) for handle in range(3, 60)]", "a process that made pages was ended"),
    ],
)  # fmt: skip
def test_what_befalls_a_process_that_makes_pages_is_said(happens: str, says: str, small: Path, tmp_path: Path) -> None:
    """A process that is killed, meets a full disk, or is heard no more ends all: one sentence, the old site alone."""
    shutil.copytree(small / "public", tmp_path / "public")
    befallen = f"""
import os, sys
from toc_treaties.site import makers
makers.processes_here = lambda: 3
make = makers.Maker.make
def befallen(self, task):
    if task.part == 3:
        {happens}
    return make(self, task)
makers.Maker.make = befallen
"""
    command = [sys.executable, "-c", befallen + A_FEW_PAGES, "site", "public", "--without-prints", "--as-of", AS_OF]
    done = subprocess.run(
        [*command, "--data", str(small / "data")], cwd=tmp_path, capture_output=True, text=True, check=False, timeout=60
    )
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1), done
    assert says in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["public"]
    assert _digests(tmp_path / "public") == _digests(small / "public")


@pytest.mark.parametrize(
    ("error", "heard"),
    [
        (OSError(28, "full", "x.part"), "OSError(28, 'full')"),
        (MemoryError(), "MemoryError()"),
        (type("LibraryError", (Exception,), {})("no"), "MakerError('LibraryError at test_site_build.py:"),
    ],
)
def test_what_a_process_could_not_do_reaches_the_first(error: Exception, heard: str) -> None:
    """Whatever kind of error a library raises, it can be sent, and says where it was met and which pages were made."""

    class Failing(makers.Maker):
        def make(self, _: makers.Task) -> makers.Digests:
            raise error

    sent = makers._outcome(Failing.__new__(Failing), makers.Task("fr", 7))
    assert repr(pickle.loads(pickle.dumps(sent))).startswith(heard)  # noqa: S301 - our own
    assert "LibraryError" not in heard or str(sent).endswith(", in part 7 of fr: no")


@pytest.mark.skipif(os.name != "posix", reason="limits of Unix")
def test_a_system_that_gives_no_process_more_has_its_pages_made_by_one(small: Path, tmp_path: Path) -> None:
    """Where no other process can be begun, the first makes all pages."""
    none = "import os\ndef none():\n    raise BlockingIOError(11, 'no more')\nos.fork = none\n"
    command = [sys.executable, "-c", none + A_FEW_PAGES, "site", "public", "--as-of", AS_OF, "--without-prints"]
    done = subprocess.run(
        [*command, "--data", str(small / "data")], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "written: public\n")
    assert _digests(tmp_path / "public").keys() > {"fr/index.html", "assets/site.css", LIST}


@pytest.mark.skipif(os.name != "posix", reason="signals of this kind are those of Unix")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_whoever_ends_the_run_finds_the_earlier_site_alone(number: signal.Signals, small: Path, tmp_path: Path) -> None:
    """Ctrl-C ends with 130 and kill with 143: no traceback, no process and no folder stays behind."""
    shutil.copytree(small / "public", tmp_path / "public")
    command = [sys.executable, "-m", "toc_treaties", "site", "public", "--data", str(ROOT / "tests" / "register")]
    run = subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, start_new_session=True)
    until = monotonic() + 60
    while not list(tmp_path.glob(".public.*.part/en/**/*.html")) and monotonic() < until and run.poll() is None:
        pass
    os.killpg(run.pid, number) if number is signal.SIGINT else run.send_signal(number)
    _, told = run.communicate(timeout=60)
    assert (run.returncode, told) == (128 + number, b"")
    assert [path.name for path in tmp_path.iterdir()] == ["public"]
    assert _digests(tmp_path / "public") == _digests(small / "public")
    with pytest.raises(ProcessLookupError):
        os.killpg(run.pid, 0)


@pytest.mark.skipif(os.name != "posix", reason="signals of this kind are those of Unix")
def test_the_making_of_pages_ends_in_whatever_line_it_is_told_to() -> None:
    """Ctrl-C and kill end the run at once at any moment; it never waits for a lock that it holds itself."""
    run = subprocess.run([sys.executable, "-m", "tests.site_endings"], cwd=ROOT, capture_output=True, check=False)
    assert (run.returncode, run.stdout, run.stderr) == (0, b"", b"")


@pytest.mark.skipif(os.name != "posix", reason="Windows cannot be asked whether a process runs")
def test_what_a_run_left_that_was_cut_off_is_put_away(small: Path, tmp_path: Path) -> None:
    """After a loss of power a folder that was moved away comes back, and half a site goes."""
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    shutil.copytree(small / "public", tmp_path / f".public.{ended.pid}.old")
    (tmp_path / f".public.{ended.pid}.part").mkdir()
    result = toc("site", "public", "--as-of", AS_OF, "--data", "nowhere", folder=tmp_path)
    assert result.code == 3
    assert [path.name for path in tmp_path.iterdir()] == ["public"]
    assert _digests(tmp_path / "public") == _digests(small / "public")


def test_with_its_address_known_a_site_says_it_in_full(small: Path) -> None:
    """Search engines find each page in each language, and a link that is shared has a picture; without it, none is."""
    result = toc(
        "site", "full", "--as-of", AS_OF, "--base-url", "https://a.example/x", "--without-prints", folder=small, **DATA
    )
    assert (result.code, result.err) == (0, "written: full\n")
    page = (small / "full" / "es" / "index.html").read_text("utf-8")
    assert "<link rel=canonical href=https://a.example/x/es/>" in page
    assert "<meta property=og:image content=https://a.example/x/assets/card-es.png>" in page
    picture = (small / "full" / "assets" / "card-es.png").read_bytes()
    assert (picture[:8], int.from_bytes(picture[16:20]), int.from_bytes(picture[20:24])) == (PNG, 1200, 630)
    assert (small / "full" / "robots.txt").read_text("utf-8").endswith("\nSitemap: https://a.example/x/sitemap.xml\n")
    urls = ET.fromstring((small / "full" / "sitemap.xml").read_bytes())  # noqa: S314 - our own
    pages = [name for name in _digests(small / "full") if name.endswith("index.html") and "/" in name]
    assert sorted(url[0].text or "" for url in urls) == sorted(
        f"https://a.example/x/{name.removesuffix('index.html')}" for name in pages
    )
    assert {len(url) for url in urls} == {5}
    for name in ("sitemap.xml", "assets/card-es.png"):
        assert not (small / "public" / name).exists()
    assert "canonical" not in (small / "public" / "es" / "index.html").read_text("utf-8")
    assert sorted(path.suffix for path in (small / "public" / "fr").glob("*.*")) == [".html", ".pdf", ".xlsx"]
