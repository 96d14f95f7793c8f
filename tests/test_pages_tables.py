"""What tables of several pages have in common."""

import pytest

from toc_treaties.pages.tables import number_cell


@pytest.mark.parametrize(
    ("number", "text", "shown", "value"), [(3, "", "3", 3), (0, "", "", None), (3, "3 of 4", "3 of 4", None)]
)
def test_a_spreadsheet_stores_the_number_that_a_cell_says(
    number: int, text: str, shown: str, value: int | None
) -> None:
    """A cell that says more than its number, or nothing, is stored as its text."""
    made = number_cell(number, text)
    assert (made.text, made.value) == (shown, value)
