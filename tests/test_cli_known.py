"""What the register held then: two clocks, a revision of another form, and a revision that there is not."""

import json
import os
import re
import shutil
from pathlib import Path

import pytest

from tests.console import Result, toc
from tests.repositories import PROJECT, commit, git, script, write
from toc_treaties.store import git as asking

HERE = Path(__file__).parent
AS_OF = ("--as-of", "2026-11-21")
QUESTIONS = (
    ("gaps", "haiti"),
    ("gaps",),
    ("gaps", "--by", "instrument"),
    ("table",),
    ("state", "bolivia"),
    ("state", "canada"),
    ("explain", "nicaragua", "mla"),
)
HAITI = "data/states/haiti.yaml"
LATER = "    - accession: 2020-03-04\n      source: oas-a-55-2021\n"


def text(folder: Path, name: str = HAITI) -> str:
    """A file of the data as it is."""
    return (folder / name).read_text("utf-8")


def acceded(haiti: str) -> str:
    """Haiti's file with an accession to the Nassau Convention, in the place of what stands there."""
    assert re.search(r"(?m)^  mla:\n(?:    .*\n)+", haiti)
    return re.sub(r"(?m)^  mla:\n(?:    .*\n)+", f"  mla:\n{LATER}", haiti)


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    """A checkout with a small register of 21 November 2020; in its second commit Haiti has acceded to MLA."""
    folder = tmp_path / "ours"
    shutil.copytree(HERE / "register", folder / "data")
    commit(folder, {"pyproject.toml": PROJECT}, "2020-11-21T22:00:00-0500")
    git(folder, "tag", "v1.0")
    commit(folder, {HAITI: acceded(text(folder))}, "2021-02-03T12:00:00+0000")
    return folder


def asked(folder: Path, *arguments: str, code: int = 0, **environment: str) -> Result:
    """The result of a command, on the same day always; it ends in that exit code."""
    result = toc(*arguments, *([] if "--as-of" in arguments else AS_OF), folder=folder, **environment)
    assert result.code == code, result.err
    return result


def line(*arguments: str) -> str:
    """A page's text in one line."""
    return " ".join(" ".join(arguments).split())


def test_a_page_answers_with_what_the_register_held_then(ours: Path) -> None:
    """Before the accession was recorded the instrument is a gap, on the same day asked about; the page says of when."""
    short = git(ours, "rev-parse", "--short=7", "v1.0")
    then, now = asked(ours, "gaps", "haiti", "-i", "mla", "--known", "v1.0"), asked(ours, "gaps", "haiti", "-i", "mla")
    assert "not joined 1" in then.out
    assert "Nothing to join and nothing to verify." in now.out
    assert "as of 21 November 2026, as known on 21 November 2020" in then.out
    assert f"Data  checkout, revision {short} of 21 Nov 2020." in then.out
    assert "known" not in now.out
    later = asked(ours, "gaps", "haiti", "-i", "mla", "--known", "2021-02-02").out
    assert "as of 21 November 2026, as known on 2 February 2021" in later
    assert f"revision {short} of 21 Nov 2020." in later


@pytest.mark.parametrize("revision", ["v1.0", "HEAD~1", "2020-11-21", "2021-02-02", "main~1^{commit}"])
def test_two_clocks_are_asked_each_for_itself(ours: Path, revision: str) -> None:
    """`--as-of` says when it was so, `--known` when it was known: four answers for two days and two revisions."""
    standings = {
        (day, known): json.loads(
            asked(ours, "explain", "haiti", "mla", "--as-of", day, "--known", known, "-f", "json").out
        )["standing"]
        for day in ("2020-03-03", "2020-12-31")
        for known in (revision, "HEAD")
    }
    assert standings == {
        ("2020-03-03", revision): "no_action",
        ("2020-12-31", revision): "no_action",
        ("2020-03-03", "HEAD"): "no_action",
        ("2020-12-31", "HEAD"): "party",
    }


@pytest.mark.parametrize("question", QUESTIONS, ids=" ".join)
def test_what_is_checked_out_is_answered_alike_as_a_revision(ours: Path, question: tuple[str, ...]) -> None:
    """The files of a commit and the same files in a folder give the same page, but for what says which they are."""
    then, now = (asked(ours, *question, *how).out for how in (("--known", "HEAD"), ()))
    short = git(ours, "rev-parse", "--short=7", "HEAD")
    assert f"revision {short} of 3 Feb 2021." in line(then)
    told = then.replace(", as known on 3 February 2021", "").replace(f"{short} of 3 Feb 2021", short)
    assert line(told) == line(now)


def test_data_say_which_revision_knew_them(ours: Path) -> None:
    """JSON names what was asked, the commit and its day; a line of CSV ends in the revision; others have neither."""
    name = git(ours, "rev-parse", "v1.0")
    then = json.loads(asked(ours, "table", "--known", "v1.0", "-f", "json").out)["data"]
    assert then == {
        "from": "checkout",
        "revision": name[:7],
        "known": {
            "asked": "v1.0",
            "on": "2020-11-21",
            "commit": name,
            "day": "2020-11-21",
            "not_given": {"files": [], "ids": [], "cells": [], "places": []},
        },
    }
    assert "known" not in json.loads(asked(ours, "table", "-f", "json").out)["data"]
    head, first, *_ = asked(ours, "gaps", "haiti", "--known", "v1.0", "-f", "csv").out.splitlines()
    assert (head.rpartition(",")[2], first.rpartition(",")[2]) == ("known", name[:7])


@pytest.mark.parametrize("format", ["plain", "markdown", "html"])
def test_each_print_says_of_when_it_is(ours: Path, format: str) -> None:
    """The title and the foot say what was known when, on a screen and on paper."""
    out = line(asked(ours, "table", "--known", "v1.0", "-f", format, COLUMNS="120").out)
    assert "as of 21 November 2026, as known on 21 November 2020" in out
    assert re.search(r"revision [0-9a-f]{7} of 21 Nov 2020", out)


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("es", "al 21 de noviembre de 2026, según lo conocido el 21 de noviembre de 2020"),
        ("pt", "em 21 de novembro de 2026, segundo o que se conhecia em 21 de novembro de 2020"),
        ("fr", "au 21 novembre 2026, tel que connu le 21 novembre 2020"),
    ],
)
def test_the_day_of_what_was_known_has_its_preposition(ours: Path, language: str, title: str) -> None:
    """In each language, both days of the title stand as a sentence has them, written in full."""
    assert title in line(asked(ours, "gaps", "--known", "v1.0", "--lang", language, COLUMNS="200").out)


def test_rules_of_today_never_stop_a_past_revision(ours: Path) -> None:
    """What a rule refuses today, an answer with what was known then gives, as it was recorded."""
    commit(ours, {HAITI: text(ours).replace("source: oas-a-55-2021", "source: no-such-source")})
    assert "so the answer would not be true" in asked(ours, "gaps", "haiti", code=3).err
    then = asked(ours, "explain", "haiti", "mla", "--known", "HEAD")
    assert ("party since 3 Apr 2020" in then.out, then.err) == (True, "")


def test_a_cell_that_was_not_read_whole_is_not_answered_from_its_rest(ours: Path) -> None:
    """Where an entry has another form, nothing is known of the cell, and the page names it; others stand."""
    commit(ours, {HAITI: text(ours).replace("accession: 2020-03-04", "accession: 2020-33-04")})
    then = asked(ours, "table", "--known", "HEAD", "-f", "json")
    data = json.loads(then.out)
    cells = {(cell["state"], cell["instrument"]): cell["standing"] for cell in data["cells"]}
    assert data["data"]["known"]["not_given"]["cells"] == [{"state": "HTI", "instrument": "mla"}]
    assert data["data"]["known"]["not_given"]["places"] == []
    assert (cells["HTI", "mla"], cells["HTI", "untoc"]) == ("no_information", "party")
    assert "in a form that is read today: Haiti under Nassau Convention." in then.err
    page = asked(ours, "gaps", "haiti", "--known", "HEAD").out
    assert "hold it in a form that is read today: Haiti under Nassau Convention." in line(page)


def test_fields_that_have_moved_since_stop_nothing(ours: Path) -> None:
    """What once lay in a state's file and is not read any more is named where it was asked for, and nowhere else."""
    (ours / "data" / "topics.yaml").unlink()
    shutil.rmtree(ours / "data" / "measures")
    haiti = re.sub(r"(?m)^tile: .*\n", "", text(ours)).replace("treaties:\n", "laws:\n  - title: A law\ntreaties:\n", 1)
    commit(ours, {HAITI: haiti})
    lines = haiti.splitlines()
    for question in (("gaps", "haiti"), ("table",), ("explain", "haiti", "mla")):
        assert "Left out" not in line(asked(ours, *question, "--known", "HEAD").out)
    profile = line(asked(ours, "state", "haiti", "--known", "HEAD").out)
    assert (
        f"what was done at home (measures/haiti.yaml and topics.yaml) and states/haiti.yaml:{lines.index('laws:') + 1}."
    ) in profile


def test_a_file_that_cannot_be_read_takes_its_state_out_alone(ours: Path) -> None:
    """The table of a revision lacks a state whose file cannot be read, and says so; the state itself is refused."""
    commit(ours, {HAITI: "name: [\n"})
    assert "read today: states/haiti.yaml." in line(asked(ours, "table", "--known", "HEAD").out)
    refused = asked(ours, "gaps", "haiti", "--known", "HEAD", code=3).err
    assert "does not hold states/haiti.yaml in a form that is read today" in refused


def test_a_state_is_found_by_the_name_that_its_file_has_today(ours: Path) -> None:
    """A renamed file is found by its code; a state that has no file then is said to have none."""
    git(ours, "mv", HAITI, "data/states/ayiti.yaml")
    renamed = text(ours, "data/states/ayiti.yaml").replace("name: {en: Haiti", "name: {en: Ayiti")
    commit(ours, {"data/states/ayiti.yaml": renamed})
    assert "Ayiti" in asked(ours, "gaps", "ayiti", "--known", "HEAD").out
    assert "Haiti" in asked(ours, "gaps", "ayiti", "--known", "v1.0").out
    assert "Haiti" in asked(ours, "explain", "ayiti", "mla", "--known", "v1.0").out
    new = text(ours, "data/states/canada.yaml").replace("CAN", "AVA").replace('"CA"', '"AV"')
    new = re.sub(r"(?m)^(name|official_name|style|other_names):.*\n", "", new)
    commit(ours, {"data/states/avalon.yaml": f"name: {{en: Avalon, es: Avalon, pt: Avalon, fr: Avalon}}\n{new}"})
    refused = asked(ours, "gaps", "avalon", "--known", "v1.0", code=2).err
    short = git(ours, "rev-parse", "--short=7", "v1.0")
    assert refused == f"toc-treaties: revision {short} holds no file of avalon: name a later revision\n"
    assert "there is no state 'nowhere'" in asked(ours, "gaps", "nowhere", "--known", "v1.0", code=2).err


def test_an_instrument_that_was_added_since_is_said(ours: Path) -> None:
    """An instrument that the revision does not hold is not called unknown."""
    instruments = text(ours, "data/instruments.yaml")
    block = re.search(r"(?m)^mla-protocol:\n(?:[ #].*\n|\n)+", instruments)
    assert block
    commit(ours, {"data/instruments.yaml": instruments.replace(block[0], "")})
    commit(ours, {"data/instruments.yaml": instruments})
    for question in (("explain", "haiti", "mla-protocol"), ("table", "-i", "mla-protocol")):
        refused = asked(ours, *question, "--known", "HEAD~1", code=2).err
        assert "does not hold mla-protocol in a form that is read today: name a later one" in refused
    assert "there is no instrument 'nothing'" in asked(ours, "table", "-i", "nothing", "--known", "HEAD", code=2).err


@pytest.mark.parametrize(
    ("revision", "code", "said"),
    [
        ("v1.O", 2, "there is no revision 'v1.O': did you mean v1.0?"),
        ("--upload-pack=touch x", 2, "is no name of a revision"),
        ("2020-11-20", 2, "there is no revision of 2020-11-20 or before: the first is of 2020-11-21"),
        ("3020-01-01", 2, "lies ahead: what the register will hold then is not known"),
    ],
)
def test_a_revision_that_there_is_not_ends_in_one_sentence(ours: Path, revision: str, code: int, said: str) -> None:
    """What was named wrongly is a mistake of usage, with its remedy, and nothing is printed."""
    result = asked(ours, "table", f"--known={revision}", code=code)
    assert (result.out, result.err.count("\n")) == ("", 1)
    assert said in result.err


def test_data_without_a_past_end_in_one_sentence(ours: Path, tmp_path: Path) -> None:
    """A folder in no repository, a damaged one and a missing git cannot be read: exit code 3."""
    assert "Data  data, revision" in asked(ours, "gaps", "haiti", "--known", "HEAD", "--data", "data").out
    loose = tmp_path / "loose"
    shutil.copytree(ours / "data", loose)
    assert "no checkout of git" in asked(ours, "table", "--known", "HEAD", "--data", str(loose), code=3).err
    assert "install git" in asked(ours, "table", "--known", "HEAD", code=3, PATH=str(tmp_path)).err
    name = git(ours, "rev-parse", f"HEAD:{HAITI}")
    (ours / ".git" / "objects" / name[:2] / name[2:]).unlink()
    refused = asked(ours, "table", "--known", "HEAD", code=3).err
    assert "states/haiti.yaml of revision" in refused
    assert "git fsck" in refused


def test_a_git_that_does_not_answer_costs_an_answer_its_revision_alone(
    ours: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An answer of today is given and says why it names no revision; a past one ends in the sentence."""
    path = str(script(tmp_path / "bin", f"PATH='{os.environ['PATH']}'\nsleep 60"))
    monkeypatch.setattr(asking, "LIMIT", 0.1)
    now = asked(ours, "explain", "haiti", "mla", PATH=path)
    assert "checkout, no revision known." in now.out
    assert now.err.endswith(
        "no revision is known: git did not answer within 0.1 seconds: is this folder within reach?\n"
    )
    assert "git did not answer" in asked(ours, "table", "--known", "HEAD", code=3, PATH=path).err


def test_a_meeting_is_the_one_that_today_s_files_name(ours: Path) -> None:
    """Which day a meeting means is part of the question, and no answer of the past."""
    meetings = text(ours, "data/meetings.yaml")
    (ours / "data" / "meetings.yaml").unlink()
    commit(ours, {"README.md": "without meetings\n"})
    write(ours, {"data/meetings.yaml": meetings})
    id = re.findall(r"(?m)^([a-z0-9-]+):", meetings)[0]
    assert "as known on" in line(asked(ours, "gaps", "haiti", "--as-of", id, "--known", "HEAD").out)


def test_a_day_ahead_is_answered_by_what_was_recorded_then(ours: Path) -> None:
    """The caution of a day that has not come names the revision's day, and not today."""
    page = line(asked(ours, "explain", "haiti", "mla", "--as-of", "3000-01-01", "--known", "v1.0").out)
    assert "is in the future: the answer uses what was recorded by 21 November 2020." in page
