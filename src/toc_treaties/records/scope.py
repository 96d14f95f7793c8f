"""What an answer covers, as plain data."""

from toc_treaties.questions.scope import Scope
from toc_treaties.records.standings import Data


def scope_data(scope: Scope) -> Data:
    """The filters, null where none was set, and the states and instruments that they leave."""
    return {
        "group": scope.group,
        "subregion": scope.subregion,
        "tier": str(scope.tier) if scope.tier else None,
        "members": str(scope.members),
        "states": [state.iso3 for state in scope.states],
        "instruments": [instrument.id for instrument in scope.instruments],
    }
