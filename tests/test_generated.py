"""What is generated and committed is current, and the published schemas accept the register as it is."""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from tests import rulebook
from tests.generate import ROOT, generated
from toc_treaties.store.schemas import schemas

GENERATED = generated()
DATA = ROOT / "data"
SCHEMAS = schemas({id: id.title() for id in ("harbour", "lighthouse", "beacon", "pilot", "strait", "buoy")})


class EditorLoader(yaml.CSafeLoader):
    """YAML as editors read it: 1.2, whose only types beside text are numbers, true, false and null."""


EditorLoader.yaml_implicit_resolvers = {
    first: [(tag, form) for tag, form in resolvers if tag in {"tag:yaml.org,2002:int", "tag:yaml.org,2002:float"}]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
for word in ("true", "false"):
    EditorLoader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(f"^{word}$"), [word[0]])


def values(text: str | bytes) -> Any:  # noqa: ANN401 - whatever a file holds
    """A file's content as an editor has it."""
    return yaml.load(text, EditorLoader)  # noqa: S506 - a safe loader with fewer types


def faults_of(content: Any, schema: Draft202012Validator) -> list[str]:  # noqa: ANN401 - whatever a file holds
    """What a schema finds wrong with a file."""
    return [error.message for error in schema.iter_errors(content)]


@cache
def published(path: Path) -> Draft202012Validator:
    """A schema as it is published."""
    return Draft202012Validator(json.loads(GENERATED[path]))


def schema_named_in(path: Path) -> str:
    """The address in the line that gives editors a file's schema."""
    first = path.read_text("utf-8").splitlines()[0]
    assert first.startswith("# yaml-language-server: $schema=")
    return first.partition("=")[2]


@pytest.mark.parametrize("path", list(GENERATED), ids=lambda path: path.name)
def test_what_is_generated_is_current(path: Path) -> None:
    """A reader of the generated pages and schemas sees what the program does; `make docs` writes them anew."""
    assert path.is_file(), "run: python -m tests.generate"
    assert path.read_text("utf-8") == GENERATED[path], "stale; run: python -m tests.generate"


def test_nothing_stays_that_is_no_longer_generated() -> None:
    """The folder of schemas holds what is generated, and nothing left over."""
    assert set((ROOT / "schemas").iterdir()) == {path for path in GENERATED if path.parent.name == "schemas"}


@pytest.mark.parametrize("name", list(SCHEMAS))
def test_a_schema_is_one(name: str) -> None:
    """Editors and validators accept every schema."""
    Draft202012Validator.check_schema(SCHEMAS[name])


@pytest.mark.parametrize("name", list(SCHEMAS))
def test_a_pattern_of_a_schema_escapes_what_javascript_lets_be_escaped(name: str) -> None:
    """Editors and checkers read patterns as JavaScript does, which refuses to escape a sign that needs no escape."""
    patterns = re.findall(r'"pattern": ("(?:[^"\\]|\\.)*")', json.dumps(SCHEMAS[name]))
    escaped = {sign for pattern in patterns for sign in re.findall(r"\\(.)", json.loads(pattern))}
    assert escaped <= {*"dDsSwWbB", *"^$\\.*+?()[]{}|/-"}


@pytest.mark.data
@pytest.mark.parametrize("path", sorted(DATA.rglob("*.yaml")), ids=lambda path: path.stem)
def test_a_data_file_names_its_schema_and_agrees_with_it(path: Path) -> None:
    """Whoever opens a file of the register in an editor is helped by its schema, and sees no false fault."""
    schema = (path.parent / schema_named_in(path)).resolve()
    assert schema in GENERATED
    assert faults_of(values(path.read_bytes()), published(schema)) == []


@pytest.mark.parametrize("name", sorted(rulebook.base()))
def test_the_schemas_accept_the_register_of_the_examples(name: str) -> None:
    """The examples of the rules' pages are what an editor accepts."""
    assert faults_of(values(rulebook.base()[name]), _schema_of(name)) == []


COMMITMENTS = [rule for rule in rulebook.rules() if rulebook.codes_in_source()[rule.code] == "commitments"]


@pytest.mark.parametrize("rule", COMMITMENTS, ids=lambda rule: rule.code)
def test_the_schemas_accept_what_the_rules_advise(rule: rulebook.Rule) -> None:
    """An editor sees no false fault in assessments, strategies, designations and returns as the rules show them."""
    for example in rule.good:
        for name, content in example.files.items():
            assert faults_of(values(content), _schema_of(name)) == [], name


FORM = ("bad-value", "unknown-key", "unknown-kind", "several-kinds", "missing-key", "wrong-type", "not-a-date")


@pytest.mark.parametrize("code", [*FORM, "over-precise-date", "day-needed", "unknown-instrument"])
def test_the_schemas_refuse_what_check_refuses(code: str) -> None:
    """A fault of form is underlined in the editor before check is run."""
    example = next(rule for rule in rulebook.rules() if rule.code == code).bad[0]
    base, files = rulebook.base(), example.files
    changed = [name for name in files if files[name] != base.get(name)]
    assert any(faults_of(values(files[name]), _schema_of(name)) for name in changed)


def _schema_of(name: str) -> Draft202012Validator:
    of_a_folder = {"states": "state.json", "measures": "measures.json"}
    return _validator(of_a_folder.get(name.partition("/")[0], name.replace(".yaml", ".json")))


@cache
def _validator(name: str) -> Draft202012Validator:
    return Draft202012Validator(SCHEMAS[name])
