"""JSON: the answer itself, not the page."""

import json
from typing import Any


def write(data: Any, width: int) -> str:  # noqa: ANN401 - plain data of any shape
    """Plain data as JSON, accents as they are, in a stable order."""
    del width
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
