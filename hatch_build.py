"""Compile the catalogues of the languages, and carry the register's data inside the wheel, with its revision."""

import subprocess
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

    def _revision(self) -> str:
        command = ["git", "describe", "--always", "--dirty=, modified", "--abbrev=7", "--exclude=*"]
        try:
            return subprocess.run(command, cwd=self.root, capture_output=True, text=True, check=False).stdout.strip()
        except OSError:
            return ""
