"""The hemisphere's pairs by scope and rule, and which would gain a title if one state joined one instrument."""

from datetime import date
from itertools import combinations

import pytest

from tests.answers import REGISTER
from tests.console import toc
from tests.registers import state_of, together
from toc_treaties.document import Sources, Table, spans_in
from toc_treaties.law.agreements import between
from toc_treaties.law.dossier import Dossier, dossier
from toc_treaties.law.outcome import StandingKind
from toc_treaties.law.standing import Standing, standing
from toc_treaties.model.register import Register
from toc_treaties.pages.basis import page as pair_page
from toc_treaties.pages.pairs import matrix_page, what_if_page, with_all_page
from toc_treaties.questions import between as questions_between
from toc_treaties.questions.basis import basis
from toc_treaties.questions.pairs import Matrix, ScopeCount, WithAll, matrix, what_if, with_all
from toc_treaties.records.pairs import with_all_record, with_all_rows
from toc_treaties.words.language import ENGLISH
from toc_treaties.writers import plain

ASSISTANCE = "mutual-legal-assistance"
DAY = date(2026, 11, 21)


def _counts(answer: Matrix) -> dict[tuple[str, str], ScopeCount]:
    return {(one.scope, one.rule): one for one in answer.counts}


def _parties(register: Register, instrument: str, day: date = DAY) -> list[str]:
    """The codes of an instrument's parties on a day, in the states' order."""
    one = register.instruments[instrument]
    states = register.states.values()
    return [s.iso3 for s in states if standing(dossier(register, s, one), day).name is StandingKind.PARTY]


def _covered(register: Register, purpose: str) -> set[frozenset[str]]:
    """The pairs that an agreement on any crime binds for a purpose."""
    titles = [
        one
        for one in register.agreements.values()
        if purpose in one.purposes and one.scope == "any-crime" and one.force == "title"
    ]
    found = set()
    for first, second in combinations([state.iso3 for state in register.states.values()], 2):
        bindings = [between(one, first, second, DAY) for one in titles]
        if any(binding is not None and binding.certain for binding in bindings):
            found.add(frozenset({first, second}))
    return found


@pytest.mark.data
def test_the_pairs_with_a_title_to_mutual_legal_assistance(whole: Register) -> None:
    """The 26 parties of the Nassau Convention make 325 pairs; UNTOC and the 1988 Convention join all 595."""
    answer = matrix(whole, whole.states.values(), DAY, ASSISTANCE)
    nassau = _parties(whole, "mla")
    assert (answer.pairs, len(nassau)) == (595, 26)
    found = _counts(answer)
    assert found["any-crime", "title"].by_instruments == 325
    assert found["organized-crime", "title"].by_instruments == 595
    assert found["drugs", "title"].by_instruments == 595
    either = {frozenset(pair) for pair in combinations(nassau, 2)} | _covered(whole, ASSISTANCE)
    assert found["any-crime", "title"].with_agreements == len(either)


@pytest.mark.data
@pytest.mark.parametrize("purpose", ["extradition", "joint-investigation", "asset-recovery", "boarding"])
def test_no_count_exceeds_the_pairs(whole: Register, purpose: str) -> None:
    """Every count has its denominator above it, and holds what is unconfirmed and what agreements add."""
    answer = matrix(whole, whole.states.values(), DAY, purpose)
    for one in answer.counts:
        assert 0 <= one.unconfirmed <= one.by_instruments <= one.with_agreements <= answer.pairs
    assert len(_counts(answer)) == len(answer.counts)
    for scope in {one.scope for one in answer.counts}:
        assert sum(one.with_agreements for one in answer.counts if one.scope == scope) <= answer.pairs


@pytest.mark.data
def test_joining_what_one_has_joined_gains_nothing(whole: Register) -> None:
    """A party gains nothing by joining again."""
    mla = whole.instruments["mla"]
    for code in _parties(whole, "mla"):
        answer = what_if(whole, whole.states.values(), state_of(whole, code), mla, DAY)
        assert (answer.gains, answer.covered) == ((), 0)


@pytest.mark.data
@pytest.mark.parametrize("code", ["HTI", "CUB", "URY", "DOM"])
def test_what_the_nassau_convention_would_add(whole: Register, code: str) -> None:
    """A state gains one pair with each of the 26 parties, less those that an agreement on any crime covers already."""
    answer = what_if(whole, whole.states.values(), state_of(whole, code), whole.instruments["mla"], DAY)
    gained = [gain.other.iso3 for gain in answer.gains if gain.purpose == ASSISTANCE]
    held = _covered(whole, ASSISTANCE)
    assert gained == [other for other in _parties(whole, "mla") if frozenset({code, other}) not in held]
    assert {gain.scope for gain in answer.gains} == {"any-crime"}
    assert code not in {gain.other.iso3 for gain in answer.gains}
    purposes = [ASSISTANCE, "asset-recovery"]
    expected = sum(frozenset({code, other}) in _covered(whole, p) for p in purposes for other in _parties(whole, "mla"))
    assert answer.covered == expected


@pytest.mark.data
def test_the_matrix_and_what_if_agree(whole: Register) -> None:
    """What Haiti would gain is what the matrix would count more, were the treaty in force for it."""
    haiti, mla = state_of(whole, "HTI"), whole.instruments["mla"]
    gained = what_if(whole, whole.states.values(), haiti, mla, DAY).gains
    cell = state_of(whole, "MEX").treaties["mla"]
    joined = haiti._replace(treaties={**haiti.treaties, "mla": cell})
    states = [joined if state is haiti else state for state in whole.states.values()]
    before = _counts(matrix(whole, whole.states.values(), DAY, ASSISTANCE))["any-crime", "title"]
    after = _counts(matrix(whole, states, DAY, ASSISTANCE))["any-crime", "title"]
    assert after.with_agreements - before.with_agreements == sum(gain.purpose == ASSISTANCE for gain in gained)


# On tiny registers

TREATIES = """
    alpha:
      in_force: 2002-01-01
      later_parties: {days: 30}
      serves:
        mutual-legal-assistance:
          - {articles: ["5"], force: title, scope: drugs}
          - {articles: ["6"], force: title, scope: drugs}
        extradition: [{articles: ["7"], force: optional, scope: drugs}]
    beta:
      in_force: 2002-01-01
      later_parties: {days: 30}
      serves:
        mutual-legal-assistance: [{articles: ["1"], force: title, scope: drugs}]
    gamma:
      in_force: 2002-01-01
      later_parties: {days: 30}
      serves:
        mutual-legal-assistance: [{articles: ["2"], scope: tax}]
"""
AGREEMENT = """
    pact:
      title: A bilateral treaty
      kind: bilateral
      purposes: [mutual-legal-assistance]
      force: title
      scope: drugs
      in_force: 2005-01-01
      parties: [{state: XXA}, {state: XXC}]
      source: seen
"""


def _entry(how: str) -> str:
    """What is recorded of a state: it joined, is said to have joined, or joined with a reservation."""
    joined = "ratification: 2003-05-01, source: seen"
    reserved = f'{joined}, statements: [{{reservation: a line, articles: ["5"], effect: excludes, source: seen}}]'
    wholly = reserved.replace('["5"]', '["5", "6"]')
    kinds = {"joined": joined, "said": "ratification: 2003-05-01, unconfirmed: not in the table"}
    return {**kinds, "reserved": reserved, "wholly": wholly}[how]


def _state(**treaties: str) -> str:
    lines = [f"  {id}:\n    - {{{_entry(treaties[id])}}}" if id in treaties else f"  {id}: []" for id in IDS]
    return "treaties:\n" + "\n".join(lines) + "\n"


IDS = ("alpha", "beta", "gamma")


def test_a_pair_counts_once_for_a_scope() -> None:
    """Two treaties, or two articles, of one scope and force make one pair; it is marked where all of them are."""
    codes = {"XXA": _state(alpha="joined", beta="said"), "XXB": _state(alpha="joined", beta="joined")}
    register = together({**codes, "XXC": _state(beta="joined")}, instruments=TREATIES)
    answer = matrix(register, register.states.values(), DAY, ASSISTANCE)
    assert answer.pairs == 3
    assert answer.counts == (ScopeCount("drugs", "title", "title", by_instruments=3, unconfirmed=1, with_agreements=3),)


def test_a_basis_without_a_force_counts_for_none() -> None:
    """A provision that only widens another is no basis to count."""
    register = together({"XXA": _state(gamma="joined"), "XXB": _state(gamma="joined")}, instruments=TREATIES)
    assert matrix(register, register.states.values(), DAY, ASSISTANCE).counts == ()


RULES = """
    alpha:
      in_force: 2002-01-01
      later_parties: {days: 30}
      serves:
        extradition:
          - {articles: ["7(1)"], rule: widens, scope: drugs}
          - {articles: ["7(2)"], rule: optional, force: optional, scope: drugs}
          - {articles: ["7(3)"], rule: recognized, scope: drugs}
        mutual-legal-assistance:
          - {articles: ["5"], force: title, scope: drugs, yields_to: {article: "5(1)"}}
        joint-investigation: [{articles: ["9"], force: enabling, scope: drugs}]
    beta:
      in_force: 2002-01-01
    gamma:
      in_force: 2002-01-01
"""
PACT = AGREEMENT.replace("[mutual-legal-assistance]", "[extradition]\n      treaty_on: [extradition]").replace(
    "XXC", "XXB"
)


def _reserved(articles: str) -> str:
    """A state that joined the first treaty and reserved articles."""
    return _state(alpha="reserved").replace('["5"]', articles)


@pytest.mark.parametrize(
    ("agreements", "second", "rule", "force"),
    [
        (PACT.replace("scope: drugs", "scope: listed-offences"), "[]", "widens", None),
        (PACT.replace("in_force: 2005-01-01", "approved: 2005"), "[]", "optional", "optional"),
        ("{}", "[]", "optional", "optional"),
        ("{}", '["7(2)"]', "recognized", None),
        (PACT, "[]", "title", "title"),
    ],
)
def test_a_pair_counts_under_the_first_rule_that_it_has(
    agreements: str, second: str, rule: str, force: str | None
) -> None:
    """Title, then what widens a treaty that binds both, then optional, then recognized: once in a scope."""
    states = {"XXA": _state(alpha="joined"), "XXB": _reserved(second) if second != "[]" else _state(alpha="joined")}
    register = together(states, instruments=RULES, agreements=agreements)
    counts = matrix(register, register.states.values(), DAY, "extradition").counts
    assert [(one.rule, one.force, one.with_agreements) for one in counts if one.scope == "drugs"] == [(rule, force, 1)]


@pytest.mark.parametrize(("agreements", "counted"), [("{}", 1), (AGREEMENT.replace("XXC", "XXB"), 0)])
def test_what_stands_in_for_a_treaty_counts_where_none_is_known(agreements: str, counted: int) -> None:
    """Where a treaty binds both, it serves only if the two agree, and makes no pair."""
    states = {"XXA": _state(alpha="joined"), "XXB": _state(alpha="joined")}
    on_it = agreements.replace("force: title", "treaty_on: [mutual-legal-assistance]")
    register = together(states, instruments=RULES, agreements=on_it)
    assert len(matrix(register, register.states.values(), DAY, ASSISTANCE).counts) == counted


def test_what_if_counts_titles_alone() -> None:
    """Neither what widens, nor what is optional or recognized, nor what gives way to a treaty is a gain."""
    register = together({"XXA": _state(), "XXB": _state(alpha="joined")}, instruments=RULES)
    answer = what_if(register, register.states.values(), register.states["xxa"], register.instruments["alpha"], DAY)
    assert (answer.gains, answer.covered) == ((), 0)


def test_agreements_are_counted_apart() -> None:
    """An agreement adds to the second count, and not to what instruments give."""
    states = {"XXA": _state(alpha="joined"), "XXB": _state(alpha="joined"), "XXC": _state()}
    register = together(states, instruments=TREATIES, agreements=AGREEMENT)
    (count,) = matrix(register, register.states.values(), DAY, ASSISTANCE).counts
    assert (count.by_instruments, count.with_agreements) == (1, 2)


def test_an_agreement_whose_articles_were_not_seen_counts_for_no_pair() -> None:
    """Without a scope it is known what a treaty is on, and not what it reaches: no count, and no gain taken away."""
    states = {"XXA": _state(alpha="joined"), "XXB": _state(), "XXC": _state(alpha="joined")}
    unread = AGREEMENT.replace("      scope: drugs\n", "").replace("XXC", "XXB")
    register = together(states, instruments=TREATIES, agreements=unread)
    (count,) = matrix(register, register.states.values(), DAY, ASSISTANCE).counts
    assert (count.by_instruments, count.with_agreements) == (1, 1)
    alpha, second = register.instruments["alpha"], register.states["xxb"]
    gained = what_if(register, register.states.values(), second, alpha, DAY).gains
    assert [gain.other.iso3 for gain in gained] == ["XXA", "XXC"]


def test_a_reserved_article_makes_no_pair() -> None:
    """A pair between which the article does not apply is not counted."""
    states = {"XXA": _state(alpha="joined"), "XXB": _state(alpha="reserved"), "XXC": _state(alpha="wholly")}
    register = together(states, instruments=TREATIES)
    (count,) = matrix(register, register.states.values(), DAY, ASSISTANCE).counts
    assert count.by_instruments == 1


def test_what_one_accession_would_add() -> None:
    """A title counts once with each party that has none with the state yet; an optional basis obliges nobody."""
    states = {
        "XXA": _state(beta="joined"),
        "XXB": _state(alpha="joined", beta="joined"),
        "XXC": _state(alpha="joined"),
        "XXD": _state(alpha="said"),
        "XXE": _state(alpha="reserved"),
        "XXF": _state(alpha="wholly"),
        "XXG": _state(),
    }
    register = together(states, instruments=TREATIES, agreements=AGREEMENT)
    alpha = register.instruments["alpha"]
    answer = what_if(register, register.states.values(), register.states["xxa"], alpha, DAY)
    found = [(gain.purpose, gain.scope, gain.other.iso3, gain.unconfirmed) for gain in answer.gains]
    assert found == [(ASSISTANCE, "drugs", "XXD", True), (ASSISTANCE, "drugs", "XXE", False)]
    assert answer.covered == 2
    assert answer.standing.name is not StandingKind.PARTY


def test_before_it_is_in_force_a_consent_still_has_its_gains_to_come() -> None:
    """A contracting state has no title under the treaty yet; a party has, and gains nothing."""
    register = together({"XXA": _state(alpha="joined"), "XXB": _state(alpha="joined")}, instruments=TREATIES)
    first, _ = register.states.values()
    earlier = first._replace(treaties={**first.treaties, "alpha": first.treaties["alpha"]._replace(actions=())})
    alpha = register.instruments["alpha"]
    everyone = [earlier, register.states["xxb"]]
    assert [gain.other.iso3 for gain in what_if(register, everyone, earlier, alpha, DAY).gains] == ["XXB"]
    assert what_if(register, register.states.values(), first, alpha, DAY).gains == ()
    assert what_if(register, everyone, earlier, alpha, date(2003, 5, 30)).gains == ()


# One state with each other

TREATY = """
    treaty:
      title: A treaty on assistance
      kind: bilateral
      purposes: [mutual-legal-assistance]
      treaty_on: [mutual-legal-assistance]
      force: title
      scope: any-crime
      articles: ["2", "3", "4"]
      signed: 1999-01-01
      in_force: 2005-01-01
      parties: [{state: XXA}, {state: XXB}]
      source: seen
      note: a doubt
    rumoured:
      title: A treaty that may bind
      kind: regional
      short: Rumour
      purposes: [mutual-legal-assistance]
      treaty_on: [mutual-legal-assistance]
      unconfirmed: entry into force not seen
      signatories: [XXA, XXC]
      source: seen
    hoped:
      title: An arrangement hoped for
      kind: regional
      purposes: [mutual-legal-assistance]
      unconfirmed: entry into force not seen
      signatories: [XXA, XXD]
      source: seen
"""


def _everyone() -> Register:
    """With the first: a treaty, one that may bind, conventions alone, nothing, and a state of a later day."""
    states = {
        "XXA": _state(alpha="joined", beta="joined"),
        "XXB": _state(alpha="joined"),
        "XXC": _state(alpha="joined"),
        "XXD": _state(alpha="joined", beta="said"),
        "XXE": _state(),
        "XXF": "independence: 2027-01-01\n" + _state(alpha="joined"),
    }
    return together(states, instruments=TREATIES, agreements=TREATY)


def _with_all() -> WithAll:
    register = _everyone()
    return with_all(register, register.states.values(), register.states["xxa"], DAY, ASSISTANCE)


def test_with_each_other_state_stands_what_comes_first() -> None:
    """A treaty that binds both, one that may, the conventions, or nothing; a state of a later day is left out."""
    found = {other.iso3: [(one.comes, one.by.id) for one in part.first] for other, part in _with_all().others}
    assert found == {
        "XXB": [("none_first", "treaty"), ("none_first", "alpha")],
        "XXC": [("none_first", "alpha"), ("may_bind", "rumoured")],
        "XXD": [("none_first", "alpha"), ("none_first", "beta"), ("may_bind", "hoped")],
        "XXE": [],
    }
    bound = {other.iso3: part.treaties.bound.value for other, part in _with_all().others}
    assert bound == {"XXB": "binds_both", "XXC": "may_bind_both", "XXD": "none_here", "XXE": "none_here"}


def test_with_each_other_state_the_page_has_a_line() -> None:
    """Its treaty with articles and day, what may bind, or the years of the conventions with marks; or its name."""
    lines = [line.strip() for line in plain.write(with_all_page(_with_all(), ENGLISH), 120).splitlines()]
    row = next(index for index, line in enumerate(lines) if line.startswith("Xxb"))
    assert lines[row].split() == ["Xxb", "bilateral", "(1999)", "2-4", "1", "Jan", "2005"]
    assert lines[row + 1 : row + 3] == ["noted: see the page of the two", "also in force: Short"]
    assert lines[lines.index("A treaty on mutual legal assistance may bind both: to verify") + 1] == "Xxc   Rumour"
    assert any(line.split() == ["Xxd", "2003", "2003†"] for line in lines)
    beside = lines[lines.index("A treaty on mutual legal assistance may bind both (above)") + 1]
    assert beside.split() == ["Xxc", "2003"]
    assert "May bind too: An arrangement hoped for; with Xxd." in lines
    assert "None in this register with: Xxe." in lines
    assert not any("Xxf" in line for line in lines)


def test_with_each_other_state_the_lines_of_data_say_what_comes_first_and_what_may_bind() -> None:
    """Each basis has a line with its day; a state with which there is none has one too."""
    found = [(row["with"], row["comes"], row.get("basis"), row.get("since")) for row in with_all_rows(_with_all())]
    assert found == [
        ("XXB", "none_first", "treaty", "2005-01-01"),
        ("XXB", "none_first", "alpha", "2003-05-31"),
        ("XXC", "none_first", "alpha", "2003-05-31"),
        ("XXC", "may_bind", "rumoured", None),
        ("XXD", "none_first", "alpha", "2003-05-31"),
        ("XXD", "none_first", "beta", "2003-05-31"),
        ("XXD", "may_bind", "hoped", None),
        ("XXE", "none", None, None),
    ]
    perhaps = with_all_record(_with_all())["others"][1]
    assert (perhaps["with"], perhaps["treaty"]) == ("XXC", "may_bind_both")
    assert [one.get("agreement") for one in perhaps["bases"]] == [None, "rumoured"]


@pytest.mark.parametrize(("day", "others"), [("2026-12-31", 4), ("2027-01-01", 5)])
def test_a_state_counts_from_its_independence(day: str, others: int) -> None:
    """From that day on it is among the others, and its pairs are counted."""
    register, when = _everyone(), date.fromisoformat(day)
    states = register.states.values()
    assert len(with_all(register, states, register.states["xxa"], when, ASSISTANCE).others) == others
    assert matrix(register, states, when, ASSISTANCE).pairs == (others + 1) * others // 2


def test_what_may_bind_too_is_said_once_and_only_sources_of_the_purpose_are_cited() -> None:
    """Beside two that come first stands, once, what may bind; an agreement on something else lends no source."""
    second = (
        TREATY.split("    hoped:", maxsplit=1)[0]
        .replace("    treaty:", "    pact:")
        .replace("    rumoured:", "    other:")
    )
    extradition = AGREEMENT.replace("mutual-legal-assistance", "extradition").replace("source: seen", "source: heard")
    register = together(
        {"XXA": _state(alpha="joined"), "XXB": _state(alpha="joined"), "XXC": _state(), "XXD": _state()},
        instruments=TREATIES,
        agreements=TREATY + second.replace("XXC", "XXB") + extradition.replace("    pact:", "    apart:"),
    )
    answer = with_all(register, register.states.values(), register.states["xxa"], DAY, ASSISTANCE)
    text = plain.write(with_all_page(answer, ENGLISH), 120)
    assert text.count("may bind: Rumour") == text.count("no clause seen puts one of them first") == 1
    assert [source.id for source in answer.cited] == ["seen"]


def test_a_standing_is_worked_out_once_for_all_pairs(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many pairs ask for the standing of a state under an instrument, it is computed once."""
    asked: list[tuple[str, str]] = []

    def counted(case: Dossier, as_of: date) -> Standing:
        asked.append((case.state.iso3, case.instrument.id))
        return standing(case, as_of)

    monkeypatch.setattr(questions_between, "standing", counted)
    register = _everyone()
    matrix(register, register.states.values(), DAY, ASSISTANCE)
    assert len(asked) == len(set(asked)) > 0


@pytest.mark.data
@pytest.mark.parametrize("purpose", ["extradition", ASSISTANCE, "boarding"])
def test_one_state_with_all_agrees_with_each_pair(whole: Register, purpose: str) -> None:
    """What stands in a state's line is what the page of the two says."""
    haiti = state_of(whole, "HTI")
    answer = with_all(whole, whole.states.values(), haiti, DAY, purpose)
    assert len(answer.others) == 34
    for other, part in answer.others:
        assert basis(whole, haiti, other, DAY, (purpose,)).parts == (part,)


@pytest.mark.data
def test_what_is_said_of_participation_is_listed_with_its_sources(whole: Register) -> None:
    """What a page says of the two states' part in the OAS rests on sources at its end, as all else that it cites."""
    cuba, other = state_of(whole, "CUB"), state_of(whole, "VEN")
    pages = [
        pair_page(basis(whole, cuba, other, DAY), ENGLISH),
        with_all_page(with_all(whole, whole.states.values(), cuba, DAY, "boarding"), ENGLISH),
    ]
    for page in pages:
        (sources,) = (block for block in page.blocks if isinstance(block, Sources))
        cited = {id for span in spans_in(page.blocks) for id in span.cites}
        assert "oas-ga-12-09" in cited
        assert cited == {row.id for row in sources.rows}


def test_what_one_accession_would_add_is_named_with_its_marks() -> None:
    """The page counts the pairs for each purpose and names the states; an unconfirmed consent carries the mark."""
    states = {"XXA": _state(), "XXB": _state(alpha="joined"), "XXC": _state(alpha="said")}
    register = together(states, instruments=TREATIES)
    answer = what_if(register, register.states.values(), register.states["xxa"], register.instruments["alpha"], DAY)
    page = what_if_page(answer, ENGLISH)
    (gains,) = (block for block in page.blocks if isinstance(block, Table))
    ((_, _, pairs, names),) = gains.sections[0].rows
    assert (pairs.value, names.text) == (2, "Xxb, Xxc†")
    joined = what_if(register, register.states.values(), register.states["xxb"], register.instruments["alpha"], DAY)
    assert "It is a party already" in str(what_if_page(joined, ENGLISH))


def test_the_counts_of_the_matrix_are_numbers() -> None:
    """A count on the page of the matrix is a number for a spreadsheet, under the number of all pairs."""
    register = _everyone()
    page = matrix_page(matrix(register, register.states.values(), DAY, ASSISTANCE), ENGLISH)
    (table,) = (block for block in page.blocks if isinstance(block, Table))
    assert table.caption.endswith("of 10")
    values = [[entry.value for entry in row[2:]] for row in table.sections[0].rows]
    assert values == [[0, 0, 1], [6, 0, 6]]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("basis",), "name two states, or one and --for"),
        (("basis", "haiti"), "name a second state, or add --for"),
        (("basis", "haiti", "HTI", "--for", "extradition"), "haiti and HTI are one state: name another beside it"),
        (("basis", "--matrix"), "--matrix needs --for"),
        (("basis", "--what-if", "haiti"), "--what-if takes a state and an instrument"),
    ],
)
def test_what_is_missing_from_the_question_is_said(arguments: tuple[str, ...], says: str) -> None:
    """A question that cannot be answered as it is asked says what to add, and reads as a mistake of use."""
    done = toc(*arguments, "--data", str(REGISTER))
    assert says in done.err
    assert done.code == 2
