"""Undo: an event is never taken out of the record, an inverse event follows it."""

from verifier.model.event import Act, Event, EventKind, SubjectChange


def inverse(event: Event) -> Act:
    """The act that takes `event` back: its images swapped, the last change first.

    Taking back an undo is a redo.
    """
    kind = EventKind.REDONE if event.kind is EventKind.UNDONE else EventKind.UNDONE
    swapped = tuple(
        SubjectChange(change.subject, before=change.after, after=change.before)
        for change in reversed(event.changes)
    )
    return Act(kind, swapped, undoes=event.event_id)
