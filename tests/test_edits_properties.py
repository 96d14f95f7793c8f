"""What holds of setting figures in any state's file: what was set is read back, and every other line stays."""

from collections.abc import Mapping
from textwrap import indent
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import rulebook
from tests.commitments import EXAMPLIA, files, register_of
from toc_treaties.edits.filled import Entered
from toc_treaties.edits.forms import read_form
from toc_treaties.edits.lined import PlacingError
from toc_treaties.edits.slots import slots, value_of
from toc_treaties.edits.splice import set_field, set_figures
from toc_treaties.model.assessment import Return
from toc_treaties.store.characters import odd_in
from toc_treaties.store.load import load

REGISTER = register_of()
SLOTS = slots(REGISTER)
COUNTS = [slot for slot in SLOTS if slot.term is None]
TERMS = [slot for slot in SLOTS if slot.term not in {None, "text"}]
(TEXT,) = (slot for slot in SLOTS if slot.term == "text")
NUMBERS = st.none() | st.integers(0, 9999)
WORDS = st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), min_size=1, max_size=20).map(
    lambda text: (" ".join(text.split()) or "-") if not odd_in(text) else "-"
)
REMARKS = st.sampled_from(["", "", "", "# seen\n", "# {not: yaml\n", "# 'open\n", "# ships: 7\n"])
BEHIND = st.sampled_from(["", "", " # seen", ' # "so', " # a: b"])
Draw = st.DrawFn


def _scalar(value: int | str | None) -> str:
    return (
        "null"
        if value is None
        else f"'{value.replace(chr(39), chr(39) * 2)}'"
        if isinstance(value, str)
        else str(value)
    )


@st.composite
def sentences(draw: Draw) -> str:
    """The terms of sentences in one of YAML's two styles, or as not reported."""
    drawn: dict[str, int | str | None] = {
        slot.term: draw(NUMBERS)
        for slot in draw(st.lists(st.sampled_from(TERMS), unique_by=lambda slot: slot.name))
        if slot.term
    }
    if draw(st.booleans()):
        drawn["text"] = draw(WORDS)
    style = draw(st.sampled_from(["flow", "block", "null"]))
    if style == "null" or not drawn:
        return draw(st.sampled_from([" null", " {}"]))
    if style == "flow":
        return " {" + ", ".join(f"{key}: {_scalar(value)}" for key, value in drawn.items()) + "}"
    return "".join(f"\n  {key}: {_scalar(value)}{draw(BEHIND)}" for key, value in drawn.items())


@st.composite
def figures(draw: Draw) -> str:
    """The block of a return's figures, with remarks between and behind them."""
    lines = [
        f"{draw(REMARKS)}{slot.id}: {_scalar(draw(NUMBERS))}{draw(BEHIND)}\n"
        for slot in draw(st.lists(st.sampled_from(COUNTS), unique_by=lambda slot: slot.name, max_size=3))
    ]
    if not lines or draw(st.booleans()):
        lines.insert(draw(st.integers(0, len(lines))), f"terms:{draw(sentences())}\n")
    return "".join(lines)


@st.composite
def returns(draw: Draw) -> str:
    """The returns of a few years, or none, each step two or four wide."""
    step = draw(st.sampled_from(["  ", "    "]))
    text = ""
    for year in draw(st.lists(st.sampled_from([2009, 2010, 2011]), unique=True)):
        fields = [f"figures:\n{indent(draw(figures()), step)}"]
        if draw(st.booleans()):
            fields.append(
                draw(st.sampled_from(["note: as given\n", 'note: "as\n  given"\n', "source: [gazette-2012]\n"]))
            )
        if draw(st.booleans()):
            fields.insert(0, f"submitted: {year + 1}-03\n")
        if draw(st.booleans()):
            fields.reverse()
        text += draw(REMARKS) + f"{year}:\n" + indent("".join(fields), step)
    return f"{draw(REMARKS)}returns:\n{indent(text, step)}{draw(REMARKS)}" if text else draw(REMARKS)


ENTERED = st.lists(
    st.one_of(
        st.tuples(st.sampled_from([*COUNTS, *TERMS]), NUMBERS),
        st.tuples(st.just(TEXT), WORDS | st.none()),
    ),
    unique_by=lambda pair: pair[0].name,
    max_size=5,
).map(lambda pairs: [Entered(slot, value, "") for slot, value in pairs])


def _read(text: str) -> Mapping[int, Return]:
    found: rulebook.Files = {**files(), EXAMPLIA: text.encode()}
    register, problems = load(found.__getitem__, ["examplia"])
    assert problems == []
    return register.states["examplia"].returns


def _values(given_: Return | None) -> dict[str, Any]:
    return {slot.name: value_of(given_, slot) for slot in SLOTS}


@given(returns(), ENTERED, st.sampled_from([2009, 2010, 2012]), st.booleans())
def test_what_is_set_is_read_back_and_the_rest_stays(
    written: str, entered: list[Entered], year: int, windows: bool
) -> None:
    """For any style of file and any figures: they are read back, no other figure changes, no remark or line is lost."""
    before = files()[EXAMPLIA].decode().replace("treaties:\n", written + "treaties:\n")
    before = before.replace("\n", "\r\n") if windows else before
    had = _read(before)
    after = set_figures(before, year, entered)
    now = _read(after)
    expected = _values(had.get(year)) | {one.slot.name: one.value for one in entered}
    assert _values(now.get(year)) == expected
    assert {other: _values(now[other]) for other in had if other != year} == {
        other: _values(had[other]) for other in had if other != year
    }
    assert ("\r\n" in after, after.count("\n") == after.count("\r\n")) == (windows, windows)
    touched = {one.slot.id for one in entered} | {one.slot.term for one in entered if one.slot.term}
    rest = iter(after.splitlines())
    for line in before.splitlines():
        if line.strip().partition(":")[0] in touched:
            assert line.partition(" #")[2] in after
        else:
            assert any(line == other for other in rest), line


A, B, S = COUNTS[0].id, COUNTS[1].id, TERMS[0].id
WHY = "unconfirmed: the page was not kept"
LAYOUTS = (
    f"returns: {{2010: {{figures: {{{A}: 1}}, {WHY}}}}}\n",
    f"returns:\n  2010:\n    {WHY}\n    figures: {{{A}: 1,\n      {B}: 2}}\n",
    f"returns:\n  2010:\n    {WHY}\n    figures: {{\n      {A}: 1,\n      {B}: 2, # two\n    }}\n",
    f"returns:\n  2010:\n    {WHY}\n    figures: {{ # none\n    }}\n",
    f"returns:\n  2010:\n    {WHY}\n    figures:\n      {A}:\n        # one\n        1\n",
    f"returns:\n  2010:\n    {WHY}\n    figures:\n      ? {A}\n      : 1\n",
    f"returns:\n  ? 2010\n  : {WHY}\n    figures:\n      {A} : 1\n",
    f"returns:\n  2010:\n    figures:\n      {S}: {{min: 1, text: 'a\n         b'}}\n    {WHY}\n",
    f"returns:\n  2010:\n    figures:\n      {S}:\n        text: >-\n         a\n        min: 1\n    {WHY}\n",
    f"'returns':\n  '2010':\n    figures:\n      {S}: null\n      '{A}': 1\n    {WHY}\n\n\n",
)
"""Ways in which YAML may write a return, beside those of a file that is in order."""


@pytest.mark.parametrize("written", LAYOUTS)
@pytest.mark.parametrize("frame", ["{}", "\ufeff{}", "---\n{}"])
def test_a_figure_is_set_in_whatever_layout_yaml_allows(written: str, frame: str) -> None:
    """Braces over lines, keys with a question mark, texts over lines: what is set is read back, and all else stays."""
    before = frame.format(files()[EXAMPLIA].decode().replace("treaties:\n", written + "treaties:\n"))
    had = _values(_read(before)[2010])
    for entered in ([Entered(COUNTS[0], 5, "")], [Entered(TEXT, 'it\'s "x": {y}', ""), Entered(TERMS[0], 3, "")]):
        after = _read(set_field(set_figures(before, 2010, entered), 2010, "submitted", "2012-01-01"))
        assert _values(after[2010]) == had | {one.slot.name: one.value for one in entered}
        beside = _read(set_field(set_figures(before, 2011, entered), 2011, "unconfirmed", "the page was not kept"))
        assert _values(beside[2010]) == had


def test_a_figure_that_has_no_place_is_refused() -> None:
    """Where a value stands that a figure cannot stand within, nothing is made of it."""
    with pytest.raises(PlacingError):
        set_figures("returns: [2010]\ntreaties: {}\n", 2010, [Entered(COUNTS[0], 5, "")])


@given(returns(), ENTERED, st.sampled_from([2009, 2010, 2012]))
def test_setting_the_same_again_changes_nothing(written: str, entered: list[Entered], year: int) -> None:
    """Set twice, figures stand as they stood after the first time."""
    before = files()[EXAMPLIA].decode().replace("treaties:\n", written + "treaties:\n")
    once = set_figures(before, year, entered)
    assert _values(_read(set_figures(once, year, entered)).get(year)) == _values(_read(once).get(year))


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode), st.sampled_from(["form.csv", "form.yaml"]))
def test_any_file_is_a_form_or_is_refused(content: bytes, name: str) -> None:
    """Whatever is handed in, it speaks of one state and year, or its faults say where they are."""
    form = read_form(name, content, REGISTER)
    assert form.faults or (form.state is not None and form.year is not None)
    assert all(fault.message for fault in form.faults)
