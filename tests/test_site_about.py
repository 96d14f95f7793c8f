"""What the site says of itself, and how a reader is led through a long page of it."""

import re
from datetime import date

import pytest

from tests.answers import AS_OF, REGISTER
from tests.markup import Markup, text_of
from tests.sites import LANGUAGES, Site, edition_of, pages_in, target
from toc_treaties.document import naming
from toc_treaties.document import text_of as said
from toc_treaties.model.names import slug_of
from toc_treaties.model.register import Register
from toc_treaties.site.edition import Edition
from toc_treaties.words.language import spoken
from toc_treaties.words.phrases import NOT_THE_RECORD
from toc_treaties.writers.blocks import Part
from toc_treaties.writers.within import LONG, MANY, within

BASE, ISSUES = "https://treaties.example.org/", "https://example.org/issues/new?kind=date"


@pytest.fixture(scope="module")
def edition() -> Edition:
    """The small register, as whoever publishes it has it."""
    made = edition_of(REGISTER, AS_OF)
    return made._replace(data={**made.data, "revision": "1a2b3c4"})


def about(edition: Edition, language: str) -> Markup:
    """The page about the register."""
    prepared = edition.prepared(language)
    leaves = tuple(leaf for leaf in prepared.leaves if leaf.path == "about")
    (page,) = pages_in(edition.made(prepared._replace(leaves=leaves), 0, 1))
    return page


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_citation_has_all_that_finds_the_page_again(edition: Edition, language: str) -> None:
    """The example names a page, its day, the revision and the address, each as that page itself has it."""
    example = next(iter(edition.register.instruments.values()))
    words = spoken(language)
    day, address = words.long_day(date.fromisoformat(AS_OF)), f"{BASE}{language}/instruments/{example.id}/"
    (citation,) = [text for text in about(edition._replace(base=BASE), language).said if text.endswith(address)]
    assert citation.startswith(words.name(example.short))
    assert re.findall(rf"{re.escape(str(day))}|toc-treaties|1a2b3c4", citation) == [str(day), "toc-treaties", "1a2b3c4"]


def test_a_citation_invents_no_revision_and_no_address(edition: Edition) -> None:
    """Where neither is known the citation says neither: it ends in the address within the site."""
    page = about(edition._replace(data={}), "en")
    (citation,) = [text for text in page.said if ", as of " in text and "In: " in text]
    assert re.search(r"In: toc-treaties\. en/instruments/[\w-]+/$", citation)


def test_a_mistake_is_reported_where_the_publisher_says(edition: Edition) -> None:
    """The address that was given is a link, what to send is asked for as the forms ask, and no address is made up."""
    told = about(edition._replace(report_to=ISSUES), "en")
    assert ISSUES in told.links
    plain = about(edition, "en")
    outside = {link for link in plain.links if not target(plain.name, link)[0]}
    sites = {each.site for each in edition.register.depositaries.values()}
    assert {link for link in outside if "creativecommons" not in link} <= sites
    assert {"State", "Instrument", "Act", "Day", "Source", "Where"} <= {text_of(each) for each in plain.named("dt")}
    assert NOT_THE_RECORD in plain.said


def test_the_record_of_each_instrument_is_said_to_be_its_depositarys(edition: Edition) -> None:
    """Who relies on a date is told whose record prevails, instrument by instrument, as the instruments' file has it."""
    page = about(edition, "en")
    rows = {text_of(row[0]): text_of(row[1]) for row in page.named("div") if len(row) > 1}
    for instrument in edition.register.instruments.values():
        depositary = edition.register.depositaries[instrument.depositary]
        assert instrument.short["en"] in rows[depositary.name["en"]]


def test_every_page_leads_to_how_it_is_cited_and_corrected(small_site: Site) -> None:
    """From the foot of each page a reader gets to the page about the register, and to its parts on both."""
    for language in LANGUAGES:
        goal = f"{language}/about/index.html"
        assert {"cite", "report"} <= {*small_site.pages[goal].ids}
        for page in small_site.of(language).values():
            feet = [link.get("href", "") for foot in page.named("footer") for link in foot.iter("a")]
            led = [target(page.name, link) for link in feet]
            assert {(goal, ""), (goal, "cite"), (goal, "report")} <= {*led}, page.name
    reading = small_site.pages["en/reading/index.html"]
    assert "en/about/index.html" in {target(reading.name, link)[0] for link in reading.links}


def _lists(page: Markup) -> dict[str, str]:
    """What the list at the head of a page leads to: places on it, by their texts."""
    heads = [nav for nav in page.named("nav") if nav.get("class") == "within"]
    return {text_of(link): link.get("href", "") for nav in heads for link in nav.iter("a")}


def test_a_long_page_leads_to_its_parts(small_site: Site) -> None:
    """Whatever the list at its head names is there, in every language; a state's record leads to each instrument."""
    for language in LANGUAGES:
        pages = small_site.of(language)
        for page in pages.values():
            assert {link.removeprefix("#") for link in _lists(page).values()} <= {*page.ids}, page.name
        assert {"caribbean", "south-america"} <= {*pages["states/index.html"].ids}
        assert "#cifta" in _lists(pages["states/haiti/record/index.html"]).values()


def test_each_publisher_has_a_place_that_stays(small_site: Site, register: Register) -> None:
    """The place of a publisher follows from its name, and that of a source is its id, as it always was."""
    publishers = {source.publisher for source in register.sources.values()}
    for language in LANGUAGES:
        ids = small_site.of(language)["sources/index.html"].ids
        assert {f"by-{slug_of(publisher)}" for publisher in publishers} | set(register.sources) <= {*ids}


@pytest.fixture(scope="module")
def register(edition: Edition) -> Register:
    """The small register."""
    return edition.register


def _part(text: str, level: int = 2) -> Part:
    return Part(level, text, slug_of(text))


def test_what_is_short_has_no_list_and_what_is_very_long_has_letters() -> None:
    """A page of less than six screens is read as it is; of very many parts in alphabetical order, each letter leads."""
    parts = [_part("One"), _part("Two")]
    assert within(parts, "x" * (LONG - 1)).parts == ()
    assert within(parts[:1], "x" * LONG).parts == ()
    assert [part.anchor for part in within(parts, "x" * LONG).parts] == ["one", "two"]
    assert within(parts, f"<a {'x' * LONG}>").parts == ()
    many = [_part(f"{letter}{n:02}") for letter in "ABC" for n in range(MANY // 2)]
    listed = within([*many, _part("What all rests on")], "x" * LONG)
    assert [(part.text, part.anchor) for part in listed.letters] == [("A", "a00"), ("B", "b00"), ("C", "c00")]
    assert within([*reversed(many)], "x" * LONG).letters == ()


def test_parts_of_parts_are_listed_where_there_are_few() -> None:
    """Of a page with few chief parts those below them are listed too; of one with many, the chief ones alone."""
    few = [_part("One"), _part("Below", 3), _part("Two")]
    assert [part.text for part in within(few, "x" * LONG).parts] == ["One", "Below", "Two"]
    many = [part for n in range(20) for part in (_part(f"Part {n}"), _part(f"Below {n}", 3))]
    assert {part.level for part in within(many, "x" * LONG).parts} == {2}


def test_a_part_is_listed_by_its_name_alone() -> None:
    """What a caption says behind the number and the name of its instrument is not said again in the list."""
    parts = [_part("2.i  Alpha  consented: 3 of 4"), _part("At home: laws"), _part("Beta\u00a0: en vigueur", 3)]
    assert [part.text for part in within(parts, "x" * LONG).parts] == ["2.i Alpha", "At home: laws", "Beta"]


def test_each_name_of_a_line_can_lead_on() -> None:
    """The names in a text are runs of their own, in their order, and the text stays as it was."""
    line = naming("serves also Alpha 1.a, Alpha 1 and Beta.", ("Alpha 1.a", "Alpha 1", "Gamma", "Beta"))
    assert said(line) == "serves also Alpha 1.a, Alpha 1 and Beta."
    assert [span.text for span in line][1::2] == ["Alpha 1.a", "Alpha 1", "Beta"]


def test_an_instruments_table_stands_before_its_map(small_site: Site) -> None:
    """Who opens an instrument on a phone reads how the states stand first, then sees the same on the map."""
    page = small_site.of("en")["instruments/cifta/index.html"]
    order = [element.tag for element in page.elements if element.tag in {"table", "figure"}]
    assert order[:2] == ["table", "figure"]
