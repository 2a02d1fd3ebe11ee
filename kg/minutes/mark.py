"""Read a legend of bullets: （○：委員　●：説明者　→：国土交通省）, 質問＝◆."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.minutes.attribution import attribute
from kg.minutes.lexicon import Lexicon
from kg.minutes.line import Line, Piece
from kg.model import Attribution

_MARK = r"[○◯〇●◎◆◇■□▲△▼▽★☆→⇒・*＊\-]"
_WORDS = r"[^\s:：=＝()。、,;○◯〇●◎◆◇■□▲△▼▽★☆→⇒・*\-]{1,20}"
_JOINT = r"\s*(?:[:：=＝…]|は、?|\.{2,})\s*"
_FORWARD = re.compile(rf"(?P<mark>{_MARK}){_JOINT}(?P<word>{_WORDS})")
_BACKWARD = re.compile(rf"(?P<word>{_WORDS}){_JOINT}(?P<mark>{_MARK})(?!\w)")
_SAID = re.compile(
    r"(?:から)?(?:の|より)?(?:主な)?(?:御|ご)?(?:発言|意見|質問|回答|説明|質疑|応答)?(?:者)?"
    r"(?:を示す|を表す|です|とする)?$"
)
_LONGEST = 90
_ENOUGH = 2


@dataclass(frozen=True, slots=True)
class MarkWord:
    """The word of a legend for a bullet, and to whom it gives what follows."""

    piece: Piece
    attribution: Attribution


def read_marks(
    lines: Iterable[Line], lexicon: Lexicon
) -> Mapping[str, MarkWord | None]:
    """Return what each bullet means by the one line that says so of two or more.

    A word that names no role (質問, 意見) says nothing of the speaker: None.
    """
    for line in lines:
        if len(line.text) > _LONGEST:
            continue
        for pattern in (_FORWARD, _BACKWARD):
            found = list(pattern.finditer(line.text))
            marks = {one["mark"] for one in found}
            if len(marks) < _ENOUGH or len(marks) != len(found):
                continue
            known = {
                one["mark"]: _word(line.piece.match(one, "word"), lexicon)
                for one in found
            }
            if any(known.values()):
                return known
    return {}


def _word(piece: Piece, lexicon: Lexicon) -> MarkWord | None:
    """Return the role or the body in the words of a legend: 委員の発言."""
    for end in (len(piece.text), _end(piece.text)):
        bare = piece.part(0, end)
        attribution = attribute(bare, lexicon) if bare else None
        if attribution in {Attribution.ROLE, Attribution.ORGANIZATION}:
            return MarkWord(bare, attribution)
    return None


def _end(text: str) -> int:
    """Return where 「の発言」 begins at the end of *text*."""
    found = _SAID.search(text)
    return found.start() if found else len(text)
