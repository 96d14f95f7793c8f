"""What statements do between two parties: which articles they take away or touch, and in which direction.

VCLT arts 20, 21.
"""

from collections.abc import Iterable
from datetime import date

from toc_treaties.law.periods import possibly
from toc_treaties.law.standing import Standing
from toc_treaties.law.waits import months_after
from toc_treaties.model.action import Action, Effect, Statement, StatementKind
from toc_treaties.model.vocabulary import StatementEffect
from toc_treaties.model.when import When

OWN_PRACTICE = frozenset({StatementKind.DECLARATION, StatementKind.NOTIFICATION})
MAY_RESERVE = frozenset({StatementKind.RESERVATION, StatementKind.DECLARATION, StatementKind.STATEMENT})
"""What can be a reservation: one however it is called, or of which the kind was not seen (VCLT art. 2(1)(d))."""
TO_OBJECT = 12
"""The months within which a reservation can be objected to (VCLT art. 20(5))."""


def standing_statements(now: Standing, as_of: date) -> tuple[Statement, ...]:
    """The statements that go with a standing on a date: of the consent it rests on, and of the signature that stands.

    A statement certainly made later, or withdrawn by then, is left out (VCLT arts 22(3), 23(2)).
    """
    return tuple(one for one in _statements(now) if possibly(one.made, one.withdrawn, as_of))


def withdrawn_statements(now: Standing, as_of: date) -> tuple[Statement, ...]:
    """Those that went with a standing and were certainly withdrawn by a date."""
    return tuple(one for one in _statements(now) if one.withdrawn is not None and one.withdrawn.latest <= as_of)


def _statements(now: Standing) -> list[Statement]:
    """All that were made with the consent that a standing rests on, or with the signature that stands."""
    signed = signatures(now)
    actions = [action for action in now.actions if action is now.deciding or action in signed]
    return [statement for action in actions for statement in action.statements]


def signatures(now: Standing) -> list[Action]:
    """The signatures that stand: those later than every withdrawal of a signature."""
    back = [action.when.latest for action in now.actions if action.effect is Effect.WITHDRAWS_SIGNATURE]
    signed = (action for action in now.actions if action.effect is Effect.SIGNS)
    return [action for action in signed if all(action.when.latest > day for day in back)]


def covers(wider: str, article: str) -> bool:
    """Whether one article is another, or contains it: 16 covers 16(5), 16(5) covers 16(5)(a)."""
    return article == wider or article.startswith(wider + "(")


def touches(statement: Statement, articles: Iterable[str]) -> bool:
    """Whether a statement concerns some of these articles.

    One that names no article may concern them where its text was not seen, where it limits, or where it objects.
    """
    if not statement.articles:
        return (
            statement.kind is StatementKind.OBJECTION
            or statement.text is None
            or (statement.kind is StatementKind.RESERVATION and statement.effect is StatementEffect.LIMITS)
        )
    return any(covers(said, article) or covers(article, said) for said in statement.articles for article in articles)


def excluded(statement: Statement, article: str) -> bool:
    """Whether a statement takes an article out of force between the parties, at least in one direction."""
    return statement.effect is StatementEffect.EXCLUDES and any(covers(said, article) for said in statement.articles)


def reaches_requests_to(statement: Statement, maker: str, requested: str) -> bool:
    """Whether a statement acts on requests to a state.

    What its maker says of its own practice acts on requests to the maker alone; a reservation acts both ways, and so
    does an objection to one (VCLT art. 21(1), (3)). So does a statement of which the kind was not seen.
    """
    return maker == requested or statement.kind not in OWN_PRACTICE


def bars_treaty(statement: Statement, other: str) -> bool:
    """Whether an objection definitely keeps the whole treaty out of force with another state (VCLT art. 20(4)(b))."""
    objects = statement.kind is StatementKind.OBJECTION and statement.to == other
    return objects and statement.effect is StatementEffect.EXCLUDES and not statement.articles


def objected_too_late(objection: Statement, objecting: Standing, reserving: Standing) -> bool:
    """Whether an objection came when the reservation had been accepted already (VCLT art. 20(5)).

    That is later than twelve months after it, or after the objecting state's own consent if that was later; the day of
    the deposit stands for that of the notification, which is not recorded.
    """
    reserved = _reserved(reserving)
    if objection.kind is not StatementKind.OBJECTION or objection.made is None or reserved is None:
        return False
    last = months_after(reserved.latest, TO_OBJECT)
    if objecting.consent is not None:
        last = max(last, objecting.consent.latest)
    return objection.made.earliest > last


def can_be_objected_to(theirs: Iterable[Statement]) -> bool:
    """Whether a state's standing statements hold a reservation, or may (VCLT arts 2(1)(d), 20).

    An objection to one that was withdrawn, or is not made yet, does nothing.
    """
    return any(statement.kind in MAY_RESERVE for statement in theirs)


def _reserved(reserving: Standing) -> When | None:
    """The last day on which a state made a reservation with the consent that its standing rests on."""
    if reserving.deciding is None:
        return None
    days = [
        statement.made
        for statement in reserving.deciding.statements
        if statement.kind in MAY_RESERVE and statement.made is not None
    ]
    return max([reserving.deciding.when, *days], key=lambda day: day.latest)
