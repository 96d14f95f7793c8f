"""The next step that would close a gap: on the real register, and on tiny ones."""

from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from itertools import product
from random import Random
from typing import NamedTuple

import pytest

from tests.registers import Tiny
from tests.registers import tiny as tiny_register
from toc_treaties.law.dossier import Dossier, dossier
from toc_treaties.law.gap import Doubt, Part, doubt_of, part_of
from toc_treaties.law.next_step import Invited, NextStep, Step, next_step
from toc_treaties.law.outcome import StandingKind
from toc_treaties.law.standing import standing
from toc_treaties.model.action import Action, Cell, CellEntry, Kind, NoInformation, NoneSeen
from toc_treaties.model.instrument import Accession, Instrument, Requires, Signature
from toc_treaties.model.register import Register
from toc_treaties.model.state import Period, State
from toc_treaties.model.when import on
from toc_treaties.pages.next_step import before_text, step_text
from toc_treaties.words.language import ENGLISH

TODAY = date(2026, 11, 21)
Make = Callable[..., Tiny]


def _asked(register: Register, iso3: str, instrument: str, day: date = TODAY) -> tuple[NextStep, Part]:
    (state,) = (state for state in register.states.values() if state.iso3 == iso3)
    case = dossier(register, state, register.instruments[instrument])
    now = standing(case, day)
    return next_step(case, now, day), part_of(now)


@pytest.mark.data
@pytest.mark.parametrize(
    ("iso3", "instrument", "step", "part"),
    [
        # Signed and not ratified: UNTC XVIII-12-c, 10 July 2014.
        ("CAN", "firearms", Step.RATIFY, Part.GAP),
        # Signature closed on 12 December 2002 and never used: UNTC XVIII-12-b.
        ("COL", "smuggling", Step.ACCEDE, Part.GAP),
        # Signature is open without end to a member of the OAS, B-58.
        ("CUB", "cifta", Step.SIGN_AND_RATIFY, Part.GAP),
        ("CUB", "mla", Step.SIGN_AND_RATIFY, Part.GAP),
        ("CUB", "iacac", Step.SIGN_AND_RATIFY, Part.GAP),
        # No consent to the Nassau Convention: OAS, 26 February 2021.
        ("HTI", "mla-protocol", Step.JOIN_PARENT_FIRST, Part.GAP),
        # Invitations to accede to the Budapest Convention: a list of 2024, and the laws of Uruguay to March 2026.
        ("MEX", "budapest", Step.ACCEDE, Part.GAP),
        ("GTM", "budapest", Step.REQUEST_INVITATION, Part.GAP),
        ("URY", "budapest", None, Part.GAP),
        # Uruguay's approval of the Nassau Convention in 2011 is to verify, so that what comes first is not known.
        ("URY", "mla-protocol", None, Part.GAP),
        # Outside the OAS since 19 November 2023, and bound by the Nassau Convention: 3(1) asks for no membership.
        ("NIC", "mla-protocol", Step.ACCEDE, Part.GAP),
        # Outside the OAS, and a signatory of 1981: OAS B-47.
        ("NIC", "extradition", Step.RATIFY, Part.TO_VERIFY),
        # Whether the depositary would take their signature is not known: 1(j), 35.
        ("BRA", "maritime", None, Part.IN_DOUBT),
        ("SLV", "maritime", None, Part.IN_DOUBT),
        # Parties: nothing is next.
        ("NIC", "cifta", None, Part.CONSENTED),
        ("NIC", "mla", None, Part.CONSENTED),
        # Cannot join: no coast and no territory in the area of 1(j).
        ("BOL", "maritime", None, Part.NOT_APPLICABLE),
    ],
)
def test_the_next_step_of_a_state(
    register: Register, iso3: str, instrument: str, step: Step | None, part: Part
) -> None:
    """Each state is told the one step that its instrument's own rules leave open to it, or none."""
    found, in_part = _asked(register, iso3, instrument)
    assert (found.step, in_part) == (step, part)


@pytest.mark.data
def test_a_party_to_the_parent_may_accede_to_its_protocol_at_once(register: Register) -> None:
    """A member signs the Managua Protocol or, as a party to Nassau, accedes; who left the OAS accedes (3(1))."""
    before = _asked(register, "NIC", "mla-protocol", date(2023, 11, 18))[0]
    assert before.step is Step.SIGN_AND_RATIFY
    assert before_text(before, None, None, ENGLISH) == "a party to the Nassau Convention may also accede at once"
    outside = _asked(register, "HTI", "mla-protocol")[0]
    assert before_text(outside, None, None, ENGLISH) == "signature is open to it already"


@pytest.mark.data
@pytest.mark.parametrize("iso3", ["ARG", "BOL", "CAN", "CHL", "ECU", "PRY", "PER", "URY"])
def test_states_without_a_coast_in_the_area_are_outside(register: Register, iso3: str) -> None:
    """Eight states cannot sign the San José Agreement by its own words, which were read: not applicable, unmarked."""
    (state,) = (state for state in register.states.values() if state.iso3 == iso3)
    case = dossier(register, state, register.instruments["maritime"])
    found = standing(case, TODAY)
    assert (found.name, found.evidence.marked) == (StandingKind.NOT_APPLICABLE, False)
    assert standing(case, date(2003, 4, 9)).name is StandingKind.NOT_OPEN


@pytest.mark.data
def test_states_of_which_the_area_does_not_settle_it_are_in_doubt(register: Register) -> None:
    """Brazil's standing comes from its acts; whether it could sign is not known, and no step is named."""
    step, _ = _asked(register, "BRA", "maritime")
    assert before_text(step, None, None, ENGLISH).startswith(
        "whether the depositary would take its signature is not known: "
    )
    (state,) = (state for state in register.states.values() if state.iso3 == "BRA")
    found = standing(dossier(register, state, register.instruments["maritime"]), TODAY)
    assert (found.name, doubt_of(found)) == (StandingKind.NO_ACTION, Doubt.ELIGIBILITY)


@pytest.mark.data
def test_a_signature_that_binds_is_named(register: Register) -> None:
    """The San José Agreement is signed definitively, or signed and ratified (36(1)(a))."""
    step, _ = _asked(register, "BLZ", "maritime", date(2003, 4, 10))
    assert step_text(step, ENGLISH) == "sign definitively, or sign and ratify"
    assert before_text(step, None, None, ENGLISH) == "art. 36(1)(a)"


@pytest.mark.data
def test_where_no_invitation_is_known_that_is_said(register: Register) -> None:
    """Nothing is next under the Budapest Convention until an invitation is known, and the page says who invites."""
    words = "by invitation of the Committee of Ministers; none known here"
    step, _ = _asked(register, "BOL", "budapest")
    assert (step.step, before_text(step, None, None, ENGLISH)) == (None, words)


@pytest.mark.data
def test_what_is_known_of_an_invitation_is_said(register: Register) -> None:
    """An invitation without end is valid, one that has run out has lapsed, and where none is recorded it is unknown."""
    assert _asked(register, "MEX", "budapest")[0].invited is Invited.VALID
    assert _asked(register, "GTM", "budapest")[0].invited is Invited.LAPSED
    assert _asked(register, "URY", "budapest")[0].invited is Invited.UNKNOWN


@pytest.mark.data
def test_the_inter_american_ways_in_are_named(register: Register) -> None:
    """Where a depositary also accepts accession from members, or any American state may accede, that is said."""
    step = _asked(register, "CUB", "mla")[0]
    assert (step.members_too, step.american_too) == (True, False)
    (cuba,) = (state for state in register.states.values() if state.iso3 == "CUB")
    case = dossier(register, cuba, register.instruments["extradition"])
    assert next_step(case, standing(case, TODAY), TODAY).step in {Step.SIGN_AND_RATIFY, None}


OPEN = """
    alpha:
      adopted: 2000-01-01
      signature: {opened: 2000-01-01, by: oas-members}
      in_force: 2002-01-01
      later_parties: {days: 30}
      accession: {by: all}
"""
NOTHING = "alpha:\n  - none_seen: 2020-01-01\n    source: seen"


def test_a_signatory_ratifies(tiny: Make) -> None:
    """A signature is followed by ratification, even after the window has closed."""
    made = tiny("alpha:\n  - signature: 2000-06-06\n    source: seen")
    assert made.next_step("2010-01-01") == NextStep(Step.RATIFY)


def test_a_state_signs_while_the_window_is_open(tiny: Make) -> None:
    """On the last day of the window a state signs; from the next it accedes, and the closing is named."""
    made = tiny(NOTHING)
    assert made.next_step("2001-12-31").step is Step.SIGN_AND_RATIFY
    assert made.next_step("2002-01-01") == NextStep(Step.ACCEDE, signature_closed=date(2001, 12, 31))


def test_before_the_opening_there_is_no_step(tiny: Make) -> None:
    """An instrument that is not open asks nothing of anyone."""
    assert tiny(NOTHING).next_step("1999-12-31") == NextStep(None)


@pytest.mark.parametrize(
    "entries",
    [
        "ratification: 2003-01-01",
        "definitive_signature: 2000-06-06",
        "accession: unknown\n    between: [2003-01-01, 2020-01-01]",
    ],
)
def test_a_state_that_has_consented_has_no_next_step(tiny: Make, entries: str) -> None:
    """Party, contracting and a consent within a bracket are followed by nothing."""
    made = tiny(f"alpha:\n  - {entries}\n    source: seen")
    assert made.next_step("2003-01-02") == NextStep(None)
    assert made.next_step("2026-01-01") == NextStep(None)


def test_without_information_there_is_no_step(tiny: Make) -> None:
    """Where nothing is known, nothing is advised."""
    assert tiny("alpha:\n  - no_information: not found").next_step("2026-01-01") == NextStep(None)


def test_a_state_that_withdrew_accedes(tiny: Make) -> None:
    """After leaving, a state comes back by accession, though signature may still be open."""
    written = """
        alpha:
          - ratification: 2003-01-01
            source: seen
          - denunciation: 2010-01-01
            takes_effect: 2011-01-01
            source: seen
    """
    made = tiny(written, instruments=OPEN)
    assert made.next_step("2010-06-01").step is None
    assert made.next_step("2011-01-01").step is Step.ACCEDE
    closed = tiny(written, instruments=OPEN.replace("accession: {by: all}", ""))
    assert closed.next_step("2011-01-01").step is Step.SIGN_AND_RATIFY


def test_a_state_outside_the_organization_accedes(tiny: Make) -> None:
    """A treaty open for members' signature is joined by others through its accession clause."""
    left = "memberships: {oas: [{from: 1948-05-05, until: 2023-11-19, source: seen}]}"
    made = tiny(NOTHING, instruments=OPEN, state=left)
    assert made.next_step("2023-11-18").step is Step.SIGN_AND_RATIFY
    assert made.next_step("2023-11-19") == NextStep(Step.ACCEDE)


def test_without_an_accession_clause_the_depositary_is_asked(tiny: Make) -> None:
    """A state that can neither sign nor accede is told to ask the depositary."""
    made = tiny(NOTHING, instruments=OPEN.replace("accession: {by: all}", ""), state="memberships: {}")
    assert made.next_step("2023-11-19") == NextStep(None, ask_depositary=True)


def test_members_may_accede_where_the_depositary_takes_it(tiny: Make) -> None:
    """Beside signing and ratifying, the other way in is named."""
    members = tiny(NOTHING, instruments=OPEN.replace("{by: all}", "{by: all, members_too: true}"))
    assert members.next_step("2023-11-18") == NextStep(Step.SIGN_AND_RATIFY, members_too=True)
    american = tiny(NOTHING, instruments=OPEN.replace("{by: all}", "{by: american}"))
    assert american.next_step("2023-11-18") == NextStep(Step.SIGN_AND_RATIFY, american_too=True)


PARENT = """
    alpha:
      signature: {opened: 2000-01-01, closed: 2001-12-31, by: all}
      in_force: 2002-01-01
      later_parties: {days: 30}
      accession: {by: all}
      exit: {word: denunciation, years: 1}
    beta:
      signature: {opened: 2000-01-01, closed: 2001-12-31, by: all}
      in_force: 2002-01-01
      later_parties: {days: 30}
      accession: {by: all}
      requires: {instrument: alpha}
"""


@pytest.mark.parametrize(
    ("parent", "child", "step"),
    [
        ("none_seen: 2020-01-01", "none_seen: 2020-01-01", Step.JOIN_PARENT_FIRST),
        ("signature: 2000-06-06", "signature: 2000-06-06", Step.JOIN_PARENT_FIRST),
        ("accession: 2005-01-01", "none_seen: 2020-01-01", Step.ACCEDE),
        ("accession: 2005-01-01", "signature: 2000-06-06", Step.RATIFY),
    ],
)
def test_a_protocol_waits_for_its_parent(tiny: Make, parent: str, child: str, step: Step) -> None:
    """Without consent to the parent it is joined first; with it, even on the same day, the protocol is next."""
    made = tiny(f"alpha:\n  - {parent}\n    source: seen\nbeta:\n  - {child}\n    source: seen", instruments=PARENT)
    found = made.next_step("2005-01-01", "beta")
    assert found.step is step
    assert (found.parent is not None) == (step is Step.JOIN_PARENT_FIRST)


def test_a_parent_may_have_to_be_in_force_before_signature(tiny: Make) -> None:
    """Where only parties to the parent sign, consent to it is not yet enough, and the same day neither."""
    strict = PARENT.replace("requires: {instrument: alpha}", "requires: {instrument: alpha, to_sign: true}")
    written = "alpha:\n  - accession: 2001-06-06\n    source: seen\nbeta:\n  - none_seen: 2020-01-01\n    source: seen"
    made = tiny(written, instruments=strict.replace("closed: 2001-12-31, ", ""))
    before = made.next_step("2001-12-31", "beta")
    assert (before.step, before.parent_in_force) == (Step.JOIN_PARENT_FIRST, True)
    assert step_text(before, ENGLISH) == "join Short first"
    assert made.next_step("2002-01-01", "beta").step is Step.SIGN_AND_RATIFY


@pytest.mark.parametrize(("kind", "step"), [("accession", Step.ACCEDE), ("ratification", None)])
def test_accession_to_a_protocol_can_follow_accession_to_its_parent(tiny: Make, kind: str, step: Step | None) -> None:
    """Where only states that acceded to the parent may accede, one that ratified it asks the depositary."""
    made = tiny(
        f"alpha:\n  - {kind}: 2005-01-01\n    source: seen\nbeta:\n  - none_seen: 2020-01-01\n    source: seen",
        instruments=PARENT.replace(
            "accession: {by: all}\n      requires", "accession: {by: acceded-to-parent}\n      requires"
        ),
    )
    found = made.next_step("2010-01-01", "beta")
    assert (found.step, found.ask_depositary) == (step, step is None)


INVITED = """
    alpha:
      signature: {opened: 2001-11-23, by: [XXB]}
      in_force: 2004-07-01
      later_parties: {months: 3, then: first-of-month}
      accession: {by: invited}
"""


@pytest.mark.parametrize(
    ("invitation", "day", "step", "invited"),
    [
        ("invitation: 2020-03-01\n    until: 2025-03-01", "2020-02-29", None, Invited.UNKNOWN),
        ("invitation: 2020-03-01\n    until: 2025-03-01", "2020-03-01", Step.ACCEDE, Invited.VALID),
        ("invitation: 2020-03-01\n    until: 2025-03-01", "2025-03-01", Step.ACCEDE, Invited.VALID),
        ("invitation: 2020-03-01\n    until: 2025-03-01", "2025-03-02", Step.REQUEST_INVITATION, Invited.LAPSED),
        ("invitation: 2020\n    until: 2025", "2020-06-01", None, Invited.UNKNOWN),
        ("invitation: 2020\n    until: 2025", "2024-12-31", Step.ACCEDE, Invited.VALID),
        ("invitation: 2020\n    until: 2025", "2025-06-01", None, Invited.UNKNOWN),
        ("invitation: 2020\n    until: 2025", "2026-01-01", Step.REQUEST_INVITATION, Invited.LAPSED),
        ("invitation: 2007\n    until: none", "2026-01-01", Step.ACCEDE, Invited.VALID),
        ("invitation: unknown\n    until: none", "2026-01-01", Step.ACCEDE, Invited.VALID),
        ("invitation: 2007\n    until: unknown", "2026-01-01", None, Invited.UNKNOWN),
        ("invitation: 2007\n    until: none\n    unconfirmed: hearsay", "2026-01-01", None, Invited.UNKNOWN),
        ("invitation: none", "2026-01-01", Step.REQUEST_INVITATION, Invited.NONE),
    ],
)
def test_an_invitation_is_an_act_with_a_beginning_and_an_end(
    tiny: Make, invitation: str, day: str, step: Step | None, invited: Invited
) -> None:
    """A valid invitation leads to accession, a lapsed one to a request; between, nothing is said for certain."""
    made = tiny(
        f"alpha:\n  - none_seen: undated\n    source: seen\n  - {invitation}\n    source: seen", instruments=INVITED
    )
    found = made.next_step(day)
    assert (found.step, found.invited) == (step, invited)


def test_that_there_is_no_invitation_counts_from_the_newest_page_that_shows_it(tiny: Make) -> None:
    """A page of 2020 without an invitation says nothing of 2019, and goes before an invitation of 2010."""
    entries = (
        "  - {invitation: 2010-03-01, until: none, source: heard}\n  - {invitation: none, source: [undated, seen]}"
    )
    made = tiny(f"alpha:\n  - {{none_seen: undated, source: seen}}\n{entries}\n", instruments=INVITED)
    days = ("2010-02-28", "2019-12-31", "2020-01-01")
    assert [made.next_step(day).invited for day in days] == [Invited.UNKNOWN, Invited.VALID, Invited.NONE]
    unread = made._replace(register=made.register._replace(sources={}))
    assert unread.next_step("2020-01-01").invited is Invited.VALID


def test_a_newer_invitation_takes_the_place_of_a_lapsed_one(tiny: Make) -> None:
    """Of several invitations the newest decided by the date holds."""
    made = tiny(
        """
        alpha:
          - none_seen: undated
            source: seen
          - invitation: 2020-03-01
            until: 2030-03-01
            source: seen
          - invitation: 2010-03-01
            until: 2015-03-01
            source: seen
        """,
        instruments=INVITED,
    )
    assert made.next_step("2018-01-01").step is Step.REQUEST_INVITATION
    assert made.next_step("2021-01-01").step is Step.ACCEDE


@pytest.mark.parametrize(
    ("invitation", "says"),
    [
        ("invitation: 2010-03-01\n    until: 2015-03-01", "the invitation of 1 Mar 2010 lapsed on 1 Mar 2015"),
        ("invitation: unknown\n    until: 2015-03-01", "the invitation lapsed on 1 Mar 2015"),
    ],
)
def test_an_invitation_that_lapsed_is_said_with_its_end(tiny: Make, invitation: str, says: str) -> None:
    """The day is that on which it ended, whether or not it is known when it was decided."""
    text = f"alpha:\n  - none_seen: undated\n    source: seen\n  - {invitation}\n    source: seen"
    step = tiny(text, instruments=INVITED).next_step("2018-01-01")
    assert step.invited is Invited.LAPSED
    assert says in before_text(step, None, None, ENGLISH)


def test_a_state_that_may_sign_needs_no_invitation(tiny: Make) -> None:
    """A state named in the signature clause signs, though others wait for an invitation."""
    made = tiny("alpha:\n  - none_seen: 2020-01-01\n    source: seen", instruments=INVITED, state="iso3: XXB")
    assert made.next_step("2021-01-01") == NextStep(Step.SIGN_AND_RATIFY)


ON = date(2010, 6, 15)
ENTITLED = {"all": True, "american": True, "parties-to-parent": True, ("XXB",): False, ("XXA", "XXB"): True}
"""Whom a clause entitles, where that does not depend on a membership."""
OPENED = date(2000, 1, 1)
WINDOWS = [None] + [
    Signature(OPENED, by, closed, definitive=definitive)
    for by, definitive in (("all", "36"), ("oas-members", None), (("XXB",), None), (("XXA", "XXB"), None))
    for closed in (None, ON, ON - timedelta(1))
]
ACCESSIONS = [
    None,
    Accession("all"),
    Accession("all", members_too=True),
    Accession("american"),
    Accession("oas-members"),
    Accession("parties-to-parent"),
    Accession("acceded-to-parent"),
    Accession("invited", invited_by="the Committee"),
]
OWN: dict[str, tuple[CellEntry, ...]] = {
    "none": (NoneSeen(on(ON), ("seen",)),),
    "signed": (Action(Kind.SIGNATURE, on(OPENED), ("seen",)),),
    "withdrew": (
        Action(Kind.ACCESSION, on(OPENED), ("seen",)),
        Action(Kind.DENUNCIATION, on(date(2005, 1, 1)), ("seen",)),
    ),
}
ABOVE: dict[str, tuple[CellEntry, ...]] = {
    **OWN,
    "acceded": (Action(Kind.ACCESSION, on(OPENED), ("seen",)),),
    "ratified": (Action(Kind.RATIFICATION, on(OPENED), ("seen",)),),
    "contracting": (Action(Kind.ACCESSION, on(ON), ("seen",)),),
    "unknown": (NoInformation("not found"),),
}
JOINED = {"acceded", "ratified", "contracting"}
"""What a state has done about the parent after which it has consented."""


MADE = tiny_register()


class Asked(NamedTuple):
    """What a next step follows from: the clauses, the membership, what was done about the instrument and its parent."""

    window: Signature | None
    accession: Accession | None
    member: bool
    own: str
    above: str | None
    to_sign: bool

    def entitles(self, by: str | tuple[str, ...]) -> bool:
        """Whether a clause entitles the state."""
        return self.member if by == "oas-members" else ENTITLED[by]

    @property
    def signs(self) -> bool:
        """Whether the state may sign on the day."""
        window = self.window
        return window is not None and (window.closed is None or window.closed >= ON) and self.entitles(window.by)

    @property
    def accedes(self) -> str:
        """How the state may accede: freely, on invitation, after it acceded to the parent, or not at all."""
        if self.accession is None:
            return "no"
        match self.accession.by:
            case "invited":
                return "no" if self.window is not None and self.entitles(self.window.by) else "on invitation"
            case "acceded-to-parent":
                return "after the parent"
            case by:
                return "freely" if self.entitles(by) else "no"

    @property
    def waits(self) -> bool:
        """Whether the parent comes first."""
        enough = {"acceded", "ratified"} if self.to_sign else JOINED
        joins = self.own == "signed" or self.signs or self.accedes != "no"
        return self.above is not None and self.above not in enough and joins

    @property
    def excluded(self) -> bool:
        """Whether every clause names the states that may join, and this one is in none."""
        clauses = [clause.by for clause in (self.window, self.accession) if clause is not None]
        return clauses == [("XXB",)]

    def expected(self, parent: Instrument) -> NextStep:
        """The next step by the rulings, case by case."""
        if self.waits:
            known = self.above != "unknown"
            first = self.own != "signed" and self.signs and not self.to_sign
            step = Step.JOIN_PARENT_FIRST if known else None
            return NextStep(step, parent, parent_in_force=self.to_sign, may_sign_first=first)
        if self.own == "signed":
            return NextStep(Step.RATIFY)
        if self.signs and (self.own != "withdrew" or self.accedes == "no"):
            return self.signing(parent)
        return self.acceding()

    def acceding(self) -> NextStep:
        """The step of one that cannot sign, or that has left."""
        closed = self.window.closed if self.window and self.window.closed and self.window.closed < ON else None
        match self.accedes:
            case "freely":
                return NextStep(Step.ACCEDE, signature_closed=closed)
            case "on invitation":
                return NextStep(None, invited=Invited.UNKNOWN, invited_by="the Committee")
            case "after the parent" if self.above in {"acceded", "contracting"}:
                return NextStep(Step.ACCEDE)
        return NextStep(None, ask_depositary=True)

    def signing(self, parent: Instrument) -> NextStep:
        """The step of one that may sign, with what the depositary may also take."""
        by = self.accession.by if self.accession else None
        return NextStep(
            Step.SIGN_AND_RATIFY,
            definitive=self.window.definitive if self.window else None,
            parties_too=parent if by == "parties-to-parent" and self.above is not None else None,
            members_too=self.accession is not None and self.accession.members_too,
            american_too=by == "american",
        )


def test_every_next_step_is_that_of_the_rulings() -> None:
    """Whatever the clauses, the membership, and what was done: the step, what stands before it, and nothing more."""
    tried: Counter[Step | None] = Counter()
    parent = MADE.register.instruments["alpha"]._replace(id="parent")
    every = [
        Asked(window, accession, member, own, above, to_sign)
        for window, accession, member, own in product(WINDOWS, ACCESSIONS, (True, False), OWN)
        for above, to_sign in ((None, False), *product(ABOVE, (False, True)))
        if above is not None or accession is None or "parent" not in accession.by
    ]
    for asked in Random(13).sample(every, 1500):  # noqa: S311 - which of many cases are tried is no secret
        joined = (Period(on(date(1948, 5, 5)), sources=("seen",)),) if asked.member else ()
        state = MADE.state._replace(iso3="XXA", memberships={"oas": joined})
        requires = Requires("parent", to_sign=asked.to_sign) if asked.above else None
        instrument = parent._replace(id="it", signature=asked.window, accession=asked.accession, requires=requires)
        above = _case(state, parent, ABOVE[asked.above], None) if asked.above else None
        case = _case(state, instrument, OWN[asked.own], above)
        now = standing(case, ON)
        if asked.excluded:
            assert next_step(case, now, ON).step is None
            continue
        assert next_step(case, now, ON) == asked.expected(parent), asked
        tried[next_step(case, now, ON).step] += 1
    assert min(tried[step] for step in (*Step, None) if step is not Step.REQUEST_INVITATION) > 20


def _case(state: State, instrument: Instrument, entries: tuple[CellEntry, ...], parent: Dossier | None) -> Dossier:
    """A state on an instrument with what is recorded of it."""
    acts = tuple(entry for entry in entries if isinstance(entry, Action))
    absent = tuple(entry for entry in entries if isinstance(entry, NoneSeen))
    unknown = tuple(entry for entry in entries if isinstance(entry, NoInformation))
    cell = Cell(instrument.id, acts, absent, unknown)
    return Dossier(state, instrument, cell, parent, MADE.register.sources)
