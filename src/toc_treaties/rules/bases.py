"""The bases family: what an instrument serves is said without contradiction, each election with its default."""

from collections.abc import Iterator
from datetime import date

from toc_treaties.law.statements import covers
from toc_treaties.model.instrument import Elected, Instrument, Serving
from toc_treaties.model.precedence import Precedence
from toc_treaties.model.problem import Problem
from toc_treaties.model.register import Register
from toc_treaties.model.vocabulary import Force, Purpose, Rule

Fault = tuple[str, str, str]
"""The field at fault, what is wrong with it, and what to write."""


def contradictory_basis(register: Register, _today: date) -> Iterator[Problem]:
    """The fields of an entry of `serves` agree with one another."""
    for instrument, purpose, serving in _entries(register):
        for field, message, help_ in (*_of_rule(purpose, serving), *_of_articles(instrument, serving)):
            yield Problem("contradictory-basis", serving.place.of(field), message, help_)
        if serving.yields_to is not None:
            for article in serving.yields_to.articles:
                if not _among(article, serving):
                    message = f"{article} yields, and is none of the entry's articles"
                    help_ = f"a paragraph of {', '.join(serving.articles)} is expected"
                    yield Problem("contradictory-basis", serving.yields_to.place.of("articles"), message, help_)


def _of_rule(purpose: str, serving: Serving) -> Iterator[Fault]:
    """What contradicts the rule of an entry on extradition."""
    optional = serving.rule is Rule.OPTIONAL
    if serving.rule is not None and purpose != Purpose.EXTRADITION:
        yield "rule", f"a rule of extradition stands under {purpose}", "remove rule here, or move the entry"
        return
    if serving.rule is not None and not optional and serving.force is not None:
        yield "force", f"a provision with the rule {serving.rule} has no force", "remove force"
    if optional and serving.force is not Force.OPTIONAL:
        yield "rule", "the rule optional goes with the force optional", "write force: optional"
    if serving.beside_treaty is not None and not optional:
        yield "beside_treaty", "only an optional rule can stand beside a treaty", "write rule: optional, or remove it"


def _of_articles(instrument: Instrument, serving: Serving) -> Iterator[Fault]:
    """What contradicts the articles of an entry, or the instrument."""
    if serving.turns_on is not None and not _among(serving.turns_on, serving):
        message = f"the entry turns on {serving.turns_on}, which is none of its articles"
        yield "turns_on", message, f"one of {', '.join(serving.articles)} is expected"
    if serving.widens == instrument.id:
        yield "widens", f"{instrument.id} does not widen itself", "name the instrument that it widens, or remove it"


def _among(article: str, serving: Serving) -> bool:
    return any(covers(one, article) for one in serving.articles)


def article_serves_twice(register: Register, _today: date) -> Iterator[Problem]:
    """An article stands in one entry of a purpose."""
    seen: set[tuple[str, str, str, str | None]] = set()
    for instrument, purpose, serving in _entries(register):
        for article in serving.articles:
            key = (instrument.id, purpose, article, serving.of)
            if key in seen:
                message = f"{article} serves {purpose} in an entry above, or twice in this one"
                yield Problem("article-serves-twice", serving.place.of("articles"), message, "keep it in one place")
            seen.add(key)


def election_without_default(register: Register, _today: date) -> Iterator[Problem]:
    """Of the procedures that a party elects under an article, one applies where it notified nothing."""
    groups: dict[tuple[str, str, str], list[Elected]] = {}
    for instrument, purpose, serving in _entries(register):
        if serving.elected is not None:
            groups.setdefault((instrument.id, purpose, serving.elected.under), []).append(serving.elected)
    for (_, _, under), rivals in groups.items():
        defaults = sum(rival.default for rival in rivals)
        if defaults != 1:
            how = "more than one" if defaults else "none"
            message = f"{how} of the procedures elected under {under} is the default"
            help_ = "write default: true with the one that applies where a party notified nothing"
            place = rivals[-1].place.of("under")
            yield Problem("election-without-default", place, message, help_, width=len(under))


def precedence_without_order(register: Register, _today: date) -> Iterator[Problem]:
    """A day in a clause on what comes before what is the day on which earlier treaties had to be in force."""
    for clause in _clauses(register):
        if clause.on is not None and clause.first != "earlier":
            message = "the clause names a day, and does not put earlier treaties first"
            yield Problem("precedence-without-order", clause.place.of("on"), message, "write first: earlier", width=10)


def _clauses(register: Register) -> Iterator[Precedence]:
    for instrument in register.instruments.values():
        yield from instrument.precedence
    for agreement in register.agreements.values():
        if agreement.precedence is not None:
            yield agreement.precedence


def _entries(register: Register) -> Iterator[tuple[Instrument, str, Serving]]:
    """Every entry of `serves`, with its instrument and purpose."""
    for instrument in register.instruments.values():
        for purpose, entries in instrument.serves.items():
            yield from ((instrument, purpose, serving) for serving in entries)
