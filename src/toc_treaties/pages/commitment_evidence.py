"""What stands behind the progress on a commitment, in a line that cites its sources."""

from collections.abc import Iterator

from toc_treaties.document import Line, line_of
from toc_treaties.model.assessment import Assessment
from toc_treaties.model.commitment import CommitmentText
from toc_treaties.model.state import Designation
from toc_treaties.pages.case import together
from toc_treaties.pages.measure_lines import on_record_line
from toc_treaties.pages.standings import mark_of
from toc_treaties.questions.commitments import CommitmentProgress
from toc_treaties.words.language import Words
from toc_treaties.words.phrases import ASSESSED


def evidence_line(progress: CommitmentProgress, words: Words, *, measures: bool = True) -> Line:
    """The assessment, the text adopted or the authority designated; other authorities and what was done at home."""
    at_home = [on_record_line(progress.measures, words)] if measures else []
    return together((*_clauses(progress, words), *at_home), words)


def _clauses(progress: CommitmentProgress, words: Words) -> Iterator[Line]:
    if progress.assessment is not None:
        yield _assessed(progress.assessment, words)
    if isinstance(progress.record, CommitmentText):
        yield _adopted(progress.record, words)
    if isinstance(progress.record, Designation):
        yield _designated(progress.record, words)
    yield from (_designated(designation, words) for designation in progress.designations)


def _assessed(assessment: Assessment, words: Words) -> Line:
    basis = words.term(ASSESSED, assessment.basis)
    mechanism = words.known("by {mechanism}", mechanism=assessment.mechanism)
    word = words.known("in its words “{word}”", word=assessment.word)
    parts = words.known("done: {parts}", parts=words.listed(assessment.parts))
    return line_of(words.joined((basis, mechanism, word, parts)), cites=assessment.sources)


def _adopted(text: CommitmentText, words: Words) -> Line:
    adopted = words.say("adopted for all: {text}", text=text.short)
    return line_of(words.joined((adopted, text.reference or "")), cites=text.sources)


def _designated(designation: Designation, words: Words) -> Line:
    """An institution designated, with the days of its designation and notification where they were seen."""
    clauses = (
        designation.institution + mark_of(designation),
        words.known("designated {day}", day=designation.since) or words.say("day of the designation not seen"),
        words.known("notified {day}", day=designation.notified) or words.say("notification not seen"),
    )
    return line_of(words.joined(clauses), cites=designation.sources)
