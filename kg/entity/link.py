"""Link each mention to the one entity that it means, or to none."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.entity.body import (
    Index,
    Path,
    Reading,
    nominal_body,
    read_body,
    settle,
)
from kg.entity.candidate import find_candidates
from kg.entity.decision import Decision, decide
from kg.entity.designation import Designation, read_designation
from kg.entity.identifier import organization_id
from kg.entity.listed import Listed
from kg.entity.sighting import Sighting, council_path
from kg.gazetteer import Gazetteer
from kg.model import Candidate, Clue, Form, Label, Link, Mention, Minutes, Role

_OF = "の"


@dataclass(frozen=True, slots=True)
class Ground:
    """What mentions are linked against: the record, its people, its bodies."""

    minutes: Minutes
    people: tuple[Listed, ...]
    index: Index
    gazetteer: Gazetteer

    @property
    def secretariat(self) -> Path:
        """The office of the meeting, named after its council.

        Which office it is the record does not say, so it is a node of its own.
        """
        council = " ".join(council_path(self.minutes))
        return (f"{council} 事務局".strip(),)


@dataclass(frozen=True, slots=True)
class Linked:
    """A link, and the sighting of the organization that it makes."""

    link: Link
    sighting: Sighting | None = None


def link_mentions(mentions: tuple[Mention, ...], ground: Ground) -> tuple[Linked, ...]:
    """Return one link for each of *mentions*, in order."""
    bodies: list[tuple[Mention, Path | None]] = []
    links: list[Linked] = []
    index = dict(ground.index)
    for mention in mentions:
        match mention.label:
            case Label.THEME:
                links.append(Linked(_theme(mention)))
            case Label.ORGANIZATION:
                reading = _body(mention, bodies, replace(ground, index=index))
                path = reading.paths[0] if len(reading.paths) == 1 else None
                bodies.append((mention, path))
                if path and mention.form is Form.NAME:
                    index.setdefault(mention.key, (path,))
                    index.setdefault(ground.gazetteer.fold(path[-1]), (path,))
                links.append(_organization(mention, reading))
            case Label.PERSON:
                links.append(Linked(_person(mention, bodies, ground)))
    return tuple(links)


def _theme(mention: Mention) -> Link:
    """Return the link of a theme's trigger, which knows its concept."""
    return Link(mention, mention.target, (), "name", mention.reason)


def _body(
    mention: Mention, bodies: list[tuple[Mention, Path | None]], ground: Ground
) -> Reading:
    """Return what a mention of a body means."""
    if mention.form is not Form.NAME:
        council = council_path(ground.minutes)
        return nominal_body(
            mention, council, ground.secretariat, bodies, ground.gazetteer
        )
    setting = settle(bodies, mention, ground.minutes)
    return read_body(mention, ground.index, setting, ground.gazetteer)


def _organization(mention: Mention, reading: Reading) -> Linked:
    """Return the link to the one body read, or the open one with all of them."""
    if len(reading.paths) == 1:
        entity = organization_id(reading.paths[0])
        link = Link(mention, entity, (), reading.method, reading.reason)
        return Linked(link, reading.sighting)
    candidates = tuple(
        Candidate(organization_id(path), (Clue("name", 1.0, " ".join(path)),))
        for path in reading.paths
    )
    return Linked(Link(mention, None, candidates, reading.method, reading.reason))


def _person(
    mention: Mention, bodies: list[tuple[Mention, Path | None]], ground: Ground
) -> Link:
    """Return the link of a mention of a person."""
    if mention.form is Form.NOMINAL:
        decision = holder_of(mention.post or mention.key, ground)
        return Link(
            mention, decision.entity, decision.candidates, "context", decision.reason
        )
    words = read_designation(mention.text, ground.people, ground.gazetteer)
    if beside := tuple(_beside(mention, bodies, ground)):
        words = Designation(
            words.text, words.surname, words.given, words.initial, words.posts,
            (*words.places, *beside),
        )  # fmt: skip
    people = ground.people
    decision = decide(find_candidates(words, people, ground.gazetteer))
    method = "name" if words.given else "context"
    return Link(mention, decision.entity, decision.candidates, method, decision.reason)


def _beside(
    mention: Mention, bodies: list[tuple[Mention, Path | None]], ground: Ground
) -> Iterator[str]:
    """Yield the body that の or nothing joins to the person: 京都大学の北川理事."""
    text = ground.minutes.document.text
    for one, path in bodies[-1:]:
        between = text[one.span.end : mention.span.start]
        if (
            path
            and one.span.end <= mention.span.start
            and between in (_OF, "", " ", "　")
        ):
            yield ground.gazetteer.fold("".join(path))
            yield ground.gazetteer.fold(path[-1])


def holder_of(word: str, ground: Ground) -> Decision:
    """Return the one person of the roster who has the role of *word*: 座長.

    Who bears the very word comes before others of the same role.
    """
    known = ground.gazetteer.role(word)
    if known is None or known.role not in {Role.CHAIR, Role.DEPUTY_CHAIR}:
        return Decision(None, (), f"{word} is no role that one person has")
    wanted = ground.gazetteer.fold(word)
    same = [p for p in ground.people if ground.gazetteer.fold(p.role_word) == wanted]
    role = [p for p in ground.people if p.role is known.role]
    fits = same or role
    candidates = tuple(
        Candidate(
            one.person.id,
            (Clue("role", 1.0, f"{one.person.label}: sits there as {word}"),),
        )
        for one in fits
    )
    if len(candidates) == 1:
        return Decision(
            candidates[0].entity, candidates, f"the only {word} of the record"
        )
    reason = (
        f"{len(candidates)} people are {word}" if candidates else f"no {word} is listed"
    )
    return Decision(None, candidates, reason)
