"""A filled return read back: a workbook, a text of separated values, or YAML. The blank one is in `blank`."""

from toc_treaties.edits.filled import Entered, Filled, Form, FormFault, enter, owner_of
from toc_treaties.edits.slots import NEEDED, Slot, slots
from toc_treaties.model.register import Register
from toc_treaties.readers.grid import FileFault, cell_place
from toc_treaties.store.nodes import Mapping, Node, Scalar, read_nodes


def read_form(name: str, content: bytes, register: Register) -> Form:
    """A filled form of any kind, YAML told by its name; every fault is reported at once."""
    known = {slot.name: slot for slot in slots(register)}
    if name.casefold().endswith((".yaml", ".yml")):
        return _from_yaml(name, content, known)
    from toc_treaties.edits.form_rows import FormRows
    from toc_treaties.readers.sent import read

    try:
        headed = read(content, NEEDED)
    except FileFault as fault:
        return Form(None, None, (), (FormFault(fault.place, f"{fault.message}: {fault.help}"),))
    return FormRows(headed, known).form()


def _from_yaml(name: str, content: bytes, known: dict[str, Slot]) -> Form:
    node = read_nodes(name, content)
    if isinstance(node, list):
        met = tuple(
            FormFault(cell_place("", one.place.line, one.place.column - 1), f"{one.message}: {one.help}")
            for one in node
        )
        return Form(None, None, (), met)
    fields: dict[str, Node] = {key.text: value for key, value in node.pairs} if isinstance(node, Mapping) else {}
    figures = fields.get("figures")
    if not isinstance(figures, Mapping):
        return Form(None, None, (), (FormFault("", "the form has no figures"),))
    faults: list[FormFault] = []
    entered: list[Entered] = []
    for key, first in figures.repeated:
        faults.append(FormFault(_place(key), f"{key.text} stands here a second time, after row {first.line}"))
    for key, value in figures.pairs:
        text = value.text if isinstance(value, Scalar) else "?"
        if isinstance(value, Scalar) and value.plain and text in {"null", "~"}:
            continue
        enter(Filled(key.text, text, _place(key), _place(value)), known, entered, faults)
    state, year = fields.get("state"), fields.get("year")
    owner, of_year = owner_of({(_text(state), _text(year)): _place(year or figures)}, faults)
    return Form(owner, of_year, tuple(entered), tuple(faults))


def _place(node: Node) -> str:
    """Where a value of YAML stands."""
    return cell_place("", node.line, node.column - 1)


def _text(node: Node | None) -> str:
    return node.text if isinstance(node, Scalar) else ""
