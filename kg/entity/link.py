"""Link each mention to the one entity that it means, or to none."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from kg.entity.anaphor import Voice, is_anaphor, link_anaphor
from kg.entity.around import Around, passage_of, read_around, sides
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
from kg.entity.deputy import tell_from_deputy
from kg.entity.designation import Designation, read_designation
from kg.entity.holder import holder_of, means_another
from kg.entity.identifier import organization_id
from kg.entity.listed import Listed
from kg.entity.sighting import Sighting, council_path
from kg.entity.stand_in import find_stand_in
from kg.gazetteer import Gazetteer
from kg.model import Candidate, Clue, Form, Label, Link, Mention, Minutes, Span

_OF = "の"


@dataclass(frozen=True, slots=True)
class Ground:
    """What mentions are linked against: the record, its people, its bodies.

    *decisions* and *designations* keep what was read and decided before.
    """

    minutes: Minutes
    people: tuple[Listed, ...]
    index: Index
    gazetteer: Gazetteer
    passages: tuple[Span, ...] = ()
    voices: tuple[Voice, ...] = ()
    decisions: dict[Designation, Decision] = field(default_factory=dict)
    designations: dict[str, Designation] = field(default_factory=dict)

    def designation(self, text: str) -> Designation:
        """Return what *text*, a label or a mention, says of the person it means."""
        if text not in self.designations:
            read = read_designation(text, self.people, self.gazetteer)
            self.designations[text] = read
        return self.designations[text]

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
                if is_anaphor(mention, ground.gazetteer):
                    links.append(Linked(_anaphor(mention, bodies, ground)))
                    continue
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


def _anaphor(
    mention: Mention, bodies: list[tuple[Mention, Path | None]], ground: Ground
) -> Link:
    """Return the link of 当省 or 同省, and of nothing else."""
    return link_anaphor(
        mention, bodies, ground.voices, ground.minutes, ground.gazetteer
    )


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
    passage = passage_of(mention.span, ground.passages)
    setting = settle(bodies, mention, passage, ground.minutes.document.text)
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
        decision = _holder(mention, ground)
        return Link(
            mention, decision.entity, decision.candidates, "context", decision.reason
        )
    around = read_around(mention, ground.minutes, ground.gazetteer)
    words = _words(mention, around, tuple(_beside(mention, bodies, ground)), ground)
    method = "name" if words.given else "context"
    decision = _meant(words, around, ground)
    return Link(mention, decision.entity, decision.candidates, method, decision.reason)


def _holder(mention: Mention, ground: Ground) -> Decision:
    """Return who is meant by a role alone, where it is one of this meeting."""
    before, after = sides(mention, ground.minutes)
    council = ground.gazetteer.fold("".join(council_path(ground.minutes)))
    if why := means_another(before, after, council, ground.gazetteer):
        return Decision(None, (), why)
    word = mention.post or mention.key
    return holder_of(word, ground.people, ground.gazetteer)


def _words(
    mention: Mention, around: Around, beside: tuple[str, ...], ground: Ground
) -> Designation:
    """Return what the mention and the words around it say of the person."""
    words = ground.designation(mention.text)
    surname = ground.gazetteer.fold(mention.surname or "")
    if surname and words.surname != surname:
        return Designation(words.text)  # 小林委員 is no 林
    post = (ground.gazetteer.fold(mention.post),) if mention.post else ()
    posts = dict.fromkeys((*words.posts, *post, *around.titles))
    places = (*words.places, *beside, *around.places)
    return replace(words, posts=tuple(posts), places=places)


def _meant(words: Designation, around: Around, ground: Ground) -> Decision:
    """Return the person whom *words* mean, if what is *around* them allows it."""
    if around.other:
        return Decision(None, (), around.other)
    decision = ground.decisions.get(words)
    if decision is None:
        people, gazetteer = ground.people, ground.gazetteer
        decision = find_stand_in(words, people, gazetteer) or decide(
            find_candidates(words, people, gazetteer)
        )
        text = ground.minutes.document.text
        decision = tell_from_deputy(decision, words, people, text, gazetteer)
        ground.decisions[words] = decision
    if around.doubt and decision.entity:
        return Decision(None, decision.candidates, around.doubt)
    return decision


def _beside(
    mention: Mention, bodies: list[tuple[Mention, Path | None]], ground: Ground
) -> Iterator[str]:
    """Yield the body that の or nothing joins to the person: 京都大学の北川理事.

    The council and its office (事務局の日高) are nobody's employer.
    """
    text = ground.minutes.document.text
    for one, path in bodies[-1:]:
        between = text[one.span.end : mention.span.start]
        named = one.form is Form.NAME and path != council_path(ground.minutes)
        if (
            path
            and named
            and one.span.end <= mention.span.start
            and between in (_OF, "", " ", "　")
        ):
            yield ground.gazetteer.fold("".join(path))
