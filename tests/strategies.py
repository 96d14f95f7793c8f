"""What hypothesis draws from: dates of every precision, actions, cells and dossiers, and the YAML text of a state."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, TypeVar

from hypothesis import strategies as st

from toc_treaties.law.dossier import Dossier
from toc_treaties.law.seen import bounded
from toc_treaties.model.action import (
    Action,
    Cell,
    CellEntry,
    Conflict,
    Invitation,
    Kind,
    NoInformation,
    NoneSeen,
    RouteStep,
    Statement,
    StatementKind,
)
from toc_treaties.model.instrument import (
    Accession,
    Delay,
    Exit,
    Instrument,
    JoiningPath,
    NotBefore,
    Requires,
    Signature,
    Tier,
)
from toc_treaties.model.register import Register
from toc_treaties.model.source import Basis, Source
from toc_treaties.model.state import State
from toc_treaties.model.vocabulary import Subregion
from toc_treaties.model.when import UNSEEN, When, on, span
from toc_treaties.store.characters import odd_in
from toc_treaties.store.dates import parse

FEW = [date(1999, 12, 31), date(2004, 1, 31), date(2004, 7, 1), date(2011, 1, 1)]
DAYS = st.one_of(st.dates(date(1990, 1, 1), date(2030, 12, 31)), st.sampled_from(FEW))
"""Days on which the dossiers' actions fall: often the same few."""

Made = TypeVar("Made")


def made(make: Callable[..., Made], **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Made]:
    """Records of these fields, the others as they are by default."""
    return st.fixed_dictionaries(fields).map(lambda drawn: make(**drawn))


SOURCES = {
    "seen": Source("seen", Basis.DEPOSITARY, "Table", "The depositary", "https://a.example/", on(date(2020, 1, 1))),
    "heard": Source("heard", Basis.SECONDARY, "News", "A paper", "https://b.example/", None),
}


def exact() -> st.SearchStrategy[When]:
    """A day."""
    return DAYS.map(on)


def spelled() -> st.SearchStrategy[When]:
    """A day, month or year."""
    return st.tuples(DAYS, st.sampled_from([4, 7, 10])).map(lambda drawn: parse(drawn[0].isoformat()[: drawn[1]]))


def bracketed() -> st.SearchStrategy[When]:
    """Two days between which the day lies."""
    return st.tuples(DAYS, st.integers(1, 4000)).map(lambda drawn: span(drawn[0], drawn[0] + timedelta(drawn[1])))


def whens() -> st.SearchStrategy[When]:
    """A date as precise as it is known: mostly a day."""
    return st.one_of(exact(), exact(), exact(), spelled(), bracketed(), st.just(UNSEEN))


KINDS = [kind for kind in Kind if kind is not Kind.FORMAL_CONFIRMATION]
MOSTLY = [Kind.SIGNATURE, Kind.RATIFICATION, Kind.ACCESSION, Kind.DENUNCIATION, Kind.SUCCESSION]


def actions(when: st.SearchStrategy[When] | None = None) -> st.SearchStrategy[Action]:
    """One action of any kind that states take."""
    return made(
        Action,
        kind=st.one_of(st.sampled_from(MOSTLY), st.sampled_from(KINDS)),
        when=whens() if when is None else when,
        sources=st.sampled_from([("seen",), ("heard",), ("seen", "heard")]),
        unconfirmed=st.sampled_from([None, None, None, "not seen"]),
        in_force=st.one_of(st.none(), st.none(), st.none(), DAYS),
        via=st.sampled_from([None, None, "late"]),
    )


WAITS = st.sampled_from([Delay(days=30), Delay(days=90), Delay(months=3, then="first-of-month")])
EXITS = st.sampled_from(
    [
        None,
        Exit("denunciation", years=1),
        Exit("withdrawal", months=6),
        Exit("denunciation", notice_by=(7, 1), ends=(1, 1)),
        Exit("denunciation", provided=False),
        Exit("denunciation", years=1, not_before=NotBefore(3)),
    ]
)


@st.composite
def instruments(draw: st.DrawFn, id: str, requires: Requires | None = None) -> Instrument:
    """An instrument with one of the waits and exits that treaties know."""
    opened = draw(st.dates(date(1990, 1, 1), date(2000, 1, 1)))
    leaving = draw(EXITS)
    if requires is not None and leaving is not None and draw(st.booleans()):
        leaving = leaving._replace(along=requires.instrument)
    return Instrument(
        id,
        Tier.URGED,
        "2.i",
        {"en": id},
        id[:4],
        {"en": id},
        opened - timedelta(draw(st.integers(0, 400))),
        "keeper",
        signature=draw(st.sampled_from([None, Signature(opened, "all")])),
        in_force=draw(st.one_of(st.none(), DAYS, DAYS)),
        later_parties=draw(WAITS),
        accession=Accession("all"),
        requires=requires,
        exit=leaving,
        paths={"late": JoiningPath({"en": "Late"}, date(2005, 1, 1))},
    )


def cells(id: str, most: int = 5) -> st.SearchStrategy[Cell]:
    """What is recorded of one state on an instrument."""
    absent = made(NoneSeen, as_of=st.one_of(st.none(), exact(), spelled()), sources=st.just(("seen",)))
    doubts = made(NoInformation, why=st.just("announced"), since=st.one_of(st.none(), spelled()))
    return made(
        Cell,
        instrument=st.just(id),
        actions=st.lists(actions(), max_size=most).map(tuple),
        none_seen=st.lists(absent, max_size=2).map(tuple),
        no_information=st.one_of(st.just(()), st.lists(doubts, max_size=2).map(tuple)),
    )


@st.composite
def dossiers(draw: st.DrawFn) -> Dossier:
    """A state on an instrument, half of them protocols with a parent of their own."""
    independence = draw(st.one_of(st.none(), DAYS))
    state = State("avalon", "XXA", "XA", {"en": "Avalon"}, Subregion.CARIBBEAN, independence=independence)
    parent = None
    if draw(st.booleans()):
        parent = _dossier(state, draw(instruments("alpha")), draw(cells("alpha", 4)), None)
    requires = Requires("alpha") if parent else None
    return _dossier(state, draw(instruments("beta", requires)), draw(cells("beta")), parent)


def _dossier(state: State, instrument: Instrument, cell: Cell, parent: Dossier | None) -> Dossier:
    """The dossier of a register that holds these, whose open dates are bounded."""
    held = Register({}, {}, SOURCES, {})
    return Dossier(state, instrument, bounded(cell, state, instrument, held), parent, SOURCES)


def _may_be_written(text: str) -> bool:
    """Whether every character of a text may stand in a file."""
    return "\n" not in text and not odd_in(f"x: {text}")


LETTERS = st.characters(exclude_categories=["Cs"])
SEEN = st.one_of(st.characters(exclude_categories=["C", "Z"]), st.just(" "))
LINES = st.text(SEEN, min_size=1, max_size=20).filter(
    lambda text: text.strip() != "" and text != "not seen" and _may_be_written(text)
)
IDS = st.lists(
    st.text(SEEN, min_size=1, max_size=6).filter(lambda text: " " not in text and _may_be_written(text)),
    max_size=3,
    unique=True,
).map(tuple)
ARTICLES = st.lists(st.sampled_from(["1", "18(3)", "3(1)(a)(ii)", "XIV(2)", "21 bis"]), max_size=3, unique=True).map(
    tuple
)
MAYBE = st.one_of(st.none(), LINES)
GROUNDS = LINES.map(lambda text: f"because {text}")
REASONS = st.one_of(st.none(), GROUNDS)
WRITTEN = st.one_of(spelled(), bracketed(), st.just(UNSEEN))

STATEMENTS = made(
    Statement,
    kind=st.sampled_from(StatementKind),
    text=MAYBE,
    articles=ARTICLES,
    effect=st.sampled_from([None, "excludes", "limits", "informs"]),
    made=st.one_of(st.none(), spelled()),
    withdrawn=st.one_of(st.none(), spelled()),
    to=st.sampled_from([None, "XXB"]),
    sources=IDS,
    unconfirmed=REASONS,
    note=MAYBE,
)
CONFLICTS = made(Conflict, says=LINES, sources=IDS, unconfirmed=REASONS, why=REASONS)
STEPS = made(RouteStep, kind=st.sampled_from(Kind), when=spelled(), of=LINES)
ACTIONS = made(
    Action,
    kind=st.sampled_from(Kind),
    when=WRITTEN,
    sources=IDS,
    unconfirmed=REASONS,
    in_force=st.one_of(st.none(), DAYS),
    takes_effect=st.one_of(st.none(), DAYS),
    effect_from=st.one_of(st.none(), spelled()),
    via=MAYBE,
    route=st.lists(STEPS, max_size=2).map(tuple),
    ratified_at_home=st.one_of(st.none(), spelled()),
    gazette=MAYBE,
    depositary_notification=MAYBE,
    area=MAYBE,
    awaits=MAYBE,
    as_recorded=REASONS,
    conflict=st.lists(CONFLICTS, max_size=2).map(tuple),
    statements=st.lists(STATEMENTS, max_size=2).map(tuple),
    note=MAYBE,
)


def _marked(drawn: tuple[Action, str | None, bool]) -> Action:
    """An action with what may stand beside it: the mark of a day that is written, and a list among its sources."""
    action, why, listed = drawn
    why = None if action.unconfirmed or action.when.bracketed else why
    return action._replace(day_unconfirmed=why, in_force_seen=action.sources[:1] if listed else ())


WRITTEN_ACTIONS = st.tuples(ACTIONS, REASONS, st.booleans()).map(_marked)
INVITATIONS = made(
    Invitation,
    decided=st.one_of(st.none(), spelled()),
    until=st.one_of(st.none(), spelled()),
    until_known=st.just(True),
    sources=IDS,
    unconfirmed=REASONS,
    note=MAYBE,
)
ENTRIES: st.SearchStrategy[CellEntry] = st.one_of(
    WRITTEN_ACTIONS,
    made(NoneSeen, as_of=st.one_of(st.none(), spelled()), sources=IDS, unconfirmed=REASONS, note=MAYBE),
    made(
        NoInformation,
        why=GROUNDS,
        since=st.one_of(st.none(), spelled()),
        sources=IDS,
        note=MAYBE,
    ),
    INVITATIONS,
)


def quoted(text: str) -> str:
    """A text as a double-quoted scalar, with every letter beyond ASCII escaped."""
    return '"' + "".join(c if " " <= c <= "~" and c not in '"\\' else f"\\U{ord(c):08x}" for c in text) + '"'


def entry_text(entry: CellEntry) -> str:
    """An entry as one line of YAML."""
    match entry:
        case Action():
            return _flow(_action_fields(entry))
        case NoneSeen():
            head = {"none_seen": entry.as_of.text if entry.as_of else "undated"}
            return _flow({**head, **_evidence(entry)})
        case NoInformation():
            found = {"since": _date(entry.since), "source": _list(entry.sources), "note": _maybe(entry.note)}
            return _flow({"no_information": quoted(entry.why), **found})
        case Invitation():
            head = {"invitation": entry.decided.text if entry.decided else "unknown"}
            return _flow({**head, "until": entry.until.text if entry.until else "none", **_evidence(entry)})


def _action_fields(action: Action) -> dict[str, str | None]:
    when = action.when
    between = f"[{when.earliest}, {when.latest}]" if when.bracketed and when != UNSEEN else None
    return {
        action.kind.value: when.text,
        "between": between,
        "day_unconfirmed": _maybe(action.day_unconfirmed),
        "in_force": action.in_force.isoformat() if action.in_force else None,
        "in_force_seen": _list(action.in_force_seen) if action.in_force_seen else None,
        "takes_effect": action.takes_effect.isoformat() if action.takes_effect else None,
        "effect_from": _date(action.effect_from),
        "via": _maybe(action.via),
        "route": _flows([{step.kind.value: step.when.text, "of": quoted(step.of)} for step in action.route]),
        "ratified_at_home": _date(action.ratified_at_home),
        "gazette": _maybe(action.gazette),
        "depositary_notification": _maybe(action.depositary_notification),
        "area": _maybe(action.area),
        "awaits": _maybe(action.awaits),
        "as_recorded": _maybe(action.as_recorded),
        "conflict": _flows([_conflict_fields(conflict) for conflict in action.conflict]),
        "statements": _flows([_statement_fields(statement) for statement in action.statements]),
        **_evidence(action),
    }


def _statement_fields(statement: Statement) -> dict[str, str | None]:
    return {
        statement.kind.value: quoted(statement.text) if statement.text else "not seen",
        "articles": _list(statement.articles),
        "effect": statement.effect,
        "date": _date(statement.made),
        "withdrawn": _date(statement.withdrawn),
        "to": statement.to,
        **_evidence(statement),
    }


def _conflict_fields(conflict: Conflict) -> dict[str, str | None]:
    fields = {"says": quoted(conflict.says), "source": _list(conflict.sources)}
    return {**fields, "unconfirmed": _maybe(conflict.unconfirmed), "why": _maybe(conflict.why)}


def _evidence(entry: Action | NoneSeen | Invitation | Statement) -> dict[str, str | None]:
    fields = {"source": _list(entry.sources), "unconfirmed": _maybe(entry.unconfirmed)}
    return {**fields, "note": _maybe(entry.note)}


def _flow(fields: dict[str, str | None]) -> str:
    return "{" + ", ".join(f"{key}: {value}" for key, value in fields.items() if value is not None) + "}"


def _flows(items: list[dict[str, str | None]]) -> str | None:
    return "[" + ", ".join(_flow(item) for item in items) + "]" if items else None


def _list(texts: tuple[str, ...]) -> str:
    return "[" + ", ".join(quoted(text) for text in texts) + "]"


def _maybe(text: str | None) -> str | None:
    return None if text is None else quoted(text)


def _date(when: When | None) -> str | None:
    return when.text if when else None


PIECES = """
treaties:|alpha:|signature:|ratification:|invitation:|source:|seen|unknown|between:|statements:|note:|<<:|NO|2004-06-15
2004-13|2004|&a|*a|!!str|-|- |? |: |[|]|{|}|,|'|"|>-|#|---|...|%YAML 1.2|iso3: XXA|iso2: XA|name: {en: A}|é
subregion: caribbean|memberships:
"""
BREAKS = ["\n", "\n  ", "\n    ", "\n      ", "\r\n", "\r", "\t", "\u2028", "\x85", "\x0b", "\ufeff", "|", "| "]
WORDS = st.sampled_from([*re.split(r"[|\n]", PIECES.strip("\n")), *BREAKS])
"""Pieces of YAML that joined at random come near to a state's file, and to every way of spoiling one."""

NEARLY_YAML = st.lists(st.one_of(WORDS, st.text(LETTERS, max_size=3)), max_size=40).map("".join)
