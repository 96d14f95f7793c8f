"""Loading: what stands in the files becomes values that know their place, and a slip costs only its own item."""

from datetime import date

import pytest

from tests.registers import faulty, load_texts, reader, state_text, tiny
from toc_treaties.model.action import Kind, StatementKind
from toc_treaties.model.source import Basis
from toc_treaties.store.load import load


def test_every_field_of_an_action_is_kept() -> None:
    """Nothing that an analyst writes beside an action is lost."""
    made = tiny("""
        alpha:
          - ratification: 2003-04
            in_force: 2003-09-29
            takes_effect: 2012-01-01
            effect_from: 1979-02
            via: some-path
            route:
              - signature: 1961-03-30
                of: older-path
            ratified_at_home: 2003-01-31
            gazette: Gazette No. 5
            depositary_notification: C.N.1.2003.TREATIES-1
            as_recorded: so printed
            conflict:
              - says: 2003-05-01
                source: heard
                why: the table's date is kept
            statements:
              - reservation: not seen
                articles: ["6", "9(1)(b)"]
                effect: excludes
                date: 2003-05-05
                withdrawn: 2010
                to: XXB
                source: seen
            source: [seen, heard]
            note: one line
    """)
    (action,) = made.state.treaties["alpha"].actions
    assert (action.kind, action.when.text) == (Kind.RATIFICATION, "2003-04")
    assert (action.in_force, action.takes_effect) == (date(2003, 9, 29), date(2012, 1, 1))
    assert action.effect_from is not None
    assert action.effect_from.text == "1979-02"
    assert (action.via, action.route[0].kind, action.route[0].of) == ("some-path", Kind.SIGNATURE, "older-path")
    assert action.ratified_at_home is not None
    assert (action.gazette, action.depositary_notification) == ("Gazette No. 5", "C.N.1.2003.TREATIES-1")
    assert (action.as_recorded, action.note, action.sources) == ("so printed", "one line", ("seen", "heard"))
    (conflict,) = action.conflict
    assert (conflict.says, conflict.sources, conflict.why) == ("2003-05-01", ("heard",), "the table's date is kept")
    (statement,) = action.statements
    assert (statement.kind, statement.text) == (StatementKind.RESERVATION, None)
    assert (statement.articles, statement.effect, statement.to) == (("6", "9(1)(b)"), "excludes", "XXB")
    assert statement.made is not None
    assert statement.withdrawn is not None
    assert statement.withdrawn.text == "2010"


def test_an_invitation_tells_no_end_from_an_unknown_end() -> None:
    """`none` means that an invitation has no end; `unknown` that its end was not seen."""
    made = tiny("""
        alpha:
          - invitation: unknown
            until: none
            source: seen
          - invitation: 2020
            until: unknown
            source: seen
    """)
    first, second = made.state.treaties["alpha"].invitations
    assert (first.decided, first.until, first.until_known) == (None, None, True)
    assert (second.until, second.until_known) == (None, False)


def test_every_record_knows_its_line_and_column() -> None:
    """Each record, and each value in it, can be pointed at in its file."""
    text = state_text(
        """  alpha:
    - signature: 2000-12-12
      source: seen
    # a comment
    - {ratification: 2003-05-05, source: seen}
    - accession:   2004-05-05
      source: [seen]
      statements:
        - declaration: a line
          source: seen
"""
    )
    start = text[: text.index("treaties:")].count("\n") + 1
    register, problems = load_texts(text)
    assert problems == []
    cell = register.states["avalon"].treaties["alpha"]
    signed, ratified, acceded = cell.actions
    assert (cell.place.file, cell.place.line, cell.place.column) == ("data/states/avalon.yaml", start + 1, 3)
    assert (signed.place.line, signed.place.column) == (start + 2, 7)
    assert signed.place.of("signature")[:3] == ("data/states/avalon.yaml", start + 2, 18)
    assert signed.place.of("source")[1:3] == (start + 3, 15)
    assert signed.place.of("note")[1:3] == (start + 2, 7)
    assert (ratified.place.line, ratified.place.column) == (start + 5, 7)
    assert ratified.place.of("ratification")[1:3] == (start + 5, 22)
    assert acceded.place.of("accession")[1:3] == (start + 6, 20)
    assert (acceded.statements[0].place.line, acceded.statements[0].place.column) == (start + 9, 11)


def test_columns_count_characters_not_bytes() -> None:
    """A column is where an editor shows it, whatever letters stand before it."""
    register, problems = load_texts(state_text('  alpha: [{note: "ñandú", signature: 2000-12-12, source: seen}]\n'))
    assert problems == []
    (signed,) = register.states["avalon"].treaties["alpha"].actions
    assert signed.place.of("signature").column == 38


def test_instruments_and_sources_stand_where_their_ids_do() -> None:
    """An instrument or a source is pointed at by its id."""
    made = tiny()
    assert made.register.instruments["alpha"].place[:3] == ("data/instruments.yaml", 1, 1)
    assert made.register.sources["heard"].place[:3] == ("data/sources.yaml", 3, 1)


def test_the_root_names_the_files() -> None:
    """Problems name a file as the user would: below the folder given."""
    files = {"instruments.yaml": "", "depositaries.yaml": "", "sources.yaml": "", "states/a.yaml": ""}
    _, problems = load(reader(files), ["a"], "elsewhere")
    assert {problem.place.file for problem in problems} == {f"elsewhere/{name}" for name in files}


def test_a_faulty_entry_is_dropped_and_its_siblings_live() -> None:
    """One slip costs one entry; the cell is remembered as faulty, and other cells are untouched."""
    made = faulty(
        """
        alpha:
          - signature: 2000-12-12
            source: seen
          - ratification: 2003-02-30
            source: seen
          - denunciation: 2011-06-29
            source: seen
        beta:
          - accession: 2005-05-05
            source: seen
        """,
        instruments="alpha: {}\nbeta: {}".replace("{}", "\n  in_force: 2000-01-01"),
    )
    assert [problem.rule for problem in made.problems] == ["impossible-date"]
    assert [action.kind for action in made.state.treaties["alpha"].actions] == [Kind.SIGNATURE, Kind.DENUNCIATION]
    assert made.state.treaties["alpha"].faulty
    assert not made.state.treaties["beta"].faulty
    assert made.state.faulty == {"alpha"}
    assert not made.register.whole


def test_a_faulty_item_of_a_list_drops_only_itself() -> None:
    """A statement, a conflict or a step that cannot be read leaves its action and its siblings standing."""
    made = faulty("""
        alpha:
          - ratification: 2003-02-03
            source: seen
            statements:
              - reservation: first
                effect: sometimes
              - declaration: second
                source: seen
    """)
    (action,) = made.state.treaties["alpha"].actions
    assert [statement.text for statement in action.statements] == ["second"]
    assert [problem.rule for problem in made.problems] == ["bad-value"]


def test_an_optional_field_of_a_state_is_left_out_alone() -> None:
    """A state with a faulty style or independence keeps its treaties."""
    made = faulty(
        """
        alpha:
          - ratification: 2003-02-03
            source: seen
        """,
        state="independence: 1981-11\nsovereign: true",
    )
    assert sorted(problem.rule for problem in made.problems) == ["day-needed", "unknown-key"]
    assert made.state.independence is None
    assert len(made.state.treaties["alpha"].actions) == 1


def test_a_state_without_what_every_state_has_is_dropped() -> None:
    """A state whose code or names cannot be read is not answered for, and the register says so."""
    register, problems = load_texts("name: {en: Avalon}\ntreaties: {}\n")
    assert register.states == {}
    assert register.dropped == {"states/avalon"}
    assert {problem.rule for problem in problems} == {"missing-key"}
    assert not register.whole


def test_an_instrument_that_cannot_be_read_is_not_called_unknown() -> None:
    """One slip in an instrument does not make a fault of every state's entry under it."""
    made = faulty(
        """
        alpha:
          - ratification: 2003-02-03
            source: seen
        """,
        instruments="alpha:\n  in_force: 2002",
    )
    assert [problem.rule for problem in made.problems] == ["day-needed"]
    assert made.register.dropped == {"alpha"}
    assert len(made.state.treaties["alpha"].actions) == 1


def test_a_file_that_cannot_be_read_leaves_the_others() -> None:
    """A syntax fault in the sources does not hide the state's own entries."""
    register, problems = load_texts(state_text("  alpha: []\n"), sources="seen: [")
    assert [problem.rule for problem in problems] == ["yaml-syntax"]
    assert register.sources == {}
    assert "avalon" in register.states


def test_a_missing_file_is_the_callers_mistake() -> None:
    """A state that has no file is an OSError, not a problem of the data."""
    with pytest.raises(FileNotFoundError):
        load(reader({"instruments.yaml": "", "depositaries.yaml": "", "sources.yaml": ""}), ["nowhere"])


WORDS = ["NO", "no", "yes", "Off", "true", "null", "~", "1e3", "0x1F", "1:30", "012", ".inf", "=", "<<"]


@pytest.mark.parametrize("word", WORDS)
def test_a_scalar_is_the_written_text(word: str) -> None:
    """What an author wrote is never turned into something else: NO stays Norway's two letters."""
    made = tiny(f"alpha:\n  - signature: 2000-12-12\n    source: seen\n    note: {word}")
    assert made.state.treaties["alpha"].actions[0].note == word


def test_a_code_that_other_tools_read_as_false_is_text() -> None:
    """An unquoted NO is a state's code."""
    assert tiny(state="iso2: NO").state.iso2 == "NO"


def test_a_cell_without_entries_is_empty() -> None:
    """A key without a value is an instrument of which nothing is recorded yet."""
    made = tiny("alpha:")
    assert made.state.treaties["alpha"].entries == ()


def test_an_undated_source_has_no_date() -> None:
    """A source whose content is not dated says so, and its kind is its basis."""
    sources = tiny().register.sources
    assert sources["undated"].as_of is None
    assert sources["heard"].kind is Basis.SECONDARY
    assert sources["heard"].as_of is not None
    assert sources["heard"].as_of.text == "2021-06"


def test_memberships_and_participation_are_kept() -> None:
    """A membership's end, status and doubt, and the readings of a contested participation, are read."""
    made = tiny(
        state="""
        memberships:
          oas:
            - {from: 1950-07-26, until: 2023-11-19, source: seen}
          mercosur:
            - {from: unknown, status: associate, unconfirmed: list not seen}
        participation:
          - status: contested
            from: 2019-04-27
            readings:
              - {says: one sentence, source: seen}
              - {says: another, source: heard}
    """
    )
    (oas,) = made.state.memberships["oas"]
    assert oas.until is not None
    assert oas.until.day == date(2023, 11, 19)
    (mercosur,) = made.state.memberships["mercosur"]
    assert (mercosur.since, mercosur.status) == (None, "associate")
    assert [reading.says for reading in made.state.participation[0].readings] == ["one sentence", "another"]


def test_a_record_is_the_same_wherever_it_stands() -> None:
    """A remark above an entry changes no record, only where it stands; another day, source or note does."""
    entry = "- ratification: 2003-04-01\n  source: seen\n  statements:\n  - declaration: as before\n"
    here = tiny("alpha:\n" + entry)
    below = tiny("alpha:\n# a remark\n\n" + entry)
    (first,), (then,) = here.state.treaties["alpha"].actions, below.state.treaties["alpha"].actions
    assert (first, hash(first.statements)) == (then, hash(then.statements))
    assert then.place.line == first.place.line + 2
    assert here.state == below.state
    for other in (entry.replace("04-01", "04-02"), entry.replace("seen", "heard"), entry + "  note: so printed\n"):
        assert tiny("alpha:\n" + other).state.treaties["alpha"].actions != (first,)


def test_a_problem_is_one_of_its_place() -> None:
    """The same said of two lines is two problems: neither is taken for the other."""
    problems = faulty("alpha:\n- ratification: 2003-13-01\n- ratification: 2003-13-01\n").problems
    assert [problem.message for problem in problems[:1]] == [problem.message for problem in problems[1:]]
    assert problems[0] != problems[1]
    assert (problems[0] == problems[0]._replace(), len({*problems})) == (True, 2)
