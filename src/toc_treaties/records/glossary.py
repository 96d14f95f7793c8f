"""The glossary as plain data."""

from toc_treaties.model.glossary import OURS
from toc_treaties.model.translation import OTHERS
from toc_treaties.questions.glossary import GlossaryIn
from toc_treaties.records import Data, envelope

FIELDS = ("term", *(f"{language}{what}" for language in OTHERS for what in ("", "_source")))
LISTED = "terms"


def record(answer: GlossaryIn) -> Data:
    """Each term in each language, with the text in which it was seen; the texts."""
    texts = [
        {"id": id, "title": text["title"], "publisher": text["publisher"], "url": text["url"]}
        for id, text in answer.glossary.sources.items()
    ]
    return {**envelope(), "terms": _terms(answer), "texts": texts}


def _terms(answer: GlossaryIn) -> list[Data]:
    return [
        {"term": term.english}
        | {str(language): answer.form(term, language).form for language in OTHERS}
        | {f"{language}_source": _text(answer.form(term, language).source) for language in OTHERS}
        for term in answer.glossary.terms
    ]


def _text(source: str) -> str | None:
    return None if source == OURS else source
