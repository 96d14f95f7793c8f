"""The pages of the site as HTML: sound, closed to the outside, each with its own title, the same in every language."""

import re
from collections import Counter

from tests.markup import faults, text_of
from tests.sites import BASE, HERE, IN_A_SHEET, LANGUAGES, Site, target

POLICY = "Content-Security-Policy"
ASKS = re.compile(
    r"\b(?:fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon|importScripts|eval|innerHTML|outerHTML|document\.write)\b"
)
"""What a script would fetch with, or make code of a text."""


def test_every_page_is_sound(small_site: Site) -> None:
    """No page has a fault of HTML, and none a place where a reader by ear or by keyboard is lost."""
    assert len(small_site.pages) > 400
    assert [f"{name}: {fault}" for name, page in small_site.pages.items() for fault in faults(page)][:40] == []


def test_every_link_leads_somewhere(small_site: Site) -> None:
    """Whatever a page leads to is in the site, the file and the place on it, and is addressed from the page itself."""
    inside = [
        (page.name, address, *target(page.name, address))
        for page in small_site.pages.values()
        for address in page.links
        if target(page.name, address)[0]
    ]
    assert len(inside) > 10_000
    anchors = [(name, address, file, anchor) for name, address, file, anchor in inside if anchor]
    assert len(anchors) > 1000
    assert [link for link in inside if link[1].startswith("/") or link[2] not in small_site.files][:20] == []
    pages = small_site.pages
    assert [link for link in anchors if link[2] in pages and link[3] not in pages[link[2]].ids][:20] == []


def test_nothing_is_fetched_from_elsewhere(small_site: Site) -> None:
    """A page takes its sheet, script and pictures from the site alone; so do the sheets.

    The page for what is not there may be read at any depth, and says the site's own address.
    """
    own = {"404.html": BASE}
    taken = {
        (name, address.removeprefix(own.get(name, "")))
        for name, page in small_site.pages.items()
        for address in page.taken
    }
    taken |= {
        (name, address)
        for name in small_site.files
        if name.endswith((".css", ".svg"))
        for address in IN_A_SHEET.findall(small_site.text(name))
    }
    assert taken
    assert (
        sorted(
            (name, address)
            for name, address in taken
            if target(name, address.replace(BASE, HERE))[0] not in small_site.files
        )
        == []
    )


def test_a_script_asks_for_nothing(small_site: Site) -> None:
    """The scripts of the site fetch nothing and make no code of texts: they work from a disk, and cannot be misled."""
    scripts = [name for name in small_site.files if name.endswith(".js")]
    assert scripts
    assert [(name, word) for name in scripts for word in ASKS.findall(small_site.text(name))] == []


def test_the_policy_forbids_all_but_the_sites_own(small_site: Site) -> None:
    """Every page forbids whatever is not of the site, before it takes anything, and no page allows what is inline."""
    for page in small_site.pages.values():
        head = [element for element in page.one("head") if element.tag in {"meta", "link", "script"}]
        policies = [index for index, element in enumerate(head) if element.get("http-equiv") == POLICY]
        takes = [index for index, element in enumerate(head) if element.tag != "meta"]
        assert len(policies) == 1, page.name
        assert policies[0] < min(takes, default=99), page.name
        rules = dict(
            rule.strip().partition(" ")[::2] for rule in head[policies[0]].get("content", "").split(";") if rule.strip()
        )
        assert rules["default-src"] == "'none'"
        assert {word for rule in rules.values() for word in rule.split()} <= {"'none'", "'self'", "data:"}, page.name
        assert "data:" not in rules.get("script-src", "")


def test_a_page_says_its_language(small_site: Site) -> None:
    """A page lies in the folder of the language that it says it is in."""
    tags = {"en": "en", "es": "es", "pt": "pt-BR", "fr": "fr"}
    for language in LANGUAGES:
        assert {page.language for page in small_site.of(language).values()} == {tags[language]}


def test_the_languages_have_the_same_pages(small_site: Site) -> None:
    """Whatever can be read in one language can be read in the others, at the same address below it."""
    paths = {language: set(small_site.of(language)) for language in LANGUAGES}
    assert paths["en"]
    assert {language: paths["en"] ^ paths[language] for language in LANGUAGES} == {each: set() for each in LANGUAGES}


def test_the_switch_of_languages_stays_on_the_page(small_site: Site) -> None:
    """From every page a reader gets to the same page in each other language, and programs are told of it."""
    for language in LANGUAGES:
        for path, page in small_site.of(language).items():
            expected = sorted(f"{each}/{path}" for each in LANGUAGES)
            switch = [link for nav in page.named("nav") for link in nav.iter("a") if link.get("lang")]
            led = sorted(target(page.name, link.get("href", ""))[0] for link in switch)
            assert led == expected, page.name
            here = [link for link in switch if link.get("aria-current")]
            assert [target(page.name, link.get("href", ""))[0] for link in here] == [page.name]


def test_a_page_says_where_it_stands(small_site: Site) -> None:
    """With the site's address a page names its own, as search engines read it."""
    for name, page in small_site.pages.items():
        links = {link.get("rel"): link.get("href") for link in page.named("link") if link.get("rel") == "canonical"}
        if name.partition("/")[0] in LANGUAGES:
            assert links == {"canonical": BASE + name.removesuffix("index.html")}, name


def test_what_is_here_is_marked(small_site: Site) -> None:
    """The section of a page is marked in the list of sections, and the page itself at the end of the way to it."""
    for language in LANGUAGES:
        for page in small_site.of(language).values():
            for nav in page.named("nav"):
                current = [link for link in nav.iter("a") if link.get("aria-current")]
                assert len(current) <= 1, page.name
            marked = [
                link for link in page.where("aria-current") if link.get("aria-current") == "page" and link.get("href")
            ]
            assert all(target(page.name, link.get("href", ""))[0] == page.name for link in marked), page.name


def test_every_page_is_led_to(small_site: Site) -> None:
    """A reader reaches every page of a language by links from its first, without the switch of languages."""
    for language in LANGUAGES:
        start = f"{language}/index.html"
        reached, ahead = {start}, [start]
        while ahead:
            name = ahead.pop()
            for address in small_site.pages[name].links:
                file, _ = target(name, address)
                if file.startswith(f"{language}/") and file in small_site.pages and file not in reached:
                    reached.add(file)
                    ahead.append(file)
        assert sorted({name for name in small_site.pages if name.startswith(f"{language}/")} - reached) == []


def test_each_page_has_a_title_of_its_own(small_site: Site) -> None:
    """Of the pages of a language no two are called the same, in the window and in their first line."""
    for language in LANGUAGES:
        pages = small_site.of(language)
        for named in (lambda page: page.title, lambda page: text_of(page.one("h1"))):
            twice = [title for title, times in Counter(map(named, pages.values())).items() if times > 1]
            assert twice == [], language


def test_the_pages_of_the_real_register_are_sound(real_pages: Site) -> None:
    """A page of each kind of the real register, in each language, has no fault either, and leads to none but pages."""
    assert len(real_pages.pages) > 80
    assert [f"{name}: {fault}" for name, page in real_pages.pages.items() for fault in faults(page)][:40] == []
    taken = [(page.name, address) for page in real_pages.pages.values() for address in page.taken]
    assert [each for each in taken if target(each[0], each[1].replace(BASE, HERE))[0] not in real_pages.files][
        :20
    ] == []
