"""What depositaries, pages and people write means the state, instrument, commitment or meeting that it names."""

import json
import re
import unicodedata
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.console import ROOT, toc
from toc_treaties.cli.faults import CommandError
from toc_treaties.cli.selection import grouping_named
from toc_treaties.cli.spelling import commitment_named, instrument_named, known_instruments, meetings_named, word_named
from toc_treaties.model.names import named
from toc_treaties.model.register import Register
from toc_treaties.store.files import in_folder
from toc_treaties.store.load import load
from toc_treaties.store.names import Heads, UnknownStateError, called
from toc_treaties.words.phrases import GROUPING, SUBREGION

DATA = ROOT / "data"
READER = in_folder(DATA).read
SLUGS = in_folder(DATA).slugs
HEADS = Heads(READER, SLUGS)

STATES = {
    "antigua-and-barbuda": (
        "Antigua & Barbuda; ANTIGUA Y BARBUDA; Antígua e Barbuda; Antigua-et-Barbuda; Antigua; ATG; ag"
    ),
    "argentina": ("Argentine Republic; República Argentina; l’Argentine; argentina; Republic of Argentina; ARG"),
    "bahamas": ("The Bahamas; Bahamas (The); Bahamas, The; Commonwealth of The Bahamas; Las Bahamas; les Bahamas; BHS"),
    "barbados": "Barbade; la Barbade; barbados; BB",
    "belize": "Belice; British Honduras; BLZ; belize",
    "bolivia": (
        "Bolivia (Plurinational State of); Plurinational State of Bolivia; Estado Plurinacional de "
        "Bolivia; Bolivie (État plurinational de); Bolívia; Republic of Bolivia; Bolivia (Estado "
        "Plurinacional de); bo"
    ),
    "brazil": (
        "Brasil; Brésil; Federative Republic of Brazil; República Federativa do Brasil; O Brasil; "
        "United States of Brazil; Rep. of Brazil; BRA"
    ),
    "canada": "Canadá; CANADA; le Canada; ca",
    "chile": "Chili; Republic of Chile; República de Chile; Chile (Republic of)",
    "colombia": "Colombie; Colômbia; República de Colombia; COL; Colombia, Rep. of",
    "costa-rica": "Costa Rica; COSTA-RICA; costarica; República de Costa Rica; République du Costa Rica; CRI",
    "cuba": "Republic of Cuba; República de Cuba; CU",
    "dominica": ("Commonwealth of Dominica; Dominica (Commonwealth of); la Dominique; Mancomunidad de Dominica; DMA"),
    "dominican-republic": (
        "República Dominicana; Rep. Dominicana; The Dominican Republic; Dominican Rep.; République "
        "dominicaine; “Dominican Republic”; 'dominican republic'; DO; Rep. Dom."
    ),
    "ecuador": "l'Équateur; Equador; Republic of Ecuador; República del Ecuador; ECU",
    "el-salvador": ("El Salvador; Salvador; elsalvador; República de El Salvador; République d’El Salvador; SLV"),
    "grenada": "Granada; la Grenade; GRENADA; GD",
    "guatemala": "Republic of Guatemala; República da Guatemala; le Guatemala; GTM",
    "guyana": (
        "Guiana; Co-operative Republic of Guyana; Cooperative Republic of Guyana; British Guiana; "
        "Guyana (Co-operative Republic of); Republic of Guyana; GY"
    ),
    "haiti": "Haïti; HAITÍ; République d’Haïti; Republic of Haiti; Haiti (Republic of); hti; Hayti",
    "honduras": "República de Honduras; le Honduras; HND",
    "jamaica": "la Jamaïque; Jamaica; JM",
    "mexico": (
        "México; Mexique; United Mexican States; Estados Unidos Mexicanos; Méjico; Mexico (United Mexican States)"
    ),
    "nicaragua": "Nicarágua; Republic of Nicaragua; le Nicaragua; NIC",
    "panama": "Panamá; República de Panamá; PAN",
    "paraguay": "Paraguai; República del Paraguay; PY",
    "peru": "Perú; Pérou; le Pérou; Republic of Peru; República do Peru; PER",
    "saint-kitts-and-nevis": (
        "St. Kitts & Nevis; St Kitts and Nevis; Saint Kitts-Nevis; San Cristóbal y Nieves; São "
        "Cristóvão e Névis; Saint-Christophe-et-Niévès; St. Christopher and Nevis; Federation of St. "
        "Kitts and Nevis; KN"
    ),
    "saint-lucia": "St. Lucia; St Lucia; Sta. Lucía; Santa Lucia; Sainte-Lucie; Ste Lucie; LCA; saint lucia",
    "saint-vincent-and-the-grenadines": (
        "St. Vincent & the Grenadines; St Vincent and Grenadines; St. Vincent; SVG; San Vicente y las "
        "Granadinas; São Vicente e Granadinas; Saint-Vincent-et-les Grenadines; VCT"
    ),
    "suriname": "Surinam; Republic of Suriname; Dutch Guiana; le Suriname; SR",
    "trinidad-and-tobago": (
        "Trinidad & Tobago; Trinidad y Tobago; Trinité-et-Tobago; Trindade e Tobago; Trinidad; "
        "Trinidad/Tobago; Trinidad y Tabago; TTO"
    ),
    "united-states": (
        "USA; U.S.A.; US; U.S.; United States of America; The United States; Estados Unidos; EE. UU.; "
        "EE.UU.; EEUU; Estados Unidos de América; États-Unis; les États-Unis d'Amérique; EUA; America "
        "(United States of)"
    ),
    "uruguay": (
        "Uruguai; Oriental Republic of Uruguay; Eastern Republic of Uruguay; República Oriental del Uruguay; URY"
    ),
    "venezuela": (
        "Venezuela (Bolivarian Republic of); Bolivarian Republic of Venezuela; Venezuela, Bolivarian "
        "Republic of; Venezuela (República Bolivariana de); República Bolivariana de Venezuela; "
        "Republic of Venezuela; Venezuela (République bolivarienne du); VEN"
    ),
}
"""Spellings of each state, parted by semicolons."""
SPELLINGS = [(text, slug) for slug, texts in STATES.items() for text in texts.split("; ")]

INSTRUMENTS = {
    "untoc": (
        "UNTOC; palermo; Palermo Convention; Convención de Palermo; XVIII-12; UNTC XVIII-12; 2.i; § "
        "2.i; United Nations Convention against Transnational Organized Crime; UN Convention against "
        "Transnational Organized Crime; Convención de las Naciones Unidas contra la Delincuencia "
        "Organizada Transnacional"
    ),
    "tip": ("TIP; TiP Protocol; XVIII-12-a; XVIII.12.a; 2.ii; Trafficking in Persons Protocol; Protocole traite"),
    "smuggling": "Migrants Protocol; XVIII-12-b; paragraph 2.iii; Smuggling of Migrants Protocol; SOM",
    "firearms": "Firearms Protocol; XVIII-12-c; UNTC XVIII-12-c; 2.iv; Protocolo sobre Armas de Fuego",
    "narcotics-1961": "1961 Convention; Convention of 1961; Single Convention; VI-18; 2.v; Convención Única",
    "psychotropics-1971": ("1971 Convention; Convention on Psychotropic Substances; VI-16; 2.vi; Convenio de 1971"),
    "trafficking-1988": ("1988 Convention; VI-19; 2.vii; Vienna Convention of 1988; T88; Convención de Viena de 1988"),
    "cifta": "CIFTA; A-63; OAS A-63; 2.viii; OAS Firearms Convention",
    "uncac": ("UNCAC; merida; Mérida; Convención de Mérida; XVIII-14; 2.ix; UN Convention against Corruption"),
    "iacac": (
        "IACAC; CICC; B-58; 2.x; Inter-American Convention against Corruption; Interamerican "
        "Convention against Corruption"
    ),
    "mla": (
        "nassau; Nassau Convention; Convention de Nassau; A-55; A55; OAS A-55; OEA A-55; 2.xi; Mutual Legal Assistance"
    ),
    "preventive-measures": (
        "B-42; b42; 2.a.i; Medidas Cautelares; Inter-American Convention on Execution of Preventive Measures"
    ),
    "extradition": "B-47; 2.a.ii; OAS Extradition; Inter-American Convention on Extradition",
    "mla-protocol": "managua; Managua Protocol; A-59; 2.a.iii; Protocole de Managua",
    "minors": ("B-57; 2.a.iv; Traffic in Minors; Inter-American Convention on International Traffic in Minors"),
    "budapest": (
        "budapest; Budapest Convention; ETS 185; ETS No. 185; CETS No. 185; CETS 185; Budapest Convention (ETS 185); "
        "STE n° 185; 2.a.v; Cybercrime Convention"
    ),
    "maritime": "San José; san jose agreement; St José Agreement; 2.a.vi; Caribbean Maritime Agreement",
    "minamata": "Minamata Convention; Minamata Convention on Mercury; XXVII-17; 2.a.vii; Mercury Convention",
}
TITLES = [(text, id) for id, texts in INSTRUMENTS.items() for text in texts.split("; ")]


@pytest.fixture(scope="module")
def everything() -> Register:
    """The real register with its commitments and meetings."""
    return load(READER, SLUGS, also=("catalogue", "bodies", "meetings"))[0]


def test_every_state_and_instrument_has_spellings_here(register: Register) -> None:
    """Whoever adds a state or an instrument says how depositaries write it."""
    assert set(STATES) == set(SLUGS)
    assert set(INSTRUMENTS) == set(register.instruments)


@pytest.mark.data
@pytest.mark.parametrize(("text", "slug"), SPELLINGS)
def test_a_state_is_known_by_what_depositaries_write(text: str, slug: str) -> None:
    """Styles, official names in four languages, former names, abbreviations, articles, quotes, accents and case."""
    assert HEADS.find(text) == slug


@pytest.mark.data
@pytest.mark.parametrize(("text", "id"), TITLES)
def test_an_instrument_is_known_by_reference_paragraph_and_title(register: Register, text: str, id: str) -> None:
    """References of depositaries, paragraphs of the Strategy, short and full titles, common names."""
    assert instrument_named(register, text).id == id


@pytest.mark.data
def test_every_name_in_the_data_means_its_own_state(register: Register) -> None:
    """A name, style or code of a state, as written, in capitals or without accents, never means another."""
    known = [called(READER, slug) for slug in SLUGS]
    for slug, state in register.states.items():
        names = (*state.name.values(), *state.official_name.values(), *state.other_names, state.iso3, state.iso2, slug)
        for name in (*names, *([state.style] if state.style else [])):
            for text in (name, name.upper(), f"“{name}”", name.replace("-", " ")):
                assert HEADS.find(text) == slug, text
            assert [one.id for one in named(name, known)] == [slug]


NAMED = sorted((name, slug) for slug in SLUGS for name in called(READER, slug).names if len(name) > len("HTI"))
WAYS: dict[str, Callable[[str], str]] = {
    "capitals": str.upper,
    "small letters": str.lower,
    "no accents": lambda name: "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)),
    "parted accents": lambda name: unicodedata.normalize("NFD", name),
    "hyphens": lambda name: name.replace(" ", "-"),
    "blanks": lambda name: f"  {name.replace(' ', '   ')} ",
    "quotes": lambda name: f"«{name}»",
    "another apostrophe": lambda name: name.replace("’", "'"),
    "an ampersand": lambda name: re.sub(r" (and|y|e|et) ", " & ", name),
    "an article": lambda name: f"the {name}",
    "an article behind": lambda name: f"{name}, the",
    "saints": lambda name: re.sub(r"\b(Saint|San|Santa|São)\b", "St.", name),
}
"""Ways to write a name otherwise that make no difference."""


@pytest.mark.data
@given(st.sampled_from(NAMED), st.lists(st.sampled_from(sorted(WAYS)), max_size=4))
def test_no_way_of_writing_a_name_leads_to_another_state(name: tuple[str, str], ways: list[str]) -> None:
    """Whatever the case, accents, hyphens, quotes, articles and abbreviated saints, a name means its own state."""
    text, slug = name
    for way in ways:
        text = WAYS[way](text)
    assert HEADS.find(text) == slug


@pytest.mark.data
def test_every_title_in_the_data_means_its_own_instrument(register: Register) -> None:
    """A title, reference, paragraph or column means its instrument; a common name, its instruments alone."""
    known = known_instruments(register)
    for id, one in register.instruments.items():
        for name in (id, one.paragraph, one.column, *one.short.values(), *one.title.values(), one.reference or id):
            for text in (name, name.upper(), name.replace("-", " ")):
                assert [found.id for found in named(text, known)] == [id], text
        for name in one.other_names:
            owners = [other.id for other in register.instruments.values() if name in other.other_names]
            assert [found.id for found in named(name, known)] == owners


@pytest.mark.data
@pytest.mark.parametrize("text", ["Palermo Protocol", "protocolo de palermo"])
def test_an_ambiguous_name_lists_the_candidates(register: Register, text: str) -> None:
    """A name that several instruments have is not taken for one of them."""
    with pytest.raises(CommandError, match="more than one instrument: write tip or smuggling or firearms"):
        instrument_named(register, text)


@pytest.mark.data
def test_a_part_of_two_titles_lists_both(register: Register) -> None:
    """Two treaties are called a Convention against Corruption."""
    with pytest.raises(CommandError, match="did you mean uncac or iacac"):
        instrument_named(register, "Convention against Corruption")


@pytest.mark.data
@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.parametrize("frame", ["{} and its islands", "Greater {}", "Kingdom of {}", "{} (old spelling)"])
def test_a_wrong_name_is_not_corrected_to_another_state(register: Register, slug: str, frame: str) -> None:
    """Where the name of a state stands in what was written, the remedy is that state and no other."""
    for name in set(register.states[slug].name.values()):
        with pytest.raises(UnknownStateError) as caught:
            HEADS.find(frame.format(name))
        assert str(caught.value).endswith(f"did you mean {register.states[slug].name['en']}?")


@pytest.mark.data
@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.parametrize(
    "form", ["Republic of {}", "{} (Republic of)", "{}, Rep. of", "Commonwealth of {}", "State of {}"]
)
def test_another_form_of_state_does_not_hide_the_name(register: Register, slug: str, form: str) -> None:
    """A republic is understood as one that is called a commonwealth, and so on; only two names are too much alike."""
    text = form.format(register.states[slug].name["en"])
    if slug == "dominican-republic" or (slug == "dominica" and not form.startswith("Commonwealth")):
        return
    assert HEADS.find(text) == slug


@pytest.mark.data
@pytest.mark.parametrize(
    "text", ["Dominica Republic", "Republic of Dominica", "República de Dominica", "Rep. of Dominica"]
)
def test_two_names_that_are_too_much_alike_are_both_offered(text: str) -> None:
    """Dominica's name stands in it, and it is all but that of the Dominican Republic: neither is taken."""
    with pytest.raises(UnknownStateError, match=r"did you mean Dominica or Dominican Republic\?"):
        HEADS.find(text)


SHORTENED = {
    "Bolivia (Plur. State of)": "bolivia",
    "Bolivia (Est. Plur. de)": "bolivia",
    "Rep. Fed. do Brasil": "brazil",
    "R. Dominicana": "dominican-republic",
    "Venezuela (Rep. Bol. de)": "venezuela",
    "Mexico, United Mexican States": "mexico",
    "Haiti (HTI)": "haiti",
    "HTI - Haiti": "haiti",
    "S. Kitts and Nevis": "saint-kitts-and-nevis",
    "Antigua & Barb.": "antigua-and-barbuda",
}


@pytest.mark.data
@pytest.mark.parametrize("text", list(SHORTENED))
def test_words_cut_off_with_a_full_stop_are_understood(text: str) -> None:
    """What tables shorten to fit is understood, and one name beside another of the same state."""
    assert HEADS.find(text) == SHORTENED[text]


@pytest.mark.data
@pytest.mark.parametrize("text", ["S. Vincent and S. Lucia", "Rep.", "Gu.", "Haiti (Canada)", "St. Martin", "Niger"])
def test_what_names_no_state_is_not_taken_for_one(text: str) -> None:
    """A cut word that fits several names, two states beside each other and other countries are refused."""
    with pytest.raises(UnknownStateError):
        HEADS.find(text)


@pytest.mark.data
def test_saints_alone_list_the_saints() -> None:
    """A word that several names share lists those states."""
    with pytest.raises(UnknownStateError) as caught:
        HEADS.find("Saint")
    for name in ("Saint Kitts and Nevis", "Saint Lucia", "Saint Vincent and the Grenadines"):
        assert name in str(caught.value)


def test_a_file_name_is_found_without_reading() -> None:
    """A slug opens no file; a code or a name opens files only until one has it."""
    opened: list[str] = []

    def reader(name: str) -> bytes:
        opened.append(name)
        return READER(name)

    assert Heads(reader, SLUGS).find("Haiti") == "haiti"
    assert opened == []
    assert Heads(reader, SLUGS).find("BRB") == "barbados"
    assert opened == [f"states/{slug}.yaml" for slug in SLUGS[: SLUGS.index("barbados") + 1]]


WORDS = {
    ("costa", "rica"): ["costa-rica"],
    ("saint", "lucia", "haiti"): ["saint-lucia", "haiti"],
    ("dominican", "republic", "costa", "rica"): ["dominican-republic", "costa-rica"],
    ("trinidad", "and", "tobago"): ["trinidad-and-tobago"],
    ("haiti", "canada"): ["haiti", "canada"],
    ("el", "salvador", "el", "salvador"): ["el-salvador"],
}


@pytest.mark.data
@pytest.mark.parametrize("words", list(WORDS), ids=" ".join)
def test_names_of_several_words_are_understood_without_quotes(words: tuple[str, ...]) -> None:
    """The words that are a state's name together are read as one, with the hint to quote them."""
    result = toc("gaps", *words, "--as-of", "2026-11-21", "--format", "json")
    assert result.code == 0
    assert [one["state"] for one in json.loads(result.out)["states"]] == [_code(slug) for slug in WORDS[words]]
    assert ("in quotes" in result.err) is (words != ("haiti", "canada"))


def _code(slug: str) -> str:
    (code,) = (name for name in called(READER, slug).names if len(name) == 3 and name.isupper() and name != "SVG")
    return code


@pytest.mark.data
@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("state", "costa", "rica"), 'write "costa rica" in quotes'),
        (("checklist", "saint", "lucia"), 'write "saint lucia" in quotes'),
        (("instrument", "nassau", "convention"), 'write "nassau convention" in quotes'),
        (("explain", "costa", "rica", "nassau", "convention"), 'write "costa rica" in quotes'),
        (("basis", "costa", "rica", "el", "salvador"), 'write "el salvador" in quotes'),
        (("commitments", "RANDOT", "III", "I.4"), 'write "RANDOT III I.4" in quotes'),
        (("returns", "template", "costa", "rica", "2025"), 'write "costa rica" in quotes'),
    ],
)
def test_every_command_understands_words_that_are_one_name(arguments: tuple[str, ...], says: str) -> None:
    """A name of several words does what it does in quotes, and standard error says how to write it."""
    result = toc(*arguments)
    assert result.code == 0
    assert says in result.err


@pytest.mark.data
def test_more_than_one_state_is_refused_where_one_is_asked_for() -> None:
    """A command about one state does not drop the others."""
    result = toc("state", "haiti", "canada")
    assert (result.code, result.out) == (2, "")
    assert "name one state, not 2: haiti, canada" in result.err


COMMITMENTS = {
    "1.a": "strategy-1a",
    "2.xi": "strategy-2-xi",
    "2.a.vi": "strategy-2a-vi",
    "Strategy 1.a": "strategy-1a",
    "Hemispheric Strategy 5.a": "strategy-5a",
    "RANDOT III I.4": "randot3-ms-04",
    "randot-iii I.4": "randot3-ms-04",
    "I.4": "randot3-ms-04",
    "RANDOT IV (draft) commitment 6": "randot4-c6",
    "RANDOT IV pledge 3.1": "randot4-annual-1",
    "strategy-1": "strategy-1",
}


@pytest.mark.data
@pytest.mark.parametrize("text", list(COMMITMENTS))
def test_a_commitment_is_known_as_it_is_printed(everything: Register, text: str) -> None:
    """A paragraph, with the title of its document or without, means its commitment."""
    assert commitment_named(everything, text).id == COMMITMENTS[text]


@pytest.mark.data
def test_every_commitment_is_known_by_its_paragraph(everything: Register) -> None:
    """Each id and each whole citation means its own; a paragraph that two share lists both."""
    assert everything.catalogue is not None
    commitments = everything.catalogue.commitments
    for id, one in commitments.items():
        assert commitment_named(everything, id).id == id
        document = everything.catalogue.documents[one.document]
        alike = [
            other
            for other in commitments.values()
            if (other.document, other.paragraph) == (one.document, one.paragraph)
        ]
        citation = f"{document.short['en']} {one.paragraph}"
        if len(alike) == 1:
            assert commitment_named(everything, citation).id == id
        else:
            with pytest.raises(CommandError, match=" or ".join(other.id for other in alike)):
                commitment_named(everything, citation)


@pytest.mark.data
def test_every_meeting_is_known_by_its_name(everything: Register) -> None:
    """The id, the name in four languages, and what stands in its brackets mean the meeting."""
    for id, meeting in everything.meetings.items():
        for name in (id, *meeting.name.values()):
            assert [one.id for one in meetings_named(everything.meetings, name)] == [id]
    assert [one.id for one in meetings_named(everything.meetings, "RANDOT III")] == ["randot-iii"]
    assert [one.id for one in meetings_named(everything.meetings, "randot")][-2:] == ["randot-iii", "randot-iv"]


@pytest.mark.data
def test_groups_and_subregions_are_known_as_pages_print_them(register: Register) -> None:
    """Every grouping and subregion is known by its id and by what pages call it, in any case."""
    for id, name in GROUPING.items():
        for text in (id, name, name.lower(), f"the {name}"):
            assert grouping_named(register, text) == id
    for id, name in SUBREGION.items():
        assert word_named("subregion", name.upper(), SUBREGION, SUBREGION) == id


@pytest.mark.data
@pytest.mark.parametrize(
    "arguments",
    [
        ("table", "--tier", "Urged", "--group", "Andean Community"),
        ("table", "--subregion", "Central America", "--cells", "DATES"),
        ("table", "--tier", "urged", "--instrument", "2.xi"),
        ("basis", "haiti", "canada", "--for", "Mutual Legal Assistance"),
        ("basis", "--what-if", "St. Lucia:Nassau Convention", "--for", "asset recovery"),
        ("changes", "--since", "RANDOT III", "--until", "RANDOT IV", "--instrument", "A-55"),
        ("progress", "--group", "Caricom", "--instrument", "palermo"),
        ("checklist", "Sta. Lucía", "--by", "Theme"),
    ],
)
def test_options_take_what_pages_print(arguments: tuple[str, ...]) -> None:
    """Tiers, groups, subregions, purposes, headings and meetings are taken in any case and with any hyphens."""
    assert toc(*arguments).code == 0


DAYS = {
    "2020": "2020-12-31",
    "2020-02": "2020-02-29",
    "2020-02-03": "2020-02-03",
    "randot-iii": "2021-06-24",
    "RANDOT III": "2021-06-24",
    "RANDOT IV": "2024-04-30",
    "randot": "2024-04-30",
    "strategy-adopted": "2021-11-11",
}


@pytest.mark.data
@pytest.mark.parametrize("text", list(DAYS))
def test_a_day_may_be_a_year_or_a_meeting(text: str) -> None:
    """`--as-of` takes the last day of a year or a meeting, in the environment too."""
    for result in (
        toc("gaps", "haiti", "--as-of", text, "--format", "json"),
        toc("gaps", "haiti", "--format", "json", TOC_TREATIES_AS_OF=text),
    ):
        assert result.code == 0
        assert json.loads(result.out)["as_of"] == DAYS[text]


@pytest.mark.data
def test_the_running_year_ends_today() -> None:
    """Of a year that has not ended, the day asked about is today; one that has not begun is refused."""
    now = date.today()  # noqa: DTZ011, TID251 - the command asks the same clock
    result = toc("gaps", "haiti", "--as-of", str(now.year), "--format", "json")
    assert json.loads(result.out)["as_of"] == now.isoformat()
    later = toc("gaps", "haiti", "--as-of", str(now.year + 1))
    assert (later.code, later.out) == (2, "")
    assert f"{now.year + 1} has not begun" in later.err


@pytest.mark.data
def test_a_span_begins_with_the_first_day_of_a_year_or_meeting() -> None:
    """`--since` takes the first day, `--until` the last."""
    data = json.loads(toc("changes", "--since", "2010", "--until", "2011", "--format", "json").out)
    assert (data["since"], data["until"]) == ("2010-01-01", "2011-12-31")
    data = json.loads(toc("changes", "--since", "RANDOT III", "--until", "randot-iii", "--format", "json").out)
    assert (data["since"], data["until"]) == ("2021-06-23", "2021-06-24")


@pytest.mark.data
def test_what_if_is_asked_for_one_purpose() -> None:
    """`--for` limits `--what-if` to the gains for that purpose; the rest is as without it."""
    asked = ("basis", "--what-if", "haiti:mla", "--as-of", "2026-11-21", "--format", "json")
    whole = json.loads(toc(*asked).out)["gains"]
    purposes = {gain["purpose"] for gain in whole}
    assert len(purposes) > 1
    for purpose in purposes:
        only = json.loads(toc(*asked, "--for", purpose).out)
        assert only["purpose"] == purpose
        assert only["gains"] == [gain for gain in whole if gain["purpose"] == purpose]
    assert json.loads(toc(*asked, "--for", "extradition").out)["gains"] == []


@pytest.mark.data
@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("changes", "--since", "2020", "--until", "2021", "--as-of", "2022"), "--until and --as-of"),
        (("basis", "--what-if", "haiti:mla", "--matrix", "--for", "extradition"), "--matrix and --what-if"),
        (("basis", "haiti", "canada", "--matrix", "--for", "extradition"), "take no states"),
        (("table", "--tier", "complementary", "--instrument", "untoc"), "--tier complementary leaves out untoc"),
        (("returns", "show", "2025", "--state", "haiti"), "not both"),
    ],
)
def test_options_that_a_question_cannot_take_together_are_refused(arguments: tuple[str, ...], says: str) -> None:
    """No option is dropped in silence: the command ends in 2 and names both."""
    result = toc(*arguments)
    assert (result.code, result.out) == (2, "")
    assert says in result.err


@pytest.mark.data
def test_the_day_of_the_environment_never_conflicts() -> None:
    """TOC_TREATIES_AS_OF stands beside `--until`, which comes before it."""
    asked = ("changes", "--since", "2020", "--until", "2021-06-30", "--format", "json")
    assert toc(*asked, TOC_TREATIES_AS_OF="2015-01-01").out == toc(*asked).out


@pytest.mark.data
@pytest.mark.parametrize("option", [("changes", "--since", "2020", "-s"), ("table", "--group")])
def test_an_option_with_a_name_of_several_words_tells_to_quote(option: tuple[str, ...]) -> None:
    """What is left over of an unquoted name is refused, with the remedy."""
    result = toc(*option, "costa", "rica")
    assert (result.code, result.out) == (2, "")
    assert "a name of several words stands in quotes" in " ".join(result.err.split())
