"""The states as pages of the site: all of them by subregion, and the first page of each."""

from collections.abc import Iterator, Sequence
from datetime import date

from toc_treaties.document import Block, Cell, Document, Heading, Line, Role, Span, Timeline, line_of
from toc_treaties.law.gap import Part
from toc_treaties.law.membership import is_member
from toc_treaties.model.instrument import Tier
from toc_treaties.model.vocabulary import Subregion
from toc_treaties.pages import brief
from toc_treaties.pages.gap_lists import detail_text, open_steps
from toc_treaties.pages.membership import Footnotes, footnotes
from toc_treaties.pages.scope import scoped
from toc_treaties.pages.tables import Row, column, sectioned
from toc_treaties.questions.brief import Brief
from toc_treaties.questions.gaps import Entries, Gaps
from toc_treaties.words.language import Words
from toc_treaties.words.phrases import GROUPING, SUBREGION, TIER


def index_page(answer: Gaps, words: Words) -> Document:
    """Each state with the groupings to which it belongs and what of each list it has not joined; never a count."""
    notes = footnotes((entry.state for entry in answer.entries), answer.as_of, words)
    tiers = list(dict.fromkeys(instrument.tier for instrument in answer.scope.instruments))
    columns = (
        column("state", words),
        *(column(tier, words)._replace(heading=words.term(TIER, tier)) for tier in tiers),
    )
    sections = (
        (
            words.term(SUBREGION, subregion),
            [
                _row(entries, tiers, notes, answer.as_of, words)
                for entries in answer.by_state
                if entries.first.state.subregion == subregion
            ],
        )
        for subregion in Subregion
    )
    caption = words.say("What each state has not joined, by next step")
    keys = {words.term(SUBREGION, subregion): str(subregion) for subregion in Subregion}
    table = sectioned("states", columns, sections, words, caption=caption, keys=keys)
    body = [*table, *notes.notes.values()]
    return scoped("states", words.say("The states"), answer, body, answer.sources, words)


def _row(entries: Entries, tiers: Sequence[Tier], notes: Footnotes, as_of: date, words: Words) -> Row:
    """A state with its groupings, and what of each list is open or to verify."""
    state = entries.first.state
    groupings = ", ".join(words.term(GROUPING, each) for each in GROUPING if is_member(state, each, as_of))
    name: Line = (Span(words.name(state.name), Role.STRONG), *line_of(notes.sign(state)))
    return (
        Cell(name, tuple(filter(None, (line_of(groupings, Role.QUIET),)))),
        *(_open(Entries(entry for entry in entries if entry.instrument.tier is tier), words) for tier in tiers),
    )


def _open(entries: Entries, words: Words) -> Cell:
    """A line for each next step, and one for what is to verify; each instrument by a name that leads to its page."""
    steps = [*open_steps(entries, words), (words.say("to verify"), entries.of(Part.TO_VERIFY))]
    lines = [tuple(_named(step, group, words)) for step, group in steps if group]
    return Cell(lines[0], tuple(lines[1:])) if lines else Cell(line_of("–", Role.QUIET))


def _named(step: str, entries: Entries, words: Words) -> Iterator[Span]:
    yield Span(words.say("{label}: ", label=step))
    for index, entry in enumerate(entries):
        yield from [Span(", ")] if index else []
        yield Span(words.name(entry.instrument.short))
        yield from line_of(detail_text(entry, words))


def home_page(answer: Brief, words: Words) -> Document:
    """The first page of a state: its brief under its name, with its lines over the years behind the first table."""
    made = brief.page(answer, words)
    pictures = [block for block in made.annex if isinstance(block, Timeline)]
    blocks: list[Block] = []
    for block in made.blocks:
        if pictures and isinstance(block, Heading) and block.key == brief.GAPS:
            blocks.append(pictures.pop())
        blocks.append(block)
    return made._replace(title=words.name(answer.scope.states[0].name), blocks=tuple(blocks), annex=())
