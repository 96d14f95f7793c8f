"""The instruments as pages of the site: all of them in their lists, and one with its map behind its table."""

from itertools import groupby

from toc_treaties.document import (
    Block,
    Cell,
    Column,
    ColumnKind,
    Document,
    Heading,
    Map,
    Remark,
    Role,
    Span,
    cell,
    line_of,
)
from toc_treaties.pages import authorities, instrument
from toc_treaties.pages.scope import members_text, only_text, scoped
from toc_treaties.pages.standings import title_mark, total_text
from toc_treaties.pages.tables import Row, column, sectioned
from toc_treaties.questions.authorities import Authorities
from toc_treaties.questions.gaps import Entries, Gaps, total
from toc_treaties.questions.instrument import InstrumentProfile
from toc_treaties.words.language import Words
from toc_treaties.words.phrases import OTHERS_NOT_SHOWN, TIER_HEADING


def index_page(answer: Gaps, words: Words) -> Document:
    """Each instrument with its title, its days, who keeps it, and how many have consented."""
    columns = (
        column("paragraph", words),
        column("instrument", words),
        Column("adopted", words.say("Adopted"), ColumnKind.DAY, whole=True),
        Column("in_force", words.say("In force"), ColumnKind.DAY, whole=True),
        Column("depositary", words.say("Depositary")),
        Column("consented", words.say("Consented")),
    )
    by_tier = groupby(answer.by_instrument, lambda entries: entries.first.instrument.tier)
    sections = (
        (words.term(TIER_HEADING, tier), [_row(entries, words) for entries in instruments])
        for tier, instruments in by_tier
    )
    counted = words.say(
        "Consented: how many of the {members} that can join it, on this day.", members=members_text(answer.scope, words)
    )
    body = sectioned("instruments", columns, sections, words)
    title = words.say("The instruments of the Strategy")
    return scoped("instruments", title, answer, body, answer.sources, words, counted, words.say(OTHERS_NOT_SHOWN))


def _row(entries: Entries, words: Words) -> Row:
    """An instrument: where the Strategy names it, its titles, its days, its depositary, its total."""
    of, depositary = entries.first.instrument, entries.first.depositary
    title = words.name(of.title) + title_mark(of, words)
    return (
        cell(of.paragraph),
        Cell((Span(words.name(of.short), Role.STRONG),), (line_of(title, Role.QUIET),)),
        cell(words.day(of.adopted), value=of.adopted),
        cell(words.day(of.in_force), value=of.in_force) if of.in_force else cell(words.say("not yet")),
        cell(words.name(depositary.short) if depositary else of.depositary),
        cell(total_text(total(entries), words)),
    )


def first_page(answer: InstrumentProfile, words: Words) -> Document:
    """The page of an instrument: its table and the signs of that, then the map of the same, then what it says."""
    made = instrument.page(answer, words)
    maps = [block for block in made.blocks if isinstance(block, Map)]
    blocks: list[Block] = []
    for block in made.blocks:
        if isinstance(block, Heading) and block.key == instrument.CLAUSES:
            blocks += maps
        blocks += [] if isinstance(block, Map) else [block]
    return made._replace(blocks=tuple(blocks))


def authorities_page(answer: Authorities, words: Words) -> Document:
    """What one instrument asks parties to name; its title says of which it is, so that no line says that again."""
    made = authorities.overview_page(answer, words)
    again = Remark(line_of(only_text(answer.scope, words)))
    return made._replace(blocks=tuple(block for block in made.blocks if block != again))
