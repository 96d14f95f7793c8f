"""What would follow from a deposit: by which act, in force when, after what, and with whom, at the days that decide."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product

import pytest

from tests.console import toc
from tests.registers import state_of, together
from toc_treaties.law.bound import Ground
from toc_treaties.law.outcome import StandingKind
from toc_treaties.model.action import Kind
from toc_treaties.model.register import Register
from toc_treaties.model.state import State
from toc_treaties.model.when import on
from toc_treaties.pages.deposit import page
from toc_treaties.questions.basis import ForPurpose, for_purpose
from toc_treaties.questions.between import Relation, Standings
from toc_treaties.questions.deposit import Deposit, deposit
from toc_treaties.questions.deposit_consent import SUPPOSED, Hindrance, Route, Way, consent
from toc_treaties.questions.deposit_effects import Order
from toc_treaties.questions.treaties import Bound, clauses_of
from toc_treaties.records.deposit import FIELDS, record, rows
from toc_treaties.words.language import ENGLISH
from toc_treaties.writers import plain

INSTRUMENTS = """
    alpha:
      adopted: 1999-12-01
      signature: {opened: 2000-01-01, closed: 2001-12-31, by: all, article: "1"}
      in_force: 2002-01-01
      later_parties: {days: 30, article: "2"}
      accession: {by: all, article: "3"}
      exit: {word: denunciation, years: 1}
    monthly:
      adopted: 1999-12-01
      signature: {opened: 2000-01-01, by: oas-members, article: "1"}
      in_force: 2002-01-01
      later_parties: {months: 3, then: first-of-month}
      accession: {by: all, article: "4", members_too: true}
    protocol:
      adopted: 2001-12-01
      signature: {opened: 2002-01-01, closed: 2002-12-31, by: all}
      in_force: 2003-01-01
      later_parties: {days: 10}
      accession: {by: all}
      requires: {instrument: alpha, article: "5"}
    unborn:
      adopted: 1999-12-01
      signature: {opened: 2000-01-01, by: all}
      later_parties: {days: 30}
    at-sea:
      adopted: 2001-12-01
      signature: {opened: 2002-01-01, by: all}
      in_force: 2003-01-01
      later_parties: {days: 10}
      requires: {instrument: alpha, article: "6", to_sign: true}
"""
NONE = "[none_seen: 2020-01-01, source: seen]"
NOTHING = """
    treaties:
      alpha: [{none_seen: 2020-01-01, source: seen}]
      monthly: [{none_seen: 2020-01-01, source: seen}]
      protocol: [{none_seen: 2020-01-01, source: seen}]
      at-sea: [{none_seen: 2020-01-01, source: seen}]
      unborn: [{none_seen: 2020-01-01, source: seen}]
"""


def _with(instrument: str, entries: str, state: str = "") -> str:
    """A state's text with the entries of one instrument, and nothing seen of the others."""
    return state + NOTHING.replace(
        f"{instrument}: [{{none_seen: 2020-01-01, source: seen}}]", f"{instrument}: [{entries}]"
    )


def _asked(day: str, instrument: str = "alpha", own: str = NOTHING, other: str = NOTHING) -> Deposit:
    """The sheet of one state under an instrument, beside one other state."""
    register = together({"XXA": own, "XXB": other}, instruments=INSTRUMENTS)
    return deposit(register, register.states["xxa"], register.instruments[instrument], date.fromisoformat(day))


def _in_force(answer: Deposit) -> str | None:
    return answer.consent.in_force.text if answer.consent.in_force else None


@pytest.mark.parametrize(
    ("instrument", "day", "in_force"),
    [
        ("alpha", "2027-01-15", "2027-02-14"),
        ("alpha", "2028-01-30", "2028-02-29"),
        ("alpha", "2001-06-01", "2002-01-01"),
        ("monthly", "2026-11-01", "2027-03-01"),
        ("monthly", "2026-11-30", "2027-03-01"),
        ("monthly", "2026-12-01", "2027-04-01"),
    ],
)
def test_it_is_in_force_by_the_instruments_own_wait(instrument: str, day: str, in_force: str) -> None:
    """Thirty days, or the first of the month after three months; never before the instrument's own day."""
    answer = _asked(day, instrument)
    assert _in_force(answer) == in_force
    assert answer.consent.ground is (Ground.INSTRUMENT if day < "2002" else Ground.OWN_RULE)


@pytest.mark.parametrize(
    ("instrument", "day", "entries", "routes"),
    [
        ("alpha", "2001-12-31", "", [Route(Way.SIGN_AND_RATIFY, "1")]),
        ("alpha", "2002-01-01", "", [Route(Way.ACCEDE, "3")]),
        ("alpha", "2010-01-01", "{signature: 2001-05-05, source: seen}", [Route(Way.RATIFY)]),
        ("monthly", "2010-01-01", "", [Route(Way.SIGN_AND_RATIFY, "1"), Route(Way.ACCEDE, "4", accepted=True)]),
    ],
)
def test_the_acts_are_those_of_the_clauses(instrument: str, day: str, entries: str, routes: list[Route]) -> None:
    """Who may still sign signs and ratifies; where the depositary has taken accessions too, both ways are named."""
    answer = _asked(day, instrument, _with(instrument, entries) if entries else NOTHING)
    assert [*answer.consent.routes] == routes


@pytest.mark.parametrize(
    ("day", "entries", "hindrance"),
    [
        ("1999-12-31", "", Hindrance.NOT_OPEN),
        ("2000-01-01", "", None),
        ("2010-01-01", "{accession: 2009-12-31, source: seen}", Hindrance.BOUND),
        ("2010-03-01", "{accession: 2009-12-31, source: seen}", Hindrance.BOUND),
        ("2009-12-30", "{accession: 2009-12-31, source: seen}", None),
    ],
)
def test_what_is_bound_or_not_open_deposits_nothing(day: str, entries: str, hindrance: Hindrance | None) -> None:
    """Before the opening, and from the consent on, there is nothing to deposit: no day and no partner is told."""
    answer = _asked(day, own=_with("alpha", entries) if entries else NOTHING)
    assert answer.consent.hindrance is hindrance
    assert (answer.effects is None) is (hindrance is not None)
    assert (record(answer)["deposit"]["in_force"] is None) is (hindrance is not None)


def test_a_day_in_force_that_is_not_known_has_its_bounds_in_plain_data() -> None:
    """A parent joined in some month is in force on a day not known, and the protocol no sooner: both ends are given."""
    own = _with("alpha", "{accession: 2026-11, source: seen}")
    found = record(_asked("2026-11-30", "protocol", own))["deposit"]
    assert (found["earliest"], found["latest"]) == ("2026-12-10", "2026-12-30")


def test_a_protocol_supposes_its_parent_on_the_same_day() -> None:
    """Who has not joined the parent is bound by the protocol no sooner than by the parent, deposited with it."""
    lacks = _asked("2010-01-01", "protocol")
    assert lacks.consent.with_parent is not None
    assert (lacks.consent.with_parent.id, _in_force(lacks), lacks.consent.ground) == (
        "alpha",
        "2010-01-31",
        Ground.PARENT,
    )
    assert "first or the same day (art. 5); supposed on the same day" in _text(lacks)
    unclear = _asked("2010-01-01", "protocol", _with("alpha", "{no_information: not found, source: seen}"))
    assert "whether it has joined that is not known; supposed on the same day" in _text(unclear)
    joined = _asked("2010-01-01", "protocol", _with("alpha", "{accession: 2005-05-05, source: seen}"))
    assert (joined.consent.with_parent, _in_force(joined)) == (None, "2010-01-11")


def test_a_parent_that_must_be_in_force_comes_before_the_signature() -> None:
    """Where signature presupposes the parent in force, nothing can be signed on the day of the parent's own deposit."""
    lacks = _asked("2010-01-01", "at-sea")
    assert (lacks.consent.hindrance, lacks.consent.in_force) == (Hindrance.PARENT_NOT_IN_FORCE, None)
    bound = _asked("2010-01-31", "at-sea", _with("alpha", "{accession: 2010-01-01, source: seen}"))
    assert (bound.consent.hindrance, _in_force(bound)) == (None, "2010-02-10")


@pytest.mark.parametrize(
    ("independence", "offered"), [("", False), ("1999-12-31", False), ("2001-12-31", False), ("2002-01-01", True)]
)
def test_succession_is_for_states_younger_than_the_treaty(independence: str, *, offered: bool) -> None:
    """Only a state that became independent while the treaty was in force is told of succession (1978 Convention 17)."""
    own = (f"\n    independence: {independence}" if independence else "") + NOTHING
    answer = _asked("2010-01-01", own=own)
    assert answer.consent.succession is offered
    assert ("a succession only if the treaty applied" in _text(answer)) is offered


def test_of_an_instrument_that_is_not_in_force_no_day_is_told() -> None:
    """Where the instrument's own entry into force is open, so is that for the state; its acts are named."""
    answer = _asked("2010-01-01", "unborn")
    assert (_in_force(answer), [route.way for route in answer.consent.routes]) == (None, [Way.SIGN_AND_RATIFY])
    assert "no day can be computed" in _text(answer)


LEFT = "{accession: 2003-01-01, source: seen}, {denunciation: 2005-06-01, source: seen}"


@pytest.mark.parametrize(
    ("day", "in_force", "ground"),
    [
        ("2006-05-02", "2006-06-01", Ground.OWN_RULE),
        ("2006-05-01", "2006-06-01", Ground.EARLIER_EXIT),
        ("2006-06-01", "2006-07-01", Ground.OWN_RULE),
        ("2010-01-01", "2010-01-31", Ground.OWN_RULE),
    ],
)
def test_a_state_that_leaves_may_come_back(day: str, in_force: str, ground: Ground) -> None:
    """It accedes anew, after its exit or while its notice runs; it is bound anew no sooner than it has left."""
    answer = _asked(day, own=_with("alpha", LEFT))
    assert [*answer.consent.routes] == [Route(Way.ACCEDE, "3")]
    assert (_in_force(answer), answer.consent.ground) == (in_force, ground)


def test_where_nothing_is_known_the_sheet_says_what_it_supposes() -> None:
    """Of a state of which it is not known whether it has joined, what follows stands under that condition."""
    answer = _asked("2010-01-01", own=_with("alpha", "{no_information: not found, source: seen}"))
    assert (answer.consent.unknown, _in_force(answer)) == (True, "2010-01-31")
    assert "whether it has joined already is not known" in _text(answer)


@pytest.mark.parametrize(("deposited", "party"), [("2027-01-15", True), ("2027-01-16", False)])
def test_partners_are_those_of_the_day_of_entry_into_force(deposited: str, *, party: bool) -> None:
    """A state for which it comes into force by that day is a partner; one day later it is named apart."""
    other = _with("alpha", f"{{accession: {deposited}, source: seen}}")
    found = _asked("2027-01-15", other=other).effects
    assert found is not None
    assert [state.iso3 for state in found.partners.parties] == (["XXB"] if party else [])
    assert [state.iso3 for state in found.partners.contracting] == ([] if party else ["XXB"])


def _text(answer: Deposit) -> str:
    """The page in one line, for what it says and not for where it breaks."""
    return " ".join(plain.write(page(answer, ENGLISH), 400).split())


def _of(register: Register, iso3: str, instrument: str, day: str) -> Deposit:
    return deposit(register, state_of(register, iso3), register.instruments[instrument], date.fromisoformat(day))


@pytest.mark.data
def test_haiti_under_the_nassau_convention(whole: Register) -> None:
    """By articles 32, 34 and 37: sign and ratify, or accede; in force thirty days after; article 3 with the deposit."""
    answer = _of(whole, "HTI", "mla", "2027-01-15")
    assert [*answer.consent.routes] == [Route(Way.SIGN_AND_RATIFY, "32"), Route(Way.ACCEDE, "34", accepted=True)]
    assert _in_force(answer) == "2027-02-14"
    made = record(answer)
    assert (len(made["partners"]), made["partners_not_known"]) == (26, ["URY"])
    assert [(owed["article"], owed["duty"], owed["moment"]) for owed in made["to_notify"]] == [
        ("3", "due", "signature-or-deposit"),
        ("38", "conditional", "signature-or-deposit"),
    ]
    assert [(basis["purpose"], basis["articles"], len(basis["partners"])) for basis in made["bases"]] == [
        ("mutual-legal-assistance", ["1", "2", "7"], 26),
        ("asset-recovery", ["7(d)", "13", "15"], 26),
        ("asset-recovery", ["14"], 26),
    ]
    assert [(each["instrument"], each["clause"], len(each["partners"])) for each in made["give_way"]] == [
        ("untoc", "18(7)", 26),
        ("trafficking-1988", "7(7)", 26),
        ("uncac", "46(7)", 26),
    ]
    text = _text(answer)
    for said in (
        "14 February 2027: 30 days after deposit, art. 37",
        "sign (art. 32) and ratify; or accede, as the depositary has also accepted",
        "26 to 27 on 14 February 2027",
        "Uruguay: whether it is in force on that day",
        "denunciation: 1 year after notice, art. 39",
        "art. 3 central authority",
        "to specific provisions, and none that is incompatible with the object and purpose, art. 35",
        "no legal advice",
    ):
        assert said in text


@pytest.mark.data
def test_the_treaties_of_a_pair_stand_under_the_clause_that_orders_them(whole: Register) -> None:
    """B-47 33 puts earlier treaties first; CIFTA XVII applies in conformity with Nassau; Managua widens it."""
    cifta = record(_of(whole, "CAN", "cifta", "2026-11-26"))["treaties"]
    nassau = next(met for met in cifta if met.get("instrument") == "mla" and met["order"] == "sets_terms")
    assert (nassau["purpose"], nassau["articles"]) == ("mutual-legal-assistance", ["XVII(1)"])
    assert {met["order"] for met in cifta if met.get("agreement") == "can-mex-extradition"} == {Order.WIDENED}
    b47 = record(_of(whole, "MEX", "extradition", "2026-11-26"))["treaties"]
    assert [
        (met["order"], met["articles"], met["partners"]) for met in b47 if met.get("agreement") == "montevideo-1933"
    ] == [("treaty_first", ["33"], ["PAN"])]
    assert not any(met.get("instrument") == "extradition" for met in b47)
    managua = record(_of(whole, "HTI", "mla-protocol", "2027-01-15"))
    assert managua["with_parent"] == "mla"
    assert [(met["instrument"], met["order"]) for met in managua["treaties"]] == [("mla", "widened")]


@pytest.mark.data
def test_many_statements_are_told_by_state(whole: Register) -> None:
    """The sheet stays a sheet: more than a dozen statements are a line a state, with the articles of each kind."""
    few, many = _text(_of(whole, "CAN", "cifta", "2026-11-26")), _text(_of(whole, "HTI", "budapest", "2026-11-26"))
    assert "reservation (art. I(3)): antique firearms" in few
    assert "Costa Rica declaration: arts 10 and 24" in many
    assert "toc-treaties instrument budapest" in many
    assert "A statement alone Argentina, United States" in many
    assert "toc-treaties instrument" not in few


@pytest.mark.data
def test_what_is_supposed_leaves_no_trace(whole: Register) -> None:
    """The supposed deposit is no source of the page, and marks none of its bases; the register stays as it was."""
    before = whole.states["haiti"].treaties["mla"]
    answer = _of(whole, "HTI", "mla", "2027-01-15")
    assert SUPPOSED.id not in {source.id for source in answer.cited}
    assert not any(row["unconfirmed"] for row in rows(answer))
    assert whole.states["haiti"].treaties["mla"] is before


@pytest.mark.data
def test_a_line_of_a_spreadsheet_is_a_basis_with_a_partner(whole: Register) -> None:
    """Whoever sorts by partner finds each basis with each of them, in the columns that are documented."""
    lines = rows(_of(whole, "BOL", "smuggling", "2026-11-26"))
    assert all(tuple(line) == FIELDS for line in lines)
    assert {(line["articles"], line["works"], line["requests_to"]) for line in lines} == {("8(2)", "enabling", "both")}
    assert len(lines) == len({line["partner"] for line in lines})


@pytest.mark.data
@pytest.mark.parametrize(
    ("iso3", "instrument", "day", "said"),
    [
        ("BRA", "budapest", "2026-11-26", "it has consented to be bound already"),
        ("BOL", "maritime", "2026-11-26", "the instrument is not open to it"),
        ("BOL", "narcotics-1961", "2012-06-01", "instrument lodged 29 Dec 2011"),
        ("NIC", "budapest", "2026-11-26", "by invitation of the Committee of Ministers"),
        ("NIC", "budapest", "2026-11-26", "all but Canada, Grenada, Paraguay"),
        ("BRA", "maritime", "2026-11-26", "whether it may join is not settled"),
    ],
)
def test_the_sheet_says_by_which_act_or_why_by_none(
    whole: Register, iso3: str, instrument: str, day: str, said: str
) -> None:
    """Each kind of answer is a sheet that says so, whatever the state and the instrument."""
    assert said in _text(_of(whole, iso3, instrument, day))


@pytest.mark.data
@pytest.mark.parametrize("option", ["--on", "--as-of"])
def test_the_day_of_the_deposit_is_the_day_asked_about(option: str) -> None:
    """The command takes the day of the deposit as such, or the day asked about."""
    done = toc("deposit", "haiti", "mla", option, "2027-01-15", "-f", "plain", COLUMNS="400")
    assert done.code == 0
    assert "14 February 2027" in done.out
    assert "15 January 2027 is in the future" in done.out


DEPOSITS = {Kind.RATIFICATION: {Way.RATIFY, Way.SIGN_AND_RATIFY}, Kind.ACCESSION: {Way.ACCEDE}}
OTHERWISE = {("ARG", "mla"), ("BOL", "narcotics-1961")}
"""Argentina signed Nassau and acceded; Bolivia's accession of 2013 had been lodged and waited for objections."""


@pytest.mark.data
def test_each_recorded_deposit_was_among_the_acts_of_the_day_before(whole: Register) -> None:
    """Asked on the eve of any act on record, the sheet names it, and the day on which it was in force."""
    eves, in_force = 0, 0
    for state, instrument in product(whole.states.values(), whole.instruments.values()):
        for act in whole.cell(state, instrument.id).actions:
            if act.when.day is None or act.kind not in DEPOSITS or act.via or (state.iso3, instrument.id) in OTHERWISE:
                continue
            found = consent(whole, state, instrument, act.when.day - timedelta(days=1))
            assert DEPOSITS[act.kind] & {route.way for route in found.routes}, (state.slug, instrument.id)
            eves += 1
            waits = instrument.later_parties is not None and instrument.later_parties.days
            if act.in_force is not None and found.ground is Ground.OWN_RULE and waits:
                assert found.in_force == on(act.in_force - timedelta(days=1)), (state.slug, instrument.id)
                in_force += 1
    assert (eves > 350, in_force > 20) == (True, True), (eves, in_force)


@pytest.mark.data
@pytest.mark.parametrize(("iso3", "day"), [("LCA", "1991-07-04"), ("VCT", "2001-12-02")])
def test_who_succeeded_was_told_that_it_might(whole: Register, iso3: str, day: str) -> None:
    """Saint Lucia and Saint Vincent, younger than the 1961 Convention as amended, succeeded to it."""
    assert _of(whole, iso3, "narcotics-1961", day).consent.succession


def test_what_the_state_did_later_does_not_undo_what_is_supposed() -> None:
    """Asked of a day before the state joined and left, the sheet is about that deposit alone, until it is in force."""
    later = "{accession: 2000-08-01, source: seen}, {denunciation: 2000-09-01, source: seen}"
    answer = _asked("2000-06-01", own=_with("alpha", later))
    supposed, followed = answer.consent.supposed, answer.effects
    assert supposed is not None
    assert followed is not None
    assert (followed.day.isoformat(), _in_force(answer)) == ("2002-01-01", "2002-01-01")
    assert followed.standings.of(supposed.state, answer.instrument).name is StandingKind.PARTY


Said = set[tuple[object, ...]]


def pairs_of(whole: Register, answer: Deposit) -> Iterator[tuple[State, str, ForPurpose, ForPurpose]]:
    """Each partner with each purpose: what serves the two without the deposit and with it, when it is in force."""
    supposed, followed = answer.consent.supposed, answer.effects
    assert supposed is not None
    assert followed is not None
    before, after = Standings(whole, followed.day), Standings(supposed.register, followed.day)
    for other in followed.partners.parties:
        for purpose in answer.instrument.serves:
            with_it = for_purpose(Relation(after, supposed.state, other), purpose)
            yield other, purpose, for_purpose(Relation(before, answer.state, other), purpose), with_it


@pytest.mark.data
@pytest.mark.parametrize("slug", ["haiti", "cuba", "suriname"])
def test_what_is_told_of_all_partners_is_what_each_pair_answers(whole: Register, slug: str) -> None:
    """Partner by partner: the bases, what a statement takes out, the treaties met, and what gives way, and no other."""
    for instrument in whole.instruments.values():
        answer = deposit(whole, whole.states[slug], instrument, date(2027, 1, 15))
        if answer.effects is None:
            assert answer.consent.hindrance is not None
            continue
        bases, taken_out, met, gives_way = (set[tuple[object, ...]]() for _ in range(4))
        for other, purpose, without, with_it in pairs_of(whole, answer):
            of_instrument = [line for line in with_it.lines if line.by.id == instrument.id]
            for line in of_instrument:
                asked = {state.iso3 for state in line.requests_to}
                ways = (answer.state.iso3 in asked, other.iso3 in asked)
                bases.add((purpose, line.articles, line.works, line.of, *ways, ways != (True, True), other.iso3))
            for barred in with_it.barred:
                if barred.instrument.id == instrument.id:
                    taken_out.add((purpose, barred.articles, other.iso3))
            treaties = with_it.treaties
            if of_instrument or any(idle.instrument.id == instrument.id for idle in with_it.idle):
                agreements = [agreement for agreement, _ in with_it.to_verify]
                for by in (*treaties.certain, *treaties.one_of, *treaties.possible, *agreements):
                    met |= {(purpose, by.id, other.iso3)} if by.id != instrument.id else set()
            first_treaty = without.treaties.bound is not Bound.CERTAIN
            if first_treaty and instrument.id in {by.id for by in treaties.certain}:
                yielding = [
                    line for line in with_it.lines if line.serving.yields_to and line.by.id in whole.instruments
                ]
                gives_way |= {(purpose, line.by.id, line.yields, other.iso3) for line in yielding}
                gives_way |= {(purpose, idle.instrument.id, idle.articles, other.iso3) for idle in with_it.idle}
        assert told_of_pairs(answer) == (bases, taken_out, met, gives_way), instrument.id


@pytest.mark.data
@pytest.mark.parametrize(("slug", "id"), [("chile", "extradition"), ("mexico", "extradition"), ("cuba", "minors")])
def test_a_treaty_is_put_first_by_a_clause_of_the_one_behind_it(whole: Register, slug: str, id: str) -> None:
    """Whichever of two treaties comes first, the article that is named is one of the other's."""
    instrument = whole.instruments[id]
    answer = deposit(whole, whole.states[slug], instrument, date(2027, 1, 15))
    assert answer.effects is not None
    ordered = [each for each in answer.effects.meetings if each.order in {Order.TREATY_FIRST, Order.INSTRUMENT_FIRST}]
    for meeting in ordered:
        behind = instrument if meeting.order is Order.TREATY_FIRST else meeting.treaty
        assert meeting.articles[0] in {clause.article for clause in clauses_of(behind)}
    assert ordered or id == "minors"


def told_of_pairs(answer: Deposit) -> tuple[Said, Said, Said, Said]:
    """The same as the sheet tells it: each line for each of its partners."""
    followed = answer.effects
    assert followed is not None
    return (
        {
            (line.purpose, line.articles, line.works, line.of, each.to_state, each.to_partner, each.one_way, other.iso3)
            for each in followed.arising
            for line, other in product([each.line], each.partners)
        },
        {
            (each.barred.purpose, each.barred.articles, other.iso3)
            for each in followed.taken_out
            for other in each.partners
        },
        {(each.purpose, each.treaty.id, other.iso3) for each in followed.meetings for other in each.partners},
        {
            (each.purpose, each.instrument.id, each.articles, other.iso3)
            for each in followed.displaced
            for other in each.partners
        },
    )


def test_of_a_consent_that_is_not_certain_the_signature_alone_is_kept() -> None:
    """A signatory of whom it is not known whether it has ratified is supposed to be one that ratifies."""
    own = _with("alpha", "{signature: 2001-05-05, source: seen}, {ratification: unknown, source: undated}")
    answer = _asked("2010-01-01", own=own)
    assert (answer.consent.unknown, [*answer.consent.routes]) == (True, [Route(Way.RATIFY)])
    unsigned = _asked("2010-01-01", own=_with("alpha", "{accession: unknown, source: undated}"))
    assert (unsigned.consent.unknown, [*unsigned.consent.routes]) == (True, [Route(Way.ACCEDE, "3")])
    assert _in_force(unsigned) == "2010-01-31"


STANDS_IN = """
    alpha:
      adopted: 1999-12-01
      signature: {opened: 2000-01-01, closed: 2001-12-31, by: all}
      in_force: 2002-01-01
      later_parties: {days: 30}
      accession: {by: all}
      serves:
        extradition:
          - {articles: ["7"], rule: optional, force: optional, scope: drugs}
"""
TREATY = """
    a-b:
      title: Treaty on extradition
      kind: bilateral
      purposes: [extradition]
      treaty_on: [extradition]
      force: title
      scope: any-crime
      articles: ["1"]
      in_force: 1990-01-01
      parties: [{state: XXA}, {state: XXB}]
      source: seen
"""


@pytest.mark.parametrize(("agreements", "met"), [("{}", []), (TREATY, [("a-b", Order.NONE_FIRST, ["XXB"])])])
def test_a_treaty_is_met_though_what_stands_in_for_one_does_not_arise(
    agreements: str, met: list[tuple[str, Order, list[str]]]
) -> None:
    """Where a treaty binds the two, the provision in its place gives no basis; the treaty is named all the same."""
    party = "treaties: {alpha: [{accession: 2003-01-01, source: seen}]}"
    register = together(
        {"XXA": "treaties: {alpha: [{none_seen: 2020-01-01, source: seen}]}", "XXB": party},
        instruments=STANDS_IN,
        agreements=agreements,
    )
    followed = deposit(register, register.states["xxa"], register.instruments["alpha"], date(2027, 1, 15)).effects
    assert followed is not None
    told = [(each.treaty.id, each.order, [state.iso3 for state in each.partners]) for each in followed.meetings]
    assert told == met
    assert [len(each.partners) for each in followed.arising] == ([] if met else [1])
