"""What a reader may choose of the two matrices: lists, members of a grouping, subregions, signs, signs or days."""

from collections.abc import Iterable, Mapping

from toc_treaties.document import Document, Legend
from toc_treaties.document.frame import Choice, Filter, Sifted, SiftedRow
from toc_treaties.law.membership import OAS, is_member
from toc_treaties.model.instrument import Tier
from toc_treaties.model.state import State
from toc_treaties.model.vocabulary import Subregion
from toc_treaties.pages import table
from toc_treaties.pages.membership import Footnotes, footnotes
from toc_treaties.questions.measures import MeasuresMatrix
from toc_treaties.questions.table import RatificationTable
from toc_treaties.site.frames import file_of
from toc_treaties.words.language import Words
from toc_treaties.words.measures import SIGN
from toc_treaties.words.phrases import GROUPING, SUBREGION, SYMBOL, TIER
from toc_treaties.words.site import SIFTED

ALL = "all"


def of_table(answer: RatificationTable, words: Words, page: Document) -> Sifted:
    """How the matrix of the treaties is sifted; a cell leads to what is recorded of it."""
    states = answer.scope.states
    filters = _rows_by(states, answer, words)
    notes = footnotes(states, answer.as_of, words, answer.scope.members)
    tiers = [tier for tier in Tier if any(one.tier is tier for one in answer.scope.instruments)]
    return Sifted(
        filters,
        _filter("list", (Choice(str(tier), words.term(TIER, tier)) for tier in tiers), words),
        _signs_by(page, {symbol: code for code, symbol in SYMBOL.items()}, words),
        {notes.name(state): _row(state, filters, answer, words, "record", notes) for state in states},
        {instrument.id: tiers.index(instrument.tier) + 1 for instrument in answer.scope.instruments},
        table.page(answer, words, table.Cells.DATES),
        _labels(words),
    )


def of_measures(answer: MeasuresMatrix, words: Words, page: Document) -> Sifted:
    """How the matrix of the laws is sifted; a cell leads to the state's laws on the topic."""
    states = [state for state, _ in answer.rows]
    filters = _rows_by(states, answer, words)
    codes = {sign: f"{kind}-{'official' if official else 'other'}" for (kind, official), sign in SIGN.items()}
    rows = {words.name(state.name): _row(state, filters, answer, words, "laws") for state in states}
    return Sifted(filters, None, _signs_by(page, codes, words), rows, {}, None, _labels(words))


def _labels(words: Words) -> Mapping[str, str]:
    return {key: words.term(SIFTED, key) for key in SIFTED}


def _filter(key: str, choices: Iterable[Choice], words: Words) -> Filter:
    """A filter whose first choice leaves all."""
    return Filter(key, words.term(SIFTED, key), (Choice(ALL, words.term(SIFTED, ALL)), *choices))


def _rows_by(
    states: Iterable[State], answer: RatificationTable | MeasuresMatrix, words: Words
) -> tuple[Filter, Filter]:
    """The groupings that have a member on the day, and the subregions."""
    held = {group for state in states for group in state.memberships if is_member(state, group, answer.as_of)}
    groups = [group for group in GROUPING if group in held - {OAS}]
    regions = [region for region in Subregion if region in {state.subregion for state in states}]
    return (
        _filter("group", (Choice(group, words.term(GROUPING, group)) for group in groups), words),
        _filter("subregion", (Choice(str(region), words.term(SUBREGION, region)) for region in regions), words),
    )


def _signs_by(page: Document, codes: Mapping[str, str], words: Words) -> Filter:
    """The signs of the page's legend, each with its meaning."""
    legends = (block for block in page.blocks if isinstance(block, Legend))
    entries = (entry for legend in legends for entry in legend.entries)
    return _filter("standing", (Choice(codes[sign], said, sign) for sign, said in entries if sign in codes), words)


def _row(
    state: State,
    filters: tuple[Filter, Filter],
    answer: RatificationTable | MeasuresMatrix,
    words: Words,
    aspect: str,
    notes: Footnotes | None = None,
) -> SiftedRow:
    groups, regions = filters
    held = [n for n, group in enumerate(groups.choices) if n and is_member(state, group.key, answer.as_of)]
    own = [n for n, region in enumerate(regions.choices) if region.key == str(state.subregion)]
    return SiftedRow(
        state.iso3 + (notes.sign(state) if notes else ""),
        {groups.key: tuple(held), regions.key: tuple(own)},
        file_of(f"states/{state.slug}/{aspect}", words.language),
        state.tile,
    )
