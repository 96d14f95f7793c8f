"""Which act on record is the one that is given again: the exact day first, and never one of several."""

from typing import Any

import pytest

from toc_treaties.edits.again import act_of

RECORDED: list[dict[str, Any]] = [
    {"accession": "1976"},
    {"denunciation": "2011-06-29"},
    {"accession": "2013-01-11"},
    {"signature": "unknown", "between": ["2000-12-12", "2001-03"]},
]


@pytest.mark.parametrize(
    ("kind", "day", "at"),
    [
        ("accession", "1976-09-23", 0),
        ("accession", "2013-01-11", 2),
        ("accession", "2013", 2),
        ("accession", "2014-01-11", None),
        ("ratification", "2013-01-11", None),
        ("signature", "2001-03-31", 3),
        ("signature", "2001-04-01", None),
        ("signature", "2000-12-11", None),
        ("signature", "2000-12", 3),
    ],
)
def test_an_act_is_known_again_by_its_kind_and_by_a_day_that_it_can_be(kind: str, day: str, at: int | None) -> None:
    """A year holds its days, a bracket those between its ends; another kind or another day is another act."""
    assert act_of(RECORDED, kind, day) == at


def test_of_several_acts_that_it_can_be_the_one_of_that_very_day_is_meant() -> None:
    """Where two can be meant, the one whose day is written alike; where none is, neither."""
    listed = [{"accession": "2013"}, {"accession": "2013-05-04"}]
    assert act_of(listed, "accession", "2013-05-04") == 1
    assert act_of(listed, "accession", "2013") == 0
    assert act_of([{"accession": "2013"}, {"accession": "2013-05"}], "accession", "2013-05-04") is None
