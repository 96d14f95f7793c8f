"""The text family: names stand in all four languages."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from toc_treaties.model.instrument import Instrument
from toc_treaties.model.names import spellings
from toc_treaties.model.place import Place
from toc_treaties.model.problem import Problem
from toc_treaties.model.register import Register
from toc_treaties.model.state import State
from toc_treaties.model.vocabulary import Language
from toc_treaties.rules.state_file import StateFile

STATES: dict[str, Callable[[State], Iterable[str]]] = {
    "name": lambda one: one.name.values(),
    "official_name": lambda one: one.official_name.values(),
    "style": lambda one: [one.style] if one.style else [],
    "other_names": lambda one: one.other_names,
}
INSTRUMENTS: dict[str, Callable[[Instrument], Iterable[str]]] = {
    "short": lambda one: one.short.values(),
    "title": lambda one: one.title.values(),
    "reference": lambda one: [one.reference] if one.reference else [],
    "paragraph": lambda one: [one.paragraph],
    "column": lambda one: [one.column],
}
"""The names that only one state, or one instrument, may have, by the field that holds them."""


def name_untranslated(cases: StateFile, _today: date) -> Iterator[Problem]:
    """A state's name stands in English, Spanish, Portuguese and French."""
    yield from missing_languages(cases.state.name, cases.state.place.of("name"), "the name")
    if len(cases.state.official_name) > 1:
        yield from missing_languages(
            cases.state.official_name, cases.state.place.of("official_name"), "the official name"
        )


def title_untranslated(register: Register, _today: date) -> Iterator[Problem]:
    """Whatever has a name, a title or a text for readers, beside the states, has it in the four languages."""
    catalogue = register.catalogue
    documents = catalogue.documents.values() if catalogue else ()
    commitments = catalogue.commitments.values() if catalogue else ()
    named: list[tuple[Iterable[Any], str, str]] = [
        (register.instruments.values(), "title", "the title"),
        (register.instruments.values(), "short", "the short title"),
        (
            [path for instrument in register.instruments.values() for path in instrument.paths.values()],
            "name",
            "the name",
        ),
        (register.depositaries.values(), "name", "the name"),
        (register.depositaries.values(), "short", "the short name"),
        (register.meetings.values(), "name", "the name"),
        (register.bodies.values(), "name", "the name"),
        (documents, "title", "the title"),
        (documents, "short", "the short title"),
        (commitments, "text", "the text"),
    ]
    for records, field, what in named:
        for record in records:
            yield from missing_languages(getattr(record, field), record.place.of(field), what)


def missing_languages(names: Mapping[str, str], place: Place, what: str) -> Iterator[Problem]:
    """The languages in which a name is not given."""
    missing = [language for language in Language if language not in names]
    if missing:
        help_ = f"add it: {', '.join(missing)}"
        languages = " and ".join(language.name.capitalize() for language in missing)
        yield Problem("name-untranslated", place, f"{what} is not given in {languages}", help_)


def shared_name(register: Register, _today: date) -> Iterator[Problem]:
    """No two states, and no two instruments by title or reference, go by one name, however it is written."""
    codes = {spelling: state.called for state in register.states.values() for spelling in spellings(state.iso3)}
    yield from shared(
        codes,
        [
            (state.called, state.place.of(field), name)
            for field, names_of in STATES.items()
            for state in register.states.values()
            for name in names_of(state)
        ],
    )
    yield from shared(
        {},
        [
            (instrument.called, instrument.place.of(field), name)
            for field, names_of in INSTRUMENTS.items()
            for instrument in register.instruments.values()
            for name in names_of(instrument)
        ],
    )


def shared(owners: dict[object, str], named: list[tuple[str, Place, str]]) -> Iterator[Problem]:
    """The names that a later of two things shares with an earlier one."""
    for owner, place, name in named:
        found = spellings(name)
        if owners.keys().isdisjoint(found):
            owners.update(dict.fromkeys(found, owner))
            continue
        other = next((owners[spelling] for spelling in found if owners.get(spelling, owner) != owner), None)
        if other is not None:
            help_ = f"keep it at {other} or at {owner}"
            yield Problem("shared-name", place, f"{name} is a name of {other} too", help_, width=len(name))
        owners.update((spelling, owner) for spelling in found if spelling not in owners)
