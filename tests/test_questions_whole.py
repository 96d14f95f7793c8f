"""What is asked of the whole register: its agreements, what it does not know, what is new, where its sources lead."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import permutations
from typing import Any

import pytest
import yaml

from tests.answers import REGISTER
from tests.registers import scope, tiny, together
from toc_treaties.law.gap import Doubt, Part, doubt_of, part_of
from toc_treaties.law.measures import Sign, Stands, standings_of
from toc_treaties.law.membership import limits as limits_of
from toc_treaties.law.waits import months_after
from toc_treaties.model.agreement import Agreement, AgreementParty
from toc_treaties.model.assessment import Assessment, AssessmentBasis, Body, Return, Status
from toc_treaties.model.commitment import Catalogue
from toc_treaties.model.glossary import OURS, Form, Glossary, Term
from toc_treaties.model.instrument import Tier
from toc_treaties.model.meeting import Meeting
from toc_treaties.model.register import Register
from toc_treaties.model.state import Condition, Designation, Participation, Period, Version
from toc_treaties.model.vocabulary import TREATIES_ON, CrimeScope, Force, Grouped, ParticipationStatus, Purpose
from toc_treaties.model.when import on, span
from toc_treaties.questions.about import about
from toc_treaties.questions.across import across, overview, with_measures
from toc_treaties.questions.agreements import agreements
from toc_treaties.questions.authorities import authorities
from toc_treaties.questions.basis import basis
from toc_treaties.questions.brief import brief, last_meeting
from toc_treaties.questions.calendar import days_ahead
from toc_treaties.questions.case import item
from toc_treaties.questions.changes import changes, recent, within
from toc_treaties.questions.checklist import checklist
from toc_treaties.questions.conflicts import conflicts
from toc_treaties.questions.currency import currency
from toc_treaties.questions.day_taken import NotGiven
from toc_treaties.questions.deposit import deposit
from toc_treaties.questions.due import due
from toc_treaties.questions.explain import explain
from toc_treaties.questions.gaps import gaps
from toc_treaties.questions.glossary import GlossaryIn
from toc_treaties.questions.instrument import instrument_profile
from toc_treaties.questions.limits import limits
from toc_treaties.questions.measures import matrix, of_state, on_topic
from toc_treaties.questions.pairs import matrix as pairs_matrix
from toc_treaties.questions.pairs import what_if, with_all
from toc_treaties.questions.profile import profile
from toc_treaties.questions.progress import progress
from toc_treaties.questions.reading import reading
from toc_treaties.questions.returns import over_years, year_figures
from toc_treaties.questions.sources import citations, sources, sources_at_home, sources_of_register
from toc_treaties.questions.standing_spans import standing_spans
from toc_treaties.questions.table import table
from toc_treaties.questions.with_each import with_each
from toc_treaties.questions.worklist import worklist
from toc_treaties.store.files import in_folder
from toc_treaties.store.load import ALL, load

DAY = date(2026, 11, 21)
EVE = timedelta(days=1)


@pytest.fixture(scope="module")
def frozen() -> Register:
    """The small register with all that its files hold, and two agreements of its states: one read, one listed."""
    held = load(in_folder(REGISTER).read, in_folder(REGISTER).slugs, "data", ALL)[0]
    parties = (AgreementParty("CAN"), AgreementParty("HTI"))
    treaty = Agreement(
        "can-hti",
        "Treaty on extradition",
        "bilateral",
        (Purpose.EXTRADITION,),
        parties,
        force=Force.TITLE,
        scope=CrimeScope.ANY_CRIME,
        articles=("1", "2"),
        treaty_on=(Purpose.EXTRADITION,),
        in_force=on(date(1999, 1, 1)),
        sources=(next(iter(held.sources)),),
    )
    listed = treaty._replace(id="listed", kind="regional", articles=(), scope=None, in_force=None, seen=treaty.in_force)
    return held._replace(agreements={each.id: each for each in (treaty, listed)})


def test_an_agreement_is_listed_from_the_day_on_which_it_was_made(whole: Register) -> None:
    """On the eve it is not there: signed, else approved, else in force; in a month known alone, from its first day."""
    for agreement in whole.agreements.values():
        made = agreement.signed or agreement.approved or agreement.in_force
        if made is not None:
            listed = [
                agreement.id in {entry.agreement.id for entry in agreements(whole, day).entries}
                for day in (made.earliest - EVE, made.earliest)
            ]
            assert listed == [False, True], agreement.id


def test_an_agreement_is_listed_with_all_that_it_names(whole: Register) -> None:
    """Its parties, signatories and those that grant are states of the register; what took its place is one of it."""
    answer = agreements(whole, DAY)
    assert [entry.agreement.id for entry in answer.entries] == [*whole.agreements]
    for entry in answer.entries:
        agreement = entry.agreement
        assert [(state.iso3, party) for state, party in entry.parties] == [
            (each.state, each) for each in agreement.parties
        ]
        assert tuple(state.iso3 for state in entry.signatories) == agreement.signatories
        assert tuple(state.iso3 for state in entry.requests_to) == agreement.requests_to
        for states, replaced, successor in entry.replaced:
            assert tuple(state.iso3 for state in states) == replaced.between
            assert successor is whole.agreements[replaced.by]
        assert [replaced for _, replaced, _ in entry.replaced] == [*agreement.replaced]
    ids = {id for each in whole.agreements.values() for id in each.sources}
    ids |= {id for each in whole.agreements.values() for party in each.parties for id in party.sources}
    assert [source.id for source in answer.cited] == [id for id in whole.sources if id in ids]
    assert any(entry.replaced for entry in answer.entries)
    alone = agreements(whole._replace(states={}), DAY).entries
    assert {(entry.parties, entry.signatories, entry.requests_to) for entry in alone} == {((), (), ())}


def _clauses_not_seen() -> dict[str, int]:
    """How often the file says of an instrument why something of it is unconfirmed."""
    found = yaml.safe_load((REGISTER / "instruments.yaml").read_text("utf-8"))
    return {id: _marks(held) for id, held in found.items()}


def _marks(held: Any) -> int:  # noqa: ANN401 - whatever YAML holds
    if isinstance(held, dict):
        return ("unconfirmed" in held) + sum(map(_marks, held.values()))
    return sum(map(_marks, held)) if isinstance(held, list) else 0


@pytest.mark.parametrize("day", [DAY, date(2012, 6, 30)])
def test_what_is_not_known_is_counted_once_more(frozen: Register, day: date) -> None:
    """Each number on the page of limits is that of a plain count over the cells, the measures and the files."""
    everything, clauses = scope(frozen, day), _clauses_not_seen()
    answer = limits(frozen, everything, day)
    assert answer.cells == len(frozen.states) * len(frozen.instruments)
    asked: list[str] = []
    for instrument in frozen.instruments.values():
        held = [item(frozen, state, instrument, day).standing for state in frozen.states.values()]
        open_to = [each for each in held if part_of(each) not in {Part.NOT_OPEN, Part.NOT_APPLICABLE, Part.IN_DOUBT}]
        doubts = Counter(doubt_of(each) for each in open_to)
        shown = [each for each in open_to if doubt_of(each) is not Doubt.NO_INFORMATION]
        seen = [each.evidence.newest for each in shown]
        if open_to:
            asked.append(instrument.id)
            (counted,) = (each for each in answer.instruments if each.instrument is instrument)
            assert counted[1:] == (
                len(open_to) - doubts[None],
                doubts[Doubt.NO_INFORMATION],
                seen.count(None),
                sum(each.day_marked and doubt_of(each) is None for each in shown),
                sum(when is not None and months_after(when.latest, 60) <= day for when in seen),
                clauses[instrument.id],
            )
    assert [each.instrument.id for each in answer.instruments] == asked
    measures = [each for held in frozen.measures.values() for each in standings_of(held, day, frozen.read_on)]
    assert answer.named == sum(each.stands is Stands.NAMED for each in measures)
    assert answer.not_shown == sum(each.marked and each.stands is not Stands.NAMED for each in measures)
    signs = matrix(frozen, everything, frozen.topics_for_law, day)
    for each in answer.topics:
        of_topic = Counter(sign.sign for _, topic, sign in signs.cells if topic is each.topic)
        assert (each.not_found, each.nobody_looked) == (of_topic[Sign.NOT_FOUND], of_topic[Sign.NOT_SEARCHED])
    assert [each.topic for each in answer.topics] == [*frozen.topics_for_law]
    actions = [
        action for state in frozen.states.values() for cell in state.treaties.values() for action in cell.actions
    ]
    assert answer.statements == sum(said.text is None for action in actions for said in action.statements) > 0
    assert (answer.agreements, answer.unread) == (2, 1)
    days = [source.as_of.latest for source in frozen.sources.values() if source.as_of and source.as_of.latest <= day]
    assert answer.newest is not None
    assert answer.newest.as_of is not None
    assert answer.newest.as_of.latest == max(days)


def test_a_commitment_of_which_anything_is_recorded_is_none_without(frozen: Register) -> None:
    """What the treaty register decides, and what was assessed, is on record; without commitments none is missed."""
    assert frozen.catalogue is not None
    everything = scope(frozen, DAY)
    decided = sum(bool(each.register) for each in frozen.catalogue.commitments.values())
    answer = limits(frozen, everything, DAY)
    assert answer.commitments == len(frozen.catalogue.commitments)
    assert 0 < answer.unrecorded <= answer.commitments - decided
    done = Assessment("strategy-1e", Status.STARTED, on(date(2020, 1, 1)), AssessmentBasis.DOCUMENTED, ("strategy",))
    haiti = frozen.states["haiti"]._replace(assessments=(done,))
    states = tuple(haiti if state.slug == "haiti" else state for state in everything.states)
    assessed = limits(frozen, everything._replace(states=states), DAY)
    assert assessed.unrecorded == answer.unrecorded - 1
    without = limits(frozen._replace(catalogue=None), everything, DAY)
    assert (without.commitments, without.unrecorded) == (0, 0)


def test_a_newcomer_reads_what_the_table_and_the_matrix_of_laws_say(frozen: Register) -> None:
    """The examples of signs are those of the pages that hold every cell, with their sources."""
    everything = scope(frozen, DAY)
    answer = reading(frozen, everything, DAY)
    assert (answer.as_of, answer.scope) == (DAY, everything)
    assert answer.table == table(frozen, everything, DAY)
    assert answer.measures == matrix(frozen, everything, frozen.topics_for_law, DAY)
    assert answer.cited == answer.table.cited != ()


NEW = {
    "XXA": "treaties:\n  alpha:\n    - {accession: 2018-03-04, source: seen}",
    "XXB": "treaties:\n  alpha:\n    - {accession: 2024-05, source: seen}",
}


@pytest.mark.parametrize(
    ("day", "meeting", "since"),
    [
        (DAY, None, date(2016, 1, 1)),
        (DAY, date(2012, 6, 5), date(2012, 6, 5)),
        (DAY, date(2020, 6, 5), date(2016, 1, 1)),
        (date(10, 5, 5), None, date(1, 1, 1)),
        (date(11, 5, 5), None, date(1, 1, 1)),
        (date(12, 5, 5), None, date(2, 1, 1)),
    ],
)
def test_what_is_recent_is_of_ten_whole_years_or_since_a_meeting(day: date, meeting: date | None, since: date) -> None:
    """From 1 January ten years before, or from the meeting where that was earlier, up to the day."""
    register = together(NEW)
    held = Meeting("m", {"en": "Meeting"}, span(meeting, meeting + EVE)) if meeting else None
    answer = recent(register, scope(register, day), day, held)
    assert (answer.since, answer.until, answer.meeting) == (since, day, held)


@pytest.mark.parametrize(
    ("since", "until", "codes"),
    [
        ("2018-03-04", "2018-03-04", ["XXA"]),
        ("2018-03-05", "2024-05-30", []),
        ("2018-03-04", "2024-05-31", ["XXA", "XXB"]),
        ("2024-05-31", "2024-05-31", ["XXB"]),
        ("2024-06-01", "2026-11-21", []),
    ],
)
def test_a_part_of_a_span_holds_its_first_and_last_day(since: str, until: str, codes: list[str]) -> None:
    """What happened on either day is in it, and what is known to the month by the month's last day."""
    register = together(NEW)
    part = within(
        recent(register, scope(register, DAY), DAY, None), date.fromisoformat(since), date.fromisoformat(until)
    )
    acts = [change.state.iso3 for change in part.changes if change.kind == "action"]
    assert (acts, part.since.isoformat(), part.until.isoformat()) == (codes, since, until)


def test_a_brief_tells_what_one_state_did_at_home_and_not_what_many_did(frozen: Register) -> None:
    """Since the last meeting, of one state with its measures, of several without; before any meeting nothing."""
    haiti, others = frozen.states["haiti"], [*frozen.states.values()][:2]
    meeting = last_meeting(frozen.meetings, DAY)
    assert meeting is not None
    for states in ([haiti], others):
        asked = scope(frozen, DAY, states)
        told = changes(frozen, asked, meeting.begins.earliest, DAY, meeting)
        assert told.held
        expected = told if len(states) == 1 else told._replace(measures=(), held={})
        assert brief(frozen, asked, DAY).changes == expected
        assert brief(frozen, scope(frozen, date(1990, 1, 1), states), date(1990, 1, 1)).changes is None
    assert [case.instrument.id for case in brief(frozen, scope(frozen, DAY, [haiti]), DAY).cases] == [
        *frozen.instruments
    ]
    assert brief(frozen, scope(frozen, DAY, others), DAY).cases == ()


def test_each_instrument_is_kept_by_its_depositary_once(frozen: Register) -> None:
    """Every instrument stands under the one that keeps its record, and who keeps none is not named."""
    example = next(iter(frozen.instruments.values()))
    answer = about(frozen, DAY, "toc-treaties", "1a2b3c4", "https://example.org/", example, "https://example.org/here/")
    assert answer[:-1] == (DAY, "toc-treaties", "1a2b3c4", "https://example.org/", example, "https://example.org/here/")
    kept = {each.id: depositary.id for depositary, instruments in answer.kept for each in instruments}
    assert kept == {id: each.depositary for id, each in frozen.instruments.items()}
    idle = frozen._replace(depositaries={**frozen.depositaries, "idle": next(iter(frozen.depositaries.values()))})
    idle = idle._replace(depositaries={id: each._replace(id=id) for id, each in idle.depositaries.items()})
    assert about(idle, DAY, "", None, "", example, "").kept == answer.kept


@pytest.mark.data
def test_one_state_with_each_other_is_the_answer_for_each_purpose(whole: Register) -> None:
    """What is worked out once for all purposes is what each purpose asked alone answers."""
    haiti, others = whole.states["haiti"], [whole.states[slug] for slug in ("peru", "canada", "cuba", "suriname")]
    answer = with_each(whole, others, haiti, DAY)
    assert (answer.as_of, answer.state) == (DAY, haiti)
    assert answer.purposes == tuple(with_all(whole, others, haiti, DAY, purpose) for purpose in TREATIES_ON)


def test_the_sources_of_the_treaties_and_of_each_states_laws_are_all(frozen: Register) -> None:
    """Asked apart, the sources and what cites each are those asked together, and what they are about has a name."""
    every = {each.source.id: each for each in sources(frozen).sources}
    of_register = sources_of_register(frozen)
    assert [each.source.id for each in of_register.sources] == [*frozen.sources]
    assert all(each == every[each.source.id] for each in of_register.sources)
    for state in frozen.states.values():
        for each in sources_at_home(frozen, state).sources:
            assert each == every.pop(each.source.id)
    assert set(every) == {*frozen.sources}
    about_ids = {each.about for each in citations(frozen) if each.kind in {"meeting", "document"}}
    assert about_ids == {*of_register.named}
    assert frozen.catalogue is not None
    for id, meeting in frozen.meetings.items():
        assert of_register.named[id] == meeting.name
    for id, text in frozen.catalogue.documents.items():
        assert of_register.named[id] == (text.short if id not in frozen.meetings else frozen.meetings[id].name)


def test_a_citation_has_the_first_day_of_its_record(frozen: Register) -> None:
    """A meeting its first day, a designation that of its making, else of its notification, an agreement its force."""
    first, last = on(date(2020, 1, 1)), on(date(2021, 1, 1))
    meeting = Meeting("m", {"en": "Meeting"}, first, last)
    agreement = Agreement("a", "Agreement", "bilateral", (), in_force=last, signed=first)
    made = Designation("Ministry", "alpha", "1", since=last, notified=first, until=last)
    told = made._replace(since=None)
    member = Period(first, last)
    absent = Participation(ParticipationStatus.NONE, first, last, (Version("it takes no part"),))
    return_ = Return(2019, last)
    done = Assessment("p", Status.STARTED, first, AssessmentBasis.DOCUMENTED)
    state = tiny().state._replace(
        designations=(made, told),
        memberships={"oas": (member,)},
        participation=(absent,),
        conditions=(Condition("alpha", "1", first),),
        returns={2019: return_},
        assessments=(done,),
    )
    assert frozen.catalogue is not None
    document = next(iter(frozen.catalogue.documents.values()))._replace(adopted=first.day)
    register = tiny().register._replace(
        states={"avalon": state},
        meetings={"m": meeting},
        agreements={"a": agreement, "b": agreement._replace(in_force=None)},
        bodies={"b": Body("b", {"en": "Body"}, assessments=(done._replace(made=last),))},
        catalogue=Catalogue({"d": document}, {}),
    )
    assert [(each.kind, each.when.text if each.when else None) for each in citations(register)] == [
        ("text", "1999-12-01"),
        ("membership", "2020-01-01"),
        ("participation", "2020-01-01"),
        ("participation", "2020-01-01"),
        ("designation", "2021-01-01"),
        ("designation", "2020-01-01"),
        ("condition", "2020-01-01"),
        ("assessment", "2020-01-01"),
        ("return", "2021-01-01"),
        ("agreement", "2021-01-01"),
        ("agreement", "2020-01-01"),
        ("meeting", "2020-01-01"),
        ("document", "2020-01-01"),
        ("assessment", "2021-01-01"),
    ]


@pytest.mark.parametrize(
    ("mark", "marked", "day_marked"),
    [("", False, False), ("day_unconfirmed: a count", False, True), ("unconfirmed: told by telephone", True, False)],
)
def test_the_mark_of_an_act_is_on_whatever_follows_from_it(mark: str, *, marked: bool, day_marked: bool) -> None:
    """An act that no source shows, or not its day, marks the standing, the change, its effect and the day ahead."""
    entry = f"alpha:\n  - accession: 2010-05-05\n    source: heard\n{'    ' + mark if mark else ''}"
    register = tiny(entry).register
    on_day = date(2010, 5, 20)
    (ahead,) = days_ahead(register, scope(register, on_day), on_day).days
    told = changes(register, scope(register, DAY)._replace(instruments_named=True), date(2010, 1, 1), DAY).changes
    assert [change.kind for change in told] == ["action", "entry_into_force"]
    marks = [(ahead.marked, ahead.day_marked), *((change.marked, change.day_marked) for change in told)]
    assert marks == [(marked, day_marked)] * 3
    now = item(register, register.states["avalon"], register.instruments["alpha"], DAY).standing
    assert (now.evidence.marked, now.day_marked) == (marked, day_marked)
    meeting = Meeting("m", {"en": "Meeting"}, on(date(2027, 1, 1)), sources=("seen",))
    (held,) = days_ahead(register._replace(meetings={"m": meeting}), scope(register, DAY), DAY).days
    assert (held.marked, held.day_marked) == (False, False)


def test_the_glossary_is_in_the_order_of_the_readers_language() -> None:
    """Its own language stands first, terms by their words in it, accents apart; a word without one is the English."""
    terms = (
        Term("party", {"es": Form("parte", "a"), "fr": Form("État partie", "a")}),
        Term("act", {"es": Form("zeta", "a"), "fr": Form("acte", "a")}),
        Term("entry", {"es": Form("árbol", "a")}),
    )
    orders = {
        language: [term.english for term in GlossaryIn(language, Glossary(terms, {})).terms]
        for language in ("en", "es", "fr")
    }
    assert orders == {"en": ["act", "entry", "party"], "es": ["entry", "party", "act"], "fr": ["act", "entry", "party"]}
    spanish = GlossaryIn("es", Glossary(terms, {}))
    assert (spanish.languages[0], sorted(spanish.languages)) == ("es", ["en", "es", "fr", "pt"])
    assert spanish.form(terms[2], "fr") == Form("entry", OURS)
    assert spanish.form(terms[2], "es") == Form("árbol", "a")


@pytest.mark.parametrize(("day", "newest"), [("2021-06-29", "2020-01-01"), ("2021-06-30", "2021-06")])
def test_the_newest_source_is_one_that_was_certainly_there(day: str, newest: str) -> None:
    """A paper of June 2021 is the newest source from the last day of the month on."""
    register, on_day = tiny().register, date.fromisoformat(day)
    found = limits(register, scope(register, on_day), on_day).newest
    assert (found and found.as_of and found.as_of.text) == newest


def answers_of(register: Register) -> Iterator[object]:
    """What every question answers of a register, its states and its instruments, on a day."""
    states, instruments = [*register.states.values()], [*register.instruments.values()]
    everything = scope(register, DAY)
    yield (agreements(register, DAY), currency(register, everything, DAY), conflicts(register, everything, DAY))
    yield worklist(register, everything, DAY, 5)
    yield changes(register, everything, date(1990, 1, 1), DAY)
    yield days_ahead(register, everything, date(2001, 1, 1))
    yield progress(register, everything, DAY, "strategy-adopted")
    yield (overview(register, everything, DAY), due(register, everything, DAY), authorities(register, everything, DAY))
    yield (limits(register, everything, DAY), gaps(register, everything, DAY), standing_spans(register, DAY))
    yield (
        sources(register),
        sources_of_register(register),
        matrix(register, everything, register.topics.values(), DAY),
    )
    for state in states:
        yield checklist(register, state, DAY)
        yield over_years(register, state)
        yield with_each(register, states[:2], state, DAY)
        yield from (explain(register, state, instrument, DAY) for instrument in instruments)
    yield from (deposit(register, states[-1], instrument, DAY) for instrument in instruments)
    for pair in permutations(states[:3], 2):
        yield basis(register, *pair, DAY)
    for instrument in instruments:
        yield instrument_profile(register, instrument, everything, DAY)
        for purpose in instrument.serves:
            yield what_if(register, states, states[0], instrument, DAY, purpose)
    for purpose in Purpose:
        yield pairs_matrix(register, states, DAY, purpose)
    yield from (year_figures(register, states, year) for year in (2022, 2023))
    if register.catalogue is not None:
        at_home = with_measures(register, states, DAY)
        every = register.catalogue.commitments.values()
        yield from (across(register, everything, each, DAY, at_home) for each in every)
    yield from (on_topic(register, everything, topic, DAY) for topic in register.topics.values())


def without(frozen: Register, what: str) -> Register:
    """The small register without some of its records, as where a file of them could not be read."""
    emptied: dict[str, Any] = {
        "an instrument that others require": {
            "instruments": {id: each for id, each in frozen.instruments.items() if id not in {"untoc", "mla"}}
        },
        "a state": {"states": {slug: each for slug, each in frozen.states.items() if slug != "canada"}},
        "the sources of the measures": {
            "measures": {slug: held._replace(sources={}) for slug, held in frozen.measures.items()}
        },
        "the texts of the commitments": {"catalogue": frozen.catalogue and frozen.catalogue._replace(documents={})},
    }
    return frozen._replace(**emptied.get(what) or {what: None if what == "catalogue" else {}})


@pytest.mark.parametrize(
    "what",
    [
        *(
            "sources",
            "depositaries",
            "agreements",
            "meetings",
            "catalogue",
            "bodies",
            "statistics",
            "topics",
            "measures",
        ),
        *("an instrument that others require", "a state", "the texts of the commitments"),
        "the sources of the measures",
    ],
)
def test_what_could_not_be_read_stops_no_answer(frozen: Register, what: str) -> None:
    """Every question answers from what there is: an id of which the record is missing is passed over."""
    assert all(answer is not None for answer in answers_of(without(frozen, what)))


def test_what_a_state_did_at_home_is_told_where_both_files_were_read(frozen: Register) -> None:
    """Without the state's measures, or without the topics that they are of, a profile says nothing of them."""
    haiti, instruments = frozen.states["haiti"], frozen.instruments.values()
    assert profile(frozen, haiti, DAY, instruments).at_home == of_state(frozen, haiti, DAY)
    for unread in (frozen._replace(topics={}), frozen._replace(measures={}), frozen._replace(topics={}, measures={})):
        assert profile(unread, haiti, DAY, instruments).at_home is None


@pytest.mark.parametrize("by", Grouped)
def test_each_commitment_that_no_instrument_answers_stands_under_its_heading(frozen: Register, by: Grouped) -> None:
    """Under its text, theme, kind, or the instrument of its first article; once, in the order of the texts."""
    answer = checklist(frozen, frozen.states["canada"], DAY)
    listed = [each.commitment for each in answer.progress if not each.decided]
    of_article = {each.id: next(iter(each.articles), "").split(" ")[0] for each in listed}
    headings = {
        Grouped.DOCUMENT: {each.id: each.document for each in listed},
        Grouped.THEME: {each.id: each.theme for each in listed},
        Grouped.KIND: {each.id: each.kind for each in listed},
        Grouped.ARTICLE: of_article,
    }[by]
    found = [(heading, [each.commitment.id for each in progress]) for heading, progress in answer.grouped(by)]
    assert {id: heading for heading, ids in found for id in ids} == headings
    assert sorted(id for _, ids in found for id in ids) == sorted(each.id for each in listed)
    if by is not Grouped.ARTICLE:
        order = [each.id for each in listed]
        assert all(ids == sorted(ids, key=order.index) for _, ids in found)
        assert [heading for heading, _ in found] == list(dict.fromkeys(headings.values()))
    else:
        assert [heading for heading, _ in found] == [id for id in (*frozen.instruments, "") if id in headings.values()]


def test_the_sources_of_every_answer_stand_once_in_the_order_of_the_register(frozen: Register) -> None:
    """Whoever follows a citation finds the source in the list, where every other page has it, and finds it once."""
    order = [*frozen.sources, *(id for held in frozen.measures.values() for id in held.sources)]
    seen = Counter[str]()
    for asked in answers_of(frozen):
        for answer in asked if type(asked) is tuple else (asked,):
            for name in ("cited", "sources"):
                if hasattr(type(answer), name):
                    found = getattr(answer, name)
                    ids = (
                        [*found] if isinstance(found, Mapping) else [getattr(each, "source", each).id for each in found]
                    )
                    assert ids == sorted(set(ids), key=order.index), type(answer)
                    seen[type(answer).__name__] += len(ids)
    assert sum(number > 0 for number in seen.values()) > 15


def test_the_sources_of_a_commitment_are_those_of_what_each_state_shows(frozen: Register) -> None:
    """Of a paragraph that a treaty answers, those behind each standing; of another, what is on record of it."""
    assert frozen.catalogue is not None
    everything = scope(frozen, DAY)
    for commitment in frozen.catalogue.commitments.values():
        answer = across(frozen, everything, commitment, DAY)
        ids = {id for row in answer.states for id in row.progress.sources}
        ids |= {id for limit in limits_of(everything.states, DAY) for id in limit.sources} if answer.states else set()
        ids |= {id for row in answer.bodies for id in row.progress.sources}
        assert [source.id for source in answer.cited] == [id for id in frozen.sources if id in ids], commitment.id
        if commitment.register:
            (row, *_) = answer.states
            instrument = frozen.instruments[commitment.register[0]]
            found = item(frozen, row.state, instrument, DAY).standing
            assert {*found.evidence.sources} <= ids


@pytest.mark.parametrize("lacking", [{}, {"files": ("a",)}, {"ids": ("a",)}, {"places": ("a",)}, {"cells": ("a",)}])
def test_a_past_revision_lacks_something_where_anything_is_named(lacking: dict[str, Any]) -> None:
    """A revision that gives all that is asked has no caution, one that lacks a file, an entry or a cell has."""
    assert bool(NotGiven("1a2b3c4", **lacking)) is bool(lacking)


def test_whoever_is_asked_across_states_stands_under_the_role_and_the_article(frozen: Register) -> None:
    """By role and by instrument each state stands once for each that it has, in the order of the answer."""
    everything = scope(frozen, DAY)
    answer = authorities(frozen, everything, DAY)
    by_role = {role: [(state.iso3, held) for state, held in found] for role, found in answer.by_role.items()}
    assert by_role == {
        role: [(each.state.iso3, held) for each in answer.states for held in each.roles if held.role == role]
        for role in by_role
    }
    assert {held.role for each in answer.states for held in each.roles} == {*by_role}
    told = [*answer.by_instrument]
    owed = [(each.state.iso3, one.instrument.id, str(one.due.article)) for each in answer.states for one in each.owed]
    assert sorted(owed) == sorted(
        (state.iso3, across_.instrument.id, str(one.due.article))
        for across_ in told
        for article in across_.articles
        for state, one in article
    )
    for across_ in told:
        assert [state.iso3 for state in across_.parties] == list(
            dict.fromkeys(code for code, id, _ in owed if id == across_.instrument.id)
        )
        assert all(len({one.due.article for _, one in article}) == 1 for article in across_.articles)
    asking = {instrument for _, instrument, _ in owed}
    assert [across_.instrument.id for across_ in told] == [id for id in frozen.instruments if id in asking]


@pytest.mark.parametrize("tiers", [(), (Tier.URGED,), (Tier.COMPLEMENTARY,), tuple(Tier)])
def test_whether_a_tier_has_a_gap_is_asked_of_its_own_entries(frozen: Register, tiers: tuple[Tier, ...]) -> None:
    """A state that has joined one list and not the other has a gap in the other alone."""
    for state in frozen.states.values():
        answer = gaps(frozen, scope(frozen, DAY, [state]), DAY)
        parts = {entry.instrument.tier for entry in answer.entries if entry.part is Part.GAP}
        assert answer.has_gap(tiers) is bool(parts & {*tiers})
