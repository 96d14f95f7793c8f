"""What states have done at home, the agreements between them, and the meetings, as tables."""

from collections.abc import Iterator

from toc_treaties.model.agreement import Agreement
from toc_treaties.model.measure import Measure, MeasureKind, MeasureStatus, Shown
from toc_treaties.model.register import Register
from toc_treaties.model.state import State
from toc_treaties.model.vocabulary import CrimeScope, Force, Purpose
from toc_treaties.records.export_columns import (
    Columns,
    Entry,
    Row,
    Sheet,
    flag,
    in_languages,
    language_cells,
    names,
    needed,
    numbered,
    one_of,
    plain,
    sheet,
    text,
    when,
    when_cells,
)

DAYS = ("adopted", "published", "in_force", "held", "due", "until")
AGREED = ("signed", "approved", "in_force", "until", "seen")


def sheets(register: Register) -> Iterator[Sheet]:
    """The tables of measures, agreements and meetings, each after those that it names."""
    yield _topics(register)
    yield _topic_commitments(register)
    yield _measures(register)
    yield _measure_topics(register)
    yield _measure_commitments(register)
    yield _searches(register)
    agreements = list(register.agreements.values())
    yield _agreements(agreements)
    yield _purposes(agreements)
    yield _parties(agreements)
    yield _signatories(agreements)
    yield _replaced(agreements)
    yield _meetings(register)


def _topics(register: Register) -> Sheet:
    columns = (needed("topic"), in_languages("name"), text("articles"), flag("calls_for_law"))
    rows = (
        {"topic": each.id, **language_cells("name", each.name), **plain(each, "articles", "calls_for_law")}
        for each in register.topics.values()
    )
    return sheet("topics", "topic", columns, rows)


def _topic_commitments(register: Register) -> Sheet:
    columns = (names("topic", "topics"), names("commitment", "commitments"))
    rows: Iterator[Row] = (
        {"topic": each.id, "commitment": commitment}
        for each in register.topics.values()
        for commitment in dict.fromkeys(each.commitments)
    )
    return sheet("topic_commitments", "topic,commitment", columns, rows)


def _each_measure(register: Register) -> Iterator[tuple[State, str, Measure]]:
    for slug, state in register.states.items():
        if slug in register.measures:
            for key, measure in numbered(state.iso3, register.measures[slug].measures):
                yield state, key, measure


def _measures(register: Register) -> Sheet:
    columns: Columns = (
        needed("measure"), names("state", "states"), one_of("kind", MeasureKind), needed("title"),
        text("title_english"), text("number"), text("provision"), text("institution"), *map(when, DAYS),
        one_of("status", MeasureStatus), text("replaced_by"), one_of("shown", Shown, required=False),
        text("unconfirmed"), text("note"),
    )  # fmt: skip
    fields = (
        "kind", "title", "title_english", "number", "institution", "status", "replaced_by", "shown", "unconfirmed",
        "note",
    )  # fmt: skip
    entries: list[Entry] = []
    for state, key, measure in _each_measure(register):
        row: Row = {
            "measure": key,
            "state": state.iso3,
            "provision": measure.provision.get(""),
            **plain(measure, *fields),
        }
        for name in DAYS:
            row |= when_cells(name, getattr(measure, name))
        entries.append(Entry(row, measure))
    return sheet("measures", "measure", columns, entries)


def _measure_topics(register: Register) -> Sheet:
    columns = (names("measure", "measures"), names("topic", "topics"), text("provision"))
    rows: Iterator[Row] = (
        {"measure": key, "topic": topic, "provision": measure.provision.get(topic)}
        for _, key, measure in _each_measure(register)
        for topic in dict.fromkeys(measure.topics)
    )
    return sheet("measure_topics", "measure,topic", columns, rows)


def _measure_commitments(register: Register) -> Sheet:
    columns = (names("measure", "measures"), names("commitment", "commitments"))
    rows: Iterator[Row] = (
        {"measure": key, "commitment": commitment}
        for _, key, measure in _each_measure(register)
        for commitment in dict.fromkeys(measure.also)
    )
    return sheet("measure_commitments", "measure,commitment", columns, rows)


def _searches(register: Register) -> Sheet:
    columns = (
        needed("search"), names("state", "states"), names("topic", "topics"), one_of("kind", MeasureKind),
        when("date"), needed("where"), text("note"),
    )  # fmt: skip
    rows = (
        {
            "search": key,
            "state": state.iso3,
            **plain(search, "topic", "kind", "where", "note"),
            **when_cells("date", search.date),
        }
        for slug, state in register.states.items()
        if slug in register.measures
        for key, search in numbered(state.iso3, register.measures[slug].searched)
    )
    return sheet("searches", "search", columns, rows)


def _agreements(agreements: list[Agreement]) -> Sheet:
    columns: Columns = (
        needed("agreement"), needed("title"), text("short"), needed("kind"), one_of("force", Force, required=False),
        one_of("scope", CrimeScope, required=False), text("threshold"), text("articles"), *map(when, AGREED),
        text("requests_to"), text("unconfirmed"), text("note"),
    )  # fmt: skip
    fields = (
        "title", "short", "kind", "force", "scope", "threshold", "articles", "requests_to", "unconfirmed", "note",
    )  # fmt: skip
    entries: list[Entry] = []
    for each in agreements:
        row: Row = {"agreement": each.id, **plain(each, *fields)}
        for name in AGREED:
            row |= when_cells(name, getattr(each, name))
        entries.append(Entry(row, each))
    return sheet("agreements", "agreement", columns, entries)


def _purposes(agreements: list[Agreement]) -> Sheet:
    columns = (names("agreement", "agreements"), one_of("purpose", Purpose), flag("treaty_on"))
    rows: Iterator[Row] = (
        {"agreement": each.id, "purpose": str(purpose), "treaty_on": purpose in each.treaty_on}
        for each in agreements
        for purpose in dict.fromkeys((*each.purposes, *each.treaty_on))
    )
    return sheet("agreement_purposes", "agreement,purpose", columns, rows)


def _parties(agreements: list[Agreement]) -> Sheet:
    columns = (
        names("agreement", "agreements"), names("state", "states"), when("since"), flag("day_unknown"), text("note"),
    )  # fmt: skip
    entries = (
        Entry(
            {
                "agreement": each.id,
                **plain(party, "state", "note"),
                **when_cells("since", party.since),
                "day_unknown": party.unknown,
            },
            party,
        )
        for each in agreements
        for party in each.parties
    )
    return sheet("agreement_parties", "agreement,state", columns, entries)


def _signatories(agreements: list[Agreement]) -> Sheet:
    columns = (names("agreement", "agreements"), names("state", "states"))
    rows: Iterator[Row] = (
        {"agreement": each.id, "state": state} for each in agreements for state in dict.fromkeys(each.signatories)
    )
    return sheet("agreement_signatories", "agreement,state", columns, rows)


def _replaced(agreements: list[Agreement]) -> Sheet:
    columns = (
        needed("replacement"), names("agreement", "agreements"), names("state", "states"),
        names("other_state", "states"), names("by", "agreements"), when("since"), when("seen"),
    )  # fmt: skip
    rows: Iterator[Row] = (
        {
            "replacement": key,
            "agreement": each.id,
            "state": replaced.between[0],
            "other_state": replaced.between[-1],
            "by": replaced.by,
            **when_cells("since", replaced.since),
            **when_cells("seen", replaced.seen),
        }
        for each in agreements
        for key, replaced in numbered(each.id, each.replaced)
    )
    return sheet("agreement_replacements", "replacement", columns, rows)


def _meetings(register: Register) -> Sheet:
    columns = (
        needed("meeting"), in_languages("name"), when("begins"), when("ends"), text("series"), text("where"),
        text("unconfirmed"), text("note"),
    )  # fmt: skip
    entries = (
        Entry(
            {
                "meeting": each.id,
                **language_cells("name", each.name),
                **when_cells("begins", each.begins),
                **when_cells("ends", each.ends),
                **plain(each, "series", "where", "unconfirmed", "note"),
            },
            each,
        )
        for each in register.meetings.values()
    )
    return sheet("meetings", "meeting", columns, entries)
