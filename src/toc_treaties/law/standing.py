"""Standing: what a state's actions make of it under an instrument on a date (VCLT arts 2(1), 11, 18, 24, 54).

Where a day is not known exactly, the standing is computed for each way it can have been, and is only said
where all agree; otherwise the answer says between what it lies.
"""

from datetime import date
from typing import NamedTuple, TypeVar

from toc_treaties.law.bound import BoundPeriod, ParentPeriod, Timeline, in_order, spells, unruled
from toc_treaties.law.dossier import Dossier
from toc_treaties.law.eligibility import excluded, in_doubt, open_from
from toc_treaties.law.evidence import NO_EVIDENCE, Evidence, evidence_of, with_newer
from toc_treaties.law.outcome import CONSENTED, GAPS, NEARNESS, OUTSIDE, Outcome, StandingKind, outcome_of
from toc_treaties.law.periods import possibly
from toc_treaties.law.seen import contradicted
from toc_treaties.law.worlds import worlds
from toc_treaties.model.action import Action, Cell, NoInformation, NoneSeen
from toc_treaties.model.source import Basis
from toc_treaties.model.when import When, on, span

Times = TypeVar("Times")
ACTED_THOUGH_LEFT_OUT = "acted_though_left_out"
"""The clause does not name the state, and yet the state acted: whether it may join is not settled."""


class Standing(NamedTuple):
    """The standing on a date, since when, by which actions and on what evidence.

    `since`, `consent` and `in_force` are brackets where the day is not known. `between` holds the two possible
    standings where they differ. `leaving_on` is the day on which a notice already given takes effect.
    """

    name: StandingKind
    evidence: Evidence
    since: When | None = None
    consent: When | None = None
    in_force: When | None = None
    leaving_on: date | None = None
    between: tuple[StandingKind, StandingKind] | None = None
    actions: tuple[Action, ...] = ()
    deciding: Action | None = None
    spells: tuple[tuple[BoundPeriod, ...], ...] = ()
    """The spells of the earliest and of the latest way the dates can have been (one where they are exact)."""
    awaits_independence: bool = False
    acted_later: bool = False
    """Whether an absence is shown by the record of an act done after the date."""
    against: NoInformation | None = None
    """What speaks against a gap that the other entries show."""
    notice: Action | None = None
    """The notice on which a party is leaving: its own, or the one under the parent that takes the instrument along."""
    eligibility: str | None = None
    """Why it is not settled whether the state may join at all, where that is so."""

    @property
    def consented(self) -> bool:
        """Whether the state has certainly consented to be bound, and is so still."""
        return self.name in CONSENTED

    @property
    def may_have_consented(self) -> bool:
        """Whether an act that is recorded leaves it open that the state has consented."""
        return self.name is StandingKind.NO_INFORMATION and self.between is not None and self.between[1] in CONSENTED

    @property
    def day_marked(self) -> bool:
        """Whether the act is shown and its day, as it is recorded, is not."""
        return self.deciding is not None and self.deciding.day_unconfirmed is not None

    @property
    def leaving(self) -> Action | None:
        """The notice that ends, or may end, a consent that still runs."""
        return self.notice if self.consented else None

    @property
    def can_join(self) -> bool:
        """Whether the state counts among those that can join: the instrument is open to it, without a doubt."""
        return self.name not in OUTSIDE and self.eligibility is None


def standing(dossier: Dossier, as_of: date) -> Standing:
    """The standing of the dossier's state under its instrument on a date.

    Only actions that can have happened by that date are read. A gap against which a source speaks is not certain.
    """
    found = _of_actions(dossier, as_of)
    if found.name not in OUTSIDE:
        found = _eligible(found, dossier)
    against = contradicted(dossier.cell, as_of) if found.name in GAPS else None
    if against is None:
        return found
    between = (found.name, StandingKind.PARTY)
    return found._replace(
        name=StandingKind.NO_INFORMATION, since=None, between=between, acted_later=False, against=against
    )


def _eligible(found: Standing, dossier: Dossier) -> Standing:
    """The standing with the doubt whether the state may join: by the clause, or because it acted though left out."""
    doubt = in_doubt(dossier.instrument, dossier.state)
    if doubt is None and found.actions and excluded(dossier):
        doubt = ACTED_THOUGH_LEFT_OUT
    return found if doubt is None else found._replace(eligibility=doubt)


def _of_actions(dossier: Dossier, as_of: date) -> Standing:
    """The standing that the actions make."""
    known = _known(dossier, as_of)
    if not known:
        return _without_action(dossier, as_of)
    outcomes = [outcome_of(world, dossier, as_of) for world in _worlds(known, dossier, as_of)]
    return _certain(outcomes[0], known, dossier) if len(outcomes) == 1 else _agreed(outcomes, known, dossier)


def _worlds(known: tuple[Action, ...], dossier: Dossier, as_of: date) -> list[Timeline]:
    return worlds(known, _parent_times(dossier, as_of), dossier.instrument, as_of)


def _parent_times(dossier: Dossier, as_of: date) -> list[tuple[ParentPeriod, ...]]:
    """The times under the parent for the state, once for each way they can have been."""
    if dossier.parent is None:
        return [()]
    ways = bound_periods(dossier.parent, as_of) or [()]
    return _different([tuple(_time(period) for period in periods) for periods in ways])


def bound_periods(dossier: Dossier, as_of: date) -> list[tuple[BoundPeriod, ...]]:
    """The times of being bound by the actions of a date, once for each way they can have been; none without actions."""
    known = _known(dossier, as_of)
    timelines = _worlds(known, dossier, as_of) if known else []
    return _different([spells(timeline, dossier.instrument) for timeline in timelines])


def _known(dossier: Dossier, as_of: date) -> tuple[Action, ...]:
    """The actions that can have happened by a date."""
    return tuple([action for action in dossier.cell.actions if possibly(action.when, None, as_of)])


def _time(spell: BoundPeriod) -> ParentPeriod:
    in_force, end = spell.in_force, spell.end
    return ParentPeriod(in_force.day if in_force else None, end.day if end else None, spell.ended_by)


def _certain(outcome: Outcome, known: tuple[Action, ...], dossier: Dossier) -> Standing:
    """The standing where every day is known."""
    return Standing(
        outcome.name,
        _evidence(outcome.deciding, dossier, outcome.notice),
        on(outcome.since) if outcome.since else None,
        outcome.deciding.when if outcome.consent and outcome.deciding else None,
        on(outcome.in_force) if outcome.in_force else None,
        outcome.leaving_on,
        None,
        known,
        outcome.deciding,
        (outcome.spells,),
        notice=outcome.notice,
    )


def _agreed(outcomes: list[Outcome], known: tuple[Action, ...], dossier: Dossier) -> Standing:
    """What all worlds say alike, or between what they differ."""
    names = {outcome.name for outcome in outcomes}
    first = outcomes[0]
    deciding = max(outcomes, key=lambda outcome: NEARNESS.index(outcome.name)).deciding
    made = tuple(_different([outcome.spells for outcome in outcomes]))
    notice = first.notice if all(outcome.notice for outcome in outcomes) else _unruled(known, dossier, outcomes)
    evidence = _evidence(deciding, dossier, notice)
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
            notice=notice,
        )
    ordered = sorted(names, key=NEARNESS.index)
    between = (ordered[0], ordered[-1])
    if names <= CONSENTED:
        consent = _consent(outcomes)
        in_force = _range([outcome.in_force for outcome in outcomes])
        return Standing(
            StandingKind.CONTRACTING, evidence, None, consent, in_force, None, between, known, deciding, made
        )
    return Standing(
        StandingKind.NO_INFORMATION, evidence, between=between, actions=known, deciding=deciding, spells=made
    )


def _unruled(known: tuple[Action, ...], dossier: Dossier, outcomes: list[Outcome]) -> Action | None:
    """The notice that no rule provides for, where it is open whether it ends the treaty (VCLT 56)."""
    given = {id(outcome.notice) for outcome in outcomes if outcome.notice is not None}
    return next((action for action in known if id(action) in given and unruled(action, dossier.instrument)), None)


def _different(made: list[Times]) -> list[Times]:
    """The spells or times of each world, each kind once."""
    return [times for index, times in enumerate(made) if times not in made[:index]]


def _consent(outcomes: list[Outcome]) -> When | None:
    """The day of the consent as it is recorded, where every world rests on the same; else the bracket of the days."""
    deciding = outcomes[0].deciding
    if deciding is not None and all(outcome.consent and outcome.deciding is deciding for outcome in outcomes):
        return deciding.when
    return _range([outcome.consent for outcome in outcomes])


def _range(days: list[date | None]) -> When | None:
    """The bracket of some days; None where one of them is open."""
    known = [day for day in days if day is not None]
    if not known or len(known) < len(days):
        return None
    return span(min(known), max(known))


def _evidence(deciding: Action | None, dossier: Dossier, notice: Action | None = None) -> Evidence:
    """The evidence of the action that decides, and of the notice, refreshed by what confirms the whole cell later."""
    if deciding is None:
        return NO_EVIDENCE
    newer = [
        evidence_of(seen, dossier.sources)
        for seen in dossier.cell.none_seen
        if seen.as_of is not None and seen.as_of.latest >= deciding.when.latest and seen.unconfirmed is None
    ]
    found = with_newer(evidence_of(deciding, dossier.sources), (*newer, *_checked(dossier)))
    if notice is None:
        return found
    return found._replace(sources=tuple(dict.fromkeys(found.sources + notice.sources)))


def _without_action(dossier: Dossier, as_of: date) -> Standing:
    """The standing of a state that has not acted by the date."""
    cell = dossier.cell
    opened = open_from(dossier)
    if as_of < opened:
        return Standing(StandingKind.NOT_OPEN, NO_EVIDENCE, awaits_independence=as_of >= dossier.instrument.opened)
    if excluded(dossier):
        return Standing(StandingKind.NOT_APPLICABLE, _exclusion_evidence(dossier))
    absence = _absence(cell, dossier, as_of)
    if absence is None:
        return Standing(StandingKind.NO_INFORMATION, NO_EVIDENCE)
    return Standing(StandingKind.NO_ACTION, absence[0], on(opened), acted_later=absence[1])


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
