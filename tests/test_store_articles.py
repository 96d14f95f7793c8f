"""An article has one form, in every field that holds one; another form is refused with the right one beside it."""

import re

import pytest

from tests.registers import faulty
from toc_treaties.store.articles import ARTICLE, CitedArticle

TAKEN = ["18", "18(3)", "3(1)(a)(ii)", "XIV(2)", "21 bis", "36(2)(b)(iii)", "27(9)(e)", "36(1 bis)", "XIX", "101"]
REFUSED = {
    "art. 18": "write 18",
    "Artículo XIV(2)": "write XIV(2)",
    "18.3": "write 18(3)",
    "18 (3)": "write 18(3)",
    "18, para. 3": "write 18(3)",
    "“18(3)”": "write 18(3)",
    "xiv(2)": "write XIV(2)",
    "21bis": "write 21 bis",
    "18(3": "write it as",
    "IIII": "write it as",
    "18(9)-(29)": "write it as",
    "0": "write it as",
}


@pytest.mark.parametrize("text", TAKEN)
def test_an_article_is_a_number_and_brackets(text: str) -> None:
    """Arabic or Roman numbers, *bis*, and brackets to any depth are taken."""
    assert re.fullmatch(ARTICLE, text)


@pytest.mark.parametrize("text", list(REFUSED))
def test_another_form_is_refused_with_the_right_one(text: str) -> None:
    """A word, a full stop or curly quotes would silently disable a reservation: refused at the article itself."""
    made = faulty(
        f"""
        alpha:
          - accession: 2005-01-01
            source: seen
            statements:
              - reservation: one line
                articles: ['{text}']
                source: seen
        """
    )
    (problem,) = made.problems
    assert (problem.rule, problem.width) == ("article-form", len(text))
    assert problem.help.startswith(REFUSED[text])


FIELDS = {
    "a clause": "later_parties: {days: 30, article: art. 3}",
    "the end": "exit: {word: denunciation, years: 1, article: 40.1}",
    "what it serves": "serves: {extradition: [{articles: ['16.3']}]}",
    "on what that turns": "serves: {extradition: [{articles: ['16(3)'], turns_on: '16.3'}]}",
    "a designation": "designations: [{article: art 18, what: authority, due: true}]",
    "the last article": "last_article: 41(2)",
}


@pytest.mark.parametrize("field", list(FIELDS))
def test_every_field_of_an_instrument_has_that_form(field: str) -> None:
    """An instrument's clauses, what it serves, its designations and its last article are written alike."""
    problems = faulty(instruments=f"alpha:\n  adopted: 1999-12-01\n  {FIELDS[field]}\n").problems
    assert problems[0].rule == "article-form"


@pytest.mark.parametrize(
    ("text", "right"), [("untoc art. 5", "untoc 5"), ("UNTOC 5", "untoc 5"), ("iacac vii", "iacac VII"), ("5", None)]
)
def test_an_article_cited_with_its_instrument(text: str, right: str | None) -> None:
    """Where a field takes the instrument's id before it, the id and the article each get their form."""
    assert CitedArticle().suggested(text) == right
