"""The order of names in a language."""

from toc_treaties.model.names import plain
from toc_treaties.model.register import Register
from toc_treaties.model.state import State


def in_order(register: Register, language: str) -> Register:
    """The register with its states in the alphabetical order of their names in a language."""

    def name(state: State) -> str:
        return plain(state.name.get(language, state.called))

    states = sorted(register.states.items(), key=lambda item: name(item[1]))
    return register._replace(states=dict(states))
