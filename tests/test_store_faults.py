"""Each way of writing a file wrongly is found where it is: the mark § stands before the place that is named."""

import re
from pathlib import Path

import pytest

from tests.registers import faulty, load_texts, state_text
from toc_treaties.model.problem import Problem, Severity
from toc_treaties.store import faults, value_faults

IN_TREATIES = {
    "impossible-date": "  alpha:\n    - ratification: §2004-02-30\n      source: seen\n",
    "not-a-date": "  alpha:\n    - ratification: §20040230\n      source: seen\n",
    "over-precise-date": "  alpha:\n    - ratification: §2004-02-03T10:00\n      source: seen\n",
    "day-needed": "  alpha:\n    - ratification: 2004-02\n      in_force: §2004-03\n      source: seen\n",
    "unknown-kind": "  alpha:\n    - source: seen\n      §ratified: 2004-02-03\n",
    "statement-without-action": "  alpha:\n    - §reservation: not seen\n      source: seen\n",
    "several-kinds": "  alpha:\n    - §signature: 2000-02-03\n      ratification: 2004-02-03\n",
    "day-mark-needless": "  alpha:\n    - ratification: unknown\n      day_unconfirmed: §why\n      source: seen\n",
    "list-not-cited": "  alpha:\n    - ratification: unknown\n      source: seen\n      in_force_seen: §heard\n",
    "bound-beside-date": "  alpha:\n    - ratification: 2004\n      between: §[2004-01-01, 2004-02-01]\n",
    "reversed-bound": "  alpha:\n    - ratification: unknown\n      between: §[2004-02-01, 2004-01-01]\n",
    "unknown-instrument": "  alpha: []\n  §alpah:\n    - ratification: 2004-02-03\n",
    "unknown-key": "  alpha:\n    - ratification: 2004-02-03\n      source: seen\n      §sourse: seen\n",
    "missing-key": "  alpha:\n    - §invitation: 2004-02-03\n      source: seen\n",
    "missing-value": "  alpha:\n    - ratification: 2004-02-03\n      §source:\n",
    "wrong-type": "  alpha:\n    - ratification: 2004-02-03\n      source: seen\n      statements: §none\n",
    "bad-value": "  alpha:\n    - ratification: 2004-02-03\n      statements:\n"
    "        - reservation: a line\n          effect: §exclude\n",
    "no-reason": "  alpha:\n    - ratification: 2004-02-03\n      unconfirmed: §yes\n",
    "repeated-item": "  alpha:\n    - ratification: 2004-02-03\n      source: [seen, §seen]\n",
    "article-form": "  alpha:\n    - ratification: 2004-02-03\n      statements:\n"
    "        - reservation: a line\n          articles: [§art. 3]\n",
    "duplicate-key": "  alpha:\n    - ratification: 2004-02-03\n      source: seen\n      §source: heard\n",
    "anchor": "  alpha:\n    - ratification: 2004-02-03\n      source: §&a seen\n",
    "tag": "  alpha:\n    - ratification: 2004-02-03\n      source: §!!str seen\n",
    "alias": "  alpha:\n    - ratification: 2004-02-03\n      source: §*a\n",
    "too-deep": "  alpha:\n    - ratification: 2004-02-03\n      source: " + "[" * 20 + "§[x]" + "]" * 20 + "\n",
    "tab": "  alpha:\n    - ratification: 2004-02-03\n§\tsource: seen\n",
    "yaml-syntax": "  alpha:\n    - ratification: 2004-02-03\n      note: one§: two\n",
    "odd-character": "  alpha:\n    - ratification: 2004-02-03\n      note: café and §\x01\n",
    "lost-text": "  alpha:\n    - ratification: 2004-02-03\n      note: see page §#5\n",
}


def test_the_mark_of_a_day_beside_that_of_the_act_says_nothing() -> None:
    """Where no source shows the act, none shows its day: the second mark is refused."""
    entry = "  alpha:\n    - ratification: 2004-02-03\n      unconfirmed: why\n      day_unconfirmed: why\n"
    assert [problem.rule for problem in _problems(state_text(entry))] == ["day-mark-needless"]


def _marked(text: str) -> tuple[str, tuple[int, int]]:
    """A text without its mark, and the line and column of the mark."""
    before, _, after = text.partition("§")
    return before + after, (before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1)


def _problems(state: str | bytes) -> list[Problem]:
    return load_texts(state)[1]


@pytest.mark.parametrize("code", IN_TREATIES)
def test_a_fault_in_an_entry_is_found_at_its_place(code: str) -> None:
    """The one problem has the fault's code, its line and its column, and says what to do."""
    text, place = _marked(state_text(IN_TREATIES[code]))
    (problem,) = _problems(text)
    assert (problem.rule, (problem.place.line, problem.place.column)) == (code, place)
    assert problem.place.file == "data/states/avalon.yaml"
    assert problem.severity is (Severity.WARNING if code == "lost-text" else Severity.ERROR)
    assert problem.message
    assert problem.help


ELSEWHERE = {
    "an instrument twice": ("duplicate-key", "  alpha: []\n  §alpha: []\n"),
    "a list for an entry": ("wrong-type", "  alpha:\n    - §[2004]\n"),
    "a text for a cell": ("wrong-type", "  alpha: §none\n"),
    "a list for the treaties": ("wrong-type", "  §- alpha\n"),
    "a list as a key": ("wrong-type", "  ? §[alpha]\n  : []\n"),
    "an entry of nothing": ("unknown-kind", "  alpha:\n    - §{}\n"),
    "an empty entry": ("wrong-type", "  alpha:\n    -§\n"),
    "a source beside no kind": ("unknown-kind", "  alpha:\n    - §source: seen\n"),
    "an anchor on a list": ("anchor", "  alpha: §&a\n    - signature: 2000-02-03\n"),
    "an anchor on an entry": ("anchor", "  alpha:\n    - §&a {signature: 2000-02-03}\n"),
    "a tag without a name": ("tag", "  alpha:\n    - {signature: 2000-02-03, note: §! x}\n"),
    "a merge key": ("alias", "  alpha:\n    - signature: 2000-02-03\n      source: §*other\n"),
    "a quoted nothing": ("missing-value", '  alpha:\n    - {signature: 2000-02-03, note: §" "}\n'),
    "a date that is a list": ("wrong-type", "  alpha:\n    - signature: §[2000]\n"),
    "a statement of no kind": ("unknown-kind", "  alpha:\n    - {signature: 2000, statements: [{§reserve: x}]}\n"),
    "a step of no path": ("missing-key", "  alpha:\n    - {ratification: 2000, route: [§{signature: 1961}]}\n"),
    "an unclosed bracket": ("yaml-syntax", "  alpha: §["),
    "an unclosed quote": ("yaml-syntax", "  alpha: §'x"),
    "a second document": ("yaml-syntax", "  alpha: []\n§---\na: b\n"),
    "an outdented line": ("yaml-syntax", "  alpha:\n    - signature: 2000\n   §source: seen\n"),
}


@pytest.mark.parametrize("case", ELSEWHERE)
def test_other_spellings_of_a_fault_are_found_too(case: str) -> None:
    """The first problem of a text is the fault that the author made, at its place."""
    code, written = ELSEWHERE[case]
    text, place = _marked(state_text(written))
    problem = _problems(text)[0]
    assert (problem.rule, (problem.place.line, problem.place.column)) == (code, place)


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("iso3: §bol", "bad-value"),
        ("iso2: §BOL", "bad-value"),
        ("name: {§de: Bolivien}", "unknown-key"),
        ("name: §Bolivia", "wrong-type"),
        ("subregion: §south", "bad-value"),
        ("independence: §1981-11", "day-needed"),
        ("memberships: {oas: [§{until: 2004}]}", "missing-key"),
        ("memberships: {oas: [{from: 2004, status: §guest}]}", "bad-value"),
        ("participation: [{status: §some}]", "bad-value"),
        ("participation: [{status: contested, readings: [§{says: x}]}]", "missing-key"),
        ("§capital: La Paz", "unknown-key"),
    ],
)
def test_a_fault_in_a_states_head_is_found_at_its_place(written: str, code: str) -> None:
    """Names, codes, memberships and participation are held to their form, each at its place."""
    text, place = _marked(
        state_text("  alpha: []\n", written.replace("§", "")).replace(written.replace("§", ""), written)
    )
    (problem,) = _problems(text)
    assert (problem.rule, (problem.place.line, problem.place.column)) == (code, place)


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("later_parties: {days: §-30}", "bad-value"),
        ("later_parties: {days: §thirty}", "bad-value"),
        ("later_parties: {days: §" + "9" * 5000 + "}", "bad-value"),
        ("later_parties: {months: 3, then: §first}", "bad-value"),
        ("exit: {word: denunciation, notice_by: §13-01, ends: 01-01}", "bad-value"),
        ("exit: {word: denunciation, notice_by: §7-1, ends: 01-01}", "bad-value"),
        ("exit: {word: denunciation, notice_by: §[07], ends: 01-01}", "wrong-type"),
        ("exit: §{years: 1}", "missing-key"),
        ("exit: {word: denunciation, not_before: §{}}", "missing-key"),
        ("signature: {opened: 2000-01-01, by: §members}", "bad-value"),
        ("signature: {opened: 2000-01-01, by: [XXA, §xxb]}", "bad-value"),
        ("signature: {opened: §2000, by: all}", "day-needed"),
        ("accession: {by: all, members_too: §NO}", "bad-value"),
        ("tier: §urgent", "bad-value"),
        ("column: §LONGER", "bad-value"),
        ("serves: {§arrest: []}", "unknown-key"),
        ("serves: {extradition: [{articles: [], force: §must}]}", "bad-value"),
        ("§in-force: 2000-01-01", "unknown-key"),
    ],
)
def test_a_fault_in_an_instrument_is_found_at_its_place(written: str, code: str) -> None:
    """What an instrument says of joining, leaving and serving is held to its form."""
    body = "alpha:\n  tier: urged\n  short: {en: S}\n  title: {en: T}\n  paragraph: a\n  depositary: keeper\n"
    head = body + "  adopted: 1990-01-01\n" + ("" if "column" in written else "  column: A\n")
    text, place = _marked((head.replace("  tier: urged\n", "") if "tier" in written else head) + f"  {written}\n")
    _, problems = load_texts(state_text("  alpha: []\n"), instruments=text.encode())
    assert [(one.rule, (one.place.line, one.place.column)) for one in problems] == [(code, place)]


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("{kind: §official, title: T, publisher: P, url: https://u.example/, as_of: 2000}", "bad-value"),
        ("{kind: depositary, title: T, publisher: P, url: https://u.example/, as_of: §lately}", "not-a-date"),
        ("§{kind: depositary, title: T, publisher: P, url: https://u.example/}", "missing-key"),
    ],
)
def test_a_fault_in_a_source_is_found_at_its_place(source: str, code: str) -> None:
    """A consultation says what it is and how current it is."""
    text, place = _marked(f"seen: {source}\n")
    _, problems = load_texts(state_text("  alpha: []\n"), sources=text)
    assert [(one.rule, (one.place.line, one.place.column)) for one in problems] == [(code, place)]


@pytest.mark.parametrize(
    ("content", "code", "line", "column"),
    [
        (b"", "yaml-syntax", 1, 1),
        (b"# only a comment\n", "yaml-syntax", 1, 1),
        (b"iso3: XXA\nname: caf\xe9\n", "bad-encoding", 2, 10),
        (b"iso3: XXA\n\x00", "odd-character", 2, 1),
        ("iso3: é\n\x01".encode(), "odd-character", 2, 1),
        ("é: é é\nb: é\x07".encode(), "odd-character", 2, 5),
        (b"x" * 1_000_001, "too-large", 1, 1),
        (b"iso3: XXA\r\nname:\tx\r\n", "tab", 2, 6),
    ],
)
def test_a_file_that_is_no_text_of_ours_is_refused_whole(content: bytes, code: str, line: int, column: int) -> None:
    """An empty, damaged or huge file is one problem at the place of the damage."""
    (problem,) = _problems(content)
    assert (problem.rule, problem.place.line, problem.place.column) == (code, line, column)


def test_every_fault_has_a_test() -> None:
    """No code of the shape family can be added without an example here."""
    written = "".join(Path(str(module.__file__)).read_text("utf-8") for module in (faults, value_faults))
    codes = set(re.findall(r'(?:Problem|warning)\(\s*"([a-z-]+)"', written)) | {"anchor", "tag"}
    assert codes - {"too-large", "bad-encoding", "stray-file", "missing-file"} == set(IN_TREATIES)


@pytest.mark.parametrize(
    ("written", "remedy"),
    [
        ("  alpha:\n    - ratificaton: 2004-02-03\n", "did you mean ratification?"),
        ("  alhpa: []\n", "did you mean alpha?"),
        ("  alpha:\n    - ratification: 2004-02-03\n      sources: seen\n", "did you mean source?"),
        ("  alpha:\n    - ratification: 2004-02-03\n      note: see: this\n", "put quotes around"),
        ("  alpha:\n    - ratification: 2004-02-03\n      note: >-\n    text\n", "block text"),
    ],
)
def test_the_help_names_the_remedy(written: str, remedy: str) -> None:
    """A mistyped word is answered with the nearest known one, a syntax fault with its usual cause."""
    assert remedy in _problems(state_text(written))[0].help


def test_the_second_of_two_keys_is_told_where_the_first_is() -> None:
    """A duplicate names the line of the first, and the first is not silently overwritten."""
    text = state_text("  alpha:\n    - signature: 2000-02-03\n  alpha: []\n")
    register, (problem,) = load_texts(text)
    first = text[: text.index("  alpha:")].count("\n") + 1
    assert f"line {first}" in problem.message
    cell = register.states["avalon"].treaties["alpha"]
    assert (len(cell.actions), cell.faulty) == (1, True)


def test_many_faults_are_found_in_one_run() -> None:
    """A file with five slips gives five problems, not the first alone."""
    text = state_text(
        """  alpha:
    - signature: 2000-02-30
    - ratified: 2001
    - ratification: 2002-01-01
      sourse: seen
    - accession: unknown
      day_unconfirmed: a count
    - denunciation: 2003-01-01
      takes_effect: 2004
"""
    )
    codes = ["impossible-date", "unknown-kind", "unknown-key", "day-mark-needless", "day-needed"]
    assert [problem.rule for problem in _problems(text)] == codes


@pytest.mark.parametrize("word", ["withdrawal", "Withdrawn", "withdrew"])
def test_a_withdrawal_is_never_guessed(word: str) -> None:
    """What was withdrawn decides the kind: each of the four is named, and no opposite act is proposed."""
    (problem,) = faulty(f"alpha:\n  - {word}: 2010-03-01\n    source: seen").problems
    assert problem.rule == "unknown-kind"
    for kind in ("denunciation", "signature_withdrawal", "instrument_withdrawal", "revocation"):
        assert kind in problem.help


@pytest.mark.parametrize(
    ("written", "code", "help_"),
    [
        ("  alpha:\n    - signature: 2004\n      source: [§seen; seen]\n", "bad-value", "put a comma between them"),
        ("  alpha:\n    - signature: 2004\n      source: [§[seen]]\n", "wrong-type", "delete the inner brackets"),
        (
            "  alpha:\n    - signature: §[2004]\n      source: seen\n",
            "wrong-type",
            "write it without the brackets: 2004",
        ),
        ("  alpha:\n    - signature: §2004-109\n      source: seen\n", "not-a-date", "write the year first"),
        ("  alpha:\n    -§\n    - signature: 2004\n      source: seen\n", "wrong-type", "delete its hyphen"),
        ("  alpha:\n    - §source: seen\n", "unknown-kind", "write a blank in place of the hyphen"),
        ("  alpha: []\n  beta: []\n  §alpha: []\n  beta: []\n", "duplicate-key", "keep one of the two"),
    ],
)
def test_a_slip_within_a_list_or_a_block_is_one_message(written: str, code: str, help_: str) -> None:
    """One slip is said once, at its place, with a remedy that would be accepted."""
    text, place = _marked(state_text(written))
    (problem,) = [one for one in _problems(text) if one.rule != "unknown-instrument"]
    assert (problem.rule, (problem.place.line, problem.place.column)) == (code, place)
    assert problem.help.startswith(help_)
