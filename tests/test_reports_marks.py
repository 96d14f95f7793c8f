"""The mark of what no source shows: on a record of every kind, on every page, with its meaning below."""

import re
from collections.abc import Callable
from datetime import date

import pytest

from tests.console import toc
from tests.registers import ALPHA, Tiny, scope
from toc_treaties.document import Document, text_of
from toc_treaties.law.evidence import Recorded, is_marked
from toc_treaties.law.membership import suspended
from toc_treaties.model.action import Action, Invitation, Kind, NoneSeen, Statement, StatementKind
from toc_treaties.model.agreement import Agreement
from toc_treaties.model.state import Designation, Participation, Period
from toc_treaties.model.vocabulary import ParticipationStatus
from toc_treaties.model.when import on
from toc_treaties.pages import authorities as authorities_report
from toc_treaties.pages import profile as state_report
from toc_treaties.pages import table as table_report
from toc_treaties.pages.membership import membership_line
from toc_treaties.pages.standings import mark_of
from toc_treaties.questions.authorities import authorities
from toc_treaties.questions.profile import profile
from toc_treaties.questions.table import table
from toc_treaties.records import authorities as authorities_record
from toc_treaties.words.language import ENGLISH
from toc_treaties.writers.markdown import write

Make = Callable[..., Tiny]
DAY = date(2026, 11, 21)
SHOWN = ("seen",)
PARTY = """
    alpha:
      - ratification: 2003-05-01
        source: seen
"""
ASKS = ALPHA + '      designations:\n        - {article: "5", what: central authority, due: true}\n'


@pytest.mark.parametrize(
    "record",
    [
        Action(Kind.RATIFICATION, on(DAY), SHOWN),
        NoneSeen(on(DAY), SHOWN),
        Statement(StatementKind.DECLARATION, "a text", sources=SHOWN),
        Invitation(on(DAY), None, until_known=True, sources=SHOWN),
        Period(on(DAY), sources=SHOWN),
        Designation("An office", sources=SHOWN),
        Agreement("one", "A treaty", "bilateral", (), sources=SHOWN),
    ],
    ids=lambda record: type(record).__name__,
)
def test_a_record_of_any_kind_is_marked_alike(record: Recorded) -> None:
    """Unmarked where a source shows it; marked where its entry says that none does, or where it names none."""
    assert not is_marked(record)
    assert mark_of(record) == ""
    assert is_marked(record._replace(unconfirmed="a list without dates"))  # type: ignore[attr-defined]
    assert is_marked(record._replace(sources=()))  # type: ignore[attr-defined]


def test_a_record_that_cannot_say_so_is_marked_without_a_source() -> None:
    """That a member takes no part names its source, or is marked."""
    assert is_marked(Participation(ParticipationStatus.NONE))
    assert not is_marked(Participation(ParticipationStatus.NONE, sources=SHOWN))


def _text(page: Document) -> str:
    return " ".join(write(page, 80).split())


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("source: seen", "Office of Alpha"),
        ("source: seen, unconfirmed: a list without dates", "Office of Alpha†"),
        ("since: 2010-01-01", "Office of Alpha†"),
    ],
)
@pytest.mark.parametrize("under", ['instrument: alpha, article: "5"', "role: national-authority"])
def test_an_authority_that_no_source_shows(tiny: Make, written: str, shown: str, under: str) -> None:
    """A designation is marked where its entry says that no source shows it, and where it names none."""
    entry = f"designations: [{{institution: Office of Alpha, {under}, {written}}}]"
    made = tiny(PARTY, instruments=ASKS, state=entry)
    answer = authorities(made.register, scope(made.register, DAY, [made.state]), DAY)
    page = _text(authorities_report.page(answer, ENGLISH))
    assert shown in page
    assert ("†" in page) == ("†" in shown)
    assert ("unconfirmed: no source seen shows it" in page) == ("†" in shown)
    data = authorities_record.record(answer)["states"][0]
    (held,) = [one for held in (*data["roles"], *data["designations"]) for one in held["designated"]]
    assert held["unconfirmed"] == ("†" in shown)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("source: seen", "since 2 Feb 1990"),
        ("source: seen, unconfirmed: called so on one page", "since 2 Feb 1990†"),
        ("note: of which no page was kept", "since 2 Feb 1990†"),
    ],
)
def test_a_membership_that_no_source_shows(tiny: Make, written: str, shown: str) -> None:
    """A membership without a source is marked on the state's own page, as it is among the changes."""
    member = "{from: 1948-05-05, source: seen}"
    made = tiny(PARTY, state=f"memberships: {{oas: [{member}], sica: [{{from: 1990-02-02, {written}}}]}}")
    answer = profile(made.register, made.state, DAY, made.register.instruments.values())
    page = _text(state_report.page(answer, ENGLISH))
    assert shown in page
    assert ("since 2 Feb 1990†" in page) == ("†" in shown)


@pytest.mark.parametrize(
    ("written", "sign"), [("source: seen", ""), ("source: seen, unconfirmed: called so", "†"), ("note: none kept", "†")]
)
def test_a_suspension_that_no_source_shows(tiny: Make, written: str, sign: str) -> None:
    """A suspension that no source shows is marked in the table of its grouping, and the mark is explained there."""
    oas = "oas: [{from: 1948-05-05, source: seen}]"
    made = tiny(PARTY, state=f"memberships: {{{oas}, sica: [{{from: 2010-02-02, status: suspended, {written}}}]}}")
    found = suspended(made.state, "sica", DAY)
    assert found is not None
    assert is_marked(found) == bool(sign)
    answer = table(made.register, scope(made.register, DAY)._replace(group="sica"), DAY)
    page = _text(table_report.page(answer, ENGLISH))
    assert re.search(rf"suspended, and shown: Avalon{sign}(?!†)", page)
    assert ("unconfirmed: no source seen shows it" in page) == bool(sign)


@pytest.mark.parametrize(("written", "sign"), [("source: seen", ""), ("note: none kept", "†")])
def test_a_participation_that_no_source_shows(tiny: Make, written: str, sign: str) -> None:
    """That a member takes no part is marked where no source is named."""
    state = tiny(PARTY, state=f"participation: [{{status: none, from: 1962-01-31, {written}}}]").state
    said = text_of(membership_line(state, DAY, ENGLISH))
    assert f"since 31 Jan 1962{sign}" in said
    assert ("†" in said) == bool(sign)


@pytest.mark.data
@pytest.mark.parametrize(
    ("arguments", "marked"),
    [
        (("gaps", "trinidad-and-tobago"), "invited to accede 2021†"),
        (("basis", "haiti", "canada"), "a declaration was made; its text was not seen†"),
        (("table", "--group", "caricom", "--as-of", "2005-01-01"), "suspended, and shown: Haiti†"),
        (("commitments",), "2 to 6 (2†)"),
    ],
)
def test_a_page_says_what_its_marks_mean(arguments: tuple[str, ...], marked: str) -> None:
    """Where a mark stands, its meaning stands below, once for all of a kind."""
    page = " ".join(toc(*arguments, "-f", "markdown").out.split())
    assert marked in page
    assert "no source seen shows it" in page[page.index(marked) + len(marked) :]
