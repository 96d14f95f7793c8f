"""What `authorities` answers, as plain data."""

from toc_treaties.law.evidence import is_marked
from toc_treaties.pages.authorities import _recorded
from toc_treaties.questions.authorities import Authorities, StateAuthorities
from toc_treaties.questions.duties import DesignationOwed
from toc_treaties.records import envelope
from toc_treaties.records.standings import Data, statement_data

FIELDS = ("as_of", "state", "instrument", "article", "what", "due", "on_record")


def record(answer: Authorities) -> Data:
    """Each designation owed, and what is on record."""
    return {
        **envelope(answer.as_of),
        "states": [_state_data(one, answer) for one in answer.states],
    }


def _state_data(one: StateAuthorities, answer: Authorities) -> Data:
    return {
        "state": one.state.iso3,
        "roles": [
            {
                "role": held.role,
                "designated": [
                    {"institution": d.institution, "unconfirmed": is_marked(d), "source": list(d.sources)}
                    for d in held.designated
                ],
                "lapsed": [d.institution for d in held.lapsed],
            }
            for held in one.roles
        ],
        "designations": [_data(owed, answer) for owed in one.owed],
    }


def _data(owed: DesignationOwed, answer: Authorities) -> Data:
    return {
        "instrument": owed.instrument.id,
        "article": owed.due.article,
        "what": owed.due.what,
        "due": owed.is_due,
        "condition": owed.due.condition,
        "condition_met": owed.met is not None if owed.due.condition else None,
        "unconfirmed": owed.marked,
        "on_record": owed.on_record,
        "designated": [
            {
                "institution": one.institution,
                "since": one.since.text if one.since else None,
                "unconfirmed": is_marked(one),
                "source": list(one.sources),
            }
            for one in owed.designated
        ],
        "lapsed": [
            {"institution": one.institution, "until": one.until.text if one.until else None} for one in owed.lapsed
        ],
        "statements": [statement_data(one, answer.sources) for one in owed.statements],
    }


def rows(answer: Authorities) -> list[Data]:
    """A line for each designation owed."""
    return [
        {
            "as_of": answer.as_of.isoformat(),
            "state": one.state.iso3,
            "instrument": owed.instrument.id,
            "article": owed.due.article,
            "what": owed.due.what,
            "due": owed.is_due,
            "on_record": _recorded(owed)[0] if owed.on_record or owed.lapsed else None,
        }
        for one in answer.states
        for owed in one.owed
    ]
