"""What commands that write entries have in common: alone in the folder, refused by the rules, told as changes."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from toc_treaties.cli.faults import CommandError, reason
from toc_treaties.cli.streams import placed
from toc_treaties.store.putting import BusyError, ChangedError, alone_in

if TYPE_CHECKING:
    from toc_treaties.edits.record import Plan
    from toc_treaties.model.problem import Problem
    from toc_treaties.questions.changed_entries import EntryChange
    from toc_treaties.words.language import Words


@contextmanager
def writing_to(folder: Path, *, dry_run: bool) -> Iterator[None]:
    """While nobody else writes to the register; a dry run writes nothing and waits for nobody."""
    try:
        with nullcontext() if dry_run else alone_in(folder):
            yield
    except (BusyError, ChangedError) as error:
        raise CommandError(str(error)) from None
    except OSError as error:
        raise CommandError(f"{error.filename or folder} cannot be read or written: {reason(error)}") from None


def account(said: str) -> None:
    """Print what a command has written, or would write."""
    typer.echo(said, nl=False)
    placed()  # is said by that


def refuse(problems: Iterable["Problem"], what: str, remedy: Callable[["Problem"], str]) -> None:
    """Refuse what is to be written for each problem that it would add, and say where it is and what would help."""
    lines = [f"{found.place.file}: {found.message} [{found.rule}]: {remedy(found)}" for found in problems]
    if lines:
        raise CommandError(f"{what}, and nothing is written:", *lines)


def follows(planned: "Plan", entries: "Iterable[EntryChange]", words: "Words") -> list[str]:
    """What the changed entries of a plan change in law, and beside it."""
    from toc_treaties.cli.session import today
    from toc_treaties.pages.changed_beside import beside_texts
    from toc_treaties.pages.changed_cells import changes_text
    from toc_treaties.questions.changed_cells import meaning

    means = meaning(planned.before, planned.after, planned.after.states, today())
    return [*changes_text(means, words), *beside_texts(entries, means, planned.after.instruments, words)]


def files_of(planned: "Plan", root: str) -> str:
    """The files that a plan changes; empty where it changes none."""
    return ", ".join(f"{root}/{change.name}" for change in planned.files)


def told(planned: "Plan", root: str, said: Sequence[str]) -> str:
    """The lines that change, and below them what is said of the change."""
    from toc_treaties.edits.record import difference
    from toc_treaties.words.visible import NO_BREAK, visible

    below = visible("\n".join(["", *said]), kept=NO_BREAK)
    return visible("\n".join(difference(planned.files, root))) + f"\n{below}\n"
