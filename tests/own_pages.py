"""Pages of depositaries as they would print what the register holds, in the form of each reader."""

import json
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import NamedTuple

from tests.saved_pages import CHART, CHART_HEADS, COLUMNS, HEAD, untc
from toc_treaties.law.dossier import dossier
from toc_treaties.law.outcome import StandingKind
from toc_treaties.law.standing import standing
from toc_treaties.model.action import Action, Effect, Kind
from toc_treaties.model.instrument import Instrument
from toc_treaties.model.names import plain
from toc_treaties.model.register import Register
from toc_treaties.model.state import State

LETTERS = {
    Kind.ACCESSION: "a",
    Kind.ACCEPTANCE: "A",
    Kind.APPROVAL: "AA",
    Kind.SUCCESSION: "d",
    Kind.DEFINITIVE_SIGNATURE: "s",
    Kind.CONSENT_TO_BE_BOUND: "P",
}
CONSENTS = "Accession(a), Acceptance(A), Approval(AA), Succession(d), Consent to be bound(P), Ratification"
SIGNATURES = "Signature, Definitive signature(s), Succession to signature(d)"


class Entry(NamedTuple):
    """What the register has of a state under one instrument, to the day."""

    state: State
    signed: Action | None
    joined: Action | None
    left: bool
    adopted: date

    @property
    def signature(self) -> date | None:
        """The day of the signature, or its first possible one."""
        return _day(self.signed)

    @property
    def consent(self) -> date | None:
        """The same of the consent; of one of which no day is known, that of what came before it."""
        day = _day(self.joined)
        recorded = self.joined.ratified_at_home if self.joined else None
        before = [each for each in (self.signature, recorded.day if recorded else None, self.adopted) if each]
        return max(before) if day == date.min else day

    @property
    def home(self) -> date | None:
        """The day of the national act; where it is not recorded, that of the deposit."""
        recorded = self.joined.ratified_at_home if self.joined else None
        return (recorded.day if recorded else None) or self.consent


def _day(action: Action | None) -> date | None:
    return (action.when.day or action.when.earliest) if action else None


def entries_of(register: Register, instrument: Instrument, as_at: date) -> list[Entry]:
    """What the register has of each state, in the order of names."""
    found = []
    for state in sorted(register.states.values(), key=lambda state: plain(state.name["en"])):
        actions = register.cell(state, instrument.id).actions
        last = [
            next((action for action in reversed(actions) if action.effect is effect), None)
            for effect in (Effect.SIGNS, Effect.CONSENTS)
        ]
        left = standing(dossier(register, state, instrument), as_at).name is StandingKind.WITHDRAWN
        found.append(Entry(state, last[0], last[1], left, instrument.adopted))
    return found


def unlike(entries: list[Entry], *, home: bool) -> set[tuple[str, str, str]]:
    """What a page of these entries must differ in: days that the register does not have to the day.

    Where `home` is so, the form knows no deposit without a national act, and not all are recorded.
    """
    found = set()
    for entry in entries:
        acts = {"signature": entry.signed, "consent": entry.joined}
        code = entry.state.iso3
        found |= {(code, about, "more_precise") for about, act in acts.items() if act and act.when.day is None}
        recorded = entry.joined.ratified_at_home if entry.joined else None
        if home and entry.joined and (recorded is None or recorded.day is None):
            found.add((code, "ratified_at_home", "more_precise" if recorded else "page_alone"))
    return found


def moved(entries: list[Entry], days: int = 1) -> tuple[list[Entry], State] | None:
    """The same, but for the day of one state's consent, which has become another; None where none has a day."""
    for at, entry in enumerate(entries):
        joined = entry.joined
        if joined is None or joined.when.day is None or joined.kind is Kind.DEFINITIVE_SIGNATURE or joined.conflict:
            continue
        day = joined.when.day + timedelta(days)
        text = day.isoformat()
        other = joined._replace(when=joined.when._replace(text=text, earliest=day, latest=day))
        return [*entries[:at], entry._replace(joined=other), *entries[at + 1 :]], entry.state
    return None


def collection(instrument: Instrument, entries: list[Entry], as_at: date) -> str:
    """A status page of the UN Treaty Collection."""
    rows: list[tuple[str, ...]] = []
    signs = any(entry.signed for entry in entries)
    for entry in entries:
        signed, joined = entry.signed, entry.joined
        definitive = joined is not None and joined.kind is Kind.DEFINITIVE_SIGNATURE
        if signed is None and joined is None:
            continue
        letter = "d" if signed and signed.kind is Kind.SIGNATURE_SUCCESSION else ""
        first = _untc(entry.consent, "s") if definitive else _untc(entry.signature, letter)
        cell = "" if joined is None or definitive else _untc(entry.consent, LETTERS.get(joined.kind, ""))
        cell = f"[{cell}]" if cell and entry.left else cell
        rows.append((entry.state.name["en"], *((first,) if signs else ()), cell))
    signatories = sum(entry.signed is not None or _definitive(entry) for entry in entries)
    parties = sum(entry.joined is not None and not entry.left for entry in entries)
    totals = f"Signatories : {signatories}. Parties : {parties}." if signs else f"Parties : {parties}."
    heads = (SIGNATURES, CONSENTS) if signs else (CONSENTS,)
    reference = (instrument.reference or "").removeprefix("UNTC ")
    return untc(tuple(rows), heads, totals, reference).replace("03-02-2026", f"{as_at:%d-%m-%Y}")


def _definitive(entry: Entry) -> bool:
    return entry.joined is not None and entry.joined.kind is Kind.DEFINITIVE_SIGNATURE


def _untc(day: date | None, letter: str) -> str:
    return f"{day.day:2} {day:%b}\t {day.year} {letter}".rstrip() if day else ""


def columns(instrument: Instrument, entries: list[Entry], as_at: date) -> str:
    """A page of the OAS in fixed columns."""
    del as_at
    acts = {Kind.RATIFICATION: "RA", Kind.ACCEPTANCE: "AC", Kind.ACCESSION: "AD"}
    lines = [
        f"{entry.state.name['en'][:22]:.<23} {_oas(entry.signature):8}       {_oas(entry.home):8}       "
        f"{_oas(entry.consent):8} {acts[entry.joined.kind] if entry.joined else '':2}     /  /    "
        for entry in entries
    ]
    head, rule, _ = COLUMNS.partition("SIGNATORY COUNTRIES")
    heads, _, below = (rule + _).partition("Brasil")
    foot = below[below.index("\n=====") :]
    return _headed(instrument, head + heads + "\n".join(lines) + foot)


def table(instrument: Instrument, entries: list[Entry], as_at: date) -> str:
    """A page of the OAS in which every state stands."""
    del as_at
    acts = {Kind.RATIFICATION: "RA", Kind.ACCESSION: "AC"}
    lines = []
    for entry in entries:
        deposit = f"{entry.consent:%m/%d/%Y} {acts[entry.joined.kind]}" if entry.joined and entry.consent else "-"
        home, signed = (f"{day:%m/%d/%Y}" if day else "-" for day in (entry.home, entry.signature))
        lines.append(f"{entry.state.name['en']} {signed} {home} {deposit} -")
    heads = "COUNTRY SIGNATURE RATIFICATION/ACCESSION DEPOSIT INFORMATION*"
    return _headed(instrument, "\n".join([HEAD + heads, *lines, "", "*DECLARATIONS/RESERVATIONS", ""]))


def _oas(day: date | None) -> str:
    return f"{day:%m/%d/%y}" if day else "  /  /  "


def _headed(instrument: Instrument, page: str) -> str:
    number = (instrument.reference or "").removeprefix("OAS ")
    return page.replace("A-59", number).replace("06/11/93", f"{instrument.adopted:%m/%d/%Y}")


def chart(instrument: Instrument, entries: list[Entry], as_at: date) -> str:
    """A chart of the Council of Europe."""
    rows = [_of_chart(entry) for entry in entries if entry.signed or entry.joined]
    lines = "\n".join("| " + " | ".join(row) + " |" for row in (CHART_HEADS, *rows))
    parties = sum(entry.joined is not None for entry in entries)
    signed = sum(entry.signed is not None and entry.joined is None for entry in entries)
    page = CHART.format(table=lines, signed=signed, parties=parties)
    number = (instrument.reference or "").rpartition(" ")[2]
    return page.replace("185", number).replace("03/12/2025", f"{as_at:%d/%m/%Y}")


def _of_chart(entry: Entry) -> tuple[str, ...]:
    signed, joined = (f"{day:%d/%m/%Y}" if day else "" for day in (entry.signature, entry.consent))
    note = "a" if entry.joined and entry.joined.kind is Kind.ACCESSION else ""
    since = f"{entry.consent + timedelta(90):%d/%m/%Y}" if entry.consent else ""
    return entry.state.name["en"], signed, joined, since, note, "", "", ""


def service(instrument: Instrument, entries: list[Entry], as_at: date) -> str:
    """The rows of the service behind that chart."""
    del as_at
    number = (instrument.reference or "").rpartition(" ")[2]
    return json.dumps([
        {
            "LibPaysOrga": entry.state.name["en"], "NumSTE": number, "DateEntreeVigueur": None,
            "DateSignature": str(entry.signature) if entry.signature else None,
            "DateConsentement": str(entry.consent) if entry.consent else None,
        }
        for entry in entries
    ])  # fmt: skip


def written(instrument: Instrument, entries: list[Entry], as_at: date) -> str:
    """A plain table."""
    heads = "treaty,as_at,participant,signature,signature_kind,action,date,ratified_at_home,withdrawn"
    lines = [",".join(map(str, _plain(instrument, entry, as_at))) for entry in entries]
    return "\n".join([heads, *lines]) + "\n"


def _plain(instrument: Instrument, entry: Entry, as_at: date) -> Iterable[object]:
    signed, joined = entry.signed, entry.joined
    home = joined.ratified_at_home if joined else None
    return (
        *(instrument.reference or instrument.id, as_at, entry.state.name["en"]),
        *(entry.signature or "", signed.kind if signed else "", joined.kind if joined else "", entry.consent or ""),
        *(home.day or "" if home else "", "true" if entry.left else ""),
    )


FORMS: dict[str, tuple[Callable[[Instrument, list[Entry], date], str], ...]] = {
    "UNTC": (collection, written),
    "OAS": (columns, table, written),
    "ETS": (chart, service, written),
    "CETS": (chart, service, written),
}
"""The forms in which each depositary's pages are saved, by how its references begin."""


def forms_of(instrument: Instrument) -> tuple[Callable[[Instrument, list[Entry], date], str], ...]:
    """The forms in which the page of an instrument can come."""
    return FORMS.get((instrument.reference or "").partition(" ")[0], (written,))
