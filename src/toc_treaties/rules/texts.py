"""The texts family: what is translated stands in the files, and in every language."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from toc_treaties.model.problem import Problem, warning
from toc_treaties.model.register import Register
from toc_treaties.model.translation import OTHERS

FEW = 5
"""How many lost texts are said one by one."""


def text_of_nothing(register: Register, _today: date) -> Iterator[Problem]:
    """What is translated is a text that stands in the files: one that was changed there has lost its translations.

    Many at once are those of one file that lost a part, and are said once.
    """
    if not register.whole:
        return
    held = {text for part in register._replace(texts={}) for text in _texts(part)}
    lost = [translation for translation in register.texts.values() if translation.id not in held]
    more = f", nor {len(lost) - 1} other texts that are translated" if len(lost) > FEW else ""
    for translation in lost[: 1 if more else FEW]:
        message = f"no file of the register says this{more}"
        help_ = "write the English as it stands now, or remove the entry"
        if more:
            help_ = f"does the file that said them end too early? Else {help_}"
        yield warning("text-of-nothing", translation.place, message, help_, width=len(translation.id))


def text_untranslated(register: Register, _today: date) -> Iterator[Problem]:
    """What is translated is so in every other language."""
    for translation in register.texts.values():
        missing = [each for each in OTHERS if each not in translation.others]
        if missing:
            languages = " and ".join(language.name.capitalize() for language in missing)
            message, help_ = f"the text is not given in {languages}", f"add it: {', '.join(missing)}"
            yield Problem("text-untranslated", translation.place, message, help_, width=len(translation.id))


def _texts(value: Any) -> Iterator[str]:  # noqa: ANN401 - any value of the register
    """Every text within a value of the register."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | list):
        for part in value:
            yield from _texts(part)
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from _texts(part)


BESIDE = (text_untranslated,)
