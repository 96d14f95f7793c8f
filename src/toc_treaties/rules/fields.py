"""The fields family: a field stands with the kinds of record that it belongs to."""

from collections.abc import Callable, Iterator
from datetime import date
from operator import attrgetter

from toc_treaties.model.action import Action, Effect, Kind, Statement, StatementKind
from toc_treaties.model.instrument import Delay, Exit
from toc_treaties.model.place import Place
from toc_treaties.model.problem import Problem
from toc_treaties.model.register import Register
from toc_treaties.rules.state_file import StateFile

SUCCESSIONS = frozenset({Kind.SUCCESSION, Kind.SIGNATURE_SUCCESSION})
AT_HOME = frozenset({Effect.SIGNS, Effect.CONSENTS, Effect.RELEASES})


def misplaced(place: Place, field: str, message: str, help_: str) -> Problem:
    """A field where it says nothing, or something else than was meant."""
    return Problem("misplaced-field", place.of(field), message, help_)


def field_of_act(cases: StateFile, _today: date) -> Iterator[Problem]:
    """An entry into force belongs to a consent, its end to a notice of leaving, an earlier effect to a succession."""
    for _instrument, action in cases.actions:
        yield from _of_act(action)
        for statement in action.statements:
            yield from _of_statement(statement, cases.state.iso3)


def _consents(action: Action) -> bool:
    return action.effect is Effect.CONSENTS


BELONGS: dict[str, tuple[Callable[[Action], bool], str]] = {
    "in_force": (_consents, "record it with the consent that entered into force"),
    "in_force_seen": (_consents, "record it with the consent that entered into force"),
    "takes_effect": (lambda action: action.effect is Effect.RELEASES, "of a consent, write in_force"),
    "effect_from": (lambda action: action.kind in SUCCESSIONS, "is the kind a succession?"),
    "area": (lambda action: action.effect is Effect.SUSPENDS, "it is where a suspension applies"),
    "awaits": (lambda action: action.effect is Effect.LODGES, "it is what an instrument that was lodged waits for"),
    "via": (_consents, "record it with the consent"),
    "route": (_consents, "record it with the consent"),
    "ratified_at_home": (
        lambda action: action.effect in AT_HOME,
        "record it with the consent, or where none was deposited with the signature",
    ),
    "gazette": (lambda action: action.ratified_at_home is not None, "add ratified_at_home, the day of that act"),
}
"""The fields that only some actions have, each with whether an action has it and what else can be meant."""
_of_some = attrgetter(*BELONGS)


def _of_act(action: Action) -> Iterator[Problem]:
    if not any(_of_some(action)):
        return
    for field, (belongs, help_) in BELONGS.items():
        if getattr(action, field) and not belongs(action):
            kind = action.kind.replace("_", " ")
            yield misplaced(action.place, field, f"{field} does not belong to this {kind}", help_)


def _of_statement(statement: Statement, iso3: str) -> Iterator[Problem]:
    objects = statement.kind is StatementKind.OBJECTION
    if statement.to is not None and not objects:
        message = f"to belongs to an objection, not to a {statement.kind}"
        yield misplaced(statement.place, "to", message, "is it an objection?")
    if objects and statement.to == iso3:
        message = "a state does not object to its own reservation"
        yield misplaced(statement.place, "to", message, "give the code of the reserving state")


def invitation_without_clause(cases: StateFile, _today: date) -> Iterator[Problem]:
    """A state is invited to accede where the instrument's clause is for those invited."""
    for case in cases.sound:
        clause = case.instrument.accession
        for invitation in case.cell.invitations:
            if clause is None or clause.by != "invited":
                message = f"{case.instrument.called} knows no invitation to accede"
                help_ = "is it another instrument's? or accession: {by: invited} in instruments.yaml"
                yield Problem("invitation-without-clause", invitation.place, message, help_, width=10)


def notified_without_role(cases: StateFile, _today: date) -> Iterator[Problem]:
    """What is notified is a role: of an article, the day of the notification is the first."""
    for designation in cases.state.designations:
        if designation.notified is not None and designation.role is None:
            message = "notified belongs to a role; of an article, since is the day of the notification"
            yield misplaced(designation.place, "notified", message, "write since")


def codes_disagree(cases: StateFile, _today: date) -> Iterator[Problem]:
    """The letters of a state's alpha-2 code stand in its alpha-3 code, in that order, as in ISO 3166-1."""
    state = cases.state
    rest = iter(state.iso3)
    if state.iso2[:1] != state.iso3[:1] or not all(letter in rest for letter in state.iso2):
        message = f"{state.iso2} and {state.iso3} are not the codes of one state"
        help_ = "compare both with ISO 3166-1"
        yield Problem("codes-disagree", state.place.of("iso2"), message, help_, width=len(state.iso2))


LONGEST = {"days": 366, "months": 36, "years": 5}
"""The longest wait that a treaty is taken to prescribe: what is longer was mistyped."""


def wait_without_length(register: Register, _today: date) -> Iterator[Problem]:
    """A wait has one length: days or months; a notice of leaving has one, or a day of the year by which it is given."""
    for instrument in register.instruments.values():
        wait, leaving = instrument.later_parties, instrument.exit
        if wait is not None:
            if (wait.days is None) == (wait.months is None):
                message, help_ = (
                    "the wait of later parties has no length, or two",
                    "give days or months, one of the two",
                )
                yield Problem("wait-without-length", wait.place, message, help_)
            yield from _too_long(wait, ("days", "months"))
        if leaving is not None and leaving.provided:
            ways = [leaving.years, leaving.months, leaving.notice_by]
            if sum(way is not None for way in ways) != 1 or (leaving.notice_by is None) != (leaving.ends is None):
                message, help_ = (
                    "the notice of leaving has no length, or two",
                    "give years, months, or notice_by with ends",
                )
                yield Problem("wait-without-length", leaving.place, message, help_)
            yield from _too_long(leaving, ("years", "months"))


def _too_long(record: Delay | Exit, fields: tuple[str, ...]) -> Iterator[Problem]:
    """A length that no treaty prescribes, and the first of a month where the wait is not in months."""
    for field in fields:
        length = getattr(record, field)
        if length is not None and not 0 < length <= LONGEST[field]:
            message = f"no treaty makes states wait {length} {field}"
            yield Problem(
                "wait-without-length", record.place.of(field), message, "check the number", width=len(str(length))
            )
    if record.then is not None and record.months is None:
        yield misplaced(record.place, "then", "then belongs to a wait in months", "give months, or remove then")


OF_STATE = (field_of_act, invitation_without_clause, notified_without_role, codes_disagree)
BESIDE = (wait_without_length,)
