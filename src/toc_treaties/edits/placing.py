"""Setting a new entry into a file's text by whole lines: what stood there stays as it was written, and where.

The file is read with the place where each value ends. A library renders the one new entry and never the file. The new
text is read again and compared with what was meant before anybody keeps it.
"""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from toc_treaties.edits.lined import FileText, Path, PlacingError, composed, reached, values
from toc_treaties.edits.rendering import Fields, Value, alone, flow, item, lines_of, scalar
from toc_treaties.store.libyaml import yaml
from toc_treaties.store.nodes import BOM

Key = Callable[[Any], Any]


class Added(NamedTuple):
    """An entry added to a list, or to a table under `key`.

    `before` is asked of each entry that is there whether it stands before the new one: None where it says nothing. Keys
    on the way to the list that are not there are written, at the place that `order` gives them among their siblings.
    """

    path: Path
    fields: Fields
    before: Key = lambda _entry: True
    key: str | None = None
    order: Sequence[str] = ()


class Put(NamedTuple):
    """A field of an entry that is there: set anew, or where it holds sources, with one more of them."""

    path: Path
    key: str
    value: Value
    more: bool = False
    order: Sequence[str] = ()


class Taken(NamedTuple):
    """A field taken out of an entry: a mark that a source lifts, a bracket that its day makes needless."""

    path: Path
    key: str


Edit = Added | Put | Taken


def edited(content: bytes, edit: Edit) -> bytes:
    """A file's content with one edit made; byte order mark and line ends stay as they were.

    PlacingError where what is read again is not what was meant.
    """
    mark = BOM if content.startswith(BOM) else b""
    text = content.removeprefix(BOM).decode("utf-8")
    file = FileText(text)
    meant = values(file.root)
    if isinstance(edit, Added):
        new = _added(file, edit)
        _add(meant, edit)
    elif isinstance(edit, Put):
        new = _set(file, edit)
        _put(meant, edit)
    else:
        new = _without(file, edit)
        _take(meant, edit)
    if values(composed(new)) != meant:
        raise PlacingError
    return mark + new.encode()


def _added(file: FileText, edit: Added) -> str:
    """The text with an entry added."""
    node, key_node, rest = reached(file.root, edit.path)
    if isinstance(node, yaml.ScalarNode):
        if node.value or node.style:
            raise PlacingError
        return _under_empty(file, edit)
    if keys := _new_keys(edit, rest):
        if not isinstance(node, yaml.MappingNode):
            raise PlacingError
        return _new_key(file, node, key_node, keys, edit)
    if not isinstance(node, yaml.SequenceNode):
        raise PlacingError
    index = place_in([values(each) for each in node.value], edit.before)
    if node.flow_style and not node.value and key_node is not None and file.stands_alone(key_node, node):
        return _under_empty(FileText(file.with_text(file.at(key_node.end_mark) + 1, "", file.at(node.end_mark))), edit)
    if node.flow_style:
        return _in_flow(file, node, index, flow(edit.fields))
    dash = " " * node.start_mark.column
    line = file.after(node.value[index - 1]) if index else _below(file, node, key_node)
    return file.with_lines(line, item(edit.fields, dash))


def place_in(entries: Sequence[Any], before: Key) -> int:
    """The place of a new entry in a list: before the first later one that follows on all earlier ones."""
    answers = [before(entry) for entry in entries]
    earlier = max((index for index, answer in enumerate(answers, 1) if answer), default=0)
    return next((index for index in range(earlier, len(answers)) if answers[index] is False), len(answers))


def _below(file: FileText, node: Any, key_node: Any) -> int:  # noqa: ANN401 - nodes
    """The first line of a block: right below its key, so that a remark above the first entry stays above that."""
    return key_node.end_mark.line + 1 if key_node is not None else file.after(node) - 1


def _under_empty(file: FileText, edit: Added) -> str:
    """The text with an entry below a key that held nothing yet."""
    _, key_node, rest = reached(file.root, edit.path)
    if key_node is None:
        raise PlacingError
    indent = " " * (key_node.start_mark.column + 2)
    return file.with_lines(key_node.end_mark.line + 1, _nested(_new_keys(edit, rest), edit, indent))


def _new_keys(edit: Added, rest: Path) -> list[str]:
    """The keys that are new with an entry: those of its way that are not there, and its own."""
    return [*map(str, rest), *([edit.key] if edit.key is not None else [])]


def _nested(keys: list[str], edit: Added, indent: str) -> list[str]:
    """The lines of an entry below keys that are new, all of them below an indent."""
    lines = [f"{indent}{'  ' * level}{key}:" for level, key in enumerate(keys)]
    within = indent + "  " * len(keys)
    return lines + (
        [within + line for line in lines_of(edit.fields)] if edit.key is not None else item(edit.fields, within)
    )


def _new_key(file: FileText, node: Any, key_node: Any, keys: list[str], edit: Added) -> str:  # noqa: ANN401 - nodes
    """The text with a key that is new in a table, and the entry below it."""
    present = [key.value for key, _ in node.value]
    if keys[0] in present:
        raise PlacingError
    if node.flow_style:
        return _key_in_flow(file, node, keys, edit)
    index = place_in(present, _before_key(keys[0], edit))
    indent = " " * node.start_mark.column
    if index:
        line = max(map(file.after, node.value[index - 1]))
    elif key_node is not None:
        line = key_node.end_mark.line + 1
    else:
        line = 1 if file.lines[0].startswith("# yaml-language-server") else 0
    return file.with_lines(line, _nested(keys, edit, indent))


def _before_key(key: str, edit: Added) -> Key:
    """Which keys of a table stand before a new one: by the order given, else what the edit says of entries."""
    if key not in edit.order:
        return edit.before if edit.key == key else lambda _key: True
    earlier = {*edit.order[: edit.order.index(key)]}
    return lambda other: other in earlier


def _key_in_flow(file: FileText, node: Any, keys: list[str], edit: Added) -> str:  # noqa: ANN401 - nodes
    """The text with a key that is new in a table in braces, behind its last value."""
    inner = flow(edit.fields) if edit.key is not None else f"[{flow(edit.fields)}]"
    added = "".join(f"{key}: {{" for key in keys[:-1]) + f"{keys[-1]}: {inner}" + "}" * (len(keys) - 1)
    return _behind_last(file, node, added)


def _behind_last(file: FileText, node: Any, added: str) -> str:  # noqa: ANN401 - nodes
    if not node.value:
        return file.with_text(file.at(node.start_mark) + 1, added)
    return file.with_text(file.at(node.value[-1][1].end_mark), f", {added}")


def _in_flow(file: FileText, node: Any, index: int, added: str) -> str:  # noqa: ANN401 - nodes
    """The text with an item in a list in brackets."""
    if index:
        return file.with_text(file.at(node.value[index - 1].end_mark), f", {added}")
    if node.value:
        return file.with_text(file.at(node.value[0].start_mark), f"{added}, ")
    return file.with_text(file.at(node.start_mark) + 1, added)


def _set(file: FileText, edit: Put) -> str:
    """The text with one field of an entry set."""
    node, _, rest = reached(file.root, edit.path)
    if rest or not isinstance(node, yaml.MappingNode):
        raise PlacingError
    value = next((value for key, value in node.value if key.value == edit.key), None)
    if value is None:
        fields = {edit.key: edit.value}
        if node.flow_style:
            return _behind_last(file, node, flow(fields)[1:-1])
        earlier = {*edit.order[: edit.order.index(edit.key)]} if edit.key in edit.order else None
        present = [key.value for key, _ in node.value]
        index = place_in(present, lambda key: earlier is None or key in earlier) or 1
        line = max(map(file.after, node.value[index - 1]))
        indent = " " * node.start_mark.column
        return file.with_lines(line, [indent + line for line in lines_of(fields)])
    written = scalar(str(edit.value))
    if isinstance(value, yaml.SequenceNode) and edit.more:
        if value.flow_style:
            return _in_flow(file, value, len(value.value), written)
        return file.with_lines(file.after(value), [" " * value.start_mark.column + f"- {written}"])
    if not isinstance(value, yaml.ScalarNode) or value.start_mark.line != value.end_mark.line:
        raise PlacingError
    start, end = file.at(value.start_mark), file.at(value.end_mark)
    return file.with_text(start, f"[{file.text[start:end]}, {written}]" if edit.more else written, end)


def _without(file: FileText, edit: Taken) -> str:
    """The text without one field of an entry; a remark behind the field becomes a line of its own."""
    node, _, rest = reached(file.root, edit.path)
    at = [key.value for key, _ in getattr(node, "value", [])].index(edit.key) if not rest else 0
    if rest or not isinstance(node, yaml.MappingNode) or at == 0:
        raise PlacingError
    key, value = node.value[at]
    if node.flow_style:
        return file.with_text(file.at(node.value[at - 1][1].end_mark), "", file.at(value.end_mark))
    line = file.lines[value.end_mark.line] if value.end_mark.column else ""
    behind = line[value.end_mark.column :].strip()
    first, last = file.starts[key.start_mark.line], file.starts[file.after(value)]
    kept = " " * key.start_mark.column + behind + file.ending if behind.startswith("#") else ""
    if last > len(file.text):
        return (file.text[:first] + kept).removesuffix(file.ending)
    return file.text[:first] + kept + file.text[last:]


def _add(meant: Any, edit: Added) -> None:  # noqa: ANN401 - what a file holds
    """Make the same edit among the values."""
    for depth, step in enumerate(edit.path, 1):
        if isinstance(meant, dict) and not meant.get(str(step)):
            meant[str(step)] = {} if depth < len(edit.path) or edit.key is not None else []
        meant = meant[step]
    fields = _plain(edit.fields)
    if edit.key is not None:
        meant[edit.key] = fields
    else:
        meant.insert(place_in(meant, edit.before), fields)


def _put(meant: Any, edit: Put) -> None:  # noqa: ANN401 - as above
    for step in edit.path:
        meant = meant[step]
    had, value = meant.get(edit.key), _plain(alone(edit.key, edit.value))
    several = [*(had if isinstance(had, list) else [had] if had is not None else []), value]
    meant[edit.key] = several if edit.more and had is not None else value


def _take(meant: Any, edit: Taken) -> None:  # noqa: ANN401 - as above
    for step in edit.path:
        meant = meant[step]
    del meant[edit.key]


def _plain(value: Value) -> Any:  # noqa: ANN401 - as above
    if isinstance(value, str):
        return value
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return {key: _plain(alone(key, each)) for key, each in value.items()}
