"""What follows from the records, as spans: standings, how certain they are, memberships and limits of participation."""

from collections.abc import Iterator

from toc_treaties.document.dataset import Column
from toc_treaties.law.gap import Part, part_of
from toc_treaties.law.membership import membership_spans
from toc_treaties.law.outcome import StandingKind
from toc_treaties.model.register import Register
from toc_treaties.model.source import Basis
from toc_treaties.model.vocabulary import MembershipStatus, ParticipationStatus
from toc_treaties.questions.standing_spans import StandingSpan, StandingSpans
from toc_treaties.records import word
from toc_treaties.records.export_columns import (
    Entry,
    Row,
    Sheet,
    day,
    flag,
    names,
    needed,
    numbered,
    one_of,
    plain,
    sheet,
    text,
    when_cells,
)

OF_SPAN = (
    names("state", "states"), names("instrument", "instruments"), one_of("standing", StandingKind),
    day("from", required=True), day("until"),
)  # fmt: skip


def sheets(register: Register, spans: StandingSpans) -> Iterator[Sheet]:
    """The tables of spans, each after those that it names."""
    yield sheet("standings", "state,instrument,from", (*OF_SPAN, flag("in_doubt")), map(_standing, spans.named))
    columns = (
        *OF_SPAN, Column("part", required=True, words=tuple(str(word(part)) for part in Part)),
        one_of("between_least", StandingKind, required=False), one_of("between_most", StandingKind, required=False),
        flag("day_unconfirmed"), one_of("evidence", Basis),
    )  # fmt: skip
    yield sheet("standing_certainty", "state,instrument,from", columns, map(_certainty, spans.certain))
    yield _memberships(register)
    yield _participation(register)
    yield _readings(register)


def _span(span: StandingSpan) -> Row:
    return {
        "state": span.state.iso3,
        "instrument": span.instrument.id,
        "standing": str(span.standing.name),
        "from": span.begin,
        "until": span.until,
    }


def _standing(span: StandingSpan) -> Row:
    return {**_span(span), "in_doubt": span.standing.eligibility is not None}


def _certainty(span: StandingSpan) -> Row:
    least, most = map(str, span.standing.between) if span.standing.between else (None, None)
    return {
        **_span(span),
        "part": word(part_of(span.standing)),
        "between_least": least,
        "between_most": most,
        "day_unconfirmed": span.standing.day_marked,
        "evidence": str(span.standing.evidence.basis),
    }


def _memberships(register: Register) -> Sheet:
    columns = (
        needed("membership"), names("state", "states"), needed("organization"), one_of("status", MembershipStatus),
        day("from"), day("until"), day("from_earliest"), day("until_latest"), text("unconfirmed"), text("note"),
    )  # fmt: skip
    entries = (
        Entry(
            {
                "membership": key,
                "state": state.iso3,
                "organization": organization,
                **plain(span.period, "status", "unconfirmed", "note"),
                "from": span.begin,
                "until": span.end,
                "from_earliest": when_cells("from", span.period.since)["from_earliest"],
                "until_latest": when_cells("until", span.period.until)["until_latest"],
            },
            span.period,
        )
        for state in register.states.values()
        for organization in state.memberships
        for key, span in numbered(f"{state.iso3}/{organization}", membership_spans(state, organization))
    )
    return sheet("memberships", "membership", columns, entries)


def _participation(register: Register) -> Sheet:
    columns = (
        needed("participation"), names("state", "states"), one_of("status", ParticipationStatus),
        day("from"), day("until"), text("unconfirmed"), text("note"),
    )  # fmt: skip
    entries = (
        Entry(
            {
                "participation": key,
                "state": state.iso3,
                **plain(limit, "status", "unconfirmed", "note"),
                "from": when_cells("from", limit.since)["from_earliest"],
                "until": when_cells("until", limit.until)["until_latest"],
            },
            limit,
        )
        for state in register.states.values()
        for key, limit in numbered(state.iso3, state.participation)
    )
    return sheet("participation", "participation", columns, entries)


def _readings(register: Register) -> Sheet:
    columns = (needed("reading"), names("participation", "participation"), needed("says"))
    entries = (
        Entry({"reading": key, "participation": limit, "says": reading.says}, reading)
        for state in register.states.values()
        for limit, participation in numbered(state.iso3, state.participation)
        for key, reading in numbered(limit, participation.readings)
    )
    return sheet("participation_readings", "reading", columns, entries)
