"""What is plainly written is read by its lines, and means there what it means to libyaml, sign for sign."""

from random import Random
from textwrap import dedent

import pytest

from tests.conftest import DATA
from tests.corpus import everything, first_change
from toc_treaties.store.composed import composed_node
from toc_treaties.store.nodes import Mapping
from toc_treaties.store.plain import plain_nodes

TEXTS = {path.relative_to(DATA).as_posix(): path.read_text("utf-8") for path in sorted(DATA.rglob("*.yaml"))}
SIGNS = [*" -:#'\"[]{},&*!|>%@`?\\\n\t~=.ñ1a", "- ", ": ", "---\n", "\n  ", "key: ", "{a: b}", "[a, b]", " '", "\u00a0"]
SIGNS += ['a"b c": d', "a b: "]


def agreed(text: str) -> Mapping | None:
    """What the lines of a text say, which is what libyaml says of it, or nothing."""
    nodes = plain_nodes(text)
    assert nodes is None or nodes == composed_node("", text), text
    return nodes


def excerpt(text: str, line: int) -> str:
    """The lines around one, as a text of their own."""
    return dedent("\n".join(text.split("\n")[max(0, line - 12) : line + 12]))


def test_the_files_say_the_same_either_way() -> None:
    """Every file of the register, each of which is read by its lines."""
    assert [name for name, text in TEXTS.items() if agreed(text) is None] == []


def test_a_slip_says_the_same_either_way() -> None:
    """Every slip of the corpus, with the lines around it."""
    for row in everything(["states.tsv", "measures.tsv", "catalogues.tsv", "harmless.tsv"]):
        slipped = row.applied(TEXTS[row.file])
        agreed(excerpt(slipped, first_change(TEXTS[row.file], slipped)))


def test_edits_at_random_say_the_same_either_way() -> None:
    """Signs put into lines, and taken out of them, wherever they fall; most of the texts stay plain."""
    random = Random(7)  # noqa: S311 - nothing here is secret
    plain = 0
    for _ in range(2000):
        text = random.choice([*TEXTS.values()])
        lines = excerpt(text, random.randrange(text.count("\n"))).split("\n")
        at = random.randrange(len(lines))
        column = random.randint(0, len(lines[at]))
        left, right = lines[at][:column], lines[at][column + random.choice((0, 0, 1, 2)) :]
        lines[at] = left + random.choice(SIGNS) + right
        plain += agreed("\n".join(lines)) is not None
    assert plain > 100


@pytest.mark.parametrize(
    "text",
    [
        "a: b\n",
        "a:\n  - b: c\n    d:\n      e: f\n  - g\nh:\n",
        "# a remark\n\na: [b, \"c d\", 'e', [f]]\n# another\nb: {c: d e, f: [], g: {}}\n",
        'a b, c (d): e\n"f: g":\n  h: \u00ab\u00a0i\u00a0\u00bb\n"j":\nk d\'l:\n',
        "a: it's 100% - or so; http://b.example/?c=d&e#f\nb: 'c: d'\n",
    ],
)
def test_a_plain_text_is_read_by_its_lines(text: str) -> None:
    """Keys, of several words too, values and items; quotes and brackets within a line; remarks on their own lines."""
    assert agreed(text) is not None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "- a\n",
        "a: b # c\n",
        "a: b \n",
        "a: b ",
        "a: b\n  c\n",
        "a:\n- b\n",
        "a: b: c\n",
        "a: b:\n",
        "a: |\n  b\n",
        "a: &b c\n",
        "a: 'it''s'\n",
        'a: "b\\tc"\n',
        "a: [b,\n  c]\n",
        "a: {b: c, b: d}\n",
        "a: b\na: c\n",
        "a:\n  - b\n  c: d\n",
        "---\na: b\n",
        "a: b\n...\nc: d\n",
        "a: b\tc\n",
        "a: b\r\n",
        "a: b\u2028c\n",
        "a : b\n",
        "'a b': c\n",
        'a: b\n"a": c\n',
        "a:\n    b: c\n  d: e\n",
        "a:\n  - - b\n",
        "? a\n: b\n",
    ],
)
def test_any_other_text_is_left_to_libyaml(text: str) -> None:
    """What goes on in the next line, stands twice, or has a sign that means more than itself."""
    assert plain_nodes(text) is None
