"""What `progress` answers, as plain data."""

from toc_treaties.law.gap import part_of
from toc_treaties.questions.progress import ConsentProgress, ConsentSeries
from toc_treaties.records import envelope
from toc_treaties.records.standings import Data, iso, total_data

FIELDS = ("as_of", "instrument", "date", "parties")


def record(answer: ConsentProgress) -> Data:
    """Every point of every series, and the open signatures."""
    return {
        **envelope(answer.as_of),
        "totals": [_total(one) for one in answer.series],
        "series": [_point(one, index) for one in answer.series for index in range(len(one.points))],
        "waiting": [
            {
                "state": one.state.iso3,
                "instrument": one.instrument.id,
                "since": iso(one.standing.since),
                "unconfirmed": one.standing.evidence.marked,
                "day_unconfirmed": one.standing.day_marked,
                "part": part_of(one.standing).name.lower(),
                "ratified_at_home": one.at_home.ratified_at_home.text
                if one.at_home and one.at_home.ratified_at_home
                else None,
                "gazette": one.at_home.gazette if one.at_home else None,
            }
            for one in answer.waiting
        ],
    }


def _total(one: ConsentSeries) -> Data:
    return {"instrument": one.instrument.id, **total_data(one.total), "undated": one.undated}


def _point(one: ConsentSeries, index: int) -> Data:
    point = one.points[index]
    return {"instrument": one.instrument.id, "date": point.day.isoformat(), "parties": point.parties}


def rows(answer: ConsentProgress) -> list[Data]:
    """A line for each point."""
    return [{"as_of": answer.as_of.isoformat(), **point} for point in record(answer)["series"]]
