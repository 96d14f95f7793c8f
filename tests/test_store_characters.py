"""Characters that mislead are refused by name, at the place where git and an editor count them."""

import pytest

from tests import rulebook
from tests.console import toc
from tests.registers import load_texts, state_text
from toc_treaties.model.problem import Problem, Severity
from toc_treaties.words.visible import NO_BREAK, visible

ENTRY = "  alpha:\n    - signature: 2000-12-12\n      source: seen\n"


def problems(text: str | bytes) -> list[Problem]:
    """What is wrong with a state's file."""
    return load_texts(text)[1]


def placed(text: str) -> tuple[str, int, int]:
    """A text without its mark §, and the line and column of the mark, lines counted by line feeds alone."""
    before, _, after = text.partition("§")
    return before + after, before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1


BREAKS = {"\u2028": "LINE SEPARATOR", "\u2029": "PARAGRAPH SEPARATOR", "\x85": "NEXT LINE", "\r": "CARRIAGE RETURN"}


@pytest.mark.parametrize("sign", BREAKS)
def test_a_comment_cannot_carry_an_entry(sign: str) -> None:
    """What a reviewer sees as one line of comment is never read as an entry, and the sign is named."""
    hidden = f"  # seen on the list§{sign}    - ratification: 2005-05-05{sign}      source: seen\n"
    text, line, column = placed(state_text(ENTRY + hidden))
    register, (problem,) = load_texts(text)
    assert register.states == {}
    assert (problem.rule, problem.place.line, problem.place.column) == ("odd-character", line, column)
    assert f"U+{ord(sign):04X} {BREAKS[sign]}" in problem.message
    assert "and 1 more in this file" in problem.message


ODD = {
    "\u00a0": "U+00A0 NO-BREAK SPACE",
    "\u202f": "U+202F NARROW NO-BREAK SPACE",
    "\u2009": "U+2009 THIN SPACE",
    "\u3000": "U+3000 IDEOGRAPHIC SPACE",
    "\u200b": "U+200B ZERO WIDTH SPACE",
    "\u200d": "U+200D ZERO WIDTH JOINER",
    "\u2060": "U+2060 WORD JOINER",
    "\ufeff": "U+FEFF ZERO WIDTH NO-BREAK SPACE",
    "\u00ad": "U+00AD SOFT HYPHEN",
    "\u034f": "U+034F COMBINING GRAPHEME JOINER",
    "\u3164": "U+3164 HANGUL FILLER",
    "\u2800": "U+2800 BRAILLE PATTERN BLANK",
    "\ufe0f": "U+FE0F VARIATION SELECTOR-16",
    "\u202e": "U+202E RIGHT-TO-LEFT OVERRIDE",
    "\u2066": "U+2066 LEFT-TO-RIGHT ISOLATE",
    "\u200f": "U+200F RIGHT-TO-LEFT MARK",
    "\x00": "U+0000 NULL",
    "\x07": "U+0007 ALERT",
    "\x0b": "U+000B LINE TABULATION",
    "\x0c": "U+000C FORM FEED",
    "\x1b": "U+001B ESCAPE",
    "\x7f": "U+007F DELETE",
    "\x9b": "U+009B CONTROL SEQUENCE INTRODUCER",
    "\ufffd": "U+FFFD REPLACEMENT CHARACTER",
    "\ue000": "U+E000",
    "\u0430": "U+0430 CYRILLIC SMALL LETTER A",
    "\uff11": "U+FF11 FULLWIDTH DIGIT ONE",
    "\u2010": "U+2010 HYPHEN",
    "\u2011": "U+2011 NON-BREAKING HYPHEN",
    "\u0301": "U+0301 COMBINING ACUTE ACCENT",
}


@pytest.mark.parametrize("sign", ODD)
@pytest.mark.parametrize(
    "written",
    [
        "  alpha:\n    - signature: 2000-12-12\n      source: seen\n      note: the l§?ist of parties\n",
        "  alpha:\n    - signature: 2000-12-12\n      sour§?ce: seen\n",
        "  alpha:\n    - signature: 2000-12-12 # a l§?ist\n      source: seen\n",
        "  # a l§?ist of parties\n  alpha: []\n",
    ],
)
def test_an_odd_character_is_named_wherever_it_stands(sign: str, written: str) -> None:
    """In a text, a key, behind a value or in a comment: its code point, its name and its place are said."""
    text, line, column = placed(state_text(written).replace("?", sign))
    (problem,) = problems(text)
    assert (problem.rule, problem.place.line, problem.place.column) == ("odd-character", line, column)
    assert ODD[sign] in problem.message
    assert problem.help.isprintable()


@pytest.mark.parametrize("sign", [sign for sign in ODD if sign not in "\uff11\u0430"])
@pytest.mark.parametrize("coding", ["\\u{:04x}", "\\U{:08x}", "\\x{:02x}"])
@pytest.mark.parametrize("key", [False, True])
def test_a_code_inside_quotes_is_the_character_that_it_stands_for(sign: str, coding: str, *, key: bool) -> None:
    """An escape, in a value or in a key, is refused like the character itself, at the escape."""
    if "x{" in coding and ord(sign) > 0xFF:
        return
    escape = coding.format(ord(sign))
    entry = f'"no§{escape}te": list' if key else f'note: "the l§{escape}ist"'
    text, line, column = placed(state_text(f"{ENTRY}      {entry}\n"))
    (problem,) = problems(text)
    assert (problem.rule, problem.place.line, problem.place.column) == ("odd-character", line, column)
    assert ODD[sign] in problem.message
    assert problem.width == len(escape)


@pytest.mark.parametrize("escape", ["\\e", "\\0", "\\N", "\\L", "\\P", "\\_", "\\t", "\\r", "\\n", "\\b"])
def test_short_codes_are_refused_too(escape: str) -> None:
    """YAML's short codes for what cannot be seen have no place in a text or a key."""
    for entry in (f'note: "a§{escape}b"', f'"no§{escape}te": b'):
        text, line, column = placed(state_text(f"{ENTRY}      {entry}\n"))
        found = problems(text)
        assert [(one.rule, one.place.line, one.place.column) for one in found] == [("odd-character", line, column)]


def test_each_kind_of_character_is_said_once() -> None:
    """Three kinds in one file are three problems, each at its first place."""
    text = state_text(ENTRY + "      note: a\u200bb\u200bc\u202ed\n  # \x85\n")
    found = problems(text)
    assert [one.message[:6] for one in found] == ["U+200B", "U+202E", "U+0085"]
    assert "and 1 more in this file" in found[0].message


@pytest.mark.parametrize(
    ("twice", "once"),
    [("Ã©", "é"), ("Ã³", "ó"), ("Ã±", "ñ"), ("Ã§", "ç"), ("Â°", "°"), ("â€™", "’"), ("Å“", "œ"), ("Ã\u00ad", "í"),
     ("Ã\u00a0", "à"), ("√©", "é")],
)  # fmt: skip
def test_an_accent_that_was_encoded_twice_is_written_in_the_help(twice: str, once: str) -> None:
    """The help names the letter, and the letter is accepted."""
    text, line, column = placed(state_text(f"{ENTRY}      note: Rep§{twice}blica\n"))
    (problem,) = problems(text)
    assert (problem.rule, problem.place.line, problem.place.column) == ("odd-character", line, column)
    assert problem.help == f"write {once}"
    assert problems(text.replace(twice, once)) == []


@pytest.mark.parametrize(
    "note",
    [
        "República, Ações, São Tomé, naïve, Çà et là, MANHÃ, IRMÃ",
        "d’Ivoire – “list” – 5 § – nº 4 – 10 € – «IRMÃ» – Ñandú",
        "“the list” of parties",
        "the 'list', and the \"table\"",
        "Œuvre, cœur, Århus, ñ, ü",
    ],
)
def test_what_four_languages_write_is_accepted(note: str) -> None:
    """Accents, dashes, and quotes of every kind inside a quoted text are the author's."""
    quoted = "'" + note.replace("'", "''") + "'"
    assert problems(state_text(f"{ENTRY}      note: {quoted}\n")) == []


@pytest.mark.parametrize("sign", ["\u00a0", "\u202f"])
@pytest.mark.parametrize(
    "field",
    ["note: 'Ministère de la Justice?: direction'", "note: «?liste?» des Parties", "note: les 1?000 pages"],
)
def test_the_blanks_of_french_typography_are_accepted(sign: str, field: str) -> None:
    """A no-break space stands where French sets a sign apart, and anywhere in a French name."""
    assert problems(state_text(f"{ENTRY}      {field.replace('?', sign)}\n")) == []
    name = f"name: {{en: Avalon, es: Avalón, pt: Avalão, fr: L'île{sign}d'Avalon}}"
    assert problems(state_text(ENTRY, name)) == []
    escaped = f'name: {{en: Avalon, es: Avalón, pt: Avalão, fr: "Avalon\\u{ord(sign):04x}: île"}}'
    assert problems(state_text(ENTRY, escaped)) == []


@pytest.mark.parametrize(
    "field",
    [
        "note:?x", "note:? x", "?note: x", "note: x?", "note?: x", "note: the list?of parties",
        "note: x #?y", '"note?": x', 'note: "x\\_y"',
    ],
)  # fmt: skip
def test_a_no_break_space_elsewhere_is_refused(field: str) -> None:
    """Beside a key, at the end of a line, or in a text that is not French, it is no blank."""
    found = problems(state_text(f"{ENTRY}      {field.replace('?', chr(0xA0))}\n"))
    assert [one.rule for one in found] == ["odd-character"]
    assert "U+00A0" in found[0].message


@pytest.mark.parametrize("name", ['{fr: Avalon, "l?île": Avalon}', '\n    fr: Avalon\n    "l?île": Avalon'])
def test_a_no_break_space_in_a_key_behind_a_french_text_is_refused(name: str) -> None:
    """A key that stands behind a French text is no part of it."""
    found = problems(state_text(ENTRY, f"name: {name.replace('?', chr(0xA0))}"))
    assert any(one.rule == "odd-character" and "U+00A0" in one.message for one in found)


@pytest.mark.parametrize(
    ("field", "help_"),
    [
        ("note: §“the list”", 'write "the list"'),
        ("note: §‘the list’", 'write "the list"'),
        ("note: §“the list” of parties", "put plain quotes around the whole text"),
        ("§“note”: the list", 'write "note"'),
    ],
)
def test_curly_quotes_are_no_quotes(field: str, help_: str) -> None:
    """A text that begins with a curly quote is not quoted, whatever its author meant."""
    text, line, column = placed(state_text(f"{ENTRY}      {field}\n"))
    found = problems(text)
    assert [(one.rule, one.place.line, one.place.column, one.help) for one in found] == [
        ("odd-character", line, column, help_)
    ]


def test_a_byte_order_mark_is_accepted_once_and_at_the_beginning() -> None:
    """The first sign of a file may be the mark; a second one is named."""
    text = state_text(ENTRY)
    assert problems(b"\xef\xbb\xbf" + text.encode()) == []
    (problem,) = problems(b"\xef\xbb\xbf\xef\xbb\xbf" + text.encode())
    assert ("U+FEFF" in problem.message, problem.place.line, problem.place.column) == (True, 1, 1)


def test_lines_are_counted_as_git_counts_them() -> None:
    """A fault below carriage returns and line feeds stands on the line that an editor shows."""
    text = state_text(ENTRY).replace("\n", "\r\n") + "      sourse: seen\r\n"
    (problem,) = problems(text)
    assert (problem.rule, problem.place.line) == ("unknown-key", text.count("\n"))


@pytest.mark.parametrize(
    "field", ["note: see page #5", "note: no. #5 of the list", "declaration: see #5", "unconfirmed: the list # 5"]
)
def test_text_behind_a_number_sign_is_said_to_be_lost(field: str) -> None:
    """A free text that a comment cuts short is a warning, and its help is accepted without one."""
    key, _, value = field.partition(": ")
    statement = f"      statements:\n        - {field}\n" if key == "declaration" else f"      {field}\n"
    text = state_text(ENTRY + statement)
    register, (problem,) = load_texts(text)
    assert (problem.rule, problem.severity) == ("lost-text", Severity.WARNING)
    assert register.states["avalon"].treaties["alpha"].actions
    assert not register.states["avalon"].treaties["alpha"].faulty
    assert f'write "{value}"' in problem.help
    assert problems(text.replace(field, f'{key}: "{value}"')) == []


@pytest.mark.parametrize(
    "field",
    ["note: 'see page #5'", 'note: "see #5" # checked', "note: page#5", "between: [2000-01-01, 2001-01-01] # x"],
)
def test_a_comment_behind_what_is_whole_is_no_loss(field: str) -> None:
    """A quoted text, and a field that holds no sentence, may have a comment behind it."""
    entry = ENTRY.replace("2000-12-12", "unknown") if "between" in field else ENTRY
    assert problems(state_text(f"{entry}      {field}\n")) == []
    assert problems(state_text(ENTRY.replace("seen\n", "seen # a list\n"))) == []


@pytest.mark.parametrize("options", [(), ("--format", "json"), ("--format", "github")])
def test_check_prints_no_command_to_the_screen(tmp_path: object, options: tuple[str, ...]) -> None:
    """Whatever stands in a file, what check prints holds no sign that is not printed."""
    from pathlib import Path

    assert isinstance(tmp_path, Path)
    files = rulebook.base()
    odd = "\x1b[2J\x9b5m\u202e\u2028\x07\x7f\u200b".encode()
    files["states/examplia.yaml"] = files["states/examplia.yaml"].replace(b"  harbour:", b"  har" + odd + b"bour:")
    files["sources.yaml"] += b'"od\\e[2Jd": {kind: "\\x9b", "\\u202e": 1}\n'
    for name, content in files.items():
        (tmp_path / "data" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "data" / name).write_bytes(content)
    result = toc("check", "--data", "data", *options, folder=tmp_path)
    assert result.code == 1
    assert result.out.replace("\n", "").isprintable()
    assert result.err.replace("\n", "").isprintable()
    assert "U+001B" in result.out


@pytest.mark.parametrize(
    ("written", "better"), [("HaÃƒÂ¯ti", "ï"), ("dâ€™Haiti", "’"), ("Hait&iacute;", "í"), ("R&amp;D", "&")]
)
def test_the_remedy_of_a_spoilt_sign_is_the_sign_itself(written: str, better: str) -> None:
    """However often a sign was encoded, the help gives what was meant, which is accepted."""
    (problem,) = problems(state_text(f"{ENTRY}      note: a list of {written} kept\n"))
    assert problem.help == f"write {better}"


@pytest.mark.parametrize(
    ("line", "help_"),
    [
        ("      note: a\tlist\n", "type one blank in its place"),
        ("      note: a list\t\n", "delete it: nothing follows on the line"),
        ("\tnote: a list\n", "use spaces: two for each level"),
    ],
)
def test_a_tab_is_mended_as_its_place_asks(line: str, help_: str) -> None:
    """A tab inside a text, at a line's end and before a line are three slips with three remedies."""
    assert [problem.help for problem in problems(state_text(ENTRY + line))] == [help_]


@pytest.mark.parametrize("sign", ["\u3164", "\u2800", "\ufe0f", "\u034f"])
def test_a_blank_that_counts_as_printed_is_shown_by_its_code(sign: str) -> None:
    """What check prints shows every character, those too that only look empty."""
    assert visible(f"a{sign}b") == f"a<U+{ord(sign):04X}>b"


def test_a_value_cut_short_by_a_comment_is_said() -> None:
    """A date that a # cuts short is not read in silence; a comment with its blank is."""
    cut = state_text("  alpha:\n    - signature: 2000 #-12-12\n      source: seen\n")
    (problem,) = problems(cut)
    assert (problem.rule, problem.severity) == ("lost-text", Severity.WARNING)
    assert "'2000' is all that is read" in problem.message
    assert problems(cut.replace("#-12", "# 12")) == []


def test_the_spaces_of_a_sentence_are_kept_where_it_is_the_programs() -> None:
    """French writes a no-break space before a colon: in a sentence it is a space, in a file's text it is seen."""
    assert visible("Haïti\u00a0: 1\u202f037", kept=NO_BREAK) == "Haïti\u00a0: 1\u202f037"
    assert visible("Haïti\u00a0:") == "Haïti<U+00A0>:"
