"""What the pages of the site say, and where their names lead: nothing is told that the register does not hold."""

import re
from datetime import date

import pytest
from lxml import etree

from tests.answers import AS_OF, REGISTER
from tests.markup import Markup, text_of
from tests.registers import scope, together
from tests.sites import BASE, LANGUAGES, Site, edition_of, target
from toc_treaties.document import Document, Table, paragraph
from toc_treaties.document.feed import Feed, FeedEntry
from toc_treaties.document.frame import Frame, Link
from toc_treaties.law.gap import Part, part_of
from toc_treaties.model.register import Register
from toc_treaties.pages import site_changes, site_reading
from toc_treaties.pages.standings import symbol_code
from toc_treaties.questions.changes import recent, within
from toc_treaties.questions.limits import limits
from toc_treaties.questions.reading import reading
from toc_treaties.questions.scope import Scope
from toc_treaties.words.language import ENGLISH
from toc_treaties.words.phrases import SYMBOL
from toc_treaties.words.reading import BEGIN
from toc_treaties.words.site import LABEL
from toc_treaties.writers import atom, site

DAY = date.fromisoformat(AS_OF)
ATOM = {"a": atom.NAMESPACE}
COMMAND = re.compile(r"toc-treaties [a-z]|(?<!\w)--[a-z]")


@pytest.fixture(scope="module")
def register() -> Register:
    """The small register."""
    return edition_of(REGISTER, AS_OF).register


def _leading(page: Markup) -> dict[str, str]:
    """Where each linked text of a page's content leads, from the root."""
    return {text_of(link): target(page.name, link.get("href", ""))[0] for link in page.one("main").iter("a")}


def test_a_name_leads_to_what_it_names(small_site: Site) -> None:
    """A state, an instrument, a paragraph and a topic lead to their pages; where two states are chosen, to the two."""
    pages = small_site.of("en")
    checklist = _leading(pages["states/haiti/checklist/index.html"])
    assert checklist["Hemispheric Strategy 1.e"] == "en/commitments/strategy-1e/index.html"
    assert _leading(pages["states/index.html"])["Haiti"] == "en/states/haiti/index.html"
    assert _leading(pages["states/index.html"])["Managua Protocol"] == "en/instruments/mla-protocol/index.html"
    assert _leading(pages["measures/index.html"])["Extradition"] == "en/measures/extradition/index.html"
    assert _leading(pages["pairs/index.html"])["Haiti"] == "en/pairs/haiti/index.html"
    assert _leading(pages["pairs/haiti/index.html"])["Bolivia"] == "en/pairs/bolivia/haiti/index.html"
    assert _leading(pages["pairs/haiti/index.html"])["Haiti"] == "en/states/haiti/index.html"


def test_no_page_tells_of_a_command(small_site: Site) -> None:
    """Who reads the site is told of no option: what a command says of its own is said otherwise here."""
    told = [(name, text) for name, page in small_site.pages.items() for text in page.said if COMMAND.search(text)]
    assert told == []


def test_every_source_has_an_entry_to_which_citations_lead(small_site: Site, register: Register) -> None:
    """The sources of the treaties stand on one page, those of a state's laws on its own; each by its id."""
    pages = small_site.of("fr")
    assert set(register.sources) <= set(pages["sources/index.html"].ids)
    for slug, held in register.measures.items():
        assert set(held.sources) <= set(pages[f"states/{slug}/sources/index.html"].ids)
    assert set(register.agreements) <= set(pages["agreements/index.html"].ids)


def test_a_feed_is_what_its_format_asks_for(small_site: Site) -> None:
    """Every feed has an id, a title, an author and a day of its own, and each entry too; no id stands twice."""
    ids: list[str] = []
    for language in LANGUAGES:
        feed = etree.fromstring(small_site.text(f"{language}/changes/feed.atom").encode())
        assert feed.get(atom.LANGUAGE) == language
        entries = feed.findall("a:entry", ATOM)
        assert entries
        for element in (feed, *entries):
            assert all(len(element.findall(f"a:{name}", ATOM)) == 1 for name in ("id", "title", "updated"))
        assert feed.findtext("a:author/a:name", "", ATOM)
        days = [entry.findtext("a:updated", "", ATOM) for entry in entries]
        assert days == sorted(days, reverse=True)
        assert feed.findtext("a:updated", "", ATOM) == days[0] <= f"{AS_OF}T00:00:00Z"
        links = [link.get("href", "") for link in feed.iter(f"{{{atom.NAMESPACE}}}link")]
        assert all(link.startswith(BASE) for link in links)
        ids += [element.findtext("a:id", "", ATOM) for element in (feed, *entries)]
    assert len(ids) == len(set(ids))


def test_a_feed_keeps_its_ids_wherever_the_site_stands() -> None:
    """An id follows from what an entry is of: not from its words or the address; markup in a text is text."""
    frame = Frame("../../", "en/changes/index.html", "site", {}, (), (), (), (), {"Here": "en/states/here/index.html"})
    entry = FeedEntry("here/act/2020-01-01", date(2020, 1, 1), "Here: <b>acceded</b> & left", "text", "Here")
    feed = Feed("changes", "News", date(2020, 2, 1), "en", (entry,))
    reworded = feed._replace(title="Other", entries=(entry._replace(title="Here: withdrew"),))
    beside = etree.fromstring(atom.write(feed, frame))
    full = etree.fromstring(atom.write(reworded, frame._replace(canonical=f"{BASE}en/changes/")))
    assert [each.text for each in beside.iter(f"{{{atom.NAMESPACE}}}id")] == [
        each.text for each in full.iter(f"{{{atom.NAMESPACE}}}id")
    ]
    assert beside.findtext("a:entry/a:title", "", ATOM) == "Here: <b>acceded</b> & left"
    where = [found.findall("a:entry/a:link", ATOM)[0].get("href") for found in (beside, full)]
    assert where == ["../../en/states/here/index.html", f"{BASE}en/states/here/"]


def test_the_parts_of_the_recent_changes_are_the_whole() -> None:
    """Whatever changed in the span stands in one of two parts of it that follow one another, and in one alone."""
    register = together(
        {
            "XXA": "treaties:\n  alpha:\n    - {accession: 2018-03-04, source: seen}",
            "XXB": "treaties:\n  alpha:\n    - {accession: 2024-05-06, source: seen}",
        }
    )
    whole = recent(register, scope(register, DAY), DAY, None)
    before, since = within(whole, whole.since, date(2024, 4, 30)), within(whole, date(2024, 5, 1), whole.until)
    assert [change.state.iso3 for change in before.lines] == ["XXA"]
    assert [change.state.iso3 for change in since.lines] == ["XXB"]
    assert (*before.changes, *since.changes) == whole.changes


def test_changes_stand_under_their_years() -> None:
    """Who looks for what was done in a year is led to it: the lines of several years stand under each."""
    register = together(
        {
            "XXA": "treaties:\n  alpha:\n    - {accession: 2018-03-04, source: seen}",
            "XXB": "treaties:\n  alpha:\n    - {accession: 2024-05-06, source: seen}",
        }
    )
    page = site_changes.page(recent(register, scope(register, DAY), DAY, None), ENGLISH)
    (acts,) = [block for block in page.blocks if isinstance(block, Table) and block.key == "acts"]
    assert [(section.heading, section.key) for section in acts.sections] == [
        ("2018", "acts-2018"),
        ("2024", "acts-2024"),
    ]
    assert [[row[0].text for row in section.rows] for section in acts.sections] == [["4 Mar 2018"], ["6 May 2024"]]


def test_each_sign_is_shown_by_a_cell_of_the_day_that_has_it(register: Register) -> None:
    """A newcomer is shown each sign where it stands on this day, or told that it stands nowhere."""
    answer = reading(register, scope(register, DAY), DAY)
    page = site_reading.page(answer, ENGLISH)
    (signs,) = [block for block in page.blocks if isinstance(block, Table) and block.key == "signs"]
    shown = {row[0].text: row[2].text for row in signs.sections[0].rows}
    for code, sign in SYMBOL.items():
        examples = {
            f"{ENGLISH.name(state.name)}, {ENGLISH.name(instrument.short)}"
            for state, instrument, standing in answer.table.cells
            if symbol_code(standing) == code
        }
        assert shown[sign].partition(";")[0] in (examples or {"none on this day"})


def test_what_is_not_known_is_counted_as_the_other_pages_count_it(register: Register) -> None:
    """What the page of limits counts of the treaties is what the matrix shows, instrument by instrument."""
    everything = Scope(DAY, tuple(register.states.values()), tuple(register.instruments.values()))
    answer = limits(register, everything, DAY)
    cells = [*reading(register, everything, DAY).table.cells]
    for each in answer.instruments:
        held = [standing for _, instrument, standing in cells if instrument is each.instrument]
        assert each.to_verify == sum(part_of(standing) is Part.TO_VERIFY for standing in held)
        assert each.days == sum(standing.day_marked and part_of(standing) is not Part.TO_VERIFY for standing in held)
    assert any(each.to_verify for each in answer.instruments)
    assert answer.unread == sum(not agreement.articles for agreement in register.agreements.values())


def test_where_to_begin_leads_to_the_sections(small_site: Site) -> None:
    """A newcomer who looks for a state, an instrument, two states, a subject, a source or news is led there."""
    for language in LANGUAGES:
        page = small_site.of(language)["reading/index.html"]
        led = {place.removeprefix(f"{language}/") for place in _leading(page).values()}
        assert {f"{section}/index.html" for section in BEGIN} <= led
    english = _leading(small_site.of("en")["reading/index.html"])
    assert english["Two states"] == "en/pairs/index.html"


def _led(text: str, names: tuple[str, ...]) -> list[str]:
    """The links in a text on a page where some names have pages."""
    places = {name: f"en/{number}/index.html" for number, name in enumerate(names)}
    home = (Link("Home", "index.html"),)
    frame = Frame("../", "en/index.html", "site", LABEL, (), (), home, (), places)
    page = Document("page", "Page", "", (paragraph(text),), "en", DAY)
    return [*_leading(Markup("en/index.html", site.write(page, frame)))]


def test_the_first_of_several_names_leads_as_the_others_do() -> None:
    """Names behind the words of a sentence lead each to its page, and so does what stands before a colon; prose not."""
    names = ("Alpha", "Haiti", "Peru", "Saint Lucia")
    assert _led("Alpha: in force for Saint Lucia, Haiti, Peru", names) == ["Alpha", "Saint Lucia", "Haiti", "Peru"]
    assert _led("Alpha\u00a0: en vigueur pour tous sauf Peru", names) == ["Alpha", "Peru"]
    assert _led("Alpha: in force for all but Saint Lucia", names) == ["Alpha", "Saint Lucia"]
    assert _led("Bank of Haiti, a bank of Peru", names) == []
    assert _led("Haiti, Peru", names) == ["Haiti", "Peru"]


def test_what_an_instrument_asks_parties_to_name_stands_under_its_title_alone(small_site: Site) -> None:
    """The page says in its title of which instrument it is, and in no line that it is limited to that."""
    said = small_site.of("en")["instruments/untoc/authorities/index.html"].said
    assert said
    assert [text for text in said if text.startswith("Only:")] == []


def test_paragraphs_that_a_law_serves_stand_by_their_names(small_site: Site, register: Register) -> None:
    """No page of laws shows the id under which the files keep a paragraph."""
    assert register.catalogue is not None
    ids = re.compile("|".join(rf"\b{re.escape(id)}\b" for id in register.catalogue.commitments))
    served = [measure for held in register.measures.values() for measure in held.measures if measure.also]
    assert served
    laws = [page for path, page in small_site.of("en").items() if path.endswith("/laws/index.html")]
    assert [(page.name, text) for page in laws for text in page.said if ids.search(text)] == []


def test_a_part_under_a_caption_can_be_led_to(small_site: Site) -> None:
    """The commitments of each text, and the pages to be verified next, have addresses of their own."""
    pages = small_site.of("en")
    for path in ("commitments/index.html", "sources/worklist/index.html", "authorities/index.html"):
        tables = [each for each in pages[path].root.iter("table") if each.find("caption") is not None]
        assert tables
        assert [text_of(each)[:40] for each in tables if not each.get("id")] == []
    assert "strategy" in pages["commitments/index.html"].ids


def test_a_heading_keeps_its_address_beside_a_table_of_its_name(small_site: Site) -> None:
    """What leads to a part of a state's page leads there, whatever tables stand before that part."""
    home = small_site.of("en")["states/haiti/index.html"]
    heads = [each.get("id") for each in home.root.iter("h2")]
    assert "measures" in heads


def test_files_are_led_to_from_the_head_of_a_page(small_site: Site) -> None:
    """Who wants a page as a file finds the files from its head, and need not read to its foot."""
    page = small_site.of("en")["states/haiti/index.html"]
    assert "files" in page.ids
    assert "#files" in [link.get("href") for link in page.one("main").iter("a")]
