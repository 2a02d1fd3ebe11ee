"""Read what a line says of the list it begins or holds, beside a group heading."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from kg.minutes.called import surname_cuts
from kg.minutes.group_head import GroupHead
from kg.minutes.lexicon import Lexicon
from kg.minutes.line import Line, Piece
from kg.minutes.noted import is_full_name, is_noted, sharing_note
from kg.minutes.row import read_rows

# (テレビ会議)橘委員、小暮委員
_MODE = re.compile(
    r"[-・■●○\s]*[(<【〈\[〔](?P<how>(?:会議室|会場|対面|来場|現地|オンライン|(?i:web)|ウェブ|リモート"
    r"|テレビ|ビデオ)(?:会議)?(?:による|での)?(?:参加|出席)?(?:者|委員)?)[)>】〉\]〕]\s*(?P<rest>.*)"
)
# (金森・河野・小田各委員)6名
_EACH = re.compile(
    r"\(?(?P<list>(?:[^()]|\([^()]\))*[^(\sの])\s*の?各"
    r"(?P<title>(?:臨時|専門|特別)?委員|構成員|議員|氏)\)?"
    r"\s*(?:(?:以上|計)?\d+名)?\s*(?:\([^()]*順\))?"
)
# 統計室:櫻井室長、阿部次長
_LABEL = re.compile(
    r"[-・●○■]?\s*(?P<label>[^\s:。、()][^:。、]{0,18}?)\s*:\s*(?P<rest>\S.*)"
)
_BULLET = re.compile(r"[・•○●\-]\s*\S")
# ◎　株式会社渚商会代表取締役　橘一葉: a chair above ○ and ・ heads no list
_MARKED = re.compile(r"[◎☆★※◇△]\s*\S")
_LONGEST = 14
_WIDEST = 20


def join_lists(lines: Sequence[Line], lexicon: Lexicon) -> tuple[Line, ...]:
    """Return *lines*, those that the end of a line cuts within a list joined.

    「池上委員、長谷 / 川（潤）委員、…」, 「大江委員長 / 代理、五十嵐委員」.
    """
    joined: list[Line] = []
    for line in lines:
        near = not line.after_blank or line.after_page
        if joined and near and _is_cut(joined[-1], line, lexicon):
            both = joined[-1].piece.joined(line.piece)
            joined[-1] = replace(joined[-1], piece=both)
        else:
            joined.append(line)
    return tuple(joined)


def _is_cut(above: Line, line: Line, lexicon: Lexicon) -> bool:
    """Tell whether the last of the list *above* goes on in *line*."""
    *whole, last = re.split("[、,]", above.text)
    if not whole or not last.strip() or line.indent < above.indent:
        return False
    if re.match("代理[、,)]|代理$", line.text):
        return True
    if _is_torn_title(last.strip(), line.text, lexicon):
        return True
    rest = re.split("[、,]", line.text)[0]
    torn = lexicon.role_suffix(last.strip() + rest)
    if torn and len(torn) > len(rest) and not lexicon.role_suffix(last.strip()):
        return True  # 佐和委 / 員、塩田委員
    titled = [lexicon.role_suffix(re.sub(r"\([^()]*\)", "", one)) for one in whole]
    first = re.split("[、,]", line.text)[0]
    bare = re.sub(r"\([^()]*\)", "", last).strip()
    return (
        all(titled)
        and not lexicon.role_suffix(bare)
        and lexicon.role_suffix(re.sub(r"\([^()]*\)", "", first)) is not None
        and lexicon.role(first) is None
    )


def _is_torn_title(last: str, below: str, lexicon: Lexicon) -> bool:
    """Tell whether a role without its name ends a line: 専門委員 / 小暮 律.

    The role itself may be cut: 専門 / 委員　小暮 律.
    """
    first, *others = below.split()
    if lexicon.title(last) is not None:
        return lexicon.title(first) is None
    torn = bool(others) and lexicon.title(first) is not None
    return torn and lexicon.title(last + first) is not None


def read_mode_prefix(piece: Piece) -> tuple[Piece, Piece] | None:
    """Return the words on how a list came and the list, of (テレビ会議)橘委員、…."""
    found = _MODE.fullmatch(piece.text)
    return (piece.match(found, "how"), piece.match(found, "rest")) if found else None


def read_each(piece: Piece, lexicon: Lexicon) -> list[Piece]:
    """Return the rows of 「(金森・河野・小田各委員)6名」, each with its title.

    One that has a title of its own keeps it: 「日野委員長、中里、高野の各委員」.
    """
    found = _EACH.match(piece.text)
    if not found or found.end() < len(piece.text):
        return []
    names = piece.match(found, "list")
    title = piece.match(found, "title")
    edges = [-1, *(m.start() for m in re.finditer("[・、,]", names.text))]
    parts = [names.part(a + 1, b) for a, b in pairwise([*edges, len(names.text)])]
    return [
        part if lexicon.role_suffix(part.text) else part.joined(title)
        for part in parts
        if part
    ]


def read_joined(piece: Piece, lexicon: Lexicon) -> list[Piece]:
    """Return the rows of 「有働 誠・仲村 さや」 and 「館長：相良／副館長：都丸」.

    So too 「環境部 部長 小暮 律／林政課 課長 橘 一葉」.
    """
    shared = sharing_note(piece, lexicon)
    if shared:
        return shared
    text = re.sub(r"\s*\(\d+名\)$", "", piece.text)
    for mark, fits in (
        ("・", is_full_name),
        ("・", _is_surname),
        ("/", _has_post),
        ("/", is_noted),
        ("/", _ends_in_holder),
        ("・", _ends_in_holder),
    ):
        edges = [-1, *(m.start() for m in re.finditer(mark, text))]
        parts = [piece.part(a + 1, b) for a, b in pairwise([*edges, len(text)])]
        if len(parts) > 1 and all(part and fits(part, lexicon) for part in parts):
            return [one for p in parts for one in read_joined(p, lexicon) or [p]]
    return []


def _is_surname(piece: Piece, lexicon: Lexicon) -> bool:
    """Tell whether the last word of *piece* is a surname: 主査　大城・上原."""
    words = piece.text.split()
    lead = len(words) == 1 or lexicon.title(words[0]) is not None
    return bool(words) and lead and lexicon.is_surname(words[-1])


def _ends_in_holder(piece: Piece, lexicon: Lexicon) -> bool:
    """Tell whether *piece* ends in a post and a full name: 課長 橘 一葉."""
    *_, post, family, given = ["", "", "", *piece.text.split()]
    named = lexicon.is_surname(family) and lexicon.is_given(given)
    return named and lexicon.post_suffix(post) is not None


def _has_post(piece: Piece, lexicon: Lexicon) -> bool:
    """Tell whether *piece* gives a post and, behind a colon, its holder."""
    post, colon, name = piece.text.partition(":")
    return bool(colon and name and lexicon.post_suffix(post.strip()))


def read_list_head(line: Line, following: Line, lexicon: Lexicon) -> GroupHead | None:
    """Return a heading in words of its own, known by the list that it heads.

    「統計室:櫻井室長、阿部次長」 and 「計量研」 above 「吉岡理事長、小菅理事」.
    """
    found = _LABEL.fullmatch(line.text)
    if found:
        label = line.piece.match(found, "label")
        rest = line.piece.match(found, "rest")
        post = lexicon.post_suffix(label.text)
        if post or lexicon.title(label.text) or "代理" in label.text:
            return None
        return _head(label, rest, lexicon) if _lists(rest, lexicon, 1) else None
    if _heads_bullets(line, following, lexicon):
        return _head(line.piece, None, lexicon)
    alone = len(line.text) <= _LONGEST and not re.search(r"[、。:()\s]", line.text)
    if not alone or "、" not in following.text or _is_person(line.piece, lexicon):
        return None
    return (
        _head(line.piece, None, lexicon)
        if _lists(following.piece, lexicon, 2)
        else None
    )


def _heads_bullets(line: Line, following: Line, lexicon: Lexicon) -> bool:
    """Tell whether rows with a bullet stand below *line*, which has none: 内閣府."""
    marked = _BULLET.match(line.text) or _MARKED.match(line.text)
    bullet = _BULLET.match(following.text) and not marked
    short = len(line.text) <= _WIDEST and not re.search(r"[、。:]", line.text)
    return bool(bullet) and short and not _is_person(line.piece, lexicon)


def _head(words: Piece, rest: Piece | None, lexicon: Lexicon) -> GroupHead:
    """Return *words* as the heading of a list, an organization if they name one.

    A note behind them is left out, but for the group that it names: （事務局）.
    """
    note = re.search(r"\s*\((?P<note>[^()]*)\)$", words.text)
    if note and note.start():
        inside = lexicon.group_role(note["note"])
        head = _head(words.part(0, note.start()), rest, lexicon)
        return replace(head, role=head.role or inside)
    role = lexicon.group_role(re.sub(r"\s", "", words.text))
    body = words if lexicon.ends_organization(words.text) else None
    return GroupHead(words.text, words, role, rest, bracketed=False, organization=body)


def _lists(piece: Piece, lexicon: Lexicon, least: int) -> bool:
    """Tell whether *piece* is a list of people, at least so many and nothing else."""
    if "。" in piece.text:
        return False
    edges = [-1, *(m.start() for m in re.finditer("、", piece.text))]
    cuts = [piece.part(a + 1, b) for a, b in pairwise([*edges, len(piece.text)])]
    parts = [part for part in cuts if part]
    people = [part for part in parts if _is_person(part, lexicon)]
    others = [part for part in parts if part.text not in {"他", "ほか", "外"}]
    return len(people) >= max(least, len(others))


def _is_person(piece: Piece, lexicon: Lexicon) -> bool:
    """Tell whether *piece* is what one person is called, or a full row."""
    text = piece.text
    if lexicon.called(text) > 0 or surname_cuts(text, lexicon):
        return True
    least, with_post = 5, 3
    return any(
        row.name
        and row.reading
        and (
            (row.score >= least and (row.reading.given or row.title))
            or (row.score >= with_post and row.post)
        )
        for row in read_rows(piece, lexicon)
    )
