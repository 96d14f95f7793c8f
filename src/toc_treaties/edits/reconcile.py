"""What a saved page adds to the register: acts, days and absences that it shows, and what it says otherwise.

Nothing is taken away, and no recorded day or act gives way to another: where the two disagree, the page's is noted as a
conflict.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from toc_treaties.edits.again import MARKS, act_again, more_of
from toc_treaties.edits.entries import ORDER, NewSource, new_entry, state_file
from toc_treaties.edits.lined import Path, held
from toc_treaties.edits.placing import Added, Put
from toc_treaties.edits.record import FileEdit
from toc_treaties.edits.rendering import Fields
from toc_treaties.model.action import Effect, Kind
from toc_treaties.model.register import Register
from toc_treaties.model.when import When
from toc_treaties.questions.reconcile import About, Finding, Found, Reconciled, Stated
from toc_treaties.store.opening import Reader

DISAGREE = (Found.DAY, Found.ACT)
INSTRUMENTS = "instruments.yaml"
CONSENTS = frozenset(kind for kind in Kind if kind.effect is Effect.CONSENTS)
LEAVES = {About.CONSENT: Kind.DENUNCIATION, About.SIGNATURE: Kind.SIGNATURE_WITHDRAWAL}
"""The act by which a state takes back what a page shows as withdrawn."""


def proposed(answer: Reconciled, register: Register, source: str, read: Reader) -> tuple[list[FileEdit], list[Finding]]:
    """The edits that a page gives rise to, and what is left to a reader of both; fields before new entries."""
    fields: list[FileEdit] = []
    entries: list[FileEdit] = []
    left: list[Finding] = []
    by_state = {finding.state.slug for finding in answer.findings}
    for slug in sorted(by_state):
        found = [finding for finding in answer.findings if finding.state.slug == slug]
        treaties = held(read(state_file(slug))).get("treaties", {})
        recorded = treaties.get(answer.instrument.id) or []
        for finding in found:
            sets = list(_fields(finding, recorded, answer, source))
            adds = list(_entries(finding, found, answer, register, source))
            fields += sets
            entries += adds
            if not sets and not adds and not _said_already(finding, found):
                left.append(finding)
    whole = answer.page.shows_absence or answer.page.lists_all
    noted = any(finding.found is Found.CONFLICT_RECORDED for finding in answer.findings)
    if whole and not answer.differences and not entries and not noted:
        entries += _checked(answer, source)
    return [*fields, *entries], left


def _fields(finding: Finding, recorded: list[Any], answer: Reconciled, source: str) -> Iterator[FileEdit]:
    """What is set in an act that is there, or noted beside it."""
    at = _place(finding.register, recorded)
    if finding.about is About.AT_HOME and finding.found is Found.PAGE_ALONE and finding.page is not None:
        yield from _at_home(finding, finding.page.when.text, recorded, answer, source)
    if at is None or finding.page is None or finding.register is None or finding.register.act is None:
        return
    file, path = state_file(finding.state.slug), ("treaties", answer.instrument.id, at)
    kind, day = str(finding.register.act), finding.page.when.text
    shown = finding.page.act is not None and answer.page.of_depositary
    if finding.found in {Found.MORE_PRECISE, Found.MARK} and (shown or not {*MARKS} & {*recorded[at]}):
        seen: Fields = {"source": (source,)}
        yield from (FileEdit(file, edit) for edit in act_again(path, recorded[at], kind, day, seen, (kind, *ORDER)))
    elif finding.found in DISAGREE:
        says = f"{(finding.page.act or finding.register.act).replace('_', ' ')} on {finding.page.when.text}"
        conflict: Fields = {"says": says, "source": (source,)}
        if says not in {str(each.get("says")) for each in recorded[at].get("conflict", [])}:
            yield FileEdit(file, Added((*path, "conflict"), conflict, order=(str(finding.register.act), *ORDER)))


def _at_home(finding: Finding, day: str, recorded: list[Any], answer: Reconciled, source: str) -> Iterator[FileEdit]:
    """The day of the national act beside the consent on record, of whose own day nothing else is found."""
    consents = [at for at, entry in enumerate(recorded) for key in entry if key in CONSENTS]
    disputed = any(each.state is finding.state and each.about is About.CONSENT for each in answer.differences)
    if consents and not disputed:
        path: Path = ("treaties", answer.instrument.id, consents[-1])
        more = more_of(path, recorded[consents[-1]], {"ratified_at_home": day, "source": (source,)}, ORDER, lifts=())
        yield from (FileEdit(state_file(finding.state.slug), edit) for edit in more)


def _entries(
    finding: Finding, found: list[Finding], answer: Reconciled, register: Register, source: str
) -> Iterator[FileEdit]:
    """The act that the page alone has, or the absence that it shows where nothing is known."""
    slug, instrument = finding.state.slug, answer.instrument.id
    shown = finding.page
    alone = finding.found is Found.PAGE_ALONE and shown is not None and shown.act is not None
    if shown is not None and alone and (shown.left or not shown.withdrawn):
        homes = [each.page.when.text for each in found if each.about is About.AT_HOME and each.page is not None]
        home = homes[0] if homes and finding.about is About.CONSENT else ""
        fields: Fields = {"ratified_at_home": home, "source": (source,)}
        yield new_entry(register, slug, instrument, str(shown.act), shown.when.text, fields)
    if shown is not None and shown.left and (alone or finding.found is Found.WITHDRAWAL):
        notice, effect = shown.left
        takes = {"takes_effect": effect.isoformat()} if effect and finding.about is About.CONSENT else {}
        kind = LEAVES[finding.about]
        left: Fields = {**takes, "source": (source,)}
        yield new_entry(register, slug, instrument, str(kind), notice.isoformat(), left)
    elif finding.found is Found.ABSENCE_SHOWN and answer.page.of_depositary:
        yield new_entry(register, slug, instrument, "none_seen", answer.page.as_at.isoformat(), {"source": (source,)})


def _place(stated: Stated | None, recorded: list[Any]) -> int | None:
    """Where an act stands among the entries of its treaty."""
    places = [
        at
        for at, entry in enumerate(recorded)
        if stated is not None and isinstance(entry, Mapping) and entry.get(stated.act or "") == stated.when.text
    ]
    return places[-1] if places else None


def _said_already(finding: Finding, found: list[Finding]) -> bool:
    """Whether nothing is left of a finding: an absence, or the national act of a deposit that is added with it."""
    new = any(each.about is About.CONSENT and each.found is Found.PAGE_ALONE for each in found)
    settled = finding.about is About.NONE or finding.found is Found.CONFLICT_RECORDED
    return settled or (finding.about is About.AT_HOME and new)


def _checked(answer: Reconciled, source: str) -> Iterator[FileEdit]:
    """The instrument's whole table as compared on the day of the page."""
    instrument, day = answer.instrument, answer.page.as_at
    if instrument.checked is None:
        yield FileEdit(
            INSTRUMENTS, Added((instrument.id,), {"as_of": day.isoformat(), "source": source}, key="checked")
        )
    elif instrument.checked.as_of < day:
        yield FileEdit(INSTRUMENTS, Put((instrument.id, "checked"), "as_of", day.isoformat()))
        yield FileEdit(INSTRUMENTS, Put((instrument.id, "checked"), "source", source))


def new_source(answer: Reconciled, id: str, register: Register) -> NewSource | None:
    """The page as a source that the register does not hold yet; None where it is no depositary's, or has no address."""
    instrument = answer.instrument
    depositary = register.depositaries.get(instrument.depositary)
    if not answer.page.of_depositary or depositary is None or not depositary.publishers or not instrument.status_page:
        return None
    reference = (instrument.reference or instrument.id).split(" ")[-1]
    return NewSource(
        id,
        {
            "kind": "depositary",
            "title": f"{reference}: signatories and ratifications",
            "publisher": depositary.publishers[0],
            "url": instrument.status_page,
            "as_of": answer.page.as_at.isoformat(),
        },
    )


def same_day(as_of: When | None, answer: Reconciled) -> bool:
    """Whether a source that is on record is the page, by its day."""
    return as_of is not None and as_of.day == answer.page.as_at
