"""What is not on record: authorities that were asked for, questionnaires, returns, and bodies' commitments."""

from datetime import date
from textwrap import dedent

import pytest

from tests import rulebook
from tests.commitments import examplia_of, files, register_of
from tests.registers import ALPHA, reader, scope, together
from toc_treaties.document import Remark, Table, text_of
from toc_treaties.model.register import Register
from toc_treaties.pages import authorities as authorities_report
from toc_treaties.pages import due as report
from toc_treaties.questions.authorities import authorities
from toc_treaties.questions.due import Due, Dues, due
from toc_treaties.questions.scope import Scope
from toc_treaties.store.load import load
from toc_treaties.words.language import ENGLISH
from toc_treaties.writers import plain

DAY = date(2026, 11, 26)
HELD = """
    designations:
      - role: national-authority
        institution: Ministry of Harbours
        since: 2022
        until: {until}
        source: gazette-2012
"""


def of_examplia(register: Register) -> Scope:
    """What an answer about Examplia alone covers."""
    return scope(register, DAY, [examplia_of(register)])


def dues(register: Register, day: str, what: str | None = None) -> tuple[Due, ...]:
    """What Examplia owes on a day, or one sort of it."""
    answer = due(register, of_examplia(register), date.fromisoformat(day))
    (one,) = answer.states
    return tuple(each for each in one.dues if what in {None, each.what})


def abouts(register: Register, day: str, what: str) -> list[str]:
    """What it owes, by name."""
    return [one.about for one in dues(register, day, what)]


def test_two_authorities_are_asked_for() -> None:
    """A National Authority and a National Point of Contact are due until one is on record, under their paragraphs."""
    found = {
        day: [(one.about, one.commitment.id) for one in dues(register_of(frozen=True), day) if one.commitment]
        for day in ("2021-11-10", "2021-11-11")
    }
    assert found == {
        "2021-11-10": [],
        "2021-11-11": [("national-authority", "strategy-5a"), ("national-point-of-contact", "strategy-5b")],
    }


def test_a_designation_is_due_again_when_it_has_lapsed() -> None:
    """From its first day to the day before its end a designation is on record; then it is due, and named as lapsed."""
    register = register_of(HELD.format(until="2025-06-01"), frozen=True)
    expected = {"2021-12-31": True, "2022-01-01": False, "2025-05-31": False, "2025-06-01": True}
    assert {day: "national-authority" in abouts(register, day, "designation") for day in expected} == expected
    lapsed = dues(register, "2025-06-01", "designation")[0].lapsed
    assert lapsed is not None
    assert lapsed.institution == "Ministry of Harbours"


@pytest.mark.parametrize("until", ["2025", "2025-06", "2025-06-01"])
def test_an_end_that_is_not_certain_is_none_yet(until: str) -> None:
    """Both questions agree on the day from which a designation is no longer held."""
    register = register_of(HELD.format(until=until), frozen=True)
    for month in range(1, 13):
        day = date(2025, month, 15)
        (one,) = authorities(register, of_examplia(register), day).states
        held = next(role for role in one.roles if role.role == "national-authority")
        assert bool(held.designated) == ("national-authority" not in abouts(register, day.isoformat(), "designation"))
        assert bool(held.designated) != bool(held.lapsed)


RETURNS = """
    returns:
      2024:
        submitted: 2025-03-01
        figures:
          coop-mla: 0
"""


def test_a_return_is_due_at_a_meeting_that_was_held() -> None:
    """The draft asks for the year before each meeting: of 2023 alone at RANDOT IV, held in April 2024, until given."""
    register = register_of(RETURNS, frozen=True)
    for day, years in {"2024-04-29": [], "2024-04-30": ["2023"], "2026-11-26": ["2023"]}.items():
        assert abouts(register, day, "return") == years
    meetings = {one.meeting.id for one in dues(register, "2026-11-26", "return") if one.meeting}
    assert meetings == {"randot-iv"}


FIFTH = """
    randot-v:
      name: {en: Fifth, es: Quinta, pt: Quinta, fr: Cinquième}
      series: randot
      from: 2025-10-06
      source: gazette-2012
"""


def test_each_meeting_asks_for_the_year_before_it() -> None:
    """At a later meeting the year before that is due as well, unless it was given; no meeting, no year."""
    register = register_of(RETURNS, frozen=True, meetings=FIFTH)
    assert abouts(register, "2025-10-06", "return") == []
    bare = register_of(frozen=True, meetings=FIFTH)
    assert abouts(bare, "2025-10-05", "return") == []
    assert abouts(bare, "2025-10-06", "return") == ["2024"]


@pytest.mark.parametrize(("held", "asked"), [("2023-09", []), ("2023-10", ["2022"]), ("2023-09-14", ["2022"])])
def test_a_meeting_that_may_have_been_before_the_text_asks_for_nothing(held: str, asked: list[str]) -> None:
    """The draft is of 14 September 2023: a meeting of that month may have come before it, one of that day did not."""
    bare = register_of(frozen=True, meetings=FIFTH.replace("2025-10-06", held))
    assert abouts(bare, "2026-11-26", "return") == asked


def test_what_a_draft_asks_for_is_said_to_be_a_drafts() -> None:
    """The page says that returns are asked for by a text that was not seen adopted, and sets them no day."""
    register = register_of(frozen=True)
    answer = due(register, of_examplia(register), DAY)
    assert "RANDOT IV (draft): a text that was not seen adopted." in remarks(answer)
    assert {one.by for one in answer.states[0].dues if one.what == "return"} == {None}
    asked_before = due(register, of_examplia(register), date(2024, 4, 29))
    assert not any("not seen adopted" in text for text in remarks(asked_before))


def remarks(answer: Dues) -> list[str]:
    """The sentences at the foot of the page."""
    return [text_of(block.line) for block in report.page(answer, ENGLISH).blocks if isinstance(block, Remark)]


def table(answer: Dues, key: str) -> list[list[str]]:
    """A table of the page: its cells, each with the lines below it."""
    tables = [block for block in report.page(answer, ENGLISH).blocks if isinstance(block, Table) and block.key == key]
    rows = [row for block in tables for section in block.sections for row in section.rows]
    return [["; ".join([cell.text, *map(text_of, cell.below)]) for cell in row] for row in rows]


PARTY = "treaties:\n  alpha:\n    - {ratification: 2005-01-01, source: seen}"
NAMES_ONE = 'designations:\n  - {instrument: alpha, article: "5", institution: Ministry, source: seen'


def parties(**special: str) -> Register:
    """Six states that are party to Alpha, which asks for an authority under article 5; some lines of one's own."""
    asks = ALPHA + '      designations:\n        - {article: "5", what: central authority, due: true}\n'
    states = {f"XX{letter}": f"{PARTY}\n{special.get(letter, '')}" for letter in "ABCDEF"}
    return together(states, instruments=asks)


def of_alpha(register: Register) -> Dues:
    """What Alpha asks and is not on record."""
    return due(register, scope(register, DAY)._replace(instruments_named=True), DAY)


def test_what_nearly_all_lack_is_said_once() -> None:
    """What five of six lack stands above with the sixth as its exception, and is repeated on no state's line."""
    register = parties(B=NAMES_ONE + "}")
    answer = of_alpha(register)
    assert table(answer, "shared") == [["Short 5", "central authority; except Xxb"]]
    assert table(answer, "states") == []


def test_what_fewer_lack_stands_on_the_line_of_each() -> None:
    """Where more than one in five is an exception, each state of which it is not on record has its own line."""
    register = parties(B=NAMES_ONE + "}", C=NAMES_ONE + "}")
    answer = of_alpha(register)
    assert table(answer, "shared") == []
    assert table(answer, "states") == [[f"Xx{letter}", "Short 5"] for letter in "adef"]


def test_of_one_state_nothing_is_said_to_be_shared() -> None:
    """A page of one state names what it lacks on its own line, and of several what each of two lacks above."""
    register = parties()
    for many, shared in ((1, 0), (2, 1)):
        of_some = scope(register, DAY, [*register.states.values()][:many])._replace(instruments_named=True)
        answer = due(register, of_some, DAY)
        assert (len(answer.shared), [len(entry.own) for entry in answer.states]) == (shared, [1 - shared] * many)


def test_what_lapsed_is_said_of_its_state() -> None:
    """A designation that has ended is named with its state, whatever all others lack."""
    register = parties(B=NAMES_ONE + ", until: 2020-01-01}")
    answer = of_alpha(register)
    assert table(answer, "shared") == [["Short 5", "central authority; except Xxb"]]
    assert table(answer, "states") == [["Xxb", "Short 5 (lapsed: Ministry) [seen]"]]


def test_of_some_instruments_only_what_they_ask_is_listed() -> None:
    """Limited to a treaty the page names neither roles nor returns nor bodies."""
    register = register_of(frozen=True)
    every = due(register, scope(register, DAY), DAY)
    few = due(register, scope(register, DAY)._replace(instruments_named=True), DAY)
    assert {each.what for entry in every.states for each in entry.dues} == {"designation", "return"}
    assert all(each.asked_by for entry in few.states for each in entry.dues)
    assert (bool(every.bodies), few.bodies) == (True, ())


DUTIES = """
    harbour:
      designations:
        - {article: "18(13)", what: central authority, due: true}
        - {article: "5(3)", what: that its law requires a group, due: true, condition: a party whose law requires it}
        - {article: "35", what: point of contact, due: false}
        - {article: "20", what: liaison officers, due: false, may: true}
"""
MEETS = """
    conditions:
      - {instrument: harbour, article: "5(3)", since: 2010-05, source: list-2020}
"""


def register_with_duties(examplia: str = "") -> Register:
    """A register in which the Harbour Convention, in force for Examplia from 19 May 2005, has every sort of duty."""
    instruments = rulebook.overlaid(rulebook.base()["instruments.yaml"].decode(), dedent(DUTIES).lstrip("\n"))
    return register_of(examplia, instruments=instruments)


def articles(register: Register, day: str) -> list[str | None]:
    """The articles under which something is due of Examplia and not on record."""
    return [one.article for one in dues(register, day) if one.asked_by]


def test_only_what_a_party_shall_notify_is_due() -> None:
    """To designate or identify alone, and what an article leaves to each party, is never due; before force, nothing."""
    register = register_with_duties()
    assert articles(register, "2005-05-18") == []
    assert articles(register, "2005-05-19") == ["18(13)"]


def test_a_conditional_duty_is_due_where_its_condition_is_known_to_be_met() -> None:
    """Until a source shows that the state meets the condition, nothing on record is no omission."""
    register = register_with_duties(MEETS)
    assert articles(register, "2010-05-30") == ["18(13)"]
    assert articles(register, "2010-05-31") == ["18(13)", "5(3)"]


def test_what_is_allowed_is_listed_where_something_is_on_record() -> None:
    """An article that says may is shown where a state used it, and otherwise not."""
    used = """
        designations:
          - {instrument: harbour, article: "20", institution: Ministry of Harbours, source: list-2020}
    """
    for text, listed in (("", ["18(13)", "5(3)", "35"]), (used, ["18(13)", "5(3)", "35", "20"])):
        register = register_with_duties(text)
        (one,) = authorities(register, of_examplia(register), DAY).states
        assert [owed.due.article for owed in one.owed] == listed
        assert articles(register, "2026-11-21") == ["18(13)"]


@pytest.mark.data
@pytest.mark.parametrize("day", [date(2003, 10, 1), date(2012, 6, 1), date(2026, 11, 26)])
def test_due_and_authorities_agree_for_every_state(register: Register, day: date) -> None:
    """What is due in one is due in the other, for all states, members or not."""
    of_due = {
        one.state.iso3: [(each.asked_by.id, each.article) for each in one.dues if each.asked_by]
        for one in due(register, scope(register, day), day).states
    }
    listed = authorities(register, scope(register, day), day)
    of_authorities = {
        one.state.iso3: [
            (each.instrument.id, each.due.article) for each in one.owed if each.is_due and not each.on_record
        ]
        for one in listed.states
    }
    assert of_due == of_authorities
    assert of_due["NIC"] or day.year < 2010


@pytest.mark.data
def test_canada_owes_what_its_treaties_ask(register: Register) -> None:
    """Canada has named its authorities under Budapest; the Nassau Convention's is not on record, and due."""
    (one,) = due(register, scope(register, DAY, [register.states["canada"]]), DAY).states
    found = {(each.asked_by.id, each.article) for each in one.dues if each.asked_by}
    assert {("mla", "3"), ("untoc", "18(14)"), ("narcotics-1961", "18(1)(b)"), ("trafficking-1988", "5(4)(e)")} <= found
    assert not {("budapest", "24(7)"), ("budapest", "27(2)"), ("budapest", "35"), ("untoc", "18(13)")} & found
    assert not {("untoc", "5(3)"), ("untoc", "16(5)(a)"), ("iacac", "X"), ("mla", "38"), ("firearms", "13(2)")} & found


DUE = {
    "untoc": ["6(2)(d)", "13(5)", "18(13)", "18(14)", "31(6)"],
    "smuggling": ["8(6)"],
    "narcotics-1961": ["18(1)(b)", "18(1)(d)"],
    "psychotropics-1971": ["16(2)"],
    "trafficking-1988": ["5(4)(e)", "7(8)", "7(9)", "17(7)"],
    "uncac": ["6(3)", "23(2)(d)", "46(13)", "46(14)", "55(5)"],
    "mla": ["3"],
    "preventive-measures": ["13(2)"],
    "minors": ["5"],
    "budapest": ["24(7)", "27(2)"],
    "maritime": ["7(2)", "9(5)", "12(2)", "12(5)", "13(7)"],
}
CONDITIONAL = {
    "untoc": ["5(3)", "16(5)(a)"],
    "uncac": ["44(6)(a)"],
    "iacac": ["X"],
    "mla": ["38"],
    "mla-protocol": ["3(8)"],
}
NOT_DUE = {
    "firearms": ["13(2)"],
    "psychotropics-1971": ["6"],
    "cifta": ["XIV(2)"],
    "budapest": ["35"],
    "maritime": ["1(c)"],
    "minamata": ["17(4)"],
}
ALLOWED = {"cifta": ["XVII"], "iacac": ["XVIII"], "maritime": ["15", "16(2)", "16(3)"]}


@pytest.mark.data
def test_what_each_treaty_asks(register: Register) -> None:
    """Shall notify is due, of all or on a condition; designate, identify, desirable and may are not."""

    def of(due: bool, conditional: bool, may: bool) -> dict[str, list[str]]:
        found = {
            id: [
                one.article
                for one in instrument.designations
                if (one.due, one.condition is not None, one.may) == (due, conditional, may)
            ]
            for id, instrument in register.instruments.items()
        }
        return {id: articles for id, articles in found.items() if articles}

    assert of(True, False, False) == DUE
    assert of(True, True, False) == CONDITIONAL
    assert of(False, False, False) == NOT_DUE
    assert of(False, False, True) == ALLOWED


QUESTIONNAIRES = """
    measures:
      - kind: questionnaire
        topics: [drills]
        title: Questionnaire on harbours
        due: 2012-03-01
        held: 2012-04-15
        status: held
        source: exa-form-2012
      - kind: questionnaire
        topics: [drills]
        title: Questionnaire on ships
        due: 2013-02
        status: draft
        source: exa-form-2012
    sources:
      exa-form-2012: {kind: official, title: F, publisher: P, url: "https://f.example/", as_of: 2012-06-01}
"""


def test_a_questionnaire_is_due_until_it_was_given() -> None:
    """A questionnaire is named with its day, and no longer from the day on which it was given."""
    register = register_of(measures=QUESTIONNAIRES)
    ships = ("Questionnaire on ships", date(2013, 2, 28))
    harbours = ("Questionnaire on harbours", date(2012, 3, 1))
    found = {day: dues(register, day, "questionnaire") for day in ("2012-04-14", "2012-04-15")}
    assert {day: [(one.about, one.by) for one in each] for day, each in found.items()} == {
        "2012-04-14": [harbours, ships],
        "2012-04-15": [ships],
    }


def test_due_reads_the_measures_of_those_who_are_asked_something_alone() -> None:
    """A state whose file names no day on which something is due costs the question nothing."""
    found = files(measures=QUESTIONNAIRES)
    register, _ = load(reader(found), ["examplia", "samplia"], also=("questionnaires",))
    assert [*register.measures] == ["examplia"]


BODIES = """
    harbour-office:
      name: {en: Harbour Office, es: Oficina de Puertos, pt: Escritório de Portos, fr: Bureau des ports}
      assessments:
        - commitment: plan-3
          status: started
          date: 2015-03-01
          basis: documented
          source: gazette-2012
"""


def test_a_body_is_named_with_what_is_not_recorded_of_it() -> None:
    """Bodies stand by their names with the commitments on which nothing is recorded, until something is."""
    register = register_of(bodies=BODIES)
    for day, listed in {"2015-02-28": [["Harbour Office", "Harbour Plan: 3"]], "2015-03-01": []}.items():
        assert table(due(register, scope(register, DAY), date.fromisoformat(day)), "bodies") == listed


def test_a_body_is_asked_for_nothing_before_the_text_exists() -> None:
    """A paragraph on which nothing is recorded of a body is listed from the day of its document."""
    register = register_of(frozen=True)
    for day, named in {date(2021, 11, 10): False, date(2021, 11, 11): True}.items():
        answer = due(register, scope(register, day), day)
        assert any("Hemispheric Strategy: " in row[1] for row in table(answer, "bodies")) is named


def test_the_page_says_that_more_may_have_been_given() -> None:
    """What is not on record may have been given and not be seen: no word says that a state is late."""
    register = register_of(frozen=True)
    page = report.page(due(register, scope(register, DAY), DAY), ENGLISH)
    text = plain.write(page, 200)
    assert "not on record here; it may have been given and not be seen" in text
    assert not any(word in text for word in ("late", "overdue", "failed", "missing"))


ROLES = """
    designations:
      - role: national-authority
        institution: Ministry of Harbours
        local: Ministerio de Puertos
        since: 2022
        notified: 2022-05-01
        until: 2024
        source: gazette-2012
      - role: national-authority
        institution: Ministry of Justice
        since: 2025
        source: gazette-2012
      - role: extradition-authority
        institution: Office of the Attorney General
        source: gazette-2012
"""


def roles_on(day: str) -> dict[str, str]:
    """The roles of Examplia's page on a day."""
    register = register_of(ROLES)
    answer = authorities(register, of_examplia(register), date.fromisoformat(day))
    _, roles, *_ = authorities_report.page(answer, ENGLISH).blocks
    assert isinstance(roles, Table)
    return {role.text: held.text for role, held in roles.sections[0].rows}


def test_the_roles_stand_above_the_articles() -> None:
    """Who holds a role stands with since when, its own name and source; what is asked for and not seen says so."""
    assert roles_on("2023-01-01") == {
        "National Authority": (
            "Ministry of Harbours (Ministerio de Puertos), since 2022, notified 1 May 2022 [gazette-2012]"
        ),
        "National Point of Contact": "nothing on record",
        "authority for extradition": "Office of the Attorney General [gazette-2012]",
    }


def test_a_role_that_ended_is_shown_as_lapsed() -> None:
    """After its end a holder stands as lapsed, with its days, alone or behind the one that followed."""
    held = "Ministry of Harbours (Ministerio de Puertos), since 2022, notified 1 May 2022"
    lapsed = f"lapsed: {held}, until 2024 [gazette-2012]"
    assert roles_on("2024-12-31")["National Authority"] == lapsed
    assert roles_on("2026-01-01")["National Authority"] == f"Ministry of Justice, since 2025 [gazette-2012]; {lapsed}"


PERSONAL = {
    "a name": ("institution: Ms Ana Example", "institution", "a person's name"),
    "a name alone": ("institution: Ana María Pérez", "institution", "what reads as a person's name"),
    "an address": ("institution: Ministry of Justice, justice@examplia.example", "institution", "an e-mail address"),
    "a telephone": ("institution: Ministry of Justice, +1 202 555 0143", "institution", "a telephone number"),
    "a note": ("institution: Ministry of Justice\n        note: ask for Mr Example", "note", "a person's name"),
    "its own language": ("institution: Ministry of Justice\n        local: Sr. Pérez", "local", "a person's name"),
    "a local address": ("institution: Ministry of Justice\n        local: mj@examplia.example", "local", "an e-mail"),
}


@pytest.mark.parametrize("what", list(PERSONAL))
def test_personal_data_in_a_role_is_found_with_its_place(what: str) -> None:
    """A person, an address or a number in any text of a designation is a warning at that text."""
    text, field, says = PERSONAL[what]
    found = files(
        f"\n    designations:\n      - role: national-authority\n        {text}\n        source: gazette-2012\n"
    )
    (problem,) = rulebook.problems_of(found)
    assert (problem.rule, problem.message.startswith(says)) == ("personal-data", True)
    line = found["states/examplia.yaml"].decode().splitlines()[problem.place.line - 1]
    assert line[: problem.place.column - 1].endswith(f"{field}: ")
