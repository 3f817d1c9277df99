"""An event as one plain sentence, for the log, the history and the status line."""

from collections.abc import Callable, Mapping

from verifier.model.event import Event, EventKind, Fields, SubjectChange, SubjectKind


def describe(event: Event, by_id: Mapping[str, Event] | None = None) -> str:
    """What `event` did, in words; `by_id` lets an undo name what it takes back.

    The strings in it are untrusted: pass the sentence through `display` before showing it.
    """
    if event.kind in (EventKind.UNDONE, EventKind.REDONE):
        return _taken_back(event, by_id or {})
    if event.kind is EventKind.STORY_REREAD:
        return _reread(event)
    parts = [_SENTENCES[event.kind](change) for change in _main(event)]
    return "; ".join(parts) if parts else event.kind.value.replace("-", " ")


def _taken_back(event: Event, by_id: Mapping[str, Event]) -> str:
    verb = "undid" if event.kind is EventKind.UNDONE else "did again"
    origin = by_id.get(event.undoes or "")
    while origin is not None and origin.kind in (EventKind.UNDONE, EventKind.REDONE):
        origin = by_id.get(origin.undoes or "")
    if origin is None:
        return f"{verb}: an act on {_about(event)}"
    return f"{verb}: {describe(origin)}"


def _about(event: Event) -> str:
    return " ".join(event.changes[0].subject.key[:1]) if event.changes else "nothing"


_MAIN = {
    EventKind.STORY_IMPORTED: SubjectKind.STORY,
    EventKind.CLAIM_ADDED: SubjectKind.CLAIM,
    EventKind.CLAIM_EDITED: SubjectKind.CLAIM,
    EventKind.CLAIM_DISMISSED: SubjectKind.CLAIM,
    EventKind.CLAIM_RESTORED: SubjectKind.CLAIM,
    EventKind.CLAIM_NOTED: SubjectKind.NOTE,
    EventKind.STANCE_MARKED: SubjectKind.STANCE,
    EventKind.STANCE_CLEARED: SubjectKind.STANCE,
    EventKind.VERDICT_GIVEN: SubjectKind.VERDICT,
    EventKind.SOURCES_ADDED: SubjectKind.SOURCE,
    EventKind.EVIDENCE_ADDED: SubjectKind.EVIDENCE,
    EventKind.EVIDENCE_CAPTURED: SubjectKind.EVIDENCE,
    EventKind.EVIDENCE_WITHDRAWN: SubjectKind.EVIDENCE,
    EventKind.EVIDENCE_REREAD: SubjectKind.EVIDENCE,
    EventKind.CLAIM_SPLIT: SubjectKind.CLAIM,
    EventKind.CLAIMS_MERGED: SubjectKind.CLAIM,
    EventKind.CLAIM_RESTATED: SubjectKind.CLAIM,
    EventKind.STANCES_ACCEPTED: SubjectKind.STANCE,
    EventKind.DEPENDENCY_ADDED: SubjectKind.DEPENDENCY,
    EventKind.DEPENDENCY_CONFIRMED: SubjectKind.DEPENDENCY,
    EventKind.DEPENDENCY_REJECTED: SubjectKind.DEPENDENCY,
    EventKind.QUESTION_ASKED: SubjectKind.QUESTION,
    EventKind.QUESTION_ANSWERED: SubjectKind.QUESTION,
    EventKind.QUESTION_WITHDRAWN: SubjectKind.QUESTION,
    EventKind.SEARCH_RECORDED: SubjectKind.SEARCH,
    EventKind.SOURCE_EDITED: SubjectKind.SOURCE,
    EventKind.SOURCES_MERGED: SubjectKind.SOURCE,
    EventKind.PARTIES_EDITED: SubjectKind.PARTY,
    EventKind.SIGNED_OFF: SubjectKind.SIGNOFF,
}


def _main(event: Event) -> list[SubjectChange]:
    """The changes an event is about, without the copies it carries along."""
    kind = _MAIN[event.kind]
    return [change for change in event.changes if change.subject.kind is kind]


def _reread(event: Event) -> str:
    """`read again by claims-2: 3 changed, 1 gone, 2 new`."""
    claims = [change for change in event.changes if change.subject.kind is SubjectKind.CLAIM]
    new = [change for change in claims if change.before is None]
    gone = [change for change in claims if _field(change.after, "state") == "dismissed"]
    other = [change for change in claims if change.before and change not in gone]
    engines = [_field(change.after, "engine") for change in event.changes]
    engine = next((f" by {name}" for name in engines if name), "")
    return f"read again{engine}: {len(other)} changed, {len(gone)} gone, {len(new)} new"


def _imported(change: SubjectChange) -> str:
    return f"imported {_field(change.after, 'title')}"


def _claim_added(change: SubjectChange) -> str:
    return f"added {change.subject.key[0]}: {_field(change.after, 'standalone')}"


def _claim_edited(change: SubjectChange) -> str:
    fields = ", ".join(sorted(change.after or {})).replace("anchors", "span")
    return f"corrected {change.subject.key[0]} ({fields})"


def _dismissed(change: SubjectChange) -> str:
    return f"dismissed {change.subject.key[0]}: {_field(change.after, 'reason')}"


def _restored(change: SubjectChange) -> str:
    return f"restored {change.subject.key[0]}"


def _noted(change: SubjectChange) -> str:
    if change.after is None:
        return f"removed the note on {change.subject.key[0]}"
    return f"noted on {change.subject.key[0]}: {_field(change.after, 'text')}"


def _marked(change: SubjectChange) -> str:
    claim, aspect, source, _ = change.subject.key
    about = "" if aspect == "substance" else f" ({aspect})"
    after = change.after or {}
    if "code" in after:
        return f"marked {source} {after['code']} on {claim}{about}"
    return f"changed {', '.join(sorted(after))} of {source} on {claim}{about}"


def _cleared(change: SubjectChange) -> str:
    claim, _, source, _ = change.subject.key
    return f"cleared {source} on {claim}"


def _judged(change: SubjectChange) -> str:
    claim, aspect, _ = change.subject.key
    after = change.after
    if after is None:
        return f"took back the verdict on {claim}"
    if "code" in after:
        return f"judged {claim} {after['code']}" + (" (attribution)" * (aspect == "attribution"))
    return f"changed {', '.join(sorted(after))} of the verdict on {claim}"


def _source_added(change: SubjectChange) -> str:
    return f"added the source {_field(change.after, 'name')}"


def _evidence_added(change: SubjectChange) -> str:
    return f"added {change.subject.key[0]}: {_field(change.after, 'title')}"


def _captured(change: SubjectChange) -> str:
    label, after = change.subject.key[0], change.after
    if (after or {}).get("problem"):
        return f"could not capture {label}: {_field(after, 'problem')}"
    if change.before is not None and "sha256" not in (after or {}):
        return f"found {label} unchanged at its address"
    return f"captured {label}: {_field(after, 'title')}"


def _split(change: SubjectChange) -> str:
    if change.before is None:
        return f"part {change.subject.key[0]}: {_field(change.after, 'standalone')}"
    return f"split {change.subject.key[0]}"


def _merged(change: SubjectChange) -> str:
    label = change.subject.key[0]
    if _field(change.after, "state") == "dismissed":
        return f"merged {label} away: {_field(change.after, 'reason')}"
    return f"merged into {label}"


def _restated(change: SubjectChange) -> str:
    label, other = change.subject.key[0], _field(change.after, "restates")
    return f"{label} restates {other}" if other not in ("", "None") else f"{label} stands alone"


def _edge(verb: str) -> Callable[[SubjectChange], str]:
    def _say(change: SubjectChange) -> str:
        known = {**(change.before or {}), **(change.after or {})}
        ends = f"{_field(known, 'from_source')} → {_field(known, 'to_source')}"
        about = f" ({ends})" if known.get("from_source") else ""
        return f"{verb} the dependency {change.subject.key[0]}{about}"

    return _say


def _asked(change: SubjectChange) -> str:
    return f"asked {change.subject.key[0]}: {_field(change.after, 'text')}"


def _answered(change: SubjectChange) -> str:
    return f"answered {change.subject.key[0]}: {_field(change.after, 'answer')}"


def _searched(change: SubjectChange) -> str:
    found = _field(change.after, "found") or "nothing"
    return f"looked for “{_field(change.after, 'query')}”: {found} found"


def _source_edited(change: SubjectChange) -> str:
    return f"changed {', '.join(sorted(change.after or {}))} of the source {change.subject.key[0]}"


def _source_merged(change: SubjectChange) -> str:
    into = _field(change.after, "merged_into")
    return (
        f"merged {change.subject.key[0]} into {into}" if into else f"kept {change.subject.key[0]}"
    )


def _names(verb: str) -> Callable[[SubjectChange], str]:
    return lambda change: f"{verb} {change.subject.key[0]}"


def _field(fields: Fields | None, name: str) -> str:
    return str((fields or {}).get(name, ""))


_SENTENCES: Mapping[EventKind, Callable[[SubjectChange], str]] = {
    EventKind.STORY_IMPORTED: _imported,
    EventKind.CLAIM_ADDED: _claim_added,
    EventKind.CLAIM_EDITED: _claim_edited,
    EventKind.CLAIM_DISMISSED: _dismissed,
    EventKind.CLAIM_RESTORED: _restored,
    EventKind.CLAIM_NOTED: _noted,
    EventKind.STANCE_MARKED: _marked,
    EventKind.STANCE_CLEARED: _cleared,
    EventKind.VERDICT_GIVEN: _judged,
    EventKind.SOURCES_ADDED: _source_added,
    EventKind.EVIDENCE_ADDED: _evidence_added,
    EventKind.EVIDENCE_CAPTURED: _captured,
    EventKind.EVIDENCE_WITHDRAWN: _names("withdrew"),
    EventKind.EVIDENCE_REREAD: _names("read again"),
    EventKind.CLAIM_SPLIT: _split,
    EventKind.CLAIMS_MERGED: _merged,
    EventKind.CLAIM_RESTATED: _restated,
    EventKind.STANCES_ACCEPTED: _marked,
    EventKind.DEPENDENCY_ADDED: _edge("added"),
    EventKind.DEPENDENCY_CONFIRMED: _edge("confirmed"),
    EventKind.DEPENDENCY_REJECTED: _edge("rejected"),
    EventKind.QUESTION_ASKED: _asked,
    EventKind.QUESTION_ANSWERED: _answered,
    EventKind.QUESTION_WITHDRAWN: _names("withdrew"),
    EventKind.SEARCH_RECORDED: _searched,
    EventKind.SOURCE_EDITED: _source_edited,
    EventKind.SOURCES_MERGED: _source_merged,
    EventKind.PARTIES_EDITED: _names("changed the opponents of"),
    EventKind.SIGNED_OFF: _names("signed off as"),
}
