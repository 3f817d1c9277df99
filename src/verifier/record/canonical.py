"""Canonical JSON and digests: one value has one form in bytes, everywhere and for ever."""

import hashlib
import json

from verifier.model.event import Json
from verifier.model.text import Digest


def canonical(value: Json) -> bytes:
    """The canonical JSON of `value` in UTF-8: sorted keys, compact, no floats.

    Equal to RFC 8785 for values without floats. Raises TypeError on a float, so that no number in
    the record depends on how a machine prints it.

    >>> canonical({"b": [1, None], "a": "é"}).decode()
    '{"a":"é","b":[1,null]}'
    """
    _refuse_floats(value)
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode("utf-8")


def digest(data: bytes) -> Digest:
    """The SHA-256 of `data`, in hexadecimal."""
    return Digest(hashlib.sha256(data).hexdigest())


def _refuse_floats(value: Json) -> None:
    """Raise TypeError where `value` holds a float, at any depth."""
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    if isinstance(value, float):
        raise TypeError(_NO_FLOAT)
    for item in inside:
        if isinstance(item, (dict, list)):
            _refuse_floats(item)
        elif isinstance(item, float):
            raise TypeError(_NO_FLOAT)


_NO_FLOAT = "a float cannot stand in the record: give it as a decimal string"
