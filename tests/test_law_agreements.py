"""Whether an agreement binds two states on a day: both of its parties, since the later, until its end."""

from datetime import date
from itertools import combinations

import pytest

from tests.registers import together
from toc_treaties.law.agreements import Binding, Unsure, between, grants
from toc_treaties.model.agreement import Agreement
from toc_treaties.model.register import Register
from toc_treaties.model.when import on

NOBODY: dict[str, str] = {}
HEAD = "title: A treaty, kind: regional, purposes: [extradition], source: seen"


def _agreement(fields: str) -> Agreement:
    """An agreement with these fields besides its title, kind, purpose and source."""
    return together(NOBODY, agreements=f"pact: {{{HEAD}, {fields}}}").agreements["pact"]


def _asked(agreement: Agreement, day: str, first: str = "XXA", second: str = "XXB") -> Binding | None:
    found = between(agreement, first, second, date.fromisoformat(day))
    assert found == between(agreement, second, first, date.fromisoformat(day))
    return found


def _certain(agreement: Agreement, day: str, first: str = "XXA", second: str = "XXB") -> bool | None:
    """True where it binds both, False where that is to verify, None where it does not."""
    found = _asked(agreement, day, first, second)
    return found.certain if found else None


TWO = "parties: [{state: XXA, source: seen}, {state: XXB, source: seen}]"


def test_an_agreement_binds_its_parties_alone() -> None:
    """It is in force between two of its parties, and says nothing of any other pair."""
    pact = _agreement(f"in_force: 2005-04-11, {TWO}")
    assert _certain(pact, "2006-01-01") is True
    assert _certain(pact, "2006-01-01", "XXA", "XXC") is None
    assert _certain(pact, "2006-01-01", "XXC", "XXD") is None


def test_an_agreement_counts_from_the_later_of_both() -> None:
    """A party with a day of its own is bound from then, one without from the agreement's entry into force."""
    pact = _agreement("in_force: 2005-04-11, parties: [{state: XXA}, {state: XXB, since: 2009-02-08}]")
    assert _certain(pact, "2009-02-07") is None
    assert _asked(pact, "2009-02-08") == Binding(certain=True, since=on(date(2009, 2, 8)))


def test_within_a_month_an_agreement_is_to_verify() -> None:
    """Where only the month of its entry into force is known, it binds both for certain from that month's last day."""
    pact = _agreement(f"in_force: 2005-04, {TWO}")
    days = ["2005-03-31", "2005-04-01", "2005-04-29", "2005-04-30"]
    assert [_certain(pact, day) for day in days] == [None, False, False, True]


@pytest.mark.parametrize(
    ("until", "expected"),
    [
        ("2020-01-01", {"2019-12-31": True, "2020-01-01": None, "2021-01-01": None}),
        ("2020", {"2019-12-31": True, "2020-01-01": False, "2020-12-30": False, "2020-12-31": None}),
    ],
)
def test_an_agreement_ends_on_its_last_day(until: str, expected: dict[str, bool | None]) -> None:
    """From its end on it binds nobody; within a year that is all that is known of its end, it is to verify."""
    pact = _agreement(f'in_force: 2005-04-11, until: "{until}", {TWO}')
    assert {day: _certain(pact, day) for day in expected} == expected


def test_a_list_that_shows_it_counts_from_the_lists_day() -> None:
    """Without a day of entry into force, a dated list that names it counts from then, and since when stays open."""
    pact = _agreement(f"seen: 2012-03-01, signed: 1998-12-10, {TWO}")
    assert _certain(pact, "1998-12-09") is None
    assert _certain(pact, "2012-02-29") is False
    assert _asked(pact, "2012-03-01") == Binding(certain=True, since=None)


@pytest.mark.parametrize("seen", ["seen: undated, ", ""])
def test_without_a_day_or_a_dated_list_it_is_to_verify(seen: str) -> None:
    """An undated list, or none, leaves an agreement to verify on every day."""
    assert _certain(_agreement(seen + TWO), "2026-11-21") is False


def test_a_party_whose_day_is_unknown_is_not_bound_from_the_agreements() -> None:
    """Where the day of one party was looked for and not found, the agreement's own day does not stand for it."""
    unknown = "in_force: 2018-07-10, parties: [{state: XXA}, {state: XXB, since: unknown}]"
    assert _certain(_agreement(unknown), "2026-11-21") is False
    dated = _agreement(f"seen: 2019-06-07, {unknown}")
    assert _certain(dated, "2018-12-01") is False
    assert _asked(dated, "2019-06-07") == Binding(certain=True, since=None)


def test_a_signature_leaves_it_to_verify() -> None:
    """Between a party and a state that was only seen to sign, the agreement is to verify, from its signature on."""
    pact = _agreement("signed: 1998-12-10, in_force: 2004-01-01, parties: [{state: XXA}], signatories: [XXB, XXC]")
    assert _certain(pact, "1998-12-09") is None
    assert _certain(pact, "2026-11-21") is False
    assert _certain(pact, "2026-11-21", "XXB", "XXC") is False
    assert _certain(pact, "2026-11-21", "XXA", "XXD") is None


def test_an_unconfirmed_agreement_is_to_verify() -> None:
    """An agreement whose entry into force was not seen is to verify between all whom it names, until it ends."""
    pact = _agreement(f"signed: 2000-01-01, until: 2010-01-01, unconfirmed: not seen, in_force: 2001-01-01, {TWO}")
    days = ["1999-12-31", "2002-01-01", "2010-01-01"]
    assert [_certain(pact, day) for day in days] == [None, False, None]


def test_an_approval_is_no_entry_into_force() -> None:
    """An agreement approved and not seen in force is to verify, whoever is named, and says why."""
    pact = _agreement("signed: 2013-08-22, approved: 2014-11-19, signatories: [XXA, XXB]")
    assert _certain(pact, "2013-08-21") is None
    assert _asked(pact, "2014-11-18") == Binding(certain=False, since=None, doubt=Unsure.SIGNED_ONLY)
    assert _asked(pact, "2026-11-21") == Binding(certain=False, since=None, doubt=Unsure.APPROVED)
    named = _agreement("approved: 2014, parties: [{state: XXA}, {state: XXB}]")
    assert _asked(named, "2013-12-31") == Binding(certain=False, since=None, doubt=Unsure.SIGNED_ONLY)
    assert _asked(named, "2014-01-01") == Binding(certain=False, since=None, doubt=Unsure.APPROVED)
    assert _asked(named, "2026-11-21") == Binding(certain=False, since=None, doubt=Unsure.APPROVED)


def test_an_approval_beside_an_entry_into_force_takes_nothing_from_it() -> None:
    """Where the entry into force was seen, that decides."""
    pact = _agreement(f"approved: 2004, in_force: 2005-04-11, {TWO}")
    assert _asked(pact, "2005-04-11") == Binding(certain=True, since=on(date(2005, 4, 11)))


def test_another_treaty_takes_its_place_between_two_parties_alone() -> None:
    """From the day of the later treaty it no longer binds those two, and still binds each of them and a third."""
    three = "parties: [{state: XXA}, {state: XXB}, {state: XXC}]"
    replaced = "replaced: [{between: [XXB, XXA], by: other, since: 2006-07-19}]"
    pact = _agreement(f"in_force: 1890-01-01, {replaced}, {three}")
    assert [_certain(pact, day) for day in ("2006-07-18", "2006-07-19", "2026-11-21")] == [True, None, None]
    assert _certain(pact, "2026-11-21", "XXA", "XXC") is True
    assert _certain(pact, "2026-11-21", "XXB", "XXC") is True


@pytest.mark.parametrize(
    ("since", "expected"),
    [
        ("2006", {"2005-12-31": True, "2006-01-01": False, "2006-12-30": False, "2006-12-31": None}),
        ("unknown", {"1890-01-01": False, "2026-11-21": False}),
        ('unknown", seen: "2012', {"1890-01-01": False, "2012-12-30": False, "2012-12-31": None}),
    ],
)
def test_a_replacement_on_a_day_not_known_leaves_it_to_verify(since: str, expected: dict[str, bool | None]) -> None:
    """While the later treaty may have been in force between the two, or not, the earlier one is to verify."""
    pact = _agreement(f'in_force: 1890-01-01, replaced: [{{between: [XXA, XXB], by: other, since: "{since}"}}], {TWO}')
    assert {day: _certain(pact, day) for day in expected} == expected
    doubtful = [found for day in expected if (found := _asked(pact, day)) and not found.certain]
    assert {found.doubt for found in doubtful} == {Unsure.REPLACED}


def test_an_arrangement_is_no_treaty_and_grants_in_one_direction() -> None:
    """A list in a national law binds nobody; the state whose law it is can grant what the others ask, from its day."""
    three = "parties: [{state: XXA}, {state: XXB}, {state: XXC}]"
    text = f"{{title: A list, kind: arrangement, purposes: [extradition], requests_to: [XXA], seen: 2016-07, {three}"
    act = together(NOBODY, agreements=f"act: {text}, source: seen}}").agreements["act"]
    day = date(2026, 11, 21)
    assert _certain(act, "2026-11-21") is None
    assert (grants(act, "XXA", "XXB", day), grants(act, "XXB", "XXA", day)) == (("XXA",), ("XXA",))
    assert grants(act, "XXB", "XXC", day) == ()
    assert grants(act, "XXA", "XXD", day) == ()
    assert grants(act, "XXA", "XXB", date(2016, 7, 30)) == ()
    assert grants(act, "XXA", "XXB", date(2016, 7, 31)) == ("XXA",)
    assert grants(_agreement(f"in_force: 2005-04-11, {TWO}"), "XXA", "XXB", day) == ()


@pytest.mark.data
def test_grenadas_day_under_the_arrest_warrant_treaty(whole: Register) -> None:
    """Barbados and Guyana are bound since 10 July 2018; Grenada's day was not seen, and counts from 7 June 2019."""
    treaty = whole.agreements["caricom-arrest-warrant-2017"]
    assert _asked(treaty, "2018-12-01", "BRB", "GUY") == Binding(certain=True, since=on(date(2018, 7, 10)))
    assert _certain(treaty, "2018-12-01", "BRB", "GRD") is False
    assert _asked(treaty, "2019-06-07", "BRB", "GRD") == Binding(certain=True, since=None)


PAIRS = """
ARG PER  2006-07-18  montevideo-1889           certain
ARG PER  2006-07-19  arg-per-extradition       since 2006-07-19
ARG PER  2006-07-19  montevideo-1889           none
ARG COL  2001-01-31  arg-col-mla               none
ARG COL  2001-02-01  arg-col-mla               since 2001-02-01
ARG BOL  2026-11-21  arg-bol-extradition       approved
ARG COL  2026-11-21  arg-col-extradition-1922  unconfirmed
ARG BRA  2026-11-21  bra-arg-extradition       certain
ARG BRA  2026-11-21  bra-arg-extradition-2019  approved
ARG BRA  2017-02-25  simplified-extradition-2010  signed only
ARG URY  2012-12-30  montevideo-1889           replaced
ARG URY  2012-12-31  montevideo-1889           none
ARG URY  2012-12-30  arg-ury-extradition       seen later
ARG URY  2012-12-31  arg-ury-extradition       certain
ARG PRY  2003-12-31  arg-pry-extradition       certain
PRY URY  2026-11-21  montevideo-1889           certain
BHS CUB  2017-02-21  bustamante-code-1928      none
BHS CUB  2017-02-22  bustamante-code-1928      since 2017-02-22
DOM HTI  1930-03-08  bustamante-code-1928      since 1930-03-08
BOL VEN  2026-11-21  bustamante-code-1928      undated
COL MEX  2026-11-21  bustamante-code-1928      signed only
BRA HND  2012-02-08  bra-hnd-mla               none
BRA HND  2012-02-09  bra-hnd-mla               since 2012-02-09
BRA SLV  2026-11-21  bra-slv-mla               unconfirmed
BRA DOM  2008-11-25  bra-dom-extradition       since 2008-11-25
CHL COL  1928-08-03  chl-col-extradition       none
CHL COL  1928-08-04  chl-col-extradition       since 1928-08-04
COL PER  2010-06-15  col-per-extradition       none
COL PER  2010-06-16  col-per-extradition       since 2010-06-16
COL PER  2010-06-16  bolivarian-1911           none
COL NIC  2014-11-30  nic-col-extradition       seen later
COL NIC  2014-12-31  nic-col-extradition       certain
COL GTM  2026-11-21  col-gtm-extradition       unconfirmed
COL SLV  2026-11-21  col-slv-extradition-1900  unconfirmed
CUB PRY  2026-11-21  medellin-2019             undated
CUB BRA  2026-11-21  medellin-2019             signed only
PER SLV  2015-06-03  per-slv-extradition       none
PER SLV  2015-06-04  per-slv-extradition       since 2015-06-04
PRY PER  2005-11-29  pry-per-extradition       since 2005-11-29
USA CHL  2016-12-13  usa-chl-extradition-1900  since 1902-06-26
USA CHL  2016-12-14  usa-chl-extradition-1900  none
USA CHL  2016-12-13  usa-chl-extradition-2013  none
USA CHL  2016-12-14  usa-chl-extradition-2013  since 2016-12-14
USA DOM  2016-11-30  usa-dom-extradition-1909  since 1910-08-02
USA DOM  2016-12-15  usa-dom-extradition-2015  certain
USA DOM  2016-12-31  usa-dom-extradition-1909  none
COL MEX  2026-11-21  mex-col-extradition-1928  replaced
USA DMA  2000-05-24  usa-dma-extradition       none
USA DMA  2000-05-25  usa-dma-extradition       since 2000-05-25
USA HTI  1905-06-28  usa-hti-extradition       since 1905-06-28
USA VCT  1999-09-08  usa-vct-mla               since 1999-09-08
USA MEX  1991-05-03  usa-mex-mla               since 1991-05-03
USA GUY  2016-03-02  usa-guy-extradition       seen later
USA GUY  2016-03-03  usa-guy-extradition       certain
"""
"""Two states, a day, an agreement, and what binds them by it: read from the gazettes and registers that it cites."""
WORDS = {
    Unsure.UNCONFIRMED: "unconfirmed",
    Unsure.APPROVED: "approved",
    Unsure.SIGNED_ONLY: "signed only",
    Unsure.UNDATED: "undated",
    Unsure.SEEN_LATER: "seen later",
    Unsure.DAY_NOT_KNOWN: "day not known",
    Unsure.REPLACED: "replaced",
}


@pytest.mark.data
@pytest.mark.parametrize("line", PAIRS.strip().splitlines())
def test_what_binds_two_named_states_on_a_day(whole: Register, line: str) -> None:
    """For these pairs the register gives the right treaty, from the right day, or says why it is to verify."""
    first, second, day, id, expected = line.split(maxsplit=4)
    found = _asked(whole.agreements[id], day, first, second)
    if found is None:
        said = "none"
    elif found.certain:
        said = f"since {found.since.text}" if found.since else "certain"
    else:
        said = WORDS[found.doubt] if found.doubt else ""
    assert said == expected


@pytest.mark.data
def test_what_was_not_read_has_no_scope(whole: Register) -> None:
    """Articles and threshold stand where there is a scope; old treaties of the United States list their offences."""
    for one in whole.agreements.values():
        assert one.scope is not None or (one.threshold is None and one.articles == ()), one.id
    codes = ("bra", "cub", "ecu", "gtm", "guy", "hti", "mex", "nic", "pan", "slv", "sur", "ury", "ven")
    ids = [*(f"usa-{code}-extradition" for code in codes), "usa-hnd-extradition-1909", "bolivarian-1911"]
    assert {whole.agreements[id].scope for id in ids} == {"listed-offences"}


@pytest.mark.data
def test_the_pairs_that_the_register_names(whole: Register) -> None:
    """How many pairs have a treaty by its title: both named as bound, bilateral; and named at all, regional too."""
    codes = sorted(state.iso3 for state in whole.states.values())
    named: dict[tuple[str, str], set[frozenset[str]]] = {}
    for one in whole.agreements.values():
        bound = {party.state for party in one.parties}
        for pair in combinations(codes, 2):
            if between(one, *pair, date(2026, 11, 21)) is not None:
                for purpose in one.treaty_on:
                    named.setdefault((purpose, "any"), set()).add(frozenset(pair))
                    if one.kind == "bilateral" and set(pair) <= bound:
                        named.setdefault((purpose, "bound"), set()).add(frozenset(pair))
    assert {key: len(pairs) for key, pairs in named.items()} == {
        ("extradition", "bound"): 78,
        ("extradition", "any"): 285,
        ("mutual-legal-assistance", "bound"): 47,
        ("mutual-legal-assistance", "any"): 106,
    }
