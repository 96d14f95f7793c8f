"""Saved pages of depositaries: each cell is read into its own place, or the page is refused."""

import csv
import os
import re
import sys
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests import saved_pages
from tests.console import ROOT
from tests.saved_pages import COLUMNS, PLAIN, SERVICE, TABLE, chart, harmed, untc
from tests.saved_pages import SAVED as SAVED_AS
from toc_treaties.model.action import Kind
from toc_treaties.model.names import Known
from toc_treaties.readers import DayNeededError, Page, PageFault, Row, read
from toc_treaties.readers.participants import matched, refuse_missing
from toc_treaties.store.names import called
from toc_treaties.store.opening import folder_reader

SAVED = date(2026, 1, 1)
SAMPLES = Path(os.environ.get("TOC_TREATIES_SAMPLES", "nowhere"))
needs_samples = pytest.mark.skipif(not SAMPLES.is_dir(), reason="TOC_TREATIES_SAMPLES names no folder of saved pages")
STATES = [called(folder_reader(ROOT / "data"), path.stem) for path in sorted((ROOT / "data" / "states").glob("*.yaml"))]
OF_TABLE = [state for state in STATES if state.id in {"argentina", "antigua-and-barbuda", "haiti"}]


def read_whole(text: str | bytes, states: list[Known] | None = None) -> Page:
    """A page read as the command reads it: its rows, its names, and that no row is missing."""
    page = read(text.encode() if isinstance(text, str) else text, SAVED)
    refuse_missing(page, matched(page, STATES).values(), STATES if states is None else states)
    return page


def cells(page: Page) -> list[tuple[str, str, str, str]]:
    """What a page has of each participant: signature, act and day, in brackets where it is withdrawn."""
    return [
        (
            row.participant,
            _shown(row.signature, withdrawn=row.signature_withdrawn),
            row.action or "",
            _shown(row.consent, withdrawn=row.consent_withdrawn),
        )
        for row in page.rows
    ]


def _shown(day: date | None, *, withdrawn: bool) -> str:
    text = day.isoformat() if day else ""
    return f"[{text}]" if withdrawn else text


def refusal(text: str | bytes, states: list[Known] | None = None) -> str:
    """Why a page is refused, and what helps."""
    with pytest.raises(PageFault) as refused:
        read_whole(text, states)
    return f"{refused.value.message}: {refused.value.help}"


def test_a_page_of_the_treaty_collection_is_read_cell_by_cell() -> None:
    """Letters are acts, brackets are withdrawals, footnotes are no part of a name, a bare day is no accession."""
    page = read_whole(untc())
    assert (page.treaty, page.as_at, page.totals) == (
        "UNTC XVIII-12",
        date(2026, 2, 3),
        {"signatories": 5, "parties": 5},
    )
    assert cells(page) == [
        ("Argentina", "2000-12-12", "ratification", "2002-11-19"),
        ("Bolivia (Plurinational State of)", "", "accession", "2005-10-10"),
        ("Cambodia", "2001-06-03", "ratification", "[2005-12-12]"),
        ("Haiti", "2000-12-13", "", ""),
        ("Peru", "", "succession", "2002-03-14"),
        ("Serbia", "[2000-12-12]", "", ""),
        ("Uruguay", "2001-01-03", "approval", "2005-03-04"),
        ("Venezuela (Bolivarian Republic of)", "2000-12-14", "ratification", "2002-05-13"),
    ]
    assert page.rows[6].signature_kind is Kind.SIGNATURE_SUCCESSION
    assert page.rows[6].raw == "Uruguay | 3 Jan 2001 d | 4 Mar 2005 AA"


def test_a_day_without_a_letter_and_without_a_signature_is_no_known_act() -> None:
    """Where nobody signed, a bare day says that a state consented and not how; so does participation by virtue of."""
    bare = untc((("Peru", "", "14 Mar 2002"),), totals="Signatories : 0. Parties : 1.")
    assert cells(read_whole(bare)) == [("Peru", "", "", "2002-03-14")]
    heads = ("Participation in the Convention by virtue of ratification of, accession or succession to the Protocol",)
    page = read_whole(untc((("Peru", "12 Sep 1977"),), heads, "Parties : 1.", "VI-18"))
    assert (page.treaty, page.signs, cells(page)) == ("UNTC VI-18", False, [("Peru", "", "", "1977-09-12")])


def test_provisional_application_is_no_consent() -> None:
    """It has its own column, and its letter in no other; the number of parties leaves it out."""
    heads = ("Signature", "Provisional application under article 23(n)", "Accession(a), Ratification")
    page = read_whole(untc((("Chile", "3 Jun 2013", "2 Sep 2014 n", ""),), heads, "Signatories : 1. Parties : 0."))
    assert (page.rows[0].provisional, page.rows[0].consent) == (date(2014, 9, 2), None)
    for row, why in (
        (("Chile", "3 Jun 2013", "2 Sep 2014 n", "1 Sep 2014"), "after the consent of 2014-09-01"),
        (("Chile", "3 Jun 2013", "2 Jun 2013 n", "1 Sep 2014"), "before the signature of 2013-06-03"),
        (("Chile", "", "2 Jun 2013 n", ""), "without a signature or a consent"),
    ):
        assert why in refusal(untc((row,), heads, f"Signatories : {bool(row[1]):d}. Parties : {bool(row[3]):d}."))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (untc(totals="Signatories : 5. Parties : 6."), "prints 6 as its number of parties, and its rows hold 5"),
        (untc(totals="Signatories : 4. Parties : 5."), "prints 4 as its number of signatories"),
        (untc(totals=""), "does not print its number of signatories and parties"),
        (untc().split("<table", maxsplit=1)[0], "there is no table of participants"),
        (untc().replace("</table>", ""), "cut short"),
        (untc().replace("STATUS AS AT", "STATUS"), "does not say on which day"),
        (untc().replace(".en.xml", ""), "does not say which treaty"),
        (untc(heads=("Signature", "Adherence(h)")), "names an act that is not known"),
        (untc().replace("10 Oct 2005 a", "10 Oct 2005 n"), "the letter n stands where the heading announces none"),
        (untc().replace("12 Dec 2000<br/>", "31 Feb 2001<br/>", 1), "2001-02-31 is no day of the calendar"),
        (untc().replace("19 Nov 2002", "19 Nov 2027"), "an act after 2026-02-03"),
        (untc().replace("19 Nov 2002", "19 Nov 1999"), "the deposit of 1999-11-19 stands before 2000-12-12"),
        (untc().replace("19 Nov 2002", "2002"), "is no day, as 14 Nov 1980 a"),
        (untc().replace("[12 Dec 2005 ]", "[12 Dec 2005 "), "is no day, as 14 Nov 1980 a"),
        (untc().replace("Argentina", "Argentna"), "the nearest known: Argentina"),
        (untc().replace("Cambodia", "Camelot"), "the name 'Camelot' is not known"),
        (untc().replace("Serbia", "Peru"), "Peru stands in it twice"),
        (untc().replace("Serbia", "Perú"), "Peru and Perú are one state"),
        (re.sub("<tr class='trBGGrey'><td>Serbia.*", "", untc()), "a row is missing"),
        ("<html><body>A page</body></html>", "it is no page of a depositary"),
        ("", "there is nothing in it"),
    ],
)  # fmt: skip
def test_a_page_of_the_treaty_collection_that_contradicts_itself_is_refused(text: str, why: str) -> None:
    """Its totals are met, its letters announced, its names known and its days possible, or nothing is read."""
    assert why in refusal(text)


def test_the_fixed_columns_of_the_oas_are_read_cell_by_cell() -> None:
    """Years of two digits come after the adoption; tabs and years of four digits are what editors leave behind."""
    page = read_whole(COLUMNS)
    assert (page.treaty, page.as_at, page.totals, page.shows_absence) == ("OAS A-59", SAVED, {}, False)
    assert cells(page) == [
        ("Brasil", "1994-05-03", "ratification", "2007-11-12"),
        ("Colombia", "", "ratification", "2003-01-13"),
        ("Czech Republic", "", "accession", "2019-10-17"),
        ("Estados Unidos", "1995-01-10", "acceptance", "2001-05-25"),
        ("Haiti", "1995-01-10", "", ""),
    ]
    assert page.rows[2].at_home == date(2019, 7, 12)
    spanish = COLUMNS.replace(
        "SIGNATORY COUNTRIES    SIGNATURE REF   RA/AC/AD REF   DEPOSIT INST",
        "PAISES SIGNATARIOS         FECHA   REF RA/AC/AD REF  DEPOSITO INST",
    ).replace("GENERAL INFORMATION OF THE TREATY", "INFORMACION GENERAL DEL TRATADO")
    assert cells(read_whole(spanish.replace("\nDATE", "\nFECHA"))) == cells(page)
    assert cells(read_whole(f"<html><body><pre>{COLUMNS.replace('&', '&amp;')}</pre></body></html>")) == cells(page)


def test_in_the_table_of_the_oas_every_state_stands_and_ac_is_accession() -> None:
    """A hyphen is nothing done; a state that does not stand in it is a row that is missing."""
    page = read_whole(TABLE, OF_TABLE)
    assert cells(page) == [
        ("Argentina", "1993-06-11", "ratification", "1996-04-19"),
        ("Antigua & Barbuda", "", "", ""),
        ("Haiti", "1993-06-11", "", ""),
        ("Ukraine", "", "accession", "2023-01-05"),
    ]
    lines = [line.split(" ") for line in ("Haiti 06/11/93 - - -", "Ukraine - 10/18/2022 1/5/2023&nbsp;AC Yes")]
    rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in line) + "</tr>" for line in lines)
    html = TABLE[: TABLE.index("Argentina 06")] + f"<table>{rows}</table><p>*DECLARATIONS</p>"
    assert cells(read_whole(f"<html><pre>{html}</pre></html>", OF_TABLE[2:])) == cells(page)[2:]
    assert "a row is missing" in refusal(TABLE)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (COLUMNS[: COLUMNS.index("GENERAL")], "cut short: it ends before its table"),
        (COLUMNS[: COLUMNS.index("Estados")], "cut short: its table of signatures does not end"),
        (COLUMNS.replace("A-59: OPT", "A-60: OPT"), "do not name one and the same treaty"),
        (COLUMNS.replace("DATE: 06/11/93", ""), "when the treaty was adopted"),
        (COLUMNS.replace(" /  /    ", "           /  /    "), "does not stand under the head"),
        (COLUMNS.replace("05/03/94  ", "          "), "not four days or blanks"),
        (COLUMNS.replace("10/10/07", "10/10/27"), "Brasil"),
        (COLUMNS.replace("10/10/07       11/12/07 RA", "10/10/07         /  /   RA"), "an act without a deposit"),
        (COLUMNS.replace("10/10/07", "  /  / "), "a deposit without a national ratification"),
        (COLUMNS.replace("RA/AC/AD REF", "ACT      REF"), "not those of a known table"),
        (TABLE.replace("04/19/96 RA", "04/19/96"), "is no row of a participant and its four cells"),
        (TABLE.replace("*DECLARATIONS/RESERVATIONS", ""), "cut short"),
    ],
)  # fmt: skip
def test_a_page_of_the_oas_that_contradicts_itself_is_refused(text: str, why: str) -> None:
    """A day that does not stand under its head, and a table without its end, refuse the page."""
    assert why in refusal(text, OF_TABLE)


@pytest.mark.parametrize("text", [chart(), saved_pages.spaced_chart(), saved_pages.html_chart()])
def test_the_chart_of_the_council_of_europe_is_read_cell_by_cell(text: str) -> None:
    """Its days are day/month/year, its note a is accession, and its totals are met, in bars, gaps or HTML."""
    page = read_whole(text)
    assert (page.treaty, page.as_at, page.shows_absence) == ("ETS 185", date(2025, 12, 3), True)
    assert cells(page) == [
        ("Albania", "2001-11-23", "ratification", "2002-06-20"),
        ("Andorra", "2013-04-23", "", ""),
        ("Argentina", "", "accession", "2018-06-05"),
        ("Canada", "2001-11-23", "ratification", "2015-07-08"),
    ]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (chart().split("Total", maxsplit=1)[0], "cut short: its totals"),
        (chart(parties=4), "prints 4 as its number of parties, and its rows hold 3: it is cut short"),
        (chart(signed=2), "signatures not followed by ratification"),
        (chart().replace("Treaty 185", "Treaty 186"), "it names the treaties 185, 186"),
        (chart().replace("Status as of", "Status"), "does not say on which day"),
        (chart().replace("| 05/06/2018 | 01/10/2018", "| 01/10/2018 | 05/06/2018"), "an entry into force"),
        (chart().replace("23/04/2013 |  |", "23/04/2013 | x |"), "is no row of three days"),
        ("CETS No. 213\nStatus as of 15/11/2018\nTotal number of ratifications/accessions\n4\nMali\n1/2/2014", "cut"),
    ],
)  # fmt: skip
def test_a_chart_of_the_council_of_europe_that_contradicts_itself_is_refused(text: str, why: str) -> None:
    """Without its totals nobody can tell whether a chart is whole."""
    assert why in refusal(text)


def test_rows_of_the_council_of_europes_service_say_no_act_and_no_day_of_their_own() -> None:
    """The day is asked for; a consent is one whose act is not known."""
    page = read_whole(SERVICE)
    assert cells(page) == [("Haiti", "", "", ""), ("Argentina", "", "", "2018-06-05")]
    assert (page.treaty, page.as_at) == ("ETS 185", SAVED)
    with pytest.raises(DayNeededError, match="prints no day"):
        read(SERVICE.encode())
    assert "cut short" in refusal(SERVICE[:-2])
    assert "has an hour" in refusal(SERVICE.replace("2018-06-05T00", "2018-06-04T22"))
    assert "rows are of 2 treaties" in refusal(SERVICE.replace('"185"', '"186"', 1))


def test_a_plain_table_is_read_as_it_is_written() -> None:
    """Commas, semicolons and tabs part its cells; an act is written as the register writes it."""
    page = read_whole(PLAIN)
    assert (page.treaty, page.as_at) == ("UNTC XVIII-12", date(2026, 2, 3))
    assert cells(page) == [("Haiti", "2000-12-13", "ratification", "2011-04-19"), ("Peru", "2000-12-14", "", "")]
    assert cells(read_whole(PLAIN.replace(",", ";"))) == cells(page)
    assert "is not known, or stands twice" in refusal(PLAIN.replace("withdrawn", "gone"))
    assert "no act of consent" in refusal(PLAIN.replace("ratification", "ratified"))
    assert "8 cells, where the heads are 7" in refusal(PLAIN.replace("2011-04-19", "2011-04-19,"))
    assert "do not agree in as_at" in refusal(PLAIN.replace("2026-02-03", "2025-02-03", 1))


@pytest.mark.parametrize(
    ("columns", "cells", "why"),
    [
        ("participant,signature,signature_kind", "Haiti,2000-12-13,ratification", "is no kind of signature"),
        ("participant,signature,signature_kind", "Haiti,2000-12-13,sgined", "'sgined' is no kind of signature"),
        ("participant,state,signature", "Haiti,PER,2000-12-13", "Haiti and PER beside it are not one state"),
        ("participant,state,signature", "France,PER,2000-12-13", "France and PER beside it are not one state"),
        ("participant,signature,left", "Haiti,2000-12-13,2001-01-01", "a denunciation without a consent"),
        ("participant,action,date,left", "Haiti,accession,2002-01-01,2001-01-01", "a denunciation before the consent"),
    ],
)
def test_a_plain_table_that_contradicts_itself_is_refused(columns: str, cells: str, why: str) -> None:
    """A column that names another thing than its neighbour, a kind that is none, a leaving without a consent."""
    assert why in refusal(f"{columns}\n{cells}\n")


LONG_LIST = tuple(
    (name, "12 Dec 2000", "")
    for name in (
        *("Argentina", "Bolivia", "Canada", "Denmark", "Ecuador", "France", "Germany", "Haiti", "Italy", "Jamaica"),
        *("Kenya", "Mexico", "Norway", "Peru"),
    )
)


def test_names_that_slipped_into_other_rows_are_refused_although_the_totals_are_met() -> None:
    """A column of names that slipped a row, or two names in each other's place, breaks the order of the alphabet."""
    names, totals = [row[0] for row in LONG_LIST], "Signatories : 14. Parties : 0."
    slipped = [names[-1], *names[:-1]]
    swapped = [*names[:3], names[9], *names[4:9], names[3], *names[10:]]
    for order in (slipped, swapped):
        rows = tuple((name, *row[1:]) for name, row in zip(order, LONG_LIST, strict=True))
        assert "does not stand where the alphabet has it" in refusal(untc(rows, totals=totals))
    assert len(read_whole(untc(LONG_LIST, totals=totals)).rows) == len(names)


ACCENTS = (("Perú", "12 Dec 2000", "19 Nov 2002"), ("Côte d’Ivoire", "", "14 Mar 2002 a"))
OF_ACCENTS = untc(ACCENTS, totals="Signatories : 1. Parties : 2.")
SPANISH = (
    COLUMNS.replace("SIGNATORY COUNTRIES    SIGNATURE REF", "PAÍSES SIGNATARIOS         FECHA REF")
    .replace("DEPOSIT INST ", "DEPÓSITO INST")
    .replace("GENERAL INFORMATION OF THE TREATY", "INFORMACIÓN GENERAL DEL TRATADO")
    .replace("Brasil ...", "Perú .....")
)


@pytest.mark.parametrize("way", list(SAVED_AS))
@pytest.mark.parametrize("text", [OF_ACCENTS, SPANISH, chart().replace("Albania", "Türkiye")])
def test_a_page_is_the_same_however_it_was_saved(text: str, way: str) -> None:
    """Encodings, marks, line ends and accents that stand apart change no cell."""
    if "declared" in way and "charset" not in text:
        return
    assert cells(read_whole(SAVED_AS[way](text))) == cells(read_whole(text))


@pytest.mark.parametrize("saved", [saved_pages.archived, saved_pages.view_of_source])
def test_a_page_in_an_archive_or_in_a_view_of_its_source_is_that_page(saved: Callable[[str], bytes]) -> None:
    """What a browser keeps in one file, or shows as source, is read as the page that it is."""
    assert cells(read_whole(saved(untc()))) == cells(read_whole(untc()))
    assert "cut short" in refusal(saved(untc().replace("</table>", "")))


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"%PDF-1.7 ...", "it is a PDF"),
        (b"PK\x03\x04...", "a workbook, a Word file or an archive"),
        (b"bplist00...", "a web archive of Safari"),
        (b"\x1f\x8b...", "it is compressed"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b--\r\n", "holds no page"),
        (b"STATUS AS AT : 03-02-2026\nParticipant\nPeru 12 Dec 2000", "the text of the page, without its table"),
        (untc().replace("STATUS AS AT", "ÉTAT AU").encode(), "save the page in English"),
        ("INFORMAÇÃO GERAL DO TRATADO: A-59".encode(), "of the OAS (English or Spanish)"),
    ],
)
def test_what_is_no_page_is_refused_by_what_it_is(content: bytes, why: str) -> None:
    """A file of another kind, or a page in a language that is not read, is named, with what helps."""
    assert why in refusal(content)


def test_the_number_of_a_footnote_is_no_part_of_a_name() -> None:
    """A copy leaves the numbers of footnotes behind names; the state is known all the same, and the cell kept."""
    rows = (
        ("Cuba 3", "12 Dec 2000", ""),
        ("Bolivia (Plurinational State of) 2, 3", "", "10 Oct 2005 a"),
        ("Venezuela (Bolivarian Republic of)[1]", "14 Dec 2000", "13 May 2002"),
        ("Serbia4", "12 Dec 2000", ""),
    )
    page = read_whole(untc(rows, totals="Signatories : 3. Parties : 2."))
    assert [*matched(page, STATES).values()] == ["cuba", "bolivia", "venezuela", None]
    assert page.rows[0].participant == "Cuba 3"
    twice = untc((*rows[:1], ("Cuba", "13 Dec 2000", "")), totals="Signatories : 2. Parties : 0.")
    assert "Cuba 3 and Cuba are one state" in refusal(twice)


def test_a_whole_page_of_a_browser_is_known_by_where_it_was_saved_from() -> None:
    """Where the links are gone, the address that a browser notes in the page says which treaty it is."""
    noted = (
        "<!-- saved from url=(0084)https://treaties.un.org/Pages/ViewDetails.aspx?src=TREATY&mtdsg_no=XVIII-12-a -->"
    )
    page = read_whole(noted + untc().replace(".en.xml", ""))
    assert page.treaty == "UNTC XVIII-12-a"


def test_the_letters_of_the_heads_may_stand_apart() -> None:
    """Succession (d), or acts parted by a stroke, are the acts that they name."""
    heads = ("Signature", "Formal confirmation (c) / Accession (a), Succession (d); Ratification, Acceptance (A)")
    rows = (
        ("Peru", "12 Dec 2000", "3 Mar 2002 A"),
        ("Haiti", "", "4 Mar 2002 d"),
        ("Cuba", "12 Dec 2000", "5 Mar 2002"),
    )
    page = read_whole(untc(rows, heads, "Signatories : 2. Parties : 3."))
    assert [row.action for row in page.rows] == [Kind.ACCEPTANCE, Kind.SUCCESSION, Kind.RATIFICATION]


def test_a_table_of_a_spreadsheet_may_name_its_sign_first() -> None:
    """The line by which a spreadsheet says what parts its cells is no line of the table."""
    assert cells(read_whole("sep=;\r\n" + PLAIN.replace(",", ";"))) == cells(read_whole(PLAIN))


def test_the_service_says_by_which_notice_a_state_left() -> None:
    """The day of a denunciation and that of its effect are read; an effect before the notice refuses the page."""
    since = '"DateEntreeVigueur": "2018-10-01T00:00:00"'
    ended = f'{since}, "DateDenonciation": "2020-03-04", "DateEffetDenonciation": "2020-07-01"'
    row = read_whole(SERVICE.replace(since, ended)).rows[1]
    assert (row.left, row.left_effect, row.withdrawn) == (date(2020, 3, 4), date(2020, 7, 1), True)
    assert "before the notice" in refusal(SERVICE.replace(since, ended.replace("07-01", "01-01")))


ACTS = (
    "signature",
    "signature_kind",
    "signature_withdrawn",
    "action",
    "consent",
    "consent_withdrawn",
    "provisional",
    "at_home",
)


def in_their_places(page: Page, original: Page) -> bool:
    """Whether each cell of a page is that of the original, or empty; nothing came into another's place."""
    before = {row.participant: row for row in original.rows}
    return all(row.participant in before and _same(row, before[row.participant]) for row in page.rows)


def _same(row: Row, before: Row) -> bool:
    return all(getattr(row, name) in {getattr(before, name), None, False} for name in ACTS)


def outcome(text: str, original: Page, harm: str, states: list[Known]) -> str:
    """What becomes of a harmed page: it is refused, or what is read of it stands in its place."""
    try:
        page = read_whole(text, states)
    except PageFault:
        return "refused"
    if harm in {"name", "total"} or not in_their_places(page, original):
        return "read wrongly"
    whole = original.totals or original.lists_all
    lost = matched(original, STATES).keys() - matched(page, STATES).keys()
    ours = any(matched(original, STATES)[name] for name in lost)
    return "read wrongly" if lost and (ours or original.totals) and (whole or harm == "cut") else "read"


@pytest.mark.parametrize("text", [untc(), COLUMNS, TABLE, chart(), saved_pages.html_chart()])
def test_a_page_that_came_to_harm_is_never_read_into_a_wrong_cell(text: str) -> None:
    """A row or cell that is gone, a name misspelt, a page cut, another total, shifted columns: refused, or in place."""
    original = read_whole(text, OF_TABLE)
    harms = Counter((harm, outcome(harmed_text, original, harm, OF_TABLE)) for harm, harmed_text in harmed(text))
    assert [harm for harm, found in harms if found == "read wrongly"] == []
    assert sum(number for (_, found), number in harms.items() if found == "refused") > 20


@needs_samples
def test_the_saved_pages_of_the_treaty_collection_give_the_counts_that_are_expected() -> None:
    """Twelve real pages have exactly the rows, signatures, parties and brackets that counting by hand gave."""
    with (SAMPLES / "untc" / "EXPECTED.csv").open(encoding="utf-8") as file:
        expected = list(csv.DictReader(file))
    names = ("rows", "counted_signatures", "counted_parties", "bracketed_signatures", "bracketed_parties")
    keys = ("rows", "signatories", "parties", "signatures_withdrawn", "consents_withdrawn")
    for line in expected:
        page = read_whole((SAMPLES / "untc" / line["file"]).read_bytes())
        assert [page.counts[key] for key in keys] == [int(line[name]) for name in names], line["file"]
        assert page.treaty == f"UNTC {line['xml_ref'].removesuffix('.en.xml')}"
        assert sum(row.consent is not None and row.action is None for row in page.rows) == int(
            line["bare_date_without_signature"]
        )
    assert len(expected) == 12


@needs_samples
def test_the_saved_pages_of_the_oas_and_of_the_council_of_europe_are_read_or_refused() -> None:
    """A-59 and A-35 have what a careful reader finds; what is cut short is refused for that reason."""
    oas = {path.name: path for path in (SAMPLES / "oas").iterdir()}
    newer = cells(read_whole(oas["a-59.en.newer-crawl.txt"].read_bytes()))
    assert newer == [
        ("Brasil", "1994-05-03", "ratification", "2007-11-12"),
        ("Chile", "1997-05-15", "ratification", "2004-04-28"),
        ("Colombia", "", "ratification", "2003-01-13"),
        ("Czech Republic", "", "accession", "2019-10-17"),
        ("Ecuador", "1996-03-14", "ratification", "2002-03-08"),
        ("Estados Unidos", "1995-01-10", "ratification", "2001-05-25"),
        ("Honduras", "", "accession", "2006-11-10"),
        ("Paraguay", "1998-06-02", "ratification", "2004-10-22"),
        ("Ukraine", "", "accession", "2021-02-26"),
    ]
    older = [row for row in newer if row[0] not in {"Czech Republic", "Ukraine"}]
    assert cells(read_whole(oas["a-59.en.older-crawl.txt"].read_bytes())) == older
    assert cells(read_whole(oas["a-59.es.firmas.txt"].read_bytes())) == older
    extradition = read_whole(oas["a-35.en.table-layout.txt"].read_bytes())
    assert (extradition.counts["rows"], extradition.counts["signatories"], extradition.counts["parties"]) == (
        37,
        18,
        14,
    )
    acts = {row[0]: row[1:] for row in cells(extradition)}
    assert acts["Kazakhstan"] == ("", "accession", "2018-01-03")
    assert acts["Ukraine"] == ("", "accession", "2023-01-05")
    assert acts["Argentina"] == ("1933-12-26", "ratification", "1956-04-19")
    assert acts["Chile"] == ("1933-12-26", "ratification", "1935-07-02")
    assert acts["Venezuela"] == ("", "", "")
    short = [oas["b-47.en.header-only.txt"], oas["b-58.en.collapsed.txt"], *(SAMPLES / "coe").glob("chart*")]
    assert len(short) == 5
    assert all("cut short" in refusal(path.read_bytes()) for path in short)


REAL = [*sorted((SAMPLES / "untc").glob("*.html")), *sorted((SAMPLES / "oas").glob("a-*"))] if SAMPLES.is_dir() else []


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.name)
def test_no_real_page_that_came_to_harm_is_read_into_a_wrong_cell(path: Path) -> None:
    """Of sixteen real pages and more than sixty ways to harm each, all are refused or read in their own places."""
    text = path.read_text("utf-8")
    original = read_whole(text)
    harms = Counter((harm, outcome(worse, original, harm, STATES)) for harm, worse in harmed(text))
    assert [harm for harm, found in harms if found == "read wrongly"] == []
    assert sum(harms.values()) > 50
    assert {harm for harm, _ in harms} >= {"cut", "row", "name", "cell", "shift"}


def test_html_without_its_parser_names_what_installs_it_here_and_in_a_checkout(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who lacks the extra learns both commands that install it, and nothing of the page is read."""
    monkeypatch.setitem(sys.modules, "lxml", None)
    with pytest.raises(PageFault) as refused:
        read(untc().encode(), SAVED)
    for command in ("pip install 'toc-treaties[reconcile]'", "pip install '.[reconcile]'"):
        assert command in refused.value.help
