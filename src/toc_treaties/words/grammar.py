"""Articles and contractions of the languages that have them: la Convención, al Protocolo, da Convenção, du Protocole.

A placeholder that needs one asks for it in the translation, by the preposition that stands before it: {treaty:de}.
"""

import re
from collections.abc import Mapping
from typing import Self

from toc_treaties.words.messages import Homonym

OF_NOUN: Mapping[str, Mapping[str, str]] = {
    "en": {"Convention": "the", "Protocol": "the", "Agreement": "the"},
    "es": {"Convención": "la", "Convenio": "el", "Protocolo": "el", "Acuerdo": "el", "Tratado": "el"},
    "pt": {"Convenção": "a", "Convênio": "o", "Protocolo": "o", "Acordo": "o", "Tratado": "o"},
    "fr": {"Convention": "la", "Protocole": "le", "Accord": "l’", "Traité": "le"},
}
"""What treaties are called in each language, with the article of each."""
OF_DAY = {"es": "el", "fr": "le"}
"""The article of the day of a month; a month and a year have none."""
AT_DAY: Mapping[str, Mapping[str, str]] = {"fr": {"en": "à"}}
"""A preposition of months and years, and the one that a day has in its place: en avr 1999, but au 19 avr 1999."""
CONTRACTED: Mapping[str, Mapping[tuple[str, str], str]] = {
    "es": {("a", "el"): "al", ("de", "el"): "del"},
    "pt": {
        **{("a", article): short for article, short in {"o": "ao", "os": "aos", "a": "à", "as": "às"}.items()},
        **{("de", article): f"d{article}" for article in ("o", "os", "a", "as")},
        **{("em", article): f"n{article}" for article in ("o", "os", "a", "as")},
        **{("por", article): f"pel{article}" for article in ("o", "os", "a", "as")},
    },
    "fr": {("à", "le"): "au", ("à", "les"): "aux", ("de", "le"): "du", ("de", "les"): "des"},
}
"""A preposition and an article that become one word."""
BARE = "bare"
WITH_ARTICLE = "the"
ON = "on"
VOWELS = "aeiouhàâéèêëîïôûœAEIOUHÀÂÉÈÊËÎÏÔÛŒ"
"""The letters before which French says d’."""


class Named(str):
    """A name within a sentence, with its article where it has one; a format asks for another form of it.

    `{treaty}` is the name with its article, `{treaty:bare}` without it, `{treaty:de}` behind that preposition, the two
    contracted as the language does.
    """

    __slots__ = ("article", "bare", "language")
    article: str
    bare: str
    language: str

    def __new__(cls, bare: str, article: str, language: str, *, shown_bare: bool = False) -> Self:
        """The name with its article, or alone where no form of it is asked for."""
        made = super().__new__(cls, bare if shown_bare else _joined(article, bare))
        made.bare, made.article, made.language = bare, article, language
        return made

    def __format__(self, form: str) -> str:
        """The form that a placeholder asks for."""
        if form in {"", ON}:
            return str(self)
        if form == WITH_ARTICLE:
            return _joined(self.article, self.bare)
        return self.bare if form == BARE else self._behind(form)

    def _behind(self, preposition: str) -> str:
        """The name behind a preposition."""
        contracted = CONTRACTED.get(self.language, {}).get((preposition, self.article))
        if contracted:
            return f"{contracted} {self.bare}"
        if self.language == "fr" and preposition == "de" and not self.article and self.bare[:1] in VOWELS:
            return f"d’{self.bare}"
        return f"{preposition} {_joined(self.article, self.bare)}"


def _joined(article: str, name: str) -> str:
    if not article:
        return name
    return f"{article}{name}" if article.endswith("’") else f"{article} {name}"


def the_treaty(short: str, title: str, language: str) -> Named:
    """A treaty within a sentence: the Nassau Convention, the Traffic in Minors Convention, but UNTOC.

    The article is that of what the treaty is called. English puts it at the end, the others at the beginning of a
    title; there a short title that does not begin with it gives way to the title.
    """
    articles = OF_NOUN[language]
    noun = next((word for word in title.split() if word in articles), "")
    if language == "en":
        return _english(short, noun)
    article = articles.get(short.split(maxsplit=1)[0]) or articles.get(noun, "")
    known = short.isupper() or short.split(maxsplit=1)[0] in articles or not noun
    return Named(short if known else title, article, language)


def the_text(name: str, language: str) -> Named:
    """A text of a treaty within a sentence, with the article of its first word: the 1972 Protocol."""
    article = "the" if language == "en" else OF_NOUN[language].get(name.split(maxsplit=1)[0], "")
    return Named(name, article, language)


def named(name: str, language: str) -> Named:
    """A name alone; with the article of the treaty that it begins with, where a translation asks for that."""
    return Named(name, OF_NOUN[language].get(name.partition(" ")[0], ""), language, shown_bare=True)


def _english(short: str, noun: str) -> Named:
    if short.isupper() or not noun:
        return Named(short, "the" if " " in short else "", "en")
    return Named(short if short.endswith(tuple(OF_NOUN["en"])) else f"{short} {noun}", "the", "en")


SAME_SOUND: Mapping[str, Mapping[str, tuple[re.Pattern[str], Homonym]]] = {
    "es": {
        "{first} and {last}": (
            re.compile(r"h?[ií](?![aeouáéó])", re.IGNORECASE),
            Homonym("{first} and {last}", "before a word that begins with the sound of the Spanish and"),
        ),
        "{first} or {last}": (
            re.compile(r"h?[oó]|8", re.IGNORECASE),
            Homonym("{first} or {last}", "before a word that begins with the sound of the Spanish or"),
        ),
    }
}
"""Before which words a language joins with another word than else: Brasil e Italia, siete u ocho."""


def joint_before(joint: str, word: str, language: str) -> str:
    """The message that joins a list to its last word."""
    sound = SAME_SOUND.get(language, {}).get(joint)
    return sound[1] if sound and sound[0].match(word) else joint
