"""What a language does beside its catalogue: articles, contractions, lists, numbers; shown on small catalogues."""

from datetime import date
from gettext import GNUTranslations
from io import BytesIO

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from toc_treaties.model.vocabulary import Language
from toc_treaties.model.when import When
from toc_treaties.store.dates import parse
from toc_treaties.words.dates import DAY
from toc_treaties.words.grammar import Named, the_treaty
from toc_treaties.words.language import AND, ENGLISH, OR, THOUSANDS, Words, spoken
from toc_treaties.words.messages import Homonym
from toc_treaties.words.phrases import GROUPING, GROUPING_MEMBERS, MARK


def speaking(language: str, **messages: str) -> Words:
    """A language whose catalogue holds a few messages."""
    catalogue = Catalog(locale=language, fuzzy=False)
    for message, translation in messages.items():
        catalogue.add(message, translation)
    return _spoken(language, catalogue)


def _spoken(language: str, catalogue: Catalog) -> Words:
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return Words(language, GNUTranslations(compiled))


def in_place(language: str, message: Homonym, translation: str) -> Words:
    """A language whose catalogue holds one message of one place."""
    catalogue = Catalog(locale=language, fuzzy=False)
    catalogue.add(str(message), translation, context=message.place)
    return _spoken(language, catalogue)


@pytest.mark.parametrize(
    ("language", "short", "title", "expected"),
    [
        ("en", "Harbour Convention", "Convention on Harbours", "the Harbour Convention"),
        ("en", "Traffic in Boats", "Inter-American Convention on Traffic in Boats", "the Traffic in Boats Convention"),
        ("en", "CH", "Convention on Harbours", "CH"),
        ("es", "Convención de Puertos", "Convención sobre los Puertos", "la Convención de Puertos"),
        ("es", "Convenio de 1971", "Convenio sobre los Puertos", "el Convenio de 1971"),
        ("es", "CSP", "Convención sobre los Puertos", "la CSP"),
        ("es", "Medidas", "Convención sobre Medidas", "la Convención sobre Medidas"),
        ("pt", "Acordo do Porto", "Acordo sobre Portos", "o Acordo do Porto"),
        ("fr", "Accord de Port", "Accord sur les ports", "l’Accord de Port"),
    ],
)
def test_a_treaty_has_its_article(language: str, short: str, title: str, expected: str) -> None:
    """A treaty in a sentence has the article of what it is called, and its title where the short one names none."""
    assert str(the_treaty(short, title, language)) == expected


@pytest.mark.parametrize(
    ("language", "name", "article", "form", "expected"),
    [
        ("es", "Protocolo", "el", "a", "al Protocolo"),
        ("es", "Convención", "la", "a", "a la Convención"),
        ("es", "Protocolo", "el", "de", "del Protocolo"),
        ("es", "Protocolo", "el", "bare", "Protocolo"),
        ("pt", "Convenção", "a", "a", "à Convenção"),
        ("pt", "Protocolo", "o", "em", "no Protocolo"),
        ("pt", "Bahamas", "as", "por", "pelas Bahamas"),
        ("pt", "Cuba", "", "de", "de Cuba"),
        ("fr", "Protocole", "le", "à", "au Protocole"),
        ("fr", "Bahamas", "les", "de", "des Bahamas"),
        ("fr", "Argentine", "l’", "de", "de l’Argentine"),
        ("fr", "Haïti", "", "de", "d’Haïti"),
        ("fr", "Cuba", "", "the", "Cuba"),
    ],
)
def test_a_name_takes_its_preposition(language: str, name: str, article: str, form: str, expected: str) -> None:
    """A translation asks for a name behind a preposition, and the two become one word where the language joins them."""
    assert f"{Named(name, article, language):{form}}" == expected


def test_a_name_of_the_register_is_alone_until_a_form_is_asked_for() -> None:
    """A name in four languages stands as it is, and has the article of what it begins with where that is asked for."""
    words = speaking("es", **{"{text} and {text}": "{text}, {text:de} y {text:the}"})
    said = words.say("{text} and {text}", text={"en": "1972 Protocol", "es": "Protocolo de 1972"})
    assert said == "Protocolo de 1972, del Protocolo de 1972 y el Protocolo de 1972"


def test_a_translation_chooses_the_form_of_a_name() -> None:
    """The same message has a bare name in English and a contracted article in Spanish."""
    words = speaking("es", **{"acceded to {treaty}": "se adhirió {treaty:a}"})
    said = words.say("acceded to {treaty}", treaty=Named("Protocolo", "el", "es"))
    assert said == "se adhirió al Protocolo"


DAYS = {
    "on {day}": "el {day}",
    "in {month}": "en {month}",
    "a day {when}": "una fecha {when}",
    "between {first} and {last}": "entre el {first} y el {last}",
    "Apr": "abr",
}


@pytest.mark.parametrize(
    ("written", "form", "expected"),
    [
        ("2011-04-19", "{day}", "19 abr 2011"),
        ("2011-04-19", "{day:on}", "el 19 abr 2011"),
        ("2011-04-19", "desde {day:the}", "desde el 19 abr 2011"),
        ("2011-04-19", "{day:de}", "del 19 abr 2011"),
        ("2011-04-19", "{day:a}", "al 19 abr 2011"),
        ("2011-04", "{day:on}", "en abr 2011"),
        ("2011-04", "desde {day:the}", "desde abr 2011"),
        ("2011-04", "{day:de}", "de abr 2011"),
        ("2011", "{day:on}", "en 2011"),
        ("2011", "{day:de}", "de 2011"),
    ],
)
def test_a_day_takes_what_stands_before_it(written: str, form: str, expected: str) -> None:
    """A translation asks for a day with its article or preposition, which a month and a year have otherwise or not."""
    words = speaking("es", **DAYS, **{"acceded {day}": form})
    assert words.say("acceded {day}", day=parse(written)) == expected
    assert words.say("acceded {day}", day=words.when(parse(written)) + MARK) == f"{expected}{MARK}"


LONG_DAYS = [
    ("es", "{day}", "1 de abril de 2011"),
    ("es", "{day:on}", "el 1 de abril de 2011"),
    ("es", "{day:de}", "del 1 de abril de 2011"),
    ("pt", "{day:on}", "em 1º de abril de 2011"),
    ("pt", "{day:de}", "de 1º de abril de 2011"),
    ("fr", "{day:on}", "le 1er avril 2011"),
    ("fr", "{day:de}", "du 1er avril 2011"),
    ("en", "{day:on}", "on 1 April 2011"),
]


@pytest.mark.parametrize(("language", "form", "expected"), LONG_DAYS)
def test_a_day_in_full_takes_what_stands_before_it_and_stays_in_full(language: str, form: str, expected: str) -> None:
    """A day of a title has the same forms as any other: a translation asks for them, the month stays written out."""
    assert form.format(day=spoken(Language(language)).long_day(date(2011, 4, 1))) == expected


FRENCH_DAYS = {"a day {when}": "une date {when}", "between {first} and {last}": "entre le {first} et le {last}"}


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        (parse("2011-04-19"), "jusqu’au 19 Apr 2011"),
        (parse("2011-04"), "jusqu’en Apr 2011"),
        (parse("2011"), "jusqu’en 2011"),
        (
            When(date(2011, 4, 3), date(2011, 4, 19), "unknown"),
            "jusqu’à une date entre le 3 et le 19 Apr 2011",
        ),
    ],
)
def test_french_has_one_preposition_for_a_day_and_another_for_a_month(when: When, expected: str) -> None:
    """What goes on until a day goes on jusqu’au 19 avril, but jusqu’en avril."""
    words = speaking("fr", **FRENCH_DAYS, **{"until {day}": "jusqu’{day:en}"})
    assert words.say("until {day}", day=when) == expected


def test_a_text_has_every_form_that_a_translation_asks_for() -> None:
    """What is no treaty and no day has neither article nor contraction, and stands behind any word as it is."""
    words = speaking("es", **{"of {what}": "{what:de} {what:on} {what:the} {what:bare}"})
    assert words.say("of {what}", what="X") == "de X X X X"


def test_an_open_day_takes_what_stands_before_it() -> None:
    """Of a day that lies between two days a translation says that, behind whatever word; of two days, both."""
    words = speaking("es", **DAYS, **{"acceded {day}": "{day:on}", "since {day}": "desde {day:the}"})
    first, last = parse("2011-04-03"), parse("2011-04-19")
    between = When(first.earliest, last.latest, "unknown")
    assert words.say("acceded {day}", day=words.when(between)) == "entre el 3 y el 19 abr 2011"
    assert words.say("since {day}", day=words.since(between)) == "desde una fecha entre el 3 y el 19 abr 2011"
    assert words.say("acceded {day}", day=words.from_to(first, last)) == "3 abr 2011 to 19 abr 2011"


@pytest.mark.parametrize(
    ("message", "last", "expected"),
    [
        (AND, "Brasil", "Cuba y Brasil"),
        (AND, "India", "Cuba e India"),
        (AND, "Higuey", "Cuba e Higuey"),
        (AND, "Hielo", "Cuba y Hielo"),
        (OR, "Perú", "Cuba o Perú"),
        (OR, "Honduras", "Cuba u Honduras"),
        (OR, "Haití", "Cuba o Haití"),
    ],
)
def test_spanish_joins_by_sound(message: str, last: str, expected: str) -> None:
    """The last word of a list is joined by another word before the same sound."""
    catalogue = Catalog(locale="es", fuzzy=False)
    catalogue.add(AND, "{first} y {last}")
    catalogue.add(OR, "{first} o {last}")
    catalogue.add(AND, "{first} e {last}", context="before a word that begins with the sound of the Spanish and")
    catalogue.add(OR, "{first} u {last}", context="before a word that begins with the sound of the Spanish or")
    words = _spoken("es", catalogue)
    joined = words.listed if message == AND else words.either
    assert joined(["Cuba", last]) == expected


def test_a_homonym_is_said_by_its_place() -> None:
    """A message that a catalogue has in one place alone is English elsewhere."""
    words = in_place("pt", THOUSANDS, ".")
    assert words.number(12345) == "12.345"
    assert words.say(",") == ","
    assert ENGLISH.number(12345) == "12,345"


def test_a_day_follows_the_pattern_of_its_language() -> None:
    """Days are put together as the catalogue says, and by the names of months that it has."""
    words = in_place("fr", DAY, "{day} {month} {year}, dit-on")
    assert words.day(parse("2011-04-19").earliest) == "19 Apr 2011, dit-on"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2011-04-19", "19 Apr 2011"),
        ("2011-04", "Apr 2011"),
        ("2011", "2011"),
    ],
)
def test_a_date_is_as_precise_as_it_is_known(written: str, expected: str) -> None:
    """A month stays a month, and a year a year."""
    assert ENGLISH.when(parse(written)) == expected


def test_the_members_of_each_grouping_have_a_message_of_their_own() -> None:
    """A grouping's name takes an article in most languages, so that its members are no name put into a sentence."""
    assert GROUPING_MEMBERS.keys() == GROUPING.keys()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1998-07", "Jul 1998"),
        ("1998-07-05", "5 Jul 1998"),
        ("1998", "1998"),
        ("1998-13", "1998-13"),
        ("in 1998-07 or later", "in 1998-07 or later"),
    ],
)
def test_a_date_that_stands_alone_is_written_as_those_of_the_page(text: str, expected: str) -> None:
    """What another source says, where it is a month and nothing else, is no ISO month on a page."""
    assert ENGLISH.date_alone(text) == expected
