"""What statements do between two parties: which articles they take away or touch (VCLT arts 20, 21)."""

from collections.abc import Iterable
from datetime import date

from toc_treaties.law.standing import Standing
from toc_treaties.model.action import Effect, Statement, StatementKind


def standing_statements(now: Standing, as_of: date) -> tuple[Statement, ...]:
    """The statements that go with a standing on a date: of the consent it rests on, and of the signature.

    A statement made later, or withdrawn by then, is left out.
    """
    actions = [one for one in now.actions if one is now.deciding or one.effect is Effect.SIGNS]
    return tuple(
        statement
        for action in actions
        for statement in action.statements
        if not (statement.made is not None and statement.made.earliest > as_of)
        and not (statement.withdrawn is not None and statement.withdrawn.latest <= as_of)
    )


def covers(wider: str, article: str) -> bool:
    """Whether one article is another, or contains it: 16 covers 16(5), 16(5) covers 16(5)(a)."""
    return article == wider or article.startswith(wider + "(")


def touches(statement: Statement, articles: Iterable[str]) -> bool:
    """Whether a statement concerns some of these articles.

    One that names no article may concern them where its text was not seen; an objection always may.
    """
    if not statement.articles:
        return statement.kind is StatementKind.OBJECTION or statement.text is None
    return any(covers(said, one) or covers(one, said) for said in statement.articles for one in articles)


def excluded(statement: Statement, article: str) -> bool:
    """Whether a statement takes an article out of force between the parties."""
    return statement.effect == "excludes" and any(covers(said, article) for said in statement.articles)


def bars_treaty(statement: Statement, other: str) -> bool:
    """Whether an objection keeps the whole treaty out of force with another state (VCLT art. 20(4)(b))."""
    objects = statement.kind is StatementKind.OBJECTION and statement.to == other
    return objects and statement.effect == "excludes" and not statement.articles
