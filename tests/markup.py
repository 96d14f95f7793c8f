"""What HTML asks of a page, held to it by a strict parser and by the rules that a parser does not know.

The parser names every fault of syntax. What it forgives is judged here: which elements hold which, what an attribute
may stand on, whether what refers to another element finds it, and whether a table has as many cells in every row.
"""

import re
import warnings
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import pairwise
from xml.etree.ElementTree import Element

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import html5lib
    from html5lib.constants import E as SENTENCES


def _each(names: str) -> frozenset[str]:
    """The names that stand in a line."""
    return frozenset(names.split())


PHRASING = _each(
    "a abbr b bdi br button code data datalist em i img input kbd label mark meter noscript output progress s samp"
    " select small span strong sub sup svg textarea time u var wbr"
)
FLOW = PHRASING | _each(
    "address article aside blockquote details dialog div dl fieldset figure footer form h1 h2 h3 h4 h5 h6 header hgroup"
    " hr main nav ol p pre search section table ul"
)
CELLS = frozenset({"td", "th"})
CHILDREN: dict[str, frozenset[str]] = {
    "html": frozenset({"head", "body"}),
    "head": frozenset({"meta", "title", "link", "script"}),
    "ul": frozenset({"li"}),
    "ol": frozenset({"li"}),
    "dl": frozenset({"dt", "dd", "div"}),
    "table": frozenset({"caption", "colgroup", "thead", "tbody", "tfoot"}),
    "colgroup": frozenset({"col"}),
    **dict.fromkeys(("thead", "tbody", "tfoot"), frozenset({"tr"})),
    "tr": CELLS,
    "select": frozenset({"option", "optgroup"}),
    "optgroup": frozenset({"option"}),
    "datalist": frozenset({"option"}),
    **dict.fromkeys(("title", "option", "textarea", "script"), frozenset()),
    **dict.fromkeys(("p", "h1", "h2", "h3", "h4", "h5", "h6", "pre"), PHRASING),
    **dict.fromkeys(PHRASING - {"a", "svg", "noscript", "select", "datalist", "textarea"}, PHRASING),
    "legend": PHRASING | {"h2", "h3", "h4"},
    "summary": PHRASING | {"h2", "h3", "h4"},
    "details": FLOW | {"summary"},
    "fieldset": FLOW | {"legend"},
    "figure": FLOW | {"figcaption"},
    "body": FLOW | {"script"},
}
"""What an element may hold; any other holds what flows."""
VOID = frozenset({"br", "col", "hr", "img", "input", "link", "meta", "wbr"})
INTERACTIVE = frozenset({"a", "button", "details", "input", "label", "select", "textarea"})
FOLLOWED = frozenset({"a", "button", "details", "label"})
LANDMARKS = frozenset({"main", "header", "footer"})
BARE = ("ul", "ol", "table", "thead", "tbody", "tr", "dl", "select")
"""What holds no text but in what it is there to hold."""
GLOBAL = frozenset({"id", "class", "lang", "dir", "title", "hidden", "tabindex", "role", "translate", "popover"})
ATTRIBUTES: dict[str, frozenset[str]] = {
    name: _each(attributes)
    for name, attributes in {
        "a": "href hreflang rel type download",
        "button": "type name value disabled form popovertarget popovertargetaction",
        "col": "span",
        "colgroup": "span",
        "data": "value",
        "details": "open name",
        "fieldset": "disabled name",
        "form": "action method name autocomplete",
        "img": "src alt width height loading decoding",
        "input": "type name value checked disabled placeholder list autocomplete form inputmode",
        "label": "for",
        "li": "value",
        "link": "rel href hreflang type sizes media as crossorigin title",
        "meta": "charset name content http-equiv property",
        "ol": "start reversed type",
        "optgroup": "label disabled",
        "option": "value selected disabled label",
        "output": "for name form",
        "script": "src defer type",
        "select": "name size multiple disabled autocomplete",
        "td": "colspan rowspan headers",
        "textarea": "name rows cols",
        "th": "colspan rowspan headers scope abbr",
        "time": "datetime",
    }.items()
}
REFERS = (
    "aria-labelledby",
    "aria-describedby",
    "aria-controls",
    "aria-owns",
    "aria-details",
    "headers",
    "list",
    "form",
)
"""Attributes that name other elements by their ids."""
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
BLOCKS = frozenset(
    {*HEADINGS, "p", "li", "td", "th", "dt", "dd", "caption", "figcaption", "legend", "summary", "label", "button"}
    | {"option", "title", "a", "svg:text"}
)
"""What holds one text, whole."""
ROLES = {"div": frozenset({"region", "img", "group", "note"}), "svg": frozenset({"img"})}
"""Which roles an element may be given: the others have one of their own, by which readers are led."""
AS_TEXT = ("aria-label", "title", "alt", "placeholder", "abbr")
"""Attributes that readers are told."""
BLANKS = re.compile(r"\s+")


class Markup:
    """A page of HTML, as a strict parser reads it."""

    def __init__(self, name: str, source: str) -> None:
        self.name = name
        self.source = source
        parser = html5lib.HTMLParser(namespaceHTMLElements=False)
        self.root: Element = parser.parse(source)
        self.broken = [f"line {line}: {SENTENCES[code] % values}" for (line, _), code, values in parser.errors]
        """What the parser does not forgive."""

    @cached_property
    def placed(self) -> list[tuple[Element, tuple[str, ...]]]:
        """Every element with the names of those that hold it, the innermost last."""
        return list(_placed(self.root, ()))

    @cached_property
    def elements(self) -> list[Element]:
        """Every element in its order."""
        return [element for element, _ in self.placed]

    def named(self, *names: str) -> list[Element]:
        """The elements of some names."""
        return [element for element in self.elements if element.tag in names]

    def one(self, name: str) -> Element:
        """The one element of a name."""
        (element,) = self.named(name)
        return element

    def where(self, attribute: str) -> list[Element]:
        """The elements that have an attribute."""
        return [element for element in self.elements if element.get(attribute) is not None]

    @cached_property
    def ids(self) -> list[str]:
        """The ids, in their order."""
        return [element.get("id", "") for element in self.where("id")]

    @property
    def language(self) -> str:
        """The language that the page says it is in."""
        return self.one("html").get("lang", "")

    @property
    def title(self) -> str:
        """What the page is called."""
        return text_of(self.one("title"))

    @property
    def links(self) -> list[str]:
        """Where the page leads, and what it takes."""
        return [
            address
            for element in self.elements
            for attribute in ("href", "src", "action")
            if (address := element.get(attribute)) is not None
        ]

    @property
    def taken(self) -> list[str]:
        """What a browser fetches with the page, without being asked."""
        return [
            *(element.get("src", "") for element in self.where("src")),
            *(element.get("href", "") for element in self.named("svg:image", "svg:use")),
            *(
                link.get("href", "")
                for link in self.named("link")
                if not {"alternate", "canonical", "author", "license", "help", "next", "prev"}
                & {*link.get("rel", "").split()}
                or "stylesheet" in link.get("rel", "")
            ),
        ]

    @property
    def said(self) -> Iterator[str]:
        """Every text in the page's language, whole, and every such text for those who hear it."""
        for element in _in_its_language(self.one("html")):
            if element.tag in BLOCKS:
                yield text_of(element)
            yield from (squeezed(element.get(name, "")) for name in AS_TEXT if element.get(name))


def _placed(element: Element, holders: tuple[str, ...]) -> Iterator[tuple[Element, tuple[str, ...]]]:
    if isinstance(element.tag, str):
        space, _, name = element.tag.rpartition("}")
        element.tag = name if not space or name == "svg" else f"svg:{name}"
        yield element, holders
        for child in element:
            yield from _placed(child, (*holders, element.tag))


def _in_its_language(element: Element) -> Iterator[Element]:
    """An element and those within it, but for what is marked as being in a language of its own."""
    yield element
    for child in element:
        if isinstance(child.tag, str) and child.get("lang") is None:
            yield from _in_its_language(child)


def squeezed(text: str) -> str:
    """A text with one blank where it has several."""
    return BLANKS.sub(" ", text).strip()


def text_of(element: Element) -> str:
    """The text of an element and of all that it holds."""
    return squeezed("".join(element.itertext()))


def faults(page: Markup) -> list[str]:
    """What is wrong with a page, as HTML and for those who hear it; nothing of a page that is sound."""
    return [
        *page.broken,
        *_head(page),
        *_headings(page),
        *_held(page),
        *_attributes(page),
        *_references(page),
        *_names(page),
        *_tables(page),
        *_inline(page),
    ]


def _head(page: Markup) -> Iterator[str]:
    if not page.source.startswith("<!doctype html>"):
        yield "no doctype"
    if not page.language:
        yield "no language"
    if len(page.named("title")) != 1 or not page.title:
        yield "not one title"
    if not re.search(r"<meta charset=\"?utf-8", page.source[:1024]):
        yield "no charset within the first 1024 bytes"
    if len(page.named("main")) != 1:
        yield "not one main"


def _headings(page: Markup) -> Iterator[str]:
    levels = [HEADINGS.index(str(heading.tag)) + 1 for heading in page.named(*HEADINGS)]
    if levels.count(1) != 1 or levels[:1] != [1]:
        yield f"headings are of the levels {levels[:4]}: not one of the first level, first"
    for above, level in pairwise(levels):
        if level > above + 1:
            yield f"a heading of level {level} below one of level {above}"
    yield from (f"an empty <{heading.tag}>" for heading in page.named(*HEADINGS) if not text_of(heading))


def _held(page: Markup) -> Iterator[str]:
    for element, holders in page.placed:
        if not holders or "svg" in holders:
            continue
        name, around = str(element.tag), frozenset(holders)
        if name not in _allowed(holders):
            yield f"<{name}> within <{holders[-1]}>"
        if name in FOLLOWED and around & (INTERACTIVE - {"details"}):
            yield f"<{name}> within another that is followed"
        if name in LANDMARKS and around & (LANDMARKS - {"main"}):
            yield f"<{name}> within another landmark"
    for element in page.named(*BARE):
        if not len(element):
            yield f"an empty <{element.tag}>"
        if (element.text or "").strip() or any((child.tail or "").strip() for child in element):
            yield f"a text of its own within <{element.tag}>"


def _allowed(holders: tuple[str, ...]) -> frozenset[str]:
    """What the innermost of some elements may hold."""
    if holders[-2:] == ("dl", "div"):
        return frozenset({"dt", "dd"})
    return CHILDREN.get(holders[-1], FLOW)


def _attributes(page: Markup) -> Iterator[str]:
    for element, holders in page.placed:
        name = str(element.tag)
        if name == "svg" or "svg" in holders:
            continue
        for attribute in element.attrib:
            known = (
                attribute in GLOBAL or attribute in ATTRIBUTES.get(name, ()) or attribute.startswith(("aria-", "data-"))
            )
            if not known:
                yield f"{attribute} on <{name}>"
    for element in page.where("tabindex"):
        if element.get("tabindex") not in {"0", "-1"}:
            yield f"an order of its own: tabindex {element.get('tabindex')}"
    for button, holders in page.placed:
        if button.tag == "button" and "form" in holders and not button.get("type"):
            yield "<button> without a type within a form"


def _references(page: Markup) -> Iterator[str]:
    twice = [id for id, times in Counter(page.ids).items() if times > 1]
    yield from (f"the id {id} twice" for id in twice)
    yield from (f"no id: {id!r}" for id in page.ids if not id or BLANKS.search(id))
    ids = {element.get("id"): element for element in page.where("id")}
    for attribute in REFERS:
        for element in page.where(attribute):
            for id in element.get(attribute, "").split():
                if id not in ids:
                    yield f"{attribute} names {id}, which is not there"
    for label in page.named("label"):
        target = label.get("for")
        if target is not None and (
            target not in ids or ids[target].tag not in {"input", "select", "textarea", "output"}
        ):
            yield f"a label for {target}, which is no field"


def _names(page: Markup) -> Iterator[str]:
    yield from _fields(page)
    for element in page.named("a", "button", "summary"):
        if not text_of(element) and not element.get("aria-label"):
            yield f"<{element.tag}> without a text: {element.get('href', '')}"
    for image in page.named("img"):
        if image.get("alt") is None:
            yield f"a picture without a text: {image.get('src')}"
    for drawing in page.named("svg"):
        told = drawing.get("role") == "img" and drawing.get("aria-label")
        if not told and drawing.get("aria-hidden") != "true":
            yield "a drawing without a text"
    names = Counter(nav.get("aria-label", "") for nav in page.named("nav"))
    yield from (f"{times} <nav> called {name!r}" for name, times in names.items() if times > 1 or not name)
    for region in page.where("role"):
        if region.get("role") not in ROLES.get(region.tag, ()):
            yield f"<{region.tag}> in the role of {region.get('role')}"
        if region.get("role") == "region" and not (region.get("aria-label") or region.get("aria-labelledby")):
            yield "a region without a name"


def _fields(page: Markup) -> Iterator[str]:
    labelled = {label.get("for") for label in page.named("label")}
    within = {id(each) for label in page.named("label") for each in label.iter()}
    for field in page.named("input", "select", "textarea"):
        told = field.get("aria-label") or field.get("aria-labelledby") or field.get("type") == "hidden"
        if not told and field.get("id") not in labelled and id(field) not in within:
            yield f"a field without a label: {field.get('name') or field.get('id')}"


def _tables(page: Markup) -> Iterator[str]:
    for table in page.named("table"):
        rows = [row for part in table for row in part if row.tag == "tr"]
        if len(widths := {*_widths(rows)}) > 1:
            yield f"rows of {sorted(widths)} cells in one table: {text_of(table)[:60]}"
        lines = any(_first_is_data(rows))
        for row in rows:
            for cell in row.findall("th"):
                scope = cell.get("scope")
                alone = all(each.tag == "th" for each in row) or (cell is row[0] and not lines)
                if not text_of(cell):
                    yield f"an empty head in the table {text_of(table)[:60]}"
                if scope not in {"row", "col", "rowgroup", "colgroup"} and (scope or not alone):
                    yield f"a head of nothing: {text_of(cell)!r}"


def _first_is_data(rows: Iterable[Element]) -> Iterator[bool]:
    """Of each row that begins with a cell of its own, whether that is no head."""
    below = 0
    for row in rows:
        if not below:
            below = int(row[0].get("rowspan", "1"))
            yield row[0].tag == "td"
        below -= 1


def _widths(rows: Iterable[Element]) -> Iterator[int]:
    """How many columns each row has, with those that reach down into it."""
    down: list[int] = []
    for row in rows:
        width = len([left for left in down if left])
        down = [left - 1 for left in down if left > 1]
        for cell in row:
            span = int(cell.get("colspan", "1"))
            width += span
            below = int(cell.get("rowspan", "1")) - 1
            down += [below] * span if below else []
        yield width


def _inline(page: Markup) -> Iterator[str]:
    """What a strict content policy would stop, and what takes a reader away."""
    for element in page.elements:
        for attribute, value in element.attrib.items():
            if attribute == "style" or attribute.startswith("on"):
                yield f"{attribute} on <{element.tag}>: {value[:40]}"
            if attribute in {"href", "src", "action"} and re.match(
                r"\s*(javascript|data|vbscript):", value, re.IGNORECASE
            ):
                yield f"an address that runs: {value[:40]}"
    yield from ("<style>" for _ in page.named("style"))
    yield from ("a script within the page" for script in page.named("script") if not script.get("src") or script.text)
    yield from (f"<{each.tag}>" for each in page.named("iframe", "object", "embed", "base"))
