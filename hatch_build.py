"""Compile the catalogues of the languages, and carry the register's data inside the wheel, with its edition.

The same commit gives the same bytes: the backend dates every entry alike (SOURCE_DATE_EPOCH, or a day of its own), and
nothing here asks the clock, the place or the user.
"""

import sys
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CarryData(BuildHookInterface):
    """Adds `data/` to the wheel as `toc_treaties/_data`, and to wheel and sdist a note of its revision and day."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Include the data unless the install is editable, when the checkout's own files are read."""
        if self.target_name == "wheel":
            self._compile()
        if version == "editable":
            return
        data = Path(self.root) / "data"
        files = list(_files(data))
        included: dict[str, str] = build_data["force_include"]
        if self.target_name == "wheel":
            included.update({str(path): f"toc_treaties/_data/{path.relative_to(data).as_posix()}" for path in files})
        edition = self._edition(data, _digest(data, files))
        if edition:
            self.made = Path(mkdtemp())
            note = self.made / "REVISION"
            note.write_text(edition, "utf-8", newline="\n")
            included[str(note)] = "toc_treaties/_data/REVISION" if self.target_name == "wheel" else "data/REVISION"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Leave nothing behind."""
        del version, build_data, artifact_path
        if hasattr(self, "made"):
            rmtree(self.made, ignore_errors=True)

    def _compile(self) -> None:
        """Make from each catalogue that translators write the one that the program reads, beside it."""
        for written in sorted((Path(self.root) / "src/toc_treaties/words/catalogues").glob("*.po")):
            with written.open("rb") as po, written.with_suffix(".mo").open("wb") as mo:
                write_mo(mo, read_po(po))

    def _edition(self, data: Path, digest: str) -> str:
        """Of which revision and day the data is, as an answer from the checkout says it; empty where nobody knows.

        An sdist has no repository and carries the note; it holds for the very files with which it was made. The
        sources themselves are asked, so that nothing that the repository configures is run by a build either.
        """
        sources = str(Path(self.root) / "src")
        sys.path.insert(0, sources)
        try:
            from toc_treaties.store.edition import NOTE, edition_of
            from toc_treaties.store.files import GitError, locate

            try:
                revision, day = edition_of(data, locate(data, Path(self.root)).ask_revision, installed=False)
            except GitError:
                revision, day = None, None
            if revision:
                return f"{revision}\n{day or ''}\n{digest}\n"
            note = data / NOTE
            held = note.read_text("utf-8") if note.is_file() else ""
            return held if held.endswith(f"\n{digest}\n") else ""
        finally:
            sys.path.remove(sources)


def _files(data: Path) -> Iterable[Path]:
    """The register's files; a link that leads out of the folder would put a stranger's file into a release."""
    for path in sorted(data.rglob("*.yaml")):
        if not path.resolve().is_relative_to(data.resolve()):
            raise ValueError(f"{path} leads out of {data}: a release carries no such file; put a copy in its place")
        if path.is_file() and not path.name.startswith("."):
            yield path


def _digest(data: Path, files: Iterable[Path]) -> str:
    """What the files hold, in a few signs."""
    held = sha256()
    for path in files:
        held.update(path.relative_to(data).as_posix().encode() + b"\0" + sha256(path.read_bytes()).digest())
    return held.hexdigest()
