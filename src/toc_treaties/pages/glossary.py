"""The glossary as a page: one term a line in the four languages, with the official text in which each was seen."""

from collections.abc import Iterator

from toc_treaties.document import (
    Block,
    Cell,
    Column,
    Document,
    Reference,
    Role,
    Section,
    Sources,
    Span,
    Table,
    line_of,
    paragraph,
)
from toc_treaties.model.glossary import OURS, Form
from toc_treaties.model.names import plain
from toc_treaties.model.vocabulary import IN_ITSELF
from toc_treaties.pages.tables import gathered
from toc_treaties.questions.glossary import GlossaryIn
from toc_treaties.words.language import Words


def page(answer: GlossaryIn, words: Words) -> Document:
    """The terms in the order of the page's language, and the texts."""
    columns = tuple(Column(language, IN_ITSELF[language], language=language) for language in answer.languages)
    by_letter = gathered((plain(answer.form(term, answer.language).form)[:1].upper(), term) for term in answer.terms)
    sections = tuple(
        Section(
            letter,
            tuple(tuple(_cell(answer.form(term, language)) for language in answer.languages) for term in terms),
            letter.lower(),
        )
        for letter, terms in by_letter.items()
    )
    body: list[Block] = [
        paragraph(
            words.say(
                "The field's own words in the languages of the Organization of American States: one term, one word."
            )
        ),
        paragraph(
            words.say(
                "A number leads to the official text in which a word was seen. A word without a number is this "
                "register's own: no official text was seen for it yet. m., f. and pl. are gender and number."
            )
        ),
        Table("glossary", columns, sections),
        Sources(words.say("Official texts in which the words were seen"), tuple(_texts(answer, words))),
    ]
    return Document("glossary", words.say("Glossary"), "", tuple(body), words.language)


def _cell(form: Form) -> Cell:
    """A word with its gender, and the number of its text."""
    gender = f"{form.gender.replace(' ', '. ').replace('/', './')}." if form.gender else ""
    cites = () if form.source == OURS else (form.source,)
    behind = (Span(f" {gender}" if gender else "", Role.QUIET, cites=cites),) if gender or cites else ()
    return Cell((Span(form.form), *behind))


def _texts(answer: GlossaryIn, words: Words) -> Iterator[Reference]:
    """The texts, each with who publishes it."""
    for id, text in answer.glossary.sources.items():
        told = words.say("{title}; {publisher}", title=text["title"], publisher=text["publisher"])
        yield Reference(id, line_of(told), text["url"])
