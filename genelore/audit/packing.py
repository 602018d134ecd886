"""Frozen values as plain lists, for JSON, and back: what the audit remembers is written so."""

import json
from collections.abc import Callable, Hashable
from dataclasses import fields, is_dataclass
from functools import cache
from operator import attrgetter
from types import NoneType
from typing import TypeAlias, TypeVar, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")
# Whatever JSON can hold.
Plain: TypeAlias = object


def packed(value: object) -> bytes:
    """Write a value of frozen dataclasses, tuples, enumerations, texts and numbers.

    >>> from genelore.audit.model import Side
    >>> packed(Side("X", ("urn:claim",)))
    b'["X",["urn:claim"]]'
    """
    return json.dumps(value, default=_plain, ensure_ascii=False, separators=(",", ":")).encode()


def unpacked(kind: type[T], content: bytes) -> T:
    """Read what `packed` wrote of a value of this type.

    Raises:
        ValueError, TypeError: it is nothing of the kind.

    >>> from genelore.audit.model import Side
    >>> unpacked(Side, b'["X",["urn:claim"]]')
    Side(value='X', claims=('urn:claim',))
    """
    read = _reader(cast(Hashable, kind))  # every type has a hash, mypy doubts it
    return cast(T, read(json.loads(content)))  # what the reader of a type returns


def _plain(value: object) -> Plain:
    if is_dataclass(value):
        found = _fields(cast(Hashable, type(value)))(value)  # as above
        return found if isinstance(found, tuple) else (found,)
    if isinstance(value, frozenset):
        return sorted(value)
    raise TypeError(f"{type(value).__name__} is not written")


@cache
def _fields(kind: Hashable) -> Callable[[object], object]:
    return attrgetter(*(field.name for field in fields(cast(type, kind))))


@cache
def _reader(kind: Hashable) -> Callable[[object], object]:
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in {tuple, frozenset} and len(set(arguments) - {Ellipsis}) == 1:
        return _collection(origin, _reader(arguments[0]))
    if origin is tuple:
        return _record(tuple, [_reader(argument) for argument in arguments])
    if NoneType in arguments:
        other = _reader(next(argument for argument in arguments if argument is not NoneType))
        return lambda value: None if value is None else other(value)
    if is_dataclass(kind) and isinstance(kind, type):
        hints = get_type_hints(kind)
        return _record(kind, [_reader(hints[field.name]) for field in fields(kind)])
    return _itself if kind in {str, int, float} else cast(Callable[[object], object], kind)  # an enumeration


def _itself(value: object) -> object:
    return value


def _collection(kind: type, read: Callable[[object], object]) -> Callable[[object], object]:
    if read is _itself:
        return kind
    return lambda values: kind(map(read, cast(list[object], values)))  # JSON has lists for collections


def _record(kind: type, readers: list[Callable[[object], object]]) -> Callable[[object], object]:
    make: Callable[..., object] = (lambda *values: values) if kind is tuple else kind
    if all(read is _itself for read in readers):
        return lambda row: make(*cast(list[object], row))  # JSON has lists for records
    return lambda row: make(
        *(read(value) for read, value in zip(readers, cast(list[object], row), strict=True))
    )
