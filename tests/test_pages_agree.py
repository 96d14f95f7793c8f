"""On any day, every page says the same of every state and instrument: its standing, its part of the list, its count."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import DATA
from tests.registers import scope
from toc_treaties.document import Box, Document, Table
from toc_treaties.document import Checklist as Boxes
from toc_treaties.model.register import Register
from toc_treaties.model.state import State
from toc_treaties.model.when import UNSEEN
from toc_treaties.pages import checklist as checklist_report
from toc_treaties.pages import profile as state_report
from toc_treaties.pages import table as table_report
from toc_treaties.questions.across import across
from toc_treaties.questions.checklist import checklist
from toc_treaties.questions.gaps import gaps
from toc_treaties.questions.instrument import instrument_profile
from toc_treaties.questions.progress import progress
from toc_treaties.questions.table import table
from toc_treaties.records import checklist as checklist_record
from toc_treaties.records import commitments as commitments_record
from toc_treaties.records import gaps as gaps_record
from toc_treaties.records import instrument as instrument_record
from toc_treaties.records import progress as progress_record
from toc_treaties.records import table as table_record
from toc_treaties.store.files import in_folder
from toc_treaties.store.load import load
from toc_treaties.words.language import ENGLISH
from toc_treaties.words.phrases import SYMBOL

pytestmark = pytest.mark.data
Cells = dict[tuple[str, str], tuple[str, str]]
"""The standing and the part of each state under each instrument."""


@cache
def real() -> Register:
    """The real register with its commitments and meetings."""
    return load(in_folder(DATA).read, in_folder(DATA).slugs, also=("catalogue", "bodies", "meetings"))[0]


@cache
def turns() -> list[date]:
    """The days on which anything recorded begins, ends or was seen, each with its eve."""
    days = {day for state in real().states.values() for day in _days(state)}
    days |= {source.as_of.latest for source in real().sources.values() if source.as_of}
    days |= {one.in_force for one in real().instruments.values() if one.in_force}
    return sorted({day for turn in days for day in (turn, turn - timedelta(1)) if day.year > 1960})


def _days(state: State) -> Iterator[date]:
    for period in state.memberships.get("oas", ()):
        yield from (end.earliest for end in (period.since, period.until) if end)
    for cell in state.treaties.values():
        for action in cell.actions:
            ends = () if action.when == UNSEEN else (action.when.earliest, action.when.latest)
            yield from (day for day in (*ends, action.in_force, action.takes_effect) if day)
        yield from (seen.as_of.latest for seen in cell.none_seen if seen.as_of)


DAYS = st.one_of(st.deferred(lambda: st.sampled_from(turns())), st.dates(date(1960, 1, 1), date(2028, 1, 1)))


@settings(max_examples=60)
@given(day=DAYS)
def test_pages_agree(day: date) -> None:
    """Table, gaps, checklist and commitments never contradict each other, on any day."""
    cells, totals = _table(day)
    _gaps_agree(day, cells)
    _checklists_agree(day, cells)
    _commitments_agree(day, cells, totals)


@settings(max_examples=10)
@given(day=DAYS)
def test_profiles_and_progress_agree(day: date) -> None:
    """The profiles of states and instruments and the page on progress say what the table says."""
    cells, totals = _table(day)
    register = real()
    for instrument in register.instruments.values():
        profile = instrument_profile(register, instrument, scope(register, day), day)
        found = instrument_record.record(profile)
        assert found["total"] == totals[instrument.id]
        assert _cells(found["states"], instrument=instrument.id).items() <= cells.items()
    answer = progress_record.record(progress(register, scope(register, day), day))
    last = {one["instrument"]: one["parties"] for one in answer["series"]}
    for total in answer["totals"]:
        id, undated = total["instrument"], total["undated"]
        assert {key: total[key] for key in totals[id]} == totals[id]
        assert last[id] + undated == total["consented"]
        assert undated >= 0
    waiting = {(one["state"], one["instrument"]): one["part"] for one in answer["waiting"]}
    assert waiting == {key: part for key, (standing, part) in cells.items() if standing == "signatory"}


def _table(day: date) -> tuple[Cells, dict[str, dict[str, Any]]]:
    """What the table says, as data and in symbols, and its totals by instrument."""
    answer = table(real(), scope(real(), day), day)
    whole = table_record.record(answer)
    cells = _cells(whole["cells"])
    totals = {total.pop("instrument"): total for total in whole["totals"]}
    assert len(cells) == len(real().states) * len(real().instruments)
    _symbols_agree(table_report.page(answer, ENGLISH), cells)
    return cells, totals


def _cells(rows: list[dict[str, Any]], **same: str) -> Cells:
    keyed = ({**row, **same} for row in rows)
    return {(row["state"], row["instrument"]): (row["standing"], row["part"]) for row in keyed}


def _symbols_agree(page: Document, cells: Cells) -> None:
    """A symbol belongs to its standing; an absence to verify has one of its own."""
    names = {state.name["en"]: state.iso3 for state in real().states.values()}
    for matrix in (block for block in page.blocks if isinstance(block, Table)):
        for row in (row for section in matrix.sections for row in section.rows):
            state = names[re.sub(r"[¹²³⁴⁵⁶⁷⁸⁹]|\(\d+\)", "", row[0].text)]
            for id, cell in zip((column.key for column in matrix.columns[1:]), row[1:], strict=True):
                standing, part = cells[state, id]
                undated = (standing, part, cell.marked) == ("no_action", "to_verify", False)
                expected = {SYMBOL["undated"]} if undated else {SYMBOL[standing]}
                expected |= {SYMBOL["leaving"]} if standing in {"party", "contracting"} else set()
                expected |= {SYMBOL["undated"]} if part == "in_doubt" else set()
                expected |= {SYMBOL["between"]} if standing == "contracting" else set()
                assert cell.text in expected, (state, id)


def _gaps_agree(day: date, cells: Cells) -> None:
    """The gaps and what is to verify are those of the table, and the rest is neither."""
    answer = gaps(real(), scope(real(), day), day)
    listed: Cells = {}
    for one in gaps_record.record(answer)["states"]:
        for key, part in (("gaps", "gap"), ("to_verify", "to_verify"), ("in_doubt", "in_doubt")):
            listed |= {(one["state"], row["instrument"]): (row["standing"], part) for row in one[key]}
    assert listed == {key: value for key, value in cells.items() if value[1] in {"gap", "to_verify", "in_doubt"}}


PARTS = {
    Box.DONE: {"consented"},
    Box.PARTLY: {"gap"},
    Box.OPEN: {"gap"},
    Box.UNKNOWN: {"to_verify", "in_doubt"},
    Box.NOT_APPLICABLE: {"not_applicable", "not_open"},
}


def _checklists_agree(day: date, cells: Cells) -> None:
    """Each instrument stands once in a state's checklist, in the box of its part; so in the state's profile."""
    register = real()._replace(catalogue=None)
    for state in register.states.values():
        answer = checklist(register, state, day)
        found = _cells(checklist_record.record(answer)["instruments"], state=state.iso3)
        assert found.items() <= cells.items()
        lists = [block for block in checklist_report.page(answer, ENGLISH).blocks if isinstance(block, Boxes)]
        boxes = [item.box for block in lists for item in block.items]
        for box, id in zip(boxes, register.instruments, strict=True):
            assert cells[state.iso3, id][1] in PARTS[box], (state.iso3, id)
        if day.toordinal() % 10 == 0:
            captions = [
                block.caption for block in state_report.page(answer.profile, ENGLISH).blocks if isinstance(block, Table)
            ]
            parts = [cells[state.iso3, id] for id in register.instruments]
            doubtful = [part == "to_verify" and standing != "no_information" for standing, part in parts]
            assert [caption.endswith(", to verify") for caption in captions] == doubtful


def _commitments_agree(day: date, cells: Cells, totals: dict[str, dict[str, Any]]) -> None:
    """A paragraph that names a treaty is answered by the table's standing, part and total."""
    register = real()
    assert register.catalogue is not None
    for commitment in register.catalogue.commitments.values():
        for id in commitment.register:
            found = commitments_record.across_record(across(register, scope(register, day), commitment, day))
            assert _cells(found["states"], instrument=id).items() <= cells.items()
            assert {key: found["commitment"][key] for key in totals[id]} == totals[id]
