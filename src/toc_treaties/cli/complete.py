"""What the shell may complete: states, instruments and formats."""

from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from toc_treaties.cli.session import Session
    from toc_treaties.model.instrument import Names
    from toc_treaties.model.register import Register


def complete_states(incomplete: str) -> list[tuple[str, str]]:
    """States by their file's name, with the English name beside."""
    from toc_treaties.store.files import NoDataError, locate
    from toc_treaties.store.names import called
    from toc_treaties.store.opening import present_folder

    try:
        origin = locate(_chosen(), present_folder())
    except NoDataError:
        return []
    slugs = [slug for slug in origin.slugs if slug.startswith(incomplete.lower())]
    return [(slug, called(origin.read, slug).shown_as) for slug in slugs]


def complete_instruments(incomplete: str) -> list[tuple[str, str]]:
    """Instruments by id, with the short title beside."""
    instruments = _read(lambda session: session.register([])).instruments
    return _begun({id: instrument.short for id, instrument in instruments.items()}, incomplete)


def complete_state_then_instrument(context: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """States first; instruments once a word is there, and states that begin so still."""
    return complete_instruments(incomplete) if context.params.get("words") else complete_states(incomplete)


def complete_commitments(incomplete: str) -> list[tuple[str, str]]:
    """Commitments by id, with what they ask beside."""
    from toc_treaties.questions.commitments import catalogue_of

    register = _read(lambda session: session.register([], also=("catalogue", "bodies")))
    return _begun({id: commitment.text for id, commitment in catalogue_of(register).commitments.items()}, incomplete)


def complete_topics(incomplete: str) -> list[tuple[str, str]]:
    """Topics by id, with the name beside."""
    topics = _read(lambda session: session.alone("topics")).topics
    return _begun({id: topic.name for id, topic in topics.items()}, incomplete)


def complete_formats(incomplete: str) -> list[str]:
    """Formats by name."""
    from toc_treaties.writers import FORMATS

    return [name for name in FORMATS if name.startswith(incomplete)]


def _begun(names: "Mapping[str, Names]", incomplete: str) -> list[tuple[str, str]]:
    """The things whose id begins so, each with its English name beside."""
    return [(id, name.get("en", id)) for id, name in names.items() if id.startswith(incomplete.lower())]


def _read(read: "Callable[[Session], Register]") -> "Register":
    """What is read of the register; nothing where it cannot be read."""
    from toc_treaties.cli.faults import CommandError
    from toc_treaties.cli.session import Session
    from toc_treaties.model.register import Register

    try:
        return read(Session.open(_chosen()))
    except CommandError:
        return Register({}, {}, {}, {})


def _chosen() -> Path | None:
    import os

    named = os.environ.get("TOC_TREATIES_DATA")
    return Path(named) if named else None
