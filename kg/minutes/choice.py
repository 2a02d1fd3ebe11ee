"""Choose the reading of each row: a list is printed in one order."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from kg.minutes.legend import Meaning, Sign
from kg.minutes.lexicon import Lexicon
from kg.minutes.line import Piece
from kg.minutes.note import Order, Row
from kg.minutes.regular import is_called, is_regular, read_regular
from kg.minutes.remark import (
    heads_signs,
    is_column_heads,
    is_remark,
    tells_of_attendance,
    without_categories,
)
from kg.minutes.strip import strip_row
from kg.minutes.wrapped import SURE, Item, join_wrapped
from kg.model import Role, Span

# 欠席者　なし
_NONE = re.compile(r"\s(?:なし|無し)$")
# 架空検討会（第６回）: the running head of a page
_SITTING = re.compile(r"第?\d+回")
_BRACKETED = re.compile(r"\([^()]*\)")
_FILLED = re.compile(r"事務(?:取扱|代理|心得)$")
_CROSSES, _CIRCLES = frozenset("×✕"), frozenset("○〇◯◎")
_LONGEST = 100  # characters that no organization on a row of its own has


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
    heads = next((item for item in items if is_column_heads(item.text)), None)
    remarks = tuple(item.span for item in items if _names_nobody(item, called=called))
    told = tuple(item for item in items if tells_of_attendance(item.text))
    listed = [
        item
        for item in items
        if not _names_nobody(item, called=called) and not tells_of_attendance(item.text)
    ]
    listed = without_categories(heads, listed)
    rows, unplaced = _rows(join_wrapped(listed, lexicon, called=called), lexicon)
    if heads and heads_signs(heads.text):
        rows = [_with_cross(row) for row in rows]
    settled: list[Row] = []
    for row in rows:
        one = _settled(row, rows, lexicon)
        if one:
            settled.append(one)
        else:
            unplaced.append(row.piece.span)
    return Choice(tuple(settled), remarks, told, tuple(sorted(unplaced)))


def _names_nobody(item: Piece, *, called: bool) -> bool:
    """Tell whether *item* is a remark, or a post that another office fills.

    地域創生室長　総合政策部長事務取扱 names nobody in a list where 君 ends each row.
    """
    return is_remark(item.text) or (called and _FILLED.search(item.text) is not None)


def _with_cross(row: Row) -> Row:
    """Return *row* with what × says in a column 出欠, and nowhere else.

    Of somebody who was there on another day (○ ×) it says nothing of the sitting.
    """
    crosses = [mark for mark in row.marks if mark.text in _CROSSES]
    if not crosses or any(mark.text in _CIRCLES for mark in row.marks):
        return row
    said = (Sign(Meaning.ABSENT, "×"), crosses[0])
    return replace(row, signs=(*row.signs, said))


def _rows(items: Sequence[Item], lexicon: Lexicon) -> tuple[list[Row], list[Span]]:
    """Return the rows of *items* in their common order, and where none is read.

    In a list of which most rows are sure, an unsure one is a row too.
    """
    order = _common_order(items)
    likely = sum(1 for item in items if item.score >= SURE)
    least = 1 if 2 * likely > len(items) else SURE
    rows: list[Row] = []
    unplaced: list[Span] = []
    picked = [_pick(item, order) for item in items]
    regular = is_regular(picked, [item.piece for item in items], SURE, lexicon)
    for item, row in zip(items, picked, strict=True):
        unread = row is None or row.score < least
        known = None
        if regular and unread:
            known = read_regular(item.piece, lexicon) or _likely(row)
        if known:
            rows.append(known)
        elif row and (
            _swallows(row, lexicon) or _is_told_of(row) or _is_grid(row, lexicon)
        ):
            unplaced.append(item.piece.span)
        elif row and row.score >= least and row.name:
            rows.append(row)
        elif organization := _organization(item.piece, lexicon):
            rows.append(organization)
        else:
            unplaced.append(item.piece.span)
    return rows, unplaced


def _likely(row: Row | None) -> Row | None:
    """Return an unsure *row* that is a surname with a post, too: 石動審議官."""
    return row if row and row.score > 0 and is_called(row) else None


def _common_order(items: Sequence[Item]) -> Order:
    """Return the order in which *items* read best together."""
    totals = {
        order: sum(item.rows[order].score for item in items if order in item.rows)
        for order in Order
    }
    return max(Order, key=lambda order: (totals[order], order is Order.NAME_FIRST))


def _pick(item: Item, order: Order) -> Row | None:
    """Return the row in *order*, unless the other order fits far better.

    朝 is no row, but the end of a name that a narrow column cuts.
    """
    text = item.piece.text
    bare = _BRACKETED.sub("", text)  # 橘 一葉（途中で会長に選出。）
    if len(text) == 1 or "。" in (bare or text) or _NONE.search(text):
        return None
    row = item.rows.get(order)
    other = max(item.rows.values(), key=lambda r: r.score, default=None)
    if other and (row is None or other.score >= row.score + SURE):
        return other
    return row


def _is_grid(row: Row, lexicon: Lexicon) -> bool:
    """Tell whether letters apart are more names than one: 阿 川 久 安 西 言 枝.

    A name has up to six letters, and no letter of another is its office.
    """
    most = 6
    words = row.piece.text.split()
    office = [word for piece in row.affiliation for word in piece.text.split()]
    letters = sum(len(word) == 1 for word in office)
    if len(words) <= most or not office or 4 * letters < 3 * len(office):
        return False
    whole = "".join(office)
    return not (lexicon.post_suffix(whole) or lexicon.ends_organization(whole))


def _is_told_of(row: Row) -> bool:
    """Tell whether a sentence or a heading is left: 「徳永委員は御欠席」, 「町:」."""
    return any(
        re.match("[はがもを]", piece.text) or re.search(r"\w:", piece.text)
        for piece in row.affiliation
    )


def _swallows(row: Row, lexicon: Lexicon) -> bool:
    """Tell whether another full name stands among the words for the office.

    「知事　藤田 雄一　副知事　瀬川 克己」 read as one row would make the one an office
    of the other: nobody is better than that.
    """
    return any(
        lexicon.is_surname(a) and lexicon.is_given(b) and len(a + b) > len("姓名")
        for piece in row.affiliation
        for a, b in pairwise(piece.text.split())
    )


def _organization(item: Piece, lexicon: Lexicon) -> Row | None:
    """Return a row that names an organization and nobody: オブザーバー 環境省."""
    if len(item.text) > _LONGEST or _SITTING.search(item.text):
        return None
    text = item.text.lstrip("・-○ ")
    row, words = strip_row(item.part(len(item.text) - len(text)), lexicon)
    title, words = _group_before(words, lexicon)
    if not words:
        return None
    name = Piece(words[0].view, words[0].start, words[-1].end)
    if not lexicon.ends_organization(name.text):
        return None
    affiliation = (name, *row.affiliation)
    return replace(row, piece=item, score=1, title=title, affiliation=affiliation)


def _group_before(
    words: tuple[Piece, ...], lexicon: Lexicon
) -> tuple[Piece | None, tuple[Piece, ...]]:
    """Return the group that heads an organization on its line, and the other words.

    関係省庁　架空省 河川課: the group is no part of the name.
    """
    for size in range(min(4, len(words) - 1), 0, -1):
        if lexicon.role("".join(word.text for word in words[:size])):
            title = Piece(words[0].view, words[0].start, words[size - 1].end)
            return title, words[size:]
    return None, words


def _settled(row: Row, rows: Sequence[Row], lexicon: Lexicon) -> Row | None:
    """Return *row*, or its rival, or None where the list decides for neither.

    委員長谷川　一郎君 is 委員 長谷川 where somebody else is 委員長, and 委員長 谷川
    where he heads a list without one. A given name alone makes no chair.
    """
    if row.rival is None:
        return row
    chairs = [one for one in (row, row.rival) if _heads(one, lexicon)]
    others = [one for one in (row, row.rival) if one not in chairs]
    if len(chairs) != 1:
        return None
    if any(one.rival is None and _heads(one, lexicon) for one in rows):
        return others[0]
    chair = chairs[0]
    whole = chair.reading is not None and chair.reading.given is not None
    return chair if row is rows[0] and whole else None


def _heads(row: Row, lexicon: Lexicon) -> bool:
    """Tell whether *row* gives the word for a chair."""
    return row.title is not None and lexicon.title(row.title.text) is Role.CHAIR
