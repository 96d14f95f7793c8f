"""One commitment across states and bodies as a page. Never an order by status."""

from collections.abc import Iterator, Mapping

from toc_treaties.document import Block, Cell, Document, Layout, Line, Role, cell, facts, line_of, paragraph
from toc_treaties.law.outcome import StandingKind
from toc_treaties.model.assessment import Status
from toc_treaties.pages.case import together
from toc_treaties.pages.commitment_counts import consent_count, later_text, scale_meanings, status_counts, text_title
from toc_treaties.pages.commitment_evidence import evidence_line
from toc_treaties.pages.foot import cited_in
from toc_treaties.pages.membership import Footnotes, footnotes
from toc_treaties.pages.scope import scoped
from toc_treaties.pages.standings import day_text, doubt_word, verdict_text
from toc_treaties.pages.tables import column, table
from toc_treaties.questions.across import Across, Alike, BodyProgress, StateProgress
from toc_treaties.questions.commitments import CommitmentProgress
from toc_treaties.words.duties import ADDRESSEE, MEASURED, PARAPHRASED
from toc_treaties.words.language import Words
from toc_treaties.words.measures import NO_ASSESSMENT
from toc_treaties.words.phrases import NOT_ASSESSED, STANDING, STATUS
from toc_treaties.words.records import THEME

DATED = (StandingKind.PARTY, StandingKind.SIGNATORY, StandingKind.WITHDRAWN)


def page(answer: Across, words: Words) -> Document:
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
        *scale_meanings((each.kind for each in answer.alike), words),
        words.say(NO_ASSESSMENT) if any(row.progress.measures for row in answer.states) else "",
    )
    title = f"{text_title(answer.counts, words)}, {commitment.paragraph}"
    sources = [*answer.cited, *cited_in(body, [*answer.held.values()])]
    return scoped("commitments", title, answer, body, sources, words, *said)


def _about(answer: Across, words: Words) -> Block:
    counts, about = answer.counts, answer.counts.commitment
    consented = words.say("consented {n}", n=consent_count(counts.total, words)) if counts.total else ""
    number = consented or status_counts(counts, _terms(answer), words)
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
