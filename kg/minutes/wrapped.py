"""Join the items of a list that a line's end cuts: 特別調 / 査室長 弥富木 篤君."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.minutes.lexicon import Lexicon
from kg.minutes.line import Piece
from kg.minutes.name import read_name
from kg.minutes.note import Order, Row
from kg.minutes.row import read_rows
from kg.minutes.stacked import stack
from kg.model import Basis

SURE = 3
"""Points of a row that is one, whatever stands around it."""

# 厚生労働大臣　欠席, 消防長　○○, 副会長（欠員）, 農政課長　欠席（代理　小暮　律）,
# 都市整備部長　（欠席。代理　公園緑地課長　小暮　律）
_VACANT = re.compile(
    r"(?:\((?:欠席|欠員|空席)[。、\s][^()]*\)|(?:欠席|欠員|空席)\s*\([^()]*\)|欠席|出席|欠員|空席|なし|不在|調整中|未定|[○〇]{2,}|同上(?:\([^()]*\))?)\)?$"
)
_SEATING = re.compile(r"(?:委員会|調査会|審査会|議院)$")
_ALSO = ("兼", "(兼")


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list, with the best row of each order in which it may be read."""

    piece: Piece
    rows: Mapping[Order, Row]

    @property
    def score(self) -> int:
        """The best score of the readings."""
        return max((row.score for row in self.rows.values()), default=0)

    @property
    def ends_in_name(self) -> bool:
        """Tell whether a name of two parts ends the item: 瑞慶覧　長."""
        return any(
            row.name is not None
            and row.name.end == self.piece.end
            and row.reading is not None
            and row.reading.split is Basis.STATED
            for row in self.rows.values()
        )


def join_wrapped(
    pieces: Iterable[Piece], lexicon: Lexicon, *, called: bool
) -> list[Item]:
    """Return the items, those cut by the end of a line joined, with their readings.

    特別調 / 査室長 弥富木 篤君: the first line is neither a name nor an organization,
    and with the second it is a row that reads better than the second alone. In a
    list where 君 ends each row (*called*) a line without it goes on.
    """
    joined: list[Item] = []
    awaited = -1
    for piece in pieces:
        item = _read(piece, lexicon)
        between = awaited == len(joined) - 2 >= 0
        if between and _awaits(joined[-1], piece, lexicon):
            between = False  # 副長官 / 渚 葵君 / 副大臣 / 橘 一葉君
        if between or not joined or not _is_below(joined[-1].piece, piece):
            joined.append(item)  # 農政課長 / 中川 博視 / 事務局長: a post after a row
            continue
        above = joined[-1]
        torn_name = called and _goes_on_as_name(above, piece, lexicon)
        if (len(piece.text) == 1 and above.ends_in_name) or torn_name:
            joined[-1] = _read(above.piece.joined(piece), lexicon)  # 瑞慶覧　長 / 朝
            continue
        open_row = called and _is_open(above) and not _heads_seats(above, item, lexicon)
        whole = (
            stack(above.piece, piece, lexicon)
            if open_row
            else _with_above(above, item, lexicon)
        )
        if whole is None:
            joined.append(item)
            continue
        if _awaits(above, piece, lexicon):
            awaited = len(joined) - 1
        joined[-1] = _read(whole, lexicon)
    return joined


def _goes_on_as_name(above: Item, below: Piece, lexicon: Lexicon) -> bool:
    """Tell whether *below* ends the given name of *above*: 長谷部　　百 / 合君.

    君 ends each row of the list, and stands here behind a letter or two that are
    nobody's surname.
    """
    rest = below.text.removesuffix("君")
    if rest == below.text or above.piece.text.endswith("君") or not above.ends_in_name:
        return False
    if len(rest) == 1:
        return True
    short = len(rest) <= len("合子") and not re.search(r"\s", rest)
    return short and not lexicon.is_surname(rest)


def _read(piece: Piece, lexicon: Lexicon) -> Item:
    """Return *piece* with the best row of each order."""
    return Item(piece, {row.order: row for row in read_rows(piece, lexicon)})


def _is_below(above: Piece, piece: Piece) -> bool:
    """Tell whether *piece* stands on a later line than *above*."""
    return "\n" in piece.view.text[above.end : piece.start]


def _with_above(above: Item, item: Item, lexicon: Lexicon) -> Piece | None:
    """Return *item* joined to the line *above* that it completes, or None."""
    text = above.piece.text
    end = above.piece.end
    if _VACANT.search(text) or above.piece.view.text[end : end + 1] in {"、", ","}:
        return None  # 保健課長 ゴトウ、 / 同課係長 渚: the comma ends the first
    if _awaits(above, item.piece, lexicon):
        return above.piece.beside(item.piece)
    if above.score >= SURE or lexicon.ends_organization(text):
        return None
    post = lexicon.post_suffix(re.sub(r"\s", "", text)) is not None
    whole = any(row.affiliation and row.score >= SURE for row in item.rows.values())
    if whole and (post or (text[0] == "(" and text[-1] == ")")):
        return None  # （福祉事務所長）, 兼研究所長: of nobody further down
    both = above.piece.joined(item.piece)
    better = _read(both, lexicon).score >= max(item.score, SURE)
    return both if better and _ends_whole(both, lexicon) else None


def _awaits(above: Item, below: Piece, lexicon: Lexicon) -> bool:
    """Tell whether a post on a line of its own awaits the name *below* it.

    北見台開拓農業協同組合長 / 松尾　亀吉君, 農 政 課 長 / 中 川 博 視.
    """
    text = above.piece.text
    post = re.sub(r"\s", "", text)
    called = below.text.endswith("君")
    if post.startswith(_ALSO) or text.endswith("君") or not lexicon.post_suffix(post):
        return False
    if called:
        bare = below.part(0, len(below.text) - len("君"))
        return read_name(bare, lexicon).score >= SURE
    reading = read_name(below, lexicon)
    return above.score < SURE < reading.score and reading.given is not None


def _ends_whole(both: Piece, lexicon: Lexicon) -> bool:
    """Tell whether a joined row has a post or organization across the joint."""
    row = max(read_rows(both, lexicon), key=lambda r: r.score)
    return any(lexicon.post_suffix(piece.text) for piece in row.affiliation)


def _is_open(above: Item) -> bool:
    """Tell whether a row goes on below, where 君 ends each: no name ends this line."""
    text = above.piece.text
    # 橘 一葉君（代理　渚 葵君）
    ended = _VACANT.search(text) is not None or text.endswith(("君", "君)", "〃"))
    return not (ended or text.startswith(_ALSO) or above.ends_in_name)


def _heads_seats(above: Item, item: Item, lexicon: Lexicon) -> bool:
    """Tell whether a committee or house stands above the seats that it has.

    地域金融委員会 / 委員長　中村 はやと君; a ministry is the office of the one below.
    """
    text = above.piece.text
    seated = any(
        row.title and lexicon.title(row.title.text) for row in item.rows.values()
    )
    body = _SEATING.search(text) is not None
    return body and seated and not lexicon.is_ministry(text)
