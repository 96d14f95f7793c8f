"""The hemisphere's pairs by scope as a page, and what one accession would add."""

from toc_treaties.document import Block, Cell, Column, Document, Note, Paragraph, Role, Section, Table
from toc_treaties.law.outcome import StandingKind
from toc_treaties.pages.basis import CAVEATS
from toc_treaties.pages.standings import as_of_aside, record_note, standing_text
from toc_treaties.questions.pairs import Matrix, WhatIf
from toc_treaties.words.language import Words
from toc_treaties.words.phrases import MARK, PURPOSE, counted, listed, scope_text


def matrix_page(answer: Matrix, words: Words) -> Document:
    """How many of the pairs have a basis, by scope and rule."""
    columns = (
        Column("Scope"),
        Column("Rule", fixed=True),
        Column("Pairs", fixed=True, numeric=True),
        Column(f"of them {MARK}", fixed=True, numeric=True),
        Column("with agreements", fixed=True, numeric=True),
    )
    rows = tuple(
        (
            Cell(scope_text(one.scope, answer.purpose)),
            Cell(one.rule),
            Cell(str(one.by_instruments), value=one.by_instruments),
            Cell(str(one.unconfirmed) if one.unconfirmed else "", value=one.unconfirmed),
            Cell(str(one.with_agreements), value=one.with_agreements),
        )
        for one in answer.counts
    )
    blocks: list[Block] = [
        Paragraph(
            f"Of {answer.pairs:,} pairs of states, at least these have a basis for {PURPOSE[answer.purpose]} in force."
        ),
        Table(columns, (Section("", rows),)) if rows else Paragraph("None in this register."),
        Note(
            "Pairs",
            "count once in each scope, under the first that they have of title, widens (a treaty that certainly binds "
            "both), optional, recognized and enabling: by an instrument of the Strategy, or, in the last column, by "
            "one or by an agreement of this register.",
        ),
        Note(MARK, "pairs that rest on a consent of which no source was seen."),
        *(Note("", caveat) for caveat in (CAVEATS[0], CAVEATS[-1])),
        record_note(),
    ]
    return Document("Legal bases in the hemisphere", as_of_aside(answer.as_of), tuple(blocks), words.language)


def what_if_page(answer: WhatIf, words: Words) -> Document:
    """The pairs that would gain a title if one state were party to one instrument."""
    name, instrument = answer.state.name["en"], answer.instrument.short["en"]
    blocks: list[Block] = [Paragraph(f"{name} under {instrument}: {standing_text(answer.standing)}.")]
    if answer.purpose is not None:
        blocks.append(Paragraph(f"Only {PURPOSE[answer.purpose]}.", Role.QUIET))
    if answer.standing.name is StandingKind.PARTY:
        blocks.append(Paragraph("It is a party already: nothing would be gained."))
    elif answer.standing.name in {StandingKind.NOT_OPEN, StandingKind.NOT_APPLICABLE}:
        blocks.append(Paragraph("It could not join on that day."))
    elif not answer.gains and not answer.covered:
        blocks.append(
            Paragraph(
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
            blocks.append(Paragraph(text))
    if answer.covered:
        blocks.append(
            Paragraph(
                f"{counted(answer.covered, 'pair')} of the same scope and purpose have a title already.", Role.QUIET
            )
        )
    if any(gain.unconfirmed for gain in answer.gains):
        blocks.append(Note(MARK, "a consent of which no source was seen."))
    blocks += [Note("", CAVEATS[0]), Note("", CAVEATS[-1]), record_note()]
    return Document(f"If {name} were a party: {instrument}", as_of_aside(answer.as_of), tuple(blocks), words.language)
