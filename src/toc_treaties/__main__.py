"""The command's entry: the collector is switched off first, because a command ends before it would help.

At the end the process is left at once: the interpreter would take each object apart that the operating system takes
back anyway. Whatever ends a run, no traceback is shown.
"""

import _signal  # type: ignore[import-not-found] # what signal stands on, which takes longer to import than all else here
import gc
import os
import sys

gc.disable()
FAULT = 4
"""The exit code of a fault of the program itself."""


def main() -> None:
    """Run the command line."""
    if _signal.getsignal(_signal.SIGINT) is _signal.default_int_handler:
        _signal.signal(_signal.SIGINT, _signal.SIG_DFL)
    from toc_treaties.cli.interrupts import stop_when_interrupted

    stop_when_interrupted()
    from toc_treaties.cli.app import run

    try:
        run()
    except SystemExit as end:
        leave(end.code if isinstance(end.code, int) else int(end.code is not None))
    except Exception as error:  # noqa: BLE001 - whatever it is, a user can do nothing with where it happened
        leave(_at_fault(error))
    leave(0)


def leave(code: int) -> None:
    """End the process with an exit code, once everything is written."""
    for stream in (sys.stderr, sys.stdout):
        try:
            stream.flush()
        except Exception:  # noqa: BLE001 - what cannot be said any more
            code = code or 2
    os._exit(code)


def _at_fault(error: Exception) -> int:
    """Say that the program is at fault, and where, so that it can be reported; its exit code."""
    from toc_treaties.cli.app import completing, refused, with_placed

    if completing():
        return 1
    frame = error.__traceback__
    while frame is not None and frame.tb_next is not None:
        frame = frame.tb_next
    where = f"{os.path.basename(frame.tb_frame.f_code.co_filename)}:{frame.tb_lineno}" if frame else "?"  # noqa: PTH119 - for a sentence
    refused(
        with_placed(f"the program is at fault, and not what you asked: {type(error).__name__} at {where}: {error}")
        + ". Please report this sentence with the command to the project"
    )
    return FAULT


if __name__ == "__main__":
    main()
