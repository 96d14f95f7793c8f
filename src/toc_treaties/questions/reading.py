"""What a newcomer reads first: today's standings and laws, from which each sign has its example."""

from datetime import date
from typing import NamedTuple

from toc_treaties.model.register import Register
from toc_treaties.model.source import Source
from toc_treaties.questions.measures import MeasuresMatrix, matrix
from toc_treaties.questions.scope import Scope
from toc_treaties.questions.table import RatificationTable, table


class Reading(NamedTuple):
    """All standings and the signs of all laws on a day."""

    as_of: date
    scope: Scope
    table: RatificationTable
    measures: MeasuresMatrix

    @property
    def cited(self) -> tuple[Source, ...]:
        """The sources behind the standings."""
        return self.table.cited


def reading(register: Register, scope: Scope, as_of: date) -> Reading:
    """What the signs of a day are shown by."""
    laws = matrix(register, scope, register.topics_for_law, as_of)
    return Reading(as_of, scope, table(register, scope, as_of), laws)
