"""Keys that stand twice, or are none: what is said of them."""

from toc_treaties.store import faults
from toc_treaties.store.nodes import Mapping, Scalar
from toc_treaties.store.reading import FileReading, mistaken


def report_keys(node: Mapping, reading: FileReading) -> bool:
    """Report repeated and odd keys of a mapping; whether there were any."""
    report_repeated(node.repeated, reading)
    for odd in node.odd_keys:
        mistaken(odd, "a key", reading)
    return bool(node.repeated or node.odd_keys)


def report_repeated(repeated: list[tuple[Scalar, Scalar]], reading: FileReading) -> None:
    """Report repeated keys; a block that stands twice as a whole is said once, at its first key."""
    blocks: list[list[tuple[Scalar, Scalar]]] = []
    for key, first in repeated:
        if blocks and key.line - first.line == blocks[-1][-1][0].line - blocks[-1][-1][1].line:
            blocks[-1].append((key, first))
        else:
            blocks.append([(key, first)])
    for block in blocks:
        key, first = block[0]
        reading.fault(faults.duplicate_key(reading.place(key), key.text, first.line, block[-1][0].text))
