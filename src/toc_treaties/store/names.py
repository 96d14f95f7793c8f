"""Which state an argument means: a file's name, a code, or a name in any of the four languages."""

from typing import NamedTuple

from toc_treaties.model.names import nearest, plain, slug_of
from toc_treaties.store.files import Reader
from toc_treaties.store.nodes import Mapping, Node, Scalar, read_nodes


class Called(NamedTuple):
    """What a state is called: its slug, its codes, and its names."""

    slug: str
    codes: tuple[str, ...]
    names: tuple[str, ...]

    @property
    def shown_as(self) -> str:
        """The English name, the first that the file gives."""
        return self.names[0] if self.names else self.slug


def called(reader: Reader, slug: str) -> Called:
    """What one state's file says of its names; the treaties below them are not read."""
    head = reader(f"states/{slug}.yaml").partition(b"\ntreaties:")[0]
    node = read_nodes(slug, head)
    fields = {key.text: value for key, value in node.pairs} if isinstance(node, Mapping) else {}
    codes = tuple(_texts(fields.get("iso3")) + _texts(fields.get("iso2")))
    names = tuple(_texts(fields.get("name")) + _texts(fields.get("official_name")) + _texts(fields.get("style")))
    return Called(slug, codes, names)


def _texts(node: Node | None) -> list[str]:
    """The texts of a scalar, or of a mapping's values."""
    if isinstance(node, Scalar):
        return [node.text]
    return [value.text for _, value in node.pairs if isinstance(value, Scalar)] if isinstance(node, Mapping) else []


class UnknownStateError(Exception):
    """No state goes by that name."""

    def __init__(self, argument: str, near: list[str]) -> None:
        remedy = (
            f"did you mean {' or '.join(near)}?"
            if near
            else "give a name, a code of two or three letters, or a file's name"
        )
        super().__init__(f"there is no state {argument!r}: {remedy}")


def find_state(argument: str, reader: Reader, slugs: tuple[str, ...]) -> str:
    """The slug of the state that an argument means; UnknownStateError names the nearest."""
    slug = slug_of(argument)
    if slug in slugs:
        return slug
    everyone = [called(reader, one) for one in slugs]
    for one in everyone:
        if argument.upper() in one.codes:
            return one.slug
    wanted = plain(argument)
    for one in everyone:
        if wanted and any(plain(name) == wanted for name in one.names):
            return one.slug
    raise UnknownStateError(argument, _near(wanted, everyone))


def _near(wanted: str, everyone: list[Called]) -> list[str]:
    """The states whose names or codes are nearest, by their English names."""
    known = {plain(name): one for one in everyone for name in (*one.names, *one.codes)}
    near = nearest(wanted, known)
    near += [name for name in known if len(wanted) > 3 and wanted in name and name not in near]  # noqa: PLR2004 - a part worth matching
    return list(dict.fromkeys(known[name].shown_as for name in near))[:3]
