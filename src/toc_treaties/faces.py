"""The faces of a question: its page, its record and the lines of that, found by the question's name."""

from collections.abc import Callable
from importlib import import_module
from typing import Any

from toc_treaties.document import Document
from toc_treaties.document.rows import PageWithRows, Rows


def face(room: str, question: str, kind: str, name: str) -> Any:  # noqa: ANN401 - a function, or fields
    """A question's page or record, or what belongs to it; a kind without one of its own has that of the question."""
    module = import_module(f"toc_treaties.{room}.{question}")
    prefix = kind if name.islower() else kind.upper()
    own = getattr(module, f"{prefix}_{name}", None) if kind else None
    return own or getattr(module, name, None)


def page_of(question: str, kind: str) -> Callable[..., Any]:
    """What makes the page of an answer, from the answer and the words."""
    return face("pages", question, kind, "page")  # type: ignore[no-any-return]


def record_of(question: str, kind: str) -> Callable[[Any], dict[str, Any]]:
    """What makes the record of an answer."""
    return face("records", question, kind, "record")  # type: ignore[no-any-return]


def lines_of(question: str, kind: str, answer: object) -> Rows:
    """The record's lines: one for each entry of the list that it names, or those that it makes."""
    from toc_treaties.records import lines

    fields, listed = (face("records", question, kind, name) for name in ("FIELDS", "LISTED"))
    made = face("records", question, kind, "record" if listed else "rows")(answer)
    return Rows(fields, lines(made, listed, fields) if listed else made)


def workbook_of(page: Document, record: dict[str, Any], rows: Rows) -> PageWithRows:
    """What a workbook is made from: the page, the lines of its record, and the actions within that, if any."""
    from toc_treaties.records import actions

    found = actions.rows(record)
    return PageWithRows(page, rows, (("actions", Rows(actions.FIELDS, found)),) if found else ())
