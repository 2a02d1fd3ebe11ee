"""Say who spoke and who introduced an item, as far as the record names them."""

import re
from collections.abc import Iterator

from kg.entity.candidate import find_candidates, score
from kg.entity.chair import find_chair, find_changed
from kg.entity.decision import Decision, decide
from kg.entity.deputy import tell_from_deputy
from kg.entity.designation import Designation
from kg.entity.identifier import organization_id
from kg.entity.introduction import who_says_so
from kg.entity.link import Ground
from kg.entity.listed import Listed
from kg.entity.office import find_delegate, find_office, find_seat, is_present
from kg.entity.sighting import Sighting, council_path, kind_of
from kg.entity.stand_in import find_stand_in
from kg.gazetteer.entry import RoleWord
from kg.model import (
    AgendaItem,
    Attribution,
    Candidate,
    Kind,
    Presentation,
    Role,
    Span,
    Speech,
    Statement,
)

# １番, ○３番議員
_SEAT = re.compile(r"\d{1,3}番(?:議員|委員)?")

_OURS = frozenset({"当", "本", "同", "本会", "当会"})


def read_speech(statement: Statement, ground: Ground) -> tuple[Speech, Sighting | None]:
    """Return the statement with its speaker, or with the candidates for it.

    A withheld speaker stays so, whatever the words or the order suggest.
    """
    if statement.attribution is Attribution.WITHHELD or statement.speaker is None:
        return Speech(statement, None, (), "the record names no speaker"), None
    span = statement.speaker
    text = statement.label or _slice(span, ground)
    agent, sighting = find_agent(text, span, ground)
    if agent.entity is None and (pool := _pool(text, agent, ground)):
        agent = who_says_so(statement.text, pool, ground.gazetteer) or agent
    ids = () if agent.entity else _best(agent.candidates)
    return Speech(statement, agent.entity, ids, agent.reason), sighting


def find_agent(
    text: str, span: Span, ground: Ground
) -> tuple[Decision, Sighting | None]:
    """Return the person, the office or the body that *text* at *span* names."""
    words = ground.designation(text)
    if words.surname:
        return _named(words, ground), None
    if seat := find_seat(words.text, ground.people, ground.minutes, ground.gazetteer):
        return seat, None
    role = _own_role(words, ground)
    if role and role.role in {Role.CHAIR, Role.DEPUTY_CHAIR}:
        return _chair(role.word, ground), None
    office = find_office(words.text, ground.people, ground.gazetteer)
    office = office or find_delegate(words.text, ground.people, ground.gazetteer)
    if office:
        return office, None
    if role and role.role is Role.SECRETARIAT:
        return _body(ground.secretariat, span, Kind.SECRETARIAT, text.strip())
    return _find_body(words.text, text, span, ground)


def _named(words: Designation, ground: Ground) -> Decision:
    """Return whom a label with a surname means, of those present."""
    held = find_office(words.text, ground.people, ground.gazetteer)
    if held and held.entity and not words.given:
        return held  # 林業課長 is no 林
    if sitting := find_stand_in(words, ground.people, ground.gazetteer):
        return sitting
    present = [one for one in ground.people if is_present(one)]
    text = ground.minutes.document.text
    found = decide(find_candidates(words, present, ground.gazetteer))
    found = tell_from_deputy(found, words, present, text, ground.gazetteer)
    if not found.entity:
        found = find_changed(words, present, text, ground.gazetteer) or found
    doubtful = words.unit and not words.given and len(words.surname) == 1
    if found.entity and doubtful:
        one = next(p for p in present if p.person.id == found.entity)
        if not any(words.unit in place for place in one.places):
            reason = f"{words.text} may be an office that nobody of the roster holds"
            return Decision(None, found.candidates, reason)
    return found


def _find_body(
    key: str, text: str, span: Span, ground: Ground
) -> tuple[Decision, Sighting | None]:
    """Return the one body that a label names, or none."""
    paths = ground.index.get(key, ())
    known = ground.gazetteer.organization(key)
    if known:
        paths = ground.index.get(ground.gazetteer.fold(known.name), ((known.name,),))
    elif not paths and _ends_as_body(key, ground):
        paths = ((text.strip(),),)
    whole = [path for path in paths if len(path) == 1]
    if len(paths) == 1 or len(whole) == 1:
        path = paths[0] if len(paths) == 1 else whole[0]
        kind = kind_of(path[-1], ground.gazetteer) if len(path) == 1 else None
        return _body(path, span, kind, None)
    return Decision(None, (), f"{text.strip()} names no one person or body"), None


def _own_role(words: Designation, ground: Ground) -> RoleWord | None:
    """Return the role that is all the label says, but for the meeting's own name.

    国家公安委員会委員長 is no chair of this meeting.
    """
    known = ground.gazetteer.role(words.text)
    if known or not words.posts:
        return known
    before = words.text.removesuffix(words.posts[0])
    council = ground.gazetteer.fold("".join(council_path(ground.minutes)))
    own = before in _OURS or (len(before) > 1 and council.endswith(before))
    return ground.gazetteer.role(words.posts[0]) if own else None


def _chair(word: str, ground: Ground) -> Decision:
    """Return who is meant by the word for a chair or a deputy alone."""
    return find_chair(word, ground.people, ground.minutes, ground.gazetteer)


def _pool(text: str, agent: Decision, ground: Ground) -> list[Listed]:
    """Return those among whom a speaker's own words may choose.

    They are those whom the label leaves open (大和委員), or all who have the role
    that is its only word (委員, １番).
    """
    open_ids = {one.entity for one in agent.candidates if score(one) > 0}
    if open_ids:
        return [one for one in ground.people if one.person.id in open_ids]
    key = ground.gazetteer.fold(text).strip("()【】○◯〇")
    role = ground.gazetteer.role(key)
    if role is None and not _SEAT.fullmatch(key):
        return []
    wanted = {Role.CHAIR, Role.DEPUTY_CHAIR, Role.MEMBER} if not role else {role.role}
    return [one for one in ground.people if one.role in wanted]


def _ends_as_body(key: str, ground: Ground) -> bool:
    """Tell whether a label is the name of a body that nothing else names."""
    ending = ground.gazetteer.ending(key)
    return bool(ending and ending.body and key not in ground.gazetteer.common)


def _body(
    path: tuple[str, ...], span: Span, kind: Kind | None, alias: str | None
) -> tuple[Decision, Sighting]:
    """Return the decision for a body with the place that names it."""
    reason = f"the record names {' '.join(path)}"
    ident = organization_id(path)
    chosen = Decision(ident, (Candidate(ident),), reason)
    return chosen, Sighting(path, (span,), kind, alias=alias)


def _best(candidates: tuple[Candidate, ...]) -> tuple[str, ...]:
    """Return the ids of those who fit, when more than one does."""
    return tuple(one.entity for one in candidates if score(one) > 0)


def _slice(span: Span, ground: Ground) -> str:
    """Return the document's words at *span*."""
    return ground.minutes.document.text[span.start : span.end]


def read_presentations(
    item: AgendaItem, ground: Ground
) -> Iterator[tuple[Presentation, Sighting | None]]:
    """Yield who introduced *item*, each once with all the words that say so."""
    found: dict[str, tuple[tuple[Span, ...], Sighting | None]] = {}
    for span in item.presenters:
        agent, sighting = find_agent(_slice(span, ground), span, ground)
        if agent.entity:
            spans, first = found.get(agent.entity, ((), sighting))
            found[agent.entity] = ((*spans, span), first)
    for ident, (spans, sighting) in found.items():
        yield Presentation(item, ident, spans), sighting
