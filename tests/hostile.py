"""The command line over a register with an attack in every free text that a shape reads: in a process of its own.

Shapes remember how they read: none is made under attack but those of this process. Given the attack, the data and the
commands as JSON, it prints what each command left behind, in their order.
"""

import json
import sys
from typing import Any

from toc_treaties.store.scalars import Reason, TextShape


def attack(text: str) -> None:
    """Let every shape of a free text read an attack around what stands there: a formula before it, the rest behind."""
    read = TextShape.read

    def evil(shape: TextShape, node: Any, reading: Any) -> Any:  # noqa: ANN401 - as shapes read
        found = read(shape, node, reading)
        is_free = shape.pattern is None and type(shape) in {TextShape, Reason}
        return f"=1+{found}{text}" if is_free and isinstance(found, str) else found

    TextShape.read = evil  # type: ignore[assignment, method-assign]


def main() -> None:
    """Ask, though rules would refuse such a register."""
    given = json.load(sys.stdin)
    attack(given["attack"])
    from tests.console import toc
    from toc_treaties.cli.session import Session

    Session._refuse = lambda _session, _problems: None  # type: ignore[assignment, method-assign]
    json.dump(
        [toc(*words, TOC_TREATIES_DATA=given["data"], TOC_TREATIES_AS_OF=given["day"]) for words in given["asked"]],
        sys.stdout,
    )


if __name__ == "__main__":
    main()
