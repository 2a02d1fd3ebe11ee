"""Cut long lines before the labels in them: a record may stand on one line."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from kg.minutes.label import Style, read_labels
from kg.minutes.lexicon import Lexicon
from kg.minutes.line import Line
from kg.model import Attribution

_LONG = 120
"""Characters that no printed line has: below it labels stand at its start."""

# …したい。　○橘座長　…, …した。 （橘構成員）…, …である。 ３．議題（２）…
_PLACE = re.compile(
    r"(?<=[。．」』)!?])\s*(?=[○◯〇◎●◆◇【<〈《]|\*\*)|(?<=[。．」』)!?])\s+(?=\S)"
    r"|\s(?=[・○◯〇●◆◇]\s*\S)|<br\s*/?>\s*"
)
_INSIDE = re.compile(
    r"(?<=[。．])\s*(?=[○◯〇◎●【]\s*[^\s。、])|(?<=。)\s+(?=\([^()。、\d]{2,12}\)\s*\S)|\s(?=[○◯〇●◎][^\s。、]{3,14}君\s)"
)
# （委員）幅は足りるか。（事務局）足りる。   in a line that begins with such a label
_TURN = re.compile(r"(?<=[。?!])(?=\([^()。、\d]{2,12}\)\s*\S)")
_HEADING = re.compile(r"(?:\d{1,2}\s*[.．、]|\(\d{1,2}\)|議題\s*\(?\d)\s*\S")
_SUBJECT = re.compile(
    r"(?:\d{1,2}\s*[.．、]\s*)?(?:議題\s*)?\(?\d{1,2}\)?[^。\s]{2,60}?"
    r"(?:について|に関して|の件)(?=\s)"
)
_BULLET = re.compile(r"[・○◯〇●◆◇]\s*\S")
_MARKED = frozenset(
    {Style.BOLD, Style.LENS, Style.SHELL, Style.CIRCLE, Style.ANGLE, Style.ROUND}
)


def cut_speeches(lines: Iterable[Line], lexicon: Lexicon) -> Sequence[Line]:
    """Return *lines*, the long ones cut before each label and each heading in them."""
    cut: list[Line] = []
    for line in lines:
        long = len(line.text) >= _LONG
        begun = _places(line, lexicon) if long else _beside(line, lexicon)
        found = sorted({*begun, *_turns(line, lexicon)})
        cut.extend(
            replace(line, piece=piece, after_blank=line.after_blank and not start)
            for start, end in pairwise([0, *found, len(line.text)])
            if (piece := line.piece.part(start, end))
        )
    return cut


def _turns(line: Line, lexicon: Lexicon) -> Iterator[int]:
    """Give where the next turns of a paragraph begin: （委員）…。（橘課長）…."""
    labels = read_labels(line.piece, lexicon)
    if not any(label.style is Style.ROUND for label in labels):
        return
    for found in _TURN.finditer(line.text):
        turns = read_labels(line.piece.part(found.end()), lexicon)
        if any(label.style is Style.ROUND for label in turns):
            yield found.end()


def _beside(line: Line, lexicon: Lexicon) -> Iterator[int]:
    """Give where a speech begins within a line of usual length.

    Behind a sentence (…したい。　○橘座長　…), or beside another column (…小暮 律 君
    ●議長橘一葉君 …).
    """
    for found in _INSIDE.finditer(line.text):
        if _begins("", lexicon, line, found.end()):
            yield found.end()


def _places(line: Line, lexicon: Lexicon) -> Iterator[int]:
    """Give the places in a long line where a label or a heading begins."""
    for found in _PLACE.finditer(line.text):
        start = found.end()
        rest = line.piece.part(start)
        heading = _HEADING.match(rest.text)
        if heading or _begins(rest.text, lexicon, line, start):
            yield start
        subject = _SUBJECT.match(rest.text) if heading else None
        if subject:
            yield start + subject.end()


def _begins(text: str, lexicon: Lexicon, line: Line, start: int) -> bool:
    """Tell whether a speech begins at *start*: a label with a mark, or a bullet."""
    longest = 60
    labels = read_labels(line.piece.part(start, start + longest), lexicon)
    if any(x.style in _MARKED for x in labels):
        return True
    bullets = len(_BULLET.findall(line.text))
    many = 3
    if bullets >= many and _BULLET.match(text):
        return True
    return any(
        x.style is Style.COLON and x.attribution is not Attribution.ORGANIZATION
        for x in labels
    )
