"""A saved page held against the register: what differs is found, and nothing else."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests import own_pages, saved_pages
from tests.answers import Answers
from tests.console import ROOT, Result, toc
from tests.registers import tiny
from tests.saved_pages import UNTC_HEADS, chart, held_in, untc
from toc_treaties.model.action import Kind
from toc_treaties.questions.reconcile import reconcile
from toc_treaties.readers import read
from toc_treaties.readers.page import Page, Row
from toc_treaties.readers.participants import matched, refuse_missing
from toc_treaties.store.names import called
from toc_treaties.store.opening import folder_reader

DAY = "2026-11-20"


@pytest.fixture
def ask(answers: Answers, tmp_path: Path) -> "Ask":
    """Holds a text against the small register of four states."""
    return Ask(answers, tmp_path)


class Ask:
    """A page in a file, and what the command says of it."""

    def __init__(self, answers: Answers, folder: Path) -> None:
        self.data, self.file = answers.folder / "data", folder / "page.html"

    def run(self, text: str, *arguments: str, environment: str = "") -> Result:
        """The command's result."""
        self.file.write_text(text, "utf-8")
        return toc("reconcile", str(self.file), "--data", str(self.data), *arguments, TOC_TREATIES_AS_OF=environment)

    def page(self, text: str, *arguments: str) -> Any:  # noqa: ANN401 - whatever JSON holds
        """The record of the one page."""
        result = self.run(text, "--format", "json", *arguments)
        assert result.err == ""
        (page,) = json.loads(result.out)["pages"]
        assert result.code == bool(page["differences"])
        return page

    def found(self, text: str, *arguments: str) -> list[tuple[str, str, str]]:
        """What differs: state, what it is about, and what was found."""
        return [(each["state"], each["about"], each["found"]) for each in self.page(text, *arguments)["differences"]]


HAITI = ("Haiti", "13 Dec 2000", "19 Apr 2011")
BOLIVIA = ("Bolivia (Plurinational State of)", "12 Dec 2000", "10 Oct 2005")
NICARAGUA = ("Nicaragua", "14 Dec 2000", " 9 Sep 2002")
CANADA = ("Canada", "14 Dec 2000", "13 May 2002")


def of_untoc(*rows: tuple[str, str, str], signatories: int = 4, parties: int = 4) -> str:
    """A status page of UNTOC with these rows and totals."""
    return untc(rows, UNTC_HEADS, f"Signatories : {signatories}. Parties : {parties}.")


def test_a_page_that_says_the_same_leaves_nothing(ask: Ask) -> None:
    """Equal days and acts are no difference; the page says so, and the command ends well."""
    text = of_untoc(BOLIVIA, CANADA, HAITI, NICARAGUA)
    page = ask.page(text)
    assert (page["differences"], page["settled"], page["agreeing"]) == ([], [], ["BOL", "CAN", "HTI", "NIC"])
    assert (page["instrument"], page["as_at"], page["totals"]) == (
        "untoc",
        "2026-02-03",
        {"signatories": 4, "parties": 4},
    )
    assert "What the page shows is what the register has." in ask.run(text).out


@pytest.mark.parametrize(
    ("row", "parties", "found"),
    [
        (("Haiti", "13 Dec 2000", "20 Apr 2011"), 4, ("HTI", "consent", "day")),
        (("Haiti", "14 Dec 2000", "19 Apr 2011"), 4, ("HTI", "signature", "day")),
        (("Haiti", "13 Dec 2000", "19 Apr 2011 a"), 4, ("HTI", "consent", "act")),
        (("Haiti", "13 Dec 2000 d", "19 Apr 2011"), 4, ("HTI", "signature", "act")),
        (("Haiti", "13 Dec 2000", ""), 3, ("HTI", "consent", "register_alone")),
        (("Haiti", "13 Dec 2000", "[19 Apr 2011 ]"), 3, ("HTI", "consent", "withdrawal")),
    ],
)
def test_one_difference_is_found_and_no_other(
    ask: Ask, row: tuple[str, str, str], parties: int, found: tuple[str, str, str]
) -> None:
    """A day, an act, a consent that is missing or withdrawn: exactly that is named, and the command ends in 1."""
    text = of_untoc(BOLIVIA, CANADA, row, NICARAGUA, parties=parties)
    assert ask.found(text) == [found]
    assert "Haiti" in ask.run(text).out


def test_what_happened_after_the_day_of_the_page_is_no_difference(ask: Ask) -> None:
    """A page of 2006 cannot show what was deposited in 2011."""
    text = of_untoc(BOLIVIA, CANADA, ("Haiti", "13 Dec 2000", ""), NICARAGUA, parties=3)
    assert ask.found(text.replace("03-02-2026", "03-02-2006")) == []


def test_what_only_the_page_has_is_found(ask: Ask) -> None:
    """A deposit under an instrument on which nothing is recorded stands on the page alone."""
    page = "treaty,participant,signature,action,date\nOAS A-59,Haiti,2020-01-01,ratification,2021-01-01\n"
    assert ask.found(page, "--as-of", DAY) == [("HTI", "signature", "page_alone"), ("HTI", "consent", "page_alone")]


def test_a_page_without_totals_confirms_no_absence(ask: Ask) -> None:
    """Where a page prints no totals, a state may have been left out; a blank row says that it did nothing."""
    heads = "treaty,participant,signature,action,date\n"
    page = ask.page(f"{heads}OAS A-59,Haiti,,,\n", "--as-of", DAY)
    assert [(each["state"], each["found"]) for each in page["settled"]] == [("HTI", "absence_confirmed")]
    assert (page["not_shown"], page["shows_absence"]) == (["BOL", "CAN", "NIC"], False)
    chart = saved_pages.chart().replace("Argentina", "Haiti").replace("Albania", "Mali")
    budapest = ask.page(chart)
    assert ("BOL", "absence_confirmed") in [(each["state"], each["found"]) for each in budapest["settled"]]


def test_a_page_in_which_every_state_stands_shows_absence(ask: Ask) -> None:
    """The tables of the OAS print no totals and leave no member out."""
    heads = "COUNTRY SIGNATURE RATIFICATION/ACCESSION DEPOSIT INFORMATION*"
    rows = "Bolivia - - - -\nCanada - - - -\nHaiti - - - -\nNicaragua - - - -"
    page = ask.page(f"{saved_pages.HEAD}{heads}\n{rows}\n\n*DECLARATIONS/RESERVATIONS\n", "--as-of", DAY)
    assert (page["totals"], page["shows_absence"]) == (None, True)


def test_a_part_of_a_list_says_nothing_of_the_others(ask: Ask) -> None:
    """Of states that do not stand in a table of some rows nothing is a difference, and how many there are is said."""
    part = "treaty,participant,signature,action,date\nuntoc,Haiti,2000-12-13,ratification,2011-04-19\n"
    page = ask.page(part, "--as-of", DAY, "--instrument", "untoc")
    assert (page["differences"], page["agreeing"], page["not_shown"]) == ([], ["HTI"], ["BOL", "CAN", "NIC"])
    result = ask.run(part, "--as-of", DAY, "--instrument", "untoc")
    assert (result.code, "3 states do not stand on the page, which shows no absence" in result.out) == (0, True)


def test_a_day_becomes_more_precise_and_a_mark_is_lifted(ask: Ask) -> None:
    """The chart gives the day of a month that is recorded, and shows a signature that no source showed."""
    page = ask.page(chart().replace("Argentina", "Mali"))
    canada = [
        (each["about"], each["found"]) for each in page["differences"] + page["settled"] if each["state"] == "CAN"
    ]
    assert canada == [("consent", "more_precise"), ("signature", "mark")]
    (precise,) = [each for each in page["differences"] if each["state"] == "CAN"]
    assert (precise["page"]["date"], precise["register"]["date"]) == ("2015-07-08", "2015-07")


def test_a_table_that_somebody_wrote_lifts_no_mark(ask: Ask) -> None:
    """Only a page of a depositary shows what no source showed."""
    page = "treaty,participant,signature\nETS 185,Canada,2001-11-23\n"
    assert ask.page(page, "--as-of", DAY)["settled"] == []


def test_the_rows_of_any_treaty_are_printed_and_read_again(ask: Ask) -> None:
    """A treaty that the register does not hold is read all the same; its rows as CSV are a page that says the same."""
    text = untc(
        (BOLIVIA, HAITI, ("Fiji", "", "[ 1 May 2005 a]")), totals="Signatories : 2. Parties : 2.", treaty="IV-5"
    )
    record = json.loads(ask.run(text, "--rows", "--format", "json").out)
    assert [record[key] for key in ("treaty", "as_at", "reader", "instrument")] == [
        "UNTC IV-5",
        "2026-02-03",
        "untc",
        None,
    ]
    assert record["totals"] == {"signatories": 2, "parties": 2}
    assert record["counts"]["consents_withdrawn"] == 1
    assert [(row["state"], row["action"], row["date"], row["withdrawn"]) for row in record["rows"]] == [
        ("BOL", "ratification", "2005-10-10", False),
        ("HTI", "ratification", "2011-04-19", False),
        (None, "accession", "2005-05-01", True),
    ]
    assert record["rows"][2]["raw"] == "Fiji | | [ 1 May 2005 a]".replace("| |", "|  |")
    again = json.loads(ask.run(ask.run(text, "--rows", "--format", "csv").out, "--rows", "--format", "json").out)
    assert [{**row, "raw": None} for row in again["rows"]] == [{**row, "raw": None} for row in record["rows"]]
    assert "[1 May 2005]" in ask.run(text, "--rows").out
    refused = ask.run(text)
    assert (refused.code, "which the register does not hold" in refused.err) == (2, True)


@pytest.mark.parametrize(
    ("text", "arguments", "why"),
    [
        (saved_pages.COLUMNS, (), "the page prints no day on which it was so; give the day on which it was saved"),
        (saved_pages.COLUMNS, ("--as-of", "2999-01-01"), "still to come"),
        (saved_pages.COLUMNS, ("--as-of", "2024"), "is more than a day"),
        (saved_pages.COLUMNS, ("--as-of", "2024-03"), "is more than a day"),
        (of_untoc(HAITI), ("--instrument", "budapest"), "is refused: it prints 4"),
        (of_untoc(HAITI, signatories=1, parties=1), ("--instrument", "budapest"), "leave --instrument out"),
        ("participant,signature\nHaiti,2000-12-13\n", ("--as-of", DAY), "name it with --instrument"),
        (
            of_untoc(("Hayty", "13 Dec 2000", ""), signatories=1, parties=0),
            (),
            "the name 'Hayty' is not known; the nearest known: Haiti",
        ),
    ],
)
def test_a_page_that_cannot_be_used_is_refused_with_the_reason(
    ask: Ask, text: str, arguments: tuple[str, ...], why: str
) -> None:
    """One sentence names the file, the line, the reason and the remedy; the day of the environment does not count."""
    result = ask.run(text, *arguments, environment=DAY)
    assert (result.code, result.out) == (2, "")
    assert why in result.err


def test_an_address_is_no_file() -> None:
    """Nothing is fetched from the network: an address is answered with what to do."""
    result = toc("reconcile", "https://treaties.un.org/Pages/ViewDetails.aspx")
    said = "https://treaties.un.org/Pages/ViewDetails.aspx is an address, and nothing is fetched"
    assert (result.code, said in result.err) == (2, True)


def test_several_pages_are_answered_together(ask: Ask, tmp_path: Path) -> None:
    """Each page has its part of the answer; --rows takes one."""
    second = tmp_path / "second.csv"
    second.write_text("treaty,participant,signature\nOAS A-59,Haiti,\n", "utf-8")
    result = ask.run(of_untoc(BOLIVIA, CANADA, HAITI, NICARAGUA), str(second), "--as-of", DAY, "--format", "json")
    assert [page["instrument"] for page in json.loads(result.out)["pages"]] == ["untoc", "mla-protocol"]
    assert ask.run(of_untoc(HAITI), str(second), "--rows").code == 2


@pytest.mark.data
def test_a_page_written_from_the_register_finds_nothing_and_one_changed_day_exactly_that() -> None:
    """Of every instrument, in the form of every reader: what the register prints and reads again is the same.

    Only days that it does not have to the day are found, and where one consent has another day, exactly that one.
    """
    data = ROOT / "data"
    register = held_in(data)
    known = [called(folder_reader(data), slug) for slug in sorted(register.states)]
    as_at, tried = date.fromisoformat(DAY), 0

    def found(text: str) -> set[tuple[str, str, str]]:
        page = read(text.encode(), as_at)
        states = matched(page, known)
        refuse_missing(page, states.values(), known)
        differences = reconcile("page", page, states, instrument, register).differences
        return {(each.state.iso3, str(each.about), str(each.found)) for each in differences}

    for instrument in register.instruments.values():
        entries = own_pages.entries_of(register, instrument, as_at)
        changed = own_pages.moved(entries)
        for form in own_pages.forms_of(instrument):
            unlike = own_pages.unlike(entries, home=form in {own_pages.columns, own_pages.table})
            assert found(form(instrument, entries, as_at)) == unlike, (instrument.id, form)
            assert changed is not None, instrument.id
            assert found(form(instrument, changed[0], as_at)) - unlike == {(changed[1].iso3, "consent", "day")}
            tried += 1
    assert tried >= 2 * len(register.instruments)


RECORDED = "  - ratification: {when}\n    source: seen\n{more}"
NOTED = "    conflict:\n      - says: {says}\n        source: heard\n        why: the table is kept\n"
MARKED = "    unconfirmed: not seen\n"


@pytest.mark.parametrize(
    ("shown", "when", "more", "found"),
    [
        ("ratification 2011-05-05", "2011-05-05", "", []),
        ("any 2011-05-05", "2011-05-05", "", []),
        ("ratification 2011-05-05", "2011-05", "", ["more_precise"]),
        ("ratification 2011-05-01", "2011-05", "", ["more_precise"]),
        ("ratification 2011-05-31", "2011-05", "", ["more_precise"]),
        ("ratification 2011-04-30", "2011-05", "", ["day"]),
        ("ratification 2011-06-01", "2011-05", "", ["day"]),
        ("ratification 2011-05-06", "2011-05-05", "", ["day"]),
        ("accession 2011-05-05", "2011-05-05", "", ["act"]),
        ("accession 2011-05-06", "2011-05-05", "", ["day", "act"]),
        ("ratification 2011-05-05", "2011-05-05", MARKED, ["mark"]),
        ("any 2011-05-05", "2011-05-05", MARKED, ["mark"]),
        ("ratification 2011-05-06", "2011-05-05", MARKED, ["day"]),
        ("ratification 2011-05-06", "2011-05-05", NOTED.format(says="2011-05-06"), ["conflict_recorded"]),
        ("any 2011-05-06", "2011-05-05", NOTED.format(says="2011-05-06"), ["conflict_recorded"]),
        ("accession 2011-05-06", "2011-05-05", NOTED.format(says="2011-05-06"), ["day", "act"]),
        ("accession 2011-05-06", "2011-05-05", NOTED.format(says="accession of 2011-05-06"), ["conflict_recorded"]),
        ("accession 2011-05-05", "2011-05-05", NOTED.format(says="accession of 2011-05-05"), ["conflict_recorded"]),
        ("accession 2011-05-06", "2011-05-05", NOTED.format(says="accession of 2011-06-06"), ["day", "act"]),
        ("accession 2011-05-06", "2011-05-05", NOTED.format(says="approval of 2011-05-06"), ["day", "act"]),
        ("any 2011-05-06", "2011-05-05", NOTED.format(says="ratification on 2011-05-06"), ["conflict_recorded"]),
        ("any 2011-05-06", "2011-05-05", NOTED.format(says="in force on 2011-05-06"), ["day"]),
        ("ratification 2011-05-06", "2011-05-05", NOTED.format(says="2011-05-07"), ["day"]),
    ],
)
def test_what_a_page_says_of_an_act_is_one_thing(shown: str, when: str, more: str, found: list[str]) -> None:
    """Its day, its act, more precisely, as another source says already, or what lifts a mark: and nothing besides."""
    act, day = shown.split()
    row = Row(1, "Avalon", "", action=None if act == "any" else Kind(act), consent=date.fromisoformat(day))
    made = tiny("alpha:\n" + RECORDED.format(when=when, more=more))
    page = Page("untc", None, date(2020, 1, 1), (row,), {"parties": 1}, signs=False)
    assert page.of_depositary
    answer = reconcile("page", page, {"Avalon": "avalon"}, made.register.instruments["alpha"], made.register)
    assert [each.found for each in answer.findings] == found


@pytest.mark.parametrize(
    ("entries", "row", "found"),
    [
        ("", {}, "absence_shown"),
        ("none_seen: 2019-01-01\n    source: seen", {}, "absence_confirmed"),
        ("none_seen: 2019-01-01\n    unconfirmed: said so", {}, "absence_shown"),
        ("signature: 2000-02-01\n    source: seen", {}, "register_alone"),
        ("signature: 2000-02-01\n    source: seen", {"signature": date(2000, 2, 1)}, None),
        ("signature: 2000-02-01\n    source: seen", {"signature": date(2000, 2, 2)}, "day"),
        ("none_seen: 2019-01-01\n    source: seen", {"signature": date(2000, 2, 1)}, "page_alone"),
        (
            "signature: 2000-02-01\n    source: seen\n  - signature_withdrawal: 2001-02-01\n    source: seen",
            {"signature": date(2000, 2, 1), "signature_withdrawn": True},
            None,
        ),
        (
            "signature: 2000-02-01\n    source: seen\n  - signature_withdrawal: 2001-02-01\n    source: seen",
            {"signature": date(2000, 2, 1)},
            "withdrawal",
        ),
        (
            "signature: 2000-02-01\n    source: seen\n  - signature_withdrawal: 2001-02-01\n    source: seen",
            {},
            None,
        ),
        (
            "signature: 2000-02-01\n    source: seen\n  - signature_withdrawal: 2021-02-01\n    source: seen",
            {"signature": date(2000, 2, 1)},
            None,
        ),
    ],
)
def test_a_signature_or_an_absence_is_compared_as_it_was_on_the_day(
    entries: str, row: dict[str, Any], found: str | None
) -> None:
    """What nobody recorded is shown, what is recorded and not shown differs, and what was withdrawn by then is gone."""
    made = tiny(f"alpha:\n  - {entries}\n" if entries else "alpha: []")
    page = Page("untc", None, date(2020, 1, 1), (Row(1, "Avalon", "", **row),), {"parties": 0}, leaves=True)
    answer = reconcile("page", page, {"Avalon": "avalon"}, made.register.instruments["alpha"], made.register)
    assert [each.found for each in answer.findings] == ([found] if found else [])
    assert bool(answer.agreeing) is (found in {None, "absence_shown", "absence_confirmed"})


@pytest.mark.parametrize(
    ("left", "effect", "told"),
    [
        (None, None, None),
        (date(2015, 1, 1), None, (date(2015, 1, 1), None)),
        (date(2015, 1, 1), date(2016, 1, 1), (date(2015, 1, 1), date(2016, 1, 1))),
    ],
)
def test_how_a_state_left_is_told_with_the_withdrawal(left: date | None, effect: date | None, told: object) -> None:
    """The day of the notice that a page has, and that of its effect where it has that too, stand with what is found."""
    row = Row(1, "Avalon", "", action=Kind.ACCESSION, consent=date(2005, 5, 5), consent_withdrawn=True)
    made = tiny("alpha:\n  - accession: 2005-05-05\n    source: seen\n")
    page = Page(
        "untc", None, date(2020, 1, 1), (row._replace(left=left, left_effect=effect),), signs=False, leaves=True
    )
    answer = reconcile("page", page, {"Avalon": "avalon"}, made.register.instruments["alpha"], made.register)
    (finding,) = answer.findings
    assert finding.page is not None
    assert (finding.found, finding.page.left) == ("withdrawal", told)
