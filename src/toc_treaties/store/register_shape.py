"""The form of `register.yaml`: the states that there must be."""

from collections import Counter
from functools import lru_cache
from typing import Any

from toc_treaties.model.place import Place
from toc_treaties.model.problem import Problem
from toc_treaties.store.common_shapes import ISO3
from toc_treaties.store.nodes import Mapping, Node, Scalar, read_nodes
from toc_treaties.store.opening import Reader
from toc_treaties.store.reading import FileReading
from toc_treaties.store.shapes import Converted, Field, Record, Table


def _each_of_its_own(codes: dict[str, str], node: Node, reading: FileReading) -> dict[str, str]:
    """The states whose code no other has; of two with one code, the name that has not its letters is at fault."""
    shared = {code for code, times in Counter(codes.values()).items() if times > 1}
    pairs = node.pairs if isinstance(node, Mapping) and shared else ()
    for code in shared:
        alike = [(key, value) for key, value in pairs if isinstance(value, Scalar) and value.text == code]
        key, value = next((pair for pair in alike if not _has_letters(pair[0].text, code)), alike[-1])
        other = next(name.text for name, _ in alike if name is not key)
        message = f"{code} is also the code of {other}"
        reading.fault(
            Problem("duplicate-state", reading.place(value), message, f"write the code of {key.text}", width=len(code))
        )
    return {name: code for name, code in codes.items() if code not in shared}


def _has_letters(name: str, code: str) -> bool:
    """Whether a name has the letters of a code, in their order."""
    letters = iter(name.upper())
    return all(letter in letters for letter in code)


def _states(place: Place, states: dict[str, str]) -> dict[str, str]:
    del place
    return states


STATES: Record = Record(
    _states,
    "the register",
    {"states": Field(Converted(Table(ISO3), _each_of_its_own), required=True)},
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
