"""How days are written for people: the months and the patterns of a language are messages as all others."""

from datetime import date
from typing import Protocol, Self

from toc_treaties.model.when import When
from toc_treaties.model.when import on as known_as
from toc_treaties.words.grammar import AT_DAY, OF_DAY, ON, Named
from toc_treaties.words.messages import Homonym


class Says(Protocol):
    """A language, as far as days need it."""

    language: str

    def say(self, message: str, /, **values: object) -> str:
        """A message in it, with its values."""
        ...


class Dated(str):
    """A day as it is written, which a translation may ask for with what stands before it.

    `{day}` is the day as it is, `{day:on}` as a sentence has it (el 19 abr 1999, en abr 1999), `{day:the}` with the
    article that the day of a month has in Spanish and French, `{day:de}` behind that preposition, the two contracted;
    French has `{day:en}` of a month or a year (jusqu’en avr 1999), which is à before a day (jusqu’au 19 avr 1999).
    """

    __slots__ = ("at", "mark", "words")
    at: When | None
    mark: str
    words: Says

    def __new__(cls, text: str, at: When | None, words: Says, mark: str = "") -> Self:
        """A day as it is written; two days with what lies between, which are no one day, stay as they are."""
        made = super().__new__(cls, text)
        made.at, made.mark, made.words = at, mark, words
        return made

    def __add__(self, mark: str) -> "Dated":
        """The day with a mark behind it."""
        return Dated(str(self) + mark, self.at, self.words, self.mark + mark)

    def __format__(self, form: str) -> str:
        """The form that a placeholder asks for."""
        if not form or self.at is None:
            return str(self)
        if form == ON:
            exact = self.at.day is not None  # else a month, a year or two days, each with a preposition of its own
            return self.words.say("on {day}", day=str(self)) if exact else in_sentence(self.at, self.words) + self.mark
        article = OF_DAY.get(self.words.language, "") if self.at.day is not None else ""
        if self.at.day is not None or self.at.bracketed or self.at.unseen:
            form = AT_DAY.get(self.words.language, {}).get(form, form)
        bare = str(self) if self.at.day is not None else since(self.at, self.words) + self.mark
        return format(Named(bare, article, self.words.language), form)


MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
SHORT_MONTHS = (
    "Jan",
    "Feb",
    "Mar",
    "Apr",
    Homonym("May", "a month, short"),
    "Jun",
    "Jul",
    "Aug",
    "Sep",
    "Oct",
    "Nov",
    "Dec",
)
DAY = Homonym("{day} {month} {year}", "a day, short")
LONG_DAY = Homonym("{day} {month} {year}", "a day, in full")
MONTH_DAY = Homonym("{day} {month}", "a day without its year, short")
MONTH = Homonym("{month} {year}", "a month, short")
FIRST_OF_MONTH = Homonym("1", "the first day of a month")


def day(value: date, words: Says) -> Dated:
    """A day, short: 19 Apr 1999."""
    text = words.say(DAY, day=_number(value.day, words), month=_short(value.month, words), year=str(value.year))
    return Dated(text, known_as(value), words)


def month_day(month: int, day_of_month: int, words: Says) -> str:
    """A day of every year: 1 Jul."""
    return words.say(MONTH_DAY, day=_number(day_of_month, words), month=_short(month, words))


def long_day(value: date, words: Says) -> Dated:
    """A day, in full: 19 April 1999."""
    month = words.say(MONTHS[value.month - 1])
    text = words.say(LONG_DAY, day=_number(value.day, words), month=month, year=str(value.year))
    return Dated(text, known_as(value), words)


def _number(day_of_month: int, words: Says) -> str:
    """The number of a day, as the language writes it: the first of a month is 1er in French."""
    return words.say(FIRST_OF_MONTH) if day_of_month == 1 else str(day_of_month)


def _short(month: int, words: Says) -> str:
    return words.say(SHORT_MONTHS[month - 1])


def when(value: When, words: Says) -> Dated:
    """A day as precisely as it is known: 19 Apr 1999, Apr 1999, 1999, between two days, or not before one."""
    return day(value.day, words) if value.day is not None else Dated(_inexact(value, words), value, words)


def _inexact(value: When, words: Says) -> str:
    """A date of which not the day is known."""
    if value.unseen:
        return words.say("not before {day}", day=value.earliest)
    if value.bracketed:
        return _bracket(value.earliest, value.latest, words)
    if value.earliest.month == value.latest.month:
        return words.say(MONTH, month=_short(value.earliest.month, words), year=str(value.earliest.year))
    return str(value.earliest.year)


def _bracket(first: date, last: date, words: Says) -> str:
    """Two days, said as short as they can be: 3–30 Mar 2007."""
    ends = _ends(first, last, words)
    return "–".join(ends) if first.month == last.month and first.year == last.year else " – ".join(ends)


def _ends(first: date, last: date, words: Says) -> tuple[str, str]:
    """Two days, the first without what both share: 3 and 30 Mar 2007."""
    if first.year != last.year:
        return day(first, words), day(last, words)
    alone = _number(first.day, words) if first.month == last.month else month_day(first.month, first.day, words)
    return alone, day(last, words)


def since(value: When, words: Says) -> Dated:
    """The same after "since": 19 Apr 1999, a day between 31 May and 30 Jun 2002, a day not before one."""
    if value.day is None and (value.unseen or value.bracketed):
        return Dated(words.say("a day {when}", when=in_sentence(value, words)), value, words)
    return when(value, words)


def in_sentence(value: When, words: Says) -> Dated:
    """The same within a sentence: on 19 Apr 1999, in Apr 1999, between two days."""
    return Dated(_in_sentence(value, words), None, words)


def _in_sentence(value: When, words: Says) -> str:
    if value.day is not None:
        return words.say("on {day}", day=value.day)
    if value.unseen:
        return when(value, words)
    if value.bracketed:
        first, last = _ends(value.earliest, value.latest, words)
        return words.say("between {first} and {last}", first=first, last=last)
    return words.say("in {month}", month=when(value, words))
