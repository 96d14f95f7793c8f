"""A plugin of pytest for `tests.mutants`: the tests are loaded once, and run in a process split off for each fault.

A fault is planted in the code that is loaded: each function of its name is given the code of the changed file. Which
tests run a line is found first, by one run of all of them without a fault. Orders come as lines of JSON from one pipe,
and answers go into another.
"""

import gc
import json
import os
import select
import signal
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from pathlib import Path
from types import CodeType, FunctionType
from typing import IO, Any

import coverage
import pytest

from tests.conftest import DATA
from tests.once import work_done_once
from tests.source import SOURCE, named, room
from toc_treaties.store.files import in_folder
from toc_treaties.store.load import MORE, load

LONGEST = 300.0
"""After how many seconds the tests of a fault are ended, which then count as having noticed that nothing ends."""


class Watched:
    """What a run notices: which tests failed, and how long each took."""

    def __init__(self) -> None:
        self.failed: list[str] = []
        self.took: dict[str, float] = {}

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note the end of one phase of a test."""
        self.took[report.nodeid] = self.took.get(report.nodeid, 0) + report.duration
        if report.failed and report.nodeid not in self.failed:
            self.failed.append(report.nodeid)


def functions(code: CodeType) -> Iterator[CodeType]:
    """The code of every function in some code, however deep."""
    for part in code.co_consts:
        if isinstance(part, CodeType):
            yield part
            yield from functions(part)


def plant(file: Path, text: str) -> None:
    """Give every function that was made of a file the code that it has in a changed text of the same file."""
    loaded: dict[str, list[FunctionType]] = {}
    for held in gc.get_objects():
        if isinstance(held, FunctionType) and held.__code__.co_filename == str(file):
            loaded.setdefault(held.__code__.co_qualname, []).append(held)
    for code in functions(compile(text, str(file), "exec")):
        for function in loaded.get(code.co_qualname, ()):
            if len(code.co_freevars) == len(function.__code__.co_freevars):
                function.__code__ = code


class Planting:
    """The tests of a session, run as often as they are asked for."""

    def __init__(self, session: pytest.Session, orders: IO[str], answers: IO[str]) -> None:
        self.session, self.orders, self.answers = session, orders, answers
        self.items = {item.nodeid: item for item in session.items}
        self.files = list(dict.fromkeys(item.nodeid.split("::")[0] for item in session.items))

    def serve(self) -> None:
        """Answer each order until there is none."""
        for line in self.orders:
            order = json.loads(line)
            answer = self.mapped(**order) if "rooms" in order else self.tried(**order)
            self.answers.write(json.dumps(answer) + "\n")
            self.answers.flush()

    def mapped(self, rooms: list[str], part: int, parts: int) -> dict[str, Any]:
        """Which of the session's tests run which line of some rooms, and how long each takes; a part of the files."""
        files = set(self.files[part::parts])
        items = [item for item in self.session.items if item.nodeid.split("::")[0] in files]
        modules = [module for name in rooms for module in room(name)]
        return self._apart(lambda: self._map(items, modules), 3600) or {"failed": ["no test ended"]}

    def _map(self, items: list[pytest.Item], modules: list[Path]) -> dict[str, Any]:
        tracer = coverage.Coverage(data_file=None, include=[str(module) for module in modules], config_file=False)

        class Switch:
            @pytest.hookimpl(tryfirst=True)
            def pytest_runtest_logstart(self, nodeid: str) -> None:
                tracer.switch_context(nodeid)

        self.session.config.pluginmanager.register(Switch())
        tracer.start()
        watched = self._run(items, first_alone=False)
        tracer.stop()
        data, lines = tracer.get_data(), dict[str, dict[int, list[str]]]()
        for module in modules:
            lines[named(module)] = data.contexts_by_lineno(str(module)) if str(module) in data.measured_files() else {}
        return {"failed": watched.failed, "took": watched.took, "lines": lines}

    def tried(self, file: str, text: str, tests: list[str]) -> dict[str, Any]:
        """The first of some tests that fails where a file has a changed text."""

        def try_it() -> dict[str, Any]:
            plant(SOURCE / file, text)
            return {"failed": self._run([self.items[id] for id in tests], first_alone=True).failed}

        return self._apart(try_it, LONGEST) or {"failed": ["no test ended"]}

    def _run(self, items: list[pytest.Item], *, first_alone: bool) -> Watched:
        """Run some tests, up to the first that fails or all."""
        watched = Watched()
        self.session.config.pluginmanager.register(watched)
        for item, following in zip(items, [*items, None][1:], strict=True):
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
            if watched.failed and first_alone:
                break
        return watched

    def _apart(self, work: Callable[[], dict[str, Any]], seconds: float) -> dict[str, Any] | None:
        """What some work gives in a process split off; nothing where it does not end."""
        reader, writer = os.pipe()
        child = os.fork()
        if child == 0:
            os.setpgid(0, 0)
            os.close(reader)
            try:
                with os.fdopen(writer, "w") as answer:
                    json.dump(work(), answer)
            finally:
                os._exit(0)
        os.close(writer)
        until, given = time.monotonic() + seconds, b""
        while select.select([reader], [], [], max(0, until - time.monotonic()))[0]:
            read = os.read(reader, 1 << 20)
            if not read:
                break
            given += read
        else:
            os.killpg(child, signal.SIGKILL)
        os.close(reader)
        os.waitpid(child, 0)
        return json.loads(given) if given else None


def _warm(rooms: Iterable[str]) -> None:
    """Load what every test would: the modules of the rooms, and the texts of the register, in which no fault is."""
    for module in (module for name in rooms for module in room(name)):
        path = named(module).removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        import_module(f"toc_treaties.{path}")
    with work_done_once():
        origin = in_folder(DATA)
        for also in ((), ("agreements", "meetings"), MORE):
            load(origin.read, origin.slugs, also=also)


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop(session: pytest.Session) -> bool:
    """Take orders in place of running the tests."""
    orders, answers = (int(number) for number in os.environ.pop("TOC_TREATIES_PLANTED").split(","))
    _warm(("law", "questions", "records", "pages"))
    with os.fdopen(orders) as given, os.fdopen(answers, "w") as said:
        Planting(session, given, said).serve()
    sys.stdout.flush()
    os._exit(0)
