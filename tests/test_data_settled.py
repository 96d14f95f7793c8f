"""What a second reading settled in the real register: days, signatures, absences, authorities, articles."""

from datetime import date

import pytest

from toc_treaties.law.dossier import dossier
from toc_treaties.law.gap import Part, part_of
from toc_treaties.law.outcome import StandingKind
from toc_treaties.law.standing import standing
from toc_treaties.model.action import Action, Kind
from toc_treaties.model.register import Register
from toc_treaties.model.source import Basis
from toc_treaties.model.state import State

pytestmark = pytest.mark.data

TODAY = date(2026, 11, 21)

SETTLED = """
COL  preventive-measures  ratification  1986-12-29  1987-01-28  co-decreto-1034-1987
COL  preventive-measures  signature     1979-05-08  -           co-decreto-1034-1987
COL  cifta                ratification  2003-02-05  -           co-decreto-2122-2003
COL  iacac                ratification  1999-01-19  1999-02-18  co-decreto-2056-1999
COL  minors               accession     2000-08-23  -           co-decreto-2560-2000
COL  untoc                ratification  2004-08-04  2004-09-03  co-decreto-3173-2004
COL  tip                  ratification  2004-08-04  2004-09-03  co-decreto-3173-2004
COL  uncac                ratification  2006-10-27  2006-11-26  co-decreto-4898-2007
COL  psychotropics-1971   accession     1981-05-12  1981-08-10  co-decreto-120-1992
COL  trafficking-1988     ratification  1994-06-10  -           co-decreto-671-1995
CAN  budapest             ratification  2015-07-08  2015-11-01  pt-aviso-66-2016
BRA  minamata             ratification  2017-08-08  -           br-decreto-9470-2018
PER  preventive-measures  ratification  1980-05-15  1980-06-14  pe-ds-017-2005-jus
PER  cifta                ratification  1999-06-08  1999-07-08  pe-ds-017-2005-jus
PER  cifta                signature     1997-11-14  -           pe-ds-029-99-re
PER  iacac                ratification  1997-06-04  -           pe-ds-017-2005-jus
PER  minors               accession     2004-05-04  -           pe-ds-017-2005-jus
URY  cifta                signature     1997-11-14  -           uy-ley-17300
URY  minors               signature     1994-03-18  -           uy-ley-16860
URY  preventive-measures  signature     1979-05-08  -           uy-decreto-ley-14953
SUR  uncac                accession     2021        -           dewest-suriname-2021
GTM  maritime             signature     2003-04-10  -           nl-trb-2004-54
PAN  maritime             signature     2017-11-02  -           mexicoahora-panama-2017
CUB  minamata             accession     2018-01-30  2018-04-30  un-registered-2018-01
DOM  minamata             ratification  2018-03-20  2018-06-18  un-registered-2018-03
PRY  minamata             ratification  2018-06-26  2018-09-24  un-registered-2018-06
SUR  minamata             accession     2018-08-02  2018-10-31  un-registered-2018-08
CHL  minamata             ratification  2018-08-27  2018-11-25  un-registered-2018-08
LCA  minamata             accession     2019-01-23  2019-04-23  un-registered-2019-01
BRB  uncac                ratification  2023-10-10  -           untc-xviii-14-2024
BOL  firearms             accession     2020-09-01  2020-10-01  nl-inview-firearms-2024
ATG  narcotics-1961       accession     1993-04-05  1993-05-05  nl-inview-narcotics-2024
CUB  untoc                ratification  2007-02-09  2007-03-11  nl-inview-untoc-2023
"""
"""State, instrument, kind, day, entry into force where a source prints it, and the source: read by hand."""


def _state(register: Register, iso3: str) -> State:
    (state,) = (state for state in register.states.values() if state.iso3 == iso3)
    return state


def _actions(register: Register, iso3: str, instrument: str) -> tuple[Action, ...]:
    return register.cell(_state(register, iso3), instrument).actions


@pytest.mark.parametrize("fact", SETTLED.strip().splitlines())
def test_a_settled_act(register: Register, fact: str) -> None:
    """The act stands with its day as precise as it was seen, unmarked, with the source that settles it."""
    iso3, instrument, kind, day, in_force, source = fact.split()
    acts = [act for act in _actions(register, iso3, instrument) if act.kind is Kind(kind) and act.when.text == day]
    (act,) = acts
    assert source in act.sources
    assert (act.unconfirmed, act.day_unconfirmed) == (None, None)
    assert in_force == "-" or act.in_force == date.fromisoformat(in_force)


DAY_ALONE = {
    "iacac": ["HND", "MEX", "PAN", "PRY", "LCA", "VCT", "SUR", "URY", "VEN"],
    "cifta": ["GRD", "BHS", "BLZ"],
    "minors": ["PRY", "URY", "ECU"],
    "mla": ["VEN"],
}
"""Consents that a source shows, of which none shows the day."""


@pytest.mark.parametrize(("instrument", "iso3"), [(id, iso3) for id, codes in DAY_ALONE.items() for iso3 in codes])
def test_a_consent_is_certain_whose_day_alone_is_marked(register: Register, instrument: str, iso3: str) -> None:
    """Where a list or a count shows the consent, the state is a party without a mark; the day has one."""
    consent = _actions(register, iso3, instrument)[-1]
    assert (consent.unconfirmed, bool(consent.day_unconfirmed)) == (None, True)
    found = standing(dossier(register, _state(register, iso3), register.instruments[instrument]), TODAY)
    assert (found.name, found.evidence.marked) == (StandingKind.PARTY, False)


@pytest.mark.parametrize("iso3", ["SLV", "HND", "NIC"])
def test_a_deduction_is_no_act(register: Register, iso3: str) -> None:
    """A state that no source names is not recorded as a party to the convention on minors."""
    assert _actions(register, iso3, "minors") == ()


def test_uruguays_approval_is_to_verify(register: Register) -> None:
    """Law 18.810 approved the Nassau Convention in 2011: from that day on the gap is no certain one."""
    cell = dossier(register, _state(register, "URY"), register.instruments["mla"])
    assert part_of(standing(cell, date(2010, 12, 31))) is Part.GAP
    assert part_of(standing(cell, TODAY)) is Part.TO_VERIFY


def test_guatemalas_signature_needed_ratification(register: Register) -> None:
    """The list of 2004 marks it as subject to ratification; by March 2011 the Agreement was in force for it."""
    kinds = [act.kind for act in _actions(register, "GTM", "maritime")]
    assert kinds == [Kind.SIGNATURE, Kind.RATIFICATION]
    cell = dossier(register, _state(register, "GTM"), register.instruments["maritime"])
    assert standing(cell, date(2003, 12, 31)).name is not StandingKind.PARTY
    assert standing(cell, TODAY).name is StandingKind.PARTY


@pytest.mark.parametrize("iso3", ["BRB", "DMA", "GRD", "HTI", "GTM", "VEN"])
def test_no_consent_to_minamata_is_dated_by_the_counts(register: Register, iso3: str) -> None:
    """The release and the depositary both count 148 parties up to 25 April 2024: absence is seen to then, no later."""
    seen = register.cell(_state(register, iso3), "minamata").none_seen
    assert [absent.as_of.text for absent in seen if absent.as_of] == ["2024-04-25"]


AUTHORITIES = [
    ("COL", "mla", "3", "Office of the Attorney General of the Nation", "2003-01-13"),
    ("COL", "mla", "3", "Ministry of Justice and Law", "2003-01-13"),
    ("PER", "mla", "3", "Ministry of Justice", "2004-05-05"),
    ("PER", "iacac", "XVIII", "Ministry of Justice", "2003-06-10"),
    ("ECU", "budapest", "24(7)", "National Court of Justice", "2025-12-04"),
    ("ECU", "budapest", "27(2)", "Office of the General Prosecutor", "2025-12-04"),
]


@pytest.mark.parametrize(("iso3", "instrument", "article", "institution", "since"), AUTHORITIES)
def test_an_authority_that_a_gazette_or_a_treaty_list_names(
    register: Register, iso3: str, instrument: str, article: str, institution: str, since: str
) -> None:
    """The institution stands under its article, from the day of the notification."""
    named = {
        (act.instrument, act.article, act.institution, act.since.text if act.since else None)
        for act in _state(register, iso3).designations
    }
    assert (instrument, article, institution, since) in named


def test_belizes_choices_under_the_san_jose_agreement(register: Register) -> None:
    """Its elections under articles 12 and 13, and the consent in writing that it asks for boarding (16(2))."""
    said = _actions(register, "BLZ", "maritime")[-1].statements
    elected = [statement.articles for statement in said]
    assert elected == [("12(1)(a)", "12(2)"), ("12(4)(a)", "12(5)"), ("13(6)(a)", "13(7)"), ("16(2)",)]


ARTICLES = {
    "cifta": ("XXV", None, "XXVI(1)", "XXX"),
    "iacac": ("XXV", "XXIII", "XXVI", "XXVIII"),
    "mla": ("37", "34", "39", "40"),
    "preventive-measures": ("23", "21", "25", "26"),
    "mla-protocol": ("3(7)", "3(1), 3(2)", "4", "5"),
    "minors": ("33", "30", "34", "35"),
}
"""Entry into force for later parties, accession, leaving, and the last article, as the gazettes print the texts."""


@pytest.mark.parametrize("id", ARTICLES)
def test_the_articles_of_a_text_that_was_read(register: Register, id: str) -> None:
    """The articles are those of the text, unmarked, and the text has a gazette as its source."""
    instrument = register.instruments[id]
    later, accession, leaving, last = ARTICLES[id]
    assert instrument.later_parties is not None
    assert instrument.later_parties.article == later
    assert (instrument.accession.article if instrument.accession else None) == accession
    assert instrument.exit is not None
    assert (instrument.exit.article, instrument.last_article) == (leaving, last)
    clauses = (instrument.later_parties, instrument.accession, instrument.exit, instrument.signature)
    assert [clause for clause in clauses if clause is not None and clause.unconfirmed] == []
    assert instrument.text[0].startswith(("ar-ley-", "co-ley-"))


def test_the_depositarys_own_release_is_its_evidence(register: Register) -> None:
    """A release of the General Secretariat on what was deposited with it counts as the depositary's."""
    for id in ("oas-press-e-013-02", "oas-press-e-058-00", "oas-press-e-067-01", "oas-fne-93756"):
        assert register.sources[id].kind is Basis.DEPOSITARY
