"""Why git gives no answer: it is not there, cannot be started, is silent, or holds what is damaged or too large."""

from errno import EAGAIN, EMFILE, ENFILE, ENOMEM

from toc_treaties.store.files import GitError


class NoGitError(GitError):
    """There is no git."""

    def __init__(self) -> None:
        super().__init__("git is not installed, and past revisions of the register are read through it: install git")


class UnstartedError(GitError):
    """The system has nothing left with which to start git."""

    def __init__(self, error: OSError) -> None:
        super().__init__(f"git cannot be started: {error.strerror}")


NOTHING_LEFT = {EMFILE, ENFILE, EAGAIN, ENOMEM}
"""What the system says where it has no more open files, processes or memory to give."""


class SilentGitError(GitError):
    """Git did not answer in time."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"git did not answer within {seconds:g} seconds: is this folder within reach?")


class DamagedError(GitError):
    """An object of the repository is not there, or is damaged."""

    def __init__(self) -> None:
        super().__init__(
            "an object of the repository is missing or damaged: git fsck says which; "
            "a partial clone is filled by git fetch --refetch --no-filter"
        )


class TooLargeError(GitError):
    """What is stored is larger than any register."""

    def __init__(self, what: str) -> None:
        super().__init__(f"it has {what} there, and is not read: no register is as large")
