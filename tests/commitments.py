"""A made-up state's commitments, figures and designations: Examplia's file of the rules' examples, with more keys."""

import shutil
from pathlib import Path
from textwrap import dedent

from tests import rulebook
from toc_treaties.model.register import Register
from toc_treaties.model.state import State
from toc_treaties.store.load import ALL, MORE, load

FROZEN = Path(__file__).parent / "register"
EXAMPLIA = "states/examplia.yaml"


def files(examplia: str = "", *, frozen: bool = False, measures: str = "", **more: str) -> rulebook.Files:
    """The files of the examples, some keys of Examplia's replaced; `frozen` takes the real commitments and figures.

    `measures` is the whole of Examplia's, and `more` holds further files by their name without suffix, whole.
    """
    found = rulebook.base()
    if measures:
        found["measures/examplia.yaml"] = dedent(measures).lstrip("\n").encode()
    found["sources.yaml"] = found["sources.yaml"].replace(b"as_of: 2012", b"as_of: 2026-01")  # seen after what it shows
    found[EXAMPLIA] = rulebook.overlaid(found[EXAMPLIA].decode(), dedent(examplia).lstrip("\n")).encode()
    if frozen:
        found |= {
            name: (FROZEN / name).read_bytes()
            for name in ("commitments.yaml", "bodies.yaml", "statistics.yaml", "meetings.yaml")
        }
    return found | {f"{name}.yaml": dedent(text).lstrip("\n").encode() for name, text in more.items()}


def register_of(
    examplia: str = "", *, frozen: bool = False, at_home: bool = False, measures: str = "", **more: str
) -> Register:
    """A register of these files that is at fault nowhere; with what states have done `at_home` where that is asked."""
    found = files(examplia, frozen=frozen, measures=measures, **more)
    if not frozen:
        assert rulebook.message_of(found) == ""
    register, problems = load(found.__getitem__, ["examplia", "samplia"], also=ALL if at_home or measures else MORE)
    assert problems == []
    return register


def examplia_of(register: Register) -> State:
    """The state that the tests write about."""
    return register.states["examplia"]


def written(folder: Path, found: rulebook.Files) -> Path:
    """A folder with these files."""
    shutil.rmtree(folder, ignore_errors=True)
    for name, content in found.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder
