"""Files to a register: all that a question needs, and every problem met on the way."""

from collections.abc import Iterable
from typing import Any

from toc_treaties.model.instrument import Instrument
from toc_treaties.model.register import Register
from toc_treaties.model.state import State
from toc_treaties.problem import Problem
from toc_treaties.store.files import Reader
from toc_treaties.store.instruments_shape import DEPOSITARIES, INSTRUMENTS
from toc_treaties.store.nodes import read_nodes
from toc_treaties.store.reading import FAULT, Reading, Shape
from toc_treaties.store.shapes import Later
from toc_treaties.store.sources_shape import SOURCES
from toc_treaties.store.state_shape import state_record


def load(
    reader: Reader, slugs: Iterable[str], root: str = "data", also: Iterable[str] = ()
) -> tuple[Register, list[Problem]]:
    """The register with the named states, and the problems of form in the files read.

    `root` is how problems name the data folder; `also` names the files of `MORE` that a question needs besides.
    A file that is not there is the caller's mistake: OSError.
    """
    problems: list[Problem] = []
    dropped: list[str] = []
    instruments: dict[str, Instrument] = read(reader, "instruments.yaml", INSTRUMENTS, root, problems, dropped) or {}
    ids = (*instruments, *dropped)
    depositaries = read(reader, "depositaries.yaml", DEPOSITARIES, root, problems, dropped) or {}
    sources = read(reader, "sources.yaml", SOURCES, root, problems, dropped) or {}
    states: dict[str, State] = {}
    for slug in slugs:
        state = read(reader, f"states/{slug}.yaml", state_record(slug, ids), root, problems, [])
        if state is None:
            dropped.append(f"states/{slug}")
        else:
            states[slug] = state
    more = {name: _more(reader, name, root, problems, dropped) for name in also}
    return Register(instruments, depositaries, sources, states, **more, dropped=frozenset(dropped)), problems


MORE = {
    "agreements": ("agreements.yaml", "agreements_shape", "AGREEMENTS"),
    "meetings": ("meetings.yaml", "agreements_shape", "MEETINGS"),
    "catalogue": ("commitments.yaml", "compliance_shape", "CATALOGUE"),
    "bodies": ("bodies.yaml", "compliance_shape", "BODIES"),
    "statistics": ("statistics.yaml", "compliance_shape", "STATISTICS"),
}
"""The files that only some questions read, with their shapes, by their name in the register."""


def _more(reader: Reader, name: str, root: str, problems: list[Problem], dropped: list[str]) -> Any:
    """One of the files that only some questions read; empty where the folder has none."""
    file, module, shape = MORE[name]
    try:
        found = read(reader, file, Later(module, shape), root, problems, dropped)
    except FileNotFoundError:
        found = None
    return found if found is not None or name == "catalogue" else {}


def one_of(name: str, reader: Reader, root: str = "data") -> tuple[Any, list[Problem]]:
    """One of the files that only some questions read, without the register, and its problems of form."""
    problems: list[Problem] = []
    return _more(reader, name, root, problems, []), problems


def read(reader: Reader, name: str, shape: Shape, root: str, problems: list[Problem], dropped: list[str]) -> Any:
    """One file's value, or None where it cannot be read; its problems and dropped ids are added."""
    file = f"{root}/{name}" if root else name
    content = reader(name)
    node = read_nodes(file, content)
    if isinstance(node, list):
        problems.extend(node)
        return None
    if b" #" in content:
        from toc_treaties.store.free import lost_texts

        problems.extend(lost_texts(file, content.decode("utf-8-sig")))
    reading = Reading(file)
    value = shape.read(node, reading)
    problems.extend(reading.problems)
    dropped.extend(reading.dropped)
    return None if value is FAULT else value
