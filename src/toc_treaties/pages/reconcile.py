"""A saved page of a depositary beside the register; a page as it was read."""

from collections.abc import Iterable
from datetime import date

from toc_treaties.document import (
    Block,
    Cell,
    Document,
    Heading,
    Remark,
    cell,
    facts,
    line_of,
    paragraph,
)
from toc_treaties.model.when import on
from toc_treaties.pages.foot import signed
from toc_treaties.pages.tables import Row, table
from toc_treaties.questions.reconcile import Finding, Reconciled, SavedRows, Stated
from toc_treaties.readers.page import Page
from toc_treaties.words.language import Words
from toc_treaties.words.phrases import ACTION
from toc_treaties.words.reconcile import AT_HOME, COUNTED, FOUND, READER


def page(answer: tuple[Reconciled, ...], words: Words) -> Document:
    """Each page: what it is, what differs from the register, what it settles, and who is left."""
    body = [block for reconciled in answer for block in _of_page(reconciled, words, several=len(answer) > 1)]
    if len(answer) == 1:
        title = words.say("{treaty}: a saved page beside the register", treaty=answer[0].instrument.short)
    else:
        title = words.say("Saved pages beside the register")
    return _document("reconcile", title, body, words, {reconciled.page.as_at for reconciled in answer})


def saved_page(answer: SavedRows, words: Words) -> Document:
    """A page as it was read, row by row."""
    saved = answer.page
    rows = (
        (
            cell(row.participant),
            cell(answer.states[row.participant] or "–"),
            _day(row.signature, words, withdrawn=row.signature_withdrawn),
            cell(words.term(ACTION, row.action) or "–"),
            _day(row.consent, words, withdrawn=row.consent_withdrawn),
        )
        for row in saved.rows
    )
    columns = ("participant", "state", "signature", "act", "consent")
    body: list[Block] = [
        _about(answer.file, saved, words),
        *table("rows", columns, rows, words),
        Remark(
            line_of(words.say("A day in brackets is one that the page shows as withdrawn; act –: it does not say."))
        ),
    ]
    title = words.joined((saved.treaty or answer.file, saved.title or ""))
    return _document("rows", words.say("{treaty}, as it was read", treaty=title), body, words, {saved.as_at})


def _document(key: str, title: str, body: list[Block], words: Words, days: set[date]) -> Document:
    """The page with its foot; where all is of one day, that stands beside the title."""
    aside = words.say("as of {day}", day=words.long_day(min(days))) if len(days) == 1 else ""
    return Document(key, title, aside, signed(body, words), words.language)


def _of_page(reconciled: Reconciled, words: Words, *, several: bool) -> list[Block]:
    """One page beside the register."""
    saved, differences, settled = reconciled.page, reconciled.differences, reconciled.settled
    treaty, day = reconciled.instrument.short, saved.as_at
    heading = Heading(
        words.name(treaty), 1, words.say("as of {day}", day=words.long_day(day)), reconciled.instrument.id
    )
    columns = ("state", "finding", "on_page", "in_register")
    same = words.say("What the page shows is what the register has.")
    blocks: list[Block] = [
        *([heading] if several else []),
        _about(reconciled.file, saved, words),
        *(table("differences", columns, _rows(differences, words), words) or [paragraph(same)]),
        *table("settled", ("state", "settles", "on_page", "in_register"), _rows(settled, words), words),
    ]
    agreeing, unsaid = reconciled.agreeing, reconciled.unsaid
    remarks = (
        words.count("{n} state without a difference.", "{n} states without a difference.", len(agreeing)),
        words.count(
            "{n} state does not stand on the page, which shows no absence: nothing is said of it.",
            "{n} states do not stand on the page, which shows no absence: nothing is said of them.",
            len(unsaid),
        )
        if unsaid
        else "",
        words.count(
            "{n} participant is no state of the register.",
            "{n} participants are no states of the register.",
            reconciled.outside,
        )
        if reconciled.outside
        else "",
    )
    return [*blocks, *(Remark(line_of(remark)) for remark in remarks if remark)]


def _about(file: str, saved: Page, words: Words) -> Block:
    """Which page it is, of which day, and whether it meets its own totals."""
    counted = saved.counts
    printed = [words.say(COUNTED[key], n=words.number(total)) for key, total in saved.totals.items()]
    absence = (
        words.say("every state stands in it")
        if saved.lists_all
        else ""
        if saved.totals
        else words.say("it prints no totals, so that a state that is not there may have been left out")
    )
    return facts(
        (words.say("Page"), words.joined((file, words.term(READER, saved.reader)))),
        (words.say("Treaty"), words.joined((saved.treaty or "", saved.title or ""))),
        (words.say("As it stood on"), words.long_day(saved.as_at)),
        (words.say("Rows"), words.number(counted["rows"])),
        (words.say("Its totals, met"), ", ".join(printed)),
        (words.say("Absences"), absence),
    )


def _rows(findings: Iterable[Finding], words: Words) -> list[Row]:
    return [
        (
            cell(words.name(finding.state.name)),
            cell(words.joined((words.term(AT_HOME, finding.about), words.term(FOUND, finding.found)))),
            cell(_stated_text(finding.page, words) or "–"),
            cell(
                _stated_text(finding.register, words) or "–", marked=bool(finding.register and finding.register.marked)
            ),
        )
        for finding in findings
    ]


def left_text(finding: Finding, words: Words) -> str:
    """What the edits of a page leave to who reads both: Chile: in the register alone; signature, 15 May 1997."""
    found = words.joined((words.term(AT_HOME, finding.about), words.term(FOUND, finding.found)))
    shown = words.joined((_stated_text(finding.page, words), _stated_text(finding.register, words)))
    return words.say("left as it is: {state}: {found}: {acts}", state=finding.state.name, found=found, acts=shown)


def _stated_text(stated: Stated | None, words: Words) -> str:
    """An act with its day as one of the two has it."""
    if stated is None:
        return ""
    day = words.say("day not seen") if stated.when.bracketed else words.when(stated.when)
    act = words.term(ACTION, stated.act)
    text = words.say("{act}, {day}", act=act, day=day) if act else day
    return words.joined((text, words.say("withdrawn") if stated.withdrawn else ""))


def _day(day: date | None, words: Words, *, withdrawn: bool) -> Cell:
    """A day of a row, in brackets where the page shows it as withdrawn."""
    if day is None:
        return cell("–")
    text = words.day(day)
    return cell(words.say("[{day}]", day=text)) if withdrawn else cell(text, value=on(day))
