"""An instrument's clauses in words: who may join and how, when it enters into force, how one leaves, what it serves."""

from collections.abc import Iterable

from toc_treaties.document import Block, Facts, Heading, cell, facts
from toc_treaties.model.instrument import Reservations, Serving, Signature
from toc_treaties.pages.basis_terms import offences
from toc_treaties.pages.case import conflict_line, together
from toc_treaties.pages.history import delay_text, marked_article, notice_text
from toc_treaties.pages.statements import articles_text, paragraphs_text
from toc_treaties.pages.tables import Row, table
from toc_treaties.questions.instrument import InstrumentProfile
from toc_treaties.words.bases import RULE
from toc_treaties.words.clauses import EXIT_WORD, WHO
from toc_treaties.words.language import Words
from toc_treaties.words.phrases import MARK, PURPOSE, TIER_LIST


def clauses(answer: InstrumentProfile, words: Words) -> Facts:
    """What the instrument says of itself, of joining and of leaving."""
    one = answer.instrument
    keeper = words.name(answer.depositary.name) if answer.depositary else one.depositary
    adopted, in_force = words.day(one.adopted), words.day(one.in_force) if one.in_force else words.say("not yet")
    registration = words.known("UN registration {number}", number=one.registration)
    conflicts = together((conflict_line(conflict, words) for conflict in one.conflict), words)
    listed = words.term(TIER_LIST, one.tier)
    return facts(
        (words.say("List"), words.say("Strategy {paragraph}: {list}", paragraph=one.paragraph, list=listed)),
        (words.say("Adopted"), words.joined((adopted, one.adopted_at or "", one.adopted_by or ""))),
        (words.say("Signature"), words.joined(_signature(answer, one.signature, words))),
        (words.say("In force"), words.joined((in_force, one.first_parties or ""))),
        (words.say("Later parties"), delay_text(one.later_parties, words)),
        (words.say("Accession"), words.joined(_accession(answer, words))),
        (words.say("Parent"), _parent(answer, words)),
        (words.say("Reservations"), reservations_text(one.reservations, words)),
        (words.say("Leaving"), _leaving(answer, words)),
        (words.say("Depositary"), words.joined((keeper, one.reference or ""))),
        (words.say("Published"), words.joined((one.publication or "", registration))),
        (words.say("Status page"), one.status_page or ""),
        (words.say("Conflict"), conflicts),
        (words.say("Note"), one.note or ""),
    )


def _named(answer: InstrumentProfile, code: str, words: Words) -> str:
    return words.name(answer.named[code]) if code in answer.named else code


def _who(answer: InstrumentProfile, by: str | tuple[str, ...], words: Words) -> str:
    return words.term(WHO, by) if isinstance(by, str) else _listed(answer, by, words)


def _listed(answer: InstrumentProfile, codes: Iterable[str], words: Words) -> str:
    """States by their codes, in the order in which the page has them."""
    place = {code: number for number, code in enumerate(answer.named)}
    ordered = sorted(codes, key=lambda code: place.get(code, len(place)))
    return words.listed(_named(answer, code, words) for code in ordered)


def _signature(answer: InstrumentProfile, window: Signature | None, words: Words) -> tuple[str, ...]:
    """When and where it is open for signature, to whom, and whether a signature may bind."""
    if window is None:
        return (words.say("no signature procedure"),)
    who = _who(answer, window.by, words) + (MARK if window.unconfirmed else "")
    opened = words.say("from {opened}, still open, by {who}", opened=window.opened, who=who)
    if window.closed:
        days = {"opened": words.day(window.opened), "closed": words.day(window.closed)}
        opened = words.say("from {opened} to {closed}, by {who}", who=who, **days)
    doubtful = _listed(answer, window.in_doubt, words)
    return (
        opened,
        window.places or "",
        words.known("a signature may bind: art. {article}", article=window.definitive),
        words.known("not settled for {states}", states=doubtful),
    )


def _accession(answer: InstrumentProfile, words: Words) -> tuple[str, ...]:
    """Who may accede, and by which article."""
    clause = answer.instrument.accession
    if clause is None:
        return (words.say("no accession clause"),)
    who = _who(answer, clause.by, words)
    named = words.known("art. {article}: {who}", article=marked_article(clause), who=who)
    also = words.say("the depositary also accepts accessions from states entitled to sign")
    return named or who + (MARK if clause.unconfirmed else ""), also if clause.members_too else ""


def _parent(answer: InstrumentProfile, words: Words) -> str:
    """What must be joined before it."""
    if answer.parent is None or answer.instrument.requires is None:
        return ""
    parent = words.name(answer.parent.short)
    if answer.instrument.requires.to_sign:
        return words.say("{parent}, in force for the state before it signs", parent=parent)
    return words.say("{parent} first, or the same day", parent=parent)


def reservations_text(clause: Reservations | None, words: Words) -> str:
    """Which reservations it allows, and when they are made."""
    if clause is None:
        return ""
    return words.known("{says}, art. {article}", says=clause.says, article=marked_article(clause)) or clause.says


def _leaving(answer: InstrumentProfile, words: Words) -> str:
    leaving = answer.instrument.exit
    if leaving is None or not leaving.provided:
        return notice_text(leaving, words) if leaving else ""
    return words.say("{word}: {rule}", word=words.term(EXIT_WORD, leaving.word), rule=notice_text(leaving, words))


def serves(answer: InstrumentProfile, words: Words) -> list[Block]:
    """What the instrument serves between two parties, article by article."""
    rows = [
        _serving(answer, purpose, serving, words)
        for purpose, servings in answer.instrument.serves.items()
        for serving in servings
    ]
    heading = Heading(words.say("What it serves between two parties"), key="serves")
    return [heading, *table("serves", ("serves", "articles", "works", "scope"), rows, words)] if rows else []


def _serving(answer: InstrumentProfile, purpose: str, serving: Serving, words: Words) -> Row:
    """Articles that serve, with whose they are, how they work, and what they reach."""
    articles = articles_text(serving.articles, _named(answer, serving.of, words) if serving.of else "", words)
    works = words.term(RULE, serving.rule or serving.force) or words.say("none stated")
    articles += MARK if serving.unconfirmed else ""
    scope = cell(offences(serving.scope, purpose, words), words.joined(_conditions(serving, words)))
    return cell(words.term(PURPOSE, purpose)), cell(articles), cell(works), scope


def _conditions(serving: Serving, words: Words) -> tuple[str, ...]:
    """What an offence must meet, what is left out, and what comes before."""
    conforms = ", ".join(serving.conforms_to)
    return (
        serving.threshold or "",
        words.known("not {what}", what=serving.excludes),
        _gives_way(serving, words),
        words.known("in conformity with the treaties in force ({articles})", articles=conforms),
        words.say("as each party elects under {article}", article=serving.elected.under) if serving.elected else "",
        serving.note or "",
    )


def _gives_way(serving: Serving, words: Words) -> str:
    """What gives way to a treaty on the purpose that binds both, and by which clause."""
    clause = serving.yields_to
    if clause is None:
        return ""
    articles, article = paragraphs_text(clause.articles, words), clause.article
    where = words.known(
        "{articles} where no treaty binds both, or the two agree ({article})", articles=articles, article=article
    )
    return where or words.say("where no treaty binds both, or the two agree ({article})", article=article)
