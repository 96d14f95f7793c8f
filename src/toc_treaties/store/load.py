"""Files to a register: all that a question needs, and every problem met on the way."""

import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from toc_treaties.model.instrument import Instrument
from toc_treaties.model.names import at_most
from toc_treaties.model.problem import Problem
from toc_treaties.model.register import Register
from toc_treaties.model.state import State
from toc_treaties.store.instruments_shape import DEPOSITARIES, INSTRUMENTS
from toc_treaties.store.nodes import read_nodes
from toc_treaties.store.opening import Reader
from toc_treaties.store.reading import FAULT, Deferred, FileReading, Shape
from toc_treaties.store.register_shape import STATES
from toc_treaties.store.sources_shape import SOURCES, cited_alone
from toc_treaties.store.state_shape import state_record

if TYPE_CHECKING:
    from toc_treaties.model.measure import StateMeasures


class Loading:
    """One run through the files: what was read, and everything met on the way."""

    def __init__(self, reader: Reader, root: str, *, partial: bool) -> None:
        self.reader = reader
        self.root = root
        self.partial = partial
        self.problems: list[Problem] = []
        self.dropped: list[str] = []
        self.cited: set[str] = set()
        self.unread: list[str] = []

    def read(
        self, name: str, shape: Shape, dropped: list[str] | None = None, part: Callable[[bytes], bytes] | None = None
    ) -> Any:
        """One file's value, or None where it cannot be read; its problems and dropped ids are kept.

        `part` is what of its text is read.
        """
        file = f"{self.root}/{name}" if self.root else name
        try:
            content = self.reader(name) if part is None else part(self.reader(name))
        except OSError:
            if not self.partial:
                raise
            self.unread.append(name)
            return None
        node = read_nodes(file, content)
        if isinstance(node, list):
            self.problems.extend(node)
            self.unread.append(name)
            return None
        if b" #" in content:
            from toc_treaties.store.free import lost_texts

            self.problems.extend(lost_texts(file, content.decode("utf-8-sig")))
        reading = FileReading(file)
        value = shape.read(node, reading)
        self.problems.extend(reading.problems)
        (self.dropped if dropped is None else dropped).extend(reading.dropped)
        self.cited |= reading.cited
        if value is FAULT:
            self.unread.append(name)
            return None
        return value

    def cited_alone(self, content: bytes) -> bytes:
        """The text of the sources that what was read cites."""
        return cited_alone(content, self.cited)

    def codes(self) -> dict[str, str]:
        """The states that there must be, with their codes; none where the register has no list of them."""
        try:
            return self.read("register.yaml", STATES) or {}
        except FileNotFoundError:
            return {}

    def more(self, name: str) -> Any:
        """One of the files that only some questions read; empty where the folder has none."""
        file, module, shape = MORE[name]
        try:
            found = self.read(file, Deferred(module, shape))
        except FileNotFoundError:
            self.unread.append(file)
            found = None
        return found if found is not None or name == "catalogue" else {}

    def asks(self, slug: str) -> bool:
        """Whether a state's file of measures names a day on which something is due; the text alone is looked at.

        One that is not there may have named some.
        """
        try:
            return DUE.search(self.reader(f"measures/{slug}.yaml")) is not None
        except OSError:
            return True

    def measures(self, slug: str) -> "StateMeasures":
        """What one state has done at home; nothing where it has no file of that, or where that cannot be read."""
        from toc_treaties.model.measure import StateMeasures

        before, file = len(self.problems), f"measures/{slug}.yaml"
        try:
            found = self.read(file, Deferred("measures_shape", "MEASURES"))
        except FileNotFoundError:
            self.unread.append(file)
            found = None
        if len(self.problems) > before:
            self.dropped.append(f"measures/{slug}")
        return found or StateMeasures()


@at_most()
def load(
    reader: Reader,
    slugs: Iterable[str],
    root: str = "data",
    also: Iterable[str] = (),
    *,
    partial: bool = False,
    cited: bool = False,
) -> tuple[Register, list[Problem]]:
    """The register with the named states, and the problems of form in the files read.

    `root` is how problems name the data folder; `also` names the files of `MORE` that a question needs besides,
    `measures` where it needs those of the states, `questionnaires` where it needs none but those that are due, and
    `sources` where it needs those too that nothing read cites. A file that is not there is the caller's mistake:
    OSError, unless the register may be `partial`. A partial one has every source, unless those `cited` are enough.
    """
    loading = Loading(reader, root, partial=partial)
    codes = loading.codes()
    instruments: dict[str, Instrument] = loading.read("instruments.yaml", INSTRUMENTS) or {}
    ids = (*instruments, *loading.dropped)
    depositaries = loading.read("depositaries.yaml", DEPOSITARIES) or {}
    states: dict[str, State] = {}
    slugs = tuple(slugs)
    for slug in slugs:
        state = loading.read(f"states/{slug}.yaml", state_record(slug, ids, codes.get(slug)), [])
        if state is None:
            loading.dropped.append(f"states/{slug}")
        else:
            states[slug] = state
    more = {name: loading.more(name) for name in also if name in MORE}
    asked = slugs if "measures" in also else [slug for slug in slugs if "questionnaires" in also and loading.asks(slug)]
    measures = {slug: loading.measures(slug) for slug in asked}
    every = "sources" in also or (partial and not cited)
    sources = loading.read("sources.yaml", SOURCES, None, None if every else loading.cited_alone) or {}
    dropped, unread = frozenset(loading.dropped), frozenset(loading.unread)
    register = Register(
        *(instruments, depositaries, sources, states),
        **more,
        measures=measures,
        codes=codes,
        dropped=dropped,
        unread=unread,
    )
    return register, loading.problems


DUE = re.compile(rb"\bdue:\s")
MORE = {
    "agreements": ("agreements.yaml", "agreements_shape", "AGREEMENTS"),
    "meetings": ("meetings.yaml", "agreements_shape", "MEETINGS"),
    "catalogue": ("commitments.yaml", "commitments_shape", "CATALOGUE"),
    "bodies": ("bodies.yaml", "commitments_shape", "BODIES"),
    "statistics": ("statistics.yaml", "commitments_shape", "STATISTICS"),
    "topics": ("topics.yaml", "measures_shape", "TOPICS"),
    "texts": ("texts.yaml", "texts_shape", "TEXTS"),
}
"""The files that only some questions read, with their shapes, by their name in the register."""
ALL = (*MORE, "measures", "sources")
"""All that a question can need besides, as `check` does."""


def one_of(name: str, reader: Reader, root: str = "data") -> tuple[Any, list[Problem]]:
    """One of the files that only some questions read, without the register, and its problems of form."""
    loading = Loading(reader, root, partial=False)
    return loading.more(name), loading.problems
