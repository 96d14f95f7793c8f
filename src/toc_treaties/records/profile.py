"""What `state` answers, as plain data."""

from toc_treaties.law.gap import doubt_of
from toc_treaties.questions.case import Case
from toc_treaties.questions.profile import Profile
from toc_treaties.records import envelope
from toc_treaties.records.standings import STANDING, Data, flat, standing_data, statement_data

FIELDS = ("as_of", "state", "instrument", "tier", "doubt", *STANDING, "statements", "source")


def record(answer: Profile) -> Data:
    """Every instrument with its standing, statements and sources."""
    return {
        **envelope(answer.as_of),
        "state": answer.state.iso3,
        "member": answer.member,
        "instruments": [_data(item, answer) for item in answer.items],
    }


def _data(item: Case, answer: Profile) -> Data:
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


def rows(answer: Profile) -> list[Data]:
    """A line for each instrument."""
    same = {"as_of": answer.as_of.isoformat(), "state": answer.state.iso3}
    return [{**same, **flat(instrument)} for instrument in record(answer)["instruments"]]
