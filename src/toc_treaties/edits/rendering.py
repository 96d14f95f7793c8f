"""One new entry as the lines that the files would have for it; a library knows what must stand in quotes."""

import io
import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from toc_treaties.store.libyaml import yaml

Value = str | tuple["Value", ...] | Mapping[str, "Value"]
"""What a field of an entry holds, as text: the files hold nothing else."""
Fields = Mapping[str, Value]


def alone(key: str, value: Value) -> Value:
    """What stands under a key: one source stands there without brackets."""
    return value[0] if key in {"source", "in_force_seen"} and isinstance(value, tuple) and len(value) == 1 else value


def item(fields: Fields, indent: str) -> list[str]:
    """The lines of one entry of a list."""
    first, *others = lines_of(fields)
    return [f"{indent}- {first}", *(f"{indent}  {line}" for line in others)]


def lines_of(fields: Fields) -> list[str]:
    """The lines of one entry, in the style of the files: a source alone or in brackets, whole lines, no folding."""
    return _dumped(fields, flow=False).splitlines()


def flow(fields: Fields) -> str:
    """One entry in braces."""
    return _dumped(fields, flow=True).strip()


def scalar(text: str) -> str:
    """One text, in quotes where it needs any."""
    return _dumped({"k": text}, flow=False).removeprefix("k: ").strip()


def _dumped(fields: Fields, *, flow: bool) -> str:
    from ruamel.yaml import YAML

    writer = YAML()
    writer.width = 10**6
    writer.indent(mapping=2, sequence=4, offset=2)
    writer.default_flow_style = flow
    out = io.StringIO()
    writer.dump(_styled(fields, flow=flow), out)
    return out.getvalue()


_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_YEAR = re.compile(r"[1-9]\d{3}")
_TEXTS = frozenset(
    {"amount", "area", "awaits", "as_recorded", "depositary_notification", "gazette", "institution", "local", "note"}
    | {"mechanism", "number", "provision", "publisher", "replaced_by", "title", "title_english", "to", "unconfirmed"}
    | {"day_unconfirmed", "no_information", "where", "why", "word"}
)
"""Keys whose value is a text, also where it reads as a day or a year."""
_QUOTED_KEYS = frozenset({"article", "articles"})


def _styled(value: Value, *, flow: bool) -> Any:  # noqa: ANN401 - what the library takes
    """A value as the library writes it in the style of the files: days and years bare, articles in quotes."""
    from ruamel.yaml.comments import CommentedMap

    if isinstance(value, str):
        return _styled_text(value, flow=flow)
    if isinstance(value, tuple):
        return _listed(value, flow=flow)
    table = CommentedMap()
    for key, held in value.items():
        given = alone(key, held)
        bare = key in _TEXTS and isinstance(given, str) and (_DATE.fullmatch(given) or _YEAR.fullmatch(given))
        table[key] = _quoted(given) if key in _QUOTED_KEYS or bare else _styled(given, flow=flow)
    return table


def _listed(items: tuple[Value, ...], *, flow: bool) -> Any:  # noqa: ANN401 - as above
    """A list: of texts in brackets, of entries each below the other."""
    from ruamel.yaml.comments import CommentedSeq

    texts = all(isinstance(each, str) for each in items)
    listed = CommentedSeq(_styled(each, flow=flow or texts) for each in items)
    if texts:
        listed.fa.set_flow_style()
    return listed


def _quoted(value: Value) -> Any:  # noqa: ANN401 - as above
    """One article or several, each in quotes: to some readers a bare 15(1) is a text, and a bare 15 a number."""
    from ruamel.yaml.comments import CommentedSeq
    from ruamel.yaml.scalarstring import DoubleQuotedScalarString

    if isinstance(value, str):
        return DoubleQuotedScalarString(value)
    listed = CommentedSeq(DoubleQuotedScalarString(str(each)) for each in value)
    listed.fa.set_flow_style()
    return listed


def _styled_text(text: str, *, flow: bool) -> Any:  # noqa: ANN401 - as above
    """A text in double quotes where it needs any; what is a day or a year stands bare."""
    from ruamel.yaml.scalarstring import DoubleQuotedScalarString

    if _DATE.fullmatch(text):
        try:
            return date.fromisoformat(text)
        except ValueError:
            return DoubleQuotedScalarString(text)
    if _YEAR.fullmatch(text):
        return int(text)
    return DoubleQuotedScalarString(text) if _needs_quotes(text, flow=flow) else text


def _needs_quotes(text: str, *, flow: bool) -> bool:
    """Whether a text must stand in quotes, so that no reader takes it for something else."""
    try:
        read = yaml.compose(f"k: [{text}]" if flow else f"k: {text}", Loader=yaml.CSafeLoader)
    except yaml.YAMLError:
        return True
    pairs = read.value if isinstance(read, yaml.MappingNode) else []
    value = pairs[0][1] if len(pairs) == 1 else None
    if flow and isinstance(value, yaml.SequenceNode):
        value = value.value[0] if len(value.value) == 1 else None
    return not isinstance(value, yaml.ScalarNode) or value.value != text or value.tag != "tag:yaml.org,2002:str"
