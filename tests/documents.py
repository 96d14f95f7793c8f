"""Documents to write: one with every block and every nasty text, and strategies for all the others."""

from datetime import date
from typing import get_args

from hypothesis import strategies as st

from toc_treaties.document import (
    Bar,
    Block,
    Box,
    Caution,
    Cell,
    Chart,
    Checklist,
    Column,
    ColumnKind,
    DataUsed,
    Document,
    Facts,
    Footnote,
    Heading,
    Item,
    Layout,
    Legend,
    Map,
    Mark,
    Meanings,
    Provenance,
    Reference,
    Remark,
    Role,
    Section,
    Series,
    Sources,
    Span,
    Table,
    Tile,
    Timeline,
    Track,
    cell,
    facts,
    line_of,
    paragraph,
    text_of,
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
    "flow",
    (
        Column("text", "Text"),
        Column("whole", "Whole", whole=True),
        Column("symbol", "Symbol", ColumnKind.SYMBOL),
        Column("count", "Count", ColumnKind.COUNT),
    ),
    (
        Section(
            "",
            tuple(
                (
                    cell(text, "second | line" if index == 0 else "", "third" if index == 0 else ""),
                    cell(text[:6]),
                    cell("●", marked=index % 2 == 1),
                    cell(str(index), value=index),
                )
                for index, text in enumerate(NASTY[:8])
            ),
        ),
        Section("a heading | of rows", tuple((cell(text), cell(""), cell(""), cell("")) for text in NASTY[8:])),
    ),
    ((cell("total"), cell(""), cell(""), cell("120", value=120)),),
    caption="A caption | of a table",
)
MATRIX = Table(
    "matrix",
    (
        Column("state", whole=True),
        *(Column(f"c{number:02}", f"C{number:02}", ColumnKind.SYMBOL, whole=True) for number in range(24)),
    ),
    (
        Section("North", ((cell("Ávila¹"), *(cell("●", role=Role.GOOD) for _ in range(24))),)),
        Section("South", ((cell("Très Loin"), *(cell("◐", marked=True, role=Role.OPEN) for _ in range(24))),)),
    ),
    ((cell("of members"), *(cell(str(number)) for number in range(24))),),
    layout=Layout.MATRIX,
)
RATIFIED = Cell(
    (Span("ratified", Role.OPEN), Span(", as its gazette says", cites=("gazette-1999", "un-2004"))), (), marked=True
)
HEADLESS = Table(
    "headless",
    (Column("day", "Day", ColumnKind.DAY, whole=True), Column("event", "Event")),
    (Section("", ((cell("19 Apr 1999", value=on(date(1999, 4, 19))), RATIFIED),)),),
    layout=Layout.LIST,
)
CHECKLIST = Checklist(
    "boxes",
    "Every box",
    tuple(
        Item(
            box,
            f"2.{index}  {NASTY[index]}",
            cell(box.name.lower(), marked=box is Box.PARTLY, role=Role.GOOD),
            (line_of(NASTY[7]), line_of(NASTY[index])),
        )
        for index, box in enumerate(Box)
    ),
)
CHART = Chart(
    "chart",
    "Members by year",
    (date(2000, 12, 31), date(2001, 12, 31), date(2002, 6, 30)),
    ("2000", "2001", "2002"),
    (Series("alpha", "Alpha", (0, 3, 7), "7 of 8"), Series("beta", "Beta | b", (1, 1, 2))),
    8,
    ("Group", "Members | of all"),
)
TIMELINE = Timeline(
    "timeline",
    "Times | of being bound",
    date(1990, 1, 1),
    date(2020, 12, 31),
    ((date(1990, 1, 1), "1990"), (date(2000, 1, 1), "2000"), (date(2010, 1, 1), "2010")),
    (
        Track(
            "left",
            "Left & *came* back",
            (Mark(date(1991, 5, 1), date(1991, 5, 1)),),
            (Bar(date(1993, 1, 1), date(1993, 1, 1), date(2004, 1, 1), date(2004, 1, 1)), Bar(*[date(2005, 1, 1)] * 2)),
            Span("party", Role.GOOD),
            "signed 1 May 1991; consented 1 Jan 1993, bound until 1 Jan 2004; consented 1 Jan 2005",
        ),
        Track(
            "open",
            "Day | not known",
            (Mark(date(1995, 1, 1), date(1999, 12, 31)),),
            (Bar(date(2006, 1, 1), date(2012, 1, 1), date(2018, 1, 1), date(2020, 1, 1)),),
            Span("withdrawn", Role.OPEN),
            "signed between 1995 and 1999; consented between 2006 and 2012, bound until a day between 2018 and 2020",
        ),
        Track(
            "maybe", "<b>Bound</b> or not", (), (Bar(date(2010, 1, 1), None),), Span("?", Role.QUIET), "?", marked=True
        ),
        Track("nothing", "Nothing", (), (), Span("no action", Role.OPEN), "no action"),
    ),
    Meanings("signed", "bound by | its consent", "not <known>"),
)
MAP = Map(
    "map",
    "How each state stands",
    (
        Tile("AVA", "Ávila", Span("●", Role.GOOD, "party"), (0, 1)),
        Tile("TRL", "Très Loin", Span("◐", Role.OPEN, "signatory"), (2, 0), marked=True),
        Tile("SAO", "São José", Span("●", Role.GOOD, "party")),
    ),
    line_of("No opinion on the status of any territory."),
)
SAMPLE = Document(
    "sample",
    "Every block | and *every* nasty text",
    "as of 21 November 2026",
    (
        Heading("Level one with `code`", 1),
        paragraph(
            "A quiet paragraph, long enough to be broken into several lines on a page of eighty columns, as prose is.",
            Role.QUIET,
        ),
        *(paragraph(text) for text in NASTY),
        Heading("Level two", 2, "an aside | with a bar"),
        FLOW,
        Heading(
            "A heading whose aside is too long to stand beside it",
            2,
            "because it goes on, and on, and on, beyond the page",
        ),
        MATRIX,
        HEADLESS,
        Table("nothing", (Column("nothing", "Nothing"), Column("here", "here")), ()),
        CHECKLIST,
        CHART,
        MAP,
        TIMELINE,
        Legend(
            (
                ("●", "party"),
                ("|", "a bar"),
                ("†", "unconfirmed: no source seen that shows it"),
                ("?", "no information"),
            )
        ),
        facts(("Opened", "12 Dec 2000, at Palermo"), ("es-a-label-that-is-just-too-long", "its text stands beside it")),
        Footnote("†", line_of("no source shows it")),
        Sources(
            "Sources",
            (
                Reference("gazette-1999", line_of("Gazette | no. 12"), "https://example.org/1999?a=b&c=d"),
                Reference("un-2004", line_of("Status of treaties, 2004")),
            ),
        ),
        Provenance("Evidence", line_of("3 sources; oldest 27 Jan 2014. " * 4), 3, on(date(2014, 1, 27)), None, 2),
        Remark(line_of("A line at the margin.")),
        Caution(line_of("Not the depositary's record.")),
    ),
    data=DataUsed("Data", "a folder, revision 1a2b3c4."),
    annex=(
        Heading("Behind the page"),
        Table("behind", (Column("of", "Of"), Column("on", "On")), (Section("", ((cell("Ávila"), RATIFIED),)),)),
        Sources(
            "All sources",
            (
                Reference("un-2004", line_of("Status of treaties, 2004")),
                Reference("gazette-1999", line_of("Gazette | no. 12"), "https://example.org/1999?a=b&c=d"),
            ),
        ),
    ),
)
assert {type(block) for block in SAMPLE.blocks} == {*get_args(Block)}, "the sample page lacks a block"

TEXTS = st.one_of(
    st.sampled_from(NASTY),
    st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n"), max_size=40),
)
LINES = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=12)
ROLES = st.sampled_from(Role)
VALUES = st.none() | st.integers() | st.dates().map(on) | st.just(When(date(2004, 1, 1), date(2004, 12, 31), "2004"))
CELLS = st.builds(
    lambda text, below, role, marked, value: cell(text, below, role=role, marked=marked, value=value),
    TEXTS,
    TEXTS,
    ROLES,
    st.booleans(),
    VALUES,
)
SYMBOLS = st.builds(lambda text, role, marked: cell(text, role=role, marked=marked), LINES, ROLES, st.booleans())
COLUMNS = st.builds(Column, LINES, LINES, st.sampled_from(ColumnKind), st.booleans())


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """A table of one to six columns, its rows as wide as its head; a matrix holds names and symbols of one line."""
    layout = draw(st.sampled_from(Layout))
    columns = tuple(draw(st.lists(COLUMNS, min_size=1, max_size=6)))
    rows = st.tuples(*(SYMBOLS if layout is Layout.MATRIX else CELLS for _ in columns))
    sections = st.builds(Section, LINES, st.lists(rows, max_size=4).map(tuple))
    return Table(
        "table",
        columns,
        tuple(draw(st.lists(sections, max_size=3))),
        tuple(draw(st.lists(rows, max_size=2))),
        layout,
    )


ITEMS = st.builds(Item, st.sampled_from(Box), LINES, CELLS, st.lists(TEXTS.map(line_of), max_size=3).map(tuple))
BLOCKS: st.SearchStrategy[Block] = st.one_of(
    st.builds(Heading, LINES, st.sampled_from([1, 2, 3]), LINES),
    st.builds(paragraph, TEXTS, ROLES),
    tables(),
    st.builds(Checklist, LINES, LINES, st.lists(ITEMS, max_size=3).map(tuple)),
    st.builds(Facts, st.lists(st.tuples(LINES, TEXTS.map(line_of)), max_size=3).map(tuple)),
    st.builds(Footnote, LINES, TEXTS.map(line_of)),
    st.builds(Remark, TEXTS.map(line_of)),
    st.builds(Legend, st.lists(st.tuples(LINES, LINES), max_size=4).map(tuple)),
)
DOCUMENTS = st.builds(Document, LINES, LINES, LINES, st.lists(BLOCKS, max_size=6).map(tuple))


def facts_of(page: Document) -> dict[str, str]:
    """What a page says under each label of its facts."""
    return {label: text_of(line) for block in page.blocks if isinstance(block, Facts) for label, line in block.rows}
