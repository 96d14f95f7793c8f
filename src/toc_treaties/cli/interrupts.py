"""What a signal that ends a run does to it: Ctrl-C at the keyboard, and whatever else tells a command to end."""

import os
import signal
import sys

ENDED = 128
"""What a shell adds to the number of the signal that ended a command."""
ENDING = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]


def stop_when_interrupted() -> None:
    """From here on a signal that ends the run ends it at once, wherever it is met; one to be passed over still is.

    While drafts lie beside files it is an exception instead, so that none is left; while files take their places it
    waits until all have. What is in place by then is said.
    """
    for number in ENDING:
        if signal.getsignal(number) != signal.SIG_IGN:
            signal.signal(number, _stop)


def _stop(number: int, _frame: object) -> None:
    files, code = sys.modules.get("toc_treaties.store.putting"), ENDED + number
    if files is not None and files.waits(code):
        return
    if files is not None and files.DRAFTS:
        raise SystemExit(code)
    if files is not None and files.PLACED:
        from toc_treaties.cli.streams import tell_placed

        tell_placed()
    os._exit(code)
