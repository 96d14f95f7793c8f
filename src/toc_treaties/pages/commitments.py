"""Commitments as pages: the catalogue with its counts, and one commitment across states. Never an order by status."""

from collections.abc import Iterable, Iterator, Mapping

from toc_treaties.document import Block, Cell, Document, Layout, Legend, Line, Role, cell, facts, line_of, paragraph
from toc_treaties.law.outcome import StandingKind
from toc_treaties.law.tally import Tally
from toc_treaties.model.assessment import Status
from toc_treaties.pages.case import together
from toc_treaties.pages.commitment_evidence import evidence_line, later_text
from toc_treaties.pages.foot import cited_in
from toc_treaties.pages.membership import Footnotes, footnotes
from toc_treaties.pages.scope import scoped
from toc_treaties.pages.standings import day_text, doubt_word, title_mark, verdict_text
from toc_treaties.pages.tables import Row, column, table
from toc_treaties.questions.across import Across, Alike, BodyProgress, Overview, StateProgress, StatusCounts
from toc_treaties.questions.commitments import CommitmentProgress
from toc_treaties.words.duties import ADDRESSEE, MEASURED, PARAPHRASED, STATUS_MEANS
from toc_treaties.words.language import Words
from toc_treaties.words.measures import NO_ASSESSMENT
from toc_treaties.words.phrases import MARK, NOT_ASSESSED, STANDING, STATUS, SYMBOL
from toc_treaties.words.records import THEME

SIGNED = {**STATUS, "no_information": SYMBOL["no_information"]}
DATED = (StandingKind.PARTY, StandingKind.SIGNATORY, StandingKind.WITHDRAWN)


def page(answer: Overview, words: Words) -> Document:
    """The catalogue: a line or more for each commitment, with how many have which status, or none recorded."""
    body: list[Block] = []
    for id, counts in answer.by_document.items():
        rows = (_row(each, answer, words) for each in counts)
        body += table(id, ("paragraph", "commitment", "recorded"), rows, words, caption=_title(counts[0], words))
    statuses = {status for each in answer.counts for status, n in each.by_status.items() if n}
    if Status.NO_INFORMATION in statuses:
        body.append(Legend(((SYMBOL["no_information"], words.term(STATUS, Status.NO_INFORMATION)),)))
    said = (
        words.say(PARAPHRASED),
        later_text((each.document for each in answer.counts), answer.as_of, words),
        words.say("Counted are the {n} OAS members of the day, unless a number says of how many.", n=answer.members),
        words.say("Where a paragraph names an instrument, those that consented to be bound by it are counted."),
        *_scale(statuses, words),
    )
    return scoped("commitments", words.say("Commitments"), answer, body, answer.sources, words, *said)


def _scale(statuses: Iterable[Status | StandingKind], words: Words) -> Iterator[str]:
    """What the statuses of a page mean."""
    found = {status for status in statuses if isinstance(status, Status)}
    if found:
        yield words.say("Statuses are those of the OAS's own peer review; they grade no state.")
    yield from (words.say(means) for status, means in STATUS_MEANS.items() if status in found)


def _title(counts: StatusCounts, words: Words) -> str:
    """The document's title with its reference, and that it is a draft."""
    text = counts.document
    if text is None:
        return counts.commitment.document
    draft = words.say("a draft whose adoption was not seen") if text.status == "draft" else ""
    name = words.name(text.short) + title_mark(text, words)
    return ", ".join(filter(None, (name, text.reference, draft)))


def _row(counts: StatusCounts, answer: Overview, words: Words) -> Row:
    known = counts.total or any(n for status, n in counts.by_status.items() if status is not Status.NO_INFORMATION)
    number = _consented(counts.total, words) if counts.total else _statuses(counts, SIGNED, words)
    if counts.of != answer.members:
        number = words.say("{counts} of {of}", counts=number, of=counts.of)
    asked = ", ".join(words.name(instrument.short) for instrument in counts.instruments)
    return (
        cell(counts.commitment.paragraph),
        cell(asked or words.name(counts.commitment.text)),
        cell(number, role=Role.PLAIN if known else Role.QUIET),
    )


def _consented(total: Tally, words: Words) -> str:
    marked = f" ({words.number(total.unconfirmed)}{MARK})" if total.unconfirmed else ""
    return words.span(total.consented, total.most) + marked


def _statuses(counts: StatusCounts, terms: Mapping[str, str], words: Words) -> str:
    """How many have which status, without information last."""
    return words.joined(
        words.say("{status} {n}", status=words.term(terms, status), n=words.number(n))
        for status, n in counts.by_status.items()
        if n
    )


def across_page(answer: Across, words: Words) -> Document:
    """One commitment across all states and the bodies that it addresses, each named under its status or standing."""
    commitment = answer.counts.commitment
    notes = footnotes([row.state for row in answer.states], answer.as_of, words)
    body: list[Block] = [
        paragraph(words.name(commitment.text), Role.STRONG),
        _about(answer, words),
        *(block for alike in answer.alike for block in _alike(alike, notes, _terms(answer), words)),
        *notes.notes.values(),
    ]
    said = (
        words.say(PARAPHRASED),
        later_text([answer.counts.document], answer.as_of, words),
        *_scale((each.kind for each in answer.alike), words),
        words.say(NO_ASSESSMENT) if any(row.progress.measures for row in answer.states) else "",
    )
    title = f"{_title(answer.counts, words)}, {commitment.paragraph}"
    sources = [*answer.cited, *cited_in(body, [*answer.held.values()])]
    return scoped("commitments", title, answer, body, sources, words, *said)


def _about(answer: Across, words: Words) -> Block:
    counts, about = answer.counts, answer.counts.commitment
    consented = words.say("consented {n}", n=_consented(counts.total, words)) if counts.total else ""
    number = consented or _statuses(counts, _terms(answer), words)
    articles = (f"{words.name(instrument.short)} {article}" for instrument, article in answer.articles)
    same = (f"{words.name(text.short)}, {commitment.paragraph}" for text, commitment in answer.same)
    return facts(
        (words.say("Recorded"), words.say("{counts} of {of}", counts=number, of=counts.of)),
        (words.say("Addressed to"), words.listed(words.term(ADDRESSEE, id) for id in about.addressee)),
        (words.say("Theme"), words.term(THEME, about.theme)),
        (words.say("Evidence"), about.evidence or ""),
        (words.say("Measured by"), words.listed(words.term(MEASURED, way) for way in about.measured)),
        (words.say("Articles"), words.joined(articles)),
        (words.say("Parts"), words.joined(about.parts)),
        (words.say("Same as"), words.joined(same)),
        (words.say("Conditional"), words.say("permissive wording, or for parties alone") if about.conditional else ""),
        (words.say("Note"), about.note or ""),
    )


def _terms(answer: Across) -> Mapping[str, str]:
    """What statuses are called: without information, or, where something is on record at home, without assessment."""
    return NOT_ASSESSED if any(row.progress.measures for row in answer.states) else STATUS


def _alike(alike: Alike, notes: Footnotes, statuses: Mapping[str, str], words: Words) -> Iterator[Block]:
    """Those of one status or standing: a line each where more is known, their names where it is not."""
    is_standing = isinstance(alike.kind, StandingKind)
    word = words.term(STANDING if is_standing else statuses, alike.kind)
    rows = [(cell(_name(row, notes, words)), *_shown(row.progress, words)) for row in alike.rows]
    told = [row for row in rows if any(each.text or each.marked for each in row[1:])]
    bare = ", ".join(row[0].text for row in rows if row not in told)
    key, caption = str(alike.kind), words.say("{status}:", status=word)
    columns = ("addressee", *(("since", "remark") if is_standing else ("date", "evidence")))
    used = [number for number in range(len(columns)) if any(row[number].text or row[number].marked for row in told)]
    shown = (tuple(row[number] for number in used) for row in told)
    yield from table(key, [columns[number] for number in used], shown, words, caption=caption)
    if bare and told and alike.kind is Status.NO_INFORMATION and statuses is NOT_ASSESSED:
        yield paragraph(words.say("Nothing on record either: {names}.", names=bare))
    elif bare and told:
        yield paragraph(words.say("{status}, with no evidence beside it: {names}.", status=word, names=bare))
    elif bare:
        names = column(columns[0], words)._replace(whole=False)
        yield from table(key, [names], [(cell(bare),)], words, layout=Layout.LIST, caption=caption)


def _name(row: StateProgress | BodyProgress, notes: Footnotes, words: Words) -> str:
    return words.name(row.body.name) if isinstance(row, BodyProgress) else notes.name(row.state)


def _shown(progress: CommitmentProgress, words: Words) -> tuple[Cell, Cell]:
    """The day and the evidence of one progress; of a standing since when it is so, and what is to be remarked."""
    if not progress.decided:
        return cell(words.when(progress.made), value=progress.made), Cell(evidence(progress, words))
    (_, standing), *others = progress.decided
    since = standing.since if standing.name in DATED else None
    whole = standing.between or standing.leaving or standing.name is StandingKind.CONTRACTING
    remark = verdict_text(standing, words) if whole else doubt_word(standing, words)
    told = (remark, *(verdict_text(other, words) for _, other in others))
    day = day_text(since, standing.day_marked, words)
    value = None if standing.day_marked else since
    return cell(day, marked=standing.evidence.marked and not whole, value=value), cell(words.joined(told))


def evidence(progress: CommitmentProgress, words: Words) -> Line:
    """What stands behind a progress, and the standings beside it."""
    beside = [
        line_of(words.say("{instrument}: {standing}", instrument=instrument.short, standing=verdict))
        for instrument, standing in progress.beside
        if (verdict := verdict_text(standing, words))
    ]
    return together([evidence_line(progress, words), *beside], words)
