"""What a party designates or notifies under each article, and what is on record of it."""

from collections.abc import Callable
from datetime import date

import pytest

from tests.registers import Tiny, scope, state_of, together
from toc_treaties.document import Table
from toc_treaties.law.dossier import dossier
from toc_treaties.law.outcome import StandingKind
from toc_treaties.law.standing import standing
from toc_treaties.model.register import Register
from toc_treaties.pages.authorities import overview_page
from toc_treaties.questions.authorities import authorities
from toc_treaties.questions.duties import DesignationOwed
from toc_treaties.words.language import ENGLISH
from toc_treaties.writers import plain

Make = Callable[..., Tiny]
DAY = date(2026, 11, 21)

TREATY = """
    alpha:
      in_force: 2002-01-01
      later_parties: {days: 30}
      exit: {word: denunciation, years: 1}
      designations:
        - {article: "18(13)", what: central authority, due: true}
        - {article: "18", what: languages, due: false}
    beta:
      in_force: 2002-01-01
      later_parties: {days: 30}
"""
PARTY = "alpha:\n  - {ratification: 2003-05-01, source: seen}\nbeta:\n  - {ratification: 2003-05-01, source: seen}"


def _owed(made: Tiny, day: str = "2026-11-21") -> tuple[DesignationOwed, ...]:
    answer = authorities(made.register, scope(made.register, DAY, [made.state]), date.fromisoformat(day))
    (one,) = answer.states
    return one.owed


def _named(*fields: str) -> str:
    lines = [f'- {{instrument: alpha, article: "18(13)", institution: {one}, source: seen}}' for one in fields]
    return "designations:\n  " + "\n  ".join(lines)


def test_a_party_owes_what_the_articles_ask(tiny: Make) -> None:
    """Each article that asks for or allows a designation is listed once, under the instruments that have any."""
    owed = _owed(tiny(PARTY, instruments=TREATY))
    assert [(one.instrument.id, one.due.article, one.due.due) for one in owed] == [
        ("alpha", "18(13)", True),
        ("alpha", "18", False),
    ]
    assert {one.since for one in owed} == {date(2003, 5, 31)}
    assert not any(one.on_record for one in owed)


@pytest.mark.parametrize(
    ("day", "owes"), [("2003-05-30", False), ("2003-05-31", True), ("2011-01-30", True), ("2011-01-31", False)]
)
def test_only_a_party_owes(tiny: Make, day: str, owes: bool) -> None:
    """A contracting state owes nothing yet; one that is leaving owes until the day, and nothing after it."""
    left = PARTY.replace("\nbeta", "\n  - {denunciation: 2010-01-31, source: seen}\nbeta")
    assert bool(_owed(tiny(left, instruments=TREATY), day)) is owes


def test_a_designation_is_on_record_until_it_lapses(tiny: Make) -> None:
    """An institution counts from its day; from the first day on which it no longer holds it is shown as lapsed."""
    made = tiny(PARTY, instruments=TREATY, state=_named("Ministry of Justice, since: 2006-05-01, until: 2019-03-01"))
    found = {day: _owed(made, day)[0] for day in ("2006-04-30", "2006-05-01", "2019-02-28", "2019-03-01")}
    assert [len(one.designated) for one in found.values()] == [0, 1, 1, 0]
    assert [len(one.lapsed) for one in found.values()] == [0, 0, 0, 1]
    assert [one.on_record for one in found.values()] == [False, True, True, False]


def test_a_successor_stands_beside_what_lapsed(tiny: Make) -> None:
    """Where a new institution followed, it is on record and the former one lapsed."""
    state = _named("Ministry of Justice, until: 2019-03-01", "Office of the Attorney-General, since: 2019-03-01")
    first, second = _owed(tiny(PARTY, instruments=TREATY, state=state))
    assert [one.institution for one in first.designated] == ["Office of the Attorney-General"]
    assert [one.institution for one in first.lapsed] == ["Ministry of Justice"]
    assert (second.designated, second.lapsed) == ((), ())


@pytest.mark.parametrize(
    ("statement", "answers"),
    [
        ('notification: the Ministry of Justice, articles: ["18(13)"]', ["18(13)", "18"]),
        ('notification: not seen, articles: ["18(13)"]', ["18(13)", "18"]),
        ('notification: in English, articles: ["18(14)"]', ["18"]),
        ('notification: in English, articles: ["16(5)"]', []),
        ("notification: not seen", []),
        ('notification: the Ministry of Justice, articles: ["18(13)"], withdrawn: 2020-01-01', []),
    ],
)
def test_a_notification_answers_its_article(tiny: Make, statement: str, answers: list[str]) -> None:
    """What a state notified under an article, or a part of it, is on record there while it stands, seen or not."""
    entry = f"{{ratification: 2003-05-01, source: seen, statements: [{{{statement}, source: seen}}]}}"
    owed = _owed(tiny(f"alpha:\n  - {entry}\nbeta: []", instruments=TREATY))
    assert [one.due.article for one in owed if one.on_record] == answers


def articles_of(register: Register, *, named: bool = False) -> dict[str, list[list[str]]]:
    """The page of all states: under each instrument, its articles, what they ask and of whom it is on record."""
    answer = authorities(register, scope(register, DAY)._replace(instruments_named=named), DAY)
    tables = [block for block in overview_page(answer, ENGLISH).blocks if isinstance(block, Table)]
    (found,) = (table for table in tables if table.key == "articles")
    return {section.heading: [[cell.text for cell in row] for row in section.rows] for section in found.sections}


def states(*named: str) -> Register:
    """Four states: three are party to Alpha, some with a designation under 18(13); the last is not."""
    made = dict(zip("ABC", named, strict=False))
    party = "treaties:\n  alpha:\n    - {ratification: 2003-05-01, source: seen}\n"
    texts = {f"XX{letter}": party + made.get(letter, "") for letter in "ABC"}
    return together(
        {**texts, "XXD": "treaties:\n  alpha:\n    - {none_seen: 2020-01-01, source: seen}"},
        instruments=TREATY.partition("    beta:")[0],
    )


def test_the_page_of_all_states_names_who_has_a_designation_on_record() -> None:
    """Under each article stand the states of which something is on record; of one, that it lapsed."""
    register = states(
        _named("Ministry of Justice"), _named("Office of Harbours, until: 2019-03-01"), _named("Court, since: 2027")
    )
    assert articles_of(register) == {
        "Short: in force for all but Xxd": [
            ["18(13)", "central authority", "Xxa, Xxb (lapsed)"],
            ["18", "languages", ""],
        ]
    }


def test_of_named_instruments_the_institutions_stand_beside() -> None:
    """Asked about an instrument, the page has each institution with its source, so that it can be written to."""
    register = states(_named("Ministry of Justice"), _named("Office of Harbours, since: 2010"))
    (rows,) = articles_of(register, named=True).values()
    assert rows[0][2] == "Xxa: Ministry of Justice [seen]; Xxb: Office of Harbours, since 2010 [seen]"


def test_the_fewer_are_named_of_those_for_which_an_instrument_is_in_force() -> None:
    """Where an instrument binds few of the states, those are named; where it binds all, none."""
    register = states()
    answer = authorities(register, scope(register, DAY, list(register.states.values())[2:]), DAY)
    (found,) = answer.by_instrument
    assert [state.iso3 for state in found.parties] == ["XXC"]
    page = plain.write(overview_page(answer, ENGLISH), 80)
    assert "Short: in force for Xxc" in page


@pytest.mark.data
def test_each_state_owes_under_what_binds_it(register: Register) -> None:
    """Every state's list holds the articles of exactly the instruments in force for it on the day."""
    states = register.states.values()
    answer = authorities(register, scope(register, DAY), DAY)
    assert [one.state for one in answer.states] == list(states)
    for one in answer.states:
        binding = [
            (instrument.id, due.article)
            for instrument in register.instruments.values()
            if standing(dossier(register, one.state, instrument), DAY).name is StandingKind.PARTY
            for due in instrument.designations
            if not due.may
        ]
        assert [(owed.instrument.id, owed.due.article) for owed in one.owed if not owed.due.may] == binding


@pytest.mark.data
def test_canadas_point_of_contact(register: Register) -> None:
    """Canada declared its three authorities on ratifying the Budapest Convention, and owed none before."""
    budapest, canada = register.instruments["budapest"], state_of(register, "CAN")
    (one,) = authorities(register, scope(register, DAY, [canada], [budapest]), DAY).states
    assert [(owed.due.article, owed.on_record) for owed in one.owed] == [("24(7)", True), ("27(2)", True), ("35", True)]
    (earlier,) = authorities(register, scope(register, DAY, [canada], [budapest]), date(2015, 6, 30)).states
    assert earlier.owed == ()
