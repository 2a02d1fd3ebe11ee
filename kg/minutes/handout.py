"""Read the list of handouts: label, title, open or closed."""

import re
from collections.abc import Sequence
from itertools import pairwise

from kg.minutes.headword import Topic
from kg.minutes.line import Piece
from kg.minutes.section import Section
from kg.model import Access, Basis, Grounded, Handout, Span

# 資料1 / 資料２－１ / 参考資料3 / 別添１ / 資料A / 【資料1】 / (資料1-1)
LABEL = re.compile(
    r"""[【(\[〔]?(?P<label>(?:(?:参考|補足|追加|机上|当日|委員提出|机上配布|事務局提出)?\s*資料|参考|別添|別紙|当日配布資料)
    \s*(?:(?:No\.?|第)?\s*(?:\d+|[一二三四五六七八九十]+|[A-Z](?![A-Za-z]))
       (?:\s*[-‐‑–—−ー_の]\s*(?:\d+|[A-Z]))*(?:\s*号)?)?)[】)\]〕]?""",
    re.VERBOSE,
)
_BULLET = re.compile(r"^(?:[\-・○●◯■□◆*•]|\(\d+\)|\d+[.)、])\s*")
_MARK = re.compile(r"[【(\[〔](?P<words>[^】)\]〕]*)[】)\]〕]\s*$")
_CLOSED = re.compile(
    r"非公開|非公表|(?:委員|構成員|関係者|出席者|議員|[研究検討会議部]{2,3}会?)限り|机上(?:配[布付])?(?:のみ|限り)?|回収|取扱(?:い)?注意"
)
_OPEN = re.compile(r"^(?:公開|公表)$")
_SEPARATOR = re.compile(r"^[\s:：.、…・]+")
_HYPHEN = re.compile(r"\s*[‐‑–—−ー_の]\s*(?=\d|[A-Z])|\s*-\s*")


def read_handouts(sections: Sequence[Section]) -> tuple[Handout, ...]:
    """Return the handouts listed in *sections*, in order, positions from 1.

    Access is CLOSED where a note says so (【非公開】, 委員限り, 机上配布のみ), OPEN
    where it says 公開, else OPEN by DEFAULT.
    """
    handouts: list[Handout] = []
    for section in sections:
        if section.topic is not Topic.HANDOUTS:
            continue
        value = section.head.value if section.head else None
        lines = [*([value] if value else []), *(line.piece for line in section.lines)]
        pieces = [part for line in lines for part in _inline(line)]
        labelled = any(_label(_unbulleted(piece).text) for piece in pieces)
        for piece in pieces:
            words = _unbulleted(piece)
            if _label(words.text) or not labelled or not handouts:
                handouts.append(_handout(words, len(handouts) + 1))
            else:
                handouts[-1] = _continued(handouts[-1], words)
    return tuple(handouts)


def _inline(piece: Piece) -> list[Piece]:
    """Return the handouts of one line: 「資料１ 様式の案  資料２ 試験結果」."""
    cuts = [
        found.end()
        for found in re.finditer(r"\s{2,}|[、,]\s*", piece.text)
        if _label(piece.text) and _label(piece.text[found.end() :])
    ]
    edges = [0, *cuts, len(piece.text)]
    return [piece.part(a, b) for a, b in pairwise(edges)]


def normal_label(words: str) -> str:
    """Return a label as it is compared: 資料２－１ is 資料2-1.

    >>> normal_label("資料 2 - 1")
    '資料2-1'
    """
    return re.sub(r"\s", "", _HYPHEN.sub("-", words))


def _label(text: str) -> re.Match[str] | None:
    """Return the label at the start of *text*: with a number, or set off by a blank."""
    found = LABEL.match(text)
    if not found:
        return None
    numbered = re.search(r"[0-9A-Z一二三四五六七八九十]$", normal_label(found["label"]))
    end = found.start("label") + len(found["label"].rstrip())
    apart = not text[end:] or text[end] in " \t:：…】)]"
    return found if numbered or apart else None


def _unbulleted(piece: Piece) -> Piece:
    """Return *piece* without the bullet before it."""
    found = _BULLET.match(piece.text)
    return piece.part(found.end()) if found else piece


def _handout(words: Piece, position: int) -> Handout:
    """Return one line as a handout."""
    found = _label(words.text)
    rest = words.part(found.end()) if found else words
    gap = _SEPARATOR.match(rest.text)
    title = rest.part(gap.end()) if gap else rest
    title, access = _access(title)
    label = normal_label(found["label"]) if found else None
    return Handout(
        position, label, title.title or label or words.title, access, words.span
    )


def _access(title: Piece) -> tuple[Piece, Grounded[Access]]:
    """Return *title* without its note on access, and what the note says."""
    found = _MARK.search(title.text)
    words = found["words"] if found else ""
    if found and _CLOSED.search(words):
        access = Grounded(Access.CLOSED, Basis.STATED, (title.match(found).span,))
        return title.part(0, found.start()), access
    if found and _OPEN.match(words):
        access = Grounded(Access.OPEN, Basis.STATED, (title.match(found).span,))
        return title.part(0, found.start()), access
    bare = re.search(
        r"\s+(?P<words>非公開|委員限り|机上配[布付](?:のみ)?)\s*$", title.text
    )
    if bare:
        access = Grounded(
            Access.CLOSED, Basis.STATED, (title.match(bare, "words").span,)
        )
        return title.part(0, bare.start()), access
    return title, Grounded(Access.OPEN, Basis.DEFAULT)


def _continued(handout: Handout, words: Piece) -> Handout:
    """Return *handout* with a second line of its title."""
    title, access = _access(words)
    span = Span(handout.span.start, words.span.end)
    kept = handout.access if access.basis is Basis.DEFAULT else access
    return Handout(
        handout.position, handout.label, handout.title + title.title, kept, span
    )
