"""Say to whom a label gives a statement: 橘委員, 座長, 企画課長, 環境省, １番議員."""

import re

from kg.minutes.lexicon import Lexicon
from kg.minutes.line import Piece
from kg.minutes.name import read_name
from kg.model import Attribution
from kg.morphology import is_common

_HONORIFIC = re.compile(r"(?:君|氏|様|さん)$")
_GIVEN = re.compile(r"\([^()]{1,3}\)(?=[^()]{1,6}$)")  # 小暮（敦）委員
_INNER = re.compile(r"^(?P<outer>[^()]+)\((?P<inner>[^()]+)\)$")
_MODE = re.compile(r"\((?:オンライン|Web|WEB|web|代理|書面|途中退席|会場|Zoom)\)$")
_HALF = re.compile(r"^[^()]+\)$|^[^()]+\([^()]+$")  # ○委員長佐々木克敏）

# １番, ○３番議員, １番（橘一葉君）, １番　橘一葉議員
_SEAT = re.compile(r"(?P<seat>\d{1,3}番)(?:議員|委員)?(?P<rest>.*)")

# A委員, 委員B, 委員①: the record hides who it was, and says what
_HIDDEN = re.compile(
    r"(?:[A-Z]{1,2}|\d{1,2}|[○◯〇●]{1,3})?(?P<role>[^\x00-\x7f○◯〇●\d]{2,6}?)"
    r"(?:[A-Z]{1,2}|\d{1,2})?"
)

# 各委員, 委員多数, 一同
_ALL = re.compile(
    r"(?:各|全|全ての|複数の)(?P<each>.{2,6})|(?P<many>.{2,6}?)(?:多数|一同|全員|複数)"
    r"|一同|全員"
)

# 栄専門職, 舟橋工務官: words of no table of posts, behind a name of the roster
_TITLE = re.compile(
    r"[一-鿿々ァ-ヶー]{0,6}(?:[員官士師職長手事者付掛人役査幹任監]|補佐|代理|書記)"
)

# トンプソン委員, O'Neill氏
_FOREIGN = re.compile(r"[ァ-ヶー・=]{2,16}|[A-Z][A-Za-z'’.\-]{1,16}")

# bodies that no table of endings has: 薬剤師会, 上郷地方気象台
_BODY = re.compile(
    r"[^\s]{2,}(?:[師士]会|気象台|組合|警察署|消防署|会議所|商工会|連盟)$"
)

_KNOWN = frozenset({"代理", "補佐", "書記長", "専門職", "調査役", "栄養士"})
OF_PLACES = frozenset({"市長", "町長", "村長", "区長", "知事"})
_CABINET = frozenset({"国務", "内閣総理", "内閣府特命担当", "復興", "内閣官房"})

# who speaks for a side of the table
_SIDES = frozenset(
    {
        "県", "市", "町", "村", "区", "都", "道", "府", "国", "執行部", "当局",
        "市当局",
        "町当局", "県当局", "行政", "行政側", "受託業者", "受託者", "業者", "事業者",
        "申請者", "請願者", "陳情者", "提案者", "提出者", "説明者", "説明員", "傍聴者",
        "発言者", "質問者", "回答者", "司会", "司会者", "進行", "進行役", "参加者",
        "住民", "市民", "出席者", "世話人", "幹事", "コンサルタント", "コンサル",
        "担当者", "担当課", "所管課", "主管課", "関係課", "聞き手", "書記",
    }
)  # fmt: skip


def attribute(label: Piece, lexicon: Lexicon) -> Attribution | None:
    """Return to whom a label gives a statement, None where it is no label.

    橘委員 names somebody, 座長 a role, 環境省 an organization.
    """
    if _is_named_of_body(label, lexicon):
        return Attribution.NAMED
    text = _MODE.sub("", re.sub(r"\s", "", label.text))
    text = _GIVEN.sub("", text)
    if _HALF.match(text):
        text = re.sub("[()]", "", text)
    inner = _INNER.match(text)
    if inner and not _MODE.search(label.text):
        return _attribute_bracketed(label, inner, lexicon)
    if _is_named(label, text, lexicon):
        return Attribution.NAMED
    if seat := _SEAT.fullmatch(text):
        return Attribution.NAMED if len(seat["rest"]) > 1 else Attribution.ROLE
    return _attribute_words(label, text, lexicon)


def _is_named_of_body(label: Piece, lexicon: Lexicon) -> bool:
    """Tell whether a body stands before somebody's name: 厚生労働省　川又審議官."""
    body, blank, _ = label.text.partition(" ")
    if not blank or not lexicon.is_ministry(body):
        return False
    return attribute(label.part(len(body)), lexicon) is Attribution.NAMED


def _attribute_words(label: Piece, text: str, lexicon: Lexicon) -> Attribution | None:
    """Attribute words that the roster does not have as a name."""
    suffix = lexicon.role_suffix(text) or lexicon.post_suffix(text)
    if suffix == text or _is_side(text, lexicon):
        return Attribution.ROLE
    if suffix:
        return _attribute_suffixed(label, text, suffix, lexicon)
    body = lexicon.ends_organization(text) or _BODY.search(text)
    if body and not lexicon.is_surname(text):
        return Attribution.ORGANIZATION
    return _attribute_led(text, lexicon)


def _is_side(text: str, lexicon: Lexicon) -> bool:
    """Tell whether *text* says on which side somebody spoke: 事務局, 各委員, A委員."""
    if lexicon.role(text) or lexicon.group_role(text) or text in _SIDES:
        return True
    everybody = _ALL.fullmatch(text)
    if everybody:
        words = everybody["each"] or everybody["many"] or ""
        return not words or lexicon.role(words) is not None
    hidden = _HIDDEN.fullmatch(text)
    return hidden is not None and lexicon.role(hidden["role"]) is not None


def _attribute_led(text: str, lexicon: Lexicon) -> Attribution | None:
    """Attribute a name alone, or one behind its role: 委員長佐々木克敏."""
    bare = _HONORIFIC.sub("", text)
    found = lexicon.gazetteer.role_prefix(bare)
    if found and lexicon.is_listed(bare[found.end :]):
        return Attribution.NAMED
    name = bare[found.end :] if found else bare
    if bare != text and _FOREIGN.fullmatch(bare):
        return Attribution.NAMED
    titled = any(
        _TITLE.fullmatch(bare[end:])
        and (
            lexicon.is_listed(bare[:end])
            or (bare[end:] in _KNOWN and lexicon.is_surname(bare[:end]))
        )
        for end in range(1, len(bare))
    )
    return Attribution.NAMED if titled or lexicon.split_name(name) else None


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
    if outer is Attribution.ROLE and _may_be_name(inner["inner"], lexicon):
        return Attribution.NAMED  # 事務局（星川野）
    titled = re.search(r"[委議]員|長$|大臣", inner["outer"])
    honoured = name != inner["inner"] and titled
    return Attribution.NAMED if honoured else outer


def _may_be_name(text: str, lexicon: Lexicon) -> bool:
    """Tell whether words in a bracket may be a name that no dictionary has."""
    kanji = re.fullmatch(r"[一-鿿々]{2,4}", text) is not None
    word = is_common(text) or lexicon.ends_organization(text)
    title = lexicon.role_suffix(text) or lexicon.post_suffix(text)
    return kanji and not word and not title


def _attribute_suffixed(
    label: Piece, text: str, suffix: str, lexicon: Lexicon
) -> Attribution | None:
    """Attribute what ends with a role or post: 橘委員, 地球環境課長, 団体委員."""
    stem = text[: -len(suffix)]
    for end in range(1, len(stem) + 1):
        rest = stem[end:]
        if lexicon.is_listed(stem[:end]) and (
            not rest
            or lexicon.ends_organization(rest + suffix[:1])
            or _is_ministry(rest, lexicon)
        ):
            return Attribution.NAMED  # 土岐田照明政策課長 too
    longest = 5
    for end in range(min(longest, len(stem))):
        if _is_ministry(stem[end:], lexicon):  # 国土交通大臣, 橘文部科学大臣
            return Attribution.NAMED if end else Attribution.ROLE
    if not lexicon.role_suffix(text):
        return _attribute_post(stem, suffix, lexicon)
    plain = label.text.endswith(suffix)
    name = label.part(0, len(label.text) - len(suffix)) if plain else label
    if read_name(name, lexicon).score > 1:
        return Attribution.NAMED
    if lexicon.ends_organization(stem):
        return Attribution.ROLE
    return _attribute_stem(stem, lexicon)


def _attribute_post(stem: str, post: str, lexicon: Lexicon) -> Attribution | None:
    """Attribute a post: 企画課長 says who by the office, 木戸企画課長 by name."""
    surname = lexicon.is_surname(stem)
    if post in OF_PLACES or (is_common(stem) and not surname):
        return Attribution.ROLE  # 白川村長, 図書館長
    for end in range(2, len(stem) + 1):
        rest = stem[end:]
        known = lexicon.is_surname(stem[:end])
        known = known and (not rest or not is_common(stem[:end]))
        if known:
            return Attribution.NAMED  # 若槻物流政策審議官 too
    longest = 3
    if len(stem) > longest and lexicon.ends_organization(stem + post[:1]):
        return Attribution.ROLE
    named = _attribute_stem(stem, lexicon)
    office = lexicon.ends_organization(stem) or lexicon.ends_organization(
        stem + post[:1]
    )
    return named or (Attribution.ROLE if office else None)


def _attribute_stem(stem: str, lexicon: Lexicon) -> Attribution | None:
    """Attribute by words before a title that may be a name no list has."""
    if _FOREIGN.fullmatch(stem):
        return Attribution.NAMED
    longest = 5 if lexicon.is_surname(stem) else 3
    kanji = re.fullmatch(r"[一-鿿々ヶぁ-んァ-ヶー]+", stem)
    return Attribution.NAMED if kanji and len(stem) <= longest else None


def _is_ministry(root: str, lexicon: Lexicon) -> bool:
    """Tell whether *root* is a ministry's name without its last word: 文部科学."""
    known = any(lexicon.gazetteer.organization(root + end) for end in ("省", "庁"))
    return root in _CABINET or known
