"""What `deposit` answers, as plain data."""

from collections.abc import Iterable, Iterator

from toc_treaties.model.state import Designation
from toc_treaties.questions.deposit import Deposit, OtherSide
from toc_treaties.questions.deposit_effects import Arising, Effects, Meeting
from toc_treaties.questions.duties import DesignationOwed
from toc_treaties.questions.measures import TopicMeasures
from toc_treaties.records import Data, codes, envelope, iso, word
from toc_treaties.records.basis import by_data
from toc_treaties.records.measures import measure_data
from toc_treaties.records.standings import standing_data, statement_data

FIELDS = (
    "as_of", "state", "instrument", "in_force", "purpose", "articles", "of", "works", "treaty", "scope", "threshold",
    "requests_to", "partner", "unconfirmed",
)  # fmt: skip


def record(answer: Deposit) -> Data:
    """The routes, the days, what to notify, the pairs, what others said, the authorities and the laws."""
    found = answer.consent
    effects = answer.effects
    parent = found.with_parent
    return {
        **envelope(answer.as_of),
        "state": answer.state.iso3,
        "member": answer.member,
        "instrument": answer.instrument.id,
        "depositary": answer.instrument.depositary,
        **standing_data(found.case.standing, answer.sources),
        "hindrance": word(found.hindrance),
        "routes": [
            {"way": word(route.way), "article": route.article, "accepted_by_depositary": route.accepted}
            for route in found.routes
        ],
        "invited": word(found.case.next_step.invited),
        "succession_possible": found.succession,
        "supposed_not_joined": found.unknown,
        "with_parent": parent.id if parent else None,
        "deposit": _in_force(answer),
        "reservations_article": answer.instrument.reservations.article if answer.instrument.reservations else None,
        "to_notify": [_owed(owed) for owed in answer.duties],
        **(_effects(answer, effects) if effects else {}),
        "authorities": [_side(side) for side in answer.other_side],
        "laws": [_topic(topic) for topic in answer.topics],
    }


def _in_force(answer: Deposit) -> Data:
    """When the instrument would be in force, and by which rule; null where no day can be computed."""
    found, clause = answer.consent, answer.instrument.later_parties
    when = found.in_force
    return {
        "in_force": iso(when),
        "earliest": when.earliest.isoformat() if when else None,
        "latest": when.latest.isoformat() if when else None,
        "ground": word(found.ground),
        "article": clause.article if clause and word(found.ground) == "own_rule" else None,
    }


def _owed(owed: DesignationOwed) -> Data:
    return {
        "article": owed.due.article,
        "duty": word(owed.duty),
        "moment": word(owed.due.moment),
        "on_record": [designation.institution for designation in owed.designated],
    }


def _effects(answer: Deposit, effects: Effects) -> Data:
    partners = effects.partners
    return {
        "effects_on": effects.day.isoformat(),
        "partners": codes(partners.parties),
        "partners_unconfirmed": codes(partners.marked),
        "partners_not_known": codes(partners.doubtful),
        "partners_contracting": codes(partners.contracting),
        "through_parent": codes(effects.reached_through),
        "bases": [_arising(each) for each in effects.arising],
        "taken_out": [
            {
                "purpose": each.barred.purpose,
                "articles": list(each.barred.articles),
                "state": each.barred.said.state.iso3,
                "partners": codes(each.partners),
            }
            for each in effects.taken_out
        ],
        "treaties": [_meeting(each) for each in effects.meetings],
        "give_way": [
            {
                "purpose": each.purpose,
                "instrument": each.instrument.id,
                "articles": list(each.articles),
                "clause": each.clause,
                "partners": codes(each.partners),
            }
            for each in effects.displaced
        ],
        "statements": [
            {"state": said.state.iso3, **statement_data(said.statement, answer.sources)} for said in effects.said
        ],
    }


def _arising(each: Arising) -> Data:
    line = each.line
    return {
        "purpose": line.purpose,
        "articles": list(line.articles),
        "articles_unconfirmed": line.serving.unconfirmed is not None,
        "of": line.of,
        "works": line.works,
        "treaty": each.bound.value if each.bound else None,
        "scope": line.scope,
        "threshold": line.serving.threshold,
        "requests_to": "both" if not each.one_way else "state" if each.to_state else "partner",
        "partners": codes(each.partners),
    }


def _meeting(each: Meeting) -> Data:
    return {
        "purpose": each.purpose,
        **by_data(each.treaty),
        "order": word(each.order),
        "articles": list(each.articles),
        "partners": codes(each.partners),
    }


def _side(side: OtherSide) -> Data:
    return {
        "article": side.due.article if side.due else None,
        "role": side.role,
        "designated": [{"state": state.iso3, "institutions": _institutions(made)} for state, made in side.named],
        "statement_alone": codes(side.told),
        "none_on_record": codes(side.nothing),
    }


def _institutions(made: Iterable[Designation]) -> list[str]:
    return [designation.institution for designation in made]


def _topic(found: TopicMeasures) -> Data:
    return {
        "topic": found.topic.id,
        "sign": word(found.sign.sign),
        "measures": [measure_data(standing) for standing in found.of_kind],
    }


def rows(answer: Deposit) -> list[Data]:
    """A line for each basis with each partner."""
    return [*_rows(answer)]


def _rows(answer: Deposit) -> Iterator[Data]:
    if answer.effects is None:
        return
    common = {"as_of": answer.as_of.isoformat(), "state": answer.state.iso3, "instrument": answer.instrument.id}
    marked = set(codes(answer.effects.partners.marked))
    for each in answer.effects.arising:
        basis = _arising(each)
        for partner in basis.pop("partners"):
            row = {**common, "in_force": iso(answer.consent.in_force), **basis, "partner": partner}
            row |= {"articles": "; ".join(basis["articles"]), "unconfirmed": partner in marked}
            yield {field: row[field] for field in FIELDS}
