"""Which language a page is in: the one asked for, else that of the system, else English."""

import os

from toc_treaties.cli.faults import CommandError, UnknownChoiceError
from toc_treaties.model.vocabulary import Language
from toc_treaties.words.language import NotCompiledError, Words, spoken

OF_SYSTEM = ("LC_ALL", "LC_MESSAGES", "LANG")
"""What names the language of the system, the strongest first."""
ON_WINDOWS = os.name == "nt"


def language_asked(asked: str | None) -> Words:
    """The words of the language asked for, with or without its land: pt, pt-BR; of the system's where none is."""
    code = _code(asked) if asked else _of_system()
    if asked and code not in list(Language):
        raise UnknownChoiceError("language", asked, Language)
    try:
        return spoken(code)
    except NotCompiledError as error:
        if asked:
            raise CommandError(str(error)) from None
        return spoken(Language.ENGLISH)


def _code(name: str) -> str:
    """The code of a language, without the land and the letters behind it."""
    return name.strip().lower().replace("_", "-").partition("-")[0].partition(".")[0]


def _of_system() -> str:
    """The system's language, where pages speak it; else English."""
    named = next((value for name in OF_SYSTEM if (value := os.environ.get(name))), "")
    if not named and ON_WINDOWS:
        named = _of_windows()
    return code if (code := _code(named)) in list(Language) else Language.ENGLISH


def _of_windows() -> str:
    """The language in which Windows speaks to its user, which no variable names there."""
    import ctypes
    from locale import windows_locale

    windows = getattr(ctypes, "windll", None)
    return windows_locale.get(windows.kernel32.GetUserDefaultUILanguage(), "") if windows else ""
