"""How to find two states: each of them leads to what it can rest a request on with every other."""

from toc_treaties.document import Block, Document, Role, cell, paragraph
from toc_treaties.model.vocabulary import Subregion
from toc_treaties.pages.foot import signed
from toc_treaties.pages.tables import sectioned
from toc_treaties.questions.scope import Scope
from toc_treaties.words.language import Words
from toc_treaties.words.phrases import PURPOSE, SUBREGION


def index_page(scope: Scope, words: Words) -> Document:
    """All states; each leads to a page with every other."""
    purposes = words.listed(words.say(PURPOSE[each]) for each in PURPOSE)
    body: list[Block] = [
        paragraph(
            words.say(
                "What can two states rest a request on? Choose the first of the two; its page names what comes first "
                "with each other state, and leads to the page of the two."
            )
        ),
        paragraph(words.say("The page of two states covers: {purposes}.", purposes=purposes)),
    ]
    sections = (
        (
            words.term(SUBREGION, subregion),
            [(cell(words.name(each.name), role=Role.STRONG),) for each in scope.states if each.subregion == subregion],
        )
        for subregion in Subregion
    )
    body += sectioned("states", ("state",), sections, words)
    title = words.say("Two states: what a request can rest on")
    aside = words.say("as of {day}", day=words.long_day(scope.day))
    return Document("pairs", title, aside, signed(body, words), words.language, scope.day)
