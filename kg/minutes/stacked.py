"""Put posts of one person that stand on several lines one behind the other."""

import re

from kg.minutes.lexicon import Lexicon
from kg.minutes.line import Piece
from kg.minutes.name import read_name

_MORE = re.compile(r"兼(?:任|務|ねて)?\s*(?=\S)")


def stack(above: Piece, item: Piece, lexicon: Lexicon) -> Piece:
    """Return two lines of one person's posts, in a list where 君 ends each row.

    財務大臣 / 国務大臣 / （内閣府特命担 / 当大臣（金融） / ）　鈴木　俊一君: a whole
    post is parted from the next, a torn one joined.
    """
    bare = item.part(0, len(item.text.rstrip("君 ")))
    if read_name(bare, lexicon).given and not re.search(r"[^\s\w]", bare.text):
        return above.beside(item)  # the name, whatever the line above ends with
    also = _MORE.match(item.text)
    if also:
        return above.beside(item.part(also.end()))  # 内閣府副大臣 / 兼財務副大臣
    whole = above.text.count("(") == above.text.count(")")
    unit = "大臣官房" in (above.text[-3:] + item.text)[:6]
    post = lexicon.post_suffix(above.text)
    torn = unit or is_torn_post(above, item, lexicon)
    apart = whole and post and item.text[0] not in "()" and not torn
    return above.beside(item) if apart else above.joined(item)


def side_by_side(cells: tuple[Piece, ...], lexicon: Lexicon) -> Piece:
    """Return the cells of one row as one, a post that is torn over two put together."""
    row, last = cells[0], cells[0]
    for cell in cells[1:]:
        also = _MORE.match(cell.text)
        if is_torn_post(last, cell, lexicon):
            row = row.joined(cell)
        else:
            row = row.beside(cell.part(also.end()) if also else cell)
        last = cell
    return row


def is_torn_post(above: Piece, below: Piece, lexicon: Lexicon) -> bool:
    """Tell whether a known post lies over the end of a line: 国土交通大臣 / 政務官."""
    post = lexicon.gazetteer.post_suffix(above.text + below.text)
    return (
        post is not None
        and lexicon.post_suffix(above.text) is not None
        and lexicon.post_suffix(below.text) == below.text
        and post.start < len(above.text)
    )
