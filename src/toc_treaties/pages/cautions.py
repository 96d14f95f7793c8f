"""What a reader must know before reading a page."""

from toc_treaties.questions.day_taken import DayTaken, FutureDay, NotGiven
from toc_treaties.words.language import Words


def caution_text(taken: DayTaken | NotGiven, words: Words) -> str:
    """That the day asked about has not come, was taken for a meeting whose day is not known, or what is not given."""
    if isinstance(taken, NotGiven):
        return _not_given(taken, words)
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


FEW = 6
"""How many things are named that a revision does not give."""


def _not_given(taken: NotGiven, words: Words) -> str:
    """What a past revision does not hold, or holds in another form."""
    cells = [
        words.say("{state} under {instrument}", state=state.name, instrument=instrument.short)
        for state, instrument in taken.cells
    ]
    at_home = [name for name in taken.files if name == "topics.yaml" or name.startswith("measures/")]
    laws = [words.say("what was done at home ({files})", files=words.listed(at_home))] if at_home else []
    files = [name for name in taken.files if name not in at_home]
    things = [*cells, *laws, *files, *taken.ids, *taken.places]
    more = words.count("{n} other", "{n} others", len(things) - FEW) if len(things) > FEW else ""
    return words.say(
        "Left out, because revision {revision} does not hold it in a form that is read today: {things}.",
        revision=taken.revision,
        things=words.listed([*things[:FEW], *([more] if more else [])]),
    )
