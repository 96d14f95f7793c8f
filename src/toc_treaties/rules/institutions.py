"""The institutions family: designations name an institution under an article; no person stands in the register.

A person is told by the form of what is written, never by a list of names: a style of address, an initial, a name
before an office or alone, an address, a number. The form can mislead: an entry acknowledges these warnings.
The forms are texts, each read as an expression where a text first holds a sign that it needs.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from toc_treaties.model.action import StatementKind
from toc_treaties.model.names import plain
from toc_treaties.model.place import Place
from toc_treaties.model.problem import Problem, warning
from toc_treaties.model.state import Designation, State
from toc_treaties.rules.state_file import StateFile

HELP = "name the institution alone; or say as_recorded: why, if this is one"
CAPITAL = "[A-ZÀ-ÖØ-Þ]"
WORD = rf"{CAPITAL}[^\W\d_]+"
E_MAIL = r"\w@\w"
TELEPHONE = (
    r"\+\s?\d|(?i:\b(?:tel|telephone|teléfono|telefone|téléphone|phone|fax))\b\W{0,3}\d|\d(?:[\s().-]{0,2}\d){6,}"
)
SHORTEST = 7
"""The digits of the shortest telephone number that is told by its digits alone."""
NUMBERS = r"\b\d{4}-\d\d(?:-\d\d)?\b|\b\d{4}\s?[-–/]\s?\d{4}\b|(?<![\d.])\d{1,3}(?:\.\d{3})+(?!\.?\d)"
"""Days, spans of years, and laws' numbers with their thousands parted."""
_STYLES = "mr mrs ms dr dra sr sra srta lic licd licda ing abog arq hon sir dame mme mlle excmo excma exmo exma"
_COUNSEL = "Me Mtre Maître"
STYLE_OF_ADDRESS = (
    rf"\b(?i:{_STYLES.replace(' ', '|')}|h\. ?e)\b\.?\s+{CAPITAL}|\b(?:{_COUNSEL.replace(' ', '|')})\.?\s+{WORD}"
)
STYLES = frozenset(f"{_STYLES} {_COUNSEL.lower()} h".split(" "))
"""A word of each style of address, in small letters."""
LETTERS = re.compile("[a-zà-öø-ÿ]+")
ATTENTION = rf"\b(?i:attn|att|attention|atención|atenção|c/o)\b[.:]?\s+{WORD}\s+{CAPITAL}"
INITIAL = rf"(?<![\w.])(?:{CAPITAL}\.\s?){{1,3}}({WORD})"
_OFFICES = (
    "Director Directora Diretor Diretora Directeur Directrice Minister Ministro Ministra Ministre Secretary Secretario "
    "Secretaria Secretário Secretária Chief Head Jefe Jefa Chefe Coordinator Coordinador Coordinadora Coordenador "
    "Coordenadora Prosecutor Fiscal Procurador Procuradora Attorney Officer Commissioner President Presidente "
    "Presidenta Manager Superintendent"
)
OFFICES = tuple(_OFFICES.split(" "))
OFFICE_WORDS = frozenset(_OFFICES.lower().split(" "))
NAME_ALONE = rf"(?:{WORD}\s){{1,3}}{WORD}"
OFFICE_HOLDER = rf"(?:^|[,;:(]\s?)((?:{WORD}\s){{1,3}}{WORD})(?:\s?[,(–-]\s?|\s)(?:{'|'.join(OFFICES)})\b"
HELD_OFFICE = rf"\b(?:{'|'.join(OFFICES)})\s+({WORD}(?:\s{WORD}){{1,3}})"
_INSTITUTIONAL = (
    "abog administ aduan affair agen alfand armad arme assunt asunt attorney audit autho autor banco bank board "
    "bureau cancill carabin cent chamb chancel civil coast comis comit commi conse consu contr coop coord corp "
    "cort council counter cour crim custom defen deleg depart deput dipl dire divis douan ejerc enforce estad "
    "etat exerc exter extrad feder finan fisc forc forei fuer gard gendarm gener gobern gobier govern guard high "
    "home human immig implem impost ingres instit inte invest judic jurid just labo law legal marin marit migr milit "
    "mecan mechan minist mutu nacion nation naval offic ofic openb oper parl parquet penal plan polic polit port "
    "presid prevent procur prosecut prote publi receit registr rela republ revenue royal secret secur segur serv "
    "social solicit stat sub supe supr suret technic transp treasur treat tres tribun unid unit vice"
)
INSTITUTIONAL = tuple(_INSTITUTIONAL.split(" "))
"""How the words of institutions begin, in the languages of the register, without accents."""


def personal_data(cases: StateFile) -> Iterator[tuple[Any, Problem]]:
    """A designation, a notification and a return name institutions: no person, address or number."""
    spared = words_of(cases.state)
    for record, place, text, where in _texts(cases):
        found = personal(text, spared, whole=isinstance(record, Designation) and text == record.institution)
        if found:
            yield record, warning("personal-data", place, f"{found} in {where}", HELP, width=len(text))


def words_of(state: State) -> tuple[str, ...]:
    """How the words of a state's name begin, which are no person's in its files."""
    return tuple({word[:5] for name in state.name.values() for word in plain(name).split() if len(word) > 3})  # noqa: PLR2004 - no article


def _texts(cases: StateFile) -> Iterator[tuple[Any, Place, str, str]]:
    """What may name a person: the record that can acknowledge it, the text with its place, and where it stands."""
    for designation in cases.state.designations:
        for field in ("institution", "local", "note"):
            if (text := getattr(designation, field)) is not None:
                yield designation, designation.place.of(field), text, "a designation"
    for case in cases.sound:
        for said in (said for action in case.cell.actions for said in action.statements):
            if said.kind is StatementKind.NOTIFICATION and said.text is not None:
                yield said, said.place.of(said.kind), said.text, "a notification"
    for given in cases.state.returns.values():
        for id, figure in given.figures.items():
            if figure is not None and not isinstance(figure, int) and figure.text is not None:
                yield given, figure.place.of("text"), figure.text, f"the text of {id}"


def personal(text: str, spared: tuple[str, ...] | None = (), *, whole: bool = False) -> str | None:
    """What personal data a text holds by its form, if any.

    `spared` are beginnings of words that are no person's here, None where these are not known, so that no name is told
    by its form alone; a `whole` text names the institution and nothing else.
    """
    if "@" in text and re.search(E_MAIL, text):
        return "an e-mail address"
    low = text.lower()
    if _may_call(text, low) and re.search(TELEPHONE, re.sub(NUMBERS, "", text)):
        return "a telephone number"
    words = LETTERS.findall(low)
    styled = not STYLES.isdisjoint(words) and re.search(STYLE_OF_ADDRESS, text)
    if styled or (_may_address(low) and re.search(ATTENTION, text)):
        return "a person's name"
    if spared is None:
        return None
    if "." in text and any(not _institutional(found[1], spared) for found in re.finditer(INITIAL, text)):
        return "a person's name"
    forms = () if OFFICE_WORDS.isdisjoint(words) else (OFFICE_HOLDER, HELD_OFFICE)
    names = [found[1] for form in forms for found in re.finditer(form, text)]
    if whole and not names and re.fullmatch(NAME_ALONE, text):
        names = [text]
    return None if all(_institutional(name, spared) for name in names) else "what reads as a person's name"


def _may_call(text: str, low: str) -> bool:
    """Whether a text has digits enough for a telephone number, or a sign or a word that stands before one."""
    digits = len(re.findall(r"\d", text))
    return digits >= SHORTEST or (digits > 0 and ("+" in text or "tel" in low or "phone" in low or "fax" in low))


def _may_address(low: str) -> bool:
    """Whether a text has the letters by which one is addressed to somebody: attn, atención, c/o."""
    return "att" in low or "aten" in low or "c/o" in low


def _institutional(name: str, spared: tuple[str, ...]) -> bool:
    """Whether some word of a name is an institution's or a state's."""
    return any(word.startswith((*INSTITUTIONAL, *spared)) for word in plain(name).split())


def unlisted_article(cases: StateFile, _today: date) -> Iterator[Problem]:
    """A designation is made under an article that the instrument lists for one."""
    for designation in cases.state.designations:
        if designation.instrument is None or designation.article is None:
            if designation.role is None or designation.instrument is not None or designation.article is not None:
                help_ = "give instrument and article, or a role"
                message = "a designation is made under an article of an instrument, or in a role"
                yield Problem("unlisted-article", designation.place, message, help_)
            continue
        instrument = cases.register.instruments.get(designation.instrument)
        if instrument is None:
            if designation.instrument not in cases.register.dropped:
                known = ", ".join(cases.register.instruments)
                message = f"there is no instrument {designation.instrument}"
                help_, absent = f"one of {known} is expected", f"instruments.yaml {designation.instrument}"
                yield Problem("unknown-instrument", designation.place.of("instrument"), message, help_, absent=absent)
            continue
        listed = [due.article for due in instrument.designations]
        if designation.article not in listed:
            message = f"{instrument.called} lists no designation under article {designation.article}"
            help_ = f"its articles: {', '.join(listed) or 'none'}"
            yield Problem(
                "unlisted-article", designation.place.of("article"), message, help_, width=len(designation.article)
            )
