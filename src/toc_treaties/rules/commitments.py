"""The commitments family: assessments, designations and returns answer something that was asked, and can be so."""

from collections.abc import Iterator, Mapping
from datetime import date

from toc_treaties.law.membership import OAS, may_be_member
from toc_treaties.law.periods import certainly
from toc_treaties.model.assessment import Assessment, Figure, Return, Sentence
from toc_treaties.model.commitment import MEMBER_STATES, Catalogue, Statistic
from toc_treaties.model.names import did_you_mean
from toc_treaties.model.place import Place
from toc_treaties.model.problem import Problem
from toc_treaties.model.register import Register
from toc_treaties.model.state import Designation, State
from toc_treaties.words.english import day, when


def check_commitments(register: Register, state: State, today: date) -> Iterator[Problem]:
    """Every problem of a state's assessments, designations and returns."""
    catalogue = register.catalogue or Catalogue()
    for assessment in state.assessments:
        yield from _assessment(catalogue, assessment)
        yield from after_membership(state, assessment)
        if assessment.made.earliest > today:
            message = f"assessed {when(assessment.made)}, which is later than today, {day(today)}"
            yield Problem(
                "year-in-future",
                assessment.place.of("date"),
                message,
                "check the date",
                width=len(assessment.made.text),
            )
    uncited = [assessment.place for assessment in state.assessments if not assessment.sources]
    uncited += [contribution.place for contribution in state.contributions if not contribution.sources]
    yield from map(without_source, uncited)
    yield from overlapping_designations(state)
    for year in sorted({*state.returns}) if register.statistics else ():
        yield from _return(register.statistics, state.returns[year], today)
    years = [(contribution.year, contribution.place) for contribution in state.contributions]
    yield from (year_in_future(place.of("year"), year, today) for year, place in years if year > today.year)


def unknown_articles(register: Register, articles: tuple[str, ...], place: Place) -> Iterator[Problem]:
    """An article is cited with its instrument: untoc 5."""
    for article in articles:
        instrument = article.split(" ", 1)[0]
        if instrument not in register.instruments and instrument not in register.dropped:
            message = f"there is no instrument {instrument}, as article {article!r} has it"
            help_ = "write the instrument's id, a space and the article, as untoc 5"
            absent = f"instruments.yaml {instrument}"
            yield Problem("unknown-instrument", place.of("articles"), message, help_, width=len(article), absent=absent)


def check_bodies(register: Register, _today: date) -> Iterator[Problem]:
    """Every problem of the bodies' assessments and of the catalogue itself."""
    catalogue = register.catalogue or Catalogue()
    for body in register.bodies.values():
        for assessment in body.assessments:
            yield from _assessment(catalogue, assessment)
            if not assessment.sources:
                yield without_source(assessment.place)
    yield from unknown_cited(register, catalogue)
    yield from unanswerable(register, catalogue)


def without_source(place: Place) -> Problem:
    """Who reads a record must be able to look up what shows it."""
    help_ = "add source: with an id of sources.yaml"
    return Problem("record-without-source", place, "this entry names no source", help_)


def unknown_cited(register: Register, catalogue: Catalogue) -> Iterator[Problem]:
    """A source that a document or a body's assessment cites stands in `sources.yaml`."""
    from toc_treaties.rules.references import unknown_source_at

    cited = [(document.sources, document.place) for document in catalogue.documents.values()]
    cited += [(catalogue.scale.sources, catalogue.scale.place)] if catalogue.scale else []
    cited += [
        (assessment.sources, assessment.place) for body in register.bodies.values() for assessment in body.assessments
    ]
    for ids, place in cited:
        for id in ids:
            if register.sources and id not in register.sources and id not in register.dropped:
                yield unknown_source_at(register, place.of("source"), id)


def _assessment(catalogue: Catalogue, assessment: Assessment) -> Iterator[Problem]:
    commitment = catalogue.commitments.get(assessment.commitment)
    if commitment is None:
        yield unknown_commitment(catalogue, assessment.place.of("commitment"), assessment.commitment)
        return
    if commitment.register:
        message = f"{commitment.id} is answered by the treaty register, never typed"
        help_ = "record the treaty action under treaties; remove this assessment"
        yield Problem("register-decides", assessment.place.of("commitment"), message, help_, width=len(commitment.id))
    document = catalogue.documents.get(commitment.document)
    if document is not None and document.from_day is not None and assessment.made.latest < document.from_day:
        message = f"assessed {when(assessment.made)}, before {document.called} of {day(document.from_day)}"
        help_ = "an older strategy or law is a measure: record it in data/measures"
        yield Problem(
            "assessment-before-commitment", assessment.place.of("date"), message, help_, width=len(assessment.made.text)
        )
    for part in assessment.parts:
        if part not in commitment.parts:
            known = ", ".join(commitment.parts) or "none"
            message = f"{commitment.id} has no part {part!r}"
            yield Problem("unknown-part", assessment.place.of("parts"), message, f"its parts: {known}", width=len(part))


def unknown_commitment(catalogue: Catalogue, place: Place, id: str) -> Problem:
    """A commitment that `commitments.yaml` does not hold."""
    help_ = did_you_mean(id, catalogue.commitments, "see toc-treaties commitments")
    message, absent = f"there is no commitment {id}", f"commitments.yaml {id}"
    return Problem("unknown-commitment", place, message, help_, width=len(id), absent=absent)


def after_membership(state: State, assessment: Assessment) -> Iterator[Problem]:
    """The commitments are those of member states."""
    if not any(may_be_member(state, OAS, day) for day in (assessment.made.earliest, assessment.made.latest)):
        message = f"assessed {when(assessment.made)}, when {state.called} was not a member of the OAS"
        help_ = "the commitments are those of member states; check the date"
        yield Problem(
            "assessment-outside-membership",
            assessment.place.of("date"),
            message,
            help_,
            width=len(assessment.made.text),
        )


def overlapping_designations(state: State) -> Iterator[Problem]:
    """One institution at a time holds a role, or serves under an article."""
    held: dict[tuple[str | None, ...], Designation] = {}
    dated = sorted(
        state.designations, key=lambda designation: designation.since.earliest if designation.since else date.min
    )
    for one in dated:
        key = (one.role, one.instrument, one.article)
        before = held.get(key)
        begins = one.since.earliest if one.since else date.min
        if before is not None and one.role is not None and certainly(None, before.until, begins):
            message = f"{before.institution} already holds this designation"
            help_ = "give the earlier one an until, or join the two institutions in one entry"
            yield Problem("overlapping-designations", one.place, message, help_)
        held[key] = one


def year_in_future(place: Place, year: int, today: date) -> Problem:
    """A year that has not begun, or for figures not ended, has nothing to record."""
    state = "not ended" if year == today.year else "not begun"
    return Problem("year-in-future", place, f"{year} has {state} on {day(today)}", "check the year", width=4)


def _return(statistics: Mapping[str, Statistic], given: Return, today: date) -> Iterator[Problem]:
    if given.year >= today.year:
        yield year_in_future(given.place, given.year, today)
    elif given.submitted is not None and given.submitted.latest < date(given.year, 12, 31):
        message = f"submitted {when(given.submitted)}, before {given.year} had ended"
        help_ = "the year is the one that the figures describe"
        yield Problem("return-too-early", given.place.of("submitted"), message, help_, width=10)
    for id, figure in given.figures.items():
        one = statistics.get(id)
        if one is None or one.level == "derived" or one.unit == "date":
            yield _not_entered(statistics, given, id, one)
        else:
            yield from _bound(statistics, given, one, figure)


def _not_entered(statistics: Mapping[str, Statistic], given: Return, id: str, one: Statistic | None) -> Problem:
    place = given.place.of(f"figures.{id}")
    if one is not None:
        help_ = "write the day under submitted" if one.unit == "date" else "remove it"
        return Problem("figure-computed", place, f"{id} is computed, never entered", help_, width=len(id))
    help_ = did_you_mean(id, statistics, "see the ids in statistics.yaml")
    message, absent = f"there is no figure {id}", f"statistics.yaml {id}"
    return Problem("unknown-statistic", place, message, help_, width=len(id), absent=absent)


def _bound(
    statistics: Mapping[str, Statistic], given: Return, statistic: Statistic, figure: Figure
) -> Iterator[Problem]:
    """A breakdown keeps within its parent, or above it, where its definition says so; sentences are in order."""
    place, width = given.place.of(f"figures.{statistic.id}"), len(statistic.id)
    if figure is not None and isinstance(figure, Sentence) != (statistic.unit == "months"):
        asked = "terms: min, median, max and life" if statistic.unit == "months" else "a number"
        message = f"{statistic.id} is given in another form than is asked for"
        yield Problem("other-form", place, message, f"write {asked}", width=width)
    elif isinstance(figure, Sentence):
        terms = [term for term in (figure.least, figure.median, figure.most) if term is not None]
        if terms != sorted(terms):
            message = f"{statistic.id}: the shortest, median and longest term are not in order"
            yield Problem("breakdown-contradicts", place, message, "compare the three figures", width=width)
        return
    parent = given.figures.get(statistic.of or "")
    if not isinstance(figure, int) or not isinstance(parent, int):
        return
    if statistic.bound == "at-least-parent" and parent > 0 and figure < parent:
        message = f"{statistic.id} is {figure}, below the {parent} cases of {statistic.of}"
        yield Problem(
            "breakdown-contradicts", place, message, "each case has at least one person; compare both", width=width
        )
    if statistic.bound == "sum-within-parent":
        siblings = [s.id for s in statistics.values() if s.of == statistic.of and s.bound == statistic.bound]
        total = sum(value for id in siblings if isinstance(value := given.figures.get(id), int))
        if total > parent and statistic.id == next(id for id in siblings if isinstance(given.figures.get(id), int)):
            message = f"{' and '.join(siblings)} add up to {total}, above the {parent} of {statistic.of}"
            help_ = "compare the figures with their definitions"
            yield Problem("breakdown-contradicts", place, message, help_, width=width)


def unanswerable(register: Register, catalogue: Catalogue) -> Iterator[Problem]:
    """What a commitment names exists: its document, addressees, instruments, and the paragraphs that say the same."""
    instruments = {*register.instruments, *register.dropped}
    for commitment in catalogue.commitments.values():
        named = [
            ("document", (commitment.document,), {*catalogue.documents}, "commitments"),
            ("adopts", (commitment.adopts,) if commitment.adopts else (), {*catalogue.documents}, "commitments"),
            ("addressee", commitment.addressee, {MEMBER_STATES, *register.bodies}, "bodies"),
            ("instruments", commitment.instruments, instruments, "instruments"),
            ("register", commitment.register, instruments, "instruments"),
            ("beside", commitment.beside, instruments, "instruments"),
            ("same_as", commitment.same_as, {*catalogue.commitments}, "commitments"),
        ]
        for field, ids, known, file in named:
            for id in ids:
                if id not in known and id not in register.dropped:
                    message, place = f"{commitment.id} names {id}, which is not there", commitment.place.of(field)
                    help_, absent = f"check {field}", f"{file}.yaml {id}"
                    yield Problem("unknown-in-commitments", place, message, help_, width=len(id), absent=absent)
    for commitment in catalogue.commitments.values():
        yield from unknown_articles(register, commitment.articles, commitment.place)
    for statistic in register.statistics.values():
        yield from unknown_articles(register, statistic.articles, statistic.place)
        for id in (*([statistic.of] if statistic.of else []), *statistic.sum_of):
            if id not in register.statistics:
                message = f"{statistic.id} names {id}, which is not there"
                place, help_, absent = statistic.place, "check of and sum_of", f"statistics.yaml {id}"
                width = len(statistic.id)
                yield Problem("unknown-in-commitments", place, message, help_, width=width, absent=absent)
