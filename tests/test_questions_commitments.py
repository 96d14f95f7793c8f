"""Commitments: the whole catalogue, and what is recorded of a state, a body or nobody, on a day."""

import csv
import io
import json
import re
from datetime import date
from typing import Any

import pytest

from tests.commitments import examplia_of, register_of
from tests.conftest import DATA
from tests.console import toc
from tests.registers import ALPHA, scope, tiny
from toc_treaties.document import Cell, Checklist, Paragraph, Remark, Table, text_of
from toc_treaties.law.dossier import dossier
from toc_treaties.law.standing import standing
from toc_treaties.model.assessment import Status
from toc_treaties.model.instrument import Tier
from toc_treaties.model.register import Register
from toc_treaties.model.vocabulary import Grouped
from toc_treaties.pages import checklist as checklist_report
from toc_treaties.pages import commitment_across as across_report
from toc_treaties.pages import commitments as report
from toc_treaties.questions.across import across, least, overview
from toc_treaties.questions.checklist import checklist
from toc_treaties.questions.commitments import CommitmentProgress, Shown, body_progress, state_progress
from toc_treaties.questions.table import table
from toc_treaties.records import commitments as records
from toc_treaties.store.files import in_folder
from toc_treaties.store.load import load
from toc_treaties.words.language import ENGLISH
from toc_treaties.writers import plain

TODAY = date(2026, 11, 21)
ROMAN = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi"]
LANGUAGES = {"en", "es", "pt", "fr"}


def lettered(head: str, last: str) -> list[str]:
    """The paragraphs `head` a to `last`."""
    return [f"{head}{chr(code)}" for code in range(ord("a"), ord(last) + 1)]


STRATEGY = [
    "1 (chapeau)", *lettered("1.", "m"),
    "2 (chapeau)", *(f"2.{number}" for number in ROMAN), *(f"2.a.{number}" for number in ROMAN[:7]), "2.b",
    *lettered("3.", "n"), *lettered("4.", "d"),
    *lettered("5.", "f"), *lettered("5.", "i")[5:],
    *lettered("6.", "g"), *lettered("Follow-Up ", "c"), *lettered("Financing ", "b"),
]  # fmt: skip
RANDOT_III = [*(f"I.{number}" for number in range(1, 19)), *(f"II.{number}" for number in range(1, 8))]
RANDOT_IV = [
    *(f"commitment {number}" for number in range(1, 7)),
    "pledge 1", "pledge 2", "pledge 3 (chapeau)", "pledge 3.1", "pledge 3.2", "pledge 3.3",
    "closing request",
]  # fmt: skip
PARAGRAPHS = [
    *(("strategy", paragraph) for paragraph in STRATEGY),
    *(("randot-iii", paragraph) for paragraph in RANDOT_III),
    *(("randot-iv", paragraph) for paragraph in RANDOT_IV),
]
"""Every paragraph of the three documents that asks something of somebody, in their order; 5.f asks two."""


@pytest.fixture(scope="module")
def real() -> Register:
    """The real register with commitments, bodies and figures."""
    more = ("catalogue", "bodies", "statistics", "topics", "measures")
    register, problems = load(in_folder(DATA).read, in_folder(DATA).slugs, also=more)
    assert problems == []
    return register


def behind(progress: CommitmentProgress) -> str:
    """What stands behind a progress, as pages show it."""
    return text_of(across_report.evidence(progress, ENGLISH))


def catalogued(register: Register) -> dict[str, Any]:
    """The commitments by id."""
    assert register.catalogue is not None
    return dict(register.catalogue.commitments)


@pytest.mark.data
def test_the_catalogue_has_every_paragraph() -> None:
    """Each paragraph of the three documents has its entry, in their order, and there are 112 of them."""
    answer = json.loads(toc("commitments", "-f", "json", "--as-of", TODAY.isoformat()).out)
    assert [(one["document"], one["paragraph"]) for one in answer["commitments"]] == PARAGRAPHS
    assert len(PARAGRAPHS) == len({one["id"] for one in answer["commitments"]}) == 112


@pytest.mark.data
def test_a_paragraph_that_asks_two_has_an_entry_for_each(real: Register) -> None:
    """5.f asks member states to share and the General Secretariat to publish: two commitments."""
    shared = [one for one in catalogued(real).values() if one.paragraph == "5.f"]
    assert [one.addressee for one in shared] == [("member-states",), ("general-secretariat",)]


@pytest.mark.data
def test_paragraphs_that_say_the_same_say_so_of_each_other(real: Register) -> None:
    """What is recorded under one is shown under the other, whichever is asked for, and both ask the same."""
    commitments = catalogued(real)
    pairs = [(one.id, other) for one in commitments.values() for other in one.same_as]
    assert pairs
    assert {(b, a) for a, b in pairs} == set(pairs)
    assert all(a != b and commitments[a].addressee == commitments[b].addressee for a, b in pairs)


@pytest.mark.data
def test_every_text_stands_in_four_languages(real: Register) -> None:
    """A page in any of the OAS's languages can say what every commitment asks, of whom, and in which document."""
    assert real.catalogue is not None
    named = [one.text for one in catalogued(real).values()]
    named += [names for one in real.catalogue.documents.values() for names in (one.title, one.short)]
    named += [one.name for one in real.bodies.values()]
    assert all(set(names) == LANGUAGES and all(text.strip() for text in names.values()) for names in named)


@pytest.mark.data
def test_every_addressee_is_known(real: Register) -> None:
    """A commitment is addressed to member states or to bodies that have a file of their own progress."""
    addressed = {id for one in catalogued(real).values() for id in one.addressee}
    assert addressed == {"member-states", *real.bodies}


@pytest.mark.data
def test_the_treaty_register_answers_for_the_instruments(real: Register) -> None:
    """The eighteen rows of section 2 name the eighteen instruments in their order and by their paragraphs."""
    rows = [one for one in catalogued(real).values() if one.register]
    instruments = list(real.instruments.values())
    assert [one.register for one in rows] == [(one.id,) for one in instruments]
    assert [one.paragraph for one in rows] == [one.paragraph for one in instruments]
    assert [one.tier for one in instruments].count(Tier.URGED) == 11


@pytest.mark.data
@pytest.mark.parametrize("slug", ["haiti", "peru", "nicaragua"])
def test_a_row_of_the_treaty_register_has_a_standing_and_no_status(real: Register, slug: str) -> None:
    """For an instrument the standing is shown, computed as everywhere, and no status stands beside it."""
    state = real.states[slug]
    rows = [one for one in state_progress(real, state, TODAY) if one.decided]
    assert len(rows) == 18
    for one in rows:
        ((instrument, now),) = one.decided
        assert (one.status, one.assessment) == (None, None)
        assert now == standing(dossier(real, state, instrument), TODAY)


@pytest.mark.data
def test_a_row_of_the_treaty_register_counts_who_consented(real: Register) -> None:
    """The catalogue has the totals of the table, those that cannot join left out, and no status is counted."""
    columns = tuple(real.instruments.values())
    totals = dict(
        zip(real.instruments, table(real, scope(real, TODAY, instruments=columns), TODAY).totals, strict=True)
    )
    for one in overview(real, scope(real, TODAY), TODAY).counts:
        if one.commitment.register:
            assert one.total == totals[one.commitment.register[0]]
            assert one.of == one.total.of
            assert set(one.by_status.values()) == {0}
        else:
            assert one.total is None
            assert sum(one.by_status.values()) == one.of


@pytest.mark.data
def test_the_standings_stand_beside_the_commitment_on_corruption(real: Register) -> None:
    """RANDOT IV's commitment to carry out two conventions shows both standings beside its own status."""
    progress = {one.commitment.id: one for one in state_progress(real, real.states["haiti"], TODAY)}
    one = progress["randot4-c6"]
    assert [instrument.id for instrument, _ in one.beside] == ["uncac", "iacac"]
    assert one.status is Status.NO_INFORMATION
    assert re.fullmatch(r"(on record: .+; )UNCAC: party since .+; IACAC: party since .+", behind(one))
    assert [id for id, other in progress.items() if other.beside] == ["randot4-c6"]


@pytest.mark.data
def test_a_national_policy_is_shown_with_its_source() -> None:
    """What Peru has done at home names its policy of 2019, and the source that shows it, by title too."""
    page = " ".join(toc("measures", "peru", "--topic", "toc", "--all", "--as-of", TODAY.isoformat()).out.split())
    policy = "Política Nacional Multisectorial de Lucha contra el Crimen Organizado 2019-2030"
    assert re.search(rf"17 Jul 2019 policy {policy} \[per-unodc-undated-3, ", page)
    assert "Decreto Supremo 017-2019-IN in force, seen 2025; published 17 Jul 2019; until 2031" in page


@pytest.mark.data
def test_a_draft_says_that_it_is_one() -> None:
    """A reader of the catalogue sees which document is a draft."""
    page = toc("commitments", "--as-of", TODAY.isoformat()).out
    assert re.findall(r"^(?!  )\S.*\(draft\).*$", page, re.MULTILINE) == [
        "RANDOT IV (draft), a draft whose adoption was not seen"
    ]


ASSESSED = """
    assessments:
      - commitment: {commitment}
        status: {status}
        date: {date}
        basis: documented
        source: gazette-2012
"""


def assessed(*entries: tuple[str, str, str]) -> Register:
    """A register in which Examplia's progress is recorded: commitment, status and date of each entry."""
    texts = [ASSESSED.format(commitment=c, status=s, date=d).lstrip("\n") for c, s, d in entries]
    head, *rest = texts
    return register_of(head + "".join(text.partition("\n")[2] for text in rest))


def progress(register: Register, commitment: str, day: str) -> CommitmentProgress:
    """Examplia's progress on a commitment, on a day."""
    found = state_progress(register, examplia_of(register), date.fromisoformat(day))
    return next(one for one in found if one.commitment.id == commitment)


def test_an_assessment_counts_and_is_shown_where_the_same_is_said() -> None:
    """Recorded once, it stands under its own paragraph and under the one that says the same."""
    register = assessed(("plan-1", "started", "2012-05-02"))
    for id in ("plan-1", "draft-1"):
        assert progress(register, id, "2020-01-01").status is Status.STARTED
    assert progress(register, "draft-2", "2020-01-01").status is Status.NO_INFORMATION
    counts = {one.commitment.id: one for one in overview(register, scope(register, TODAY), TODAY).counts}
    assert (counts["plan-1"].by_status[Status.STARTED], counts["plan-1"].of) == (1, 2)
    assert (counts["draft-1"].by_status[Status.STARTED], counts["draft-1"].by_status[Status.NO_INFORMATION]) == (1, 1)


def test_what_is_recorded_elsewhere_says_where() -> None:
    """The paragraph that says the same names the one under which it was recorded."""
    register = assessed(("plan-1", "started", "2012-05-02"))
    page = checklist_report.page(checklist(register, examplia_of(register), TODAY), ENGLISH)
    details = {
        (block.heading, item.label): [*map(text_of, item.details)]
        for block in lists(page.blocks)
        for item in block.items
    }
    assert "recorded once, under plan-1" in details["Draft on Harbours", "1"]
    assert not any(line.startswith("recorded once") for line in details["Plan on Harbours", "1"])


def test_the_newest_assessment_counts() -> None:
    """Of several on one commitment, or on the paragraph that says the same, the newest by the day asked is shown."""
    register = assessed(
        ("plan-1", "complete", "2014-01-01"), ("draft-1", "started", "2016-06"), ("plan-1", "not-started", "2012-05-02")
    )
    expected = {
        "2012-05-01": Status.NO_INFORMATION,
        "2012-05-02": Status.NOT_STARTED,
        "2013-12-31": Status.NOT_STARTED,
        "2014-01-01": Status.COMPLETE,
        "2016-06-29": Status.COMPLETE,
        "2016-06-30": Status.STARTED,
    }
    for id in ("plan-1", "draft-1"):
        assert {day: progress(register, id, day).status for day in expected} == expected


def test_of_one_day_the_later_in_the_file_counts() -> None:
    """What another says of the same day, below in the file, is shown."""
    one = "{{commitment: plan-1, status: {}, date: 2012-05-02, basis: {}, source: gazette-2012}}"
    said = [one.format("started", "self-reported"), one.format("complete", "documented")]
    register = register_of(f"""
        assessments:
          - {said[0]}
          - {said[1]}
    """)
    assert progress(register, "plan-1", "2012-05-02").status is Status.COMPLETE


PLANS = """
    measures:
      - kind: plan
        topics: [drills]
        title: Plan Nacional
        title_english: National Plan
        number: Decree 12
        adopted: 2012-05
        status: {status}
        also: [plan-1]
        source: exa-plan-2015
      - kind: law
        topics: [drills]
        title: Harbours Act
        adopted: 2014-02-03
        status: adopted
        also: [plan-1]
        source: exa-plan-2015
    sources:
      exa-plan-2015: {{kind: official, title: F, publisher: P, url: "https://f.example/", as_of: 2015-06-01}}
"""


def with_plans(status: str) -> Register:
    """A register in which Examplia has a plan and a law."""
    return register_of(measures=PLANS.format(status=status))


def test_a_plan_and_a_law_are_evidence_and_no_status() -> None:
    """They are shown from their day on, also where the same is said, and nobody infers a status from them."""
    register = with_plans("adopted")
    texts = {
        "2012-04-30": "",
        "2012-05-31": "on record: Plan Nacional, Decree 12; May 2012; adopted [exa-plan-2015]",
        "2014-02-03": "on record: Harbours Act; 3 Feb 2014; adopted; and 1 more [exa-plan-2015]",
    }
    for id in ("plan-1", "draft-1"):
        assert {day: behind(progress(register, id, day)) for day in texts} == texts
        assert {progress(register, id, day).status for day in texts} == {Status.NO_INFORMATION}


def test_a_draft_plan_is_shown_as_a_draft() -> None:
    """A plan that was not seen adopted says so."""
    text = behind(progress(with_plans("draft"), "plan-1", "2013-01-01"))
    assert text == "on record: Plan Nacional, Decree 12; May 2012; draft, seen 1 Jun 2015 [exa-plan-2015]"


def test_an_assessment_says_who_made_it_and_in_which_words() -> None:
    """The mechanism, its own word, and the parts done stand beside the status."""
    register = register_of("""
        assessments:
          - commitment: plan-1
            status: mostly-complete
            date: 2012-05-02
            basis: assessed
            mechanism: Harbour Review
            word: largely met
            parts: [developed]
            source: gazette-2012
    """)
    one = progress(register, "plan-1", "2020-01-01")
    assert behind(one) == ("assessed; by Harbour Review; in its words “largely met”; done: developed [gazette-2012]")
    data = records.progress_data(one, {})
    assert (data["status"], data["date"], data["basis"]) == ("mostly_complete", "2012-05-02", "assessed")
    assert (data["parts"], data["word"], data["source"]) == (["developed"], "largely met", ["gazette-2012"])


BODIES = """
    harbour-office:
      name: {en: Harbour Office, es: Oficina de Puertos, pt: Escritório de Portos, fr: Bureau des ports}
      assessments:
        - commitment: plan-3
          status: complete
          date: 2015-03-01
          basis: documented
          source: gazette-2012
"""


def test_a_body_has_its_own_row() -> None:
    """A commitment addressed to a body shows the body, counts it alone, and no state."""
    register = register_of(bodies=BODIES)
    commitment = catalogued(register)["plan-3"]
    answer = across(register, scope(register, TODAY), commitment, TODAY)
    assert answer.states == ()
    ((body, one),) = answer.bodies
    assert (body.id, one.status) == ("harbour-office", Status.COMPLETE)
    assert (answer.counts.of, answer.counts.by_status[Status.COMPLETE]) == (1, 1)
    assert [row["addressee"] for row in records.across_rows(answer)] == ["harbour-office"]
    before = body_progress(register, register.bodies["harbour-office"], date(2015, 2, 28))
    assert [one.status for one in before] == [Status.NO_INFORMATION]
    assert plan_ids(state_progress(register, examplia_of(register), TODAY)) == [
        "plan-1",
        "plan-2",
        "draft-1",
        "draft-2",
    ]


def plan_ids(found: tuple[CommitmentProgress, ...]) -> list[str]:
    """The ids of some progress."""
    return [one.commitment.id for one in found]


NEGATIVE = re.compile(
    r"\b(not started|fail\w*|breach\w*|violat\w*|overdue|behind|lag\w*|non-?compli\w*|poor\w*|weak\w*|worst|worse"
    r"|score|rank\w*|grade\b|rating|missing|missed)\b",
    re.IGNORECASE,
)


def lists(blocks: tuple[Any, ...]) -> list[Checklist]:
    """The lists of a page that hold commitments."""
    return [block for block in blocks if isinstance(block, Checklist)][len(Tier) :]


@pytest.mark.data
@pytest.mark.parametrize("slug", ["haiti", "grenada", "uruguay"])
def test_a_state_of_which_nothing_is_recorded_has_no_information_everywhere(real: Register, slug: str) -> None:
    """What was not seen is no information, in every row but the treaty register's, and no word judges it.

    What was adopted for all is on record of each.
    """
    state = real.states[slug]
    assert state.assessments == ()
    found = [one for one in state_progress(real, state, TODAY) if not one.decided]
    assert len(found) == 97 - 18
    for_all = {one.commitment.id for one in found if one.status is Status.ON_RECORD}
    assert for_all == {"randot3-ms-01"}
    assert {one.status for one in found} == {Status.NO_INFORMATION, Status.ON_RECORD}
    page = checklist_report.page(checklist(real, state, TODAY), ENGLISH)
    items = [item for block in lists(page.blocks) for item in block.items]
    assert not [item for item in items if re.match(r"2\.(a\.)?[ivx]+$", item.label)]
    assert {item.standing.text for item in items} == {"", "on record, 11 Nov 2021"}
    assert not any(NEGATIVE.search(item.standing.text) for item in items)


@pytest.mark.data
@pytest.mark.parametrize("by", Grouped)
def test_every_commitment_stands_once_under_every_way_of_listing(real: Register, by: Grouped) -> None:
    """By document, theme, article or kind, each commitment of the state is listed once; by others in the texts' order.

    Those that the treaty register answers stand once, among the instruments.
    """
    answer = checklist(real, real.states["peru"], TODAY)
    ids = [each.commitment.id for each in answer.progress if not each.decided]
    shown = [[each.commitment.id for each in progress] for _, progress in answer.grouped(by)]
    assert sorted(id for group in shown for id in group) == sorted(ids)
    items = [item for block in lists(checklist_report.page(answer, ENGLISH, by).blocks) for item in block.items]
    assert len(items) == len(ids) == 79
    if by is not Grouped.ARTICLE:
        assert all([ids.index(id) for id in group] == sorted(map(ids.index, group)) for group in shown)


@pytest.mark.data
def test_a_commitment_of_several_articles_names_the_others(real: Register) -> None:
    """By article, a commitment stands under the first of its articles, in their order, and names the rest."""
    answer = checklist(real, real.states["peru"], TODAY)
    found = dict(answer.grouped(Grouped.ARTICLE))
    assert [*found] == ["untoc", "tip", "firearms", "psychotropics-1971", "uncac", "budapest", ""]
    assert [each.commitment.id for each in found["untoc"]][:2] == ["strategy-1a", "randot4-annual-2"]
    blocks = lists(checklist_report.page(answer, ENGLISH, Grouped.ARTICLE).blocks)
    first = next(item for block in blocks if block.heading == "UNTOC" for item in block.items)
    assert first.label == "art. 1  strategy-1a"
    assert text_of(first.details[0]).endswith("; also UNTOC 34")


def test_the_catalogue_stands_in_a_table_for_spreadsheets() -> None:
    """As CSV the catalogue has a line for each commitment, with its counts by status and their denominator."""
    rows = list(csv.DictReader(io.StringIO(toc("commitments", "-f", "csv", "--as-of", TODAY.isoformat()).out)))
    assert len(rows) == 112
    for row in rows:
        counted = sum(int(row[str(status)]) for status in Status)
        assert counted == (0 if row["consented"] else int(row["of"]))


def named(register: Register, commitment: str, day: date = TODAY) -> dict[str, list[list[str]]]:
    """The tables of one commitment's page: under each status or standing the cells of its rows."""
    answer = across(register, scope(register, day), catalogued(register)[commitment], day)
    tables = [block for block in across_report.page(answer, ENGLISH).blocks if isinstance(block, Table)]
    return {table.caption: [[each.text for each in row] for row in table.sections[0].rows] for table in tables}


@pytest.mark.data
def test_the_page_of_a_treatys_paragraph_names_every_state_once(real: Register) -> None:
    """Each state stands once, under its standing, in alphabetical order, with the day since when it is so."""
    shown = named(real, "strategy-2-iv")
    assert list(shown) == ["party:", "signatory:", "no action:"]
    assert shown["signatory:"] == [["Canada", "20 Mar 2002"]]
    assert shown["no action:"] == [["Belize, Colombia, Saint Lucia, Suriname, United States"]]
    parties = [row[0].rstrip("¹²³") for row in shown["party:"]]
    assert parties == sorted(parties)
    assert len(parties) == 35 - 6


@pytest.mark.data
def test_states_of_which_nothing_is_known_are_names_in_a_sentence(real: Register) -> None:
    """A state with a law has a line with it; the others stand together below, with their footnotes."""
    answer = across(real, scope(real, TODAY), catalogued(real)["strategy-6c"], TODAY)
    blocks = across_report.page(answer, ENGLISH).blocks
    (sentence,) = (block.text for block in blocks if isinstance(block, Paragraph) and "Nothing" in block.text)
    lines = [row[0] for row in named(real, "strategy-6c")["no assessment seen:"]]
    names = re.split(", ", sentence.partition(": ")[2].rstrip("."))
    assert len(lines) + len(names) == 35
    assert "Cuba¹" in names
    assert "Peru" in lines


@pytest.mark.data
def test_names_of_many_states_are_wrapped(real: Register) -> None:
    """A commitment of which nothing is recorded of any state names all of them within the width of the page."""
    answer = across(real, scope(real, TODAY), catalogued(real)["strategy-5a"], TODAY)
    page = plain.write(across_report.page(answer, ENGLISH), 80)
    assert max(map(len, page.splitlines())) <= 80
    assert "Antigua and Barbuda, Argentina, Bahamas" in page


def test_an_assessment_stands_under_its_status_with_its_day() -> None:
    """Those with an assessment stand under its status, before those without information; the counts say the same."""
    register = assessed(("plan-1", "started", "2012-05-02"))
    assert named(register, "plan-1") == {
        "started:": [["Examplia", "2 May 2012", "documented [gazette-2012]"]],
        "no information:": [["Samplia"]],
    }
    counts = across(register, scope(register, TODAY), catalogued(register)["plan-1"], TODAY).counts
    shown = [row[2].text for table in catalogue_tables(register) for row in table if row[0].text == "1"]
    assert (counts.of, shown[0]) == (2, "started 1; ? 1")


@pytest.mark.data
def test_a_text_later_than_the_day_asked_is_named_as_such(real: Register) -> None:
    """Asked about a day before the Strategy, the page says which texts are later; on the day of adoption, not it."""
    remark = "Measured by texts later than the day asked: Hemispheric Strategy (11 Nov 2021)"
    for day, later in {date(2021, 11, 10): True, date(2021, 11, 11): False}.items():
        page = report.page(overview(real, scope(real, day), day), ENGLISH)
        said = [text_of(block.line) for block in page.blocks if isinstance(block, Remark)]
        assert any(text.startswith(remark) for text in said) is later


def catalogue_tables(register: Register) -> list[tuple[tuple[Cell, ...], ...]]:
    """The rows of the catalogue's page, document by document."""
    answer = overview(register, scope(register, TODAY), TODAY)
    return [table.sections[0].rows for table in report.page(answer, ENGLISH).blocks if isinstance(table, Table)]


@pytest.mark.data
def test_of_some_instruments_the_commitments_that_concern_them_are_counted(real: Register) -> None:
    """Limited to a treaty the catalogue keeps the paragraphs on it, and of a grouping it counts the members."""
    few = scope(real, TODAY, instruments=[real.instruments["budapest"]])._replace(instruments_named=True)
    kept = [each.commitment.id for each in overview(real, few, TODAY).counts]
    assert kept == ["strategy-2a-v", "strategy-3e", "strategy-3n"]
    answer = overview(real, scope(real, TODAY, [real.states["haiti"], real.states["nicaragua"]]), TODAY)
    assert (answer.members, {each.of for each in answer.counts if each.commitment.of_states}) == (1, {1, 2})


def test_a_mistyped_commitment_is_answered_with_the_nearest() -> None:
    """An id that no document has ends in exit code 2 and the nearest."""
    result = toc("commitments", "stratgy-1")
    assert (result.code, result.out) == (2, "")
    assert "did you mean strategy-1" in result.err


NAMED = """
    designations:
      - role: national-authority
        institution: Ministry of the Interior
        {days}
        source: list-2020
"""


@pytest.mark.parametrize(
    ("days", "day", "status"),
    [
        ("since: 2019-05-05\n        notified: 2020-05-01", date(2020, 5, 1), Status.ON_RECORD),
        ("since: 2019-05-05\n        notified: 2020-05-01", date(2020, 4, 30), Status.NO_INFORMATION),
        ("since: 2019-05-05", TODAY, Status.NO_INFORMATION),
        ("notified: 2020-05-01", TODAY, Status.NO_INFORMATION),
        (
            "since: 2019-05-05\n        notified: 2020-05-01\n        unconfirmed: note not seen",
            TODAY,
            Status.NO_INFORMATION,
        ),
    ],
)
def test_a_designation_and_its_notification_are_on_record(days: str, day: date, status: Status) -> None:
    """Both with their days answer 5.a, as on record and never as complete; one of the two stands beside it."""
    register = register_of(NAMED.format(days=days), frozen=True)
    progress = {one.commitment.id: one for one in state_progress(register, register.states["examplia"], day)}
    one = progress["strategy-5a"]
    assert one.status is status
    assert "Ministry of the Interior" in behind(one)
    assert (one.made.text if one.made else None) == ("2020-05-01" if status is Status.ON_RECORD else None)
    assert progress["strategy-5b"].status is Status.NO_INFORMATION


def test_a_paragraph_that_names_two_treaties_is_answered_by_both() -> None:
    """It counts the states that consented to each they can join; where they can join none, they are outside."""

    def found(entry: str, by: str = "all") -> Shown:
        clauses = ALPHA.replace("by: all", f"by: {by}")
        made = tiny(f"alpha: [{{{entry}, source: seen}}]", instruments=clauses)
        return made.register.instruments["alpha"], made.standing("2026-11-21")

    party, signed = found("accession: 2010-05-05"), found("signature: 2000-05-05")
    outside = found("none_seen: 2020-01-01", "[XXB]")
    assert [least((party, other)).name.value for other in (party, signed, outside)] == ["party", "signatory", "party"]
    assert least((outside, outside)).name == "not_applicable"


def test_what_was_done_at_home_stands_on_record_beside_a_paragraph_and_is_no_status() -> None:
    """A law serves the paragraphs of its topics: it stands there with its day and source, and changes no status."""
    register = register_of(at_home=True)
    answer = across(register, scope(register, TODAY), register.catalogue.commitments["plan-1"], TODAY)  # type: ignore[union-attr]
    (examplia, samplia) = answer.states
    assert examplia.progress.status is Status.NO_INFORMATION
    assert behind(examplia.progress) == (
        "on record: Harbour Dues Act, Act No. 4 of 2009, section 3; 4 May 2009; in force, seen 4 Mar 2010 (old) "
        "[exa-harbour-dues-2010]"
    )
    assert behind(samplia.progress) == ""
    page = plain.write(across_report.page(answer, ENGLISH), 100)
    assert "exa-harbour-dues-2010  Harbour Office of Examplia, 4 Mar 2010" in page
    assert records.across_record(answer)["states"][0]["measures"][0]["number"] == "Act No. 4 of 2009"
