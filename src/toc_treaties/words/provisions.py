"""The provisions of a law in words."""

from collections.abc import Sequence

from toc_treaties.words.language import Words


def provision_text(unit: str, numbers: Sequence[str], words: Words) -> str:
    """Articles or sections by their numbers, as the files name the `unit` of a law: art. 2, arts 153-167."""
    row = words.listed(numbers)
    if unit == "art.":
        return words.say("art. {article}", article=row)
    if unit == "arts.":
        return words.say("arts {articles}", articles=row)
    if unit == "section":
        return words.say("section {section}", section=row)
    return words.say("sections {sections}", sections=row)
