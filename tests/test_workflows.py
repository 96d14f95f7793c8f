"""What runs on a pull request: it judges the result of the merge, may write nothing, and says what a change means."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests import rulebook
from tests.console import toc
from tests.repositories import git, write
from toc_treaties.model.place import Place
from toc_treaties.model.problem import Problem, warning
from toc_treaties.pages.problems import ANNOTATED, as_annotations

ROOT = Path(__file__).parent.parent
WORKFLOWS = ROOT / ".github" / "workflows"
GATES = ("ci.yml", "data.yml")
PUBLISHES = ("release.yml", "publish")
"""The one job that may write to the repository."""
SHOWS = ("site.yml", "publish")
"""The one job that may write to the site, and to nothing else."""
BY_NAME = pytest.mark.parametrize("name", sorted(path.name for path in WORKFLOWS.iterdir()))


def workflow(name: str) -> dict[str, Any]:
    """A workflow as a runner reads it: `on` is a word there, and no truth value."""
    content: dict[str, Any] = yaml.load((WORKFLOWS / name).read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 - text alone
    return content


def steps(name: str) -> list[dict[str, Any]]:
    """Every step of a workflow."""
    return [step for job in workflow(name)["jobs"].values() for step in job["steps"]]


def script(name: str, step: str) -> str:
    """The commands of one step."""
    return next(str(each["run"]) for each in steps(name) if "run" in each and each["name"].startswith(step))


# What no workflow may do


@BY_NAME
def test_an_action_is_pinned_by_its_commit(name: str) -> None:
    """What runs is what was read: a tag can be moved, a commit cannot, and the version stands beside it."""
    used = re.findall(r"uses: (.*)", (WORKFLOWS / name).read_text("utf-8"))
    assert used
    for action in used:
        assert re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action), action


@BY_NAME
def test_a_job_may_read_and_nothing_else(name: str) -> None:
    """A fork's token is enough: no permission to write, no secret, and no token left behind in the clone."""
    assert workflow(name)["permissions"] == {}
    for key, job in workflow(name)["jobs"].items():
        if (name, key) not in {PUBLISHES, SHOWS}:
            assert job["permissions"] == {"contents": "read"}
            assert re.findall(r"\$\{\{[^}]*\b(secrets|token)\b", str(job)) == []
    for step in steps(name):
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] == "false"
            assert "ref" not in step["with"]


def test_what_publishes_a_release_runs_nothing_of_the_repository() -> None:
    """The one job that may write takes what another built, attests it and hands it on; only a tag starts it."""
    name, key = PUBLISHES
    job = workflow(name)["jobs"][key]
    assert workflow(name)["on"] == {"push": {"tags": ["v*"]}}
    assert job["permissions"] == {"contents": "write", "id-token": "write", "attestations": "write"}
    assert [step["uses"].partition("@")[0] for step in job["steps"] if "uses" in step] == [
        "actions/download-artifact",
        "actions/attest-build-provenance",
    ]
    (commands,) = (step["run"] for step in job["steps"] if "run" in step)
    assert commands.startswith("gh release create ")
    assert (job["needs"], job["environment"]) == ("build", "release")


def test_what_shows_the_site_runs_nothing_of_the_repository() -> None:
    """The job that may write to the site takes what another built from main; a request gets a file of it alone."""
    name, key = SHOWS
    jobs = workflow(name)["jobs"]
    assert jobs[key]["permissions"] == {"pages": "write", "id-token": "write"}
    assert [step["uses"].partition("@")[0] for step in jobs[key]["steps"]] == ["actions/deploy-pages"]
    assert (jobs[key]["needs"], jobs[key]["environment"]["name"]) == ("build", "github-pages")
    on_main = "github.ref == 'refs/heads/main' && github.event_name != 'pull_request'"
    for_main = next(step for step in steps(name) if "upload-pages-artifact@" in step.get("uses", ""))
    for_review = next(step for step in steps(name) if "actions/upload-artifact@" in step.get("uses", ""))
    assert (jobs[key]["if"], for_main["if"]) == (on_main, on_main)
    assert for_review["if"] == "github.event_name == 'pull_request'"
    assert {*workflow(name)["on"]} == {"pull_request", "push", "schedule", "workflow_dispatch"}


@BY_NAME
def test_what_is_installed_is_pinned_with_its_digests(name: str) -> None:
    """Each install names a list of versions with the digests of their files, or this project alone."""
    installs = [line for step in steps(name) for line in step.get("run", "").splitlines() if "pip install" in line]
    assert [line for line in installs if not re.search(r"--require-hashes|--no-deps\b", line)] == []


@BY_NAME
def test_no_text_of_a_request_becomes_a_command(name: str) -> None:
    """A branch or a title is given to a script as a variable: an expression inside one would be run."""
    commands = [step["run"] for step in steps(name) if "run" in step]
    assert commands
    assert [command for command in commands if "${{" in command] == []


@BY_NAME
def test_a_job_ends_and_an_older_run_gives_way(name: str) -> None:
    """No run hangs for hours; a newer push to a request ends the older run, and one on main is never ended."""
    assert all(int(job["timeout-minutes"]) <= 30 for job in workflow(name)["jobs"].values())
    assert workflow(name)["concurrency"]["cancel-in-progress"] in {
        "false",
        "${{ github.event_name == 'pull_request' }}",
    }


@pytest.mark.parametrize("name", GATES)
def test_a_gate_runs_on_requests_in_the_queue_and_on_main(name: str) -> None:
    """On each request whatever it changes, so that a required check is always given, and again on main."""
    assert workflow(name)["on"] == {"pull_request": "", "merge_group": "", "push": {"branches": ["main"]}}
    checkout = next(step for step in steps(name) if step.get("uses", "").startswith("actions/checkout@"))
    assert checkout["with"]["fetch-depth"] == "0"


# The steps themselves, run as a runner runs them


class Runner:
    """A repository with one merge of a request into main, and what a runner gives to a step."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "repository"
        self.commands = folder / "bin"
        self.output, self.summary = folder / "output", folder / "summary"
        self.folder.mkdir()
        self.commands.mkdir()
        self.write("data/states/peru.yaml", "iso3: PER\n")
        self.write("src/program.py", "")
        self.git("init", "--quiet", "--initial-branch=main")
        self.commit("The register")

    def write(self, name: str, text: str) -> None:
        """Write a file of the repository."""
        write(self.folder, {name: text})

    def git(self, *arguments: str) -> str:
        """Ask git, with no settings but its own."""
        return git(self.folder, *arguments)

    def commit(self, subject: str) -> None:
        """Commit all that lies there."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", subject)

    def merge(self, *changed: str) -> str:
        """Merge a request that changes these files; main as it was before."""
        before = self.git("rev-parse", "HEAD")
        self.git("switch", "--quiet", "--create", "request")
        for name in changed:
            self.write(name, "changed: it\n")
        self.commit("The request")
        self.git("switch", "--quiet", "main")
        self.git("merge", "--quiet", "--no-ff", "--message", "The result of the merge", "request")
        return before

    def command(self, name: str, text: str) -> None:
        """Put a command of this name before all others."""
        path = self.commands / name
        path.write_text(f"#!/usr/bin/env bash\n{text}\n", "utf-8")
        path.chmod(0o755)

    def run(self, commands: str, **variables: str) -> tuple[int, str]:
        """How a step ends, and what stands in its log."""
        given = {"GITHUB_OUTPUT": str(self.output), "GITHUB_STEP_SUMMARY": str(self.summary)}
        path = {"PATH": f"{self.commands}:{Path(sys.executable).parent}:{os.environ['PATH']}"}
        bash = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", commands]
        done = subprocess.run(
            bash, cwd=self.folder, env=path | given | variables, capture_output=True, text=True, check=False
        )
        return done.returncode, done.stdout + done.stderr

    def given(self) -> dict[str, str]:
        """What the step gives to the next ones."""
        return dict(line.split("=", 1) for line in self.output.read_text("utf-8").splitlines())

    def told(self) -> str:
        """What stands in the summary of the run."""
        return self.summary.read_text("utf-8") if self.summary.is_file() else ""


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    """A runner with a repository of its own."""
    if shutil.which("bash") is None:
        pytest.skip("no bash here")
    return Runner(tmp_path)


@pytest.mark.parametrize(
    ("changed", "data", "code"),
    [
        (("data/states/peru.yaml",), "true", "false"),
        (("src/program.py",), "false", "true"),
        (("data/sources.yaml", "README.md"), "true", "true"),
        (("saved-pages/a-59-2026-11-20.html",), "false", "false"),
        (("database/notes.txt",), "false", "true"),
    ],
)
def test_a_request_goes_through_the_doors_of_what_it_changes(
    runner: Runner, changed: tuple[str, ...], data: str, code: str
) -> None:
    """A change of data alone asks for no gate of the code, and the reverse; one of both is told so."""
    before = runner.merge(*changed)
    code_, log = runner.run(script("data.yml", "Which doors"), EVENT="pull_request")
    assert (code_, runner.given()) == (0, {"before": before, "judge": before, "data": data})
    assert ("::warning title=Data and code in one request::" in log) == ((data, code) == ("true", "true"))
    assert bool(runner.told()) == ((data, code) != ("true", "false"))
    runner.output.unlink()
    assert runner.run(script("ci.yml", "Does the change"), EVENT="pull_request")[0] == 0
    assert runner.given() == {"code": code}


def test_a_requests_own_program_does_not_judge_its_data(runner: Runner) -> None:
    """The program is that of the base, though the request brings another that finds nothing."""
    before = runner.merge("data/states/peru.yaml", "src/program.py")
    runner.command("python", "true")
    runner.run(script("data.yml", "Which doors"), EVENT="pull_request")
    commands = script("data.yml", "Install the program")
    assert runner.run(commands, JUDGE=runner.given()["judge"], RUNNER_TEMP=str(runner.folder.parent))[0] == 0
    program = runner.folder.parent / "program"
    assert (program / "src" / "program.py").read_text("utf-8") == ""
    assert (runner.folder / "src" / "program.py").read_text("utf-8") != ""
    assert runner.git("-C", str(program), "rev-parse", "HEAD") == before


@pytest.mark.parametrize("pushed_on", ["0" * 40, "", "a revision"])
def test_a_push_is_judged_by_main_also_where_what_it_came_upon_is_not_there(runner: Runner, pushed_on: str) -> None:
    """A new or a rewritten branch has no older revision: the one before the last commit is taken."""
    before = runner.merge("src/program.py")
    assert runner.run(script("data.yml", "Which doors"), EVENT="push", PUSHED_ON=pushed_on)[0] == 0
    assert runner.given() == {"before": before, "judge": runner.git("rev-parse", "HEAD"), "data": "true"}


@pytest.mark.parametrize(("faulty", "code"), [(True, 1), (False, 0)])
def test_the_data_gate_annotates_and_prints_the_text(runner: Runner, faulty: bool, code: int) -> None:
    """Both stand in the log; what the text shows of a file is no command to the runner; an error makes it red.

    The summary begins with the result, so that who reads it alone sees what `check` found.
    """
    runner.command("toc-treaties", f'echo "$*"; echo "   3 | ##[add-path]/tmp"; exit {int(faulty)}')
    ended, log = runner.run(script("data.yml", "Check"), RUNNER_TEMP=str(runner.folder.parent))
    assert ended == code
    assert runner.told() == ("# What check says\n\n   3 | ##[add-path]/tmp\n\n    check --data data --format text\n\n")
    parts = re.fullmatch(r"(?s)(.*)^::stop-commands::(\w{32})\n(.*)^::(\w{32})::\n", log, re.MULTILINE)
    assert parts is not None
    beside, stopped, text, resumed = parts.groups()
    assert beside.startswith("check --data data --format github")
    assert text == "check --data data --format text\n   3 | ##[add-path]/tmp\n"
    assert stopped == resumed


def test_what_a_change_means_stands_in_the_summary(runner: Runner) -> None:
    """From the base to the result of the merge, also where `check` finds errors; the log shows its faults."""
    shutil.copytree(ROOT / ".ci", runner.folder.parent / "program" / ".ci")
    runner.command("toc-treaties", 'echo "# $*"')
    runner.merge("data/states/peru.yaml")
    code, _ = runner.run(script("data.yml", "What the change"), BEFORE="1234abc", RUNNER_TEMP=str(runner.folder.parent))
    assert (code, runner.told()) == (0, "# diff 1234abc HEAD --data data --format markdown\n")
    when = next(step["if"] for step in steps("data.yml") if step["name"] == "What the change means")
    assert "!cancelled()" in when


@pytest.mark.parametrize(("lines", "cut"), [(3, False), (20_000, True)])
def test_a_summary_that_is_too_long_is_cut_and_says_so(runner: Runner, lines: int, cut: bool) -> None:
    """A summary holds 1 MiB: a longer page ends with a whole line and a sentence."""
    row = "| Perú | Convención de las Naciones Unidas | ratification | 2002-01-23 |"
    runner.write("page.md", f"{row}\n" * lines)
    assert runner.run(f"bash {ROOT}/.ci/summary page.md")[0] == 0
    shown = runner.told()
    assert len(shown.encode()) < 1024 * 1024
    rows, _, last = shown.partition("\n\n\n")
    assert set(rows.splitlines()) == {row}
    assert last.startswith("**Cut here:** the whole page has ") == cut


# Pages that somebody has saved


@pytest.mark.parametrize("files", [(), ("saved-pages/README.md", "saved-pages/.keep")])
def test_without_saved_pages_nothing_is_compared(runner: Runner, files: tuple[str, ...]) -> None:
    """The nightly run says that no page is there, and ends well."""
    for name in files:
        runner.write(name, "")
    runner.write("output-of-the-step", "")
    code, _ = runner.run(script("reconcile.yml", "Are there"), GITHUB_OUTPUT=str(runner.folder / "output-of-the-step"))
    assert code == 0
    assert (runner.folder / "output-of-the-step").read_text("utf-8") == ""
    assert runner.told() == "No page lies in saved-pages/: nothing was compared.\n"


def test_each_saved_page_is_reported_and_none_is_red(runner: Runner) -> None:
    """Page and register that differ, and a page that is refused, are reported; the run ends well."""
    runner.write("saved-pages/a-59-2026-11-20.html", "")
    runner.write("saved-pages/more/chart `x`.html", "")
    runner.write("saved-pages/README.md", "")
    runner.command(
        "toc-treaties",
        'case "$*" in *a-59*) echo "differs: $*"; exit 1 ;; *) echo "Error: a page cut short" >&2; exit 2 ;; esac',
    )
    code, log = runner.run(f"bash {ROOT}/.ci/reconcile saved-pages")
    assert code == 0
    assert log == (
        "## `a-59-2026-11-20.html`\n\n"
        "differs: reconcile --as-of 2026-11-20 --data data --format markdown -- saved-pages/a-59-2026-11-20.html\n\n\n"
        "## `more/chart  x .html`\n\n\n**Not compared.**\n\n    Error: a page cut short\n\n"
    )


# What people fill in, and what runs before a commit


@pytest.mark.parametrize("name", ["missing-act.yml", "wrong-date.yml"])
def test_an_issue_on_the_data_asks_for_its_source(name: str) -> None:
    """Nothing about the data can be opened without a source, its address and the day on which it was read."""
    form = yaml.safe_load((ROOT / ".github" / "ISSUE_TEMPLATE" / name).read_text("utf-8"))
    needed = {field["id"] for field in form["body"] if field.get("validations", {}).get("required")}
    assert {"state", "instrument", "source", "address", "consulted", "as-of"} <= needed


@pytest.mark.parametrize(
    ("changed", "runs"),
    [
        ("data/sources.yaml", True),
        ("data/states/haiti.yaml", True),
        ("data/README.md", False),
        ("other/data/states/haiti.yaml", False),
        ("docs/schema.md", False),
    ],
)
def test_the_hook_runs_where_the_register_changes(changed: str, runs: bool) -> None:
    """Before a commit the register is checked where a file of it changes, and only there."""
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert bool(re.search(hook["files"], changed)) == runs


def test_the_hook_checks_the_whole_register() -> None:
    """It is no list of files that is checked, and the register of this repository passes."""
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert hook["pass_filenames"] is False
    assert hook["language"] == "python"
    assert toc(*hook["entry"].split()[1:]).code == 0


# The annotations


def annotations(*problems: Problem) -> list[str]:
    """The workflow commands of some problems."""
    return as_annotations(problems).splitlines()


@pytest.mark.parametrize("rule", rulebook.rules(), ids=lambda rule: rule.code)
def test_annotations_stand_on_one_line_each(rule: rulebook.Rule) -> None:
    """A pull request's annotations are workflow commands, one line each, whatever the message holds."""
    for bad in rule.bad:
        problems = rulebook.problems_of(bad.files)
        lines = annotations(*problems)
        assert len(lines) == len(problems)
        for line in lines:
            assert re.match(r"::(error|warning) file=[^,:]+,line=\d+,col=\d+,title=[\w-]+::\S", line)


@pytest.mark.parametrize(
    ("file", "message", "shown_file", "shown"),
    [
        ("data/a,b:c%.yaml", "x", "data/a%2Cb%3Ac%25.yaml", "x"),
        ("data/a.yaml", "100%, a: b", "data/a.yaml", "100%25, a: b"),
        ("a\n::set-env name=X::y\n.yaml", "x", "a%0A%3A%3Aset-env name=X%3A%3Ay%0A.yaml", "x"),
        ("a.yaml", "a\n::error::b\r\n::set-env::y%0A", "a.yaml", "a%0A::error::b<U+000D>%0A::set-env::y%250A"),
        ("a.yaml", "a\u2028::error::b\x85c\x0bd", "a.yaml", "a<U+2028>::error::b<U+0085>c<U+000B>d"),
    ],
)
def test_what_a_file_holds_is_no_command_to_the_runner(file: str, message: str, shown_file: str, shown: str) -> None:
    """A name or a message with line ends, colons and per cent signs stays one annotation of one line."""
    problem = Problem("bad-value", Place(file, 3, 5), message, "y")
    assert annotations(problem) == [f"::error file={shown_file},line=3,col=5,title=bad-value::{shown}%0Ahelp: y"]


def test_errors_are_annotated_first_and_the_rest_is_counted() -> None:
    """Of each severity ten are shown beside their lines: no error is hidden behind warnings, and a notice counts."""
    place = Place("data/a.yaml", 1, 1)
    warnings = [warning("round-date", place._replace(line=line), "w", "h") for line in range(1, ANNOTATED + 2)]
    lines = annotations(*warnings, Problem("bad-value", place._replace(line=99), "e", "h"))
    assert lines[0] == "::error file=data/a.yaml,line=99,col=1,title=bad-value::e%0Ahelp: h"
    assert len(lines) == 1 + len(warnings) + 1
    assert lines[-1] == (
        "::notice title=check::11 warnings, of which 10 are shown beside their lines; the log has all."
    )
    assert annotations(*warnings[:-1])[-1].startswith("::warning ")
