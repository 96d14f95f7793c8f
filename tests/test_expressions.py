"""Each expression of the program is found, so that `python -m tests.expressions` tries it over texts without end."""

from tests.expressions import HELD, all_uses
from tests.pumps import pumps


def test_calls_that_name_their_expression_by_a_variable_are_all_known() -> None:
    """A new one is added to the table, with the expressions that it can be given, so that these are tried too."""
    found, unknown = all_uses()
    assert unknown == set(HELD)
    assert len(found) > 150


def test_what_an_expression_repeats_is_what_it_is_tried_with() -> None:
    """Texts are made of what may stand again and again, behind what has to stand before it."""
    assert ("<", "a") in pumps("<[^>]*>", 0)
    assert ("", " ") in pumps(r"\s+x", 0)
    assert pumps("[a-z]{2}", 0) == []
