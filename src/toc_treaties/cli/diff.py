"""`toc-treaties diff`."""

from typing import TYPE_CHECKING, Annotated

import typer

from toc_treaties.cli.answer import Run, answering

if TYPE_CHECKING:
    from collections.abc import Collection

    from toc_treaties.questions.diff import Side
    from toc_treaties.store.files import Origin

OF_ALL = frozenset({"instruments.yaml", "commitments.yaml"})
"""The files on which the answers about every state rest."""


@answering
def diff(
    run: Run,
    before: Annotated[
        str | None, typer.Argument(metavar="REV", help="The earlier revision, as HEAD~5 or main; HEAD if not given.")
    ] = None,
    after: Annotated[
        str | None, typer.Argument(metavar="REV", help="The later revision; if not given, the files as they are.")
    ] = None,
) -> None:
    """Say what a change of the register's files means.

    Standings, gaps, evidence, memberships, duties, measures and commitments, as sentences and as a table of cells;
    then each entry that is new, changed or gone. Without a revision: what the files hold, and HEAD does not.

    Example: toc-treaties diff HEAD~5
    """
    from toc_treaties.cli.past import refusals

    with refusals():
        _answer(run, before or "HEAD", after)


def _answer(run: Run, before: str, after: str | None) -> None:
    """Read both sides, as far as they differ, and show what the change means."""
    from toc_treaties.cli.session import Session, today
    from toc_treaties.questions.diff import diff as ask
    from toc_treaties.store.revisions import at_revision

    day, files = run.day, run.session.origin
    old = at_revision(files, before, today(), empty=True)
    new = at_revision(files, after, today(), empty=True) if after else files
    run.session = Session(new._replace(known=None))  # the page itself says of which revisions it is
    names = _differing(old, new)
    ours = {name for origin in (old, new) for name in _files(origin)}
    wanted = _wanted(old, new, names)
    had, has = (_side(origin, names, wanted) for origin in (old, new))
    run.show("diff", ask(had, has, day, [name for name in names if name in ours], [*({*names} - ours)]))


def _differing(old: "Origin", new: "Origin") -> list[str]:
    """The files, but for hidden ones, that do not hold the same bytes."""
    names = {name for origin in (old, new) for name in origin.names("") if not any(map(_hidden, name.split("/")))}
    return sorted(name for name in names if _content(old, name) != _content(new, name))


def _hidden(name: str) -> bool:
    return name.startswith(".")


def _content(origin: "Origin", name: str) -> bytes | None:
    """A file's content; nothing where there is no such file."""
    try:
        return origin.read(name)
    except OSError:
        return None


def _slugs(origin: "Origin") -> list[str]:
    """The states that a reading lists, and has files of."""
    from toc_treaties.store.register_shape import codes_of

    listed = codes_of(origin.read)
    return [slug for slug in origin.slugs if slug in listed or not listed]


def _files(origin: "Origin") -> list[str]:
    from toc_treaties.store.folder import files_of

    return files_of(_slugs(origin))


def _wanted(old: "Origin", new: "Origin", names: "Collection[str]") -> set[str]:
    """The states of which something can be otherwise: whose files differ, or who cite a source that does."""
    from toc_treaties.store.load import load

    slugs = {*_slugs(old), *_slugs(new)}
    if OF_ALL & {*names}:
        return slugs
    own = {slug for slug in slugs if {f"states/{slug}.yaml", f"measures/{slug}.yaml"} & {*names}}
    if "sources.yaml" not in names:
        return own
    had, has = (load(origin.read, (), also=("sources",), partial=True)[0].sources for origin in (old, new))
    changed = [id.encode() for id in {*had, *has} if had.get(id) != has.get(id)]
    texts = {slug: _content(new, f"states/{slug}.yaml") or b"" for slug in slugs - own}
    return own | {slug for slug, text in texts.items() if any(id in text for id in changed)}


def _side(origin: "Origin", names: "Collection[str]", wanted: set[str]) -> "Side":
    """One reading of what differs, judged by form alone.

    Both sides are read on the same day: a month that still runs is no change because one side was committed earlier.
    What was known on the day of a revision is asked of a page with --known.
    """
    from toc_treaties.cli.session import today
    from toc_treaties.questions.diff import Side
    from toc_treaties.store.load import MORE, Loading, load

    there = {*origin.names("")}
    also = {name for name, (file, *_) in MORE.items() if file in names}
    also |= {"topics"} if any(name.startswith("measures/") for name in names) else set()
    also |= {"catalogue", "bodies"} if any(name.startswith("states/") for name in names) else set()
    slugs = [slug for slug in _slugs(origin) if slug in wanted]
    register, problems = load(origin.read, slugs, "", sorted(also), partial=True)
    at_home = Loading(origin.read, "", partial=True)
    measures = {slug: at_home.measures(slug) for slug in slugs if f"measures/{slug}.yaml" in names}
    found = (*problems, *at_home.problems)
    unread = frozenset({*register.unread, *at_home.unread} & there & {*names})
    register = register._replace(measures=measures, read_on=today())
    revision, day = (origin.revision, origin.known.day) if origin.known else (None, None)
    return Side(register, revision, day, found, unread, empty="instruments.yaml" not in there)
