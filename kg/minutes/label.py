"""Recognise the label of a speaker: 【橘主査】, ○橘座長, ○政府参考人（橘一葉君）."""

import re
from dataclasses import dataclass
from enum import StrEnum

from kg.minutes.attribution import attribute
from kg.minutes.lexicon import Lexicon
from kg.minutes.line import Piece
from kg.minutes.name import read_name
from kg.model import Attribution


class Style(StrEnum):
    """How a record sets its labels apart."""

    BOLD = "bold"  # **橘委員** 本日は
    LENS = "lens"  # 【橘主査】
    SHELL = "shell"  # 〔橘主査〕
    CELL = "cell"  # | 橘委員 | 本日は |
    CIRCLE = "circle"  # ○橘座長　本日は
    ASKED = "asked"  # Q（橘委員）：
    COLON = "colon"  # 橘委員：
    ANGLE = "angle"  # ＜橘委員＞
    ROUND = "round"  # （橘委員）
    HALF = "half"  # 橘委員）本日は
    ARROW = "arrow"  # 橘委員→
    DOT = "dot"  # ・橘委員　本日は, ア　橘委員, １）橘委員　本日は
    BLANK = "blank"  # 橘座長　本日は
    TRAILING = "trailing"  # 本日は…したい。（橘座長）


_WORD = r"[^\s。、:：「」()|*→⇒]"
_BRACKET = r"\([^()]{1,40}\)"
_SEATED = rf"\d{{1,3}}番\s+{_WORD}{{2,10}}(?:議員|委員|君)"
_SPACED = r"[一-鿿](?:\s{1,2}[一-鿿]){1,3}"  # 議　長
_PLAIN = rf"{_WORD}{{1,24}}(?:\s?{_WORD}{{1,6}}(?=君|氏|委員|議員|構成員))?"
_CALLED = rf"(?:{_BRACKET}{_WORD}{{0,6}})?"  # （敦）委員
_INSIDE = rf"[^()。、]{{1,24}}(?:{_BRACKET}[^()]{{0,6}})?"
_END = r"\s*[:：]?\s*"
# ○しろまる橘委員: the mark as a page reads it out
_READ_OUT = "しろまる|くろまる|にじゅうまる|しろしかく|くろしかく|しろさんかく|ひしがた"
_MARKS = rf"(?:[○◯〇◎●◆◇■□△▲☆★](?:{_READ_OUT})?|[O0](?=[一-鿿]))\s*"
# ・橘委員, ア　橘委員, １）橘委員, （１）橘委員
_LISTED = r"(?:[・\-–*•]\s*|[ア-ン]\s+|(?:\d{1,3}[).]|\(\d{1,3}\))\s*)"
_ANSWER = r"問|答|質問|回答|質疑|答弁|意見|Q|A"

_STYLES = {
    Style.BOLD: (
        r"[・\-○◯〇◎●◆◇■□]?\s*\*\*\s*(?P<label>[^*。、]{1,40}?)\s*[:：]?\s*\*\*" + _END
    ),
    Style.LENS: r"[・○→⇒]?\s*【(?P<label>[^】。、]{1,40})】" + _END,
    Style.SHELL: r"[・○→⇒]?\s*[〔\[](?P<label>[^〕\]。、]{1,40})[〕\]]" + _END,
    Style.ANGLE: r"[・○]?\s*[<〈《](?P<label>[^>〉》。、]{1,40})[>〉》]" + _END,
    Style.CELL: (
        r"(?:\|\s*(?:[\d-]{1,4}\s*\|\s*)?(?P<label>[^|\t。]{1,40}?)\s*\|\s*(?=[^|\s])"
        r"|(?:\d{1,4}\s*\t\s*)?(?P<cell>[^|\t。]{1,40}?)\s*\t\s*(?=\S))"
    ),
    Style.CIRCLE: (
        rf"{_MARKS}(?P<label>{_SEATED}|{_PLAIN}(?:{_BRACKET}[^\s(:：。、]{{0,6}}|\))?)"
        r"(?:\s*[:：]\s*|\s+|$)"
    ),
    Style.ASKED: (
        rf"[○◯〇・\-→]?\s*(?:{_ANSWER})\s*\d*\s*\((?P<label>{_INSIDE})\){_END}"
    ),
    Style.COLON: (
        rf"[・\-○]?\s*(?P<label>{_SPACED}|{_SEATED}|"
        rf"{_WORD}{{1,24}}(?:\s?{_WORD}{{1,6}})?"
        rf"(?:{_BRACKET}[^\s(:：。、]{{0,6}})?)\s*[:：]\s*"
    ),
    Style.ROUND: rf"[・○→⇒\-]?\s*\((?P<label>{_INSIDE})\)\s*",
    Style.HALF: rf"(?P<label>{_WORD}{{2,20}}{_CALLED})\)\s*(?=\S)",
    Style.ARROW: rf"(?P<label>{_WORD}{{2,16}}(?:{_BRACKET})?)\s*[→⇒]\s*",
    Style.DOT: (
        rf"{_LISTED}(?P<label>{_WORD}{{2,16}}{_CALLED})"
        r"(?:\s+(?=\S)|$)"
    ),
    Style.BLANK: (
        rf"(?:(?P<label>{_WORD}{{2,16}}(?:{_BRACKET}{_WORD}{{0,6}}|\))?)"
        rf"(?:\s+(?=\S)|$)|(?P<cell>{_SPACED})(?:\s{{2,}}(?=\S)|$))"
    ),
}
_PATTERNS = {style: re.compile(pattern) for style, pattern in _STYLES.items()}
_REPLY = re.compile(r"^[○・→⇒]?\s*\((?:回答|質問|答弁|意見|再質問)\)\s*")

_SEAL = re.compile(
    r"^[^。、]{0,12}?(?:^|\s)(?:印|㊞|\(\s*印?\s*\)|[<\[]印[>\]]|(?:自)?署名|_{3,})$"
)

_SPOKEN = 10
_UNMARKED = frozenset({Style.BLANK, Style.COLON})

# したい。（橘部会長）, ・水が要る（橘委員）
_TRAILING = re.compile(
    rf"(?P<end>[。．!?！？」』)]?)\s*\((?P<label>[^()。、]{{1,24}}"
    rf"(?:{_BRACKET}[^()]{{0,6}})?)\)\s*[。]?$"
)


_NAMED = Attribution.NAMED


@dataclass(frozen=True, slots=True)
class SpeakerLabel:
    """A label at the start of a line; *rest* is what is said behind it."""

    style: Style
    piece: Piece
    attribution: Attribution
    rest: Piece


def read_labels(piece: Piece, lexicon: Lexicon) -> tuple[SpeakerLabel, ...]:
    """Return the labels that *piece* may begin with, one a style."""
    reply = _REPLY.match(piece.text)
    replies = reply is not None and len(piece.text) > reply.end()
    if reply and replies:
        piece = piece.part(reply.end())
    labels = []
    for style, pattern in _PATTERNS.items():
        found = pattern.match(piece.text)
        if not found:
            continue
        group = "label" if found["label"] else "cell"
        label = _bare(piece.match(found, group))
        attribution = attribute(label, lexicon) if label else None
        spaced = style is Style.BLANK and group == "cell"
        said = _said(piece, found.end())
        seat = style in _UNMARKED and _is_seat_in_list(label.text, said.text)
        signed = style is Style.BLANK and _is_signature(said, lexicon)
        if signed or seat or (spaced and attribution is _NAMED):
            continue
        if attribution:
            shown = Style.ASKED if replies and style in _UNMARKED else style
            labels.append(SpeakerLabel(shown, label, attribution, said))
    return tuple(labels)


def _is_seat_in_list(label: str, said: str) -> bool:
    """Tell whether a seat begins a row of a list: １番　橘 一葉; it may speak, too.

    「６番　　車の出口はどこか。」: no more than the seat stands before a sentence.
    """
    if not re.match(r"\d{1,3}番", label):
        return False
    alone = re.fullmatch(r"\d{1,3}番(?:\(代理\))?", label)
    return not (alone and said.endswith("。") and len(said) >= _SPOKEN)


def read_trailing(piece: Piece, lexicon: Lexicon) -> SpeakerLabel | None:
    """Return the label that ends *piece*: 「…したい。（橘部会長）」.

    *rest* is what stands before it. Anything that is a label counts behind a whole
    sentence, else only a name.
    """
    found = _TRAILING.search(piece.text)
    if not found or not found.start("end"):
        return None
    label = piece.match(found, "label")
    attribution = attribute(label, lexicon)
    if attribution is None or (not found["end"] and attribution is not _NAMED):
        return None
    return SpeakerLabel(
        Style.TRAILING, label, attribution, piece.part(0, found.end("end"))
    )


def _is_signature(said: Piece, lexicon: Lexicon) -> bool:
    """Tell whether a name alone stands behind a label: 委員会委員長　橘　一葉.

    So does the place of a seal, with or without the name: 会長　印, 書記　橘 一葉　㊞.
    """
    longest = 12
    if _SEAL.search(said.text):
        return True
    return 0 < len(said.text) <= longest and read_name(said, lexicon).given is not None


def _bare(label: Piece) -> Piece:
    """Return *label* without the marks of a bold word, and brackets around it."""
    text = label.text
    if not text:
        return label
    lead = re.match(r"^[*_(]*", text)
    tail = re.search(r"[*_]*$", text)
    start = lead.end() if lead and (text[0] != "(" or text[-1] == ")") else 0
    end = tail.start() if tail else len(text)
    if start and text[0] == "(":
        end -= 1
    return label.part(start, max(start, end))


def _said(piece: Piece, start: int) -> Piece:
    """Return what stands behind a label, without the bar that ends a row."""
    text = piece.text
    if text.startswith("|"):
        text = text.rstrip(" |")
    return piece.part(start, max(start, len(text)))
