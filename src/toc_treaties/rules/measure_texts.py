"""The measure_texts family: what is written of a measure grades no state, names no person, is in the right language."""

import re
from collections.abc import Iterator
from datetime import date

from toc_treaties.model.measure import MeasureKind, MeasureStatus, StateMeasures
from toc_treaties.model.names import plain
from toc_treaties.model.place import Place
from toc_treaties.model.problem import Problem, warning
from toc_treaties.rules.institutions import personal, words_of
from toc_treaties.rules.measures_file import MeasuresFile

GRADES = re.compile(
    r"(?i)\b(?:non-?)?compliant\b|\btier\s*(?:[123]|one|two|three)\b|\bwatch\s?list\b|\bgr[ea]y[- ]list|\blista gris\b"
    r"|\b(?:re-?)?rated\b|\bscored?\b|\branked\b|\bperceptions? index\b"
    r"|\b(?:high|substantial|moderate|low)\s+(?:level of\s+)?effectiveness\b"
    r"|\b(?:parcialmente|mayoritariamente|ampliamente|no)\s+cumplid[ao]s?\b|\b(?:parcial|larga)mente conforme\b"
    r"|\b(?:partiellement|largement|non|en grande partie)\s+conformes?\b"
)
"""What grades a state: words of evaluations and lists."""
GRADING = re.compile("complian|tier|list|rated|score|ranked|perception|effectiv|cumplid|conforme")
"""Letters that each of these has, in a text without capitals: a text without them need not be read closely."""


def grades(file: MeasuresFile, _today: date) -> Iterator[Problem]:
    """An evaluation is its mechanism, round, day and document; what it found is for its own page to say."""
    for place, text, _whole in _texts(file.held):
        found = GRADES.search(text) if GRADING.search(text.casefold()) else None
        if found is not None:
            message = f"{found[0]!r} grades a state"
            help_ = "name the mechanism, the round and the document alone"
            yield Problem("graded-measure", place, message, help_, width=len(text))


def persons(file: MeasuresFile, _today: date) -> Iterator[Problem]:
    """A measure names institutions: no person, address or number.

    Where the state's own file could not be read, what the state is called is not known: Health Canada reads as a name.
    """
    state = file.register.states.get(file.slug)
    spared = words_of(state) if state is not None else None
    for place, text, whole in _texts(file.held):
        numbered = A_NUMBER.search(text) and not CALLED.search(text)
        found = personal(NUMBERED.sub("", text) if numbered else text, spared, whole=whole)
        if found is not None:
            help_ = "name the institution alone, or leave the person out"
            yield warning("personal-data", place, f"{found} in a measure", help_, width=len(text))


A_NUMBER = re.compile(r"\d")
NUMBERED = re.compile(r"(?<!\S)[^\s\d]*\d\S*")
"""The numbers of laws and of gazettes, and addresses of pages that hold some."""
ARTICLES = ("The ", "El ", "La ", "Le ", "O ", "A ", "Het ", "De ")
"""What no person's name begins with."""
CALLED = re.compile(r"\+\s?\d|(?i:\b(?:tel|tel[eé]fonos?|telephone|t[eé]l[eé]phone|phone|fax)\b)")
"""What a number that somebody answers follows."""


def _texts(held: StateMeasures) -> Iterator[tuple[Place, str, bool]]:
    """The texts of a file's measures and searches, each with its place, and whether it names an institution alone."""
    for measure in held.measures:
        yield measure.place.of("title"), measure.title, False
        for field in ("title_english", "institution", "note", "unconfirmed"):
            text = getattr(measure, field)
            if text is not None:
                yield measure.place.of(field), text, field == "institution" and not text.startswith(ARTICLES)
        for conflict in measure.conflict:
            yield from (
                (conflict.place.of(field), text, False)
                for field in ("says", "why")
                if (text := getattr(conflict, field))
            )
    for search in held.searched:
        yield search.place.of("where"), search.where, False
        if search.note is not None:
            yield search.place.of("note"), search.note, False


_ENGLISH = "the of and for to act on with against law regulations bill"
_NOT_ENGLISH = (
    "de del la el los las y para contra sobre e da do dos das ley lei loi decreto wet van het en inzake des du le les "
    "et relative aux au"
)
ENGLISH, NOT_ENGLISH = frozenset(_ENGLISH.split(" ")), frozenset(_NOT_ENGLISH.split(" "))
"""Words that tell a title in English, and one in another language."""


def title_in_english(file: MeasuresFile, _today: date) -> Iterator[Problem]:
    """A title in another language has one in English beside it, and a title in English none."""
    for measure in file.held.measures:
        words = frozenset(plain(measure.title).split())
        english, other = not words.isdisjoint(ENGLISH), not words.isdisjoint(NOT_ENGLISH)
        if measure.title_english is None:
            if other and not english:
                help_ = "add title_english, for readers of another language"
                place, width = measure.place.of("title"), len(measure.title)
                yield warning(
                    "title-without-english",
                    place,
                    "the title is not in English, and is given in its own language alone",
                    help_,
                    width=width,
                )
        elif plain(measure.title) == plain(measure.title_english) or (english and not other):
            message = "the title is in English already"
            help_ = "remove title_english; or is title not in its own language?"
            place, width = measure.place.of("title_english"), len(measure.title_english)
            yield warning("needless-english", place, message, help_, width=width)


FEWEST_WORDS = 3
"""So many words in capitals are a title; fewer may be abbreviations."""


def title_in_capitals(file: MeasuresFile, _today: date) -> Iterator[Problem]:
    """A title is written as in a sentence, though a gazette prints it in capitals."""
    for measure in file.held.measures:
        for field in ("title", "title_english"):
            title = getattr(measure, field) or ""
            if title.isupper() and len(title.split()) >= FEWEST_WORDS:
                help_ = "write it in small letters, with capitals where a sentence has them"
                place, message = measure.place.of(field), "this title is written in capitals"
                yield warning("title-in-capitals", place, message, help_, width=len(title))


BILL = re.compile(
    r"(?i)(?:draft|bill|preliminary draft|avant-projet|projet de loi|proposition de loi|anteproyecto|proyecto de ley"
    r"|anteprojeto|projeto de lei|projet de décret|ontwerp|wetsontwerp)\b"
)
"""How the title of a bill begins; no act keeps it."""


def bill_as_law(file: MeasuresFile, _today: date) -> Iterator[Problem]:
    """A bill is a draft: what passed has the title of the act."""
    for measure in file.held.measures:
        if measure.kind is not MeasureKind.LAW or measure.status not in {MeasureStatus.IN_FORCE, MeasureStatus.ADOPTED}:
            continue
        for field in ("title", "title_english"):
            found = BILL.match(getattr(measure, field) or "")
            if found is not None:
                message = f"{found[0]!r} is the title of a draft, and this is recorded as {measure.status}"
                help_ = "write draft under status; or, if it passed, the title of the act"
                yield warning("bill-as-law", measure.place.of(field), message, help_, width=len(found[0]))
                break


OF_FILE = (grades, persons, title_in_english, title_in_capitals, bill_as_law)
