"""What the pages of one language are made from."""

from datetime import date
from typing import NamedTuple

from toc_treaties.model.commitment import Commitment
from toc_treaties.model.instrument import Instrument
from toc_treaties.model.register import Register
from toc_treaties.model.state import State
from toc_treaties.pages.site_commitments import paragraph_names
from toc_treaties.questions.scope import Scope
from toc_treaties.words.language import Words
from toc_treaties.words.site import ASPECT, SECTION


class Published(NamedTuple):
    """How a site is published: the revision of its data, its full address and where mistakes are reported, if known."""

    revision: str | None = None
    base: str = ""
    report_to: str = ""


class Shelf(NamedTuple):
    """The register in one language, the words of that, the day, and how the site is published."""

    register: Register
    words: Words
    as_of: date
    published: Published = Published()

    @property
    def states(self) -> tuple[State, ...]:
        """The states, in the order of their names."""
        return tuple(self.register.states.values())

    @property
    def instruments(self) -> tuple[Instrument, ...]:
        """The instruments, in the order of the Strategy."""
        return tuple(self.register.instruments.values())

    @property
    def commitments(self) -> tuple[Commitment, ...]:
        """The commitments, in the order of their texts."""
        catalogue = self.register.catalogue
        return tuple(catalogue.commitments.values()) if catalogue else ()

    @property
    def scope(self) -> Scope:
        """All states and instruments."""
        return Scope(self.as_of, self.states, self.instruments)

    def of(self, state: State) -> Scope:
        """One state, as if it were named."""
        return self.scope._replace(states=(state,), states_named=True)

    def under(self, instrument: Instrument) -> Scope:
        """One instrument, as if it were named."""
        return self.scope._replace(instruments=(instrument,), instruments_named=True)

    def section(self, path: str) -> str:
        """The name of a section."""
        return self.words.term(SECTION, path)

    def aspect(self, key: str) -> str:
        """What else there is on a thing, in words."""
        return self.words.term(ASPECT, key)

    @property
    def paragraphs(self) -> dict[str, str]:
        """The names of the commitments, by their ids: Hemispheric Strategy 1.e."""
        return paragraph_names(self.register.catalogue, self.words) if self.register.catalogue else {}
