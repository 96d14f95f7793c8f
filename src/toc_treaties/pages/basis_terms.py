"""What comes first between two states, and what is said of each basis: once on a page, whatever the purpose."""

from collections.abc import Iterable, Iterator
from typing import TypeGuard

from toc_treaties.document import Line, Span, line_of
from toc_treaties.model.agreement import Agreement
from toc_treaties.model.instrument import Instrument
from toc_treaties.model.state import Designation
from toc_treaties.pages.history import marked_article
from toc_treaties.pages.standings import mark_of
from toc_treaties.pages.statements import runs, statement_text
from toc_treaties.pages.tables import gathered
from toc_treaties.questions.basis import BasisAnswer, ForPurpose
from toc_treaties.questions.between import By, MadeStatement
from toc_treaties.questions.serving import BasisFound
from toc_treaties.questions.treaties import TREATY_FOR, Bound, clauses_of
from toc_treaties.words.bases import NO_TREATY, OFFENCES
from toc_treaties.words.language import Words

Said = tuple[str, Line]
"""Of whom or of which articles something is said, if not of all, and what."""


def name_of(by: By, words: Words) -> str:
    """The short title of an instrument, the title of an agreement."""
    return words.name(by.short) if isinstance(by, Instrument) else by.called


def called(by: By, words: Words) -> str:
    """A name for a line: a bilateral agreement by the year of its signature, where its title or the two are named."""
    if not is_bilateral(by):
        return name_of(by, words)
    year = by.signed.latest.year if by.signed else None
    return words.known("bilateral ({year})", year=year) or words.say("bilateral")


def is_bilateral(by: By) -> TypeGuard[Agreement]:
    """Whether what two rest a request on is an agreement of two states."""
    return isinstance(by, Agreement) and by.kind == "bilateral"


def names_of(bys: Iterable[By], words: Words) -> str:
    """Several in a row."""
    return words.joined(name_of(by, words) for by in bys)


def articles_text(articles: tuple[str, ...], of: str | None, answer: BasisAnswer, words: Words) -> str:
    """Articles in a row, with the instrument they are of where it is another."""
    text, named = ", ".join(runs(articles)), answer.called.get(of or "")
    return words.known("{articles} ({instrument})", articles=text, instrument=named.short if named else of) or text


def offences(scope: str | None, purpose: str, words: Words) -> str:
    """What offences a basis reaches for a purpose."""
    wider = f"{scope} {purpose}"
    return words.term(OFFENCES, wider if wider in OFFENCES else scope) or words.say("scope not stated")


def first_rows(part: ForPurpose, answer: BasisAnswer, words: Words) -> Iterator[Said]:
    """What comes first for a purpose, by which clause, and which provisions follow from that."""
    for label, text in (*_first(part, words), *_clauses(part, words), *_following(part, answer, words)):
        if text:
            yield label, line_of(text)


def _first(part: ForPurpose, words: Words) -> Iterator[tuple[str, str]]:
    """What is put first, and what is not."""
    treaties, label = part.treaties, words.say("Comes first")
    names, subject = names_of(part.unordered, words), TREATY_FOR.get(part.purpose)
    several = len(part.unordered) > 1
    if treaties.one_of:
        both = names_of(treaties.one_of, words)
        yield (
            label,
            words.say("one of these two, the second in place of the first since a day not seen: {both}", both=both),
        )
        yield words.say("Also binds"), names
    elif treaties.bound is Bound.CERTAIN:
        none_first = words.say("{names}: no clause seen puts one of them first", names=names)
        yield (words.say("Bind both"), none_first) if several else (label, names)
    elif treaties.bound is Bound.PERHAPS:
        may = names_of(treaties.possible, words)
        label = words.say("May come first") if part.gives_way else words.say("May bind both")
        yield label, words.say("{names}: not known to bind both", names=may)
    elif subject is not None:
        yield label, words.term(NO_TREATY, part.purpose)
    if several and treaties.bound is not Bound.CERTAIN:
        everything = {line.by.id for line in part.lines if not line.is_arrangement} == {by.id for by in part.unordered}
        below = words.say("no clause seen puts one of those below first")
        which = words.say("no clause seen puts one of these first: {names}", names=names)
        yield words.say("Order"), below if everything else which


def _clauses(part: ForPurpose, words: Words) -> Iterator[tuple[str, str]]:
    """By which clause one comes before another, and what the clauses of those that bind both say of others."""
    for put in part.ordered:
        first, behind = name_of(put.first, words), name_of(put.behind, words)
        text = words.say(
            "{first}, before {behind} (by art. {article})", first=first, behind=behind, article=put.clause.article
        )
        yield words.say("Order"), text
    bys = {by.id: by for by in (*part.treaties.certain, *(line.by for line in part.lines))}
    for by in bys.values() if len(bys) > 1 else ():
        for clause in clauses_of(by):
            article, treaty = marked_article(clause), name_of(by, words)
            text = words.say("{treaty}, art. {article}: {says}", treaty=treaty, article=article, says=clause.says)
            yield words.say("Clause"), text


def _following(part: ForPurpose, answer: BasisAnswer, words: Words) -> Iterator[tuple[str, str]]:
    """How a treaty on the subject decides which provisions of other conventions apply."""
    certain = part.treaties.bound is Bound.CERTAIN
    conforming = [(line.by, line.serving.conforms_to, line.of, "") for line in part.lines]
    binding = names_of(part.treaties.certain or part.treaties.one_of, words)
    if provisions := _provisions(conforming, answer, words):
        named = words.say("{provisions}, with {treaties}", provisions=provisions, treaties=binding)
        open_ = words.say("{provisions}, with the treaties that bind both", provisions=provisions)
        yield words.say("In conformity"), named if binding else open_
    yielding = [
        (line.by, line.yields, line.of, line.serving.yields_to.article) for line in part.lines if line.serving.yields_to
    ]
    label = words.say("Only if the two agree") if certain else words.say("Without one, or if the two agree")
    yield label, _provisions(yielding, answer, words)
    idle = [(one.instrument, one.articles, one.of, "") for one in part.idle]
    yield words.say("Do not arise"), _provisions(idle, answer, words)


def _provisions(
    provisions: Iterable[tuple[By, tuple[str, ...], str | None, str]], answer: BasisAnswer, words: Words
) -> str:
    """Provisions, those of one instrument together, each with the clause by which it gives way."""
    found = gathered(
        ((name_of(by, words), of, clause), article) for by, articles, of, clause in provisions for article in articles
    )
    texts = []
    for (name, of, clause), articles in found.items():
        text = words.say("{name} {articles}", name=name, articles=articles_text((*articles,), of, answer, words))
        texts.append(words.known("{provision} (by {clause})", provision=text, clause=clause) or text)
    return ", ".join(texts)


def terms(answer: BasisAnswer, words: Words) -> Iterator[tuple[str, list[Said]]]:
    """Each basis with what it asks of an offence, what is not known, what the two said of it and whom they named."""
    idles = [idle for part in answer.parts for idle in part.idle if idle.said]
    apart = [*(one.instrument for one in answer.barred), *(one.instrument for one in idles)]
    bys = {by.id: by for by in (*(line.by for line in answer.lines), *apart)}
    for id, by in bys.items():
        lines = [line for line in answer.lines if line.by.id == id]
        said = [said for line in lines for said in (*line.said, *line.withdrawn)]
        said += [said for idle in idles if idle.instrument.id == id for said in idle.said]
        said += [barred.said for barred in answer.barred if barred.instrument.id == id]
        rows = [*_entry(lines, words), *_protocols(by, answer, words), *_of_states(lines, said, words)]
        if isinstance(by, Agreement):
            rows.insert(0, ("", line_of(by.title, cites=by.sources)))
        if rows:
            yield called(by, words), rows


def _entry(lines: list[BasisFound], words: Words) -> Iterator[Said]:
    """What an offence must meet, what is not reached, and what else is noted; of which articles, where not of all."""
    everything = {article for line in lines for article in line.articles}
    for text, of in gathered((text, line) for line in lines for text in _texts(line, words)).items():
        articles = [article for line in of for article in line.articles]
        yield "" if everything <= {*articles} else ", ".join(runs(tuple(dict.fromkeys(articles)))), line_of(text)


def _texts(line: BasisFound, words: Words) -> Iterator[str]:
    serving = line.serving
    if serving.threshold:
        yield serving.threshold
    if serving.excludes:
        yield words.say("not {offences}", offences=serving.excludes)
    if serving.beside_treaty:
        yield words.say("also where {case}", case=serving.beside_treaty)
    if serving.yields_to and serving.yields_to.also:
        yield words.say("gives way also to {other}, not held here", other=serving.yields_to.also)
    if serving.note:
        yield serving.note


def _protocols(by: By, answer: BasisAnswer, words: Words) -> Iterator[Said]:
    """The protocols whose offences an instrument's provisions reach, since both states are in them."""
    names = ", ".join(
        words.say("{name} ({article})", name=name_of(protocol, words), article=protocol.serves_through.article)
        for protocol in answer.protocols
        if protocol.serves_through is not None and protocol.serves_through.instrument == by.id
    )
    if names:
        yield "", line_of(words.say("also for the offences of the protocols in which both are: {names}", names=names))


def _of_states(lines: list[BasisFound], said: list[MadeStatement], words: Words) -> Iterator[Said]:
    """What is not known of the two, what they have said and whom they have named: once, and for both what is alike."""
    unknown = [((_unknown(line, words), ()), state) for line in lines for state in line.not_known]
    stated = [((_statement(made, words), made.statement.sources), made.state) for made in said]
    named = [((_authority(named, words), named.sources), state) for line in lines for state, named in line.authorities]
    for (text, sources), states in gathered((*unknown, *stated, *named)).items():
        names = dict.fromkeys(words.name(state.name) for state in states)
        listed = ", ".join(names)
        yield words.say("{states}, each", states=listed) if len(names) > 1 else listed, (Span(text, cites=sources),)


def _unknown(line: BasisFound, words: Words) -> str:
    """What is not known of a state: which procedures it elected, or whether it takes an optional basis."""
    if line.serving.elected is not None:
        return words.say("which procedures it elected: its statement was not seen")
    articles = ", ".join(runs(line.articles))
    return words.say("whether it takes {articles} as its basis: no notification seen", articles=articles)


def _statement(said: MadeStatement, words: Words) -> str:
    text = statement_text(said.statement, words)
    if not said.late:
        return text
    return words.say("{statement}; later than twelve months, so that it only informs (VCLT art. 20(5))", statement=text)


def _authority(named: Designation, words: Words) -> str:
    institution = named.institution + mark_of(named)
    return words.say("authority under {article}: {institution}", article=named.article, institution=institution)
