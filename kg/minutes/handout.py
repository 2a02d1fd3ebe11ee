"""Read the list of handouts: label, title, open or closed."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from kg.minutes.headword import Topic
from kg.minutes.line import Piece
from kg.minutes.section import Section
from kg.model import Access, Basis, Grounded, Handout, Span

# 資料1 / 資料２－１ / 参考資料3 / 別添１ / 資料A / 【資料1】 / (資料1-1)
LABEL = re.compile(
    r"""[【(\[〔]?(?P<label>(?:(?:参考|補足|追加|机上|当日|委員提出|机上配布|事務局提出)?\s*資料|参考|別添|別紙|(?:当日|席上|机上|追加)配[布付](?:資料)?)
    \s*[-‐‑–—−ー]?\s*(?:(?:No\.?|第)?\s*(?:\d+|[一二三四五六七八九十]+|[A-Zl](?![A-Za-z]))
       (?:\s*[-‐‑–—−ー_の]\s*(?:\d+|[A-Z]))*(?:\s*号)?)?
    |No\.?\s*\d{1,2}(?:-\d+)?|\d{1,3}\s*[-‐‑–—−]\s*\d{1,2}(?=\s))[】)\]〕]?""",
    re.VERBOSE,
)
_BULLET = re.compile(
    r"^(?:[\-・○●◯■□◆◇▽▼*•]|\(\d+\)|\d+[.)、]|[一二三四五六七八九十]{1,2}(?=\s)|\d{1,2}(?=\s+\D))\s*"
)
_MARK = re.compile(r"[【(\[〔<《](?P<words>[^】)\]〕>》]*)[】)\]〕>》]\s*$")
_CLOSED = re.compile(
    r"非公開|非公表|[^\s()]{2,6}限り|委員のみ|構成員のみ|閲覧のみ|後日公表|机上(?:配[布付])?(?:のみ|限り)?|回収|取扱(?:い)?注意"
)
_OPEN = re.compile(r"^(?:公開|公表)$")
_ABOUT = re.compile(r"^(?:以上|記|なし|無し|特になし|※.*)$")
# [PDF形式:648KB]別ウインドウで開きます, （PDF：123KB）
_FILE = re.compile(
    r"\s*(?:[\[(][^\])\[(]*(?:PDF|pdf|Excel|Word|エクセル|ワード|[KMkm]B|キロバイト)[^\])\[(]*[\])]"
    r"|(?:別|新(?:しい|規)?)ウィ?イ?ンドウ(?:で|が)開きます?|外部(?:サイトへの)?リンク"
    r"|\s(?:PDF|pdf)(?:形式|ファイル)?)\s*$"
)
_SHORT = 12
_SEPARATOR = re.compile(r"^[\s:：.、…・]+")
_HYPHEN = re.compile(r"\s*[‐‑–—−ー_の]\s*(?=\d|[A-Z])|\s*-\s*")


def read_handouts(sections: Sequence[Section]) -> tuple[Handout, ...]:
    """Return the handouts listed in *sections*, in order, positions from 1.

    Access is CLOSED where a note says so (【非公開】, 委員限り, 机上配布のみ), OPEN
    where it says 公開, else OPEN by DEFAULT.
    """
    handouts: list[Handout] = []
    for section in sections:
        if section.topic is Topic.HANDOUTS:
            for handout in _read_section(section):
                handouts.append(replace(handout, position=len(handouts) + 1))
    return tuple(handouts)


def _read_section(section: Section) -> list[Handout]:
    """Return the handouts of one list: each line of it, or each label in it."""
    value = section.head.value if section.head else None
    lines = [*([value] if value else []), *(line.piece for line in section.lines)]
    pieces = [part for line in lines for part in _inline(line) if not _is_note(part)]
    labelled = [bool(_label(_unbulleted(piece).text)) for piece in pieces]
    handouts: list[Handout] = []
    filed = [_FILE.search(piece.text) is not None for piece in pieces]
    for i, (piece, label) in enumerate(zip(pieces, labelled, strict=True)):
        words = _unbulleted(piece)
        if not words:
            continue
        unlabelled = not any(labelled[: len(handouts) + 1])
        whole = i > 0 and filed[i - 1] and filed[i]  # a file each
        apart = words.start > piece.start or unlabelled or whole
        begins = label or not handouts or not any(labelled) or apart
        if begins:
            handouts.append(_handout(words, len(handouts) + 1))
        elif handouts[-1].title == handouts[-1].label:
            handouts[-1] = _named(handouts[-1], words)
        else:
            handouts[-1] = _continued(handouts[-1], words)
    return handouts


def _is_note(piece: Piece) -> bool:
    """Tell whether a line is about the list: （資料は全てPDFです。）, 以上."""
    return bool(_ABOUT.match(piece.text)) or piece.text.endswith(("。", "。)"))


def _inline(piece: Piece) -> list[Piece]:
    """Return the handouts of one line: 「資料１ 様式の案  資料２ 試験結果」."""
    counted = _counted(piece.text)
    if counted:
        return [piece.part(a, b) for a, b in pairwise([0, *counted, len(piece.text)])]
    listed = "、" in piece.text and _label(piece.text.rsplit("、", 1)[-1].strip())
    cuts = [
        found.end()
        for found in re.finditer(r"\s+|[、,]\s*", piece.text)
        if _label(piece.text[found.end() :], sure=True)
        and (listed or _label(piece.text))
        and piece.text[: found.start()] != "参考"
    ]
    if not cuts and not _label(piece.text):
        names = re.split("、", piece.text)
        short = all(0 < len(name.strip()) <= _SHORT for name in names)
        cuts = [m.end() for m in re.finditer("、", piece.text)] if short else []
    edges = [0, *cuts, len(piece.text)]
    parts = [piece.part(a, b) for a, b in pairwise(edges)]
    return [part.part(0, len(part.text.rstrip("、,"))) for part in parts]


def _counted(text: str) -> list[int]:
    """Return where the second and the next handouts begin: (1)答申素案 (2)だより."""
    found = list(re.finditer(r"(?:^|(?<=\s))\((\d{1,2})\)\s*(?=\S)", text))
    numbers = [int(m[1]) for m in found]
    whole = len(found) > 1 and numbers == list(range(1, len(found) + 1))
    return [m.start() for m in found[1:]] if whole and not found[0].start() else []


def normal_label(words: str) -> str:
    """Return a label as it is compared: 資料２－１ is 資料2-1.

    >>> normal_label("資料 2 - 1")
    '資料2-1'
    """
    return re.sub(r"\s", "", _HYPHEN.sub("-", words))


def _label(text: str, *, sure: bool = False) -> re.Match[str] | None:
    """Return the label at the start of *text*: with a number, or set off by a blank.

    A *sure* one has a number.
    """
    found = LABEL.match(text)
    if not found:
        return None
    numbered = re.search(r"[0-9A-Z一二三四五六七八九十]$", normal_label(found["label"]))
    end = found.start("label") + len(found["label"].rstrip())
    apart = not text[end:] or text[end] in " \t:：…】)]"
    if sure:
        return found if numbered and apart else None
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
    title = _without_file(title)
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


def _named(handout: Handout, words: Piece) -> Handout:
    """Return *handout*, whose label stood alone, with the title of the next line."""
    return replace(
        _handout(words, handout.position),
        label=handout.label,
        span=Span(handout.span.start, words.span.end),
    )


def _without_file(title: Piece) -> Piece:
    """Return *title* without what a site says of its file: [PDF形式：122KB]."""
    while found := _FILE.search(title.text):
        if not found.start():
            return title
        title = title.part(0, found.start())
    return title


def _continued(handout: Handout, words: Piece) -> Handout:
    """Return *handout* with a second line of its title."""
    title, access = _access(words)
    span = Span(handout.span.start, words.span.end)
    kept = handout.access if access.basis is Basis.DEFAULT else access
    return Handout(
        handout.position, handout.label, handout.title + title.title, kept, span
    )
