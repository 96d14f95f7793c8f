"""Statements in words."""

from toc_treaties.model.action import Statement, StatementKind
from toc_treaties.pages.standings import mark_of
from toc_treaties.words.dates import when
from toc_treaties.words.phrases import listed, the

KIND = {
    StatementKind.RESERVATION: "reservation",
    StatementKind.DECLARATION: "declaration",
    StatementKind.OBJECTION: "objection",
    StatementKind.NOTIFICATION: "notification",
    StatementKind.STATEMENT: "statement, its kind not seen",
}


def articles_text(articles: tuple[str, ...], of: str = "") -> str:
    """Articles in a row, runs of paragraphs drawn together: art. 16(5); arts 6 and 7; art. 18(9)-(29)."""
    whose = f" of {the(of)}" if of else ""
    return f"{'art.' if len(_runs(articles)) == 1 else 'arts'} {paragraphs_text(articles)}{whose}" if articles else ""


def paragraphs_text(articles: tuple[str, ...]) -> str:
    """The same without the word before them."""
    return listed([_run_text(run) for run in _runs(articles)])


def _runs(articles: tuple[str, ...]) -> list[list[str]]:
    """The articles, with paragraphs that follow one another drawn together where they are three or more."""
    runs: list[list[str]] = []
    for article in articles:
        if runs and _follows(runs[-1][-1], article):
            runs[-1].append(article)
        else:
            runs.append([article])
    return [part for run in runs for part in ([run] if len(run) > 2 else [[one] for one in run])]  # noqa: PLR2004


def _follows(before: str, article: str) -> bool:
    """Whether a numbered paragraph is the next after another of the same article."""
    (head, number), (next_head, next_number) = (one.rstrip(")").rpartition("(")[::2] for one in (before, article))
    return head == next_head != "" and number.isdecimal() and next_number == str(int(number) + 1)


def _run_text(run: list[str]) -> str:
    first, last = run[0], run[-1]
    return first if first == last else f"{first}-({last.rstrip(')').rpartition('(')[2]})"


def statement_text(statement: Statement) -> str:
    """A statement in one line: its kind, articles, substance, and whether it was withdrawn."""
    on = f" ({articles_text(statement.articles)})" if statement.articles else ""
    if statement.text is None:
        article = "an" if statement.kind is StatementKind.OBJECTION else "a"
        text = f"{article} {statement.kind}{on} was made; its text was not seen"
    else:
        text = f"{KIND[statement.kind]}{on}: {statement.text}"
    if statement.made is not None:
        text += f" ({when(statement.made)})"
    if statement.withdrawn is not None:
        text += f"; withdrawn {when(statement.withdrawn)}"
    return text + mark_of(statement)
