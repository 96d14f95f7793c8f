"""The form of `texts.yaml`: what the register says in English sentences, in the other languages."""

from toc_treaties.model.translation import OTHERS, Translation
from toc_treaties.store.nodes import Node, Scalar
from toc_treaties.store.reading import FAULT, FileReading, Unreadable
from toc_treaties.store.scalars import TextShape
from toc_treaties.store.shapes import Table


class Texts(Table):
    """The English texts of the files, each with its translations."""

    def __init__(self) -> None:
        super().__init__(Table(TextShape(), keys=OTHERS))

    def read_entry(self, key: Scalar, item: Node, reading: FileReading) -> Translation | Unreadable:
        """One text, which stands where its English does."""
        others = self.value.read(item, reading)
        return FAULT if others is FAULT else Translation(key.text, others, reading.place(key))


TEXTS = Texts()
