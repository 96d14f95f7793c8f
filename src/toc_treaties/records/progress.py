"""What `progress` answers, as plain data."""

from toc_treaties.law.evidence import is_marked
from toc_treaties.law.gap import part_of
from toc_treaties.questions.progress import ConsentProgress, ConsentSeries, Waiting
from toc_treaties.records import Data, envelope, iso, word, written
from toc_treaties.records.standings import total_data

FIELDS = ("as_of", "instrument", "date", "parties")
LISTED = "series"


def record(answer: ConsentProgress) -> Data:
    """Every point of every series, and the open signatures."""
    return {
        **envelope(answer.as_of, answer.scope),
        "counted": answer.counted,
        "strategy_adopted": iso(answer.strategy),
        "totals": [_total(series) for series in answer.series],
        "series": [
            {"instrument": series.instrument.id, "date": point.day.isoformat(), "parties": point.parties}
            for series in answer.series
            for point in series.points
        ],
        "waiting": [_waiting(waiting) for waiting in answer.waiting],
    }


def _total(series: ConsentSeries) -> Data:
    latest = series.latest
    return {
        "instrument": series.instrument.id,
        **total_data(series.total),
        "undated": series.undated,
        "latest": latest.when.text if latest and not latest.when.bracketed else None,
        "latest_unconfirmed": latest is not None and is_marked(latest.act),
        "latest_day_unconfirmed": latest is not None and latest.act.day_unconfirmed is not None,
        "gained_since_strategy": list(series.gained) if series.gained else None,
    }


def _waiting(waiting: Waiting) -> Data:
    home = waiting.at_home
    return {
        "state": waiting.state.iso3,
        "instrument": waiting.instrument.id,
        "since": iso(waiting.standing.since),
        "unconfirmed": waiting.standing.evidence.marked,
        "day_unconfirmed": waiting.standing.day_marked,
        "part": word(part_of(waiting.standing)),
        "ratified_at_home": written(home.ratified_at_home) if home else None,
        "gazette": home.gazette if home else None,
        "source": list(waiting.standing.evidence.sources),
    }
