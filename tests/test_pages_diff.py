"""How a change of the register reads: sentences first, then cells, then entries, and always what is no longer there."""

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from tests.console import toc
from tests.registers import filled_each, load_texts, state_text, together
from tests.repositories import PROJECT, commit, git
from toc_treaties.document import Table
from toc_treaties.model.action import Cell
from toc_treaties.model.register import Register
from toc_treaties.model.source import Basis, Source
from toc_treaties.model.when import When, on
from toc_treaties.pages import diff as diff_page
from toc_treaties.questions.diff import Side, diff
from toc_treaties.records.diff import FIELDS, record, rows
from toc_treaties.words.fields import FIELD
from toc_treaties.words.language import ENGLISH
from toc_treaties.writers import markdown, plain

DAY = date(2026, 11, 21)
SIGNED = "  alpha:\n    - signature: 2000-02-01\n      source: seen\n"
RATIFIED = SIGNED + "    - ratification: 2003-02-01\n      source: seen\n"


def read(old: Register, new: Register, width: int = 100) -> str:
    """The page on a change, as one running text."""
    page = diff_page.page(diff(Side(old), Side(new), DAY), ENGLISH)
    return " ".join(plain.write(page, width).split())


def of_one(before: str, after: str) -> str:
    """The page on a change of one state's treaties."""
    old, new = (load_texts(state_text(text))[0] for text in (before, after))
    return read(old, new)


MEANS = {
    "a deposit": (SIGNED, RATIFIED, "Avalon: Short signatory -> party since 3 Mar 2003; closes an urged gap"),
    "a consent that fell away": (RATIFIED, SIGNED, "party since 3 Mar 2003 -> signatory; opens an urged gap"),
    "a line that fell away": (RATIFIED, SIGNED, "Avalon: no longer there: Short: ratification, 1 Feb 2003."),
    "another act": (
        RATIFIED.replace("ratification", "acceptance"),
        RATIFIED,
        "Avalon: Short stays party since 3 Mar 2003; its act: acceptance -> ratification",
    ),
    "another kind of source": (
        RATIFIED.replace("source: seen", "source: heard"),
        RATIFIED,
        "evidence: secondary -> the depositary's; seen: Jun 2021 -> 1 Jan 2020",
    ),
    "another day of the same consent": (
        RATIFIED.replace("2003-02-01", "2001-11-01"),
        RATIFIED.replace("2003-02-01", "2001-11-05"),
        "Avalon: Short stays party since 1 Jan 2002; consented: 1 Nov 2001 -> 5 Nov 2001",
    ),
    "a mark": (
        RATIFIED,
        RATIFIED + "      unconfirmed: heard\n",
        "party since 3 Mar 2003 -> party since 3 Mar 2003†, to verify",
    ),
    "a field": (RATIFIED, RATIFIED + "      gazette: No. 4\n", "gazette: nothing -> No. 4"),
    "no more than a field": (
        RATIFIED,
        RATIFIED + "      gazette: No. 4\n",
        "No standing, membership, duty, sign of a topic or status of a commitment changes.",
    ),
    "nothing": (SIGNED, SIGNED, "No file of the register differs."),
}


@pytest.mark.parametrize("case", list(MEANS))
def test_a_change_is_said_in_a_sentence(case: str) -> None:
    """What follows from a change stands in words before the tables."""
    before, after, said = MEANS[case]
    assert said in of_one(before, after)


def test_what_is_the_same_of_several_states_is_said_once() -> None:
    """A newer page that shows the standings of several states is one sentence, with their names."""
    shown = "treaties: {alpha: [{accession: 2003-02-01, source: seen}]}"
    old = together({"XXA": shown, "XXB": shown})
    newer = Source("seen", Basis.DEPOSITARY, "Table", "The depositary", "https://a.example/", on(date(2024, 5, 6)))
    new = old._replace(sources={**old.sources, "seen": newer})
    assert "Xxa, Xxb: Short, standing unchanged; seen: 1 Jan 2020 -> 6 May 2024" in read(old, new)


@pytest.mark.parametrize(("day", "said"), [(None, "undated"), (on(date(2024, 5, 6)), "6 May 2024")])
def test_a_new_source_is_said_with_its_day_or_to_have_none(day: When | None, said: str) -> None:
    """A source is undated where no day is known of it, and only there."""
    old = together({"XXA": "treaties: {alpha: [{accession: 2003-02-01, source: seen}]}"})
    told = Source("told", Basis.SECONDARY, "News", "A newspaper", "https://a.example/", day)
    page = read(old, old._replace(sources={**old.sources, "told": told}))
    assert ("undated" in page, said in page) == (said == "undated", True)


def test_two_long_texts_are_shown_from_shortly_before_they_part() -> None:
    """What is alike of two long notes is left out but for its end, so that the change is seen."""
    alike = "the list of this page was compared with the instruments that the ministry lodged, year by year; " * 3
    first, second = (RATIFIED + f"      note: {alike}{end}\n" for end in ("nothing differs", "one day differs"))
    page = of_one(first, second)
    begins = "…that the ministry lodged, year by year; "
    assert f"{begins}nothing differs -> {begins}one day differs" in page
    assert page.count("the list of this page") == 0


def test_what_an_instrument_is_recorded_with_is_named() -> None:
    """Of an instrument with other terms it is said which they are, beside the standings that rest on them."""
    old = load_texts(state_text(RATIFIED))[0]
    alpha = old.instruments["alpha"]
    assert alpha.later_parties is not None
    moved = alpha._replace(later_parties=alpha.later_parties._replace(days=60), reference="A-1")
    text = read(old, old._replace(instruments={"alpha": moved}))
    assert "Short party since 3 Mar 2003 -> party since 2 Apr 2003" in text
    assert "Short, on record otherwise than before: entry into force for later parties, reference." in text
    assert "entry into force for later parties days: 30 -> 60" in text


def test_a_state_that_is_new_is_said_with_its_standings() -> None:
    """Where there was no register before, each state stands in one sentence with all its standings."""
    new = load_texts(state_text(RATIFIED))[0]
    answer = diff(Side(Register({}, {}, {}, {}), "1234567", DAY, empty=True), Side(new), DAY)
    text = " ".join(plain.write(diff_page.page(answer, ENGLISH), 100).split())
    assert "Before revision 1234567 of 21 Nov 2026, which holds no register" in text
    assert "Avalon, new in the register: party: Short since 3 Mar 2003." in text
    assert "Cells that changed" not in text


@pytest.mark.parametrize("width", [60, 80, 120])
def test_a_page_of_a_change_fits_its_width_and_says_the_same_in_every_format(width: int) -> None:
    """No line is longer than the page, and no word of it is lost in Markdown, whatever kind of entry is gone."""
    from tests.test_questions_diff import FROZEN

    haiti, held = FROZEN.states["haiti"], FROZEN.measures["haiti"]
    bare = haiti._replace(treaties={id: Cell(id) for id in haiti.treaties}, designations=(), memberships={})
    old = FROZEN._replace(measures={"haiti": held._replace(measures=held.measures[:9])}, agreements={})
    new = FROZEN._replace(states={**FROZEN.states, "haiti": bare}, measures={"haiti": held._replace(measures=())})
    page = diff_page.page(diff(Side(old), Side(new), DAY), ENGLISH)
    text = plain.write(page, width)
    assert [line for line in text.splitlines() if len(line) > width and "://" not in line] == []
    assert {*re.findall(r"\w{4,}", plain.write(page, 200))} <= {*re.findall(r"\w{4,}", markdown.write(page, 80))}


def many(number: int) -> str:
    """A state with as many signatures' sources noted as a conflict."""
    noted = "".join(f"        - {{says: page {n}, unconfirmed: heard}}\n" for n in range(number))
    return f"{SIGNED}      conflict:\n{noted}" if number else SIGNED


def test_of_very_many_entries_each_heading_shows_some_and_counts_the_rest() -> None:
    """A page of hundreds of entries stays short, and says how many more there are; plain data has every one."""
    old, new = (load_texts(state_text(many(number)))[0] for number in (0, 400))
    answer = diff(Side(old), Side(new), DAY)
    page = diff_page.page(answer, ENGLISH)
    (table,) = [block for block in page.blocks if isinstance(block, Table) and block.key == "entries"]
    assert [len(section.rows) for section in table.sections] == [diff_page.PER_HEADING + 1]
    assert "390 more, new: what another source says 390; CSV and JSON have every one." in read(old, new)
    assert len(record(answer)["entries"]) == 400
    assert len({row["after"] for row in rows(answer) if row["field"] == "says"}) == 400


def test_nothing_that_is_gone_is_cut() -> None:
    """Entries that fell away are shown one by one where others are counted."""
    old, new = (load_texts(state_text(many(number)))[0] for number in (301, 120))
    page = markdown.write(diff_page.page(diff(Side(old), Side(new), DAY), ENGLISH), 80)
    assert page.count("no longer there: unconfirmed: heard") == 181


def test_a_line_of_a_spreadsheet_has_its_field_before_and_after() -> None:
    """Every change of a field is a line that says whose it is."""
    old, new = (load_texts(state_text(text))[0] for text in (SIGNED, SIGNED.replace("2000-02-01", "2000-02")))
    found = rows(diff(Side(old), Side(new), DAY))
    assert all(tuple(row) == FIELDS for row in found)
    (line,) = [row for row in found if row["about"] == "entry"]
    assert (line["file"], line["state"], line["instrument"], line["kind"], line["change"]) == (
        "states/avalon.yaml",
        "XXA",
        "alpha",
        "signature",
        "changed",
    )
    assert (line["field"], line["before"], line["after"]) == ("when", "2000-02-01", "2000-02")


def test_every_field_of_the_data_has_a_word() -> None:
    """Whichever field of an entry changes, a page calls it by a word of its own and not by a name of the code."""
    from tests.test_fields_shown import RECORDED

    assert {*RECORDED} - {*FIELD} == NO_VALUES


NO_VALUES = {
    *("actions", "assessments", "conditions", "conflict", "contributions", "designations", "documents", "invitations"),
    *("measures", "memberships", "no_information", "none_seen", "participation", "parties", "readings", "replaced"),
    *("returns", "route", "scale", "searched", "statements", "treaties"),
    *("earliest", "latest", "faulty", "place", "slug"),
}
"""Fields that hold entries, which are told by themselves; the ends of a day; and how something was read."""
REGISTER: Mapping[str, str] = {
    "pyproject.toml": PROJECT,
    "data/instruments.yaml": filled_each("alpha:\n  adopted: 1999-12-01\n  signature: {opened: 2000-01-01, by: all}\n"),
    "data/depositaries.yaml": "keeper: {name: {en: The Keeper}, short: {en: Keeper}}\n",
    "data/sources.yaml": 'seen: {kind: depositary, title: T, publisher: P, url: "https://a.example/", as_of: 2020}\n',
    "data/register.yaml": "states:\n  avalon: XXA\n",
    "data/states/avalon.yaml": state_text(SIGNED),
}


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A checkout: a revision without a register, one with it, and the files as that has them."""
    commit(tmp_path, {"pyproject.toml": PROJECT}, day="2020-01-01T12:00:00+0000")
    commit(tmp_path, REGISTER)
    return tmp_path


def asked(home: Path, *words: str) -> str:
    """What the command answers, as one running text."""
    done = toc("diff", *words, "--as-of", "2026-11-21", folder=home)
    assert (done.code, done.err) == (0, "")
    return " ".join(done.out.split())


def test_without_a_revision_the_files_are_held_against_the_last_commit(home: Path) -> None:
    """An edit that is not committed is told; where there is none, one sentence says so. Either way it is no failure."""
    assert "No file of the register differs." in asked(home)
    (home / "data/states/avalon.yaml").write_text(state_text(RATIFIED), "utf-8")
    assert "Now the files as they are Avalon: Short signatory -> contracting" in asked(home)


def test_two_revisions_are_held_against_each_other(home: Path) -> None:
    """A commit is told against the one before; before the first that had a register, there was none."""
    commit(home, {"data/states/avalon.yaml": state_text(RATIFIED)}, day="2020-03-04T12:00:00+0000")
    assert "Avalon: Short signatory -> contracting" in asked(home, "HEAD~1", "HEAD")
    assert "which holds no register" in asked(home, "HEAD~2", "HEAD")
    assert "Avalon: Short contracting -> signatory; opens an urged gap" in asked(home, "HEAD", "HEAD~1")


def test_a_month_that_ran_when_it_was_committed_is_no_change(home: Path) -> None:
    """Both revisions are read on one day, which no title calls the day on which they were known."""
    month = state_text(RATIFIED.replace("2003-02-01", "2020-03"))
    commit(home, {"data/states/avalon.yaml": month}, day="2020-03-04T12:00:00+0000")
    noted = month.replace("ratification: 2020-03\n", "ratification: 2020-03\n      note: seen\n")
    commit(home, {"data/states/avalon.yaml": noted}, day="2020-06-04T12:00:00+0000")
    text = asked(home, "HEAD~1", "HEAD")
    assert "No standing, membership, duty, sign of a topic or status of a commitment changes." in text
    assert "as of 21 November 2026 Before" in text
    assert "as known on" not in text


def test_a_comment_and_a_file_that_nothing_reads_are_named(home: Path) -> None:
    """Whatever differs in the folder is named: a comment in a file of the register, and a file that is none."""
    (home / "data/states/avalon.yaml").write_text(f"# seen again\n{state_text(SIGNED)}", "utf-8")
    (home / "data/states/avalone.yaml").write_text(state_text(SIGNED), "utf-8")
    text = asked(home)
    assert "In comments, order or layout alone, and in no entry, differs: states/avalon.yaml." in text
    assert "Read by no question, and otherwise than before: states/avalone.yaml." in text


def test_an_older_form_is_named_and_not_refused(home: Path) -> None:
    """A revision in a form that is no longer read is compared as far as it can be, and the place is shown."""
    old = state_text(SIGNED) + "strategies: []\n"
    commit(home, {"data/states/avalon.yaml": old}, day="2020-03-04T12:00:00+0000")
    commit(home, {"data/states/avalon.yaml": state_text(RATIFIED)}, day="2020-04-04T12:00:00+0000")
    text = asked(home, "HEAD~1", "HEAD")
    assert "Avalon: Short signatory -> contracting" in text
    assert "1 place, named below, has a form that is not read; what stands there is not compared." in text
    assert "states/avalon.yaml:10" in text
    commit(home, {"data/states/avalon.yaml": state_text(RATIFIED) + "strategies: []\n"}, day="2020-05-04T12:00:00+0000")
    assert "In comments, order or layout alone" not in asked(home, "HEAD~1", "HEAD")


def test_nothing_is_said_of_laws_that_could_not_be_read(home: Path) -> None:
    """A file of measures that is broken is named, and no topic is said to have lost what stands in it."""
    law = "- {kind: law, topics: [drugs], title: Act, adopted: 2001-01-01, status: adopted, source: [xxa-a]}"
    page = 'xxa-a: {kind: official, title: T, publisher: P, url: "https://a.example/", as_of: 2020}'
    files = {
        "data/topics.yaml": "drugs: {name: {en: Drugs, es: D, pt: D, fr: D}, column: DRU, calls_for_law: true}\n",
        "data/measures/avalon.yaml": f"measures:\n  {law}\nsources:\n  {page}\n",
    }
    commit(home, files, day="2020-03-04T12:00:00+0000")
    (home / "data/measures/avalon.yaml").write_text("measures: [\n", "utf-8")
    text = asked(home)
    assert "Not read at all, and not compared: measures/avalon.yaml." in text
    assert "nobody looked" not in text
    (home / "data/measures/avalon.yaml").write_text("measures: []\n", "utf-8")
    assert "Avalon: Drugs, law: adopted -> nobody looked" in asked(home)


def test_a_state_that_cites_a_source_that_changed_is_asked_again(home: Path) -> None:
    """Where the sources differ alone, the states that rest on them are told."""
    newer = REGISTER["data/sources.yaml"].replace("as_of: 2020", "as_of: 2021")
    (home / "data/sources.yaml").write_text(newer, "utf-8")
    assert "Avalon: Short stays signatory; seen: 2020 -> 2021" in asked(home)


def test_a_revision_that_is_none_ends_in_a_sentence(home: Path) -> None:
    """A word that git does not know is a mistake of the user: exit code 2, and what to write."""
    done = toc("diff", "nothing-of-this-name", folder=home)
    assert (done.code, done.out) == (2, "")
    assert "there is no revision 'nothing-of-this-name'" in done.err
    git(home, "checkout", "-q", "HEAD~1")
    assert toc("diff", "--data", str(home / "data"), folder=home).code != 0


def test_a_day_that_is_computed_stands_with_its_rule() -> None:
    """Who reads the change alone can judge the day: the rule that gives it stands below it."""
    assert "party since 3 Mar 2003 gap -> consented 30 days after deposit" in of_one(SIGNED, RATIFIED)


def test_a_change_names_the_sources_that_it_rests_on() -> None:
    """A corrected day stands with the sources that stayed, and each source on record with its kind and day."""
    later = RATIFIED.replace("2003-02-01", "2003-02-05")
    corrected = of_one(RATIFIED, later)
    assert "day: 1 Feb 2003 -> 5 Feb 2003 sources, as before: seen" in corrected
    assert "Sources on record that these entries rest on" in corrected
    assert "seen depositary; The depositary; 1 Jan 2020" in corrected.partition("rest on")[2]
    cited_anew = of_one(RATIFIED, later.replace("source: seen\n", "source: heard\n"))
    assert "as before" not in cited_anew


def test_another_sources_day_is_written_as_days_are() -> None:
    """What another source says is a text; the day in it reads as the days around it."""
    noted = RATIFIED + "      conflict:\n        - says: 2003-02-09\n          source: heard\n"
    assert "what another source says, 9 Feb 2003" in of_one(RATIFIED, noted)


def test_a_statement_withdrawn_and_a_mark_lifted_are_said_first() -> None:
    """Neither alters a standing: which article a statement no longer touches, and what is shown now, are said so."""
    reserved = RATIFIED + "      statements:\n        - reservation: on article 3\n"
    reserved += "          articles: ['3']\n          effect: excludes\n"
    heard = reserved + "          unconfirmed: heard alone\n"
    withdrawn = reserved + "          source: seen\n          withdrawn: 2005-03-02\n"
    first = of_one(heard, withdrawn).partition("Entries, ")[0]
    assert "Avalon, changed beside the standings: Short, ratification, 1 Feb 2003: reservation, 3" in first
    for told in ("withdrawn 2 Mar 2005", "art. 3 no longer excluded", "no longer unconfirmed", "also shown by seen"):
        assert told in first


def test_what_is_new_beside_the_standings_is_said_first() -> None:
    """A conflict of sources and a reservation alter no standing, and a reviewer meets them before the tables."""
    noted = RATIFIED + "      conflict:\n        - says: 2003-02-09\n          source: heard\n"
    reserved = RATIFIED + "      statements:\n        - reservation: on article 3\n          source: seen\n"
    for after, told in ((noted, "what another source says, 9 Feb 2003"), (reserved, "reservation")):
        first = of_one(RATIFIED, after).partition("Entries, new")[0]
        assert f"Avalon, new beside the standings: Short, ratification, 1 Feb 2003: {told}." in first
