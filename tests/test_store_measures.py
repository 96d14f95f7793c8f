"""Topics and files of measures as the store reads them, and who reads them at all."""

import re
import shutil
from pathlib import Path

import pytest

from tests import rulebook
from tests.console import toc
from tests.registers import reader
from toc_treaties.cli.faults import AmbiguousError, UnknownChoiceError
from toc_treaties.cli.spelling import topic_named
from toc_treaties.model.measure import Measure, MeasureBasis, MeasureKind, MeasureStatus, Topic
from toc_treaties.store import opening
from toc_treaties.store.files import in_folder
from toc_treaties.store.load import ALL, load, one_of
from toc_treaties.store.measures_shape import MEASURE as MEASURE_FIELDS
from toc_treaties.store.measures_shape import SEARCH

DATA = Path(__file__).parent.parent / "data"
MEASURE = """
measures:
  - kind: law
    topics: [harbour-dues, wrecks]
    title: Ley de puertos
    title_english: Harbours Act
    adopted: 2009-05
    status: adopted
    source: [exa-a, exa-b]
    {}
sources:
  exa-a: {kind: secondary, title: A, publisher: A, url: "https://a.example/", as_of: undated}
  exa-b: {kind: official, title: B, publisher: B, url: "https://b.example/", as_of: 2010}
"""


def measure_of(line: str = "") -> Measure:
    """The one measure of a file, with a line more."""
    text = MEASURE.replace("    {}\n", f"    {line}\n" if line else "")
    files = {**rulebook.base(), "measures/examplia.yaml": text.encode()}
    register, problems = load(reader(files), ["examplia"], also=("topics", "measures"))
    assert problems == []
    return register.measures["examplia"].measures[0]


def test_a_measure_is_read_as_it_is_written() -> None:
    """Its kind, days as precise as they are known, and its sources in their order."""
    measure = measure_of()
    assert (measure.kind, measure.status, measure.title) == (MeasureKind.LAW, MeasureStatus.ADOPTED, "Ley de puertos")
    assert measure.adopted is not None
    assert (measure.adopted.text, measure.sources) == ("2009-05", ("exa-a", "exa-b"))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("", {}),
        ("provision: art. 5", {"": "art. 5"}),
        (
            "provision: {harbour-dues: art. 5, wrecks: arts. 20 to 31}",
            {"harbour-dues": "art. 5", "wrecks": "arts. 20 to 31"},
        ),
    ],
)
def test_a_provision_is_one_for_all_topics_or_one_for_each(line: str, expected: dict[str, str]) -> None:
    """One text stands under no topic's name."""
    assert measure_of(line).provision == expected


def test_a_source_of_a_measure_says_who_publishes_it() -> None:
    """It is official or secondary, and undated where its page bears no day."""
    files = {**rulebook.base(), "measures/examplia.yaml": MEASURE.replace("    {}\n", "").encode()}
    register, _ = load(reader(files), ["examplia"], also=("measures",))
    sources = register.measures["examplia"].sources
    assert (sources["exa-a"].as_of, sources["exa-a"].kind) == (None, MeasureBasis.SECONDARY)
    assert sources["exa-b"].kind is MeasureBasis.OFFICIAL


def test_a_state_without_a_file_has_no_measures() -> None:
    """The register says that it was not read; `check` says that the file is missing."""
    files = rulebook.base()
    del files["measures/samplia.yaml"]
    register, problems = load(reader(files), ["examplia", "samplia"], also=("topics", "measures"))
    assert problems == []
    assert register.measures["samplia"].measures == ()
    assert register.unread == {"measures/samplia.yaml"}
    assert "measures/samplia.yaml:1:1: error: the file is not there" in rulebook.message_of(files)


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """The register, with a file of measures and the list of topics that nobody can read."""
    shutil.copytree(Path(__file__).parent / "register", tmp_path / "data")
    (tmp_path / "data" / "measures" / "haiti.yaml").write_text('measures:\n  - kind: "law\n', "utf-8")
    (tmp_path / "data" / "topics.yaml").write_text("- no: [topics\n", "utf-8")
    return tmp_path


OF_LAWS = [("measures", "haiti"), ("measures", "--matrix"), ("state", "haiti"), ("due", "haiti")]


@pytest.mark.parametrize("command", OF_LAWS)
def test_a_question_about_laws_is_refused_while_a_states_file_is_missing(
    tmp_path: Path, command: tuple[str, ...]
) -> None:
    """That nobody looked for a law is never said of a state whose file of measures is not there."""
    shutil.copytree(Path(__file__).parent / "register", tmp_path / "data")
    (tmp_path / "data" / "measures" / "haiti.yaml").unlink()
    result = toc(*command, "--data", "data", folder=tmp_path)
    assert (result.code, result.out) == (3, "")
    assert result.err == "toc-treaties: data/measures/haiti.yaml is not there, and the question needs it\n"


@pytest.mark.parametrize(
    "command", [("gaps", "haiti"), ("table",), ("explain", "haiti", "untoc")], ids=lambda command: command[0]
)
def test_a_question_about_treaties_is_answered_while_a_file_of_measures_is_broken(
    broken: Path, command: tuple[str, ...]
) -> None:
    """What a state has joined is known, whatever is wrong with what it has done at home."""
    result = toc(*command, "--data", "data", folder=broken)
    assert (result.code, result.err) == (0, "")


def test_check_finds_the_fault_of_a_file_of_measures_at_its_line(broken: Path) -> None:
    """The file is named with its line, alone or among all."""
    for paths in ((), ("data/measures/haiti.yaml",)):
        result = toc("check", *(paths or ("--data", "data")), folder=broken)
        assert result.code == 1
        assert "data/measures/haiti.yaml:2:" in result.out


def test_a_states_file_is_checked_without_its_measures(broken: Path) -> None:
    """Who mends the one is not told of the other; the file named alone is spoken of."""
    good = "measures:\n  - {kind: law, topics: [drugs], title: Act, status: adopted}\n"
    (broken / "data" / "measures" / "haiti.yaml").write_text(good, "utf-8")
    shutil.copy(Path(__file__).parent / "register" / "topics.yaml", broken / "data" / "topics.yaml")
    told = {
        path: toc("check", path, folder=broken).out for path in ("data/states/haiti.yaml", "data/measures/haiti.yaml")
    }
    assert "measures" not in told["data/states/haiti.yaml"]
    assert (
        "data/measures/haiti.yaml:2:5: error: this law names no source [record-without-source]"
        in told["data/measures/haiti.yaml"]
    )
    assert "data/states/" not in told["data/measures/haiti.yaml"]


def test_gaps_and_table_open_no_file_of_measures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No answer about treaties waits for laws; outside a repository, where no file is compared with its revision."""
    shutil.copytree(DATA, tmp_path / "data")
    opened: list[str] = []
    read = opening.content_at

    def watched(path: Path) -> bytes:
        opened.append(path.as_posix())
        return read(path)

    monkeypatch.setattr(opening, "content_at", watched)
    given = ("--data", "data")
    assert [toc(*command, *given, folder=tmp_path).code for command in (("gaps", "haiti"), ("table",))] == [0, 0]
    assert any(name.endswith("data/states/haiti.yaml") for name in opened)
    assert [name for name in opened if "/measures/" in name or name.endswith("topics.yaml")] == []


@pytest.fixture(scope="module")
def topics() -> dict[str, Topic]:
    """The topics of the register."""
    found: dict[str, Topic]
    found, problems = one_of("topics", in_folder(DATA).read)
    assert problems == []
    return found


@pytest.mark.data
@pytest.mark.parametrize(
    ("argument", "topic"),
    [
        ("tip", "trafficking-in-persons"),
        ("trafficking", "trafficking-in-persons"),
        ("Human trafficking", "trafficking-in-persons"),
        ("trata", "trafficking-in-persons"),
        ("Traite des personnes", "trafficking-in-persons"),
        ("trafficking-in-persons", "trafficking-in-persons"),
        ("AML", "money-laundering"),
        ("lavado de activos", "money-laundering"),
        ("mla", "mutual-legal-assistance"),
        ("toc", "organized-crime"),
        ("Organised crime", "organized-crime"),
        ("cyber", "cybercrime"),
        ("guns", "firearms"),
        ("extradição", "extradition"),
    ],
)
def test_a_topic_is_named_as_people_call_it(topics: dict[str, Topic], argument: str, topic: str) -> None:
    """Its id, its name in four languages, and its common names."""
    assert topic_named(topics, argument).id == topic


@pytest.mark.data
def test_every_name_of_a_topic_means_that_topic_alone(topics: dict[str, Topic]) -> None:
    """No name in the list is two topics'."""
    for topic in topics.values():
        for name in (topic.id, *topic.name.values(), *topic.other_names):
            try:
                assert topic_named(topics, name) is topic, name
            except AmbiguousError as error:
                pytest.fail(f"{name}: {error}")


@pytest.mark.data
def test_a_misspelt_topic_is_answered_with_the_nearest(topics: dict[str, Topic]) -> None:
    """The message names what may have been meant."""
    with pytest.raises(UnknownChoiceError, match="extradition"):
        topic_named(topics, "extraditoin")


DOCS = Path(__file__).parent.parent / "docs"
EXAMPLES = [
    block
    for block in re.findall(r"```yaml\n(.*?)```", (DOCS / "schema.md").read_text("utf-8"), re.DOTALL)
    if re.search(r"^(?:measures|searched):$", block, re.MULTILINE)
]


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_of_the_documentation_is_read(example: str) -> None:
    """Whoever copies a measure or a search from the description of the files has its form right."""
    text = example.replace("archived: …", "archived: https://web.archive.org/2013/https://gazette.example/")
    text = text if "measures:" in text else f"measures: []\n{text}"
    register, problems = load(
        reader({**rulebook.base(), "measures/examplia.yaml": text.encode()}), ["examplia"], also=ALL
    )
    assert problems == []
    held = register.measures["examplia"]
    assert len(held.measures) + len(held.searched) == len(re.findall(r"^  - (?:kind|topic): ", text, re.MULTILINE)) > 0


def test_the_documentation_shows_every_field_of_a_measure() -> None:
    """No field of a measure, a search or a source of theirs is left unexplained."""
    page = (DOCS / "schema.md").read_text("utf-8")
    section = page[page.index("## `data/measures/") :]
    fields = {*MEASURE_FIELDS.fields, *SEARCH.fields, "archived"}
    assert {field for field in fields if not re.search(rf"^\s*(?:- )?{field}:", section, re.MULTILINE)} == set()
    assert EXAMPLES


@pytest.mark.parametrize("lines", [12, 14, 15])
def test_a_file_of_measures_that_was_cut_short_is_said_once(lines: int) -> None:
    """Whatever is lost below, within a measure or before its sources: one message, where the file ends."""
    whole = MEASURE.replace("    {}\n", "").split("sources:\n")
    second = whole[0].split("measures:\n")[1].replace("Ley de puertos", "Ley de naufragios").replace("2009-05", "2011")
    text = (whole[0] + second + "sources:\n" + whole[1]).lstrip("\n")
    cut = "".join(text.splitlines(keepends=True)[:lines])
    assert cut != text
    files = {**rulebook.base(), "measures/examplia.yaml": cut.encode()}
    found = rulebook.problems_of(files)
    assert [(problem.rule, problem.place.file) for problem in found] == [
        ("unknown-source", "data/measures/examplia.yaml")
    ]
    assert "cut short" in found[0].help
