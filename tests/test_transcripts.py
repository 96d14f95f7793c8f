"""What the README and the transcripts show on a console is what a user sees."""

import shutil
from pathlib import Path

import pytest

from tests import transcript
from tests.console import ROOT
from tests.transcript import Step

HERE = Path(__file__).parent
TRANSCRIPTS = sorted((HERE / "transcripts").glob("*.txt"))
PAGES = sorted([ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")])
EXAMPLES = [
    pytest.param(step, id=f"{page.name}-{index}")
    for page in PAGES
    if page.is_file()
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
