"""Texts of a hundred thousand signs: what is looked at sign by sign takes no longer than it is long.

An expression that tries each beginning with each end takes minutes of such a text, where these take hundredths.
"""

import re
from datetime import date
from time import process_time

import pytest

from toc_treaties.model.names import named, without_brackets
from toc_treaties.readers import read
from toc_treaties.readers.page import PageFault
from toc_treaties.rules.institutions import personal
from toc_treaties.store.nodes import read_nodes

LENGTH = 100_000
SECONDS = 5
"""Ten times what the slowest takes on a busy machine, and a tenth of what one of the old expressions took."""
PAGES = (
    "ETS No",
    "Status as of ETS No 1",
    "GENERAL INFORMATION OF THE TREATY: A-59\n",
    "<td class=line-content>",
    "a: b\n",
)


@pytest.mark.parametrize(
    "part", [" ", "\n", "a: b\r\n", "<td class=line-content>", "<", "A. ", "1/", "'x ", "- ", "a@"]
)
def test_a_text_takes_as_long_as_it_is_long(part: str) -> None:
    """Blanks, brackets, heads, initials and digits without end, in a page, a name, a file and a designation."""
    text = part * (LENGTH // len(part))
    begun = process_time()
    for head in PAGES:
        with pytest.raises(PageFault):
            read((head + text).encode(), date(2020, 1, 1))
    assert named(f"{text}x", []) == []
    assert without_brackets(f"{text}x") == f"{text}x"
    personal(text, ("haiti",), whole=True)
    assert isinstance(read_nodes("states/x.yaml", f"a: [{text}".encode()), list)
    assert process_time() - begun < SECONDS


@pytest.mark.parametrize(
    ("name", "left"),
    [
        ("1 (chapeau) ", "1"),
        ("a (b) c", "a (b) c"),
        ("a ((b))", "a ((b))"),
        ("a (b) (c)", "a (b)"),
        ("(", "("),
        ("(x)", ""),
    ],
)
def test_what_stands_in_brackets_at_the_end_of_a_name_is_left_out(name: str, left: str) -> None:
    """The last brackets alone, and only where they end the name and hold no others."""
    assert without_brackets(name) == left


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        (f"<table><tr {' a=1' * 12_000}>", "one of its elements has thousands of attributes"),
        (f"<table><tr {'a=/' * 12_000}>", "one of its elements has thousands of attributes"),
        (f"<table>{'<tr>' * 750_001}", "it has more than 3,000,000 signs"),
        (f"<table>{'x' * 8_000_000}", "it has more than 8,000,000 bytes"),
        (f'{"[" * 100_000}"NumSTE"', "it is cut short, or is no JSON"),
    ],
)
def test_a_page_that_no_depositary_prints_is_refused_before_it_is_taken_apart(page: str, reason: str) -> None:
    """Attributes without end, of which a parser compares each with all others, pages of many megabytes, brackets."""
    heads = "STATUS AS AT " if page.startswith("<") else ""
    with pytest.raises(PageFault, match=re.escape(reason)):
        read((heads + page).encode(), date(2020, 1, 1))
