"""Measures of states by topic: each once, what nobody looked for said as such, and no state before another."""

from datetime import date, timedelta
from pathlib import Path
from shutil import copytree

import pytest

from tests.answers import REGISTER
from tests.console import toc
from tests.measures import TOPICS, held, measure, search
from tests.registers import scope, together
from toc_treaties.document import Document, Role, Table, spans_in
from toc_treaties.law.measures import Sign
from toc_treaties.model.measure import Measure, MeasureKind, StateMeasures
from toc_treaties.model.register import Register
from toc_treaties.pages import basis as basis_pages
from toc_treaties.pages import changes as changes_pages
from toc_treaties.pages import measures as pages
from toc_treaties.pages import profile as profile_pages
from toc_treaties.pages.measure_lines import on_record_text
from toc_treaties.questions.basis import basis
from toc_treaties.questions.changes import changes
from toc_treaties.questions.measure_changes import measure_changes
from toc_treaties.questions.measures import matrix, of_state, on_record, on_topic, serving
from toc_treaties.questions.profile import profile
from toc_treaties.records import basis as basis_records
from toc_treaties.records import changes as changes_records
from toc_treaties.records import measures as records
from toc_treaties.records import profile as profile_records
from toc_treaties.words.language import ENGLISH
from toc_treaties.writers import plain

DAY = date(2026, 11, 26)
EVE = timedelta(days=1)
NOBODY, MANY = (
    held(searched=(search("drugs", "2026-11-02"),)),
    held(
        measure("in-force", "gazette-2020", number="Law 1", adopted="2001", topics="drugs firearms"),
        measure("adopted", "press-2021", number="Law 2", adopted="2011-05"),
        measure("repealed", "gazette-2020", number="Law 3", adopted="2015", until="2018-01-01"),
        measure("draft", "gazette-2022", number="Bill 4", adopted="2022"),
        measure("adopted", "gazette-2024", number="Plan 5", kind="plan", adopted="2024", also=("p-2",)),
        measure("named", "press-2025", number="Law 6", adopted="2025"),
        measure("held", "list-2019", number="Course 7", kind="training", held="2019", topics="training"),
    ),
)


def register(**measures: StateMeasures) -> Register:
    """Three states, of which the measures are these."""
    states = dict.fromkeys(("XXA", "XXB", "XXC"), "treaties: {alpha: []}")
    return together(states)._replace(topics=TOPICS, measures={code.lower(): held for code, held in measures.items()})


WHOLE = register(XXA=NOBODY, XXB=MANY, XXC=held())


def text(page: Document) -> str:
    """A page as one line of words."""
    return " ".join(plain.write(page, 200).split())


def state_page(code: str, kind: MeasureKind | None = None, *, every: bool = False) -> str:
    """The page of one of the states."""
    answer = of_state(WHOLE, WHOLE.states[code.lower()], DAY, kind=kind)
    return text(pages.page(answer, ENGLISH, every=every))


def test_a_topic_shows_the_newest_law_that_gives_its_sign_and_how_many_more_stand() -> None:
    """A law in force goes before a newer one that was adopted, so that the line and the matrix say the same.

    Neither the bill, nor the repealed law, nor the one known by name alone goes before a law that stands.
    """
    answer = of_state(WHOLE, WHOLE.states["xxb"], DAY)
    drugs = answer.topics[0]
    assert drugs.shown is not None
    assert (drugs.shown.measure.number, drugs.more) == ("Law 1", 1)
    assert drugs.sign.sign is Sign.IN_FORCE
    assert "law of Law 1; in force, seen 2020; and 1 more [gazette-2020]" in state_page("XXB")
    for number in ("Law 3", "Bill 4", "Law 6", "Plan 5"):
        assert number not in state_page("XXB")


@pytest.mark.parametrize(
    ("title", "number", "page", "checklist"),
    [
        ("Act", "Law 9", "Act, Law 9", "Act, Law 9"),
        (
            "DNA Identification and Records Act",
            "S.C. 1998, c. 37, Part II",
            "DNA Identification and…, S.C. 1998, c. 37, Part II",
            "S.C. 1998, c. 37, Part II",
        ),
    ],
)
def test_a_title_is_never_cut_so_short_that_it_names_nothing(
    title: str, number: str, page: str, checklist: str
) -> None:
    """A page says which law it is in words, however long its number; in one line of a checklist its number does."""
    law = measure("in-force", "gazette-2020", title=title, number=number, adopted="2001", also=("p-1",))
    asked = register(XXB=held(law))
    answer = of_state(asked, asked.states["xxb"], DAY, kind=MeasureKind.LAW)
    assert f"{page}; in force" in text(pages.page(answer, ENGLISH))
    assert on_record_text(answer.standings, ENGLISH) == f"on record: {checklist}, 2001"


def test_a_bill_alone_stands_apart() -> None:
    """Where no law stands, a bill is shown as one, under its own heading."""
    one = register(XXA=held(measure("draft", "gazette-2022", number="Bill 4", adopted="2022")))
    page = text(pages.page(of_state(one, one.states["xxa"], DAY), ENGLISH))
    assert "Draft, expired or repealed Drugs law of Bill 4; draft, seen 2022" in page


def test_looked_for_and_nobody_looked_are_two_answers() -> None:
    """A search that found nothing is named with its day; where nobody looked, the page says that."""
    page = state_page("XXA")
    assert "Looked for, not found Drugs (2 Nov 2026)" in page
    assert "Nobody looked Firearms" in page
    assert "Training" not in page, "it does not call for law"


def test_every_measure_stands_once_under_its_first_topic() -> None:
    """The long page has each measure once, with a pointer from its other topics, and what was looked for."""
    page = state_page("XXB", every=True)
    for number in ("Law 1", "Law 2", "Law 3", "Bill 4", "Plan 5", "Law 6", "Course 7"):
        assert page.count(f"of {number} [") == 1
    assert "See also Law 1 (under Drugs)" in page
    assert "repealed 1 Jan 2018; adopted 2015" in page
    assert "laws; 2 Nov 2026; the gazette's site" in state_page("XXA", every=True)


def test_a_kind_narrows_the_page_and_the_signs() -> None:
    """Asked for plans, the page has plans alone, and a sign speaks of plans."""
    assert "law of" not in state_page("XXB", MeasureKind.PLAN)
    assert "Plan 5" in state_page("XXB", MeasureKind.PLAN)
    answer = matrix(WHOLE, scope(WHOLE, DAY), TOPICS.values(), DAY, kind=MeasureKind.PLAN)
    signs = {(state.iso3, topic.id): sign.sign for state, topic, sign in answer.cells}
    assert signs[("XXB", "drugs")] is Sign.ADOPTED
    assert signs[("XXA", "drugs")] is Sign.NOT_SEARCHED, "the search was for laws"


def test_every_page_says_that_a_record_is_no_assessment() -> None:
    """Nobody takes a law on record for a judgement on how it is carried out."""
    whole = scope(WHOLE, DAY)
    shown = (
        pages.page(of_state(WHOLE, WHOLE.states["xxb"], DAY), ENGLISH),
        pages.topic_page(on_topic(WHOLE, whole, TOPICS["drugs"], DAY), ENGLISH),
        pages.matrix_page(matrix(WHOLE, whole, TOPICS.values(), DAY), ENGLISH),
    )
    for page in shown:
        assert "What is on record is no assessment" in text(page)
        assert "complete" not in text(page)


@pytest.mark.parametrize("first", ["XXA", "XXB", "XXC"])
def test_no_page_orders_adds_up_or_colours_states_by_their_measures(first: str) -> None:
    """Whichever state has the most on record, states stand by name, without a number or a colour of their own."""
    others = {code: held() for code in ("XXA", "XXB", "XXC") if code != first}
    given = register(**{first: MANY, **others})
    shown = (
        pages.topic_page(on_topic(given, scope(given, DAY), TOPICS["drugs"], DAY), ENGLISH),
        pages.matrix_page(matrix(given, scope(given, DAY), TOPICS.values(), DAY), ENGLISH),
    )
    for page in shown:
        (table,) = (block for block in page.blocks if isinstance(block, Table))
        rows = [row for section in table.sections for row in section.rows]
        assert [row[0].text for row in rows] == ["Xxa", "Xxb", "Xxc"]
        assert {span.role for row in rows for cell in row for span in cell.line} <= {Role.PLAIN, Role.QUIET}
        assert not any(each.text.isdecimal() for row in rows for each in row)
    assert {span.role for span in spans_in(rows)} == {Role.PLAIN}, "no sign of the matrix is coloured"


def test_totals_are_of_topics_and_every_cell_has_one_of_the_five_signs() -> None:
    """The signs of a topic add up to the states asked about; no state has a sum."""
    answer = matrix(WHOLE, scope(WHOLE, DAY), TOPICS.values(), DAY)
    assert [sum(counts[index] for counts in answer.totals.values()) for index in range(3)] == [3, 3, 3]
    data = records.matrix_record(answer)
    assert {(cell["state"], cell["topic"]): cell["sign"] for cell in data["cells"]} == {
        ("XXA", "drugs"): "not_found", ("XXA", "firearms"): "not_searched", ("XXA", "training"): "not_searched",
        ("XXB", "drugs"): "in_force", ("XXB", "firearms"): "in_force", ("XXB", "training"): "not_searched",
        ("XXC", "drugs"): "not_searched", ("XXC", "firearms"): "not_searched", ("XXC", "training"): "not_searched",
    }  # fmt: skip


def test_a_measure_in_plain_data_has_its_fields_and_days_as_known() -> None:
    """A program finds the fields it was promised; a month stays a month, and what is not known is null."""
    data = records.record(of_state(WHOLE, WHOLE.states["xxb"], DAY))
    law = next(each for each in data["measures"] if each["number"] == "Law 2")
    promised = {
        "topics": ["drugs"], "kind": "law", "title": "law of Law 2", "title_english": None, "number": "Law 2",
        "provision": None, "date": "2011-05", "in_force": None, "until": None, "status": "adopted",
        "sources": ["press-2021"],
    }  # fmt: skip
    assert {field: law[field] for field in promised} == promised
    assert [each["status"] for each in data["measures"]] == [
        "named", "adopted", "draft", "held", "repealed", "adopted", "in_force",
    ]  # fmt: skip
    searched = records.record(of_state(WHOLE, WHOLE.states["xxa"], DAY))["searched"]
    assert searched == [
        {"topic": "drugs", "date": "2026-11-02", "where": "the gazette's site", "kind": "law", "note": None}
    ]


def test_what_stood_on_an_earlier_day_is_what_is_answered() -> None:
    """On a day before its repeal a law stands, and what was made later is not there."""
    data = records.record(of_state(WHOLE, WHOLE.states["xxb"], date(2016, 6, 1)))
    assert {each["number"]: each["status"] for each in data["measures"]} == {
        "Law 1": "adopted", "Law 2": "adopted", "Law 3": "adopted",
    }  # fmt: skip


def test_a_paragraph_is_served_through_topics_and_by_name() -> None:
    """A measure that names the paragraph goes before one of its topics; one known by name alone serves nothing."""
    found = on_record(WHOLE, WHOLE.states["xxb"], DAY)
    assert [each.measure.number for each in serving(WHOLE, found, {"p-2"})] == ["Plan 5", "Law 1"]
    numbers = [each.measure.number for each in serving(WHOLE, found, {"p-1"})]
    assert numbers == ["Plan 5", "Law 2", "Law 1", "Bill 4", "Law 3"]
    newer = measure("held", "list-2025", number="Visit 8", kind="review", held="2025")
    later = register(XXB=held(*MANY.measures, newer))
    numbers = [each.measure.number for each in serving(later, on_record(later, later.states["xxb"], DAY), {"p-1"})]
    assert numbers == ["Plan 5", "Law 2", "Law 1", "Visit 8", "Bill 4", "Law 3"], "in place before what took place"


def test_how_a_request_is_asked_for_names_the_law_in_force_and_the_authority() -> None:
    """Beside what binds two states stands the law of each on extradition, or that nobody looked, and who serves it."""
    topic = TOPICS["drugs"]._replace(id="extradition")
    laws = held(
        measure(
            "in-force", "gazette-2020", number="Act 1", adopted="1990", topics="extradition", provision={"": "s. 4"}
        ),
        measure("adopted", "gazette-2024", number="Act 2", adopted="2024", topics="extradition"),
    )
    named = "designations: [{role: extradition-authority, institution: Office, source: seen}]"
    states = {"XXA": f"treaties: {{alpha: []}}\n{named}", "XXB": "treaties: {alpha: []}"}
    given = together(states)._replace(topics={"extradition": topic}, measures={"xxa": laws})
    pair = given.states["xxa"], given.states["xxb"]
    answer = basis(given, *pair, DAY, ["extradition"])
    page = text(basis_pages.page(answer, ENGLISH))
    assert (
        "Xxa law of Act 1, s. 4; 1990; in force, seen 2020; and 1 more [gazette-2020] authority: Office [seen]" in page
    )
    assert "Xxb nobody looked authority: none on record" in page
    first, second = basis_records.record(answer)["asked_for"]
    assert [law["number"] for law in first["laws"]] == ["Act 1", "Act 2"]
    assert (second["sign"], second["laws"], second["authorities"]) == ("not_searched", [], [])
    unread = basis(given._replace(topics={}, measures={}), *pair, DAY, ["extradition"])
    assert "How it is asked for" not in text(basis_pages.page(unread, ENGLISH))


def test_the_changes_of_a_span_tell_what_was_done_at_home_apart() -> None:
    """What was made, came into force, was held or ended in the span has a line of its own; a name alone has none."""
    found = measure_changes(WHOLE, WHOLE.states.values(), date(2011, 1, 1), date(2019, 12, 31))
    assert [(change.when.text, change.event.value, change.standing.measure.number) for change in found] == [
        ("2011-05", "adopted", "Law 2"),
        ("2015", "adopted", "Law 3"),
        ("2018-01-01", "repealed", "Law 3"),
        ("2019", "held", "Course 7"),
    ]
    answer = changes(WHOLE, scope(WHOLE, DAY), date(2018, 1, 1), date(2018, 12, 31))
    page = text(changes_pages.page(answer, ENGLISH))
    assert "On record at home; a record is no assessment" in page
    assert "1 Jan 2018 Xxb repealed Law: law of Law 3 [gazette-2020]" in page
    assert "Of treaties and memberships nothing is recorded in this span" in page
    assert "Nothing is recorded in this span" not in page
    record = changes_records.record(answer)
    assert ([each["event"] for each in record["measures"]], record["changes"]) == (["repealed"], [])
    assert [line["event"] for line in changes_records.rows(answer)] == ["measure_repealed"]


SEEN = "gazette-2015-06-01"


@pytest.mark.parametrize(
    ("done", "events"),
    [
        (measure("in-force", SEEN, adopted="2010-05", in_force="2011-01-01"), "2010-05 adopted, 2011-01-01 in_force"),
        (measure("in-force", SEEN, published="2010-05", in_force="2010-05"), "2010-05 in_force"),
        (measure("in-force", SEEN, adopted="2010-05-05", published="2010-06-06"), "2010-05-05 adopted"),
        (measure("in-force", SEEN, published="2010-06-06"), "2010-06-06 adopted"),
        (measure("draft", SEEN, adopted="2014"), "2014 draft"),
        (measure("repealed", SEEN, adopted="2010", until="2012-02-02"), "2010 adopted, 2012-02-02 repealed"),
        (measure("in-force", SEEN, in_force="2010", until="2012-02-02"), "2010 in_force, 2012-02-02 expired"),
        (measure("in-force", SEEN, in_force="2010", until="2027-02-02"), "2010 in_force"),
        (measure("repealed", SEEN, adopted="2010"), "2010 adopted"),
        (measure("held", SEEN, kind="training", held="2013-03"), "2013-03 held"),
        (measure("named", SEEN, adopted="2010"), ""),
        (measure("in-force", SEEN), ""),
    ],
)
def test_each_day_of_a_measure_is_told_in_the_span_of_its_last_possible_day(done: Measure, events: str) -> None:
    """What was made, came into force, was held or ended: asked of the day itself it is told, and of no other day."""
    held_by = register(XXA=held(done))
    states = [held_by.states["xxa"]]
    found = measure_changes(held_by, states, date(2000, 1, 1), DAY)
    assert ", ".join(f"{change.when.text} {change.event}" for change in found) == events
    for change in found:
        last = change.when.latest
        around = [measure_changes(held_by, states, day, day) for day in (last - EVE, last, last + EVE)]
        assert [[each.event for each in told] for told in around] == [[], [change.event], []]


@pytest.mark.parametrize(
    "arguments",
    [("gaps", "haiti"), ("table",), ("changes", "--since", "2020"), ("commitments",)],
)
def test_questions_on_treaties_open_no_file_of_measures(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    """While a state's file of measures is broken, questions about treaties answer; measures are refused."""
    folder = copytree(REGISTER, tmp_path / "data")
    (folder / "measures" / "haiti.yaml").write_text("measures: [", "utf-8")
    assert toc(*arguments, "--data", "data", folder=tmp_path).code == 0
    refused = toc("measures", "haiti", "--data", "data", folder=tmp_path)
    assert (refused.code, "data/measures/haiti.yaml" in refused.err) == (3, True)


def test_a_profile_ends_in_what_was_done_at_home() -> None:
    """Who reads a state's profile finds its laws by topic behind its treaties, with their sources."""
    answer = profile(WHOLE, WHOLE.states["xxb"], DAY, WHOLE.instruments.values())
    page = text(profile_pages.page(answer, ENGLISH))
    assert (
        "At home, by topic Topic Laws on record Drugs law of Law 1; in force, seen 2020; and 1 more [gazette-2020]"
        in page
    )
    assert {each["title"] for each in profile_records.record(answer)["measures"]} >= {"law of Law 1", "plan of Plan 5"}
    unread = WHOLE._replace(topics={}, measures={})
    assert profile(unread, unread.states["xxb"], DAY, unread.instruments.values()).at_home is None
