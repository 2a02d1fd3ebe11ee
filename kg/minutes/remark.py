"""Tell the lines of a roster that are remarks about it, and no rows of it."""

import re
from collections.abc import Sequence

from kg.minutes.legend import MARK
from kg.minutes.line import Piece
from kg.minutes.stand_in import tells_stand_in
from kg.minutes.told import is_told

_COLUMN_HEADS = frozenset(
    [
        *("氏名", "名前", "委員名", "所属", "役職", "職名", "所属・役職", "役職・所属"),
        *("所属等", "役職等", "現職", "出欠", "備考", "区分", "番号"),
    ]
)
# 職 名 氏 名 1月18日, 議席番号 氏 名 出欠の別
_STATUS_HEAD = r"(?:出欠席?(?:の別|状況|区分)?|\d{1,2}月\d{1,2}日|第\d{1,2}日目?)"
_SPACED_HEADS = re.compile(
    rf"""(?:議席番号|議席|番号|No\.?)?
    (?:氏名|名前|職名|職|所属|役職名?|備考|摘要|区分|議席番号|{_STATUS_HEAD})+""",
    re.VERBOSE,
)
_TOLD_BY_SIGN = re.compile(rf"(?:氏名|名前).*{_STATUS_HEAD}")
_CATEGORY_HEADS = frozenset({"区分", "分野", "選出区分"})
_COLUMNS = 4
"""Words of a row that has one in the column 区分: 学識経験者　橘　一葉　教授."""

# （計３名）, 12人
_COUNT = re.compile(r"[\s(（]*計?\s*\d+\s*(?:名|人)[)）\s]*")
# 二名, of the absent
_NUMBER_OF = re.compile(r"[0-9一二三四五六七八九十]+\s*(?:名|人)")
_MARKS_ALONE = re.compile(rf"(?:\s|{MARK})*")
_ON_THE_LIST = re.compile(
    r"敬称略|順不同|五十音順|別紙のとおり|別添のとおり|名簿のとおり"
)
# 凡例　○出席　公 公務欠席; 出席９名　欠席１名　欠員０名
_SIGNS_AND_COUNTS = re.compile(
    r"凡例|(?:(?:出席|欠席|欠員|定数|現員)\S{0,4}\s*\d+\s*(?:名|人)\s*){2,}$"
)
_NOBODY_MORE = frozenset(
    {"なし", "無し", "該当なし", "他", "ほか", "以上", "無", "該当者なし"}
)
# ※なお、..., ※上記のうち..., ※橘委員は途中から退席
_ASIDE = re.compile(r"※\s*(?:上記|うち|なお)|※\S*(?:は|が)")
# 出席：橘、欠席：小暮: whom it lists is not read, and must not come as present
_ABSENT = re.compile(r"(?:ご|御)?欠席(?:者|委員)?:|うち.*[名人者員氏長](?:は|が)")
# 遅参　吉野 茂（午前10時25分出席）, who stands in the list already
_CAME_LATE = re.compile(r"(?:遅参|遅刻|早退|途中退席|途中出席)\s")
_ATTENDANCE = re.compile(
    r"""出席|欠席|代理|代わり|退席|退室|入室|途中|参加|オンライン|リモート
    |(?i:web)|ウェブ|会議室""",
    re.VERBOSE,
)


def is_remark(text: str) -> bool:
    """Tell whether *text* is a remark about the list and no row of it."""
    bare = re.sub(r"\s", "", text.strip("()。"))
    return bool(
        _COUNT.fullmatch(text)
        or _NUMBER_OF.fullmatch(text)
        or _MARKS_ALONE.fullmatch(text)
        or _ON_THE_LIST.search(text)
        or _SIGNS_AND_COUNTS.match(text)
        or is_column_heads(text)
        or (_ASIDE.match(text) and not _ATTENDANCE.search(text))
        or text.endswith("に同じ")
        or _CAME_LATE.match(text)
        or bare in _NOBODY_MORE
    )


def tells_of_attendance(text: str) -> bool:
    """Tell whether *text* tells how somebody came: ※上記のうち橘委員はオンライン."""
    return (
        is_told(text)
        or tells_stand_in(text)
        or bool(_ASIDE.match(text) and _ATTENDANCE.search(text))
        or (_ABSENT.match(text) is not None)
    )


def is_column_heads(text: str) -> bool:
    """Tell whether *text* heads the columns of a list: 区分　氏名　所属・職名."""
    spaced = _SPACED_HEADS.fullmatch(re.sub(r"\s", "", text))
    return spaced is not None or all(
        word in _COLUMN_HEADS for word in re.split(r"[\s・/]+", text)
    )


def heads_signs(text: str) -> bool:
    """Tell whether a column of signs for who came stands under *text*: 氏名 出欠."""
    return _TOLD_BY_SIGN.search(re.sub(r"\s", "", text)) is not None


def without_categories(heads: Piece | None, items: Sequence[Piece]) -> list[Piece]:
    """Return *items* without the words of a first column 区分: 学識経験者, 事業者.

    A row that begins further in has no word in that column.
    """
    if heads is None or heads.text.split()[0] not in _CATEGORY_HEADS:
        return list(items)
    rows: list[Piece] = []
    for item in items:
        words = item.text.split()
        first = abs(_column(item) - _column(heads)) <= 1 and len(words) >= _COLUMNS
        rows.append(item.part(len(words[0])) if first else item)
    return rows


def _column(piece: Piece) -> int:
    """Return how many characters of its line stand before *piece*."""
    return piece.start - piece.view.text.rfind("\n", 0, piece.start) - 1
