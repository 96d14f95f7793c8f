"""What a deposit does to each pair: the bases that arise and with whom, and the earlier treaties of the two."""

from collections.abc import Iterator

from toc_treaties.document import Block, Cell, Heading, Layout, Line, Role, cell, facts, line_of, paragraph
from toc_treaties.model.agreement import Agreement
from toc_treaties.model.state import State
from toc_treaties.pages.basis_terms import name_of, offences
from toc_treaties.pages.history import marked_article
from toc_treaties.pages.statements import articles_text, runs, statement_text
from toc_treaties.pages.tables import Row, gathered, sectioned, table
from toc_treaties.questions.deposit import Deposit
from toc_treaties.questions.deposit_effects import Arising, Effects, Meeting, TakenOut
from toc_treaties.words.bases import NO_DUTY, PURPOSE_TITLE, WORKS
from toc_treaties.words.deposit import ORDER
from toc_treaties.words.language import Words
from toc_treaties.words.phrases import MARK

States = tuple[State, ...]


def pairs(answer: Deposit, words: Words) -> Iterator[Block]:
    """The partners, the bases by purpose, the treaties that they meet, and the provisions that give way."""
    effects = answer.effects
    if effects is None:
        return
    yield Heading(words.say("What arises, and with whom"), key="pairs")
    yield facts(*_partners(answer, effects, words))
    yield from _bases(answer, effects, words)
    yield from _meetings(answer, effects, words)
    yield from _displaced(effects, words)


def names_but(states: States, everyone: States, words: Words, marked: States = ()) -> str:
    """The names of some partners, or which ones are left out where that is shorter."""
    if len(states) == len(everyone):
        return words.say("all of them")
    others = tuple(state for state in everyone if state not in states)
    if len(others) < len(states) / 2:
        return words.say("all but {states}", states=_names(others, words, marked))
    return _names(states, words, marked)


def _names(states: States, words: Words, marked: States = ()) -> str:
    return ", ".join(words.name(state.name) + (MARK if state in marked else "") for state in states)


def _partners(answer: Deposit, effects: Effects, words: Words) -> Iterator[tuple[str, Line]]:
    """For whom it is in force on the day, for whom that is not known, and with whom a parent reaches a protocol."""
    found, least = effects.partners, len(effects.partners.parties)
    number = words.span(least, least + len(found.doubtful))
    day = words.long_day(effects.day)
    named = _names(found.parties, words, found.marked)
    on = words.say("{n} on {day}: {states}", n=number, day=day, states=named) if named else words.say("none recorded")
    yield words.say("Partners"), line_of(on)
    doubtful, contracting = (_names(states, words) for states in (found.doubtful, found.contracting))
    unknown = words.known("{states}: whether it is in force on that day", states=doubtful)
    yield words.say("Not known"), line_of(unknown)
    later = words.known("{states}: consented to be bound, in force later", states=contracting)
    yield words.say("Not yet"), line_of(later)
    through = answer.instrument.serves_through
    if through is not None and effects.reached_through:
        parent = words.treaty(answer.called[through.instrument])
        reached = names_but(effects.reached_through, found.parties, words)
        text = words.say(
            "the provisions of {parent} reach its offences (art. {article}), with {states}",
            parent=parent,
            article=through.article,
            states=reached,
        )
        yield words.say("Through its parent"), line_of(text)


def _bases(answer: Deposit, effects: Effects, words: Words) -> Iterator[Block]:
    """The bases by purpose, those with the same partners together; and what a statement takes out."""
    sections = []
    for purpose in answer.instrument.serves:
        of = [each for each in effects.arising if each.line.purpose == purpose]
        reaches = dict.fromkeys(_reach(each, words) for each in of)
        rows = [*_basis_rows(of, answer, effects, words, alike=len(reaches) == 1)]
        rows += [_taken_row(each, effects, words) for each in effects.taken_out if each.barred.purpose == purpose]
        title, reach = words.term(PURPOSE_TITLE, purpose), words.joined(reaches) if len(reaches) == 1 else ""
        sections.append((words.known("{purpose}: {offences}", purpose=title, offences=reach) or title, rows))
    none = paragraph(words.say("It serves no request of its own between two parties, as far as is recorded here."))
    yield from sectioned("arising", ("basis", "pairs", "with"), sections, words) or [none]
    if sections:
        yield paragraph(words.say(NO_DUTY))


def _basis_rows(of: list[Arising], answer: Deposit, effects: Effects, words: Words, *, alike: bool) -> Iterator[Row]:
    """A row for each set of partners, with the bases that arise with them; what they reach, where that differs."""
    found = gathered(((_basis_text(each, answer, words), "" if alike else _reach(each, words)), each) for each in of)
    partners = {text: _together([each.partners for each in same], effects) for text, same in found.items()}
    for slugs, texts in gathered((tuple(state.slug for state in of), text) for text, of in partners.items()).items():
        states = tuple(state for state in effects.partners.parties if state.slug in slugs)
        lines = gathered((reach, text) for text, reach in texts)
        first, *others = (
            line for reach, same in lines.items() for line in (*map(line_of, same), line_of(reach, Role.QUIET)) if line
        )
        who = names_but(states, effects.partners.parties, words, effects.partners.marked)
        yield Cell(first, tuple(others)), cell(words.number(len(states)), value=len(states)), cell(who)


def _together(held: list[States], effects: Effects) -> States:
    """Several groups of partners as one, in the order of all."""
    return tuple(state for state in effects.partners.parties if any(state in states for states in held))


def _reach(each: Arising, words: Words) -> str:
    """What offences a basis reaches, on which conditions."""
    serving = each.line.serving
    excluded = words.known("not {offences}", offences=serving.excludes)
    return words.joined((offences(each.line.scope, each.line.purpose, words), serving.threshold or "", excluded))


def _taken_row(each: TakenOut, effects: Effects, words: Words) -> Row:
    """Articles that a statement takes out, whose it is, and with which partners."""
    articles, said = articles_text(each.barred.articles, "", words), each.barred.said
    text = words.say("{articles}: taken out by a statement", articles=articles)
    whose = words.say("{state}: {statement}", state=said.state.name, statement=statement_text(said.statement, words))
    who = names_but(each.partners, effects.partners.parties, words, effects.partners.marked)
    return cell(text, whose), cell(words.number(len(each.partners)), value=len(each.partners)), cell(who)


def _basis_text(each: Arising, answer: Deposit, words: Words) -> str:
    """Articles with how they work between the two."""
    line = each.line
    bound = each.bound.value if each.bound else ""
    coastal = "coastal" if line.is_coastal else ""
    keys = (f"{line.works} {coastal}", f"{line.works} {bound}", f"{line.works} {line.purpose}", line.works)
    works = words.term(WORKS, next(key for key in keys if key in WORKS))
    widened = answer.called.get(line.serving.widens or "")
    works = words.say("Widens {treaty}", treaty=words.treaty(widened)) if widened else works
    of = answer.called.get(line.of or "")
    articles = articles_text(line.articles, words.name(of.short) if of else "", words)
    articles += MARK if line.serving.unconfirmed else ""
    text = words.say("{articles}: {works}", articles=articles, works=works)
    if each.one_way and each.to_state:
        return words.say("{basis}; for requests to this state", basis=text)
    return words.say("{basis}; for requests to the partner", basis=text) if each.one_way else text


def _meetings(answer: Deposit, effects: Effects, words: Words) -> Iterator[Block]:
    """The earlier treaties of the pairs on the same purpose, by how the instrument stands to them."""
    sections = []
    for purpose in answer.instrument.serves:
        of = [each for each in effects.meetings if each.purpose == purpose]
        rows = [
            (cell(words.say(ORDER[order], articles=_clauses(articles, answer))), cell(_treaties(met, effects, words)))
            for (order, articles), met in gathered(((each.order, each.articles), each) for each in of).items()
        ]
        sections.append((words.term(PURPOSE_TITLE, purpose), rows))
    caption = words.say("Earlier treaties of the pairs on the same purpose")
    none = paragraph(words.say("Earlier treaties of the pairs on the same purpose: none in this register."))
    yield from sectioned("meetings", ("works", "with"), sections, words, layout=Layout.LIST, caption=caption) or [none]
    says = (
        (words.say("Art. {article}", article=marked_article(clause)), clause.says)
        for clause in answer.instrument.precedence
    )
    yield facts(*says)


def _clauses(articles: tuple[str, ...], answer: Deposit) -> str:
    """Clauses by their articles, those of the instrument marked that were not seen."""
    unseen = {clause.article for clause in answer.instrument.precedence if clause.unconfirmed}
    return ", ".join(article + (MARK if article in unseen else "") for article in articles)


def _treaties(met: list[Meeting], effects: Effects, words: Words) -> str:
    """The treaties with the partners whom they bind; a bilateral one by its year and its other side."""
    return words.joined(_treaty(each, effects, words) for each in met)


def _treaty(met: Meeting, effects: Effects, words: Words) -> str:
    who = names_but(met.partners, effects.partners.parties, words)
    if isinstance(met.treaty, Agreement) and met.treaty.kind == "bilateral":
        year = str(met.treaty.signed.latest.year) if met.treaty.signed else None
        return words.known("bilateral of {year} with {states}", year=year, states=who) or words.say(
            "bilateral with {states}", states=who
        )
    return words.say("{treaty} ({states})", treaty=name_of(met.treaty, words), states=who)


def _displaced(effects: Effects, words: Words) -> Iterator[Block]:
    """The provisions of other conventions that stand in for a treaty, where it is the first that binds the two."""
    rows = []
    for each in effects.displaced:
        provision = words.say(
            "{instrument} {articles}",
            instrument=name_of(each.instrument, words),
            articles=", ".join(runs(each.articles)),
        )
        clause = words.known("only if the two agree (by {clause})", clause=each.clause)
        works = clause or words.say("no longer arise")
        who = names_but(each.partners, effects.partners.parties, words)
        rows.append((cell(provision), cell(works), cell(who)))
    caption = words.say(
        "Give way to it, since it is the first treaty on the subject in this register that certainly binds the two"
    )
    yield from table("displaced", ("serving", "works", "with"), rows, words, caption=caption)
