"""The words of a legal basis: its name and articles, and the case in which it serves."""

from collections.abc import Iterable

from toc_treaties.model.action import StatementKind
from toc_treaties.model.instrument import Instrument, Serving
from toc_treaties.model.state import State
from toc_treaties.model.vocabulary import Purpose, Rule
from toc_treaties.pages.statements import articles_text, paragraphs_text, statement_text
from toc_treaties.questions.basis import BasisAnswer
from toc_treaties.questions.between import MadeStatement
from toc_treaties.questions.serving import BasisFound
from toc_treaties.questions.treaties import Bound, By, Treaties
from toc_treaties.words.phrases import MARK, listed, the


def name_of(by: By) -> str:
    """The short title of an instrument, the title of an agreement."""
    return by.short["en"] if isinstance(by, Instrument) else by.title


def names_of(bys: Iterable[By]) -> str:
    """Several in a row, as within a sentence."""
    return listed([the(name_of(by)) if isinstance(by, Instrument) else name_of(by) for by in bys])


def who(states: Iterable[State]) -> str:
    """States in a row."""
    return listed([state.name["en"] for state in states])


def articles_of(serving: Serving, articles: tuple[str, ...], answer: BasisAnswer) -> str:
    """The articles that serve, with the instrument they are of where it is another."""
    mark = MARK if serving.unconfirmed is not None and articles else ""
    return articles_text(articles, answer.called.get(serving.of, serving.of) if serving.of else "") + mark


def case_text(line: BasisFound) -> str:
    """In which case a basis serves the two, and of whom it can be asked; empty where it depends on nothing else."""
    parts = [_asked(line)]
    if line.serving is not None and line.treaties is not None:
        bound, names = line.treaties.bound, _above(line.treaties)
        parts += [_by_rule(line.serving, bound, names), _yields(line.serving, bound, names)]
        if line.serving.conforms_to and bound is Bound.CERTAIN:
            parts.append(f"in conformity with {names} ({', '.join(line.serving.conforms_to)})")
    reserved = [said.state.name["en"] for said in line.said if _is_reserved(said)]
    parts.append(f"subject to what {listed(list(dict.fromkeys(reserved)))} reserved, below" if reserved else "")
    return "; ".join(part for part in parts if part)


def _is_reserved(said: MadeStatement) -> bool:
    """Whether a statement is a reservation that limits an article named in it (VCLT art. 21(1))."""
    reserves = said.statement.kind is StatementKind.RESERVATION and bool(said.statement.articles)
    return reserves and said.statement.effect != "informs"


def _above(treaties: Treaties) -> str:
    """The treaty that binds both, or may, by its name; several by where they are named."""
    bys = (*treaties.certain, *treaties.one_of) or treaties.possible
    return names_of(bys) if len(bys) == 1 else "a treaty named above"


def _asked(line: BasisFound) -> str:
    """Of whom it can be asked, where that is one of the two or turns on who is asked."""
    states = [state.name["en"] for state in line.requests_to]
    if line.rule != Rule.OPTIONAL and len(states) > 1:
        return ""
    asked = "as" if line.purpose == Purpose.BOARDING else "requests"
    return f"{asked} {listed([f'to {state}' for state in states])}"


def _by_rule(serving: Serving, bound: Bound, names: str) -> str:
    """In which case a provision on extradition applies."""
    match serving.rule:
        case Rule.WIDENS:
            return _widens(bound, names)
        case Rule.OPTIONAL:
            return _optional(serving, bound, names)
        case Rule.RECOGNIZED:
            return f"if neither needs a treaty, and none binds both{_unless(bound, names)}"
    return ""


def _widens(bound: Bound, names: str) -> str:
    match bound:
        case Bound.CERTAIN:
            return f"deemed included in {names}"
        case Bound.PERHAPS:
            return f"deemed included in {names}, if in force between the two: not known"
        case Bound.NONE:
            return "for a treaty outside this register"


def _optional(serving: Serving, bound: Bound, names: str) -> str:
    if bound is Bound.CERTAIN:
        return f"beside {names}, where {serving.beside_treaty}"
    beside = f", or where {serving.beside_treaty}" if serving.beside_treaty is not None else ""
    return f"where no treaty binds both{_unless(bound, names)}{beside}"


def _unless(bound: Bound, names: str) -> str:
    return f" (whether {names} does: not known)" if bound is Bound.PERHAPS else ""


def _yields(serving: Serving, bound: Bound, names: str) -> str:
    """Whether what stands in for a treaty applies between the two, and by which clause."""
    if serving.yields_to is None:
        return ""
    clause = serving.yields_to.article
    part = f"{paragraphs_text(serving.yields_to.articles)} " if serving.yields_to.articles else ""
    also = f"; gives way also to {serving.yields_to.also}, not held here" if serving.yields_to.also else ""
    if bound is Bound.CERTAIN:
        return f"{part}only if the two agree: {names} binds both ({clause}){also}"
    held = f"whether {names} does: not known" if bound is Bound.PERHAPS else "none in this register"
    return f"{part}where no treaty binds both ({held}), or the two agree ({clause}){also}"


def said_text(said: MadeStatement) -> str:
    """A statement with whose it is; an objection that came too late only informs."""
    text = f"{said.state.name['en']}: {statement_text(said.statement)}"
    return text + ("; later than twelve months, so that it only informs (VCLT art. 20(5))" if said.late else "")
