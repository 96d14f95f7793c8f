"""What an answer covers, as plain data."""

from datetime import date

from toc_treaties.questions.scope import Scope
from toc_treaties.records import Data, envelope
from toc_treaties.records.standings import codes, word


def in_scope(as_of: date, scope: Scope) -> Data:
    """What the record of an answer on a day begins with that can be limited to some states and instruments."""
    return {**envelope(as_of), "scope": scope_data(scope)}


def scope_data(scope: Scope) -> Data:
    """The filters, null where none was set, and the states and instruments that they leave."""
    return {
        "group": scope.group,
        "subregion": scope.subregion,
        "tier": word(scope.tier),
        "members": word(scope.members),
        "states": codes(scope.states),
        "instruments": [instrument.id for instrument in scope.instruments],
    }
