"""What is promised of the pages that list all of one state: checklist, state, explain."""

import json
import re
from collections.abc import Callable
from datetime import date

import pytest

from tests.answers import STATES, Answers
from tests.registers import ALPHA, Tiny
from toc_treaties.document import Box, Checklist, Document, Item, cell, line_of
from toc_treaties.pages import explain as explain_page
from toc_treaties.pages import profile as profile_page
from toc_treaties.questions.explain import explain
from toc_treaties.questions.profile import profile
from toc_treaties.words.language import ENGLISH
from toc_treaties.writers import plain

Make = Callable[..., Tiny]
DAY = date(2026, 11, 21)
PEN = re.compile("_{12,}$")


def state_page(made: Tiny) -> str:
    """The profile of the state of a small register."""
    instruments = made.register.instruments.values()
    return plain.write(profile_page.page(profile(made.register, made.state, DAY, instruments), ENGLISH), 80)


def explained(made: Tiny, day: date = DAY) -> str:
    """Why the state of a small register stands as it does under its instrument, on one line."""
    answer = explain(made.register, made.state, made.register.instruments["alpha"], day)
    return " ".join(plain.write(explain_page.page(answer, ENGLISH), 80).split())


@pytest.mark.parametrize("state", STATES)
def test_a_checklist_is_short_enough_to_hand_over(answers: Answers, state: str) -> None:
    """The instruments take about two pages of A4, and the whole about five, with what was done at home beside it."""
    instruments = answers.run("checklist", state, "--only", "instruments", "-f", "plain").out.splitlines()
    assert len(instruments) <= 125
    assert sum(line.startswith("[") for line in instruments) >= 18
    assert len(answers[f"checklist-{state}"].text().splitlines()) <= 325


@pytest.mark.parametrize("only", ["instruments", "commitments"])
def test_one_of_the_two_lists_is_asked_for_alone(answers: Answers, only: str) -> None:
    """A list alone is the same as in the whole checklist, in data and in the lines of a spreadsheet."""
    whole = answers["checklist-haiti"].json
    alone = json.loads(answers.run("checklist", "haiti", "--only", only, "-f", "json").out)
    assert set(alone) == set(whole) - {"instruments", "commitments"} | {only}
    assert alone[only] == whole[only]
    rows = answers.run("checklist", "haiti", "--only", only, "-f", "csv").out.splitlines()
    assert len(rows) - 1 == len(whole[only])


@pytest.mark.parametrize("standing", ["", "signatory", "no information: " + "a long reason " * 9])
@pytest.mark.parametrize("box", Box)
def test_each_item_has_a_line_for_a_pen(standing: str, box: Box) -> None:
    """A box that the register does not fill is empty, and beside every one is room to write."""
    item = Item(box, "2.i  UNTOC", cell(standing), (line_of("what it asks " * 5), line_of("a detail")))
    text = plain.write(Document("list", "List", "", (Checklist("all", "All", (item,)),)), 80)
    assert sum(bool(PEN.search(line)) for line in text.splitlines()) == 1
    filled = {Box.DONE: "[x]", Box.NOT_APPLICABLE: "[–]"}
    assert f"{filled.get(box, '[ ]')} 2.i  UNTOC" in text
    assert all(word in text for word in standing.split())
    assert max(map(len, text.splitlines())) == 80


def test_a_profile_tells_all_that_is_recorded_of_an_act(tiny: Make) -> None:
    """The depositary's number, the national act, what another source says and the authority named stand at the act."""
    made = tiny(
        """
        alpha:
          - ratification: 2003-05-01
            source: seen
            depositary_notification: C.N.1.2003.TREATIES-1
            ratified_at_home: 2003-02-02
            gazette: Gazette 7
            conflict: [{says: 2003-05-02, source: heard, why: the table prints the first}]
        """,
        state="""
designations:
  - {instrument: alpha, article: "5", institution: Ministry, since: 2004-04-04, notified: 2004-05-05, source: undated}
""",
        instruments=ALPHA + '      designations:\n        - {article: "5", what: central authority, due: true}\n',
    )
    page = " ".join(state_page(made).split())
    assert "1 May 2003 ratified [seen] depositary notification C.N.1.2003.TREATIES-1" in page
    assert "ratified at home 2 Feb 2003; Gazette 7" in page
    assert "another source gives the day as 2 May 2003 [heard]; the table prints the first" in page
    assert "31 May 2003 in force for the state: 30 days after deposit" in page
    assert "4 Apr 2004 designated under art. 5: Ministry; notified 5 May 2004 [undated]" in page
    assert [line.split()[0] for line in state_page(made).partition("Sources (")[2].splitlines()[1:4]] == [
        "seen",
        "heard",
        "undated",
    ]


def test_what_shows_that_there_was_no_act_stands_at_its_day(tiny: Make) -> None:
    """A source that shows none before the first act says so before it, and one after it that there is no later one."""
    made = tiny("""
        alpha:
          - none_seen: 2000-02-02
            source: seen
          - signature: 2000-06-06
            source: seen
          - none_seen: 2020-01-01
            source: seen
    """)
    page = state_page(made)
    order = [page.index(text) for text in ("no act seen", "signed [seen]", "no later act seen")]
    assert order == sorted(order)


@pytest.mark.parametrize(
    ("entries", "said"),
    [
        ("signature: 2000-06-06, source: seen", "Next step ratify; depositary: Keeper"),
        ("none_seen: 2020-01-01, source: seen", "Next step accede; signature closed 31 Dec 2001; depositary: Keeper"),
        ("none_seen: undated, source: undated", "To verify evidence undated"),
        ("no_information: list not found", "Not known what the state has done, and so the next step"),
        ("ratification: 2003-05, source: seen", "Not known the day of the consent; the entry into force is computed"),
        (
            "ratification: 2003-05-01, source: seen, day_unconfirmed: printed twice",
            "Not known the day of the act: a source shows the act, none its day",
        ),
    ],
)
def test_an_explanation_says_what_is_next_and_what_is_not_known(tiny: Make, entries: str, said: str) -> None:
    """A gap has its next step and where it is taken; what is to verify says where to look, or what is missing."""
    assert said in explained(tiny(f"alpha:\n  - {{{entries}}}"))


def test_who_has_consented_has_no_next_step(tiny: Make) -> None:
    """A party is told nothing to do."""
    assert "Next step" not in explained(tiny("alpha:\n  - {ratification: 2003-05-01, source: seen}"))


def test_where_no_step_can_be_named_that_is_said(tiny: Make) -> None:
    """A signatory that declared that it does not intend to become a party is told no step, with its declaration."""
    made = tiny("""
        alpha:
          - {signature: 2000-06-06, source: seen}
          - {no_intention: 2005-05-05, source: seen}
    """)
    assert "Next step none can be named; notification that it does not intend to become a party" in explained(made)
