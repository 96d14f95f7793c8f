"""What stands behind the progress on a commitment, in a line that cites its sources."""

from collections.abc import Iterator

from toc_treaties.document import Line, line_of
from toc_treaties.model.assessment import Assessment, Law, NationalStrategy
from toc_treaties.model.commitment import CommitmentText
from toc_treaties.model.state import Designation
from toc_treaties.pages.case import together
from toc_treaties.pages.standings import mark_of
from toc_treaties.questions.commitments import CommitmentProgress
from toc_treaties.words.language import Words
from toc_treaties.words.phrases import ASSESSED


def evidence_line(progress: CommitmentProgress, words: Words) -> Line:
    """The assessment, the text adopted or the authority designated, then strategies, laws and other authorities."""
    return together(_clauses(progress, words))


def _clauses(progress: CommitmentProgress, words: Words) -> Iterator[Line]:
    if progress.assessment is not None:
        yield _assessed(progress.assessment, words)
    if isinstance(progress.record, CommitmentText):
        yield _adopted(progress.record, words)
    if isinstance(progress.record, Designation):
        yield _designated(progress.record, words)
    yield from (_designated(designation, words) for designation in progress.designations)
    yield from (_strategy(strategy, words) for strategy in progress.strategies)
    yield from (_law(law, words) for law in progress.laws)


def _assessed(assessment: Assessment, words: Words) -> Line:
    basis = words.term(ASSESSED, assessment.basis)
    mechanism = words.say("by {mechanism}", mechanism=assessment.mechanism) if assessment.mechanism else ""
    word = words.say("in its words “{word}”", word=assessment.word) if assessment.word else ""
    parts = words.say("done: {parts}", parts=words.listed(assessment.parts)) if assessment.parts else ""
    return line_of(words.joined((basis, mechanism, word, parts)), cites=assessment.sources)


def _adopted(text: CommitmentText, words: Words) -> Line:
    adopted = words.say("adopted for all: {text}", text=words.name(text.short))
    return line_of(words.joined((adopted, text.reference or "")), cites=text.sources)


def _designated(designation: Designation, words: Words) -> Line:
    """An institution designated, with the days of its designation and notification where they were seen."""
    since, notified = (words.when(when) if when else "" for when in (designation.since, designation.notified))
    clauses = (
        designation.institution + mark_of(designation),
        words.say("designated {day}", day=since) if since else words.say("day of the designation not seen"),
        words.say("notified {day}", day=notified) if notified else words.say("notification not seen"),
    )
    return line_of(words.joined(clauses), cites=designation.sources)


def _strategy(strategy: NationalStrategy, words: Words) -> Line:
    name = strategy.title
    if strategy.title_en not in {None, strategy.title}:
        name = words.say("{title} ({in_english})", title=strategy.title, in_english=strategy.title_en)
    approved = words.when(strategy.approved) if strategy.approved else ""
    status = strategy.status if strategy.status != "adopted" else ""
    return line_of(words.joined((name, strategy.act or "", approved, status)), cites=strategy.sources)


def _law(law: Law, words: Words) -> Line:
    made = words.when(law.made) if law.made else ""
    return line_of(words.joined((law.title, law.citation or "", made)), cites=law.sources)
