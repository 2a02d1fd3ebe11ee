"""Choose the reading of each row: a list is printed in one order."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.minutes.legend import MARK
from kg.minutes.lexicon import Lexicon
from kg.minutes.line import Piece
from kg.minutes.name import read_name
from kg.minutes.note import Order, Row
from kg.minutes.row import read_rows
from kg.minutes.stand_in import tells_stand_in
from kg.minutes.told import is_told
from kg.model import Basis, Role, Span

_SURE = 3
_NONE = re.compile(r"\s(?:なし|無し)$")
_VACANT = re.compile(
    r"(?:欠席|出席|欠員|空席|なし|不在|調整中|未定|[○〇]{2,}|同上(?:\([^()]*\))?)\)?$"
)
_COLUMN_HEADS = frozenset(
    [
        *("氏名", "名前", "委員名", "所属", "役職", "職名", "所属・役職", "役職・所属"),
        *("所属等", "役職等", "現職", "出欠", "備考", "区分", "番号"),
    ]
)
# 職 名 氏 名 1月18日
_SPACED_HEADS = re.compile(
    r"(?:議席番号|議席|番号|No\.?)?(?:氏名|名前|職名|職|所属|役職|備考|出欠|区分|議席番号"
    r"|\d{1,2}月\d{1,2}日)+"
)
_CATEGORY_HEADS = frozenset({"区分", "分野", "選出区分"})
_ABSENT_COUNT = re.compile(r"(?P<number>[0-9一二三四五六七八九十]+)\s*(?:名|人)")
# ※なお、..., ※上記のうち..., ※橘委員は途中から退席
_ASIDE = re.compile(r"※\s*(?:上記|うち|なお)|※\S*(?:は|が)")
# 出席：橘、欠席：小暮: whom it lists is not read, and must not come as present
_ABSENT = re.compile(r"(?:ご|御)?欠席(?:者|委員)?:|うち.*[名人者員氏長](?:は|が)")
_ATTENDANCE = re.compile(
    r"出席|欠席|代理|代わり|退席|退室|入室|途中|参加|オンライン|リモート|(?i:web)|ウェブ|会議室"
)


@dataclass(frozen=True, slots=True)
class Choice:
    """The rows of a block; remarks about the list; what is neither.

    *told* are sentences on how some of the list came.
    """

    rows: tuple[Row, ...]
    remarks: tuple[Span, ...]
    told: tuple[Piece, ...]
    unplaced: tuple[Span, ...]


def choose_rows(
    items: Sequence[Piece], lexicon: Lexicon, *, called: bool = False
) -> Choice:
    """Return the reading of each item, all in the order that suits the block best.

    A list is printed in one order: what is unclear in one row (is 林 the name
    or the office?) is clear in the others. In a list where 君 ends each row (*called*)
    a line without it goes on.
    """
    heads = next((item for item in items if _is_column_heads(item.text)), None)
    remarks = tuple(item.span for item in items if _is_remark(item.text))
    told = tuple(item for item in items if _tells_of_attendance(item.text))
    items = [
        item
        for item in items
        if not _is_remark(item.text) and not _tells_of_attendance(item.text)
    ]
    items = _without_categories(heads, items)
    items, readings = _join_wrapped(items, lexicon, called=called)
    totals = {
        order: sum(r[order].score for r in readings if order in r) for order in Order
    }
    order = max(Order, key=lambda o: (totals[o], o is Order.NAME_FIRST))
    likely = sum(1 for r in readings if any(row.score >= _SURE for row in r.values()))
    least = 1 if 2 * likely > len(items) else _SURE
    rows: list[Row] = []
    unplaced: list[Span] = []
    for item, reading in zip(items, readings, strict=True):
        row = _pick(reading, order)
        if len(item.text) == 1 or "。" in item.text or _NONE.search(item.text):
            row = None  # 朝: the end of a name that a narrow column cuts
        if row and _swallows(row, lexicon):
            unplaced.append(item.span)
        elif row and row.score >= least and row.name:
            rows.append(row)
        elif organization := _organization(item, lexicon):
            rows.append(organization)
        else:
            unplaced.append(item.span)
    settled = [_settled(row, rows, lexicon) for row in rows]
    open_rows = [r.piece.span for r, s in zip(rows, settled, strict=True) if s is None]
    return Choice(
        tuple(row for row in settled if row),
        remarks,
        told,
        tuple(sorted((*unplaced, *open_rows))),
    )


def _swallows(row: Row, lexicon: Lexicon) -> bool:
    """Tell whether another full name stands among the words for the office.

    「知事　藤田 雄一　副知事　瀬川 克己」 read as one row would make the one an office of
    the other: nobody is better than that.
    """
    return any(
        lexicon.is_surname(a) and lexicon.is_given(b) and len(a + b) > len("姓名")
        for piece in row.affiliation
        for a, b in pairwise(piece.text.split())
    )


def _settled(row: Row, rows: Sequence[Row], lexicon: Lexicon) -> Row | None:
    """Return *row*, or its rival, or None where the list decides for neither.

    委員長谷川　一郎君 is 委員 長谷川 where somebody else is 委員長, and 委員長 谷川
    where he heads a list without one.
    """
    if row.rival is None:
        return row
    chairs = [
        one for one in (row, row.rival) if one.title and _heads(one.title, lexicon)
    ]
    others = [one for one in (row, row.rival) if one not in chairs]
    if len(chairs) != 1:
        return None
    taken = any(
        one.rival is None and one.title and _heads(one.title, lexicon) for one in rows
    )
    if taken:
        return others[0]
    return chairs[0] if row is rows[0] else None


def _heads(title: Piece, lexicon: Lexicon) -> bool:
    """Tell whether *title* is the word for a chair."""
    return lexicon.title(title.text) is Role.CHAIR


def _is_column_heads(text: str) -> bool:
    """Tell whether *text* heads the columns of a list: 区分　氏名　所属・職名."""
    spaced = _SPACED_HEADS.fullmatch(re.sub(r"\s", "", text))
    return spaced is not None or all(
        word in _COLUMN_HEADS for word in re.split(r"[\s・/]+", text)
    )


def _without_categories(heads: Piece | None, items: Sequence[Piece]) -> list[Piece]:
    """Return *items* without the words of a first column 区分: 学識経験者, 事業者.

    A row that begins further in has no word in that column.
    """
    if heads is None or heads.text.split()[0] not in _CATEGORY_HEADS:
        return list(items)
    least = 4
    rows: list[Piece] = []
    for item in items:
        words = item.text.split()
        first = abs(_column(item) - _column(heads)) <= 1 and len(words) >= least
        rows.append(item.part(len(words[0])) if first else item)
    return rows


def _column(piece: Piece) -> int:
    """Return how many characters of its line stand before *piece*."""
    return piece.start - piece.view.text.rfind("\n", 0, piece.start) - 1


def _join_wrapped(
    items: Sequence[Piece], lexicon: Lexicon, *, called: bool
) -> tuple[list[Piece], list[dict[Order, Row]]]:
    """Return the items, those cut by the end of a line joined, and their readings.

    特別調 / 査室長 弥富木 篤君: the first line is neither a name nor an organization,
    and with the second it is a row that reads better than the second alone.
    """
    joined: list[Piece] = []
    readings: list[dict[Order, Row]] = []
    awaited = -1
    for item in items:
        reading = _read(item, lexicon)
        cut = joined and "\n" in item.view.text[joined[-1].end : item.start]
        if cut and awaited == len(joined) - 2 >= 0:
            cut = False  # 農政課長 / 中川 博視 / 事務局長: two posts around a name
        if cut and len(item.text) == 1 and _ends_in_name(joined[-1], readings[-1]):
            joined[-1] = joined[-1].joined(item)  # 瑞慶覧　長 / 朝
            readings[-1] = _read(joined[-1], lexicon)
            continue
        if cut:
            open_row = called and _is_open(joined[-1], readings[-1])
            if open_row and _heads_seats(joined[-1], reading, lexicon):
                open_row = False  # 地域金融委員会 / 委員長　中村 はやと君
            both = (
                _stacked(joined[-1], item, lexicon)
                if open_row
                else _with_above(joined[-1], readings[-1], item, reading, lexicon)
            )
            if both:
                if _awaits(joined[-1], item, readings[-1], lexicon):
                    awaited = len(joined) - 1
                joined[-1], readings[-1] = both, _read(both, lexicon)
                continue
        joined.append(item)
        readings.append(reading)
    return joined, readings


def _read(item: Piece, lexicon: Lexicon) -> dict[Order, Row]:
    """Return the best row of each order."""
    return {row.order: row for row in read_rows(item, lexicon)}


def _with_above(
    above: Piece,
    known: dict[Order, Row],
    item: Piece,
    reading: dict[Order, Row],
    lexicon: Lexicon,
) -> Piece | None:
    """Return *item* joined to the line *above* that it completes, or None."""
    if _VACANT.search(above.text):
        return None  # 厚生労働大臣　欠席
    if _awaits(above, item, known, lexicon):
        return above.beside(item)
    second = lexicon.post_suffix(re.sub(r"\s", "", above.text)) is not None or (
        above.text[0] == "(" and above.text[-1] == ")"
    )
    whole = any(row.affiliation and row.score >= _SURE for row in reading.values())
    if not _is_torn(above, known, lexicon) or (second and whole):
        return None  # （福祉事務所長）, 兼研究所長: of nobody further down
    both = above.joined(item)
    better = _best(_read(both, lexicon)) >= max(_best(reading), _SURE)
    return both if better and _ends_whole(both, lexicon) else None


def _heads_seats(
    above: Piece, reading: dict[Order, Row], lexicon: Lexicon
) -> bool:
    """Tell whether a committee or house stands above the seats that it has."""
    body = re.search(r"(?:委員会|調査会|審査会|議院)$", above.text) is not None
    seated = any(row.title and lexicon.title(row.title.text) for row in reading.values())
    return body and seated and not lexicon.is_ministry(above.text)


def _ends_in_name(above: Piece, known: dict[Order, Row]) -> bool:
    """Tell whether a line ends in a name of two parts that a column may cut."""
    return any(
        row.name
        and row.name.end == above.end
        and row.reading
        and row.reading.split is Basis.STATED
        for row in known.values()
    )


def _is_open(above: Piece, known: dict[Order, Row]) -> bool:
    """Tell whether a row goes on below, where 君 ends each: no name ends this line."""
    if _VACANT.search(above.text):
        return False
    if above.text.endswith(("君", "〃")) or above.text.startswith(("兼", "(兼")):
        return False
    return not any(
        row.name
        and row.reading
        and row.reading.split is Basis.STATED
        and row.name.end == above.end
        for row in known.values()
    )


def _stacked(above: Piece, item: Piece, lexicon: Lexicon) -> Piece:
    """Return two lines of the posts of one person, in a list where 君 ends each row.

    財務大臣 / 国務大臣 / （内閣府特命担 / 当大臣（金融） / ）　鈴木　俊一君: a whole post
    is parted from the next, a torn one joined.
    """
    bare = item.part(0, len(item.text.rstrip("君 ")))
    if read_name(bare, lexicon).given and not re.search(r"[^\s\w]", bare.text):
        return above.beside(item)  # the name, whatever the line above ends with
    whole = above.text.count("(") == above.text.count(")")
    unit = "大臣官房" in (above.text[-3:] + item.text)[:6]
    post = lexicon.post_suffix(above.text)
    apart = whole and post and item.text[0] not in "()" and not unit
    return above.beside(item) if apart else above.joined(item)


def _awaits(
    above: Piece, item: Piece, known: dict[Order, Row], lexicon: Lexicon
) -> bool:
    """Tell whether a post on a line of its own awaits the name below it.

    北見台開拓農業協同組合長 / 松尾　亀吉君, 農 政 課 長 / 中 川 博 視.
    """
    post = re.sub(r"\s", "", above.text)
    called = item.text.endswith("君")
    if post.startswith(("兼", "(兼")) or lexicon.post_suffix(post) is None or above.text.endswith("君"):
        return False
    if not called and _best(known) >= _SURE:
        return False
    name = item.part(0, len(item.text) - 1) if called else item
    reading = read_name(name, lexicon)
    return reading.score >= (_SURE if called else _SURE + 1) and (
        called or reading.given is not None
    )


def _ends_whole(both: Piece, lexicon: Lexicon) -> bool:
    """Tell whether a joined row has a post or organization across the joint."""
    row = max(read_rows(both, lexicon), key=lambda r: r.score)
    return any(lexicon.post_suffix(piece.text) for piece in row.affiliation)


def _is_torn(item: Piece, reading: dict[Order, Row], lexicon: Lexicon) -> bool:
    """Tell whether *item* looks like the first half of a row."""
    return _best(reading) < _SURE and not lexicon.ends_organization(item.text)


def _best(reading: dict[Order, Row]) -> int:
    """Return the best score of a row's readings."""
    return max((row.score for row in reading.values()), default=0)


def _pick(reading: dict[Order, Row], order: Order) -> Row | None:
    """Return the row in *order*, unless the other order fits far better."""
    row = reading.get(order)
    other = max(reading.values(), key=lambda r: r.score, default=None)
    if other and (row is None or other.score >= row.score + _SURE):
        return other
    return row


def _organization(item: Piece, lexicon: Lexicon) -> Row | None:
    """Return a row that names an organization and nobody: オブザーバー 環境省."""
    text = item.text.lstrip("・-○ ")
    if not lexicon.ends_organization(text.split("(")[0].strip()):
        return None
    return Row(
        item, Order.NAME_FIRST, 1, affiliation=(item.part(len(item.text) - len(text)),)
    )


def _tells_of_attendance(text: str) -> bool:
    """Tell whether *text* tells how somebody came: ※上記のうち橘委員はオンライン."""
    return (
        is_told(text)
        or tells_stand_in(text)
        or bool(_ASIDE.match(text) and _ATTENDANCE.search(text))
        or (_ABSENT.match(text) is not None)
    )


def _is_remark(text: str) -> bool:
    """Tell whether *text* is a remark about the list and no row of it."""
    return bool(
        re.fullmatch(r"[\s(（]*計?\s*\d+\s*(?:名|人)[)）\s]*", text)
        or re.fullmatch(rf"(?:\s|{MARK})*", text)
        or re.search(
            r"敬称略|順不同|五十音順|別紙のとおり|別添のとおり|名簿のとおり", text
        )
        or _is_column_heads(text)
        or (_ASIDE.match(text) and not _ATTENDANCE.search(text))
        or text.endswith("に同じ")
        or re.sub(r"\s", "", text.strip("()。"))
        in {"なし", "無し", "該当なし", "他", "ほか", "以上", "無", "該当者なし"}
        or _ABSENT_COUNT.fullmatch(text)
    )
