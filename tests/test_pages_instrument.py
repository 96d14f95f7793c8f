"""The ratification table of one treaty, as a legal adviser takes it to a meeting."""

from datetime import date

import pytest

from tests.documents import facts_of
from tests.registers import ALPHA, scope, together
from tests.test_reports import tables_of
from toc_treaties.document import Document, Legend, Map, Sources, spans_in
from toc_treaties.model.alphabetical import in_order
from toc_treaties.model.register import Register
from toc_treaties.pages.instrument import page
from toc_treaties.questions.instrument import instrument_profile
from toc_treaties.words.language import ENGLISH, spoken
from toc_treaties.writers import plain
from toc_treaties.writers.tables import texts

DAY = date(2026, 11, 21)
SIGNED = "{signature: 2001-01-02, source: seen}"
MONTHS = "{accession: unknown, between: %s, source: seen}"
WITHDRAWN = "{signature_withdrawal: 2002-02-03, source: seen}"
UNKNOWN = "{ratification: unknown, between: [2011-01-01, 2012-06-30], source: seen}"


def shown(*entries: str, day: date = DAY) -> Document:
    """The page of an instrument under which the states XXA, XXB and so on have these entries."""
    states = {f"XX{'ABCDE'[index]}": f"treaties:\n  alpha: [{text}]" for index, text in enumerate(entries)}
    register = together(states, instruments=ALPHA)
    return page(instrument_profile(register, register.instruments["alpha"], scope(register, day), day), ENGLISH)


def line_of(document: Document, row: int = 0) -> list[str]:
    """Signature, consent, entry into force and statements of a state; what stands below a cell behind a slash."""
    (states, *_) = tables_of(document)
    return ["/".join(filter(None, texts(cell))) for cell in states.sections[0].rows[row][1:]]


@pytest.mark.parametrize(
    ("entries", "line"),
    [
        (f"{SIGNED}, {{ratification: 2003-02-05, source: seen}}", ["2 Jan 2001", "5 Feb 2003", "7 Mar 2003", ""]),
        ("{accession: 2003-02-05, source: seen}", ["", "5 Feb 2003 a", "7 Mar 2003", ""]),
        ("{acceptance: 2003-02-05, source: seen}", ["", "5 Feb 2003 A", "7 Mar 2003", ""]),
        ("{approval: 2003-02-05, source: seen}", ["", "5 Feb 2003 AA", "7 Mar 2003", ""]),
        ("{succession: 2003-02-05, source: seen}", ["", "5 Feb 2003 d", "5 Feb 2003", ""]),
        ("{definitive_signature: 2001-02-05, source: seen}", ["", "5 Feb 2001 s", "1 Jan 2002", ""]),
        ("{accession: 2003-02, source: seen}", ["", "Feb 2003 a", "3–30 Mar 2003", ""]),
        ("{accession: 2003-02-05, unconfirmed: hearsay}", ["", "5 Feb 2003 a†", "7 Mar 2003", ""]),
        ("{accession: 2003-02-05, source: seen, day_unconfirmed: a count}", ["", "5 Feb 2003‡ a", "7 Mar 2003", ""]),
        (SIGNED, ["2 Jan 2001", "none; last seen/1 Jan 2020", "", ""]),
        ("{signature: 2001-01-02, unconfirmed: hearsay}", ["2 Jan 2001†", "", "", ""]),
        ("{none_seen: 2020-01-01, source: seen}", ["", "none by 1 Jan 2020", "", ""]),
        ("{none_seen: 2012-01-01, source: seen}", ["", "none by 1 Jan 2012/(old)", "", ""]),
        ("{none_seen: undated, source: undated}", ["", "no action/evidence undated", "", ""]),
        (f"{SIGNED}, {WITHDRAWN}", ["", "no action/last seen 1 Jan 2020", "", "other acts"]),
        (
            f"{SIGNED}, {WITHDRAWN}, {{accession: 2005-01-01, source: seen}}",
            ["", "1 Jan 2005 a", "31 Jan 2005", "other acts"],
        ),
        (MONTHS % "[2011-02-01, 2011-04-05]", ["", "1 Feb 2011 –/5 Apr 2011 a", "3 Mar 2011 –/5 May 2011", ""]),
        (MONTHS % "[2011-02-01, 2011-02-05]", ["", "1–5 Feb 2011 a", "3–7 Mar 2011", ""]),
        (UNKNOWN, ["", "1 Jan 2011 –/30 Jun 2012", "31 Jan 2011 –/30 Jul 2012", ""]),
        (f"{SIGNED}, {{ratification: unknown, source: undated}}", ["2 Jan 2001", "no information", "", "other acts"]),
    ],
)
def test_a_line_says_how_a_state_stands(entries: str, line: list[str]) -> None:
    """Each act has the depositary's letter behind its day, each mark its place, each absence its date."""
    assert line_of(shown(entries)) == line


LEFT = "{accession: 2003-02-05, source: seen}, {denunciation: 2010-03-01, source: seen}"


def test_who_is_leaving_and_who_has_left() -> None:
    """A party that has given notice says until when; of one that has left, the consent stands in brackets."""
    leaving, left = (shown(LEFT, day=date(year, 12, 31)) for year in (2010, 2011))
    assert line_of(leaving) == ["", "5 Feb 2003 a/leaving: 1 Mar 2011", "7 Mar 2003", "other acts"]
    assert line_of(left)[1].startswith("[5 Feb 2003 a]/withdrawn: 1 Mar 2011")
    legends = [dict(block.entries) for page in (leaving, left) for block in page.blocks if isinstance(block, Legend)]
    assert legends == [{"a": "accession"}, {"a": "accession", "[ ]": "a consent that has ended"}]
    (acts,) = tables_of(left)[1].sections
    assert texts(acts.rows[0][0]) == ["gave notice of denunciation, 1 Mar 2010 [seen]"]


def test_a_consent_that_is_not_in_force_says_so() -> None:
    """Between deposit and entry into force the day to come stands in its column; that it has come may not be known."""
    before = shown("{accession: 2003-02-05, source: seen}", day=date(2003, 2, 20))
    assert line_of(before) == ["", "5 Feb 2003 a/not yet in force", "7 Mar 2003", ""]
    between = line_of(shown(UNKNOWN, day=date(2012, 6, 30)))
    assert between[1] == "1 Jan 2011 –/30 Jun 2012/in force or not: day not known"
    assert line_of(shown(UNKNOWN, day=date(1999, 1, 1)))[1] == "not open yet"


def test_a_statement_stands_once_with_all_that_made_it() -> None:
    """Reservations come first; a state's line counts its statements by kind, and the legend explains the letters."""
    reserved = "{accession: 2003-02-05, source: seen, statements: [%s, {reservation: not bound by 9, source: seen}]}"
    declared = "{declaration: by its law, source: seen}, {declaration: by treaty, source: seen}"
    document = shown(reserved % declared, reserved.replace("%s, ", ""))
    assert [line_of(document, row)[3] for row in (0, 1)] == ["R, 2 D", "R"]
    (said,) = tables_of(document)[1].sections
    assert [[cell.text for cell in row] for row in said.rows] == [
        ["reservation: not bound by 9 [seen]", "Xxa, Xxb"],
        ["declaration: by its law [seen]", "Xxa"],
        ["declaration: by treaty [seen]", "Xxa"],
    ]


def test_the_total_and_the_map_are_those_of_the_states_shown() -> None:
    """The page says how many of how many have consented, and a map can be drawn of the same standings."""
    document = shown("{accession: 2003-02-05, source: seen}", SIGNED, "{none_seen: 2020-01-01, source: seen}")
    assert "OAS members that consented: 1 of the 3 that can join." in plain.write(document, 80)
    (standings,) = (block for block in document.blocks if isinstance(block, Map))
    assert {tile.code: tile.sign.says for tile in standings.tiles} == {
        "XXA": "party", "XXB": "signatory", "XXC": "no action"
    }  # fmt: skip
    assert facts_of(document)["Leaving"] == "denunciation: 1 year after notice"


@pytest.mark.data
def test_the_table_of_every_treaty_is_about_a_page_long(register: Register) -> None:
    """Thirty-five states of any of the eighteen treaties stand within sixty-two lines of eighty columns.

    Each source that the page cites stands in its list.
    """
    for instrument in register.instruments.values():
        answer = instrument_profile(register, instrument, scope(register, DAY), DAY)
        document = page(answer, ENGLISH)
        listed = {row.id for block in document.blocks if isinstance(block, Sources) for row in block.rows}
        assert {id for span in spans_in(document.blocks) for id in span.cites} == listed
        lines = plain.write(document, 80).splitlines()
        head = next(index for index, line in enumerate(lines) if line.startswith("  State "))
        assert lines.index("", head) <= 62, instrument.id


@pytest.mark.parametrize(("languages", "title"), [("[es, pt]", "Title"), ("[en]", "Title†")])
def test_a_title_that_was_not_seen_in_an_official_text_is_marked(languages: str, title: str) -> None:
    """The page marks the title in its own language alone."""
    named = "      title: {en: Title, es: Título, pt: Título, fr: Titre}\n"
    register = together(
        {"XXA": "treaties:\n  alpha: []\n"}, instruments=f"{ALPHA}{named}      title_unconfirmed: {languages}\n"
    )
    document = page(instrument_profile(register, register.instruments["alpha"], scope(register, DAY), DAY), ENGLISH)
    assert title in [line.strip() for line in plain.write(document, 80).splitlines()]


@pytest.mark.data
def test_what_is_said_otherwise_of_an_instrument_is_cited(register: Register) -> None:
    """A conflict says of what it speaks, with its source; where none was seen, with the mark and why."""
    day = scope(register, DAY)
    cifta, firearms, extradition = (
        " ".join(
            plain.write(page(instrument_profile(register, register.instruments[id], day, DAY), ENGLISH), 200).split()
        )
        for id in ("cifta", "firearms", "extradition")
    )
    assert "another source says: adopted on 14 Nov 1997 [us-state-cifta-2009-04-17]; the OAS text says" in cifta
    assert cifta.count("no accession clause") == 1
    assert "also given as UNTS vol. 2326, p. 208†: given by another database" in firearms
    assert "consented: 2 to 6 of the 34 that can join; 2 of them unconfirmed." in extradition
    assert "arts 1-3†" in extradition


def test_a_treaty_without_a_clause_on_accession_says_so() -> None:
    """That nobody can accede by the text is said, and not left blank."""
    without = ALPHA.replace("      accession: {by: all}\n", "")
    register = together({"XXA": "treaties:\n  alpha: [{none_seen: 2020-01-01, source: seen}]"}, instruments=without)
    answer = instrument_profile(register, register.instruments["alpha"], scope(register, DAY), DAY)
    assert facts_of(page(answer, ENGLISH))["Accession"] == "no accession clause"


@pytest.mark.data
def test_the_states_of_a_clause_stand_in_the_order_of_the_page(register: Register) -> None:
    """A clause that names its states names them by the alphabet of the page's language, as the table does."""
    ordered, day = in_order(register, "es"), date(2026, 11, 21)
    profile = instrument_profile(ordered, ordered.instruments["maritime"], scope(ordered, day), day)
    signature = facts_of(page(profile, spoken("es")))["Firma"]
    assert "Dominica, Estados Unidos, Granada" in signature
    assert "Panamá, República Dominicana, San Cristóbal y Nieves" in signature
