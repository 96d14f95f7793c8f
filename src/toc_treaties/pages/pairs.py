"""The hemisphere's pairs by scope as a page, and what one accession would add."""

from toc_treaties.document import (
    Block,
    Column,
    ColumnKind,
    Document,
    Footnote,
    Role,
    Section,
    Table,
    cell,
    facts,
    line_of,
    paragraph,
)
from toc_treaties.law.outcome import StandingKind
from toc_treaties.pages.basis import CAVEATS
from toc_treaties.pages.standings import as_of_aside, record_note, standing_text
from toc_treaties.questions.pairs import Matrix, WhatIf
from toc_treaties.words.language import Words
from toc_treaties.words.phrases import MARK, PURPOSE, counted, listed, scope_text

PAIRS_COUNT = (
    "count once in each scope, under the first that they have of title, widens (a treaty that certainly binds both), "
    "optional, recognized and enabling: by an instrument of the Strategy, or, in the last column, by one or by an "
    "agreement of this register."
)


def matrix_page(answer: Matrix, words: Words) -> Document:
    """How many of the pairs have a basis, by scope and rule."""
    columns = (
        Column("scope", "Scope"),
        Column("rule", "Rule", whole=True),
        Column("pairs", "Pairs", ColumnKind.COUNT, whole=True),
        Column("unconfirmed", f"of them {MARK}", ColumnKind.COUNT, whole=True),
        Column("with_agreements", "with agreements", ColumnKind.COUNT, whole=True),
    )
    rows = tuple(
        (
            cell(scope_text(one.scope, answer.purpose)),
            cell(one.rule),
            cell(str(one.by_instruments), value=one.by_instruments),
            cell(str(one.unconfirmed) if one.unconfirmed else "", value=one.unconfirmed),
            cell(str(one.with_agreements), value=one.with_agreements),
        )
        for one in answer.counts
    )
    blocks: list[Block] = [
        paragraph(
            f"Of {answer.pairs:,} pairs of states, at least these have a basis for {PURPOSE[answer.purpose]} in force."
        ),
        Table("pairs", columns, (Section("", rows),)) if rows else paragraph("None in this register."),
        facts(
            (
                "Pairs",
                PAIRS_COUNT,
            )
        ),
        Footnote(MARK, line_of("pairs that rest on a consent of which no source was seen.")),
        *(paragraph(caveat, Role.QUIET) for caveat in (CAVEATS[0], CAVEATS[-1])),
        record_note(),
    ]
    return Document(
        "pairs", "Legal bases in the hemisphere", as_of_aside(answer.as_of), tuple(blocks), words.language, answer.as_of
    )


def what_if_page(answer: WhatIf, words: Words) -> Document:
    """The pairs that would gain a title if one state were party to one instrument."""
    name, instrument = answer.state.name["en"], answer.instrument.short["en"]
    blocks: list[Block] = [paragraph(f"{name} under {instrument}: {standing_text(answer.standing)}.")]
    if answer.purpose is not None:
        blocks.append(paragraph(f"Only {PURPOSE[answer.purpose]}.", Role.QUIET))
    if answer.standing.name is StandingKind.PARTY:
        blocks.append(paragraph("It is a party already: nothing would be gained."))
    elif answer.standing.name in {StandingKind.NOT_OPEN, StandingKind.NOT_APPLICABLE}:
        blocks.append(paragraph("It could not join on that day."))
    elif not answer.gains and not answer.covered:
        blocks.append(
            paragraph(
                "No pair would gain a title: the instrument offers none of its own, or no other state is a party."
            )
        )
    for purpose in dict.fromkeys(gain.purpose for gain in answer.gains):
        gains = [gain for gain in answer.gains if gain.purpose == purpose]
        for scope in dict.fromkeys(gain.scope for gain in gains):
            others = [gain for gain in gains if gain.scope == scope]
            names = listed([gain.other.name["en"] + (MARK if gain.unconfirmed else "") for gain in others])
            purpose_text = f"{PURPOSE[purpose]} ({scope_text(scope, purpose)})"
            text = f"{counted(len(others), 'pair')} would gain a title for {purpose_text}: with {names}."
            blocks.append(paragraph(text))
    if answer.covered:
        blocks.append(
            paragraph(
                f"{counted(answer.covered, 'pair')} of the same scope and purpose have a title already.", Role.QUIET
            )
        )
    if any(gain.unconfirmed for gain in answer.gains):
        blocks.append(Footnote(MARK, line_of("a consent of which no source was seen.")))
    blocks += [paragraph(CAVEATS[0], Role.QUIET), paragraph(CAVEATS[-1], Role.QUIET), record_note()]
    return Document(
        "pairs",
        f"If {name} were a party: {instrument}",
        as_of_aside(answer.as_of),
        tuple(blocks),
        words.language,
        answer.as_of,
    )
