"""How the pages of one instrument begin: its title, and how many have consented."""

from toc_treaties.document import Block, Role, paragraph
from toc_treaties.model.instrument import Instrument
from toc_treaties.pages.scope import members_text
from toc_treaties.pages.standings import title_mark
from toc_treaties.questions.instrument import InstrumentProfile
from toc_treaties.words.language import Words


def opening(answer: InstrumentProfile, words: Words) -> list[Block]:
    """The title of an instrument, and how many have consented."""
    return [paragraph(_title(answer.instrument, words), Role.STRONG), paragraph(_total(answer, words))]


def _total(answer: InstrumentProfile, words: Words) -> str:
    """How many consented, of how many that can join, and how many of them no source confirms."""
    total, members = answer.total, members_text(answer.scope, words)
    said = {"members": members, "n": words.span(total.consented, total.most), "of": total.of}
    if not total.unconfirmed:
        return words.say("{members} that consented: {n} of the {of} that can join.", **said)
    said["marked"] = total.unconfirmed
    return words.say("{members} that consented: {n} of the {of} that can join; {marked} of them unconfirmed.", **said)


def _title(instrument: Instrument, words: Words) -> str:
    """The title, marked where it was not seen in an official or authentic text in this language."""
    return words.name(instrument.title) + title_mark(instrument, words)
