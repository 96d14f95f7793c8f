"""A register of invented states and treaties, as large as one asks for, at fault nowhere.

    python benchmarks/large_register.py FOLDER [STATES INSTRUMENTS]

Each state has two entries under each treaty: most often a signature and a ratification. Each treaty's table was
consulted five times, and an entry cites consultations that can show it. Every sixth treaty is a protocol to the one
before it. Notes, statements, conflicts and marks are as frequent as in the register of the Americas. The same numbers
always give the same files.
"""

import sys
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product
from pathlib import Path
from random import Random
from string import ascii_uppercase
from typing import NamedTuple

STATES, INSTRUMENTS, CONSULTATIONS, MEASURES = 200, 600, 5, 20
"""As many states and treaties as the United Nations Treaty Collection has in its tables, more or less."""
LANGUAGES = ("en", "es", "pt", "fr")
SYLLABLES = ("ba", "dor", "fen", "gul", "kar", "lim", "mos", "nev", "pra", "rud", "sil", "tor", "vul", "zan")
TAKEN = {"J": "EMOP", "O": "M", "Q": "A", "R": "EOSUW", "V": "ACEGINU", "W": "FS", "Y": "ET", "X": "", "Z": "AMW"}
"""First letters of codes, each with the second letters with which it is the code of a place of this world."""
TOPICS = {"river-piracy": "RIV", "forged-seals": "SEA", "smuggled-gems": "GEM"}
LAST_CONSULTED = date(2025, 6, 1)
SIGNED_ALONE, LEFT = 0.06, 0.04
"""The shares of states that signed a treaty and went no further, and that left it."""
CONSENTS = ("ratification", "acceptance", "approval")
Entry = tuple[str, date]


class Treaty(NamedTuple):
    """A treaty with the consultations of its table: their days by their ids, the earliest first."""

    number: int
    opened: date
    consulted: dict[str, date]

    @property
    def id(self) -> str:
        """Its id in the register."""
        return f"treaty-{self.number:04}"

    @property
    def is_protocol(self) -> bool:
        """Whether the treaty before it must be joined first."""
        return self.number % 6 == 0


class Country(NamedTuple):
    """A state: its name, which its file has too, and its codes."""

    name: str
    iso2: str
    iso3: str

    @property
    def slug(self) -> str:
        """The name of its file."""
        return self.name.lower()


def main() -> None:
    """Write the register of the size asked for."""
    folder, *size = sys.argv[1:]
    states, instruments = map(int, size or (STATES, INSTRUMENTS))
    write(Path(folder), states, instruments)


def write(folder: Path, states: int, instruments: int, seed: int = 1) -> None:
    """Write every file of a register with so many states and treaties."""
    random = Random(seed)  # noqa: S311 - nothing here is secret
    treaties: list[Treaty] = []
    for number in range(1, instruments + 1):
        treaties.append(_treaty(random, number, treaties))
    countries = _countries(random, states)
    files = {
        "register.yaml": ["states:", *(f"  {country.slug}: {country.iso3}" for country in countries)],
        "instruments.yaml": [line for treaty in treaties for line in _instrument(treaty)],
        "sources.yaml": [line for treaty in treaties for line in _consultations(treaty)],
        "topics.yaml": [line for topic, column in TOPICS.items() for line in _topic(topic, column)],
        **{name: [text] for name, text in BESIDE.items()},
    }
    for country in countries:
        files[f"states/{country.slug}.yaml"] = list(_state(random, country, treaties))
        files[f"measures/{country.slug}.yaml"] = list(_measures(random, country))
    for name, lines in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("\n".join(lines) + "\n", "utf-8")


def _names(name: str) -> str:
    return f"{{{', '.join(f'{language}: {name}' for language in LANGUAGES)}}}"


SEEN = "table-0001-5"
"""The newest consultation of the first table, which every register has."""
BESIDE = {
    "depositaries.yaml": f"""\
keeper:
  name: {_names("The Keeper")}
  short: {_names("Keeper")}
  publishers: [The Keeper of the tables]""",
    "meetings.yaml": f"""\
strategy-adopted:
  name: {_names("Adoption of the strategy")}
  from: 2021-11-11
  source: {SEEN}""",
    "commitments.yaml": f"""\
documents:
  strategy:
    title: {_names("The strategy")}
    short: {_names("Strategy")}
    adopted: 2021-11-11
    status: adopted
    source: {SEEN}
commitments:
  strategy-1:
    document: strategy
    paragraph: "1"
    addressee: [member-states]
    theme: drugs
    text: {_names("Act together")}
    kind: policy""",
    "agreements.yaml": "{}",
    "bodies.yaml": "{}",
    "statistics.yaml": "{}",
    "texts.yaml": "{}",
}
"""The files that do not grow with the states and the treaties."""


def _countries(random: Random, states: int) -> list[Country]:
    """States with names and codes of their own, in the order of their files."""
    names: set[str] = set()
    while len(names) < states:
        names.add("".join(random.choices(SYLLABLES, k=4)).capitalize())
    codes = (a + b for a, b in product(TAKEN, ascii_uppercase) if b not in TAKEN[a])
    return [Country(name, code, f"{code[0]}Q{code[1]}") for name, code in zip(sorted(names), codes, strict=False)]


def _treaty(random: Random, number: int, before: list[Treaty]) -> Treaty:
    """The treaty of a number; a protocol is opened for signature with the treaty before it."""
    opened = date(random.randint(1950, 2005), random.randint(1, 12), random.randint(2, 28))
    days = sorted(LAST_CONSULTED - timedelta(days=400 * turn + random.randint(0, 300)) for turn in range(CONSULTATIONS))
    treaty = Treaty(number, opened, {f"table-{number:04}-{turn}": day for turn, day in enumerate(days, 1)})
    return treaty._replace(opened=before[-1].opened) if treaty.is_protocol else treaty


def _instrument(treaty: Treaty) -> Iterator[str]:
    """A treaty that all may sign for a year, and accede to at any time."""
    number, letters = treaty.number, [ascii_uppercase[treaty.number // 26**place % 26] for place in (2, 1, 0)]
    yield f"{treaty.id}:"
    yield "  tier: urged"
    yield f"  paragraph: 2.{_roman(number)}"
    yield f"  short: {_names(f'Treaty {number}')}"
    yield f"  column: {''.join(letters)}"
    yield f"  title: {_names(f'Treaty number {number} on a matter of common concern')}"
    yield f"  adopted: {treaty.opened - timedelta(days=30)}"
    yield f"  signature: {{opened: {treaty.opened}, closed: {treaty.opened + timedelta(days=365)}, by: all}}"
    yield f"  in_force: {treaty.opened + timedelta(days=900)}"
    yield "  later_parties: {days: 30}" if number % 2 else "  later_parties: {months: 3, then: first-of-month}"
    yield "  accession: {by: all}"
    if treaty.is_protocol:
        yield f"  requires: {{instrument: treaty-{number - 1:04}}}"
    yield "  exit: {word: denunciation, years: 1}"
    yield "  depositary: keeper"
    yield f"  reference: Table {number:04}"


ROMAN = {100: "c", 90: "xc", 50: "l", 40: "xl", 10: "x", 9: "ix", 5: "v", 4: "iv", 1: "i"}


def _roman(number: int) -> str:
    """A number as the Strategy's paragraphs have it."""
    written = ""
    for value, letters in ROMAN.items():
        written += letters * (number // value)
        number %= value
    return written


def _consultations(treaty: Treaty) -> Iterator[str]:
    for id, day in treaty.consulted.items():
        yield f"{id}:"
        yield "  kind: depositary"
        yield f"  title: Table {treaty.number:04}, as at {day}"
        yield "  publisher: The Keeper of the tables"
        yield f"  url: https://keeper.example/tables/{treaty.number}?day={day}"
        yield f"  as_of: {day}"


def _state(random: Random, country: Country, treaties: list[Treaty]) -> Iterator[str]:
    """A state's file; it joins no protocol before the treaty that this one supplements."""
    yield f"iso3: {country.iso3}"
    yield f"iso2: {country.iso2}"
    yield f"name: {_names(country.name)}"
    yield f"subregion: {random.choice(('caribbean', 'central-america', 'north-america', 'south-america'))}"
    yield "memberships:"
    yield f"  oas: [{{from: 1948-05-05, source: {SEEN}}}]"
    yield "treaties:"
    consented: date | None = None
    for treaty in treaties:
        if treaty.is_protocol and consented is None:
            entries = _signed_alone(random, treaty)
        else:
            entries, consented = _entries(random, treaty, consented if treaty.is_protocol else None)
        yield f"  {treaty.id}:"
        for kind, day in entries:
            yield f"    - {kind}: {day}"
            yield f"      source: {_cited(random, treaty, day)}"
            yield from (f"      {line}" for line in _more(random, treaty, kind, day))


def _signed_alone(random: Random, treaty: Treaty) -> list[Entry]:
    return [("signature", _later(treaty.opened, random.randint(0, 364))), ("none_seen", max(treaty.consulted.values()))]


def _entries(random: Random, treaty: Treaty, parent: date | None) -> tuple[list[Entry], date | None]:
    """Two entries under a treaty, and the day of a consent that lasts; it follows that to the parent."""
    signed = _later(treaty.opened, random.randint(0, 364))
    consented = _later(max(parent or signed, signed), random.randint(1, 2500))
    way = random.random()
    if way < SIGNED_ALONE:
        return _signed_alone(random, treaty), None
    if way < SIGNED_ALONE + LEFT:
        return [("accession", consented), ("denunciation", _later(consented, random.randint(400, 1000)))], None
    kind = random.choices(CONSENTS, (8, 1, 1))[0]
    return [("signature", signed), (kind, consented)], consented


def _later(day: date, days: int) -> date:
    """A later day; no first of January, which may be a year that was padded."""
    then = day + timedelta(days=days)
    return then + timedelta(days=(then.month, then.day) == (1, 1))


def _cited(random: Random, treaty: Treaty, day: date) -> str:
    """Consultations of a treaty's table that are not older than an entry, most often one."""
    able = [id for id, consulted in treaty.consulted.items() if consulted >= day]
    cited = sorted(random.sample(able, k=min(len(able), random.choices((1, 2, 3, 4), (68, 25, 5, 2))[0])))
    return cited[0] if len(cited) == 1 else f"[{', '.join(cited)}]"


def _more(random: Random, treaty: Treaty, kind: str, day: date) -> Iterator[str]:
    """What else an entry says, as often as entries say it."""
    if random.random() < 0.24:  # noqa: PLR2004 - a share
        yield f"note: {_sentence(random, 'on page', 'of the table', 'the last column')}"
    if kind == "none_seen":
        return
    if random.random() < 0.06:  # noqa: PLR2004 - a share
        yield f"day_unconfirmed: {_sentence(random, 'the month alone was seen', 'in the list')}"
    if kind in CONSENTS and random.random() < 0.25:  # noqa: PLR2004 - a share
        yield f"ratified_at_home: {max(treaty.opened, day - timedelta(days=random.randint(10, 200)))}"
    if random.random() < 0.03:  # noqa: PLR2004 - a share
        yield "conflict:"
        yield f"  - says: {day + timedelta(days=random.randint(1, 40))}"
        yield f"    source: {_cited(random, treaty, day)}"
        yield "    why: the table of the depositary has the day of the deposit"
    if random.random() < 0.2:  # noqa: PLR2004 - a share
        yield "statements:"
        for article in random.sample(range(1, 40), k=random.choice((1, 1, 2))):
            said = _sentence(random, "it does not consider itself bound by the settlement of disputes", "there")
            yield f"  - {random.choice(('reservation', 'declaration'))}: {said}"
            yield f'    articles: ["{article}({random.randint(1, 9)})"]'
            yield f"    effect: {random.choice(('excludes', 'limits', 'informs'))}"
            yield f"    source: {_cited(random, treaty, day)}"


def _sentence(random: Random, *parts: str) -> str:
    return " ".join(f"{part} {random.randint(1, 999)}" for part in parts)


def _topic(topic: str, column: str) -> Iterator[str]:
    yield f"{topic}:"
    yield f"  name: {_names(topic.replace('-', ' ').capitalize())}"
    yield f"  column: {column}"
    yield "  calls_for_law: true"


def _measures(random: Random, country: Country) -> Iterator[str]:
    """A state's file of measures: acts of different years, each seen on a page of its own."""
    years = sorted(random.sample(range(1960, 2020), k=MEASURES))
    yield "measures:"
    for year in years:
        yield "  - kind: law"
        yield f"    topics: [{random.choice([*TOPICS])}]"
        yield f"    title: Act on the safety of trade, {year}"
        yield f"    number: No. {random.randint(1, 99)} of {year}"
        yield f"    adopted: {year}"
        yield "    status: in-force"
        yield "    shown: text"
        yield f"    source: {country.iso3.lower()}-gazette-{year}"
    yield "sources:"
    for year in years:
        yield f"  {country.iso3.lower()}-gazette-{year}:"
        yield "    kind: official"
        yield f"    title: Gazette of {country.name} of {year}"
        yield f"    publisher: Government of {country.name}"
        yield f"    url: https://gazette.example/{country.slug}/{year}"
        yield "    as_of: 2024-03-15"


if __name__ == "__main__":
    main()
