"""What editors show: a sentence on every field, and what every word means; and what they underline."""

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

import pytest
from jsonschema import Draft202012Validator

from tests.generate import ROOT, generated
from tests.test_generated import DATA, schema_named_in, values
from toc_treaties.store.field_sentences import EVERY, sentence_on, sentences

PUBLISHED = {path.name: json.loads(text) for path, text in generated().items() if path.parent.name == "schemas"}
FILES = sorted(path for path in DATA.rglob("*.yaml") if path.parent == DATA or path.stem == "haiti")
BY_SCHEMA = pytest.mark.parametrize("name", list(PUBLISHED))


class Found(NamedTuple):
    """A part of a schema, with the names of the fields that it stands within."""

    path: tuple[str, ...]
    form: dict[str, Any]


def parts(form: Any, path: tuple[str, ...] = ()) -> Iterator[Found]:  # noqa: ANN401 - a part of a schema
    """Every part of a schema."""
    if isinstance(form, list):
        for each in form:
            yield from parts(each, path)
    elif isinstance(form, dict):
        yield Found(path, form)
        for key, value in form.items():
            if key in {"properties", "$defs"}:
                for name, field in value.items():
                    yield from parts(field, (*path, name))
            else:
                yield from parts(value, path)


def fields(name: str) -> Iterator[Found]:
    """Every field of a schema."""
    for found in parts(PUBLISHED[name]):
        for key in ("properties", "$defs"):
            for field, form in found.form.get(key, {}).items():
                yield Found((*found.path, field), form)


@BY_SCHEMA
def test_every_field_has_a_sentence(name: str) -> None:
    """Whoever rests on a field in an editor reads what it holds, and not its name alone."""
    for path, form in fields(name):
        if "$ref" in form:
            form = PUBLISHED[name]["$defs"][form["$ref"].removeprefix("#/$defs/")]  # noqa: PLW2901 - what it points to
        said = form.get("description", "")
        assert re.fullmatch(r"[A-Z].*\.", said), path
        assert {*re.findall(r"\w+", said.lower())} - {*re.findall(r"[a-z]+", path[-1]), "the", "a", "of", "its"}, path
        assert len(said.split()) >= 4, path
        assert "\n" not in said


@BY_SCHEMA
def test_every_word_of_a_field_has_a_meaning(name: str) -> None:
    """Whoever chooses among the words that a field takes reads what each of them means."""
    for path, form in parts(PUBLISHED[name]):
        if "enum" in form:
            assert len(form["enum"]) == len(form["enumDescriptions"]), path
            assert all(form["enumDescriptions"]), (path, form)
        if "const" in form:
            assert form["description"], path


def test_no_sentence_speaks_of_a_field_that_is_not_there() -> None:
    """A field that was renamed leaves no sentence behind, and no word its meaning."""
    spoken: set[int] = set()
    words: set[tuple[int, str]] = set()
    for name, schema in PUBLISHED.items():
        for path, _ in fields(name):
            spoken.add(id(sentence_on(name, path)))
        for path, form in parts(schema):
            for word in (*form.get("enum", ()), *([form["const"]] if "const" in form else [])):
                own = sentence_on(name, path)
                words.add((id(own), word))
                spoken.add(id(sentence_on(name, (word,))))
    assert [(each.schema, each.fields) for each in sentences() if id(each) not in spoken] == []
    assert [(each.fields, word) for each in sentences() for word in each.words if (id(each), word) not in words] == []


def test_the_sentence_that_names_most_of_a_field_is_the_one_that_is_shown() -> None:
    """A field that stands within several records is explained for each: the day of a route is not that of the act."""
    act, step = (sentence_on("state.json", path) for path in (("entries", "signature"), ("route", "signature")))
    assert act is not None
    assert step is not None
    assert act.text == "The day on which the state signed, subject to ratification."
    assert step.text == "The day of a signature of the other text."
    whole, within = (sentence_on("instruments.json", path) for path in (("unconfirmed",), ("exit", "unconfirmed")))
    assert whole is not None
    assert within is not None
    assert whole.text.startswith("What of the whole entry")
    assert within.text.startswith("Why the text of the article")
    assert {each.schema for each in sentences()} == {*PUBLISHED, EVERY}


# What editors underline


@cache
def validator(name: str) -> Draft202012Validator:
    """A schema as an editor uses it."""
    return Draft202012Validator(PUBLISHED[name])


def lessened(value: Any, keep: bool = False) -> Any:  # noqa: ANN401 - what a file holds
    """The same with one entry of each list, so that it is judged at once; `keep` leaves a short list whole."""
    if isinstance(value, dict):
        return {
            key: lessened(each, key in {"between", "tile", "signatories", "readings"}) for key, each in value.items()
        }
    if isinstance(value, list) and not keep:
        return [lessened(each) for each in value[:1]]
    return value


class Slip(NamedTuple):
    """A fault planted in a file: where, what, and the file with it."""

    where: tuple[str, ...]
    what: str
    content: Any


def slips(content: Any) -> Iterator[Slip]:  # noqa: ANN401 - as above
    """A strange field, a value of another kind, a date of another form: one at a time, wherever it can stand."""

    def planted(node: Any, where: tuple[Any, ...]) -> Iterator[tuple[tuple[Any, ...], str, Any]]:  # noqa: ANN401
        if isinstance(node, dict):
            yield where, "a strange field", {**node, "misspelt": {"nonsense": [["x"]]}}
            yield where, "a list of lists where fields belong", [["x"]]
            for key, each in node.items():
                for at, what, new in planted(each, (*where, key)):
                    yield at, what, new if at == () else {**node, key: new}
        elif isinstance(node, list):
            yield where, "fields where a list belongs", {"nonsense": [["x"]]}
            for index, each in enumerate(node):
                for at, what, new in planted(each, (*where, index)):
                    yield at, what, [*node[:index], new, *node[index + 1 :]]
        else:
            yield where, "fields where a text belongs", {"nonsense": [["x"]]}
            if re.fullmatch(r"\d{4}-\d\d-\d\d", str(node)):
                yield where, "a date of another form", "31/12/2001"

    for where, what, new in planted(content, ()):
        yield Slip(tuple(map(str, where)), what, new)


@pytest.mark.data
@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_slip_in_a_file_is_underlined(path: Any) -> None:  # noqa: ANN401 - a path
    """Wherever a strange field, a value of another kind or a date of another form stands, the editor says so."""
    judged = validator(schema_named_in(path).rpartition("/")[2])
    content = lessened(values(path.read_bytes()))
    if path.parent == DATA and path.name not in {"register.yaml", "commitments.yaml", "depositaries.yaml"}:
        content = dict(list(content.items())[:4])
    if path.name == "commitments.yaml":
        content = {key: each if key == "scale" else dict(list(each.items())[:3]) for key, each in content.items()}
    assert list(judged.iter_errors(content)) == []
    first = next(iter(content.get("treaties", ())), "")
    found = [slip for slip in slips(content) if slip.where[:1] != ("treaties",) or slip.where[1:2] in {(), (first,)}]
    assert len(found) >= 20
    assert [slip[:2] for slip in found if judged.is_valid(slip.content)] == []


def test_each_kind_of_file_is_tried() -> None:
    """Every schema has a file of the register whose slips it is tried on."""
    assert {schema_named_in(path).rpartition("/")[2] for path in FILES} == {*PUBLISHED}
    assert {path.name for path in (ROOT / "schemas").iterdir()} == {*PUBLISHED}
