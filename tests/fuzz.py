"""Whatever is given ends in an answer or in a sentence: seeded inputs without end, for as long as is asked.

    python -m tests.fuzz --seconds 60 --seed 1 arguments environment forms pages files faults

Each input follows from the seed and its number, so that one that is found can be tried again with --first. What is
looked for: an exception, an exit code that is not documented, a traceback, and more than ten seconds for one input.
"""

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import date
from pathlib import Path
from random import Random
from time import monotonic, process_time
from typing import Any

from tests import machine, saved_pages
from tests.console import ROOT, toc
from tests.harms import harmed, unplaced
from toc_treaties.cli.app import COMMANDS
from toc_treaties.edits.forms import read_form
from toc_treaties.readers import read
from toc_treaties.readers.page import PageFault

CODES = {0, 1, 2, 3}
LONGEST = 10.0
"""So many seconds of the processor may one input take."""
STRANGE = (
    *(
        "",
        " ",
        "-",
        "--",
        "0",
        "-1",
        "²",
        "８０",
        "\udcff",
        "a\nb",
        "\x1b[31m",
        "\u202e",
        "[red]x[/]",
        "%s{}",
        "../..",
        "/",
    ),
    *("=1+1", "a" * 300, "9" * 5000, " " * 3000, "(" * 3000, "A." * 1500, "1/" * 1500, "null", "\u00e9\u0301", "𝐇aiti"),
)
WORDS = (
    *("haiti", "HTI", "bolivia", "canada", "nicaragua", "untoc", "cifta", "uncac", "extradition", "2026", "2026-11-21"),
    *("randot-iv", "en", "es", "json", "csv", "html", "x.md", "x.xlsx", "x.csv", "strategy", "ratification", "letter"),
    *("caribbean", "oas", "HEAD", "data", "data/states/haiti.yaml", "form.csv", "a page", "https://oas.org/x", "2"),
)
VARIABLES = (
    *("COLUMNS", "LINES", "LANG", "LC_ALL", "LC_MESSAGES", "TERM", "HOME", "PATH", "NO_COLOR", "FORCE_COLOR", "TZ"),
    *("TOC_TREATIES_DATA", "TOC_TREATIES_AS_OF", "TOC_TREATIES_PAPER", "TOC_TREATIES_LANG", "TMPDIR", "COLORTERM"),
    *("GIT_DIR", "GIT_WORK_TREE", "GIT_CONFIG_COUNT", "TERMINAL_WIDTH", "TYPER_USE_RICH", "PWD"),
)
OPTIONS = (
    *("--as-of", "--lang", "--format", "-o", "--paper", "--data", "--instrument", "--group", "--tier", "--known"),
    *("--state", "--topic", "--source", "--since", "--submitted", "--subregion", "--template", "--title"),
)
FLAGS = ("--help", "--rows", "--list", "--matrix", "--fail-on-gap", "--all", "--final", "--what-if")
SLOW = {"site", "export"}
"""Commands of which one input takes as long as a hundred of another; their writing is tried at each of its steps."""


class FoundError(Exception):
    """An input that ends in none of the ways in which it may."""


def _word(random: Random) -> str:
    return random.choice(WORDS if random.random() < 0.7 else STRANGE)


def _mutated(random: Random, content: bytes) -> bytes:
    """Some bytes, harmed in one to four ways."""
    for _ in range(random.randint(1, 4)):
        start = random.randrange(len(content) + 1)
        end = min(len(content), start + random.choice((1, 3, 20, 500)))
        part = content[start:end]
        new = random.choice(
            (
                b"",
                part * 2,
                part * 300,
                part[::-1],
                bytes([random.randrange(256)]),
                _word(random).encode("utf-8", "replace"),
            )
        )
        content = content[:start] + new + content[random.choice((start, end)) :]
        if random.random() < 0.1:
            content = content[:start]
    return content


def _asked(folder: Path, *arguments: str, **environment: str) -> None:
    """Ask in a folder that holds the register, and hold the end to what is documented."""
    result = toc(*arguments, folder=folder, **environment)
    if result.code not in CODES or "Traceback" in result.err:
        raise FoundError(f"exit code {result.code}: {result.err[-400:]}")


def arguments(random: Random, folder: Path) -> list[str]:
    """A command with options of its own and of others, and words that do and do not mean anything."""
    name = random.choice([name for name in COMMANDS if name not in SLOW])
    words = [name] if random.random() < 0.97 else [_word(random)]
    words += [_word(random) for _ in range(random.randint(0, 4))]
    for _ in range(random.randint(0, 3)):
        words += [random.choice(OPTIONS), _word(random)] if random.random() < 0.8 else [random.choice(FLAGS)]
    if name in {"record", "returns"}:
        words.append("--dry-run")
    _asked(folder, *words, TOC_TREATIES_DATA="data")
    return words


def environment(random: Random, folder: Path) -> list[str]:
    """A common question under variables of rubbish."""
    given = {random.choice(VARIABLES): _word(random) for _ in range(random.randint(1, 4))}
    asked = random.choice(("gaps haiti", "gaps haiti -o x.txt", "table", "gaps -h", "--version")).split()
    _asked(folder, *asked, **{"TOC_TREATIES_DATA": "data", **given})
    return [*asked, str(given)]


def forms(random: Random, folder: Path) -> list[str]:
    """A form that was filled in, and harmed on its way."""
    from tests.commitments import register_of

    name = random.choice(("form.csv", "form.xlsx", "form.yaml"))
    content = _mutated(random, (folder / name).read_bytes())
    form = read_form(name, content, REGISTER.setdefault("of", register_of()))
    if not form.faults and (form.state is None or form.year is None):
        raise FoundError("a form without faults that is of no state or year")
    return [name, repr(content[:200])]


REGISTER: dict[str, Any] = {}
PAGES: list[bytes] = []


def pages(random: Random, _folder: Path) -> list[str]:
    """A depositary's page as somebody saved it, and harmed on its way."""
    if not PAGES:
        samples = os.environ.get("TOC_TREATIES_SAMPLES")
        found = [path for path in Path(samples).rglob("*") if path.is_file()] if samples else []
        PAGES.extend(path.read_bytes() for path in sorted(found))
        PAGES.append(saved_pages.untc().encode())
    content = _mutated(random, random.choice(PAGES))
    try:
        read(content, date(2026, 11, 20))
    except PageFault as fault:
        if not fault.message or not fault.help:
            raise FoundError("a refusal without a reason or a remedy") from None
    return [repr(content[:200])]


def files(random: Random, _folder: Path) -> list[str]:
    """A file of the register, or of the small one of the rules' examples, as an edit may leave it."""
    from tests import rulebook
    from tests.corpus import Corpus
    from tests.once import work_done_once

    if not CORPUS:
        STACK.enter_context(work_done_once())
        CORPUS.append(Corpus(ROOT / "data"))
    if random.random() < 0.5:
        texts = {name: content.decode() for name, content in rulebook.base().items()}
        name = random.choice([*texts])
        texts[name] = harmed(random, texts[name])
        problems = rulebook.problems_of({name: text.encode() for name, text in texts.items()})
    else:
        texts = CORPUS[0].texts
        name = random.choice([name for name in texts if "/" in name] * 3 + [*texts])
        texts = {**texts, name: harmed(random, texts[name])}
        problems = CORPUS[0].problems({name: texts[name]})
    if bad := unplaced(problems, texts):
        raise FoundError(f"{name}: {bad[0].rule} at {bad[0].place[:3]}: {bad[0].message} ({bad[0].help})")
    return [name]


def faults(random: Random, _folder: Path) -> list[str]:
    """A command that writes, on a machine that fails at one of its steps."""
    name, (fault, how) = random.choice([*machine.COMMANDS]), random.choice([*machine.FAULTS.items()])
    if name not in TRIALS:
        TRIALS[name] = STACK.enter_context(machine.trial_of(name))
    step = machine.Step(random.randint(1, 30), **how)
    _, untrue = TRIALS[name].at(step)
    if untrue:
        raise FoundError(f"{name}, {fault} at step {step.number}: {'; '.join(untrue)}")
    return [name, fault, str(step.number)]


TRIALS: dict[str, machine.Trial] = {}
CORPUS: list[Any] = []
STACK = ExitStack()
TARGETS: dict[str, Callable[[Random, Path], list[str]]] = {
    "arguments": arguments,
    "environment": environment,
    "forms": forms,
    "pages": pages,
    "files": files,
    "faults": faults,
}


@contextmanager
def _folder() -> Iterator[Path]:
    """A folder with the small register, and the blank forms of a state."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(ROOT / "tests" / "register", folder / "data")
        for form in ("form.csv", "form.xlsx", "form.yaml"):
            toc("returns", "template", "haiti", "2024", "-o", form, "--data", "data", folder=folder)
        yield folder


def run(target: str, seconds: float, seed: int, first: int = 0) -> tuple[int, list[str]]:
    """How many inputs were tried, and what was found, each with the number of its input."""
    found: list[str] = []
    number, ends = first, monotonic() + seconds
    with _folder() as folder:
        while monotonic() < ends:
            random, begun = Random(f"{seed} {target} {number}"), process_time()  # noqa: S311 - no secret
            try:
                TARGETS[target](random, folder)
            except Exception as error:  # noqa: BLE001 - that is what is looked for
                found.append(f"{target} {number}: {type(error).__name__}: {str(error)[:300]}")
            if process_time() - begun > LONGEST:
                found.append(f"{target} {number}: {process_time() - begun:.0f} seconds")
            number += 1
    return number - first, found


def main() -> int:
    """Try each target for its time, and say what was tried and found; 1 where anything was."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("targets", nargs="*", default=[*TARGETS])
    parser.add_argument("--seconds", type=float, default=60, help="for each target")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--first", type=int, default=0, help="the number of the input to begin with")
    asked = parser.parse_args()
    failed = False
    for target in asked.targets:
        tried, found = run(target, asked.seconds, asked.seed, asked.first)
        sys.stdout.write(f"{target}: {tried} inputs of seed {asked.seed}, {len(found)} found\n")
        sys.stdout.writelines(f"  {line}\n" for line in found[:20])
        failed = failed or bool(found)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
