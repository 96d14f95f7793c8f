"""The glossary of the package: one term, one translation, as words/glossary.yaml holds it."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from toc_treaties.model.glossary import Form, Glossary, Term
from toc_treaties.model.translation import OTHERS
from toc_treaties.store.libyaml import yaml

FILE = Path(__file__).parent.parent / "words" / "glossary.yaml"


def read(content: Mapping[str, Any]) -> Glossary:
    """The glossary that a file holds."""
    terms = tuple(
        Term(
            english,
            {language: _form(entry[language]) for language in OTHERS if language in entry},
            tuple(entry.get("also", ())),
            entry.get("note", ""),
            entry.get("reason", ""),
            entry.get("checked", True),
        )
        for english, entry in content["terms"].items()
    )
    return Glossary(terms, content["sources"])


def _form(entry: Mapping[str, Any]) -> Form:
    return Form(entry["form"], entry["source"], entry.get("gender", ""), tuple(entry.get("also", ())))


@cache
def glossary() -> Glossary:
    """The glossary of the package."""
    return read(yaml.load(FILE.read_text("utf-8"), yaml.CSafeLoader))
