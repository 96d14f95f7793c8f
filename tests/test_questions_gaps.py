"""What a state has not joined, and what would be next: each instrument in one part of its tier."""

from collections.abc import Callable
from datetime import date

import pytest

from tests.conftest import DATA
from tests.console import toc
from tests.registers import Tiny, scope, together
from toc_treaties.law.gap import Doubt, Part
from toc_treaties.law.next_step import Step
from toc_treaties.model.instrument import Tier
from toc_treaties.pages import gaps as gaps_page
from toc_treaties.questions.gaps import Entries, Gaps, gaps, total
from toc_treaties.records import gaps as gaps_record
from toc_treaties.store.files import in_folder
from toc_treaties.words.language import ENGLISH
from toc_treaties.writers import plain

SLUGS = in_folder(DATA).slugs
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


def _of(answer: Gaps, tier: Tier) -> Entries:
    """The entries of a tier."""
    return Entries(entry for entry in answer.entries if entry.instrument.tier is tier)


def _parts(answer: Gaps, tier: Tier) -> dict[str, Part]:
    return {entry.instrument.id: entry.part for entry in _of(answer, tier)}


def test_each_instrument_is_in_one_part_of_its_tier(tiny: Make) -> None:
    """Consented, a gap, to verify, not applicable or not open: each in the Strategy's order."""
    answer = _asked(tiny)
    assert _parts(answer, Tier.URGED) == {"joined": Part.CONSENTED, "signed": Part.GAP, "rumour": Part.TO_VERIFY}
    assert _parts(answer, Tier.COMPLEMENTARY) == {
        "unseen": Part.TO_VERIFY,
        "closed": Part.NOT_APPLICABLE,
        "coming": Part.NOT_OPEN,
    }


def test_what_is_to_verify_says_why(tiny: Make) -> None:
    """An instrument to verify gives its doubt, and a gap has none."""
    answer = _asked(tiny)
    assert [entry.doubt for entry in _of(answer, Tier.URGED)] == [None, None, Doubt.UNCONFIRMED]
    assert [entry.doubt for entry in _of(answer, Tier.COMPLEMENTARY).of(Part.TO_VERIFY)] == [Doubt.UNDATED]


def test_a_gap_has_its_next_step(tiny: Make) -> None:
    """The signatory of the list is told to ratify, and the depositary is named."""
    (gap,) = _asked(tiny).entries.of(Part.GAP)
    assert gap.next_step.step is Step.RATIFY
    assert gap.depositary is not None
    assert gap.depositary.id == "keeper"


def test_the_sources_are_those_of_what_is_listed(tiny: Make) -> None:
    """The page cites the sources of its gaps and of what is to verify, not of what the state has joined."""
    assert [source.id for source in _asked(tiny).sources] == ["seen", "undated"]


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
    assert [entry.instrument.id for entry in answer.entries] == ["unseen", "closed"]
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
    (entry,) = gaps(made.register, scope(made.register, DAY), DAY).entries
    assert entry.next_step.step is Step.ACCEDE
    assert entry.sources == ("seen", "heard")


@pytest.mark.data
@pytest.mark.parametrize(
    ("state", "says"),
    [
        ("brazil", "whether the depositary would take its signature is not known: it has a coast in the area (1(j))"),
        ("el-salvador", "whether the depositary would take its signature is not known: it is on the list of the"),
        ("trinidad-and-tobago", "invited to accede 2021†; whether the invitation still stands was not seen"),
        ("trinidad-and-tobago", "† unconfirmed: no source seen shows it"),
    ],
)
def test_why_no_step_is_named_is_said_and_marked(state: str, says: str) -> None:
    """A doubt about who may join is told whatever was seen of acts; an invitation that no source shows is marked."""
    result = toc("gaps", state, "--as-of", "2026-11-21", "--format", "markdown")
    assert says in " ".join(result.out.replace("**", "").split())


def test_membership_is_said_of_the_day(tiny: Make) -> None:
    """A state that has left the organization is shown as no member from that day on."""
    made = tiny(state="memberships: {oas: [{from: 1950-01-01, until: 2023-11-19, source: seen}]}")
    days = (date(2023, 11, 18), date(2023, 11, 19))
    assert [gaps(made.register, scope(made.register, day), day).entries[0].member for day in days] == [True, False]


LISTED = """
    alpha: {adopted: 1990-01-01, signature: {opened: 1990-01-01, by: all}, in_force: 1995-01-01}
"""
"""An instrument that five states have dealt with in five ways; the last has left the organization."""
FIVE = {
    "XXA": "treaties: {alpha: [{signature: 1991-02-03, source: seen}]}",
    "XXB": "treaties: {alpha: [{none_seen: 2001-01-01, source: seen}]}",
    "XXC": "treaties: {alpha: [{signature: 1992-01-01, source: heard}, {ratification: 1996-01-01, source: heard}]}",
    "XXD": "treaties: {alpha: [{signature: 1991-04-05, unconfirmed: a list names it}]}",
    "XXE": """
        treaties: {alpha: [{signature: 1993-01-01, source: seen}]}
        memberships: {oas: [{from: 1950-01-01, until: 2020-01-01, source: seen}]}
    """,
}


def _five(day: date = DAY) -> Gaps:
    register = together(FIVE, instruments=_blocks(LISTED))
    return gaps(register, scope(register, day), day)


def _page(day: date = DAY) -> str:
    """The page by instrument of the five states, in one line."""
    return " ".join(plain.write(gaps_page.by_instrument_page(_five(day), ENGLISH), 80).split())


def test_an_instrument_names_each_state_that_has_not_joined_by_its_next_step() -> None:
    """Signatories stand together under ratification, with a state that has left the organization, and before others."""
    (entries,) = _five().by_instrument
    groups = entries.of(Part.GAP).by_step
    assert [[entry.state.iso3 for entry in group] for group in groups] == [["XXA", "XXE"], ["XXB"]]
    assert [group[0].next_step.step for group in groups] == [Step.RATIFY, Step.SIGN_AND_RATIFY]
    assert [entry.state.iso3 for entry in entries.of(Part.TO_VERIFY)] == ["XXD"]


def test_a_total_counts_members_that_can_join() -> None:
    """Of five states one has left the organization: the total is of four, and one of them has consented."""
    (entries,) = _five().by_instrument
    assert (total(entries).consented, total(entries).of) == (1, 4)


def test_a_page_by_instrument_gives_signatures_and_what_is_known() -> None:
    """A signatory has its day in brackets, an old absence says so, and what is to verify says why and where to look."""
    page = _page()
    assert "2.i Short consented: 1 of 4; Keeper" in page
    assert "ratify Xxa (3 Feb 1991), Xxe¹ (1 Jan 1993) last seen 1 Jan 2020 [seen]" in page
    assert "sign and ratify Xxb (old) last seen 1 Jan 2001 [seen]" in page
    assert "To verify signatory Xxd (5 Apr 1991†) unconfirmed" in page
    assert "¹ Xxe: not a member of the OAS since 1 Jan 2020" in page


@pytest.mark.parametrize(
    ("day", "says"),
    [
        (date(1989, 12, 31), "Not open yet to any of the states: Short."),
        (date(1990, 1, 1), "sign and ratify Xxa, Xxb, Xxc, Xxe last seen 1 Jan 2001 [seen, heard]"),
    ],
)
def test_a_page_of_a_past_day_says_what_was_so(day: date, says: str) -> None:
    """Before an instrument opens it is named as that; later acts show an absence, and no day on which it was seen."""
    page = _page(day)
    assert says in page
    assert ("2.i Short" in page) == ("Not open yet" not in page)


def test_a_line_by_instrument_is_a_state_that_has_not_joined() -> None:
    """A spreadsheet has a line for each state but the one that has joined, with its part and next step."""
    lines = [(row["state"], row["part"], row["next_step"]) for row in gaps_record.by_instrument_rows(_five())]
    assert lines == [
        ("XXA", "gap", "ratify"),
        ("XXB", "gap", "sign_and_ratify"),
        ("XXD", "to_verify", "ratify"),
        ("XXE", "gap", "ratify"),
    ]
    (instrument,) = gaps_record.by_instrument_record(_five())["instruments"]
    assert (instrument["consented"], instrument["of"]) == (1, 4)
    assert [entry["state"] for entry in instrument["gaps"]] == ["XXA", "XXB", "XXE"]


@pytest.mark.data
@pytest.mark.parametrize(
    ("asked", "says"),
    [
        (("brazil",), "Outside the count: whether it may join is not settled 2.a.vi San José Agreement"),
        (("--by", "instrument", "-i", "maritime"), "Outside the total in doubt Brazil (old) whether the depositary"),
        (("--by", "instrument", "-i", "maritime"), "not applicable Argentina, Bolivia, Canada, Chile, Ecuador,"),
        (("--by", "instrument", "-i", "extradition"), "consented: 2 to 6 of 34 (2†); OAS General Secretariat"),
        (("--by", "instrument", "-i", "mla-protocol"), "join the Nassau Convention first, or the same day; signature"),
        (
            ("--by", "instrument", "-i", "budapest"),
            "ask for an invitation Guatemala the invitation of 2020 lapsed in 2025",
        ),
        (("--by", "instrument", "--as-of", "2011-08-01"), "Leaving on 1 Jan 2012 Bolivia (since 23 Oct 1976‡) gave"),
    ],
)
def test_what_the_register_holds_is_said(asked: tuple[str, ...], says: str) -> None:
    """Doubts, exclusions, open totals, parents, invitations and notices stand where a reader looks for them."""
    assert says in " ".join(toc("gaps", "--as-of", "2026-11-21", *asked).out.split())


@pytest.mark.data
@pytest.mark.parametrize("state", SLUGS)
def test_the_gaps_of_a_state_fit_on_a_sheet(state: str) -> None:
    """Whatever the state, its page has at most sixty lines of eighty columns: one side of A4, its foot included."""
    lines = toc("gaps", state, "--as-of", "2026-11-26").out.splitlines()
    assert len(lines) <= 60
