"""About the register: who keeps it, how it is checked and cited, where a mistake is reported, on which terms it is."""

from collections.abc import Iterator

from toc_treaties.document import Block, Document, Heading, Line, Span, facts, line_of, paragraph
from toc_treaties.pages.foot import signed
from toc_treaties.pages.tables import labelled
from toc_treaties.questions.about import About
from toc_treaties.words.about import CHECKED, PREVAILS, SHOWN_THERE, TO_SEND
from toc_treaties.words.language import Words
from toc_treaties.words.phrases import DAY_MARK, MARK
from toc_treaties.words.site import ASPECT

CC0 = "https://creativecommons.org/publicdomain/zero/1.0/legalcode"
"""The terms of the data, as LICENSE-DATA names them."""
CITE, REPORT = "cite", "report"
"""The places on the page to which the foot of every other leads."""
BESIDE = ("currency", "conflicts", "worklist", "limits")
"""The pages that show how good the data are."""


def page(answer: About, words: Words) -> Document:
    """What a reader asks of the register itself before relying on it."""
    body = [
        *_keeps(answer, words),
        *_checked(words),
        *_cite(answer, words),
        *_report(answer, words),
        *_terms(words),
        *_record(answer, words),
    ]
    aside = words.say("as of {day}", day=words.long_day(answer.as_of))
    title = words.term(ASPECT, "about")
    return Document("about", title, aside, signed(body, words), words.language, answer.as_of)


def _keeps(answer: About, words: Words) -> Iterator[Block]:
    yield Heading(words.say("Who keeps it"), key="keeps")
    yield paragraph(
        words.say(
            "This register is kept in the open by the contributors of {register}: as files that anybody may read, "
            "copy and propose to change. Whoever proposes a change names its source.",
            register=answer.register,
        )
    )


def _checked(words: Words) -> Iterator[Block]:
    yield Heading(words.say("How the data are checked"), key="checked")
    yield labelled(CHECKED, words, mark=MARK, day_mark=DAY_MARK)
    yield facts(*((words.term(ASPECT, key), words.term(SHOWN_THERE, key)) for key in BESIDE))


def _cite(answer: About, words: Words) -> Iterator[Block]:
    yield Heading(words.say("How to cite a page"), key=CITE)
    yield paragraph(
        words.say(
            "Give the title of the page, the day of which it is, the revision of the data and the address. The day "
            "stands below the title, the revision in the last line."
        )
    )
    said = {
        "title": words.name(answer.example.short),
        "day": words.long_day(answer.as_of),
        "register": answer.register,
        "address": answer.address,
    }
    citation = words.known(
        "{title}, as of {day}. In: {register}, revision {revision}. {address}", revision=answer.revision, **said
    ) or words.say("{title}, as of {day}. In: {register}. {address}", **said)
    yield facts(
        (words.say("For example"), citation),
        (
            words.say("Later"),
            words.say(
                "an address is permanent, and the page there follows the register: the day and the revision say which "
                "page was read"
            ),
        ),
        (
            words.say("One act"),
            words.say(
                "cite the source to which the number beside it leads, with its own day. Before a legal text rests on "
                "it, look at the depositary's page"
            ),
        ),
    )


def _report(answer: About, words: Words) -> Iterator[Block]:
    yield Heading(words.say("How to report a mistake"), key=REPORT)
    yield paragraph(
        words.say(
            "Please report a day, an act or a standing that differs from what a source shows, and an act that is not "
            "here. What to send:"
        )
    )
    yield labelled(TO_SEND, words)
    yield facts((words.say("Where"), _where(answer, words)))
    yield paragraph(
        words.say(
            "Name institutions, and no persons. What a source shows is recorded with that source; where sources "
            "disagree, all are shown."
        )
    )


def _where(answer: About, words: Words) -> Line:
    """Where a mistake is reported, as far as whoever published the site has said."""
    if answer.report_to:
        return (Span(answer.report_to, url=answer.report_to),)
    return line_of(
        words.say(
            "to whoever gave you this site, or to the project itself, which has a form for a date that looks wrong and "
            "one for an act that the register lacks"
        )
    )


def _terms(words: Words) -> Iterator[Block]:
    yield Heading(words.say("On what terms it may be used"), key="terms")
    yield facts(
        (
            words.say("Data, pages, records"),
            (
                Span(
                    words.say(
                        "in the public domain: to be copied, changed, passed on and used, in commerce too, without "
                        "asking. They are offered as they are, with no warranty."
                    )
                ),
                Span(" "),
                Span("CC0 1.0", url=CC0),
            ),
        ),
        (words.say("Program"), words.say("MIT License")),
        (words.say("Typefaces"), words.say("under licences of their own, which lie beside them")),
    )


def _record(answer: About, words: Words) -> Iterator[Block]:
    """What a depositary's record is, and whose is that of each instrument."""
    yield Heading(words.say("What it means that this is not the depositary's record"), key="record")
    yield paragraph(
        words.say(
            "A treaty's depositary receives the acts of states under it and informs the parties of them (Vienna "
            "Convention on the Law of Treaties, article 77). Its record says what was done. This register repeats what "
            "depositaries, states and others published, each as it stood on a day; what was published later or "
            "elsewhere may be missing."
        )
    )
    yield paragraph(words.say(PREVAILS))
    yield facts(
        *(
            (
                words.name(depositary.name),
                (
                    Span(", ".join(words.name(instrument.short) for instrument in instruments)),
                    *(
                        (Span(words.between_clauses), Span(depositary.site, url=depositary.site))
                        if depositary.site
                        else ()
                    ),
                ),
            )
            for depositary, instruments in answer.kept
        )
    )
