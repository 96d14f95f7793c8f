"""What `sources` answers, as plain data."""

from toc_treaties.questions.sources import Citation, CitedSource, Sources
from toc_treaties.records import Data, envelope, word, written

FIELDS = (
    "source", "kind", "publisher", "title", "url", "archived", "source_as_of", "record", "state", "instrument",
    "article", "about", "date", "unconfirmed",
)  # fmt: skip


def record(answer: Sources) -> Data:
    """Each source with the records that cite it."""
    return {
        **envelope(),
        "sources": [
            {**_data(cited), "citations": [_citation(citation) for citation in cited.citations]}
            for cited in answer.sources
        ],
    }


def rows(answer: Sources) -> list[Data]:
    """A line for each record that cites a source; one for a source that nothing cites."""
    entries = ((cited, citation) for cited in answer.sources for citation in cited.citations or (Citation("", ()),))
    return [{**_data(cited), **_citation(citation)} for cited, citation in entries]


def _data(cited: CitedSource) -> Data:
    source = cited.source
    return {
        "source": source.id,
        "kind": word(source.kind),
        "publisher": source.publisher,
        "title": source.title,
        "url": source.url,
        "archived": source.archived,
        "source_as_of": written(source.as_of),
    }


def _citation(citation: Citation) -> Data:
    return {
        "record": str(citation.kind),
        "state": citation.state.iso3 if citation.state else None,
        "instrument": citation.instrument.id if citation.instrument else None,
        "article": citation.article,
        "about": citation.about,
        "date": citation.when.text if citation.when and not citation.when.bracketed else None,
        "unconfirmed": citation.marked,
    }
