"""The shape family of rules, of single values: an article, a reason, an item of a list."""

from toc_treaties.model.place import Place
from toc_treaties.model.problem import Problem


def article_form(place: Place, text: str, form: str, suggested: str | None) -> Problem:
    """An article in another form is compared with none, so that what is said of it takes no effect."""
    help_ = f"write {suggested}" if suggested else f"write it as {form}"
    return Problem("article-form", place, f"{text!r} is not how an article is written here", help_, width=len(text))


def no_reason(place: Place, text: str) -> Problem:
    """A mark without its reason tells nobody what to look for."""
    help_ = "say in a few words what was not seen, or why it is so"
    return Problem("no-reason", place, f"{text!r} gives no reason", help_, width=len(text))


def repeated_item(place: Place, text: str) -> Problem:
    """A list holds each of its items once."""
    return Problem("repeated-item", place, f"{text} stands twice in this list", "write it once", width=len(text))
