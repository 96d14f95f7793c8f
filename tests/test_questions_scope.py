"""What the shared filters leave: the same states and instruments on every command, said on the page and in the data."""

import json
from datetime import date
from typing import Any

import pytest

from tests.console import toc
from toc_treaties.model.instrument import Tier
from toc_treaties.model.register import Register
from toc_treaties.pages.scope import members_text, only_text, titled
from toc_treaties.questions.scope import Scope
from toc_treaties.words.language import ENGLISH

DAY = date(2026, 11, 21)


def scope(register: Register, names: str, **filters: Any) -> Scope:  # noqa: ANN401 - any field
    """A scope of some states by their codes, in the order given, and of the first two instruments."""
    by_code = {state.iso3: state for state in register.states.values()}
    instruments = tuple(register.instruments.values())[:2]
    return Scope(DAY, tuple(by_code[name] for name in names.split()), instruments)._replace(**filters)


@pytest.mark.data
@pytest.mark.parametrize(
    ("filters", "title", "members", "only"),
    [
        ({}, "Gaps", "OAS members", ""),
        (
            {"group": "caricom"},
            "Gaps: CARICOM members",
            "CARICOM members",
            "Only: CARICOM members on 21 Nov 2026.",
        ),
        (
            {"group": "sica", "subregion": "caribbean"},
            "Gaps: SICA members, Caribbean",
            "SICA members, Caribbean",
            "Only: SICA members on 21 Nov 2026; Caribbean.",
        ),
        ({"subregion": "caribbean"}, "Gaps: Caribbean", "OAS members, Caribbean", "Only: Caribbean."),
        ({"tier": Tier.URGED}, "Gaps", "OAS members", "Only: urged instruments."),
        ({"tier": Tier.URGED, "instruments_named": True}, "Gaps", "OAS members", "Only: UNTOC, TiP Protocol."),
        ({"states_named": True}, "Gaps", "OAS members", "Only: Haiti, Canada."),
    ],
)
def test_a_page_says_what_it_is_limited_to(
    register: Register, filters: dict[str, object], title: str, members: str, only: str
) -> None:
    """Whose states are shown stands in the title, in the label of totals and in a line that names each filter."""
    found = scope(register, "HTI CAN", **filters)
    assert titled("Gaps", found, ENGLISH) == title
    assert members_text(found, ENGLISH) == members
    assert only_text(found, ENGLISH) == only


@pytest.mark.data
@pytest.mark.parametrize(
    ("filters", "states", "instruments"),
    [
        ({}, False, False),
        ({"group": "caricom"}, True, False),
        ({"subregion": "caribbean"}, True, False),
        ({"states_named": True}, True, False),
        ({"tier": Tier.URGED}, False, True),
        ({"instruments_named": True}, False, True),
    ],
)
def test_an_answer_knows_whether_it_is_limited(
    register: Register, filters: dict[str, object], *, states: bool, instruments: bool
) -> None:
    """Any filter on states, and any on instruments, makes an answer one on some of them alone."""
    found = scope(register, "HTI CAN", **filters)
    assert (found.of_some_states, found.of_some_instruments) == (states, instruments)


def asked(*arguments: str) -> list[str]:
    """The states that an answer covers, by their codes."""
    return [one["state"] for one in json.loads(toc("gaps", *arguments, "-f", "json").out)["states"]]


@pytest.mark.data
def test_states_are_those_of_every_filter() -> None:
    """A grouping, a subregion and names limit one another; states stand as they were named, else by name."""
    assert asked("--group", "mercosur", "--as-of", "2013-01-01") == ["ARG", "BRA", "PRY", "URY", "VEN"]
    assert asked("--group", "caricom", "--subregion", "South America") == ["GUY", "SUR"]
    assert asked("suriname", "haiti", "canada", "--group", "caricom") == ["SUR", "HTI"]


@pytest.mark.data
@pytest.mark.parametrize("filters", [("haiti", "--group", "mercosur"), ("--group", "caricom")])
def test_filters_that_leave_no_state_are_refused(filters: tuple[str, ...]) -> None:
    """An empty page is no answer: the sentence says which filters left nothing, and on which day."""
    result = toc("gaps", *filters, "--as-of", "1950-01-01")
    assert (result.code, result.out) == (2, "")
    limits = " and ".join([*filters[:-2], " ".join(filters[-2:])])
    assert f"no state is left on 1950-01-01 by {limits}: ask for less, or of another day" in result.err
