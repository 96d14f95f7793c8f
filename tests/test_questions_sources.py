"""What rests on a source: every record that cites it, whatever its kind."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping

import pytest

from tests.conftest import DATA
from tests.console import toc
from tests.registers import Tiny, tiny
from toc_treaties.document import spans_in
from toc_treaties.model.action import Action
from toc_treaties.model.instrument import Checked, Instrument
from toc_treaties.model.measure import StateMeasures
from toc_treaties.model.place import Place
from toc_treaties.pages.sources import page
from toc_treaties.questions.sources import Sources, citations, sources
from toc_treaties.records.sources import rows
from toc_treaties.store.files import in_folder
from toc_treaties.store.load import ALL, load
from toc_treaties.words.language import ENGLISH

CITING = """
    alpha:
      - signature: 1999-01-01
        source: seen
      - ratification: 2000-01-01
        source: [seen, heard]
        statements:
          - reservation: it is not bound by article 9
            articles: ["9"]
            source: seen
        conflict:
          - says: ratified in 2001
            source: heard
            why: the list has this day
"""


def made() -> Tiny:
    """A state that signed and ratified, with a reservation, and another source's day."""
    return tiny(CITING, state="memberships: {oas: [{from: 1950-01-01, source: seen}]}")


@pytest.mark.parametrize(
    ("source", "kinds"),
    [
        ("seen", ["signature", "ratification", "reservation", "membership"]),
        ("heard", ["ratification", "conflict"]),
        ("undated", []),
    ],
)
def test_a_source_shows_all_that_rests_on_it(source: str, kinds: list[str]) -> None:
    """Acts, statements, other sources' days and memberships are each named where they cite the source."""
    (cited,) = sources(made().register, source).sources
    assert [citation.kind for citation in cited.citations] == kinds


def test_a_record_says_whose_it_is_and_when() -> None:
    """A citation of a reservation names its state, instrument and article, and the day of the act that it came with."""
    (cited,) = sources(made().register, "seen").sources
    reservation = cited.citations[2]
    assert reservation.state is not None
    assert reservation.instrument is not None
    assert reservation.when is not None
    assert (reservation.state.iso3, reservation.instrument.id, reservation.article) == ("XXA", "alpha", "9")
    assert reservation.when.text == "2000-01-01"


def ids_in(record: object) -> Iterator[str]:
    """Every id of a source that stands anywhere in a record, its own sources and those of what it holds."""
    if isinstance(record, Place | str):
        return
    if isinstance(record, Mapping):
        for value in record.values():
            yield from ids_in(value)
    elif isinstance(record, tuple):
        if isinstance(record, StateMeasures):
            record = (record.measures, record.searched)
        yield from dict.fromkeys(getattr(record, "sources", ()))
        match record:
            case Action():
                yield from record.in_force_seen
            case Instrument():
                yield from record.text
            case Checked():
                yield record.source
        for value in record:
            yield from ids_in(value)


@pytest.mark.data
def test_no_record_of_the_register_is_left_out() -> None:
    """Whatever kind of record cites a source, its page names it: as many as the files hold."""
    everything, _ = load(in_folder(DATA).read, in_folder(DATA).slugs, also=ALL)
    held = Counter(ids_in(everything._replace(sources={}, codes={}, dropped=frozenset(), unread=frozenset())))
    shown = Counter(id for citation in citations(everything) for id in dict.fromkeys(citation.sources))
    assert len(held) > 500
    assert shown == held


@pytest.mark.data
def test_a_source_that_nothing_cites_has_a_line_of_its_own_in_a_spreadsheet() -> None:
    """A list of sources leaves none out: one line a citation, and one for a source without any."""
    lines = Counter(line["source"] for line in rows(sources(made().register)))
    assert lines == {"seen": 4, "heard": 2, "undated": 1}


def test_the_page_of_a_source_says_what_it_is_and_what_rests_on_it() -> None:
    """A reader who copies an id from a page, with its bracket, finds publisher, address, day and the records."""
    result = toc("sources", "[oas-ga-12-09],")
    assert result.code == 0
    text = " ".join(result.out.split())
    for says in ("Organization of American States", "3 Jun 2009", "sCodigo=GA-12-09", "participation Cuba OAS 1962"):
        assert says in text
    assert toc("sources", "--list").out.count("oas-ga-12-09") == 1


def test_an_address_is_a_link_and_a_copy_elsewhere_is_none() -> None:
    """The address can be followed; where the copy is kept, and what is noted of a source, is said as recorded."""
    (cited,) = sources(made().register, "seen").sources
    kept = cited._replace(source=cited.source._replace(archived="shelf 7", note="read twice"))
    shown = page(Sources((kept,)), ENGLISH)
    links = {span.text: span.url for span in spans_in(shown.blocks)}
    assert links["https://a.example/"] == "https://a.example/"
    assert links["shelf 7"] == ""
    assert "read twice" in links


@pytest.mark.data
@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ("oas-a-5", "there is no source 'oas-a-5': did you mean oas-a-55-2021 or oas-a-59-2021?"),
        ("x", "there is no source 'x': toc-treaties sources --list"),
        ("gazette-haiti-9", "there is no source 'gazette-haiti-9': toc-treaties sources --list"),
        ("oas-ga-12-90", "did you mean oas-ga-12-09"),
        ("haiti", "haiti is a state and no source: what is shown of it is asked for with --state"),
        ("§", "toc-treaties sources --list lists them all"),
    ],
)
def test_an_unknown_id_is_answered_with_the_nearest(asked: str, says: str) -> None:
    """A mistyped id ends in one sentence that names those that resemble it, or where they are listed."""
    result = toc("sources", asked)
    assert (result.code, result.out) == (2, "")
    assert says in result.err


@pytest.mark.data
def test_a_program_reads_codes_and_days() -> None:
    """The record of a source gives ids, codes and ISO days."""
    (source,) = json.loads(toc("sources", "oas-ga-12-09", "-f", "json").out)["sources"]
    (citation,) = source["citations"]
    assert (source["kind"], source["source_as_of"]) == ("secondary", "2009-06-03")
    assert (citation["record"], citation["state"], citation["about"]) == ("participation", "CUB", "oas")


@pytest.mark.data
def test_a_source_of_a_state_s_measures_is_shown_too() -> None:
    """An id that a page of measures prints leads to its source and to the law that rests on it."""
    measures = json.loads(toc("measures", "haiti", "-f", "json").out)["measures"]
    law = next(each for each in measures if each["kind"] == "law" and each["sources"])
    record = json.loads(toc("sources", f"[{law['sources'][0]}]", "-f", "json").out)
    (source,) = record["sources"]
    about = law["number"] or law["title"]
    assert source["source"] == law["sources"][0]
    assert {"HTI"} == {citation["state"] for citation in source["citations"]}
    assert ("law", about) in {(citation["record"], citation["about"]) for citation in source["citations"]}


@pytest.mark.data
def test_an_id_that_begins_as_a_state_s_code_is_looked_for_in_its_file() -> None:
    """A slip in such an id is answered with those that resemble it."""
    result = toc("sources", "hti-nothing-like-it")
    assert result.code == 2
    assert "there is no source 'hti-nothing-like-it'" in result.err
