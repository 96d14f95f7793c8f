"""A remedy for an author of files, as a command says it that takes the same as options."""

import re
from collections.abc import Mapping

from toc_treaties.cli.record_options import FLAGS

NAMED = re.compile(r"\b([a-z_]+):(?= |$)|(?<![-\w])([a-z]+(?:_[a-z]+)+)\b(?!\.yaml)")
"""A field as a remedy names it: unconfirmed: why; day_unconfirmed."""
ALTERNATIVES = re.compile(r"((?:; or|, or|;) )")


def in_options(help_: str, options: Mapping[str, str]) -> str:
    """A remedy with its fields as the command's own options, without the alternatives that it has no option for.

    `options` are those of the command by their fields. A remedy that is of nothing else is left, and named as one for
    the file.
    """
    parts = ["", *ALTERNATIVES.split(help_)]
    left = [
        (joint, part)
        for joint, part in zip(parts[::2], parts[1::2], strict=True)
        if not any(field in FLAGS and field not in options for field in _fields(part))
    ]
    if not left:
        return f"{help_} (by hand, in the file)"
    told = "".join((joint if number else "") + part for number, (joint, part) in enumerate(left))
    return NAMED.sub(lambda field: options.get(field[1] or field[2], field[0]), told)


def _fields(part: str) -> list[str]:
    return [field[1] or field[2] for field in NAMED.finditer(part)]
