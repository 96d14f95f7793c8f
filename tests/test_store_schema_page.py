"""The examples of docs/schema.md are what the register reads."""

import re
from pathlib import Path
from textwrap import dedent

import pytest

from tests.registers import load_texts, reader, state_text
from toc_treaties.model.action import Kind, StatementKind
from toc_treaties.model.problem import Problem
from toc_treaties.model.register import Register
from toc_treaties.store.entries_shape import ENTRY
from toc_treaties.store.load import load
from toc_treaties.store.state_shape import state_record

PAGE = (Path(__file__).parent.parent / "docs" / "schema.md").read_text("utf-8")
FENCES = re.finditer(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
BLOCKS = [(PAGE[: fence.start()].count("\n") + 1, fence[1]) for fence in FENCES]
ENTRIES = [block for block in BLOCKS if block[1].startswith("  ")]
WHOLE = {re.sub(r"^#.*\n", "", text).split(":")[0]: text for _, text in BLOCKS if not text.startswith("  ")}
INSTRUMENTS = "".join(f"{id}: {{adopted: 1961-03-30}}\n" for id in ("untoc", "uncac", "cifta", "firearms", "mla")) + (
    "".join(f"{id}: {{adopted: 1961-03-30}}\n" for id in ("narcotics-1961", "budapest", "maritime", "extradition"))
    + "".join(f"{id}: {{adopted: 1961-03-30}}\n" for id in ("trafficking-1988", "mla-protocol"))
)


def _instruments() -> bytes:
    """Every instrument that the page's examples name, in its shortest form."""
    fields = "tier: urged, paragraph: 2.i, short: {en: S}, column: C, title: {en: T}, depositary: keeper"
    return INSTRUMENTS.replace("{adopted", f"{{{fields}, adopted").encode()


def _loaded(treaties: str) -> tuple[Register, list[Problem]]:
    return load_texts(state_text(treaties), instruments=_instruments())


def test_the_page_has_examples() -> None:
    """The page shows each file once and each kind of entry in an example of its own."""
    assert len(ENTRIES) >= 11
    assert list(WHOLE)[:5] == ["states", "iso3", "untoc", "un-secretary-general", "untc-xviii-12-2014"]


@pytest.mark.parametrize("example", [pytest.param(text, id=f"line-{line}") for line, text in ENTRIES])
def test_each_worked_example_loads(example: str) -> None:
    """An entry copied from the page is read without a problem, and every line of it as an entry."""
    register, problems = _loaded(example)
    assert problems == []
    cells = register.states["avalon"].treaties
    assert sum(len(cell.entries) for cell in cells.values()) == len(re.findall(r"^    - ", example, re.MULTILINE))


def test_the_example_of_a_state_loads() -> None:
    """The state's file shown on the page is read, with its membership, participation and treaties."""
    text = WHOLE["iso3"]
    register, problems = load_texts(text, instruments=_instruments(), slug="bolivia")
    assert problems == []
    state = register.states["bolivia"]
    assert state.iso2 == "BO"
    assert state.name["pt"] == "Bolívia"
    assert state.memberships["mercosur"][0].unconfirmed == "day of the deposit not seen"
    assert state.participation[0].readings[0].sources == ("some-source",)
    assert [action.kind for action in state.treaties["untoc"].actions] == [Kind.SIGNATURE, Kind.RATIFICATION]


def test_the_examples_of_the_other_files_load() -> None:
    """The instrument, the depositary and the source shown on the page are read."""
    instrument = WHOLE["untoc"].replace("conflict: […]", "conflict: [{says: 2000-11-16, source: some-source}]")
    files = {
        "register.yaml": WHOLE["states"],
        "instruments.yaml": instrument,
        "depositaries.yaml": WHOLE["un-secretary-general"],
        "sources.yaml": WHOLE["untc-xviii-12-2014"].replace(
            "archived: …", "archived: https://web.archive.org/web/2014/https://treaties.un.org/"
        ),
    }
    register, problems = load(reader(files), [])
    assert problems == []
    treaty = register.instruments["untoc"]
    assert treaty.requires is not None
    assert treaty.requires.of == "untoc"
    assert treaty.exit is not None
    assert treaty.exit.years == 1
    assert treaty.paths["protocol-1972"].name["en"] == "1972 Protocol"
    assert treaty.serves["extradition"][0].articles == ("16(3)",)
    assert treaty.serves["boarding"][0].elected is not None
    assert [clause.first for clause in treaty.precedence] == ["earlier"]
    assert treaty.designations[0].due
    assert register.depositaries["un-secretary-general"].site == "https://treaties.un.org/"
    assert register.sources["untc-xviii-12-2014"].as_of is not None


def test_every_kind_of_entry_is_on_the_page() -> None:
    """The page names each kind of entry, of statement, and each field that an entry can hold."""
    words = {*Kind, *StatementKind, *ENTRY.records}
    words |= {field for record in ENTRY.records.values() for field in record.fields}
    words |= set(state_record("a", ()).fields)
    named = {word for word in words if re.search(rf"`{word}[:`]|^\s*(- )?{word}:", PAGE, re.MULTILINE)}
    assert words - named == set()


@pytest.mark.parametrize(
    "entry",
    [
        "signature: 2000-12-12",
        "definitive_signature: 2000-12-12",
        "ratification: 2000-12",
        "acceptance: 2000",
        "approval: 2000-12-12",
        "accession: unknown\nbetween: [2000-01-01, 2001-01-01]",
        "succession: 1991-07-05\neffect_from: 1979-02-22",
        "consent_to_be_bound: 2000-12-12",
        "provisional_application: 2000-12-12",
        "formal_confirmation: 2000-12-12",
        "denunciation: 2011-06-29\ntakes_effect: 2012-01-01",
        "revocation: 2011-08-29",
        "signature_succession: 1991-07-05",
        "signature_withdrawal: 2001-07-05",
        "instrument_withdrawal: 2001-07-05",
        "no_intention: 2002-05-06",
        "suspension: 2010-01-02\narea: the bay",
        "lodged: 2011-12-29\nawaits: twelve months for objections",
        "none_seen: 2021-02-26",
        "none_seen: undated",
        "no_information: looked for",
        "invitation: 2020\nuntil: 2025",
        "invitation: unknown\nuntil: none",
        "invitation: none",
        "invitation: 2020-04\nuntil: unknown",
    ],
)
def test_every_kind_of_entry_loads(entry: str) -> None:
    """Each kind of entry, in each spelling of its date, is read as one entry of the cell."""
    lines = dedent(entry).splitlines()
    written = "\n".join(["    - " + lines[0], *("      " + line for line in lines[1:]), "      source: seen"])
    register, problems = load_texts(state_text(f"  alpha:\n{written}\n"))
    assert problems == []
    assert len(register.states["avalon"].treaties["alpha"].entries) == 1
