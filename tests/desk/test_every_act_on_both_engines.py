"""Every act of the judgement on both engines: recorded, undone, done again, audited."""

from collections.abc import Callable

from echo_at_hand import a_bridge, cracks

from verifier.desk.accepting import accept_all
from verifier.desk.deciding import give_verdict
from verifier.desk.dependencies import add_dependency, confirm_dependency, reject_dependency
from verifier.desk.history import redo, redo_in, undo, undo_in
from verifier.desk.merging import merge_sources
from verifier.desk.parties import party_list, set_opponents
from verifier.desk.questions import answer_question, ask_question, withdraw_question
from verifier.desk.registry import SourceEdit, edit_source, rate_source, source_list
from verifier.desk.searches import record_search
from verifier.desk.session import Acted, OpenStory, Session, load_library, open_session
from verifier.desk.signing import sign_off, signature_of
from verifier.desk.splitting import Part, merge_claims, restate_claim, split_claim
from verifier.desk.stories import refresh
from verifier.model.event import DESK
from verifier.model.scales import DependencyKind, Reliability, SubstanceVerdict, Weight
from verifier.model.state import State
from verifier.model.story import Slug
from verifier.record.fold import fold
from verifier.record.state_digest import state_digest

BOARD, INSTITUTE, UNION = Slug("river-board"), Slug("alder-institute"), Slug("harbour-union")

Step = Callable[[Session, OpenStory], Acted]


def steps() -> list[Step]:
    """One of each kind of act on a story, the last of them the signature."""
    parts = (Part(standalone="There were cracks"), Part(standalone="There were 14"))

    def judge_all(session: Session, story: OpenStory) -> Acted:
        """A verdict on each load-bearing claim; the last one as the act."""
        acted = None
        for label, claim in story.state.claims.items():
            if claim.weight is Weight.LOAD_BEARING and claim.is_active:
                acted = give_verdict(session, story, label, SubstanceVerdict.ATTRIBUTED_ONLY)
                story = acted.story
        assert acted is not None
        return acted

    return [
        lambda s, story: confirm_dependency(s, story, "D01"),
        lambda s, story: reject_dependency(s, story, "D01", "its own count"),
        lambda s, story: add_dependency(s, story, UNION, BOARD, DependencyKind.CITES),
        lambda s, story: accept_all(s, story, cracks(story)),
        lambda s, story: ask_question(s, story, cracks(story), "Who counted?"),
        lambda s, story: answer_question(s, story, "Q01", "The divers."),
        lambda s, story: withdraw_question(s, story, "Q01"),
        lambda s, story: record_search(s, story, cracks(story), "pier", BOARD, 1, 0),
        lambda s, story: split_claim(s, story, cracks(story), parts),
        lambda s, story: restate_claim(s, story, list(story.state.claims)[-1], cracks(story)),
        lambda s, story: merge_claims(
            s, story, list(story.state.claims)[-2], [list(story.state.claims)[-1]]
        ),
        judge_all,
        sign_off,
    ]


def test_every_act_on_a_story_is_undone_done_again_and_audited(database: str) -> None:
    with open_session(database, "anna") as session:
        story = a_bridge(session)
        states = {story.state.seq: state_digest(story.state)}
        for step in steps():
            story = step(session, story).story
            states[story.state.seq] = state_digest(story.state)
        assert signature_of(story) is not None
        last = state_digest(story.state)
        taken = 0
        while story.state.seq and taken < len(states) + 8:
            if state_digest(story.state) == states[min(states)]:
                break
            story = undo(session, story).story
            taken += 1
        assert state_digest(story.state) == states[min(states)]
        for _ in range(taken):
            story = redo(session, story).story
        assert state_digest(story.state) == last
        assert session.store.check() == ()
        reloaded = refresh(session, story).state
        events = session.store.events(story.state.stream)
        assert reloaded == story.state == fold(State(story.state.stream), events)


def test_every_act_on_the_registry_is_undone_done_again_and_audited(database: str) -> None:
    with open_session(database, "anna") as session:
        a_bridge(session)
        before = source_list(session), party_list(session)
        edit_source(session, UNION, SourceEdit(interest="its members work there"))
        rate_source(session, UNION, Reliability.D, "found to exaggerate")
        set_opponents(session, "River Board", ["Harbour Union"])
        merge_sources(session, INSTITUTE, BOARD)
        after = source_list(session), party_list(session)
        for _ in range(4):
            undo_in(session, DESK)
        assert (source_list(session), party_list(session)) == before
        for _ in range(4):
            redo_in(session, DESK)
        assert (source_list(session), party_list(session)) == after
        assert session.store.check() == ()
        assert load_library(session) == fold(State(DESK), session.store.events(DESK))
