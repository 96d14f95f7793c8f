"""JSON: the answer itself, not the page."""

import json
import re
from typing import Any

_UNSEEN = re.compile(r"[^\x00-\x7e]")


def write(data: Any, width: int) -> str:  # noqa: ANN401 - plain data of any shape
    """Plain data as JSON in a stable order: accents as they are, what is not printed as an escape."""
    del width
    return _UNSEEN.sub(_escaped, json.dumps(data, ensure_ascii=False, indent=2)) + "\n"


def compact(data: Any) -> str:  # noqa: ANN401 - as above
    """The same on one line, as files for programs are."""
    return _UNSEEN.sub(_escaped, json.dumps(data, ensure_ascii=False, separators=(",", ":"))) + "\n"


def _escaped(match: re.Match[str]) -> str:
    """A character that is not printed, as JSON writes it; any other as it is."""
    found = match.group()
    return found if found.isprintable() else json.dumps(found)[1:-1]
