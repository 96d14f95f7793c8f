"""One run of a command: which data it reads, on which day, and what it does when the data is at fault."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from toc_treaties.cli.faults import CommandError, MissingDataError, UnreadableDataError
from toc_treaties.cli.streams import tell
from toc_treaties.model.problem import Problem, Severity
from toc_treaties.model.register import Register
from toc_treaties.model.vocabulary import Language
from toc_treaties.store.files import NoDataError, Origin, locate
from toc_treaties.store.load import MORE, load
from toc_treaties.store.names import Heads, UnknownStateError, called
from toc_treaties.store.opening import present_folder
from toc_treaties.store.register_shape import codes_of

if TYPE_CHECKING:
    from toc_treaties.questions.day_taken import NotGiven
    from toc_treaties.words.language import Words


def today() -> date:
    """The day on which the command runs."""
    return date.today()  # noqa: DTZ011, TID251 - the one clock; treaties know days, not hours


class Session(NamedTuple):
    """The data that this run reads."""

    origin: Origin
    present: Origin | None = None
    """The files of today, where the data is that of a past revision."""
    lacking: "list[NotGiven]" = []  # noqa: RUF012 - a new one for each past revision, and unused without one

    @classmethod
    def open(cls, data: Path | None) -> "Session":
        """The data chosen, or found from here."""
        try:
            return cls(locate(data, present_folder()))
        except NoDataError as error:
            raise MissingDataError(str(error)) from None

    def at(self, revision: str) -> "Session":
        """The same data as it was at a revision or at the end of a day; judged by its form alone."""
        from toc_treaties.cli.past import origin_at

        return Session(origin_at(self.origin, revision, today()), self.origin, [])

    def writable(self) -> Path:
        """The folder that a command may write to; the installed copy is none."""
        folder = self.origin.folder
        if folder is None or self.origin.kind == "installed copy":
            raise CommandError(
                f"{self.origin.shown_as} is the installed copy, which is not written to: "
                "run the command inside a checkout of the project, or name its folder with --data"
            )
        return folder

    @property
    def slugs(self) -> tuple[str, ...]:
        """Every state that the register lists, or, where it has no list, that has a file."""
        return tuple(sorted(codes_of(self.origin.read))) or self.origin.slugs

    @property
    def heads(self) -> Heads:
        """What the states are called."""
        codes = codes_of(self.origin.read)
        if self.present is None:
            return Heads(self.origin.read, self.slugs, codes)
        held = self.origin.slugs  # the list of a past revision may name a state that has no file
        return Heads(self.origin.read, held, {slug: code for slug, code in codes.items() if slug in held})

    def find(self, names: list[str]) -> list[str]:
        """The slugs of the states named, each once, in the order given.

        Words that are a state's name together are taken as one, and the user is told to quote them.
        """
        try:
            with self._reading():
                slugs, unquoted = self.heads.find_each(names)
        except UnknownStateError as error:
            slugs, unquoted = self._called_since(names, str(error))
        for name in unquoted:
            tell_to_quote(name)
        return list(dict.fromkeys(slugs))

    def _called_since(self, names: list[str], unknown: str) -> tuple[list[str], list[str]]:
        """The slugs that states had in a past revision which only today's files know by those names."""
        if self.present is None:
            raise CommandError(unknown)
        try:
            slugs, unquoted = Session(self.present).heads.find_each(names)
        except UnknownStateError:
            raise CommandError(unknown) from None
        heads = self.heads
        then = {
            slug: next(filter(None, map(heads.match, reversed(called(self.present.read, slug).names))), None)
            for slug in slugs
        }
        for slug, known in then.items():
            if known is None:
                raise CommandError(f"revision {self.origin.revision} holds no file of {slug}: name a later revision")
        return [known for slug in slugs if (known := then[slug])], unquoted

    def knows(self, name: str) -> bool:
        """Whether a state goes by a name."""
        with self._reading():
            return self.heads.match(name) is not None or (
                self.present is not None and Session(self.present).knows(name)
            )

    def find_one(self, names: list[str]) -> str:
        """The slug of the one state that some words name."""
        slugs = self.find(names)
        if len(slugs) != 1:
            raise CommandError(f"name one state, not {len(slugs)}: {', '.join(slugs)}")
        return slugs[0]

    def objecting(self, slug: str) -> list[str]:
        """The states that object to a reservation of one, or to whose reservations it objects."""
        from toc_treaties.store.objections import objecting

        return objecting(self.origin.read, slug, codes_of(self.origin.read))

    def alone(self, name: str) -> Register:
        """The register with one of the files that only some questions read, and nothing else; checked."""
        from toc_treaties.rules import judged
        from toc_treaties.store.load import one_of

        with self._reading():
            held, problems = one_of(name, self.origin.read, self.origin.shown_as)
        register = Register({}, {}, {}, {})._replace(**{name: held})
        self._refuse(judged(register, problems, today()))
        return register

    def texts(self, language: str) -> Mapping[str, str]:
        """What the files say in English sentences, in a language; empty where the folder has no file of that.

        Of a past revision that has none, today's file says it.
        """
        from toc_treaties.store.languages import TEXTS, plainly_said

        if not self.origin.holds(TEXTS):
            return Session(self.present).texts(language) if self.present is not None else {}
        with self._reading():
            said = plainly_said(self.origin.read(TEXTS), language)
        if said is not None:
            return said
        texts = self.alone("texts").texts  # the file has another form, or is broken: it is read as the others are
        return {text: each.others[language] for text, each in texts.items() if language in each.others}

    def register(self, slugs: list[str] | tuple[str, ...], also: tuple[str, ...] = ()) -> Register:
        """The register with these states, checked; errors in the files read refuse an answer.

        `also` names what only some questions read: the files of `MORE`, and `sources` for those that nothing cites.
        """
        if self.origin.known is not None:
            return self._then(slugs, also, self.origin.known.on)
        from toc_treaties.rules import judged

        register, problems = self.load(slugs, also)
        self._refuse(judged(register, problems, today(), states={*slugs} >= {*self.slugs}))
        return register

    def spoken(self, slugs: list[str] | tuple[str, ...], also: tuple[str, ...], words: "Words") -> Register:
        """The same in a language, as far as the data has its texts in it."""
        if words.language == Language.ENGLISH:
            return self.register(slugs, also)
        from toc_treaties.store.languages import in_language

        return in_language(self.register(slugs, also), self.texts(words.language), words)

    def _then(self, slugs: Iterable[str], also: Iterable[str], known: date) -> Register:
        """The register of a past revision, as far as it can be read; of what it lacks, a note is kept."""
        from toc_treaties.cli.past import settled

        also, slugs = tuple(also), tuple(slugs)
        register, problems = load(self.origin.read, slugs, "", also, partial=True, cited=True)
        register, lacks = settled(self.origin, register, problems, at_home="measures" in also)
        lost = [f"states/{slug}.yaml" for slug in slugs if slug not in register.states]
        if not register.instruments or not register.states or (lost and not {*slugs} >= {*self.slugs}):
            name = lost[0] if register.instruments and lost else "instruments.yaml"
            raise MissingDataError(f"revision {lacks.revision} does not hold {name} in a form that is read today")
        if lacks and lacks not in self.lacking:
            self.lacking.append(lacks)
        return register._replace(read_on=known)

    def load(
        self, slugs: Iterable[str], also: Iterable[str] = (), *, partial: bool = False
    ) -> tuple[Register, list[Problem]]:
        """The register and its problems of form.

        A file that is not there or cannot be read ends the command, unless the register may be `partial`.
        """
        missing = [MORE[more][0] for more in also if more in MORE and not self.origin.holds(MORE[more][0])]
        if missing and not partial:
            raise MissingDataError(self._not_there(missing[0]))
        if not self.slugs:
            raise MissingDataError(f"{self.origin.shown_as}/states holds no state's file")
        with self._reading():
            register, problems = load(self.origin.read, slugs, self.origin.shown_as, also, partial=partial)
        unread = () if partial else sorted(name for name in register.unread if name.startswith("measures/"))
        absent = next((name for name in unread if not self.origin.holds(name)), None)
        if absent is not None:  # that nobody looked for a law is not to be said of a state whose laws were not read
            raise MissingDataError(self._not_there(absent))
        return register._replace(read_on=today()), problems

    @contextmanager
    def _reading(self) -> Iterator[None]:
        """What reads files: one that is not there, or cannot be read, ends the command."""
        try:
            yield
        except FileNotFoundError as error:
            raise MissingDataError(self._not_there(error.filename)) from None
        except OSError as error:
            place = f"{self.origin.shown_as}/{error.filename}"
            raise MissingDataError(f"{place} cannot be read: {error.strerror}") from None

    def _not_there(self, name: str) -> str:
        """That a file is missing."""
        return f"{self.origin.shown_as}/{name} is not there, and the question needs it"

    def _refuse(self, problems: list[Problem]) -> None:
        """Say warnings on standard error; end with the errors' files where there are any."""
        errors = [problem for problem in problems if problem.severity is Severity.ERROR]
        if errors:
            from shlex import quote

            option = f" --data {quote(str(self.origin.folder))}" if self.origin.kind == "folder" else ""
            raise UnreadableDataError(
                (error.place.file for error in errors), len(errors), f"toc-treaties check{option}"
            )
        for problem in problems:
            place = problem.place
            tell(f"{place.file}:{place.line}:{place.column}: warning: {problem.message} [{problem.rule}]")


def tell_to_quote(name: str) -> None:
    """Tell the user that a name of several words was understood, and how to write it."""
    tell(f'read as one name: write "{name}" in quotes')
