"""What comes first between two states, and what is said of each basis: once on a page, whatever the purpose."""

from collections.abc import Iterable, Iterator

from toc_treaties.document import Line, Span, line_of
from toc_treaties.model.agreement import Agreement
from toc_treaties.model.instrument import Instrument
from toc_treaties.model.precedence import Precedence
from toc_treaties.model.state import State
from toc_treaties.pages.standings import mark_of
from toc_treaties.pages.statements import runs, statement_text
from toc_treaties.questions.basis import BasisAnswer, ForPurpose
from toc_treaties.questions.between import By, MadeStatement
from toc_treaties.questions.serving import BasisFound
from toc_treaties.questions.treaties import TREATY_FOR, Bound, clauses_of
from toc_treaties.words.bases import NO_TREATY, OFFENCES
from toc_treaties.words.language import Words
from toc_treaties.words.phrases import MARK

Said = tuple[str, Line]
"""Of whom or of which articles something is said, if not of all, and what."""


def name_of(by: By, words: Words) -> str:
    """The short title of an instrument, the title of an agreement."""
    return words.name(by.short) if isinstance(by, Instrument) else by.short or by.title


def names_of(bys: Iterable[By], words: Words) -> str:
    """Several in a row."""
    return words.joined(name_of(by, words) for by in bys)


def who(states: Iterable[State], words: Words) -> str:
    """States in a row."""
    return ", ".join(words.name(state.name) for state in states)


def articles_text(articles: tuple[str, ...], of: str | None, answer: BasisAnswer, words: Words) -> str:
    """Articles in a row, with the instrument they are of where it is another."""
    text = ", ".join(runs(articles))
    if of is None:
        return text
    named = answer.called.get(of)
    return words.say("{articles} ({instrument})", articles=text, instrument=words.name(named.short) if named else of)


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
        yield label, words.say("{names}: no clause seen puts one of them first", names=names) if several else names
    elif treaties.bound is Bound.PERHAPS:
        may = names_of(treaties.possible, words)
        yield label, words.say("not known: whether this binds both, which would come first: {names}", names=may)
    elif subject is not None:
        yield label, words.term(NO_TREATY, subject)
    if several and treaties.bound is not Bound.CERTAIN:
        everything = {line.by.id for line in part.lines if not line.is_arrangement} == {by.id for by in part.unordered}
        below = words.say("no clause seen puts one of those below first")
        which = words.say("no clause seen puts one of these first: {names}", names=names)
        yield words.say("Order"), below if everything else which


def _clauses(part: ForPurpose, words: Words) -> Iterator[tuple[str, str]]:
    """By which clause one comes before another, and what the clauses of those that bind both say of others."""
    for put in part.ordered:
        first, behind = name_of(put.first, words), name_of(put.behind, words)
        yield (
            words.say("Order"),
            words.say(
                "{first}, before {behind} (by art. {article})", first=first, behind=behind, article=put.clause.article
            ),
        )
    bys = {by.id: by for by in (*part.treaties.certain, *(line.by for line in part.lines))}
    for by in bys.values() if len(bys) > 1 else ():
        for clause in clauses_of(by):
            yield words.say("Clause"), _clause(by, clause, words)


def _clause(by: By, clause: Precedence, words: Words) -> str:
    """What a clause says of other treaties."""
    article = clause.article + (MARK if clause.unconfirmed else "")
    return words.say("{treaty}, art. {article}: {says}", treaty=name_of(by, words), article=article, says=clause.says)


def _following(part: ForPurpose, answer: BasisAnswer, words: Words) -> Iterator[tuple[str, str]]:
    """How a treaty on the subject decides which provisions of other conventions apply."""
    certain = part.treaties.bound is Bound.CERTAIN
    conforming = [(line.by, line.serving.conforms_to, line.of, "") for line in part.lines if line.serving]
    yield words.say("In conformity with it"), _provisions(conforming, answer, words)
    yielding = [
        (line.by, line.yields, line.of, line.serving.yields_to.article)
        for line in part.lines
        if line.serving and line.serving.yields_to
    ]
    label = words.say("Only if the two agree") if certain else words.say("Without one, or if the two agree")
    yield label, _provisions(yielding, answer, words)
    idle = [(one.instrument, one.articles, one.of, "") for one in part.idle]
    yield words.say("Do not arise"), _provisions(idle, answer, words)


def _provisions(
    provisions: Iterable[tuple[By, tuple[str, ...], str | None, str]], answer: BasisAnswer, words: Words
) -> str:
    """Provisions, those of one instrument together, each with the clause by which it gives way."""
    found: dict[tuple[str, str | None, str], tuple[str, ...]] = {}
    for by, articles, of, clause in provisions:
        key = name_of(by, words), of, clause
        found[key] = (*found.get(key, ()), *articles)
    return ", ".join(
        f"{name} {articles_text(articles, of, answer, words)}"
        + (words.say(" (by {clause})", clause=clause) if clause else "")
        for (name, of, clause), articles in found.items()
        if articles
    )


def terms(answer: BasisAnswer, words: Words) -> Iterator[tuple[str, list[Said]]]:
    """Each basis with what it asks of an offence, what is not known, what the two said of it and whom they named."""
    bys = {by.id: by for by in (*(line.by for line in answer.lines), *(one.instrument for one in answer.barred))}
    for id, by in bys.items():
        lines = [line for line in answer.lines if line.by.id == id]
        said = [said for line in lines for said in line.said]
        said += [barred.said for barred in answer.barred if barred.instrument.id == id]
        rows = [
            *_entry(lines, words),
            *_protocols(by, answer, words),
            *_unknown(lines, words),
            *_statements(said, words),
            *_authorities(lines, words),
        ]
        if isinstance(by, Agreement) and by.short:
            rows.insert(0, ("", line_of(by.title)))
        if rows:
            yield name_of(by, words), rows


def _entry(lines: list[BasisFound], words: Words) -> Iterator[Said]:
    """What an offence must meet, what is not reached, and what else is noted; of which articles, where not of all."""
    texts: dict[str, tuple[str, ...]] = {}
    for line in lines:
        for text in _texts(line, words):
            texts[text] = (*texts.get(text, ()), *line.articles)
    everything = {article for line in lines for article in line.articles}
    for text, articles in texts.items():
        yield "" if everything <= {*articles} else ", ".join(runs(tuple(dict.fromkeys(articles)))), line_of(text)


def _texts(line: BasisFound, words: Words) -> Iterator[str]:
    serving, entry = line.serving, line.terms
    if entry.threshold:
        yield entry.threshold
    if serving and serving.excludes:
        yield words.say("not {offences}", offences=serving.excludes)
    if serving and serving.beside_treaty:
        yield words.say("also where {case}", case=serving.beside_treaty)
    if serving and serving.yields_to and serving.yields_to.also:
        yield words.say("gives way also to {other}, not held here", other=serving.yields_to.also)
    if entry.note:
        yield entry.note


def _protocols(by: By, answer: BasisAnswer, words: Words) -> Iterator[Said]:
    """The protocols whose offences an instrument's provisions reach, since both states are in them."""
    names = ", ".join(
        f"{name_of(protocol, words)} ({protocol.serves_through.article})"
        for protocol in answer.protocols
        if protocol.serves_through is not None and protocol.serves_through.instrument == by.id
    )
    if names:
        yield "", line_of(words.say("also for the offences of the protocols in which both are: {names}", names=names))


def _unknown(lines: list[BasisFound], words: Words) -> Iterator[Said]:
    """Of whom it is not known whether it takes an optional basis, or which procedure it elected."""
    optional: dict[tuple[str, ...], tuple[State, ...]] = {}
    elected: dict[str, tuple[str, ...]] = {}
    for line in lines:
        if line.serving is None or line.serving.elected is None:
            optional |= {line.articles: line.not_known} if line.not_known else {}
            continue
        for state in line.not_known:
            name = words.name(state.name)
            elected[name] = tuple(dict.fromkeys((*elected.get(name, ()), line.serving.elected.under)))
    for articles, states in optional.items():
        text = words.say(
            "whether it takes {articles} as its basis: no notification seen", articles=", ".join(runs(articles))
        )
        yield who(states, words), line_of(text)
    for name, under in elected.items():
        text = words.say("what it elected under {articles}: its statement was not seen", articles=", ".join(under))
        yield name, line_of(text)


def _statements(said: list[MadeStatement], words: Words) -> Iterator[Said]:
    """What the two have said, each statement once; what both have said alike, once for both."""
    found: dict[tuple[str, tuple[str, ...]], list[State]] = {}
    for one in {id(one.statement): one for one in said}.values():
        text = statement_text(one.statement)
        if one.late:
            text = words.say(
                "{statement}; later than twelve months, so that it only informs (VCLT art. 20(5))", statement=text
            )
        found.setdefault((text, one.statement.sources), []).append(one.state)
    for (text, sources), states in found.items():
        yield who(states, words), (Span(text, cites=sources),)


def _authorities(lines: list[BasisFound], words: Words) -> Iterator[Said]:
    """The authorities that the two have named under the articles that serve, each once."""
    for state, named in {id(named): (state, named) for line in lines for state, named in line.authorities}.values():
        text = words.say(
            "authority under {article}: {name}", article=named.article, name=named.institution + mark_of(named)
        )
        yield words.name(state.name), (Span(text, cites=named.sources),)
