"""Single slips in the real files are found, each by its rule at its line; harmless edits are not."""

import pytest

from tests.conftest import DATA
from tests.corpus import ROWS, Corpus, Row, everything, rows

pytestmark = pytest.mark.data

TABLES = sorted(path.name for path in ROWS.glob("*.tsv") if path.name != "harmless.tsv")
SLIPS = list(everything(TABLES))
HARMLESS = rows("harmless.tsv")


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    """The real register, read once."""
    return Corpus(DATA)


def test_the_corpus_covers_every_file_and_hundreds_of_slips(corpus: Corpus) -> None:
    """Every kind of file is in it, no slip stands twice, and no rule answers for most of it."""
    assert len(SLIPS) == len(set(SLIPS)) >= 250
    assert len(HARMLESS) >= 30
    kinds = {name.partition("/")[0] for name in corpus.texts} - {"register.yaml"}
    assert {row.file.partition("/")[0] for row in SLIPS} == kinds
    assert len({row.rule for row in SLIPS}) >= 50


def test_the_register_is_in_order(corpus: Corpus) -> None:
    """What a slip changes is all that is wrong with the files."""
    assert corpus.problems_before == []


@pytest.mark.parametrize("row", SLIPS, ids=lambda row: f"{row.file}:{row.within}:{row.rule}")
def test_a_slip_is_found_by_its_rule_at_its_line(corpus: Corpus, row: Row) -> None:
    """The rule that is meant finds it, in the file and at the line where it was made."""
    problems, line = corpus.found(row)
    places = [problem.place for problem in problems if problem.rule == row.rule]
    assert f"data/{row.file}" in {place.file for place in places}
    if row.below is not None:
        assert (f"data/{row.file}", line + row.below) in {(place.file, place.line) for place in places}


@pytest.mark.parametrize("row", HARMLESS, ids=lambda row: f"{row.file}:{row.within}")
def test_a_harmless_edit_is_not_refused(corpus: Corpus, row: Row) -> None:
    """What is as true as before, or newly recorded and in order, gives no problem."""
    problems, _line = corpus.found(row)
    assert problems == []
