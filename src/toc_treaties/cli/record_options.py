"""The options of `toc-treaties record`, each by the field of the files that it sets."""

from collections.abc import Callable, Mapping
from inspect import Parameter, signature
from typing import Annotated, Any

import typer

ONE: Mapping[str, tuple[str, str, str]] = {
    "unconfirmed": ("--unconfirmed", "WHY", "Why no source shows it."),
    "note": ("--note", "TEXT", "A remark, on one line."),
    "as_recorded": ("--as-recorded", "WHY", "Acknowledges a warning: the depositary's table holds it so, and why."),
    "in_force": ("--in-force", "DATE", "Entry into force, only where a source prints it."),
    "takes_effect": ("--takes-effect", "DATE", "Of a denunciation, only where a source prints it."),
    "effect_from": ("--effect-from", "DATE", "Of a succession: the earlier day from which it takes effect."),
    "between": ("--between", "DATE/DATE", "Of an unknown day: the first and the last possible day."),
    "day_unconfirmed": ("--day-unconfirmed", "WHY", "Why no source shows the day, where one shows the act."),
    "depositary_notification": ("--notification", "REFERENCE", "The depositary's notification."),
    "ratified_at_home": ("--ratified-at-home", "DATE", "The national act."),
    "gazette": ("--gazette", "CITATION", "The gazette that printed the national act."),
    "via": ("--via", "PATH", "The text by which the state became bound."),
    "area": ("--area", "TEXT", "Of a suspension: where it applies."),
    "awaits": ("--awaits", "TEXT", "Of an instrument that was lodged: what it waits for."),
    "since": ("--since", "DATE", "Of a designation: its own day, where it is not that of the notification."),
    "until": ("--until", "DATE|none", "The last day of an invitation; the first without a designation or a measure."),
    "text": (
        "--text",
        "TEXT",
        "A statement in one line, or words of the one withdrawn; what another source says; why nothing is known.",
    ),
    "why": ("--why", "WHY", "Of a conflict: why the recorded date is kept."),
    "effect": ("--effect", "excludes|limits|informs", "What a statement does to its articles."),
    "to": ("--to", "ISO3", "Of an objection: the state whose reservation it is."),
    "on": ("--on", "DATE", "The day of the act to which a statement is attached, or of a measure on record."),
    "amount": ("--amount", "TEXT", "Of a contribution: how much, with its currency."),
    "institution": ("--institution", "NAME", "Of a designation or a measure: the body; never a person."),
    "local": ("--local", "NAME", "The institution's name in the state's own language."),
    "status": ("--status", "STATUS", "Of an assessment or a measure."),
    "basis": ("--basis", "BASIS", "Of an assessment: self-reported, documented or assessed."),
    "mechanism": ("--mechanism", "NAME", "Who assessed it."),
    "word": ("--word", "TEXT", "The mechanism's own word."),
    "title": ("--title", "TITLE", "A measure's own title, in its own language; of one that ended, words of it."),
    "title_english": ("--title-english", "TITLE", "That title in English."),
    "number": ("--number", "NUMBER", "A measure's number, as the state cites it."),
    "due": ("--due", "DATE", "When a questionnaire was due."),
    "replaced_by": ("--replaced-by", "NUMBER", "The number or the title of the measure that took its place."),
    "published": ("--published", "DATE", "The day of the gazette."),
    "shown": ("--shown", "text|listing|mention", "How much of a measure was seen."),
    "where": ("--where", "TEXT", "Of a search: the pages or registers that were searched."),
    "looked_for": ("--looked-for", "KIND", "Of a search: the kind of measure; a law if not given."),
}
"""The options of which one is given, by the field of the files that each sets."""
SEVERAL: Mapping[str, tuple[str, str, str]] = {
    "source": ("--source", "ID", "The id of a source that shows it; newest last."),
    "articles": ("--article", "ARTICLE", "An article that the statement, designation or condition is under."),
    "in_force_seen": ("--in-force-seen", "ID", "A source that lists the instrument as in force for the state."),
    "route": ("--step", "KIND DATE PATH", "An earlier step under another text: signature 1961-04-03 convention-1961."),
    "readings": ("--reading", "ID: TEXT", "Of a contested participation: one reading, behind the source that has it."),
    "parts": ("--part", "TEXT", "A part of the commitment that an assessment speaks of."),
    "provision": ("--provision", "TEXT", "Where in a measure its topic is dealt with; of several, as TOPIC: TEXT."),
    "also": ("--also", "PARAGRAPH", "A paragraph that a measure serves beside those of its topics."),
}
OF_SOURCE: Mapping[str, tuple[str, str, str]] = {
    "title": ("--source-title", "TITLE", "Of a source that is new: its title."),
    "publisher": ("--source-publisher", "NAME", "Who publishes it."),
    "url": ("--source-url", "URL", "Where it is."),
    "as_of": ("--source-as-of", "DATE", "How current its content is, or: undated."),
    "kind": ("--source-kind", "KIND", "depositary or secondary; of a measure, official or secondary."),
    "archived": ("--source-archived", "URL", "Where a copy is kept."),
}
NEEDED = ("title", "publisher", "url", "as_of", "kind")
OF_FIELD = {**ONE, **SEVERAL}
FLAGS = {field: flag for field, (flag, *_) in OF_FIELD.items()}


def with_options(command: Callable[..., None]) -> Callable[..., None]:
    """A command whose signature, as Typer reads it, ends in the options of every entry."""

    def run(**given: Any) -> None:  # noqa: ANN401 - whatever an option takes
        fields = {field: given.pop(field) for field in (*ONE, *SEVERAL)}
        new = {field: given.pop(f"source_{field}") for field in OF_SOURCE}
        command(
            fields={field: tuple(value) if field in SEVERAL else value for field, value in fields.items() if value},
            new={field: value for field, value in new.items() if value},
            **given,
        )

    def option(name: str, kind: object, row: tuple[str, str, str]) -> Parameter:
        flag, metavar, help_ = row
        annotation = Annotated[kind, typer.Option(flag, metavar=metavar, help=help_)]  # type: ignore[valid-type]
        return Parameter(name, Parameter.KEYWORD_ONLY, default=None, annotation=annotation)

    own = [each for name, each in signature(command).parameters.items() if name not in {"fields", "new"}]
    made = [option(field, list[str] | None, row) for field, row in SEVERAL.items()]
    made += [option(f"source_{field}", str | None, row) for field, row in OF_SOURCE.items()]
    made += [option(field, str | None, row) for field, row in ONE.items()]
    every = [*(each.replace(kind=Parameter.KEYWORD_ONLY) for each in own), *made]
    run.__signature__ = signature(command).replace(parameters=every)  # type: ignore[attr-defined]
    run.__annotations__ = {each.name: each.annotation for each in every}
    run.__name__, run.__doc__, run.__module__ = command.__name__, command.__doc__, command.__module__
    return run
