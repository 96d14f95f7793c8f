"""Standing: what a state's actions make of it under an instrument on a date (VCLT arts 2(1), 11, 18, 24, 54).

Where a day is not known exactly, the standing is computed for each way it can have been, and is only said
where all agree; otherwise the answer says between what it lies.
"""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from toc_treaties.law.dossier import Dossier
from toc_treaties.law.eligibility import excluded, open_from
from toc_treaties.law.evidence import NO_EVIDENCE, Evidence, evidence_of, with_newer
from toc_treaties.law.seen import contradicted
from toc_treaties.law.spells import Above, Spell, World, in_order, spells
from toc_treaties.law.worlds import worlds
from toc_treaties.model.action import Action, Cell, Effect, NoInformation, NoneSeen
from toc_treaties.model.source import Basis
from toc_treaties.model.when import When, on, span


class Name(StrEnum):
    """The standings, as the data formats spell them."""

    PARTY = "party"
    CONTRACTING = "contracting"
    SIGNATORY = "signatory"
    NO_ACTION = "no_action"
    WITHDRAWN = "withdrawn"
    NOT_OPEN = "not_open"
    NOT_APPLICABLE = "not_applicable"
    NO_INFORMATION = "no_information"


CONSENTED = frozenset({Name.PARTY, Name.CONTRACTING})
GAPS = frozenset({Name.SIGNATORY, Name.NO_ACTION, Name.WITHDRAWN})
_NEARNESS = (Name.NOT_OPEN, Name.NO_ACTION, Name.SIGNATORY, Name.WITHDRAWN, Name.CONTRACTING, Name.PARTY)


class Standing(NamedTuple):
    """The standing on a date, since when, by which actions and on what evidence.

    `since`, `consent` and `in_force` are brackets where the day is not known. `between` holds the two possible
    standings where they differ. `leaving_on` is the day on which a notice already given takes effect.
    """

    name: Name
    evidence: Evidence
    since: When | None = None
    consent: When | None = None
    in_force: When | None = None
    leaving_on: date | None = None
    between: tuple[Name, Name] | None = None
    actions: tuple[Action, ...] = ()
    deciding: Action | None = None
    spells: tuple[tuple[Spell, ...], ...] = ()
    """The spells of the earliest and of the latest way the dates can have been (one where they are exact)."""
    awaits_independence: bool = False
    acted_later: bool = False
    """Whether an absence is shown by the record of an act done after the date."""
    against: NoInformation | None = None
    """What speaks against a gap that the other entries show."""

    @property
    def consented(self) -> bool:
        """Whether the state has certainly consented to be bound, and is so still."""
        return self.name in CONSENTED

    @property
    def may_have_consented(self) -> bool:
        """Whether an act that is recorded leaves it open that the state has consented."""
        return self.name is Name.NO_INFORMATION and self.between is not None and self.between[1] in CONSENTED

    @property
    def day_marked(self) -> bool:
        """Whether the act is shown and its day, as it is recorded, is not."""
        return self.deciding is not None and self.deciding.day_unconfirmed is not None


class _Outcome(NamedTuple):
    """What one world makes of the date."""

    name: Name
    since: date | None
    deciding: Action | None = None
    consent: date | None = None
    in_force: date | None = None
    leaving_on: date | None = None
    spells: tuple[Spell, ...] = ()


def standing(dossier: Dossier, as_of: date) -> Standing:
    """The standing of the dossier's state under its instrument on a date.

    Only actions that can have happened by that date are read. A gap against which a source speaks is not certain.
    """
    found = _of_actions(dossier, as_of)
    against = contradicted(dossier.cell, as_of) if found.name in GAPS else None
    if against is None:
        return found
    between = (found.name, Name.PARTY)
    return found._replace(name=Name.NO_INFORMATION, since=None, between=between, acted_later=False, against=against)


def _of_actions(dossier: Dossier, as_of: date) -> Standing:
    """The standing that the actions make."""
    known = tuple(action for action in dossier.cell.actions if action.when.earliest <= as_of)
    if not known:
        return _without_action(dossier, as_of)
    outcomes = [_outcome(world, dossier, as_of) for world in worlds(known, _parent_times(dossier, as_of), as_of)]
    return _certain(outcomes[0], known, dossier) if len(outcomes) == 1 else _agreed(outcomes, known, dossier)


def _parent_times(dossier: Dossier, as_of: date) -> list[tuple[Above, ...]]:
    """The times under the parent for the state, once for each way they can have been."""
    if dossier.parent is None:
        return [()]
    worlds = standing(dossier.parent, as_of).spells or ((),)
    return list(dict.fromkeys(tuple(_time(spell) for spell in made) for made in worlds))


def _time(spell: Spell) -> Above:
    return Above(spell.in_force.day if spell.in_force else None, spell.end.day if spell.end else None)


def _outcome(world: World, dossier: Dossier, as_of: date) -> _Outcome:
    """The standing in one world."""
    made = spells(world, dossier.instrument)
    for spell in reversed(made):
        outcome = _bound(spell, made, as_of)
        if outcome is not None:
            return outcome
    if made:
        last = max(made, key=lambda spell: spell.end.day if spell.end else date.min)
        return _Outcome(Name.WITHDRAWN, last.end.day if last.end else None, last.notice or last.consent, spells=made)
    for day, action in world.actions:
        if action.effect is Effect.SIGNS:
            return _Outcome(Name.SIGNATORY, day, action)
    opened, _ = open_from(dossier)
    return _Outcome(Name.NO_ACTION, opened) if opened <= as_of else _Outcome(Name.NOT_OPEN, None)


def _bound(spell: Spell, made: tuple[Spell, ...], as_of: date) -> _Outcome | None:
    """Party or contracting, where the spell is running on the date."""
    end = spell.end.day if spell.end else None
    if end is not None and end <= as_of:
        return None
    in_force = spell.in_force.day if spell.in_force else None
    if in_force is not None and in_force <= as_of:
        return _Outcome(Name.PARTY, in_force, spell.consent, spell.day, in_force, end, made)
    still = next((before for before in made if before is not spell and _runs(before, as_of)), None)
    if still is not None:
        return _bound(still, made, as_of)
    return _Outcome(Name.CONTRACTING, spell.day, spell.consent, spell.day, in_force, end, made)


def _runs(spell: Spell, as_of: date) -> bool:
    """Whether an earlier spell, its notice given, is still in force on the date."""
    begun = spell.in_force is not None and spell.in_force.day <= as_of
    return begun and (spell.end is None or spell.end.day > as_of)


def _certain(outcome: _Outcome, known: tuple[Action, ...], dossier: Dossier) -> Standing:
    """The standing where every day is known."""
    return Standing(
        outcome.name,
        _evidence(outcome.deciding, dossier),
        on(outcome.since) if outcome.since else None,
        outcome.deciding.when if outcome.consent and outcome.deciding else None,
        on(outcome.in_force) if outcome.in_force else None,
        outcome.leaving_on,
        None,
        known,
        outcome.deciding,
        (outcome.spells,),
    )


def _agreed(outcomes: list[_Outcome], known: tuple[Action, ...], dossier: Dossier) -> Standing:
    """What all worlds say alike, or between what they differ."""
    names = {outcome.name for outcome in outcomes}
    first = outcomes[0]
    deciding = max(outcomes, key=lambda outcome: _NEARNESS.index(outcome.name)).deciding
    made = _ends([outcome.spells for outcome in outcomes])
    evidence = _evidence(deciding, dossier)
    if len(names) == 1:
        return Standing(
            first.name,
            evidence,
            _range([outcome.since for outcome in outcomes]),
            _consent(outcomes),
            _range([outcome.in_force for outcome in outcomes]),
            first.leaving_on if all(outcome.leaving_on == first.leaving_on for outcome in outcomes) else None,
            None,
            known,
            deciding,
            made,
        )
    ordered = sorted(names, key=_NEARNESS.index)
    between = (ordered[0], ordered[-1])
    if names <= CONSENTED:
        consent = _consent(outcomes)
        in_force = _range([outcome.in_force for outcome in outcomes])
        return Standing(Name.CONTRACTING, evidence, None, consent, in_force, None, between, known, deciding, made)
    return Standing(Name.NO_INFORMATION, evidence, between=between, actions=known, deciding=deciding, spells=made)


def _ends(made: list[tuple[Spell, ...]]) -> tuple[tuple[Spell, ...], ...]:
    """The spells of each world, each kind once."""
    different: list[tuple[Spell, ...]] = []
    for world in made:
        if world not in different:
            different.append(world)
    return tuple(different)


def _consent(outcomes: list[_Outcome]) -> When | None:
    """The day of the consent as it is recorded, where every world rests on the same; else the bracket of the days."""
    deciding = outcomes[0].deciding
    if deciding is not None and all(one.consent and one.deciding is deciding for one in outcomes):
        return deciding.when
    return _range([outcome.consent for outcome in outcomes])


def _range(days: list[date | None]) -> When | None:
    """The bracket of some days; None where one of them is open."""
    known = [day for day in days if day is not None]
    if not known or len(known) < len(days):
        return None
    return span(min(known), max(known))


def _evidence(deciding: Action | None, dossier: Dossier) -> Evidence:
    """The evidence of the action that decides, refreshed by what confirms the whole cell later."""
    if deciding is None:
        return NO_EVIDENCE
    later = [
        seen
        for seen in dossier.cell.none_seen
        if seen.as_of is not None and seen.as_of.latest >= deciding.when.latest and seen.unconfirmed is None
    ]
    newer = (evidence_of(seen, dossier.sources) for seen in later)
    return with_newer(evidence_of(deciding, dossier.sources), (*newer, *_checked(dossier)))


def _without_action(dossier: Dossier, as_of: date) -> Standing:
    """The standing of a state that has not acted by the date."""
    cell = dossier.cell
    opened, independence = open_from(dossier)
    if excluded(dossier):
        return Standing(Name.NOT_APPLICABLE, _exclusion_evidence(dossier))
    if as_of < opened:
        return Standing(Name.NOT_OPEN, NO_EVIDENCE, awaits_independence=independence and _existed(dossier, as_of))
    absence = _absence(cell, dossier, as_of)
    if absence is None:
        return Standing(Name.NO_INFORMATION, NO_EVIDENCE)
    return Standing(Name.NO_ACTION, absence[0], on(opened), acted_later=absence[1])


def _existed(dossier: Dossier, as_of: date) -> bool:
    """Whether the instrument itself was open on the date."""
    return as_of >= dossier.instrument.opened


def _exclusion_evidence(dossier: Dossier) -> Evidence:
    """An exclusion whose clause was not seen is unconfirmed."""
    clauses = (dossier.instrument.signature, dossier.instrument.accession)
    unseen = any(clause is not None and clause.unconfirmed for clause in clauses)
    return Evidence(Basis.UNCONFIRMED if unseen else Basis.NONE)


def _absence(cell: Cell, dossier: Dossier, as_of: date) -> tuple[Evidence, bool] | None:
    """What shows that the state had not acted: a source that shows none, or the later action's own record (True)."""
    ordered = in_order([(action.when.earliest, action) for action in cell.actions])
    later = ordered[0][1] if ordered else None
    shown = [seen for seen in cell.none_seen if later is None or (seen.as_of and seen.as_of.latest >= as_of)]
    if later is not None and not (later.when.bracketed and shown):
        return evidence_of(later, dossier.sources), True
    if not shown:
        return None
    found = [evidence_of(seen, dossier.sources) for seen in sorted(shown, key=_seen_on)]
    strongest = Evidence(min((one.basis for one in found), key=tuple(Basis).index))
    undated = tuple(id for one in found if not one.days for id in one.sources)
    evidence = with_newer(strongest, (*found, *_checked(dossier)))
    return evidence._replace(sources=tuple(dict.fromkeys((*evidence.sources, *undated)))), False


def _seen_on(seen: NoneSeen) -> date:
    return seen.as_of.latest if seen.as_of else date.min


def _checked(dossier: Dossier) -> tuple[Evidence, ...]:
    """The day on which the instrument's whole table was last compared, as evidence of its source's kind."""
    checked = dossier.instrument.checked
    source = dossier.sources.get(checked.source) if checked else None
    return (Evidence(source.kind, (), ((source.kind, on(checked.as_of)),)),) if checked and source else ()
