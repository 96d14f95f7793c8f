"""The commitments, and what states and bodies have reported about them, as tables."""

from collections.abc import Iterator

from toc_treaties.model.assessment import Assessment, AssessmentBasis, Sentence, Status
from toc_treaties.model.commitment import Catalogue, Level
from toc_treaties.model.register import Register
from toc_treaties.model.vocabulary import InstitutionRole
from toc_treaties.records.export_columns import (
    Entry,
    Row,
    Sheet,
    day,
    flag,
    in_languages,
    language_cells,
    names,
    needed,
    number,
    numbered,
    one_of,
    plain,
    sheet,
    text,
    when,
    when_cells,
)

TERMS = ("least", "median", "most", "life")


def sheets(register: Register) -> Iterator[Sheet]:
    """The tables of what the texts ask and of what was reported, each after those that it names."""
    catalogue = register.catalogue or Catalogue()
    yield _documents(catalogue)
    yield _commitments(catalogue)
    yield _addressees(catalogue)
    yield _answered_by(catalogue)
    yield _bodies(register)
    yield _assessments(register)
    yield _contributions(register)
    yield _statistics(register)
    yield _returns(register)
    yield _figures(register)


def _documents(catalogue: Catalogue) -> Sheet:
    columns = (
        needed("document"), in_languages("title"), in_languages("short"), needed("status"), text("reference"),
        day("adopted"), day("dated"), text("note"),
    )  # fmt: skip
    entries = (
        Entry(
            {
                "document": each.id,
                **language_cells("title", each.title),
                **language_cells("short", each.short),
                **plain(each, "status", "reference", "adopted", "dated", "note"),
            },
            each,
        )
        for each in catalogue.documents.values()
    )
    return sheet("documents", "document", columns, entries)


def _commitments(catalogue: Catalogue) -> Sheet:
    columns = (
        needed("commitment"), names("document", "documents"), needed("paragraph"), needed("theme"), needed("kind"),
        in_languages("text"), flag("conditional"), text("articles"), text("measured"), text("evidence"),
        text("parts"), text("same_as"), one_of("role", InstitutionRole, required=False), text("adopts"), text("note"),
    )  # fmt: skip
    fields = (
        "document", "paragraph", "theme", "kind", "conditional", "articles", "measured", "evidence", "parts",
        "same_as", "role", "adopts", "note",
    )  # fmt: skip
    rows = (
        {"commitment": each.id, **language_cells("text", each.text), **plain(each, *fields)}
        for each in catalogue.commitments.values()
    )
    return sheet("commitments", "commitment", columns, rows)


def _addressees(catalogue: Catalogue) -> Sheet:
    columns = (names("commitment", "commitments"), needed("addressee"))
    rows: Iterator[Row] = (
        {"commitment": each.id, "addressee": addressee}
        for each in catalogue.commitments.values()
        for addressee in each.addressee
    )
    return sheet("commitment_addressees", "commitment,addressee", columns, rows)


def _answered_by(catalogue: Catalogue) -> Sheet:
    columns = (names("commitment", "commitments"), names("instrument", "instruments"), flag("decides"))
    rows: Iterator[Row] = (
        {"commitment": each.id, "instrument": instrument, "decides": instrument in each.register}
        for each in catalogue.commitments.values()
        for instrument in dict.fromkeys((*each.register, *each.beside))
    )
    return sheet("commitment_instruments", "commitment,instrument", columns, rows)


def _bodies(register: Register) -> Sheet:
    rows = (
        {"body": body.id, **language_cells("name", body.name), "note": body.note} for body in register.bodies.values()
    )
    return sheet("bodies", "body", (needed("body"), in_languages("name"), text("note")), rows)


def _assessments(register: Register) -> Sheet:
    columns = (
        needed("assessment"), names("state", "states", required=False), names("body", "bodies", required=False),
        names("commitment", "commitments"), one_of("status", Status), when("date"), one_of("basis", AssessmentBasis),
        text("mechanism"), text("word"), text("parts"), text("note"),
    )  # fmt: skip

    def entry(key: str, state: str | None, body: str | None, made: Assessment) -> Entry:
        own = plain(made, "commitment", "status", "basis", "mechanism", "word", "parts", "note")
        return Entry({"assessment": key, "state": state, "body": body, **own, **when_cells("date", made.made)}, made)

    of_states = [
        entry(key, state.iso3, None, made)
        for state in register.states.values()
        for key, made in numbered(state.iso3, state.assessments)
    ]
    of_bodies = [
        entry(key, None, body.id, made)
        for body in register.bodies.values()
        for key, made in numbered(body.id, body.assessments)
    ]
    return sheet("assessments", "assessment", columns, [*of_states, *of_bodies])


def _contributions(register: Register) -> Sheet:
    columns = (
        needed("contribution"), names("state", "states"), number("year", required=True), needed("to"), text("amount"),
        text("note"),
    )  # fmt: skip
    entries = (
        Entry({"contribution": key, "state": state.iso3, **plain(each, "year", "to", "amount", "note")}, each)
        for state in register.states.values()
        for key, each in numbered(state.iso3, state.contributions)
    )
    return sheet("contributions", "contribution", columns, entries)


def _statistics(register: Register) -> Sheet:
    columns = (
        needed("statistic"), names("commitment", "commitments"), needed("group"), needed("kind"), needed("unit"),
        one_of("level", Level), needed("definition"), text("articles"), names("of", "statistics", required=False),
        text("sum_of"), text("at"), text("note"),
    )  # fmt: skip
    fields = ("commitment", "group", "kind", "unit", "level", "definition", "articles", "of", "sum_of", "at", "note")
    rows = ({"statistic": each.id, **plain(each, *fields)} for each in register.statistics.values())
    return sheet("statistics", "statistic", columns, rows)


def _returns(register: Register) -> Sheet:
    columns = (
        names("state", "states"), number("year", required=True), when("submitted"), text("unconfirmed"), text("note"),
    )  # fmt: skip
    entries = (
        Entry(
            {
                "state": state.iso3,
                **plain(given, "year", "unconfirmed", "note"),
                **when_cells("submitted", given.submitted),
            },
            given,
        )
        for state in register.states.values()
        for given in state.returns.values()
    )
    return sheet("returns", "state,year", columns, entries)


def _figures(register: Register) -> Sheet:
    columns = (
        names("state", "states"), number("year", required=True), names("statistic", "statistics"), number("value"),
        *map(number, TERMS), text("text"),
    )  # fmt: skip
    rows: Iterator[Row] = (
        {
            "state": state.iso3,
            "year": given.year,
            "statistic": statistic,
            "value": None if isinstance(figure, Sentence) else figure,
            **{term: getattr(figure, term, None) for term in (*TERMS, "text")},
        }
        for state in register.states.values()
        for given in state.returns.values()
        for statistic, figure in given.figures.items()
        if figure is not None
    )
    return sheet("figures", "state,year,statistic", columns, rows)
