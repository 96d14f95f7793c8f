"""The kinds of source, and of the records that cite one, as people read them."""

from toc_treaties.words.phrases import ACTION, STATEMENT

SOURCE_KIND = {
    "depositary": "the depositary's own record",
    "official": "a page of the state itself, or of an organization of states",
    "secondary": "a secondary source",
}
RECORD = {
    **ACTION,
    **STATEMENT,
    "text": "text of the instrument",
    "checked": "whole table compared",
    "conflict": "differs from what is recorded",
    "in_force": "listed as in force",
    "none_seen": "no action, or none later",
    "no_information": "looked for, not found",
    "invitation": "invitation to accede",
    "membership": "membership",
    "participation": "participation",
    "designation": "designation",
    "condition": "condition of a designation",
    "assessment": "progress on a commitment",
    "strategy": "strategy",
    "law": "law",
    "plan": "plan",
    "policy": "policy",
    "body": "body",
    "questionnaire": "questionnaire",
    "review": "review",
    "training": "training",
    "contribution": "contribution",
    "return": "annual return",
    "agreement": "agreement",
    "agreement_party": "party to an agreement",
    "meeting": "meeting",
    "document": "text with commitments",
    "scale": "scale of progress",
}
"""The kinds of record that cite a source."""
