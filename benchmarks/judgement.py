"""What it costs to judge a large story, whole and after one act.

    python benchmarks/judgement.py [--claims 10000] [--sources 200] [--edges 2000] [--times 15]

Prints JSON, times in milliseconds: the assessment from scratch (`related` is the part of it that
compares claims and is kept while the claims stay), and the assessment after one edge, one stance
and one verdict changed, each checked to equal the one from scratch. One edge in fifty holds for the
whole story, the others for one to three claims or for a paragraph.
"""

import argparse
import gc
import json
import random
import statistics
import time
from collections.abc import Callable
from dataclasses import replace

from verifier.judgement import assess, reassess
from verifier.judgement.related import related_claims
from verifier.model.claim import Anchor, Attribution, Claim, ClaimLabel
from verifier.model.decision import Stance, Verdict
from verifier.model.dependency import Dependency, DependencyLabel
from verifier.model.event import EventKind, StreamId, Subject, SubjectKind
from verifier.model.scales import (
    Aspect,
    AttributionMode,
    DependencyKind,
    DependencyScope,
    DependencyState,
    Reliability,
    SourceKind,
    StanceCode,
    SubstanceVerdict,
)
from verifier.model.source import Source
from verifier.model.state import Change, Stamp, StanceKey, State, VerdictKey
from verifier.model.story import Slug, Story, StoryVersion
from verifier.model.text import Digest, Selector, Span

AT = "2026-01-02T03:04:05.678Z"
ANNA = "anna"
NOUNS = ("bridge", "harbour", "market", "school", "factory", "station", "village", "road")
VERBS = ("closed", "opened", "flooded", "burned", "reopened", "was sold", "was searched")
PARTIES = (None, "North", "South", "East")


def a_story(claims: int, sources: int, edges: int, seed: int = 7) -> State:
    """A story of made-up statements, the same for the same numbers."""
    chance = random.Random(seed)
    slugs = [Slug(f"source-{n}") for n in range(sources)]
    known = {
        slug: Source(
            slug, f"Source {n}", SourceKind.OFFICIAL, party=chance.choice(PARTIES),
            reliability=chance.choice(tuple(Reliability)),
        )
        for n, slug in enumerate(slugs)
    }  # fmt: skip
    listed = [_claim(n, slugs, chance) for n in range(claims)]
    labels = [claim.label for claim in listed]
    stances = [_stance(label, chance.choice(slugs), chance) for label in labels]
    linked = [_edge(n, slugs, labels, chance) for n in range(edges)]
    stamps = {
        Subject(SubjectKind.STANCE, (s.claim, s.aspect.value, s.source, ANNA)): Stamp(2, AT, ANNA)
        for s in stances
    }
    return State(
        StreamId("s"),
        seq=2,
        story=Story(Slug("large"), "A large story"),
        versions={1: StoryVersion(1, Digest("0" * 64), Digest("0" * 64), claims * 100, "made")},
        claims={claim.label: claim for claim in listed},
        sources=known,
        stances={StanceKey(s.claim, s.aspect, s.source, ANNA): s for s in stances},
        dependencies={edge.label: edge for edge in linked},
        stamps=stamps,
    )


def _claim(number: int, slugs: list[Slug], chance: random.Random) -> Claim:
    words = (
        f"The {chance.choice(NOUNS)} of Town{chance.randrange(3000)} {chance.choice(VERBS)} "
        f"after {chance.randrange(2, 90)} complaints"
    )
    place = Selector(words, "", "", number * 100, number * 100 + len(words))
    slug = chance.choice(slugs)
    said = Attribution(slug, slug, AttributionMode.PARAPHRASE, "made", cue="said")
    label = ClaimLabel(f"C{number + 1:02d}")
    return Claim(label, (Anchor(1, place),), words, "made", attributions=(said,))


def _stance(label: ClaimLabel, slug: Slug, chance: random.Random) -> Stance:
    return Stance(label, Aspect.SUBSTANCE, slug, ANNA, chance.choice(tuple(StanceCode)))


def _edge(
    number: int, slugs: list[Slug], labels: list[ClaimLabel], chance: random.Random
) -> Dependency:
    lower, upper = chance.sample(slugs, 2)
    kind = number % 50
    scope, reach = DependencyScope.CLAIM, None
    if kind == 0:
        scope = DependencyScope.STORY
    elif kind < 5:
        scope, start = DependencyScope.PARAGRAPH, chance.randrange(len(labels)) * 100
        reach = Span(start, start + 400)
    return Dependency(
        DependencyLabel(f"D{number + 1:02d}"), lower, upper, DependencyKind.ECHOES, scope,
        chance.choice((DependencyState.PROPOSED, DependencyState.CONFIRMED)), "made", reach=reach,
        claims=tuple(chance.sample(labels, 3)) if scope is DependencyScope.CLAIM else (),
    )  # fmt: skip


def with_edge(state: State, label: DependencyLabel) -> State:
    """The state with one edge rejected."""
    edge = replace(state.dependencies[label], state=DependencyState.REJECTED)
    return replace(state, seq=state.seq + 1, dependencies={**state.dependencies, label: edge})


def with_stance(state: State, label: ClaimLabel, slug: Slug) -> State:
    """The state with one stance more."""
    stance = Stance(label, Aspect.SUBSTANCE, slug, ANNA, StanceCode.PARTLY)
    subject = Subject(SubjectKind.STANCE, (label, "substance", slug, ANNA))
    return replace(
        state,
        seq=state.seq + 1,
        stances={**state.stances, StanceKey(label, Aspect.SUBSTANCE, slug, ANNA): stance},
        stamps={**state.stamps, subject: Stamp(state.seq + 1, AT, ANNA)},
    )


def with_verdict(state: State, label: ClaimLabel) -> State:
    """The state with one verdict more."""
    verdict = Verdict(label, Aspect.SUBSTANCE, ANNA, SubstanceVerdict.SUPPORTED)
    subject = Subject(SubjectKind.VERDICT, (label, "substance", ANNA))
    return replace(
        state,
        seq=state.seq + 1,
        verdicts={**state.verdicts, VerdictKey(label, Aspect.SUBSTANCE, ANNA): verdict},
        stamps={**state.stamps, subject: Stamp(state.seq + 1, AT, ANNA)},
    )


def timed(work: Callable[[], object]) -> float:
    gc.collect()
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def spread(times: list[float]) -> dict[str, float]:
    ordered = sorted(times)
    return {"p50": round(statistics.median(ordered), 2), "max": round(ordered[-1], 2)}


def after_acts(state: State, acts: list[tuple[State, Subject]]) -> tuple[dict[str, float], bool]:
    """The times of the incremental form, and whether it gives what the whole one gives."""
    before = assess(state, ANNA)
    times, is_same = [], True
    for number, (new, subject) in enumerate(acts):
        change = Change(new.seq, EventKind.STANCE_MARKED, AT, (subject,), (), ())
        gc.collect()
        began = time.perf_counter()
        after = reassess(before, state, new, change, ANNA)
        times.append((time.perf_counter() - began) * 1000)
        if number == 0:
            is_same = after == assess(new, ANNA)
    return spread(times), is_same


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    for name, number in (("claims", 10_000), ("sources", 200), ("edges", 2_000), ("times", 15)):
        parser.add_argument(f"--{name}", type=int, default=number)
    options = parser.parse_args()
    state = a_story(options.claims, options.sources, options.edges)
    result: dict[str, object] = {
        "claims": options.claims, "sources": options.sources, "edges": options.edges,
        "related": round(timed(lambda: related_claims(state)), 1),
        "assess": round(timed(lambda: assess(state, ANNA)), 1),
    }  # fmt: skip
    chance = random.Random(1)
    local = [e.label for e in state.dependencies.values() if e.scope is not DependencyScope.STORY]
    whole = [e.label for e in state.dependencies.values() if e.scope is DependencyScope.STORY]
    kinds: dict[str, list[tuple[State, Subject]]] = {
        "edge_of_claims": [_edge_act(state, chance.choice(local)) for _ in range(options.times)],
        "edge_of_story": [_edge_act(state, label) for label in whole[: options.times]],
    }
    labels, slugs = list(state.claims), list(state.sources)
    pairs = [(chance.choice(labels), chance.choice(slugs)) for _ in range(options.times)]
    kinds["stance"] = [
        (
            with_stance(state, label, slug),
            Subject(SubjectKind.STANCE, (label, "substance", slug, ANNA)),
        )
        for label, slug in pairs
    ]
    kinds["verdict"] = [
        (with_verdict(state, label), Subject(SubjectKind.VERDICT, (label, "substance", ANNA)))
        for label, _ in pairs
    ]
    for name, acts in kinds.items():
        times, is_same = after_acts(state, acts)
        result[name] = {**times, "equals_from_scratch": is_same}
    print(json.dumps(result, indent=2))


def _edge_act(state: State, label: DependencyLabel) -> tuple[State, Subject]:
    return with_edge(state, label), Subject(SubjectKind.DEPENDENCY, (label,))


if __name__ == "__main__":
    main()
