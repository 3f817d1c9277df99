"""A report as JSON, with every field of every value."""

import dataclasses
from collections.abc import Mapping
from datetime import date
from enum import Enum

from verifier.model.event import Json
from verifier.model.report import Report

FORMAT = "verifier report 1"
"""Names the form of the JSON; it changes when a reader of it would have to."""


def report_to_json(report: Report) -> dict[str, Json]:
    """All of the report but its digest: what the digest is the SHA-256 of, in canonical form."""
    fields = {
        field.name: _json(getattr(report, field.name))
        for field in dataclasses.fields(report)
        if field.name != "digest"
    }
    return {"format": FORMAT, **fields}


def _json(value: object) -> Json:
    if value is None or isinstance(value, (bool, int)):
        return value
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, str):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (tuple, list)):
        return [_json(item) for item in value]
    if isinstance(value, Mapping):
        return {str(key): _json(item) for key, item in value.items()}
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {
            field.name: _json(getattr(value, field.name)) for field in dataclasses.fields(value)
        }
    raise TypeError(f"{type(value).__name__} has no JSON form in a report")
