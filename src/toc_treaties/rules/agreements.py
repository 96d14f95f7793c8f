"""The agreements family: who is bound, since when, and on what evidence; meetings in order."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from toc_treaties.model.register import Register
from toc_treaties.problem import Problem
from toc_treaties.words.dates import when


def agreement_without_parties(register: Register, _today: date) -> Iterator[Problem]:
    """An agreement is between at least two states of the register."""
    for one in register.agreements.values():
        codes = [*(party.state for party in one.parties), *one.signatories]
        bound = len(set(codes)) >= 2  # noqa: PLR2004 - two sides
        if not bound or len(set(codes)) < len(codes):
            message = f"{one.id} names {len(set(codes))} of its parties" + (
                "" if bound else ", and an agreement has two"
            )
            help_ = "name each party once; or say unconfirmed: why, and list the signatories"
            yield Problem("agreement-without-parties", one.place, message, help_, width=len(one.id))


def agreement_without_source(register: Register, _today: date) -> Iterator[Problem]:
    """An agreement names a source, of its own or with each party."""
    for one in register.agreements.values():
        if not one.sources and not (one.parties and all(party.sources for party in one.parties)):
            help_ = "add source: with an id of sources.yaml"
            yield Problem("agreement-without-source", one.place, f"{one.id} names no source", help_, width=len(one.id))


def agreement_dates(register: Register, _today: date) -> Iterator[Problem]:
    """An agreement enters into force after its signature, and ends after that."""
    for one in register.agreements.values():
        steps = (("signed", one.signed), ("in_force", one.in_force), ("until", one.until))
        dated = [(label, date) for label, date in steps if date is not None]
        for (earlier, first), (later, last) in pairwise(dated):
            if last.latest < first.earliest:
                message = f"{later} {when(last)} is before {earlier} {when(first)}"
                yield Problem("agreement-dates", one.place.of(later), message, "are the two dates exchanged?", width=10)


def unknown_agreement_source(register: Register, _today: date) -> Iterator[Problem]:
    """A source that an agreement or a meeting cites stands in `sources.yaml`."""
    from toc_treaties.rules.references import unknown_source_at

    cited = [(one.sources, one.place) for one in register.agreements.values()]
    cited += [(party.sources, party.place) for one in register.agreements.values() for party in one.parties]
    cited += [(meeting.sources, meeting.place) for meeting in register.meetings.values()]
    for ids, place in cited:
        for id in ids:
            if register.sources and id not in register.sources and id not in register.dropped:
                yield unknown_source_at(register, place.of("source"), id)


def unknown_party(register: Register, _today: date) -> Iterator[Problem]:
    """A party to an agreement is a state of the register."""
    if not register.whole:
        return
    known = {state.iso3 for state in register.states.values()}
    for one in register.agreements.values():
        named = [(party.state, party.place.of("state")) for party in one.parties]
        named += [(code, one.place.of("signatories")) for code in one.signatories]
        for code, place in named:
            if code not in known:
                message = f"no state of the register has the code {code}"
                yield Problem("unknown-state", place, message, "use the ISO 3166-1 alpha-3 code", width=len(code))


def meeting_order(register: Register, _today: date) -> Iterator[Problem]:
    """Meetings stand in the order of their dates, and end after they begin."""
    before = None
    for meeting in register.meetings.values():
        if meeting.ends is not None and meeting.ends.latest < meeting.begins.earliest:
            message = f"{meeting.id} ends {when(meeting.ends)}, before it begins"
            yield Problem("meeting-order", meeting.place.of("until"), message, "are the two dates exchanged?", width=10)
        if before is not None and meeting.begins.latest < before.begins.earliest:
            message = f"{meeting.id} began {when(meeting.begins)}, before {before.id} above it"
            yield Problem(
                "meeting-order", meeting.place, message, "put the earlier meeting first", width=len(meeting.id)
            )
        before = meeting
