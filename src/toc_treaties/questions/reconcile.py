"""A saved page of a depositary held against the register, state by state."""

from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from toc_treaties.law.dossier import dossier
from toc_treaties.law.evidence import is_marked
from toc_treaties.law.outcome import StandingKind
from toc_treaties.law.periods import possibly
from toc_treaties.law.standing import standing
from toc_treaties.model.action import Action, Cell, Effect, Kind
from toc_treaties.model.instrument import Instrument
from toc_treaties.model.names import plain
from toc_treaties.model.register import Register
from toc_treaties.model.state import State
from toc_treaties.model.when import When, on
from toc_treaties.readers.page import Page, Row


class About(StrEnum):
    """What is compared of a state."""

    SIGNATURE = "signature"
    CONSENT = "consent"
    AT_HOME = "ratified_at_home"
    NONE = "none"


class Found(StrEnum):
    """What the comparison found."""

    PAGE_ALONE = "page_alone"
    REGISTER_ALONE = "register_alone"
    DAY = "day"
    ACT = "act"
    WITHDRAWAL = "withdrawal"
    MORE_PRECISE = "more_precise"
    CONFLICT_RECORDED = "conflict_recorded"
    MARK = "mark"
    ABSENCE_CONFIRMED = "absence_confirmed"
    ABSENCE_SHOWN = "absence_shown"


SETTLED = (Found.CONFLICT_RECORDED, Found.MARK, Found.ABSENCE_CONFIRMED, Found.ABSENCE_SHOWN)
"""What the page settles without contradicting the register."""


class Stated(NamedTuple):
    """An act as one of the two has it: its kind where that is known, its day, and whether it is withdrawn."""

    act: Kind | None
    when: When
    withdrawn: bool = False
    marked: bool = False
    sources: tuple[str, ...] = ()
    left: tuple[date, date | None] | None = None
    """The day of the notice by which it was withdrawn, and that of its effect, where the page has them."""
    conflicts: tuple[str, ...] = ()
    """What other sources say of it, as recorded."""


class Finding(NamedTuple):
    """One thing found of a state."""

    state: State
    about: About
    found: Found
    page: Stated | None = None
    register: Stated | None = None

    @property
    def differs(self) -> bool:
        """Whether page and register say different things."""
        return self.found not in SETTLED


class Reconciled(NamedTuple):
    """A page beside the register: what was found, and the states of which both say the same."""

    file: str
    page: Page
    instrument: Instrument
    findings: tuple[Finding, ...]
    agreeing: tuple[State, ...]
    unsaid: tuple[State, ...]
    """The states of which the page says nothing: they do not stand on it, and it shows no absence."""
    outside: int
    """How many of its participants are no states of the register."""

    @property
    def differences(self) -> tuple[Finding, ...]:
        """What page and register say differently."""
        return tuple(finding for finding in self.findings if finding.differs)

    @property
    def settled(self) -> tuple[Finding, ...]:
        """What the page confirms, or shows where the register has a mark or no information."""
        return tuple(finding for finding in self.findings if not finding.differs)


class SavedRows(NamedTuple):
    """A page as it was read, with the state that each participant is."""

    file: str
    page: Page
    instrument: Instrument | None
    states: Mapping[str, str | None]
    """The code of each participant's state; None of one outside the register."""


def instrument_of(treaty: str | None, instruments: Mapping[str, Instrument]) -> Instrument | None:
    """The instrument that a page names by its depositary's reference, or by its id; None where it is no other."""
    wanted = _reference(treaty or "")
    return next(
        (each for each in instruments.values() if wanted and wanted in {_reference(each.reference or ""), each.id}),
        None,
    )


def _reference(text: str) -> str:
    """A reference in plain letters; the series of European treaties has had two names."""
    return plain(text).replace("cets ", "ets ") if " " in text.strip() else text.strip()


def reconcile(
    file: str, page: Page, matched: Mapping[str, str | None], instrument: Instrument, register: Register
) -> Reconciled:
    """What a page and the register say of each state on the day of the page."""
    rows = {slug: row for row in page.rows if (slug := matched[row.participant]) is not None}
    findings: list[Finding] = []
    agreeing: list[State] = []
    unsaid: list[State] = []
    for slug, state in sorted(register.states.items(), key=lambda pair: plain(pair[1].called)):
        row = rows.get(slug)
        silent = row is None and not page.shows_absence
        # A table that somebody wrote may be of some states; a depositary's own list is to have whoever has acted.
        asked = not silent or page.of_depositary or page.lists_all
        found = list(_of_state(state, row, page, instrument, register)) if asked else []
        findings += found
        if not any(finding.differs for finding in found):
            (unsaid if silent else agreeing).append(state)
    outside = sum(slug is None for slug in matched.values())
    return Reconciled(file, page, instrument, tuple(findings), tuple(agreeing), tuple(unsaid), outside)


def _of_state(
    state: State, row: Row | None, page: Page, instrument: Instrument, register: Register
) -> Iterator[Finding]:
    cell = register.cell(state, instrument.id)
    left = standing(dossier(register, state, instrument), page.as_at).name is StandingKind.WITHDRAWN
    joined = _last(cell, Effect.CONSENTS, page.as_at)
    consents = (_consent_on(row, page), _recorded(joined, withdrawn=left))
    signatures = (_signature_on(row), _signed(cell, page.as_at)) if page.signs else (None, None)
    if not any((*consents, *signatures)):
        if row is not None or page.shows_absence:
            known = any(seen.unconfirmed is None for seen in cell.none_seen)
            yield Finding(state, About.NONE, Found.ABSENCE_CONFIRMED if known else Found.ABSENCE_SHOWN)
        return
    yield from _compared(state, About.SIGNATURE, *signatures, page)
    yield from _compared(state, About.CONSENT, *consents, page)
    if row is not None and row.at_home and (row.consent or joined is not None):
        home = joined.ratified_at_home if joined else None
        recorded = Stated(None, home, sources=joined.sources) if home and joined else None
        yield from _compared(state, About.AT_HOME, Stated(None, on(row.at_home)), recorded, page)


def _compared(
    state: State, about: About, shown: Stated | None, recorded: Stated | None, page: Page
) -> Iterator[Finding]:
    """What differs between the two; where nothing does, the mark that the page can lift."""
    if shown is None or recorded is None:
        if shown is not None:
            yield Finding(state, about, Found.PAGE_ALONE, shown)
        elif recorded is not None and not recorded.withdrawn:
            yield Finding(state, about, Found.REGISTER_ALONE, None, recorded)
        return
    found = []
    if recorded.when.day != shown.when.day:
        within = recorded.when.earliest <= shown.when.earliest <= recorded.when.latest
        found.append(Found.MORE_PRECISE if within and recorded.when.day is None else Found.DAY)
    if shown.act is not None and recorded.act not in {shown.act, None}:
        found.append(Found.ACT)
    if found and _is_noted(shown, recorded):
        found = [Found.CONFLICT_RECORDED]
    if page.leaves and shown.withdrawn != recorded.withdrawn:
        found.append(Found.WITHDRAWAL)
    if not found and recorded.marked and page.of_depositary:
        found.append(Found.MARK)
    yield from (Finding(state, about, each, shown, recorded) for each in found)


def _is_noted(shown: Stated, recorded: Stated) -> bool:
    """Whether the register already notes the page's day and act; a day that stands alone is that of the same act."""
    act = (shown.act or recorded.act or "").replace("_", " ")
    same = shown.act in {None, recorded.act}
    return any(
        (same and says == shown.when.text) or (act != "" and act in says and shown.when.text in says)
        for says in recorded.conflicts
    )


def _signature_on(row: Row | None) -> Stated | None:
    if row is None or row.signature is None:
        return None
    left = _left(row) if row.consent is None else None
    return Stated(row.signature_kind, on(row.signature), row.signature_withdrawn, left=left)


def _consent_on(row: Row | None, page: Page) -> Stated | None:
    if row is None or row.consent is None:
        return None
    return Stated(row.action, on(row.consent), row.consent_withdrawn and page.leaves, left=_left(row))


def _left(row: Row) -> tuple[date, date | None] | None:
    return (row.left, row.left_effect) if row.left else None


def _last(cell: Cell, effect: Effect, as_at: date) -> Action | None:
    """The last act of an effect that can have been done by a day."""
    acts = [action for action in cell.actions if action.effect is effect and possibly(action.when, None, as_at)]
    return acts[-1] if acts else None


def _signed(cell: Cell, as_at: date) -> Stated | None:
    """The signature on record, withdrawn where its withdrawal follows it."""
    signature = _last(cell, Effect.SIGNS, as_at)
    withdrawal = _last(cell, Effect.WITHDRAWS_SIGNATURE, as_at)
    after = withdrawal is not None and signature is not None and withdrawal.when.latest >= signature.when.earliest
    return _recorded(signature, withdrawn=after)


def _recorded(action: Action | None, *, withdrawn: bool) -> Stated | None:
    if action is None:
        return None
    marked = is_marked(action) or action.day_unconfirmed is not None
    noted = tuple(conflict.says for conflict in action.conflict)
    return Stated(action.kind, action.when, withdrawn, marked, action.sources, conflicts=noted)
