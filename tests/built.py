"""What a release holds: `make built` builds it twice, compares the bytes, and tries the wheel without its sources.

What is committed is built: from two clones, in other places, with other rights of files, clocks and languages.
"""

import os
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
PLACES = (
    ("one", {"TZ": "UTC", "LC_ALL": "C.UTF-8"}, 0o022),
    ("another place/deeper", {"TZ": "Pacific/Kiritimati", "LC_ALL": "C"}, 0o077),
)
"""Where it is built: the folder, what differs in the environment, and which rights new files lose."""
QUESTIONS = (("--version",), ("gaps", "haiti"), ("table", "--lang", "fr"), ("check", "--help"))
RUN = "import sys; sys.path.insert(0, sys.argv.pop(1)); from toc_treaties.__main__ import main; main()"


def main() -> None:
    """Build, compare, try."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        first, second = (_built(folder / place, given, rights) for place, given, rights in PLACES)
        for one, other in zip(first, second, strict=True):
            _compare(one, other)
        _compare(first[1], _from_sdist(first[0], folder / "from the sdist"))
        _try(first[1], folder / "wheel")
    print("wheel and sdist: the same bytes twice, and the wheel answers alone")  # noqa: T201 - who runs it reads it


def _built(place: Path, given: dict[str, str], rights: int) -> tuple[Path, Path]:
    """The sdist and the wheel of a clone."""
    place.parent.mkdir(parents=True, exist_ok=True)
    before = os.umask(rights)
    try:
        _run("git", "clone", "--quiet", "--no-local", str(ROOT), str(place))
        return _archives(place, given)
    finally:
        os.umask(before)


def _archives(place: Path, given: dict[str, str]) -> tuple[Path, Path]:
    """What the backend makes in a folder, in its order: the sdist, the wheel."""
    _run(sys.executable, "-m", "hatchling", "build", "-d", "dist", cwd=place, given=given)
    return next((place / "dist").glob("*.tar.gz")), next((place / "dist").glob("*.whl"))


def _from_sdist(sdist: Path, place: Path) -> Path:
    """The wheel that the sdist gives, where no repository is."""
    with tarfile.open(sdist) as archive:
        archive.extractall(place)  # noqa: S202 - made by this very run
    return _archives(next(place.iterdir()), {})[1]


def _compare(one: Path, other: Path) -> None:
    """End where two archives are not the same, with the entries that differ."""
    if one.read_bytes() == other.read_bytes():
        return
    held, beside = _entries(one), _entries(other)
    differ = sorted(name for name in held.keys() | beside.keys() if held.get(name) != beside.get(name))
    sys.exit(f"{one.name} was built twice and differs: {', '.join(differ) or 'in its entries alone'}")


def _entries(archive: Path) -> dict[str, bytes]:
    """What an archive holds, by name."""
    if archive.suffix == ".whl":
        with zipfile.ZipFile(archive) as wheel:
            return {name: wheel.read(name) for name in wheel.namelist()}
    with tarfile.open(archive) as sdist:
        files = ((member.name, sdist.extractfile(member)) for member in sdist if member.isfile())
        return {name: file.read() for name, file in files if file is not None}


def _try(wheel: Path, place: Path) -> None:
    """Ask the wheel what the sources answer, from a folder with nothing around it and without the sources."""
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(place)  # noqa: S202 - it was made here
    revision = _run("git", "-C", str(ROOT), "rev-parse", "--short=7", "HEAD").strip()
    for question in QUESTIONS:
        answer = _run(sys.executable, "-P", "-c", RUN, str(place), *question, cwd=place.parent)
        of_sources = _run(sys.executable, "-P", "-c", RUN, str(ROOT / "src"), *question, cwd=place.parent)
        if question == ("--version",) and f"installed copy, revision {revision} of " not in answer:
            sys.exit(f"the wheel does not say of which revision its data is:\n{answer}")
        if question != ("--version",) and _body(answer) != _body(of_sources):
            sys.exit(f"the wheel answers {' '.join(question)} otherwise than its sources:\n{answer}")


def _body(answer: str) -> str:
    """An answer without the lines that say where its data lies."""
    return answer.rpartition("\n\n")[0]


def _run(*command: str, cwd: Path | None = None, given: dict[str, str] | None = None) -> str:
    """What a command prints; where it fails, so does this."""
    kept = {key: os.environ[key] for key in ("PATH", "HOME", "SYSTEMROOT", "TEMP") if key in os.environ}
    done = subprocess.run(
        command,
        cwd=cwd,
        env=kept | {"COLUMNS": "80"} | (given or {}),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        sys.exit(f"{' '.join(command)}: {done.stderr}")
    return done.stdout


if __name__ == "__main__":
    main()
