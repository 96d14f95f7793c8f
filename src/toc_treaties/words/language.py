"""One language: its sentences, plurals, names, days and lists. English is the source text of all others."""

import re
from calendar import monthrange
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from toc_treaties.model.instrument import Instrument, Names
from toc_treaties.model.vocabulary import Language
from toc_treaties.model.when import When, span
from toc_treaties.words import dates, grammar
from toc_treaties.words.messages import Homonym

if TYPE_CHECKING:
    from gettext import GNUTranslations

_ISO_DAY = re.compile(r"(?<![\w-])\d{4}-\d\d-\d\d(?![\w-])")
_ISO_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")
CATALOGUES = Path(__file__).parent / "catalogues"
"""Where the catalogues lie: `es.po` for translators, `es.mo` made from it for the program."""


class Words:
    """All that a page needs of a language; a message that its catalogue does not hold stays English.

    Each literal given to `say`, `known` and `count` is one message of the catalogues: a whole sentence or a whole
    label, whose placeholders have names, so that a language may put them in its own order.
    """

    def __init__(self, language: str, catalogue: "GNUTranslations | None" = None) -> None:
        self.language = language
        self._catalogue = catalogue
        self.quotations: set[str] = set()
        """What was quoted as it was written, of which a page may show some."""

    @property
    def catalogue(self) -> "GNUTranslations | None":
        """What was translated; English has nothing to translate."""
        return self._catalogue

    def say(self, message: str, /, **values: object) -> str:
        """A message in this language, with its values: days as a sentence has them, names in this language."""
        text = self._translated(message)
        return text.format_map({key: self._written(value) for key, value in values.items()}) if values else text

    def _translated(self, message: str) -> str:
        """A message as the catalogue has it."""
        if self._catalogue is None or not message:
            return message
        if isinstance(message, Homonym):
            return self._catalogue.pgettext(message.place, message)
        return self._catalogue.gettext(message)

    def known(self, message: str, /, **values: object) -> str:
        """The same; nothing where one of its values is not known."""
        return "" if any(value is None or value == "" for value in values.values()) else self.say(message, **values)

    def _written(self, value: object) -> object:
        """A value of a message: a day, a date that may be open, a name, or what is text or a number already."""
        if isinstance(value, When):
            return self.within(value)
        if isinstance(value, date):
            return self.day(value)
        if isinstance(value, Mapping):
            return grammar.named(self.name(value), self.language)
        plain = type(value) is str and self._catalogue is not None
        return grammar.Named(str(value), "", self.language) if plain else value

    def count(self, one: str, many: str, number: int, /, **values: object) -> str:
        """A message in the form that a number asks for: {n} is the number."""
        if self._catalogue is None:
            text = one if number == 1 else many
        else:
            text = self._catalogue.ngettext(one, many, number)
        return text.format_map({"n": self.number(number), **{key: self._written(each) for key, each in values.items()}})

    def term(self, words: Mapping[str, str], code: str | None) -> str:
        """The word of a code, from a list of words; a code that the list does not hold stands for itself."""
        return self.say(words[code]) if code is not None and code in words else code or ""

    def name(self, names: Names) -> str:
        """A name in this language, else in English."""
        return names.get(self.language) or names["en"]

    def treaty(self, instrument: Instrument) -> grammar.Named:
        """An instrument within a sentence, with its article: the Nassau Convention, but UNTOC."""
        return grammar.the_treaty(self.name(instrument.short), self.name(instrument.title), self.language)

    def text(self, names: Names) -> grammar.Named:
        """A text of a treaty within a sentence, with its article: the 1972 Protocol."""
        return grammar.the_text(self.name(names), self.language)

    def number(self, value: int) -> str:
        """A number with its thousands parted."""
        return f"{value:,}".replace(",", self.say(THOUSANDS)) if value >= _THOUSAND else str(value)

    def span(self, least: int, most: int) -> str:
        """A number, or the two between which it lies: 2 to 6."""
        if least == most:
            return self.number(least)
        return self.say("{least} to {most}", least=self.number(least), most=self.number(most))

    def day(self, value: date) -> dates.Dated:
        """A day, short: 19 Apr 1999."""
        return dates.day(value, self)

    def long_day(self, value: date) -> dates.Dated:
        """A day, in full: 19 April 1999."""
        return dates.long_day(value, self)

    def month_day(self, month: int, day: int) -> str:
        """A day of every year: 1 Jul."""
        return dates.month_day(month, day, self)

    def when(self, value: When | None) -> str:
        """A day as precisely as it is known: 19 Apr 1999, Apr 1999, 1999, between two days; of none, nothing."""
        return dates.when(value, self) if value is not None else ""

    def from_to(self, first: When, last: When) -> dates.Dated:
        """One day, or two with what lies between: 27 Jan 2014 to 23 Jan 2026."""
        if first.text == last.text:
            return dates.when(first, self)
        return dates.Dated(self.say("{first} to {last}", first=self.when(first), last=self.when(last)), None, self)

    @staticmethod
    def names_days(texts: Iterable[str]) -> bool:
        """Whether some texts of the register name a day as the files write it."""
        return _ISO_DAY.search("\n".join(texts)) is not None

    def prose(self, text: str) -> str:
        """A text of the register with the days that it names written as all days of a page are."""
        return _ISO_DAY.sub(self._day_in, text) if _ISO_DAY.search(text) else text

    def date_alone(self, text: str) -> str:
        """A text of the register that may be no more than a date: a month is written as all months of a page are."""
        if _ISO_MONTH.fullmatch(text) is None:
            return self.prose(text)
        first = date.fromisoformat(f"{text}-01")
        return self.when(span(first, first.replace(day=monthrange(first.year, first.month)[1])))

    def _day_in(self, match: re.Match[str]) -> str:
        try:
            return self.day(date.fromisoformat(match.group()))
        except ValueError:
            return match.group()

    def quoted(self, text: str) -> str:
        """What was written in English, with its days as an English page has them, between quotation marks."""
        quotation = self.say(QUOTED, text=ENGLISH.prose(text))
        self.quotations.add(quotation)
        return quotation

    def since(self, value: When) -> dates.Dated:
        """The same after "since": 19 Apr 1999, a day between 31 May and 30 Jun 2002."""
        return dates.since(value, self)

    def in_sentence(self, value: When) -> dates.Dated:
        """The same within a sentence: on 19 Apr 1999, in Apr 1999, between two days."""
        return dates.in_sentence(value, self)

    def within(self, value: When) -> dates.Dated:
        """The same behind a word that stands before any day: 19 Apr 1999, between 31 May and 30 Jun 2002."""
        if value.day is None and value.bracketed:
            return dates.Dated(self.in_sentence(value), value, self)
        return dates.when(value, self)

    def listed(self, items: Iterable[str]) -> str:
        """Names in a row: A, B and C."""
        return self._ending(items, AND)

    def either(self, items: Iterable[str]) -> str:
        """Names to choose from: A, B or C."""
        return self._ending(items, OR)

    def _ending(self, items: Iterable[str], joint: str) -> str:
        """Names with a word before the last; Spanish has another word before the same sound."""
        *first, last = [*items] or [""]
        if not first:
            return last
        joint = grammar.joint_before(joint, last, self.language)
        return self.say(joint, first=self.say(COMMA).join(first), last=last)

    def joined(self, clauses: Iterable[str]) -> str:
        """Whole clauses beside one another; what is empty is left out."""
        return self.between_clauses.join(clause for clause in clauses if clause)

    @property
    def between_clauses(self) -> str:
        """What stands between two clauses: French has a space before the semicolon."""
        return self.say(SEMICOLON)


_THOUSAND = 1000
THOUSANDS = Homonym(",", "between the thousands of a number")
COMMA = Homonym(", ", "between the names of a list")
QUOTED = Homonym("“{text}”", "a note as it was written, in English")
SEMICOLON = Homonym("; ", "between clauses")
AND, OR = "{first} and {last}", "{first} or {last}"
ENGLISH = Words("en")


class NotCompiledError(Exception):
    """The catalogue of a language was not made from what translators wrote."""

    def __init__(self, language: str) -> None:
        super().__init__(f"the catalogue of {language} is not compiled: install again, or run make messages")


@cache
def spoken(language: str) -> Words:
    """A language; English needs no catalogue. NotCompiledError where another has none."""
    if language == Language.ENGLISH:
        return ENGLISH
    from gettext import GNUTranslations

    try:
        with (CATALOGUES / f"{language}.mo").open("rb") as file:
            return Words(language, GNUTranslations(file))
    except FileNotFoundError:
        raise NotCompiledError(language) from None
