"""The map of an instrument and the timeline of a state show what the law says, and say what they show."""

import re
from datetime import date

from tests.registers import scope, tiny, together
from toc_treaties.document import Bar, Document, Map, Timeline
from toc_treaties.pages import map as map_page
from toc_treaties.pages import profile as profile_page
from toc_treaties.questions.instrument import instrument_profile
from toc_treaties.questions.profile import profile
from toc_treaties.words.language import ENGLISH
from toc_treaties.writers import plain
from toc_treaties.writers.pictures import map_picture, picture_of, timeline_picture

DAY = date(2020, 6, 30)


def timeline_of(treaties: str, day: date = DAY) -> Timeline:
    """The timeline on the page of a state with these entries."""
    register = tiny(treaties).register
    (state,) = register.states.values()
    page = profile_page.page(profile(register, state, day, register.instruments.values()), ENGLISH)
    (found,) = (block for block in page.blocks if isinstance(block, Timeline))
    return found


def bars(treaties: str, day: date = DAY) -> list[Bar]:
    """The times of being bound on it, of the one instrument that there is."""
    (track,) = timeline_of(treaties, day).tracks
    return list(track.bars)


def map_of(*states: str) -> Document:
    """The map of a convention, of states with these fields and entries."""
    written = [f"tile: [{row}, 1]\ntreaties:\n  alpha: [{entries}]\n" for row, entries in enumerate(states, 3)]
    register = together({f"XX{chr(ord('A') + index)}": text for index, text in enumerate(written)})
    (alpha,) = register.instruments.values()
    return map_page.page(instrument_profile(register, alpha, scope(register, DAY), DAY), ENGLISH)


def test_a_time_of_being_bound_runs_from_consent_to_its_end() -> None:
    """Who left and came back has two times, with the days of the acts and of the end that the treaty gives."""
    acts = """
        alpha:
          - {accession: 2003-02-05, source: seen}
          - {denunciation: 2010-03-01, source: seen}
          - {accession: 2015-04-01, source: seen}
    """
    left, back = date(2011, 3, 1), date(2015, 4, 1)
    first = Bar(date(2003, 2, 5), date(2003, 2, 5), left, left)
    assert bars(acts) == [first, Bar(back, back)]
    assert bars(acts, date(2010, 6, 1)) == [first._replace(end=None, latest=None)]
    (track,) = timeline_of(acts).tracks
    assert track.says == "consented 5 Feb 2003, bound until 1 Mar 2011; consented 1 Apr 2015; party"


def test_days_that_are_not_known_are_not_drawn_as_known() -> None:
    """A year is a span in which nothing is certain; a consent that may not have been given has no certain day."""
    (year,) = bars("alpha: [{accession: '2004', source: seen}]")
    assert year == Bar(date(2004, 1, 1), date(2004, 12, 31))
    (perhaps,) = bars("alpha: [{accession: '2020', source: heard}]")
    assert (perhaps.earliest, perhaps.begin) == (date(2020, 1, 1), None)
    assert "consented 2020, or not yet" in timeline_of("alpha: [{accession: '2020', source: heard}]").tracks[0].says


def test_a_signature_alone_is_an_open_mark_and_no_time() -> None:
    """A signatory has a mark on the day of its signature, and is bound by nothing."""
    (track,) = timeline_of("alpha: [{signature: 2000-05-01, source: seen}]").tracks
    assert [mark.earliest for mark in track.marks] == [date(2000, 5, 1)]
    assert (track.bars, track.says) == ((), "signed 1 May 2000; signatory")
    drawn = timeline_picture(timeline_of("alpha: [{signature: 2000-05-01, source: seen}]"))
    assert drawn.count("<circle") == 2, "the mark, and its meaning"
    assert "<path" not in drawn


def test_a_timeline_in_signs_parts_two_times() -> None:
    """A terminal shows that a state was not bound in between, however short that was."""
    acts = """
        alpha:
          - {accession: 2003-02-05, source: seen}
          - {denunciation: 2010-03-01, source: seen}
          - {accession: 2011-03-02, source: seen}
    """
    for width in (40, 80, 200):
        text = plain.write(Document("", "", "", (timeline_of(acts),)), width)
        assert "█ █" in text, width


def test_a_map_has_a_tile_a_state_with_its_sign_explained() -> None:
    """Each tile has code, sign and mark; below, each sign has its meaning and its states."""
    page = map_of(
        "{accession: 2003-02-05, source: seen}",
        "{signature: 2001-02-05, source: seen}, {none_seen: 2020-01-01, source: seen}",
        "{accession: 2003-02-05, unconfirmed: named in a list}",
    )
    lines = plain.write(page, 80).splitlines()
    top = lines.index("States by standing")
    assert [" ".join(line.split()) for line in lines[top + 1 : top + 8]] == [
        "XXA ●", "XXB ◐", "XXC ●†", "", "● party Xxa", "●† party, to verify Xxc", "◐ signatory Xxb"
    ]  # fmt: skip
    (tiles,) = (block for block in page.blocks if isinstance(block, Map))
    assert picture_of(tiles).says == "States by standing: party: Xxa; party, to verify†: Xxc; signatory: Xxb"
    drawn = map_picture(tiles)
    assert drawn.count("stroke-width='2.6'") == 1, "a thick border for the one gap"
    assert "1 entry marked †" in " ".join(" ".join(lines).split())


def test_a_timeline_begins_with_the_decade_of_the_first_act() -> None:
    """Its axis has the first day of each decade, from that in which anything was signed or consented to."""
    found = timeline_of("alpha: [{accession: 2003-02-05, source: seen}]")
    assert (found.first, found.last) == (date(2000, 1, 1), DAY)
    assert found.axis == ((date(2000, 1, 1), "2000"), (date(2010, 1, 1), "2010"), (date(2020, 1, 1), "2020"))


def test_a_long_name_leaves_the_drawing_free() -> None:
    """A name that a language has longer than its room is set smaller, and a short one is as large as all texts."""
    drawn = timeline_of("alpha: []")
    names = ("Alpha", "Protocolo contra el Tráfico de Migrantes")
    tracks = tuple(drawn.tracks[0]._replace(label=name) for name in names)
    picture = timeline_picture(drawn._replace(tracks=tracks))
    usual = re.search(r"<svg[^>]* font-size='([0-9.]+)'", picture)[1]  # type: ignore[index]
    texts = re.findall(r"<text(?:[^>]* font-size='([0-9.]+)')?[^>]*>([^<]+)</text>", picture)
    found = {name: float(size or usual) for size, name in texts if name in names}
    assert found[names[0]] == 12
    assert 8 <= found[names[1]] < 9
