"""Persons are told by the form of what is written; an institution's name is never refused for its language."""

import pytest

from toc_treaties.rules.institutions import personal

INSTITUTIONS = """
Controladoria-Geral da União
Receita Federal do Brasil
Parquet près la Cour de cassation
Office of the Director of Public Prosecutions
Director of Public Prosecutions
National Police Director
Permanent Secretary, Ministry of Foreign Affairs
U.S. Department of Justice
St. Lucia Police
Unidad Fiscal, Ley N. 1.234.567
24/7 Unit for Computer Crime and Digital Evidence
Sûreté Nationale
Korps Politie
Policía Nacional, plan 2019-2030
SENAD
"""
PERSONS = {
    "Ms Example": "a person's name",
    "Dra. Ana Ruiz": "a person's name",
    "J. Pérez, Fiscalía General": "a person's name",
    "Ministry of Justice, attn. Ana Silva": "a person's name",
    "Juan Carlos Pérez Director": "what reads as a person's name",
    "María José Silva Gómez, Directora": "what reads as a person's name",
    "Ministry of Justice (Juan Pérez, Head)": "what reads as a person's name",
    "Ana María Pérez": "what reads as a person's name",
    "Ministry of Justice, justice@examplia.example": "an e-mail address",
    "Ministry of Justice, tel. 5550143": "a telephone number",
    "Ministry of Justice, +1 202 555 0143": "a telephone number",
    "Ministry of Justice, (202) 555-0143": "a telephone number",
}


@pytest.mark.parametrize("name", INSTITUTIONS.strip().splitlines())
def test_an_institutions_name_is_taken(name: str) -> None:
    """A name in any language of the register is an institution's as long as nothing in it has a person's form."""
    assert personal(name, whole=True) is None


@pytest.mark.parametrize("text", list(PERSONS))
def test_a_persons_form_is_told(text: str) -> None:
    """A style of address, an initial, a name alone or before an office, an address and a number are told."""
    assert personal(text, whole=True) == PERSONS[text]


LONG = {"a@": True, "1 ": True, "A. ": False, "Mr ": True, "Aa Bb, ": False, "(1": True, "x": False, "Aa ": False}


@pytest.mark.parametrize("piece", list(LONG))
def test_a_long_text_is_judged_at_once(piece: str) -> None:
    """The time taken grows with the text and not with its square: half a million signs hold up no command."""
    assert (personal(piece * (500_000 // len(piece)), whole=True) is not None) is LONG[piece]
