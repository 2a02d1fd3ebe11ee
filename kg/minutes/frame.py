"""Take off a row who sat there for whom, and a post that nobody holds."""

import re
from dataclasses import dataclass
from itertools import pairwise

from kg.minutes.called import surname_cuts
from kg.minutes.lexicon import Lexicon
from kg.minutes.line import Piece
from kg.minutes.name import read_name

# 鈴木 花子　代理出席者：山田 三郎 / 高橋 健→代理 中村 四郎 / 港 健（代）岸 和也 /
# 伊藤 收（欠席）代理　副村長 中村 修 / 伊藤 学　※小林課長が代理出席
_TRAILING = re.compile(
    r"""(?P<who>\S.*?)
    (?:\s*\(欠席\)\s*代理(?:者|人)?|\s+※?\s*代理(?:出席)?(?:者|人)?(?=[\s:])
      |\s*→\s*代理(?:出席)?(?:者)?|\s*\(代(?:理(?:出席)?)?\)(?=\S)|\s*※(?=\S+が代理出席$))
    \s*:?\s*(?P<proxy>[^()\s※].*?)(?:が代理出席)?""",
    re.VERBOSE,
)
# 小林委員代理　大橋 学 / 小林委員代理・大橋氏（架空省） /
# 伊藤 学委員の代理として小林 五郎
_STANDING = re.compile(
    r"(?P<principal>\S.{0,10}?(?:委員|構成員|議員))"
    r"(?:代理(?:\s+|[・:]\s*)|の代理(?:として|で)?、?\s*)(?P<who>[^\s(:・].*)"
)
# 架空省　河川課長（代理：渚 主査）: a post whose holder is not named /
# 河川課長　欠席（代理　主査　渚 葵） / 河川課長（欠席。代理　主査　渚 葵）
_FOR_POST = re.compile(
    r"(?P<post>[^()]+?)\s*(?:\(代理(?:出席)?(?:者)?\s*[:、]\s*"
    r"|(?:欠席\s*\(|\(欠席[。、\s]\s*)代理(?:出席)?(?:者)?\s*[:、\s]\s*)"
    r"(?P<who>[^()]+)\)"
)
# 消防長　欠席　消防次長　横山 勉 / 公安委員長（欠席）　警察本部長　三島 健 /
# 農林課長（代理）　　監査委員　野沢 稔
_VACANT = re.compile(
    r"""(?P<post>[^()]+?)\s*
    (?:\((?:欠席|空席|欠員|休暇|不在|出張|代理|[^()]*(?:調整中|未定|事務取扱))\)(?:\s+|(?=代理))
      |\s(?:欠席|空席|欠員|休暇|不在|調整中|未定)\s+)
    (?P<rest>\S.*)""",
    re.VERBOSE,
)
# 消防長（代理　消防次長）　堀 浩一: the post in brackets is his
_OWN_POST = re.compile(
    r"[^()]+\(代理(?:出席)?(?:者)?\s*:?\s*(?P<post>[^()\s]+)\)\s*(?P<name>[^()]+)"
)
# 架空省大臣官房審議官　代理　河川課長　渚 葵: the post of nobody, and who came for it
_BETWEEN = re.compile(
    r"(?P<post>[^()]+?)\s+代理(?:出席)?(?:者)?\s*(?:[:、]\s*|\s)(?P<who>\S.*)"
)
# 委員（代理）小暮 律（架空省主査）: for whom is not said
_ROLE = re.compile(r"(?P<role>[^()\s]{2,8})\s*\(代(?:理(?:出席)?)?\)\s*(?P<who>\S.*)")
_LEADING = re.compile(r"代理(?:出席)?(?:者)?\s*:?\s+(?P<who>\S.*)")
# １番　橘 一葉（架空町長）
_OFFICE_BEHIND = re.compile(r"(?<=\S)\s*\((?!代|欠)[^()]+\)$")
_SEAT = re.compile(r"\d{1,3}番\s*")
_TITLE = re.compile(r"(?:委員|構成員|議員|会長|座長|氏|君|様)$")


@dataclass(frozen=True, slots=True)
class Frame:
    """A row without its frame: *core*, the *proxy* or the *principal* it names.

    *stands_in* tells that the row is a proxy, for somebody whom it does not name.
    """

    core: Piece
    proxy: Piece | None = None
    principal: Piece | None = None
    stands_in: bool = False

    @property
    def is_framed(self) -> bool:
        """Tell whether the row says who sat there for whom."""
        return self.stands_in or bool(self.proxy or self.principal)


def read_frame(piece: Piece, lexicon: Lexicon) -> Frame:
    """Return *piece* with what says who sat there for whom set apart.

    A post without a holder before another row （消防長　欠席　消防次長　横山） is left
    out: it says nothing of the one who follows.
    """
    trailing = _TRAILING.fullmatch(piece.text)
    if trailing and _ends_in_name(piece.match(trailing, "who"), lexicon):
        return Frame(piece.match(trailing, "who"), piece.match(trailing, "proxy"))
    core = _seated(piece, lexicon)
    if core:
        return Frame(core, stands_in=True)
    alone = _LEADING.fullmatch(piece.text)
    who = piece.match(alone, "who") if alone else _for_post(piece, lexicon)
    if who:
        return Frame(who, stands_in=True)
    standing = _STANDING.fullmatch(piece.text)
    if standing:
        who = piece.match(standing, "who")
        return Frame(who, principal=piece.match(standing, "principal"))
    vacant = _VACANT.fullmatch(piece.text)
    post = re.sub(r"\s", "", vacant["post"]) if vacant else ""
    if vacant and lexicon.post_suffix(post) and not _names(vacant["post"], lexicon):
        return read_frame(piece.match(vacant, "rest"), lexicon)
    return Frame(piece)


def _seated(piece: Piece, lexicon: Lexicon) -> Piece | None:
    """Return role or post and name of a proxy, whose principal no word names."""
    seat = _ROLE.fullmatch(piece.text)
    if seat and lexicon.title(seat["role"]):
        return piece.match(seat, "role").beside(piece.match(seat, "who"))
    own = _OWN_POST.fullmatch(piece.text)
    if own and lexicon.post_suffix(own["post"]) and not lexicon.called(own["post"]):
        return piece.match(own, "post").beside(piece.match(own, "name"))
    return None


def _ends_in_name(piece: Piece, lexicon: Lexicon) -> bool:
    """Tell whether words end in a name, with a title of the meeting or without."""
    found = _TITLE.search(piece.text)
    bare = piece.part(0, found.start()) if found else piece
    office = _OFFICE_BEHIND.search(bare.text)
    bare = bare.part(0, office.start()) if office else bare
    seat = _SEAT.match(bare.text)
    bare = bare.part(seat.end()) if seat else bare
    words = list(re.finditer(r"\S+", bare.text))
    pair = bare.part(words[-2].start()) if len(words) > 1 else bare
    return any(read_name(one, lexicon).given is not None for one in (pair, bare)) or (
        found is not None and bool(bare)
    )


def _for_post(piece: Piece, lexicon: Lexicon) -> Piece | None:
    """Return who came for a post of nobody: 架空省　河川課長（代理：渚 主査）.

    The ministry is that of both.
    """
    found = _FOR_POST.fullmatch(piece.text) or _between(piece, lexicon)
    if not found or not _is_post_alone(found["post"], lexicon):
        return None
    who = piece.match(found, "who")
    top = found["post"].split()[0]
    top = top[: lexicon.known_start(top)] or top  # 架空省大臣官房審議官
    return piece.part(0, len(top)).beside(who) if lexicon.is_ministry(top) else who


def _between(piece: Piece, lexicon: Lexicon) -> re.Match[str] | None:
    """Return the parts of 「企画局長　代理　河川課長　渚 葵」, None for other words.

    部長　代理　渚 葵 may be one post, and says of nobody that he stands in.
    """
    found = _BETWEEN.fullmatch(piece.text)
    words = found["who"].split() if found else []
    return found if len(words) > 1 and lexicon.post_suffix(words[0]) else None


def _is_post_alone(text: str, lexicon: Lexicon) -> bool:
    """Tell whether *text* is an office and a post, and calls nobody: 河川課長."""
    words = text.split()
    post = words[-1]
    called = lexicon.called(post) > 0 or bool(surname_cuts(post, lexicon))
    named = any(lexicon.is_surname(word) for word in words)
    return lexicon.post_suffix(post) is not None and not called and not named


def _names(text: str, lexicon: Lexicon) -> bool:
    """Tell whether a full name stands in *text*: then it is no post alone."""
    return any(
        lexicon.is_surname(a) and lexicon.is_given(b) for a, b in pairwise(text.split())
    )
