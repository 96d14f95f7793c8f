"""What each table and column of the open data holds, in a sentence for those who read it by themselves."""

from functools import cache
from pathlib import Path

from toc_treaties.model.vocabulary import Language

ENDS = {
    "_earliest": "{sentence} The first day on which it can lie.",
    "_latest": "{sentence} The last day on which it can lie.",
}
IN = {
    Language.ENGLISH: "{sentence} In English.",
    Language.SPANISH: "{sentence} In Spanish.",
    Language.PORTUGUESE: "{sentence} In Portuguese.",
    Language.FRENCH: "{sentence} In French.",
}


@cache
def _sentences() -> dict[str, str]:
    lines = Path(__file__).with_name("dataset.txt").read_text("utf-8").splitlines()
    return dict(line.split(": ", 1) for line in lines if line and not line.startswith("#"))


def of_table(table: str) -> str:
    """What a table holds."""
    return _sentences()[table]


def of_column(table: str, column: str) -> str:
    """What a column of a table holds; of a day's further columns and of a language's, what sets it apart too."""
    own = _sentences().get(f"{table}.{column}") or _sentences().get(column)
    if own is not None:
        return own
    for end, sentence in (*ENDS.items(), *((f"_{language}", sentence) for language, sentence in IN.items())):
        if column.endswith(end):
            return sentence.format(sentence=of_column(table, column.removesuffix(end)))
    raise KeyError(f"{table}.{column}")
