"""What `instrument` answers, as plain data."""

from toc_treaties.questions.instrument import InstrumentProfile
from toc_treaties.records import Data, envelope, iso, word
from toc_treaties.records.standings import STANDING, standing_data, statement_data, total_data

FIELDS = ("as_of", "instrument", "state", *STANDING, "statements")
LISTED = "states"


def record(answer: InstrumentProfile) -> Data:
    """The instrument's dates and every state's standing."""
    instrument = answer.instrument
    sources = {source.id: source for source in answer.sources}
    return {
        **envelope(answer.as_of, answer.scope),
        "instrument": instrument.id,
        "tier": word(instrument.tier),
        "title_unconfirmed": list(instrument.title_unconfirmed),
        "adopted": iso(instrument.adopted),
        "in_force": iso(instrument.in_force),
        "depositary": instrument.depositary,
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
