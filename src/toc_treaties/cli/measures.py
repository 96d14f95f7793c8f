"""`toc-treaties measures`."""

from typing import Annotated

import typer

from toc_treaties.cli.answer import Run, answering_of_states
from toc_treaties.cli.complete import complete_topics
from toc_treaties.cli.options import StateNames, choice, refuse_together
from toc_treaties.model.measure import MeasureKind


@answering_of_states
def measures(
    run: Run,
    context: typer.Context,
    states: StateNames = None,
    topic: Annotated[
        str | None,
        typer.Option(
            "--topic",
            metavar="TOPIC",
            autocompletion=complete_topics,
            help="Only this topic, as aml or mla; without one state: state by state.",
        ),
    ] = None,
    matrix: Annotated[bool, typer.Option("--matrix", help="States by topics, a sign in each cell.")] = False,
    every: Annotated[bool, typer.Option("--all", help="Every measure with all that is recorded of it.")] = False,
    kind: Annotated[
        MeasureKind | None,
        choice("--kind", MeasureKind, "kind", "Only measures of this kind; signs speak of laws if not given."),
    ] = None,
) -> None:
    """Show what a state has done at home about the topics of the treaties.

    Laws, strategies, plans, bodies and reviews on record, what was looked for and not found, and what nobody looked
    for.

    Example: toc-treaties measures haiti
    """
    from toc_treaties.cli.faults import CommandError
    from toc_treaties.cli.spelling import topic_named
    from toc_treaties.questions import measures as ask

    refuse_together(context, "--matrix", "--all")
    if not (states or topic or matrix):
        raise CommandError("name a state, a topic with --topic, or ask for --matrix")
    register = run.register("topics", "measures", states=states)
    scope = run.scope(register)
    named = topic_named(register.topics, topic) if topic else None
    if matrix:
        topics = [named] if named else register.topics_for_law
        run.show("measures", ask.matrix(register, scope, topics, run.day, kind=kind), "matrix")
    elif len(scope.states) == 1 and scope.states_named:
        (state,) = scope.states
        run.show("measures", ask.of_state(register, state, run.day, topic=named, kind=kind), every=every)
    elif named:
        run.show("measures", ask.on_topic(register, scope, named, run.day, kind=kind), "topic", every=every)
    else:
        raise CommandError("several states are shown on one topic or as a matrix: give --topic or --matrix")
