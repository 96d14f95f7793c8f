"""What search engines ask for: the map of a site's pages, each with the same page in other languages."""

from collections.abc import Iterable, Mapping

from markupsafe import Markup

from toc_treaties.writers.printed import tag_of

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
"""
OTHER = Markup('<xhtml:link rel="alternate" hreflang="{}" href="{}"/>')


def write(pages: Iterable[Mapping[str, str]]) -> str:
    """The map, from the full addresses of each page by their languages."""
    lines = (_entry(address, page) for page in pages for address in page.values())
    return HEAD + "".join(lines) + "</urlset>\n"


def _entry(address: str, page: Mapping[str, str]) -> str:
    """One page in one language, with all its languages."""
    others = Markup("").join(OTHER.format(tag_of(language), other) for language, other in page.items())
    return Markup("<url><loc>{}</loc>{}</url>\n").format(address, others)


def robots(sitemap: str) -> str:
    """What programs that gather pages are told: that they may, and where the map is."""
    return "User-agent: *\nAllow: /\n" + (f"Sitemap: {sitemap}\n" if sitemap else "")
