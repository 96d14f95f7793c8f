"""News as a feed (Atom, RFC 4287), with ids that stay, so that a reader's program shows each entry once."""

from datetime import date
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree as ET

from toc_treaties.document.feed import Feed, FeedEntry
from toc_treaties.document.frame import INDEX, Frame
from toc_treaties.words.visible import NO_BREAK, visible

NAMESPACE = "http://www.w3.org/2005/Atom"
NAME = "feed.atom"
MEDIA = "application/atom+xml"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def write(feed: Feed, frame: Frame) -> bytes:
    """The feed as a file beside a page; its addresses lead from where it lies, or are full where the site's is known.

    Its own last change is the day of its newest entry: the clock is no part of an answer.
    """
    root = ET.Element("feed", {"xmlns": NAMESPACE, LANGUAGE: feed.language})
    newest = max((entry.day for entry in feed.entries), default=feed.as_of)
    _text(root, "id", _id(f"{feed.key}/{feed.language}"))
    _text(root, "title", feed.title)
    _text(root, "updated", _moment(newest))
    _text(ET.SubElement(root, "author"), "name", frame.site)
    ET.SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": frame.canonical or INDEX})
    ET.SubElement(root, "link", {"rel": "self", "type": MEDIA, "href": f"{frame.canonical}{NAME}"})
    for entry in feed.entries:
        _entry(ET.SubElement(root, "entry"), entry, feed, frame)
    ET.indent(root, "")
    written: bytes = ET.tostring(root, "utf-8", xml_declaration=True)
    return written + b"\n"


def _entry(element: ET.Element, entry: FeedEntry, feed: Feed, frame: Frame) -> None:
    """One entry, which leads to the page of what it is of."""
    _text(element, "id", _id(f"{feed.key}/{feed.language}/{entry.key}"))
    _text(element, "title", entry.title)
    _text(element, "updated", _moment(entry.day))
    _text(element, "content", entry.text)
    address = frame.addresses.get(entry.of)
    if address is not None:
        site = frame.canonical.removesuffix(frame.path.removesuffix(INDEX))
        href = (site or frame.root) + (address.replace(INDEX, "") if site else address)
        ET.SubElement(element, "link", {"rel": "alternate", "type": "text/html", "href": href})


def _text(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = visible(text, kept=NO_BREAK)


def _id(key: str) -> str:
    """An id that is the same wherever the site stands."""
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'toc-treaties/{key}')}"


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
