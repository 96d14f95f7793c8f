"""The rules: each finds one kind of fault in the register and names it.

A rule of a state takes its cases and the day of the check; a rule of the register takes the register and that day. The
rules of states and of the files beside them run on what a question opened, before it answers; those that need every
state's file run in `check` alone. A warning that an entry acknowledges with `as_recorded` is not shown; an
acknowledgement that nothing needs is itself a warning. The shape family is found while reading, in `store/faults.py`.
A family that judges what only some files hold is loaded where one of these was read.
"""

from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING

from toc_treaties.model.names import at_most
from toc_treaties.model.place import Place
from toc_treaties.model.problem import Problem, warning
from toc_treaties.model.register import Register
from toc_treaties.model.state import State
from toc_treaties.rules import (
    absences,
    articles,
    bases,
    catalogue,
    chronology,
    days,
    duties,
    evidence,
    fields,
    institutions,
    law,
    order,
    references,
    repeats,
    statements,
    tables,
    text,
)
from toc_treaties.rules.state_file import cases_of

if TYPE_CHECKING:
    from toc_treaties.model.measure import StateMeasures

RegisterRule = Callable[[Register, date], Iterable[Problem]]
PER_STATE = (
    references.unknown_source,
    references.unknown_path,
    references.unaccounted_cell,
    references.file_name,
    references.missing_membership,
    references.one_reading,
    chronology.action_before_adoption,
    chronology.action_in_future,
    law.formal_confirmation,
    evidence.action_without_source,
    evidence.unsourced,
    duties.unlisted_condition,
    *days.OF_STATE,
    *order.OF_STATE,
    *fields.OF_STATE,
    *tables.OF_STATE,
    *absences.OF_STATE,
    *repeats.OF_STATE,
    articles.article_of_state,
    institutions.unlisted_article,
    text.name_untranslated,
)
ACKNOWLEDGED = (
    chronology.action_before_independence,
    chronology.signature_outside_window,
    chronology.consent_before_signature,
    chronology.denunciation_without_consent,
    chronology.overlapping_consents,
    chronology.succession_by_older_state,
    chronology.ratification_without_signature,
    chronology.accession_after_signature,
    chronology.accession_by_member,
    law.accession_without_clause,
    law.entry_into_force_contradicted,
    law.exit_contradicted,
    law.protocol_without_parent,
    law.not_eligible,
    law.exit_without_clause,
    law.notice_too_early,
    law.act_without_ground,
    evidence.round_date,
    institutions.personal_data,
    order.home_after_deposit,
    repeats.signed_twice,
    absences.deposit_beside_absence,
)
BESIDE = (
    evidence.unsourced_beside,
    *days.BESIDE,
    *order.BESIDE,
    *fields.BESIDE,
    *catalogue.BESIDE,
    *tables.BESIDE,
    *repeats.BESIDE,
    articles.article_of_register,
    references.unknown_in_instruments,
    bases.contradictory_basis,
    bases.article_serves_twice,
    bases.election_without_default,
    bases.precedence_without_order,
    duties.contradictory_duty,
    duties.unknown_series,
    text.title_untranslated,
)
EVERY_STATE = (
    text.shared_name,
    statements.objection_without_reservation,
    references.duplicate_state,
)
EVERY_FILE = (evidence.sources_as_cited,)


def check_state(register: Register, state: State, today: date) -> list[Problem]:
    """Every problem of one state's file, beyond its form."""
    cases = cases_of(register, state)
    problems = [problem for rule in PER_STATE for problem in rule(cases, today)]
    acknowledged: set[int] = set()
    for rule in ACKNOWLEDGED:
        for record, problem in rule(cases):
            if record.as_recorded is None:
                problems.append(problem)
            else:
                acknowledged.add(id(record))
    if register.catalogue is not None:
        from toc_treaties.rules import progress
        from toc_treaties.rules.commitments import check_commitments

        problems.extend(problem for rule in progress.OF_STATE for problem in rule(cases, today))
        problems.extend(check_commitments(register, state, today))
    records = (record for record in cases.acknowledging if record.as_recorded is not None)
    problems.extend(unneeded_as_recorded(record.place) for record in records if id(record) not in acknowledged)
    return problems


def unneeded_as_recorded(place: Place) -> Problem:
    """An `as_recorded` acknowledges a warning; where there is none, it misleads the next reader."""
    message = "nothing here needs to be acknowledged"
    return warning("unneeded-as-recorded", place.of("as_recorded"), message, "remove as_recorded")


def check_beside(register: Register, today: date) -> list[Problem]:
    """Every problem of the files that stand beside the states', as far as they were read."""
    problems = [problem for rule in BESIDE for problem in rule(register, today)]
    if register.agreements or register.meetings:
        from toc_treaties.rules import agreements

        problems.extend(problem for rule in agreements.BESIDE for problem in rule(register, today))
    if register.catalogue is not None:
        from toc_treaties.rules.commitments import check_bodies

        problems.extend(check_bodies(register, today))
    if register.texts:
        from toc_treaties.rules import texts

        problems.extend(problem for rule in texts.BESIDE for problem in rule(register, today))
    if register.topics:
        from toc_treaties.rules.measures import check_topics

        problems.extend(check_topics(register))
    if register.catalogue is not None or register.bodies or register.statistics:
        from toc_treaties.rules import progress

        problems.extend(problem for rule in progress.BESIDE for problem in rule(register, today))
    return problems


def check_measures(register: Register, slug: str, held: "StateMeasures", today: date) -> list[Problem]:
    """Every problem of what one state has done at home."""
    from toc_treaties.rules.measures import check_file

    return check_file(register, slug, held, today)


@at_most()
def judged(
    register: Register, form: Iterable[Problem], today: date, *, states: bool = False, whole: bool = False
) -> list[Problem]:
    """Every problem of what was read, those of its form among them; of one slip the first cause alone.

    `states` where every state's file was opened, `whole` where every file was.
    """
    problems = [*form]
    for state in register.states.values():
        problems += check_state(register, state, today)
    problems += check_beside(register, today)
    for slug, held in register.measures.items():
        problems += check_measures(register, slug, held, today)
    across: list[RegisterRule] = [*(EVERY_STATE if states or whole else ()), *(EVERY_FILE if whole else ())]
    if register.texts and whole:
        from toc_treaties.rules.texts import text_of_nothing

        across.append(text_of_nothing)
    if register.codes or whole:
        across.append(references.unknown_state)
    if register.agreements and (register.codes or whole):
        from toc_treaties.rules.agreements import unknown_party

        across.append(unknown_party)
    problems += [problem for rule in across for problem in rule(register, today)]
    if not problems:
        return []
    from toc_treaties.rules.causes import first_causes

    return first_causes(register, problems)
