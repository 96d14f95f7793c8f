"""The command's entry: the collector is switched off first, because a command ends before it would help.

At the end the objects are set aside from the interpreter's last collection, which would only walk what the
operating system takes back anyway.
"""

import atexit
import gc

gc.disable()
atexit.register(gc.freeze)


def main() -> None:
    """Run the command line."""
    from toc_treaties.cli.app import run

    run()


if __name__ == "__main__":
    main()
