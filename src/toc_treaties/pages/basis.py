"""What two states can rest a request on, as a page: what is in force, what is kept from serving, what would serve."""

from toc_treaties.document import (
    Block,
    Cell,
    Column,
    Document,
    Footnote,
    Heading,
    Legend,
    Remark,
    Role,
    Section,
    Table,
    cell,
    line_of,
    paragraph,
)
from toc_treaties.law.agreements import ARRANGEMENT, Binding, Unsure
from toc_treaties.law.evidence import Recorded
from toc_treaties.model.agreement import Agreement
from toc_treaties.pages.basis_words import articles_of, case_text, name_of, said_text, who
from toc_treaties.pages.precedence import precedence_texts
from toc_treaties.pages.standings import (
    as_of_aside,
    evidence_note,
    mark_note,
    mark_of,
    membership_note,
    record_note,
    sources_text,
)
from toc_treaties.pages.statements import articles_text
from toc_treaties.questions.basis import BasisAnswer
from toc_treaties.questions.serving import Barred, BasisFound, Missing
from toc_treaties.words.dates import when
from toc_treaties.words.language import Words
from toc_treaties.words.phrases import MARK, PURPOSE, capital, listed, scope_text, the

FORCE = {
    "title": "obliges, on its terms",
    "widens": "its offences are deemed included in a treaty between the two",
    "optional": "a party that needs a treaty may take it as one",
    "recognized": "states that need no treaty recognize its offences as extraditable",
    "enabling": "needs a further agreement",
}
CAVEATS = (
    (
        "In force between the two is no duty to grant. For extradition the requested state's law, dual criminality, "
        "nationality and specialty apply; for assistance that law, limits on use, and dual criminality only where the "
        "treaty or the law asks for it (Nassau Convention 5; Budapest Convention 29(3)-(4); UNTOC 18(9), UNCAC 46(9))."
    ),
    (
        "Where a bilateral or regional treaty on mutual legal assistance binds both, it governs, and UNTOC 18(9)-(29), "
        "UNCAC 46(9)-(29) and 1988 Convention 7(8)-(19) apply only if the two agree."
    ),
    (
        "The optional basis for extradition comes only where no extradition treaty exists (Strategy 6.e, 6.f), Traffic "
        "in Minors 10 aside."
    ),
    (
        "Other bases exist: bilateral treaties, Montevideo 1933, the Bustamante Code, regional treaties, Commonwealth "
        "schemes, reciprocity, domestic law. The list of agreements in this register is incomplete by nature."
    ),
)


def page(answer: BasisAnswer, words: Words) -> Document:
    """The page of one pair."""
    first, second = (state.name["en"] for state in answer.states)
    blocks: list[Block] = []
    for state in answer.states:
        note = membership_note(state, answer.as_of)
        if note:
            blocks.append(paragraph(f"{state.name['en']}: {note}.", Role.QUIET))
    for purpose in answer.purposes:
        blocks += _purpose(answer, purpose)
    used = {word for line in answer.lines for word in (line.rule, line.force)}
    legend = tuple((f"{word}:", meaning) for word, meaning in FORCE.items() if word in used)
    blocks += [Legend(legend)] if legend else []
    blocks += [Remark(line_of(caveat)) for caveat in CAVEATS]
    marks = sum(line.marked for line in answer.lines)
    blocks.append(evidence_note(answer.cited, marks))
    if any(line.marked or _unseen(line) for line in answer.lines):
        blocks.append(
            Footnote(MARK, line_of("a consent rests on unconfirmed evidence, or the article's text was not seen."))
        )
    said = [record for line in answer.lines for record in _recorded(line)]
    blocks += mark_note(said, "an institution or a statement")
    blocks.append(record_note())
    return Document(
        "basis",
        f"{first} and {second}: what is in force between them",
        as_of_aside(answer.as_of),
        tuple(blocks),
        words.language,
        answer.as_of,
    )


def _purpose(answer: BasisAnswer, purpose: str) -> list[Block]:
    lines = [line for line in answer.lines if line.purpose == purpose]
    blocks: list[Block] = [Heading(HEADING.get(purpose, capital(PURPOSE[purpose])), 2)]
    blocks += [paragraph(text) for text in precedence_texts(answer, purpose)]
    if lines:
        columns = (
            Column("basis", "Basis"),
            Column("articles", "Articles"),
            Column("force_and_scope", "Force and scope"),
            Column("since", "Since", whole=True),
        )
        said_once: set[tuple[str, str]] = set()
        blocks.append(Table("basis", columns, (Section("", tuple(_row(line, answer, said_once) for line in lines)),)))
        remarks = [*_through(lines, answer), *(text for line in lines for text in _remarks(line)), *_elections(lines)]
        blocks += [paragraph(text, Role.QUIET) for text in dict.fromkeys(remarks)]
    else:
        blocks.append(paragraph("None in this register."))
    blocks += [paragraph(_barred(one, answer), Role.QUIET) for one in answer.barred if one.purpose == purpose]
    blocks += [paragraph(_missing(one), Role.QUIET) for one in answer.missing if one.purpose == purpose]
    blocks += [paragraph(_agreement_doubt(one, how), Role.QUIET) for p, one, how in answer.to_verify if p == purpose]
    return blocks


WITHOUT_FORCE = {"boarding": "by request"}
"""What is said of provisions that neither oblige nor enable, for a purpose."""
HEADING = {"boarding": "Boarding and overflight"}


def _row(line: BasisFound, answer: BasisAnswer, said_once: set[tuple[str, str]]) -> tuple[Cell, ...]:
    """A basis as a row; what an instrument's rows have in common is written on the first of them."""
    articles = articles_of(line.serving, line.articles, answer) if line.serving else articles_text(line.articles)
    unread = "articles not seen" if _unseen(line) else "articles not noted"
    return (
        cell(name_of(line.by), _kind(line.by), role=Role.STRONG, marked=line.marked),
        cell(articles or unread),
        cell(
            f"{line.rule or line.force or WITHOUT_FORCE.get(line.purpose, 'none stated')}; {_reach(line)}",
            "; ".join(_terms(line, said_once)),
        ),
        cell(_since(line), value=line.since),
    )


def _reach(line: BasisFound) -> str:
    """What offences it reaches."""
    return f"articles and scope not seen{MARK}" if _unseen(line) else scope_text(line.scope, line.purpose)


def _unseen(line: BasisFound) -> bool:
    """Whether the agreement's articles were not seen: nor was, then, what offences it reaches."""
    return isinstance(line.by, Agreement) and line.scope is None


def _terms(line: BasisFound, said_once: set[tuple[str, str]]) -> list[str]:
    """In which case it serves, what an offence must meet, what is not reached, and what else the entry says.

    A note that several entries of an instrument share stands with the first of them.
    """
    terms = [case_text(line)]
    if isinstance(line.by, Agreement):
        terms += [line.by.threshold or "", line.by.note or ""]
    elif line.serving is not None:
        terms += [line.serving.threshold or "", f"not {line.serving.excludes}" if line.serving.excludes else ""]
        terms += [line.serving.note or ""] if (line.by.id, line.serving.note or "") not in said_once else []
        said_once.add((line.by.id, line.serving.note or ""))
    return [term for term in terms if term]


def _since(line: BasisFound) -> str:
    if line.since is not None:
        return when(line.since)
    seen = line.by.seen if isinstance(line.by, Agreement) else None
    return f"seen {when(seen)}" if seen else "day not seen"


def _kind(by: object) -> str:
    if not isinstance(by, Agreement):
        return ""
    return "arrangement under national law" if by.kind == ARRANGEMENT else f"{by.kind} agreement"


def _recorded(line: BasisFound) -> tuple[Recorded, ...]:
    """The statements and the authorities that stand with a basis."""
    return (*(one.statement for one in line.said), *(one for _, one in line.authorities))


def _remarks(line: BasisFound) -> list[str]:
    """Statements, authorities, and what is not known, each in a sentence."""
    name = name_of(line.by)
    texts = [f"{name}: {said_text(one)}{sources_text(one.statement.sources)}." for one in line.said]
    texts += [
        f"{name}: authority of {state.name['en']} under art. {one.article}: {one.institution}"
        f"{mark_of(one)}{sources_text(one.sources)}"
        for state, one in line.authorities
    ]
    if line.serving is None or line.serving.elected is None:
        texts += [
            f"{name}: requests to {state.name['en']}: whether it takes {articles_text(line.articles)} as its basis: "
            "not known (no notification seen)."
            for state in line.not_known
        ]
    return texts


def _through(lines: list[BasisFound], answer: BasisAnswer) -> list[str]:
    """The protocols whose offences an instrument's provisions reach, since both states are in them."""
    texts = []
    for by in {line.by.id: line.by for line in lines}.values():
        names = [
            f"{the(one.short['en'])} (by {one.serves_through.article})"
            for one in answer.protocols
            if one.serves_through is not None and one.serves_through.instrument == by.id
        ]
        texts += [f"{name_of(by)}: also for the offences of {listed(names)}, in which both are."] if names else []
    return texts


def _elections(lines: list[BasisFound]) -> list[str]:
    """Of whom it is not known which procedures it elected, its statement not having been seen."""
    unknown: dict[tuple[str, str], list[str]] = {}
    for line in lines:
        elected = line.serving.elected if line.serving is not None else None
        if elected is not None:
            for state in line.not_known:
                unknown.setdefault((name_of(line.by), state.name["en"]), []).append(elected.under)
    return [
        f"{name}: as to {state}: what it elected under {listed(under)} is not known (its statement was not seen)."
        for (name, state), under in unknown.items()
    ]


def _barred(one: Barred, answer: BasisAnswer) -> str:
    said = said_text(one.said) + sources_text(one.said.statement.sources)
    towards = "" if len(one.requests_to) > 1 else f" for requests to {who(one.requests_to)}"
    name = f"{one.instrument.short['en']} {articles_text(one.articles, answer.called.get(one.of or '', one.of or ''))}"
    return f"{name}: in force for both, but does not serve between them{towards}: {said}."


def _missing(one: Missing) -> str:
    name = one.instrument.short["en"]
    parts = []
    if len(one.not_party) > 1:
        parts.append("neither has joined it")
    elif one.not_party:
        parts.append(f"{who(one.not_party)} is not a party")
    if one.contracting:
        verb = "them" if len(one.contracting) > 1 else "it"
        parts.append(f"{who(one.contracting)} consented to be bound, not yet in force for {verb}")
    if one.doubtful:
        parts.append(f"whether it is in force for {who(one.doubtful)} is not known")
    return f"{name}: {'; '.join(parts)}; would be in force between them if both were parties."


WHY = {
    Unsure.UNCONFIRMED: "entry into force not seen",
    Unsure.APPROVED: "approved, entry into force not seen",
    Unsure.SIGNED_ONLY: "one of the two, or both, signed it and was not seen to be bound",
    Unsure.UNDATED: "the list that names it is undated",
    Unsure.SEEN_LATER: "the list that names it is later than the day asked",
    Unsure.DAY_NOT_KNOWN: "the day since which it binds both is not known exactly",
    Unsure.REPLACED: "another agreement took its place between the two, on a day not seen",
}


def _agreement_doubt(one: Agreement, binding: Binding) -> str:
    why = one.unconfirmed or WHY[binding.doubt or Unsure.UNCONFIRMED]
    return f"To verify: {one.title}{sources_text(one.sources)}: {why}."
