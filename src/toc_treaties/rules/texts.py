"""The texts family: what is translated stands in the files, and in every language."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from toc_treaties.model.place import Place
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
    unheld = {*register.texts}.difference(_texts([register._replace(texts={})]))
    lost = [translation for translation in register.texts.values() if translation.id in unheld]
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


def _texts(parts: Iterable[Any]) -> Iterator[str]:
    """Every text within some values of the register; where a record stands is no part of what it says."""
    left = [*parts]
    while left:
        value = left.pop()
        for part in value.values() if isinstance(value, dict) else value:
            if isinstance(part, str):
                yield part
            elif isinstance(part, (tuple, list, dict)) and type(part) is not Place:
                left.append(part)


BESIDE = (text_untranslated,)
