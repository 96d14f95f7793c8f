"""Extradition by three rules, what gives way to a treaty, directions, and what comes before what."""

from datetime import date

import pytest

from tests.registers import state_of, together
from toc_treaties.document import Table
from toc_treaties.model.action import Statement, StatementKind
from toc_treaties.model.agreement import Agreement
from toc_treaties.model.register import Register
from toc_treaties.model.vocabulary import CrimeScope, Force, Purpose, StatementEffect
from toc_treaties.pages.basis import page
from toc_treaties.questions.basis import BasisAnswer, basis
from toc_treaties.questions.between import MadeStatement
from toc_treaties.questions.pairs import counted_under
from toc_treaties.questions.serving import BasisFound, of_agreement
from toc_treaties.questions.treaties import Bound
from toc_treaties.records.basis import record
from toc_treaties.words.language import ENGLISH
from toc_treaties.writers import plain

EXTRADITION, ASSISTANCE, BOARDING = "extradition", "mutual-legal-assistance", "boarding"
DAY = date(2026, 11, 21)
JOINED = "treaties:\n  alpha:\n    - {ratification: 2003-05-01, source: seen}\n"
CONVENTION = """
    alpha:
      in_force: 2002-01-01
      later_parties: {days: 30}
      short: {en: Alpha}
      serves:
        extradition:
          - {articles: ["7(1)"], rule: widens, scope: drugs, threshold: a year in both (6)}
          - {articles: ["7(2)", "7(3)"], rule: optional, force: optional, turns_on: "7(2)", scope: drugs}
          - {articles: ["7(4)"], rule: recognized, scope: drugs}
          - {articles: ["8"], rule: optional, force: optional, scope: minors, beside_treaty: it is not listed}
        mutual-legal-assistance:
          - articles: ["5"]
            force: title
            scope: drugs
            conforms_to: ["5(1)"]
            yields_to: {article: "5(1)", articles: ["5(2)", "5(3)", "5(4)"]}
          - {articles: ["6"], force: title, scope: drugs, yields_to: {article: "6(1)", also: uniform laws}}
    beta:
      short: {en: Beta}
      in_force: 2002-01-01
      later_parties: {days: 30}
      treaty_on: [extradition, mutual-legal-assistance]
      serves:
        extradition: [{articles: ["1"], force: title, scope: any-crime}]
    gamma:
      short: {en: Gamma}
      in_force: 2002-01-01
      later_parties: {days: 30}
      serves:
        extradition: [{articles: ["9"], scope: tax, widens: beta}]
"""
"""A convention with the three rules and a stand-in for assistance; a treaty on both subjects; one that widens it."""

TREATY = """
    pact:
      title: The Pact
      kind: bilateral
      purposes: [extradition, mutual-legal-assistance]
      treaty_on: [extradition, mutual-legal-assistance]
      force: title
      scope: listed-offences
      in_force: 2010-01-01
      parties: [{state: XXA}, {state: XXB}]
      source: seen
"""


NONE = "[{none_seen: 2020-01-01, source: seen}]"


def _state(*statements: str, beta: str = NONE, gamma: str = NONE) -> str:
    lines = "".join(f"        - {{{statement}, source: seen}}\n" for statement in statements)
    said = f"      statements:\n{lines}" if lines else ""
    joined = f"treaties:\n  alpha:\n    - ratification: 2003-05-01\n      source: seen\n{said}"
    return f"{joined}  beta: {beta}\n  gamma: {gamma}\n"


def _asked(
    purpose: str, first: str = "", second: str = "", agreements: str = "{}", day: date = DAY, at: str = CONVENTION
) -> BasisAnswer:
    texts = {"XXA": first or _state(), "XXB": second or _state()}
    made = together(texts, instruments=at, agreements=agreements)
    return basis(made, made.states["xxa"], made.states["xxb"], day, (purpose,))


def _rules(answer: BasisAnswer, instrument: str = "alpha") -> list[tuple[str | None, tuple[str, ...], list[str]]]:
    """The rule, the articles, and of whom they can be asked."""
    return [
        (line.rule, line.articles, [state.iso3 for state in line.requests_to])
        for line in answer.lines
        if line.by.id == instrument
    ]


def _works(answer: BasisAnswer, instrument: str = "alpha") -> list[str]:
    """How each entry of an instrument works between the two."""
    return [line.works for line in answer.lines if line.by.id == instrument]


def _page(answer: BasisAnswer) -> str:
    """The page on lines that nothing wraps."""
    return plain.write(page(answer, ENGLISH), 400)


def _first(answer: BasisAnswer) -> list[tuple[str, str]]:
    """What the page says first: its labels, and what is said of each."""
    tables = [block for block in page(answer, ENGLISH).blocks if isinstance(block, Table) and block.key == "first"]
    return [(label.text, says.text) for table in tables for label, says in table.sections[0].rows]


BOTH = ["XXA", "XXB"]
WIDENS = ("widens", ("7(1)",), BOTH)
OPTIONAL = ("optional", ("7(2)", "7(3)"), BOTH)
RECOGNIZED = ("recognized", ("7(4)",), BOTH)
MINORS = ("optional", ("8",), BOTH)


def test_articles_that_were_not_seen_are_marked_on_the_page_and_in_the_record() -> None:
    """The record of two states says of articles not seen what the page says with a sign, and of no others."""
    unseen = CONVENTION.replace('articles: ["8"],', 'articles: ["8"], unconfirmed: seen in part,')
    answer = _asked(EXTRADITION, at=unseen)
    bases = record(answer)["bases"]
    assert [base["articles"] for base in bases if base["articles_unconfirmed"]] == [["8"]]
    assert not any(base["unconfirmed"] for base in bases)
    assert "  8†  " in _page(answer)


def test_where_a_treaty_binds_both_a_convention_only_widens_it() -> None:
    """Deemed included in it by name; the rules for states without a treaty do not arise, but for one that says so."""
    answer = _asked(EXTRADITION, agreements=TREATY)
    assert _rules(answer) == [WIDENS, MINORS]
    assert [one.articles for one in answer.parts[0].idle] == [("7(2)", "7(3)"), ("7(4)",)]
    assert _works(answer) == ["widens", "optional"]
    assert _first(answer) == [("Comes first", "The Pact"), ("Do not arise", "Alpha 7(2)-(4)")]
    text = _page(answer)
    assert "Its offences are deemed included in the treaty that binds both" in text
    assert "Optional, beside the treaty, in the case that is named below" in text
    assert "8: also where it is not listed" in text


def test_where_none_is_known_all_three_stand_each_with_its_case() -> None:
    """Without a treaty in the register a convention widens one outside it, may be the basis, or is recognized."""
    answer = _asked(EXTRADITION, agreements=TREATY, day=date(2009, 12, 31))
    assert _rules(answer) == [WIDENS, OPTIONAL, RECOGNIZED, MINORS]
    assert {line.treaties.bound for line in answer.lines if line.treaties} == {Bound.NONE}
    assert _works(answer) == ["widens", "optional", "recognized", "optional"]
    nothing = "no treaty on extradition between the two in this register; one outside it would come first"
    assert _first(answer) == [("Comes first", nothing)]
    text = _page(answer)
    assert "Its offences are deemed included in a treaty outside this register, if one binds both" in text
    assert "Optional: a requested state that needs a treaty and has none may take it as one" in text
    assert "Recognized as extraditable, where no treaty binds both and neither needs one" in text


@pytest.mark.parametrize(
    ("how", "bound"),
    [
        ("in_force: 2010-01-01", Bound.CERTAIN),
        ("approved: 2010", Bound.PERHAPS),
        ("unconfirmed: entry into force not seen", Bound.PERHAPS),
        ("in_force: 2010-01-01\n      until: 2020-01-01", Bound.NONE),
        ("in_force: 2010-01-01\n      scope: any-crime", Bound.CERTAIN),
    ],
)
def test_whether_a_treaty_binds_is_asked_of_what_is_one_by_its_title(how: str, bound: Bound) -> None:
    """Read or not, listed offences included; approved alone it may bind, and one that ended does not."""
    text = TREATY.replace("in_force: 2010-01-01", how)
    text = text.replace("      scope: listed-offences\n", "") if "scope" in how else text
    answer = _asked(EXTRADITION, agreements=text)
    assert answer.parts[0].treaties.bound is bound
    assert (OPTIONAL in _rules(answer)) is (bound is not Bound.CERTAIN)
    assert WIDENS in _rules(answer)


def test_an_article_of_another_convention_is_no_treaty_on_extradition() -> None:
    """An agreement that serves extradition, and is not on it, leaves the rules for states without a treaty."""
    answer = _asked(EXTRADITION, agreements=TREATY.replace("      treaty_on: [extradition,", "      treaty_on: ["))
    assert answer.parts[0].treaties.bound is Bound.NONE
    assert OPTIONAL in _rules(answer)


def test_an_instrument_may_be_the_treaty() -> None:
    """What the data calls a treaty on extradition binds where both are parties, and may where one may be."""
    joined = "[{ratification: 2003-05-01, source: seen}]"
    known = _asked(EXTRADITION, _state(beta=joined), _state(beta=joined))
    assert _rules(known) == [WIDENS, MINORS]
    may = _asked(EXTRADITION, _state(beta=joined), _state(beta="[{no_information: not seen}]"))
    assert may.parts[0].treaties.bound is Bound.PERHAPS
    rumour = "[{ratification: 2003-05-01, unconfirmed: not in the table}]"
    marked = _asked(EXTRADITION, _state(beta=joined), _state(beta=rumour))
    assert marked.parts[0].treaties.bound is Bound.PERHAPS
    assert [line.marked for line in marked.lines if line.by.id == "beta"] == [True]


@pytest.mark.parametrize(("objected", "bound"), [("2004-05-01", Bound.NONE), ("2004-05-02", Bound.CERTAIN)])
def test_a_treaty_that_an_objection_keeps_out_of_force_comes_before_nothing(objected: str, bound: Bound) -> None:
    """An objection within twelve months that says so keeps it out between the two; a later one only informs."""

    def joined(statement: str) -> str:
        return f"[{{ratification: 2003-05-01, source: seen, statements: [{{{statement}, source: seen}}]}}]"

    reserves = joined('reservation: a line, articles: ["2"], effect: limits')
    objects = joined(f"objection: a line, to: XXB, effect: excludes, date: {objected}")
    answer = _asked(EXTRADITION, _state(beta=objects), _state(beta=reserves))
    assert answer.parts[0].treaties.bound is bound
    assert (OPTIONAL in _rules(answer)) is (bound is Bound.NONE)


def test_a_clause_is_said_where_there_is_another_that_it_can_speak_of() -> None:
    """What a treaty says of others stands on the page with those others, and not where it is alone."""
    clause = TREATY.rstrip("\n ") + '\n      precedence: {article: "33", says: a line}\n'
    assert ("Clause", "The Pact, art. 33: a line") in _first(_asked(EXTRADITION, agreements=clause))
    nothing = f"treaties:\n  alpha: {NONE}\n  beta: {NONE}\n  gamma: {NONE}\n"
    assert _first(_asked(EXTRADITION, nothing, nothing, clause)) == [("Comes first", "The Pact")]


@pytest.mark.parametrize(
    ("statement", "says"),
    [
        ('declaration: a line, articles: ["7(2)"], effect: excludes', ["for requests to Xxb", "for requests to Xxa"]),
        ('reservation: a line, articles: ["7(1)"], effect: limits', ["reserved by Xxa, below"]),
        ('reservation: a line, articles: ["7(1)"], effect: informs', []),
    ],
)
def test_a_row_says_of_whom_it_can_be_asked_and_who_reserved_it(statement: str, says: list[str]) -> None:
    """What serves, or is taken out, in one direction alone says for requests to whom; a limit, by whom."""
    lines = [line.strip() for line in _page(_asked(EXTRADITION, _state(statement))).splitlines()]
    assert [line for line in lines if line.startswith(("for requests to", "reserved by"))] == says


def test_what_may_come_first_is_said_as_such() -> None:
    """A treaty that is not known to bind both is named first, as one that may; the page says why it is to verify."""
    unseen = TREATY.replace("in_force: 2010-01-01", "unconfirmed: its entry into force was not seen")
    answer = _asked(EXTRADITION, agreements=unseen)
    assert _first(answer)[0] == ("May come first", "The Pact: not known to bind both")
    assert "The Pact its entry into force was not seen [seen]" in " ".join(_page(answer).split())


def test_what_is_said_of_a_basis_stands_once_whatever_the_purposes() -> None:
    """A statement, a threshold and what is alike of both stand once on a page of several purposes."""
    states = {"XXA": _state('declaration: as its law allows, articles: ["5", "7"], effect: limits'), "XXB": _state()}
    made = together(states, instruments=CONVENTION)
    text = _page(basis(made, made.states["xxa"], made.states["xxb"], DAY, (EXTRADITION, ASSISTANCE)))
    assert text.count("as its law allows") == text.count("a year in both (6)") == 1


@pytest.mark.parametrize(
    ("purposes", "told"),
    [
        ((EXTRADITION,), {"For extradition"}),
        ((ASSISTANCE,), {"For assistance", "Where a bilateral or regional treaty"}),
        ((BOARDING,), set()),
        ((EXTRADITION, ASSISTANCE), {"For extradition", "For assistance", "Where a bilateral or regional treaty"}),
    ],
)
def test_a_reader_is_told_what_concerns_the_purposes_asked_about(purposes: tuple[str, ...], told: set[str]) -> None:
    """The cautions of a purpose stand on its page alone; that nothing is a duty to grant, on each, once."""
    made = together({"XXA": _state(), "XXB": _state()}, instruments=CONVENTION)
    text = _page(basis(made, made.states["xxa"], made.states["xxb"], DAY, purposes))
    assert text.count("In force between the two is no duty to grant.") == 1
    every = ("For extradition", "For assistance", "Where a bilateral or regional treaty")
    assert {begins for begins in every if begins in text} == told


def test_what_only_widens_serves_while_its_parent_does() -> None:
    """A protocol that widens a treaty gives two states nothing where that is not in force between them."""
    joined = "[{ratification: 2003-05-01, source: seen}]"
    with_parent = _asked(EXTRADITION, _state(beta=joined, gamma=joined), _state(beta=joined, gamma=joined))
    assert [line.articles for line in with_parent.lines if line.by.id == "gamma"] == [("9",)]
    without = _asked(EXTRADITION, _state(beta=joined, gamma=joined), _state(gamma=joined))
    assert [line for line in without.lines if line.by.id == "gamma"] == []


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ('declaration: a line, articles: ["7(2)"], effect: excludes', [WIDENS, (*OPTIONAL[:2], ["XXB"]), RECOGNIZED]),
        ('notification: a line, articles: ["7(2)"], effect: excludes', [WIDENS, (*OPTIONAL[:2], ["XXB"]), RECOGNIZED]),
        ('reservation: a line, articles: ["7(2)"], effect: excludes', [WIDENS, RECOGNIZED]),
        ('statement: a line, articles: ["7(2)"], effect: excludes', [WIDENS, RECOGNIZED]),
        ('declaration: a line, articles: ["7(4)"], effect: excludes', [WIDENS, OPTIONAL]),
        ('reservation: a line, articles: ["7(1)"], effect: excludes', [OPTIONAL, RECOGNIZED]),
        (
            'declaration: a line, articles: ["7(3)"], effect: excludes',
            [WIDENS, ("optional", ("7(2)",), ["XXA"]), (*OPTIONAL[:2], ["XXB"]), RECOGNIZED],
        ),
        ('declaration: a line, articles: ["7(2)"], effect: limits', [WIDENS, OPTIONAL, RECOGNIZED]),
    ],
)
def test_a_statement_acts_in_its_direction(statement: str, expected: list[object]) -> None:
    """One's own practice acts on requests to it, a reservation both ways; that neither needs a treaty, on the pair."""
    answer = _asked(EXTRADITION, _state(statement))
    assert [rule for rule in _rules(answer) if rule != MINORS] == expected


def test_a_statement_of_practice_stands_beside_requests_to_its_maker_alone() -> None:
    """Where a basis is left for requests to the other alone, what limits requests to the first is not said of it."""
    excludes = 'declaration: not for me, articles: ["7(2)"], effect: excludes'
    answer = _asked(EXTRADITION, _state(excludes, 'declaration: slowly, articles: ["7(3)"], effect: limits'))
    (optional,) = (line for line in answer.lines if line.articles == ("7(2)", "7(3)"))
    assert [said.statement.text for said in optional.said] == []
    (barred,) = answer.barred
    assert ([state.iso3 for state in barred.requests_to], barred.said.statement.text) == (["XXA"], "not for me")


@pytest.mark.parametrize(
    ("objection", "left"),
    [
        ("effect: excludes, date: 2004-05-01", False),
        ("effect: excludes, date: 2004-05-02", True),
        ("effect: excludes", False),
        ("effect: limits, date: 2004-05-01", True),
        ('effect: excludes, articles: ["12"], date: 2004-05-01', True),
    ],
)
def test_an_objection_bars_the_treaty_only_where_it_says_so(objection: str, left: bool) -> None:
    """And only within twelve months of the reservation; later it informs (VCLT art. 20(4)(b), 20(5))."""
    reserves = _state('reservation: a line, articles: ["12"], effect: limits')
    answer = _asked(EXTRADITION, _state(f"objection: a line, to: XXB, {objection}"), reserves)
    assert (WIDENS in _rules(answer)) is left
    late = [said.late for line in answer.lines for said in line.said]
    assert any(late) is ("2004-05-02" in objection)
    assert ("so that it only informs" in _page(answer)) is any(late)


def test_an_objection_to_a_reservation_that_was_withdrawn_does_nothing() -> None:
    """With the reservation goes the objection to it (VCLT art. 22)."""
    reserves = _state('reservation: a line, articles: ["12"], effect: limits, withdrawn: 2012-01-01')
    objects = _state("objection: a line, to: XXB, effect: excludes")
    assert _asked(EXTRADITION, objects, reserves, day=date(2011, 12, 31)).lines == ()
    assert WIDENS in _rules(_asked(EXTRADITION, objects, reserves, day=date(2012, 1, 1)))


def test_what_stands_in_for_a_treaty_on_assistance_gives_way_to_one() -> None:
    """The row says whether it applies: not with a treaty unless both agree, else where none binds both."""
    with_one = _asked(ASSISTANCE, agreements=TREATY)
    assert _works(with_one) == ["title", "agreed"]
    gives_way = "Alpha 5(2)-(4) (by 5(1)), Alpha 6 (by 6(1))"
    conforms = ("In conformity", "Alpha 5(1), with The Pact")
    assert _first(with_one) == [("Comes first", "The Pact"), conforms, ("Only if the two agree", gives_way)]
    assert "6: gives way also to uniform laws, not held here" in _page(with_one)
    without = _asked(ASSISTANCE)
    assert _works(without) == ["title", "title"]
    conforms = ("In conformity", "Alpha 5(1), with the treaties that bind both")
    assert _first(without)[1:] == [conforms, ("Without one, or if the two agree", gives_way)]


ASSETS = """
    alpha:
      short: {en: Alpha}
      in_force: 2002-01-01
      later_parties: {days: 30}
      treaty_on: [mutual-legal-assistance]
      precedence: [{article: "36", says: leaves others untouched}]
      serves:
        asset-recovery:
          - {articles: ["13"], force: title, scope: any-crime}
          - {articles: ["14"], scope: any-crime}
    beta:
      short: {en: Beta}
      in_force: 2002-01-01
      later_parties: {days: 30}
      serves: {asset-recovery: [{articles: ["5"], force: title, scope: drugs}]}
"""


def test_a_treaty_to_which_nothing_gives_way_is_not_put_first() -> None:
    """On assets a treaty on assistance comes before nothing; its article that only allows does not oblige."""
    both = JOINED + JOINED.removeprefix("treaties:\n").replace("alpha", "beta")
    answer = _asked("asset-recovery", both, both, at=ASSETS)
    neither = ("Bind both", "Alpha; Beta: no clause seen puts one of them first")
    assert _first(answer) == [neither, ("Clause", "Alpha, art. 36: leaves others untouched")]
    assert record(answer)["precedence"][0]["none_first"] == [{"instrument": "alpha"}, {"instrument": "beta"}]
    assert _works(answer) == ["treaty", "unstated"]
    assert "A treaty on mutual legal assistance; it obliges" in _page(answer)


def test_what_was_said_of_articles_that_do_not_arise_stands_among_the_statements() -> None:
    """A treaty that binds both lets them not arise; what a state declared of them is told all the same."""
    declared = _state('declaration: only on bilateral treaties, articles: ["7(2)", "7(4)"], effect: excludes')
    answer = _asked(EXTRADITION, declared, agreements=TREATY)
    assert _page(answer).count("only on bilateral treaties") == 1
    said = [[one["text"] for one in idle["statements"]] for idle in record(answer)["not_arising"]]
    assert said == [["only on bilateral treaties"]] * 2


@pytest.mark.parametrize(("day", "told"), [(date(2009, 12, 31), "statements"), (date(2010, 1, 1), "withdrawn")])
def test_a_reservation_that_was_withdrawn_is_still_told(day: date, told: str) -> None:
    """A provision acted less until then: the page and the data say so, and no longer that it is reserved."""
    reserved = _state('reservation: a line, articles: ["7"], effect: limits, withdrawn: 2010-01-01')
    answer = _asked(EXTRADITION, reserved, day=day)
    line = record(answer)["bases"][0]
    assert [name for name in ("statements", "withdrawn") if line[name]] == [told]
    assert ("reserved by" in _page(answer)) is (told == "statements")
    assert _page(answer).count("a line; withdrawn 1 Jan 2010") == 1


def test_what_is_alike_of_two_states_is_said_of_each() -> None:
    """What both made, each made; no line reads as if they had made it together."""
    said = _state('declaration: not seen, articles: ["7"]')
    assert "Xxa, Xxb, each: a declaration was made" in _page(_asked(EXTRADITION, said, said))


SECOND = TREATY.replace("pact:", "accord:").replace("The Pact", "The Accord")
NEITHER = "The Pact; The Accord: no clause seen puts one of them first"
ACCORD_FIRST = [("Comes first", "The Accord"), ("Order", "The Accord, before The Pact (by art. 33)")]


@pytest.mark.parametrize(
    ("pact", "accord", "says"),
    [
        ("", "", [("Bind both", NEITHER)]),
        ("first: others", "", ACCORD_FIRST),
        ("first: others", "first: others", [("Bind both", NEITHER)]),
        ("first: listing", "", ACCORD_FIRST),
        ("first: earlier", "", ACCORD_FIRST),
        ("", "first: earlier", [("Bind both", NEITHER)]),
        ("first: earlier, on: 2009-12-31", "", [("Bind both", NEITHER)]),
        ("first: earlier, on: 2010-01-01", "", ACCORD_FIRST),
    ],
)
def test_what_comes_before_what_is_said_with_its_clause(pact: str, accord: str, says: list[tuple[str, str]]) -> None:
    """Between two treaties a clause decides: one that lets others, or earlier ones, come first; else none does."""

    def clause(text: str, fields: str, signed: str) -> str:
        line = f'      signed: {signed}\n      precedence: {{article: "33", says: a line{fields and ", " + fields}}}\n'
        return text.rstrip("\n ") + "\n" + line

    made = clause(TREATY, pact, "2009-06-01") + clause(SECOND, accord, "2008-06-01")
    answer = _asked(EXTRADITION, agreements=made)
    assert _first(answer)[: len(says)] == says
    assert _first(answer)[len(says)] == ("Clause", "The Pact, art. 33: a line")
    neither = [{"agreement": "pact"}, {"agreement": "accord"}]
    assert record(answer)["precedence"][0]["none_first"] == ([] if says == ACCORD_FIRST else neither)


FLAG = """
    alpha:
      in_force: 2002-01-01
      later_parties: {days: 30}
      serves:
        boarding:
          - {articles: ["16(1)"], force: title, scope: drugs, elected: {under: "16", default: true}}
          - {articles: ["16(2)"], scope: drugs, elected: {under: "16"}, note: by request}
"""


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("", [("16(1)", BOTH)]),
        ('notification: upon consent, articles: ["16(2)"]', [("16(1)", ["XXB"]), ("16(2)", ["XXA"])]),
        ('declaration: upon consent, articles: ["16(2)"], withdrawn: 2010-01-01', [("16(1)", BOTH)]),
        ('notification: an authority, articles: ["17(7)"]', [("16(1)", BOTH)]),
    ],
)
def test_each_state_boards_and_is_boarded_by_its_own_election(statement: str, expected: list[object]) -> None:
    """The procedure is what the state asked has elected; where it notified nothing, the default."""
    first = _state(statement).split("  beta:")[0] if statement else JOINED
    answer = _asked(BOARDING, first, JOINED, at=FLAG)
    assert [(line.articles[0], [state.iso3 for state in line.requests_to]) for line in answer.lines] == expected


def test_what_the_coastal_state_authorizes_stands_apart_from_what_the_flag_state_does() -> None:
    """An authorization for waters or air space is not asked of the flag state, on request or on notice."""
    coastal = """
          - {articles: ["12(1)(a)"], scope: drugs, elected: {under: "12(2)", default: true, coastal: true}}
          - {articles: ["12(1)(b)"], force: title, scope: drugs, elected: {under: "12(2)", coastal: true}}
"""
    on_notice = _state('declaration: elects, articles: ["12(1)(b)"]').split("  beta:")[0]
    answer = _asked(BOARDING, on_notice, JOINED, at=FLAG.rstrip() + coastal)
    tables = [block for block in page(answer, ENGLISH).blocks if isinstance(block, Table) and block.key == "bases"]
    found = {section.heading: [row[1].text for row in section.rows] for section in tables[0].sections}
    assert found == {
        "Obliges, on its terms": ["16(1)"],
        "In its waters or air space, on notice to the coastal state": ["12(1)(b)"],
        "In its waters or air space, by authorization of the coastal state": ["12(1)(a)"],
    }


def test_an_election_that_was_not_seen_is_not_known() -> None:
    """Where a state made a statement of unseen text, the default stands, and its election is said to be not known."""
    unseen = _state("declaration: not seen").split("  beta:")[0]
    (line,) = _asked(BOARDING, unseen, JOINED, at=FLAG).lines
    assert (line.articles, [state.iso3 for state in line.not_known]) == (("16(1)",), ["XXA"])
    assert len(line.said) == 1


@pytest.mark.parametrize(("unseen", "rule"), [((), "title"), (("XXA",), "title"), (("XXA", "XXB"), None)])
def test_an_election_counts_where_that_of_one_of_the_two_is_known(unseen: tuple[str, ...], rule: str | None) -> None:
    """A pair counts under an elected basis unless what either state elected was not seen."""
    said = _state("declaration: not seen").split("  beta:")[0]
    first, second = (said if state in unseen else JOINED for state in ("XXA", "XXB"))
    (line,) = _asked(BOARDING, first, second, at=FLAG).lines
    assert isinstance(line, BasisFound)
    assert counted_under(line) == rule


OF = """
    alpha:
      short: {en: Alpha}
      in_force: 2002-01-01
      later_parties: {days: 30}
      serves: {boarding: [{articles: ["17"], of: beta, force: title, scope: drugs}]}
    beta:
      short: {en: Beta Convention}
      in_force: 2002-01-01
"""


@pytest.mark.parametrize("statement", ["", 'reservation: a line, articles: ["17"], effect: excludes'])
def test_an_article_of_another_instrument_is_printed_with_it(statement: str) -> None:
    """Article 17 of one convention is not that of another, in what serves, in what is barred, and in the data."""
    states = {"XXA": (_state(statement) if statement else _state()).split("  gamma:")[0]}
    made = together({**states, "XXB": _state().split("  gamma:")[0]}, instruments=OF)
    first, second = made.states.values()
    answer = basis(made, first, second, DAY, (BOARDING,))
    assert "17 (Beta Convention)" in _page(answer)
    data = record(answer)
    assert [one["of"] for one in (*data["bases"], *data["barred"])] == ["beta"]


def test_an_entry_of_the_older_form_is_read_and_stands_as_before() -> None:
    """Without a rule an optional basis is offered as one line, with a treaty and without."""
    older = """
    alpha:
      in_force: 2002-01-01
      later_parties: {days: 30}
      serves: {extradition: [{articles: ["7(1)", "7(2)"], turns_on: "7(2)", force: optional, scope: drugs}]}
    """
    for agreements in ("{}", TREATY):
        answer = _asked(EXTRADITION, JOINED, JOINED, agreements, at=older)
        assert _rules(answer) == [(None, ("7(1)", "7(2)"), BOTH)]


# On the real register


def _real(whole: Register, codes: str, purpose: str, day: str = "2026-11-21") -> BasisAnswer:
    first, second = (state_of(whole, code) for code in codes.split())
    return basis(whole, first, second, date.fromisoformat(day), (purpose,))


def _of(answer: BasisAnswer, instrument: str) -> list[BasisFound]:
    return [line for line in answer.lines if line.by.id == instrument]


@pytest.mark.data
def test_a_treaty_binds_argentina_and_brazil_and_what_conventions_offer_without_one_does_not_arise(
    whole: Register,
) -> None:
    """Their treaty of 1961 comes first; UNTOC 16(3) adds its offences to it, and 16(4) to (6) do not arise."""
    answer = _real(whole, "ARG BRA", EXTRADITION)
    assert [by.id for by in answer.parts[0].treaties.certain] == ["bra-arg-extradition"]
    assert [(line.by.id, line.force) for line in answer.lines if line.rule is None] == [
        ("bra-arg-extradition", "title")
    ]
    widening = {line.by.id: line.articles for line in answer.lines if line.rule == "widens"}
    assert widening == {
        "untoc": ("16(3)",),
        "narcotics-1961": ("36(2)(b)(i)",),
        "trafficking-1988": ("6(2)",),
        "cifta": ("XIX(2)",),
        "uncac": ("44(4)",),
        "iacac": ("XIII(2)",),
        "budapest": ("24(2)",),
    }
    assert [(line.by.id, line.articles) for line in answer.lines if line.rule == "optional"] == [("minors", ("10(1)",))]
    assert {article for one in answer.parts[0].idle for article in one.articles} >= {
        "16(4)",
        "16(5)",
        "16(6)",
        "44(7)",
        "10(2)",
    }
    assert _first(answer)[0] == ("Comes first", "Extradition treaty between Brazil and Argentina")


@pytest.mark.data
@pytest.mark.parametrize(
    ("codes", "purpose", "first"),
    [
        ("CHL COL", EXTRADITION, ["chl-col-extradition"]),
        ("USA ECU", EXTRADITION, ["usa-ecu-extradition"]),
        ("GTM HND", EXTRADITION, ["bustamante-code-1928"]),
        ("USA MEX", EXTRADITION, ["montevideo-1933", "usa-mex-extradition"]),
        ("ARG CAN", ASSISTANCE, ["arg-can-mla", "mla"]),
    ],
)
def test_which_of_two_treaties_comes_first(whole: Register, codes: str, purpose: str, first: list[str]) -> None:
    """Montevideo 1933, 21, lets treaties in force on 26 December 1933 come first; Nassau 36 puts none first."""
    answer = _real(whole, codes, purpose)
    assert [by.id for by in answer.parts[0].unordered] == first
    assert ("no clause seen puts one of them first" in _first(answer)[0][1]) is (len(first) == 2)


@pytest.mark.data
def test_a_clause_on_extradition_treaties_puts_no_other_convention_first(whole: Register) -> None:
    """B-47, 33, speaks of treaties on extradition; where it may bind, it stands among none of those that do bind."""
    before = _real(whole, "PAN VEN", EXTRADITION).parts[0]
    assert "extradition" in [by.id for by in before.treaties.possible]
    assert before.ordered == ()
    assert [by.id for by in before.unordered] == [
        "untoc",
        "narcotics-1961",
        "trafficking-1988",
        "cifta",
        "uncac",
        "iacac",
    ]


@pytest.mark.data
def test_colombia_barred_joint_teams_and_nothing_else(whole: Register) -> None:
    """It reserved 9(1)(b) to (e) of the 1988 Convention (UNTC VI-19): both ways, with every party."""
    answer = _real(whole, "COL USA", "joint-investigation")
    assert _of(answer, "trafficking-1988") == []
    (barred,) = answer.barred
    assert (barred.articles, [state.iso3 for state in barred.requests_to]) == (("9(1)(c)",), ["COL", "USA"])
    assert _of(_real(whole, "COL USA", "extradition"), "trafficking-1988") != []


@pytest.mark.data
@pytest.mark.parametrize(("day", "qualified"), [("1997-12-29", True), ("1997-12-30", False)])
def test_until_its_withdrawal_colombias_first_reservation_qualifies_extradition(
    whole: Register, day: str, qualified: bool
) -> None:
    """Until 30 December 1997 article 6(2) to (4) of the 1988 Convention is not offered without it."""
    lines = _of(_real(whole, "COL USA", "extradition", day), "trafficking-1988")
    assert lines
    reserved = [any("3(6)" in said.statement.articles for said in line.said) for line in lines]
    assert reserved == [qualified] * len(lines)


@pytest.mark.data
def test_canadas_reservation_takes_out_all_three_rules_of_1961(whole: Register) -> None:
    """It reserved 36(2)(b)(i) to (iii) (UNTC VI-17), and no rule of the Convention serves with it, either way."""
    answer = _real(whole, "CAN HTI", "extradition")
    assert _of(answer, "narcotics-1961") == []
    (barred,) = (one for one in answer.barred if one.instrument.id == "narcotics-1961")
    assert barred.articles == ("36(2)(b)(i)", "36(2)(b)(ii)", "36(2)(b)(iii)")


@pytest.mark.data
@pytest.mark.parametrize(("other", "optional"), [("MEX", []), ("JAM", ["JAM"]), ("TTO", ["TTO"])])
def test_cuba_extradites_under_the_1961_convention_on_treaties_alone(
    whole: Register, other: str, optional: list[str]
) -> None:
    """No optional basis for requests to Cuba, and no recognition for the pair; what widens a treaty stands."""
    lines = _of(_real(whole, f"CUB {other}", "extradition"), "narcotics-1961")
    found = {line.rule: [state.iso3 for state in line.requests_to] for line in lines}
    assert found.pop("widens") == sorted(["CUB", other])
    assert found == ({"optional": optional} if optional else {})


@pytest.mark.data
def test_the_united_states_qualify_requests_to_them(whole: Register) -> None:
    """They do not take the 1988 Convention as a basis for extraditing citizens: said of requests to them."""
    answer = _real(whole, "USA BRB", "extradition", "1995-01-01")
    lines = [line for line in _of(answer, "trafficking-1988") if line.rule == "optional"]
    said = [said.state.iso3 for line in lines for said in line.said if said.statement.articles == ("6(3)",)]
    assert said == ["USA"] * len(lines)


@pytest.mark.data
@pytest.mark.parametrize("other", ["CAN", "MEX", "USA"])
def test_an_objection_to_bolivias_reservation_qualifies_one_provision(whole: Register, other: str) -> None:
    """The 1961 Convention is in force between the two (50(3)); the objection stands beside 36(2)(b), barring none."""
    answer = _real(whole, f"BOL {other}", "extradition")
    barred = {one.said.state.iso3 for one in answer.barred if one.instrument.id == "narcotics-1961"}
    assert barred == ({"CAN"} if other == "CAN" else set())
    for line in _of(answer, "narcotics-1961"):
        objections = [said for said in line.said if said.statement.kind == "objection"]
        assert [(said.state.iso3, said.late) for said in objections] == [(other, False)]
    earlier = _real(whole, f"BOL {other}", "extradition", "2011-12-31")
    assert not any(said.statement.kind == "objection" for line in earlier.lines for said in line.said)


@pytest.mark.data
def test_boarding_between_the_united_states_and_belize(whole: Register) -> None:
    """Three instruments, under a heading of their own: 1988 art. 17 is another article than San José 17."""
    answer = _real(whole, "USA BLZ", BOARDING)
    found = {line.by.id: (line.articles, line.force) for line in answer.lines}
    assert found["trafficking-1988"] == (("17(3)", "17(4)"), "enabling")
    assert found["smuggling"] == (("8(2)",), "enabling")
    maritime = [(*line.articles, line.force, [s.iso3 for s in line.requests_to]) for line in _of(answer, "maritime")]
    assert maritime == [
        ("16(1)", "title", ["USA"]),
        ("16(2)", None, ["BLZ"]),
        ("12(1)(a)", None, ["BLZ", "USA"]),
        ("12(4)(a)", None, ["BLZ", "USA"]),
        ("13(6)(a)", None, ["BLZ", "USA"]),
    ]
    assert not _of(_real(whole, "USA BLZ", ASSISTANCE), "maritime")


@pytest.mark.data
def test_what_governs_assistance_between_the_united_states_and_costa_rica(whole: Register) -> None:
    """The Nassau Convention binds both: what stands in for a treaty serves only if the two agree, by its clause."""
    answer = _real(whole, "USA CRI", ASSISTANCE)
    assert "mla" in [by.id for by in answer.parts[0].treaties.certain]
    standing_in = [line for line in answer.lines if line.serving and line.serving.yields_to]
    clauses = {line.by.id: line.serving.yields_to.article for line in reversed(standing_in) if line.serving}  # type: ignore[union-attr]
    assert clauses == {"untoc": "18(7)", "trafficking-1988": "7(7)", "uncac": "46(7)", "budapest": "27(1)"}
    agreed = dict(_first(answer))["Only if the two agree"]
    assert all(f"(by {clause})" in agreed for clause in clauses.values())
    (nassau,) = _of(answer, "mla")
    assert nassau.articles == ("1", "2", "7")
    assert nassau.serving is not None
    assert "a year or more" in (nassau.serving.threshold or "")
    assert nassau.serving.excludes == "purely military offences (8)"


@pytest.mark.data
@pytest.mark.parametrize(
    ("codes", "protocols"), [("ARG BRA", ["tip", "smuggling", "firearms"]), ("COL BRA", ["tip"]), ("BOL COL", ["tip"])]
)
def test_a_protocol_serves_through_its_parent_and_is_no_second_basis(
    whole: Register, codes: str, protocols: list[str]
) -> None:
    """UNTOC reaches the offences of a protocol that both states are in (1(3)); no line is the protocol's own."""
    answer = _real(whole, codes, ASSISTANCE)
    assert [one.id for one in answer.protocols] == protocols
    assert {line.by.id for line in answer.lines}.isdisjoint({"tip", "smuggling", "firearms"})
    served = {one["instrument"]: one["protocols"] for one in record(answer)["bases"] if "instrument" in one}
    assert served["untoc"] == protocols
    assert all(ids == [] for id, ids in served.items() if id != "untoc")
    said = "also for the offences of the protocols in which both are: TiP Protocol (1(3))"
    assert said in " ".join(_page(answer).split())


@pytest.mark.data
def test_tax_crimes_need_the_parent_between_the_two(whole: Register) -> None:
    """The Managua Protocol serves two states in it while the Nassau Convention is in force between them."""
    answer = _real(whole, "BRA HND", ASSISTANCE)
    assert [line.scope for line in _of(answer, "mla-protocol")] == ["tax"]
    assert _of(_real(whole, "BRA HND", ASSISTANCE, "2005-01-01"), "mla-protocol") == []


@pytest.mark.data
@pytest.mark.parametrize(
    ("codes", "day", "bound", "one_of"),
    [
        ("ARG URY", "1996-09-19", Bound.PERHAPS, ()),
        ("ARG URY", "2011-12-31", Bound.CERTAIN, ("montevideo-1889", "arg-ury-extradition")),
        ("COL MEX", "2026-11-26", Bound.CERTAIN, ("mex-col-extradition-1928", "mex-col-extradition-2011")),
    ],
)
def test_one_of_two_treaties_binds_where_one_took_the_place_of_the_other_on_an_unknown_day(
    whole: Register, codes: str, day: str, bound: Bound, one_of: tuple[str, ...]
) -> None:
    """That the day of a replacement was not seen leaves open which treaty binds, and not whether one does."""
    first, second = (state_of(whole, code) for code in codes.split())
    (before,) = basis(whole, first, second, date.fromisoformat(day), ["extradition"]).parts
    assert (before.treaties.bound, tuple(by.id for by in before.treaties.one_of)) == (bound, one_of)
    assert tuple(first.by.id for first in before.first if first.comes == "one_of") == one_of
    assert {first.by.id for first in before.first if first.comes == "may_bind"}.isdisjoint(one_of)


@pytest.mark.data
@pytest.mark.parametrize(("day", "subject"), [("1996-01-01", True), ("1998-01-01", False)])
def test_an_article_that_a_reservation_limits_is_not_printed_unqualified(
    whole: Register, day: str, subject: bool
) -> None:
    """While Colombia's reservation to article 6 stood, the row of 6(2) says that it is subject to it."""
    colombia, usa = state_of(whole, "COL"), state_of(whole, "USA")
    answer = basis(whole, colombia, usa, date.fromisoformat(day), ["extradition"])
    (line,) = (line for line in answer.lines if line.by.id == "trafficking-1988" and line.rule == "widens")
    assert [state.iso3 for state in line.reserved_by] == (["COL"] if subject else [])
    assert ("reserved by Colombia, below" in _page(answer)) is subject


def test_who_reserves_twice_is_named_once() -> None:
    """The states whose reservations limit a basis are told once each, in the order of what they said."""
    states = together({"XXA": "treaties: {alpha: []}", "XXB": "treaties: {alpha: []}"}).states
    said = [("xxb", "1", None), ("xxa", "2", None), ("xxb", "3", None), ("xxa", "", None), ("xxa", "4", "informs")]
    made = tuple(
        MadeStatement(
            states[slug],
            Statement(
                StatementKind.RESERVATION,
                "not bound",
                articles=(article,) if article else (),
                effect=StatementEffect(effect) if effect else None,
            ),
        )
        for slug, article, effect in said
    )
    line = of_agreement("extradition", Agreement("a", "Treaty", "bilateral", ()), None, tuple(states.values()))
    assert [state.iso3 for state in line._replace(said=made).reserved_by] == ["XXB", "XXA"]
    assert [state.iso3 for state in line._replace(said=made[3:]).reserved_by] == []


READ = Agreement("a", "Treaty", "bilateral", (), force=Force.TITLE, scope=CrimeScope.ANY_CRIME, articles=("1", "2"))


@pytest.mark.parametrize(
    ("agreement", "unread", "arrangement", "works"),
    [
        (READ, False, False, "title"),
        (READ._replace(treaty_on=(Purpose.EXTRADITION,)), False, False, "treaty"),
        (READ._replace(treaty_on=(Purpose.ASSET_RECOVERY,)), False, False, "title"),
        (READ._replace(force=Force.ENABLING), False, False, "enabling"),
        (READ._replace(force=None, scope=None, articles=()), True, False, "unstated"),
        (READ._replace(kind="arrangement"), False, True, "arrangement"),
        (READ._replace(kind="arrangement", treaty_on=(Purpose.EXTRADITION,)), False, True, "arrangement"),
    ],
)
def test_how_an_agreement_works_is_said_by_what_was_read_of_it(
    agreement: Agreement, *, unread: bool, arrangement: bool, works: str
) -> None:
    """A treaty on the purpose, one that only obliges, one that was not read, or no treaty: it gives way to none."""
    line = of_agreement("extradition", agreement, None, ())
    assert (line.is_unread, line.is_arrangement, line.works) == (unread, arrangement, works)
    assert (line.is_coastal, line.yields, line.rule, line.of) == (False, (), None, None)
    assert (line.force, line.scope) == (agreement.force, agreement.scope)


def test_what_an_entry_of_an_instrument_gives_way_with_is_what_its_clause_names() -> None:
    """The articles that the clause names give way, or all where it names none; an instrument is never unread."""
    instrument = together({"XXA": "treaties: {alpha: []}"}, instruments=CONVENTION).instruments["alpha"]
    entries = [entry for of in instrument.serves.values() for entry in of]
    lines = [BasisFound("mutual-legal-assistance", instrument, each, each.articles, None, ()) for each in entries]
    assert {(line.is_unread, line.is_arrangement, line.is_coastal) for line in lines} == {(False, False, False)}
    assert [line.yields for line in lines if line.serving.yields_to] == [("5(2)", "5(3)", "5(4)"), ("6",)]
    assert {line.yields for line in lines if not line.serving.yields_to} == {()}
    unread = lines[0]._replace(serving=lines[0].serving._replace(scope=None))
    assert not unread.is_unread
