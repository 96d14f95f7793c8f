"""What comes before what between two states, in words: first on the page of each purpose, with the clause."""

from collections.abc import Iterable

from toc_treaties.model.precedence import Precedence as Clause
from toc_treaties.model.vocabulary import Rule
from toc_treaties.pages.basis_words import name_of, names_of
from toc_treaties.pages.statements import articles_text
from toc_treaties.questions.basis import BasisAnswer, ComesFirst
from toc_treaties.questions.serving import BasisFound
from toc_treaties.questions.treaties import TREATY_FOR, Bound, By, clauses_of
from toc_treaties.words.phrases import MARK, PURPOSE, capital, listed


def precedence_texts(answer: BasisAnswer, purpose: str) -> list[str]:
    """What comes before what between the two for a purpose, and by which clause."""
    before = answer.before(purpose)
    lines = [line for line in answer.lines if line.purpose == purpose]
    order, depends = [*_first(before), *_clauses(before, lines)], _depends(answer, before, lines)
    return [*order, *depends] if before.treaties.bound is Bound.CERTAIN else [*depends, *order]


def _first(before: ComesFirst) -> list[str]:
    """What is put first, and what is not."""
    texts = []
    certain, one_of = before.treaties.certain, before.treaties.one_of
    if one_of:
        earlier, later = (names_of([by]) for by in one_of)
        texts.append(f"{capital(later)} took the place of {earlier} on a day not seen: one of the two binds both.")
    if len(certain) == 1:
        texts.append(f"{capital(names_of(certain))} binds both{' beside it' if one_of else ', and comes first'}.")
    for one in before.ordered:
        first, behind = capital(names_of([one.first])), names_of([one.behind])
        texts.append(f"{first} comes before {behind} ({_cited(one.behind, one.clause)}).")
    if len(before.unordered) > 1:
        both = "both bind" if len(before.unordered) == 2 else "all bind"  # noqa: PLR2004 - a pair
        texts.append(f"{capital(names_of(before.unordered))}: {both}; no clause seen puts one first.")
    return texts


def _clauses(before: ComesFirst, lines: list[BasisFound]) -> list[str]:
    """What the clauses of those that bind both say of others."""
    bys = {by.id: by for by in (*before.treaties.certain, *(line.by for line in lines))}
    if len(bys) == 1:
        return []
    return [f"{_cited(by, clause)}: {clause.says}." for by in bys.values() for clause in clauses_of(by)]


def _cited(by: By, clause: Clause) -> str:
    return f"{name_of(by)} art. {clause.article}{MARK if clause.unconfirmed else ''}"


def _depends(answer: BasisAnswer, before: ComesFirst, lines: list[BasisFound]) -> list[str]:
    """How a treaty on the purpose decides which provisions of other conventions apply."""
    if before.purpose not in TREATY_FOR:
        return []
    what = f"treaty on {PURPOSE[TREATY_FOR[before.purpose]]}"
    them = "them" if len(before.treaties.certain) + bool(before.treaties.one_of) > 1 else "it"
    parts = _beside(lines, them, answer)
    standing_in = [text for line in lines if (text := _standing_in(line, answer))]
    match before.treaties.bound:
        case Bound.CERTAIN:
            parts += _does(standing_in, "applies", "apply", "only if the two agree")
            unused = [one for one in answer.idle if one.purpose == before.purpose]
            idle = _named(((one.instrument, one.articles, one.of) for one in unused), answer)
            parts += _does(idle, "does", "do", "not arise: for states that no such treaty binds")
            return [f"{capital('; '.join(parts))}."] if parts else []
        case Bound.PERHAPS:
            begins = f"Whether a {what} binds both is not known ({names_of(before.treaties.possible)}). "
            parts.insert(0, "If one does, it comes first")
        case Bound.NONE:
            begins = f"No {what} between the two is in this register. "
            parts.insert(0, "One outside it would come first")
    parts += _does(standing_in, "serves", "serve", "only without one, or if the two agree")
    optional = _named(((line.by, line.articles, _of(line)) for line in lines if _is_instead(line)), answer)
    parts += _does(optional, "serves", "serve", "only without one")
    return [f"{begins}{'; '.join(parts)}."]


def _beside(lines: list[BasisFound], them: str, answer: BasisAnswer) -> list[str]:
    """What provisions do to a treaty that binds both."""
    widening = _named(((line.by, line.articles, _of(line)) for line in lines if line.rule == Rule.WIDENS), answer)
    conforming = ((line.by, line.serving.conforms_to, _of(line)) for line in lines if line.serving is not None)
    return [
        *_does(widening, "adds its offences", "add their offences", f"to {them}"),
        *_does(_named(conforming, answer), "is applied", "are applied", f"in conformity with {them}"),
    ]


def _of(line: BasisFound) -> str | None:
    """Whose articles they are, where another instrument's."""
    return line.serving.of if line.serving is not None else None


def _standing_in(line: BasisFound, answer: BasisAnswer) -> str:
    """The articles that give way to a treaty, with the clause by which they do; empty where none does."""
    if line.serving is None or line.serving.yields_to is None:
        return ""
    articles = line.serving.yields_to.articles or line.articles
    return f"{_named([(line.by, articles, _of(line))], answer)[0]} (by {line.serving.yields_to.article})"


def _is_instead(line: BasisFound) -> bool:
    """Whether a provision serves only where no treaty does."""
    instead = line.rule in {Rule.OPTIONAL, Rule.RECOGNIZED}
    return instead and line.serving is not None and line.serving.beside_treaty is None


def _named(provisions: Iterable[tuple[By, tuple[str, ...], str | None]], answer: BasisAnswer) -> list[str]:
    """Provisions, those of one instrument together, each with its articles and whose they are."""
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for by, articles, of in provisions:
        key = name_of(by), answer.called.get(of, of) if of else ""
        found[key] = (*found.get(key, ()), *articles)
    return [f"{name} {articles_text(articles, of)}" for (name, of), articles in found.items() if articles]


def _does(names: list[str], one: str, many: str, what: str) -> list[str]:
    """What provisions do; nothing where there are none."""
    several = len(names) > 1 or any(" arts " in name for name in names)
    return [f"{listed(names)} {many if several else one} {what}"] if names else []
