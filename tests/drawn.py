"""A register that no files hold: invented states with every kind of act, and most fields of every record filled.

What a field holds is drawn by a sum of its place, as `avalon/treaties/cifta/actions/0/when`: the same on every machine,
and another field beside it changes nothing. A new field of a record is drawn by its type, without a word here.
"""

import types
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from enum import Enum
from hashlib import sha256
from itertools import cycle
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from toc_treaties.model.action import Action, Cell, Invitation, Kind, NoInformation, NoneSeen, RouteStep
from toc_treaties.model.agreement import Agreement, AgreementParty, Replaced
from toc_treaties.model.assessment import Assessment, Contribution, Figure, Return, Sentence
from toc_treaties.model.instrument import (
    Accession,
    Checked,
    Exit,
    Instrument,
    NotBefore,
    Requires,
    ServesThrough,
    Serving,
    Signature,
    Tier,
)
from toc_treaties.model.measure import Measure, MeasureKind, MeasureSource, MeasureStatus, Search, StateMeasures
from toc_treaties.model.place import NOWHERE, Place
from toc_treaties.model.register import Register
from toc_treaties.model.source import Source
from toc_treaties.model.state import Condition, Designation, Participation, Period, State, Version
from toc_treaties.model.vocabulary import (
    CrimeScope,
    InstitutionRole,
    MembershipStatus,
    ParticipationStatus,
    Purpose,
    Subregion,
)
from toc_treaties.model.when import UNSEEN, When, on, span

STRATEGY = "strategy-adopted"
NAMES = {"avalon": "XXA", "borduria": "XXB", "cocagne": "XXC", "dawsbergen": "XXD", "elbonia": "XXE"}
COURSES = (
    (Kind.SIGNATURE, Kind.RATIFICATION),
    (Kind.SIGNATURE,),
    (Kind.ACCESSION,),
    (Kind.SIGNATURE, Kind.RATIFICATION, Kind.DENUNCIATION),
    (),
    (Kind.SIGNATURE, Kind.ACCEPTANCE, Kind.DENUNCIATION, Kind.REVOCATION),
    (Kind.SUCCESSION,),
    (Kind.SIGNATURE_SUCCESSION, Kind.APPROVAL),
    (Kind.ACCESSION, Kind.DENUNCIATION, Kind.ACCESSION),
    (Kind.SIGNATURE, Kind.SIGNATURE_WITHDRAWAL),
    (Kind.DEFINITIVE_SIGNATURE,),
    (Kind.SIGNATURE, Kind.LODGED),
    (Kind.SIGNATURE, Kind.NO_INTENTION),
    (Kind.RATIFICATION, Kind.INSTRUMENT_WITHDRAWAL),
    (Kind.SIGNATURE, Kind.PROVISIONAL_APPLICATION),
    (Kind.RATIFICATION, Kind.SUSPENSION),
    (Kind.CONSENT_TO_BE_BOUND,),
)
"""What a state did under an instrument, each time in another order of states and instruments."""
ROUTE = (Kind.SIGNATURE, Kind.RATIFICATION)
"""The steps under another text of an instrument."""
MODEL = {
    each.__name__: each
    for each in (Assessment, Contribution, Return, Sentence, Place, When, Source, MeasureSource, StateMeasures)
}
"""Records that others name in their types without importing them."""

Made = TypeVar("Made")


def number(place: str, below: int) -> int:
    """A number that belongs to a place."""
    return int.from_bytes(sha256(place.encode()).digest()[:6]) % below


def one_in(many: int, place: str) -> bool:
    """Whether a place is among one in so many."""
    return number(f"{place}?", many) == 0


def one_of(choices: Any, place: str) -> Any:  # noqa: ANN401 - of whatever there is
    """One of some things."""
    listed = list(choices)
    return listed[number(place, len(listed))]


def day(place: str, since: date = date(1990, 1, 1), days: int = 13_000) -> date:
    """A day."""
    return since + timedelta(number(place, days))


def when(place: str, since: date = date(1990, 1, 1), days: int = 13_000) -> When:
    """A date as precise as dates are known: a day, a month, a year, two days between which it lies, or nothing."""
    first = day(place, since, days)
    match number(f"{place}/precision", 12):
        case 0:
            return UNSEEN
        case 1:
            return span(first, first + timedelta(90 + number(place, 300)))
        case 2:
            return span(first.replace(day=1), (first.replace(day=1) + timedelta(31)).replace(day=1) - timedelta(1))
        case 3:
            return span(date(first.year, 1, 1), date(first.year, 12, 31))
        case _:
            return on(first)


class Drawing:
    """A drawing beside a register that has instruments, topics and commitments."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self.invited = cycle(INVITED)
        self.codes = [state.iso3 for state in register.states.values()] + [*NAMES.values()]
        self.articles = [
            (instrument.id, due.article)
            for instrument in register.instruments.values()
            for due in instrument.designations
        ]
        catalogue = register.catalogue
        self.commitments = catalogue.commitments if catalogue else {}
        self.simple: Mapping[Any, Callable[[str], Any]] = {
            bool: lambda place: one_in(3, place),
            int: lambda place: number(place, 40),
            str: self.word,
            date: day,
            When: when,
        }
        self.own: Mapping[str, Callable[[str], Any]] = {
            "place": lambda _: NOWHERE,
            "sources": self.sources,
            "in_force_seen": lambda place: self.sources(place)[:1] if one_in(4, place) else (),
            "unconfirmed": lambda place: f"not seen, {self.word(place)}" if one_in(5, place) else None,
            "day_unconfirmed": lambda place: f"day not seen, {self.word(place)}" if one_in(6, place) else None,
            "via": lambda _: None,
            "in_force": lambda _: None,
            "takes_effect": lambda place: day(place, date(2015, 1, 1), 6000) if one_in(8, place) else None,
            "to": lambda place: one_of(self.codes, place),
            "articles": lambda place: tuple(str(1 + number(f"{place}{at}", 30)) for at in range(number(place, 3))),
            "commitment": lambda place: one_of(self.commitments, place),
            "notice_by": lambda place: (7, 1) if one_in(4, place) else None,
            "ends": lambda _: (1, 1),
            "then": lambda place: "first-of-month" if one_in(3, place) else None,
            "by": lambda place: tuple(self.codes[1:8:2]) if one_in(3, place) else one_of(WHO, place),
            "in_doubt": lambda place: {code: f"why {self.word(place)}" for code in self.codes[3:9:4]},
            "note": lambda place: f"note on {self.word(place)}" if one_in(2, place) else None,
        }

    @staticmethod
    def word(place: str) -> str:
        """Words that tell of which place they are."""
        return f"{place.split('/', maxsplit=1)[0]} {place.rsplit('/', maxsplit=1)[-1]} {number(place, 1000)}"

    def sources(self, place: str) -> tuple[str, ...]:
        """One source or two."""
        return tuple(dict.fromkeys(one_of(self.register.sources, f"{place}{at}") for at in range(1 + number(place, 2))))

    def of(self, make: type[Made], place: str, **given: Any) -> Made:  # noqa: ANN401 - of any record
        """A record with all its fields, some as given."""
        hints = get_type_hints(make, localns=MODEL)
        fields = {
            name: given[name] if name in given else self._field(name, hints[name], f"{place}/{name}")
            for name in make._fields  # type: ignore[attr-defined]
        }
        return make(**fields)

    def _field(self, name: str, hint: Any, place: str) -> Any:  # noqa: ANN401 - of whatever type
        own = self.own.get(name)
        return own(place) if own is not None else self.value(hint, place)

    def value(self, hint: Any, place: str) -> Any:  # noqa: ANN401 - of whatever type
        """A value of a type: of a choice with none, one or the other."""
        kind, parts = get_origin(hint), get_args(hint)
        if kind in (Union, types.UnionType):
            return None if one_in(2, place) else self.value(parts[0], place)
        if kind is tuple and Ellipsis in parts:
            return tuple(self.value(parts[0], f"{place}/{at}") for at in range(number(place, 3)))
        if kind is not None:
            return names(self.word(place)) if parts == (str, str) else {}
        for simple, draw in self.simple.items():
            if hint is simple:
                return draw(place)
        return one_of(hint, place) if issubclass(hint, Enum) else self.of(hint, place)

    def instruments(self) -> Iterator[Instrument]:
        """Invented treaties, each with clauses of its own; two are protocols to another."""
        for at in range(6):
            id = f"treaty-{at}"
            adopted = date(1988 + at * 3, 6, 1)
            signature = self.of(
                Signature, f"{id}/signature", opened=adopted, closed=date(2005, 1, 1) if at % 2 else None
            )
            yield self.of(
                Instrument,
                id,
                id=id,
                column=f"T{at}",
                adopted=adopted,
                depositary=one_of(self.register.depositaries, id),
                signature=signature if at else None,
                in_force=date(1999 + at, 9, 1) if at != 4 else None,
                accession=self.of(Accession, f"{id}/accession", by=ACCEDE[at]) if at != 3 else None,
                other_names=(),
                checked=Checked(LAST, one_of(self.register.sources, id)) if at % 2 else None,
                exit=EXITS[at],
                requires=self.of(Requires, id, instrument=f"treaty-{at - 2}") if at in (3, 5) else None,
                paths={},
                serves_through=self.of(ServesThrough, id, instrument="treaty-1") if at == 3 else None,
                serves={one_of(Purpose, f"{id}/{n}"): (self.of(Serving, f"{id}/{n}", widens=None),) for n in range(at)},
                reference=f"UNTC XX-{at}",
                tier=[*Tier][at % 2],
            )

    def states(self) -> Iterator[State]:
        """The invented states."""
        for at, (slug, code) in enumerate(NAMES.items()):
            cells = {
                instrument.id: self.cell(
                    f"{slug}/treaties/{instrument.id}",
                    instrument,
                    () if _by_invitation(instrument) and at else COURSES[(at * 5 + index) % len(COURSES)],
                )
                for index, instrument in enumerate(self.register.instruments.values())
            }
            yield self.of(
                State,
                slug,
                slug=slug,
                iso3=code,
                iso2=code[:2],
                name=names(slug.title()),
                treaties=cells,
                subregion=[*Subregion][at % 4],
                official_name=names(f"Republic of {slug.title()}"),
                tile=(at, 9),
                style=None,
                other_names=(),
                independence=date(1979, 2, 22) if at == 1 else None,
                memberships={"oas": self.membership(f"{slug}/oas", at), "caricom": self.membership(f"{slug}/car", at)},
                participation=(*(self.of(Participation, f"{slug}/part/{n}") for n in range(at % 3)), NO_PART[at]),
                designations=tuple(self.designation(f"{slug}/designations/{n}") for n in range(6)),
                conditions=tuple(self.condition(f"{slug}/conditions/{n}") for n in range(2)),
                assessments=tuple(self.of(Assessment, f"{slug}/assessments/{n}") for n in range(12)),
                contributions=tuple(
                    self.of(Contribution, f"{slug}/contributions/{n}", year=2016 + n) for n in range(3)
                ),
                returns={
                    year: self.annual(f"{slug}/returns/{year}", year) for year in (2023, 2024, 2025)[: at % 3 + 1]
                },
                faulty=frozenset(),
            )

    def membership(self, place: str, at: int) -> tuple[Period, ...]:
        """A membership, with a suspension or an end in some states."""
        begun, ended = on(date(1948 + at * 9, 5, 5)), on(date(2004, 2, 29))
        member, suspended = MembershipStatus.MEMBER, MembershipStatus.SUSPENDED
        first = self.of(Period, f"{place}/0", since=None if at == 2 else begun, until=None, status=member)
        if at % 2:
            return (first,)
        later = self.of(
            Period,
            f"{place}/1",
            since=ended,
            until=None if at else when(f"{place}/end", ended.latest),
            status=suspended,
        )
        return (first._replace(until=ended), later)

    def designation(self, place: str) -> Designation:
        """An authority, under an article or in a role."""
        instrument, article = one_of(self.articles, place)
        if one_in(2, place):
            return self.of(Designation, place, instrument=instrument, article=article, role=None)
        return self.of(Designation, place, instrument=None, article=None, role=one_of(InstitutionRole, place))

    def condition(self, place: str) -> Condition:
        """A condition that a state is known to meet."""
        instrument, article = one_of(self.articles, place)
        return self.of(Condition, place, instrument=instrument, article=article)

    def annual(self, place: str, year: int) -> Return:
        """A return with some of its figures."""
        figures = {
            id: self.figure(f"{place}/{id}", statistic.unit)
            for id, statistic in self.register.statistics.items()
            if not statistic.sum_of and not one_in(3, f"{place}/{id}")
        }
        return self.of(Return, place, year=year, figures=figures)

    def figure(self, place: str, unit: str) -> Figure:
        """A number, sentences, or not reported."""
        if one_in(5, place):
            return None
        return self.of(Sentence, place) if unit == "months" else number(place, 60)

    def cell(self, place: str, instrument: Instrument, course: tuple[Kind, ...]) -> Cell:
        """What is recorded of a state under an instrument."""
        acts, since = [], instrument.opened
        for at, kind in enumerate(course):
            date_of = when(f"{place}/{at}", since, 1500)
            acts.append(
                self.of(Action, f"{place}/{at}", kind=kind, when=date_of, **self._way(instrument, f"{place}/{at}"))
            )
            since = since if date_of == UNSEEN else date_of.latest + timedelta(200)

        invited = _by_invitation(instrument)
        every = (NoneSeen, 3 if acts else 2), (NoInformation, 6), (Invitation, 6)
        seen, unknown, invitations = (self._perhaps(make, many, place) for make, many in every)
        if invited:
            invitations = (next(self.invited)._replace(sources=self.sources(place)),)
        return Cell(instrument.id, tuple(acts), seen, unknown, invitations)

    def _perhaps(self, make: Any, many: int, place: str) -> Any:  # noqa: ANN401 - any record
        """A record, in one cell of so many."""
        name = f"{place}/{make.__name__}"
        return (self.of(make, name),) if one_in(many, name) else ()

    def _way(self, instrument: Instrument, place: str) -> dict[str, Any]:
        """Another text through which a state came, where the instrument knows one."""
        if not instrument.paths:
            return {"route": ()}
        path = one_of(instrument.paths, place)
        if one_in(3, place):
            return {"via": path}
        return {
            "route": tuple(self.of(RouteStep, f"{place}/route/{n}", kind=kind, of=path) for n, kind in enumerate(ROUTE))
        }

    def agreements(self) -> Iterator[Agreement]:
        """Agreements between states, invented and not."""
        for at in range(12):
            id = f"agreement-{at}"
            codes = sorted({one_of(self.codes, f"{id}/{n}") for n in range(2 + at % 4 if at else 9)})
            parties = tuple(self.of(AgreementParty, f"{id}/{code}", state=code) for code in codes)
            yield self.of(
                Agreement,
                id,
                id=id,
                kind=("arrangement", "bilateral", "regional")[at % 3],
                parties=parties,
                replaced=self.replaced(f"{id}/replaced", codes, at),
                purposes=tuple(Purpose)
                if not at
                else tuple(dict.fromkeys(one_of(Purpose, f"{id}/{n}p") for n in (1, 2))),
                requests_to=tuple(codes[:2]) if not at else (),
                signatories=(self.codes[at % 9],),
                in_force=on(date(1995, 5, 5)) if not at else when(f"{id}/in_force") if at % 4 else None,
                approved=when(f"{id}/approved") if at % 8 == 4 else None,
                scope=(None, *CrimeScope)[at % 10],
            )

    def replaced(self, place: str, codes: list[str], at: int) -> tuple[Replaced, ...]:
        """Between whom another agreement took the place of this one."""
        if len(codes) == 1 or at % 3:
            return ()
        return (self.of(Replaced, place, between=tuple(codes[:2]), by=f"agreement-{at + 1}"),)

    def measures(self, slug: str) -> StateMeasures:
        """What an invented state has done at home."""
        made = tuple(self.measure(f"{slug}/measures/{n}") for n in range(14))
        return StateMeasures(
            made,
            tuple(
                self.of(Search, f"{slug}/searched/{n}", topic=one_of(self.register.topics, f"{slug}/searched/{n}"))
                for n in range(5)
            ),
            {id: self.of(MeasureSource, f"{slug}/{id}", id=id, url=f"https://{id}.example/") for id in AT_HOME},
        )

    def measure(self, place: str) -> Measure:
        """A measure, which cites the state's own sources."""
        topics = tuple({one_of(self.register.topics, f"{place}/topics/{n}"): None for n in range(1 + number(place, 2))})
        kind, status = one_of(MeasureKind, place), one_of(MeasureStatus, f"{place}/status")
        provision = {topics[0]: f"art. {number(place, 90)}"} if one_in(2, place) else {}
        cited = (AT_HOME[number(place, 3)],)
        also = (one_of(self.commitments, place),) if one_in(3, place) else ()
        return self.of(
            Measure,
            place,
            topics=topics,
            kind=kind,
            status=status,
            provision=provision,
            sources=cited,
            conflict=(),
            also=also,
            in_force=when(place) if one_in(2, place) else None,
        )


LAST = date(2026, 11, 21)
"""The last of the days on which the register is walked."""
EXITS = (
    Exit("denunciation", years=1, later_day=True),
    Exit("denunciation", months=6),
    Exit("withdrawal", months=3, then="first-of-month", not_before=NotBefore(2, "5")),
    Exit("denunciation", notice_by=(7, 1), ends=(1, 1), article="9"),
    Exit("withdrawal", provided=False),
    None,
)
"""How a party leaves, in each way that a treaty can have."""
INVITED = (
    Invitation(on(date(2003, 3, 4)), None, until_known=True),
    Invitation(on(date(2003, 3, 4)), on(date(2031, 3, 4)), until_known=True),
    Invitation(span(date(2003, 3, 1), date(2003, 3, 31)), on(date(2008, 3, 4)), until_known=True),
    Invitation(on(date(2003, 3, 4)), None, until_known=False),
    Invitation(None, None, until_known=True, none=True),
    Invitation(None, on(date(2031, 3, 4)), until_known=True),
    Invitation(None, on(date(2008, 3, 4)), until_known=True),
)
"""An invitation that stands without an end, until a day, no longer, or perhaps; that a source shows none."""
NO_PART = (
    Participation(ParticipationStatus.NONE, since=span(date(2026, 1, 1), date(2026, 12, 31))),
    Participation(
        ParticipationStatus.NONE, since=on(date(2000, 1, 1)), until=span(date(2026, 1, 1), date(2026, 12, 31))
    ),
    Participation(ParticipationStatus.NONE, until=span(date(2026, 1, 1), date(2026, 12, 31))),
    Participation(ParticipationStatus.CONTESTED, readings=(Version("one reading"), Version("another"))),
    Participation(ParticipationStatus.CONTESTED, readings=(Version("one reading"),), unconfirmed="not seen"),
)
"""How a member takes no part, or perhaps none."""
WHO = ("all", "oas-members", "american")
ACCEDE = ("all", "invited", "invited", "all", "parties-to-parent", "acceded-to-parent")
AT_HOME = ("gazette", "assembly", "news")


def _by_invitation(instrument: Instrument) -> bool:
    return instrument.accession is not None and instrument.accession.by == "invited"


def names(english: str) -> dict[str, str]:
    """A name in each language."""
    return {"en": english, "es": f"{english} es", "pt": f"{english} pt", "fr": f"{english} fr"}


def _later(known: When) -> When:
    """A day that is later than it was, nobody knows by how much."""
    return span(known.earliest + timedelta(1), known.latest + timedelta(20))


def drawn_beside(register: Register) -> Register:
    """A register with invented states, agreements and measures beside those that it has."""
    drawn = {instrument.id: instrument for instrument in Drawing(register).instruments()}
    register = register._replace(instruments={**register.instruments, **drawn})
    drawing = Drawing(register)
    states = {state.slug: state for state in drawing.states()}
    bodies = {
        id: body._replace(assessments=tuple(drawing.of(Assessment, f"{id}/{n}") for n in range(4)))
        for id, body in register.bodies.items()
    }
    meetings = {  # the days of every second one are not known
        id: meeting._replace(begins=_later(meeting.begins), ends=_later(_later(meeting.ends or meeting.begins)))
        if at % 4 in (1, 2) and id != STRATEGY
        else meeting
        for at, (id, meeting) in enumerate(register.meetings.items())
    }
    return register._replace(
        states={**register.states, **states},
        meetings=meetings,
        agreements={agreement.id: agreement for agreement in drawing.agreements()},
        bodies=bodies,
        measures={**register.measures, **{slug: drawing.measures(slug) for slug in states}},
    )
