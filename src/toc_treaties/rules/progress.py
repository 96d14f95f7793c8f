"""The progress family: what states and bodies have done, and what was asked of them, agree with themselves."""

from collections.abc import Iterator
from datetime import date

from toc_treaties.model.assessment import Assessment, AssessmentBasis, Status
from toc_treaties.model.commitment import MEMBER_STATES, Commitment, Level, Statistic
from toc_treaties.model.names import plain
from toc_treaties.model.problem import Problem
from toc_treaties.model.register import Register
from toc_treaties.rules.fields import misplaced
from toc_treaties.rules.repeats import Key, repeated, same_names
from toc_treaties.rules.state_file import StateFile


def documents(register: Register, _today: date) -> Iterator[Problem]:
    """An adopted text has the day of its adoption, a draft the date of its text; permissive wording is explained."""
    for document in register.catalogue.documents.values() if register.catalogue else ():
        field, other = ("dated", "adopted") if document.status == "draft" else ("adopted", "dated")
        if getattr(document, field) is None and getattr(document, other) is None:
            message = f"{document.id} is {'a draft' if field == 'dated' else 'adopted'}, and has no day"
            yield Problem("document-day", document.place.of("status"), message, f"add {field}")
        elif getattr(document, other) is not None:
            message = f"{other} does not belong to a document that is {document.status}"
            yield Problem(
                "document-day", document.place.of(other), message, f"write {field}, or compare it with status", width=10
            )


def commitments(register: Register, _today: date) -> Iterator[Problem]:
    """Paragraphs that say the same name each other; what is conditional is explained; treaties answer joining alone."""
    held = register.catalogue.commitments if register.catalogue else {}
    for one in held.values():
        for id in one.same_as:
            if id in held and (one.id not in held[id].same_as or id == one.id):
                message = f"{one.id} says the same as {id}, which does not say so"
                yield _of(one, "same_as", message, f"add {one.id} to same_as of {id}, or remove it here")
        if one.conditional and one.note is None:
            yield _of(one, "conditional", "what is conditional is not said", "say it in a note")
        if one.register and one.kind != "ratification":
            yield _of(one, "kind", f"the register of treaties answers a {one.kind}", "write ratification, or beside")


def _of(commitment: Commitment, field: str, message: str, help_: str) -> Problem:
    return Problem("commitment-contradicts", commitment.place.of(field), message, help_)


def figures(register: Register, _today: date) -> Iterator[Problem]:
    """A figure answers a commitment; a breakdown has a parent of its own group, a sum has what it adds up."""
    held = register.catalogue.commitments if register.catalogue else {}
    for statistic in register.statistics.values():
        if (
            register.catalogue is not None
            and statistic.commitment not in held
            and statistic.commitment not in register.dropped
        ):
            message = f"{statistic.id} names {statistic.commitment}, which is not there"
            place, help_ = statistic.place.of("commitment"), "check commitment"
            yield Problem("unknown-in-commitments", place, message, help_, width=len(statistic.commitment))
        yield from _figure(statistic, register)


def _figure(statistic: Statistic, register: Register) -> Iterator[Problem]:
    within = statistic.level in {Level.BREAKDOWN, Level.IF_AVAILABLE}
    expected = {
        "of": (statistic.of is not None, within, "a breakdown, and what is asked if available, has its parent in of"),
        "bound": (statistic.bound is not None, within, "bound belongs to a figure that has a parent"),
        "sum_of": (
            bool(statistic.sum_of),
            statistic.level is Level.DERIVED,
            "a derived figure says in sum_of what it adds up",
        ),
    }
    for field, (given, asked, help_) in expected.items():
        if given != asked:
            message = f"{statistic.id} is {statistic.level}, and has {'a' if given else 'no'} {field}"
            yield Problem("figure-contradicts", statistic.place.of(field if given else "level"), message, help_)
    above = [(statistic.of, "of")] if statistic.of else []
    for id, field in (*above, *((id, "sum_of") for id in statistic.sum_of)):
        parent = register.statistics.get(id)
        if id == statistic.id:
            yield Problem(
                "figure-contradicts",
                statistic.place.of(field),
                f"{statistic.id} is its own {field}",
                "name another figure",
            )
        elif parent is not None and field == "sum_of" and parent.group != statistic.group:
            message = f"{statistic.id} adds up {id}, which is of {parent.group}"
            yield Problem("figure-contradicts", statistic.place.of(field), message, "compare both groups")
    within_ = register.statistics.get(statistic.of or "")
    if (
        within_ is not None
        and (within_.unit, within_.group) == (statistic.unit, statistic.group)
        and within_.kind != statistic.kind
    ):
        message = f"{statistic.id} counts {statistic.kind}, within {within_.id} that counts {within_.kind}"
        yield Problem(
            "figure-contradicts", statistic.place.of("kind"), message, "compare both kinds", width=len(statistic.kind)
        )
    if (statistic.unit == "date") != (statistic.group == "return"):
        message = f"{statistic.id} is of {statistic.group}, and counts {statistic.unit}"
        yield Problem(
            "figure-contradicts", statistic.place.of("unit"), message, "the day of the return alone is a date"
        )


def addressee(cases: StateFile, _today: date) -> Iterator[Problem]:
    """A state is assessed on what is asked of member states."""
    for assessment in cases.state.assessments:
        yield from _addressed(assessment, MEMBER_STATES, cases.register)


def addressee_of_body(register: Register, _today: date) -> Iterator[Problem]:
    """A body is assessed on what is asked of it."""
    for id, body in register.bodies.items():
        for assessment in body.assessments:
            yield from _addressed(assessment, id, register)


def _addressed(assessment: Assessment, whom: str, register: Register) -> Iterator[Problem]:
    asked = register.catalogue.commitments.get(assessment.commitment) if register.catalogue else None
    if asked is not None and whom not in asked.addressee:
        message = f"{assessment.commitment} is addressed to {' and '.join(asked.addressee)}"
        place, help_ = assessment.place.of("commitment"), "record it with its addressee, or name another commitment"
        yield Problem("wrong-addressee", place, message, help_, width=len(assessment.commitment))


def field_of_progress(cases: StateFile, _today: date) -> Iterator[Problem]:
    """A mechanism belongs to what it assessed."""
    for assessment in cases.state.assessments:
        assessed = assessment.basis is AssessmentBasis.ASSESSED
        if assessed and assessment.mechanism is None:
            message = "assessed, and no mechanism is named"
            yield misplaced(assessment.place, "basis", message, "add mechanism: who assessed it; or is it documented?")
        if not assessed and assessment.mechanism is not None:
            message = f"a mechanism is named, and the basis is {assessment.basis.replace('_', '-')}"
            yield misplaced(assessment.place, "mechanism", message, "write basis: assessed, or remove mechanism")


def status_contradicts(cases: StateFile, _today: date) -> Iterator[Problem]:
    """What is complete has all its parts, and the mechanism's own word is that of the status."""
    held = cases.register.catalogue.commitments if cases.register.catalogue else {}
    for assessment in cases.state.assessments:
        asked = held.get(assessment.commitment)
        if (
            asked is not None
            and assessment.status is Status.COMPLETE
            and assessment.parts
            and {*assessment.parts} != {*asked.parts}
        ):
            message = f"complete, and only {', '.join(assessment.parts)} of {', '.join(asked.parts)}"
            yield Problem(
                "contradicting-assessments", assessment.place.of("parts"), message, "compare status and parts"
            )
        word = plain(assessment.word or "").replace("completed", "complete").replace(" ", "_")
        if word in {*Status} and word != assessment.status:
            message = f"the mechanism's word is {assessment.word}, and the status {assessment.status.replace('_', '-')}"
            yield Problem("contradicting-assessments", assessment.place.of("word"), message, "compare status and word")


def _assessments(assessments: tuple[Assessment, ...]) -> Iterator[Problem]:
    """Who says so, of one day, says one thing of a commitment."""
    first: dict[Key, Assessment] = {}
    for one in assessments:
        before = first.setdefault((one.commitment, one.made.text, one.basis, one.mechanism), one)
        if before is one:
            continue
        if before.status is one.status:
            yield from repeated([before, one], lambda _: (), "this assessment")
        else:
            now, then = (assessment.status.replace("_", " ") for assessment in (one, before))
            message = f"{now}, but {then} on line {before.place.line}"
            help_ = "two findings of one day and basis contradict each other: keep the one that the source shows"
            yield Problem("contradicting-assessments", one.place.of("status"), message, help_, width=len(one.status))


def repeated_progress(cases: StateFile, _today: date) -> Iterator[Problem]:
    """Nothing stands twice of what a state's file says about commitments."""
    state = cases.state
    yield from repeated(
        state.contributions,
        lambda contribution: (contribution.year, plain(contribution.to), contribution.amount),
        "this contribution",
    )
    yield from _assessments(state.assessments)


def repeated_in_catalogue(register: Register, _today: date) -> Iterator[Problem]:
    """Nothing stands twice in the files on commitments, bodies and figures."""
    yield from same_names(register.bodies.values(), "name")
    for body in register.bodies.values():
        yield from _assessments(body.assessments)
    if register.catalogue is not None:
        yield from same_names(register.catalogue.documents.values(), "title")
        yield from _commitments(register)
    yield from repeated(
        register.statistics.values(),
        lambda statistic: (plain(statistic.definition),) if statistic.definition else None,
        "this definition",
        "definition",
    )


def _commitments(register: Register) -> Iterator[Problem]:
    """A paragraph asks one thing of its addressees."""
    commitments = register.catalogue.commitments.values() if register.catalogue else ()
    yield from repeated(
        commitments,
        lambda commitment: (commitment.document, commitment.paragraph, commitment.addressee),
        "this paragraph",
        "paragraph",
    )
    yield from repeated(
        commitments,
        lambda commitment: (commitment.document, commitment.addressee, plain(commitment.text.get("en", commitment.id))),
        "this text",
        "text",
    )


OF_STATE = (addressee, field_of_progress, status_contradicts, repeated_progress)
BESIDE = (documents, commitments, figures, addressee_of_body, repeated_in_catalogue)
