"""Tiny registers made from YAML text, so that a test's input stands beside what it asserts.

A test writes the fields it is about; what every record must have besides is filled in here.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from textwrap import dedent, indent
from typing import NamedTuple

from toc_treaties.law.dossier import Dossier, dossier
from toc_treaties.law.gap import Part, part_of
from toc_treaties.law.next_step import NextStep, next_step
from toc_treaties.law.standing import Standing, standing
from toc_treaties.model.instrument import Instrument
from toc_treaties.model.problem import Problem
from toc_treaties.model.register import Register
from toc_treaties.model.state import State
from toc_treaties.questions.scope import Scope
from toc_treaties.store.load import load

ALPHA = """
    alpha:
      adopted: 1999-12-01
      signature: {opened: 2000-01-01, closed: 2001-12-31, by: all}
      in_force: 2002-01-01
      later_parties: {days: 30}
      accession: {by: all}
      exit: {word: denunciation, years: 1}
"""
"""A convention: open for signature in 2000 and 2001, in force from 2002, accession open, a year's notice."""

SOURCES = """
    seen: {kind: depositary, title: Table, publisher: The depositary, url: "https://a.example/", as_of: 2020-01-01}
    heard: {kind: secondary, title: News, publisher: A paper, url: "https://b.example/", as_of: 2021-06}
    undated: {kind: depositary, title: List, publisher: The depositary, url: "https://c.example/", as_of: undated}
"""
DEPOSITARIES = """
    keeper: {name: {en: The Keeper}, short: {en: Keeper}}
"""
_INSTRUMENT = {
    "tier": "urged",
    "paragraph": "2.i",
    "short": "{en: Short}",
    "column": "COL",
    "title": "{en: Title}",
    "adopted": "1990-01-01",
    "depositary": "keeper",
}
_STATE = {
    "iso3": "XXA",
    "iso2": "XA",
    "name": "{en: Avalon, es: Avalón, pt: Avalão, fr: Île d'Avalon}",
    "subregion": "caribbean",
    "memberships": "{oas: [{from: 1948-05-05, source: seen}]}",
}


class Tiny(NamedTuple):
    """A register of one state, the problems of form met, and short ways to ask the law."""

    register: Register
    problems: list[Problem]

    @property
    def state(self) -> State:
        """The one state."""
        return self.register.states["avalon"]

    def case(self, instrument: str = "alpha") -> Dossier:
        """The state's dossier on an instrument."""
        return dossier(self.register, self.state, self.register.instruments[instrument])

    def standing(self, day: str, instrument: str = "alpha") -> Standing:
        """The state's standing under an instrument on a day."""
        return standing(self.case(instrument), date.fromisoformat(day))

    def name(self, day: str, instrument: str = "alpha") -> str:
        """The name of that standing."""
        return self.standing(day, instrument).name.value

    def part(self, day: str, instrument: str = "alpha") -> Part:
        """The part of its tier that the instrument is in."""
        return part_of(self.standing(day, instrument))

    def next_step(self, day: str, instrument: str = "alpha") -> NextStep:
        """The state's next step under an instrument on a day."""
        case, on = self.case(instrument), date.fromisoformat(day)
        return next_step(case, standing(case, on), on)


def tiny(treaties: str = "alpha: []", *, instruments: str = ALPHA, state: str = "", sources: str = SOURCES) -> Tiny:
    """A register of one state that is at fault nowhere; fields written in `state` stand for those filled in."""
    made = faulty(treaties, instruments=instruments, state=state, sources=sources)
    assert made.problems == []
    return made


def faulty(treaties: str = "alpha: []", *, instruments: str = ALPHA, state: str = "", sources: str = SOURCES) -> Tiny:
    """The same of texts that may hold faults."""
    written = filled(state, _STATE) + "treaties:\n" + indent(dedent(treaties).strip("\n"), "  ") + "\n"
    return Tiny(*load_texts(written, instruments=instruments, sources=sources))


def load_texts(
    state: str | bytes, *, instruments: str | bytes = ALPHA, sources: str | bytes = SOURCES, slug: str = "avalon"
) -> tuple[Register, list[Problem]]:
    """What loading these texts gives; bytes are taken as they are, an instrument's text is filled in."""
    files = {
        "instruments.yaml": filled_each(instruments) if isinstance(instruments, str) else instruments,
        "depositaries.yaml": dedent(DEPOSITARIES),
        "sources.yaml": dedent(sources) if isinstance(sources, str) else sources,
        f"states/{slug}.yaml": state,
    }
    return load(reader(files), [slug])


def reader(files: Mapping[str, str | bytes]) -> "_Files":
    """A reader of texts instead of files."""
    return _Files(files)


class _Files:
    """A reader: OSError where there is no such text."""

    def __init__(self, files: Mapping[str, str | bytes]) -> None:
        self.files = files

    def __call__(self, name: str) -> bytes:
        """The bytes of one text."""
        if name not in self.files:
            raise FileNotFoundError(name)
        content = self.files[name]
        return content.encode() if isinstance(content, str) else content


def filled(text: str, defaults: Mapping[str, str]) -> str:
    """A record's text with the fields that it leaves out."""
    lines = dedent(text).strip("\n").splitlines()
    absent = {key: value for key, value in defaults.items() if not any(line.startswith(f"{key}:") for line in lines)}
    return "\n".join([*(f"{key}: {value}" for key, value in absent.items()), *lines]) + "\n"


def filled_each(text: str) -> str:
    """Instruments' texts, each with the fields that it leaves out."""
    records: list[list[str]] = []
    for line in dedent(text).strip("\n").splitlines():
        if line.startswith(" ") and records:
            records[-1].append(line)
        elif line.strip():
            records.append([line])
    return "".join(f"{head}\n{indent(filled(chr(10).join(body), _INSTRUMENT), '  ')}" for head, *body in records)


def state_text(treaties: str, state: str = "") -> str:
    """The text of a state's file whose `treaties:` are given, indented as they stand in the file."""
    return filled(state, _STATE) + "treaties:\n" + treaties


def together(
    states: Mapping[str, str],
    *,
    instruments: str = ALPHA,
    sources: str = SOURCES,
    agreements: str = "{}",
    meetings: str = "{}",
) -> Register:
    """A register of several states that is at fault nowhere, by their codes: XXA, XXB, in that order.

    A state's text holds its `treaties:` and whatever else differs; its name and its file's are its code in lower case.
    """
    files = {
        "instruments.yaml": filled_each(instruments),
        "depositaries.yaml": dedent(DEPOSITARIES),
        "sources.yaml": dedent(sources),
        "agreements.yaml": dedent(agreements),
        "meetings.yaml": dedent(meetings),
    }
    for code, text in states.items():
        named = {**_STATE, "iso3": code, "name": f"{{en: {code.title()}, es: {code}, pt: {code}, fr: {code}}}"}
        files[f"states/{code.lower()}.yaml"] = filled(text, named)
    register, problems = load(reader(files), [code.lower() for code in states], also=("agreements", "meetings"))
    assert problems == []
    return register


def scope(
    register: Register,
    day: date,
    states: Iterable[State] | None = None,
    instruments: Iterable[Instrument] | None = None,
) -> Scope:
    """What an answer covers: some states and instruments, or all that the register holds."""
    chosen = register.states.values() if states is None else states
    return Scope(day, tuple(chosen), tuple(register.instruments.values() if instruments is None else instruments))


def state_of(register: Register, iso3: str) -> State:
    """The state of a code."""
    (one,) = (state for state in register.states.values() if state.iso3 == iso3)
    return one
