"""What two states can rest a request on: what is in force between them, and what statements do to it."""

from datetime import date

import pytest

from tests.registers import state_of, together
from toc_treaties.document import Table
from toc_treaties.model.agreement import Agreement
from toc_treaties.model.instrument import Instrument
from toc_treaties.model.register import Register
from toc_treaties.pages.basis import page
from toc_treaties.questions.basis import PURPOSES, BasisAnswer, Comes, basis
from toc_treaties.questions.serving import BasisFound
from toc_treaties.records.basis import record
from toc_treaties.words.language import ENGLISH

ASSISTANCE = "mutual-legal-assistance"
DAY = date(2026, 11, 21)


def _articles(answer: BasisAnswer) -> dict[str, tuple[str, ...]]:
    """Each instrument of the answer with the articles that serve, of its first entry."""
    return {line.by.id: line.articles for line in reversed(answer.lines) if isinstance(line.by, Instrument)}


def _since(answer: BasisAnswer) -> dict[str, date | None]:
    """Each instrument of the answer with the day since which it is in force between the two."""
    return {line.by.id: line.since.day for line in answer.lines if isinstance(line.by, Instrument) and line.since}


# On the real register

HAITI_AND_THE_DOMINICAN_REPUBLIC = {
    "untoc": date(2011, 5, 19),
    "trafficking-1988": date(1995, 12, 17),
    "cifta": date(2009, 5, 24),
    "uncac": date(2009, 10, 14),
    "iacac": date(2004, 7, 7),
}


def _real(whole: Register, codes: str, day: date = DAY, purposes: tuple[str, ...] = PURPOSES) -> BasisAnswer:
    first, second = (state_of(whole, code) for code in codes.split())
    return basis(whole, first, second, day, purposes)


@pytest.mark.data
def test_mutual_legal_assistance_between_haiti_and_the_dominican_republic(whole: Register) -> None:
    """Five instruments join the two, each since the later entry into force: UNTC tables of 2014, OAS B-58, A-63."""
    answer = _real(whole, "HTI DOM", DAY, (ASSISTANCE,))
    assert _articles(answer) == {
        "untoc": ("18",),
        "trafficking-1988": ("7",),
        "cifta": ("XVII",),
        "uncac": ("46",),
        "iacac": ("XIV",),
    }
    assert _since(answer) == HAITI_AND_THE_DOMINICAN_REPUBLIC
    absent = {one.instrument.id: [state.iso3 for state in one.not_party] for one in answer.missing}
    assert absent["mla"] == ["DOM", "HTI"]


@pytest.mark.data
def test_a_treaty_is_no_basis_before_it_binds_both(whole: Register) -> None:
    """On 1 January 2010 all of those joined the two but UNTOC, which Haiti deposited in 2011 (UNTC XVIII-12)."""
    answer = _real(whole, "HTI DOM", date(2010, 1, 1), (ASSISTANCE,))
    assert _since(answer) == {id: day for id, day in HAITI_AND_THE_DOMINICAN_REPUBLIC.items() if id != "untoc"}
    assert ("untoc", ["HTI"]) in [(one.instrument.id, [s.iso3 for s in one.not_party]) for one in answer.missing]


@pytest.mark.data
@pytest.mark.parametrize(
    ("codes", "purpose", "instrument", "whose"),
    [
        # Colombia reserved 9(1)(b) to (e) of the 1988 Convention: UNTC VI-19.
        ("COL PER", "joint-investigation", "trafficking-1988", "COL"),
        # Canada reserved 36(2)(b)(i) to (iii) of the 1961 Convention: UNTC VI-17.
        ("CAN MEX", "extradition", "narcotics-1961", "CAN"),
    ],
)
def test_what_a_state_reserved_is_not_offered(
    whole: Register, codes: str, purpose: str, instrument: str, whose: str
) -> None:
    """A treaty in force for both is no basis where one has reserved its article, and the answer says whose it is."""
    answer = _real(whole, codes, DAY, (purpose,))
    assert instrument not in _articles(answer)
    assert [(one.instrument.id, one.said.state.iso3) for one in answer.barred] == [(instrument, whose)]
    assert all(len(one.requests_to) == 2 for one in answer.barred)


@pytest.mark.data
@pytest.mark.parametrize("other", ["JAM", "BRB", "SUR"])
def test_what_el_salvador_declared_acts_on_requests_to_it(whole: Register, other: str) -> None:
    """UNCAC 44(5) is offered for requests to the other alone, beside El Salvador's declaration (UNTC XVIII-14)."""
    answer = _real(whole, f"SLV {other}", DAY, ("extradition",))
    (optional,) = (line for line in answer.lines if line.by.id == "uncac" and line.rule == "optional")
    assert [state.iso3 for state in optional.requests_to] == [other]
    assert "SLV" not in {state.iso3 for state in optional.not_known}
    (barred,) = (one for one in answer.barred if one.instrument.id == "uncac")
    assert [state.iso3 for state in barred.requests_to] == ["SLV"]
    assert barred.said.statement.text == "not the legal basis for co-operation in connection with extradition"


@pytest.mark.data
def test_a_treaty_without_a_reservation_still_serves(whole: Register) -> None:
    """Colombia's and Canada's reservations touch one purpose, and leave the two treaties' other bases."""
    assert "trafficking-1988" in _articles(_real(whole, "COL PER", DAY, ("extradition",)))
    assert "trafficking-1988" in _articles(_real(whole, "CAN MEX", DAY, ("extradition",)))
    assert "uncac" in _articles(_real(whole, "SLV MEX", DAY, (ASSISTANCE,)))


@pytest.mark.data
def test_the_answer_is_the_same_from_either_side(whole: Register) -> None:
    """A basis joins two states, whichever asks: so for all 595 pairs."""
    states = list(whole.states.values())
    pairs = [(first, second) for index, first in enumerate(states) for second in states[index + 1 :]]
    assert len(pairs) == 595
    for index, (first, second) in enumerate(pairs):
        purpose = PURPOSES[index % len(PURPOSES)]
        assert basis(whole, first, second, DAY, [purpose]) == basis(whole, second, first, DAY, [purpose])


@pytest.mark.data
def test_no_basis_is_without_an_article_or_an_agreement(whole: Register) -> None:
    """Of every real pair, each instrument that serves has an article left, and is not also said to be missing."""
    states = list(whole.states.values())
    for first, second in zip(states, [*states[1:], states[0]], strict=True):
        answer = basis(whole, first, second, DAY)
        assert all(line.articles for line in answer.lines if isinstance(line.by, Instrument))
        serving = {(line.purpose, line.by.id) for line in answer.lines}
        assert not serving & {(one.purpose, one.instrument.id) for one in answer.missing}


# On tiny registers

PACT = """
    alpha:
      adopted: 1999-12-01
      signature: {opened: 2000-01-01, closed: 2001-12-31, by: all}
      in_force: 2002-01-01
      later_parties: {days: 30}
      accession: {by: all}
      exit: {word: denunciation, years: 1}
      serves:
        extradition: [{articles: ["7(1)", "7(2)"], turns_on: "7(2)", force: optional, scope: drugs}]
        mutual-legal-assistance: [{articles: ["5", "6"], force: title, scope: drugs}]
        joint-investigation: [{articles: ["9"], force: enabling, scope: drugs}]
      designations: [{article: "7(2)(a)", what: whether it takes it as a basis, due: true}]
"""
"""A convention with three bases: one that turns on 7(2), one on two articles, one on a single one."""

PARTY = "treaties:\n  alpha:\n    - {ratification: 2003-05-01, source: seen}\n"
"""A state that is a party from 31 May 2003 and has said nothing."""


def _said(*statements: str) -> str:
    """A party, with what it said on ratifying."""
    lines = "".join(f"        - {{{statement}, source: seen}}\n" for statement in statements)
    entry = "    - ratification: 2003-05-01\n      source: seen\n      statements:\n"
    return f"treaties:\n  alpha:\n{entry}{lines}"


def _between(first: str, second: str = PARTY, day: date = DAY, agreements: str = "{}") -> BasisAnswer:
    """The answer for two states of these texts."""
    made = together({"XXA": first, "XXB": second}, instruments=PACT, agreements=agreements)
    forth = basis(made, made.states["xxa"], made.states["xxb"], day)
    assert forth == basis(made, made.states["xxb"], made.states["xxa"], day)
    return forth


def _left(answer: BasisAnswer) -> dict[str, tuple[str, ...]]:
    """The articles that serve each purpose."""
    return {line.purpose: line.articles for line in answer.lines}


EVERYTHING = {"extradition": ("7(1)", "7(2)"), ASSISTANCE: ("5", "6"), "joint-investigation": ("9",)}


def test_a_treaty_joins_two_parties_since_the_later() -> None:
    """It is in force between two states from the day on which the second of them becomes a party."""
    later = PARTY.replace("2003-05-01", "2006-01-01")
    assert _left(_between(PARTY, later)) == EVERYTHING
    assert {line.since.day for line in _between(PARTY, later).lines if line.since} == {date(2006, 1, 31)}
    assert _between(PARTY, later, date(2006, 1, 30)).lines == ()
    assert _left(_between(PARTY, later, date(2006, 1, 31))) == EVERYTHING


def test_a_month_leaves_a_range() -> None:
    """Where one deposit is known to the month, the day since which it joins the two is a range, and never too early."""
    (line, *_) = _between(PARTY, PARTY.replace("2003-05-01", "2006-01")).lines
    assert line.since is not None
    assert (line.since.earliest, line.since.latest) == (date(2006, 1, 31), date(2006, 3, 2))


def test_a_contracting_state_is_no_basis() -> None:
    """A state for which the treaty is not yet in force has consented, and cannot be asked under it yet."""
    answer = _between(PARTY, PARTY, date(2003, 5, 30))
    assert answer.lines == ()
    assert {one.instrument.id for one in answer.missing} == {"alpha"}


@pytest.mark.parametrize(("day", "serves"), [("2011-01-30", True), ("2011-01-31", False)])
def test_a_state_that_is_leaving_is_a_basis_until_the_day(day: str, serves: bool) -> None:
    """Between its notice and its effect a state can still be asked; from that day on it cannot."""
    leaving = PARTY + "    - {denunciation: 2010-01-31, source: seen}\n"
    answer = _between(PARTY, leaving, date.fromisoformat(day))
    assert (_left(answer) == EVERYTHING) is serves
    assert bool(answer.missing) is not serves


def test_a_party_that_no_source_shows_is_to_verify_where_the_other_is_none() -> None:
    """A standing carries its mark and its doubt on the page of two states as on its own."""
    said = "treaties:\n  alpha:\n    - {ratification: 2003-05-01, unconfirmed: a line}\n"
    answer = _between(said, "treaties:\n  alpha: [{none_seen: 2020-01-01, source: seen}]\n")
    (table,) = (block for block in page(answer, ENGLISH).blocks if isinstance(block, Table) and block.key == "missing")
    shown = [[(entry.text, entry.marked, len(entry.below)) for entry in row[1:3]] for row in table.sections[0].rows]
    assert shown == [[("party", True, 1), ("not a party", False, 0)]]
    assert "to verify" in str(table)
    assert {tuple(one["unconfirmed"]) for one in record(answer)["missing"]} == {("XXA",)}


def test_whether_a_state_is_a_party_may_not_be_known() -> None:
    """Within a bracket of its consent a state is not said to be no party, and not offered as one."""
    bracket = "treaties:\n  alpha:\n    - {ratification: unknown, between: [2011-04-01, 2017-11-02], source: seen}\n"
    answer = _between(PARTY, bracket, date(2015, 1, 1))
    assert answer.lines == ()
    assert {(one.not_party, tuple(state.iso3 for state in one.doubtful)) for one in answer.missing} == {((), ("XXB",))}


@pytest.mark.parametrize(
    ("statement", "left"),
    [
        ('reservation: a line, articles: ["5"], effect: excludes', {ASSISTANCE: ("6",)}),
        ('reservation: a line, articles: ["5(2)"], effect: excludes', {}),
        ('reservation: a line, articles: ["5", "6"], effect: excludes', {ASSISTANCE: None}),
        ('reservation: a line, articles: ["7(1)"], effect: excludes', {"extradition": ("7(2)",)}),
        ('reservation: a line, articles: ["7(2)"], effect: excludes', {"extradition": None}),
        ('reservation: a line, articles: ["7"], effect: excludes', {"extradition": None}),
        ('reservation: a line, articles: ["7(2)(a)"], effect: excludes', {}),
        ('reservation: a line, articles: ["9"], effect: excludes', {"joint-investigation": None}),
        ('reservation: a line, articles: ["9"], effect: limits', {}),
        ('declaration: a line, articles: ["9"], effect: informs', {}),
        ('reservation: a line, articles: ["9"]', {}),
        ("statement: not seen", {}),
        ("reservation: a line, effect: excludes", {}),
    ],
)
def test_what_a_statement_takes_out(statement: str, left: dict[str, tuple[str, ...] | None]) -> None:
    """An exclusion drops its article; that on which a basis turns, or the last, drops the basis; nothing else does."""
    answer = _between(_said(statement))
    expected = {purpose: left.get(purpose, articles) for purpose, articles in EVERYTHING.items()}
    assert _left(answer) == {purpose: articles for purpose, articles in expected.items() if articles}
    barred = [purpose for purpose, articles in expected.items() if articles is None]
    assert [(one.purpose, one.said.state.iso3) for one in answer.barred] == [(purpose, "XXA") for purpose in barred]


def test_two_reservations_can_leave_nothing() -> None:
    """Where each of the two takes out one of the two articles, none is left, and the treaty does not serve."""
    first = _said('reservation: a line, articles: ["5"], effect: excludes')
    second = _said('reservation: a line, articles: ["6"], effect: excludes')
    answer = _between(first, second)
    assert ASSISTANCE not in _left(answer)
    assert [one.purpose for one in answer.barred] == [ASSISTANCE]


def _lines(answer: BasisAnswer, purpose: str) -> BasisFound:
    (line,) = (line for line in answer.lines if line.purpose == purpose)
    return line


@pytest.mark.parametrize(
    ("statement", "beside"),
    [
        ('declaration: a line, articles: ["7"], effect: limits', ["extradition"]),
        ('declaration: a line, articles: ["5(2)"], effect: informs', [ASSISTANCE]),
        ('declaration: a line, articles: ["12"], effect: limits', []),
        ('reservation: not seen, articles: ["9"]', ["joint-investigation"]),
        ("statement: not seen", list(EVERYTHING)),
        ("reservation: a line, effect: limits", list(EVERYTHING)),
        ("declaration: a line, effect: informs", []),
    ],
)
def test_a_statement_is_said_beside_what_it_touches(statement: str, beside: list[str]) -> None:
    """What limits or informs, and what was not seen, stands beside the bases whose articles it concerns."""
    answer = _between(_said(statement))
    assert [line.purpose for line in answer.lines if line.said] == beside
    assert all(said.state.iso3 == "XXA" for line in answer.lines for said in line.said)


@pytest.mark.parametrize(
    ("when", "serves"),
    [
        ("date: 2010-01-01", {"2009-12-31": True, "2010-01-01": False}),
        ("withdrawn: 2010-01-01", {"2009-12-31": False, "2010-01-01": True}),
    ],
)
def test_a_reservation_counts_while_it_stands(when: str, serves: dict[str, bool]) -> None:
    """A reservation takes its article out from its own day, and until it is withdrawn."""
    text = _said(f'reservation: a line, articles: ["9"], effect: excludes, {when}')
    found = {day: "joint-investigation" in _left(_between(text, day=date.fromisoformat(day))) for day in serves}
    assert found == serves


def test_an_objection_keeps_the_treaty_out_with_one_state() -> None:
    """An objection that excludes keeps the whole treaty out of force with the reserving state, and with no other."""
    objects = _said("objection: a line, effect: excludes, to: XXB")
    reserves = _said('reservation: a line, articles: ["12"], effect: limits')
    made = together({"XXA": objects, "XXB": reserves, "XXC": PARTY}, instruments=PACT)
    first, second, third = made.states.values()
    barred = basis(made, first, second, DAY)
    assert barred.lines == ()
    assert [one.purpose for one in barred.barred] == list(EVERYTHING)
    for pair in ((first, third), (second, third)):
        free = basis(made, *pair, DAY)
        assert _left(free) == EVERYTHING
        assert free.barred == ()
        assert [line for line in free.lines if line.said] == []


def test_an_objection_to_one_state_says_nothing_of_another_that_reserves_too() -> None:
    """What a state objects of one reserving state does not stand beside a basis with another."""
    objects = _said('objection: a line, articles: ["9"], effect: limits, to: XXB')
    reserves = _said('reservation: a line, articles: ["12"], effect: limits')
    made = together({"XXA": objects, "XXB": reserves, "XXC": reserves}, instruments=PACT)
    first, second, third = made.states.values()
    assert [len(line.said) for line in basis(made, first, second, DAY, ["joint-investigation"]).lines] == [1]
    assert [len(line.said) for line in basis(made, first, third, DAY, ["joint-investigation"]).lines] == [0]


@pytest.mark.parametrize(("day", "agreements"), [("2011-12-31", 0), ("2012-01-01", 1)])
def test_no_agreement_binds_a_state_before_its_independence(day: str, agreements: int) -> None:
    """From the day of its independence on, what a list shows in force for it counts."""
    young = "independence: 2012-01-01\n" + PARTY
    answer = _between(young, PARTY, date.fromisoformat(day), AGREEMENTS.replace("2015-01-01", "2006-01-01"))
    assert len([line for line in answer.lines if line.by.id == "between"]) == agreements


def test_an_objection_to_one_article_leaves_third_states_alone() -> None:
    """An objection that names an article concerns the reserving state alone (VCLT 21(3))."""
    objects = _said('objection: a line, articles: ["9"], effect: excludes, to: XXB')
    reserves = _said('reservation: a line, articles: ["9"], effect: limits')
    made = together({"XXA": objects, "XXB": reserves, "XXC": PARTY}, instruments=PACT)
    first, second, third = made.states.values()
    assert "joint-investigation" not in _left(basis(made, first, second, DAY))
    assert _left(basis(made, first, third, DAY)) == EVERYTHING


def test_whether_an_optional_basis_is_taken_is_not_assumed() -> None:
    """Where a party notifies whether it takes an optional basis, it is not known until a notification was seen."""
    assert [state.iso3 for state in _lines(_between(PARTY), "extradition").not_known] == ["XXA", "XXB"]
    assert _lines(_between(PARTY), ASSISTANCE).not_known == ()
    told = _said('notification: takes it as a basis, articles: ["7(2)(a)"]')
    assert [state.iso3 for state in _lines(_between(told), "extradition").not_known] == ["XXB"]
    unseen = _said('notification: not seen, articles: ["7(2)(a)"]')
    assert [state.iso3 for state in _lines(_between(unseen), "extradition").not_known] == ["XXA", "XXB"]


def test_authorities_stand_beside_the_basis_they_serve() -> None:
    """An authority designated under an article that serves is named with it, from its day until it lapses."""
    named = """
designations:
  - instrument: alpha
    article: "7(2)(a)"
    institution: Ministry of Justice
    since: 2010-01-01
    until: 2020-01-01
    source: seen
"""
    days = ["2009-12-31", "2010-01-01", "2019-12-31", "2020-01-01"]
    answers = [_between(named + PARTY, day=date.fromisoformat(day)) for day in days]
    assert [len(_lines(answer, "extradition").authorities) for answer in answers] == [0, 1, 1, 0]
    assert all(_lines(answer, ASSISTANCE).authorities == () for answer in answers)


def test_an_unconfirmed_consent_marks_the_basis() -> None:
    """A basis that rests on a consent of which no source was seen is marked."""
    rumour = PARTY.replace("source: seen", "unconfirmed: not in the table")
    assert {line.marked for line in _between(PARTY).lines} == {False}
    assert {line.marked for line in _between(PARTY, rumour).lines} == {True}


AGREEMENTS = """
    widely:
      title: A regional treaty
      kind: regional
      purposes: [mutual-legal-assistance, extradition]
      in_force: 2005-01-01
      parties: [{state: XXA}, {state: XXB, since: 2008-01-01}, {state: XXC}]
      source: seen
    between:
      title: A bilateral treaty
      kind: bilateral
      purposes: [mutual-legal-assistance]
      in_force: 2015-01-01
      parties: [{state: XXA}, {state: XXB}]
      source: heard
    reported:
      title: A reported treaty
      kind: bilateral
      purposes: [extradition]
      unconfirmed: entry into force not seen
      signatories: [XXA, XXB]
      source: heard
    elsewhere:
      title: A treaty with others
      kind: bilateral
      purposes: [extradition]
      in_force: 2015-01-01
      parties: [{state: XXA}, {state: XXC}]
      source: heard
"""


def test_agreements_come_first_and_bilateral_ones_before_all() -> None:
    """For each purpose a bilateral treaty comes first, then a regional one, then the instruments."""
    answer = _between(PARTY, PARTY, DAY, AGREEMENTS)
    found = [(line.purpose, line.by.id) for line in answer.lines]
    assert found == [
        ("extradition", "widely"),
        ("extradition", "alpha"),
        (ASSISTANCE, "between"),
        (ASSISTANCE, "widely"),
        (ASSISTANCE, "alpha"),
        ("joint-investigation", "alpha"),
    ]
    assert [line.since.text for line in answer.lines if isinstance(line.by, Agreement) and line.since] == [
        "2008-01-01",
        "2015-01-01",
        "2008-01-01",
    ]


def test_an_agreement_is_shown_with_its_title_and_its_sources() -> None:
    """Whoever rests a request on an agreement finds on the page what it is called in full, and where it was seen."""
    blocks = page(_between(PARTY, PARTY, DAY, AGREEMENTS), ENGLISH).blocks
    (terms,) = (block for block in blocks if isinstance(block, Table) and block.key == "terms")
    told = {row[1].text for row in terms.sections[0].rows}
    assert {"A bilateral treaty [heard]", "A regional treaty [seen]"} <= told


def test_an_agreement_not_seen_in_force_stands_apart() -> None:
    """An unconfirmed agreement is listed to verify, for its own purpose, and is no basis."""
    answer = _between(PARTY, PARTY, DAY, AGREEMENTS)
    may = [(part.purpose, agreement.id) for part in answer.parts for agreement, _ in part.to_verify]
    assert may == [("extradition", "reported")]
    assert "reported" not in {line.by.id for line in answer.lines}
    perhaps = [first for part in answer.parts for first in part.first if first.comes is Comes.MAY_BIND]
    assert [(first.by.id, first.articles, first.marked) for first in perhaps] == [("reported", (), False)]


def test_only_the_purposes_asked_are_answered() -> None:
    """Asked about one purpose, the answer holds nothing of another."""
    made = together({"XXA": PARTY, "XXB": "treaties:\n  alpha: []\n"}, instruments=PACT, agreements=AGREEMENTS)
    answer = basis(made, made.states["xxa"], made.states["xxb"], DAY, [ASSISTANCE])
    assert [part.purpose for part in answer.parts] == [ASSISTANCE]
    assert {one.purpose for one in answer.missing} | {line.purpose for line in answer.lines} == {ASSISTANCE}
    assert [part.to_verify for part in answer.parts] == [()]
