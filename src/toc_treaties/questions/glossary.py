"""The glossary in the order of a language."""

from typing import NamedTuple

from toc_treaties.model.glossary import OURS, Form, Glossary, Term
from toc_treaties.model.names import plain
from toc_treaties.model.vocabulary import Language


class GlossaryIn(NamedTuple):
    """The terms in the order of a language's own words, and the texts in which forms were seen."""

    language: str
    glossary: Glossary

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages, that of the order first."""
        return (self.language, *(each for each in Language if each != self.language))

    @property
    def terms(self) -> list[Term]:
        """The terms by their words in the language."""
        return sorted(self.glossary.terms, key=lambda term: plain(self.form(term, self.language).form))

    def form(self, term: Term, language: str) -> Form:
        """A term in a language; English is the term itself."""
        return term.forms.get(language) or Form(term.english, OURS)
