"""Recording: what a command line adds, what it says that this means, what it refuses, and that nothing is lost."""

import difflib
import io
import multiprocessing
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.commitments import FROZEN
from tests.console import Result, toc
from toc_treaties.cli import asking
from toc_treaties.model.action import Kind
from toc_treaties.model.state import State
from toc_treaties.store import files
from toc_treaties.store.files import FileChange, in_folder
from toc_treaties.store.load import load

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


REFUSED = {
    "a later day than today": (("haiti", "maritime", "accession", "2999-01-01"), "later than today"),
    "no source": (("haiti", "maritime", "accession", "2010-01-01"), "names no source"),
    "an act twice": (
        ("haiti", "untoc", "ratification", "2011-04-19", "--source", "untc-xviii-12-2014"),
        "[overlapping-consents]: seen again?",
    ),
    "a kind that is none": (("haiti", "untoc", "ratificaton", "2011"), "did you mean ratification"),
    "a day in another form": (("haiti", "untoc", "ratification", "19 April 2011"), "did you mean 2011-04-19"),
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


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_of_act_can_be_recorded(home: Path, kind: Kind) -> None:
    """Each kind of the data is a word of the command; what the rules warn of is acknowledged or refused by name."""
    given = ("haiti", "maritime", kind.replace("_", "-"), "2018-03-04", *NEW)
    result = record(home, *given, "--dry-run")
    assert f"- {kind}: 2018-03-04" in result.out or "the entry is refused" in result.err


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
}


@pytest.mark.parametrize("asked", list(MEANT))
def test_what_an_entry_means_is_said_in_a_line(home: Path, asked: str) -> None:
    """Standings, those under a protocol too, memberships and what an article asks for are compared with before."""
    assert MEANT[asked] in record(home, *asked.split(), *NEW, "-n").out


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


def _until_step(folder: Path, last: int) -> None:
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

    changes = [FileChange(name, OLD, CHANGED) for name in ("sources.yaml", "states/x.yaml")]
    os.fsync, os.open = step(os.fsync), step(os.open)
    for name in ("replace", "open", "read_bytes"):
        setattr(Path, name, step(getattr(Path, name)))
    opened = Path.open

    def in_a_draft(path: Path, mode: str = "r", *given: Any) -> Any:  # noqa: ANN401 - as opening takes and gives
        if "w" in mode and path.suffix != ".part":
            os._exit(7)
        return opened(path, mode, *given)

    setattr(Path, "open", in_a_draft)  # noqa: B010 - whatever is written is written beside, never in place
    with files.alone_in(folder):
        files.put_all(folder, changes)
    os._exit(0)


OLD, CHANGED = b"old\n" * 9, b"new\n" * 99


def test_killed_at_any_step_each_file_is_old_or_new(tmp_path: Path) -> None:
    """A process that ends at any step of the writing leaves whole files, and never the state's without its source."""
    (tmp_path / "states").mkdir()
    written = [tmp_path / "sources.yaml", tmp_path / "states" / "x.yaml"]
    seen, last, code = set(), 0, 9
    while code:
        for file in written:
            file.write_bytes(OLD)
        process = multiprocessing.get_context("fork").Process(target=_until_step, args=(tmp_path, last))
        process.start()
        process.join()
        code, last = process.exitcode or 0, last + 1
        assert code in {0, 9}
        seen.add(tuple(file.read_bytes() for file in written))
    assert seen == {(OLD, OLD), (CHANGED, OLD), (CHANGED, CHANGED)}
    assert last > len(["open", "write", "force", "rename"]) * len(written)


def test_without_a_lock_of_folders_a_file_keeps_others_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a system that cannot lock a folder a second command is refused, and the lock is named and removed."""
    monkeypatch.setitem(sys.modules, "fcntl", None)
    with files.alone_in(tmp_path):
        with pytest.raises(files.BusyError, match=r"\.lock is there"), files.alone_in(tmp_path):
            pass
        assert (tmp_path / ".lock").exists()
    assert not list(tmp_path.iterdir())


def test_a_file_that_is_not_there_is_named(home: Path) -> None:
    """A state without a file of measures is told so in a sentence, and nothing is written."""
    (home / "data" / "measures" / "haiti.yaml").unlink()
    result = record(home, "haiti", "drugs", "search", "2018-05", "--where", "the official gazette")
    assert (result.code, "measures/haiti.yaml is not there" in result.err) == (3, True)


def test_an_older_warning_of_the_file_refuses_no_entry(home: Path) -> None:
    """What the rules warned of before does not refuse an entry; only what the entry adds does."""
    path = home / "data" / "states" / "haiti.yaml"
    act = "    - ratification: 2011-04-19\n"
    path.write_text(path.read_text("utf-8").replace(act, f"{act}      as_recorded: so held\n", 1), "utf-8")
    result = record(home, "haiti", "maritime", "ratification", "2018-03-04", *NEW)
    assert (result.code, "[unneeded-as-recorded]" in result.err) == (0, True)
