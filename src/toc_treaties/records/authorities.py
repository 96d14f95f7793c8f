"""What `authorities` answers, as plain data."""

from toc_treaties.law.evidence import is_marked
from toc_treaties.model.state import Designation
from toc_treaties.questions.authorities import Authorities, StateAuthorities
from toc_treaties.questions.duties import DesignationOwed, RoleHeld
from toc_treaties.records import Data, envelope, word, written
from toc_treaties.records.standings import statement_data

FIELDS = (
    "as_of", "state", "instrument", "article", "what", "duty", "due", "condition", "condition_met", "unconfirmed",
    "on_record", "designated", "lapsed", "statements", "source",
)  # fmt: skip


def record(answer: Authorities) -> Data:
    """Each designation owed, and what is on record."""
    return {
        **envelope(answer.as_of, answer.scope),
        "states": [_state(entry, answer) for entry in answer.states],
    }


def _state(entry: StateAuthorities, answer: Authorities) -> Data:
    return {
        "state": entry.state.iso3,
        "roles": [{"role": held.role, **_recorded(held)} for held in entry.roles],
        "designations": [
            {
                **_asked(owed),
                **_recorded(owed),
                "statements": [statement_data(statement, answer.sources) for statement in owed.statements],
            }
            for owed in entry.owed
        ],
    }


def _asked(owed: DesignationOwed) -> Data:
    return {
        "instrument": owed.instrument.id,
        "article": owed.due.article,
        "what": owed.due.what,
        "duty": word(owed.duty),
        "due": owed.is_due,
        "condition": owed.due.condition,
        "condition_met": owed.met is not None if owed.due.condition else None,
        "unconfirmed": owed.marked,
        "on_record": owed.on_record,
    }


def _recorded(found: DesignationOwed | RoleHeld) -> Data:
    return {
        "designated": [_designation(designation) for designation in found.designated],
        "lapsed": [_designation(designation) for designation in found.lapsed],
    }


def _designation(designation: Designation) -> Data:
    return {
        "institution": designation.institution,
        "since": written(designation.since),
        "notified": written(designation.notified),
        "until": written(designation.until),
        "unconfirmed": is_marked(designation),
        "source": list(designation.sources),
    }


def rows(answer: Authorities) -> list[Data]:
    """A line for each designation owed."""
    return [
        {
            "as_of": answer.as_of.isoformat(),
            "state": entry.state.iso3,
            **_asked(owed),
            "designated": "; ".join(designation.institution for designation in owed.designated),
            "lapsed": "; ".join(designation.institution for designation in owed.lapsed),
            "statements": len(owed.statements),
            "source": "; ".join(dict.fromkeys(id for record in owed.recorded for id in record.sources)),
        }
        for entry in answer.states
        for owed in entry.owed
    ]
