"""Dataclasses to their JSON form and back, by their own type hints.

A field that equals its default is left out, so that a later version can add fields without
touching old events. Fields nobody knows are refused: they come from a newer program.
"""

import dataclasses
import types
import typing
from collections.abc import Callable, Hashable
from datetime import date
from enum import Enum
from functools import cache
from typing import TypeVar

from verifier.model.errors import BrokenHistory
from verifier.model.event import Json

T = TypeVar("T")
Decoder = Callable[[Json], object]


def to_json(value: object) -> Json:
    """The JSON form of a model value: dataclasses as objects, tuples as lists, enums as words.

    >>> from verifier.model.text import ExcludedRange
    >>> from verifier.model.scales import Exclusion
    >>> to_json(ExcludedRange(0, 4, Exclusion.BYLINE))
    {'start': 0, 'end': 4, 'why': 'byline'}
    """
    if value is None or isinstance(value, (bool, int)):
        return value
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, str):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [to_json(item) for item in value]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return _object(value)
    raise TypeError(f"{type(value).__name__} has no JSON form")


def fields_to_json(value: object) -> dict[str, Json]:
    """All fields of a dataclass value that differ from their defaults, in their JSON form."""
    return _object(value)


def from_json(cls: type[T], data: Json) -> T:
    """The value of type `cls` from its JSON form; raises BrokenHistory where it does not fit.

    >>> from verifier.model.text import Span
    >>> from_json(Span, [3, 7])
    Span(start=3, end=7)
    """
    return typing.cast(T, _decoder(typing.cast(Hashable, cls))(data))


def _object(value: object) -> dict[str, Json]:
    result: dict[str, Json] = {}
    for name, default in _defaults(typing.cast(Hashable, type(value))):
        item = getattr(value, name)
        if item != default or type(item) is not type(default):
            result[name] = to_json(item)
    return result


_REQUIRED = object()


@cache
def _defaults(cls: Hashable) -> tuple[tuple[str, object], ...]:
    """Each field of a dataclass with its default; required ones have a default nothing equals."""
    return tuple(
        (field.name, _REQUIRED if field.default is dataclasses.MISSING else field.default)
        for field in dataclasses.fields(typing.cast(type, cls))
    )


@cache
def _decoder(hint: Hashable) -> Decoder:
    """The function that reads a value of the type `hint`."""
    if isinstance(hint, typing.NewType):
        return _decoder(hint.__supertype__)
    if isinstance(hint, type) and not isinstance(hint, types.GenericAlias):
        return _class_decoder(hint)
    arguments = typing.get_args(hint)
    if typing.get_origin(hint) in (types.UnionType, typing.Union):
        return _union_decoder(arguments)
    if typing.get_origin(hint) is tuple:
        return _sequence_decoder(arguments)
    raise TypeError(f"no JSON form is known for {hint}")


def _class_decoder(cls: type) -> Decoder:
    if dataclasses.is_dataclass(cls):
        return _dataclass_decoder(cls)
    if issubclass(cls, Enum):
        return _enum_decoder(cls)
    if issubclass(cls, tuple):
        hints = typing.get_type_hints(cls)
        return _named_tuple_decoder(cls, tuple(hints.values()))
    if cls is date:
        return _date_decoder
    if cls in (str, int, bool, type(None)):
        return _plain_decoder(cls)
    raise TypeError(f"no JSON form is known for {cls}")


def _plain_decoder(cls: type) -> Decoder:
    def _read(data: Json) -> object:
        if type(data) is not cls:
            raise _misfit(cls.__name__, data)
        return data

    return _read


def _date_decoder(data: Json) -> object:
    try:
        return date.fromisoformat(data if isinstance(data, str) else "")
    except ValueError:
        raise _misfit("date", data) from None


def _enum_decoder(cls: type[Enum]) -> Decoder:
    words: dict[Json, Enum] = {member.value: member for member in cls}

    def _read(data: Json) -> object:
        member = words.get(data) if isinstance(data, str) else None
        if member is None:
            raise _misfit(cls.__name__, data)
        return member

    return _read


def _named_tuple_decoder(cls: type, hints: tuple[object, ...]) -> Decoder:
    decoders = tuple(_decoder(hint) for hint in hints)

    def _read(data: Json) -> object:
        if not isinstance(data, list) or len(data) != len(decoders):
            raise _misfit(cls.__name__, data)
        return cls(*(decode(item) for decode, item in zip(decoders, data, strict=True)))

    return _read


def _sequence_decoder(arguments: tuple[object, ...]) -> Decoder:
    decode = _decoder(arguments[0])

    def _read(data: Json) -> object:
        if not isinstance(data, list):
            raise _misfit("list", data)
        return tuple([decode(item) for item in data])

    return _read


def _union_decoder(arguments: tuple[object, ...]) -> Decoder:
    decoders = tuple(_decoder(item) for item in arguments)

    def _read(data: Json) -> object:
        for decode in decoders:
            try:
                return decode(data)
            except BrokenHistory:
                continue
        raise _misfit(" or ".join(str(item) for item in arguments), data)

    return _read


def _dataclass_decoder(cls: type) -> Decoder:
    hints = typing.get_type_hints(cls)
    decoders: dict[str, Decoder] = {}
    required = {name for name, default in _defaults(cls) if default is _REQUIRED}

    def _read(data: Json) -> object:
        if not isinstance(data, dict):
            raise _misfit(cls.__name__, data)
        if not decoders:
            decoders.update({name: _decoder(hint) for name, hint in hints.items()})
        if not required <= data.keys() <= decoders.keys():
            raise _misfit(cls.__name__, sorted(data))
        return cls(**{name: decoders[name](item) for name, item in data.items()})

    return _read


def _misfit(expected: str, data: object) -> BrokenHistory:
    shown = repr(data)
    shown = shown if len(shown) <= 80 else shown[:77] + "..."
    return BrokenHistory(
        f"A stored value does not fit: {expected} was expected, {shown} is there. It was written "
        "by a newer verifier or changed from outside; run `verifier check`."
    )
