"""A page of the site: the blocks of a page within their frame."""

import re

from markupsafe import Markup, escape

from toc_treaties.document import Document
from toc_treaties.document.frame import Frame
from toc_treaties.writers.blocks import environment, values_of

BETWEEN = ", "
OMITTED = re.compile(r"</(?:dd|dt|li|tbody|td|tfoot|th|thead|tr)>")
"""End tags that HTML lets a page leave out, where the next element begins: thousands of pages are lighter."""


def write(document: Document, frame: Frame) -> str:
    """The page as one file of the site."""
    given: set[str] = set()

    def anchored(name: str, text: str) -> Markup:
        address = frame.addresses.get(name)
        if address is None or address.partition("#")[0] == frame.path or name in given:
            return escape(text)
        given.add(name)
        return Markup('<a href="{}{}">{}</a>').format(frame.root, address, text)

    def linked(text: str) -> Markup:
        if text in frame.addresses or BETWEEN not in text:
            return anchored(text, text)
        return escape(BETWEEN).join(anchored(part, part) for part in text.split(BETWEEN))

    values = values_of(document, document.blocks, linked, anchored)
    return OMITTED.sub("", environment().get_template("site.html").render(values, frame=frame).strip() + "\n")
