"""What `map` answers, as plain data."""

from toc_treaties.questions.instrument import InstrumentProfile
from toc_treaties.records import Data, envelope
from toc_treaties.records.standings import STANDING, standing_data, total_data

FIELDS = ("as_of", "instrument", "state", "row", "column", *STANDING)
LISTED = "states"


def record(answer: InstrumentProfile) -> Data:
    """Every state's place on the map and its standing."""
    sources = {source.id: source for source in answer.sources}
    return {
        **envelope(answer.as_of, answer.scope),
        "instrument": answer.instrument.id,
        "total": total_data(answer.total),
        "states": [
            {
                "state": case.state.iso3,
                "row": case.state.tile[0] if case.state.tile else None,
                "column": case.state.tile[1] if case.state.tile else None,
                **standing_data(case.standing, sources),
            }
            for case in answer.items
        ],
    }
