"""The field's words: the glossary as it is kept, what is wrong with it, its page, and what a message makes of it."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from toc_treaties.model.glossary import OURS, Form, Glossary, Term
from toc_treaties.store.glossary import glossary, read

__all__ = ["LANGUAGES", "OURS", "faults", "glossary", "page", "read", "terms_broken"]
LANGUAGES = {"es": "Spanish", "pt": "Portuguese (Brazil)", "fr": "French"}
INTRODUCTION = """\
# Glossary

The field's own words in the languages of the Organization of American States: **one term, one translation**. The
catalogues of the pages are checked against this list: where an English message holds a term, its translation holds the
form that stands here.

A number leads to the official text in which that form was seen; *ours* marks a form for which none was seen yet.
{seen} of {all} forms have a text. *f.*, *m.* and *pl.* are gender and number. Whoever finds an official text for a form
of ours, or a better one, changes `src/toc_treaties/words/glossary.yaml`, from which this page is made.
"""
GENDERS = {"f", "m", "m/f", "f pl", "m pl"}


def faults(kept: Glossary) -> list[str]:
    """What is wrong with a glossary: order, languages, sources, one word for two things without a reason."""
    return [*_disorder(kept), *_gaps(kept), *_twice(kept)]


def _disorder(kept: Glossary) -> Iterator[str]:
    for what, names in (("term", [term.english for term in kept.terms]), ("source", [*kept.sources])):
        for first, second in zip(names, sorted(names, key=str.casefold), strict=True):
            if first != second:
                yield f"{what} out of order: {first}"
                break


def _gaps(kept: Glossary) -> Iterator[str]:
    cited = {form.source for term in kept.terms for form in term.forms.values()}
    for term in kept.terms:
        for language in LANGUAGES:
            form = term.forms.get(language)
            if form is None or not form.form.strip():
                yield f"{term.english}: no {language}"
            elif form.source != OURS and form.source not in kept.sources:
                yield f"{term.english}: no such source: {form.source}"
            elif form.source != OURS and not form.source.endswith(f"-{language}"):
                yield f"{term.english}: {form.source} is no source of {language}"
            elif form.gender and form.gender not in GENDERS:
                yield f"{term.english}: no such gender: {form.gender}"
    for name, source in kept.sources.items():
        if name not in cited:
            yield f"{name}: nothing rests on it"
        yield from (f"{name}: no {field}" for field in ("title", "publisher", "url", "seen") if not source.get(field))


def _twice(kept: Glossary) -> Iterator[str]:
    for language in LANGUAGES:
        said: dict[str, Term] = {}
        for term in kept.terms:
            form = term.forms[language].form.casefold() if language in term.forms else term.english
            other = said.setdefault(form, term)
            if other is not term and not (other.reason or term.reason):
                yield f"{term.english} and {other.english} are both {form} in {language}, without a reason"


PLURALS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "en": (("is", "(?:is|es)"), ("y", "(?:y|ies)"), ("s", "s(?:es)?"), ("", "s?")),
    "es": (
        ("ión", "i(?:ón|ones)"),
        ("o", "(?:o|a|os|as)"),
        ("a", "(?:o|a|os|as)"),
        ("e", "es?"),
        ("s", "s"),
        ("", "(?:es)?"),
    ),
    "pt": (
        ("ão", "(?:ão|ões|ãos)"),
        ("o", "(?:o|a|os|as)"),
        ("a", "(?:o|a|os|as)"),
        ("al", "(?:al|ais)"),
        ("el", "(?:el|eis)"),
        ("r", "r(?:es)?"),
        ("s", "s"),
        ("", "s?"),
    ),
    "fr": (
        ("al", "(?:al|aux|ales?)"),
        ("f", "(?:f|fs|ves?)"),
        ("s", "s(?:es?)?"),
        ("", "e?s?"),
    ),
}
"""How the end of a word becomes plural, or takes the other gender: the first that fits."""
SHORT = 3
"""Up to so many letters a word of a term is an article or a preposition, and stays as it is."""
PLACEHOLDER = re.compile(r"\{(\w*)(?:[:!][^}]*)?\}")
COMMAND = re.compile(r"toc-treaties(?: [a-z][\w-]*)+|--[\w-]+")
"""What is typed is the same in every language."""


def terms_broken(message: str, translation: str, language: str, *, kept: Glossary | None = None) -> list[str]:
    """The terms of an English message that its translation does not say with the word of the glossary.

    The longest term is looked for first, and what it covers is not looked at again; whole words, also in the plural.
    """
    text, said = _plain(message), _plain(translation)
    broken = []
    for term in _looked_for() if kept is None else _longest_first(kept.terms):
        pattern = _of_english(term.english, term.also)
        if not pattern.search(text):
            continue
        text = pattern.sub("|", text)
        form = term.forms[language]
        if not _of_language(form, language).search(said):
            broken.append(f"{term.english}: {form.form}")
    return sorted(broken)


@cache
def _looked_for() -> list[Term]:
    """The terms of the package that are looked for, in their order."""
    return _longest_first(glossary().terms)


def _longest_first(terms: Iterable[Term]) -> list[Term]:
    """The terms that are looked for, those of more words before those within them."""
    return sorted((term for term in terms if term.checked), key=lambda term: (-_length(term), term.english))


def _length(term: Term) -> int:
    return max(len(each) for each in (term.english, *term.also))


@cache
def _of_english(english: str, also: tuple[str, ...]) -> re.Pattern[str]:
    return _whole(_words(english, "en"), *(_words(each, "en") for each in also))


@cache
def _of_language(form: Form, language: str) -> re.Pattern[str]:
    return _whole(_words(form.form, language), *(_words(each, language) for each in form.also))


def _whole(*patterns: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w<])(?:{'|'.join(patterns)})(?![\w>])")


def _words(form: str, language: str) -> str:
    """A form as a pattern: each of its words may be plural, * is any ending, an elided article stays."""
    return " ".join(_word(word, language) for word in _plain(form).split())


def _word(word: str, language: str) -> str:
    if word.endswith("*"):
        return rf"{re.escape(word[:-1])}\w*"
    elided, apostrophe, rest = word.rpartition("'")
    if len(rest) <= SHORT or rest.startswith("<"):
        return re.escape(word)
    end, becomes = next(pair for pair in PLURALS[language] if rest.endswith(pair[0]))
    return re.escape(elided + apostrophe + rest[: len(rest) - len(end)]) + becomes


def _plain(text: str) -> str:
    """A text for comparison: placeholders as marks, no command, one kind of blank and of apostrophe, small letters."""
    marked = COMMAND.sub(" ", PLACEHOLDER.sub(r"<\1>", unicodedata.normalize("NFC", text)))
    return re.sub(r"\s+", " ", marked.replace("’", "'").replace("\u00ad", "")).casefold().strip()


def page() -> str:
    """The page of the glossary: the terms with what they are in each language, the notes, the texts."""
    kept = glossary()
    number = {name: place for place, name in enumerate(kept.sources, 1)}
    forms = [form for term in kept.terms for form in term.forms.values()]
    introduction = INTRODUCTION.format(seen=sum(form.source != OURS for form in forms), all=len(forms))
    rows = [
        f"| {' | '.join((term.english, *(_cell(term.forms[language], number) for language in LANGUAGES)))} |"
        for term in kept.terms
    ]
    table = "\n".join((f"| English | {' | '.join(LANGUAGES.values())} |", f"| {'--- | ' * 3}--- |", *rows))
    notes = "\n".join(f"- **{term.english}**: {_note(term)}" for term in kept.terms if term.note or term.reason)
    texts = "\n".join(_text(name, source, number[name]) for name, source in kept.sources.items())
    return f"{introduction}\n## Terms\n\n{table}\n\n## Notes\n\n{notes}\n\n## Texts\n\n{texts}\n"


def _cell(form: Form, number: Mapping[str, int]) -> str:
    gender = f" *{form.gender.replace(' ', '. ').replace('/', './')}.*" if form.gender else ""
    where = f"[{number[form.source]}](#text-{number[form.source]})" if form.source != OURS else "*ours*"
    return f"{form.form}{gender} {where}"


def _note(term: Term) -> str:
    return "; ".join(text for text in (term.note, term.reason) if text) + "."


def _text(name: str, source: Mapping[str, str], place: int) -> str:
    language = LANGUAGES[name.rpartition("-")[2]]
    return (
        f'<a id="text-{place}"></a>\n'
        f"{place}. {source['title']}. {source['publisher']}. {language}. <{source['url']}>, seen {source['seen']}."
    )
