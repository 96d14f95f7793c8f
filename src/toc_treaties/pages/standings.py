"""How a standing is shown: the pieces that the reports share."""

from collections.abc import Iterable
from datetime import date

from toc_treaties.document import Block, Caution, Cell, Footnote, Provenance, Role, cell, line_of
from toc_treaties.law.evidence import Recorded, is_marked
from toc_treaties.law.gap import Doubt, Part, doubt_of, is_old, part_of
from toc_treaties.law.membership import Limit, remark
from toc_treaties.law.outcome import CONSENTED, GAPS, StandingKind
from toc_treaties.law.periods import Holds
from toc_treaties.law.standing import Standing
from toc_treaties.law.tally import Tally
from toc_treaties.model.source import Basis, Source
from toc_treaties.model.state import Participation, State
from toc_treaties.words.dates import day, long_day, when
from toc_treaties.words.phrases import (
    BETWEEN,
    BETWEEN_MEANS,
    DAY_MARK,
    DAY_MARK_MEANS,
    EVIDENCE,
    LEAVING,
    LEAVING_MEANS,
    LEGEND,
    MARK,
    MARK_MEANS,
    NOT_THE_RECORD,
    STANDING,
    SYMBOL,
    UNDATED,
    UNDATED_MEANS,
    counted,
    span_of,
)


def sources_text(ids: tuple[str, ...]) -> str:
    """The ids of the sources behind a text, in brackets, with a space before; empty without a source."""
    return f" [{', '.join(ids)}]" if ids else ""


def mark_of(record: Recorded) -> str:
    """The mark of a record that no source shows, of whatever kind; empty of others."""
    return MARK if is_marked(record) else ""


def mark_note(records: Iterable[Recorded], where: str) -> list[Block]:
    """What the mark says where it stands on one of these records."""
    return [Footnote(MARK, line_of(f"at {where}: not found in any source."))] if any(map(is_marked, records)) else []


def as_of_aside(as_of: date) -> str:
    """The date that every page carries."""
    return f"as of {long_day(as_of)}"


def role_of(now: Standing) -> Role:
    """The colour of a standing."""
    if now.name in CONSENTED:
        return Role.GOOD
    if now.name in {StandingKind.NO_INFORMATION, StandingKind.NOT_OPEN, StandingKind.NOT_APPLICABLE}:
        return Role.QUIET
    return Role.OPEN


def standing_cell(now: Standing, below: str = "") -> Cell:
    """A standing in words, with its day."""
    return cell(standing_text(now), below, role=role_of(now), marked=now.evidence.marked, value=now.since)


def standing_text(now: Standing) -> str:
    """A standing and since when: party since 10 Feb 2013; signatory 3 Jun 1998."""
    text = STANDING[now.name]
    mark = DAY_MARK if now.day_marked else ""
    if now.between is not None:
        return _between(now) if now.name is StandingKind.CONTRACTING else f"{text}: {_between(now)}"
    if now.name is StandingKind.SIGNATORY and now.since is not None:
        return f"{text} {when(now.since)}{mark}"
    if now.name in {StandingKind.PARTY, StandingKind.WITHDRAWN} and now.since is not None:
        text = f"{text} since {when(now.since)}{mark}"
    if now.name is StandingKind.CONTRACTING and now.consent is not None:
        text = f"{text}: consented {when(now.consent)}{mark}"
        text += f", in force {when(now.in_force)}" if now.in_force else ""
    if now.leaving_on is not None:
        text += f", leaving on {day(now.leaving_on)}"
    elif now.leaving is not None:
        text += f", notice of leaving given {when(now.leaving.when)}"
    return text


def _between(now: Standing) -> str:
    """Between which standings an unknown day leaves it."""
    assert now.between is not None  # noqa: S101 - asked for no other standing
    if now.name is StandingKind.CONTRACTING:
        return "consented to be bound; day not seen, so that it is contracting or party"
    first, last = (STANDING[name] for name in now.between)
    return f"{first} or {last}, " + ("whether it consented since" if now.against else "the day") + " is not known"


def doubt_word(now: Standing) -> str:
    """That a standing is to verify, where its name does not say so."""
    if now.eligibility is not None:
        return "whether it may join is not settled"
    return "to verify" if part_of(now) is Part.TO_VERIFY and now.name is not StandingKind.NO_INFORMATION else ""


def verdict_text(now: Standing) -> str:
    """A standing in words, with its mark, and that it is to verify where it is."""
    mark = MARK if now.evidence.marked else ""
    return ", ".join(text for text in (f"{standing_text(now)}{mark}", doubt_word(now)) if text)


def seen_text(now: Standing, as_of: date) -> str:
    """How current the evidence of a standing is: seen 27 Jan 2014 (old); of several kinds, the newest of each."""
    if now.name not in GAPS or now.acted_later:
        return ""
    shown = [(basis, seen) for basis, seen in now.evidence.days if basis is not Basis.UNCONFIRMED]
    if not shown:
        return "" if now.evidence.days else "evidence undated"
    old = " (old)" if is_old(now, as_of) else ""
    if len(shown) > 1:
        return "seen: " + "; ".join(f"{EVIDENCE[basis]} {when(seen)}" for basis, seen in shown) + old
    ((basis, seen),) = shown
    return f"seen {when(seen)}{old}" + ("" if basis is Basis.DEPOSITARY else f", {EVIDENCE[basis]}")


def symbol_cell(now: Standing) -> Cell:
    """A standing as one symbol."""
    return cell(symbol_of(now), role=role_of(now), marked=now.evidence.marked)


def symbol_of(now: Standing) -> str:
    """The symbol of a standing.

    A consent of an unknown day, one that a notice ends, and an absence on an undated page have their own.
    """
    if now.leaving is not None:
        return LEAVING
    if now.name is StandingKind.CONTRACTING and now.between is not None:
        return BETWEEN
    return UNDATED if doubt_of(now) is Doubt.UNDATED else SYMBOL[now.name]


def legend_entries(standings: list[Standing]) -> tuple[tuple[str, str], ...]:
    """The symbols that these standings use, in the order of the list, and the mark."""
    used = {symbol_of(now) for now in standings}
    entries = [(SYMBOL[name], LEGEND[name]) for name in StandingKind if SYMBOL[name] in used]
    entries += [(LEAVING, LEAVING_MEANS)] if LEAVING in used else []
    entries += [(BETWEEN, BETWEEN_MEANS)] if BETWEEN in used else []
    entries += [(UNDATED, UNDATED_MEANS)] if UNDATED in used else []
    if any(now.evidence.marked for now in standings):
        entries.append((MARK, MARK_MEANS))
    return tuple(entries)


def day_mark_entries(standings: Iterable[Standing]) -> tuple[tuple[str, str], ...]:
    """The mark of a day, where one of these standings shows it."""
    return ((DAY_MARK, DAY_MARK_MEANS),) if any(now.day_marked for now in standings) else ()


def day_mark_note(standings: Iterable[Standing]) -> list[Block]:
    """The same as a note."""
    return [Footnote(mark, line_of(f"{means}.")) for mark, means in day_mark_entries(standings)]


def total_text(total: Tally, joint: str = "/") -> str:
    """A total with its denominator: 2 to 6/34, 1 of them marked."""
    marks = f" ({total.unconfirmed}{MARK})" if total.unconfirmed else ""
    return f"{span_of(total.consented, total.most)}{joint}{total.of}{marks}"


def evidence_note(sources: tuple[Source, ...], marks: int) -> Provenance:
    """How many sources stand behind a page, how old and how new they are, and how many marks it carries."""
    text = f"{counted(len(sources), 'source')} for what is listed" if sources else "no source behind what is listed"
    for kind, called in (("depositary", "the depositary's"), ("secondary", "secondary")):
        days = sorted((one.as_of for one in sources if one.kind == kind and one.as_of), key=lambda one: one.latest)
        if days:
            whole = when(days[0]) if days[0].text == days[-1].text else f"{when(days[0])} to {when(days[-1])}"
            text += f"; {called} {whole}"
    undated = sum(source.as_of is None for source in sources)
    text += f"; {undated} undated" if undated else ""
    marked = f" {MARK} {MARK_MEANS} ({counted(marks, 'entry', 'entries')})." if marks else ""
    dated = sorted((source.as_of for source in sources if source.as_of), key=lambda when: when.latest)
    oldest, newest = (dated[0], dated[-1]) if dated else (None, None)
    return Provenance("Evidence", line_of(f"{text}.{marked}"), len(sources), oldest, newest, marks)


def record_note() -> Caution:
    """The one line that stands on every page."""
    return Caution(line_of(NOT_THE_RECORD))


def membership_note(state: State, as_of: date) -> str:
    """Why a state does not count, or counts with a remark; empty where there is nothing to say."""
    said = remark(state, as_of)
    if said is None:
        return ""
    if said.independence is not None:
        return f"independent from {day(said.independence)}; not yet a member of the OAS"
    if said.member is Holds.CERTAIN:
        return "; ".join(_limit(limit) for limit in said.limits)
    if said.member is Holds.POSSIBLE:
        return "whether it was a member of the OAS on that day is not known; shown for information, outside the totals"
    since = f" since {when(said.left)}" if said.left else ""
    return f"not a member of the OAS{since}; shown for information, outside the totals"


def _limit(limit: Limit) -> str:
    """That a member takes no part, or of which that is contested; that it is not known, where the day is open."""
    one = limit.participation
    mark = f"{MARK} ({one.unconfirmed})" if one.unconfirmed else "" if one.readings else mark_of(one)
    if one.status != "none":
        readings = " ".join(
            f"({index}) {reading.says}{sources_text(reading.sources)}" for index, reading in enumerate(one.readings, 1)
        )
        return f"participation in the OAS is contested{mark}; the readings: {readings}"
    if limit.certain:
        since = f" since {when(one.since)}" if one.since else ""
        return f"a member that has taken no part in the OAS{since}{mark}{sources_text(one.sources)}"
    text = f"whether it took part in the OAS on that day is not known: it took none{_from(one)}{mark}"
    return text + sources_text(one.sources)


def _from(one: Participation) -> str:
    """From when a member took no part, and until when."""
    since = f" from {when(one.since)}" if one.since else ""
    until = f" until {when(one.until)}" if one.until else " on" if since else ""
    return since + until


FOOTNOTES = "¹²³⁴⁵⁶⁷⁸⁹"


def footnotes(states: Iterable[State], as_of: date) -> dict[str, tuple[str, str]]:
    """The footnote of each state that needs one, by slug: its sign and its text."""
    texts = [(state, membership_note(state, as_of)) for state in states]
    noted = [(state, text) for state, text in texts if text]
    return {
        state.slug: (FOOTNOTES[index] if index < len(FOOTNOTES) else f"({index + 1})", f"{state.name['en']}: {text}")
        for index, (state, text) in enumerate(noted)
    }
