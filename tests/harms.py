"""Files of a register as an edit may leave them: lines moved, joined, lost, shifted, and values in others' places."""

import re
from collections.abc import Callable
from random import Random

from toc_treaties.model.problem import Problem

Lines = list[str]
WORDS = (
    *(
        "",
        "~",
        "yes",
        "unknown",
        "null",
        "2026-13-01",
        "2011-19-04",
        "19/04/2011",
        "0000-00-00",
        "9" * 400,
        "-1",
        "1e999",
    ),
    *(
        "[",
        "]",
        "{",
        "}",
        "[[]]",
        "{a: {b: [c]}}",
        '"',
        "'",
        "“x”",
        "|",
        ">-",
        "&a b",
        "*a",
        "!!binary x",
        "%TAG",
        "- -",
    ),
    *(
        "ratification",
        "ratificación",
        "untoc",
        "un\u0442oc",
        "a\u00a0b",
        "x\u202ey",
        "\u0000",
        "\t",
        "\ufeff",
        "\r",
        "\x85",
    ),
    *(
        "<<<<<<< HEAD",
        "=======",
        ">>>>>>> x",
        "? a",
        "# a",
        "a: b: c",
        "javascript:alert(1)",
        "[red]x[/]",
        "&nbsp;",
        "é" * 300,
    ),
)


def _at(random: Random, lines: Lines) -> int:
    return random.randrange(len(lines))


def _value(random: Random, lines: Lines) -> None:
    at = _at(random, lines)
    head, colon, _ = lines[at].partition(": ")
    other = lines[_at(random, lines)].partition(": ")[2]
    lines[at] = f"{head}{colon}{random.choice((*WORDS, other))}"


def _key(random: Random, lines: Lines) -> None:
    at = _at(random, lines)
    other = lines[_at(random, lines)].partition(":")[0].strip(" -")
    lines[at] = re.sub(r"[\w-]+(?=:)", lambda _: random.choice((*WORDS, other)), lines[at], count=1)


def _indent(random: Random, lines: Lines) -> None:
    at, by = _at(random, lines), random.randint(1, 4)
    for number in range(at, min(len(lines), at + random.choice((1, 1, 3, 30)))):
        lines[number] = " " * by + lines[number] if random.random() < 0.5 else lines[number][by:]


def _block(random: Random, lines: Lines) -> None:
    start, to = _at(random, lines), _at(random, lines)
    block = lines[start : start + random.choice((1, 2, 5, 40))]
    if random.random() < 0.5:
        del lines[start : start + len(block)]
    if random.random() < 0.7 or not lines:
        lines[to:to] = block


def _sign(random: Random, lines: Lines) -> None:
    at = _at(random, lines)
    place = random.randint(0, len(lines[at]))
    sign = random.choice((*":-[]{}\"'#,&*|> \t", "\u00a0", "\u0430", "\u2028", "\r", "\0", ""))
    lines[at] = lines[at][:place] + sign + lines[at][place + random.randint(0, 2) :]


def _day(random: Random, lines: Lines) -> None:
    days = [at for at, line in enumerate(lines) if re.search(r"\d{4}-\d\d-\d\d", line)]
    if days:
        at = random.choice(days)
        new = random.choice((r"\1-\3-\2", r"\3/\2/\1", r"2\1-\2-\3", r"\1-\2", r"1\1", r"2099-\2-\3", r"1700-\2-\3"))
        lines[at] = re.sub(r"(\d{4})-(\d\d)-(\d\d)", new, lines[at], count=1)


def _cut(random: Random, lines: Lines) -> None:
    at = _at(random, lines)
    lines[at] = lines[at][: random.randint(0, len(lines[at]))]
    if random.random() < 0.3:
        del lines[at + 1 :]
    elif at + 1 < len(lines):
        lines[at] += lines.pop(at + 1).lstrip()


HARMS: tuple[Callable[[Random, Lines], None], ...] = (_value, _key, _indent, _block, _sign, _day, _cut)


def harmed(random: Random, text: str) -> str:
    """A text after one to four harms."""
    lines = text.split("\n")
    for _ in range(random.randint(1, 4)):
        random.choice(HARMS)(random, lines)
        lines = lines or [""]
    return "\n".join(lines)


def unplaced(problems: list[Problem], texts: dict[str, str]) -> list[Problem]:
    """The problems that say nothing, give no remedy, or point to no place that their file has."""
    return [problem for problem in problems if not (problem.message and problem.help and _is_there(problem, texts))]


def _is_there(problem: Problem, texts: dict[str, str]) -> bool:
    file, line, column = problem.place[:3]
    name = file.removeprefix("data/")
    if name not in texts:
        return problem.rule in {"missing-file", "stray-file"}
    lines = texts[name].split("\n")
    return 1 <= line <= len(lines) and 1 <= column <= len(lines[line - 1]) + 1
