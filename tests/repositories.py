"""Small repositories with a register, made by the git command with fixed identities and days."""

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

PROJECT = '[project]\nname = "toc-treaties"\n'
WHO = {
    name: value
    for role in ("AUTHOR", "COMMITTER")
    for name, value in ((f"GIT_{role}_NAME", "Nobody"), (f"GIT_{role}_EMAIL", "nobody@example.org"))
}


def git(
    folder: Path, *arguments: str, day: str = "2020-01-02T12:00:00+0000", check: bool = True, fed: str | None = None
) -> str:
    """What git answers in a folder, whoever the user is, to what it is fed; a commit is of the day given."""
    own = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    own |= {**WHO, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    own |= {"GIT_AUTHOR_DATE": day, "GIT_COMMITTER_DATE": day}
    command = ["git", "-C", str(folder), "-c", "commit.gpgsign=false", "-c", "protocol.file.allow=always", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=check, env=own, input=fed).stdout.strip()


def write(folder: Path, files: Mapping[str, str | bytes]) -> None:
    """Put files into a folder."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(text if isinstance(text, bytes) else text.encode())


def commit(folder: Path, files: Mapping[str, str | bytes], day: str = "2020-01-02T12:00:00+0000") -> str:
    """Commit files into the repository around a folder, which is made where there is none; the commit's full name."""
    write(folder, files)
    if not git(folder, "rev-parse", "--git-dir", check=False):
        git(folder, "init", "-q", "-b", "main")
    git(folder, "add", "-A", ".")
    git(folder, "commit", "-q", "--allow-empty", "-m", "Record", day=day)
    return git(folder, "rev-parse", "HEAD")


def script(folder: Path, text: str) -> Path:
    """A program of that name `git` in a folder of its own."""
    program = folder / "git"
    folder.mkdir(exist_ok=True)
    program.write_text(f"#!/bin/sh\n{text}\n", "utf-8")
    program.chmod(0o755)
    return folder
