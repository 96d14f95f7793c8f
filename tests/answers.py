"""The questions whose pages and records are looked at, each asked once a session of a small frozen register."""

import json
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

from tests.console import Result, toc
from toc_treaties.cli import output
from toc_treaties.document import Document
from toc_treaties.document.rows import Rows
from toc_treaties.store.files import Origin
from toc_treaties.words.language import ENGLISH
from toc_treaties.writers import csv, markdown, plain
from toc_treaties.writers import json as json_writer

AS_OF = "2026-11-21"
REGISTER = Path(__file__).parent / "register"
STATES = ("haiti", "bolivia", "nicaragua", "canada")
QUESTIONS = {
    **{f"gaps-{state}": ("gaps", state) for state in STATES},
    **{f"checklist-{state}": ("checklist", state) for state in STATES},
    **{f"state-{state}": ("state", state) for state in STATES},
    "gaps": ("gaps", "--tier", "both"),
    "gaps-by-instrument": ("gaps", "--by", "instrument"),
    "gaps-two": ("gaps", "haiti", "canada", "--tier", "urged"),
    "table": ("table",),
    "table-dates": ("table", "--cells", "dates", "--tier", "urged"),
    "table-transposed": ("table", "--transpose"),
    "instrument-firearms": ("instrument", "firearms"),
    "instrument-budapest": ("instrument", "budapest"),
    "map-minors": ("map", "minors"),
    "explain-bolivia-narcotics-1961": ("explain", "bolivia", "narcotics-1961"),
    "explain-nicaragua-minors": ("explain", "nicaragua", "minors"),
    "deposit-haiti-mla": ("deposit", "haiti", "mla"),
    "deposit-nicaragua-budapest": ("deposit", "nicaragua", "budapest"),
    "basis-haiti-canada": ("basis", "haiti", "canada"),
    "basis-bolivia-nicaragua": ("basis", "bolivia", "nicaragua", "--for", "extradition"),
    "brief-haiti": ("brief", "haiti", "--with", "canada"),
    "brief": ("brief", "hemisphere"),
    "changes": ("changes", "--since", "2010-01-01"),
    "changes-measures": ("changes", "--since", "2019-01-01", "--measures"),
    "calendar": ("calendar",),
    "progress": ("progress",),
    "authorities-canada": ("authorities", "canada"),
    "checklist-canada-by-article": ("checklist", "canada", "--by", "article"),
    "commitments": ("commitments",),
    "commitments-strategy-1": ("commitments", "strategy-1"),
    "commitments-strategy-2-iv": ("commitments", "strategy-2-iv"),
    "commitments-randot4-c6": ("commitments", "randot4-c6"),
    "commitments-strategy-5d": ("commitments", "strategy-5d"),
    "due": ("due",),
    "measures-haiti": ("measures", "haiti"),
    "measures-haiti-all": ("measures", "haiti", "--all"),
    "measures-bolivia-tip": ("measures", "bolivia", "--topic", "tip", "--all"),
    "measures-topic": ("measures", "--topic", "trafficking-in-persons"),
    "measures-plans": ("measures", "nicaragua", "--kind", "strategy"),
    "measures-matrix": ("measures", "--matrix"),
    "sources": ("sources",),
    "sources-haiti": ("sources", "--state", "haiti"),
    "sources-worklist": ("sources", "--worklist"),
    "sources-conflicts": ("sources", "--conflicts"),
    "measures-matrix-reviews": ("measures", "--matrix", "--kind", "review", "--topic", "aml"),
}


class Answer(NamedTuple):
    """One answer, as a page and as plain data, with the text of every format that needs no terminal."""

    document: Document
    data: Mapping[str, Any]
    rows: Rows

    def text(self, width: int = 80) -> str:
        """The plain page of a width."""
        return plain.write(self.document, width)

    @property
    def markdown(self) -> str:
        """The Markdown page."""
        return markdown.write(self.document, 80)

    @property
    def csv(self) -> str:
        """The spreadsheet."""
        return csv.write(self.rows, 80)

    @property
    def json(self) -> Any:  # noqa: ANN401 - whatever JSON holds
        """The record, as a program reads it."""
        return json.loads(json_writer.write(self.data, 80))


class Answers:
    """A folder whose `data` is a copy of four states' files, outside any repository, and what it answers."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._known: dict[str, Answer] = {}
        shutil.copytree(REGISTER, folder / "data")

    def run(self, *arguments: str) -> Result:
        """What a command prints about the small register."""
        return toc(*arguments, "--data", "data", "--as-of", AS_OF, folder=self.folder)

    def __getitem__(self, name: str) -> Answer:
        """The answer to one of the questions."""
        if name not in self._known:
            self._known[name] = self._asked(QUESTIONS[name])
        return self._known[name]

    def _asked(self, question: tuple[str, ...]) -> Answer:
        """An answer, taken from the command where it hands it to its writer."""
        caught: list[Answer] = []

        def catch(origin: Origin, _where: output.Where, page: output.Page, *_taken: object) -> None:
            document = output.with_origin(page.document(), origin, ENGLISH)
            caught.append(Answer(document, output.with_data(page.data(), origin), page.rows()))

        with patch.object(output, "emit", catch):
            done = self.run(*question)
        assert (done.code, done.err) == (0, "")
        (answer,) = caught
        return answer


def lines_of(content: Any, indent: int = 0) -> str:  # noqa: ANN401 - whatever JSON holds
    """Plain data with one record a line: lists of records and what holds them are broken, a record is not."""
    if isinstance(content, dict) and any(_broken(value) for value in content.values()):
        items = [f"{json.dumps(key)}: {lines_of(value, indent + 1)}" for key, value in content.items()]
        return _block("{", items, "}", indent)
    if _broken(content):
        return _block("[", [lines_of(item, indent + 1) for item in content], "]", indent)
    return json.dumps(content, ensure_ascii=False)


def _broken(content: object) -> bool:
    """Whether a value holds records, however deep, and so is written on several lines."""
    return any(isinstance(item, dict) for item in _items(content))


def _items(content: object) -> Iterator[object]:
    """The items of a list; the values of a mapping that holds lists of records."""
    if isinstance(content, list):
        yield from content
    elif isinstance(content, dict) and any(_broken(value) for value in content.values()):
        yield {}


def _block(opening: str, items: list[str], closing: str, indent: int) -> str:
    pad = "  " * (indent + 1)
    return f"{opening}\n" + ",\n".join(pad + item for item in items) + f"\n{'  ' * indent}{closing}"
