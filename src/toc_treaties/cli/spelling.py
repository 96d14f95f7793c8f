"""What an argument means among the things that have a name: instruments, commitments, meetings, groups, words."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

from toc_treaties.cli.faults import AmbiguousError, CommandError, UnknownChoiceError
from toc_treaties.cli.session import tell_to_quote
from toc_treaties.model.names import A_CODE, Known, named, nearest, plain, resembling, slug_of, without_brackets

if TYPE_CHECKING:
    from toc_treaties.cli.session import Session
    from toc_treaties.model.commitment import Commitment
    from toc_treaties.model.instrument import Instrument
    from toc_treaties.model.measure import Topic
    from toc_treaties.model.meeting import Meeting
    from toc_treaties.model.register import Register

Found = TypeVar("Found")


def known_instruments(register: "Register") -> list[Known]:
    """What each instrument goes by: id, titles in four languages, references, paragraph, common names."""
    return [_known(id, _names(instrument)) for id, instrument in register.instruments.items()]


def _names(instrument: "Instrument") -> Iterator[str]:
    yield from (instrument.paragraph, instrument.column)
    yield from (*instrument.short.values(), *instrument.title.values(), *instrument.other_names)
    yield from (text for text in (instrument.reference, instrument.registration) if text)


def _known(id: str, names: Iterable[str]) -> Known:
    """A thing that is listed by its id, and goes by that and by other names."""
    return Known(id, (id, *names), id)


def instrument_named(register: "Register", argument: str) -> "Instrument":
    """The instrument that an argument names."""
    return register.instruments[_the_one("instrument", argument, known_instruments(register))]


def together(register: "Register", words: list[str], named: "Callable[[Register, str], Found]") -> "Found":
    """What some words of an argument name together; the user is told to quote a name of several words."""
    found = named(register, " ".join(words))
    if len(words) > 1:
        tell_to_quote(" ".join(words))
    return found


def state_and_rest(session: "Session", words: list[str]) -> tuple[str, list[str]]:
    """The state that the first words name, as many as are its name, and the words of the instrument."""
    if len(words) < 2:  # noqa: PLR2004 - a state and an instrument
        raise CommandError("name a state and an instrument")
    named = [count for count in range(len(words) - 1, 0, -1) if session.knows(" ".join(words[:count]))]
    count = named[0] if named else 1
    return session.find_one(words[:count]), words[count:]


def commitment_named(register: "Register", argument: str) -> "Commitment":
    """The commitment that an argument names: its id, or its paragraph, with or without its document."""
    from toc_treaties.questions.commitments import catalogue_of

    catalogue = catalogue_of(register)
    known = []
    for id, commitment in catalogue.commitments.items():
        document = catalogue.documents.get(commitment.document)
        paragraphs = {commitment.paragraph, without_brackets(commitment.paragraph)}
        shorts = tuple(document.short.values()) if document else ()
        titles = {commitment.document, *shorts, *map(without_brackets, shorts)}
        whole = (f"{title} {paragraph}" for title in titles for paragraph in paragraphs)
        known.append(_known(id, (*paragraphs, *whole)))
    return catalogue.commitments[_the_one("commitment", argument, known)]


def topic_named(topics: "Mapping[str, Topic]", argument: str) -> "Topic":
    """The topic that an argument names: its id, its name in any language, or another name of it."""
    known = [_known(id, (*topic.name.values(), *topic.other_names)) for id, topic in topics.items()]
    return topics[_the_one("topic", argument, known)]


A_SLIP = 0.8
"""So near is an id that is mistyped: ids are alike in their parts, and another year is another source."""


def source_named(register: "Register", argument: str) -> str:
    """The id of a source, as pages print it in brackets; an error lists the nearest."""
    id = bare(argument)
    known = [*register.sources, *(id for held in register.measures.values() for id in held.sources)]
    if id in known:
        return id
    begun = [each for each in known if each.startswith(f"{id}-") or (len(id) > A_CODE and f"-{id}" in f"-{each}")]
    near = begun[:3] or nearest(id, known, cutoff=A_SLIP)
    remedy = f"did you mean {' or '.join(near)}?" if near else "toc-treaties sources --list lists them all"
    raise CommandError(f"there is no source {argument!r}: {remedy}")


def slug_of_source(register: "Register", argument: str) -> str | None:
    """The state whose file of measures may hold a source that the register does not: its id begins with the code."""
    id = bare(argument)
    code = id.partition("-")[0].upper()
    found = (slug for slug, state in register.states.items() if state.iso3 == code)
    return next(found, None) if id not in register.sources else None


def bare(argument: str) -> str:
    """An id without the brackets in which pages print it."""
    return argument.strip("[], ").lower()


def meetings_named(meetings: "Mapping[str, Meeting]", argument: str) -> "list[Meeting]":
    """The meeting that an argument names, by its id or its name; or all of a series, in the order of their days."""
    known = [
        _known(id, (text for name in meeting.name.values() for text in _parts(name)))
        for id, meeting in meetings.items()
    ]
    found = [meetings[match.id] for match in named(argument, known)]
    series = plain(argument)
    return found or [meeting for meeting in meetings.values() if meeting.series and plain(meeting.series) == series]


def _parts(name: str) -> tuple[str, ...]:
    """A name, without what stands in brackets at its end, and that alone: RANDOT III."""
    return name, without_brackets(name), name.rpartition("(")[2].rstrip(")")


def word_named(what: str, argument: str, words: Iterable[str], printed: "dict[str, str]") -> str:
    """The word that an argument means, as the data or as pages write it."""
    known = [_known(word, (printed.get(word, word), *_initials(word))) for word in words]
    return _the_one(what, argument, known)


def _initials(word: str) -> tuple[str, ...]:
    """The initials of a word of three parts or more: mla."""
    parts = word.split("-")
    return ("".join(part[0] for part in parts),) if len(parts) > 2 else ()  # noqa: PLR2004 - two letters tell too little


def _begun(argument: str, known: Sequence[Known]) -> list[str]:
    """The one whose id alone begins with the words of an argument, where nothing else resembles it as much."""
    begun = [candidate for candidate in known if candidate.id.startswith(f"{slug_of(argument)}-")]
    return [begun[0].id] if len(begun) == 1 and resembling(argument, known) == begun else []


def _the_one(what: str, argument: str, known: Sequence[Known]) -> str:
    """The id of the one thing that an argument names; an error lists the candidates."""
    ids = [candidate.id for candidate in known]
    exact = [argument] if argument in ids else []
    found = exact or [candidate.id for candidate in named(argument, known)] or _begun(argument, known)
    if len(found) > 1:
        raise AmbiguousError(what, argument, found)
    if not found:
        near = [candidate.shown_as for candidate in resembling(argument, known)]
        raise UnknownChoiceError(what, argument, ids, near)
    return found[0]
