"""How a run ends where its streams, its folder, its files or its terminal are not what a program expects.

Whatever it is, a reader gets one sentence and the exit code that the documentation names, and never a traceback.
"""

import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.console import ROOT, toc
from toc_treaties.cli import app, interrupts
from toc_treaties.store import putting

POSIX = pytest.mark.skipif(os.name == "nt", reason="shells and devices of POSIX")
RUN = f"{sys.executable} -m toc_treaties"
LONG = "a" * 300


def shell(command: str, folder: Path = ROOT, **environment: str) -> tuple[int, str]:
    """The exit code of a line of a shell in which TOC is the program, and all that it says."""
    given = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT / "src"), "TOC": RUN, **environment}
    done = subprocess.run(["bash", "-c", command], cwd=folder, env=given, capture_output=True, check=False, timeout=60)
    return done.returncode, (done.stdout + done.stderr).decode("utf-8", "replace")


@POSIX
@pytest.mark.parametrize(
    ("command", "code", "says"),
    [
        ("$TOC --version >&-", 2, "standard output cannot be written to: it is closed"),
        ("$TOC --help >/dev/full", 2, "standard output cannot be written to: No space left on device"),
        ("$TOC --help | true; exit ${PIPESTATUS[0]}", 0, ""),
        ("$TOC gaps zzz 2>&-", 2, ""),
        ("$TOC gaps zzz 2>/dev/full", 2, ""),
        ("$TOC gaps zzz >&- 2>&- <&-", 2, ""),
        ("$TOC gaps haiti -o $OUT/x.md >&- 2>&- <&- && grep -c Haiti $OUT/x.md | grep -v '^0' >/dev/null", 0, ""),
        ("$TOC gaps haiti -f markdown -o /dev/stdout | grep '^# '", 0, "# Haiti"),
    ],
)
def test_a_stream_that_takes_nothing_changes_no_exit_code(command: str, code: int, says: str, tmp_path: Path) -> None:
    """An answer that cannot be printed is said and ends in 2; a remark that cannot is left out; a file is written."""
    ended, said = shell(command, OUT=str(tmp_path))
    assert (ended, "Traceback" in said) == (code, False), said
    assert (says in said) if says else not said


@POSIX
@pytest.mark.parametrize("name", ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1", "/dev/fd/7"])
def test_an_open_file_is_written_behind_what_it_holds(name: str, tmp_path: Path) -> None:
    """A log to which a shell appends keeps its lines, whatever its open end is called."""
    code, said = shell(
        f"echo first > log; $TOC gaps haiti -f markdown -o {name} >> log 7>&1; echo last >> log", tmp_path
    )
    assert (code, said) == (0, f"written: {name}\n")
    first, head, *_, last = (tmp_path / "log").read_text("utf-8").splitlines()
    assert (first, head[:7], last) == ("first", "# Haiti", "last")


@POSIX
def test_an_open_file_that_is_none_is_said(tmp_path: Path) -> None:
    """A number that no open file has, or one that is open for reading, is refused as any file is."""
    for name, why in (("/dev/fd/77", "Bad file descriptor"), ("/dev/fd/0", "Bad file descriptor")):
        code, said = shell(f"$TOC gaps haiti -f markdown -o {name} </dev/null", tmp_path)
        assert (code, said) == (2, f"toc-treaties: {name} cannot be written: {why}\n")


@POSIX
@pytest.mark.parametrize("where", [">&-", ">/dev/full", ">&- 2>&-"])
def test_what_was_written_is_done_though_its_account_cannot_be_read(where: str, tmp_path: Path) -> None:
    """An entry that was recorded ends in 0 and names its file on standard error; a dry run has then given no answer."""
    shutil.copytree(ROOT / "tests" / "register", tmp_path / "data")
    record = "$TOC record haiti maritime ratification 2018-03-04 --unconfirmed heard --data data"
    quiet = "2>" in where
    for option, code, says in (("-n", 2, ""), ("", 0, "; written before that: data/states/haiti.yaml")):
        ended, said = shell(f"{record} {option} {where}", tmp_path)
        assert (ended, said.startswith("toc-treaties: standard output") and says in said) == (code, not quiet), said
        assert "2018-03-04" in (tmp_path / "data" / "states" / "haiti.yaml").read_text("utf-8") or option


@pytest.mark.parametrize(
    "error", [MemoryError(), OSError(5, "Input/output error", "x"), UnicodeEncodeError("utf-8", "\udcff", 0, 1, "x")]
)
def test_whatever_ends_a_run_names_the_files_that_it_has_written(
    error: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is in place already is told with the reason for which the run ends."""

    def end(**_: object) -> None:
        putting.PLACED.append(Path("data/sources.yaml"))
        raise error

    monkeypatch.setattr(app, "application", lambda: end)
    result = toc("gaps", "haiti")
    assert (result.code, result.err.count("\n")) == (2, 1)
    assert result.err.endswith("; written before that: data/sources.yaml\n")


@POSIX
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_waits_while_files_take_their_places(number: signal.Signals, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of several files none stays old because a run was told to end between two of them; it ends after the last."""
    ended: list[int] = []
    monkeypatch.setattr(os, "_exit", ended.append)

    def place() -> None:
        with putting.placing():
            interrupts._stop(number, None)
            ended.append(0)

    with pytest.raises(SystemExit) as end:
        place()
    interrupts._stop(number, None)
    assert (end.value.code, ended) == (128 + number, [0, 128 + number])


@POSIX
def test_a_signal_that_is_to_be_passed_over_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """A run that a shell has put into the background, or nohup has begun, is not ended by what it shall not hear."""
    heard: list[int] = []
    deaf = {signal.SIGINT}
    monkeypatch.setattr(signal, "getsignal", lambda number: signal.SIG_IGN if number in deaf else signal.SIG_DFL)
    monkeypatch.setattr(signal, "signal", lambda number, _: heard.append(number))
    interrupts.stop_when_interrupted()
    assert heard == [signal.SIGTERM, signal.SIGHUP]


@POSIX
def test_an_interrupt_is_quiet_from_the_first_line(tmp_path: Path) -> None:
    """Ctrl-C that comes while the program's first modules are loaded shows no traceback either."""
    (tmp_path / "toc_treaties").mkdir()
    (tmp_path / "toc_treaties" / "cli.py").write_text("import os, signal; os.kill(os.getpid(), signal.SIGINT)")
    script = (
        "import toc_treaties.__main__ as m, sys, toc_treaties; "
        f"toc_treaties.__path__[:] = [{str(tmp_path / 'toc_treaties')!r}]; m.main()"
    )
    run = [sys.executable, "-c", script]
    done = subprocess.run(run, env={"PYTHONPATH": str(ROOT / "src")}, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (-signal.SIGINT, b"")


@POSIX
def test_a_folder_that_was_removed_is_no_fault(tmp_path: Path) -> None:
    """Where the present folder is gone, what needs none is answered, and a file that would lie in it is refused."""
    gone = f"mkdir {tmp_path}/gone && cd {tmp_path}/gone && rmdir ../gone && "
    assert shell(gone + "$TOC gaps haiti | head -1")[1].startswith("Haiti")
    code, said = shell(gone + "$TOC gaps haiti -o x.md")
    assert (code, said) == (2, "toc-treaties: x.md cannot be written: No such file or directory\n")


@POSIX
@pytest.mark.parametrize("after", [0.06, 0.1, 0.2])
def test_an_interrupt_ends_without_a_word(after: float) -> None:
    """Ctrl-C ends in 130, as shells call it, whether the program is still being loaded or at work."""
    with subprocess.Popen(
        [sys.executable, "-c", "from toc_treaties.__main__ import main; print(1, flush=True); main()", "check"],
        cwd=ROOT, env={"PYTHONPATH": str(ROOT / "src")}, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as process:  # fmt: skip
        assert process.stdout is not None
        assert process.stdout.readline() == b"1\n"
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(after)
        process.send_signal(signal.SIGINT)
        said = process.communicate(timeout=20)
    assert (process.returncode, said) == (130, (b"", b""))


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", LONG),
        ("check", f"data/states/{LONG}.yaml"),
        ("gaps", "haiti", "-o", f"{LONG}.md"),
        ("gaps", "haiti", "--data", LONG),
        ("reconcile", LONG),
        ("returns", "import", f"{LONG}.csv"),
        ("export", LONG, "--sqlite", f"{LONG}.sqlite"),
    ],
)
def test_a_name_that_no_file_can_have_is_said(arguments: tuple[str, ...], tmp_path: Path) -> None:
    """A name of three hundred letters, or one whose links lead in a circle, ends in one sentence."""
    result = toc(*arguments, folder=tmp_path)
    assert (result.code in {2, 3}, result.out, result.err.count("\n")) == (True, "", 1), result
    (tmp_path / "loop").symlink_to("loop")
    looped = toc(*(word.replace(LONG, "loop/x") for word in arguments), folder=tmp_path)
    assert (looped.code in {2, 3}, looped.out, looped.err.count("\n")) == (True, "", 1), looped
    assert list(tmp_path.iterdir()) == [tmp_path / "loop"]


@pytest.mark.parametrize("name", ["/", ".", "..", "", "data/"])
@pytest.mark.parametrize("command", ["check -o", "returns template haiti 2022 -f csv -o", "gaps haiti -f json -o"])
def test_a_folder_is_no_file_to_write(command: str, name: str, tmp_path: Path) -> None:
    """Whatever is to be written, a folder is refused as the place of a file, the root of all too."""
    (tmp_path / "data").symlink_to(ROOT / "tests" / "register")
    result = toc(*command.split(), name, folder=tmp_path, TOC_TREATIES_DATA="data")
    assert (result.code, result.out) == (2, "")
    assert result.err == f"toc-treaties: {Path(name)} cannot be written: it is a folder\n"


def test_an_argument_as_long_as_a_book_is_shown_in_part() -> None:
    """A refusal names what was given and what would help, and stays readable."""
    result = toc("gaps", "a" * 100_000)
    assert (result.code, len(result.err) < 2_100, "give a name, a code" in result.err) == (2, True, True)


@POSIX
def test_names_that_are_not_utf_8_are_files_as_others_are(tmp_path: Path) -> None:
    """A folder and a file in the letters of another encoding are read and written, and shown by their codes."""
    strange = os.fsdecode(b"\xff")
    (tmp_path / strange).symlink_to(ROOT / "tests" / "register")
    asked = ("gaps", "haiti", "--data", strange)
    for name in ("x.md", "x.json", "x.csv", "x.xlsx", "x.docx", f"{strange}.html"):
        result = toc(*asked, "-o", name, folder=tmp_path)
        assert (result.code, result.err.startswith("written: "), strange in result.err) == (0, True, False), result.err
        assert (tmp_path / name).stat().st_size
    code, said = shell(f"$TOC gaps --{chr(0x24)}'\\xff'")
    assert (code, "Traceback" in said, "No such option" in said) == (2, False, True)


def test_all_that_is_said_on_standard_error_is_said_in_one_way() -> None:
    """What a command says there goes through one function, which parts lines by itself; but for the bar of progress."""
    modules = (ROOT / "src" / "toc_treaties").rglob("*.py")
    says = re.compile(r"stderr\.write|echo\([^)]*err=True|file=sys\.stderr|secho")
    assert {path.name for path in modules if says.search(path.read_text("utf-8"))} == {"streams.py", "export.py"}


ODD = "a\nb\x1b[31m\r\u202ec"
SHOWN = "a<U+000A>b<U+001B>[31m<U+000D><U+202E>c"


@POSIX
@pytest.mark.parametrize(
    "command",
    [
        *("gaps haiti -o ODD.md", "export ODD", "export ODD/out", "export out --sqlite ODD.sqlite"),
        *("gaps haiti -o ODD/x.md", "gaps haiti -o ODD", "gaps haiti --data ODD", "check ODD", "check data/ODD.yaml"),
        *("reconcile ODD", "returns import ODD.csv", "returns import form.ODD", "gaps haiti --data broken.ODD"),
        *("reconcile form.ODD", "site form.ODD", "export data/states/ODD", "gaps ODD", "--version"),
        *("gaps haiti -o x.docx --template ODD", "brief haiti --data broken.ODD", "returns template haiti 2022 -o ODD"),
        *("record haiti cifta ratification 2018-03-04 --unconfirmed x --data broken.ODD", "gaps haiti -f ODD"),
    ],
)
def test_a_name_that_would_part_a_sentence_is_one_line_of_it(command: str, tmp_path: Path) -> None:
    """A file whose name holds ends of lines or commands to the screen is shown by their codes, wherever it is named."""
    shutil.copytree(ROOT / "tests" / "register", tmp_path / "data")
    (tmp_path / f"form.{ODD}").write_text("state,year\n", "utf-8")
    shutil.copytree(tmp_path / "data", tmp_path / f"broken.{ODD}")
    broken = tmp_path / f"broken.{ODD}" / "states" / "haiti.yaml"
    broken.write_text(broken.read_text("utf-8").replace("2011-04-19", "2011-13-19"), "utf-8")
    data = f"broken.{ODD}" if command == "--version" else "data"
    words = [word.replace("ODD", ODD) for word in command.split()]
    result = toc(*words, folder=tmp_path, TOC_TREATIES_AS_OF="2026-11-21", TOC_TREATIES_DATA=data)
    said = result.out + result.err
    assert SHOWN in said.replace("\\n", "<U+000A>").replace("\\x1b", "<U+001B>").replace("\\r", "<U+000D>").replace(
        "\\u202e", "<U+202E>"
    ), said
    assert "Traceback" not in said
    assert not any(line.startswith("b") for line in said.split("\n")), said


def test_a_text_that_is_no_utf_8_is_not_recorded(tmp_path: Path) -> None:
    """Letters of another encoding in what is to be written into the data are refused, and nothing is written."""
    (tmp_path / "data").symlink_to(ROOT / "tests" / "register")
    new = ("--source-title", "\udcff", "--source-publisher", "OAS", "--source-url", "https://oas.org/x")
    more = ("--source-as-of", "2026-01-01", "--source-kind", "depositary", "--data", "data", "--dry-run")
    result = toc(
        "record", "haiti", "cifta", "ratification", "2020-11-03", "--source", "new", *new, *more, folder=tmp_path
    )
    assert (result.code, result.out) == (2, "")
    assert result.err == "toc-treaties: '\\udcff' of what was given is no sign of UTF-8: write it anew\n"


@pytest.mark.parametrize("columns", ["9" * 5000, "-5", "８０", "²", "abc", " 80 ", "1e3"])
@pytest.mark.parametrize("where", ["-", "x.txt"])
def test_a_width_that_no_terminal_has_is_passed_over(columns: str, where: str, tmp_path: Path) -> None:
    """Where COLUMNS is no number of a terminal, a page is as wide as without it."""
    data = ("--data", str(ROOT / "tests" / "register"), "--as-of", "2026-11-21", "-f", "plain")
    without, with_it = (
        toc("gaps", "haiti", *data, "-o", where, folder=tmp_path, COLUMNS=width) for width in ("", columns)
    )
    assert (with_it, without.code) == (without, 0)
    assert toc("gaps", "-h", COLUMNS=columns).code == 0


def test_a_fault_of_the_program_is_said_to_be_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """What nobody foresaw ends in 4 with the place, for whoever mends it; a shell that completes is told nothing."""
    script = (
        "import toc_treaties.cli.gaps as g, toc_treaties.__main__ as m, sys, toc_treaties.cli.answer as a; "
        "a.Run.register = lambda *_, **__: {}['x']; sys.argv[1:] = ['gaps', 'haiti']; m.main()"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr.count(b"\n")) == (4, b"", 1)
    assert done.stderr.startswith(b"toc-treaties: the program is at fault, and not what you asked: KeyError at ")
    monkeypatch.setenv("_TOC_TREATIES_COMPLETE", "complete_bash")
    assert app.completing()


def test_a_library_that_cannot_be_loaded_is_no_fault_of_the_program(tmp_path: Path) -> None:
    """What is installed and does not run here, as one for another system, is named with what would help."""
    (tmp_path / "typst.py").write_text("raise ImportError('libc.so.7: cannot open shared object file')", "utf-8")
    code, said = shell(f"PYTHONPATH={tmp_path}:$PYTHONPATH $TOC gaps haiti -o {tmp_path}/x.pdf")
    assert (code, said.count("\n")) == (2, 1)
    assert said.startswith(
        "toc-treaties: a library that this needs is damaged, or does not fit this system: libc.so.7: "
    )


@POSIX
def test_where_no_more_files_can_be_opened_what_is_missing_is_said(tmp_path: Path) -> None:
    """With six open files a page is written all the same, and git, which cannot be started, is not called missing."""
    code, said = shell(f"ulimit -n 6; $TOC gaps haiti -o {tmp_path}/x.md")
    assert (code, said.endswith(f"written: {tmp_path}/x.md\n")) == (0, True), said
    code, said = shell("ulimit -n 6; $TOC gaps haiti --known HEAD")
    assert (code, said) == (3, "toc-treaties: git cannot be started: Too many open files\n")


def test_memory_that_is_not_there_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """A system that gives no more memory ends a run in a sentence."""

    def full(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(app, "application", full)
    assert toc("gaps", "haiti") == (2, "", "toc-treaties: the memory is not enough for this; nothing was written\n")
