"""What an interrupt at the keyboard does to a run."""

import os
import signal
import sys

INTERRUPTED = 130
"""How a shell calls the end of a command that was interrupted."""


def stop_when_interrupted() -> None:
    """From here on an interrupt ends the process at once and without a word, wherever it is met.

    While files are put in place it is an exception instead, so that no draft of them is left.
    """

    def stop(_number: int, _frame: object) -> None:
        files = sys.modules.get("toc_treaties.store.putting")
        if getattr(files, "DRAFTS", None):
            raise SystemExit(INTERRUPTED)
        os._exit(INTERRUPTED)

    signal.signal(signal.SIGINT, stop)
