"""What editors show of each field of the files, and of each word that a field may hold."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from toc_treaties.store.reading import Schema

EVERY = "*"
"""The part whose sentences count in every schema."""
Path = tuple[str, ...]


class Sentence(NamedTuple):
    """What is said of a field: in which schema, within which fields, and of each of its words."""

    schema: str
    fields: Path
    whole: bool
    text: str
    words: dict[str, str]

    def suits(self, schema: str, path: Path) -> bool:
        """Whether it speaks of the field at this path."""
        if self.schema not in {EVERY, schema} or self.fields[-1] != path[-1]:
            return False
        above = iter(path)
        return self.fields == path if self.whole else all(field in above for field in self.fields)


@cache
def sentences() -> tuple[Sentence, ...]:
    """Every sentence, those that tell a field from most others first."""
    found: list[Sentence] = []
    schema = ""
    for line in files("toc_treaties.store").joinpath("field_sentences.txt").read_text("utf-8").splitlines():
        head, _, text = line.strip().partition(": ")
        if line.startswith("["):
            schema = line.strip("[]")
        elif line.startswith(" "):
            found[-1].words[head] = text
        elif line and not line.startswith("#"):
            found.append(Sentence(schema, tuple(head.strip("/").split(".")), head[0] == "/", text, {}))
    return tuple(sorted(found, key=lambda each: (not each.whole, -len(each.fields), each.schema == EVERY)))


def sentence_on(schema: str, path: Path) -> Sentence | None:
    """The sentence that speaks most closely of a field."""
    return next((each for each in sentences() if each.suits(schema, path)), None)


def told(form: Schema, schema: str, titles: Mapping[str, str]) -> Schema:
    """A schema with the sentence on each field; `titles` are those on fields that the data names, by their path."""
    made: Schema = _told(form, schema, (), titles)
    return made


def _told(form: Any, schema: str, path: Path, titles: Mapping[str, str]) -> Any:
    if isinstance(form, list):
        return [_told(each, schema, path, titles) for each in form]
    if not isinstance(form, dict):
        return form
    made = {
        key: value if key in {"properties", "$defs"} else _told(value, schema, path, titles)
        for key, value in form.items()
    }
    for key in {"properties", "$defs"} & made.keys():
        made[key] = {
            name: _field(_told(field, schema, (*path, name), titles), schema, (*path, name), titles)
            for name, field in made[key].items()
        }
    return made


def _field(field: Schema, schema: str, path: Path, titles: Mapping[str, str]) -> Schema:
    """A field with what is said of it and of its words."""
    own = sentence_on(schema, path)
    said = titles.get("/".join(path)) or (own.text if own is not None else "")
    made: Schema = {"description": said, **field} if said else field
    worded: Schema = _with_words(made, own, schema)
    return worded


def _with_words(form: Any, own: Sentence | None, schema: str) -> Any:
    """The same, with what each word means beside the words that a field may hold; fields within are left alone."""
    if isinstance(form, list):
        return [_with_words(each, own, schema) for each in form]
    if not isinstance(form, dict):
        return form
    inner = {key: _with_words(form[key], own, schema) for key in ("items", "anyOf") if key in form}
    made = {**form, **inner}
    if "const" in form:
        made = {"description": _of_word(form["const"], own, schema), **made}
    if "enum" in form:
        made["enumDescriptions"] = [_of_word(word, own, schema) for word in form["enum"]]
    return made


def _of_word(word: str, own: Sentence | None, schema: str) -> str:
    """What a word means: as said below its field, or as said of a field of that name."""
    if own is not None and word in own.words:
        return own.words[word]
    field = sentence_on(schema, (word,))
    return field.text if field is not None else ""
