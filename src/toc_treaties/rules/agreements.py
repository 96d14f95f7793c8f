"""The agreements family: who is bound, since when, and on what evidence; meetings in order."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from toc_treaties.law.agreements import ARRANGEMENT
from toc_treaties.model.agreement import Agreement
from toc_treaties.model.place import Place
from toc_treaties.model.problem import Problem
from toc_treaties.model.register import Register
from toc_treaties.model.when import When
from toc_treaties.words.english import when
from toc_treaties.words.phrases import PURPOSE


def agreement_without_parties(register: Register, _today: date) -> Iterator[Problem]:
    """An agreement is between at least two states of the register."""
    for agreement in register.agreements.values():
        codes = [*(party.state for party in agreement.parties), *agreement.signatories]
        bound = len(set(codes)) >= 2  # noqa: PLR2004 - two sides
        if not bound or len(set(codes)) < len(codes):
            message = f"{agreement.id} names {len(set(codes))} of its parties" + (
                "" if bound else ", and an agreement has two"
            )
            help_ = "name each party once; or say unconfirmed: why, and list the signatories"
            yield Problem("agreement-without-parties", agreement.place, message, help_, width=len(agreement.id))


def agreement_without_source(register: Register, _today: date) -> Iterator[Problem]:
    """An agreement names a source, of its own or with each party."""
    for agreement in register.agreements.values():
        if not agreement.sources and not (agreement.parties and all(party.sources for party in agreement.parties)):
            help_ = "add source: with an id of sources.yaml"
            yield Problem(
                "agreement-without-source",
                agreement.place,
                f"{agreement.id} names no source",
                help_,
                width=len(agreement.id),
            )


def agreement_dates(register: Register, today: date) -> Iterator[Problem]:
    """An agreement is signed, approved and in force in that order, ends after that, and is listed in between."""
    for agreement in register.agreements.values():
        place, end = agreement.place, DatedAgreement("until", agreement.until, agreement.place)
        signed, in_force = (
            DatedAgreement("signed", agreement.signed, place),
            DatedAgreement("in_force", agreement.in_force, place),
        )
        approved, seen = (
            DatedAgreement("approved", agreement.approved, place),
            DatedAgreement("seen", agreement.seen, place),
        )
        steps = [(signed, approved), (signed, in_force), (approved, in_force), (signed, seen), (seen, end)]
        for party in agreement.parties:
            since = DatedAgreement("since", party.since, party.place)
            steps += [(in_force, since), (signed, since), (since, end)]
        for replaced in agreement.replaced:
            steps.append((signed, DatedAgreement("since", replaced.since, replaced.place)))
        yield from _out_of_order([*steps, (signed, end), (in_force, end)], today)


class DatedAgreement(NamedTuple):
    """A day that an entry names, under its key."""

    key: str
    date: When | None
    place: Place


def _out_of_order(steps: Iterable[tuple[DatedAgreement, DatedAgreement]], today: date) -> Iterator[Problem]:
    """The pairs of days of which the one that comes later is before the other; a day is complained of once."""
    told: list[DatedAgreement] = []
    for first, last in steps:
        if first.date is None or last.date is None or first in told or last in told:
            continue
        if last.date.latest < first.date.earliest <= today:
            told += [first, last]
            message = f"{last.key} {when(last.date)} is before {first.key} {when(first.date)}"
            place, width = last.place.of(last.key), len(last.date.text)
            yield Problem("agreement-dates", place, message, "are the two dates exchanged?", width=width)


def agreement_without_purpose(register: Register, _today: date) -> Iterator[Problem]:
    """An agreement serves a purpose, and is a treaty on nothing else."""
    for agreement in register.agreements.values():
        if not agreement.purposes:
            message = f"{agreement.id} names no purpose"
            yield Problem(
                "agreement-without-purpose", agreement.place.of("purposes"), message, "name each that it serves"
            )
        for on in agreement.treaty_on:
            if agreement.purposes and on not in agreement.purposes:
                message = f"{agreement.id} is a treaty on {PURPOSE[on]} and does not serve it"
                place, help_ = agreement.place.of("treaty_on"), f"add {on} to purposes, or leave it out of treaty_on"
                yield Problem("agreement-without-purpose", place, message, help_)


def bilateral_sides(register: Register, _today: date) -> Iterator[Problem]:
    """A bilateral agreement has two sides."""
    for agreement in register.agreements.values():
        codes = {*(party.state for party in agreement.parties), *agreement.signatories}
        if agreement.kind == "bilateral" and len(codes) > 2:  # noqa: PLR2004 - two sides
            message = f"{agreement.id} is bilateral and names {len(codes)} states"
            help_ = "leave out who is no side of it, or write kind: regional"
            yield Problem("bilateral-sides", agreement.place.of("kind"), message, help_, width=len(agreement.kind))


def agreement_twice(register: Register, _today: date) -> Iterator[Problem]:
    """Two states conclude one agreement of a purpose on a day; what stands under two ids is counted twice."""
    seen: dict[tuple[object, ...], Agreement] = {}
    for agreement in register.agreements.values():
        dated = agreement.signed or agreement.in_force
        codes = frozenset({*(party.state for party in agreement.parties), *agreement.signatories})
        if dated is None or dated.day is None:
            continue
        for purpose in agreement.purposes:
            first = seen.setdefault((agreement.kind, codes, dated.day, purpose), agreement)
            if first is not agreement:
                message = f"{agreement.id} is between the same states, of the same day and purpose as {first.id}"
                help_ = f"line {first.place.line} has it already: remove one, or mend what differs"
                yield Problem("agreement-twice", agreement.place, message, help_, width=len(agreement.id))
                break


def approved_in_force(register: Register, _today: date) -> Iterator[Problem]:
    """An approval stands where no entry into force was seen; beside one it says nothing, and belongs in the note."""
    for agreement in register.agreements.values():
        shown = "in_force" if agreement.in_force else "seen" if agreement.seen else None
        if agreement.approved is not None and shown is not None:
            message = f"{agreement.id} is approved, which means that no entry into force was seen, and has {shown}"
            help_ = f"remove approved, or {shown} where no source shows it"
            place, width = agreement.place.of("approved"), len(agreement.approved.text)
            yield Problem("approved-in-force", place, message, help_, width=width)


def arrangement_direction(register: Register, _today: date) -> Iterator[Problem]:
    """An arrangement under national law says whose law it is, among its parties; it is a treaty on nothing."""
    for agreement in register.agreements.values():
        named = {party.state for party in agreement.parties}
        if agreement.kind != ARRANGEMENT:
            if agreement.requests_to:
                message = f"{agreement.id} is a treaty, which serves in both directions, and has requests_to"
                help_ = "remove requests_to, or write kind: arrangement"
                yield Problem("arrangement-direction", agreement.place.of("requests_to"), message, help_)
        elif not agreement.requests_to:
            message = f"{agreement.id} is an arrangement under national law and does not say whose"
            help_ = "add requests_to: with the states whose law lets them grant a request"
            yield Problem(
                "arrangement-direction", agreement.place.of("kind"), message, help_, width=len(agreement.kind)
            )
        elif agreement.treaty_on or agreement.force:
            key = "treaty_on" if agreement.treaty_on else "force"
            message, help_ = (
                f"{agreement.id} is an arrangement under national law, no treaty, and has {key}",
                f"remove {key}",
            )
            yield Problem("arrangement-direction", agreement.place.of(key), message, help_)
        for code in agreement.requests_to:
            if agreement.kind == ARRANGEMENT and code not in named:
                message, help_ = (
                    f"{agreement.id} serves requests to {code}, which is not among its parties",
                    "add it there",
                )
                yield Problem("arrangement-direction", agreement.place.of("requests_to"), message, help_)


def unread_articles(register: Register, _today: date) -> Iterator[Problem]:
    """Articles and a threshold were read, and then the offences that the agreement reaches are known too."""
    for agreement in register.agreements.values():
        read = "threshold" if agreement.threshold else "articles" if agreement.articles else None
        if agreement.scope is None and read is not None:
            message = f"{agreement.id} has {read} and no scope, which means that its articles were not seen"
            help_ = f"add scope: with the offences that it reaches, or remove {read}"
            yield Problem("unread-articles", agreement.place.of(read), message, help_)


def wrong_replacement(register: Register, _today: date) -> Iterator[Problem]:
    """What took an agreement's place between two of its parties is an agreement of both, from its own first day."""
    for agreement in register.agreements.values():
        named = {party.state for party in agreement.parties} | set(agreement.signatories)
        for replaced in agreement.replaced:
            pair, by = set(replaced.between), register.agreements.get(replaced.by)
            if len(replaced.between) != 2 or len(pair) < 2 or not pair <= named:  # noqa: PLR2004 - two sides
                message = f"{', '.join(replaced.between) or 'nobody'}: not two states that {agreement.id} names"
                help_ = "name the two of its parties between whom it no longer applies"
                yield Problem("wrong-replacement", replaced.place.of("between"), message, help_)
            elif by is None and replaced.by in register.dropped:
                continue
            elif by is None or by is agreement:
                message = f"no other agreement has the id {replaced.by}"
                place, help_ = replaced.place.of("by"), "write the id under which it stands in this file"
                absent = f"agreements.yaml {replaced.by}"
                yield Problem("wrong-replacement", place, message, help_, width=len(replaced.by), absent=absent)
            elif not pair <= {party.state for party in by.parties} | set(by.signatories):
                message, place = f"{by.id} is not between {' and '.join(replaced.between)}", replaced.place.of("by")
                help_ = "name the agreement that took its place between the two"
                yield Problem("wrong-replacement", place, message, help_, width=len(by.id))
            elif by.in_force is not None and replaced.since != by.in_force:
                message = f"{by.id} is in force since {when(by.in_force)}, and takes its place from another day"
                place, help_ = replaced.place.of("since"), f"write since: {by.in_force.text}"
                yield Problem("wrong-replacement", place, message, help_)


def unknown_agreement_source(register: Register, _today: date) -> Iterator[Problem]:
    """A source that an agreement or a meeting cites stands in `sources.yaml`."""
    from toc_treaties.rules.references import unknown_source_at

    cited = [(agreement.sources, agreement.place) for agreement in register.agreements.values()]
    cited += [(party.sources, party.place) for agreement in register.agreements.values() for party in agreement.parties]
    cited += [(meeting.sources, meeting.place) for meeting in register.meetings.values()]
    for ids, place in cited:
        for id in ids:
            if register.sources and id not in register.sources and id not in register.dropped:
                yield unknown_source_at(register, place.of("source"), id)


def unknown_party(register: Register, _today: date) -> Iterator[Problem]:
    """A party to an agreement is a state of the register."""
    if not (register.codes or register.whole):
        return
    known = register.known_codes
    for agreement in register.agreements.values():
        named = [(party.state, party.place.of("state")) for party in agreement.parties]
        named += [(code, agreement.place.of("signatories")) for code in agreement.signatories]
        for code, place in named:
            if code not in known:
                message = f"no state of the register has the code {code}"
                yield Problem("unknown-state", place, message, "use the ISO 3166-1 alpha-3 code", width=len(code))


def meeting_order(register: Register, today: date) -> Iterator[Problem]:
    """Meetings stand in the order of their dates, and end after they begin."""
    before = None
    for meeting in register.meetings.values():
        if meeting.ends is not None and meeting.ends.latest < meeting.begins.earliest:
            message = f"{meeting.id} ends {when(meeting.ends)}, before it begins"
            yield Problem("meeting-order", meeting.place.of("until"), message, "are the two dates exchanged?", width=10)
        if before is not None and meeting.begins.latest < before.begins.earliest <= today:
            message = f"{meeting.id} began {when(meeting.begins)}, before {before.id} above it"
            yield Problem(
                "meeting-order", meeting.place, message, "put the earlier meeting first", width=len(meeting.id)
            )
        before = meeting


BESIDE = (
    agreement_without_parties,
    agreement_without_source,
    agreement_dates,
    agreement_without_purpose,
    bilateral_sides,
    agreement_twice,
    approved_in_force,
    arrangement_direction,
    unread_articles,
    wrong_replacement,
    meeting_order,
    unknown_agreement_source,
)
