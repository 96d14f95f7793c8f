"""The command line, run within the test's own process: arguments in; exit code, output and errors out."""

import io
import os
import sys
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

from toc_treaties.cli.app import run

ROOT = Path(__file__).parent.parent
KEPT = ("PATH", "HOME", "SYSTEMROOT")


class Result(NamedTuple):
    """What a command left behind."""

    code: int
    out: str
    err: str


def toc(*arguments: str, folder: Path = ROOT, **environment: str) -> Result:
    """The result of `toc-treaties` in a folder, 80 columns wide where the environment given does not say."""
    out, err = io.StringIO(), io.StringIO()
    given = {
        **{key: os.environ[key] for key in KEPT if key in os.environ},
        "LANG": "C.UTF-8",
        "COLUMNS": "80",
        **environment,
    }
    with (
        chdir(folder),
        patch.dict(os.environ, given, clear=True),
        patch.object(sys, "argv", ["toc-treaties", *arguments]),
        redirect_stdout(out),
        redirect_stderr(err),
    ):
        code = _code_of_run()
    return Result(code, out.getvalue(), err.getvalue())


def _code_of_run() -> int:
    """The exit code of the command."""
    try:
        run()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    return 0
