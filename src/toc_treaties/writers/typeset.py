"""The typesetter: a template and plain data to a file, with the fonts that are shipped and none of the machine's."""

from pathlib import Path
from typing import Any

import typst

FONTS = Path(__file__).parent / "fonts"


def typeset(template: bytes, inputs: dict[str, str], **how: Any) -> bytes:  # noqa: ANN401 - as the library takes it
    """One file from a template, which reads the inputs as texts."""
    fonts: list[Any] = [str(FONTS)]
    made = typst.compile(template, font_paths=fonts, ignore_system_fonts=True, sys_inputs=inputs, **how)
    if not isinstance(made, bytes):
        raise TypeError("one template is one file")
    return made
