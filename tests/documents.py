"""Documents to write: one with every block and every nasty text, and strategies for all the others."""

from datetime import date

from hypothesis import strategies as st

from toc_treaties.document import (
    Block,
    Box,
    Cell,
    Checklist,
    Column,
    Document,
    Heading,
    Item,
    Legend,
    Note,
    Paragraph,
    Role,
    Section,
    Table,
)
from toc_treaties.model.when import When, on

NASTY = (
    "a|b \\ c",
    "`code` and *stars* and _lines_",
    "1e3",
    "=SUM(A1:A9)",
    "+1 555",
    "-lower",
    "@handle",
    "São José, Île de la Tortue, Ñuñoa",
    "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle",
    "<b>bold</b> & <!-- comment -->",
    "first line\nsecond line",
    "  spaces  around  ",
    "# not a heading",
    "[a](b) ![c](d)",
    "0012",
    "",
)
FLOW = Table(
    (Column("Text"), Column("Fixed", fixed=True), Column("Centred", centred=True), Column("Count", numeric=True)),
    (
        Section(
            "",
            tuple(
                (
                    Cell(text, below="second | line" if index == 0 else ""),
                    Cell(text[:6]),
                    Cell("●", marked=index % 2 == 1),
                    Cell(str(index), value=index),
                )
                for index, text in enumerate(NASTY[:8])
            ),
        ),
        Section("a heading | of rows", tuple((Cell(text), Cell(""), Cell(""), Cell("")) for text in NASTY[8:])),
    ),
    ((Cell("total"), Cell(""), Cell(""), Cell("120", value=120)),),
)
MATRIX = Table(
    (Column("", fixed=True), *(Column(f"C{number:02}", fixed=True, centred=True) for number in range(24))),
    (
        Section("North", ((Cell("Ávila¹"), *(Cell("●", role=Role.GOOD) for _ in range(24))),)),
        Section("South", ((Cell("Très Loin"), *(Cell("◐", marked=True, role=Role.OPEN) for _ in range(24))),)),
    ),
    ((Cell("of members"), *(Cell(str(number)) for number in range(24))),),
    matrix=True,
)
HEADLESS = Table(
    (Column("Day", fixed=True), Column("Event")),
    (
        Section(
            "", ((Cell("19 Apr 1999", value=on(date(1999, 4, 19))), Cell("ratified", marked=True, role=Role.DOUBT)),)
        ),
    ),
    headless=True,
)
CHECKLIST = Checklist(
    "Every box",
    tuple(
        Item(
            box,
            f"2.{index}  {NASTY[index]}",
            Cell(box.name.lower(), marked=box is Box.PARTLY, role=Role.GOOD),
            (NASTY[7], NASTY[index]),
        )
        for index, box in enumerate(Box)
    ),
)
SAMPLE = Document(
    "Every block | and *every* nasty text",
    "as of 21 November 2026",
    (
        Heading("Level one with `code`", 1),
        Paragraph(
            "A quiet paragraph, long enough to be broken into several lines on a page of eighty columns, as prose is.",
            Role.QUIET,
        ),
        *(Paragraph(text) for text in NASTY),
        Heading("Level two", 2, "an aside | with a bar"),
        FLOW,
        Heading(
            "A heading whose aside is too long to stand beside it",
            2,
            "because it goes on, and on, and on, beyond the page",
        ),
        MATRIX,
        HEADLESS,
        Table((Column("Nothing"), Column("here")), ()),
        CHECKLIST,
        Legend(
            (
                ("●", "party"),
                ("|", "a bar"),
                ("†", "unconfirmed: no source seen that shows it"),
                ("?", "no information"),
            )
        ),
        Note("Evidence", "3 sources; oldest 27 Jan 2014. " * 4),
        Note("es-a-label-that-is-just-too-long", "its text stands below or beside it, never against it"),
        Note("", "A line at the margin."),
    ),
)

TEXTS = st.one_of(
    st.sampled_from(NASTY),
    st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n"), max_size=40),
)
LINES = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=12)
ROLES = st.sampled_from(Role)
VALUES = st.none() | st.integers() | st.dates().map(on) | st.just(When(date(2004, 1, 1), date(2004, 12, 31), "2004"))
CELLS = st.builds(Cell, TEXTS, TEXTS, st.booleans(), ROLES, VALUES)
SYMBOLS = st.builds(Cell, LINES, st.just(""), st.booleans(), ROLES)
COLUMNS = st.builds(Column, LINES, st.booleans(), st.booleans(), st.booleans())


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """A table of one to six columns, its rows as wide as its head; a matrix holds names and symbols of one line."""
    matrix = draw(st.booleans())
    columns = tuple(draw(st.lists(COLUMNS, min_size=1, max_size=6)))
    rows = st.tuples(*(SYMBOLS if matrix else CELLS for _ in columns))
    sections = st.builds(Section, LINES, st.lists(rows, max_size=4).map(tuple))
    return Table(
        columns,
        tuple(draw(st.lists(sections, max_size=3))),
        tuple(draw(st.lists(rows, max_size=2))),
        matrix,
        draw(st.booleans()),
    )


ITEMS = st.builds(Item, st.sampled_from(Box), LINES, CELLS, st.lists(TEXTS, max_size=3).map(tuple))
BLOCKS: st.SearchStrategy[Block] = st.one_of(
    st.builds(Heading, LINES, st.sampled_from([1, 2, 3]), LINES),
    st.builds(Paragraph, TEXTS, ROLES),
    tables(),
    st.builds(Checklist, LINES, st.lists(ITEMS, max_size=3).map(tuple)),
    st.builds(Note, LINES, TEXTS),
    st.builds(Legend, st.lists(st.tuples(LINES, LINES), max_size=4).map(tuple)),
)
DOCUMENTS = st.builds(Document, LINES, LINES, st.lists(BLOCKS, max_size=6).map(tuple))
