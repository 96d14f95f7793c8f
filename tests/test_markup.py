"""What is wrong with a page is seen: each rule of the tests of the site, broken once."""

import pytest

from tests.markup import Markup, faults

PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>A page</title></head>
<body><main><h1>A page</h1>{body}</main></body></html>"""


def of(body: str) -> list[str]:
    """What is wrong with a page of some content."""
    return faults(Markup("page", PAGE.replace("{body}", body)))


@pytest.mark.parametrize(
    "body",
    [
        "<p>a <b>b</b> &amp; <a href='x'>c</a></p><h2>d</h2><h3>e</h3><h2>f</h2>",
        "<table><caption>a</caption><thead><tr><td><th scope='col'>b<tbody><tr><th scope='row'>c<td>d</table>",
        "<table><tbody><tr><th scope='row' rowspan='2'>a<td>b<tr><td>c</table>",
        "<table><thead><tr><th>a<th>b<tbody><tr><th>c<td>d</table>",
        "<ul><li>a<li><ul><li>b</ul></ul><dl><div><dt>a<dd>b</div></dl>",
        "<form><label for='f'>a</label> <select id='f'><option>b</select><label>c <input></label></form>",
        "<svg role='img' aria-label='a'><title>b</title><g><text>c</text></g></svg>",
        "<details><summary>a</summary><p>b</p></details>",
    ],
)
def test_a_sound_page_has_no_fault(body: str) -> None:
    """End tags that HTML lets a page leave out are no fault, nor is any of what the site is made of."""
    assert of(body) == []


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ("<p>a<div>b</div></p>", "line 3"),
        ("<a href='x'>a <a href='y'>b</a></a>", "line 3"),
        ("<p class='a' class='b'>c</p>", "line 3"),
        ("<p>&nosuch;</p>", "line 3"),
        ("<section><p>a</p>", "line 3"),
        ("<h3>a</h3>", "a heading of level 3"),
        ("<h1>a</h1>", "not one of the first level"),
        ("<h2> </h2>", "an empty <h2>"),
        ("<ul><div>a</div></ul>", "<div> within <ul>"),
        ("<span><p>a</p></span>", "<p> within <span>"),
        ("<dl><div><p>a</p></div></dl>", "<p> within <div>"),
        ("<ul></ul>", "an empty <ul>"),
        ("<ul>a<li>b</ul>", "a text of its own"),
        ("<label><a href='x'>a</a></label>", "within another that is followed"),
        ("<main>a</main>", "not one main"),
        ("<p align='left'>a</p>", "align on <p>"),
        ("<p tabindex='1'>a</p>", "an order of its own"),
        ("<form><button>a</button></form>", "without a type"),
        ("<p id='a'>b</p><p id='a'>c</p>", "the id a twice"),
        ("<p id='a b'>c</p>", "no id"),
        ("<p aria-describedby='a'>b</p>", "names a, which is not there"),
        ("<p id='a'>b</p><label for='a'>c</label>", "which is no field"),
        ("<input type='text'>", "a field without a label"),
        ("<a href='x'></a>", "<a> without a text"),
        ("<img src='x'>", "a picture without a text"),
        ("<svg></svg>", "a drawing without a text"),
        ("<nav>a</nav>", "<nav> called ''"),
        ("<div role='region'>a</div>", "a region without a name"),
        ("<figure role='region' aria-label='a'>b</figure>", "<figure> in the role of region"),
        ("<table><tr><td>a<td>b<tr><td>c</table>", "rows of [1, 2] cells"),
        ("<table><tr><th scope='row'><td>a</table>", "an empty head"),
        ("<table><tr><td>a<th>b</table>", "a head of nothing"),
        ("<table><tr><th>a<td>b<tr><td>c<td>d</table>", "a head of nothing"),
        ("<p style='color: red'>a</p>", "style on <p>"),
        ("<p onclick='a()'>b</p>", "onclick on <p>"),
        ("<a href=' JavaScript:a()'>b</a>", "an address that runs"),
        ("<script>a()</script>", "a script within the page"),
        ("<iframe src='x'></iframe>", "<iframe>"),
    ],
)
def test_a_fault_is_seen(body: str, fault: str) -> None:
    """Whatever is planted in a page is named."""
    assert any(fault in each for each in of(body)), of(body)


def test_a_page_without_its_head_is_seen() -> None:
    """A page says its type, its language, its name and how it is written, before anything else."""
    found = faults(Markup("page", "<html><head></head><body><main><h1>a</h1></main></body></html>"))
    assert {"no doctype", "no language", "not one title", "no charset within the first 1024 bytes"} <= {*found}
