"""Setting figures in a state's file by whole lines: what is not touched stays as it was written."""

from collections.abc import Iterable
from typing import Any

from toc_treaties.edits.filled import Entered
from toc_treaties.edits.lined import FileText, PlacingError, composed, reached, values
from toc_treaties.edits.slots import TERMS
from toc_treaties.store.libyaml import yaml

MARK = "\ufeff"
"""What may stand before a text in UTF-8."""


def set_figures(text: str, year: int, entered: Iterable[Entered]) -> str:
    """A state's file with some figures of a year's return set, each on a line of its own where that is the style."""
    return _set(text, [(_path(year, one), _written(one)) for one in entered])


def set_field(text: str, year: int, field: str, written: str) -> str:
    """A state's file with one field of a year's return set, as it is written."""
    return _set(text, [(["returns", str(year), field], written)])


def set_unconfirmed(text: str, year: int, why: str) -> str:
    """A state's file whose return of a year says why it rests on no source."""
    return set_field(text, year, "unconfirmed", why)


def quoted(text: str) -> str:
    """A text as YAML writes it on one line."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _path(year: int, one: Entered) -> list[str]:
    return ["returns", str(year), "figures", one.slot.id] + ([one.slot.term] if one.slot.term else [])


def _written(one: Entered) -> str:
    text_wanted = one.slot.term == TERMS[-1] and one.value is not None
    return "null" if one.value is None else quoted(str(one.value)) if text_wanted else str(one.value)


def _set(text: str, pairs: list[tuple[list[str], str]]) -> str:
    """The text with some values set; PlacingError where what is read again is not what was meant."""
    mark = MARK if text.startswith(MARK) else ""
    text = text.removeprefix(MARK)
    meant = values(composed(text))
    for path, written in pairs:
        text = _set_path(text, path, written)
        _mean(meant, path, values(composed(f"{path[-1]}: {written}"))[path[-1]])
    try:
        right = values(composed(text)) == meant
    except yaml.YAMLError:
        right = False
    if not right:
        raise PlacingError
    return mark + text


def _mean(meant: Any, path: list[str], value: Any) -> None:  # noqa: ANN401 - what a file holds
    """Make the same change among the values."""
    for step in path[:-1]:
        if not isinstance(meant.get(step), dict):
            meant[step] = {}
        meant = meant[step]
    meant[path[-1]] = value


def _set_path(text: str, path: list[str], written: str) -> str:
    """The text with one value set."""
    file = FileText(text)
    node, _, rest = reached(file.root, tuple(path))
    keys = [str(key) for key in rest]
    if isinstance(node, yaml.ScalarNode):
        return _replaced(file, node, _nested(keys, written, braces=True))
    if not isinstance(node, yaml.MappingNode) or not keys:
        raise PlacingError
    if node.flow_style:
        added, last = _nested(keys, written), node.value[-1][1] if node.value else None
        if isinstance(last, yaml.ScalarNode):
            return file.with_text(file.at(last.end_mark), f", {added}")
        return file.with_text(file.at(node.start_mark) + 1, f"{added}, " if node.value else added)
    indent = " " * node.start_mark.column
    lines = [f"{indent}{'  ' * level}{key}:" for level, key in enumerate(keys)]
    lines[-1] += f" {written}"
    return file.with_lines(_before_treaties(file) if keys[0] == "returns" else file.after(node), lines)


def _nested(keys: list[str], written: str, *, braces: bool = False) -> str:
    """A value below keys that are new, on one line; in braces of its own where it takes the place of a value."""
    if not keys:
        return written
    inner = "".join(f"{key}: {{" for key in keys[:-1]) + f"{keys[-1]}: {written}" + "}" * (len(keys) - 1)
    return f"{{{inner}}}" if braces else inner


def _replaced(file: FileText, node: Any, written: str) -> str:  # noqa: ANN401 - nodes
    """The text with one value replaced; what follows it on its last line stays."""
    start, end = file.at(node.start_mark), file.at(node.end_mark)
    end = start + len(file.text[start:end].rstrip())  # one that is written over lines ends below the last of them
    return file.with_text(start, written if file.text[start - 1 : start] in {" ", "\n"} else f" {written}", end)


def _before_treaties(file: FileText) -> int:
    """Where a new top-level key goes: before the treaties, which close the file, and the remarks right above them."""
    keys = {key.value: key for key, _ in file.root.value}
    if "treaties" not in keys:
        return file.after(file.root)
    at = int(keys["treaties"].start_mark.line)
    while at > 1 and file.lines[at - 1].startswith("#"):
        at -= 1
    return at
