"""Commands that take a value as it is where it already is of its type.

Typer sends every value through a library of validation, also one that is text already or was not given. Importing
that library takes longer than most answers do.
"""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args

from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

Parameter = TyperOption | TyperArgument
Convert = Callable[[Any, Any], Any]


class DirectCommand(TyperCommand):
    """A command whose parameters take as it is what needs no conversion."""

    def get_params(self, ctx: Any) -> Any:  # noqa: ANN401 - of the Click that Typer carries
        """The parameters, the option of help among them."""
        return _direct(super().get_params(ctx))


class DirectGroup(TyperGroup):
    """The same for a command with others below it."""

    def get_params(self, ctx: Any) -> Any:  # noqa: ANN401 - as above
        """The parameters, the option of help among them."""
        return _direct(super().get_params(ctx))


def _direct(parameters: list[Any]) -> list[Any]:
    """Some parameters, each of which takes as it is what needs no conversion."""
    for parameter in parameters:
        if "process_value" not in vars(parameter):
            parameter.process_value = _process(parameter, parameter.process_value)
    return parameters


def _process(parameter: Parameter, convert: Convert) -> Convert:
    """How a parameter makes its value of what was written: Typer's way, to `convert`, where it must be converted."""

    def process(context: Any, value: object) -> object:  # noqa: ANN401 - as above
        try:
            taken = _taken(parameter, value)
        except _OtherTypeError:
            return convert(context, value)
        if parameter.required and parameter.value_is_missing(taken):
            return convert(context, value)
        return taken if parameter.callback is None else parameter.callback(context, parameter, taken)

    return process


class _OtherTypeError(Exception):
    """A value is not of its parameter's type."""


def _taken(parameter: Parameter, value: object) -> object:
    """The value of a parameter, as Typer would give it; of one that was not given, none."""
    kind, parser = parameter.type_descriptor.annotation, parameter.type_descriptor.parameter_info.parser
    several = parameter.multiple or parameter.nargs == -1
    if value is None:
        return () if several else None
    if not several:
        return _one(value, kind, parser)
    if not isinstance(value, (list, tuple)):
        raise _OtherTypeError
    return [_one(item, next(iter(get_args(kind)), None), parser) for item in value]


def _one(value: object, kind: object, parser: Callable[[str], Any] | None) -> object:
    """One value: what the parameter's own reader makes of a text, or what already is of its type."""
    if parser is not None and type(value) is str:
        return parser(value)
    if isinstance(kind, type) and isinstance(value, kind):
        return value
    if kind is Path and isinstance(value, str) and _is_plain(value):
        return Path(value)
    raise _OtherTypeError


def _is_plain(path: str) -> bool:
    """Whether Typer has nothing to say of a path, of which it asks no more than that it can be read where it is there.

    A name that is not UTF-8 is left to it.
    """
    return path.encode(errors="ignore").decode() == path and (os.access(path, os.R_OK) or not os.path.lexists(path))
