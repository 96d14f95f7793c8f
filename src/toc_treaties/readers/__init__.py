"""Saved pages of depositaries to values: which page it is, and its rows, or why it is refused. Forms: `sent`."""

from datetime import date
from importlib import import_module

from toc_treaties.readers.markup import text_of
from toc_treaties.readers.page import DayNeededError as DayNeededError
from toc_treaties.readers.page import Page as Page
from toc_treaties.readers.page import PageFault as PageFault
from toc_treaties.readers.page import Row as Row
from toc_treaties.readers.saved import page_of

READERS = ("coe_rows", "untc", "oas", "coe", "plain")
"""Each in the module of its name, in the order in which they are asked whether a page is theirs."""


def read(content: bytes, as_of: date | None = None) -> Page:
    """What a saved page says; `as_of` is the day on which it was so, which counts where it prints none."""
    content = page_of(content)
    text = text_of(content)
    for name in READERS:
        reader = import_module(f"toc_treaties.readers.{name}")
        if reader.recognizes(text):
            page: Page = reader.read(content, as_of)
            return page
    help_ = (
        "save the treaty's status page of the UN Treaty Collection (English), of the OAS (English or Spanish) or of "
        "the Council of Europe (English) as it is, or write a CSV with participant, signature, action and date"
    )
    raise PageFault("it is no page of a depositary that can be read", help_)
