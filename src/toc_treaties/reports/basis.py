"""What two states can rest a request on, as a page: what is in force, what is kept from serving, what would serve."""

from toc_treaties.document import Block, Cell, Column, Document, Heading, Legend, Note, Paragraph, Role, Section, Table
from toc_treaties.law.agreements import Binding, Unsure
from toc_treaties.model.agreement import Agreement
from toc_treaties.model.instrument import Instrument
from toc_treaties.model.state import State, is_member
from toc_treaties.questions.basis import Barred, Basis, Line, Missing
from toc_treaties.reports import FORMAT_VERSION
from toc_treaties.reports.cells import as_of_aside, evidence_note, membership_note, record_note, sources_text
from toc_treaties.reports.data import Data, iso, statement_data
from toc_treaties.reports.statements import articles_text, statement_text
from toc_treaties.words.dates import when
from toc_treaties.words.phrases import MARK, PURPOSE, listed, scope_text

FORCE = {
    "title": "obliges, on its terms",
    "optional": "the requested party may treat it as its basis",
    "enabling": "needs a further agreement",
}
CAVEATS = (
    (
        "In force between the two is no duty to grant: the requested state's law, dual criminality, nationality and "
        "specialty apply."
    ),
    (
        "Where a bilateral or regional treaty on mutual legal assistance binds both, it governs, and UNTOC 18(9)-(29), "
        "UNCAC 46(9)-(29) and 1988 Convention 7(8)-(19) apply only if the two agree."
    ),
    "The optional basis for extradition comes only where no extradition treaty exists (Strategy 6.e, 6.f).",
    (
        "Other bases exist: bilateral treaties, Montevideo 1933, the Bustamante Code, regional treaties, Commonwealth "
        "schemes, reciprocity, domestic law. The list of agreements in this register is incomplete by nature."
    ),
)


def document(answer: Basis) -> Document:
    """The page of one pair."""
    first, second = (state.name["en"] for state in answer.states)
    blocks: list[Block] = []
    for state in answer.states:
        note = membership_note(state, answer.as_of, member=is_member(state, "oas", answer.as_of))
        if note:
            blocks.append(Paragraph(f"{state.name['en']}: {note}.", Role.QUIET))
    for purpose in answer.purposes:
        blocks += _purpose(answer, purpose)
    forces = {line.force for line in answer.lines}
    legend = tuple((force, meaning) for force, meaning in FORCE.items() if force in forces)
    blocks += [Legend(tuple((f"{force}:", meaning) for force, meaning in legend))] if legend else []
    blocks += [Note("", caveat) for caveat in CAVEATS]
    marks = sum(line.marked for line in answer.lines)
    blocks.append(evidence_note(answer.cited, marks))
    if any(line.marked or _unseen(line) for line in answer.lines):
        blocks.append(Note(MARK, "a consent rests on unconfirmed evidence, or the article's text was not seen."))
    blocks.append(record_note())
    return Document(f"{first} and {second}: what is in force between them", as_of_aside(answer.as_of), tuple(blocks))


def _purpose(answer: Basis, purpose: str) -> list[Block]:
    lines = [line for line in answer.lines if line.purpose == purpose]
    blocks: list[Block] = [Heading(PURPOSE[purpose][0].upper() + PURPOSE[purpose][1:], 2)]
    if lines:
        columns = (Column("Basis"), Column("Articles"), Column("Force and scope"), Column("Since", fixed=True))
        blocks.append(Table(columns, (Section("", tuple(_row(line) for line in lines)),)))
        blocks += [Paragraph(text, Role.QUIET) for text in dict.fromkeys(t for line in lines for t in _remarks(line))]
    else:
        blocks.append(Paragraph("None in this register."))
    blocks += [Paragraph(_barred(one), Role.QUIET) for one in answer.barred if one.purpose == purpose]
    blocks += [Paragraph(_missing(one), Role.QUIET) for one in answer.missing if one.purpose == purpose]
    blocks += [Paragraph(_agreement_doubt(one, how), Role.QUIET) for p, one, how in answer.to_verify if p == purpose]
    return blocks


def _row(line: Line) -> tuple[Cell, ...]:
    unseen = line.serving is not None and line.serving.unconfirmed is not None
    articles = articles_text(line.articles) + (MARK if unseen and line.articles else "")
    note = line.serving.note if line.serving else line.by.note if isinstance(line.by, Agreement) else None
    return (
        Cell(name_of(line.by), _kind(line.by), marked=line.marked, role=Role.STRONG),
        Cell(articles or ("articles not seen" if _unseen(line) else "articles not noted")),
        Cell(f"{line.force or 'none stated'}; {_reach(line)}", note or ""),
        Cell(_since(line), value=line.since),
    )


def _reach(line: Line) -> str:
    """What offences it reaches, and from which penalty on."""
    if _unseen(line):
        return f"articles and scope not seen{MARK}"
    threshold = line.by.threshold if isinstance(line.by, Agreement) else None
    return scope_text(line.scope) + (f"; {threshold}" if threshold else "")


def _unseen(line: Line) -> bool:
    """Whether the agreement's articles were not seen: nor was, then, what offences it reaches."""
    return isinstance(line.by, Agreement) and line.scope is None


def _since(line: Line) -> str:
    if line.since is not None:
        return when(line.since)
    seen = line.by.seen if isinstance(line.by, Agreement) else None
    return f"seen {when(seen)}" if seen else "day not seen"


def name_of(by: Instrument | Agreement) -> str:
    """The short title of an instrument, the title of an agreement."""
    return by.short["en"] if isinstance(by, Instrument) else by.title


def _kind(by: Instrument | Agreement) -> str:
    return f"{by.kind} agreement" if isinstance(by, Agreement) else ""


def _remarks(line: Line) -> list[str]:
    """Statements, authorities, and what is not known, each in a sentence."""
    name = name_of(line.by)
    texts = [
        f"{name}: {state.name['en']}: {statement_text(one)}{sources_text(one.sources)}." for state, one in line.said
    ]
    texts += [
        f"{name}: authority of {state.name['en']} under art. {one.article}: {one.institution}"
        f"{sources_text(one.sources)}"
        for state, one in line.authorities
    ]
    if line.not_known:
        who = listed([_name(state) for state in line.not_known])
        verb = "takes" if len(line.not_known) == 1 else "take"
        texts.append(f"{name}: whether {who} {verb} it as a basis: not known (no notification seen).")
    return texts


def _barred(one: Barred) -> str:
    state, statement = one.said
    said = statement_text(statement) + sources_text(statement.sources)
    name = one.instrument.short["en"]
    return f"{name} is in force for both, but does not serve between them: {state.name['en']}: {said}."


def _missing(one: Missing) -> str:
    name = one.instrument.short["en"]
    parts = []
    if len(one.not_party) > 1:
        parts.append("neither has joined it")
    elif one.not_party:
        parts.append(f"{_name(one.not_party[0])} is not a party")
    if one.contracting:
        who = listed([_name(state) for state in one.contracting])
        parts.append(
            f"{who} consented to be bound, not yet in force for {'them' if len(one.contracting) > 1 else 'it'}"
        )
    if one.doubtful:
        parts.append(f"whether it is in force for {listed([_name(state) for state in one.doubtful])} is not known")
    return f"{name}: {'; '.join(parts)}; would be in force between them if both were parties."


def _name(state: State) -> str:
    return state.name["en"]


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


def as_data(answer: Basis) -> Data:
    """The bases in force, what is missing, what a statement bars, and what is to verify."""
    return {
        "format_version": FORMAT_VERSION,
        "as_of": answer.as_of.isoformat(),
        "states": [state.iso3 for state in answer.states],
        "bases": [_data(line, answer) for line in answer.lines],
        "missing": [
            {
                "instrument": one.instrument.id,
                "purpose": one.purpose,
                "not_party": [state.iso3 for state in one.not_party],
                "contracting": [state.iso3 for state in one.contracting],
                "not_known": [state.iso3 for state in one.doubtful],
            }
            for one in answer.missing
        ],
        "barred": [
            {
                "instrument": one.instrument.id,
                "purpose": one.purpose,
                "state": one.said[0].iso3,
                "statement": statement_data(one.said[1], answer.sources),
            }
            for one in answer.barred
        ],
        "to_verify": [{"agreement": one.id, "purpose": purpose} for purpose, one, _ in answer.to_verify],
    }


def _data(line: Line, answer: Basis) -> Data:
    key = "agreement" if isinstance(line.by, Agreement) else "instrument"
    return {
        key: line.by.id,
        "purpose": line.purpose,
        "articles": list(line.articles),
        "force": line.force,
        "scope": line.scope,
        "threshold": line.by.threshold if isinstance(line.by, Agreement) else None,
        "since": iso(line.since),
        "unconfirmed": line.marked,
        "statements": [{"state": state.iso3, **statement_data(one, answer.sources)} for state, one in line.said],
        "authorities": [
            {"state": state.iso3, "article": one.article, "institution": one.institution}
            for state, one in line.authorities
        ],
        "not_known": [state.iso3 for state in line.not_known],
    }


def as_rows(answer: Basis) -> list[Data]:
    """A line for each basis in force."""
    return [
        {
            "as_of": answer.as_of.isoformat(),
            "states": "; ".join(state.iso3 for state in answer.states),
            "basis": line.by.id,
            "purpose": line.purpose,
            "articles": "; ".join(line.articles),
            "force": line.force,
            "scope": line.scope,
            "since": iso(line.since),
            "unconfirmed": line.marked,
            "statements": len(line.said),
        }
        for line in answer.lines
    ]
