"""The articles family: what is cited of a treaty is an article that it has, in the numerals that it uses."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from toc_treaties.model.instrument import Instrument, Serving
from toc_treaties.model.place import Place
from toc_treaties.model.problem import Problem
from toc_treaties.model.register import Register
from toc_treaties.rules.state_file import StateFile

ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


class Cited(NamedTuple):
    """An article of an instrument, where it is cited."""

    instrument: Instrument
    article: str
    place: Place


def article_of_state(cases: StateFile, _today: date) -> Iterator[Problem]:
    """A statement and a designation concern articles that the treaty has."""
    yield from _wrong(_of_state(cases))


def _of_state(cases: StateFile) -> Iterator[Cited]:
    """The articles that a state's file cites."""
    for case in cases.sound:
        for action in case.cell.actions:
            for said in action.statements:
                if said.articles:
                    place = said.place.of("articles")
                    yield from (Cited(case.instrument, article, place) for article in said.articles)
    instruments = cases.register.instruments
    for designation in cases.state.designations:
        instrument = instruments.get(designation.instrument or "")
        if designation.article is not None and instrument is not None:
            yield Cited(instrument, designation.article, designation.place.of("article"))


def article_of_register(register: Register, _today: date) -> Iterator[Problem]:
    """An instrument's own clauses, and the paragraphs and figures that name it, concern articles that it has."""
    for instrument in register.instruments.values():
        yield from _wrong(_own(instrument))
        yield from _wrong(_of_other(instrument, register))
    catalogue = register.catalogue
    for one in (*(catalogue.commitments.values() if catalogue else ()), *register.statistics.values()):
        yield from _wrong(_with_instrument(one.articles, one.place.of("articles"), register))


def _of_other(instrument: Instrument, register: Register) -> Iterator[Cited]:
    """The articles that an instrument's entry names as those of another one."""
    for serving in (serving for servings in instrument.serves.values() for serving in servings):
        other = register.instruments.get(serving.of or "")
        if other is not None:
            yield from (Cited(other, article, serving.place.of("articles")) for article in serving.articles)
    requires = instrument.requires
    if requires is not None and requires.article is not None:
        whose = register.instruments.get(requires.of) if requires.of else instrument
        if whose is not None:
            place = requires.place.of("article")
            yield from (Cited(whose, article, place) for article in requires.article.split(", "))


def _own(instrument: Instrument) -> Iterator[Cited]:
    """The articles that an instrument's entry names as its own; those `of` another are not its."""
    joining = (instrument.signature, instrument.accession, instrument.later_parties, instrument.reservations)
    for clause in (*joining, instrument.exit):
        for article in (clause.article or "").split(", ") if clause else ():
            if clause is not None and article:
                yield Cited(instrument, article, clause.place.of("article"))
    for serving in (serving for servings in instrument.serves.values() for serving in servings):
        if serving.of is None:
            yield from (Cited(instrument, article, place) for article, place in _of_serving(serving))
    for due in instrument.designations:
        yield Cited(instrument, due.article, due.place.of("article"))


def _of_serving(serving: Serving) -> Iterator[tuple[str, Place]]:
    """The articles of what serves a purpose, with those to which it yields, conforms, or under which it is elected."""
    yield from ((article, serving.place.of("articles")) for article in serving.articles)
    yield from ((article, serving.place.of("conforms_to")) for article in serving.conforms_to)
    if serving.yields_to is not None:
        yields = serving.yields_to
        yield from ((article, yields.place.of("article")) for article in yields.article.split(", "))
        yield from ((article, yields.place.of("articles")) for article in yields.articles)
    if serving.elected is not None:
        yield serving.elected.under, serving.elected.place.of("under")


def _with_instrument(articles: tuple[str, ...], place: Place, register: Register) -> Iterator[Cited]:
    """Articles that stand after their instrument's id."""
    for cited in articles:
        id, _, article = cited.partition(" ")
        if id in register.instruments:
            yield Cited(register.instruments[id], article, place)


def cited_articles(register: Register, articles: tuple[str, ...], place: Place) -> Iterator[Problem]:
    """What is wrong with articles that stand after their instrument's id."""
    yield from _wrong(_with_instrument(articles, place, register))


def _wrong(cited: Iterable[Cited]) -> Iterator[Problem]:
    """What is wrong with the articles cited: another numeral than the treaty's, or a number beyond its last."""
    styles: dict[str, bool | None] = {}
    for one in cited:
        instrument, article, width = one.instrument, one.article, len(one.article)
        if instrument.id not in styles:
            styles[instrument.id] = numerals(instrument)
        roman = styles[instrument.id]
        if roman is not None and roman != _is_roman(article):
            message = f"{instrument.called} has {'Roman' if roman else 'Arabic'} numerals, not article {article}"
            help_ = "write the number as the treaty has it; or is it another instrument's article?"
            yield Problem("article-numerals", one.place, message, help_, width=width)
        elif (last := instrument.last_article) is not None and number(article) > number(last):
            message = f"{instrument.called} ends with article {last}; there is no article {article}"
            help_ = "is it another instrument's article?"
            yield Problem("article-beyond-last", one.place, message, help_, width=width)


def numerals(instrument: Instrument) -> bool | None:
    """Whether an instrument numbers its articles in Roman numerals; None where nothing tells."""
    if instrument.last_article is not None:
        return _is_roman(instrument.last_article)
    own = [_is_roman(cited.article) for cited in _own(instrument)]
    return None if not own else 2 * sum(own) > len(own)


def _is_roman(article: str) -> bool:
    return article[:1] in ROMAN


def number(article: str) -> int:
    """The number of an article, Arabic or Roman, without its paragraphs; 0 where it is neither."""
    head = article.split("(", 1)[0].split(" ", 1)[0]
    if head.isdecimal():
        return int(head)
    values = [ROMAN.get(letter, 0) for letter in head]
    return sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True))
