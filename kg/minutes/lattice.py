"""Part a line on which several people stand with nothing but blanks between.

「委員　藍川誠　磯部久」, 「町　長　橘 一葉　教 育 長　渚」: the words are labelled as
role, post, organization or name, so that the whole line makes most sense, and a
row begins wherever another person does.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from kg.minutes.called import surname_cuts
from kg.minutes.lexicon import Lexicon
from kg.minutes.line import Piece
from kg.minutes.name import read_name
from kg.minutes.row import read_rows
from kg.morphology import boundaries, is_common

_WORD = re.compile(r"\([^()]*\)|[^\s(]+")
_SEAT = re.compile(r"(?:\d{1,3}|[〇一二三四五六七八九十百]{1,4})番")
_NUMBER = re.compile(r"\(?\d{1,2}\)?")
_MARKS = re.compile(r"^[◎○◯●☆★※*#†△▲]+|[◎○◯●☆★※*#†△▲]+$")
_LEAD = re.compile(r"^[◎○〇◯●☆★※*#†△▲]+")
_BEHIND_NOTE = re.compile(r"(?<=\))[\s、]+(?=[^\s(、])")
_SAME = re.compile(r"同[省庁府局部課室院社所校]")  # 同課主幹
_WIDEST = 9
_LEAST = 4.0
"""Points of a name that the dictionary knows as one."""


class Tag(StrEnum):
    """What a run of words is."""

    TITLE = "title"
    POST = "post"
    BODY = "body"
    NAME = "name"
    SURNAME = "surname"
    NOTE = "note"
    SEAT = "seat"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Run:
    """Words `first` to `last` (exclusive) read as *tag*, with points for it."""

    first: int
    last: int
    tag: Tag
    points: float


def part_people(piece: Piece, lexicon: Lexicon) -> tuple[Piece, ...]:
    """Return the rows on the line *piece*, each with one person; else the line.

    A line stays whole if one row explains it: no full name stands beside the one
    that the row has.
    """
    printed = [piece.match(found) for found in _WORD.finditer(piece.text)]
    most = 40
    if not 1 < len(printed) <= most:
        return (piece,)
    noted = _noted(piece, lexicon)
    if len(noted) > 1:
        return tuple(row for part in noted for row in part_people(part, lexicon))
    if all(_is_called(word.text, lexicon) for word in printed):
        return tuple(printed)  # 浜名地球環境局長 松江環境管理局長
    words = [_unmarked(word) for word in printed]
    marked = frozenset(
        i for i, word in enumerate(words) if word.start > printed[i].start
    )
    runs = _best(words, marked, lexicon)
    starts = _starts(runs)
    odd = any(
        run.tag is Tag.OTHER and not _stands_as_post(i, runs)
        for i, run in enumerate(runs)
    )
    if len(starts) <= 1 or odd or not _another(piece, words, runs, lexicon):
        return (piece,)
    edges = [*(printed[run.first].start for run in starts), printed[-1].end]
    edges[0] = piece.start
    return tuple(Piece(piece.view, a, b).part(0) for a, b in pairwise(edges))


def _another(
    piece: Piece, words: list[Piece], runs: list[Run], lexicon: Lexicon
) -> bool:
    """Tell whether a name stands outside that of the best single row.

    It is a full name, or a surname behind a post: 健康部長　衣笠　健康推進課長　楠本.
    """
    row = max(read_rows(piece, lexicon), key=lambda row: row.score, default=None)
    if row is None or row.name is None:
        return True
    sure = [run for run in _named(runs) if run.points > 0]
    return any(
        (run.tag is Tag.NAME or len(sure) > 1)
        and (
            words[run.first].start >= row.name.end
            or words[run.last - 1].end <= row.name.start
        )
        for run in sure
    )


def _stands_as_post(place: int, runs: list[Run]) -> bool:
    """Tell whether an unknown word stands between two names: 出納長, 受託者."""
    around = runs[place - 1 : place] + runs[place + 1 : place + 2]
    return len(around) == len("前後") and all(run.tag is Tag.NAME for run in around)


def _noted(piece: Piece, lexicon: Lexicon) -> tuple[Piece, ...]:
    """Return the rows of 「青山 直（青山学舎）　飯島 奏（弁護士）」, each with its note."""
    cuts = [found.end() for found in _BEHIND_NOTE.finditer(piece.text)]
    if not cuts:
        return ()
    edges = [0, *cuts, len(piece.text)]
    parts = [piece.part(a, b) for a, b in pairwise(edges)]
    for part in parts:
        name = part.part(0, part.text.index("(") if "(" in part.text else None)
        rows = [row for row in read_rows(name, lexicon) if row.name]
        full = any(row.reading and row.reading.given for row in rows)
        if not full or ("(" not in part.text and part is not parts[-1]):
            return ()
    return tuple(parts)


def _is_called(text: str, lexicon: Lexicon) -> bool:
    """Tell whether *text* is what one person is called: 橘委員, 浜名地球環境局長."""
    return lexicon.called(text) > 0 or bool(surname_cuts(text, lexicon))


def _cost(before: list[Run], run: Run) -> float:
    """Return what one more run costs; a post right behind a post costs more."""
    doubled = before and before[-1].tag is run.tag is Tag.POST
    return 4.0 if doubled else 1.0


def _unmarked(word: Piece) -> Piece:
    """Return *word* without the mark before it: ◎高木 is 高木; a mark alone stays."""
    found = _LEAD.match(word.text)
    rest = word.part(found.end()) if found else word
    return rest or word


def _best(
    words: list[Piece], marked: frozenset[int], lexicon: Lexicon
) -> list[Run]:
    """Return the runs that read *words* with most points; the longer run on a tie.

    A word that is *marked* (◎高木) begins a run.
    """
    # a flattened page has one width of blank: what needs fewest runs is most likely
    price = 1.0 if _is_uniform(words) else 0.0
    best: list[tuple[float, list[Run]]] = [(0.0, [])]
    for end in range(1, len(words) + 1):
        options = [
            (
                best[run.first][0] + run.points - price * _cost(best[run.first][1], run),
                [*best[run.first][1], run],
            )
            for run in _runs(words, end, lexicon)
            if not marked & set(range(run.first + 1, run.last))
        ]
        best.append(max(options, key=lambda option: option[0]))
    return best[-1][1]


def _runs(words: list[Piece], end: int, lexicon: Lexicon) -> Iterator[Run]:
    """Give every run that ends before word *end*."""
    for first in range(max(0, end - _WIDEST), end):
        some = words[first:end]
        texts = [_MARKS.sub("", word.text) for word in some]
        if len(some) == 1:
            yield from _single(some[0], texts[0], first, lexicon)
        spaced = all(len(text) == 1 for text in texts)
        mixed = _is_mostly_spaced(texts) and _is_apart(words, first, end)
        if len(some) > 1 and (
            mixed or (spaced and not _is_torn(words, first, end, slack=1))
        ):
            yield from _spaced("".join(texts), first, end, lexicon)
        certain = spaced and len(some) > len("姓名") and _is_known(texts, lexicon)
        torn = spaced and len(some) > 1 and _is_torn(words, first, end)
        if len(some) > 1 and (not torn or (certain and not _goes_on(words, end))):
            points = _name_points(some, texts, lexicon)
            if points and spaced and _is_uniform(words):
                points = _flattened_points(points, "".join(texts), lexicon)
            if points:
                yield Run(first, end, Tag.NAME, points)


def _is_uniform(words: list[Piece]) -> bool:
    """Tell whether all blanks have one width, so that none of them tells anything."""
    return len({b.start - a.end for a, b in pairwise(words)}) == 1


def _is_known(texts: list[str], lexicon: Lexicon) -> bool:
    """Tell whether the dictionary parts letters as one name: 丸 山 一 也."""
    return lexicon.split_name("".join(texts)) is not None


def _goes_on(words: list[Piece], end: int) -> bool:
    """Tell whether another letter follows as closely: the name may be longer."""
    if end >= len(words) or len(words[end].text) > 1:
        return False
    inner = words[end - 1].start - words[end - 2].end
    return words[end].start - words[end - 1].end <= inner


def _is_apart(words: list[Piece], first: int, end: int) -> bool:
    """Tell whether the blanks around words are wider than those between them."""
    gaps = {b.start - a.end for a, b in pairwise(words[first:end])} or {0}
    inner = max(gaps)
    if len(gaps) > 1:
        return False
    before = words[first].start - words[first - 1].end if first else inner + 1
    after = words[end].start - words[end - 1].end if end < len(words) else inner + 1
    return min(before, after) > inner


def _is_torn(words: list[Piece], first: int, end: int, *, slack: int = 0) -> bool:
    """Tell whether letters apart are cut off from more of the same: 企 画 | 課 長.

    The blank around them is then no wider than the narrowest between them; for a
    known role or post (委 員 萩 京子) it may be as wide, with *slack* 1.
    """
    if _is_uniform(words):
        return False
    inner = -slack + min(b.start - a.end for a, b in pairwise(words[first:end]))
    letter = [len(word.text) == 1 for word in words]
    before = first > 0 and letter[first - 1]
    after = end < len(words) and letter[end]
    return (before and words[first].start - words[first - 1].end <= inner) or (
        after and words[end].start - words[end - 1].end <= inner
    )


def _single(word: Piece, text: str, first: int, lexicon: Lexicon) -> Iterator[Run]:
    """Give the readings of one word."""
    end = first + 1
    if text.startswith(("(", "【")):
        yield Run(first, end, Tag.NOTE, 0.5)
    elif _SEAT.fullmatch(text) or _NUMBER.fullmatch(text):
        yield Run(first, end, Tag.SEAT, 0.5)
    else:
        yield Run(first, end, Tag.OTHER, -2.0)
    if lexicon.role(text) or text in {"同", "〃"}:
        yield Run(first, end, Tag.TITLE, 3.0)
    called = lexicon.called(text)
    if called:
        yield Run(first, end, Tag.NAME, called)
    elif lexicon.post_suffix(text):
        yield Run(first, end, Tag.POST, 3.0 if _SAME.match(text) else 2.0)
    if lexicon.ends_organization(text):
        yield Run(first, end, Tag.BODY, 2.0)
    reading = read_name(word.part(0, len(word.text)), lexicon)
    if "・" in text and reading.score > _LEAST:
        yield Run(first, end, Tag.NAME, 4.5)  # ジョン・スミッソン
    elif reading.given:
        # three letters without a blank are often a surname: 葛生川 太一
        points = {2: 1.0, 3: 2.0}.get(len(text), 3.5)
        yield Run(first, end, Tag.NAME, points)
    elif reading.score:
        # one letter beside a full name is more often its half: 田 中　元三郎
        known = reading.score > 1 and len(text) > 1
        yield Run(first, end, Tag.SURNAME, 1.0 if known else -0.5)


def _begins_torn(text: str, stem: str, lexicon: Lexicon) -> bool:
    """Tell whether a post begins within a name: 嗣|建設課参事, 一雄|課長."""
    if not stem:
        return False
    named = lexicon.is_given(stem) or lexicon.is_surname(stem)
    return 1 in boundaries(text) or (named and not is_common(stem))


def _is_mostly_spaced(texts: list[str]) -> bool:
    """Tell whether single letters lead to a last word: 監 査 事務局長."""
    return len(texts[-1]) > 1 and all(len(text) == 1 for text in texts[:-1])


def _spaced(text: str, first: int, end: int, lexicon: Lexicon) -> Iterator[Run]:
    """Give the readings of single letters with blanks between: 教 育 長."""
    post = lexicon.gazetteer.post_suffix(text)
    if lexicon.role(text):
        yield Run(first, end, Tag.TITLE, 5.0)
    elif post and post.start != 1:  # 務課長 is torn from 総務課長
        torn = 3.0 if _begins_torn(text, text[: post.start], lexicon) else 0.0
        yield Run(first, end, Tag.POST, 4.0 + 0.5 * len(text) - torn)


def _flattened_points(points: float, text: str, lexicon: Lexicon) -> float:
    """Return the points of letters as a name where no blank is wider than another.

    Two letters are mostly a piece of something; a surname before two letters is
    most often a name, whether or not the dictionary knows the given name.
    """
    if len(text) == len("姓名"):
        return 0.5
    if points > _LEAST:
        return points
    usual = 4
    known = any(lexicon.is_surname(text[:cut]) for cut in (2, 3))
    return 4.0 if len(text) == usual and known else 1.0


def _name_points(words: list[Piece], texts: list[str], lexicon: Lexicon) -> float:
    """Return the points of several words as one full name, 0 for none.

    北川 進, 小 暮 律, 神 宮 司: the dictionary must know a part of it.
    """
    suffix = lexicon.role_suffix(texts[-1]) or lexicon.post_suffix(texts[-1]) or ""
    if len(texts) == len("姓名") and suffix and len(suffix) < len(texts[-1]):
        # 三浦 浩二委員長: the title is glued to the given name
        given = texts[-1].removesuffix(suffix)
        known = lexicon.is_surname(texts[0]) or (
            len(texts[0]) > 1 and not is_common(texts[0])
        )
        return 6.0 if known and lexicon.is_given(given) else 0.0
    whole = Piece(words[0].view, words[0].start, words[-1].end)
    longest = 6
    if sum(map(len, texts)) > longest or any(
        lexicon.role(text) or _SAME.match(text) for text in texts
    ):
        return 0.0
    reading = read_name(whole, lexicon)
    letters = all(len(text) == 1 for text in texts)
    if letters and reading.score:
        # 小 暮 律; two letters may be the half of a longer name
        if lexicon.split_name("".join(texts)) and len(texts) > len("姓名"):
            return 4.5
        if is_common("".join(texts)):
            return 0.0  # 企 画
        return 2.0 if len(texts) == len("姓名") else 2.5
    known = reading.score >= _LEAST and reading.given
    return float(reading.score) if known else 0.0


def _starts(runs: list[Run]) -> list[Run]:
    """Return the run with which each row begins.

    Where roles and posts precede the names, a row begins with the first of them
    behind a name, or with a name that follows a name (委員　藍川誠　磯部久); the last
    post may await its name on the next line. Where names come first, each begins a row.
    """
    named = _named(runs)
    if not named:
        return []
    leading = runs[0].tag is not Tag.NAME
    starts = [runs[0]]
    seen = False
    for run in runs:
        name = run in named
        front = run.tag in {Tag.TITLE, Tag.POST, Tag.BODY, Tag.SEAT, Tag.OTHER}
        if seen and ((leading and front) or name):
            starts.append(run)
            seen = False
        seen = seen or name
    pending = leading and not seen and len(starts) == len(named) + 1
    return starts if pending or len(named) == len(starts) else []


def _named(runs: list[Run]) -> list[Run]:
    """Return the runs that are people; a surname alone stands behind a role or post."""
    found: list[Run] = []
    before: Tag | None = None
    for run in runs:
        behind = before in {Tag.TITLE, Tag.POST}
        if run.tag is Tag.NAME or (run.tag is Tag.SURNAME and behind):
            found.append(run)
        if run.tag is not Tag.NOTE:
            before = run.tag
    return found
