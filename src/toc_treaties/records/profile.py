"""What `state` answers, as plain data."""

from collections.abc import Mapping

from toc_treaties.law.gap import doubt_of
from toc_treaties.model.source import Source
from toc_treaties.questions.case import Case
from toc_treaties.questions.profile import Profile
from toc_treaties.records import Data, envelope, word
from toc_treaties.records.measures import measure_brief
from toc_treaties.records.standings import STANDING, standing_data, statement_data

FIELDS = ("as_of", "state", "instrument", "tier", "doubt", *STANDING, "statements", "source")
LISTED = "instruments"


def record(answer: Profile) -> Data:
    """Every instrument with its standing, statements and sources; what was done at home, in brief."""
    sources = {source.id: source for source in answer.sources}
    return {
        **envelope(answer.as_of),
        "state": answer.state.iso3,
        "member": answer.member,
        "instruments": [_data(item, sources) for item in answer.items],
        "measures": [
            {"topics": list(standing.measure.topics), **measure_brief(standing)}
            for standing in (answer.at_home.standings if answer.at_home else ())
        ],
    }


def _data(item: Case, sources: Mapping[str, Source]) -> Data:
    return {
        "instrument": item.instrument.id,
        "tier": word(item.instrument.tier),
        "doubt": word(doubt_of(item.standing)),
        **standing_data(item.standing, sources),
        "statements": [statement_data(statement, sources) for statement in item.statements],
        "source": list(item.standing.evidence.sources),
    }
