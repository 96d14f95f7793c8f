"""Statements in words."""

from toc_treaties.model.action import Statement, StatementKind
from toc_treaties.words.dates import when
from toc_treaties.words.phrases import MARK, listed

KIND = {
    StatementKind.RESERVATION: "reservation",
    StatementKind.DECLARATION: "declaration",
    StatementKind.OBJECTION: "objection",
    StatementKind.NOTIFICATION: "notification",
    StatementKind.STATEMENT: "statement, its kind not seen",
}
EFFECT = {"excludes": "excludes", "limits": "limits", "informs": "informs"}


def articles_text(articles: tuple[str, ...]) -> str:
    """Articles in a row: art. 16(5); arts 6 and 7."""
    return "" if not articles else f"{'art.' if len(articles) == 1 else 'arts'} {listed(list(articles))}"


def statement_text(statement: Statement) -> str:
    """A statement in one line: its kind, articles, substance, and whether it was withdrawn."""
    head = KIND[statement.kind]
    if statement.articles:
        head += f" ({articles_text(statement.articles)})"
    text = f"{head}: {statement.text or 'a statement was made; its text was not seen'}"
    if statement.made is not None:
        text += f" ({when(statement.made)})"
    if statement.withdrawn is not None:
        text += f"; withdrawn {when(statement.withdrawn)}"
    return text + (f" {MARK}" if statement.unconfirmed else "")
