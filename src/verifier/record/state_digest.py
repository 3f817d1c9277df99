"""The digest of what was decided, apart from when and in which order."""

from verifier.model.event import Json, SubjectKind
from verifier.model.state import State
from verifier.model.text import Digest
from verifier.record.canonical import canonical, digest
from verifier.record.codec import fields_to_json
from verifier.record.fold import KINDS


def accepted_json(state: State) -> Json:
    """The accepted state as one JSON value: every subject under its key, without seq and times.

    A kind without subjects is left out, so that a new kind changes no digest; sign-offs are left
    out too, because they name the digest of what they sign.
    """
    result: dict[str, Json] = {}
    for kind, table in KINDS.items():
        if kind is SubjectKind.SIGNOFF or not getattr(state, table.attribute):
            continue
        if table.attribute == "story":
            result[kind.value] = None if state.story is None else fields_to_json(state.story)
            continue
        records: dict[object, object] = getattr(state, table.attribute)
        result[kind.value] = {
            "\x1f".join(str(part) for part in (key if isinstance(key, tuple) else (key,))): (
                fields_to_json(record)
            )
            for key, record in records.items()
        }
    return result


def state_digest(state: State) -> Digest:
    """The SHA-256 of the canonical accepted state; equal states have equal digests."""
    return digest(canonical(accepted_json(state)))
