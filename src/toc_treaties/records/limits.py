"""What the register does not know, as plain data."""

from toc_treaties.questions.limits import InstrumentLimits, Limits
from toc_treaties.records import Data, envelope

FIELDS = ("as_of", "instrument", "to_verify", "nothing_found", "undated", "day_unconfirmed", "older", "clauses")
LISTED = "instruments"


def record(answer: Limits) -> Data:
    """The counts by instrument and by topic, and those of what stands beside them."""
    return {
        **envelope(answer.as_of, answer.scope),
        "cells": answer.cells,
        "instruments": [_instrument(each) for each in answer.instruments],
        "topics": [
            {"topic": each.topic.id, "not_found": each.not_found, "nobody_looked": each.nobody_looked}
            for each in answer.topics
        ],
        "measures_named": answer.named,
        "measures_unconfirmed": answer.not_shown,
        "commitments_without_record": answer.unrecorded,
        "commitments": answer.commitments,
        "statements_without_text": answer.statements,
        "agreements": answer.agreements,
        "agreements_without_articles": answer.unread,
        "newest_source": answer.newest.id if answer.newest else None,
    }


def _instrument(each: InstrumentLimits) -> Data:
    return {
        "instrument": each.instrument.id,
        "to_verify": each.to_verify,
        "nothing_found": each.nothing,
        "undated": each.undated,
        "day_unconfirmed": each.days,
        "older": each.older,
        "clauses": each.clauses,
    }
