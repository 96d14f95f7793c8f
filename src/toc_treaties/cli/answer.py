"""What every command that answers does: it takes the shared options, reads the data and shows one answer."""

from collections.abc import Callable
from datetime import date
from functools import cached_property, partial
from inspect import Parameter, signature
from pathlib import Path
from typing import TYPE_CHECKING, Any

from toc_treaties.cli.faults import NoDaysError
from toc_treaties.cli.options import (
    AsOf,
    Data,
    FormatName,
    Group,
    InstrumentIds,
    KnownAt,
    Lang,
    Output,
    PaperName,
    Subregion,
    Template,
    TierChoice,
)
from toc_treaties.cli.output import Page, Where
from toc_treaties.model.vocabulary import Language, Members
from toc_treaties.writers import Takes

if TYPE_CHECKING:
    from toc_treaties.cli.session import Session
    from toc_treaties.document.rows import Rows
    from toc_treaties.model.register import Register
    from toc_treaties.model.state import State
    from toc_treaties.questions.day_taken import DayTaken
    from toc_treaties.questions.scope import Scope
    from toc_treaties.words.language import Words

FILTERS = {"group": Group, "subregion": Subregion, "instrument": InstrumentIds, "tier": TierChoice}
SHARED = {
    "as_of": AsOf,
    "lang": Lang,
    "format": FormatName,
    "output": Output,
    "paper": PaperName,
    "template": Template,
    "data": Data,
}
PAST = {"as_of": AsOf, "known": KnownAt}
"""Two clocks: the day on which something was so, and the revision of the register that knew it."""
WITH_DAYS = "calendar"
"""The one command whose answer is days for a calendar program."""
WHERE = ("format", "output", "paper", "template")


KEPT: list[object] = []
"""What the last run read and answers, kept until the process ends: to take each object apart first takes longer."""


class Run:
    """One run of a command: its data, its day, and where its answer goes."""

    def __init__(
        self,
        as_of: str | None = None,
        data: Path | None = None,
        asked: str = "",
        known: str | None = None,
        lang: str | None = None,
        **given: Any,  # noqa: ANN401 - whatever an option takes
    ) -> None:
        KEPT.clear()
        self.as_of, self.data, self.known, self.lang = as_of, data, known, lang
        where = {name: given.pop(name, None) for name in WHERE}
        self.filters = given
        self.named: list[str] = []
        self.taken: list[DayTaken] = []
        self.where = Where(**where)
        if self.where.format or self.where.output:
            chosen = self.where.chosen
            if chosen.takes is Takes.DAYS and asked != WITH_DAYS:
                raise NoDaysError(asked, WITH_DAYS)

    @cached_property
    def present(self) -> "Session":
        """The data chosen, or found from here, as it is today."""
        from toc_treaties.cli.session import Session

        return Session.open(self.data)

    @cached_property
    def session(self) -> "Session":
        """The same, as it was at the revision asked for."""
        return self.present if self.known is None else self.present.at(self.known)

    @cached_property
    def words(self) -> "Words":
        """The language of the page."""
        from toc_treaties.cli.language import language_asked

        return language_asked(self.lang)

    @property
    def language(self) -> str:
        """The language of what is shown, whose alphabet orders the states; what programs read is the same in all."""
        read_by_programs = self.where.chosen.takes in {Takes.RECORD, Takes.ROWS}
        return Language.ENGLISH if read_by_programs else self.words.language

    @cached_property
    def day(self) -> date:
        """The day asked about, or today; which day a meeting began on, today's files say."""
        from toc_treaties.cli.days import day_asked

        return day_asked(self.present, self.as_of, self.taken, self.session.origin.known)

    def register(self, *more: str, states: list[str] | None = None) -> "Register":
        """The register with the states that some words name, or with all, in the order of their names.

        `more` names the files that few need.

        Who is a member of a grouping is told from all states' files.
        """
        from toc_treaties.model.alphabetical import in_order

        session = self.session
        self.named = session.find(states) if states else []
        alone = self.named and not self.filters.get("group") and not self.filters.get("subregion")
        if alone:
            return self._spoken(self.named, more)
        return in_order(self._spoken(session.slugs, more), self.language)

    def _spoken(self, slugs: list[str] | tuple[str, ...], more: tuple[str, ...]) -> "Register":
        """The register with some states; of a page in another language, in that language."""
        if self.language == Language.ENGLISH:
            register = self.session.register(slugs, more)
        else:
            register = self.session.spoken(slugs, more, self.words)
        KEPT.append(register)
        return register

    def with_laws(self, register: "Register", slugs: list[str]) -> "Register":
        """A register with what some of its states have done at home, and the others' files of that unread."""
        at_home = self._spoken(slugs, ("topics", "measures"))
        return register._replace(topics=at_home.topics, measures=at_home.measures)

    def scope(self, register: "Register", day: date | None = None, members: Members = Members.ALL) -> "Scope":
        """What the filters leave of a register on a day, of the states that this run named."""
        from toc_treaties.cli.selection import scope_of

        return scope_of(register, day or self.day, self.named, members=members, **self.filters)

    def state(self, names: list[str], *more: str, objections: bool = False) -> "tuple[Register, State]":
        """The one state that some words name, and the register with it, and with those of its `objections`."""
        slug = self.session.find_one(names)
        beside = self.session.objecting(slug) if objections else []
        register = self._spoken([slug, *beside], more)
        return register, register.states[slug]

    def show(
        self,
        question: str,
        answer: object,
        kind: str = "",
        rows: "Callable[[Words], Rows] | None" = None,
        **how: object,
    ) -> None:
        """Show an answer, as the page or the record of a question; `kind` is which, where it has several.

        `rows` are lines with words, instead of the record's; what programs read is English.
        """
        from toc_treaties.cli import output
        from toc_treaties.faces import face, lines_of, page_of, record_of
        from toc_treaties.words.language import ENGLISH

        page = Page(
            lambda: page_of(question, kind)(answer, words=self.words, **how),
            lambda: record_of(question, kind)(answer),
            lambda: rows(ENGLISH) if rows is not None else lines_of(question, kind, answer),
            lambda: face("pages", question, kind, "days")(answer, words=self.words),
        )
        KEPT.append(answer)
        output.emit(self.session.origin, self.where, page, [*self.taken, *self.session.lacking], self.words)


def _with(shared: dict[str, Any], command: Callable[..., None]) -> Callable[..., None]:
    """A command whose signature, as Typer reads it, ends in the shared options."""

    def run(**given: Any) -> None:  # noqa: ANN401 - whatever an option takes
        asked = Run(asked=command.__name__, **{name: given.pop(name) for name in shared})
        if asked.known is None:
            command(asked, **given)
            return
        from toc_treaties.cli.past import refusals

        with refusals(asked):
            command(asked, **given)

    own = list(signature(command).parameters.values())[1:]
    keyword = Parameter.KEYWORD_ONLY
    ends = [Parameter(name, keyword, default=None, annotation=option) for name, option in shared.items()]
    run.__signature__ = signature(command).replace(  # type: ignore[attr-defined]
        parameters=[*(parameter.replace(kind=keyword) for parameter in own), *ends]
    )
    run.__annotations__ = {parameter.name: parameter.annotation for parameter in (*own, *ends)}
    run.__name__, run.__doc__, run.__module__ = command.__name__, command.__doc__, command.__module__
    return run


answering = partial(_with, SHARED)
"""A command with the options that every answer has; it takes a run first, then its own options."""
answering_in_scope = partial(_with, {**FILTERS, **SHARED})
"""The same for an answer about many states and instruments, which can be limited to some."""
answering_past = partial(_with, {**PAST, **SHARED})
answering_past_in_scope = partial(_with, {**FILTERS, **PAST, **SHARED})
"""The same two for an answer that can be had as the register knew it at a past revision, too."""
answering_of_states = partial(_with, {"group": Group, "subregion": Subregion, **SHARED})
"""The same for an answer about one instrument, which can be limited to some states."""
answering_of_a_year = partial(_with, {name: option for name, option in SHARED.items() if name != "as_of"})
"""The same for an answer about years, which has no day."""
