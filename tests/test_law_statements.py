"""What statements do between two parties, one by one: which articles they reach, and until when they count."""

from collections.abc import Callable
from datetime import date

import pytest

from tests.registers import Tiny
from toc_treaties.law.evidence import NO_EVIDENCE
from toc_treaties.law.outcome import StandingKind
from toc_treaties.law.standing import Standing
from toc_treaties.law.statements import bars_treaty, covers, excluded, signatures, standing_statements, touches
from toc_treaties.model.action import Action, Kind, Statement, StatementKind
from toc_treaties.model.vocabulary import StatementEffect
from toc_treaties.store.dates import parse

Make = Callable[..., Tiny]


def _reservation(*articles: str, effect: StatementEffect | None = StatementEffect.EXCLUDES) -> Statement:
    return Statement(StatementKind.RESERVATION, "a line", articles, effect)


@pytest.mark.parametrize(
    ("wider", "article", "expected"),
    [
        ("16", "16", True),
        ("16", "16(5)", True),
        ("16(5)", "16(5)(a)", True),
        ("16(5)", "16", False),
        ("16(5)", "16(50)", False),
        ("1", "16", False),
        ("X", "XI", False),
        ("XIII", "XIII(3)", True),
        ("36(2)(b)(i)", "36(2)(b)(ii)", False),
    ],
)
def test_an_article_contains_its_paragraphs(wider: str, article: str, expected: bool) -> None:
    """Article 16 contains 16(5) and not the other way; 1 does not contain 16, nor 36(2)(b)(i) its sister (ii)."""
    assert covers(wider, article) is expected


@pytest.mark.parametrize(("said", "taken"), [("9", True), ("9(1)", True), ("9(1)(c)", True), ("9(1)(c)(i)", False)])
def test_an_article_is_taken_out_whole_or_not(said: str, taken: bool) -> None:
    """A reservation takes out its article with all its paragraphs; one to a part leaves the rest (VCLT 21(1)(a))."""
    assert excluded(_reservation(said), "9(1)(c)") is taken


@pytest.mark.parametrize("effect", [None, StatementEffect.LIMITS, StatementEffect.INFORMS])
def test_only_an_exclusion_takes_anything_out(effect: StatementEffect | None) -> None:
    """What limits, informs, or whose effect was not seen leaves the article, and is said beside it."""
    assert not excluded(_reservation("9", effect=effect), "9")
    assert touches(_reservation("9", effect=effect), ["9(1)"])


@pytest.mark.parametrize(("said", "reached"), [("9", True), ("9(1)(c)", True), ("9(2)", False), ("19", False)])
def test_a_statement_touches_what_it_names(said: str, reached: bool) -> None:
    """A statement concerns an article that it names, contains, or that contains it, and no other."""
    assert touches(_reservation(said, effect=StatementEffect.LIMITS), ["9(1)"]) is reached


def test_a_statement_of_unknown_text_may_concern_every_article() -> None:
    """Where neither text nor articles were seen, the statement is shown with every basis of the instrument."""
    assert touches(Statement(StatementKind.STATEMENT, None), ["9(1)"])
    assert not excluded(Statement(StatementKind.STATEMENT, None), "9(1)")


def test_an_objection_bars_the_treaty_with_one_state() -> None:
    """An objection that excludes and names no article keeps the treaty out with the state named (VCLT 20(4)(b))."""
    objection = Statement(StatementKind.OBJECTION, "a line", (), StatementEffect.EXCLUDES, to="XXB")
    assert bars_treaty(objection, "XXB")
    assert not bars_treaty(objection, "XXC")
    assert not bars_treaty(objection._replace(effect=None), "XXB")
    assert not bars_treaty(objection._replace(articles=("9",)), "XXB")
    assert not bars_treaty(objection._replace(kind=StatementKind.RESERVATION), "XXB")


def _texts(made: Tiny, day: str) -> list[str | None]:
    now = made.standing(day)
    return [one.text for one in standing_statements(now, date.fromisoformat(day))]


def test_a_statement_counts_from_its_day_until_its_withdrawal(tiny: Make) -> None:
    """One made later counts from then, one withdrawn until the day before (VCLT 22(3)); a month counts when it ends."""
    made = tiny("""
        alpha:
          - ratification: 2003-05-01
            source: seen
            statements:
              - {reservation: at first, withdrawn: 2010-03-15, source: seen}
              - {declaration: later, date: 2008-06-01, source: seen}
              - {declaration: for a while, withdrawn: 2012-04, source: seen}
    """)
    assert _texts(made, "2008-05-31") == ["at first", "for a while"]
    assert _texts(made, "2008-06-01") == ["at first", "later", "for a while"]
    assert _texts(made, "2010-03-14") == ["at first", "later", "for a while"]
    assert _texts(made, "2010-03-15") == ["later", "for a while"]
    assert _texts(made, "2012-04-29") == ["later", "for a while"]
    assert _texts(made, "2012-04-30") == ["later"]


def test_what_was_said_with_a_signature_that_was_withdrawn_counts_no_more(tiny: Make) -> None:
    """A state that took back its signature and acceded later is held to what it said on acceding alone."""
    made = tiny("""
        alpha:
          - signature: 2000-06-06
            source: seen
            statements: [{reservation: on signing, source: seen}]
          - signature_withdrawal: 2001-06-06
            source: seen
          - accession: 2004-05-05
            source: seen
            statements: [{declaration: on acceding, source: seen}]
    """)
    assert _texts(made, "2001-06-05") == ["on signing"]
    assert _texts(made, "2001-06-06") == []
    assert _texts(made, "2004-05-05") == ["on acceding"]


def test_what_was_said_with_a_consent_that_ended_counts_no_more(tiny: Make) -> None:
    """A state that left and came back is held to what it said on its return, and to its signature's statements."""
    made = tiny("""
        alpha:
          - signature: 2000-06-06
            source: seen
            statements: [{declaration: on signing, source: seen}]
          - ratification: 2003-05-01
            source: seen
            statements: [{reservation: on ratifying, source: seen}]
          - denunciation: 2010-01-01
            source: seen
          - accession: 2012-01-01
            source: seen
            statements: [{reservation: on returning, source: seen}]
    """)
    assert _texts(made, "2002-01-01") == ["on signing"]
    assert _texts(made, "2009-01-01") == ["on signing", "on ratifying"]
    assert _texts(made, "2010-06-01") == ["on signing", "on ratifying"]
    assert _texts(made, "2013-01-01") == ["on signing", "on returning"]


@pytest.mark.parametrize(
    ("signed", "back", "stands"),
    [
        ("2001-05-10", "2001-05-10", False),
        ("2001-05-11", "2001-05-10", True),
        ("2001-05", "2001-05-10", True),
        ("2001-05-10", "2001-05", False),
        ("2001-04", "2001-05-10", False),
    ],
)
def test_a_signature_stands_where_it_can_have_been_after_every_withdrawal(
    signed: str, back: str, *, stands: bool
) -> None:
    """Of a month, a signature may be of its last day: what was withdrawn on the tenth was then another."""
    acts = (Action(Kind.SIGNATURE, parse(signed)), Action(Kind.SIGNATURE_WITHDRAWAL, parse(back)))
    now = Standing(StandingKind.SIGNATORY, NO_EVIDENCE, actions=acts)
    assert (signatures(now) == [acts[0]]) is stands
