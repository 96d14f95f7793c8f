"""Forms that come back from a ministry, however its spreadsheet saved them: read exactly, or refused with the place."""

import csv
import io
import shutil
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.commitments import FROZEN
from tests.console import Result, toc
from tests.sent_forms import HEAD, form, row, unzipped, workbook, zipped
from toc_treaties.cli import asking
from toc_treaties.document.formulas import guarded, unguarded
from toc_treaties.edits import blank_sheet
from toc_treaties.edits.blank import blank_csv
from toc_treaties.edits.blank_sheet import blank_xlsx
from toc_treaties.edits.counts import count_of
from toc_treaties.edits.filled import Form
from toc_treaties.edits.forms import read_form
from toc_treaties.edits.slots import slots
from toc_treaties.model.assessment import Return, Sentence
from toc_treaties.store.files import in_folder
from toc_treaties.store.load import load
from toc_treaties.words.language import ENGLISH, spoken
from toc_treaties.words.returns import COLUMN, NOT_REPORTED

DAY = date(2025, 1, 2)
REGISTER = load(in_folder(FROZEN).read, ["haiti"], also=("catalogue", "bodies", "statistics"))[0]
HAITI = REGISTER.states["haiti"]
TEXT = "peine à perpétuité, « sûreté » comprise"
FILLED: dict[str, int | str] = {"coop-mla": 12, "conv-tip-5": 0, "legal-civil": 3, "sent-tip-5.text": TEXT}
RUN = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "\u00a0=1", "\u200b=1", "＝1", "'=1", "''@x")
"""Texts that a spreadsheet would run, or that look as if they had been kept from it already."""


def read(content: bytes, name: str = "form.xlsx") -> Form:
    """A form that was handed in."""
    return read_form(name, content, REGISTER)


def values(content: bytes, name: str = "form.xlsx") -> dict[str, int | str | None]:
    """What a form without faults was filled in with."""
    found = read(content, name)
    assert found.faults == ()
    assert (found.state, found.year) == ("HTI", 2024)
    return {entered.slot.name: entered.value for entered in found.entered}


def faults(content: bytes, name: str = "form.xlsx") -> list[str]:
    """What is wrong with a form, each fault with its place."""
    return [f"{fault.place}: {fault.message}" for fault in read(content, name).faults]


def template() -> bytes:
    """The form for Haiti in 2024 as a workbook."""
    return blank_xlsx(REGISTER, HAITI, 2024, DAY, ENGLISH)


def filled_book(given_: dict[str, int | str] = FILLED) -> openpyxl.Workbook:
    """That form, filled in."""
    book = openpyxl.load_workbook(io.BytesIO(template()))
    for cells in book["return"].iter_rows(min_row=blank_sheet.HEAD + 2):
        if cells[0].value in given_:
            cells[blank_sheet.VALUE].value = given_[str(cells[0].value)]
    return book


def saved(book: openpyxl.Workbook) -> bytes:
    """A workbook as a file."""
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def rows(given_: dict[str, int | str] = FILLED) -> list[list[str]]:
    """The rows of the form as CSV, filled in."""
    lines = list(csv.reader(io.StringIO(blank_csv(REGISTER, HAITI, 2024, ENGLISH).removeprefix("\ufeff"))))
    for line in lines[1:]:
        line[3] = str(given_.get(line[2], line[3]))
    return lines


def as_csv(lines: Iterable[list[str]], sign: str = ",", end: str = "\r\n") -> str:
    """Rows as separated values."""
    out = io.StringIO()
    csv.writer(out, delimiter=sign, lineterminator=end).writerows(lines)
    return out.getvalue()


def ours(home: Path, *arguments: str, **environment: str) -> Result:
    """A command on a register of its own."""
    return toc(*arguments, "--data", "data", folder=home, **environment)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder with a register in `data`."""
    shutil.copytree(FROZEN, tmp_path / "data")
    return tmp_path


@pytest.mark.parametrize("language", ["es", "pt", "fr"])
def test_a_form_in_another_language_is_read_by_its_ids(language: str) -> None:
    """A ministry fills the form in in its own language, and the import sets what the English form would set."""
    words = spoken(language)
    heads, ids, *lines = csv.reader(io.StringIO(blank_csv(REGISTER, HAITI, 2024, words).removeprefix("\ufeff")))
    assert (heads[1], ids[1]) == (words.say("year"), "year")
    for line in lines:
        line[3] = str(FILLED.get(line[2], ""))
    assert values(as_csv([heads, ids, *lines]).encode("utf-8-sig"), "form.csv") == FILLED
    book = openpyxl.load_workbook(io.BytesIO(blank_xlsx(REGISTER, HAITI, 2024, DAY, words)))
    (sheet,) = book.worksheets
    assert words.name(HAITI.name) in str(sheet["A1"].value)
    assert sheet.cell(blank_sheet.HEAD + 1, blank_sheet.VALUE + 1).value == words.say(COLUMN["value"])
    for cells in sheet.iter_rows(min_row=blank_sheet.HEAD + 3):
        cells[blank_sheet.VALUE].value = FILLED.get(str(cells[0].value))
    assert values(saved(book)) == FILLED


@pytest.mark.parametrize("language", ["en", "es", "pt", "fr"])
def test_a_figure_is_taken_back_in_any_language(language: str) -> None:
    """*not reported* is understood in the four languages, with its accents or without, whichever the form is in."""
    said = spoken(language).say(NOT_REPORTED)
    assert values(as_csv(rows({"coop-mla": said.upper()})).encode(), "form.csv") == {"coop-mla": None}
    sheet = openpyxl.load_workbook(io.BytesIO(blank_xlsx(REGISTER, HAITI, 2024, DAY, spoken(language)))).worksheets[0]
    allowed = {str(rule.formula1) for rule in sheet.data_validations.dataValidation}
    assert all(f'"{said}"' in rule and f'"{NOT_REPORTED}"' in rule for rule in allowed)


def test_a_workbook_and_a_csv_filled_in_alike_set_the_same(home: Path) -> None:
    """The form as .xlsx, filled in and imported, gives the file that the same form as CSV gives, to the byte."""
    (home / "form.csv").write_text(as_csv(rows()), "utf-8-sig", newline="")
    assert ours(home, "returns", "template", "haiti", "2024", "-o", "form.xlsx").err == "written: form.xlsx\n"
    assert "nothing to set" in ours(home, "returns", "import", "form.xlsx").out
    (home / "form.xlsx").write_bytes(saved(filled_book()))
    before = (home / "data" / "states" / "haiti.yaml").read_bytes()
    written = []
    for name in ("form.csv", "form.xlsx"):
        (home / "data" / "states" / "haiti.yaml").write_bytes(before)
        result = ours(home, "returns", "import", name)
        assert (result.code, result.err) == (0, "")
        written.append((home / "data" / "states" / "haiti.yaml").read_bytes())
    assert written[0] == written[1] != before


def test_in_the_form_only_the_values_can_be_filled_in() -> None:
    """The sheet is locked without a password, its head stays in sight, and each figure takes what it can be."""
    sheet = openpyxl.load_workbook(io.BytesIO(template()))["return"]
    assert (sheet.protection.sheet, sheet.protection.password) == (True, None)
    assert sheet["A1"].value == "Annual figures: Haiti, 2024"
    assert sheet.freeze_panes == f"B{blank_sheet.HEAD + 2}"
    lines = list(sheet.iter_rows(min_row=blank_sheet.HEAD + 2))
    assert [cells[0].value for cells in lines] == [slot.name for slot in slots(REGISTER)]
    assert {cells[7].value for cells in lines} == {2024}
    opened = {cell.column for cells in sheet.iter_rows() for cell in cells if not cell.protection.locked}
    assert opened == {blank_sheet.VALUE + 1}
    judged = {str(rule.sqref): str(rule.formula1) for rule in sheet.data_validations.dataValidation}
    for cells in lines:
        rule = judged.get(cells[blank_sheet.VALUE].coordinate)
        assert (rule is None) is str(cells[0].value).endswith(".text")
        assert rule is None or '"not reported"' in rule


def test_the_same_form_is_the_same_file() -> None:
    """Asked for twice on a day, the form has the same bytes."""
    assert template() == template()


def test_what_is_recorded_stands_in_the_workbook() -> None:
    """A form asked for later holds what is known, and sent back as it came sets nothing new."""
    given_ = Return(2024, figures={"coop-mla": 12, "sent-tip-5": Sentence(12, None, None, None, "=as given")})
    known = HAITI._replace(returns={2024: given_})
    expected = {"coop-mla": 12, "sent-tip-5.min": 12, "sent-tip-5.text": "=as given"}
    assert values(blank_xlsx(REGISTER, known, 2024, DAY, ENGLISH)) == expected
    assert values(blank_csv(REGISTER, known, 2024, ENGLISH).encode(), "form.csv") == expected


@pytest.mark.parametrize("said", RUN)
def test_no_form_runs_a_text(said: str) -> None:
    """A recorded text that a program would run stands as a text in both forms, and comes back as it was."""
    given_ = Return(2024, figures={"sent-tip-5": Sentence(None, None, None, None, said)})
    known = HAITI._replace(returns={2024: given_})
    text = blank_csv(REGISTER, known, 2024, ENGLISH)
    cell = next(line[3] for line in csv.reader(io.StringIO(text, newline="")) if line[2:3] == ["sent-tip-5.text"])
    assert cell == "'" + said
    sheet = openpyxl.load_workbook(io.BytesIO(blank_xlsx(REGISTER, known, 2024, DAY, ENGLISH)))["return"]
    assert all(cell.data_type != "f" for cells in sheet.iter_rows() for cell in cells)
    for form_ in (
        read(text.encode(), "form.csv"),
        read(blank_xlsx(REGISTER, known, 2024, DAY, ENGLISH)),
    ):
        if "＝" in said:  # such a sign may not stand in the register
            assert ["passes for another" in fault.message for fault in form_.faults] == [True]
        else:
            assert [entered.value for entered in form_.entered] == [said.strip(" \t\r\u00a0\u200b")]


@given(st.text(st.sampled_from("'=+-@＝\t a"), max_size=6))
def test_what_is_kept_from_running_is_freed_again(text: str) -> None:
    """The sign before a text can be taken away without knowing whether it was put there: nothing else changes."""
    assert unguarded(guarded(text)) == text
    assert not guarded(text).lstrip().startswith(("=", "+", "-", "@", "＝"))


READ: dict[str, Callable[[], bytes]] = {
    "UTF-8": lambda: as_csv(rows()).encode(),
    "UTF-8 with its mark": lambda: as_csv(rows()).encode("utf-8-sig"),
    "Unicode text of Excel": lambda: as_csv(rows(), "\t").encode("utf-16"),
    "the other order of bytes": lambda: b"\xfe\xff" + as_csv(rows(), "\t").encode("utf-16-be"),
    "two bytes a sign without a mark": lambda: as_csv(rows(), "\t").encode("utf-16-le"),
    "sep=;": lambda: ("sep=;\r\n" + as_csv(rows(), ";")).encode("utf-8-sig"),
    "SEP and a tabulator": lambda: ("SEP=\t\n" + as_csv(rows(), "\t")).encode("utf-8"),
    "sep within quotes": lambda: ('"sep=|"\n' + as_csv(rows(), "|")).encode("utf-8"),
    "line ends of old Macs": lambda: as_csv(rows(), ";", "\r").encode(),
    "titles above": lambda: ("Annual figures;;\n;;\nMinistry, Haiti;;\n" + as_csv(rows(), ";")).encode("utf-8"),
    "more commas above than in the head": lambda: (",,,,,,,,,\n" + as_csv(rows(), ";")).encode("utf-8"),
    "empty columns and rows behind": lambda: as_csv([[*line, "", ""] for line in rows()] + [[""] * 9] * 3).encode(),
    "columns in another order": lambda: as_csv([line[::-1] for line in rows()]).encode(),
    "blanks around every cell": lambda: as_csv([[f"\u00a0 {cell} " for cell in line] for line in rows()]).encode(),
}


@pytest.mark.parametrize("how", list(READ))
def test_a_text_is_read_however_it_was_saved(how: str) -> None:
    """Every coding that a file says itself, every sign between values, whatever stands above: the same figures."""
    assert values(READ[how](), "form.csv") == FILLED
    assert read(READ[how](), "form.csv").remarks == ()


def test_a_code_page_is_read_with_a_word_of_warning() -> None:
    """Windows-1252 says its coding nowhere: it is read, and the words that depend on it are named."""
    found = read(as_csv(rows(), ";").encode("cp1252"), "form.csv")
    assert {entered.slot.name: entered.value for entered in found.entered} == FILLED
    said = "it does not say its coding and was read as Windows-1252; check these words: à, perpétuité, sûreté"
    assert found.remarks == (said,)


@pytest.mark.parametrize("said", [TEXT, "información", "artículo 7", "año", "prisão", "número", "RAZÓN", "PERÚ"])
@pytest.mark.parametrize("coding", ["mac-roman", "cp850", "cp437"])
def test_a_code_page_of_a_mac_or_of_dos_is_not_taken_for_another(coding: str, said: str) -> None:
    """The same bytes are other letters there: refused with the cell, instead of a name that nobody wrote."""
    if coding == "cp437":
        said = said.translate(str.maketrans("ãÓÚ", "éÑÉ"))  # it has none of these
    lines = rows({"sent-tip-5.text": said})
    at = next(number for number, line in enumerate(lines, 1) if line[2] == "sent-tip-5.text")
    (fault,) = faults(as_csv(lines).encode(coding, "replace"), "form.csv")
    assert fault.startswith(f"row {at}, column 4: ")
    assert "these letters are in doubt: save it as CSV UTF-8, or as .xlsx" in fault


@pytest.mark.parametrize(
    "said", ["l’affaire d’État – « sûreté »", "the state’s own œuvre", "¿cuántos? 3 años", "nº 5, SÃO PAULO"]
)
def test_what_windows_writes_is_not_in_doubt(said: str) -> None:
    """Apostrophes, dashes and quotes of Spanish, Portuguese and French are read."""
    assert values(as_csv(rows({"sent-tip-5.text": said})).encode("cp1252"), "form.csv") == {"sent-tip-5.text": said}


def test_other_programs_of_windows_are_not_asked_for_where_no_letter_counts() -> None:
    """A code page that only the definitions depend on is no matter: nothing is said of it."""
    lines = [[*line[:6], f"{line[6]} — é"] for line in rows({"coop-mla": 4})]
    lines[0] = rows()[0]
    found = read(as_csv(lines).encode("mac-roman"), "form.csv")
    assert (found.faults, found.remarks) == ((), ())
    assert [entered.value for entered in found.entered] == [4]


COUNTS: dict[str, int] = {
    "0": 0, "007": 7, "12.0": 12, "12,00": 12, "1 234": 1234, "1\u00a0234": 1234, "1\u202f234\u202f567": 1234567,
    "1'234": 1234, "1,234,567": 1234567, "1.234.567": 1234567, "1,234.00": 1234, "1.234,0": 1234,
}  # fmt: skip
NO_COUNTS = {
    "1.234": "it can be 1234 or a fraction",
    "1,234": "it can be 1234 or a fraction",
    "1.234,5": "it is a fraction",
    "1,234.5": "it is a fraction",
    "0,5": "it is a fraction",
    "12 34": "write a whole number",
    "1,234.567": "it is a fraction",
    "1,23,456": "it is a fraction",
    "5%": "write a whole number",
    "+5": "write a whole number",
    "-5": "write a whole number",
    "1e3": "write a whole number",
    "１２": "write a whole number",
    "²": "write a whole number",
    "9" * 10: "it has more than 9 digits",
    "1,234,567,890": "it has more than 9 digits",
}


def test_a_count_is_read_where_it_can_be_one_number_alone() -> None:
    """Groups of thousands are read where nothing else is possible; what could be a fraction is refused."""
    assert {text: count_of(text) for text in COUNTS} == COUNTS
    assert {text: str(count_of(text)).partition(":")[0] for text in NO_COUNTS} == NO_COUNTS | {
        text: "write a whole number, 0 for none, or nothing where it is not reported"
        for text, why in NO_COUNTS.items()
        if why == "write a whole number"
    }


@given(st.integers(0, 10**9 - 1), st.sampled_from([",", ".", " ", "\u00a0", "'"]))
def test_no_count_is_read_as_another(number: int, sign: str) -> None:
    """A number in groups is itself or refused, whatever sign parts them."""
    assert count_of(f"{number:,}".replace(",", sign)) == number or number >= 1000


STYLES = (
    '<numFmts><numFmt numFmtId="170" formatCode="d\\-mmm\\-yy"/><numFmt numFmtId="171" formatCode="0.0%"/>'
    '<numFmt numFmtId="172" formatCode="0&quot; days of %&quot;"/></numFmts><cellXfs>'
    + "".join(f'<xf numFmtId="{id}"/>' for id in (0, 14, 9, 170, 171, 172, 3))
    + "</cellXfs>"
)
"""General, day, percentage, day and percentage in a format of one's own, a count with words, and thousands."""
CELLS = {
    "<c><v>12</v></c>": 12,
    "<c><v>12.0</v></c>": 12,
    "<c><v>1.2E1</v></c>": 12,
    '<c s="5"><v>12</v></c>': 12,
    '<c s="6"><v>1200</v></c>': 1200,
    '<c t="s"><v>0</v></c>': 12,
    '<c t="str"><f>"1"&amp;"2"</f><v>12</v></c>': 12,
    "<c><f>SUM(A1:A3)</f><v>12</v></c>": 12,
    '<c t="inlineStr"><is><r><t>1</t></r><r><t>2</t></r><rPh><t>9</t></rPh></is></c>': 12,
}
NO_CELLS = {
    "<c><v>12.5</v></c>": "12.5 is not a whole number",
    "<c><v>1.234</v></c>": "1.234 is not a whole number",
    "<c><v>3.0000000000000004</v></c>": "3.0000000000000004 is not a whole number",
    "<c><v>-3</v></c>": "'-3' is not a count",
    "<c><v>1E300</v></c>": "'1E300' is too large for a count",
    "<c><v>NaN</v></c>": "'NaN' is too large for a count",
    '<c s="1"><v>45659</v></c>': "45659 is shown as a day or an hour",
    '<c s="3"><v>45659</v></c>': "45659 is shown as a day or an hour",
    '<c s="2"><v>5</v></c>': "5 is shown as a percentage",
    '<c s="4"><v>0.05</v></c>': "0.05 is shown as a percentage",
    '<c t="d"><v>2024-01-05</v></c>': "'2024-01-05' is a day",
    '<c t="b"><v>1</v></c>': "TRUE is no count",
    '<c t="e"><v>#N/A</v></c>': "'#N/A' is an error of the spreadsheet",
    '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>': "'#DIV/0!' is an error of the spreadsheet",
    "<c><f>SUM(A1:A3)</f></c>": "the formula '=SUM(A1:A3)' has no value that was saved",
    "<c><f>SUM(A1:A3)</f><v></v></c>": "the formula '=SUM(A1:A3)' has no value that was saved",
    "<c><f>[1]Sheet1!A1</f><v>12</v></c>": "the formula '=[1]Sheet1!A1' looks into another file",
    '<c t="s"><v>1</v></c>': "'1,234' is not a count: it can be 1234 or a fraction",
}
STRINGS = "<si><r><t>1</t></r><r><t>2</t></r></si><si><t>1,234</t></si>"


@pytest.mark.parametrize("cell", list(CELLS))
def test_a_cell_that_is_a_count_is_read(cell: str) -> None:
    """Numbers however they are formatted, numbers stored as text, formulas by the value they had: the count."""
    assert values(workbook(form(cell), styles=STYLES, strings=STRINGS)) == {"coop-mla": CELLS[cell]}


@pytest.mark.parametrize("cell", list(NO_CELLS))
def test_a_cell_that_is_no_count_is_refused_with_its_address(cell: str) -> None:
    """What would have to be guessed, days and percentages among it, is refused with sheet and cell."""
    (fault,) = faults(workbook(form(cell), styles=STYLES, strings=STRINGS))
    assert fault.startswith(f"return!D2: {NO_CELLS[cell]}")


def test_several_faults_of_a_workbook_are_told_at_once() -> None:
    """Every cell that is wrong is named in one run, a formula among the names of rows too."""
    rows_ = form("many", "<c><v>1.5</v></c>") + row("<c><f>A2</f></c>", "2024", "coop-canoes", "3")
    told = faults(workbook(rows_))
    assert [fault.partition(":")[0] for fault in told] == [
        "return!D2",
        "return!D3",
        "return!A4",
        "return!C4",
        "return!A4",
    ]


def test_the_value_of_a_formula_is_said_to_be_one() -> None:
    """A formula is read by the value it had when the file was saved, and standard error says so."""
    found = read(workbook(form("<c><f>SUM(A1:A3)</f><v>12</v></c>")))
    said = "the formula '=SUM(A1:A3)' is read as '12', the value it had when the file was saved"
    assert found.remarks == (f"return!D2: {said}",)


def test_a_value_in_a_hidden_row_is_said_to_be_there() -> None:
    """What a filter hides was perhaps not seen: it is read, and named."""
    hidden = form("<c><v>5</v></c>").replace("<row>", '<row hidden="1">')
    found = read(workbook(hidden))
    assert [entered.value for entered in found.entered] == [5]
    assert found.remarks == ("return!D2 stands in a hidden row: '5'",)


def test_what_stands_outside_the_table_is_named_and_not_read() -> None:
    """Remarks beside and below the table change no figure; they are named, because nobody reads them."""
    beside = row(*HEAD) + row("HTI", "2024", "coop-mla", "5", "ask the court") + row("Source: the ministry")
    found = read(workbook(beside))
    assert [entered.value for entered in found.entered] == [5]
    assert found.remarks == ("not read, because it stands outside the table: return!E2, return!A3",)


def test_a_number_that_was_cut_in_two_is_refused() -> None:
    """`1,5` without quotes fills two columns: under no head, or under the head of another, it is refused."""
    for cut in (["HTI", "2024", "coop-mla", "1", "5"], ["HTI", "2024", "coop-mla", "1", "5", "", ""]):
        for head in (list(HEAD), [*HEAD, "", "", ""], [*HEAD, "unit", "asked", "definition"]):
            (fault,) = [one for one in faults(as_csv([head, cut]).encode(), "form.csv") if "no state" not in one]
            assert fault.startswith("row 2, column 5: the row has a value under no head or under another")


TWO = {"return": form("<c><v>5</v></c>"), "last year": form("<c><v>4</v></c>")}


def test_the_sheet_with_the_form_is_read() -> None:
    """Titles above, other sheets beside, the head anywhere: the form is the sheet that has its head."""
    titled = row("Ministry of Justice") + "<row/>" + row("", *HEAD) + row("", "HTI", "2024", "coop-mla", "5")
    assert values(workbook({"notes": row("how to fill it in"), "Hoja 2": titled})) == {"coop-mla": 5}
    (fault,) = faults(workbook({"Hoja 2": titled.replace(">5<", ">x<")}))
    assert fault.startswith("'Hoja 2'!E4: 'x' is not a count")


def test_of_two_forms_none_is_chosen() -> None:
    """Two visible sheets with a form are refused by name; a hidden one is not read, alone or beside another."""
    assert faults(workbook(TWO)) == [
        ": the sheets return and 'last year' each hold a form: leave one of them in the file"
    ]
    found = read(workbook(TWO, states={"last year": "hidden"}))
    assert [entered.value for entered in found.entered] == [5]
    assert found.remarks == ("the hidden sheet 'last year' holds a form too, which was not read",)
    (fault,) = faults(workbook(TWO, states={"last year": "hidden", "return": "veryHidden"}))
    assert "the form stands on a hidden sheet, return: show the sheet" in fault


def test_a_workbook_in_the_strict_form_is_read() -> None:
    """Excel's strict .xlsx names the same elements otherwise."""
    parts = {
        name: content.replace(b"http://schemas.openxmlformats.org/spreadsheetml/2006/main", b"http://purl.oclc.org/ooxml/spreadsheetml/main")
        for name, content in unzipped(workbook(form("<c><v>5</v></c>"))).items()
    }  # fmt: skip
    assert values(zipped(parts)) == {"coop-mla": 5}


BOMB = b"<worksheet>" + b" " * 12_000_000 + b"</worksheet>"
ENTITY = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]><worksheet>&b;</worksheet>'
OUTSIDE = '<Relationship Id="s1" Type="x/worksheet" TargetMode="External" Target="file:///etc/passwd"/>'
SHEET = "xl/worksheets/sheet1.xml"
GOOD = form("<c><v>5</v></c>")
OTHER: dict[str, tuple[Callable[[], bytes], str]] = {
    "macros": (lambda: workbook(GOOD, types="application/vnd.ms-excel.sheet.macroEnabled.main+xml"), "(.xlsm)"),
    "macros that are not said": (lambda: workbook(GOOD, parts={"xl/vbaProject.bin": b"x"}), "(.xlsm)"),
    "binary": (lambda: workbook(GOOD, types="application/vnd.ms-excel.sheet.binary.macroEnabled.main"), "(.xlsb)"),
    "OpenDocument": (
        lambda: zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}),
        "(.ods): save it as .xlsx, or as CSV UTF-8",
    ),
    "Excel before 2007": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "before 2007 (.xls): save"),
    "a password": (
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        "locked with a password to open it: save it without a password",
    ),
    "another program": (lambda: zipped({"word/document.xml": "<x/>"}), "a file of another program"),
    "a PDF": (lambda: b"%PDF-1.7", "it is a PDF"),
    "a web page": (lambda: b"<html><table>state year figure value", "it is a web page or XML"),
    "a picture without a coding": (lambda: b"GIF89a\0\0\0", "neither a text nor a workbook"),
    "far too much within": (lambda: workbook(GOOD, parts={SHEET: BOMB}), "far larger than a form"),
    "too many parts": (lambda: workbook(GOOD, parts={f"x/{n}": b"" for n in range(1001)}), "far larger than a form"),
    "too many bytes": (lambda: b"PK\3\4" + b"a" * 5_000_000, "larger than 5 MB"),
    "too long a text": (lambda: b"a" * 1_000_001, "a text of more than 1 MB"),
    "too many elements": (lambda: workbook(GOOD + "<row/>" * 300_000), "far larger than a form"),
    "too many rows": (lambda: workbook(form(*["<c><v>1</v></c>"] * 2001)), "more than 2,000 rows"),
    "too many columns": (lambda: workbook(row(*["x"] * 70)), "more than 2,000 rows or 60 columns"),
    "too many rows of a text": (lambda: as_csv([list(HEAD), *[["HTI"]] * 2001]).encode(), "2,000 rows"),
    "entities": (lambda: workbook(GOOD, parts={SHEET: ENTITY}), "declarations that no spreadsheet program writes"),
    "a sheet elsewhere": (
        lambda: workbook(
            GOOD,
            parts={"xl/_rels/workbook.xml.rels": f"<Relationships>{OUTSIDE}</Relationships>"},
        ),
        "without a sheet of cells",
    ),
    "a text that is not there": (lambda: workbook(form('<c t="s"><v>7</v></c>')), "it is a workbook that is damaged"),
    "a cell of another row": (lambda: workbook(form('<c r="D9"><v>7</v></c>')), "it is a workbook that is damaged"),
    "rows that go back": (lambda: workbook(GOOD.replace("<row>", '<row r="1">')), "it is a workbook that is damaged"),
    "XML cut short": (lambda: workbook(GOOD, parts={SHEET: "<worksheet><sheetData>"}), "that is damaged"),
    "cut short": (lambda: template()[:-600], "that is damaged"),
    "no head": (lambda: workbook(row("state", "year", "value")), "return!A1: it has no column figure"),
    "a sign that sep= does not part by": (lambda: ("sep=;\n" + as_csv(rows())).encode("utf-8"), "no column state or"),
    "the head twice": (lambda: as_csv([[*HEAD, "value"]]).encode(), "the head has the column value twice"),
    "quotes that do not close": (lambda: as_csv(rows()).replace("cases", '"cases', 1).encode(), "this is no table"),
    "damaged UTF-8": (lambda: b"\xef\xbb\xbfstate\n\xff", "row 2: it begins as UTF-8 and is damaged"),
    "damaged UTF-16": (lambda: b"\xff\xfes\0\0\xd8a\0", "it begins as UTF-16 and is damaged"),
}  # fmt: skip


@pytest.mark.parametrize("why", list(OTHER))
def test_what_cannot_be_read_is_refused_in_one_sentence(why: str) -> None:
    """Another kind of file, a damaged or a hostile one: what it is, and what to do."""
    make, says = OTHER[why]
    told = faults(make(), "form.csv")
    assert any(says in fault for fault in told)
    assert len(told) <= 2


@pytest.mark.parametrize("how", ["form.xls", "form.txt", "form"])
def test_a_form_is_not_written_under_a_name_of_another_kind(home: Path, how: str) -> None:
    """A suffix that is no form's is refused, instead of a CSV that pretends to be a workbook."""
    result = ours(home, "returns", "template", "haiti", "2024", "-o", how)
    assert (result.code, (home / how).exists()) == (2, False)
    assert ".xlsx, .csv, .yaml" in result.err


def test_the_kind_of_a_form_can_be_named(home: Path) -> None:
    """`-f` chooses where no file does, or where its suffix says nothing."""
    assert ours(home, "returns", "template", "haiti", "2024", "-f", "yaml").out.startswith("state: HTI\n")
    assert ours(home, "returns", "template", "haiti", "2024", "-f", "xlsx", "-o", "form").code == 0
    assert values((home / "form").read_bytes()) == {}


def test_faults_and_remarks_name_the_file(home: Path) -> None:
    """On the command line each fault has file, sheet and cell; nothing is written. A remark goes to standard error."""
    before = (home / "data" / "states" / "haiti.yaml").read_bytes()
    (home / "form.xlsx").write_bytes(workbook(form("many", "<c><v>1.5</v></c>")))
    result = ours(home, "returns", "import", "form.xlsx")
    assert (result.code, result.out) == (2, "")
    assert "\nform.xlsx: return!D2: 'many' is not a count: write a whole number" in result.err
    assert "\nform.xlsx: return!D3: 1.5 is not a whole number" in result.err
    assert (home / "data" / "states" / "haiti.yaml").read_bytes() == before
    (home / "form.csv").write_bytes(as_csv(rows({"sent-tip-5.text": "año"})).encode("cp1252"))
    result = ours(home, "returns", "import", "form.csv", "--dry-run")
    assert (result.code, "check these words: año" in result.err) == (0, True)


def test_on_a_terminal_source_and_day_are_asked_for(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once the form can be read, both are asked for, each again where its answer is none; nothing leaves one out."""
    (home / "form.xlsx").write_bytes(workbook(GOOD))
    source = HAITI.memberships["oas"][0].sources[0]
    monkeypatch.setattr(asking, "on_terminal", lambda: True)
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{source}x\n{source}\n1 March 2025\n2025-03-01\n"))
    result = ours(home, "returns", "import", "form.xlsx", "--dry-run")
    assert (result.code, f"  submitted: 2025-03-01\n  source: {source}\n" in result.out) == (0, True), result.err
    assert "did you mean" in result.err
    monkeypatch.setattr("sys.stdin", io.StringIO("\n\n"))
    result = ours(home, "returns", "import", "form.xlsx", "--dry-run")
    assert (result.code, "submitted" in result.out) == (0, False)
    (home / "form.xlsx").write_bytes(workbook(form("many")))
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    assert "Which source" not in ours(home, "returns", "import", "form.xlsx").err


BOOK, CSV = saved(filled_book()), as_csv(rows()).encode("utf-8-sig")
PARTS = unzipped(BOOK)
PIECES = st.binary(max_size=6) | st.sampled_from([b'"', b"\0"])
SLOW = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def judged(content: bytes, name: str) -> None:
    """A form is read to what was filled in, or refused: no figure becomes another number."""
    found = read(content, name)
    assert found.faults or (found.state is not None and found.year is not None)
    assert all(fault.message and "\n" not in fault.message for fault in found.faults)


@SLOW
@given(st.data())
def test_a_mutated_workbook_is_a_form_or_is_refused(data: st.DataObject) -> None:
    """Bytes of the file or of a part of it that fell out, came in or changed end in values or in a sentence."""
    name = data.draw(st.sampled_from(["", *PARTS]))
    whole = bytearray(PARTS[name] if name else BOOK)
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(whole) - 1))
        whole[at : at + data.draw(st.integers(0, 40))] = data.draw(st.binary(max_size=6))
    judged(bytes(whole) if not name else zipped({**PARTS, name: bytes(whole)}), "form.xlsx")


@SLOW
@given(st.data(), st.sampled_from(["utf-8", "utf-16", "cp1252", "utf-16-le", "utf-32"]))
def test_a_mutated_text_is_a_form_or_is_refused(data: st.DataObject, coding: str) -> None:
    """The same of a text in any coding."""
    whole = bytearray(CSV.decode("utf-8-sig")[:9000].encode(coding, "replace"))
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(whole) - 1))
        whole[at : at + data.draw(st.integers(0, 40))] = data.draw(
            st.binary(max_size=6) | st.sampled_from([b'"', b"\0"])
        )
    judged(bytes(whole), "form.csv")
