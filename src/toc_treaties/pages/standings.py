"""How a standing is shown: in words, as a symbol, as a date with the letter of its act; and how totals are."""

import re
from collections.abc import Callable, Iterable
from datetime import date
from functools import cache
from typing import Protocol

from toc_treaties.document import Cell, DayIn, Role, Span, cell
from toc_treaties.law.evidence import Recorded, is_marked
from toc_treaties.law.gap import Doubt, Part, doubt_of, is_old, part_of
from toc_treaties.law.outcome import GAPS, StandingKind
from toc_treaties.law.standing import Standing
from toc_treaties.law.tally import Tally
from toc_treaties.model.action import Action
from toc_treaties.model.source import Basis
from toc_treaties.model.when import When
from toc_treaties.words.language import Words
from toc_treaties.words.phrases import ACTION, DAY_MARK, EVIDENCE, LEGEND, LETTER, MARK, STANDING, SYMBOL

LETTERED = re.compile(r"\d[†‡]* ([A-Za-z]+)]?$")
"""A day and the letter of its act."""
QUIET = frozenset({StandingKind.NO_INFORMATION, StandingKind.NOT_OPEN, StandingKind.NOT_APPLICABLE})


class Titled(Protocol):
    """A treaty or a text whose title was seen in some languages."""

    @property
    def title_unconfirmed(self) -> tuple[str, ...]:
        """The languages in which it was not."""


def role_of(standing: Standing) -> Role:
    """The colour of a standing."""
    return Role.GOOD if standing.consented else Role.QUIET if standing.name in QUIET else Role.OPEN


def standing_text(standing: Standing, words: Words) -> str:
    """A standing and since when: party since 10 Feb 2013; signatory 3 Jun 1998."""
    text = _between(standing, words) if standing.between else _since(standing, words)
    if standing.leaving_on is not None:
        return words.say("{standing}, leaving on {day}", standing=text, day=standing.leaving_on)
    if standing.leaving is not None:
        given = words.when(standing.leaving.when)
        return words.say("{standing}, notice of leaving given {day}", standing=text, day=given)
    return text


def _since(standing: Standing, words: Words) -> str:
    """A standing that is certain, with its day where that is known."""
    since, marked = since_day(standing, words), standing.day_marked
    on, consent = (day_text(day, marked, words, words.within) for day in (standing.since, standing.consent))
    match standing.name:
        case StandingKind.SIGNATORY if since:
            return words.say("signatory {day}", day=on)
        case StandingKind.PARTY if since:
            return words.say("party since {day}", day=since)
        case StandingKind.WITHDRAWN if since:
            return words.say("withdrawn since {day}", day=since)
        case StandingKind.CONTRACTING if consent and standing.in_force:
            in_force = words.within(standing.in_force)
            return words.say("contracting: consented {day}, in force {in_force}", day=consent, in_force=in_force)
        case StandingKind.CONTRACTING if consent:
            return words.say("contracting: consented {day}", day=consent)
        case _:
            return words.term(STANDING, standing.name)


def _between(standing: Standing, words: Words) -> str:
    """Between which standings an unknown day leaves it."""
    if standing.name is StandingKind.CONTRACTING:
        return words.say("consented to be bound; day not seen, so that it is contracting or party")
    first, last = (words.term(STANDING, kind) for kind in standing.between or ())
    if standing.against:
        return words.say(
            "no information: {first} or {last}, whether it consented since is not known", first=first, last=last
        )
    return words.say("no information: {first} or {last}, the day is not known", first=first, last=last)


def since_day(standing: Standing, words: Words) -> str:
    """The day since when a standing is so, as it is said after "since", marked; empty where none is known."""
    return day_text(standing.since, standing.day_marked, words, words.since)


def day_text(when: When | None, unseen: object, words: Words, said: Callable[[When], str] | None = None) -> str:
    """A day on which a standing or an act rests, marked where no source shows it; empty where none is known."""
    return (said or words.when)(when) + (DAY_MARK if unseen else "") if when else ""


def day_cell(when: When, text: str, words: Words) -> Cell:
    """A day as a text says it: alone, or within signs of its act or its evidence."""
    known = words.when(when)
    return cell(text, value=when if text == known else DayIn(when, known))


def doubt_word(standing: Standing, words: Words) -> str:
    """That a standing is to verify, where its name does not say so."""
    if standing.eligibility is not None:
        return words.say("whether it may join is not settled")
    to_verify = part_of(standing) is Part.TO_VERIFY and standing.name is not StandingKind.NO_INFORMATION
    return words.say("to verify") if to_verify else ""


def verdict_text(standing: Standing, words: Words) -> str:
    """A standing in words, with its mark, and that it is to verify where it is."""
    mark = MARK if standing.evidence.marked else ""
    return ", ".join(filter(None, (f"{standing_text(standing, words)}{mark}", doubt_word(standing, words))))


def seen_text(standing: Standing, as_of: date, words: Words) -> str:
    """How current the evidence of a standing is: seen 27 Jan 2014 (old); of several kinds, the newest of each."""
    if standing.name not in GAPS or standing.acted_later:
        return ""
    shown = [(basis, words.when(seen)) for basis, seen in standing.evidence.days if basis is not Basis.UNCONFIRMED]
    if not shown:
        return "" if standing.evidence.days else words.say("evidence undated")
    if is_old(standing, as_of):
        basis, day = shown[-1]
        shown[-1] = basis, day + f" {words.say('(old)')}"
    if len(shown) > 1:
        days = (words.say("{source} {day}", source=words.term(EVIDENCE, basis), day=day) for basis, day in shown)
        return words.say("seen: {days}", days=words.joined(days))
    ((basis, day),) = shown
    if basis is Basis.DEPOSITARY:
        return words.say("seen {day}", day=day)
    return words.say("seen {day}, {source}", day=day, source=words.term(EVIDENCE, basis))


def symbol_code(standing: Standing) -> str:
    """The code of a standing's symbol.

    A consent of an unknown day, one that a notice ends, and an absence on an undated page have their own.
    """
    if standing.leaving is not None:
        return "leaving"
    if standing.name is StandingKind.CONTRACTING and standing.between is not None:
        return "between"
    return "undated" if doubt_of(standing) is Doubt.UNDATED else standing.name


def symbol_of(standing: Standing, says: str) -> Span:
    """The symbol of a standing, and what is said of it."""
    return Span(SYMBOL[symbol_code(standing)], role_of(standing), says)


@cache
def _symbol_cell(code: str, role: Role, words: Words, marked: bool) -> Cell:
    """The cell of a symbol, one for all that look and say the same."""
    return Cell((Span(SYMBOL[code], role, words.term(LEGEND, code)),), marked=marked)


def standing_cell(standing: Standing, words: Words, *, dates: bool) -> Cell:
    """A standing as one symbol; with `dates` as the day of its act, where that is known."""
    marked, code = standing.evidence.marked, symbol_code(standing)
    if day := _dated(standing, words) if dates else "":
        text = day if code == StandingKind.PARTY else f"{SYMBOL[code]} {day}"
        known = day_of(standing)
        value = DayIn(known, words.when(known)) if known and known.day else None
        return cell(text, role=role_of(standing), marked=marked, value=value)
    return _symbol_cell(code, role_of(standing), words, marked)


def standing_alone(standing: Standing, words: Words, *, dates: bool) -> str:
    """The same with words for its signs, as a cell that no legend explains."""
    shown, code = standing_cell(standing, words, dates=dates), symbol_code(standing)
    day = words.say("day unconfirmed") if DAY_MARK in shown.text else ""
    mark = words.say("unconfirmed") if shown.marked else ""
    text = shown.text.replace(DAY_MARK, "").replace(SYMBOL[code], words.term(LEGEND, code))
    return ", ".join(filter(None, (text, mark, day)))


def legend_entries(standings: Iterable[Standing], words: Words) -> tuple[tuple[str, str], ...]:
    """The symbols that these standings use, in the order of the list, each with its meaning."""
    used = set(map(symbol_code, standings))
    return tuple((symbol, words.term(LEGEND, code)) for code, symbol in SYMBOL.items() if code in used)


def brief_standing(standing: Standing, words: Words) -> str:
    """A standing in a word or two, without its day and its mark: party; party, leaving; no action, to verify."""
    leaving = words.say("leaving") if standing.leaving is not None else ""
    return ", ".join(filter(None, (words.term(STANDING, standing.name), leaving, doubt_word(standing, words))))


def _dated(standing: Standing, words: Words) -> str:
    """The day of a consent that runs, with the letter of its act, or of a signature; empty where none is known.

    Some day between two is said by its years: 2011–2017.
    """
    known = day_of(standing)
    if known is None or standing.deciding is None:
        return ""
    years = "–".join(dict.fromkeys((str(known.earliest.year), str(known.latest.year))))
    return lettered(standing.deciding, words, years if known.bracketed else words.when(known))


def leaving_day(standing: Standing, words: Words) -> str:
    """The day on which a notice of leaving takes effect, as far as it is known."""
    return words.known("{day}", day=standing.leaving_on) or words.say("day not known")


def day_of(standing: Standing) -> When | None:
    """The day of a consent that runs, or of a signature."""
    signed = standing.since if standing.name is StandingKind.SIGNATORY else None
    return standing.consent if standing.consented else signed


def lettered(action: Action, words: Words, day: str = "") -> str:
    """The day of an act, marked where no source shows it as recorded, and the letter of its kind: 5 Feb 2003 a."""
    shown = day_text(action.when, action.day_unconfirmed, words, lambda when: day or words.when(when))
    return f"{shown} {LETTER.get(action.kind, '')}".rstrip()


def letter_entries(texts: Iterable[str], words: Words) -> tuple[tuple[str, str], ...]:
    """The letters that stand behind a day in some texts, each with its act."""
    used = {found[1] for text in texts if (found := LETTERED.search(text))}
    acts = {letter: kind for kind, letter in reversed(LETTER.items())}
    return tuple((letter, words.term(ACTION, kind)) for letter, kind in reversed(acts.items()) if letter in used)


def total_text(total: Tally, words: Words, *, told: bool = False) -> str:
    """A total with its denominator: 2 to 6/34, 1 of them marked; as a clause tells it, 2 to 6 of 34."""
    counts, of = words.span(total.consented, total.most), words.number(total.of)
    both = words.say("{counts} of {of}", counts=counts, of=of) if told else f"{counts}/{of}"
    return f"{both} ({total.unconfirmed}{MARK})" if total.unconfirmed else both


def standing_mark(standing: Standing) -> str:
    """The mark of a standing, or of its day where that alone is not shown."""
    return MARK if standing.evidence.marked else DAY_MARK if standing.day_marked else ""


def title_mark(of: Titled, words: Words) -> str:
    """The mark of a title that was not seen in an official or authentic text in the language of the page."""
    return MARK if words.language in of.title_unconfirmed else ""


def mark_of(record: Recorded) -> str:
    """The mark of a record that no source shows, of whatever kind; empty of others."""
    return MARK if is_marked(record) else ""
