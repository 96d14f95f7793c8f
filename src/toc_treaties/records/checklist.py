"""What `checklist` answers, as plain data."""

from toc_treaties.law.gap import doubt_of
from toc_treaties.questions.case import Case
from toc_treaties.questions.checklist import StateChecklist
from toc_treaties.records import envelope
from toc_treaties.records.commitments import progress_data
from toc_treaties.records.standings import STANDING, Data, flat, standing_data, statement_data

FIELDS = ("as_of", "state", "instrument", "tier", "doubt", *STANDING, "statements", "source")


def record(answer: StateChecklist) -> Data:
    """Every instrument with its standing, statements and sources; the commitments where they were read."""
    sources = {source.id: source for source in answer.sources}
    commitments = [progress_data(one, sources) for one in answer.progress]
    return {
        **envelope(answer.as_of),
        "state": answer.state.iso3,
        "member": answer.member,
        "instruments": [_data(item, answer) for item in answer.items],
        **({"commitments": commitments} if answer.catalogue is not None else {}),
    }


def _data(item: Case, answer: StateChecklist) -> Data:
    sources = {source.id: source for source in answer.sources}
    doubt = doubt_of(item.standing)
    return {
        "instrument": item.instrument.id,
        "tier": str(item.instrument.tier),
        "doubt": doubt.name.lower() if doubt else None,
        **standing_data(item.standing, sources),
        "statements": [statement_data(statement, sources) for statement in item.statements],
        "source": list(item.standing.evidence.sources),
    }


def rows(answer: StateChecklist) -> list[Data]:
    """A line for each instrument."""
    same = {"as_of": answer.as_of.isoformat(), "state": answer.state.iso3}
    return [{**same, **flat(one)} for one in record(answer)["instruments"]]
