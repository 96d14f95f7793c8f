"""The statements family: statements and designations rest on an article, an act, and an institution."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from toc_treaties.model.action import StatementKind
from toc_treaties.model.names import plain
from toc_treaties.model.register import Register
from toc_treaties.model.state import State
from toc_treaties.problem import Problem
from toc_treaties.rules.cells import Cases

ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
E_MAIL = re.compile(r"\S+@\S+\.\S+")
TELEPHONE = re.compile(r"(?:\+|\btel\b|\bphone\b|\bfax\b)|(?:\d[\s().-]*){7,}", re.IGNORECASE)
ISO_DATE = re.compile(r"\b\d{4}-\d\d(?:-\d\d)?\b")
STYLE_OF_ADDRESS = re.compile(
    r"\b(?:mr|mrs|ms|dr|dra|sr|sra|srta|lic|ing|hon|sir|mme|mlle|h\.e)\b\.?\s+[A-ZÁÉÍÓÚÑÇ]", re.IGNORECASE
)
INSTITUTION = frozenset(
    [
        "ministry",
        "ministerio",
        "ministere",
        "attorney",
        "procuraduria",
        "procurador",
        "procuradoria",
        "fiscalia",
        "office",
        "oficina",
        "department",
        "departamento",
        "departement",
        "secretariat",
        "secretaria",
        "secretary",
        "director",
        "directorate",
        "direccion",
        "diretoria",
        "direction",
        "division",
        "authority",
        "autoridad",
        "autoridade",
        "autorite",
        "court",
        "corte",
        "tribunal",
        "supreme",
        "suprema",
        "police",
        "policia",
        "service",
        "servicio",
        "bureau",
        "unit",
        "unidad",
        "unidade",
        "commission",
        "comision",
        "comissao",
        "council",
        "consejo",
        "bank",
        "banco",
        "agency",
        "agencia",
        "board",
        "institute",
        "instituto",
        "government",
        "gobierno",
        "governo",
        "chambers",
        "customs",
        "guard",
        "guardia",
        "solicitor",
        "registrar",
        "prosecutor",
        "public",
        "publico",
        "justice",
        "justicia",
        "justica",
        "interior",
        "foreign",
        "exteriores",
        "subsecretaria",
        "viceministerio",
        "cancilleria",
        "general",
        "centre",
        "center",
        "centro",
        "committee",
        "comite",
        "coast",
        "navy",
        "armada",
        "superintendencia",
        "contraloria",
        "auditoria",
        "transparency",
        "transparencia",
        "affairs",
        "magistrate",
        "judiciary",
        "judicial",
        "poder",
    ]
)
"""Words of which an institution's name holds at least one, without accents."""


def unlisted_article(cases: Cases, _today: date) -> Iterator[Problem]:
    """A designation is made under an article that the instrument lists for one."""
    for one in cases.state.designations:
        if one.instrument is None or one.article is None:
            if one.role is None or one.instrument is not None or one.article is not None:
                help_ = "give instrument and article, or a role"
                message = "a designation is made under an article of an instrument, or in a role"
                yield Problem("unlisted-article", one.place, message, help_)
            continue
        instrument = cases.register.instruments.get(one.instrument)
        if instrument is None:
            if one.instrument not in cases.register.dropped:
                known = ", ".join(cases.register.instruments)
                message = f"there is no instrument {one.instrument}"
                help_, absent = f"one of {known} is expected", f"instruments.yaml {one.instrument}"
                yield Problem("unknown-instrument", one.place.of("instrument"), message, help_, absent=absent)
            continue
        listed = [due.article for due in instrument.designations]
        if one.article not in listed:
            message = f"{instrument.called} lists no designation under article {one.article}"
            help_ = f"its articles: {', '.join(listed) or 'none'}"
            yield Problem("unlisted-article", one.place.of("article"), message, help_, width=len(one.article))


def article_beyond_last(cases: Cases, _today: date) -> Iterator[Problem]:
    """A statement concerns an article that the treaty has."""
    for case in cases.sound:
        last = case.instrument.last_article
        for action in case.cell.actions if last else ():
            for said in action.statements:
                for article in said.articles:
                    if _number(article) > _number(last or ""):
                        message = f"{case.instrument.called} ends with article {last}; there is no article {article}"
                        help_ = "is it another instrument's article?"
                        yield Problem(
                            "article-beyond-last", said.place.of("articles"), message, help_, width=len(article)
                        )


def _number(article: str) -> int:
    """The number of an article, Arabic or Roman, without its paragraphs; 0 where it is neither."""
    head = article.split("(", 1)[0].strip()
    if head.isdecimal():
        return int(head)
    values = [ROMAN.get(letter, 0) for letter in head]
    return sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True))


def personal_data(cases: Cases, _today: date) -> Iterator[Problem]:
    """A designation names an institution: no person, address or number stands in the register."""
    for one in cases.state.designations:
        for field, text in (("institution", one.institution), ("local", one.local or ""), ("note", one.note or "")):
            found = personal(text, whole=field == "institution")
            if found:
                message = f"{found} in a designation"
                help_ = "name the institution alone; persons, addresses and numbers do not belong in the register"
                yield Problem("personal-data", one.place.of(field), message, help_, width=len(text))
    yield from _notifications(cases)


def _notifications(cases: Cases) -> Iterator[Problem]:
    """A notification's substance holds no address or number either."""
    for case in cases.sound:
        for action in case.cell.actions:
            for said in action.statements:
                found = personal(said.text or "", whole=False) if said.kind is StatementKind.NOTIFICATION else None
                if found:
                    help_ = "name the institution alone; persons, addresses and numbers do not belong in the register"
                    yield Problem(
                        "personal-data", said.place, f"{found} in a notification", help_, width=len(said.kind)
                    )


def personal(text: str, *, whole: bool) -> str | None:
    """What personal data a text holds, if any; a `whole` text must read as an institution's name."""
    if E_MAIL.search(text):
        return "an e-mail address"
    if TELEPHONE.search(ISO_DATE.sub("", text)):
        return "a telephone number"
    if STYLE_OF_ADDRESS.search(text):
        return "a person's name"
    if whole and not INSTITUTION & set(plain(text).split()):
        return "what reads as a person's name"
    return None


def objection_without_reservation(register: Register, _today: date) -> Iterator[Problem]:
    """An objection is to a reservation that the other state made to the same instrument (VCLT art. 20)."""
    if not register.whole:
        return
    by_code = {state.iso3: state for state in register.states.values()}
    for state in register.states.values():
        for cell in state.treaties.values():
            for action in cell.actions:
                for said in action.statements:
                    if said.kind is StatementKind.OBJECTION and not _answers(said.to, cell.instrument, by_code):
                        message = (
                            f"an objection to a reservation that is not recorded{f' for {said.to}' if said.to else ''}"
                        )
                        help_ = "add to: with the reserving state's code, and record its reservation"
                        yield Problem("objection-without-reservation", said.place, message, help_, width=9)


def _answers(code: str | None, instrument: str, by_code: Mapping[str, State]) -> bool:
    other = by_code.get(code or "")
    cell = other.treaties.get(instrument) if other else None
    answered = (StatementKind.RESERVATION, StatementKind.DECLARATION, StatementKind.STATEMENT)
    return cell is not None and any(said.kind in answered for action in cell.actions for said in action.statements)
