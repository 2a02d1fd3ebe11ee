"""Find short names: acronyms, and what the text says that it calls a body."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from kg.gazetteer import Gazetteer
from kg.mention.passage import Found, Passage
from kg.model import Label, Mention, Minutes
from kg.text import normalize

# QIH  Q-I-H  Q I H
_ACRONYM = re.compile(
    r"(?<![A-Za-z0-9])[A-Z](?:(?:[ -]?[A-Z])+|[A-Z0-9]+)(?![A-Za-z0-9]|-[A-Za-z0-9])"
)

# 架空機構（以下「機構」という。）, （以下、単に「機構」とする）
_CALLED = re.compile(
    r"""\s*\((?:通称|略称|以下)?[、,]?\s*(?:単に)?
        [「『"](?P<name>[^「」『』"]{1,20})[」』"]
        (?:と(?:い|言)[うい]|とする|とします|と略|と呼|と称|。?\))""",
    re.VERBOSE,
)

# 架空漁協連合（以下、漁連と呼びます）, 架空連盟、以下連盟と申しますが
_UNQUOTED = re.compile(
    r"""\s*(?:\(|、)以下(?:、|では)?\s*(?:単に)?
        (?P<name>[^「」『』"()、。\s]{2,12}?)
        と(?:い(?:う|い)|呼[ぶび]|称し|申し|言[ういっ]|略し|させていただ|します|する)""",
    re.VERBOSE,
)

# the letters in 架空機構（KKO）
_BRACKETED = re.compile(r"\s*\((?P<name>[A-Z][A-Za-z-]{1,9})\)")

# 架空機構（略称：ミライ）, （通称 ミライ）
_SAID = re.compile(
    r"\s*\((?:略称|通称|略して)[:は、 ]*(?P<name>[^()「」『』、。:/・]{2,20})\)"
)

# the letters and the last kanji in 架空現実協会（XR協）
_MIXED = re.compile(r"\s*\((?P<name>[A-Z]{2,6}(?P<rest>[一-鿿]{1,2}))\)")

# 「…法第五条に定める架空機構（以下「機構」という。）」: the law's body, nobody's here
_ARTICLE = re.compile(r"第[0-9一二三四五六七八九十百]+条")

# MITREという米国のシンクタンク
_NAMED = re.compile(r"\s*(?:という|といった|と呼ばれる)(?P<what>[^。、]{1,12})")

_SEPARATORS = re.compile(r"[ -]")


def acronym_key(text: str) -> str:
    """Return the letters of an acronym alone: Q-I-H and Q I H are QIH."""
    return _SEPARATORS.sub("", text)


def find_acronyms(
    passages: Iterable[Passage], gazetteer: Gazetteer
) -> Iterator[tuple[Passage, Found]]:
    """Yield the acronyms of bodies, in each spelling, with their passages.

    One place must say that it is a body (QIHに参画, MITREという米国のシンクタンク);
    then every other spelling of the same letters is it too.
    """
    seen = [
        (passage, match)
        for passage in passages
        for match in _ACRONYM.finditer(passage.text)
    ]
    bodies = {
        acronym_key(match.group())
        for passage, match in seen
        if _is_body(passage.text, match.end(), gazetteer)
    }
    for passage, match in seen:
        letters = acronym_key(match.group())
        if letters in bodies and letters not in gazetteer.common:
            body = gazetteer.organization(letters)
            target = body.name if body else letters
            yield (
                passage,
                Found(
                    match.start(),
                    match.end(),
                    Label.ORGANIZATION,
                    f"letters that the text uses as a body: {letters}",
                    target=target,
                ),
            )


def _is_body(text: str, end: int, gazetteer: Gazetteer) -> bool:
    """Tell whether the words after an acronym say that it is a body."""
    if text.startswith(gazetteer.denoting_after, end):
        return True
    named = _NAMED.match(text, end)
    if named is None:
        return False
    what = named.group("what")
    return what.startswith(gazetteer.denoting) or any(
        f"の{word}" in what for word in gazetteer.denoting
    )


def find_definitions(
    passage: Passage, mentions: Iterable[Mention], gazetteer: Gazetteer
) -> Iterator[Found]:
    """Yield the short names that *passage* gives to bodies among *mentions*.

    架空機構（以下「機構」という。）: the target is the whole name's key.
    """
    for mention in mentions:
        if mention.label is not Label.ORGANIZATION:
            continue
        end = local_end(passage, mention)
        if end is None:
            continue
        found = _definition(passage.text, end, mention)
        if found and not _is_law(passage.text[:end]):
            start, stop = found.span("name")
            reason = f"the text calls {mention.text} so"
            target = gazetteer.fold(mention.target or mention.key)
            yield Found(start, stop, Label.ORGANIZATION, reason, target=target)


def roster_definitions(minutes: Minutes, gazetteer: Gazetteer) -> dict[str, str]:
    """Return the short names that rows of the roster define, with the whole ones.

    架空水循環推進機構（以下「機構」という。）　理事長　橘　一葉
    """
    called: dict[str, str] = {}
    for attendee in minutes.attendees:
        row = normalize(attendee.as_written).text
        for affiliation in attendee.affiliations:
            for unit in affiliation.units[:1]:
                name = normalize(unit.value).text
                place = row.find(name)
                end = place + len(name)
                found = _CALLED.match(row, end) or _SAID.match(row, end)
                if place >= 0 and found:
                    called[gazetteer.fold(found["name"])] = gazetteer.fold(name)
    return called


def _definition(text: str, end: int, mention: Mention) -> re.Match[str] | None:
    """Return the short name in the bracket at *end*, after *mention*."""
    for pattern in (_CALLED, _UNQUOTED, _BRACKETED, _SAID):
        if found := pattern.match(text, end):
            return found
    mixed = _MIXED.match(text, end)
    rest = iter(mention.key)
    return mixed if mixed and all(one in rest for one in mixed["rest"]) else None


def _is_law(before: str) -> bool:
    """Tell whether the words *before* quote an article: 「…法第五条に定める…."""
    opened = before.rfind("「")
    return opened > before.rfind("」") and bool(_ARTICLE.search(before, opened))


def local_end(passage: Passage, mention: Mention) -> int | None:
    """Return where *mention* ends in the text of *passage*, if it is in it."""
    first = passage.view.origins[passage.start]
    last = passage.view.origins[passage.end]
    if not first <= mention.span.start < mention.span.end <= last:
        return None
    origins = passage.view.origins
    place = bisect_left(origins, mention.span.end, lo=passage.start)
    return place - passage.start
