"""What `instrument` answers, as plain data."""

from toc_treaties.questions.instrument import InstrumentProfile
from toc_treaties.records import envelope
from toc_treaties.records.scope import scope_data
from toc_treaties.records.standings import STANDING, Data, flat, iso, standing_data, statement_data, total_data

FIELDS = ("as_of", "instrument", "state", *STANDING, "statements")


def record(answer: InstrumentProfile) -> Data:
    """The instrument's dates and every state's standing."""
    one = answer.instrument
    sources = {source.id: source for source in answer.sources}
    return {
        **envelope(answer.as_of),
        "scope": scope_data(answer.scope),
        "instrument": one.id,
        "tier": str(one.tier),
        "title_unconfirmed": list(one.title_unconfirmed),
        "adopted": iso(one.adopted),
        "in_force": iso(one.in_force),
        "depositary": one.depositary,
        "total": total_data(answer.total),
        "states": [
            {
                "state": item.state.iso3,
                **standing_data(item.standing, sources),
                "statements": [statement_data(statement, sources) for statement in item.statements],
            }
            for item in answer.items
        ],
    }


def rows(answer: InstrumentProfile) -> list[Data]:
    """A line for each state."""
    same = {"as_of": answer.as_of.isoformat(), "instrument": answer.instrument.id}
    return [{**same, **flat(one)} for one in record(answer)["states"]]
