"""The real register: without a problem, complete, and true to its depositaries' tables."""

import ast
import re
from datetime import date
from functools import cache

import pytest

from tests.conftest import DATA
from tests.registers import scope
from tests.source import MODULES, literals, named, tree
from toc_treaties.law.dossier import dossier
from toc_treaties.law.outcome import CONSENTED, StandingKind
from toc_treaties.law.standing import standing
from toc_treaties.model.action import Kind
from toc_treaties.model.instrument import Tier
from toc_treaties.model.register import Register
from toc_treaties.model.source import Basis
from toc_treaties.model.state import State
from toc_treaties.model.vocabulary import CrimeScope, Purpose
from toc_treaties.questions.table import table
from toc_treaties.rules import judged
from toc_treaties.store.files import in_folder
from toc_treaties.store.load import ALL, load

pytestmark = pytest.mark.data

TODAY = date(2026, 11, 21)


def _state(register: Register, iso3: str) -> State:
    (one,) = (state for state in register.states.values() if state.iso3 == iso3)
    return one


def test_the_register_has_no_problems() -> None:
    """Nothing in the files is at fault, warnings included."""
    register, problems = load(in_folder(DATA).read, in_folder(DATA).slugs, "data", ALL)
    problems = judged(register, problems, TODAY, whole=True)
    assert [(problem.place.file, problem.place.line, problem.rule) for problem in problems] == []
    assert register.whole


def test_every_cell_is_accounted_for(register: Register) -> None:
    """35 states and 18 instruments make 630 cells, and each records something."""
    cells = [register.cell(state, id) for state in register.states.values() for id in register.instruments]
    assert (len(register.states), len(register.instruments), len(cells)) == (35, 18, 630)
    assert [(cell.place.file, cell.instrument) for cell in cells if not cell.entries] == []
    assert [one.tier for one in register.instruments.values()].count(Tier.URGED) == 11


def test_every_file_keeps_the_strategys_order(register: Register) -> None:
    """A state's instruments stand in the order of the Strategy, so that two files can be compared line by line."""
    for state in register.states.values():
        assert list(state.treaties) == list(register.instruments)


CONSENTS = {
    "untoc": (35, 34),
    "tip": (35, 34),
    "smuggling": (32, 34),
    "firearms": (29, 34),
    "narcotics-1961": (35, 34),
    "psychotropics-1971": (34, 34),
    "trafficking-1988": (35, 34),
    "cifta": (31, 34),
    "uncac": (34, 34),
    "iacac": (34, 34),
    "mla": (26, 34),
    "preventive-measures": (4, 34),
    "extradition": (2, 34),
    "mla-protocol": (7, 34),
    "minors": (12, 34),
    "budapest": (13, 34),
    "maritime": (6, 24),
    "minamata": (29, 34),
}
"""Consents of all 35 states on 21 November 2026, and how many members of the OAS can join (Nicaragua is none)."""


@pytest.mark.parametrize("id", CONSENTS)
def test_the_consents_to_an_instrument(register: Register, id: str) -> None:
    """The number of states that have consented is that of the hand count, with its denominator."""
    instrument = register.instruments[id]
    found = [standing(dossier(register, state, instrument), TODAY) for state in register.states.values()]
    (total,) = table(register, scope(register, TODAY, instruments=[instrument]), TODAY).totals
    assert (sum(now.name in CONSENTED for now in found), total.of) == CONSENTS[id]


def test_every_instrument_is_counted(register: Register) -> None:
    """The hand count covers the whole list, in its order."""
    assert list(CONSENTS) == list(register.instruments)


def test_the_total_leaves_out_who_is_no_member(register: Register) -> None:
    """Nicaragua, a party to UNTOC, counts among 35 members on the day before it left, and among none after."""
    untoc = [register.instruments["untoc"]]
    before, after = (
        table(register, scope(register, day, instruments=untoc), day).totals[0]
        for day in (date(2023, 11, 18), date(2023, 11, 19))
    )
    assert (before.consented, before.of) == (35, 35)
    assert (after.consented, after.of) == (34, 34)


def test_eight_states_cannot_join_the_agreement_of_san_jose(register: Register) -> None:
    """States without a coast in its area are not applicable, unmarked; of two the text does not settle it."""
    maritime = register.instruments["maritime"]
    found = {state.iso3: standing(dossier(register, state, maritime), TODAY) for state in register.states.values()}
    outside = {iso3 for iso3, now in found.items() if now.name is StandingKind.NOT_APPLICABLE}
    assert outside == {"ARG", "BOL", "CAN", "CHL", "ECU", "PRY", "PER", "URY"}
    assert not any(found[iso3].evidence.marked for iso3 in outside)
    assert {iso3 for iso3, now in found.items() if now.eligibility is not None} == {"BRA", "SLV"}


FACTS = """
ARG  untoc                ratification          2002-11-19  untc-xviii-12-2014
GRD  untoc                accession             2004-05-21  untc-xviii-12-2014
LCA  untoc                ratification          2013-07-16  untc-xviii-12-2014
SLV  untoc                ratification          2004-03-18  untc-xviii-12-2014
HTI  untoc                ratification          2011-04-19  untc-xviii-12-2014
DMA  tip                  accession             2013-05-17  untc-xviii-12-a-2014
BOL  tip                  ratification          2006-05-18  untc-xviii-12-a-2014
URY  tip                  ratification          2005-03-04  untc-xviii-12-a-2014
BRA  tip                  ratification          2004-01-29  untc-xviii-12-a-2014
TTO  smuggling            ratification          2007-11-06  untc-xviii-12-b-2014
HND  smuggling            accession             2008-11-18  untc-xviii-12-b-2014
BLZ  smuggling            accession             2006-09-14  untc-xviii-12-b-2014
VEN  firearms             accession             2013-06-10  untc-xviii-12-c-2014
NIC  firearms             accession             2007-07-02  untc-xviii-12-c-2014
ATG  firearms             accession             2010-04-27  untc-xviii-12-c-2014
LCA  narcotics-1961       succession            1991-07-05  untc-vi-18-2015
VCT  narcotics-1961       succession            2001-12-03  untc-vi-18-2015
VEN  narcotics-1961       ratification          1985-12-04  untc-vi-18-2015
HND  narcotics-1961       accession             1979-08-08  untc-vi-18-2015
CAN  narcotics-1961       accession             1976-08-05  untc-vi-18-2015
TTO  psychotropics-1971   ratification          1979-03-14  untc-vi-16-2014
NIC  psychotropics-1971   accession             1973-10-24  untc-vi-16-2014
GTM  psychotropics-1971   accession             1979-08-13  untc-vi-16-2014
CUB  psychotropics-1971   accession             1976-04-26  untc-vi-16-2014
BHS  trafficking-1988     ratification          1989-01-30  untc-vi-19-2014
ECU  trafficking-1988     ratification          1990-03-23  untc-vi-19-2014
HTI  trafficking-1988     accession             1995-09-18  untc-vi-19-2014
MEX  trafficking-1988     ratification          1990-04-11  untc-vi-19-2014
NIC  uncac                ratification          2006-02-15  untc-xviii-14-2014
BHS  uncac                accession             2008-01-10  untc-xviii-14-2014
VEN  uncac                ratification          2009-02-02  untc-xviii-14-2014
PAN  uncac                ratification          2005-09-23  untc-xviii-14-2014
BLZ  iacac                ratification          2002-09-06  oas-b-58-2018
DMA  iacac                accession             2004-10-20  oas-b-58-2018
SLV  iacac                ratification          1999-03-18  oas-b-58-2018
BRB  iacac                ratification          2018-01-05  oas-b-58-2018
MEX  mla                  ratification          2003-02-11  oas-a-55-2021
GRD  mla                  ratification          2002-01-16  oas-a-55-2021
ARG  mla                  accession             2006-12-12  oas-a-55-2021
JAM  mla                  accession             2004-08-12  oas-a-55-2021
ARG  preventive-measures  ratification          1983-12-01  oas-b-42
USA  mla-protocol         ratification          2001-05-25  oas-a-59-2021
PRY  mla-protocol         ratification          2004-10-22  oas-a-59-2021
HND  mla-protocol         accession             2006-11-10  oas-a-59-2021
ARG  minors               accession             2000-02-28  oas-b-57
BOL  minors               ratification          2003-12-04  oas-b-57
CRI  minors               ratification          2001-09-04  oas-b-57
BRA  budapest             accession             2022-11-30  coe-2022-brazil
USA  minamata             acceptance            2013-11-06  untc-xxvii-17-2014
GUY  minamata             signature             2013-10-10  untc-xxvii-17-2014
ECU  minamata             signature             2013-10-10  untc-xxvii-17-2014
"""
"""Rows of depositaries' tables, each read by hand: state, instrument, kind, day, and the table as it was consulted."""


@pytest.mark.parametrize("fact", FACTS.strip().splitlines())
def test_a_row_of_a_depositarys_table(register: Register, fact: str) -> None:
    """The action stands in the register on the depositary's day, with its table as a source."""
    iso3, instrument, kind, day, source = fact.split()
    cell = register.cell(_state(register, iso3), instrument)
    (action,) = (one for one in cell.actions if one.kind is Kind(kind) and one.when.day == date.fromisoformat(day))
    assert source in action.sources
    assert action.unconfirmed is None
    assert register.sources[source].kind is Basis.DEPOSITARY


@cache
def texts() -> list[tuple[str, int, str]]:
    """Every text of the code, with its place."""
    return [(named(module), text.lineno, str(text.value)) for module in MODULES for text in literals(tree(module))]


def test_no_instrument_is_named_in_the_code(register: Register) -> None:
    """An instrument is added in the data alone: no text of the code is an id, but for words of purpose and scope."""
    ids = set(register.instruments) - {*Purpose, *CrimeScope}
    assert len(ids) == 15
    assert [text for text in texts() if text[-1] in ids] == []


def test_a_word_that_is_also_an_instrument_is_compared_with_none(register: Register) -> None:
    """The few ids that are words of purpose or scope too are never what the code compares an instrument with."""
    words = set(register.instruments) & {*Purpose, *CrimeScope}
    for path in MODULES:
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Compare):
                sides = [node.left, *node.comparators]
                assert not any(isinstance(side, ast.Constant) and side.value in words for side in sides), path


def test_no_state_is_named_in_the_code(register: Register) -> None:
    """A state is added in the data alone: no text of the code names one, but for a help's example and SVG."""
    example = re.compile(r"\bas [a-z-]+:[a-z-]+|(?i:svg)")
    states = register.states.values()
    codes = {code for state in states for code in (state.iso3, state.iso2)}
    names = {
        name.casefold()
        for state in states
        for name in (*state.name.values(), *state.official_name.values(), *state.other_names, state.style)
        if name
    }
    word = re.compile(r"\b(" + "|".join(re.escape(name) for name in sorted({*names, *register.states})) + r")\b")
    found = [text for text in texts() if text[-1] in codes or word.search(example.sub("", text[-1]).casefold())]
    assert found == []
