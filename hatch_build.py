"""Compile the catalogues of the languages, and carry the register's data inside the wheel, with its revision."""

import sys
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CarryData(BuildHookInterface):
    """Adds `data/` to the wheel as `toc_treaties/_data`."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Include the data unless the install is editable, when the checkout's own files are read."""
        self._compile()
        if version == "editable":
            return
        build_data["force_include"]["data"] = "toc_treaties/_data"
        revision = self._revision()
        if revision:
            note = Path(self.directory) / "REVISION"
            note.parent.mkdir(parents=True, exist_ok=True)
            note.write_text(revision + "\n", "utf-8")
            build_data["force_include"][str(note)] = "toc_treaties/_data/REVISION"

    def _compile(self) -> None:
        """Make from each catalogue that translators write the one that the program reads, beside it."""
        for written in sorted((Path(self.root) / "src/toc_treaties/words/catalogues").glob("*.po")):
            with written.open("rb") as po, written.with_suffix(".mo").open("wb") as mo:
                write_mo(mo, read_po(po))

    def _revision(self) -> str | None:
        """Of which revision the data is, as an answer from the checkout says it; None where no repository holds it.

        The sources themselves are asked, so that nothing that the repository configures is run by a build either.
        """
        sources = str(Path(self.root) / "src")
        sys.path.insert(0, sources)
        try:
            from toc_treaties.store.files import GitError, locate

            return locate(Path(self.root) / "data", Path(self.root)).revision
        except GitError:
            return None
        finally:
            sys.path.remove(sources)
