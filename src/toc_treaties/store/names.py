"""Which state an argument means: a file's name, a code, or a name as the state or a depositary writes it."""

import re
from collections.abc import Iterable, Iterator
from collections.abc import Mapping as MappingOf

from toc_treaties.model.names import JOINING, Known, abbreviated, named, resembling, slug_of
from toc_treaties.store.nodes import Mapping, Node, Scalar, Sequence, read_nodes
from toc_treaties.store.opening import Reader

NAMING = rb"(?m)^(?:iso3|iso2|name|official_name|style|other_names):.*(?:\r?\n(?:[ \t-].*)?)*"
"""The fields of a state's file that say what it is called, each with its lines."""


def called(reader: Reader, slug: str) -> Known:
    """What one state's file says of its names; nothing else in it is read."""
    head = b"\n".join(found[0] for found in re.finditer(NAMING, reader(f"states/{slug}.yaml")))
    node = read_nodes(slug, head)
    fields = {key.text: value for key, value in node.pairs} if isinstance(node, Mapping) else {}
    names = [text for key in ("name", "official_name", "style", "other_names") for text in _texts(fields.get(key))]
    codes = [text for key in ("iso3", "iso2") for text in _texts(fields.get(key))]
    return Known(slug, (*names, *codes), names[0] if names else slug)


def _texts(node: Node | None) -> list[str]:
    """The texts of a scalar, of a list, or of a mapping's values."""
    if isinstance(node, Scalar):
        return [node.text]
    values = [value for _, value in node.pairs] if isinstance(node, Mapping) else []
    values += list(node.items) if isinstance(node, Sequence) else []
    return [value.text for value in values if isinstance(value, Scalar)]


class UnknownStateError(Exception):
    """No state goes by that name."""

    def __init__(self, argument: str, near: Iterable[Known]) -> None:
        shown = [head.shown_as for head in near]
        remedy = (
            f"did you mean {' or '.join(shown)}?"
            if shown
            else "give a name, a code of two or three letters, or a file's name"
        )
        super().__init__(f"there is no state {argument!r}: {remedy}")


class Heads:
    """The names of the states that have a file, each file opened once and only where it is needed.

    `codes` are those that the register lists, by the states' files: a state that is named by one needs no other file.
    """

    def __init__(self, reader: Reader, slugs: tuple[str, ...], codes: MappingOf[str, str] | None = None) -> None:
        self.reader = reader
        self.slugs = slugs
        self.coded = {code: slug for slug, code in (codes or {}).items()}
        self.known: dict[str, Known] = {}

    def _one_by_one(self) -> Iterator[Known]:
        for slug in self.slugs:
            if slug not in self.known:
                self.known[slug] = called(self.reader, slug)
            yield self.known[slug]

    @property
    def every(self) -> tuple[Known, ...]:
        """What each state is called."""
        return tuple(self._one_by_one())

    def match(self, argument: str) -> str | None:
        """The slug of the state that an argument names: by its file's name or code, else the first with the name."""
        slug = slug_of(argument)
        if slug in self.slugs:
            return slug
        if slug.upper() in self.coded:
            return self.coded[slug.upper()]
        first = next((head.id for head in self._one_by_one() if named(argument, [head])), None)
        shortened = self._abbreviated(argument) if first is None else []
        return shortened[0].id if len(shortened) == 1 else first

    def _abbreviated(self, argument: str) -> list[Known]:
        return abbreviated(argument, list(self._one_by_one()))

    def find(self, argument: str) -> str:
        """The same; UnknownStateError names the candidates."""
        found = self.match(argument)
        if found is None:
            near = self._abbreviated(argument) or resembling(argument, list(self._one_by_one()))
            raise UnknownStateError(argument, near)
        return found

    def find_each(self, arguments: list[str]) -> tuple[list[str], list[str]]:
        """The slugs that some arguments name, and the names of several words that were not quoted among them."""
        if len(arguments) < 2 or all(self.match(argument) for argument in arguments):  # noqa: PLR2004 - one word is no name of two
            return [self.find(argument) for argument in arguments], []
        slugs, unquoted, rest = [], [], list(arguments)
        while rest:
            lengths = sorted(range(1, len(rest) + 1), key=lambda n: (rest[n - 1].lower() in JOINING, -n))
            count = next((n for n in lengths if self.match(" ".join(rest[:n]))), 1)
            slugs.append(self.find(" ".join(rest[:count])))
            unquoted += [" ".join(rest[:count])] if count > 1 else []
            del rest[:count]
        return slugs, unquoted
