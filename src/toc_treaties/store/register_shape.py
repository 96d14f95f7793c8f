"""The form of `register.yaml`: the states that there must be."""

from functools import lru_cache
from typing import Any

from toc_treaties.model.place import Place
from toc_treaties.store.common_shapes import ISO3
from toc_treaties.store.nodes import Mapping, Scalar, read_nodes
from toc_treaties.store.opening import Reader
from toc_treaties.store.shapes import Field, Record, Table


def _states(place: Place, states: dict[str, str]) -> dict[str, str]:
    del place
    return states


STATES: Record = Record(
    _states,
    "the register",
    {"states": Field(Table(ISO3), required=True)},
    lenient=True,
)


def codes_of(reader: Reader) -> dict[str, str]:
    """The states that the register lists, by their files, with their codes; none where it has no list."""
    try:
        return _codes(reader("register.yaml"))
    except OSError:
        return {}


@lru_cache(maxsize=1)
def _codes(content: bytes) -> dict[str, str]:
    node: Any = read_nodes("", content)
    fields = {key.text: value for key, value in node.pairs} if isinstance(node, Mapping) else {}
    states = fields.get("states")
    pairs = states.pairs if isinstance(states, Mapping) else ()
    return {key.text: code.text for key, code in pairs if isinstance(code, Scalar)}
