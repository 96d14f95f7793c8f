"""What is generated and committed: `python -m tests.generate` writes it, a test fails where it is stale."""

import json
import sys
from functools import cache
from pathlib import Path

from tests import glossary, rulebook
from tests.rulebook import Block, Example, Rule
from toc_treaties.store.files import in_folder
from toc_treaties.store.load import load
from toc_treaties.store.schemas import schemas

ROOT = Path(__file__).parent.parent
FAMILIES = {
    "faults": ("Shape", "how a file is written; found while it is read"),
    "references": ("References", "what an entry names exists"),
    "chronology": ("Chronology", "actions stand in an order that the treaty allows"),
    "days": ("Days", "what is recorded as done has been done, and was seen by a source that is not older"),
    "order": ("Order", "nothing ends before it begins, and nothing happens before what it rests on"),
    "repeats": ("Repeats", "the same thing is recorded once, and two records of it do not contradict each other"),
    "fields": ("Fields", "a field stands with the kinds of record that it belongs to"),
    "absences": ("Absences", "what a list does not show is dated as the list is"),
    "law": ("Law", "what is recorded agrees with what the treaty prescribes"),
    "articles": ("Articles", "what is cited of a treaty is an article that it has"),
    "statements": ("Statements", "a statement rests on an article and an act"),
    "institutions": ("Institutions", "a designation names an institution, under an article that asks for one"),
    "bases": ("Bases", "what an instrument serves between two parties, and what comes before what"),
    "duties": ("Duties", "what an article asks for, and of which parties"),
    "agreements": ("Agreements and meetings", "who is bound, since when, and on what evidence"),
    "commitments": (
        "Commitments",
        "what is recorded about commitments answers something that was asked, and can be so",
    ),
    "catalogue": ("Catalogue", "instruments agree with the Strategy's lists, and with one another"),
    "progress": ("Progress", "what states and bodies have done, and what was asked of them, agree with themselves"),
    "measures": ("Measures", "what states have done at home stands once, under topics and with sources that exist"),
    "measure_status": ("Status of measures", "the status and the days of a measure agree with its kind and each other"),
    "measure_searches": ("Searches in vain", "where a search says that none was found, none is on record"),
    "measure_texts": (
        "Texts of measures",
        "what is written of a measure grades no state, and is in the right language",
    ),
    "tables": ("Tables", "a depositary's table is cited for its own instrument, and is the depositary's"),
    "evidence": ("Evidence", "every record says what it rests on"),
    "texts": ("Translations", "what the files say in English is said in the other languages, and only that"),
    "text": ("Text", "names stand in all four languages"),
    "__init__": ("Acknowledgements", "`as_recorded` stands where it is needed alone"),
}
INTRODUCTION = """\
# The rules

`toc-treaties check` finds every fault of the data in one run. A message names the file, the line and the column,
shows the author's own line with a caret, and says what to do. The code in brackets at its end is explained here.

An **error** stops every question that needs the file, because its answer would not be true. A **warning** does not.
The entry itself can acknowledge some warnings with `as_recorded: why`, where the depositary's own table holds what is
unusual.

The examples change a small made-up register, of Examplia and Samplia and their treaties on harbours. Each shows only
the lines that matter; the message counts the lines of the whole file.

This page is generated from the files in `tests/rules/`, which are also the tests.
"""


@cache
def generated() -> dict[Path, str]:
    """Every generated file with its content."""
    instruments = load(in_folder(ROOT / "data").read, [])[0].instruments
    titles = {id: instrument.title["en"] for id, instrument in instruments.items()}
    texts = {ROOT / "schemas" / name: _json(schema) for name, schema in schemas(titles).items()}
    return {**texts, ROOT / "docs" / "rules.md": rules_page(), ROOT / "docs" / "glossary.md": glossary.page()}


def _json(schema: object) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def rules_page() -> str:
    """The page of all rules: an index by family, then each rule."""
    modules = rulebook.codes_in_source()
    pages = {rule.code: rule for rule in rulebook.rules()}
    families = {module: [pages[code] for code in sorted(pages) if modules.get(code) == module] for module in FAMILIES}
    parts = [INTRODUCTION, *(_index(module, rules) for module, rules in families.items())]
    parts += [_rule(rule) for rules in families.values() for rule in rules]
    return "\n".join(parts)


def _index(module: str, rules: list[Rule]) -> str:
    title, says = FAMILIES[module]
    rows = "".join(f"| [{rule.code}](#{rule.code}) | {_severity(rule)} | {_line(rule.what)} |\n" for rule in rules)
    return f"## {title}: {says}\n\n| code | | finds |\n| --- | --- | --- |\n{rows}"


def _severity(rule: Rule) -> str:
    return "warning" if ": warning: " in rule.bad[0].expected else "error"


def _line(text: str) -> str:
    return " ".join(text.split())


def _rule(rule: Rule) -> str:
    bad = "\n".join(_example("For example", one) for one in rule.bad)
    good = "\n".join(_example("Instead", one) for one in rule.good)
    return f"## {rule.code}\n\n{rule.what}\n\n{rule.why}\n\n{bad}\n{good}"


def _example(word: str, example: Example) -> str:
    """An example: its files, and the message that they give."""
    _, _, about = example.title.partition(": ")
    head = f"**{word}{f', {about}' if about else ''}**"
    return "\n\n".join([head, *(_fence(block) for block in example.blocks)]) + "\n"


def _fence(block: Block) -> str:
    lead = f"{block.lead}\n\n" if block.lead else ""
    return f"{lead}```{block.language}\n{block.text}```"


def main() -> None:
    """Write what is generated."""
    for path, text in generated().items():
        path.parent.mkdir(exist_ok=True)
        if not path.is_file() or path.read_text("utf-8") != text:
            path.write_text(text, "utf-8")
            sys.stderr.write(f"written: {path.relative_to(ROOT)}\n")


if __name__ == "__main__":
    main()
