"""libyaml's parser, without the time that PyYAML takes to read the expressions of its own reader.

It compiles them where it is imported, one of them sign by sign over most of Unicode. libyaml needs none of them: each
is compiled when it is first used.
"""

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

_compile = re.compile


class _Later:
    """An expression that is compiled when something is first asked of it."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self.flags = flags

    def __getattr__(self, name: str) -> Any:
        return getattr(_compile(self.pattern, self.flags), name)


@contextmanager
def _compiling_later(package: str) -> Iterator[None]:
    """While a package is imported, its expressions wait; those of all others do not."""

    def compile_or_wait(pattern: Any, flags: int = 0) -> Any:
        within = str(sys._getframe(1).f_globals["__name__"]).startswith(f"{package}.")  # noqa: SLF001 - whose expression it is
        return _Later(pattern, flags) if within else _compile(pattern, flags)

    re.compile = compile_or_wait
    try:
        yield
    finally:
        re.compile = _compile


with _compiling_later("yaml"):
    import yaml
    from yaml._yaml import CParser

__all__ = ["CParser", "yaml"]
