"""The messages of the program, and the catalogues of the languages: `python -m tests.catalogues` brings them together.

It finds every message in the source, adds to each catalogue what is new, takes out what is no longer said, and compiles
the catalogues for this checkout. What was translated is kept, and a message that changed is marked as fuzzy.
"""

import ast
import re
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from tests.source import MODULES, named, room, tree
from toc_treaties.words.language import CATALOGUES

LANGUAGES = ("es", "pt", "fr")
SIGNS = {"LETTER", "STATEMENT_LETTER", "SIGN", "SYMBOL", "MARK", "DAY_MARK"}
GRAMMAR = {"OF_NOUN", "OF_DAY", "CONTRACTED", "VOWELS", "BARE", "WITH_ARTICLE", "ON", "AT_DAY"}
DATASET = {"ENDS", "IN"}
NO_MESSAGES = SIGNS | GRAMMAR | DATASET | {"CATALOGUES"}
"""Lists of signs, which all languages share, what belongs to a grammar, to open data, and where the catalogues lie."""
SAID = {"say", "known"}


class Message(NamedTuple):
    """A message: in a place that gives it a meaning of its own, or in any; with a form for more, or without."""

    text: str
    many: str | None = None
    place: str | None = None


def messages_of(module: Path) -> Iterator[Message]:
    """Every message of a module: what is handed to be said, and the lists of words that are said by their code."""
    whole = tree(module)
    for call in (node for node in ast.walk(whole) if isinstance(node, ast.Call)):
        called = getattr(call.func, "attr", getattr(call.func, "id", ""))
        if called == "count":
            yield from _in(ast.Tuple(call.args[:2]))
        elif called in SAID:
            yield from _in(ast.Tuple(call.args[:1]))
    if module in room("words"):
        for assigned in whole.body:
            if isinstance(assigned, ast.Assign | ast.AnnAssign) and _name(assigned) not in NO_MESSAGES:
                yield from _in(assigned.value)


def _name(assigned: ast.Assign | ast.AnnAssign) -> str:
    target = assigned.targets[0] if isinstance(assigned, ast.Assign) else assigned.target
    return getattr(target, "id", "")


def _in(node: ast.AST | None) -> Iterator[Message]:
    """The messages of an expression: a text, a text in its place, two forms of one, or a list of any."""
    match node:
        case ast.Constant(value=str(text)) if any(letter.isalpha() for letter in text):
            yield Message(text)
        case ast.Call(func=ast.Name(id="Homonym"), args=[ast.Constant(value=text), ast.Constant(value=place)]):
            yield Message(str(text), place=str(place))
        case ast.Tuple(elts=[ast.Constant(value=str(one)), ast.Constant(value=str(many))]) if "{n}" in many:
            yield Message(one, many)
        case ast.Tuple() | ast.List() | ast.Dict() | ast.BinOp() | ast.IfExp():
            for part in _parts(node):
                yield from _in(part)


def _parts(node: ast.AST) -> list[ast.expr]:
    """What an expression is made of, without the keys and the conditions by which one of its parts is chosen."""
    match node:
        case ast.Dict(values=parts) | ast.Tuple(elts=parts) | ast.List(elts=parts):
            return parts
        case ast.BinOp(left=first, right=last) | ast.IfExp(body=first, orelse=last):
            return [first, last]
    return []


@cache
def messages() -> dict[Message, list[str]]:
    """Every message of the program, and the modules that say it; a plural form stands for its singular too."""
    found: dict[Message, list[str]] = {}
    for module in MODULES:
        for message in messages_of(module):
            where = found.setdefault(message, [])
            if named(module) not in where:
                where.append(named(module))
    plural = {message.text for message in found if message.many}
    return {each: where for each, where in found.items() if each.many or each.place or each.text not in plural}


def template() -> Catalog:
    """The catalogue of all messages, untranslated."""
    made = Catalog(fuzzy=False)
    for message, where in sorted(messages().items(), key=lambda item: (item[1], item[0].text, item[0].place or "")):
        id = (message.text, message.many) if message.many else message.text
        made.add(id, context=message.place, locations=[(file, 0) for file in where])
    return made


def path_of(language: str) -> Path:
    """A language's catalogue, as translators edit it."""
    return CATALOGUES / f"{language}.po"


def read(language: str) -> Catalog:
    """A language's catalogue as it is."""
    with path_of(language).open("rb") as file:
        return read_po(file)


def updated(language: str) -> bytes:
    """A language's catalogue with the messages that the program says now; its head is left as it stands."""
    catalogue = read(language)
    catalogue.update(template(), keep_user_comments=True)
    out = BytesIO()
    write_po(out, catalogue, width=100, omit_header=True, ignore_obsolete=True, include_lineno=False)
    head, _, _ = path_of(language).read_text("utf-8").partition("\n\n")
    return f"{head}\n\n".encode() + _without_format(out.getvalue())


def _without_format(written: bytes) -> bytes:
    """Messages without the remark that they are formats: a tool that knows formats refuses {treaty:de} and {day:on}.

    What a placeholder is called is tested here instead.
    """
    return written.replace(b"#, python-brace-format\n", b"").replace(b", python-brace-format", b"")


PLACEHOLDER = re.compile(r"{(\w*)(?::\w+)?}")


def placeholders(text: str) -> set[str]:
    """The placeholders of a message, whichever form of a name or a day it asks for."""
    return set(PLACEHOLDER.findall(text))


def translations(language: str) -> Iterator[tuple[str, str]]:
    """Each message that a catalogue translates, with its translation; each form of a message that has two."""
    for message in read(language):
        for id, text in zip(forms(message.id), forms(message.string), strict=True):
            if id and text:
                yield id, text


def forms(text: str | Sequence[str] | None) -> Sequence[str]:
    """A message, or the forms of one that has two."""
    return [text] if isinstance(text, str) else text or []


def said_alike(language: str) -> Iterator[str]:
    """The messages with words of their own whose translation is their English."""
    for id, text in translations(language):
        if id == text and any(letter.isalpha() for letter in PLACEHOLDER.sub("", id)):
            yield id


def untranslated(language: str) -> Iterator[str]:
    """The messages that a catalogue does not translate, or only by a guess."""
    for message in read(language):
        if message.id and (message.fuzzy or not all(forms(message.string) or [""])):
            yield str(message.id)


def compile_all() -> None:
    """Compile each catalogue for this checkout."""
    for language in LANGUAGES:
        with path_of(language).with_suffix(".mo").open("wb") as file:
            write_mo(file, read(language))


def main() -> None:
    """Bring the catalogues up to date, and compile them."""
    for language in LANGUAGES:
        path_of(language).write_bytes(updated(language))
        sys.stderr.write(f"{language}: {len(read(language))} messages, {len([*untranslated(language)])} to translate\n")
    compile_all()


if __name__ == "__main__":
    main()
