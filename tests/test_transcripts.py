"""What the README and the transcripts show on a console is what a user sees."""

import shlex
import shutil
from pathlib import Path

import pytest

from tests import transcript
from tests.console import ROOT, toc
from tests.repositories import commit
from tests.transcript import Step

HERE = Path(__file__).parent
TRANSCRIPTS = sorted((HERE / "transcripts").glob("*.txt"))
GUIDE = ROOT / "docs" / "data-guide.md"
PAGES = sorted([ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")])
EXAMPLES = [
    pytest.param(step, id=f"{page.name}-{index}")
    for page in PAGES
    if page.is_file() and page != GUIDE
    for index, step in enumerate(
        step
        for language in ("console", "text")
        for block in transcript.blocks(page.read_text("utf-8"), language)
        for step in transcript.steps(block)
    )
    if step.ours
]


@pytest.mark.parametrize("path", TRANSCRIPTS, ids=lambda path: path.stem)
def test_a_transcript_runs_as_written(path: Path, tmp_path: Path, *, bless: bool) -> None:
    """Every command of a transcript prints what stands below it, and ends in the exit code it shows."""
    shutil.copytree(HERE / "register", tmp_path / "data")
    shutil.copytree(HERE / "rules" / "base", tmp_path / "harbours")
    text = path.read_text("utf-8")
    results = [step.run(tmp_path, TOC_TREATIES_AS_OF="2026-11-21") for step in transcript.steps(text)]
    if bless:
        path.write_text(transcript.written(text, results), "utf-8")
        return
    for step, result in zip(transcript.steps(text), results, strict=True):
        assert transcript.matches(step.expected, transcript.shown(result)), f"{step.command}\n{result.out}{result.err}"
        assert result.code == (step.code or 0), step.command


@pytest.mark.data
@pytest.mark.parametrize("step", EXAMPLES)
def test_an_example_of_the_documentation_runs_as_written(step: Step, tmp_path: Path) -> None:
    """Who types an example of the README or the guides gets what stands there, with the data of this checkout."""
    (tmp_path / "data").symlink_to(ROOT / "data")
    result = step.run(tmp_path, TOC_TREATIES_AS_OF="2026-11-21")
    assert transcript.matches(step.expected, transcript.shown(result)), f"{step.command}\n{result.out}{result.err}"
    if step.code is not None:
        assert result.code == step.code


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_command_shown_without_its_output_has_options_that_exist(page: Path, tmp_path: Path) -> None:
    """Who copies a command line of the README or a guide is not told that there is no such command or option."""
    blocks = [block for language in ("", "bash") for block in transcript.blocks(page.read_text("utf-8"), language)]
    for line in "".join(blocks).replace("\\\n", "").splitlines():
        if line.startswith("toc-treaties "):
            result = toc(*shlex.split(line)[1:], "--help", folder=tmp_path)
            assert (result.code, result.err) == (0, ""), line


@pytest.mark.data
def test_the_data_guide_can_be_followed_from_its_first_command_to_its_last(tmp_path: Path) -> None:
    """Who types the commands of the guide in their order gets what stands there, and writes what it says is written."""
    shutil.copytree(ROOT / "data", tmp_path / "data")
    commit(tmp_path, {})
    environment = {"TOC_TREATIES_DATA": "data"}
    differing = []
    for language, block in transcript.blocks_of(GUIDE.read_text("utf-8"), "console", "diff"):
        for step in transcript.steps(block):
            match step.words:
                case ["cp", "-r", register, copy]:
                    shutil.copytree(ROOT / register, tmp_path / copy)
                case ["export", setting]:
                    variable, value = setting.split("=", 1)
                    environment[variable] = value
                case ["cat", name]:
                    (tmp_path / name).write_text(step.expected, "utf-8")
                case ["sed", "-i", change, name]:
                    _, old, new, _ = change.split("/")
                    text = (tmp_path / name).read_text("utf-8")
                    (tmp_path / name).write_text(text.replace(old, new), "utf-8")
                case _:
                    result = step.run(tmp_path, **environment)
                    met = transcript.changes if language == "diff" else transcript.matches
                    if not met(step.expected, transcript.shown(result)):
                        differing.append(f"{step.command}\n{result.out}{result.err}")
    assert not differing, "\n".join(differing)


@pytest.mark.data
@pytest.mark.parametrize("lines", transcript.blocks(GUIDE.read_text("utf-8"), "yaml"))
def test_what_the_guide_shows_of_the_register_stands_there(lines: str) -> None:
    """Entries that the guide quotes are those of the files, so that what is copied from it has the right form."""
    assert any(lines in path.read_text("utf-8") for path in (ROOT / "data").rglob("*.yaml"))
