"""Which parties oppose each other: the shipped table, with the newsroom's own decisions over it."""

from collections.abc import Sequence

from verifier.desk.names import typed_text
from verifier.desk.registry import LONGEST_NAME, write_to_library
from verifier.desk.session import Session, load_library
from verifier.judgement.parties import shipped_parties
from verifier.model.errors import BadInput, Refused
from verifier.model.event import Act, EventKind, Subject, SubjectKind
from verifier.model.party import Party
from verifier.model.state import Change, State
from verifier.record.fold import change_of


def party_list(session: Session) -> tuple[Party, ...]:
    """All parties by name: those shipped, those of the newsroom, those that sources carry."""
    return parties_known(load_library(session))


def parties_known(library: State) -> tuple[Party, ...]:
    """As `party_list`, of a library at hand."""
    known = {**shipped_parties(), **library.parties}
    for source in library.sources.values():
        if source.party:
            known.setdefault(source.party, Party(source.party))
    return tuple(known[name] for name in sorted(known))


def set_opponents(session: Session, name: str, opposes: Sequence[str]) -> tuple[Party, Change]:
    """Record whom a party opposes, whatever the shipped table says; an empty list: nobody.

    Opposition holds both ways, so the other party's own entry is not changed. Raises BadInput for
    an empty name or a party that would oppose itself, Refused where nothing changes.
    """
    party_name = typed_text(name, "party", LONGEST_NAME)
    others = [typed_text(other, "party", LONGEST_NAME) for other in opposes]
    if not party_name or not all(others):
        raise BadInput("The name of a party is empty; type one.")
    library = load_library(session)
    spelt = {party.name.casefold(): party.name for party in parties_known(library)}
    party_name = spelt.get(party_name.casefold(), party_name)
    opponents = tuple(dict.fromkeys(spelt.get(other.casefold(), other) for other in others))
    if party_name in opponents:
        raise BadInput(f"{party_name} cannot oppose itself.")
    party = Party(party_name, opponents)
    known = library.parties.get(party_name, shipped_parties().get(party_name))
    change = change_of(library, Subject(SubjectKind.PARTY, (party_name,)), party)
    if known == party or change is None:
        raise Refused(f"{party_name} is known like that already; there is nothing to change.")
    return party, write_to_library(session, library, Act(EventKind.PARTIES_EDITED, (change,)))
