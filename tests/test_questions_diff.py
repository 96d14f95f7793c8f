"""What a change of the register means: every value that changes is told, and what follows from it in law."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from itertools import permutations
from typing import Any

import pytest

from tests.answers import REGISTER
from tests.registers import ALPHA, load_texts, state_text, together
from toc_treaties.law.gap import part_of
from toc_treaties.law.measures import Sign
from toc_treaties.law.membership import is_member, suspended
from toc_treaties.model.action import Action
from toc_treaties.model.assessment import Assessment, AssessmentBasis, Sentence, Status
from toc_treaties.model.measure import MeasureKind
from toc_treaties.model.register import Register
from toc_treaties.model.state import Condition, Designation, Period, State
from toc_treaties.model.vocabulary import MembershipStatus
from toc_treaties.model.when import When, on
from toc_treaties.questions.case import item
from toc_treaties.questions.changed_cells import Meaning, meaning
from toc_treaties.questions.changed_entries import HOLDERS, Change, EntryChange, entry_changes
from toc_treaties.questions.changed_standings import StandingChange
from toc_treaties.questions.commitments import CommitmentProgress, body_progress, state_progress
from toc_treaties.questions.diff import Diff, Side, diff
from toc_treaties.questions.duties import duties
from toc_treaties.questions.measures import of_state
from toc_treaties.store.files import in_folder
from toc_treaties.store.load import ALL, load

DAY = date(2026, 11, 21)
HELD = in_folder(REGISTER)
FROZEN = load(HELD.read, HELD.slugs, "data", ALL)[0]
LATER = on(date(2031, 1, 1))
Place = tuple[str | int, ...]
"""Where a value stands in a register: fields, keys and numbers, one behind another."""
NOT_RECORDED = {"place", "faulty", "slug", "dropped", "unread", "read_on", "codes"}
"""What says how the files were read; the names of states' files and the list of the states have tests of their own."""
FILE = {"catalogue": "commitments.yaml", "states": "states/{}.yaml", "measures": "measures/{}.yaml"}


def values(held: Any, place: Place = ()) -> Iterator[tuple[Place, type, Any]]:  # noqa: ANN401 - any value
    """Every value that a register holds, with its place and the record that it is a field of."""
    if isinstance(held, Mapping):
        for key, value in held.items():
            yield from values(value, (*place, key))
    elif hasattr(held, "_fields") and not isinstance(held, When):
        for field in held._fields:
            if field not in NOT_RECORDED:
                value = getattr(held, field)
                yield (*place, field), type(held), value
                yield from values(value, (*place, field))
    elif isinstance(held, tuple) and not isinstance(held, When):
        for number, value in enumerate(held):
            yield from values(value, (*place, number))


def changed(held: Any, place: Place, change: Callable[[Any], Any]) -> Any:  # noqa: ANN401 - any value
    """The same with the value at a place changed; without it where the change is of an item of a list to nothing."""
    if not place:
        return change(held)
    first, *rest = place
    if isinstance(held, Mapping):
        return {**held, first: changed(held[first], (*rest,), change)}
    if hasattr(held, "_fields"):
        return held._replace(**{str(first): changed(getattr(held, str(first)), (*rest,), change)})
    number = int(first)
    new = changed(held[number], (*rest,), change)
    return (*held[:number], *(() if new is None else (new,)), *held[number + 1 :])


def other(value: Any) -> Any:  # noqa: ANN401 - any value
    """A value that is another, and of the same kind where that is easy to say."""
    if isinstance(value, When) or value is None:
        return LATER
    if isinstance(value, bool):
        return not value
    if isinstance(value, date):
        return LATER.earliest
    if isinstance(value, tuple):
        return (*value, 99) if value and isinstance(value[0], int) else ("another", *value)
    return value + 1 if isinstance(value, int) else f"another {value}"


def first_of_each() -> dict[tuple[str, str], Place]:
    """For each field of each record of the model that the small register fills in, the place of one value.

    Lists of records, and records within records, are left to the fields that these have.
    """
    found: dict[tuple[str, str], Place] = {}
    for place, record, value in values(FROZEN):
        items = value if isinstance(value, tuple) and not hasattr(value, "_fields") else (value,)
        plain = isinstance(value, When) or not any(hasattr(item, "_fields") for item in items)
        if record not in {Register, *HOLDERS} and plain and not isinstance(value, Mapping):
            found.setdefault((record.__name__, str(place[-1])), place)
    return found


EACH = first_of_each()


def file_of(place: Place) -> str:
    """The file whose record stands at a place of the register."""
    return FILE.get(str(place[0]), f"{place[0]}.yaml").format(place[1])


@pytest.mark.parametrize("field", list(EACH), ids=".".join)
def test_one_value_that_changes_is_told_with_its_file_and_state(field: tuple[str, str]) -> None:
    """Whatever one value of the register changes, exactly its file's entry is told, with the value before and after."""
    place = EACH[field]
    seen: list[tuple[Any, Any]] = []

    def change(value: Any) -> Any:  # noqa: ANN401 - any value
        seen.append((value, other(value)))
        return other(value)

    entries = entry_changes(FROZEN, changed(FROZEN, place, change))
    assert {entry.subject.file for entry in entries} == {file_of(place)}
    if place[0] in {"states", "measures"}:
        assert {entry.subject.state.slug for entry in entries if entry.subject.state} == {place[1]}
    told = [(change.before, change.after) for entry in entries for change in entry.fields]
    assert any(new == seen[0][1] for _, new in told)


def test_the_small_register_fills_in_most_of_the_model() -> None:
    """The test above is about nearly every field that there is."""
    assert len(EACH) > 250


def lists() -> dict[str, Place]:
    """For each kind of record that stands in a list, the place of its first one."""
    found: dict[str, Place] = {}
    for place, _, value in values(FROZEN):
        if isinstance(value, tuple) and not hasattr(value, "_fields"):
            for number, item in enumerate(value[:1]):
                if hasattr(item, "_fields"):
                    found.setdefault(type(item).__name__, (*place, number))
    return found


@pytest.mark.parametrize("kind", list(lists()))
def test_an_entry_that_fell_out_of_a_file_is_told(kind: str) -> None:
    """An entry that is in a list before and not after is told as gone, though no standing changes; so is one new."""
    place = lists()[kind]
    without = changed(FROZEN, place, lambda _: None)
    gone, new = (entry_changes(*pair) for pair in ((FROZEN, without), (without, FROZEN)))
    assert (type(gone[0].record).__name__, gone[0].subject.file) == (kind, file_of(place))
    assert {entry.change for entry in gone} == {Change.GONE}
    assert [entry.record for entry in new] == [entry.record for entry in gone]
    assert {entry.change for entry in new} == {Change.NEW}


def test_an_entry_is_told_with_the_instrument_that_it_is_of() -> None:
    """An act has that of its cell, an authority or condition that of its article, a clause its own; others none."""
    done = Condition("untoc", "5(3)", on(date(2010, 1, 1)))
    named = Designation("Ministry", "untoc", "18(13)")
    canada = FROZEN.states["canada"]
    changes: dict[str | None, Register] = {
        "cifta": changed(FROZEN, ("states", "canada", "treaties", "cifta", "actions", 0), becomes(None)),
        "budapest": changed(FROZEN, ("instruments", "budapest", "paragraph"), becomes("9")),
        None: changed(FROZEN, ("states", "canada", "memberships", "oas", 0), becomes(None)),
    }
    for fields in ({"conditions": (*canada.conditions, done)}, {"designations": (*canada.designations, named)}):
        changes["untoc"] = FROZEN._replace(states={**FROZEN.states, "canada": canada._replace(**fields)})
        for instrument, after in changes.items():
            for pair in permutations((FROZEN, after), 2):
                assert [entry.subject.instrument for entry in entry_changes(*pair)] == [instrument]


def single_records() -> dict[str, Place]:
    """For each field that holds one record, as the window of a signature, the place of the first that is filled in."""
    found: dict[str, Place] = {}
    for place, record, value in values(FROZEN):
        is_entry = isinstance(value, (*HOLDERS, Sentence))
        plain = is_entry or isinstance(value, When) or not hasattr(value, "_fields")
        if not plain and record not in {Register, *HOLDERS}:
            found.setdefault(f"{record.__name__}.{place[-1]}", place)
    return found


def leaves(value: Any, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Any]]:  # noqa: ANN401 - any value
    """The values of a record, and of those within it, that are not what stands for nothing, each by its path."""
    for field, held in value._asdict().items():
        if field not in NOT_RECORDED and held != value._field_defaults.get(field):
            if hasattr(held, "_fields") and not isinstance(held, When):
                yield from leaves(held, (*path, field))
            elif isinstance(held, Mapping):
                yield from (((*path, field, str(key)), item) for key, item in held.items())
            else:
                yield (*path, field), held


@pytest.mark.parametrize("field", list(single_records()))
def test_a_clause_that_is_new_or_gone_is_told_value_by_value(field: str) -> None:
    """Of a clause that was not there every value is told by its path, and none as a whole; so of one that is gone."""
    place = single_records()[field]
    name, held = str(place[-1]), next(value for each, _, value in values(FROZEN) if each == place)
    without = changed(FROZEN, place, becomes(None))
    for sides, before, after in (((FROZEN, without), 1, 2), ((without, FROZEN), 2, 1)):
        (entry,) = entry_changes(*sides)
        assert {each.path[each.path.index(name) :]: each[before] for each in entry.fields} == dict(
            leaves(held, (name,))
        )
        assert not any(hasattr(each[after], "_fields") for each in entry.fields)


def asked(before: str, after: str, day: date = DAY) -> Diff:
    """What a change of one state's treaties means."""
    old, new = (load_texts(state_text(text))[0] for text in (before, after))
    return diff(Side(old), Side(new), day)


def told(answer: Diff) -> list[tuple[str, Change]]:
    """The kinds of the entries with what became of them."""
    return [(entry.kind, entry.change) for entry in answer.entries]


SIGNED = "  alpha:\n    - signature: 2000-02-01\n      source: seen\n"


def test_a_deposit_changes_a_standing_and_closes_a_gap() -> None:
    """A ratification that is new makes a party of a signatory, and is told as an entry of the state."""
    answer = asked(SIGNED, SIGNED + "    - ratification: 2003-02-01\n      source: seen\n")
    (change,) = answer.meaning.standings
    assert (change.before and change.before.standing.name, change.after and change.after.standing.name) == (
        "signatory",
        "party",
    )
    assert [part.name for part in change.parts if part] == ["GAP", "CONSENTED"]
    assert told(answer) == [("action", Change.NEW)]


def test_another_kind_of_act_and_a_newer_source_are_told_apart_from_the_law() -> None:
    """A standing that stays is told where its act is another, or where something else shows it."""
    acceded = SIGNED + "    - accession: 2003-02-01\n      source: seen\n"
    ratified = acceded.replace("accession", "ratification")
    (act,) = asked(acceded, ratified).meaning.standings
    (evidence,) = asked(acceded, acceded.replace("      source: seen\n", "      source: heard\n")).meaning.standings
    assert (act.of_law, act.of_act, act.of_evidence) == (False, True, False)
    assert (evidence.of_law, evidence.of_act, evidence.of_evidence) == (False, False, True)


def test_a_date_that_is_corrected_is_one_entry_that_changed() -> None:
    """The day of an act, or its kind, changes one entry; both at once are two entries."""
    day = asked(SIGNED, SIGNED.replace("2000-02-01", "2000-03-01"))
    both = asked(SIGNED, SIGNED.replace("signature: 2000-02-01", "accession: 2004-02-01"))
    assert told(day) == [("action", Change.CHANGED)]
    assert sorted(told(both)) == [("action", Change.GONE), ("action", Change.NEW)]


def test_a_key_that_fell_out_is_told_though_it_held_nothing() -> None:
    """An instrument's key without an entry is a line of the file, and is told where it is no longer there."""
    assert told(asked("  alpha: []\n", "  {}\n")) == [("cell", Change.GONE)]


def test_a_source_with_another_id_is_the_same_source() -> None:
    """A source that is only called otherwise is one entry that changed, and no standing rests on anything else."""
    sources = 'seen: {kind: depositary, title: Table, publisher: P, url: "https://a.example/", as_of: 2020-01-01}\n'
    old = load_texts(state_text(SIGNED), sources=sources)[0]
    text = SIGNED.replace("source: seen", "source: table")
    new = load_texts(state_text(text), sources=sources.replace("seen:", "table:"))[0]
    answer = diff(Side(old), Side(new), DAY)
    assert answer.meaning.standings == ()
    assert [(entry.subject.file, entry.change) for entry in answer.entries] == [
        ("sources.yaml", Change.CHANGED),
        ("states/avalon.yaml", Change.CHANGED),
    ]


def test_a_state_of_one_reading_is_new_or_gone() -> None:
    """A state that is new has all its standings without one before; a file that has another name is the same state."""
    one, two = (together(dict.fromkeys(codes, "treaties: {alpha: []}")) for codes in (("XXA",), ("XXA", "XXB")))
    new, gone = diff(Side(one), Side(two), DAY), diff(Side(two), Side(one), DAY)
    assert ([state.slug for state in new.new], [state.slug for state in gone.gone]) == (["xxb"], ["xxb"])
    assert [change.before for change in new.meaning.standings] == [None]
    moved = one._replace(states={"avalon": one.states["xxa"]._replace(slug="avalon")})
    renamed = diff(Side(one), Side(moved), DAY)
    assert (renamed.new, renamed.gone, renamed.meaning.standings) == ((), (), ())
    assert [(entry.subject.file, entry.fields[0].path) for entry in renamed.entries] == [
        ("states/avalon.yaml", ("file",))
    ]


def read_as_it_is(treaties: str) -> Side:
    """A reading with what could not be read in it, its files named within the folder, as a change names them."""
    register, problems = load_texts(state_text(treaties))
    places = [problem.place._replace(file=problem.place.file.removeprefix("data/")) for problem in problems]
    return Side(
        register, problems=tuple(problem._replace(place=place) for problem, place in zip(problems, places, strict=True))
    )


def test_what_a_reading_could_not_give_is_not_compared() -> None:
    """A cell that one reading has in a form that is not read changes no standing; its entries may be there still."""
    old = read_as_it_is("  alpha:\n    - ratified: 2003-02-01\n")
    new = Side(load_texts(state_text(SIGNED))[0])
    assert len(old.problems) == 1
    assert diff(old, new, DAY).meaning.standings == ()
    for sides, change in (((new, old), Change.MAY_BE_GONE), ((old, new), Change.MAY_BE_NEW)):
        assert {entry.change for entry in diff(*sides, DAY).entries if of(entry)} == {change}
    lost = Side(old.register, unread=frozenset({"states/avalon.yaml"}))
    assert [entry for entry in diff(lost, new, DAY).entries if entry.subject.state] == []


def test_what_fell_out_beside_a_place_that_was_not_read_is_still_gone() -> None:
    """A fault in one cell of a state's file puts no doubt on what is gone from another cell of it."""
    beta = ALPHA + ALPHA.replace("alpha", "beta")
    old = load_texts(
        state_text(f"{SIGNED}  beta:\n    - accession: 2003-02-01\n      source: seen\n"), instruments=beta
    )
    answer = diff(Side(old[0]), read_as_it_is("  alpha:\n    - ratified: 2003-02-01\n"), DAY)
    changes = {(entry.subject.instrument, entry.change) for entry in answer.entries if of(entry)}
    assert changes >= {("alpha", Change.MAY_BE_GONE), ("beta", Change.GONE)}


def test_a_file_that_says_the_same_is_named() -> None:
    """A file that differs though no entry does, and one that no question reads, are named; else nothing differs."""
    side = Side(FROZEN)
    answer = diff(side, side, DAY, ["sources.yaml"], ["notes.txt"])
    assert (answer.rearranged, answer.strays, answer.entries) == (("sources.yaml",), ("notes.txt",), ())
    assert (answer.nothing, diff(side, side, DAY).nothing) == (False, True)


def test_a_measure_that_is_gone_changes_the_sign_of_its_topics() -> None:
    """Whoever takes the laws out of a state's file reads which topics then have none on record."""
    held = FROZEN.measures["haiti"]
    without = FROZEN._replace(measures={**FROZEN.measures, "haiti": held._replace(measures=())})
    answer = diff(Side(FROZEN), Side(without), DAY)
    signs = {(change.before.sign, change.after.sign) for change in answer.meaning.signs if change.kind == "law"}
    assert (Sign.IN_FORCE, Sign.NOT_SEARCHED) in signs or (Sign.ADOPTED, Sign.NOT_SEARCHED) in signs
    assert {change.state.slug for change in answer.meaning.signs} == {"haiti"}


def test_the_order_in_which_states_are_read_hides_nothing() -> None:
    """What a state's file of measures says otherwise is told wherever the state stands in either reading."""
    held = FROZEN.measures["haiti"]
    without = FROZEN._replace(measures={**FROZEN.measures, "haiti": held._replace(measures=held.measures[1:])})
    turned = without._replace(states=dict(reversed([*without.states.items()])))
    assert told_in(entry_changes(FROZEN, turned)) == told_in(entry_changes(FROZEN, without)) == ["measures/haiti.yaml"]


def told_in(entries: Iterable[EntryChange]) -> list[str]:
    """The files of some entries."""
    return [entry.subject.file for entry in entries]


def of(entry: EntryChange) -> str | None:
    """The state of an entry."""
    return entry.subject.state.slug if entry.subject.state else None


def test_a_clause_changes_the_standings_that_rest_on_it() -> None:
    """An instrument whose wait for later parties is another moves the day of each state that joined late."""
    joined = "  alpha:\n    - accession: 2003-02-01\n      source: seen\n"
    old, new = (load_texts(state_text(joined))[0] for _ in range(2))
    delay = old.instruments["alpha"].later_parties
    assert delay is not None
    alpha = old.instruments["alpha"]._replace(later_parties=delay._replace(days=90))
    answer = diff(Side(old), Side(new._replace(instruments={"alpha": alpha})), DAY)
    ((state, days),) = [
        (change.state.slug, [side.standing.since and side.standing.since.text for side in change[2:4] if side])
        for change in answer.meaning.standings
    ]
    assert (state, days) == ("avalon", ["2003-03-03", "2003-05-02"])
    assert [(entry.kind, of(entry), entry.fields[0].path) for entry in answer.entries] == [
        ("instrument", None, ("later_parties", "days"))
    ]


def records(held: Any, place: Place = ()) -> Iterator[tuple[Place, Any]]:  # noqa: ANN401 - any value
    """Every record that stands in a list, or under an id, of what a register holds, with its place."""
    if isinstance(held, Mapping):
        items: Iterator[tuple[str | int, Any]] = iter(held.items())
    elif hasattr(held, "_fields"):
        items = ((field, getattr(held, field)) for field in held._fields if field not in NOT_RECORDED)
    else:
        items = enumerate(held) if isinstance(held, tuple) else iter(())
    for step, value in items:
        if isinstance(step, int) and hasattr(value, "_fields") and not isinstance(value, When):
            yield (*place, step), value
        if not isinstance(value, When):
            yield from records(value, (*place, step))


def readings() -> Iterator[tuple[str, Register, Register]]:
    """Two readings with the file that differs: an entry of each kind gone, a membership or progress other."""
    told: set[tuple[object, ...]] = set()
    for place, record in records(FROZEN):
        kind = (file_of(place), type(record), getattr(record, "kind", None), place[3] if "memberships" in place else 0)
        if place[0] in {"states", "measures", "bodies", "instruments"} and kind not in told:
            told.add(kind)
            yield file_of(place), FROZEN, changed(FROZEN, place, lambda _: None)
            if isinstance(record, Action) and len(record.sources) > 1:
                fewer = record._replace(sources=record.sources[:-1])
                yield file_of(place), FROZEN, changed(FROZEN, place, becomes(fewer))
            if isinstance(record, Period):
                for altered in (record._replace(until=on(date(2019, 1, 1))), suspended_from(record)):
                    yield file_of(place), FROZEN, changed(FROZEN, place, becomes(altered))
    for id in ("untoc", "tip"):
        without = {key: held for key, held in FROZEN.instruments.items() if key != id}
        yield "instruments.yaml", FROZEN, FROZEN._replace(instruments=without)
    yield "bodies.yaml", FROZEN, FROZEN._replace(bodies=dict([*FROZEN.bodies.items()][1:]))
    started = Assessment("strategy-1e", Status.STARTED, on(date(2020, 1, 1)), AssessmentBasis.DOCUMENTED)
    first = assessed(started)
    for file, before in (("states/canada.yaml", FROZEN._replace(bodies=first.bodies)), ("bodies.yaml", FROZEN)):
        yield file, before, first if file != "bodies.yaml" else FROZEN._replace(bodies=first.bodies)
    others = (
        started._replace(basis=AssessmentBasis.ASSESSED),
        started._replace(made=on(date(2021, 1, 1))),
        started._replace(status=Status.COMPLETE),
    )
    for after in map(assessed, others):
        yield "states/canada.yaml", first, after._replace(bodies=first.bodies)
        yield "bodies.yaml", first, after._replace(states=first.states)


def becomes(value: Any) -> Callable[[Any], Any]:  # noqa: ANN401 - any value
    """The change of any value to one."""
    return lambda _: value


def suspended_from(period: Period) -> Period:
    """The same time of membership, in which the member is suspended."""
    return period._replace(status=MembershipStatus.SUSPENDED)


def assessed(assessment: Assessment) -> Register:
    """The small register in which a state and a body have done the same, each about a paragraph addressed to it."""
    states = {**FROZEN.states, "canada": FROZEN.states["canada"]._replace(assessments=(assessment,))}
    secretariat = FROZEN.bodies["general-secretariat"]
    own = secretariat._replace(assessments=(assessment._replace(commitment="strategy-5d"),))
    return FROZEN._replace(states=states, bodies={**FROZEN.bodies, "general-secretariat": own})


Said = dict[tuple[str, ...], tuple[Any, ...]]


def standings_said(register: Register, slugs: Iterable[str]) -> Said:
    """What a reading says of some states under each instrument: standing, act, evidence, and what is next."""
    found: Said = {}
    for slug in slugs:
        for id, instrument in register.instruments.items():
            case = item(register, register.states[slug], instrument, DAY)
            now = case.standing
            law = (now.name, now.since, now.consent, now.in_force, now.leaving_on, now.between, part_of(now))
            act = now.deciding.kind if now.deciding else None
            shown = (
                now.evidence.marked,
                now.evidence.basis,
                now.day_marked,
                now.evidence.days,
                {*now.evidence.sources},
            )
            found[slug, id] = (*law, now.leaving is None, act, shown, case.next_step.step)
    return found


def beside_said(register: Register, slugs: Iterable[str]) -> dict[str, Said]:
    """What a reading says beside the standings: memberships, what is on record of duties, signs of topics, progress."""
    found: dict[str, Said] = {kind: {} for kind in ("memberships", "duties", "signs", "progress")}
    for slug in slugs:
        state = register.states[slug]
        for organization in ORGANIZATIONS:
            held = (suspended(state, organization, DAY) is not None, is_member(state, organization, DAY))
            found["memberships"][slug, organization] = held if not held[0] else (True, True)
        for owed in duties(register, state, register.instruments.values(), DAY):
            found["duties"][slug, owed.instrument.id, str(owed.due.article)] = (owed.due.due, owed.on_record)
        for kind in MeasureKind:
            for each in of_state(register, state, DAY, kind=kind).topics:
                found["signs"][slug, each.topic.id, kind] = each.sign
        for progress in state_progress(register, state, DAY):
            found["progress"][slug, progress.commitment.id] = answered(progress)
    for id, body in register.bodies.items():
        for progress in body_progress(register, body, DAY):
            found["progress"][id, progress.commitment.id] = answered(progress)
    return found


ORGANIZATIONS = {organization for state in FROZEN.states.values() for organization in state.memberships}


def answered(progress: CommitmentProgress) -> tuple[Any, ...]:
    """The status shown, of which day and on what basis."""
    return progress.status, progress.made, progress.assessment and progress.assessment.basis


def differing(before: Said, after: Said) -> set[tuple[str, ...]]:
    """Of what both readings say, what they do not say alike."""
    return {key for key in before if key in after and before[key] != after[key]}


def test_what_follows_is_what_each_reading_answers_by_itself() -> None:
    """Whatever one entry alters is told, forwards and backwards, and nothing else: both readings asked one by one."""
    seen: Counter[str] = Counter()
    for file, *readings_ in readings():
        name = file.removesuffix(".yaml").partition("/")[2]
        slugs = [name] if name else [*FROZEN.states]
        sides = [(side, standings_said(side, slugs), beside_said(side, slugs)) for side in readings_]
        for (before, had, were), (after, has, are) in permutations(sides, 2):
            told = meaning(before, after, FROZEN.states, DAY)
            alone = had.keys() ^ has.keys()
            assert {(each.state.slug, each.instrument.id) for each in told.standings} == differing(had, has) | alone
            assert {(each.state.slug, each.instrument.id) for each in told.standings if None in each[2:4]} == alone
            for each in told.standings:
                kinds_of_change(each)
            expected = {kind: differing(were[kind], are[kind]) for kind in are}
            expected["duties"] |= {
                key
                for key, (due, on_record) in are["duties"].items()
                if key not in were["duties"] and key[1] in before.instruments and due and not on_record
            }
            if file == "instruments.yaml":
                del expected["progress"]  # the standings that decide a paragraph are told
            found = beside_told(told)
            assert {kind: found[kind] for kind in expected} == expected
            seen.update({kind: len(keys) for kind, keys in found.items()})
    assert min(seen[kind] for kind in ("memberships", "duties", "signs", "progress")) > 0


def kinds_of_change(change: StandingChange) -> None:
    """A change says of what it is: of the standing, the act, the next step, the evidence, its kind or its mark."""
    before, after = change.before, change.after
    if before is None or after is None:
        kinds = (change.of_law, change.of_act, change.of_step, change.of_evidence, change.of_basis, change.of_mark)
        assert kinds == (True, False, False, False, True, True)
        return
    was, found = before.standing, after.standing
    assert change.of_act is (before.act != after.act)
    assert change.of_step is (before.step != after.step)
    assert change.of_basis is (was.evidence.basis is not found.evidence.basis)
    assert change.of_mark is ((was.evidence.marked, was.day_marked) != (found.evidence.marked, found.day_marked))
    ids, now = {*was.evidence.sources}, {*found.evidence.sources}
    assert tuple(map(set, change.sources)) == (ids - now, now - ids)
    same = (was.evidence.basis, was.evidence.days, ids) == (found.evidence.basis, found.evidence.days, now)
    assert change.of_evidence is not (same and not change.of_mark)
    law = [(each.name, each.since, each.consent, each.in_force, each.leaving_on, each.between) for each in (was, found)]
    assert change.of_law or law[0] == law[1]


def beside_told(told: Meaning) -> dict[str, set[tuple[str, ...]]]:
    """What is told beside the standings, by the keys of what is said; each has what it was and what it is."""
    articles = [(each, (*each.asked, *each.answered, *each.open)) for each in told.duties]
    progress = [(each.addressee, each) for each in told.progress]
    assert all(each.before != each.after for each in told.memberships)
    return {
        "memberships": {(each.state.slug, each.organization) for each in told.memberships},
        "duties": {(each.state.slug, each.instrument.id, str(article)) for each, of in articles for article in of},
        "signs": {(each.state.slug, each.topic.id, each.kind) for each in told.signs},
        "progress": {(who.slug if isinstance(who, State) else who.id, each.commitment.id) for who, each in progress},
    }


def test_a_membership_that_is_another_says_which() -> None:
    """A member that is suspended, or that has left, is told as such, and so on the way back."""
    place: Place = ("states", "canada", "memberships", "oas", 0)
    found = []
    for alter in (lambda period: period._replace(until=on(date(2019, 1, 1))), suspended_from):
        for sides in permutations((FROZEN, changed(FROZEN, place, alter)), 2):
            (change,) = meaning(*sides, ["canada"], DAY).memberships
            found.append((change.before, change.after))
    assert found == [
        ("member", "no_member"),
        ("no_member", "member"),
        ("member", "suspended"),
        ("suspended", "member"),
    ]


def everything_other() -> Register:
    """The small register in which two states and a body have another membership, duty, sign and progress each."""
    states, measures = {**FROZEN.states}, {**FROZEN.measures}
    done = assessed(Assessment("strategy-1e", Status.STARTED, on(date(2020, 1, 1)), AssessmentBasis.DOCUMENTED))
    for slug in ("canada", "haiti"):
        state = states[slug]
        owed = next(iter(duties(FROZEN, state, FROZEN.instruments.values(), DAY)))
        named = Designation("Ministry", owed.instrument.id, owed.due.article, since=on(date(2020, 1, 1)))
        others = [each for each in state.designations if (each.instrument, each.article) != named[1:3]]
        states[slug] = state._replace(
            memberships={
                **state.memberships,
                "oas": (state.memberships["oas"][0]._replace(until=on(date(2019, 1, 1))),),
            },
            designations=tuple(others) if len(others) < len(state.designations) else (named,),
            assessments=done.states["canada"].assessments,
        )
        measures[slug] = measures[slug]._replace(measures=(), searched=())
    return FROZEN._replace(states=states, measures=measures, bodies=done.bodies)


ALL_TOLD = {
    "memberships": {"canada", "haiti"},
    "duties": {"canada", "haiti"},
    "signs": {"canada", "haiti"},
    "progress": {"canada", "haiti", "general-secretariat"},
}


@pytest.mark.parametrize(
    ("file", "silent"),
    [
        (None, {}),
        ("notes.txt", {}),
        ("states/canada.yaml", {kind: {"canada"} for kind in ("memberships", "duties", "progress")}),
        ("measures/haiti.yaml", {"signs": {"haiti"}}),
        ("bodies.yaml", {"progress": {"general-secretariat"}}),
        ("instruments.yaml", {"duties": {"canada", "haiti"}}),
        ("topics.yaml", {"signs": {"canada", "haiti"}}),
        ("commitments.yaml", {"progress": ALL_TOLD["progress"]}),
    ],
)
@pytest.mark.parametrize("side", [False, True], ids=["before", "after"])
def test_what_follows_from_a_file_that_was_not_read_is_not_told(
    file: str | None, silent: dict[str, set[str]], *, side: bool
) -> None:
    """Where one reading lacks a file, nothing is told of what rests on it, and all else as if it were there."""
    unread = frozenset({file}) if file else frozenset()
    before, after = Side(FROZEN), Side(everything_other())
    if side:
        after = after._replace(unread=unread)
    else:
        before = before._replace(unread=unread)
    told = beside_told(diff(before, after, DAY).meaning)
    found = {kind: {key[0] for key in keys} for kind, keys in told.items()}
    assert found == {kind: owners - silent.get(kind, set()) for kind, owners in ALL_TOLD.items()}
