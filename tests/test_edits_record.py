"""Recording: what a command line adds, what it says that this means, what it refuses, and that nothing is lost."""

import difflib
import io
import multiprocessing
import os
import shutil
import sys
from collections.abc import Callable
from datetime import date
from errno import ENOSPC
from pathlib import Path
from typing import Any

import pytest

from tests.commitments import FROZEN
from tests.console import Result, toc
from toc_treaties.cli import asking
from toc_treaties.cli.record_kinds import KINDS, kind_named
from toc_treaties.model.action import Kind
from toc_treaties.model.source import Basis
from toc_treaties.model.state import State
from toc_treaties.rules.tables import publisher_of_depositary
from toc_treaties.store import putting
from toc_treaties.store.files import in_folder
from toc_treaties.store.load import load
from toc_treaties.store.putting import FileChange

NEW = (
    *("--source", "gazette-2018", "--source-title", "Gazette: treaties", "--source-publisher", "The depositary"),
    *("--source-url", "https://www.example.org/g.html", "--source-as-of", "2018-05", "--source-kind", "depositary"),
)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder with a register of four states in `data`, that a test may write to."""
    shutil.copytree(FROZEN, tmp_path / "data")
    return tmp_path


def record(home: Path, *arguments: str) -> Result:
    """The command on that register."""
    return toc("record", *arguments, "--data", "data", folder=home)


def lines_added(home: Path, name: str) -> list[str]:
    """The lines that a file of the register has more than it had; it has lost none."""
    before, after = ((folder / name).read_text("utf-8").splitlines() for folder in (FROZEN, home / "data"))
    lines = list(difflib.ndiff(before, after))
    assert not [line for line in lines if line.startswith("- ")]
    return [line[2:] for line in lines if line.startswith("+ ")]


def loaded(home: Path, slug: str) -> State:
    """The state as its file now says."""
    register, problems = load(in_folder(home / "data").read, [slug])
    assert problems == []
    return register.states[slug]


def untouched(home: Path) -> bool:
    """Whether every file is as it was."""
    return all(
        path.read_bytes() == (home / "data" / path.relative_to(FROZEN)).read_bytes() for path in FROZEN.rglob("*.yaml")
    )


def test_a_deposit_is_added_with_its_new_source(home: Path) -> None:
    """One command adds the act by its day, the source by its id, and says what the deposit changes in law."""
    result = record(home, "haiti", "maritime", "ratification", "2018-03-04", *NEW, "--notification", "N 4/2018")
    assert (result.code, result.err) == (0, "")
    assert lines_added(home, "states/haiti.yaml") == [
        "    - ratification: 2018-03-04",
        "      source: gazette-2018",
        "      depositary_notification: N 4/2018",
    ]
    assert lines_added(home, "sources.yaml") == [
        "gazette-2018:",
        "  kind: depositary",
        '  title: "Gazette: treaties"',
        "  publisher: The depositary",
        "  url: https://www.example.org/g.html",
        "  as_of: 2018-05",
    ]
    assert "+    - ratification: 2018-03-04" in result.out
    assert "Haiti: the San José Agreement signatory -> party since " in result.out
    assert "written: data/sources.yaml, data/states/haiti.yaml" in result.out


def test_a_dry_run_shows_all_and_writes_nothing(home: Path) -> None:
    """--dry-run shows the same difference and the same meaning, and touches no file."""
    given = ("haiti", "maritime", "ratification", "2018-03-04", *NEW)
    dry = record(home, *given, "--dry-run")
    assert (dry.code, untouched(home)) == (0, True)
    done = record(home, *given)
    assert dry.out.splitlines()[:-1] == done.out.splitlines()[:-1]
    assert dry.out.endswith("nothing was written: this is a dry run\n")


OF_HAITI = ("--shown", "listing", "--source", "hti-gazette-2018", *NEW[2:-1], "official")
REFUSED = {
    "a later day than today": (("haiti", "maritime", "accession", "2999-01-01"), "later than today"),
    "no source": (("haiti", "maritime", "accession", "2010-01-01"), "names no source"),
    "an act with another day": (
        ("haiti", "untoc", "ratification", "2011-04-20", "--source", "untc-xviii-12-2014"),
        "is a conflict: record STATE INSTRUMENT conflict DAY-ON-RECORD --text",
    ),
    "a mark on what is on record without one": (
        ("haiti", "untoc", "ratification", "2011-04-19", "--unconfirmed", "heard, not seen"),
        "is not marked as unconfirmed afterwards",
    ),
    "another reference than the recorded one": (
        ("haiti", "caricom", "member", "2002-07-02", "--until", "2004-03-01", "--source", "caricom-revised-treaty"),
        "on record with until 2004-02-29, and not 2004-03-01",
    ),
    "the words in another order": (
        ("untoc", "haiti", "2011-04-19", "ratification"),
        "the order is STATE INSTRUMENT KIND DATE: toc-treaties record haiti untoc ratification 2011-04-19",
    ),
    "figures of a return": (("haiti", "coop-mla-outgoing", "figure", "2012"), "with toc-treaties returns import"),
    "an act of a body": (
        ("general-secretariat", "untoc", "ratification", "2010"),
        "of a body of the Organization an assessment is recorded, and nothing else",
    ),
    "a remedy in the words of the command": (
        ("haiti", "untoc", "reservation", "2012-03-04", "--text", "x"),
        "add --source with an id of sources.yaml, or --unconfirmed with the reason",
    ),
    "a remedy that is no option of this kind is left out": (
        ("haiti", "maritime", "no-information", "2020-01-01", "--text", "approved at home", "--source", "acronym-1997"),
        "is it the source of the entry above? cite the one that shows it\n",
    ),
    "a remedy that names a field": (
        ("haiti", "drugs", "law", "2018-03-04", "--title", "Loi sur la drogue", "--status", "adopted", *OF_HAITI),
        "add --title-english, for readers of another language",
    ),
    "an end that nothing shows": (("haiti", "oas", "left", "2018-01-02"), "left needs --source"),
    "a source of the register under a law": (
        (
            *("haiti", "drugs", "law", "2018-03-04", "--title", "Drugs Act", "--status", "adopted"),
            *("--source", "untc-xviii-12-2014"),
        ),
        "an id that begins with hti-",
    ),
    "a reading without its source": (
        ("haiti", "oas", "contested-participation", "2019", "--reading", "it takes part"),
        "the id of its source first",
    ),
    "a step without its path": (
        ("haiti", "maritime", "ratification", "2018-03-04", "--step", "signature 2003-04-10", *NEW),
        "its kind, its day and its path",
    ),
    "a kind that is none": (("haiti", "untoc", "ratificaton", "2011"), "did you mean ratification"),
    "a verb": (("haiti", "untoc", "ratify", "2011"), "did you mean ratification"),
    "another language's word": (("haiti", "untoc", "Adhesión", "2011"), "did you mean accession"),
    "a word for several kinds": (("haiti", "untoc", "withdrawal", "2011"), "of a treaty in force: denunciation"),
    "a day in another form": (("haiti", "untoc", "ratification", "19 April 2011"), "did you mean 2011-04-19"),
    "the end of a suspension": (
        ("haiti", "untoc", "suspension-end", "2011"),
        "suspension-end has no entry of its own: note it at the act that it ends, with record STATE INSTRUMENT seen",
    ),
    "an invitation that was declined": (
        ("haiti", "budapest", "invitation declined", "2011"),
        "the invitation stands until its last day; note it there by hand",
    ),
    "an invitation that was withdrawn": (
        ("haiti", "budapest", "invitation-withdrawn", "2011"),
        "written as until by hand",
    ),
    "an option of another kind": (
        ("haiti", "untoc", "ratification", "2011", "--basis", "documented"),
        "--basis is not",
    ),
    "a source that is none": (("haiti", "maritime", "accession", "2010", "--source", "acronym-197"), "acronym-1997"),
    "nothing to ask in a script": (("haiti", "untoc"), "on a terminal only"),
    "a statement without an act": (
        ("haiti", "minamata", "reservation", "2010", "--text", "x", "--source", "acronym-1997"),
        "to which act",
    ),
}


@pytest.mark.parametrize("why", list(REFUSED))
def test_what_a_rule_objects_to_is_refused_and_nothing_is_written(home: Path, why: str) -> None:
    """An entry that adds a problem, or that cannot be understood, ends in exit code 2, with the reason."""
    arguments, said = REFUSED[why]
    result = record(home, *arguments)
    assert (result.code, result.out, said in result.err) == (2, "", True), result.err
    assert untouched(home)


HELD = "the table of the depositary holds it so"
ACTS: dict[Kind, tuple[str, ...]] = {
    Kind.SIGNATURE: ("mla 2018-03-04",),
    Kind.DEFINITIVE_SIGNATURE: ("maritime 2018-03-04",),
    Kind.RATIFICATION: ("maritime 2018-03-04",),
    Kind.ACCEPTANCE: ("maritime 2018-03-04",),
    Kind.APPROVAL: ("maritime 2018-03-04",),
    Kind.ACCESSION: ("psychotropics-1971 2018-03-04",),
    Kind.SUCCESSION: ("maritime 2018-03-04", "--as-recorded", HELD),
    Kind.CONSENT_TO_BE_BOUND: ("maritime 2018-03-04",),
    Kind.PROVISIONAL_APPLICATION: ("maritime 2018-03-04",),
    Kind.DENUNCIATION: ("untoc 2018-03-04",),
    Kind.REVOCATION: ("untoc 2018-04-02",),
    Kind.SIGNATURE_SUCCESSION: ("mla 2018-03-04", "--as-recorded", HELD),
    Kind.SIGNATURE_WITHDRAWAL: ("maritime 2018-03-04",),
    Kind.INSTRUMENT_WITHDRAWAL: ("maritime 2018-03-12",),
    Kind.NO_INTENTION: ("maritime 2018-03-04",),
    Kind.SUSPENSION: ("untoc 2018-03-04",),
    Kind.LODGED: ("maritime 2018-03-04",),
}
BEFORE = {
    Kind.REVOCATION: "untoc denunciation 2018-03-04",
    Kind.INSTRUMENT_WITHDRAWAL: "maritime ratification 2018-03-04",
}
"""The act without which another cannot have been done."""


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_of_act_is_recorded(home: Path, kind: Kind) -> None:
    """Each act that a state can do is a word of the command, and stands in the file; an organization's is refused."""
    cells = (home / "data" / "states" / "haiti.yaml").read_text("utf-8")
    (home / "data" / "states" / "haiti.yaml").write_text(
        cells.replace("none_seen: 2021-02-26", "none_seen: 2011-02-26")
    )
    if kind is Kind.FORMAL_CONFIRMATION:
        assert "an act of organizations, not of states" in record(home, "haiti", "mla", kind, "2018-03-04", *NEW).err
        return
    if kind in BEFORE:
        assert record(home, "haiti", *BEFORE[kind].split(), *NEW).code == 0
    what, *options = ACTS[kind]
    instrument, day = what.split()
    new = NEW[:2] if kind in BEFORE else NEW
    result = record(home, "haiti", instrument, kind.replace("_", "-"), day, *new, *options)
    assert (result.code, result.err) == (0, ""), result.err
    acts = loaded(home, "haiti").treaties[instrument].actions
    assert (kind, day, ("gazette-2018",)) in [(act.kind, act.when.text, act.sources) for act in acts]


OTHERS = {
    "none-seen": (
        ("haiti", "maritime", "none-seen", "2018-05", *NEW),
        ("states", ["    - none_seen: 2018-05", "      source: gazette-2018"]),
    ),
    "designation": (
        (
            "haiti",
            "untoc",
            "designation",
            "2018-03",
            "--article",
            "18(13)",
            "--institution",
            "Ministry of Justice",
            *NEW,
        ),
        (
            "states",
            [
                "designations:",
                "  - instrument: untoc",
                '    article: "18(13)"',
                "    institution: Ministry of Justice",
                "    since: 2018-03",
                "    source: gazette-2018",
            ],
        ),
    ),
    "membership": (
        ("haiti", "sica", "associate", "2018-03-04", *NEW),
        ("states", ["  sica:", "    - from: 2018-03-04", "      status: associate", "      source: gazette-2018"]),
    ),
    "conflict": (
        *(
            (
                "haiti",
                "untoc",
                "conflict",
                "2011-04-19",
                "--text",
                "2011-04-20",
                "--why",
                "the table has the 19th",
                *NEW,
            ),
        ),
        (
            "states",
            [
                "      conflict:",
                "        - says: 2011-04-20",
                "          source: gazette-2018",
                "          why: the table has the 19th",
            ],
        ),
    ),
    "assessment": (
        (
            *("haiti", "strategy-1", "assessment", "2024-03", "--status", "mostly-complete"),
            *("--basis", "documented", *NEW[:9], "2024-05", *NEW[10:]),
        ),
        (
            "states",
            [
                "assessments:",
                "  - commitment: strategy-1",
                "    status: mostly-complete",
                "    date: 2024-03",
                "    basis: documented",
                "    source: gazette-2018",
            ],
        ),
    ),
    "law": (
        (
            *("haiti", "drugs", "law", "2018-03-04", "--title", "Drugs Act", "--number", "No. 4 of 2018"),
            *("--status", "adopted", "--shown", "listing", "--source", "hti-gazette-2018", *NEW[2:-1], "official"),
        ),
        (
            "measures",
            [
                "  - kind: law",
                "    topics: [drugs]",
                "    title: Drugs Act",
                "    number: No. 4 of 2018",
                "    adopted: 2018-03-04",
                "    status: adopted",
                "    shown: listing",
                "    source: hti-gazette-2018",
                "  hti-gazette-2018:",
                "    kind: official",
                '    title: "Gazette: treaties"',
                "    publisher: The depositary",
                "    url: https://www.example.org/g.html",
                "    as_of: 2018-05",
            ],
        ),
    ),
    "condition": (
        ("haiti", "untoc", "condition", "unknown", "--article", "16(5)(a)", "--source", "untc-xviii-12-2014"),
        (
            "states",
            [
                "conditions:",
                "  - instrument: untoc",
                '    article: "16(5)(a)"',
                "    source: untc-xviii-12-2014",
            ],
        ),
    ),
    "contribution": (
        ("haiti", "OAS Specific Fund", "contribution", "2018", "--amount", "10000 USD", *NEW),
        (
            "states",
            [
                "contributions:",
                "  - year: 2018",
                "    to: OAS Specific Fund",
                "    amount: 10000 USD",
                "    source: gazette-2018",
            ],
        ),
    ),
    "participation": (
        (
            *("haiti", "oas", "contested-participation", "2018-03-04"),
            *("--reading", "gazette-2018: it takes part", "--reading", "oas-a-41: it takes none", *NEW),
        ),
        (
            "states",
            [
                "participation:",
                "  - status: contested",
                "    from: 2018-03-04",
                "    readings:",
                "      - says: it takes part",
                "        source: gazette-2018",
                "      - says: it takes none",
                "        source: oas-a-41",
                "    source: gazette-2018",
            ],
        ),
    ),
    "search": (
        ("haiti", "legal-persons", "search", "2020-05", "--where", "the official gazette, online"),
        ("measures", ["  - topic: legal-persons", "    date: 2020-05", "    where: the official gazette, online"]),
    ),
    "reservation": (
        (
            *("haiti", "untoc", "reservation", "2012-03-04", "--text", "not bound by article 35(2)"),
            *("--article", "35(2)", "--effect", "excludes", "--source", "untc-xviii-12-2014"),
        ),
        (
            "states",
            [
                "      statements:",
                "        - reservation: not bound by article 35(2)",
                '          articles: ["35(2)"]',
                "          effect: excludes",
                "          date: 2012-03-04",
                "          source: untc-xviii-12-2014",
            ],
        ),
    ),
}


@pytest.mark.parametrize("what", list(OTHERS))
def test_what_else_a_file_takes_is_recorded_by_the_same_command(home: Path, what: str) -> None:
    """Absences, authorities, memberships, statements and searches each stand where they belong."""
    arguments, (folder, lines) = OTHERS[what]
    result = record(home, *arguments)
    assert (result.code, result.err) == (0, "")
    assert lines_added(home, f"{folder}/haiti.yaml") == lines


def test_a_statement_is_withdrawn_where_it_stands(home: Path) -> None:
    """A withdrawal sets its day beside the statement and adds its source; the statement stays."""
    arguments, _ = OTHERS["reservation"]
    assert record(home, *arguments).code == 0
    result = record(home, "haiti", "untoc", "reservation-withdrawal", "2018-01-02", *NEW)
    assert (result.code, result.err) == (0, "")
    (said,) = [each for action in loaded(home, "haiti").treaties["untoc"].actions for each in action.statements]
    assert (said.withdrawn and said.withdrawn.text, said.sources) == (
        "2018-01-02",
        ("untc-xviii-12-2014", "gazette-2018"),
    )
    assert "withdrawn 2 Jan 2018; " in result.out
    assert "No standing" not in result.out


def test_a_list_beside_an_undated_reason_says_that_this_speaks_on(home: Path) -> None:
    """A reason without a day speaks of the time after the last entry: a newer list alone does not settle it."""
    result = record(home, "haiti", "minors", "none-seen", "2018-05", *NEW)
    assert (result.code, result.err) == (0, "")
    assert "has no day, and speaks of the time after the last entry" in result.out
    other = record(home, "haiti", "maritime", "none-seen", "2018-05", "--source", "gazette-2018")
    assert (other.code, "has no day" in other.out) == (0, False)


def test_an_act_seen_again_has_one_source_more(home: Path) -> None:
    """A newer source joins those of the act, once, and the act is not written twice."""
    assert record(home, "haiti", "untoc", "seen", "2011-04-19", *NEW).code == 0
    (act,) = [act for act in loaded(home, "haiti").treaties["untoc"].actions if act.kind is Kind.RATIFICATION]
    assert act.sources == ("untc-xviii-12-2014", "gazette-2018")
    again = record(home, "haiti", "untoc", "seen", "2011-04-19", "--source", "gazette-2018")
    assert (again.code, "nothing to write" in again.out) == (0, True)


def test_on_a_terminal_what_is_left_out_is_asked_for(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One question after another, each again where its answer is none, with the nearest known words."""
    monkeypatch.setattr(asking, "on_terminal", lambda: True)
    answers = ["Hayti", "haiti", "ratificaton", "ratification", "maritime", "4 March 2018", "2018-03-04"]
    of_source = ["gazette-2018", "gazette-2018", *NEW[3::2]]
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join([*answers, *of_source]) + "\n"))
    result = record(home)
    assert (result.code, "written: data/sources.yaml, data/states/haiti.yaml" in result.out) == (0, True), result.err
    assert "did you mean ratification" in result.err
    assert "did you mean 2018-03-04" in result.err
    assert lines_added(home, "states/haiti.yaml") == [
        "    - ratification: 2018-03-04",
        "      source: gazette-2018",
    ]


def test_a_file_of_windows_stays_one(home: Path) -> None:
    """Line ends, the mark at the beginning and a last line without an end stay as an editor left them."""
    path = home / "data" / "states" / "haiti.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n").rstrip())
    assert record(home, "haiti", "minamata", "none-seen", "2018-05", *NEW).code == 0
    content = path.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf#")
    assert (content.count(b"\n"), content.endswith(b"\n")) == (content.count(b"\r\n"), False)


MEANT = {
    "haiti maritime ratification 2018-03-04": "Haiti: the San José Agreement signatory -> party since ",
    "haiti untoc denunciation 2018-03-04": "Haiti: the TiP Protocol party since 19 May 2011 -> withdrawn",
    "haiti oas left 2018-03-04": "Haiti: OAS, member -> not a member",
    "haiti untoc designation 2018-03-04 --article 18(13) --institution Ministry": (
        "Haiti: UNTOC, art. 18(13): now on record"
    ),
    "general-secretariat strategy-5d assessment 2022-03 --status started --basis documented --source-as-of 2022-05": (
        "General Secretariat of the OAS: strategy-5d, no information -> started, Mar 2022"
    ),
    "haiti legal-persons policy 2018 --title Acte --title-english Act --status adopted --source hti-g-2018": (
        "Haiti: Legal persons, policy: nobody looked -> adopted"
    ),
}


@pytest.mark.parametrize("asked", list(MEANT))
def test_what_an_entry_means_is_said_in_a_line(home: Path, asked: str) -> None:
    """Standings, those under a protocol too, memberships, duties, progress and signs are compared with before."""
    given = asked.split()
    own = {flag: value for flag, value in zip(NEW[::2], NEW[1::2], strict=True) if flag not in given}
    if "policy" in given:
        own["--source-kind"] = "official"
        given += ["--shown", "listing"]
    new = [word for pair in own.items() for word in pair]
    assert MEANT[asked] in record(home, *given, *new, "-n").out


SPOKEN = {
    "es": "cierra una brecha complementaria",
    "pt": "elimina uma lacuna dos instrumentos complementares",
}


@pytest.mark.parametrize("language", list(SPOKEN))
def test_what_an_entry_means_is_said_in_the_language_asked_for(home: Path, language: str) -> None:
    """The sentences on law are those of `diff`, in the language of the page; the lines of the file are as they are."""
    given = ("haiti", "maritime", "ratification", "2018-03-04", *NEW, "-n", "--lang", language)
    told = record(home, *given).out
    assert SPOKEN[language] in told
    assert "+    - ratification: 2018-03-04" in told


def test_a_member_leaves_on_the_day_given(home: Path) -> None:
    """The end of a membership closes the period that runs, and adds the source that shows it."""
    assert record(home, "haiti", "oas", "left", "2018-01-02", *NEW).code == 0
    (period,) = loaded(home, "haiti").memberships["oas"]
    assert (period.until and period.until.text, period.sources) == ("2018-01-02", ("oas-a-41", "gazette-2018"))


def test_of_fifty_at_once_none_is_lost(home: Path) -> None:
    """Fifty commands at once add fifty entries: each waits for its turn and reads what the others wrote."""
    with multiprocessing.get_context("fork").Pool(8) as pool:
        results = pool.map(_recorded, [(home, number) for number in range(50)])
    assert results == [0] * 50
    had, has = (_seen(folder) for folder in (FROZEN, home / "data"))
    assert {day for day in has if day not in had} == {_month(number) for number in range(50)}
    assert len(has) == len(had) + 50
    assert not list((home / "data").rglob(".*"))


def _seen(folder: Path) -> list[str]:
    """The days by which nothing was seen of one treaty."""
    register, problems = load(in_folder(folder).read, ["haiti"])
    assert problems == []
    return [seen.as_of.text for seen in register.states["haiti"].treaties["minamata"].none_seen if seen.as_of]


def _month(number: int) -> str:
    return f"{2014 + number // 12}-{number % 12 + 1:02}"


def _recorded(asked: tuple[Path, int]) -> int:
    home, number = asked
    why = "seen on a screen that was not kept"
    return record(home, "haiti", "minamata", "none-seen", _month(number), "--unconfirmed", why).code


def _until_step(folder: Path, last: int, before: bytes | None) -> None:
    """Put two files in place, and end the process without any more where one step more than `last` begins."""
    steps = 0

    def step(work: Callable[..., Any]) -> Callable[..., Any]:
        def done(*given: Any, **named: Any) -> Any:  # noqa: ANN401 - whatever the step takes
            nonlocal steps
            steps += 1
            if steps > last:
                os._exit(9)
            return work(*given, **named)

        return done

    changes = [FileChange("sources.yaml", OLD, CHANGED), FileChange("states/x.yaml", before, CHANGED)]
    os.fsync, os.open = step(os.fsync), step(os.open)
    for name in ("replace", "open", "read_bytes"):
        setattr(Path, name, step(getattr(Path, name)))
    opened = Path.open

    def in_a_draft(path: Path, mode: str = "r", *given: Any) -> Any:  # noqa: ANN401 - as opening takes and gives
        if "w" in mode and path.suffix != ".part":
            os._exit(7)
        return opened(path, mode, *given)

    setattr(Path, "open", in_a_draft)  # noqa: B010 - whatever is written is written beside, never in place
    with putting.alone_in(folder):
        putting.put_all(folder, changes)
    os._exit(0)


OLD, CHANGED = b"old\n" * 9, b"new\n" * 99


@pytest.mark.parametrize("before", [OLD, None])
def test_killed_at_any_step_each_file_is_old_or_new(tmp_path: Path, before: bytes | None) -> None:
    """A process that ends at any step of the writing leaves whole files, and never the state's without its source.

    One that is new is there whole, or is not there. What the killed left beside a file, the next run removes.
    """
    (tmp_path / "states").mkdir()
    written = [tmp_path / "sources.yaml", tmp_path / "states" / "x.yaml"]
    seen, last, code = set(), 0, 9
    while code:
        written[0].write_bytes(OLD)
        written[1].unlink(missing_ok=True)
        if before is not None:
            written[1].write_bytes(before)
        process = multiprocessing.get_context("fork").Process(target=_until_step, args=(tmp_path, last, before))
        process.start()
        process.join()
        code, last = process.exitcode or 0, last + 1
        assert code in {0, 9}
        seen.add(tuple(file.read_bytes() if file.exists() else None for file in written))
    assert seen == {(OLD, before), (CHANGED, before), (CHANGED, CHANGED)}
    assert last > len(["open", "write", "force", "rename"]) * len(written)
    assert not list(tmp_path.rglob("*.part"))


def test_a_full_disk_is_named_with_the_file_that_was_to_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the disk could not take names the file, and not a draft of it; the old one stands, and nothing beside it."""
    (tmp_path / "sources.yaml").write_bytes(OLD)

    def full(_: int) -> None:
        raise OSError(ENOSPC, os.strerror(ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left on device") as fault, putting.alone_in(tmp_path):
        putting.put_all(tmp_path, [FileChange("sources.yaml", OLD, CHANGED)])
    assert fault.value.filename == str(tmp_path / "sources.yaml")
    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [("sources.yaml", OLD)]


def test_without_a_lock_of_folders_a_file_keeps_others_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a system that cannot lock a folder a second command is refused, and the lock is named and removed."""
    monkeypatch.setitem(sys.modules, "fcntl", None)
    with putting.alone_in(tmp_path):
        with pytest.raises(putting.BusyError, match=r"\.lock is there"), putting.alone_in(tmp_path):
            pass
        assert (tmp_path / ".lock").exists()
    assert not list(tmp_path.iterdir())


def test_a_state_without_a_file_of_measures_gets_one(home: Path) -> None:
    """The first search, and then the first law with its source, make the file as the others are; a dry run does not."""
    path = home / "data" / "measures" / "haiti.yaml"
    shutil.rmtree(path.parent)
    search = ("haiti", "legal-persons", "search", "2018-05", "--where", "the official gazette")
    assert (record(home, *search, "-n").code, path.exists()) == (0, False)
    result = record(home, *search)
    assert (result.code, "written: data/measures/haiti.yaml" in result.out) == (0, True), result.err
    assert record(home, *OTHERS["law"][0]).code == 0
    lines = path.read_text("utf-8").splitlines()
    assert lines[:3] == ["# yaml-language-server: $schema=../../schemas/measures.json", "measures:", "  - kind: law"]
    assert [line for line in lines if line.endswith(":") and line[0] != " "] == ["measures:", "searched:", "sources:"]
    register, problems = load(in_folder(home / "data").read, ["haiti"], also=("measures", "topics", "catalogue"))
    held = register.measures["haiti"]
    assert (problems, len(held.measures), len(held.searched), [*held.sources]) == ([], 1, 1, ["hti-gazette-2018"])


def test_an_older_warning_of_the_file_refuses_no_entry(home: Path) -> None:
    """What the rules warned of before does not refuse an entry; only what the entry adds does."""
    path = home / "data" / "states" / "haiti.yaml"
    act = "    - ratification: 2011-04-19\n"
    path.write_text(path.read_text("utf-8").replace(act, f"{act}      as_recorded: so held\n", 1), "utf-8")
    result = record(home, "haiti", "maritime", "ratification", "2018-03-04", *NEW)
    assert (result.code, "[unneeded-as-recorded]" in result.err) == (0, True)


HAD = "    - signature: 2003-04-10\n      source: nl-trb-2004-54\n"


def test_a_better_source_gives_the_day_and_lifts_the_mark(home: Path) -> None:
    """The same act with its day in the place of its month: set, cited and unmarked; the note and the rest stay."""
    path = home / "data" / "states" / "haiti.yaml"
    marked = "    - signature: 2003-04\n      source: nl-trb-2004-54\n      unconfirmed: the day was not seen  # so\n"
    path.write_text(path.read_text("utf-8").replace(HAD, marked), "utf-8")
    before = path.read_text("utf-8")
    result = record(home, "haiti", "maritime", "signature", "2003-04-10", *NEW)
    assert (result.code, result.err) == (0, "")
    assert "This is on record already: what is new of it is added." in result.out
    new = "    - signature: 2003-04-10\n      source: [nl-trb-2004-54, gazette-2018]\n      # so\n"
    assert path.read_text("utf-8") == before.replace(marked, new)


MARKED = "    - signature: 2003-04-10\n      source: nl-trb-2004-54\n      unconfirmed: seen in a copy alone\n"


@pytest.mark.parametrize(
    ("given", "left"),
    [
        (("signature", "2003-04-10", *NEW), []),
        (("seen", "2003-04-10", *NEW), []),
        (("signature", "2003-04-10", "--source", "nl-trb-2004-54"), ["unconfirmed: seen in a copy alone"]),
        (
            ("signature", "2003", *NEW, "--day-unconfirmed", "the list prints the year alone"),
            ["day_unconfirmed: the list prints the year alone"],
        ),
    ],
)
def test_a_mark_is_lifted_by_a_source_that_is_new_to_the_act(
    home: Path, given: tuple[str, ...], left: list[str]
) -> None:
    """A source that the act cites already lifts nothing, and one that shows the act alone leaves the day marked."""
    path = home / "data" / "states" / "haiti.yaml"
    path.write_text(path.read_text("utf-8").replace(HAD, MARKED), "utf-8")
    result = record(home, "haiti", "maritime", *given)
    assert (result.code, result.err) == (0, "")
    cell = path.read_text("utf-8").partition("\n  maritime:\n")[2].partition("\n  minamata:")[0]
    assert [line.strip() for line in cell.splitlines() if "unconfirmed" in line] == left


def test_a_year_alone_lifts_no_mark_from_a_day(home: Path) -> None:
    """A source that shows the act in its year does not show the day on record: that is to be said."""
    path = home / "data" / "states" / "haiti.yaml"
    path.write_text(path.read_text("utf-8").replace(HAD, MARKED), "utf-8")
    result = record(home, "haiti", "maritime", "signature", "2003", *NEW)
    assert (result.code, "say why with --day-unconfirmed" in result.err) == (2, True)


def test_a_bracket_gives_way_to_the_day_that_lies_in_it(home: Path) -> None:
    """Once the day is seen, no first and last possible day stand beside it; a day outside of them is another act."""
    bracketed = ("haiti", "maritime", "ratification", "unknown", "--between", "2018-01-02/2018-03-20", *NEW)
    assert record(home, *bracketed).code == 0
    assert record(home, "haiti", "maritime", "ratification", "2018-04-02", "--source", "gazette-2018", "-n").code == 2
    assert record(home, "haiti", "maritime", "ratification", "2018-03-04", "--source", "gazette-2018").code == 0
    (act,) = [act for act in loaded(home, "haiti").treaties["maritime"].actions if act.kind is Kind.RATIFICATION]
    assert (act.when.text, act.sources) == ("2018-03-04", ("gazette-2018",))


AGAIN = {
    "designation": ("designation", "    source: [gazette-2018, untc-xviii-12-2014]"),
    "contribution": ("contribution", "    source: [gazette-2018, untc-xviii-12-2014]"),
    "reservation": ("reservation", "          source: [untc-xviii-12-2014, oas-a-41]"),
    "conflict": ("conflict", "          source: [gazette-2018, untc-xviii-12-2014]"),
    "assessment": ("assessment", "    source: [gazette-2018, untc-xviii-12-2014]"),
}


@pytest.mark.parametrize("what", list(AGAIN))
def test_whatever_is_recorded_twice_has_one_source_more(home: Path, what: str) -> None:
    """The same entry given again with another source stands once, with both."""
    arguments, line = OTHERS[what][0], AGAIN[what][1]
    assert record(home, *arguments).code == 0
    before = (home / "data" / "states" / "haiti.yaml").read_text("utf-8").splitlines()
    at = arguments.index("--source")
    new = "oas-a-41" if what == "reservation" else "untc-xviii-12-2014"
    rest = [*arguments[: at + 1], new, *(arguments[at + 2 :] if what == "reservation" else ())]
    result = record(home, *rest)
    assert (result.code, result.err) == (0, "")
    after = (home / "data" / "states" / "haiti.yaml").read_text("utf-8").splitlines()
    assert [line for line in after if line not in before] == [line]
    assert len(after) == len(before)


def test_a_measure_ends_and_is_contradicted_where_it_stands(home: Path) -> None:
    """Words of the title, or the number, name the measure; its end has a day, a status and a source more."""
    assert record(home, *OTHERS["law"][0]).code == 0
    of = ("--title", "drugs act", "--source", "hti-gazette-2018")
    said = record(
        home, "haiti", "drugs", "measure-conflict", "2018", *of, "--text", "2018-03-05", "--why", "as printed"
    )
    assert (said.code, said.err) == (0, "")
    end = ("haiti", "drugs", "measure-end", "2018-04-02", "--number", "no. 4 of 2018", "--status", "repealed")
    assert record(home, *end, "--source", "hti-gazette-2018").code == 0
    added = lines_added(home, "measures/haiti.yaml")
    assert added[5:13] == [
        "    until: 2018-04-02",
        "    status: repealed",
        "    shown: listing",
        "    source: hti-gazette-2018",
        "    conflict:",
        "      - says: 2018-03-05",
        "        source: hti-gazette-2018",
        "        why: as printed",
    ]
    none = record(home, "haiti", "drugs", "measure-end", "2018-04-02", "--title", "tax", *end[6:], *of[2:])
    assert (none.code, "which measure?" in none.err, "Drugs Act, No. 4 of 2018, 2018-03-04" in none.err) == (
        2,
        True,
        True,
    )


def test_an_assessment_of_a_body_stands_below_the_body(home: Path) -> None:
    """A body of the Organization is named as a state is; its assessment goes into the file of bodies."""
    what = ("General Secretariat of the OAS", "strategy-5d", "assessment", "2022-03")
    said = ("--status", "started", "--basis", "documented", *NEW[:9], "2022-05", *NEW[10:])
    result = record(home, *what, *said)
    assert (result.code, result.err) == (0, "")
    assert lines_added(home, "bodies.yaml") == [
        "  assessments:",
        "    - commitment: strategy-5d",
        "      status: started",
        "      date: 2022-03",
        "      basis: documented",
        "      source: gazette-2018",
    ]


def test_a_limit_of_participation_ends_on_its_day(home: Path) -> None:
    """What began is closed by the first day afterwards, with the source that shows it."""
    assert record(home, "haiti", "oas", "no-participation", "2018-01-02", *NEW).code == 0
    assert record(home, "haiti", "oas", "participation-end", "2018-02-03", "--source", "oas-a-41").code == 0
    (limit,) = loaded(home, "haiti").participation
    assert (limit.until and limit.until.text, limit.sources) == ("2018-02-03", ("gazette-2018", "oas-a-41"))


ROUTE = (
    *("nicaragua", "narcotics-1961", "ratification", "2005-02-15", "--via", "protocol-1972"),
    *("--source", "untc-vi-18-2015", "--step", "signature 1961-03-30 convention-1961"),
    *("--step", "signature 1972-03-25 protocol-1972", "--step", "ratification 1973-06-21 convention-1961"),
)


def test_an_act_with_its_earlier_steps_is_written_as_it_stood(home: Path) -> None:
    """An entry that was taken out and is recorded again gives the same file, the steps under other texts too."""
    path = home / "data" / "states" / "nicaragua.yaml"
    before = path.read_text("utf-8")
    head, _, rest = before.partition("\n  narcotics-1961:\n")
    seen = "\n  narcotics-1961:\n    - no_information: not looked for yet\n"
    path.write_text(head + seen + rest[rest.index("  psychotropics-1971:") :], "utf-8")
    assert record(home, *ROUTE).code == 0
    assert path.read_text("utf-8") == head + seen + rest


def test_what_lists_a_treaty_as_in_force_stands_beside_the_sources(home: Path) -> None:
    """A list of those for whom it is in force is cited as that, and a note of a year alone stays a text."""
    given = ("haiti", "trafficking-1988", "seen", "1995-09-18", "--in-force-seen", "gazette-2018", "--note", "2018")
    assert record(home, *given, *NEW).code == 0
    assert '      source: [untc-vi-19-2014, gazette-2018]\n      in_force_seen: gazette-2018\n      note: "2018"\n' in (
        home / "data" / "states" / "haiti.yaml"
    ).read_text("utf-8")


def test_a_statement_of_the_day_of_its_act_has_no_day_of_its_own(home: Path) -> None:
    """A reservation made with the deposit is of the deposit's day, whether it is given or not."""
    made = ("haiti", "untoc", "reservation", "2011-04-19", "--text", "not bound by article 35(2)", "--article", "35(2)")
    assert record(home, *made, "--source", "untc-xviii-12-2014").code == 0
    assert "date" not in "".join(lines_added(home, "states/haiti.yaml"))


@pytest.mark.parametrize(
    ("publisher", "named"),
    [
        ("UN Secretary-General", "stands under the publisher United Nations Treaty Collection;"),
        ("The press", "stands under the publisher United Nations Treaty Collection; Records of the OAS;"),
        ("UN Treaty Collection", "write the publisher as the register does: United Nations Treaty Collection"),
        (
            "United Nations Treaty Colection",
            "write the publisher as the register does: United Nations Treaty Collection",
        ),
        ("United Nations Treaty Series", "United Nations Treaty Collection; Records of the OAS;"),
    ],
)
def test_a_publisher_who_is_no_depositarys_is_told_the_name_to_write(publisher: str, named: str) -> None:
    """A notification is the depositary's: what is refused says under which name its publisher stands."""
    register, _ = load(in_folder(FROZEN).read, [], also=["sources"])
    names = {
        "un-secretary-general": "United Nations Treaty Collection",
        "oas-general-secretariat": "Records of the OAS",
    }
    depositaries = {id: register.depositaries[id]._replace(publishers=(name,)) for id, name in names.items()}
    held = next(source for source in register.sources.values() if source.kind is Basis.DEPOSITARY)
    sources = {held.id: held._replace(publisher=publisher)}
    (problem,) = publisher_of_depositary(
        register._replace(depositaries=depositaries, sources=sources), date(2026, 11, 21)
    )
    assert problem.message == f"no depositary publishes as {publisher}"
    assert named in problem.help


def test_a_law_against_a_search_is_told_what_to_do_with_the_search(home: Path) -> None:
    """What was looked for and not found, and is found now: the search goes by hand, and the refusal says so."""
    searched = record(home, "haiti", "legal-persons", "search", "2018-06", "--where", "the official gazette")
    assert searched.code == 0
    source = ["hti-gazette-2018" if part == "gazette-2018" else part for part in NEW]
    source = ["official" if part == "depositary" else part for part in source]
    law = ("haiti", "legal-persons", "law", "2018-05-04", "--title", "An act", "--status", "adopted")
    refused = record(home, *law, *source)
    assert refused.code == 2
    assert "take its lines out of that file by hand, below searched, and record the measure again" in refused.err


def test_a_search_against_a_law_on_record_is_not_told_to_take_a_search_out(home: Path) -> None:
    """What is on record needs no search: the refusal speaks of the search that was to be recorded."""
    source = ["hti-gazette-2018" if part == "gazette-2018" else part for part in NEW]
    source = ["official" if part == "depositary" else part for part in source]
    law = ("haiti", "legal-persons", "law", "2018-05-04", "--title", "An act", "--status", "adopted")
    assert record(home, *law, *source).code == 0
    refused = record(home, "haiti", "legal-persons", "search", "2018-06", "--where", "the official gazette")
    assert refused.code == 2
    assert "; a search is recorded where none was found\n" in refused.err
    assert "take its lines out" not in refused.err


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_is_named_by_its_own_word(kind: str) -> None:
    """A word that is a kind is taken as it is, also where it is what others say of another kind."""
    assert kind_named(kind) == kind
