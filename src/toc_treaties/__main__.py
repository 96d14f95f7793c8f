"""The command's entry: the collector is switched off first, because a command ends before it would help.

At the end the process is left at once: the interpreter would take each object apart that the operating system takes
back anyway.
"""

import gc
import os
import sys
from contextlib import suppress

gc.disable()


def main() -> None:
    """Run the command line."""
    from toc_treaties.cli.app import run

    try:
        run()
    except SystemExit as end:
        if end.code is not None and not isinstance(end.code, int):
            raise
        leave(end.code or 0)


def leave(code: int) -> None:
    """End the process with an exit code, once everything is written."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, AttributeError):
            stream.flush()
    os._exit(code)


if __name__ == "__main__":
    main()
