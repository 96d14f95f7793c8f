"""Where two sources disagree, as plain data."""

from toc_treaties.law.measures import made_on
from toc_treaties.questions.conflicts import Conflicts, Disagreement
from toc_treaties.records import Data, envelope, iso, written

FIELDS = (
    "as_of", "about", "state", "instrument", "kind", "title", "date", "in_force", "basis", "source", "says",
    "other_source", "unconfirmed", "why",
)  # fmt: skip
LISTED = "conflicts"


def record(answer: Conflicts) -> Data:
    """Each conflict with both sides; what is contested apart, with its readings."""
    return {
        **envelope(answer.as_of, answer.scope),
        "conflicts": [
            *(_data(each, "instrument") for each in answer.instruments),
            *(_data(each, "act") for each in answer.acts),
            *(_data(each, "measure") for each in answer.measures),
        ],
        "contested": [
            {
                "state": each.state.iso3,
                "since": written(each.participation.since),
                "readings": [
                    {"says": reading.says, "source": list(reading.sources)} for reading in each.participation.readings
                ],
            }
            for each in answer.contested
        ],
    }


def _data(each: Disagreement, about: str) -> Data:
    """One conflict: the record that is followed, and what the other source says."""
    measure = each.measure.measure if each.measure else None
    kind = each.action.kind if each.action else measure.kind if measure else None
    day = each.action.when if each.action else made_on(measure) if measure else None
    adopted = iso(each.instrument.adopted) if each.instrument and each.action is None else None
    return {
        "about": about,
        "state": each.state.iso3 if each.state else None,
        "instrument": each.instrument.id if each.instrument else None,
        "kind": str(kind) if kind else None,
        "title": measure.title if measure else None,
        "date": adopted or (written(day) if day is None or not day.bracketed else None),
        "in_force": iso(each.in_force),
        "basis": str(each.basis),
        "source": list(each.followed),
        "says": each.conflict.says,
        "other_source": list(each.conflict.sources),
        "unconfirmed": each.conflict.unconfirmed,
        "why": each.conflict.why,
    }
