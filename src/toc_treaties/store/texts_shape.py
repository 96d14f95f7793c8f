"""The form of `texts.yaml`: what the register says in English sentences, in the other languages."""

from toc_treaties.model.vocabulary import Language
from toc_treaties.store.scalars import TextShape
from toc_treaties.store.shapes import Table

OTHERS = tuple(language for language in Language if language is not Language.ENGLISH)
TEXTS = Table(Table(TextShape(), "the text in each other language", keys=OTHERS), "the English text, as it stands")
