"""Find short names of which each character stands in the whole one: 診録協."""

import re
from collections.abc import Iterable, Iterator

from kg.gazetteer import Gazetteer
from kg.mention.alias import local_end
from kg.mention.passage import Found, Passage
from kg.model import Form, Label, Mention
from kg.morphology import words

# 日本診療録協会（診録協 / 日診協）, （略称：日診協）
_BRACKET = re.compile(r"\s*\((?:略称|通称|以下)?[:、,]?(?P<names>[^()。]{2,20})\)")
_ONE = re.compile(r"[^/、,・\s]+")
_FEWEST, _MOST = 2, 6


def find_shortened(
    passage: Passage,
    mentions: Iterable[Mention],
    bodies: Iterable[str],
    gazetteer: Gazetteer,
) -> Iterator[Found]:
    """Yield the short names in the bracket after a body among *mentions*.

    Of 当協議会（電認協） it is the one of *bodies*, the keys of the record's own
    names, that is a 協議会 and has these characters.
    """
    known = tuple(bodies)
    for mention in mentions:
        if mention.label is not Label.ORGANIZATION:
            continue
        end = local_end(passage, mention)
        bracket = _BRACKET.match(passage.text, end) if end is not None else None
        if bracket is None:
            continue
        wholes = _wholes(mention, known, gazetteer)
        for one in _ONE.finditer(passage.text, *bracket.span("names")):
            short = gazetteer.fold(one.group())
            fits = [whole for whole in wholes if _is_short_for(short, whole)]
            if len(fits) == 1:
                reason = f"short for {fits[0]}, in the bracket after it"
                yield Found(
                    one.start(), one.end(), Label.ORGANIZATION, reason, target=fits[0]
                )


def _wholes(
    mention: Mention, bodies: tuple[str, ...], gazetteer: Gazetteer
) -> tuple[str, ...]:
    """Return the names for which a bracket after *mention* may hold a short one."""
    if mention.form is Form.NAME:
        return (gazetteer.fold(mention.target or mention.key),)
    word = mention.key.lstrip("".join((*gazetteer.near, *gazetteer.same)))
    return tuple(body for body in bodies if word and body.endswith(word))


def _is_short_for(short: str, whole: str) -> bool:
    """Tell whether the characters of *short* stand in *whole* in their order.

    Not 東京 of 東京大学（東京）, a place, nor a title or a word of the language.
    """
    if not _FEWEST <= len(short) <= _MOST or len(short) >= len(whole):
        return False
    line = words(short)
    word = line[0]
    plain = len(line) == 1 and (word.pos[1] == "普通名詞" or word.pos[2] == "地名")
    rest = iter(whole)
    return not plain and all(letter in rest for letter in short)
