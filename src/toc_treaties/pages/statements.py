"""Statements in words."""

from collections.abc import Mapping

from toc_treaties.model.action import Statement
from toc_treaties.model.instrument import Names
from toc_treaties.pages.standings import mark_of
from toc_treaties.words.grammar import the_treaty
from toc_treaties.words.language import Words
from toc_treaties.words.phrases import STATEMENT, STATEMENT_UNSEEN


def articles_text(articles: tuple[str, ...], of: str, words: Words) -> str:
    """Articles in a row, runs of paragraphs drawn together: art. 16(5); arts 6 and 7; art. 18(9)-(29)."""
    if not articles:
        return ""
    row = paragraphs_text(articles, words)
    one = len(articles) == 1 or (len(_runs(articles)) == 1 and articles[0].endswith(")"))
    if of:
        treaty = the_treaty(of, of, words.language)
        if one:
            return words.say("art. {article} of {treaty}", article=row, treaty=treaty)
        return words.say("arts {articles} of {treaty}", articles=row, treaty=treaty)
    return words.say("art. {article}", article=row) if one else words.say("arts {articles}", articles=row)


def paragraphs_text(articles: tuple[str, ...], words: Words) -> str:
    """The same without the word before them."""
    return words.listed(runs(articles))


def runs(articles: tuple[str, ...]) -> list[str]:
    """Articles one by one, paragraphs that follow one another drawn together: 16(4), 18(9)-(29)."""
    return [_run_text(run) for run in _runs(articles)]


def _runs(articles: tuple[str, ...]) -> list[list[str]]:
    """The articles, with paragraphs that follow one another drawn together where they are three or more."""
    runs: list[list[str]] = []
    for article in articles:
        if runs and _follows(runs[-1][-1], article):
            runs[-1].append(article)
        else:
            runs.append([article])
    return [part for run in runs for part in ([run] if len(run) > 2 else [[article] for article in run])]  # noqa: PLR2004


def _follows(before: str, article: str) -> bool:
    """Whether a numbered article, or paragraph of the same article, is the next after another."""
    (head, number), (next_head, next_number) = (text.rstrip(")").rpartition("(")[::2] for text in (before, article))
    place = _place(number)
    return head == next_head and place is not None and _place(next_number) == place + 1


ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")


def _place(number: str) -> int | None:
    """A number as such, or a Roman one by its place among these."""
    return int(number) if number.isdecimal() else ROMAN.index(number) if number in ROMAN else None


def _run_text(run: list[str]) -> str:
    first, last = run[0], run[-1]
    return first if first == last else f"{first}-{last[max(last.rfind('('), 0) :]}"


def statement_text(statement: Statement, words: Words, reserving: Mapping[str, Names] | None = None) -> str:
    """A statement in one line: its kind, whose reservation it answers, articles, substance, whether withdrawn."""
    text = kind_text(statement, words, reserving)
    if statement.text is not None:
        text = words.say("{kind}: {text}", kind=text, text=statement.text)
    if statement.made is not None:
        text = words.say("{text} ({day})", text=text, day=statement.made)
    withdrawn = words.known("withdrawn {day}", day=statement.withdrawn)
    return words.joined((text, withdrawn)) + mark_of(statement)


def kind_text(statement: Statement, words: Words, reserving: Mapping[str, Names] | None = None) -> str:
    """What a statement is, on which articles, and of an objection whose reservation it answers where that is named."""
    kind = words.term(STATEMENT if statement.text is not None else STATEMENT_UNSEEN, statement.kind)
    articles = articles_text(statement.articles, "", words)
    names = (reserving or {}).get(statement.to or "")
    to = words.known("reservation of: {state}", state=names)
    told = words.joined((to, articles))
    return words.say("{kind} ({told})", kind=kind, told=told) if told else kind
