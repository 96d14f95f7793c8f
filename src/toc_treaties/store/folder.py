"""What lies in the data folder beside what is read: copies, other endings, strange folders; and what is missing."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from errno import EFBIG
from functools import cache

from toc_treaties.model.names import plain
from toc_treaties.model.place import Place
from toc_treaties.model.problem import Problem
from toc_treaties.store import faults
from toc_treaties.store.load import MORE
from toc_treaties.store.nodes import LARGEST
from toc_treaties.store.opening import MOST_BYTES, Reader

ALWAYS = ("instruments.yaml", "depositaries.yaml", "sources.yaml", "register.yaml")
EVERY = (*ALWAYS, *(file for file, *_ in MORE.values()))
"""The files beside the states' that a register has."""
FOLDERS = {
    "states": "the folder of the states' files is not there",
    "measures": "the folder of the states' files of measures is not there",
}
"""The folders that hold a file for each state, and what is said where one is missing."""
_PASSED_OVER = re.compile(r"(?:.*/)?\..*|(?:.*/)?README[^/]*|REVISION", re.IGNORECASE)
_COPY_OF = re.compile(r"^(?:copy of|copia de|cópia de|copie de|#|~\$?)\s*")


def files_of(slugs: Iterable[str]) -> list[str]:
    """Every file of a register with these states."""
    slugs = list(slugs)
    return [*EVERY, *(f"{folder}/{slug}.yaml" for folder in FOLDERS for slug in slugs)]


def folder_problems(
    names: Iterable[str], listed: Collection[str], root: str, closed: Collection[str] = ()
) -> list[Problem]:
    """Every file that nothing reads, and every file that is read and is not there, each once, at its name.

    `listed` are the states that the register has; `closed` are folders that may not be looked into.
    """
    wanted = dict.fromkeys(files_of(listed))
    names = list(names)
    there = dict.fromkeys(name for name in names if not _PASSED_OVER.fullmatch(name) and name not in FOLDERS)
    strays = dict(_strays([name for name in there if name not in wanted], wanted))
    unlisted = {f"measures/{name.removeprefix('states/')}" for name in strays if name.startswith("states/")}
    strays = {name: stray for name, stray in strays.items() if name not in unlisted}
    problems = [
        faults.stray_file(Place(f"{root}/{name}", 1, 1), meant, ours=ours, beside=meant in there)
        for name, (meant, ours) in strays.items()
    ]
    instead = {meant for meant, _ in strays.values()}
    empty = [
        folder
        for folder in FOLDERS
        if listed and folder not in closed and not any(name.startswith(f"{folder}/") for name in names)
    ]
    problems += [faults.missing_file(Place(f"{root}/{folder}", 1, 1), FOLDERS[folder]) for folder in empty]
    above = {name[:end] for name in there for end, sign in enumerate(name) if sign == "/"}
    return problems + [
        _missing(name, root)
        for name in wanted
        if name not in instead
        and name.partition("/")[0] not in (*empty, *closed)
        and name not in there
        and name not in above
    ]


def _missing(name: str, root: str) -> Problem:
    """A file that is not there; a state that has done nothing that is known has one of measures too."""
    missing = faults.missing_file(Place(f"{root}/{name}", 1, 1))
    new = name.startswith("measures/")
    return (
        missing._replace(help="restore it, or write measures: [] in it where nothing is known yet") if new else missing
    )


def _strays(names: list[str], wanted: Collection[str]) -> Iterator[tuple[str, tuple[str | None, bool]]]:
    """Each file that nothing reads, with the one that it was meant to be and whether it looks like one of ours.

    What lies in a folder of its own is said of the folder.
    """
    by_stem = cache(lambda beside: _by_stem(beside, wanted))
    for name in names:
        ours = re.search(r"\.ya?ml", name, re.IGNORECASE) is not None
        below = next((f"{known}/" for known in FOLDERS if name.startswith(f"{known}/")), "")
        folder, slash, _ = name.removeprefix(below).partition("/")
        if not slash:
            meant = _meant_by(name, by_stem(name.rpartition("/")[0]))
            yield name, (meant, ours or meant is not None)
        elif below + folder not in wanted:
            yield f"{below}{folder}/", (None, ours)


def _by_stem(beside: str, wanted: Iterable[str]) -> dict[str, str]:
    """The files of the register by their names without ending, those of a folder before others."""
    by_stem: dict[str, str] = {}
    for file in sorted(wanted, key=lambda file: (file.rpartition("/")[0] != beside, file.startswith("measures/"))):
        by_stem.setdefault(file.rpartition("/")[2].removesuffix(".yaml"), file)
    return by_stem


def _meant_by(name: str, by_stem: Mapping[str, str]) -> str | None:
    """The file of the register with whose name a file's name begins, the longest; None where it resembles none."""
    base = _COPY_OF.sub("", plain(name.rpartition("/")[2])).replace("_", "-").replace(" ", "-")
    stem = re.split(r"\.|~|#", base)[0]
    ends = (end for end in range(len(stem), 0, -1) if not "a" <= stem[end : end + 1] <= "z")
    return next((by_stem[stem[:end]] for end in ends if stem[:end] in by_stem), None)


def unreadable(read: Reader, names: Iterable[str], there: Collection[str], root: str) -> list[Problem]:
    """Every file of the register that is there and cannot be opened: a link to nowhere, a folder, one without leave.

    Where the same keeps every file of a folder from being read, it is said once, of the folder.
    """
    every, there = list(names), frozenset(there)
    problems = {name: fault for name in every if (fault := _unread(read, name, there, root)) is not None}
    for folder in FOLDERS:
        place = Place(f"{root}/{folder}", 1, 1)
        within = [name for name in every if name.startswith(f"{folder}/")]
        said = {(problems[name].rule, problems[name].message) if name in problems else None for name in within}
        if len(within) > 1 and len(said) == 1 and None not in said:
            problems[folder] = problems[within[0]]._replace(place=place)
            problems = {name: problem for name, problem in problems.items() if not name.startswith(f"{folder}/")}
        elif folder not in problems and (why := _shut(read, folder)):
            problems[folder] = faults.missing_file(place, why)
    return list(problems.values())


def _unread(read: Reader, name: str, there: Collection[str], root: str) -> Problem | None:
    """Why a file of the register that is there cannot be read; None of one that can, or is not there."""
    place, why = Place(f"{root}/{name}", 1, 1), None
    try:
        read(name)
    except NotADirectoryError:
        return None
    except FileNotFoundError:
        why = "this is a link that leads nowhere" if name in there else None
    except IsADirectoryError:
        why = "this is a folder, where a file belongs"
    except OSError as error:
        if error.errno == EFBIG:
            return faults.too_large(place.file, f"more than {MOST_BYTES:,}", LARGEST)
        why = f"this cannot be read: {error.strerror}"
    return faults.missing_file(place, why) if why is not None else None


def _shut(read: Reader, folder: str) -> str | None:
    """Why a folder's files, which can be read, cannot be listed."""
    try:
        read(folder)
    except PermissionError as error:
        return f"the files of this folder cannot be listed: {error.strerror}"
    except OSError:
        return None
    return None
