"""Read the name of a body in a line of a title, and what stands around it."""

import re

from kg.calendar import NUMERAL
from kg.minutes.era import find_date
from kg.model import RecordKind

KINDS = (
    (
        RecordKind.SUMMARY,
        (
            r"議事要旨|議事概要|議事の概要|議事の要旨|会議要旨|会議概要|会議の概要|議事要録"
            r"|会議要録|要点録|要点記録|議事メモ|議事要約|審議概要|議事の要点|要旨|概要"
        ),
    ),
    (
        RecordKind.VERBATIM,
        r"会議録情報|議事録|会議録|速記録|発言録|委員会記録|会議記録|議事記録|議事の記録",
    ),
    (
        RecordKind.RESULT,
        r"開催結果|結果概要|会議結果|議事結果|審議結果|開催報告|開催概要|会議報告",
    ),
    (RecordKind.UNKNOWN, r"議事次第|会議次第"),
)
KIND = re.compile("|".join(f"(?:{words})" for _, words in KINDS))
_WRITTEN = re.compile(r"\(?書面(?:による)?(?:開催|会議|審議)\)?")

# (第23回) / 第７回 / 第二回 / 第 12 回
NUMBER = re.compile(
    rf"[(\[]?\s*第\s*(?P<number>{NUMERAL})\s*回(?!国会)(?:会合|会議(?=\s|$))?\s*[)\]]?"
)
# 会議録 第四号: the numbers of the Diet and of committees
ISSUE = re.compile(rf"[(\[]?第\s*(?P<number>{NUMERAL})\s*号[)\]]?")
_DIET = re.compile(rf"第\s*{NUMERAL}\s*回国会")
SESSION = re.compile(
    rf"[(]?(?:{NUMERAL}\s*月)?(?:(?:定例|臨時|通年)会?(?:{NUMERAL}\s*月)?(?:緊急|定例|定例月)?"
    r"(?:会|月?議会|会議)?|緊急議会|定例月議会)[)]?"
)
_YEAR = re.compile(
    rf"(?:昭和|平成|令和)\s*(?:\d*[Il]\d*|{NUMERAL})\s*年(?:度|\s*(?:\((?:19|20)\d\d年\))?\s*(?:\d+\s*月(?!\d|\s*\d+\s*日))?)?"
    r"|(?:19|20)\d\d\s*年度?"
)
_DAY = re.compile(
    rf"\(?{NUMERAL}\s*月\s*{NUMERAL}\s*日(?:\([日月火水木金土]曜?日?\))?(?:開催)?\)?"
)
# 11/02/21 … 議事録, 第22次 第1回 … 会議録
_STAMP = re.compile(
    rf"^\d{{2}}/\d{{1,2}}/\d{{1,2}}\s|^第\s*{NUMERAL}\s*[次期]\s+(?=第)"
)
_SPACED = re.compile(r"^\S(?:\s+\S)+$")
_EDGE = re.compile(r"^[\s#*・、,:：\-〇○◎■]+|[\s#*・、,:：\-]+$")
_EMPTY = re.compile(
    r"[(\[【「]\s*(?:案|未定稿|速報版?|開催|会合|以下同じ|実地視察)?\s*[)\]】」]"
)
_QUOTED = re.compile(r"^[「『](?P<name>[^」』]+)[」』]")
_ABOUT = re.compile(
    r"(?:について|の件|こと|お知らせ|一覧|ページ|サイト|ホーム|メニュー)$"
)
_SHARED = re.compile("(委員|調査|審査|分科|協議|審議|部|総|理事)会(?:議録|記録)")
BODY_END = re.compile(
    r"(?:会議|部会|本部|ワーキンググループ|ワーキング・グループ|ワーキング|チーム|タスクフォース"
    r"|(?:審議|分科|委員|検討|研究|懇談|懇話|協議|調査|審査|評議|幹事|連絡|総|理事|勉強|意見交換"
    r"|公聴|説明|運営|推進|準備|評価|選考|交流|座談|学|分|市)会(?!議(?!事))"
    r"|フォーラム|議会|WG|TF|プロジェクト|会合|パネル|ボード|ラウンドテーブル|ネットワーク"
    r"|対話|協議の場|サミット|プラットフォーム|コンソーシアム|ミーティング|ワークショップ"
    r"|シンポジウム|(?<=[衆参])議院|(?<=貴族)院)"
)
# OCR reads the long vowel of ワーキング as 一
_LONG_VOWEL = re.compile(r"(?<=[ァ-ヴ])[一―-](?=[ァ-ヴ]|\s|$)|(?<=[ァ-ヴ])一(?!覧)")

# 防災対策特別委員会　委員会記録: the record of a committee, and no committee of it
_AGAIN = re.compile(r"(?<=委員会)\s+委員会(?=(?:の)?(?:記録|会議録|議事録|議事概要))")


def unspaced(text: str) -> str:
    """Return 「議 事 要 旨」 as 「議事要旨」; longer words apart stay apart."""
    return re.sub(r"(?<=\S)\s+(?=\S)", "", text) if _SPACED.match(text) else text


def mended(text: str) -> str:
    """Return *text* with the long vowels that OCR misread, at the same places."""
    return _LONG_VOWEL.sub("ー", text)


def without_session(text: str) -> str:
    """Return *text* without year, day and session: 令和6年第2回定例会 names nobody."""
    words = _DIET.sub(" ", unspaced(_STAMP.sub("", text)))
    dated = find_date(words)
    if dated:
        words = words[: dated.start] + " " + words[dated.end :]
    return _YEAR.sub(" ", _DAY.sub(" ", words))


def is_committee(body: str) -> bool:
    """Tell whether *body* is more than an assembly: みなと県議会 厚生環境委員会."""
    return (
        re.search(r"委員会|協議会|審議会|部会|会議$|分科会|審査会|[衆参]議院", body)
        is not None
    )


def read_name_of_body(text: str) -> str:
    """Return the name of the body in a line of the title, "" where there is none."""
    text = _AGAIN.sub("", text)
    words = _SHARED.sub(r"\1会 ", _WRITTEN.sub(" ", without_session(text)))
    numbered = NUMBER.search(words) or KIND.search(words)
    words = KIND.sub(" ", ISSUE.sub(" ", NUMBER.sub(" ", words)))
    session = SESSION.sub(" ", re.sub(r"\(第[^()]*\)", " ", words))
    words = session if BODY_END.search(session) or session != words else words
    words = re.sub(r"\s+", " ", _EMPTY.sub(" ", words)).strip()
    words = clean(re.sub(r"\(\s+", "(", words))
    quoted = _QUOTED.match(words)
    words = quoted["name"] if quoted else words
    ends = [m.end() for m in BODY_END.finditer(mended(words))]
    if ends:
        closing = re.match(r"[^()]{0,12}\)", words[ends[-1] :])
        inside = words[: ends[-1]].count("(") > words[: ends[-1]].count(")")
        end = ends[-1] + (closing.end() if closing and inside else 0)
        return clean(re.sub(r"^(?:の|第)\s*", "", words[:end].strip()))
    least = 4
    bare = numbered and len(words) >= least and not _ABOUT.search(words)
    return re.sub(r"^(?:の|第)\s*", "", words) if bare and "。" not in words else ""


def clean(words: str) -> str:
    """Return *words* without the marks of a heading around them."""
    return _EDGE.sub("", words)
