"""How many have which status or have consented, and of which text: what both pages of commitments say."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from toc_treaties.law.outcome import StandingKind
from toc_treaties.law.tally import Tally
from toc_treaties.model.assessment import Status
from toc_treaties.model.commitment import CommitmentText
from toc_treaties.pages.standings import title_mark
from toc_treaties.questions.across import StatusCounts
from toc_treaties.words.duties import STATUS_MEANS
from toc_treaties.words.language import Words
from toc_treaties.words.phrases import MARK


def scale_meanings(statuses: Iterable[Status | StandingKind], words: Words) -> Iterator[str]:
    """What the statuses of a page mean."""
    found = {status for status in statuses if isinstance(status, Status)}
    if found:
        yield words.say("Statuses are those of the OAS's own peer review; they grade no state.")
    yield from (words.say(means) for status, means in STATUS_MEANS.items() if status in found)


def text_title(counts: StatusCounts, words: Words) -> str:
    """The document's title with its reference, and that it is a draft."""
    text = counts.document
    if text is None:
        return counts.commitment.document
    draft = words.say("a draft whose adoption was not seen") if text.status == "draft" else ""
    name = words.name(text.short) + title_mark(text, words)
    return ", ".join(filter(None, (name, text.reference, draft)))


def consent_count(total: Tally, words: Words) -> str:
    """How many have consented, with those whose consent is unconfirmed."""
    marked = f" ({words.number(total.unconfirmed)}{MARK})" if total.unconfirmed else ""
    return words.span(total.consented, total.most) + marked


def status_counts(counts: StatusCounts, terms: Mapping[str, str], words: Words) -> str:
    """How many have which status, without information last."""
    return words.joined(
        words.say("{status} {n}", status=words.term(terms, status), n=words.number(n))
        for status, n in counts.by_status.items()
        if n
    )


def later_text(documents: Iterable[CommitmentText | None], as_of: date, words: Words) -> str:
    """That some of the texts are later than the day asked, though progress is measured by them; else nothing."""
    later = {text.id: text for text in documents if text is not None and text.from_day and text.from_day > as_of}
    texts = (words.say("{text} ({day})", text=text.short, day=text.from_day) for text in later.values())
    return words.known("Measured by texts later than the day asked: {texts}.", texts=words.listed(texts))
