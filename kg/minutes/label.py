"""Recognise the label of a speaker: 【橘主査】, ○橘座長, ○政府参考人（橘一葉君）."""

import re
from dataclasses import dataclass
from enum import StrEnum

from kg.minutes.lexicon import Lexicon
from kg.minutes.line import Piece
from kg.minutes.name import read_name
from kg.model import Attribution


class Style(StrEnum):
    """How a record sets its labels apart."""

    LENS = "lens"  # 【橘主査】
    CIRCLE = "circle"  # ○橘座長　本日は
    COLON = "colon"  # 橘委員：
    ANGLE = "angle"  # ＜橘委員＞
    ROUND = "round"  # （橘委員）
    BLANK = "blank"  # 橘座長　本日は


_STYLES = (
    (Style.LENS, re.compile(r"^[・○]?\s*【(?P<label>[^】]{1,40})】\s*[:：]?\s*")),
    (Style.ANGLE, re.compile(r"^[<〈《](?P<label>[^>〉》]{1,40})[>〉》]\s*[:：]?\s*")),
    (
        Style.CIRCLE,
        re.compile(
            r"^[○◯〇◎●]\s*(?P<label>[^\s。、:：「(]{1,24}(?:\s?[^\s。、:：「(]{1,4}(?=君|委員))?"
            r"(?:\([^)]{1,40}\)[^\s(:：。、]{0,6})?)(?:\s*[:：]\s*|\s+|$)"
        ),
    ),
    (
        Style.COLON,
        re.compile(
            r"^[・\-○]?\s*(?P<label>[^\s。、:：「」()]{1,24}(?:[\s]?[^\s。、:：「」()]{1,6})?"
            r"(?:\([^)]{1,40}\)[^\s(:：。、]{0,6})?)\s*[:：]\s*"
        ),
    ),
    (Style.ROUND, re.compile(r"^[・○\-]?\s*\((?P<label>[^()]{1,24})\)\s*")),
    (
        Style.BLANK,
        re.compile(
            r"^(?P<label>[^\s。、:：「」()]{2,16}(?:\([^)]{1,30}\))?)(?:\s+(?=\S)|$)"
        ),
    ),
)
_HONORIFIC = re.compile(r"(?:君|氏|様|さん)$")
_GIVEN = re.compile(r"\([^()]{1,3}\)(?=[^()]{1,6}$)")  # 小暮（敦）委員
_INNER = re.compile(r"^(?P<outer>[^()]+)\((?P<inner>[^()]+)\)$")


@dataclass(frozen=True, slots=True)
class SpeakerLabel:
    """A label at the start of a line; *rest* is what is said behind it."""

    style: Style
    piece: Piece
    attribution: Attribution
    rest: Piece


def read_labels(piece: Piece, lexicon: Lexicon) -> tuple[SpeakerLabel, ...]:
    """Return the labels that *piece* may begin with, one a style."""
    labels = []
    for style, pattern in _STYLES:
        found = pattern.match(piece.text)
        if not found:
            continue
        label = piece.match(found, "label")
        attribution = attribute(label, lexicon) if label else None
        if attribution:
            labels.append(
                SpeakerLabel(style, label, attribution, piece.part(found.end()))
            )
    return tuple(labels)


def attribute(label: Piece, lexicon: Lexicon) -> Attribution | None:
    """Return to whom a label gives a statement, None where it is no label.

    橘委員 names somebody, 座長 a role, 環境省 an organization.
    """
    text = _GIVEN.sub("", re.sub(r"\s", "", label.text))
    inner = _INNER.match(text)
    if inner:
        return _attribute_bracketed(label, inner, lexicon)
    if _is_named(label, text, lexicon):
        return Attribution.NAMED
    suffix = lexicon.role_suffix(text) or lexicon.post_suffix(text)
    if lexicon.role(text) or lexicon.group_role(text) or suffix == text:
        return Attribution.ROLE
    if suffix:
        return _attribute_suffixed(label, text, suffix, lexicon)
    if lexicon.ends_organization(text) and not lexicon.is_surname(text):
        return Attribution.ORGANIZATION
    return Attribution.NAMED if lexicon.split_name(text) else None


def _is_named(label: Piece, text: str, lexicon: Lexicon) -> bool:
    """Tell whether *label* is a name of the roster, or any name with 君 or 氏."""
    bare = _HONORIFIC.sub("", text)
    if lexicon.is_listed(bare):
        return True
    cut = len(label.text) - (len(text) - len(bare))
    return bare != text and read_name(label.part(0, cut), lexicon).score > 0


def _attribute_bracketed(
    label: Piece, inner: re.Match[str], lexicon: Lexicon
) -> Attribution | None:
    """Attribute 政府参考人（橘一葉君） and 小暮部長（橘委員代理）."""
    view = label.text
    cut = view.index("(")
    outer = attribute(label.part(0, cut), lexicon)
    within = attribute(label.part(cut + 1, view.rindex(")")), lexicon)
    if Attribution.NAMED in {outer, within}:
        return Attribution.NAMED
    name = _HONORIFIC.sub("", inner["inner"])
    if outer and (lexicon.is_surname(name) or lexicon.split_name(name)):
        return Attribution.NAMED
    return outer


def _attribute_suffixed(
    label: Piece, text: str, suffix: str, lexicon: Lexicon
) -> Attribution | None:
    """Attribute what ends with a role or post: 橘委員, 地球環境課長, 団体委員."""
    stem = text[: -len(suffix)]
    for end in range(1, len(stem) + 1):
        rest = stem[end:]
        if lexicon.is_listed(stem[:end]) and (
            not rest or lexicon.ends_organization(rest + suffix[:1])
        ):
            return Attribution.NAMED  # 土岐田照明政策課長 too
    plain = label.text.endswith(suffix)
    name = label.part(0, len(label.text) - len(suffix)) if plain else label
    if read_name(name, lexicon).score > 1:
        return Attribution.NAMED
    if lexicon.ends_organization(stem) or lexicon.ends_organization(stem + suffix[:1]):
        return (
            Attribution.ORGANIZATION if lexicon.post_suffix(text) else Attribution.ROLE
        )
    longest = 5
    kanji = re.fullmatch(r"[一-鿿々ヶぁ-んァ-ヶー]+", stem)
    return Attribution.NAMED if kanji and len(stem) <= longest else None
