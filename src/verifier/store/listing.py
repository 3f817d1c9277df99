"""The list of stories with each one's progress, from a few columns and no events but the ends."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, and_, func, select
from sqlalchemy import Row as StoredRow

from verifier.model.event import StreamId, SubjectKind
from verifier.model.scales import Aspect, ClaimState, SubstanceVerdict
from verifier.model.story import Slug, Story
from verifier.record.codec import from_json
from verifier.store import events
from verifier.store.projection import fields_in
from verifier.store.tables import event, place, projection


@dataclass(frozen=True)
class StoryRow:
    """One story of the list.

    `claims` counts active claims, `judged` those of them with a verdict on substance of the
    reviewer who asks. `opened_at` is when that reviewer was last in it, None for never; `last_at`
    the time of the last act, anybody's. Times are UTC, ISO 8601.
    """

    stream: StreamId
    slug: Slug
    title: str
    imported_at: str
    claims: int
    judged: int
    opened_at: str | None
    last_at: str


def stories(connection: Connection, reviewer: str) -> tuple[StoryRow, ...]:
    """The stories on the desk, those first that the reviewer last opened or acted on."""
    found = sorted(_rows(connection, reviewer, living=True), key=_used_at, reverse=True)
    return tuple(_listed(row, _story(row.record)) for row in found)


def withdrawn(connection: Connection, reviewer: str) -> tuple[StoryRow, ...]:
    """The stories whose import was undone, last withdrawn first; their titles as they were."""
    rows = []
    for row in _rows(connection, reviewer, living=False):
        last = events.after(connection, row.stream, row.last_seq - 1)[0]
        images = [
            change.before for change in last.changes if change.subject.kind is SubjectKind.STORY
        ]
        if images and images[0] is not None:
            rows.append(_listed(row, from_json(Story, dict(images[0]))))
    return tuple(sorted(rows, key=lambda row: row.last_at, reverse=True))


def _rows(connection: Connection, reviewer: str, living: bool) -> list[StoredRow[Any]]:
    story = projection[SubjectKind.STORY]
    claim = projection[SubjectKind.CLAIM]
    verdict = projection[SubjectKind.VERDICT]
    active = and_(claim.c.stream == story.c.stream, claim.c.state == ClaimState.ACTIVE.value)
    judged = and_(
        verdict.c.stream == claim.c.stream,
        verdict.c.claim == claim.c.label,
        verdict.c.aspect == Aspect.SUBSTANCE.value,
        verdict.c.reviewer == reviewer,
        verdict.c.code != SubstanceVerdict.UNCHECKED.value,
    )
    count = select(func.count()).select_from
    ends = select(event.c.at).where(event.c.stream == story.c.stream).limit(1)
    record = story.c.record
    query = (
        select(
            story.c.stream,
            record,
            story.c.last_seq,
            ends.order_by(event.c.seq).scalar_subquery().label("imported_at"),
            ends.order_by(event.c.seq.desc()).scalar_subquery().label("last_at"),
            count(claim).where(active).scalar_subquery().label("claims"),
            count(claim.join(verdict, judged)).where(active).scalar_subquery().label("judged"),
            ends.where(event.c.actor == reviewer)
            .order_by(event.c.seq.desc())
            .scalar_subquery()
            .label("acted_at"),
            place.c.at.label("opened_at"),
        )
        .select_from(
            story.outerjoin(
                place, and_(place.c.stream == story.c.stream, place.c.reviewer == reviewer)
            )
        )
        .where(record.is_not(None) if living else record.is_(None))
    )
    return list(connection.execute(query))


def _story(record: str) -> Story:
    return from_json(Story, dict(fields_in(record) or {}))


def _listed(row: StoredRow[Any], story: Story) -> StoryRow:
    return StoryRow(
        stream=StreamId(row.stream),
        slug=story.slug,
        title=story.title,
        imported_at=row.imported_at,
        claims=row.claims,
        judged=row.judged,
        opened_at=row.opened_at,
        last_at=row.last_at,
    )


def _used_at(row: StoredRow[Any]) -> tuple[str, str]:
    return (max(row.opened_at or "", row.acted_at or ""), row.last_at)
