"""Standing, ruling by ruling, on registers of one state and one or two instruments."""

from collections.abc import Callable
from datetime import date

import pytest

from tests.registers import Tiny
from toc_treaties.law.bound import Ground
from toc_treaties.law.gap import Doubt, Part, doubt_of
from toc_treaties.law.history import EventKind, history
from toc_treaties.law.outcome import StandingKind
from toc_treaties.law.standing import ACTED_THOUGH_LEFT_OUT
from toc_treaties.law.waits import months_after
from toc_treaties.model.source import Basis
from toc_treaties.model.when import on, span

Make = Callable[..., Tiny]


def day(text: str) -> date:
    """A day as files write it."""
    return date.fromisoformat(text)


def names(made: Tiny, days: str, instrument: str = "alpha") -> list[str]:
    """The standings on some days."""
    return [made.name(one, instrument) for one in days.split()]


# 1. Contracting and party


def test_consent_makes_contracting_and_entry_into_force_party(tiny: Make) -> None:
    """A state that has consented is contracting until the treaty is in force for it (VCLT 2(1)(f), (g))."""
    made = tiny("""
        alpha:
          - signature: 2000-06-06
            source: seen
          - ratification: 2003-05-01
            source: seen
    """)
    assert names(made, "2000-06-05 2000-06-06 2003-04-30") == ["no_action", "signatory", "signatory"]
    assert names(made, "2003-05-01 2003-05-30 2003-05-31") == ["contracting", "contracting", "party"]
    assert made.standing("2003-05-01").consented
    assert not made.standing("2003-04-30").consented


@pytest.mark.parametrize(
    "kind", ["ratification", "acceptance", "approval", "accession", "consent_to_be_bound", "definitive_signature"]
)
def test_every_way_of_consenting_binds_alike(tiny: Make, kind: str) -> None:
    """Ratification, acceptance, approval, accession and their like are the same consent (VCLT 11)."""
    made = tiny(f"alpha:\n  - {kind}: 2003-05-01\n    source: seen")
    assert names(made, "2003-04-30 2003-05-01 2003-05-31") == ["no_action", "contracting", "party"]


@pytest.mark.parametrize("order", [0, 1])
def test_signature_and_consent_of_one_day_consent(tiny: Make, order: int) -> None:
    """A state that signs and ratifies on one day has consented that day, in whatever order the file holds the two."""
    entries = ["  - signature: 2000-06-06\n    source: seen", "  - ratification: 2000-06-06\n    source: seen"]
    made = tiny("\n".join(["alpha:", entries[order], entries[1 - order]]))
    assert names(made, "2000-06-05 2000-06-06") == ["no_action", "contracting"]


def test_a_second_consent_adds_nothing(tiny: Make) -> None:
    """A consent recorded again during the first one's life moves neither its day nor its entry into force."""
    made = tiny("""
        alpha:
          - ratification: 2003-05-01
            source: seen
          - accession: 2005-05-01
            source: seen
    """)
    now = made.standing("2006-01-01")
    assert (now.consent, now.since) == (on(day("2003-05-01")), on(day("2003-05-31")))


# 2. Not open yet


def test_an_instrument_opens_for_signature(tiny: Make) -> None:
    """Before the opening there is nothing a state could have done."""
    made = tiny("alpha:\n  - none_seen: 2020-01-01\n    source: seen")
    assert names(made, "1999-12-31 2000-01-01") == ["not_open", "no_action"]
    assert not made.standing("1999-12-31").awaits_independence
    assert made.standing("2000-01-01").since == on(day("2000-01-01"))
    assert made.part("1999-12-31") is Part.NOT_OPEN


def test_an_instrument_without_signature_is_open_from_its_adoption(tiny: Make) -> None:
    """Where a treaty has no signature procedure, its adoption opens it."""
    made = tiny(
        "alpha:\n  - none_seen: 2020-01-01\n    source: seen",
        instruments="""
            alpha:
              adopted: 1972-03-25
              in_force: 1975-08-08
              later_parties: {days: 30}
              accession: {by: all}
        """,
    )
    assert names(made, "1972-03-24 1972-03-25") == ["not_open", "no_action"]


def test_an_instrument_opens_to_a_state_with_its_independence(tiny: Make) -> None:
    """A state that did not exist yet took no action because it could not, and that reason is given."""
    made = tiny("alpha:\n  - none_seen: 2020-01-01\n    source: seen", state="independence: 2004-11-01")
    assert names(made, "1999-06-01 2004-10-31 2004-11-01") == ["not_open", "not_open", "no_action"]
    assert not made.standing("1999-06-01").awaits_independence
    assert made.standing("2004-10-31").awaits_independence
    assert made.standing("2004-11-01").since == on(day("2004-11-01"))


def test_a_signature_before_the_recorded_opening_still_stands(tiny: Make) -> None:
    """What a depositary recorded counts, though it precedes the opening: that is for the rules to say."""
    made = tiny("alpha:\n  - signature: 1999-12-30\n    source: seen")
    assert names(made, "1999-12-29 1999-12-30") == ["not_open", "signatory"]


# 3 and 4. No action, no information, and what is to verify


def test_no_action_stays_so_with_the_date_of_its_evidence(tiny: Make) -> None:
    """A source that shows no action is believed after its date too, and the date is given."""
    made = tiny("alpha:\n  - none_seen: 2014-01-27\n    source: heard")
    now = made.standing("2026-11-21")
    assert now.name is StandingKind.NO_ACTION
    assert now.evidence.as_of == on(day("2014-01-27"))
    assert now.evidence.basis is Basis.SECONDARY
    assert made.part("2026-11-21") is Part.GAP


def test_no_action_without_a_date_is_to_verify(tiny: Make) -> None:
    """An absence whose evidence is undated is shown apart and never counted as a gap."""
    made = tiny("alpha:\n  - none_seen: undated\n    source: undated")
    assert made.name("2026-11-21") == "no_action"
    assert made.part("2026-11-21") is Part.TO_VERIFY
    assert doubt_of(made.standing("2026-11-21")) is Doubt.UNDATED


def test_nothing_seen_is_not_the_same_as_no_action(tiny: Make) -> None:
    """Where nothing was found either way, the answer is that there is no information."""
    for cell in ("alpha:", "alpha:\n  - no_information: not found"):
        made = tiny(cell)
        assert made.name("2026-11-21") == "no_information"
        assert made.part("2026-11-21") is Part.TO_VERIFY
        assert doubt_of(made.standing("2026-11-21")) is Doubt.NO_INFORMATION


def test_a_later_action_shows_that_none_came_before(tiny: Make) -> None:
    """The depositary's record of a first action is evidence that there was none until then."""
    made = tiny("alpha:\n  - accession: 2010-05-05\n    source: seen")
    now = made.standing("2010-05-04")
    assert (now.name, now.evidence.basis, now.evidence.sources) == (StandingKind.NO_ACTION, Basis.DEPOSITARY, ("seen",))


@pytest.mark.parametrize("entry", ["accession: 2010-05-05", "signature: 2000-06-06", "none_seen: 2014-01-27"])
def test_what_rests_on_nothing_seen_is_to_verify(tiny: Make, entry: str) -> None:
    """An unconfirmed standing is in no other part of the list, whether it is a consent or a gap."""
    made = tiny(f"alpha:\n  - {entry}\n    source: seen\n    unconfirmed: not in the table")
    assert made.part("2026-11-21") is Part.TO_VERIFY
    assert doubt_of(made.standing("2026-11-21")) is Doubt.UNCONFIRMED


def test_an_entry_without_a_known_source_is_unconfirmed(tiny: Make) -> None:
    """An action that names no source of the register rests on nothing seen."""
    made = tiny("alpha:\n  - accession: 2010-05-05")
    assert made.standing("2026-11-21").evidence.basis is Basis.UNCONFIRMED


@pytest.mark.parametrize(
    ("sources", "basis", "as_of"),
    [
        ("heard", Basis.SECONDARY, "2021-06"),
        ("[heard, seen]", Basis.DEPOSITARY, "2020-01-01"),
        ("undated", "depositary", ""),
    ],
)
def test_the_basis_is_the_best_of_the_sources(tiny: Make, sources: str, basis: str, as_of: str) -> None:
    """Of several sources the depositary's gives the basis and its own day; a newer one of another kind lends none."""
    evidence = tiny(f"alpha:\n  - accession: 2010-05-05\n    source: {sources}").standing("2026-11-21").evidence
    assert evidence.basis == basis
    assert (evidence.as_of.text if evidence.as_of else "") == as_of


def test_a_later_check_refreshes_the_evidence(tiny: Make) -> None:
    """A whole table compared, or a cell seen to hold nothing more, makes a standing's evidence newer."""
    made = tiny("alpha:\n  - accession: 2010-05-05\n    source: seen\n  - none_seen: 2023-03-03\n    source: seen")
    assert made.standing("2026-11-21").evidence.as_of == on(day("2023-03-03"))
    checked = tiny(
        "alpha:\n  - none_seen: undated\n    source: undated",
        instruments="""
            alpha:
              in_force: 2002-01-01
              checked: {as_of: 2024-05-04, source: seen}
        """,
    )
    assert checked.standing("2026-11-21").evidence.as_of == on(day("2024-05-04"))
    assert checked.part("2026-11-21") is Part.GAP


# 5. Not applicable

NAMED = """
    alpha:
      signature: {opened: 2000-01-01, by: [XXB, XXC]}
      in_force: 2002-01-01
      later_parties: {days: 30}
"""


def test_an_instrument_that_names_its_states_is_closed_to_others(tiny: Make) -> None:
    """A state outside a closed list cannot join once it is open, and nobody could before; a named one can."""
    cell = "alpha:\n  - none_seen: 2020-01-01\n    source: seen"
    outside = tiny(cell, instruments=NAMED)
    assert names(outside, "1999-01-01 2010-01-01") == ["not_open", "not_applicable"]
    assert outside.part("2010-01-01") is Part.NOT_APPLICABLE
    assert tiny(cell, instruments=NAMED, state="iso3: XXC").name("2010-01-01") == "no_action"


def test_a_state_that_acted_though_left_out_stands_by_its_act(tiny: Make) -> None:
    """What a depositary took counts; whether the state may join stays open, and it is outside every denominator."""
    made = tiny("alpha:\n  - signature: 2005-05-05\n    source: seen", instruments=NAMED)
    assert names(made, "2005-05-04 2005-05-05") == ["not_applicable", "signatory"]
    assert (made.part("2010-01-01"), doubt_of(made.standing("2010-01-01"))) == (Part.IN_DOUBT, Doubt.ELIGIBILITY)
    assert made.next_step("2010-01-01").step is None
    assert made.standing("2010-01-01").eligibility == ACTED_THOUGH_LEFT_OUT


def test_a_clause_may_leave_it_open_who_can_join(tiny: Make) -> None:
    """A state of which the clause does not settle it stands by its acts, in doubt, and is not excluded."""
    unsettled = NAMED.replace("XXC]", "XXC], in_doubt: {XXA: one coast lies in the area}")
    made = tiny("alpha:\n  - none_seen: 2020-01-01\n    source: seen", instruments=unsettled)
    assert names(made, "1999-12-31 2010-01-01") == ["not_open", "no_action"]
    assert made.standing("1999-12-31").eligibility is None
    assert made.standing("2010-01-01").eligibility == "one coast lies in the area"
    assert (made.part("1999-12-31"), made.part("2010-01-01")) == (Part.NOT_OPEN, Part.IN_DOUBT)


def test_an_exclusion_whose_clause_was_not_seen_is_marked(tiny: Make) -> None:
    """Where the clause itself was not seen, not applicable is marked as unconfirmed."""
    unseen = NAMED.replace("XXC]", "XXC], unconfirmed: clause not seen")
    assert tiny(instruments=unseen).standing("2010-01-01").evidence.marked
    assert not tiny(instruments=NAMED).standing("2010-01-01").evidence.marked


def test_a_membership_or_an_invitation_excludes_nobody(tiny: Make) -> None:
    """A state that could become a member, or be invited, is not excluded for good."""
    for clause in ("accession: {by: invited}", "accession: {by: all}"):
        made = tiny(
            "alpha:\n  - none_seen: 2020-01-01\n    source: seen", instruments=f"{NAMED.rstrip()}\n      {clause}\n"
        )
        assert made.name("2010-01-01") == "no_action"


# 6. Leaving

YEARLY = """
    alpha:
      adopted: 1972-03-25
      in_force: 1975-08-08
      later_parties: {days: 30}
      accession: {by: all}
      exit: {word: denunciation, notice_by: 07-01, ends: 01-01}
"""


@pytest.mark.parametrize(
    ("notice", "last", "first"),
    [("2011-07-01", "2011-12-31", "2012-01-01"), ("2011-07-02", "2012-12-31", "2013-01-01")],
)
def test_a_notice_ends_the_treaty_at_the_turn_of_a_year(tiny: Make, notice: str, last: str, first: str) -> None:
    """Between the notice and its effect the state is a party that leaves on a day; then it has withdrawn."""
    made = tiny(
        f"""
        alpha:
          - accession: 1990-01-01
            source: seen
          - denunciation: {notice}
            source: seen
        """,
        instruments=YEARLY,
    )
    assert names(made, f"{notice} {last} {first}") == ["party", "party", "withdrawn"]
    assert made.standing(last).leaving_on == day(first)
    assert made.standing("2011-06-30").leaving_on is None
    assert made.standing(first).since == on(day(first))
    assert made.part(first) is Part.GAP


def test_a_recorded_end_overrides_the_rule(tiny: Make) -> None:
    """Where a source prints the end, it holds."""
    made = tiny("""
        alpha:
          - ratification: 2003-01-01
            source: seen
          - denunciation: 2010-03-03
            takes_effect: 2010-09-09
            source: seen
    """)
    assert names(made, "2010-09-08 2010-09-09") == ["party", "withdrawn"]


def test_a_denunciation_without_consent_releases_from_nothing(tiny: Make) -> None:
    """A notice by a state that was never bound leaves it as it was."""
    made = tiny("""
        alpha:
          - signature: 2000-06-06
            source: seen
          - denunciation: 2010-03-03
            source: seen
    """)
    assert made.name("2012-01-01") == "signatory"


def test_a_state_may_come_back(tiny: Make) -> None:
    """After a withdrawal a new consent begins anew, with its own wait."""
    made = tiny(
        """
        alpha:
          - accession: 1990-01-01
            source: seen
          - denunciation: 2011-06-29
            source: seen
          - accession: 2013-01-11
            source: seen
        """,
        instruments=YEARLY,
    )
    assert names(made, "2011-12-31 2012-01-01 2013-01-10") == ["party", "withdrawn", "withdrawn"]
    assert names(made, "2013-01-11 2013-02-09 2013-02-10") == ["contracting", "contracting", "party"]
    assert made.standing("2013-02-10").leaving_on is None


def test_a_return_before_the_notice_takes_effect_leaves_no_gap(tiny: Make) -> None:
    """A new consent given while the old one still runs keeps the state a party throughout."""
    made = tiny(
        """
        alpha:
          - accession: 1990-01-01
            source: seen
          - denunciation: 2011-06-29
            source: seen
          - accession: 2011-12-29
            source: seen
        """,
        instruments=YEARLY,
    )
    assert names(made, "2011-12-28 2011-12-29 2011-12-31") == ["party", "party", "party"]
    assert names(made, "2012-01-01 2012-01-27 2012-01-28") == ["contracting", "contracting", "party"]


FAMILY = """
    alpha:
      signature: {opened: 2000-01-01, closed: 2001-12-31, by: all}
      in_force: 2002-01-01
      later_parties: {days: 30}
      accession: {by: all}
      exit: {word: denunciation, years: 1}
    beta:
      signature: {opened: 2000-01-01, closed: 2001-12-31, by: all}
      in_force: 2003-01-01
      later_parties: {days: 30}
      accession: {by: all}
      requires: {instrument: alpha}
      exit: {word: denunciation, years: 1, with: alpha}
"""


def family(tiny: Make, alpha: str, beta: str, instruments: str = FAMILY) -> Tiny:
    """A convention and its protocol, each with its entries, as `accession 2004-01-01, denunciation 2010-01-01`."""
    cells = {"alpha": alpha, "beta": beta}
    lines = [
        line
        for id, written in cells.items()
        for line in (
            f"{id}:",
            *(f"  - {entry.strip().replace(' ', ': ')}\n    source: seen" for entry in written.split(",")),
        )
    ]
    return tiny("\n".join(lines), instruments=instruments)


def test_leaving_the_convention_leaves_its_protocol_the_same_day(tiny: Make) -> None:
    """The exit from the parent takes the protocol along, without a notice of its own (UNTOC 40(3))."""
    made = family(tiny, "accession 2004-01-01, denunciation 2010-01-01", "accession 2005-01-01")
    assert names(made, "2009-12-31 2010-12-31 2011-01-01") == ["party", "party", "withdrawn"]
    assert names(made, "2009-12-31 2010-12-31 2011-01-01", "beta") == ["party", "party", "withdrawn"]
    assert made.standing("2010-01-01", "beta").leaving_on == day("2011-01-01")
    assert made.standing("2009-12-31", "beta").leaving_on is None


def test_leaving_the_protocol_alone_leaves_the_convention(tiny: Make) -> None:
    """A notice to the protocol ends the protocol only, and the earlier of two ends holds."""
    alone = family(tiny, "accession 2004-01-01", "accession 2005-01-01, denunciation 2010-06-01")
    assert [alone.name("2011-06-01"), alone.name("2011-06-01", "beta")] == ["party", "withdrawn"]
    both = "accession 2004-01-01, denunciation 2010-01-01"
    later = family(tiny, both, "accession 2005-01-01, denunciation 2010-06-01")
    assert names(later, "2010-12-31 2011-01-01", "beta") == ["party", "withdrawn"]
    earlier = family(tiny, both, "accession 2005-01-01, denunciation 2009-06-01")
    assert names(earlier, "2010-05-31 2010-06-01", "beta") == ["party", "withdrawn"]


@pytest.mark.parametrize(
    ("day_of_notice", "of_its_own"), [("2009-12-31", True), ("2010-01-01", True), ("2010-01-02", False)]
)
def test_an_exit_of_both_ways_on_one_day_rests_on_the_states_own_notice(
    tiny: Make, day_of_notice: str, *, of_its_own: bool
) -> None:
    """Of notices to the protocol and its convention the earlier end holds, and on one day that of the protocol."""
    left = family(
        tiny,
        "accession 2004-01-01, denunciation 2010-01-01",
        f"accession 2005-01-01, denunciation {day_of_notice}",
    )
    found, above = left.standing("2010-06-01", "beta"), left.standing("2010-06-01")
    assert (found.notice is above.notice) is not of_its_own
    assert found.leaving_on == min(day("2011-01-01"), months_after(day(day_of_notice), 12))


def test_returning_to_the_convention_does_not_bring_the_protocol_back(tiny: Make) -> None:
    """A protocol that ended with its parent takes a new consent of its own."""
    alpha = "accession 2004-01-01, denunciation 2010-01-01, accession 2012-01-01"
    alone = family(tiny, alpha, "accession 2005-01-01")
    assert names(alone, "2009-01-01 2011-06-01 2012-06-01 2020-01-01", "beta") == [
        "party",
        "withdrawn",
        "withdrawn",
        "withdrawn",
    ]
    again = family(tiny, alpha, "accession 2005-01-01, accession 2013-01-01")
    assert names(again, "2009-01-01 2012-06-01 2013-01-01 2013-01-31", "beta") == [
        "party",
        "withdrawn",
        "contracting",
        "party",
    ]
    assert again.standing("2013-01-31", "beta").leaving_on is None


def test_a_parent_that_takes_nothing_along_leaves_its_protocol(tiny: Make) -> None:
    """Where the treaty does not say so, the parent's exit does not end the protocol."""
    free = FAMILY.replace(", with: alpha", "")
    made = family(tiny, "accession 2004-01-01, denunciation 2010-01-01", "accession 2005-01-01", free)
    assert made.name("2012-01-01", "beta") == "party"


# 7. Succession


def test_a_succession_stands_from_its_notification(tiny: Make) -> None:
    """A succession makes a party on the day of its notification, without a wait (1978 Convention arts 17, 23)."""
    made = tiny(
        """
        alpha:
          - succession: 1991-07-05
            effect_from: 1979-02-22
            source: seen
        """,
        instruments=YEARLY,
        state="independence: 1979-02-22",
    )
    assert names(made, "1979-02-21 1979-02-22 1991-07-04 1991-07-05") == ["not_open", "no_action", "no_action", "party"]
    now = made.standing("1991-07-05")
    assert (now.since, now.in_force) == (on(day("1991-07-05")), on(day("1991-07-05")))
    (_, entry) = history(now)
    assert entry.ground is Ground.NOTIFICATION


# 8 and 9. Definitive signature, provisional application, formal confirmation


def test_a_definitive_signature_consents(tiny: Make) -> None:
    """A definitive signature is a consent at once, and waits for the instrument's own entry into force."""
    made = tiny("alpha:\n  - definitive_signature: 2000-06-06\n    source: seen")
    assert names(made, "2000-06-06 2001-12-31 2002-01-01") == ["contracting", "contracting", "party"]


def test_provisional_application_gives_no_standing(tiny: Make) -> None:
    """A treaty applied provisionally is not one a state has joined (VCLT 25)."""
    made = tiny("""
        alpha:
          - provisional_application: 2000-03-03
            source: seen
          - signature: 2000-06-06
            source: seen
    """)
    assert names(made, "2000-03-02 2000-03-03 2000-06-06 2020-01-01") == [
        "no_action",
        "no_action",
        "signatory",
        "signatory",
    ]


# 10. Entry into force


@pytest.mark.parametrize(
    ("alpha", "beta", "in_force", "ground"),
    [
        ("accession 2001-06-01", "accession 2001-06-01", "2003-01-01", Ground.INSTRUMENT),
        ("accession 2004-01-01", "accession 2004-01-01", "2004-01-31", Ground.OWN_RULE),
        ("accession 2004-06-01", "accession 2004-01-01", "2004-07-01", Ground.PARENT),
        ("accession 2004-01-01", "accession 2004-06-01", "2004-07-01", Ground.OWN_RULE),
    ],
)
def test_entry_into_force_is_the_latest_of_its_rules(
    tiny: Make, alpha: str, beta: str, in_force: str, ground: Ground
) -> None:
    """The state's own wait, the instrument's entry into force and the parent's for the state: the latest decides."""
    now = family(tiny, alpha, beta).standing("2010-01-01", "beta")
    assert now.in_force == on(day(in_force))
    (effect,) = (event for event in history(now) if event.kind is EventKind.ENTRY_INTO_FORCE)
    assert effect.ground is ground


def test_a_protocol_without_its_parent_stays_contracting(tiny: Make) -> None:
    """A protocol enters into force for nobody who is not bound by its parent."""
    made = family(tiny, "signature 2000-06-06", "accession 2004-01-01")
    assert made.name("2020-01-01", "beta") == "contracting"
    assert made.standing("2020-01-01", "beta").in_force is None


def test_an_instrument_not_in_force_makes_no_parties(tiny: Make) -> None:
    """Before an instrument has entered into force at all, consent makes contracting states only."""
    made = tiny(
        "alpha:\n  - accession: 2004-01-01\n    source: seen", instruments="alpha:\n  later_parties: {days: 30}"
    )
    assert made.name("2020-01-01") == "contracting"


def test_a_recorded_entry_into_force_overrides_the_rule(tiny: Make) -> None:
    """Where a source prints the entry into force for the state, it holds."""
    made = tiny("alpha:\n  - accession: 2004-01-01\n    in_force: 2004-02-15\n    source: seen")
    assert names(made, "2004-02-14 2004-02-15") == ["contracting", "party"]


PATHS = """
    alpha:
      adopted: 1972-03-25
      in_force: 1975-08-08
      later_parties: {days: 30}
      accession: {by: all}
      paths:
        early: {name: {en: Early}, in_force: 1975-08-08}
        late: {name: {en: Late}, in_force: 1980-01-01}
"""


@pytest.mark.parametrize(
    ("entry", "in_force"),
    [
        ("ratification: 1973-11-16\n    via: early", "1975-08-08"),
        ("ratification: 1976-06-21\n    via: early", "1976-07-21"),
        ("ratification: 1973-11-16\n    via: late", "1980-01-01"),
        ("succession: 1976-06-21\n    via: late", "1980-01-01"),
        ("accession: 1976-06-21", "1976-07-21"),
    ],
)
def test_a_path_opens_on_its_own_day(tiny: Make, entry: str, in_force: str) -> None:
    """A state bound via another text is bound no earlier than that way opened."""
    made = tiny(f"alpha:\n  - {entry}\n    source: seen", instruments=PATHS)
    assert made.standing("2000-01-01").in_force == on(day(in_force))


def test_a_month_makes_a_range(tiny: Make) -> None:
    """A deposit known to the month gives a range of consent and of entry into force, and never a day."""
    made = tiny("alpha:\n  - accession: 2004-06\n    source: seen")
    now = made.standing("2010-01-01")
    assert now.name is StandingKind.PARTY
    assert now.consent is not None
    assert (now.consent.earliest, now.consent.latest) == (day("2004-06-01"), day("2004-06-30"))
    assert now.in_force is not None
    assert (now.in_force.earliest, now.in_force.latest) == (day("2004-07-01"), day("2004-07-30"))
    assert now.since == now.in_force
    assert now.in_force.day is None


def test_within_a_month_the_standing_is_not_known(tiny: Make) -> None:
    """On a day on which the deposit may or may not have been made, the answer says between what it lies."""
    made = tiny("alpha:\n  - signature: 2000-06-06\n    source: seen\n  - ratification: 2004-06\n    source: seen")
    assert made.name("2004-05-31") == "signatory"
    now = made.standing("2004-06-15")
    assert (now.name, now.between) == (StandingKind.NO_INFORMATION, (StandingKind.SIGNATORY, StandingKind.CONTRACTING))
    assert not now.consented
    assert made.part("2004-06-15") is Part.TO_VERIFY
    assert made.name("2004-06-30") == "contracting"
    after = made.standing("2004-07-01")
    assert (after.name, after.between) == (StandingKind.CONTRACTING, (StandingKind.CONTRACTING, StandingKind.PARTY))
    assert made.name("2004-07-30") == "party"


def test_a_bracket_that_has_passed_is_a_consent_without_a_day(tiny: Make) -> None:
    """Once the bracket has passed the consent is certain: contracting, or party, with no day given."""
    made = tiny("""
        alpha:
          - accession: unknown
            between: [2004-01-01, 2006-06-30]
            source: seen
    """)
    assert made.name("2003-12-31") == "no_action"
    before = made.standing("2004-01-15")
    assert (before.name, before.between) == (
        StandingKind.NO_INFORMATION,
        (StandingKind.NO_ACTION, StandingKind.CONTRACTING),
    )
    within = made.standing("2006-06-29")
    assert (within.name, within.between) == (StandingKind.NO_INFORMATION, (StandingKind.NO_ACTION, StandingKind.PARTY))
    passed = made.standing("2006-06-30")
    assert (passed.name, passed.between) == (StandingKind.CONTRACTING, (StandingKind.CONTRACTING, StandingKind.PARTY))
    assert passed.since is None
    assert passed.consented
    assert passed.in_force is not None
    assert passed.in_force.day is None
    party = made.standing("2006-07-30")
    assert (party.name, party.between) == (StandingKind.PARTY, None)
    assert party.since == span(day("2004-01-31"), day("2006-07-30"))


def test_a_bracket_of_a_parent_reaches_its_protocol(tiny: Make) -> None:
    """Where the parent's day is not known, the protocol's standing is said only as far as it is known."""
    made = tiny(
        """
        alpha:
          - accession: unknown
            between: [2004-01-01, 2006-06-30]
            source: seen
        beta:
          - accession: 2005-01-01
            source: seen
        """,
        instruments=FAMILY,
    )
    now = made.standing("2006-07-01", "beta")
    assert (now.name, now.between) == (StandingKind.CONTRACTING, (StandingKind.CONTRACTING, StandingKind.PARTY))
    assert made.standing("2006-07-30", "beta").since == span(day("2005-01-31"), day("2006-07-30"))


def test_a_notice_whose_day_is_not_known_leaves_on_no_day(tiny: Make) -> None:
    """Where the end depends on which day of a year the notice came, no day of leaving is given."""
    made = tiny(
        """
        alpha:
          - accession: 1990-01-01
            source: seen
          - denunciation: 2011
            source: seen
        """,
        instruments=YEARLY,
    )
    assert made.standing("2011-12-31").leaving_on is None
    assert made.name("2011-12-31") == "party"
    now = made.standing("2012-06-01")
    assert (now.name, now.between) == (StandingKind.NO_INFORMATION, (StandingKind.WITHDRAWN, StandingKind.PARTY))
    assert made.name("2013-01-01") == "withdrawn"


def test_many_open_dates_still_get_an_answer(tiny: Make) -> None:
    """A cell of ten dates known to the year is answered by its earliest and its latest reading."""
    kinds = ("accession", "denunciation")
    entries = "\n".join(f"  - {kinds[n % 2]}: {1980 + 3 * n}\n    source: seen" for n in range(10))
    made = tiny(f"alpha:\n{entries}", instruments=YEARLY)
    assert made.name("2026-01-01") == "withdrawn"
    assert made.name("2006-01-01") == "party"


# 11. The parent rule compares deposits


def test_parent_and_protocol_of_one_day_are_both_in_force(tiny: Make) -> None:
    """A state that deposits both on one day is bound by both from one day."""
    made = family(tiny, "accession 2006-11-10", "accession 2006-11-10")
    assert [made.standing("2010-01-01", id).since for id in ("alpha", "beta")] == [on(day("2006-12-10"))] * 2


# 12. Since, consent and in force are apart


def test_since_is_the_first_day_of_the_present_standing(tiny: Make) -> None:
    """A signatory since its signature, contracting since its consent, party since entry into force."""
    made = tiny("""
        alpha:
          - signature: 2000-06-06
            source: seen
          - ratification: 2003-05-01
            source: seen
    """)
    signatory, contracting, party = (made.standing(one) for one in ("2001-01-01", "2003-05-10", "2004-01-01"))
    assert (signatory.since, signatory.consent, signatory.in_force) == (on(day("2000-06-06")), None, None)
    assert (contracting.since, contracting.in_force) == (on(day("2003-05-01")), on(day("2003-05-31")))
    assert (party.since, party.consent) == (on(day("2003-05-31")), on(day("2003-05-01")))


# 13. History


def test_a_path_shows_what_is_fixed_ahead(tiny: Make) -> None:
    """An entry into force already fixed, and an end already fixed, stand in the path before they come."""
    made = tiny("""
        alpha:
          - ratification: 2003-05-01
            source: seen
          - denunciation: 2010-03-03
            source: seen
    """)
    ahead = [(event.kind, event.when.text) for event in history(made.standing("2003-05-01"))]
    assert ahead == [(EventKind.ACTION, "2003-05-01"), (EventKind.ENTRY_INTO_FORCE, "2003-05-31")]
    left = [(event.kind, event.when.text) for event in history(made.standing("2010-03-03"))]
    assert left[2:] == [(EventKind.ACTION, "2010-03-03"), (EventKind.EXIT, "2011-03-03")]


def test_a_path_keeps_a_bracket_a_bracket(tiny: Make) -> None:
    """An effect of a consent whose day was not found is a range of days, not an event on one."""
    made = tiny("""
        alpha:
          - accession: unknown
            between: [2004-01-01, 2006-06-30]
            source: seen
    """)
    consent, effect = history(made.standing("2010-01-01"))
    assert consent.when.bracketed
    assert effect.when == span(day("2004-01-31"), day("2006-07-30"))
