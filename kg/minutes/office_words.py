"""Part the words of an affiliation as they belong together: 理事 / 製造部長."""

import re
from collections.abc import Iterator
from functools import reduce
from itertools import takewhile

from kg.minutes.lexicon import Lexicon
from kg.minutes.line import Piece
from kg.model import Role

_TOKEN = re.compile(
    r"(?:\([^()]{1,3}\))?[^\s()]+(?:\((?:株|有|同|一社|一財|公社|公財|国研|独|学|特非)\)[^\s()]*)*"
    r"(?:\((?:非常勤|常勤|兼任|兼務|併任)\)|(?<!長)\(指定管理者\))?"
)
CHARGE = re.compile(r"[^長]担当$|^担当$|^総括$|^主任$")
"""What a post is charged with: 審議官（医療研究担当）, 室長補佐（総括）."""
_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9&.,'\-]*")
# 公認会計士・小暮会計事務所
_CALLING = re.compile(r"[士師家]$")
_SECOND = re.compile(r"\((?:兼|併)\)(?=.)")
_JOINT_ALONE = re.compile(r"兼|併|及び|並びに|/|・")
# 執行役員CTO, 代表取締役CEO
_CHIEF = re.compile(r"(?<=[\u4e00-\u9fff])(?=C[A-Z0]{1,3}[O0]$)")
_JOINT = re.compile(r"[/・]|兼(?!務|任|業)|併任")


def split_words(piece: Piece, lexicon: Lexicon) -> Iterator[Piece]:
    """Give the words of *piece* as they belong together.

    A legal form alone joins its name (Cdots 合同会社), so do Latin words (Nordvik
    Water Japan合同会社); posts that ・ or 兼 joins are parted (取締役・製造部長).
    """
    words: list[Piece] = []
    for found in _TOKEN.finditer(piece.text):
        if _JOINT_ALONE.fullmatch(found.group()) or _is_aside(
            piece.text, found, lexicon
        ):
            continue
        word = _without_joint(piece.match(found))
        if words and _is_torn(words[-1].text, word.text, lexicon):
            words[-1] = words[-1].joined(word)
        else:
            words.append(word)
    words = _with_letters_joined(words, lexicon)
    held: Piece | None = None
    for i, word in enumerate(words):
        current = Piece(word.view, held.start, word.end) if held else word
        held = None
        following = words[i + 1].text if i + 1 < len(words) else ""
        if following and _joins(current.text, following, lexicon):
            held = current
            continue
        yield from _joined(current, lexicon)


def _is_torn(text: str, letter: str, lexicon: Lexicon) -> bool:
    """Tell whether a post is whole only with the *letter* behind a blank: 大学教 授."""
    post = lexicon.post_suffix(text + letter) if len(letter) == 1 else None
    return (
        post is not None
        and len(post) > 1
        and len(text) > 1
        and not lexicon.post_suffix(text)
        and not lexicon.ends_organization(text)
    )


def _with_letters_joined(words: list[Piece], lexicon: Lexicon) -> list[Piece]:
    """Return *words*, letters at their end that are a post joined: 理 事 長."""
    letters = list(takewhile(lambda word: len(word.text) == 1, reversed(words)))
    for size in range(len(letters), 1, -1):
        first, *others = words[-size:]
        post = reduce(Piece.joined, others, first)
        if size < len(words) and lexicon.post_suffix(post.text) == post.text:
            return [*words[:-size], post]
    return words


def _without_joint(word: Piece) -> Piece:
    """Return *word* without the sign that it is a second post: (兼)館長補佐."""
    found = _SECOND.match(word.text)
    return word.part(found.end()) if found else word


def _is_aside(text: str, word: re.Match[str], lexicon: Lexicon) -> bool:
    """Tell whether *word* stands in brackets and is no unit and no second post.

    It is the charge of the post before it, 課長補佐（学校給食班担当）, or what a body
    does here: 架空計画社（支援業務受託者）.
    """
    before, after = text[: word.start()].rstrip(), text[word.end() :]
    if not before.endswith("(") or after[:1] not in {"", ")"}:
        return False
    holder = before[:-1].rstrip()
    charged = CHARGE.search(word.group()) and lexicon.post_suffix(holder)
    minister = holder.endswith("大臣") and not lexicon.post_suffix(word.group())
    return bool(charged or minister) or lexicon.role(word.group()) is Role.WITNESS


def _joins(text: str, following: str, lexicon: Lexicon) -> bool:
    """Tell whether two words are one name that holds a blank."""
    if lexicon.is_legal_form(following) or lexicon.is_legal_form(text):
        return True
    if text.endswith("担当") and lexicon.post_suffix(following) == following:
        return True  # 企画担当　参事官 is one post
    latin = _LATIN.fullmatch(text.rsplit(" ", 1)[-1]) and _LATIN.match(following)
    ended = re.search(r"[ .](?:GmbH|Inc\.?|Ltd\.?|LLC|Corp\.?|AG|S\.A\.?)$", text)
    return bool(latin) and not ended and not lexicon.post_suffix(text)


def _joined(word: Piece, lexicon: Lexicon) -> tuple[Piece, ...]:
    """Cut *word* at ・ / 兼 behind a post: 理事・副学長, not 医務・衛生審議官."""
    parts: list[Piece] = []
    start = 0
    for found in (*_JOINT.finditer(word.text), *_CHIEF.finditer(word.text)):
        left, right = word.part(start, found.start()), word.part(found.end())
        joint = found.group()
        apart = left and _are_apart(left.text, right.text, lexicon)
        if apart or (left and joint == "/" and _is_body(left, right, lexicon)):
            parts.append(left)
            start = found.end()
    rest = word.part(start)
    post = rest.text.removesuffix("兼")  # 架空大臣兼 at the end of a line
    whole = post != rest.text and lexicon.post_suffix(post)
    return (*parts, rest.part(0, len(post)) if whole else rest)


def _is_body(post: Piece, body: Piece, lexicon: Lexicon) -> bool:
    """Tell whether a slash parts a *post* and another *body*: 教授/架空研究所."""
    held = lexicon.post_suffix(post.text) is not None
    return held and lexicon.ends_organization(body.text)


def _are_apart(left: str, right: str, lexicon: Lexicon) -> bool:
    """Tell whether a sign parts two posts, or a calling from a body or a post."""
    posts = lexicon.post_suffix(left) and lexicon.post_suffix(right)
    first = _JOINT.split(right)[0]
    calling = _CALLING.search(left) and (
        lexicon.ends_organization(right)
        or lexicon.post_suffix(right)
        or _CALLING.search(first)
    )
    return bool(posts or calling)
