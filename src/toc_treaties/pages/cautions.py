"""What a reader must know before reading a page."""

from toc_treaties.questions.day_taken import DayTaken, FutureDay
from toc_treaties.words.language import Words


def caution_text(taken: DayTaken, words: Words) -> str:
    """That the day asked about has not come, or was taken for a meeting whose day is not known."""
    if isinstance(taken, FutureDay):
        return words.say(
            "{day} is in the future: the answer uses what was recorded by {recorded_by}.",
            day=words.long_day(taken.day),
            recorded_by=words.long_day(taken.recorded_by),
        )
    return words.say(
        "The day of this meeting was not found; {day} is used. Meeting: {meeting}, {known}.",
        day=words.long_day(taken.day),
        meeting=taken.meeting.name,
        known=taken.known,
    )
