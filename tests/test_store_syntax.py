"""What keeps a file from being read is said in an author's words, at the line of the slip, with a remedy that is right.

Each case changes a text of a state's file that is in order. The mark § stands where the slip is named.
"""

from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import rulebook
from tests.registers import reader
from toc_treaties.store.load import ALL, load
from toc_treaties.store.nodes import read_nodes
from toc_treaties.store.syntax import repairs

TEXT = """\
iso3: EXA
iso2: "EX"
name:
  en: Examplia
  es: Ejemplia
  pt: Exemplia
  fr: Exemplie
subregion: caribbean
memberships:
  oas:
    - from: 1951-03-28
      source: gazette-2012
treaties:
  harbour:
    - signature: 2000-12-13
      source: list-2020
    - ratification: 2005-04-19
      source: [list-2020, gazette-2012]
      note: a line of text
      statements:
        - declaration: the law of the sea
          articles: ["3", "4(1)"]
          source: list-2020
  lighthouse:
    - none_seen: 2020-05-04
      source: list-2020
  beacon:
    - {none_seen: 2020-05-04, source: list-2020, note: a page}
  pilot:
    - none_seen: 2020-05-04
      source: list-2020
  strait:
    - none_seen: 2020-05-04
      source: list-2020
  buoy:
    - none_seen: 2020-05-04
      source: list-2020
"""


class Slip(NamedTuple):
    """A change of the text, and what is said of it."""

    before: str
    after: str
    said: str
    help: str = ""


SLIPS = [
    # a colon is missing
    Slip("iso3: EXA", "iso3§ EXA", "a colon is missing behind iso3", "write iso3: EXA"),
    Slip("name:", "name§", "a colon is missing behind name", "write name:"),
    Slip("  en: Examplia", "  en§ Examplia", "a colon is missing behind en"),
    Slip("treaties:", "treaties§", "a colon is missing behind treaties"),
    Slip("  harbour:", "  harbour§", "a colon is missing behind harbour"),
    Slip("  lighthouse:", "  lighthouse§", "a colon is missing behind lighthouse", "write lighthouse:"),
    Slip("- signature: 2000", "- signature§ 2000", "a colon is missing behind signature"),
    Slip("- ratification: 2005", "- ratification§ 2005", "a colon is missing behind ratification"),
    Slip(
        "source: [list", "source§ [list", "a colon is missing behind source", "write source: [list-2020, gazette-2012]"
    ),
    Slip("note: a line", "note§ a line", "a colon is missing behind note", "write note: a line of text"),
    Slip("note: a line", "note§ = a line", "a colon is missing behind note", "write note: a line of text"),
    Slip("note: a line", "note§; a line", "a colon is missing behind note"),
    Slip("statements:", "statements§", "a colon is missing behind statements"),
    Slip('articles: ["3"', 'articles§ ["3"', "a colon is missing behind articles"),
    # a blank is missing
    Slip("iso3: EXA", "iso3§:EXA", "a blank is missing behind the colon", "write iso3: EXA"),
    Slip("- signature: 2000", "- signature§:2000", "a blank is missing behind the colon"),
    Slip("note: a line", "note§:a line", "a blank is missing behind the colon", "write note: a line of text"),
    Slip("source: [list", "source§:[list", "a blank is missing behind the colon"),
    Slip("- signature: 2000", "§-signature: 2000", "a blank is missing behind the hyphen", "write - signature: 2000"),
    Slip("- ratification: 2005", "§-ratification: 2005", "a blank is missing behind the hyphen"),
    Slip("- declaration: the", "§-declaration: the", "a blank is missing behind the hyphen"),
    Slip("- signature: 2000", "§-signature:2000", "a blank is missing behind the hyphen, and one behind the colon"),
    # a quote
    Slip('iso2: "EX"', 'iso2: §"EX', 'the quote " that opens here is not closed', 'iso2: "EX"'),
    Slip("note: a line of text", 'note: §"a line of text', 'the quote " that opens here', 'note: "a line of text"'),
    Slip("note: a line of text", "note: §'a line of text", "the quote ' that opens here", "note: 'a line of text'"),
    Slip("note: a line of text", 'note: §"a line of text”', 'the quote " that opens here', 'note: "a line of text"'),
    Slip("note: a line of text", "note: §\"a line of text'", 'the quote " that opens here', 'note: "a line of text"'),
    Slip("  en: Examplia", '  en: §"Examplia', 'the quote " that opens here'),
    Slip('["3", "4(1)"]', '[§"3, "4(1)"]', 'the quote " that opens here', 'articles: ["3", "4(1)"]'),
    Slip("- declaration: the law", '- declaration: §"the law', 'the quote " that opens here'),
    Slip(
        "note: a line of text", "note: 'the parties§' text'", "goes on behind its closing quote", '"the parties\' text"'
    ),
    Slip("note: a line of text", 'note: "a §"fine" line"', "goes on behind its closing quote", "'a \"fine\" line'"),
    Slip("note: a line of text", 'note: "a line§" of text', "goes on behind its closing quote"),
    Slip("note: a line of text", 'note: "a §\\line"', "a backslash inside quotes", 'note: "a \\\\line"'),
    # a colon or another sign within a text
    Slip(
        "note: a line",
        "note: a line§: of text",
        "a colon inside a text",
        'note: "a line: of text of text"',
    ),
    Slip("note: a line of text", "note: a line§:", "a colon inside a text", 'note: "a line:"'),
    Slip(
        "note: a line of text",
        "note: a line §: more",
        "a colon inside a text",
        'note: "a line : more"',
    ),
    Slip("note: a line", "note: §@ a line", "cannot begin with @", 'note: "@ a line of text"'),
    Slip("note: a line", "note: §`a line", "cannot begin with `"),
    Slip("note: a line", "note: §% a line", "cannot begin with %"),
    Slip("note: a line", "note: §- a line", "cannot begin with -", 'note: "- a line of text"'),
    Slip("note: a line", "note: §* a line", "cannot begin with *"),
    Slip("note: a line", "note: §> a line", "cannot begin with >"),
    Slip("note: a line", "note: §[sic] a line", "behind the closing bracket", 'note: "[sic] a line of text"'),
    Slip("iso3: EXA\n", 'iso3: EXA §iso2: "EX"\n', "a second field, iso2", 'put iso2: "EX" on a line of its own'),
    # a bracket
    Slip("[list-2020, gazette-2012]", "§[list-2020, gazette-2012", "the bracket [ that opens here is not closed"),
    Slip("[list-2020, gazette-2012]", "[list-2020, gazette-2012]§]", "the bracket ] closes what was not opened"),
    Slip("[list-2020, gazette-2012]", "[list-2020, gazette-2012§}", "} stands where ] belongs"),
    Slip("[list-2020, gazette-2012]", "§{list-2020, gazette-2012", "the bracket { that opens here is not closed"),
    Slip("note: a page}", "note: a page", "the bracket { that opens here is not closed", "note: a page}"),
    Slip("note: a page}", "note: a page §#5}", "a blank and # begin a comment", 'note: "a page #5"}'),
    Slip("statements:\n", "§}\n      statements:\n", "the bracket } closes what was not opened", "delete it"),
    # a line begins in a wrong column
    Slip(
        "      source: list-2020\n    - rat",
        "     §source: list-2020\n    - rat",
        "begins in column 6",
        "begin it in column 7",
    ),
    Slip(
        "      source: list-2020\n    - rat",
        "       §source: list-2020\n    - rat",
        "begins in column 8",
        "begin it in column 7",
    ),
    Slip("      source: list-2020\n    - rat", "    §source: list-2020\n    - rat", "column 5", "begin it in column 7"),
    Slip("      note: a line", "     §note: a line", "begins in column 6", "begin it in column 7"),
    Slip("  lighthouse:", "   §lighthouse:", "begins in column 4", "begin it in column 3, as harbour on line 14"),
    Slip("  lighthouse:", " §lighthouse:", "begins in column 2", "begin it in column 3"),
    Slip("  lighthouse:", "    §lighthouse:", "column 5", "begin it in column 3"),
    Slip("treaties:", " §treaties:", "begins in column 2", "begin it in column 1"),
    Slip("          articles: [", "         §articles: [", "begins in column 10", "begin it in column 11"),
    # an item begins in a wrong column
    Slip("    - ratification", "     §- ratification", "this item begins in column 6", "begin it in column 5"),
    Slip("    - ratification", "   §- ratification", "this item begins in column 4", "begin it in column 5"),
    Slip("    - ratification", "  §- ratification", "this item does not fit", "begin it in column 5"),
    Slip("    - ratification", "      §- ratification", "this item does not fit", "begin it in column 5"),
    Slip(
        "    - ratification: 2005-04-19\n      source: [list-2020, gazette-2012]\n      note: a line of text\n",
        "      §- ratification: 2005-04-19\n        source: [list-2020, gazette-2012]\n        note: a line of text\n",
        "this item does not fit",
        "and move what stands below it along",
    ),
    # a hyphen, or a comma
    Slip("    - ratification", "    §ratification", "a hyphen is missing before ratification", "- ratification: 2005"),
    Slip("    - signature", "      §signature", "a hyphen is missing before signature", "write - signature: 2000"),
    Slip("    - ratification", "    §* ratification", "* stands where a hyphen belongs", "write - ratification: 2005"),
    Slip("    - ratification", "    §• ratification", "• stands where a hyphen belongs"),
    Slip("    - ratification", "    §– ratification", "– stands where a hyphen belongs"),
    Slip("04, source: list-2020, n", "04§ source: list-2020, n", "a comma is missing before source", "04, source"),
    Slip("note: a page}", "note: a page§: one}", "a colon inside a text that has no quotes", 'note: "a page: one"}'),
    # signs of other trades
    Slip(
        "    - ratification", "    §-- ratification", "-- stands where a hyphen belongs", "write - ratification: 2005"
    ),
    Slip("  harbour:", "  §? harbour", "a question mark stands before a key", "write harbour:"),
    Slip(
        "- {none_seen: 2020-05-04, source: list-2020, note: a page}",
        "- §(none_seen: 2020-05-04, source: list-2020, note: a page)",
        "in braces, not in round brackets",
        "- {none_seen",
    ),
    Slip("  lighthouse:", "§-  lighthouse:", "- was left by a comparison", "delete it"),
    Slip(
        "[list-2020, gazette-2012]",
        "§[list-2020,, gazette-2012]",
        "a comma in this list has nothing",
        "[list-2020, gazette-2012]",
    ),
    Slip('iso2: "EX"', "iso2: §`EX`", "is not in plain quotes", 'write iso2: "EX"'),
    Slip('iso2: "EX"', "iso2: §''EX''", "is not in plain quotes", 'write iso2: "EX"'),
    # a block that begins in a wrong column, or behind a hyphen
    Slip("  harbour:", "§harbour:", "harbour begins in column 1", "begin it in column 3, and move what stands below"),
    Slip("  harbour:", "  §- harbour:", "a hyphen stands before harbour, which is a key", "delete the hyphen"),
    Slip("treaties:", "treaties: §none", "none stands behind treaties", "delete the one or the other"),
    # an unfinished merge
    Slip("    - rat", "    §<<<<<<< HEAD\n    - rat", "<<<<<<< was left by a merge"),
    Slip("    - rat", "§<<<<<<<< HEAD\n    - rat", "<<<<<<<< was left by a merge"),
    Slip("    - rat", "§<<<<<<< HEAD\n    - rat", "<<<<<<< was left by a merge", "keep one of the two versions"),
    Slip("    - rat", "§=======\n    - rat", "======= was left by a merge"),
    Slip("    - rat", "§>>>>>>> 1a2b3c4\n    - rat", ">>>>>>> was left by a merge"),
    Slip("    - rat", "§||||||| 1a2b3c4\n    - rat", "||||||| was left by a merge"),
    # lines that belong nowhere
    Slip(
        "      statements:",
        "      §and more text\n      statements:",
        "this line belongs to no field",
        "note: a line of text and more text",
    ),
    Slip("      statements:", "§and more text\n      statements:", "this line belongs to no field"),
    Slip("  lighthouse:", "§???\n  lighthouse:", "this line"),
    Slip("note: a line of text", "note: >-\n      §a line of text", "this line of a block text is not indented"),
    Slip("iso3: EXA\n", "§%YAML 1.2\niso3: EXA\n", "is a command to YAML", "delete it"),
    Slip("name:\n", "§...\nname:\n", "is a command to YAML", "delete it"),
]


def changed(slip: Slip) -> tuple[str, int, int]:
    """The text with the slip, and its place."""
    assert TEXT.count(slip.before) >= 1
    marked = TEXT.replace(slip.before, slip.after, 1)
    before, sign, after = marked.partition("§")
    if not sign:
        line = next(n for n, (a, b) in enumerate(zip(TEXT.split("\n"), marked.split("\n"), strict=False), 1) if a != b)
        return marked, line, 0
    return before + after, before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1


def files_with(text: str) -> rulebook.Files:
    """The made-up register with this text as a state's file."""
    return {**rulebook.base(), "states/examplia.yaml": text.encode()}


def test_the_text_is_in_order() -> None:
    """What a case changes is all that is wrong with it."""
    assert rulebook.problems_of(files_with(TEXT)) == []


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip.after[:40])
def test_a_slip_is_named_at_its_line(slip: Slip) -> None:
    """One slip is one problem of one rule, at its line and column, in words of the author's own trade."""
    text, line, column = changed(slip)
    found = rulebook.problems_of(files_with(text))
    assert [(one.rule, one.place.file, one.place.line) for one in found] == [
        ("yaml-syntax", "data/states/examplia.yaml", line)
    ]
    assert column in {0, found[0].place.column}
    assert slip.said in found[0].message
    assert slip.help in found[0].help


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip.after[:40])
def test_the_remedy_of_a_slip_is_accepted(slip: Slip) -> None:
    """Where the text is changed as the help says, check finds nothing more in it."""
    text, *_ = changed(slip)
    if "was left by a merge" in slip.said:
        assert (
            rulebook.problems_of(
                files_with("".join(line for line in text.splitlines(keepends=True) if line.lstrip()[0] not in "<=>|"))
            )
            == []
        )
        return
    (repair,) = repairs(text)
    left = rulebook.problems_of(files_with(repair.text)) if repair.text else []
    allowed = {"duplicate-key"} if "a second field" in repair.message else set()
    assert {one.rule for one in left} <= allowed


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip.after[:40])
@pytest.mark.parametrize("ending", ["\r\n"])
def test_line_ends_of_other_systems_change_nothing(slip: Slip, ending: str) -> None:
    """The same slip in a file with carriage returns is named at the same place in the same words."""
    text, *_ = changed(slip)
    mine = read_nodes("file", text.encode())
    theirs = read_nodes("file", text.replace("\n", ending).encode())
    assert isinstance(mine, list)
    assert isinstance(theirs, list)
    assert [(one.place, one.message) for one in theirs] == [(one.place, one.message) for one in mine]


def test_a_slip_below_a_line_that_holds_two_fields_stands_on_its_own_line() -> None:
    """Where a line shall become two, the lines below keep the numbers that an editor shows."""
    text = TEXT.replace("iso3: EXA\n", 'iso3: EXA iso2: "EX"\n').replace(
        "note: a line of text", 'note: "a line of text'
    )
    found = read_nodes("file", text.encode())
    assert isinstance(found, list)
    assert [one.place.line for one in found] == [1, 19]


def test_two_slips_are_two_problems() -> None:
    """Where each slip can be told, all are said in one run."""
    text = TEXT.replace("iso3: EXA", "iso3 EXA").replace("note: a line of text", 'note: "a line of text')
    found = read_nodes("file", text.encode())
    assert isinstance(found, list)
    assert [(one.place.line, one.message[:9]) for one in found] == [(1, "a colon i"), (19, "the quote")]


def test_a_slip_below_another_stands_where_its_author_has_it() -> None:
    """A line that the repair of another one moved is named at its own column, and not where it would then begin."""
    text = (
        "treaties:\n  harbour:\n      - signature: 2000-12-13\n      source: list-2020\n - ratification: 2005-04-19\n"
        "      note: a line\n  pilot:\n    - accession: 2001-02-03\n      source: list-2020\n"
    )
    lines = text.split("\n")
    found = repairs(text)
    assert found[-1].line == 7
    for repair in found:
        written = lines[repair.line - 1]
        assert repair.column == len(written) - len(written.lstrip()) + 1


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("  en: Examplia", '  en: §"Examplia'),
        ("note: a line", "note§ a line"),
        ("- signature: 2000", "§-signature: 2000"),
    ],
)
def test_a_slip_is_named_in_a_text_of_any_length(before: str, after: str) -> None:
    """Thousands of records above and below change nothing of what is said but the number of its line."""
    slipped = TEXT.replace(before, after.replace("§", ""), 1)
    many = "".join(f"other-{number}:\n  en: the words of a record\n" for number in range(3000))
    alone = repairs(slipped)
    among = repairs(many + slipped + many.replace("other", "another"))
    assert [repair[1:4] for repair in among] == [repair[1:4] for repair in alone]
    assert [repair.line - 6000 for repair in among] == [repair.line for repair in alone]


PARSER = (
    "mapping values", "block mapping", "block sequence", "block end", "expected", "did not find", "could not find",
    "scanning", "simple key", "flow", "token", "indicator", "directive", "unknown escape", "<scalar>", "found",
    "alphabetic", "percent", "while parsing", "reader",
)  # fmt: skip
"""Words of the parser's own sentences."""
REAL = {
    path.name: path.read_text("utf-8") for path in sorted((rulebook.HERE.parent / "data" / "states").glob("*.yaml"))
}
SIGNS = ["'", '"', ":", "-", " ", "  ", "[", "]", "{", "}", "#", "\n", ",", "|", ">", "*", "&", "!", "%", "@", "?", "x"]


@given(st.sampled_from(sorted(REAL)), st.data())
def test_no_change_of_a_real_file_ends_in_a_crash_or_in_a_parsers_words(name: str, data: st.DataObject) -> None:
    """Signs put in or taken out anywhere give problems in our own words, each at a line of the file."""
    text = REAL[name]
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(text)))
        taken = data.draw(st.integers(0, 3))
        text = text[:at] + data.draw(st.one_of(st.just(""), st.sampled_from(SIGNS))) + text[at + taken :]
    files = {**rulebook.base(), f"states/{name}": text.encode()}
    _, problems = load(reader(files), [name.removesuffix(".yaml")], "data", ALL)
    for one in problems:
        assert 1 <= one.place.line <= text.count("\n") + 1
        if one.rule == "yaml-syntax":
            assert not [word for word in PARSER if word in one.message]
