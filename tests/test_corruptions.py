"""Single slips in the real files are found, each by its rule at its line; harmless edits are not."""

from collections import Counter
from collections.abc import Callable
from typing import NamedTuple

import pytest

from tests import rulebook
from tests.conftest import DATA
from tests.corpus import ROWS, Corpus, Row, everything, rows

pytestmark = pytest.mark.data

TABLES = sorted(path.name for path in ROWS.glob("*.tsv") if path.name != "harmless.tsv")
SLIPS = list(everything(TABLES))
HARMLESS = rows("harmless.tsv")


class Spoilt(NamedTuple):
    """A file that was saved, sent or joined otherwise than as the text that it is; the rule and the line expected.

    Line 0 is the one below the last of the file as it was.
    """

    how: str
    file: str
    change: Callable[[str], bytes]
    rule: str
    line: int


def line_of(text: str, words: str) -> int:
    """The line of some words in a file of the register."""
    return (DATA / text).read_text("utf-8").split(words)[0].count("\n") + 1


def _plain_wide(text: str) -> bytes:
    return text.encode("ascii", "ignore").decode().encode("utf-16-be")


HAITI, BODIES, MEETINGS = "states/haiti.yaml", "bodies.yaml", "meetings.yaml"
LIMITS = "yaml-syntax or too-deep"
"""Which of two limits is met first depends on the version of libyaml."""
SPOILT = (
    Spoilt("saved as UTF-16", HAITI, lambda text: text.encode("utf-16"), "bad-encoding", 1),
    Spoilt("saved as UTF-16 without its mark", BODIES, lambda text: text.encode("utf-16-le"), "bad-encoding", 1),
    Spoilt("a plain text saved as UTF-16 without its mark", MEETINGS, _plain_wide, "bad-encoding", 1),
    Spoilt("saved as UTF-32", MEETINGS, lambda text: text.encode("utf-32"), "bad-encoding", 1),
    Spoilt(
        "saved in the code page of Windows",
        HAITI,
        lambda text: text.encode("cp1252", "replace"),
        "bad-encoding",
        line_of(HAITI, "í"),
    ),
    Spoilt("left as half a sign", BODIES, lambda text: text.encode() + b"# \xc3", "bad-encoding", 0),
    Spoilt("a picture", BODIES, lambda _: b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "bad-encoding", 1),
    Spoilt("emptied", BODIES, lambda _: b"", "yaml-syntax", 1),
    Spoilt("grown beyond a megabyte", MEETINGS, lambda text: (text + "# " + "x" * 1_100_000).encode(), "too-large", 1),
    Spoilt("nested", BODIES, lambda text: (text + "deep: " + "[" * 300 + "]" * 300 + "\n").encode(), "too-deep", 0),
    Spoilt("nested without end", BODIES, lambda text: (text + "deep: " + "[" * 90_000).encode(), LIMITS, 0),
    Spoilt("two files in one", BODIES, lambda text: f"{text}---\n{text}".encode(), "yaml-syntax", 0),
)
"""Files that are spoilt as a whole; each is said once, whatever else names what it held."""


class Misplaced(NamedTuple):
    """A data folder in which a file is missing, or lies where nothing reads it; the rule, and the name that is said."""

    how: str
    change: Callable[[dict[str, bytes]], None]
    rule: str
    file: str


def _lost(*starts: str) -> Callable[[dict[str, bytes]], None]:
    def lose(files: dict[str, bytes]) -> None:
        for name in [name for name in files if name.startswith(starts)]:
            del files[name]

    return lose


def _moved(name: str, to: str) -> Callable[[dict[str, bytes]], None]:
    return lambda files: files.update({to: files.pop(name)})


def _copied(name: str, to: str) -> Callable[[dict[str, bytes]], None]:
    return lambda files: files.update({to: files[name]})


MEASURES = "measures/peru.yaml"
MISPLACED = (
    Misplaced("a state's file lost", _lost(HAITI), "missing-file", HAITI),
    Misplaced("a file of measures lost", _lost(MEASURES), "missing-file", MEASURES),
    Misplaced("a file that many cite lost", _lost("sources.yaml"), "missing-file", "sources.yaml"),
    Misplaced("the list of states lost", _lost("register.yaml"), "missing-file", "register.yaml"),
    Misplaced("a folder lost", _lost("states/"), "missing-file", "states"),
    Misplaced("another ending", _moved(HAITI, "states/haiti.yml"), "stray-file", "states/haiti.yml"),
    Misplaced("a capital", _moved(MEASURES, "measures/Peru.yaml"), "stray-file", "measures/Peru.yaml"),
    Misplaced("another folder", _moved(HAITI, "haiti.yaml"), "stray-file", "haiti.yaml"),
    Misplaced("a copy", _copied(HAITI, "states/haiti copy.yaml"), "stray-file", "states/haiti copy.yaml"),
    Misplaced("an unlisted state", _copied(HAITI, "states/atlantis.yaml"), "stray-file", "states/atlantis.yaml"),
    Misplaced("a folder of copies", _copied(HAITI, "states/old/haiti.yaml"), "stray-file", "states/old/"),
)
"""Files that are not where they belong; each is said once, whatever else names what it held."""
UNHARMED = (
    ("with the mark of UTF-8", lambda text: text.encode("utf-8-sig")),
    ("with the line ends of Windows", lambda text: text.replace("\n", "\r\n").encode()),
    ("with two kinds of line ends", lambda text: text.replace("\n", "\r\n", 7).encode()),
    ("without an end to its last line", lambda text: text.rstrip("\n").encode()),
)
"""What editors and git do to a file that is still in order."""


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    """The real register, read once."""
    return Corpus(DATA)


def test_the_corpus_covers_every_file_and_hundreds_of_slips(corpus: Corpus) -> None:
    """Every kind of file is in it, no slip stands twice, and no rule answers for most of it."""
    assert len(SLIPS) == len(set(SLIPS)) >= 500
    assert len(HARMLESS) >= 30
    kinds = {name.partition("/")[0] for name in corpus.texts}
    assert {row.file.partition("/")[0] for row in SLIPS} == kinds
    by_rule = Counter(
        [*(row.rule for row in SLIPS), *(each.rule for each in SPOILT), *(each.rule for each in MISPLACED)]
    )
    assert [rule.code for rule in rulebook.rules() if rule.code not in by_rule] == []
    assert max(by_rule.values()) < len(SLIPS) / 10


def test_the_register_is_in_order(corpus: Corpus) -> None:
    """What a slip changes is all that is wrong with the files."""
    assert corpus.problems_before == []


@pytest.mark.parametrize("row", SLIPS, ids=lambda row: f"{row.file}:{row.within}:{row.rule}")
def test_a_slip_is_found_by_its_rule_at_its_line(corpus: Corpus, row: Row) -> None:
    """The rule that is meant finds it, in the file and at the line where it was made, and nothing else is said."""
    problems, line = corpus.found(row)
    assert [(problem.rule, problem.place.file) for problem in problems] == [(row.rule, f"data/{row.file}")]
    if row.below is not None:
        assert problems[0].place.line == line + row.below


@pytest.mark.parametrize("row", [row for row in SLIPS if row.beside], ids=lambda row: row.rule)
def test_what_a_slip_is_made_beside_is_none_itself(corpus: Corpus, row: Row) -> None:
    """A treaty that is written otherwise, for a slip that those of the register cannot show, is in order."""
    assert corpus.problems(corpus.beside(row)) == []


@pytest.mark.parametrize("misplaced", MISPLACED, ids=lambda misplaced: misplaced.how)
def test_a_misplaced_file_is_said_once(corpus: Corpus, misplaced: Misplaced) -> None:
    """What is wrong with a folder is one message, at the name of the file or folder that is missing, or too many."""
    files = {name: text.encode() for name, text in corpus.texts.items()}
    misplaced.change(files)
    places = [(problem.rule, *problem.place[:3]) for problem in corpus.problems_of_folder(files)]
    assert places == [(misplaced.rule, f"data/{misplaced.file}", 1, 1)]


@pytest.mark.parametrize("row", HARMLESS, ids=lambda row: f"{row.file}:{row.within}")
def test_a_harmless_edit_is_not_refused(corpus: Corpus, row: Row) -> None:
    """What is as true as before, or newly recorded and in order, gives no problem."""
    problems, _line = corpus.found(row)
    assert problems == []


@pytest.mark.parametrize("spoilt", SPOILT, ids=lambda spoilt: spoilt.how)
def test_a_spoilt_file_is_said_once(corpus: Corpus, spoilt: Spoilt) -> None:
    """A file that is no text of the register is one message, at the place where it stops being one."""
    problems = corpus.problems_of_bytes({spoilt.file: spoilt.change(corpus.texts[spoilt.file])})
    places = [(problem.rule, problem.place.file, problem.place.line) for problem in problems]
    line = spoilt.line or corpus.texts[spoilt.file].count("\n") + 1
    rules = spoilt.rule.split(" or ")
    assert [(rule in rules, *place) for rule, *place in places] == [(True, f"data/{spoilt.file}", line)]


@pytest.mark.parametrize("file", [HAITI, BODIES, "measures/haiti.yaml"])
@pytest.mark.parametrize(("how", "change"), UNHARMED, ids=lambda value: value if isinstance(value, str) else "")
def test_what_an_editor_does_to_every_file_is_read(
    corpus: Corpus, file: str, how: str, change: Callable[[str], bytes]
) -> None:
    """A file means the same with either kind of line ends, and with or without what marks its encoding."""
    assert corpus.problems_of_bytes({file: change(corpus.texts[file])}) == [], how
