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


def articles_text(articles: tuple[str, ...]) -> str:
    """Articles in a row: art. 16(5); arts 6 and 7."""
    return "" if not articles else f"{'art.' if len(articles) == 1 else 'arts'} {listed(list(articles))}"


def statement_text(statement: Statement) -> str:
    """A statement in one line: its kind, articles, substance, and whether it was withdrawn."""
    on = f" ({articles_text(statement.articles)})" if statement.articles else ""
    if statement.text is None:
        text = f"a {statement.kind}{on} was made; its text was not seen"
    else:
        text = f"{KIND[statement.kind]}{on}: {statement.text}"
    if statement.made is not None:
        text += f" ({when(statement.made)})"
    if statement.withdrawn is not None:
        text += f"; withdrawn {when(statement.withdrawn)}"
    return text + (MARK if statement.unconfirmed else "")
