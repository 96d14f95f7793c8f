"""The shape family of rules: one function and one code for each way a file can be written wrongly.

They are found while reading, so each makes its Problem here instead of walking a register. Every one is
described, with a bad and a good example, in `docs/rules.md`.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from toc_treaties.model.place import Place
from toc_treaties.model.problem import Problem, Severity, warning
from toc_treaties.store.nearness import SAID_AS, WITHDRAWN, mistyped, nearest_or_known


def too_large(file: str, size: str, largest: int) -> Problem:
    """A file of more than a megabyte is not a state's file."""
    message = f"the file has {size} bytes; at most {largest:,} are read"
    return Problem("too-large", Place(file, 1, 1), message, "split the file, or remove what is not data")


def bad_encoding(file: str, before: bytes, byte: int) -> Problem:
    """A file is written in UTF-8."""
    line = before.count(b"\n") + 1
    column = len(before.rpartition(b"\n")[2].decode("utf-8", "replace")) + 1
    message = f"byte 0x{byte:02x} is not UTF-8"
    return Problem("bad-encoding", Place(file, line, column), message, "save the file as UTF-8")


def wide_encoding(file: str, content: bytes) -> list[Problem]:
    """A file in which each sign has two bytes, or four, as some editors save it: said of the whole, not of a byte."""
    marked, nulls = content[:2] in {b"\xff\xfe", b"\xfe\xff"}, content[:4].count(0)
    if not marked and nulls not in {2, 3}:
        return []
    name = "UTF-32" if nulls == 3 or content[:4] in {b"\xff\xfe\0\0", b"\0\0\xfe\xff"} else "UTF-16"  # noqa: PLR2004 - of four bytes
    return [
        Problem("bad-encoding", Place(file, 1, 1), f"the file is in {name}, not in UTF-8", "save the file as UTF-8")
    ]


def odd_character(place: Place, message: str, help: str, width: int) -> Problem:
    """A character that ends a line unseen, cannot be seen, passes for another, or is left of a lost one."""
    return Problem("odd-character", place, message, help, width=width)


def tab(place: Place, more: int, before: str, after: str) -> Problem:
    """A tab has no width in YAML: what it indents cannot be told."""
    message = "a tab" + (f" (and {more} more in this file)" if more else "")
    help_ = "type one blank in its place" if before.strip() else "use spaces: two for each level"
    return Problem("tab", place, message, help_ if after.strip() else "delete it: nothing follows on the line")


def yaml_syntax(place: Place, message: str, help: str, width: int = 1) -> Problem:
    """The text is not YAML from here on."""
    return Problem("yaml-syntax", place, message, help, width=width)


def lost_value(place: Place, kept: str, lost: str) -> Problem:
    """A # with nothing between it and the next sign is seldom meant as a comment: the value may be cut short."""
    message = f"{kept!r} is all that is read here: a blank and # begin a comment"
    help_ = f"where {lost!r} belongs to the value, delete {lost[0]!r}; a comment has a blank behind its #"
    return warning("lost-text", place, message, help_, len(lost))


def lost_text(place: Place, kept: str, lost: str) -> Problem:
    """What a blank and a # part from a text without quotes is a comment: nobody is shown it."""
    sign = "'" if '"' in kept + lost else '"'
    message = f"the text ends before {lost!r}: a blank and # begin a comment"
    help_ = f"where it is text, write {sign}{kept} {lost}{sign}; a comment stands on a line of its own"
    return warning("lost-text", place, message, help_, len(lost))


def stray_file(place: Place, read: str | None, *, ours: bool, beside: bool) -> Problem:
    """A file that nothing reads: an error where it looks like one of the register's."""
    what = "this folder" if place.file.endswith("/") else "this file"
    if read is None:
        message, help_ = f"nothing reads {what}", "move it out of the data, or remove it"
        if ours and place.file.endswith(".yaml"):
            help_ = "add its state to register.yaml, or move it out of the data"
    else:
        message = f"nothing reads {what}: the register reads {read}"
        help_ = "move it out of the data, or remove it" if beside else f"name it {read.rpartition('/')[2]}"
        if not beside and place.file.rpartition("/")[2] == read.rpartition("/")[2]:
            help_ = f"move it to {read}"
    return Problem("stray-file", place, message, help_, Severity.ERROR if ours else Severity.WARNING)


def missing_file(place: Place, why: str = "the file is not there") -> Problem:
    """A file that the register has."""
    return Problem("missing-file", place, why, "restore it from the last version of the data")


def empty_file(file: str) -> Problem:
    """A file that holds nothing."""
    return Problem(
        "yaml-syntax", Place(file, 1, 1), "the file holds no data", "see docs/schema.md for what belongs in it"
    )


def second_document(file: str, line: int) -> Problem:
    """One file holds one document."""
    return Problem(
        "yaml-syntax", Place(file, line, 1), "a second document starts here", "remove the line of three hyphens"
    )


def anchor_or_tag(file: str, line: int, column: int, event: Any) -> Problem:
    """Anchors and tags change what is read without changing what is seen."""
    place = Place(file, line, column)
    help_ = "write the value out; a text that starts with & or ! needs quotes"
    if event.anchor is not None:
        return Problem("anchor", place, f"an anchor (&{event.anchor}) is not used in these files", help_)
    tag = str(event.tag).replace("tag:yaml.org,2002:", "!!")
    return Problem("tag", place, f"a tag ({tag}) is not used in these files", help_)


def alias(file: str, line: int, column: int, name: str) -> Problem:
    """An alias repeats another place's value unseen."""
    help_ = "write the value out; a text that starts with * needs quotes"
    return Problem("alias", Place(file, line, column), f"an alias (*{name}) is not used in these files", help_)


def too_deep(file: str, line: int, column: int, deepest: int) -> Problem:
    """Nesting beyond anything the format asks for."""
    message = f"nested more than {deepest} levels deep"
    return Problem(
        "too-deep", Place(file, line, column), message, "see docs/schema.md: an action stands four levels deep"
    )


def empty_item(place: Place) -> Problem:
    """A hyphen with nothing behind it."""
    return Problem("wrong-type", place, "this item is empty", "delete its hyphen, or write what belongs behind it")


def list_in_list(place: Place) -> Problem:
    """Brackets within brackets."""
    return Problem("wrong-type", place, "a list stands within a list", "delete the inner brackets")


def duplicate_key(place: Place, key: str, first_line: int, until: str = "") -> Problem:
    """The same key twice: which one holds cannot be told."""
    block = f", and so on until {until}" if until not in {"", key} else ""
    message = f"{key} stands here a second time; it is already on line {first_line}{block}"
    return Problem(
        "duplicate-key", place, message, "keep one of the two, or join their entries under one", width=len(key)
    )


def unknown_key(place: Place, key: str, known: Sequence[str]) -> Problem:
    """A key that the format does not have."""
    name, _, value = key.partition(":")
    if key.startswith("-") and key[1:].strip() in known:
        message, help_ = "a blank is missing behind the hyphen", f"write - {key[1:].strip()}"
    elif value and name in known:
        message, help_ = "a blank is missing behind the colon", f"write {name}: {value}"
    else:
        message, help_ = f"there is no field {key} here", nearest_or_known(key, known) if known else "remove it"
    return Problem("unknown-key", place, message, help_, width=len(key))


def outdented_key(place: Place, key: str, above: str) -> Problem:
    """A field that stands beside the field which it belongs under."""
    message = f"{key} stands beside {above}, which has nothing under it"
    return Problem("unknown-key", place, message, f"begin it two blanks further in, under {above}", width=len(key))


def missing_key(place: Place, keys: Sequence[str], where: str) -> Problem:
    """Keys that every such record has."""
    named = f"{', '.join(keys[:-1])} and {keys[-1]}" if len(keys) > 1 else keys[0]
    return Problem("missing-key", place, f"{where} has no {named}", f"add {named}; see docs/schema.md")


def lost_line(place: Place, key: str, below: str) -> Problem:
    """The line that opens a block fell out, so that the block stands under another."""
    message, help_ = f"the line {key}: is missing above {below}", f"put {key}: on a line of its own before this one"
    return Problem("missing-key", place, message, help_, width=len(below))


def missing_value(place: Place, key: str, *, needed: bool = True) -> Problem:
    """A key without a value."""
    help_ = "write the value after the colon" + ("" if needed else ", or remove the line")
    return Problem("missing-value", place, f"{key} has no value", help_)


def wrong_type(place: Place, expected: str, found: str, help: str = "") -> Problem:
    """A list where a text belongs, and the like."""
    help_ = help or "see the example in docs/schema.md"
    return Problem(
        "wrong-type", place, f"{expected} {'are' if expected == 'fields' else 'is'} expected here, not {found}", help_
    )


def not_an_item(place: Place, key: str) -> Problem:
    """Fields stand where a list of records belongs."""
    if key.startswith("-"):
        return wrong_type(
            place, "a list", "fields", f"a blank is missing behind the hyphen: write - {key[1:].strip()}:"
        )
    return wrong_type(place, "a list", "fields", f"put a hyphen and a blank before the first field: - {key}:")


def bad_value(place: Place, text: str, expected: str, help_: str) -> Problem:
    """A text that is not one of those allowed here."""
    return Problem("bad-value", place, f"{text!r} is not {expected}", help_, width=len(text))


def impossible_date(place: Place, text: str, said: str, offered: Sequence[str], swapped: Sequence[str]) -> Problem:
    """A date that no calendar has."""
    only = f", or only what is known: {' or '.join(offered)}" if offered else ""
    help_ = f"{swapped[0]}?" if swapped else f"write the date that the source shows{only}"
    return Problem("impossible-date", place, said, help_, width=len(text))


def not_a_date(place: Place, text: str, offered: Sequence[str], words: Sequence[str], *, full: bool) -> Problem:
    """A date is written year first, with hyphens."""
    message = f"{text!r} is not a date" if len(offered) != 1 else f"{text!r} is not written year first, with hyphens"
    known = "" if full else ", or only what is known: 2004-06 or 2004"
    help_ = f"write the year first, as 2004-06-15{known}{''.join(f', or {word}' for word in words)}"
    if offered:
        help_ = f"write {offered[0]}" if len(offered) == 1 else f"{' or '.join(offered)}?"
    elif (word := text.strip().casefold()) in words:
        help_ = f"write {word}"
    return Problem("not-a-date", place, message, help_, width=max(len(text), 1))


def over_precise_date(place: Place, text: str) -> Problem:
    """A treaty action has a day, not an hour."""
    message = f"{text!r} says more than a day"
    return Problem("over-precise-date", place, message, f"write {text[:10]}", width=len(text))


def day_needed(place: Place, text: str, help: str) -> Problem:
    """A field that holds a full date only."""
    return Problem("day-needed", place, f"a full date is needed here, not {text!r}", help, width=len(text))


def unknown_kind(place: Place, key: str, known: Sequence[str]) -> Problem:
    """An entry starts with its kind."""
    said = SAID_AS.get(key.casefold())
    name, _, value = key.partition(":")
    if value and name in known:
        help_ = f"a blank is missing behind the colon: write {name}: {value}"
    else:
        help_ = f"did you mean {said}?" if said in known else nearest_or_known(key, known)
        help_ = WITHDRAWN if key.casefold() in {"withdrawal", "withdrew", "withdrawn", "withdraws"} else help_
    return Problem("unknown-kind", place, f"{key} is no kind of treaty action", help_, width=len(key))


def split_entry(place: Place, key: str) -> Problem:
    """A hyphen that parts a field from its entry."""
    help_ = "write a blank in place of the hyphen, if it belongs to the entry above; or begin the entry with its kind"
    return Problem("unknown-kind", place, f"an entry cannot begin with {key}", help_, width=len(key))


def statement_without_action(place: Place, kind: str) -> Problem:
    """A reservation, declaration or objection is made with an act (VCLT art. 19)."""
    help_ = "put it under statements: of the signature or consent that it was made with"
    return Problem("statement-without-action", place, f"a {kind} stands here without an action", help_, width=len(kind))


def several_kinds(place: Place, kinds: Sequence[str]) -> Problem:
    """An entry records one thing."""
    message = f"one entry holds {' and '.join(kinds)}"
    return Problem("several-kinds", place, message, "give each its own entry, with its own date and source")


def bound_beside_date(place: Place) -> Problem:
    """A bracket stands beside an unknown day only."""
    return Problem(
        "bound-beside-date", place, "a bracket stands beside a date", "remove between, or write unknown for the date"
    )


def day_mark_needless(place: Place, beside: str) -> Problem:
    """An unknown day, and an act that no source shows, already say that the day was not seen."""
    message = f"the mark of the day stands beside {beside}, which says so already"
    return Problem("day-mark-needless", place, message, "remove day_unconfirmed")


def list_not_cited(place: Place, source: str) -> Problem:
    """A list that shows the instrument in force shows the act as well."""
    message = f"{source} shows it in force and is not among the sources of the action"
    return Problem("list-not-cited", place, message, "add it to source", width=len(source))


def reversed_bound(place: Place) -> Problem:
    """A bracket runs from the earlier to the later day."""
    return Problem("reversed-bound", place, "the bracket ends before it begins", "write the earlier day first")


def unknown_instrument(place: Place, key: str, known: Sequence[str], present: Mapping[str, int]) -> Problem:
    """An instrument that `instruments.yaml` does not hold; `present` are those of the file, with their lines."""
    absent = [id for id in known if id not in present]
    near = mistyped(key, absent) or mistyped(key, known)
    if near is not None and near in present:
        help_ = f"put its entries under {near}, which stands on line {present[near]}"
    else:
        help_ = f"did you mean {near}?" if near else "add it to instruments.yaml first, or remove it"
    message = f"there is no instrument {key}"
    return Problem("unknown-instrument", place, message, help_, width=len(key), absent=f"instruments.yaml {key}")
