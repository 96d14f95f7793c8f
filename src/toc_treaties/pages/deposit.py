"""The sheet on one deposit: how, where and when; what to notify; what others said; the pairs; authorities and law."""

from collections.abc import Iterator

from toc_treaties.document import (
    Block,
    Caution,
    Cell,
    Document,
    Facts,
    Heading,
    Layout,
    Line,
    Role,
    Span,
    cell,
    facts,
    line_of,
    paragraph,
)
from toc_treaties.law.bound import Ground
from toc_treaties.law.next_step import Invited
from toc_treaties.model.measure import MeasureSource
from toc_treaties.model.source import Source
from toc_treaties.pages.clauses import reservations_text
from toc_treaties.pages.deposit_others import institution, others
from toc_treaties.pages.deposit_pairs import pairs
from toc_treaties.pages.foot import page_of
from toc_treaties.pages.history import delay_text, marked_article, notice_text, reason
from toc_treaties.pages.measure_lines import brief_line, search_text, topic_text
from toc_treaties.pages.membership import membership_line
from toc_treaties.pages.next_step import before_text, step_text, where_text
from toc_treaties.pages.standings import seen_text, verdict_text
from toc_treaties.pages.tables import Row, gathered, sectioned, table
from toc_treaties.questions.deposit import Deposit
from toc_treaties.questions.deposit_consent import Consent, Hindrance, Route, Way
from toc_treaties.questions.duties import DesignationOwed, Duty
from toc_treaties.questions.measures import NOT_STANDING, TopicMeasures
from toc_treaties.words.acts import GROUND
from toc_treaties.words.clauses import EXIT_WORD, WHO
from toc_treaties.words.deposit import ASKED, HINDRANCE, MOMENT, NO_ADVICE, UNTIL_THEN, WAY
from toc_treaties.words.language import Words


def page(answer: Deposit, words: Words) -> Document:
    """The sheet of one state and one instrument; where nothing can be deposited, its first part alone."""
    body: list[Block] = [
        paragraph(words.name(answer.instrument.title), Role.QUIET),
        _how(answer, words),
        *_to_notify(answer, words),
        *pairs(answer, words),
        *others(answer, words),
        *_law(answer, words),
        *_not_recorded(answer, words),
        Caution(line_of(words.say(NO_ADVICE))),
    ]
    state, treaty = words.name(answer.state.name), words.treaty(answer.instrument)
    title = words.say("{state}: depositing under {treaty}", state=state, treaty=treaty)
    sources: list[Source | MeasureSource] = [*answer.cited, *answer.law_sources]
    return page_of("deposit", title, answer.as_of, body, sources, words)


def _how(answer: Deposit, words: Words) -> Facts:
    """Where, by which act, after what, and in force when."""
    found, instrument = answer.consent, answer.instrument
    depositary = found.case.depositary
    keeper = words.name(depositary.name) if depositary else instrument.depositary
    standing = found.case.standing
    stands = (verdict_text(standing, words), seen_text(standing, answer.as_of, words))
    return facts(
        (words.say("If deposited"), line_of(words.long_day(answer.as_of), Role.STRONG)),
        (words.say("Depositary"), words.joined((keeper, instrument.reference or ""))),
        (words.say("Standing"), line_of(words.joined(stands), cites=standing.evidence.sources)),
        (words.say("By which act"), _act(answer, words)),
        (words.say("Signature"), _signature(answer, words)),
        (words.say("Joined first"), _first(answer, words)),
        (words.say("In force"), _in_force(found, words)),
        (words.say("Until then"), words.say(UNTIL_THEN) if found.in_force else ""),
        (words.say("Reservations"), _reservations(answer, words)),
        (words.say("Leaving"), _leaving(answer, words)),
        (words.say("OAS"), membership_line(answer.state, answer.as_of, words)),
    )


def _act(answer: Deposit, words: Words) -> str:
    """By which act the state can consent: where the depositary takes two, both; or why by none."""
    found = answer.consent
    step, depositary = found.case.next_step, found.case.depositary
    if found.hindrance is not None:
        why = reason(found.case, words) if found.hindrance not in {Hindrance.BOUND, Hindrance.AWAITS} else ""
        first = step_text(step, words) if found.hindrance is Hindrance.PARENT_NOT_IN_FORCE else ""
        before = before_text(step, depositary, None, words) if found.hindrance is not Hindrance.ELIGIBILITY else ""
        return words.joined((words.term(HINDRANCE, found.hindrance), first, why, before))
    ways = _one_of([_way(route, words) for route in found.routes], words)
    invited = before_text(step, depositary, None, words) if step.invited is not None else ""
    lacks = step.invited not in {None, Invited.VALID}
    supposes = words.say("what follows supposes an invitation that stands on that day") if lacks else ""
    not_known = words.say("whether it has joined already is not known: what follows supposes that it has not")
    succeeds = words.say(
        "a succession only if the treaty applied to it before its independence, which is not recorded here"
    )
    return words.joined(
        (ways, invited, supposes, not_known if found.unknown else "", succeeds if found.succession else "")
    )


def _one_of(ways: list[str], words: Words) -> str:
    """Ways to choose from, each a clause of its own."""
    *first, last = ways or [""]
    return words.say("{first}; or {last}", first=_one_of(first, words), last=last) if first else last


def _way(route: Route, words: Words) -> str:
    """One way to consent, with its article."""
    key = " ".join(filter(None, (route.way, "accepted" if route.accepted else "", "art" if route.article else "")))
    return words.say(WAY[key], article=route.article or "")


def _signature(answer: Deposit, words: Words) -> str:
    """Whether it is open for signature, to whom and where."""
    window = answer.instrument.signature
    if window is None or answer.consent.hindrance is not None:
        return ""
    if window.closed is not None and window.closed < answer.as_of:
        return words.say("closed {day}", day=window.closed)
    if all(route.way in {Way.RATIFY, Way.ACCEDE} for route in answer.consent.routes):
        return ""
    listed = window.by if isinstance(window.by, str) else None
    opened = words.say("open since {day}", day=window.opened)
    return words.joined((opened, words.term(WHO, listed), window.places or ""))


def _first(answer: Deposit, words: Words) -> str:
    """What must be joined first, or on the same day."""
    found, requires = answer.consent, answer.instrument.requires
    if found.hindrance is not None and found.hindrance is not Hindrance.PARENT_NOT_IN_FORCE:
        return ""
    if requires is None or requires.instrument not in answer.called:
        return words.say("no other instrument, by the clauses recorded here")
    parent = words.treaty(answer.called[requires.instrument])
    article = marked_article(requires)
    if found.hindrance is not None:
        return words.say("{parent}, which must be in force for it (art. {article})", parent=parent, article=article)
    if found.with_parent is None:
        return words.say("{parent}, which it has joined (art. {article})", parent=parent, article=article)
    if not found.parent_known:
        return words.say(
            "{parent} (art. {article}): whether it has joined that is not known; supposed on the same day",
            parent=parent,
            article=article,
        )
    return words.say(
        "{parent}, first or the same day (art. {article}); supposed on the same day", parent=parent, article=article
    )


def _in_force(found: Consent, words: Words) -> Line:
    """The day of entry into force, and by which article."""
    if found.hindrance is not None:
        return ()
    if found.in_force is None:
        return line_of(words.say("not known: no day can be computed from the clauses recorded here"))
    day = words.long_day(found.in_force.day) if found.in_force.day else words.when(found.in_force)
    rule = words.say("by its own rule")
    if found.ground is Ground.OWN_RULE:
        rule = delay_text(found.case.instrument.later_parties, words)
    elif found.ground is not None and found.ground.name in GROUND:
        parent = words.treaty(found.case.parent) if found.case.parent else ""
        rule = words.say(GROUND[found.ground.name], parent=parent)
    return (Span(day, Role.STRONG), Span(words.say(": {rule}", rule=rule)))


def _reservations(answer: Deposit, words: Words) -> str:
    """Which reservations the instrument allows, and when; of none that was read, the general rule."""
    if answer.consent.hindrance is not None:
        return ""
    not_read = words.say("at signature or with the instrument (VCLT 19); which ones it allows is not recorded here")
    return reservations_text(answer.instrument.reservations, words) or not_read


def _leaving(answer: Deposit, words: Words) -> str:
    """How it is left again."""
    leaving = answer.instrument.exit
    if leaving is None or answer.consent.hindrance is not None:
        return ""
    word = words.term(EXIT_WORD, leaving.word) if leaving.provided else ""
    rule = notice_text(leaving, words)
    rule = words.known("{word}: {rule}", word=word, rule=rule) or rule
    parent = answer.called.get(leaving.along or "")
    along = words.say("leaving {parent} ends it the same day", parent=words.treaty(parent)) if parent else ""
    return words.joined((rule, along))


def _to_notify(answer: Deposit, words: Words) -> Iterator[Block]:
    """What is to be notified, designated or declared, with the deposit or later, and what is on record of it."""
    if answer.consent.hindrance is not None:
        return
    yield Heading(words.say("To notify or declare"), key="notify")
    moments = gathered((_moment(owed), _owed_row(owed, words)) for owed in answer.duties)
    sections = ((words.term(MOMENT, moment), moments.get(moment, ())) for moment in MOMENT)
    none = paragraph(words.say("No notification or declaration is recorded of it."))
    yield from sectioned("notify", ("article", "asked"), sections, words, layout=Layout.LIST) or [none]


def _moment(owed: DesignationOwed) -> str:
    """Under which heading it stands: when it is asked for, or that no notification is."""
    return owed.duty if owed.duty is Duty.NOT_NOTIFIED else owed.due.moment or ""


def _owed_row(owed: DesignationOwed, words: Words) -> Row:
    asked = words.say(ASKED[owed.duty], parties=owed.due.condition)
    made = (institution(each) for each in owed.designated)
    below = (asked, owed.due.note or "", *(words.say("on record: {what}", what=what) for what in made))
    return cell(words.say("art. {article}", article=marked_article(owed.due))), cell(owed.due.what, *below)


def _law(answer: Deposit, words: Words) -> Iterator[Block]:
    """Which laws of the state are on record under the topics that name the instrument's articles."""
    if answer.consent.hindrance is not None:
        return
    yield Heading(words.say("Law of the state that serves it"), key="law")
    rows = ((cell(topic_text(found.topic, words), role=Role.STRONG), _laws(found, words)) for found in answer.topics)
    none = paragraph(words.say("No topic of this register names its articles, so that no law is listed."))
    yield from table("law", ("about", "on_record"), rows, words, layout=Layout.LIST) or [none]


def _laws(found: TopicMeasures, words: Words) -> Cell:
    """The laws that stand; what does not stand; what was looked for in vain; that nobody looked."""
    standing = sorted(found.of_kind, key=lambda each: each.stands in NOT_STANDING)
    lines = [brief_line(each, words, topic=found.topic.id, dated=True) for each in standing]
    if lines:
        return Cell(lines[0], tuple(lines[1:]))
    if found.looked_for is not None:
        return cell(words.say("looked for, not found: {search}", search=search_text(found.looked_for, words)))
    return cell(words.say("nobody looked"), role=Role.QUIET)


def _not_recorded(answer: Deposit, words: Words) -> Iterator[Block]:
    """What the register does not hold of a deposit."""
    if answer.consent.hindrance is None:
        depositary = answer.consent.case.depositary
        what = words.say("full powers, and the approval at home that comes before the deposit")
        where = where_text(answer.instrument, depositary, words)
        yield facts((words.say("Not recorded here"), words.joined((what, where))))
