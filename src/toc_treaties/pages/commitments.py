"""The catalogue of commitments as a page, with its counts; one commitment across states is a page of its own."""

from toc_treaties.document import Block, Document, Legend, Role, cell
from toc_treaties.model.assessment import Status
from toc_treaties.pages.commitment_counts import consent_count, later_text, scale_meanings, status_counts, text_title
from toc_treaties.pages.scope import scoped
from toc_treaties.pages.tables import Row, table
from toc_treaties.questions.across import Across, Overview, StatusCounts
from toc_treaties.words.duties import PARAPHRASED
from toc_treaties.words.language import Words
from toc_treaties.words.phrases import STATUS, SYMBOL

SIGNED = {**STATUS, "no_information": SYMBOL["no_information"]}


def page(answer: Overview, words: Words) -> Document:
    """The catalogue: a line or more for each commitment, with how many have which status, or none recorded."""
    body: list[Block] = []
    for id, counts in answer.by_document.items():
        rows = (_row(each, answer, words) for each in counts)
        body += table(id, ("paragraph", "commitment", "recorded"), rows, words, caption=text_title(counts[0], words))
    found = {status for each in answer.counts for status, n in each.by_status.items() if n}
    if Status.NO_INFORMATION in found:
        body.append(Legend(((SYMBOL["no_information"], words.term(STATUS, Status.NO_INFORMATION)),)))
    said = (
        words.say(PARAPHRASED),
        later_text((each.document for each in answer.counts), answer.as_of, words),
        words.say("Counted are the {n} OAS members of the day, unless a number says of how many.", n=answer.members),
        words.say("Where a paragraph names an instrument, those that consented to be bound by it are counted."),
        *scale_meanings(found, words),
    )
    return scoped("commitments", words.say("Commitments"), answer, body, answer.sources, words, *said)


def _row(counts: StatusCounts, answer: Overview, words: Words) -> Row:
    known = counts.total or any(n for status, n in counts.by_status.items() if status is not Status.NO_INFORMATION)
    number = consent_count(counts.total, words) if counts.total else status_counts(counts, SIGNED, words)
    if counts.of != answer.members:
        number = words.say("{counts} of {of}", counts=number, of=counts.of)
    asked = ", ".join(words.name(instrument.short) for instrument in counts.instruments)
    return (
        cell(counts.commitment.paragraph),
        cell(asked or words.name(counts.commitment.text)),
        cell(number, role=Role.PLAIN if known else Role.QUIET),
    )


def across_page(answer: Across, words: Words) -> Document:
    """One commitment across all states and the bodies that it addresses."""
    from toc_treaties.pages.commitment_across import page  # what it stands on, the catalogue needs none of

    return page(answer, words)
