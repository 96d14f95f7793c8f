"""The catalogue family: instruments, commitments and figures agree with one another and with themselves."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from toc_treaties.model.assessment import Assessment
from toc_treaties.model.commitment import MEMBER_STATES, Commitment, Level, Statistic
from toc_treaties.model.instrument import Instrument, Tier
from toc_treaties.model.problem import Problem
from toc_treaties.model.register import Register
from toc_treaties.rules.articles import ROMAN
from toc_treaties.rules.state_file import StateFile

LISTS = {"2.": Tier.URGED, "2.a.": Tier.COMPLEMENTARY}
"""The Strategy's two lists: what a paragraph begins with, before its Roman number."""


def tier_against_paragraph(register: Register, _today: date) -> Iterator[Problem]:
    """An instrument is urged or complementary as its paragraph has it, and stands in the Strategy's order."""
    for instrument in register.instruments.values():
        list_, number = _numbered(instrument)
        if list_ not in LISTS or not number:
            message = f"{instrument.paragraph} is no paragraph of the Strategy's two lists"
            yield _at_paragraph(instrument, message, "write 2.i and on for those urged, 2.a.i and on for the others")
        elif LISTS[list_] is not instrument.tier:
            message = f"{instrument.id} is {instrument.tier}, and paragraph {instrument.paragraph} is of the other list"
            yield Problem("tier-against-paragraph", instrument.place.of("tier"), message, "compare tier and paragraph")
    for first, then in pairwise(register.instruments.values()):
        if _numbered(then) < _numbered(first):
            message = f"paragraph {then.paragraph} stands after {first.paragraph}"
            yield _at_paragraph(then, message, "put the instruments in the Strategy's order; compare both paragraphs")


def _at_paragraph(instrument: Instrument, message: str, help_: str) -> Problem:
    place, width = instrument.place.of("paragraph"), len(instrument.paragraph)
    return Problem("tier-against-paragraph", place, message, help_, width=width)


def _numbered(instrument: Instrument) -> tuple[str, int]:
    """A paragraph's list and its number within it; 0 where it has none."""
    list_, dot, roman = instrument.paragraph.rpartition(".")
    values = [ROMAN.get(letter.upper(), 0) for letter in roman]
    number = sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True))
    return list_ + dot, number if all(values) else 0


def parents(register: Register, _today: date) -> Iterator[Problem]:
    """No instrument is its own parent; what takes a protocol along when it is left is its parent."""
    for instrument in register.instruments.values():
        requires, leaving, above = instrument.requires, instrument.exit, [instrument.id]
        while requires is not None and requires.instrument in register.instruments:
            if requires.instrument in above:
                message = f"{instrument.id} is its own parent"
                help_ = "name the convention that must be joined first"
                place = (instrument.requires or requires).place.of("instrument")
                yield Problem("wrong-parent", place, message, help_, width=len(requires.instrument))
                break
            above.append(requires.instrument)
            requires = register.instruments[requires.instrument].requires
        if leaving is not None and leaving.along is not None:
            parent = instrument.requires.instrument if instrument.requires else None
            if leaving.along != parent and (parent is None or parent in register.instruments):
                message = f"{instrument.id} is left with {leaving.along}, and its parent is {parent or 'none'}"
                place = leaving.place.of("with")
                yield Problem("wrong-parent", place, message, "compare with and requires", width=len(leaving.along))


def documents(register: Register, _today: date) -> Iterator[Problem]:
    """An adopted text has the day of its adoption, a draft the date of its text; permissive wording is explained."""
    for document in register.catalogue.documents.values() if register.catalogue else ():
        field, other = ("dated", "adopted") if document.status == "draft" else ("adopted", "dated")
        if getattr(document, field) is None:
            message = f"{document.id} is {'a draft' if field == 'dated' else 'adopted'}, and has no day"
            yield Problem("document-day", document.place.of("status"), message, f"add {field}")
        if getattr(document, other) is not None:
            message = f"{other} does not belong to a document that is {document.status}"
            yield Problem("document-day", document.place.of(other), message, "compare it with status", width=10)


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


def _of(one: Commitment, field: str, message: str, help_: str) -> Problem:
    return Problem("commitment-contradicts", one.place.of(field), message, help_)


def figures(register: Register, _today: date) -> Iterator[Problem]:
    """A figure answers a commitment; a breakdown has a parent of its own group, a sum has what it adds up."""
    held = register.catalogue.commitments if register.catalogue else {}
    for one in register.statistics.values():
        if register.catalogue is not None and one.commitment not in held and one.commitment not in register.dropped:
            message = f"{one.id} names {one.commitment}, which is not there"
            place, help_ = one.place.of("commitment"), "check commitment"
            yield Problem("unknown-in-commitments", place, message, help_, width=len(one.commitment))
        yield from _figure(one, register)


def _figure(one: Statistic, register: Register) -> Iterator[Problem]:
    within = one.level in {Level.BREAKDOWN, Level.IF_AVAILABLE}
    expected = {
        "of": (one.of is not None, within, "a breakdown, and what is asked if available, has its parent in of"),
        "bound": (one.bound is not None, within, "bound belongs to a figure that has a parent"),
        "sum_of": (bool(one.sum_of), one.level is Level.DERIVED, "a derived figure says in sum_of what it adds up"),
    }
    for field, (given, asked, help_) in expected.items():
        if given != asked:
            message = f"{one.id} is {one.level}, and has {'a' if given else 'no'} {field}"
            yield Problem("figure-contradicts", one.place.of(field if given else "level"), message, help_)
    above = [(one.of, "of")] if one.of else []
    for id, field in (*above, *((id, "sum_of") for id in one.sum_of)):
        parent = register.statistics.get(id)
        if id == one.id:
            yield Problem(
                "figure-contradicts", one.place.of(field), f"{one.id} is its own {field}", "name another figure"
            )
        elif parent is not None and field == "sum_of" and parent.group != one.group:
            message = f"{one.id} adds up {id}, which is of {parent.group}"
            yield Problem("figure-contradicts", one.place.of(field), message, "compare both groups")
    within_ = register.statistics.get(one.of or "")
    if within_ is not None and (within_.unit, within_.group) == (one.unit, one.group) and within_.kind != one.kind:
        message = f"{one.id} counts {one.kind}, within {within_.id} that counts {within_.kind}"
        yield Problem("figure-contradicts", one.place.of("kind"), message, "compare both kinds", width=len(one.kind))
    if (one.unit == "date") != (one.group == "return"):
        message = f"{one.id} is of {one.group}, and counts {one.unit}"
        yield Problem("figure-contradicts", one.place.of("unit"), message, "the day of the return alone is a date")


def addressee(cases: StateFile, _today: date) -> Iterator[Problem]:
    """A state is assessed on what is asked of member states."""
    for one in cases.state.assessments:
        yield from _addressed(one, MEMBER_STATES, cases.register)


def addressee_of_body(register: Register, _today: date) -> Iterator[Problem]:
    """A body is assessed on what is asked of it."""
    for id, body in register.bodies.items():
        for one in body.assessments:
            yield from _addressed(one, id, register)


def _addressed(one: Assessment, whom: str, register: Register) -> Iterator[Problem]:
    asked = register.catalogue.commitments.get(one.commitment) if register.catalogue else None
    if asked is not None and whom not in asked.addressee:
        message = f"{one.commitment} is addressed to {' and '.join(asked.addressee)}"
        place, help_ = one.place.of("commitment"), "record it with its addressee, or name another commitment"
        yield Problem("wrong-addressee", place, message, help_, width=len(one.commitment))


OF_STATE = (addressee,)
BESIDE = (
    tier_against_paragraph,
    parents,
    documents,
    commitments,
    figures,
    addressee_of_body,
)
