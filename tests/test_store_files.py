"""Which folder is read, and which state an argument means."""

import importlib.util
import re
from datetime import date
from pathlib import Path

import pytest

from tests.repositories import git
from toc_treaties.store import files
from toc_treaties.store.edition import edition_of
from toc_treaties.store.files import NoDataError, Origin, in_folder, locate
from toc_treaties.store.names import Heads, UnknownStateError

DATA = Path(__file__).parent.parent / "data"
PROJECT = '[project]\nname = "toc-treaties"\n'


def _folder(root: Path, *, project: str | None = None) -> Path:
    """A folder with a register in `data`, of this project where its file says so."""
    (root / "data").mkdir(parents=True)
    (root / "data" / "instruments.yaml").write_text("", "utf-8")
    if project is not None:
        (root / "pyproject.toml").write_text(project, "utf-8")
    return root


def _where(origin: Origin) -> tuple[Path | None, str]:
    """The folder that is read, and what kind of place it is."""
    return origin.folder, origin.kind


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A place where the package is installed, with no source beside it."""
    package = tmp_path / "lib" / "site" / "toc_treaties"
    (package / "store").mkdir(parents=True)
    monkeypatch.setattr(files, "__file__", str(package / "store" / "files.py"))
    return package


def _carried(package: Path, revision: str | None = None) -> Path:
    (package / "_data").mkdir()
    (package / "_data" / "instruments.yaml").write_text("", "utf-8")
    if revision is not None:
        (package / "_data" / "REVISION").write_text(revision + "\n", "utf-8")
    return package / "_data"


def test_the_folder_chosen_comes_first(tmp_path: Path) -> None:
    """A folder named by the user is read even inside a checkout."""
    checkout = _folder(tmp_path / "checkout", project=PROJECT)
    chosen = _folder(tmp_path / "chosen") / "data"
    origin = locate(chosen, checkout)
    assert (origin.folder, origin.kind, origin.revision) == (chosen, "folder", None)


def test_a_chosen_folder_without_a_register_is_said_so(tmp_path: Path) -> None:
    """A folder that holds no register is never replaced by another in silence."""
    with pytest.raises(NoDataError, match=re.escape(str(tmp_path))):
        locate(tmp_path, _folder(tmp_path / "checkout", project=PROJECT))


def test_a_checkout_is_found_from_any_folder_inside_it(tmp_path: Path, installed: Path) -> None:
    """Inside a checkout of the project its data is read, before any installed copy."""
    _carried(installed)
    checkout = _folder(tmp_path / "checkout", project=PROJECT)
    inside = checkout / "docs" / "pages"
    inside.mkdir(parents=True)
    assert _where(locate(None, inside)) == (checkout / "data", "checkout")
    assert _where(locate(None, checkout)) == (checkout / "data", "checkout")


def test_another_projects_data_folder_is_not_ours(tmp_path: Path, installed: Path) -> None:
    """A `data` folder of another project, or of none, is passed over on the way up."""
    carried = _carried(installed)
    other = _folder(tmp_path / "other", project='[project]\nname = "else"\n')
    assert _where(locate(None, other)) == (carried, "installed copy")
    assert _where(locate(None, _folder(tmp_path / "none"))) == (carried, "installed copy")
    outer = _folder(tmp_path / "outer", project=PROJECT)
    assert _where(locate(None, _folder(outer / "inner"))) == (outer / "data", "checkout")


def test_the_data_beside_the_source_comes_before_the_copy(tmp_path: Path, installed: Path) -> None:
    """A package that runs from its source reads the data beside it from anywhere."""
    _carried(installed)
    beside = _folder(tmp_path / "lib", project=PROJECT)
    assert _where(locate(None, tmp_path / "elsewhere")) == (beside / "data", "checkout")


def test_the_installed_copy_says_its_revision(tmp_path: Path, installed: Path) -> None:
    """Outside any checkout the copy in the package answers, with the revision it was built from."""
    carried = _carried(installed, "abc1234")
    origin = locate(None, tmp_path)
    assert (origin.folder, origin.kind, origin.revision) == (carried, "installed copy", "abc1234")


@pytest.mark.parametrize(
    ("note", "revision", "day"),
    [
        ("abc1234\n2026-11-20\n0a1b\n", "abc1234", date(2026, 11, 20)),
        ("abc1234, modified\n2026-11-20\n0a1b\n", "abc1234, modified", date(2026, 11, 20)),
        ("abc1234\n", "abc1234", None),
        ("", None, None),
    ],
)
def test_the_note_of_a_release_says_revision_and_day(
    tmp_path: Path, installed: Path, note: str, revision: str | None, day: date | None
) -> None:
    """Both are read from the note beside the data, also that of an older release, which says no day."""
    carried = _carried(installed)
    (carried / "REVISION").write_text(note, "utf-8")
    origin = locate(None, tmp_path)
    assert origin.revision == revision
    assert edition_of(carried, origin.ask_revision, installed=True) == (revision, day)


def test_a_release_carries_no_file_from_outside_the_data(tmp_path: Path) -> None:
    """A link below `data/` that leads out of it stops the build; the register's files alone go in."""
    spec = importlib.util.spec_from_file_location("hatch_build", DATA.parent / "hatch_build.py")
    assert spec is not None
    assert spec.loader is not None
    hook = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(hook)
    data = _folder(tmp_path / "project") / "data"
    (data / "notes.txt").write_text("", "utf-8")
    (data / ".left.yaml").write_text("", "utf-8")
    assert [path.name for path in hook._files(data)] == ["instruments.yaml"]
    (tmp_path / "secret.yaml").write_text("", "utf-8")
    (data / "sources.yaml").symlink_to(tmp_path / "secret.yaml")
    with pytest.raises(ValueError, match=r"sources\.yaml leads out of"):
        list(hook._files(data))


def test_without_any_data_the_remedy_is_named(tmp_path: Path, installed: Path) -> None:
    """Where nothing holds a register, the message says how to name one."""
    with pytest.raises(NoDataError, match="--data") as caught:
        locate(None, tmp_path)
    assert str(installed / "_data") in str(caught.value)


def test_an_unreadable_project_file_is_not_a_checkout(tmp_path: Path) -> None:
    """A folder whose project file is no text is passed over."""
    folder = _folder(tmp_path / "odd")
    (folder / "pyproject.toml").write_bytes(b"\xff\xfe")
    assert not files.is_checkout(folder)


def test_a_folder_is_named_from_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder below the present one is shown by its short name, another by its whole one."""
    chosen = _folder(tmp_path / "chosen") / "data"
    monkeypatch.chdir(tmp_path)
    assert locate(chosen, tmp_path).shown_as == str(Path("chosen") / "data")
    monkeypatch.chdir(chosen)
    assert locate(tmp_path / "chosen" / "data", tmp_path).shown_as == "."
    assert in_folder(Path("/elsewhere")).shown_as == "/elsewhere"


@pytest.fixture
def committed(tmp_path: Path) -> Path:
    """A repository that holds a register, everything committed."""
    folder = _folder(tmp_path / "ours", project=PROJECT)
    (folder / "data" / "sources.yaml").write_text("", "utf-8")
    git(folder, "init", "-q")
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "Begin")
    return folder


def test_a_revision_is_that_of_the_files_own_repository(committed: Path) -> None:
    """Tracked files that nobody changed are of the commit, however their folder is named."""
    commit = git(committed, "rev-parse", "--short=7", "HEAD")
    assert locate(None, committed).revision == commit
    assert locate(committed / "data", committed.parent).revision == commit


def test_a_changed_file_is_not_of_the_commit(committed: Path) -> None:
    """A file of the data that was changed or added is said; one outside the data is not."""
    commit = git(committed, "rev-parse", "--short=7", "HEAD")
    (committed / "notes.yaml").write_text("x", "utf-8")
    assert locate(None, committed).revision == commit
    added = committed / "data" / "states.yaml"
    added.write_text("x", "utf-8")
    assert locate(None, committed).revision == f"{commit}, modified"
    added.unlink()
    (committed / "data" / "sources.yaml").write_text("x", "utf-8")
    assert locate(None, committed).revision == f"{commit}, modified"


def test_files_that_the_repository_does_not_hold_have_no_revision(committed: Path) -> None:
    """A register in an ignored or untracked folder of a repository is of none of its commits."""
    for name, ignored in (("build", "build/\n"), ("loose", "")):
        (committed / ".gitignore").write_text(ignored, "utf-8")
        other = _folder(committed / name)
        assert locate(other / "data", committed).revision is None


def test_the_environment_names_no_other_repository(
    committed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where GIT_DIR points to another repository, its commit is claimed for no file of ours."""
    commit = git(committed, "rev-parse", "--short=7", "HEAD")
    apart = _folder(tmp_path / "apart")
    monkeypatch.setenv("GIT_DIR", str(committed / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(apart))
    assert locate(apart / "data", apart).revision is None
    other = _folder(tmp_path / "other", project=PROJECT)
    monkeypatch.delenv("GIT_DIR")
    monkeypatch.delenv("GIT_WORK_TREE")
    git(other, "init", "-q")
    monkeypatch.setenv("GIT_DIR", str(other / ".git"))
    assert locate(committed / "data", committed).revision == commit


def test_states_are_listed_by_their_files(tmp_path: Path) -> None:
    """Every file of the states' folder is a state, in the order of the names; nothing else is."""
    (tmp_path / "states").mkdir()
    for name in ("b.yaml", "a.yaml", "notes.txt", "c.yaml~"):
        (tmp_path / "states" / name).write_text("", "utf-8")
    assert in_folder(tmp_path).slugs == ("a", "b")


SLUGS = in_folder(DATA).slugs
READER = in_folder(DATA).read


@pytest.mark.parametrize(
    ("argument", "slug"),
    [
        ("haiti", "haiti"),
        ("Haiti", "haiti"),
        ("Haití", "haiti"),
        ("Haïti", "haiti"),
        ("HAITI", "haiti"),
        ("HTI", "haiti"),
        ("hti", "haiti"),
        ("HT", "haiti"),
        ("saint-kitts-and-nevis", "saint-kitts-and-nevis"),
        ("Saint Kitts and Nevis", "saint-kitts-and-nevis"),
        ("San Cristóbal y Nieves", "saint-kitts-and-nevis"),
        ("san cristobal y nieves", "saint-kitts-and-nevis"),
        ("Saint-Kitts-et-Nevis", "saint-kitts-and-nevis"),
        ("São Cristóvão e Névis", "saint-kitts-and-nevis"),
        ("KN", "saint-kitts-and-nevis"),
        ("Brasil", "brazil"),
        ("Brésil", "brazil"),
        ("BRESIL", "brazil"),
        ("États-Unis", "united-states"),
        ("etats-unis", "united-states"),
        ("Estados Unidos", "united-states"),
        ("us", "united-states"),
        ("USA", "united-states"),
        ("México", "mexico"),
        ("Mexique", "mexico"),
        ("Plurinational State of Bolivia", "bolivia"),
        ("Bolivia (Plurinational State of)", "bolivia"),
        ("  peru ", "peru"),
        ("Perú", "peru"),
        ("Panamá", "panama"),
        ("República Dominicana", "dominican-republic"),
    ],
)
def test_a_state_goes_by_many_names(argument: str, slug: str) -> None:
    """A file's name, a code, or a name in any of four languages means the same state, accents or not."""
    assert Heads(READER, SLUGS).find(argument) == slug


@pytest.mark.parametrize(
    ("argument", "offered"),
    [
        ("haity", "Haiti"),
        ("brazl", "Brazil"),
        ("lucia", "Saint Lucia"),
        ("columbia", "Colombia"),
        ("HTX", "Haiti"),
        ("guinea", "Guyana"),
    ],
)
def test_an_unknown_state_is_answered_with_the_nearest(argument: str, offered: str) -> None:
    """A mistyped name is refused, and the message names what was probably meant."""
    with pytest.raises(UnknownStateError) as caught:
        Heads(READER, SLUGS).find(argument)
    assert argument in str(caught.value)
    assert offered in str(caught.value)


@pytest.mark.parametrize("argument", ["", " ", "--", "zzzzzz", "¿?"])
def test_an_argument_that_names_nothing_says_what_would(argument: str) -> None:
    """Where nothing is near, the message says what a state can be named by."""
    with pytest.raises(UnknownStateError, match="give a name, a code"):
        Heads(READER, SLUGS).find(argument)


def test_a_state_file_that_cannot_be_read_is_still_found_by_its_name() -> None:
    """A damaged file does not keep its state, or any other, from being named."""
    texts = {"states/a.yaml": b"iso3: [", "states/b.yaml": b"iso3: BBB\nname: {en: Beta}\ntreaties:\n  x: ["}
    assert Heads(texts.__getitem__, ("a", "b")).find("a") == "a"
    assert Heads(texts.__getitem__, ("a", "b")).find("beta") == "b"
    with pytest.raises(UnknownStateError, match="Beta"):
        Heads(texts.__getitem__, ("a", "b")).find("betta")
