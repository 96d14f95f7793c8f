"""What a state has not joined, and what would be next: each instrument in one part of its tier."""

from collections.abc import Callable
from datetime import date

import pytest

from tests.console import toc
from tests.registers import Tiny, scope
from toc_treaties.law.gap import Doubt, Part
from toc_treaties.law.next_step import Step
from toc_treaties.model.instrument import Tier
from toc_treaties.questions.gaps import Gaps, gaps, sources_of

Make = Callable[..., Tiny]
DAY = date(2026, 11, 21)

SIX = """
    joined: {adopted: 1990-01-01, in_force: 1995-01-01, later_parties: {days: 30}, accession: {by: all}}
    signed: {adopted: 1990-01-01, signature: {opened: 1990-01-01, by: all}}
    unseen: {adopted: 1990-01-01, tier: complementary}
    closed: {adopted: 1990-01-01, tier: complementary, signature: {opened: 1990-01-01, by: [XXB]}}
    coming: {adopted: 2030-01-01, tier: complementary}
    rumour: {adopted: 1990-01-01, in_force: 1995-01-01, later_parties: {days: 30}}
"""
CELLS = """
    joined:
      - accession: 2000-01-01
        source: heard
    signed:
      - signature: 1991-01-01
        source: seen
    unseen:
      - none_seen: undated
        source: undated
    closed:
    coming:
    rumour:
      - accession: 2000-01-01
        unconfirmed: not in the table
"""


def _blocks(flow: str) -> str:
    """Instruments written on one line each, as blocks."""
    lines = []
    for line in flow.strip().splitlines():
        id, _, fields = line.strip().partition(": {")
        depth, field, parts = 0, "", []
        for letter in fields[:-1]:
            depth += (letter in "{[") - (letter in "}]")
            if letter == "," and depth == 0:
                parts.append(field)
                field = ""
            else:
                field += letter
        lines += [f"{id}:", *(f"  {part.strip()}" for part in [*parts, field])]
    return "\n".join(lines)


def _asked(tiny: Make, *only: str) -> Gaps:
    made = tiny(CELLS, instruments=_blocks(SIX))
    instruments = [one for one in made.register.instruments.values() if not only or one.id in only]
    return gaps(made.register, scope(made.register, DAY, instruments=instruments), DAY)


def _parts(answer: Gaps, tier: int) -> dict[str, Part]:
    return {entry.instrument.id: entry.part for entry in answer.states[0].tiers[tier].entries}


def test_each_instrument_is_in_one_part_of_its_tier(tiny: Make) -> None:
    """Consented, a gap, to verify, not applicable or not open: each in the Strategy's order."""
    answer = _asked(tiny)
    assert _parts(answer, 0) == {"joined": Part.CONSENTED, "signed": Part.GAP, "rumour": Part.TO_VERIFY}
    assert _parts(answer, 1) == {"unseen": Part.TO_VERIFY, "closed": Part.NOT_APPLICABLE, "coming": Part.NOT_OPEN}


def test_what_is_to_verify_says_why(tiny: Make) -> None:
    """An instrument to verify gives its doubt, and a gap has none."""
    urged, complementary = _asked(tiny).states[0].tiers
    assert [entry.doubt for entry in urged.entries] == [None, None, Doubt.UNCONFIRMED]
    assert [entry.doubt for entry in complementary.of(Part.TO_VERIFY)] == [Doubt.UNDATED]


def test_a_gap_has_its_next_step(tiny: Make) -> None:
    """The signatory of the list is told to ratify, and the depositary is named."""
    (gap,) = _asked(tiny).states[0].tiers[0].of(Part.GAP)
    assert gap.next_step.step is Step.RATIFY
    assert gap.depositary is not None
    assert gap.depositary.id == "keeper"


def test_the_sources_are_those_of_what_is_listed(tiny: Make) -> None:
    """The page cites the sources of its gaps and of what is to verify, not of what the state has joined."""
    one = _asked(tiny).states[0]
    assert [source.id for source in one.sources] == ["seen", "undated"]


def test_whether_there_is_a_gap_is_asked_tier_by_tier(tiny: Make) -> None:
    """A gap among the urged is none among the complementary, and what is to verify is none at all."""
    answer = _asked(tiny)
    assert answer.has_gap([Tier.URGED])
    assert not answer.has_gap([Tier.COMPLEMENTARY])
    assert answer.has_gap(Tier)
    assert not answer.has_gap([])


def test_only_the_instruments_asked_for_are_answered(tiny: Make) -> None:
    """A page on instruments of the complementary list holds nothing of the other."""
    answer = _asked(tiny, "unseen", "closed")
    assert [tier.tier for tier in answer.states[0].tiers] == [Tier.COMPLEMENTARY]
    assert [entry.instrument.id for entry in answer.states[0].tiers[0].entries] == ["unseen", "closed"]
    assert not answer.has_gap(Tier)


def test_an_invitations_source_is_cited(tiny: Make) -> None:
    """Where the next step rests on an invitation, its source is among the sources."""
    made = tiny(
        """
        alpha:
          - none_seen: 2020-01-01
            source: seen
          - invitation: 2019-01-01
            until: none
            source: heard
        """,
        instruments="""
            alpha:
              accession: {by: invited}
        """,
    )
    (entry,) = gaps(made.register, scope(made.register, DAY), DAY).states[0].tiers[0].entries
    assert entry.next_step.step is Step.ACCEDE
    assert sources_of(entry) == ("seen", "heard")


@pytest.mark.data
@pytest.mark.parametrize(
    ("state", "says"),
    [
        ("brazil", "whether the depositary would take its signature is not known: it has a coast in the area (1(j))"),
        ("el-salvador", "whether the depositary would take its signature is not known: it is on the list of the"),
        ("trinidad-and-tobago", "invited to accede 2021†; whether the invitation still stands was not seen"),
        ("trinidad-and-tobago", "† unconfirmed: not found in any source (1 entry)."),
    ],
)
def test_why_no_step_is_named_is_said_and_marked(state: str, says: str) -> None:
    """A doubt about who may join is told whatever was seen of acts; an invitation that no source shows is marked."""
    result = toc("gaps", state, "--as-of", "2026-11-21", "--format", "plain", COLUMNS="400")
    assert says in " ".join(result.out.split())


def test_membership_is_said_of_the_day(tiny: Make) -> None:
    """A state that has left the organization is shown as no member from that day on."""
    made = tiny(state="memberships: {oas: [{from: 1950-01-01, until: 2023-11-19, source: seen}]}")
    days = (date(2023, 11, 18), date(2023, 11, 19))
    assert [gaps(made.register, scope(made.register, day), day).states[0].member for day in days] == [True, False]
