"""What holds of recording in any file: the entry is read back, nothing else changes, and remarks keep their lines."""

import json
from textwrap import indent
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.registers import ALPHA, load_texts, state_text
from tests.strategies import GROUNDS, LINES
from toc_treaties.edits.again import act_again
from toc_treaties.edits.entries import ORDER, NewSource, day_of, in_order_of, new_entry, source
from toc_treaties.edits.lined import held
from toc_treaties.edits.placing import Added, Put, edited
from toc_treaties.model.action import Cell
from toc_treaties.model.register import Register
from toc_treaties.model.when import When
from toc_treaties.store.nodes import BOM

NAMES = ("alpha", "beta", "gamma")
INSTRUMENTS = "".join(ALPHA.replace("alpha", name) for name in NAMES)
KINDS = ("signature", "ratification", "accession", "denunciation", "none_seen", "invitation", "no_information")
DAYS = st.dates().map(lambda day: f"{max(day.year, 1900):04}-{day.month:02}-{min(day.day, 28):02}")
DATES = st.one_of(DAYS, DAYS.map(lambda day: day[:7]), DAYS.map(lambda day: day[:4]))
IDS = st.lists(st.sampled_from(["seen", "heard", "undated", "a-63-2026"]), max_size=3, unique=True).map(tuple)
BEHIND = st.sampled_from(["", "", "", " # seen", ' # "so', " # a: b"])
Draw = st.DrawFn


@st.composite
def entries(draw: Draw) -> dict[str, Any]:
    """The fields of an entry of any kind, its kind first."""
    kind = draw(st.sampled_from(KINDS))
    fields: dict[str, Any] = {kind: draw(GROUNDS if kind == "no_information" else DATES)}
    if kind == "invitation":
        fields["until"] = draw(st.one_of(DATES, st.just("none")))
    if sources := draw(IDS):
        fields["source"] = sources
    if kind != "no_information" and draw(st.integers(0, 2)) == 0:
        fields["unconfirmed"] = draw(GROUNDS)
    if draw(st.booleans()):
        fields["note"] = draw(LINES)
    if kind in KINDS[:4] and draw(st.booleans()):
        statement = {"reservation": draw(LINES), "articles": ("15(1)", "35"), "source": ("seen", "heard")}
        fields["statements"] = (statement,)
    return fields


def _json(value: Any) -> str:  # noqa: ANN401 - what an entry holds
    return json.dumps(value, ensure_ascii=False)


@st.composite
def items(draw: Draw) -> str:
    """One entry as an author may have written it: in braces, on lines, over two lines, with remarks."""
    fields = draw(entries())
    if draw(st.integers(0, 3)) == 0:
        return f"- {_json(fields)}{draw(BEHIND)}\n"
    gap = draw(st.sampled_from(["", "", "# within\n", "\n"]))
    lines = [f"{key}: {_json(value)}{draw(BEHIND)}\n" for key, value in fields.items()]
    if draw(st.integers(0, 4)) == 0 and "note" not in fields:
        lines.append('note: "over\n  two lines"\n')
    first, *rest = "".join([lines[0], gap, *lines[1:]]).splitlines(keepends=True)
    return f"- {first}" + "".join(line if not line.strip() else f"  {line}" for line in rest)


@st.composite
def files(draw: Draw) -> bytes:
    """A state's file with remarks between its lines, numbered so that each is known again."""
    numbers = iter(range(10_000))
    step = draw(st.sampled_from(["", "  ", "    "]))

    def remark(indented: str) -> str:
        shown = draw(st.sampled_from(["", "", "remark", "blank", "both"]))
        blank = "\n" if shown in {"blank", "both"} else ""
        return blank + (f"{indented}# remark {next(numbers)}: {{ - \n" if shown in {"remark", "both"} else "")

    treaties = ""
    for name in draw(st.permutations(NAMES)):
        listed = draw(st.lists(items(), max_size=3))
        style = draw(st.sampled_from(["empty", "brackets"])) if not listed else "lines"
        treaties += remark("  ") + f"  {name}:" + (" []" if style == "brackets" else "") + draw(BEHIND) + "\n"
        treaties += "".join(remark("  " + step) + indent(item, "  " + step) for item in listed)
    text = draw(st.sampled_from(["", "# first\n"])) + state_text(treaties + remark(""))
    if draw(st.booleans()):
        text = text.rstrip("\n")
    if draw(st.booleans()):
        text = text.replace("\n", "\r\n")
    return (BOM if draw(st.booleans()) else b"") + text.encode()


def _register(content: bytes) -> Register:
    register, problems = load_texts(content, instruments=INSTRUMENTS)
    assert problems == []
    return register


def _cells(content: bytes) -> dict[str, Cell]:
    return dict(_register(content).states["avalon"].treaties)


def _below(lines: list[str]) -> dict[str, str]:
    """The next line with content below each remark that stands on a line of its own."""
    return {
        line: next((other for other in lines[at + 1 :] if other.strip() and not other.lstrip().startswith("#")), "")
        for at, line in enumerate(lines)
        if line.lstrip().startswith("# remark")
    }


def _read_alone(name: str, entry: dict[str, Any]) -> Cell:
    """The cell that holds an entry and nothing else, written in a way of its own."""
    others = "".join(f"  {other}: []\n" for other in NAMES if other != name)
    return _cells(state_text(f"  {name}: [{_json(entry)}]\n{others}").encode())[name]


@given(files(), entries(), st.sampled_from(NAMES))
def test_a_file_with_an_entry_holds_what_it_held_and_the_entry(
    content: bytes, entry: dict[str, Any], name: str
) -> None:
    """load(record(text, entry)) = load(text) + entry; old lines, remarks, mark, line ends and last line stay."""
    before = _cells(content)
    (kind, day), *rest = entry.items()
    after = edited(content, new_entry(_register(content), "avalon", name, kind, day, dict(rest)).edit)
    now = _cells(after)
    assert {other: cell for other, cell in now.items() if other != name} == {
        other: cell for other, cell in before.items() if other != name
    }
    added = _read_alone(name, {kind: day, **in_order_of(ORDER, dict(rest))})
    for field in ("actions", "none_seen", "no_information", "invitations"):
        had, has, new = (getattr(cell, field) for cell in (before[name], now[name], added))
        assert len(has) == len(had) + len(new)
        assert [each for each in has if each not in new] == [each for each in had if each not in new]
        assert all(each in has for each in new)
    assert after.startswith(BOM) == content.startswith(BOM)
    assert after.endswith(b"\n") == content.endswith(b"\n")
    windows = b"\r\n" in content
    assert after.count(b"\n") == after.count(b"\r\n") if windows else b"\r" not in after
    old, new_lines = (text.decode("utf-8-sig").split("\n") for text in (content, after))
    left = iter(line.rstrip("\r") for line in new_lines)
    for line in (line.rstrip("\r") for line in old):
        bare = line.replace(" []", "", 1) if line.strip().startswith(f"{name}: []") else line
        assert any(other == line or (bare != line and other.startswith(bare.split(" #")[0])) for other in left), line
    kept = _below([line.rstrip("\r") for line in new_lines])
    for remark, line in _below([line.rstrip("\r") for line in old]).items():
        assert kept[remark] == line or line.strip().startswith(f"{name}: []")


def _acts(values: Any) -> list[tuple[str, int]]:  # noqa: ANN401 - what a file holds
    """Where acts stand to which a statement can be attached."""
    found = ((name, index, entry) for name in NAMES for index, entry in enumerate(values["treaties"].get(name) or []))
    return [(name, index) for name, index, entry in found if {*entry} & {*KINDS[:4]}]


@given(files(), st.data())
def test_what_is_set_on_an_entry_leaves_all_others(content: bytes, data: st.DataObject) -> None:
    """A statement below an act, and a source more for it: all that was there is there, and every remark."""
    acts = _acts(held(content))
    if not acts:
        return
    name, index = data.draw(st.sampled_from(acts))
    said: dict[str, Any] = {"declaration": data.draw(LINES), "articles": ("18(13)",), "source": ("heard",)}
    path = ("treaties", name, index)
    after = edited(content, Added((*path, "statements"), said))
    after = edited(after, Put(path, "source", "one-more", more=True))
    before, now = (_cells(text)[name].actions for text in (content, after))
    (changed,) = [(old, new) for old, new in zip(before, now, strict=True) if old != new]
    old, new = changed
    assert new.sources == (*old.sources, "one-more")
    assert new.statements[:-1] == old.statements
    assert (new.statements[-1].text, new.statements[-1].sources) == (said["declaration"], ("heard",))
    assert new._replace(sources=old.sources, statements=old.statements) == old
    lines, kept = (text.decode("utf-8-sig").splitlines() for text in (content, after))
    assert _below(kept).keys() == _below(lines).keys()
    assert after.count(b"# seen") == content.count(b"# seen")


@given(files(), st.data())
def test_an_act_seen_again_keeps_all_but_its_mark(content: bytes, data: st.DataObject) -> None:
    """A new source, the day in the place of a month, and the mark lifted: no other value, remark or line is touched."""
    acts = _acts(held(content))
    if not acts:
        return
    name, index = data.draw(st.sampled_from(acts))
    entry = held(content)["treaties"][name][index]
    kind, written = next((key, entry[key]) for key in entry if key in KINDS[:4])
    day = f"{written}-12-28"[:10] if len(written) != len("2026-12") else f"{written}-28"
    edits = act_again(("treaties", name, index), entry, kind, day, {"source": ("one-more",)}, (kind, *ORDER))
    after = content
    for edit in edits:
        after = edited(after, edit)
    before, now = (_cells(text)[name].actions for text in (content, after))
    ((old, new),) = [(old, new) for old, new in zip(before, now, strict=True) if old != new]
    assert (new.when.text, new.sources, new.unconfirmed) == (day, (*old.sources, "one-more"), None)
    assert new._replace(when=old.when, sources=old.sources, unconfirmed=old.unconfirmed) == old
    others = [{other: cell for other, cell in _cells(text).items() if other != name} for text in (content, after)]
    assert others[0] == others[1]
    lines, kept = (text.decode("utf-8-sig").splitlines() for text in (content, after))
    assert _below(kept).keys() == _below(lines).keys()
    assert [after.count(sign) for sign in (b"# seen", b"# a: b")] == [
        content.count(sign) for sign in (b"# seen", b"# a: b")
    ]
    assert (after.startswith(BOM), after.endswith(b"\n")) == (content.startswith(BOM), content.endswith(b"\n"))
    assert (b"\r\n" in content) == (b"\r\n" in after)
    assert after.count(b"\n") == after.count(b"\r\n") or b"\r" not in after


SOURCE_IDS = st.lists(st.from_regex(r"[a-z]{1,3}-[0-9]{1,2}", fullmatch=True), unique=True, min_size=2, max_size=6)


@settings(max_examples=50)
@given(SOURCE_IDS, st.data())
def test_a_source_stands_by_its_id(ids: list[str], data: st.DataObject) -> None:
    """In a file in the order of its ids a new source leaves it so, so that two that are new seldom meet."""
    new = data.draw(st.sampled_from(ids))
    fields = {"kind": "secondary", "title": "T: 1", "publisher": "P", "url": "https://a.example/", "as_of": "2020"}
    others = "".join(f"{id}:\n  kind: secondary\n" for id in sorted({*ids} - {new}))
    after = edited(f"# yaml-language-server: $schema=x\n{others}".encode(), source(NewSource(new, fields)).edit)
    assert list(held(after)) == sorted(ids)
    assert held(after)[new] == fields
    assert after.startswith(b"# yaml-language-server")


@given(st.lists(DATES, min_size=1, max_size=5), DATES)
def test_an_entry_stands_by_its_day(days: list[str], new: str) -> None:
    """In a list that is in the order of its days, the new entry leaves it so."""
    listed = sorted(days, key=_when)
    treaties = "  alpha:\n" + "".join(f"    - none_seen: {day}\n" for day in listed)
    content = state_text(treaties + "  beta: []\n  gamma: []\n").encode()
    after = edited(content, new_entry(_register(content), "avalon", "alpha", "none_seen", new, {}).edit)
    seen = [one.as_of for one in _cells(after)["alpha"].none_seen if isinstance(one.as_of, When)]
    at = next(index for index, one in enumerate(seen) if one.text == new)
    assert all(one.earliest <= seen[at].latest for one in seen[:at])
    assert all(one.latest >= seen[at].earliest for one in seen[at + 1 :])


def _when(day: str) -> str:
    return (day + "-01-01")[:10] if len(day) == len("2004") else (day + "-01")[:10]


def test_the_day_of_an_entry_is_the_act_s_or_the_first_that_it_can_be() -> None:
    """An unknown day stands by its bracket, a gap of information by its since, what has neither by nothing."""
    assert day_of({"ratification": "unknown", "between": ["2001-02-03", "2004"]}) == "2001-02-03"
    assert day_of({"no_information": "nobody looked", "since": "2001"}) == "2001"
    assert day_of({"invitation": "unknown", "until": "none"}) is None


def test_a_text_over_several_lines_ends_where_its_last_line_does() -> None:
    """Below a folded or a kept text the new entry comes at once: blank lines and remarks belong to what follows."""
    act = b"    - signature: 2000\n      note: >-\n        over\n        lines\n"
    content = b"treaties:\n  alpha:\n" + act + b"\n# on beta\n  beta:\n"
    added = Added(("treaties", "alpha"), {"none_seen": "2001"})
    assert edited(content, added) == content.replace(b"\n\n# on", b"\n    - none_seen: 2001\n\n# on")
    literal = content.replace(b">-", b"|-")
    assert edited(literal, added) == literal.replace(b"\n\n# on", b"\n    - none_seen: 2001\n\n# on")
