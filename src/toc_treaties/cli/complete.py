"""What the shell may complete: states, instruments and formats."""

from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from toc_treaties.model.register import Register


def complete_states(incomplete: str) -> list[tuple[str, str]]:
    """States by their file's name, with the English name beside."""
    from toc_treaties.store.files import NoDataError, locate
    from toc_treaties.store.names import called

    try:
        origin = locate(_chosen(), Path.cwd())
    except NoDataError:
        return []
    slugs = [slug for slug in origin.slugs if slug.startswith(incomplete.lower())]
    return [(slug, called(origin.read, slug).shown_as) for slug in slugs]


def complete_instruments(incomplete: str) -> list[tuple[str, str]]:
    """Instruments by id, with the short title beside."""
    titles = {id: instrument.short for id, instrument in _register().instruments.items()}
    return [(id, title.get("en", id)) for id, title in titles.items() if id.startswith(incomplete.lower())]


def complete_state_then_instrument(context: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """States first; instruments once a word is there, and states that begin so still."""
    return complete_instruments(incomplete) if context.params.get("words") else complete_states(incomplete)


def complete_commitments(incomplete: str) -> list[tuple[str, str]]:
    """Commitments by id, with what they ask beside."""
    from toc_treaties.questions.commitments import catalogue_of

    known = catalogue_of(_register("catalogue", "bodies")).commitments
    texts = {id: commitment.text for id, commitment in known.items()}
    return [(id, text.get("en", id)) for id, text in texts.items() if id.startswith(incomplete.lower())]


def complete_topics(incomplete: str) -> list[tuple[str, str]]:
    """Topics by id, with the name beside."""
    from toc_treaties.cli.faults import CommandError
    from toc_treaties.cli.session import Session

    try:
        topics = Session.open(_chosen()).alone("topics").topics
    except CommandError:
        return []
    return [(id, one.name.get("en", id)) for id, one in topics.items() if id.startswith(incomplete.lower())]


def complete_formats(incomplete: str) -> list[str]:
    """Formats by name."""
    from toc_treaties.writers import FORMATS

    return [name for name in FORMATS if name.startswith(incomplete)]


def _register(*more: str) -> "Register":
    """The register without states; an empty one where it cannot be read."""
    from toc_treaties.cli.faults import CommandError
    from toc_treaties.cli.session import Session
    from toc_treaties.model.register import Register

    try:
        return Session.open(_chosen()).register([], also=more)
    except CommandError:
        return Register({}, {}, {}, {})


def _chosen() -> Path | None:
    import os

    named = os.environ.get("TOC_TREATIES_DATA")
    return Path(named) if named else None
