"""Why a state stands as it does: three paths that are hard to tell, and what a page of one must say."""

from collections.abc import Callable
from datetime import date

import pytest

from tests.console import toc
from tests.registers import Tiny, state_of
from toc_treaties.law.bound import Ground
from toc_treaties.law.history import EventKind
from toc_treaties.law.outcome import StandingKind
from toc_treaties.model.register import Register
from toc_treaties.pages.explain import page
from toc_treaties.questions.explain import Explanation, explain
from toc_treaties.records.explain import record
from toc_treaties.words.language import ENGLISH
from toc_treaties.writers import plain

Make = Callable[..., Tiny]
DAY = date(2026, 11, 21)


def _asked(register: Register, iso3: str, instrument: str) -> Explanation:
    return explain(register, state_of(register, iso3), register.instruments[instrument], DAY)


def _page(state: str, instrument: str, as_of: str = "2026-11-21") -> str:
    """The page in one line, for what it says and not for where it breaks."""
    result = toc("explain", state, instrument, "--as-of", as_of, "--format", "plain", COLUMNS="400")
    assert result.code == 0
    return " ".join(result.out.split())


@pytest.mark.data
def test_bolivia_left_the_1961_convention_and_came_back(register: Register) -> None:
    """Bolivia's path: bound since 1976, notice in 2011, end on 1 January 2012 by article 46, return in 2013."""
    found = record(_asked(register, "BOL", "narcotics-1961"))["events"]
    assert [(one["kind"], one["event"], one["earliest"]) for one in found] == [
        ("accession", "action", "1976-09-23"),
        ("accession", "entry_into_force", "1976-10-23"),
        ("denunciation", "action", "2011-06-29"),
        ("lodged", "action", "2011-12-29"),
        ("denunciation", "exit", "2012-01-01"),
        ("accession", "action", "2013-01-11"),
        ("accession", "entry_into_force", "2013-02-10"),
    ]
    assert [(event["ground"], event["article"]) for event in found if event["ground"]] == [
        ("own_rule", "41(2)"),
        ("recorded", "46(2)"),
        ("recorded", "41(2)"),
    ]
    page = _page("bolivia", "narcotics-1961")
    for said in ("23 Sep 1976", "29 Jun 2011", "denunciation", "1 Jan 2012", "46(2)", "11 Jan 2013", "10 Feb 2013"):
        assert said in page
    assert "a notice by 1 Jul takes effect on the next 1 Jan, art. 46(2)" in page
    assert "recorded; 30 days after deposit, art. 41(2)" in page
    assert "coca-leaf" in page


@pytest.mark.data
def test_el_salvador_joined_through_the_text_of_1961(register: Register) -> None:
    """El Salvador is bound by the amended Convention through the original text, and its route is told (UNTC VI-18)."""
    found = _asked(register, "SLV", "narcotics-1961")
    deciding = found.item.standing.deciding
    assert deciding is not None
    assert (deciding.via, [step.of for step in deciding.route]) == ("convention-1961", ["convention-1961"])
    page = _page("el salvador", "narcotics-1961")
    assert "through the 1961 Convention in its original text" in page
    assert "26 Feb 1998" in page
    assert "30 Mar 1961" in page


@pytest.mark.data
@pytest.mark.parametrize(
    ("state", "as_of", "verdict", "remark"),
    [
        (
            "cuba",
            "1970-01-01",
            "not open yet",
            "acceded to the 1961 Convention in its original text on 30 Aug 1962",
        ),
        (
            "cuba",
            "1989-12-13",
            "no action",
            "acceded to the 1961 Convention in its original text on 30 Aug 1962",
        ),
        (
            "venezuela",
            "1985-12-03",
            "no action",
            "ratified the 1961 Convention in its original text on 14 Feb 1969",
        ),
    ],
)
def test_the_unamended_text_alone_is_a_remark(state: str, as_of: str, verdict: str, remark: str) -> None:
    """A party to the text of 1961 alone has done nothing under the amended one, and the page says what it did do."""
    page = _page(state, "narcotics-1961", as_of)
    assert f"Standing {verdict}" in page
    assert remark in page


@pytest.mark.data
def test_nicaraguas_bracket_under_the_san_jose_agreement(register: Register) -> None:
    """Of Nicaragua's ratification only two days are known between which it lies, and the page names them."""
    found = _asked(register, "NIC", "maritime")
    assert found.item.standing.name is StandingKind.PARTY
    assert not found.member
    (act,) = (one for one in found.item.events if one.kind is EventKind.ACTION and one.when.bracketed)
    assert (act.when.earliest, act.when.latest) == (date(2011, 3, 30), date(2017, 11, 2))
    page = _page("nicaragua", "maritime")
    assert "30 Mar 2011 – 2 Nov 2017" in page
    assert "29 Apr 2011 – 2 Dec 2017" in page
    assert "not a member of the OAS since 19 Nov 2023" in page


@pytest.mark.data
def test_within_the_bracket_the_standing_is_not_known(register: Register) -> None:
    """In 2015 Nicaragua may have ratified the Agreement: no entry into force is computed, and neither is said."""
    nicaragua, maritime = state_of(register, "NIC"), register.instruments["maritime"]
    found = explain(register, nicaragua, maritime, date(2015, 1, 1)).item
    assert found.standing.name is StandingKind.NO_INFORMATION
    assert found.standing.between == (StandingKind.SIGNATORY, StandingKind.PARTY)
    assert [one.kind for one in found.events] == [EventKind.ACTION, EventKind.ACTION]


@pytest.mark.parametrize(
    ("entry", "ground"),
    [
        ("ratification: 2003-05-01", Ground.OWN_RULE),
        ("ratification: 2001-06-01", Ground.INSTRUMENT),
        ("ratification: 2003-05-01, in_force: 2003-07-01", Ground.RECORDED),
        ("succession: 2003-05-01, effect_from: 1999-12-31", Ground.NOTIFICATION),
    ],
)
def test_a_computed_day_names_what_decides_it(tiny: Make, entry: str, ground: Ground) -> None:
    """Each entry into force says by which rule its day is what it is."""
    made = tiny(f"alpha:\n  - {{{entry}, source: seen}}")
    found = explain(made.register, made.state, made.register.instruments["alpha"], DAY)
    assert [one.ground for one in found.item.events] == [None, ground]
    assert found.item.statements == ()
    assert [source.id for source in found.sources] == ["seen"]


def test_every_source_behind_a_path_is_cited(tiny: Make) -> None:
    """The sources of acts, statements and conflicts are all cited, whether or not they decide."""
    made = tiny("""
        alpha:
          - signature: 2000-06-06
            source: seen
            statements: [{declaration: a line, source: undated}]
          - ratification: 2003-05-01
            source: seen
            conflict: [{says: 2003-05-02, source: heard, why: the table prints the first}]
    """)
    found = explain(made.register, made.state, made.register.instruments["alpha"], DAY)
    assert [source.id for source in found.sources] == ["seen", "heard", "undated"]
    assert [one.text for one in found.item.statements] == ["a line"]


def test_why_it_is_not_settled_whether_a_state_may_join_is_said(tiny: Make) -> None:
    """Where the clause does not name a state that has acted, the page says that, in words and not as a code."""
    named = "alpha:\n  signature: {opened: 2000-01-01, by: [XXB]}\n  in_force: 2002-01-01\n"
    made = tiny("alpha:\n  - signature: 2005-05-05\n    source: seen", instruments=named)
    answer = explain(made.register, made.state, made.register.instruments["alpha"], DAY)
    said = "whether it may join is not settled: the clause does not name the state, which has acted"
    assert said in " ".join(plain.write(page(answer, ENGLISH), 400).split())


@pytest.mark.data
@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ("explain bolivia narcotics-1961", "Canada, Mexico and United States: objection (art. 36(2)(b)): to the"),
        ("explain canada narcotics-1961", "objection (reservation of: Bolivia; art. 36(2)(b)): to the reservation"),
        ("instrument narcotics-1961", "with effect from 22 Feb 1979"),
        ("state haiti", "party since a day between 3 and 30 Mar 2007"),
        ("explain uruguay mla", "To verify see OAS A-55, oas.org Not known whether it has consented since Evidence"),
        ("explain guatemala budapest", "flippingbook-budapest] 2024 no act seen"),
        ("explain united-states maritime", "signed definitively [nl-trb-2004-54]"),
        ("sources whatconvention-298", "ratification† Panama"),
    ],
)
def test_a_reader_finds_what_stands_behind_a_standing(asked: str, says: str) -> None:
    """Objections, effects from an earlier day, ranges, sources and marks stand where a reader looks for them."""
    assert says in " ".join(toc(*asked.split()).out.split())


@pytest.mark.data
def test_a_day_given_otherwise_says_whether_a_source_was_seen() -> None:
    """Suriname's accession of another day has no source, and the mark; Grenada's has one, and is cited."""
    suriname = " ".join(_page("suriname", "uncac").split())
    assert "the day is also given as 18 Nov 2021†: no source seen that prints a day" in suriname
    grenada = " ".join(_page("grenada", "cifta").split())
    assert "another source gives the day as 17 Jan 2002 [oas-press-e-013-02]" in grenada
