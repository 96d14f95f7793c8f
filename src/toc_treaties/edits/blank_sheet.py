"""The blank return as a workbook: a sheet that an officer fills in, in which nothing else can be typed over."""

import io
from datetime import date, datetime

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from toc_treaties.document.formulas import GUARD, guarded
from toc_treaties.edits.blank import Asked, asked, heads
from toc_treaties.edits.counts import LONGEST
from toc_treaties.edits.filled import TERM_LONGEST
from toc_treaties.edits.slots import TERMS
from toc_treaties.model.register import Register
from toc_treaties.model.state import State
from toc_treaties.words.language import Words
from toc_treaties.words.returns import FOOT, NOT_REPORTED, SAYS, SHEET

HEADS = ("figure", "definition", "value", "unit", "asked", "note", "state", "year")
WIDTHS = (30, 58, 14, 14, 18, 40, 7, 7)
VALUE = HEADS.index("value")
LINE, TITLE = 15, 22
"""The height of a line and of the title, in points."""
HEAD = len(SAYS) + 2
"""The row of the head, behind the title and what is said; counted from 0, with a row left free."""
LOWEST = 8
"""The size of the names of the columns, where they stand below what these are called."""


def blank_xlsx(register: Register, state: State, year: int, on: date, words: Words) -> bytes:
    """The form as a file; the same state, year and day give the same bytes."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as workbook:
        title = words.say("Annual figures: {state}, {year}", state=words.name(state.name), year=year)
        workbook.set_properties({"title": title, "created": datetime(on.year, on.month, on.day)})  # noqa: DTZ001 - a day
        plain = workbook.add_format({"valign": "top", "text_wrap": True, "border": 1, "border_color": "#BFBFBF"})
        head = workbook.add_format({"bold": True, "bg_color": "#DCE6F1", "border": 1, "border_color": "#BFBFBF"})
        sheet = workbook.add_worksheet(words.say(SHEET))
        sheet.write_string(0, 0, title, workbook.add_format({"bold": True, "font_size": 14}))
        sheet.set_row(0, TITLE)
        for index, sentence in enumerate(SAYS, 1):
            sheet.write_string(index, 0, words.say(sentence))
        *called, names = heads(HEADS, words)
        quiet = workbook.add_format(
            {"font_size": LOWEST, "font_color": "#7F7F7F", "border": 1, "border_color": "#BFBFBF"}
        )
        for row, texts in enumerate([*called, names], HEAD):
            for column, text in enumerate(texts):
                sheet.write_string(row, column, text, quiet if called and texts is names else head)
        for column, width in enumerate(WIDTHS):
            sheet.set_column(column, column, width)
        first = HEAD + len(called) + 1
        entry = {"valign": "top", "border": 1, "border_color": "#7F7F7F", "bg_color": "#FFFBE6", "locked": False}
        count = workbook.add_format({**entry, "align": "right"})
        text = workbook.add_format({**entry, "num_format": "@", "text_wrap": True})
        lines = asked(register, state, year, words)
        for row, line in enumerate(lines, first):
            _line(sheet, row, line, (state.iso3, year), (plain, count, text))
            if line.slot.term != TERMS[-1]:
                _allow_counts(sheet, row, LONGEST if line.slot.term is None else TERM_LONGEST, words)
        _hold(sheet, first, first + len(lines) - 1, words)
    return out.getvalue()


def _line(
    sheet: Worksheet, row: int, line: Asked, whose: tuple[str, int], formats: tuple[Format, Format, Format]
) -> None:
    """A line of the form, its value open, the rest locked."""
    plain, count, text = formats
    in_words = line.slot.term == TERMS[-1]
    texts = {
        "figure": line.slot.name,
        "definition": line.definition,
        "unit": line.unit,
        "asked": line.asked,
        "note": line.slot.statistic.note or "",
        "state": whose[0],
    }
    for name, shown in texts.items():
        sheet.write_string(row, HEADS.index(name), shown, plain)
    sheet.write_number(row, HEADS.index("year"), whose[1], plain)
    lines = max(-(-len(texts[name]) // (WIDTHS[HEADS.index(name)] - 4)) for name in ("definition", "note", "asked"))
    sheet.set_row(row, LINE * max(lines, 1))
    if isinstance(line.value, int):
        sheet.write_number(row, VALUE, line.value, count)
    elif line.value is None:
        sheet.write_blank(row, VALUE, None, text if in_words else count)
    else:
        said = guarded(line.value) if line.value.startswith(GUARD) else line.value
        sheet.write_string(row, VALUE, said, text)


def _allow_counts(sheet: Worksheet, row: int, longest: int, words: Words) -> None:
    """Let a program accept a count, or the words that take one back."""
    at = f"{chr(ord('A') + VALUE)}{row + 1}"
    whole = f"AND(ISNUMBER({at}),{at}>=0,{at}<{10**longest},IF(ISNUMBER({at}),INT({at})={at},FALSE))"
    taken_back = ",".join(f'{at}="{said}"' for said in dict.fromkeys((words.say(NOT_REPORTED), NOT_REPORTED)))
    sheet.data_validation(
        *(row, VALUE, row, VALUE),
        {
            "validate": "custom",
            "value": f"=OR({whole},{taken_back})",
            "error_title": words.say("No count"),
            "error_message": words.say(
                "Write a whole number, 0 for none, or leave the cell empty where it is not reported."
            ),
        },
    )


def _hold(sheet: Worksheet, first: int, last: int, words: Words) -> None:
    """Freeze the head, lock what is not to be filled in, and fit it on paper."""
    sheet.freeze_panes(first, 1)
    sheet.repeat_rows(HEAD, first - 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.print_area(0, 0, last, len(HEADS) - 1)
    sheet.set_footer(f"&L&A&R{words.say(FOOT, number='&P', numbers='&N')}")
    sheet.protect("", {"format_columns": True, "format_rows": True})
