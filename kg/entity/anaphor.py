"""Say for which body a word stands: 当省 for the speaker's, 同省 for the last one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.entity.identifier import organization_id
from kg.gazetteer import Gazetteer
from kg.model import Candidate, Clue, Form, Label, Link, Mention, Minutes, Span

Path = tuple[str, ...]
Bodies = Sequence[tuple[Mention, Path | None]]

_COMPANY = "社"
_FOUNDATION = "財団"

# A省とB省, A省、B省及び, A省・B省: which of them 同省 is, nobody can say
_AND = re.compile(r"(?:と|や|、|・|及び|および|並びに|又は|または|か)+(?:の)?")

_OPEN, _CLOSED = "「『", "」』"


@dataclass(frozen=True, slots=True)
class Voice:
    """A statement's span, and the bodies for which its speaker sits there."""

    span: Span
    paths: tuple[Path, ...]


def is_anaphor(mention: Mention, gazetteer: Gazetteer) -> bool:
    """Tell whether *mention* is 当省 or 同省; この会議 and 同会議 are councils."""
    words = gazetteer.own | gazetteer.again
    return mention.form is Form.PRONOUN and mention.key in words


def link_anaphor(
    mention: Mention,
    bodies: Bodies,
    voices: Sequence[Voice],
    minutes: Minutes,
    gazetteer: Gazetteer,
) -> Link:
    """Return the link of an anaphor to the one body that it stands for.

    Without a statement around it, or inside words that are quoted, it stands for
    nobody's: who is quoted is not known.
    """
    voice = next((one for one in voices if mention.span in one.span), None)
    text = minutes.document.text
    if voice is None or _is_quoted(text[voice.span.start : mention.span.start]):
        return _nothing(mention, "nobody is known to say it")
    legal = dict(_legal_forms(minutes))
    if mention.key in gazetteer.own:
        return _own(mention, voice, legal, gazetteer)
    return _last(mention, _before(mention, bodies, voice), legal, text, gazetteer)


def _own(
    mention: Mention, voice: Voice, legal: dict[str, str], gazetteer: Gazetteer
) -> Link:
    """Return the body of the speaker, where one alone agrees with the word."""
    sort = mention.key[1:]
    fits = dict.fromkeys(
        path for path in voice.paths if _agrees(path[-1], sort, legal, gazetteer)
    )
    return _link(mention, tuple(fits), "the speaker sits there for it", None)


def _last(
    mention: Mention,
    before: Bodies,
    legal: dict[str, str],
    text: str,
    gazetteer: Gazetteer,
) -> Link:
    """Return the body of this sort that the statement named last.

    Of two that are joined (A省とB省), neither is chosen.
    """
    sort = mention.key[1:]
    fits: list[tuple[Mention, Path]] = []
    for one, path in reversed(before):
        whole = path and _level(path, sort, legal, gazetteer)
        if not whole:
            continue
        if fits and not _AND.fullmatch(text, one.span.end, fits[-1][0].span.start):
            break
        fits.append((one, whole))
    paths = tuple(dict.fromkeys(path for _, path in fits))
    antecedent = fits[0][0].span if len(paths) == 1 else None
    said = f"{fits[0][0].text} was named last" if fits else ""
    return _link(mention, paths, said, antecedent)


def _link(
    mention: Mention, paths: tuple[Path, ...], reason: str, antecedent: Span | None
) -> Link:
    """Return the link to the one of *paths*, or the open one with all of them."""
    if not paths:
        return _nothing(mention, "no body of this sort is known for it")
    if len(paths) == 1:
        entity = organization_id(paths[0])
        return Link(mention, entity, (), "nominal", reason, antecedent)
    candidates = tuple(
        Candidate(organization_id(path), (Clue("name", 1.0, " ".join(path)),))
        for path in paths
    )
    return Link(mention, None, candidates, "nominal", f"{len(paths)} bodies fit")


def _nothing(mention: Mention, reason: str) -> Link:
    """Return the link to nothing."""
    return Link(mention, None, (), "nominal", reason)


def _before(mention: Mention, bodies: Bodies, voice: Voice) -> Bodies:
    """Return the bodies that the statement names before *mention*."""
    return [
        (one, path)
        for one, path in bodies
        if one.span in voice.span
        and one.span.end <= mention.span.start
        and one.form is Form.NAME
        and one.label is Label.ORGANIZATION
    ]


def _level(
    path: Path, sort: str, legal: dict[str, str], gazetteer: Gazetteer
) -> Path | None:
    """Return the part of *path* that is of this sort: 環境省 of 環境省総務課."""
    for end in range(len(path), 0, -1):
        if _agrees(path[end - 1], sort, legal, gazetteer):
            return path[:end]
    return None


def _agrees(name: str, sort: str, legal: dict[str, str], gazetteer: Gazetteer) -> bool:
    """Tell whether a body of this *name* is a 省, a 社, a 機構."""
    form = legal.get(name, "")
    if sort == _COMPANY:
        if form:
            return form.endswith("会社") or form.isascii()
        known = gazetteer.organization(name) or gazetteer.ending(name)
        return not known or name.endswith("会社")
    if sort == _FOUNDATION and form.endswith("財団法人"):
        return True
    if sort in {"学", "大"}:
        return name.endswith("大学")
    return name.endswith(sort) and name != sort


def _legal_forms(minutes: Minutes) -> Iterator[tuple[str, str]]:
    """Yield the bodies of the roster with the legal forms that it prints."""
    for attendee in minutes.attendees:
        for affiliation in attendee.affiliations:
            if affiliation.units and affiliation.legal_form:
                yield affiliation.units[0].value, affiliation.legal_form


def _is_quoted(before: str) -> bool:
    """Tell whether a quotation is open after the words *before*."""
    opened = sum(before.count(mark) for mark in _OPEN)
    return opened > sum(before.count(mark) for mark in _CLOSED)
