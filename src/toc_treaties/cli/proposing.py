"""The edits that a saved page gives rise to: shown, or made."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from toc_treaties.cli.faults import CommandError
from toc_treaties.cli.remedies import in_options
from toc_treaties.cli.session import Session, today
from toc_treaties.cli.writing import account, files_of, follows, refuse, told, writing_to
from toc_treaties.edits import entries
from toc_treaties.edits.lined import PlacingError
from toc_treaties.edits.reconcile import new_source, proposed, same_day
from toc_treaties.edits.record import FileEdit, Plan, plan
from toc_treaties.store.putting import put_all

if TYPE_CHECKING:
    from toc_treaties.model.register import Register
    from toc_treaties.questions.reconcile import Finding, Reconciled
    from toc_treaties.words.language import Words

ALSO = ("sources",)


def propose(
    data: Path | None, ask: "Callable[[Register], Reconciled]", source: str | None, words: "Words", *, write: bool
) -> None:
    """Show the edits of a page, and with `write` make them, from the files as they are then."""
    folder = Session.open(data).writable()
    if source is None:
        raise CommandError("name the source that the page is with --source: the id that it has, or is to have")
    with writing_to(folder, dry_run=not write):
        session = Session.open(data)
        planned, left = _planned(session, ask, source)
        if write:
            put_all(folder, planned.files)
    account(_told(planned, left, session.origin.shown_as, words, write=write))


def _planned(session: Session, ask: "Callable[[Register], Reconciled]", source: str) -> "tuple[Plan, list[Finding]]":
    """The plan of the edits, and the findings that it leaves; refused where a rule objects."""
    register = session.register(session.slugs, also=ALSO)
    answer = ask(register)
    edits, left = proposed(answer, register, source, session.origin.read)
    if edits:
        edits = [*_source(answer, source, register), *edits]
    try:
        planned = plan(
            edits, session.slugs, session.origin.read, today(), session.origin.shown_as, also=ALSO, every=True
        )
    except PlacingError:
        raise CommandError("a file is written in a way that leaves no place for a line: record it by hand") from None
    refuse(planned.problems, "the edits are refused", lambda found: in_options(found.help, {}))
    return planned, left


def _source(answer: "Reconciled", id: str, register: "Register") -> list[FileEdit]:
    """The page as a new source; nothing where it is on record, of the same day."""
    held = register.sources.get(id)
    if held is None:
        new = new_source(answer, id, register)
        if new is None:
            raise CommandError(
                f"there is no source {id}, and the page is no depositary's whose address the register has: "
                "name a source that is on record"
            )
        return [entries.source(new)]
    if not same_day(held.as_of, answer):
        raise CommandError(
            f"the source {id} is not of {answer.page.as_at}, the day of the page: give it an id of its own"
        )
    return []


def _told(planned: Plan, left: "list[Finding]", root: str, words: "Words", *, write: bool) -> str:
    """The lines that change, what they change in law, what is left to a reader, and what was written."""
    from toc_treaties.pages.reconcile import left_text
    from toc_treaties.questions.changed_entries import entry_changes

    files = files_of(planned, root)
    changes = follows(planned, entry_changes(planned.before, planned.after), words)
    said = [
        *(changes or [_unchanged(words, edited=bool(files), left=bool(left))]),
        *(left_text(finding, words) for finding in left),
        words.say("written: {files}", files=files) if write and files else words.say("nothing was written"),
    ]
    return told(planned, root, said)


def _unchanged(words: "Words", *, edited: bool, left: bool) -> str:
    """That the edits change nothing in law, or that there are none."""
    from toc_treaties.pages.changed_cells import unchanged_text

    if edited:
        return unchanged_text(words)
    if left:
        return words.say("There is nothing to write by itself; what follows is for you to judge.")
    return words.say("There is nothing to write: what this page shows is on record.")
