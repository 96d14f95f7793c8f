"""What readers may choose of a matrix: every row and cell answers to the choices that it has, and to no other."""

import re
from datetime import date

import pytest

from tests.answers import AS_OF, REGISTER
from tests.sites import edition_of
from tests.test_injection import UNSEEN, attacked, framed, unseen_in
from toc_treaties.document.frame import Sifted
from toc_treaties.law.membership import is_member
from toc_treaties.model.register import Register
from toc_treaties.model.state import State
from toc_treaties.pages import table as pages
from toc_treaties.pages.standings import symbol_code
from toc_treaties.questions.scope import Scope
from toc_treaties.questions.table import RatificationTable, table
from toc_treaties.site.sifting import of_table
from toc_treaties.words.language import ENGLISH
from toc_treaties.words.measures import SIGN
from toc_treaties.words.phrases import SYMBOL
from toc_treaties.writers import site
from toc_treaties.writers.sifting import GROUPS, LISTS, REGIONS, SIGNS, SiftedLine, rules, sifted_matrix
from toc_treaties.writers.site import assets

DAY = date.fromisoformat(AS_OF)


@pytest.fixture(scope="module")
def answer() -> RatificationTable:
    """The matrix of the small register."""
    register: Register = edition_of(REGISTER, AS_OF).register
    scope = Scope(DAY, tuple(register.states.values()), tuple(register.instruments.values()))
    return table(register, scope, DAY)


@pytest.fixture(scope="module")
def sifted(answer: RatificationTable) -> Sifted:
    """What is chosen of it."""
    return of_table(answer, ENGLISH, pages.page(answer, ENGLISH))


def _lines(answer: RatificationTable, sifted: Sifted) -> list[tuple[State, SiftedLine]]:
    """Each state with its line."""
    matrix = sifted_matrix(pages.page(answer, ENGLISH), sifted)
    by_name = {line.name.text: line for section in matrix.sections for line in section.lines}
    names = {name: row.cells.split("/")[2] for name, row in sifted.rows.items()}
    states = {row.state.slug: row.state for row in answer.rows}
    return [(states[names[name]], line) for name, line in by_name.items()]


def test_a_row_answers_to_the_groupings_of_which_its_state_is_a_member_on_the_day(
    answer: RatificationTable, sifted: Sifted
) -> None:
    """A choice of members shows these, as `table --group` does."""
    groups = sifted.rows_by[0].choices
    assert len(groups) > 1
    for state, line in _lines(answer, sifted):
        held = {groups[int(name[1:])].key for name in line.classes.split() if name.startswith("g")}
        assert held == {group.key for group in groups[1:] if is_member(state, group.key, DAY)}


def test_a_cell_answers_to_its_sign_and_leads_to_what_is_recorded_of_it(
    answer: RatificationTable, sifted: Sifted
) -> None:
    """The standing that is chosen is that of the law, and the cell of an instrument leads to its part of the record."""
    standings = {row.state.slug: row.standings for row in answer.rows}
    signs = sifted.signs_by.choices
    for state, line in _lines(answer, sifted):
        assert line.row.cells == f"en/states/{state.slug}/record/index.html"
        for instrument, held, cell in zip(answer.scope.instruments, standings[state.slug], line.cells, strict=True):
            chosen = re.search(r"\bn(\d+)", cell.classes)
            assert chosen is not None
            assert (cell.anchor, signs[int(chosen[1])].key) == (instrument.id, symbol_code(held))


def test_what_cannot_be_seen_of_a_matrix_is_shown(answer: RatificationTable, sifted: Sifted) -> None:
    """Names, cells and heads are made visible as all other texts of a page are, and rows are found all the same."""

    def hiding(text: str) -> str:
        return text + UNSEEN

    rows = {hiding(name): row._replace(short=hiding(row.short)) for name, row in sifted.rows.items()}
    lists = {hiding(key): number for key, number in sifted.lists.items()}
    hidden = sifted._replace(rows=rows, lists=lists, days=attacked(sifted.days, hiding))
    page = attacked(pages.page(answer, ENGLISH), hiding)
    written = site.write(page, framed(str)._replace(sifted=hidden))
    assert unseen_in(written) == set()
    for state in answer.scope.states[:3]:
        assert written.count(f"{state.iso3}<U+001B>".replace("<", "&lt;").replace(">", "&gt;")) == len(("row", "tile"))


def test_the_styles_know_as_many_choices_as_there_are(sifted: Sifted) -> None:
    """A choice without a style would show what does not answer to it."""
    groups, regions = sifted.rows_by
    assert len(groups.choices) <= GROUPS
    assert len(regions.choices) <= REGIONS
    assert len(SYMBOL) < SIGNS
    assert len(SIGN) < SIGNS
    assert sifted.lists_by is not None
    assert len(sifted.lists_by.choices) <= LISTS
    for key, most in (("group", GROUPS), ("subregion", REGIONS), ("standing", SIGNS), ("list", LISTS)):
        assert all(f"#{key}{n}:checked" in rules() for n in range(1, most))


def test_the_typeface_draws_every_sign() -> None:
    """Signs come from one face, so that they are of one size; those that it lacks are letters of the other."""
    styles = dict(assets())["assets/site.css"].decode()
    ranges = re.search(r"unicode-range: ([^;]+);", styles)
    assert ranges is not None
    spans = [part.strip()[2:].split("-") for part in ranges[1].split(",")]
    drawn = {code for span in spans for code in range(int(span[0], 16), int(span[-1], 16) + 1)}
    letters = set("·¿?–")
    signs = {*SYMBOL.values(), *SIGN.values(), "☑", "☐"}
    assert {sign for sign in signs if ord(sign) not in drawn} <= letters
    assert all(len(content) < 60_000 for name, content in assets() if name.endswith("woff2"))
