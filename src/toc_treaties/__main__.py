"""The command's entry: the collector is switched off first, because a command ends before it would help."""

import gc

gc.disable()


def main() -> None:
    """Run the command line."""
    from toc_treaties.cli.app import run

    run()


if __name__ == "__main__":
    main()
