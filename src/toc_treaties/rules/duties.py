"""The duties family: what an article asks for is said without contradiction, and a condition met is one it has."""

from collections.abc import Iterator
from datetime import date

from toc_treaties.model.problem import Problem
from toc_treaties.model.register import Register
from toc_treaties.rules.state_file import StateFile


def contradictory_duty(register: Register, _today: date) -> Iterator[Problem]:
    """A condition belongs to what is due, and `may` to what is not."""
    for instrument in register.instruments.values():
        for designation in instrument.designations:
            if designation.condition is not None and not designation.due:
                message = f"article {designation.article} has a condition, and is not due"
                help_ = "write due: true, or what is asked under note"
                yield Problem("contradictory-duty", designation.place.of("condition"), message, help_)
            if designation.may and designation.due:
                message = f"article {designation.article} is due, and says may"
                help_ = "write due: false where the article leaves it to each party"
                yield Problem("contradictory-duty", designation.place.of("may"), message, help_)


def unlisted_condition(cases: StateFile, _today: date) -> Iterator[Problem]:
    """A condition that a state meets is one that the instrument lists under that article."""
    for condition in cases.state.conditions:
        instrument = cases.register.instruments.get(condition.instrument)
        if instrument is None:
            if condition.instrument not in cases.register.dropped:
                message = f"there is no instrument {condition.instrument}"
                help_ = f"one of {', '.join(cases.register.instruments)} is expected"
                absent = f"instruments.yaml {condition.instrument}"
                yield Problem("unknown-instrument", condition.place.of("instrument"), message, help_, absent=absent)
            continue
        known = [due.article for due in instrument.designations if due.condition is not None]
        if condition.article not in known:
            message = f"{instrument.called} lists no condition under article {condition.article}"
            help_ = f"its articles with one: {', '.join(known) or 'none'}"
            yield Problem(
                "unlisted-condition", condition.place.of("article"), message, help_, width=len(condition.article)
            )


def unknown_series(register: Register, _today: date) -> Iterator[Problem]:
    """A return is given at meetings that there are."""
    known = {meeting.series for meeting in register.meetings.values()}
    for statistic in register.statistics.values():
        if statistic.at is not None and statistic.at not in known and known:
            message = f"no meeting is of the series {statistic.at}"
            help_ = "write it as the series of those meetings in meetings.yaml"
            absent = f"meetings.yaml {statistic.at}"
            yield Problem(
                "unknown-series", statistic.place.of("at"), message, help_, width=len(statistic.at), absent=absent
            )
