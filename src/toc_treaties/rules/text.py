"""The text family: names stand in all four languages."""

from collections.abc import Iterator, Mapping
from datetime import date

from toc_treaties.model.place import Place
from toc_treaties.model.register import Register
from toc_treaties.problem import Problem
from toc_treaties.rules.cells import Cases

LANGUAGES = {"en": "English", "es": "Spanish", "pt": "Portuguese", "fr": "French"}


def name_untranslated(cases: Cases, _today: date) -> Iterator[Problem]:
    """A state's name stands in English, Spanish, Portuguese and French."""
    yield from _missing(cases.state.name, cases.state.place.of("name"), "the name")


def title_untranslated(register: Register, _today: date) -> Iterator[Problem]:
    """An instrument's and a depositary's names stand in the four languages."""
    for instrument in register.instruments.values():
        yield from _missing(instrument.title, instrument.place.of("title"), "the title")
        yield from _missing(instrument.short, instrument.place.of("short"), "the short title")
    for depositary in register.depositaries.values():
        yield from _missing(depositary.name, depositary.place.of("name"), "the name")
        yield from _missing(depositary.short, depositary.place.of("short"), "the short name")


def _missing(names: Mapping[str, str], place: Place, what: str) -> Iterator[Problem]:
    missing = [language for code, language in LANGUAGES.items() if code not in names]
    if missing:
        help_ = f"add it: {', '.join(code for code in LANGUAGES if code not in names)}"
        yield Problem("name-untranslated", place, f"{what} is not given in {' and '.join(missing)}", help_)
