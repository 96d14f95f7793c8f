"""What is recorded of the states and the instruments, as tables: acts, absences, statements, designations."""

from collections.abc import Iterator

from toc_treaties.law.dossier import dossier
from toc_treaties.law.evidence import basis_of
from toc_treaties.model.action import Action, Cell, Kind, StatementKind
from toc_treaties.model.instrument import Instrument, Tier
from toc_treaties.model.register import Register
from toc_treaties.model.source import Basis
from toc_treaties.model.state import State
from toc_treaties.model.vocabulary import InstitutionRole, StatementEffect, Subregion
from toc_treaties.records.export_columns import (
    Entry,
    Row,
    Sheet,
    day,
    flag,
    in_languages,
    language_cells,
    names,
    needed,
    number,
    numbered,
    one_of,
    plain,
    sheet,
    text,
    when,
    when_cells,
)

Cells = list[tuple[State, Instrument, Cell]]
OF_CELL = (names("state", "states"), names("instrument", "instruments"))


def sheets(register: Register) -> Iterator[Sheet]:
    """The tables of what depositaries keep, each after those that it names."""
    cells = [
        (state, instrument, dossier(register, state, instrument).cell)
        for state in register.states.values()
        for instrument in register.instruments.values()
    ]
    yield _depositaries(register)
    yield _states(register)
    yield _instruments(register)
    yield _actions(register, cells)
    yield _routes(cells)
    yield _statements(register, cells)
    yield _absences(cells)
    yield _invitations(cells)
    yield _designations(register)
    yield _conditions(register)


def _depositaries(register: Register) -> Sheet:
    columns = (needed("depositary"), in_languages("name"), in_languages("short"), text("site"))
    rows = (
        {
            "depositary": each.id,
            **language_cells("name", each.name),
            **language_cells("short", each.short),
            "site": each.site,
        }
        for each in register.depositaries.values()
    )
    return sheet("depositaries", "depositary", columns, rows)


def _states(register: Register) -> Sheet:
    columns = (
        needed("state"), needed("iso2"), needed("file"), in_languages("name"), in_languages("official_name"),
        one_of("subregion", Subregion), day("independence"), number("tile_row"), number("tile_column"),
    )  # fmt: skip
    rows = (
        {
            "state": state.iso3,
            "file": state.slug,
            **plain(state, "iso2", "subregion", "independence"),
            **language_cells("name", state.name),
            **language_cells("official_name", state.official_name),
            "tile_row": state.tile[0] if state.tile else None,
            "tile_column": state.tile[1] if state.tile else None,
        }
        for state in register.states.values()
    )
    return sheet("states", "state", columns, rows)


def _instruments(register: Register) -> Sheet:
    columns = (
        needed("instrument"), number("position", required=True), one_of("tier", Tier), needed("paragraph"),
        in_languages("short"), in_languages("title"), names("depositary", "depositaries"),
        day("adopted", required=True), text("adopted_at"), day("opened", required=True), day("signature_closed"),
        day("in_force"), names("requires", "instruments", required=False), text("reference"), text("registration"),
        text("status_page"), text("unconfirmed"), text("note"),
    )  # fmt: skip
    entries = (
        Entry(
            {
                "instrument": each.id,
                "position": position,
                **plain(each, "tier", "paragraph", "depositary", "adopted", "adopted_at", "opened", "in_force"),
                **plain(each, "reference", "registration", "status_page", "unconfirmed", "note"),
                **language_cells("short", each.short),
                **language_cells("title", each.title),
                "signature_closed": each.signature.closed if each.signature else None,
                "requires": each.requires.instrument if each.requires else None,
            },
            each,
        )
        for position, each in enumerate(register.instruments.values(), 1)
    )
    return sheet("instruments", "instrument", columns, entries)


def _of(state: State, instrument: Instrument) -> Row:
    return {"state": state.iso3, "instrument": instrument.id}


def _acts(cells: Cells) -> Iterator[tuple[State, Instrument, str, Action]]:
    for state, instrument, cell in cells:
        for key, action in numbered(f"{state.iso3}/{instrument.id}", cell.actions):
            yield state, instrument, key, action


def _actions(register: Register, cells: Cells) -> Sheet:
    columns = (
        needed("action"), *OF_CELL, one_of("kind", Kind), when("date"), one_of("basis", Basis), text("unconfirmed"),
        text("day_unconfirmed"), day("in_force"), text("in_force_seen"), day("takes_effect"), when("effect_from"),
        text("via"), when("ratified_at_home"), text("gazette"), text("depositary_notification"), text("area"),
        text("awaits"), text("as_recorded"), text("note"),
    )  # fmt: skip
    fields = (
        "kind", "unconfirmed", "day_unconfirmed", "in_force", "in_force_seen", "takes_effect", "via", "gazette",
        "depositary_notification", "area", "awaits", "as_recorded", "note",
    )  # fmt: skip
    entries = (
        Entry(
            {
                "action": key,
                **_of(state, instrument),
                **plain(action, *fields),
                **when_cells("date", action.when),
                **when_cells("effect_from", action.effect_from),
                **when_cells("ratified_at_home", action.ratified_at_home),
                "basis": str(basis_of(action, register.sources)),
            },
            action,
        )
        for state, instrument, key, action in _acts(cells)
    )
    return sheet("actions", "action", columns, entries)


def _routes(cells: Cells) -> Sheet:
    columns = (needed("step"), names("action", "actions"), one_of("kind", Kind), when("date"), needed("of"))
    rows = (
        {"step": key, "action": act, **plain(step, "kind", "of"), **when_cells("date", step.when)}
        for _, _, act, action in _acts(cells)
        for key, step in numbered(act, action.route)
    )
    return sheet("action_routes", "step", columns, rows)


def _statements(register: Register, cells: Cells) -> Sheet:
    columns = (
        needed("statement"), names("action", "actions"), *OF_CELL, one_of("kind", StatementKind), text("text"),
        text("articles"), one_of("effect", StatementEffect, required=False), when("made"), when("withdrawn"),
        text("to"), one_of("basis", Basis), text("unconfirmed"), text("note"),
    )  # fmt: skip
    entries = (
        Entry(
            {
                "statement": key,
                "action": act,
                **_of(state, instrument),
                **plain(statement, "kind", "text", "articles", "effect", "to", "unconfirmed", "note"),
                **when_cells("made", statement.made),
                **when_cells("withdrawn", statement.withdrawn),
                "basis": str(basis_of(statement, register.sources)),
            },
            statement,
        )
        for state, instrument, act, action in _acts(cells)
        for key, statement in numbered(act, action.statements)
    )
    return sheet("statements", "statement", columns, entries)


def _absences(cells: Cells) -> Sheet:
    columns = (
        needed("absence"), *OF_CELL, needed("kind"), when("as_of"), text("why"), text("unconfirmed"), text("note"),
    )  # fmt: skip
    entries: list[Entry] = []
    for state, instrument, cell in cells:
        common, prefix = _of(state, instrument), f"{state.iso3}/{instrument.id}"
        for key, seen in numbered(f"{prefix}/none_seen", cell.none_seen):
            own: Row = {"absence": key, "kind": "none_seen", "why": None}
            entries.append(
                Entry(common | own | plain(seen, "unconfirmed", "note") | when_cells("as_of", seen.as_of), seen)
            )
        for key, doubt in numbered(f"{prefix}/no_information", cell.no_information):
            own = {"absence": key, "kind": "no_information", "unconfirmed": None}
            entries.append(Entry(common | own | plain(doubt, "why", "note") | when_cells("as_of", doubt.since), doubt))
    return sheet("absences", "absence", columns, entries)


def _invitations(cells: Cells) -> Sheet:
    columns = (
        needed("invitation"), *OF_CELL, flag("invited"), when("decided"), when("until"), flag("until_known"),
        text("unconfirmed"), text("note"),
    )  # fmt: skip
    entries = (
        Entry(
            {
                "invitation": key,
                **_of(state, instrument),
                "invited": not invitation.none,
                **plain(invitation, "until_known", "unconfirmed", "note"),
                **when_cells("decided", invitation.decided),
                **when_cells("until", invitation.until),
            },
            invitation,
        )
        for state, instrument, cell in cells
        for key, invitation in numbered(f"{state.iso3}/{instrument.id}", cell.invitations)
    )
    return sheet("invitations", "invitation", columns, entries)


def _designations(register: Register) -> Sheet:
    columns = (
        needed("designation"), names("state", "states"), names("instrument", "instruments", required=False),
        text("article"), one_of("role", InstitutionRole, required=False), needed("institution"), text("local"),
        when("since"), when("notified"), when("until"), text("unconfirmed"), text("note"),
    )  # fmt: skip
    entries = (
        Entry(
            {
                "designation": key,
                "state": state.iso3,
                **plain(each, "instrument", "article", "role", "institution", "local", "unconfirmed", "note"),
                **when_cells("since", each.since),
                **when_cells("notified", each.notified),
                **when_cells("until", each.until),
            },
            each,
        )
        for state in register.states.values()
        for key, each in numbered(state.iso3, state.designations)
    )
    return sheet("designations", "designation", columns, entries)


def _conditions(register: Register) -> Sheet:
    columns = (needed("condition"), *OF_CELL, needed("article"), when("since"), text("note"))
    entries = (
        Entry(
            {
                "condition": key,
                "state": state.iso3,
                **plain(each, "instrument", "article", "note"),
                **when_cells("since", each.since),
            },
            each,
        )
        for state in register.states.values()
        for key, each in numbered(state.iso3, state.conditions)
    )
    return sheet("conditions", "condition", columns, entries)
