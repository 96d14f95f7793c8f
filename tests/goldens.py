"""Expected output kept in files: compared with, or written anew where a run is told to accept it."""

from collections.abc import Iterable
from pathlib import Path

GOLDEN = Path(__file__).parent / "golden"


def expect(name: str, text: str, *, bless: bool) -> None:
    """Compare a text with the file of that name; `pytest --bless` writes the file."""
    path = GOLDEN / name
    if bless:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    assert path.is_file(), f"{name} is not there; read the output and accept it with pytest --bless"
    assert text == path.read_bytes().decode()


def unused(folder: str, names: Iterable[str], *, bless: bool) -> list[str]:
    """The files of a folder that no test names; a run that accepts output removes them."""
    known = set(names)
    left = [path for path in sorted((GOLDEN / folder).rglob("*")) if path.is_file()]
    left = [path for path in left if path.relative_to(GOLDEN).as_posix() not in known]
    if bless:
        for path in left:
            path.unlink()
        return []
    return [path.relative_to(GOLDEN).as_posix() for path in left]
