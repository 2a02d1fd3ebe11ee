"""Decide which organization a mention means, and under which other one it is."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from kg.entity.sighting import Sighting, kind_of
from kg.gazetteer import Gazetteer
from kg.model import Form, Kind, Label, Mention, Span

Path = tuple[str, ...]
Index = Mapping[str, tuple[Path, ...]]

_ALIAS, _NAME, _CONTEXT, _NOMINAL = "alias", "name", "context", "nominal"

_OF = "の"

_NEAR = 64
"""Bodies before a mention that may say what it means."""

# を立ち上げ, を全学の組織として設置
_FOUNDS = re.compile(
    r"を(?:[^。]{0,20})?(?:立ち上げ|設置|設立|新設|創設|発足|設け|置い|置き|置く|開設)"
)

# 京都大学は, 京都大学では, 京都大学としては
_TOPIC = re.compile(r"(?:に|で|として|において)?は")

_NETWORK = ("拠点", "構想", "ネットワーク", "コンソーシアム")
"""QIH拠点: what the text calls so is no single formal body."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What is around a mention: the bodies before it in the same passage.

    *near* is the last body before it with the words between; *topic* is the one
    that the passage is about, and *founding* tells that it founds something there.
    *after* are the words that follow the mention.
    """

    near: Path | None = None
    between: str = ""
    topic: Path | None = None
    founding: bool = False
    after: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a mention of a body means: a path, or several that it could."""

    paths: tuple[Path, ...]
    method: str
    reason: str
    sighting: Sighting | None = None


def read_body(
    mention: Mention, index: Index, setting: Setting, gazetteer: Gazetteer
) -> Reading:
    """Return the body that *mention* names; a new one where none is known."""
    if mention.target:
        return _of_target(mention, index, setting, gazetteer)
    known = index.get(mention.key, ())
    form = gazetteer.legal_form(mention.key)
    if form and not known:
        known = index.get(mention.key[form.name_start : form.name_end], ())
    if len(known) == 1 and not _is_other(known[0], setting):
        legal = (mention.text, form.form) if form else (None, None)
        sighting = Sighting(known[0], (), None, *legal)
        return Reading(known, _NAME, "the one body of this name", sighting)
    if len(known) > 1:
        return _of_several(known, setting)
    return _new(mention, index, setting, gazetteer)


def _is_other(path: Path, setting: Setting) -> bool:
    """Tell whether the text says that this unit is of another body: 架空省の総務課."""
    if (
        setting.near is None
        or setting.between != _OF
        or len(path) < len(setting.near) + 1
    ):
        return False
    return setting.near[0] != path[0]


def _of_target(
    mention: Mention, index: Index, setting: Setting, gazetteer: Gazetteer
) -> Reading:
    """Return the body that the recognizer knows: 文科省 is 文部科学省."""
    target = mention.target or ""
    path = (index.get(gazetteer.fold(target), ()) or ((target,),))[0]
    alias = None if mention.text == path[-1] else mention.text
    kind = kind_of(target, gazetteer) if gazetteer.organization(target) else None
    if setting.after.startswith(_NETWORK):
        kind = Kind.COLLABORATION
    sighting = Sighting(path, (mention.span,), kind, alias=alias)
    if alias:
        return Reading((path,), _ALIAS, f"{alias} stands for {target}", sighting)
    return Reading((path,), _NAME, "a known body", sighting)


def _of_several(known: tuple[Path, ...], setting: Setting) -> Reading:
    """Return the unit of the body beside it, or all that bear the name."""
    for above, why in (
        (setting.near if setting.between in (_OF, "") else None, "beside it"),
        (setting.topic, "that the passage is about"),
    ):
        fits = [path for path in known if above and path[: len(above)] == above]
        if len(fits) == 1:
            reason = f"the unit of {' '.join(above or ())} {why}"
            return Reading(tuple(fits), _CONTEXT, reason)
    whole = [path for path in known if len(path) == 1]
    if len(whole) == 1:
        return Reading(tuple(whole), _NAME, "the whole body of this name")
    return Reading(known, _NAME, f"{len(known)} bodies bear this name")


def _new(
    mention: Mention, index: Index, setting: Setting, gazetteer: Gazetteer
) -> Reading:
    """Return a body that only the text names, under another where it says so."""
    path, form = _split(mention, index, gazetteer)
    kind = kind_of(path[-1], gazetteer)
    method, reason = _NAME, "a body that only the text names"
    if len(path) == 1 and form is None and kind is Kind.UNIT:
        above, why = _above(setting)
        if above:
            path, method, reason = (
                (*above, *path),
                _CONTEXT,
                f"a unit of {' '.join(above)}: {why}",
            )
    elif len(path) > 1:
        kind, reason = Kind.UNIT, f"a unit of {' '.join(path[:-1])}, printed before it"
    legal = (mention.text, form) if form else (None, None)
    sighting = Sighting(
        path, (mention.span,), kind if not form else Kind.FORMAL, *legal
    )
    return Reading((path,), method, reason, sighting)


def _above(setting: Setting) -> tuple[Path | None, str]:
    """Return the body that the text states a new unit to be of, with the reason.

    文科省の高等教育局; 大学は本部を立ち上げた, and what follows in the passage while
    no other body comes in between. An acronym is no unit: 内閣府のNSS.
    """
    if setting.near and setting.between == _OF:
        return setting.near, "の stands between"
    if setting.topic and setting.founding:
        return setting.topic, "the passage says that it founds it"
    return None, ""


def _split(
    mention: Mention, index: Index, gazetteer: Gazetteer
) -> tuple[Path, str | None]:
    """Return the path that *mention* itself prints, and its legal form.

    文部科学省高等教育局 has the ministry in it, 架空管工株式会社 its form.
    """
    text = mention.text
    if form := gazetteer.legal_form(mention.key):
        return (mention.key[form.name_start : form.name_end],), form.form
    for end in range(len(text) - 2, 1, -1):
        above = index.get(gazetteer.fold(text[:end]), ())
        known = gazetteer.organization(text[:end])
        rest = gazetteer.ending(text[end:])
        if rest and rest.kind is Kind.UNIT and (len(above) == 1 or known):
            top = above[0] if above else (text[:end],)
            return (*top, text[end:]), None
    return (text,), None


def settle(
    mentions: Sequence[tuple[Mention, Path | None]],
    mention: Mention,
    passage: Span,
    text: str,
) -> Setting:
    """Return what is around *mention*, of *mentions* before it with their paths.

    It stands in *passage* of the document's *text*.
    """
    nearest = reversed(mentions[-_NEAR:])
    inside = takewhile(lambda pair: pair[0].span in passage, nearest)
    before = [
        (one, path)
        for one, path in reversed(list(inside))
        if path and one.span.end <= mention.span.start
    ]
    after = text[mention.span.end : passage.end]
    if not before:
        return Setting(after=after)
    last, near = before[-1]
    between = text[last.span.end : mention.span.start]
    topics = [
        (one, path)
        for one, path in before
        if len(path) == 1 and _TOPIC.match(text, one.span.end)
    ]
    if not topics:
        return Setting(near, between, after=after)
    topic, path = topics[-1]
    others = [p for one, p in before if one.span.start > topic.span.start]
    alone = all(other[: len(path)] == path for other in others)
    founding = _FOUNDS.search(text, topic.span.end, passage.end) is not None
    return Setting(near, between, path if alone else None, founding and alone, after)


def nominal_body(
    mention: Mention,
    council: Path,
    secretariat: Path,
    before: Iterable[tuple[Mention, Path | None]],
    gazetteer: Gazetteer,
) -> Reading:
    """Return the body that a word stands for: 事務局, この会議, 同会議."""
    if mention.post:
        kind = Kind.SECRETARIAT
        sighting = Sighting(secretariat, (mention.span,), kind, alias=mention.text)
        return Reading((secretariat,), _NOMINAL, "the office of the meeting", sighting)
    if mention.form is Form.PRONOUN:
        word = mention.key.lstrip("".join(gazetteer.same))
        for one, path in reversed(list(before)):
            if path and one.label is Label.ORGANIZATION and one.key.endswith(word):
                return Reading((path,), _NOMINAL, f"{one.text} was named last")
        return Reading((), _NOMINAL, "no body of this sort was named before")
    word = next(
        (
            w
            for w in sorted(gazetteer.nominal, key=len, reverse=True)
            if mention.key.endswith(w)
        ),
        "",
    )
    if council and council[-1].endswith(word):
        return Reading((council,), _NOMINAL, "the body that meets")
    return Reading((), _NOMINAL, f"the body that meets is no {word}")
