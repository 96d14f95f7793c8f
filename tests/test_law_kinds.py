"""Acts that undo another, that wait, or that stand beside a standing; and how a treaty is left."""

from collections.abc import Callable
from datetime import date

import pytest

from tests.registers import Tiny, faulty
from toc_treaties.law.bound import Ground
from toc_treaties.law.history import EventKind, history
from toc_treaties.law.next_step import NextStep, Step
from toc_treaties.law.outcome import StandingKind
from toc_treaties.law.spans import consented_spans
from toc_treaties.model.action import EFFECT, Kind
from toc_treaties.pages.next_step import before_text
from toc_treaties.rules import check_state
from toc_treaties.words.language import ENGLISH

Make = Callable[..., Tiny]
TODAY = date(2026, 11, 21)


def cell(*entries: str, id: str = "alpha") -> str:
    """A cell of entries written in one line each: `accession 2004-01-02`, with further fields after a comma."""
    lines = [f"  - {{{entry.replace(' ', ': ', 1)}, source: seen}}" for entry in entries]
    return "\n".join([f"{id}:", *lines])


def names(made: Tiny, days: str, instrument: str = "alpha") -> list[str]:
    """The standings on some days."""
    return [made.name(one, instrument) for one in days.split()]


def codes(made: Tiny) -> list[str]:
    """What check says of the state's file, code by code."""
    return [problem.rule for problem in check_state(made.register, made.state, TODAY)]


def test_every_kind_has_an_effect() -> None:
    """No act can be recorded of which the law does not know what it does."""
    assert set(EFFECT) == set(Kind)


# A notice and a new consent

ACTS = ("accession 2004-01-02", "denunciation 2010-03-01", "accession 2010-03-01")


@pytest.mark.parametrize("order", [(0, 1, 2), (0, 2, 1), (2, 0, 1)])
def test_a_new_consent_of_the_day_of_a_notice_follows_it(tiny: Make, order: tuple[int, ...]) -> None:
    """A party until the exit, and bound again from it, in whatever order the file holds the two acts."""
    made = tiny(cell(*(ACTS[index] for index in order)))
    assert names(made, "2010-02-28 2010-03-01 2011-02-28 2011-03-01") == ["party"] * 4
    assert made.standing("2011-02-28").leaving_on == date(2011, 3, 1)
    now = made.standing("2011-03-01")
    assert (now.leaving_on, now.in_force and now.in_force.day) == (None, date(2011, 3, 1))
    assert codes(made) == []


def test_a_state_that_left_twice_is_out_since_it_last_left(tiny: Make) -> None:
    """Withdrawn since the later exit, by the later notice."""
    made = tiny(
        cell("accession 2004-01-02", "denunciation 2006-03-01", "accession 2010-05-04", "denunciation 2014-07-08")
    )
    assert names(made, "2007-03-01 2011-01-01 2015-07-07 2015-07-08") == ["withdrawn", "party", "party", "withdrawn"]
    since = made.standing("2020-01-01").since
    assert since is not None
    assert since.day == date(2015, 7, 8)
    assert codes(made) == []


def test_the_new_consent_waits_its_own_time_where_that_is_longer(tiny: Make) -> None:
    """Between the exit and its own entry into force the state is contracting, since the exit."""
    made = tiny(cell(*ACTS), instruments=ALPHA_SHORT_NOTICE)
    assert names(made, "2010-03-31 2010-04-01 2010-05-29 2010-05-30") == [
        "party",
        "contracting",
        "contracting",
        "party",
    ]
    now = made.standing("2010-04-01")
    assert now.since is not None
    assert now.since.day == date(2010, 4, 1)
    assert now.consent is not None
    assert now.consent.day == date(2010, 3, 1)


ALPHA_SHORT_NOTICE = """
    alpha:
      adopted: 1999-12-01
      in_force: 2002-01-01
      later_parties: {days: 90}
      accession: {by: all}
      exit: {word: denunciation, months: 1}
"""


def test_what_moves_an_entry_into_force_to_the_exit_is_said(tiny: Make) -> None:
    """The path says that the new consent waits for the earlier participation to end."""
    events = history(tiny(cell(*ACTS)).standing("2012-01-01"))
    entry = [event for event in events if event.kind is EventKind.ENTRY_INTO_FORCE][-1]
    assert (entry.when.day, entry.ground) == (date(2011, 3, 1), Ground.EARLIER_EXIT)


# Revocation of a notice


def test_a_revoked_notice_is_as_if_it_had_not_been_given(tiny: Make) -> None:
    """A notice taken back before it takes effect leaves the state a party that is not leaving (VCLT 68)."""
    made = tiny(cell("accession 2004-01-02", "denunciation 2010-03-01", "revocation 2011-02-28"))
    assert names(made, "2010-12-31 2011-02-28 2011-03-01 2020-01-01") == ["party"] * 4
    assert made.standing("2011-02-27").leaving_on == date(2011, 3, 1)
    assert made.standing("2011-02-28").leaving_on is None
    assert [(span.begin, span.end) for span in consented_spans(made.case())] == [(date(2004, 1, 2), None)]
    assert EventKind.EXIT not in {event.kind for event in history(made.standing("2020-01-01"))}
    assert codes(made) == []


def test_a_revocation_too_late_changes_nothing(tiny: Make) -> None:
    """A notice that has taken effect cannot be taken back, and check says that nothing was left to revoke."""
    made = tiny(cell("accession 2004-01-02", "denunciation 2010-03-01", "revocation 2011-03-01"))
    assert names(made, "2011-02-28 2011-03-01 2012-01-01") == ["party", "withdrawn", "withdrawn"]
    assert codes(made) == ["act-without-ground"]


def test_a_second_notice_may_follow_a_revocation(tiny: Make) -> None:
    """What was taken back once can be given again."""
    acts = ("accession 2004-01-02", "denunciation 2010-03-01", "revocation 2010-06-01", "denunciation 2015-05-05")
    made = tiny(cell(*acts))
    assert names(made, "2011-03-01 2016-05-04 2016-05-05") == ["party", "party", "withdrawn"]


FAMILY = """
    alpha:
      adopted: 1999-12-01
      in_force: 2002-01-01
      later_parties: {days: 30}
      accession: {by: all}
      exit: {word: denunciation, years: 1}
    beta:
      adopted: 1999-12-01
      in_force: 2003-01-01
      later_parties: {days: 30}
      accession: {by: all}
      requires: {instrument: alpha}
      exit: {word: denunciation, years: 1, with: alpha}
"""


def test_a_revocation_under_the_convention_keeps_its_protocol(tiny: Make) -> None:
    """A protocol that would have been left with its parent stays when the parent's notice is revoked."""
    alpha = cell("accession 2004-01-02", "denunciation 2010-03-01", "revocation 2010-06-01")
    made = tiny("\n".join([alpha, cell("accession 2005-01-01", id="beta")]), instruments=FAMILY)
    assert made.standing("2010-04-01", "beta").leaving_on == date(2011, 3, 1)
    assert made.standing("2010-06-01", "beta").leaving_on is None
    assert made.name("2012-01-01", "beta") == "party"


# Withdrawals before being bound


def test_a_withdrawn_signature_leaves_no_action(tiny: Make) -> None:
    """A state that took back its signature is no signatory, and no state that withdrew; its step is to join anew."""
    made = tiny(cell("signature 2000-06-06", "signature_withdrawal 2001-07-07"))
    assert names(made, "2001-07-06 2001-07-07") == ["signatory", "no_action"]
    now = made.standing("2001-07-07")
    assert now.since is not None
    assert now.since.day == date(2001, 7, 7)
    assert now.evidence.sources == ("seen",)
    assert made.next_step("2001-08-01").step is Step.SIGN_AND_RATIFY
    assert made.next_step("2010-01-01").step is Step.ACCEDE
    assert codes(made) == []


def test_a_signature_may_be_given_again(tiny: Make) -> None:
    """After a withdrawal a new signature counts from its own day."""
    made = tiny(cell("signature 2000-06-06", "signature_withdrawal 2001-01-01", "signature 2001-09-09"))
    assert names(made, "2001-01-01 2001-09-09") == ["no_action", "signatory"]
    now = made.standing("2010-01-01")
    assert now.since is not None
    assert now.since.day == date(2001, 9, 9)


def test_an_instrument_withdrawn_before_it_binds_leaves_a_signatory(tiny: Make) -> None:
    """A ratification taken back before its entry into force leaves what there was: a signature, or nothing."""
    signed = tiny(cell("signature 2000-06-06", "ratification 2003-05-01", "instrument_withdrawal 2003-05-20"))
    assert names(signed, "2003-05-19 2003-05-20 2004-01-02") == ["contracting", "signatory", "signatory"]
    assert signed.standing("2004-01-02").consent is None
    assert signed.next_step("2004-01-02").step is Step.RATIFY
    unsigned = tiny(cell("accession 2003-05-01", "instrument_withdrawal 2003-05-20"))
    assert names(unsigned, "2003-05-20 2004-01-02") == ["no_action", "no_action"]
    assert codes(signed) == codes(unsigned) == []


def test_an_instrument_in_force_cannot_be_withdrawn(tiny: Make) -> None:
    """From its entry into force a state leaves by notice alone, and check says so."""
    made = tiny(cell("accession 2003-05-01", "instrument_withdrawal 2003-05-31"))
    assert made.name("2004-01-02") == "party"
    assert codes(made) == ["act-without-ground"]


def test_an_instrument_withdrawn_may_be_deposited_again(tiny: Make) -> None:
    """A deposit after a withdrawal is a new consent, and no second one beside the first."""
    made = tiny(cell("accession 2003-05-01", "instrument_withdrawal 2003-05-20", "accession 2003-05-20"))
    assert names(made, "2003-05-20 2003-06-18 2003-06-19") == ["contracting", "contracting", "party"]
    assert codes(made) == []


# Acts that stand beside


def test_a_signatory_that_declares_no_intention_stays_one(tiny: Make) -> None:
    """It is still a signatory and a gap; no next step is named, and the act stands beside (VCLT 18(a))."""
    made = tiny(cell("signature 2000-06-06", "no_intention 2005-05-05"))
    assert names(made, "2005-05-04 2005-05-05 2020-01-01") == ["signatory"] * 3
    assert made.next_step("2005-05-04").step is Step.RATIFY
    step = made.next_step("2005-05-05")
    assert step.step is None
    assert before_text(step, None, None, ENGLISH) == "notification that it does not intend to become a party 5 May 2005"
    assert made.part("2020-01-01").name == "GAP"
    later = tiny(cell("signature 2000-06-06", "no_intention 2005-05-05", "ratification 2009-09-09"))
    assert later.name("2010-01-01") == "party"


def test_an_instrument_that_waits_changes_nothing_yet(tiny: Make) -> None:
    """From lodging to the effective deposit the standing stays, and no next step is named."""
    made = tiny(cell('lodged 2005-05-05, awaits: "a year for objections, 50(3)"', "accession 2006-05-06"))
    assert names(made, "2005-05-05 2006-05-05 2006-05-06 2006-06-05") == [
        "no_action",
        "no_action",
        "contracting",
        "party",
    ]
    assert made.next_step("2005-05-04").step is Step.ACCEDE
    step = made.next_step("2006-05-05")
    assert step.step is None
    assert (
        before_text(step, None, None, ENGLISH) == "instrument lodged 5 May 2005; waiting: a year for objections, 50(3)"
    )
    assert made.next_step("2006-05-06") == NextStep(None)


def test_an_instrument_that_waited_may_be_withdrawn(tiny: Make) -> None:
    """An instrument lodged and taken back leaves the next step as it was before."""
    made = tiny(cell("lodged 2005-05-05", "instrument_withdrawal 2005-09-09"))
    assert made.next_step("2005-10-10").step is Step.ACCEDE


def test_a_suspension_leaves_the_standing(tiny: Make) -> None:
    """A suspension of the operation in an area is shown in the path and changes no standing."""
    made = tiny(cell("accession 2003-05-01", 'suspension 2010-01-01, area: "the bay"'))
    assert made.name("2011-01-01") == "party"
    assert [event.action.area for event in history(made.standing("2011-01-01"))] == [None, None, "the bay"]
    assert codes(made) == ["round-date"]


def born(day: str) -> str:
    """A state independent from a day, and a member of the Organization from then on."""
    return f"independence: {day}\nmemberships: {{oas: [{{from: {day}, source: seen}}]}}"


def test_a_succession_to_a_signature_is_a_signature(tiny: Make) -> None:
    """A successor state that takes over a signature is a signatory, though the window has closed."""
    made = tiny(cell("signature_succession 2005-05-05"), state=born("2004-11-01"))
    assert names(made, "2005-05-04 2005-05-05") == ["no_action", "signatory"]
    assert made.next_step("2006-01-01").step is Step.RATIFY
    assert codes(made) == []


def test_a_succession_by_an_older_state_can_be_acknowledged() -> None:
    """A state older than the treaty has nothing to succeed to; the depositary's table may hold it all the same."""
    written = cell("succession 2005-05-05")
    assert codes(faulty(written, state=born("1981-11-01"))) == ["succession-by-older-state"]
    assert codes(faulty(written, state=born("2000-11-01"))) == []
    acknowledged = written.replace("source: seen", "source: seen, as_recorded: so printed")
    assert codes(faulty(acknowledged, state=born("1981-11-01"))) == []


# What a depositary's table may hold

PRACTICE = {
    "consent-before-signature": ("accession 2001-06-06", "signature 2001-08-08"),
    "signature-outside-window": ("signature 2002-06-06",),
    "denunciation-without-consent": ("signature 2000-06-06", "denunciation 2010-06-06"),
    "overlapping-consents": ("accession 2003-05-01", "accession 2005-05-01"),
}


@pytest.mark.parametrize("code", PRACTICE)
def test_what_a_depositary_holds_is_never_refused(code: str) -> None:
    """An unusual act is a warning that stops no answer, and none where the entry says that it is so recorded."""
    *before, last = PRACTICE[code]
    made = faulty(cell(*before, last))
    found = check_state(made.register, made.state, TODAY)
    assert [(problem.rule, problem.severity.value) for problem in found] == [(code, "warning")]
    assert codes(faulty(cell(*before, f"{last}, as_recorded: so printed"))) == []


STRAIT = """
    alpha:
      adopted: 1999-12-01
      in_force: 2002-01-01
      later_parties: {days: 30}
      accession: {by: all}
    beta:
      adopted: 1999-12-01
      signature: {opened: 2000-01-01, by: [XXB], in_doubt: {XXA: its coast is elsewhere}}
      in_force: 2003-01-01
      later_parties: {days: 30}
      requires: {instrument: alpha, to_sign: true}
"""


@pytest.mark.parametrize(
    ("signed", "found"),
    [("2001-12-31", ["protocol-without-parent", "not-eligible"]), ("2002-01-02", ["not-eligible"])],
)
def test_a_signature_that_the_clause_does_not_settle_can_be_acknowledged(signed: str, found: list[str]) -> None:
    """Signing though in doubt, or before the parent binds, is a warning, and none where the table holds it so."""
    above = cell("accession 2001-02-02")
    made = faulty("\n".join([above, cell(f"signature {signed}", id="beta")]), instruments=STRAIT)
    assert codes(made) == found
    assert {problem.severity.value for problem in check_state(made.register, made.state, TODAY)} == {"warning"}
    told = cell(f"signature {signed}, as_recorded: so printed", id="beta")
    assert codes(faulty(f"{above}\n{told}", instruments=STRAIT)) == []


def test_a_consent_of_the_day_of_a_notice_is_not_what_it_ends() -> None:
    """A notice comes first on its day, so that a consent of that day alone leaves it without one before."""
    assert codes(faulty(cell("accession 2004-01-02", "denunciation 2004-01-02"))) == ["denunciation-without-consent"]


# A treaty without a rule on leaving

LEFT = ("accession 2004-01-02", "denunciation 2010-03-01")


def left(rule: str) -> str:
    """The convention with another rule on leaving, or none."""
    return "\n".join(line for line in [*ALPHA_SHORT_NOTICE.splitlines()[:-1], f"      {rule}" if rule else ""])


@pytest.mark.parametrize("rule", ["exit: none", ""])
def test_a_notice_without_a_rule_leaves_the_state_a_party(tiny: Make, rule: str) -> None:
    """For twelve months it is a party and leaves on no day; then whether it has left is not known (VCLT 56)."""
    made = tiny(cell(*LEFT), instruments=left(rule))
    assert names(made, "2010-03-01 2011-02-28 2011-03-01 2026-01-01") == ["party", "party"] + ["no_information"] * 2
    assert made.standing("2011-02-28").leaving_on is None
    doubtful = made.standing("2011-03-01")
    assert doubtful.between == (StandingKind.WITHDRAWN, StandingKind.PARTY)
    assert made.part("2011-03-01").name == "TO_VERIFY"
    assert made.next_step("2011-03-01").step is None
    assert codes(made) == ["exit-without-clause"]


def test_an_end_that_the_depositary_prints_holds_without_a_rule(tiny: Make) -> None:
    """What the depositary made of a notice is said with certainty."""
    made = tiny(cell(LEFT[0], f"{LEFT[1]}, takes_effect: 2010-09-09"), instruments=left("exit: none"))
    assert names(made, "2010-09-08 2010-09-09") == ["party", "withdrawn"]
    assert codes(made) == []


def test_only_the_word_none_stands_for_a_rule(tiny: Make) -> None:
    """`exit: none` is read as that; another word in its place is refused."""
    assert tiny(cell(*LEFT), instruments=left("exit: none")).register.instruments["alpha"].exit is not None
    assert [problem.rule for problem in faulty(cell(*LEFT), instruments=left("exit: never")).problems] == ["wrong-type"]


# A shortest time before leaving

STATES_OWN = "exit: {word: withdrawal, years: 1, later_day: true, not_before: {years: 3}}"
TREATYS_OWN = "exit: {word: denunciation, years: 1, not_before: {years: 3, of: instrument}}"


@pytest.mark.parametrize(
    ("rule", "notice", "left_on"),
    [
        (STATES_OWN, "2007-03-31", None),  # in force for the state on 1 April 2004
        (STATES_OWN, "2007-04-01", "2008-04-01"),
        (TREATYS_OWN, "2004-12-31", None),  # in force at all on 1 January 2002
        (TREATYS_OWN, "2005-01-01", "2006-01-01"),
    ],
)
def test_a_notice_before_its_time_has_no_effect(tiny: Make, rule: str, notice: str, left_on: str | None) -> None:
    """A notice given sooner than the treaty allows leaves the state a party that is not leaving."""
    made = tiny(cell("accession 2004-01-02", f"denunciation {notice}"), instruments=left(rule))
    leaving = made.standing(notice).leaving_on
    assert (leaving and leaving.isoformat()) == left_on
    assert made.name("2020-01-01") == ("withdrawn" if left_on else "party")
    assert codes(made) == ["round-date"] * (notice == "2005-01-01") + ([] if left_on else ["notice-too-early"])


def test_a_notice_too_early_that_the_depositary_took_holds(tiny: Make) -> None:
    """Where the depositary printed its end, and the entry says so, the state has left."""
    taken = "denunciation 2005-05-05, takes_effect: 2006-05-05"
    early = tiny(cell("accession 2004-01-02", taken), instruments=left(STATES_OWN))
    assert early.name("2010-01-01") == "party"
    made = tiny(cell("accession 2004-01-02", f"{taken}, as_recorded: so printed"), instruments=left(STATES_OWN))
    assert names(made, "2006-05-04 2006-05-05") == ["party", "withdrawn"]
    assert codes(made) == []


def test_a_later_day_that_the_notice_names_counts(tiny: Make) -> None:
    """Where the treaty says so, a notice may name a day later than the treaty's own, and check accepts it."""
    named = cell("accession 2004-01-02", "denunciation 2010-03-01, takes_effect: 2012-12-31")
    made = tiny(named, instruments=left(STATES_OWN))
    assert names(made, "2012-12-30 2012-12-31") == ["party", "withdrawn"]
    assert codes(made) == []
    assert codes(tiny(named, instruments=left(STATES_OWN.replace(" later_day: true,", "")))) == ["exit-contradicted"]
