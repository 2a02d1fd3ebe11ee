"""Part a line on which several people stand with nothing but blanks between.

「委員　藍川誠　磯部久」, 「町　長　橘 一葉　教 育 長　渚」: the words are labelled as
role, post, organization or name, so that the whole line makes most sense, and a
row begins wherever another person does.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from kg.minutes.called import surname_cuts
from kg.minutes.lexicon import Lexicon
from kg.minutes.line import Piece
from kg.minutes.regular import stem_end
from kg.minutes.row import read_rows
from kg.minutes.spacing import is_uniform
from kg.minutes.tagging import Run, Tag, tag_runs

_WORD = re.compile(r"\([^()]*\)|[^\s(]+")
_LEAD = re.compile(r"^[◎○〇◯●☆★※*#†△▲]+")
# 青山 直（青山学舎）|　飯島 奏
_BEHIND_NOTE = re.compile(r"(?<=\))[\s、]+(?=[^\s(、])")
# 監査委員　欠　員　　教育長　橘 一葉: nobody has the first post
_VACANT = re.compile(r"(?<=\s)欠\s*員(?=\s+\S)")
_MOST = 40
"""Words of the longest line that lists people."""


def part_people(piece: Piece, lexicon: Lexicon) -> tuple[Piece, ...]:
    """Return the rows on the line *piece*, each with one person; else the line.

    A line stays whole if one row explains it: no full name stands beside the one
    that the row has.
    """
    printed = [piece.match(found) for found in _WORD.finditer(piece.text)]
    if not 1 < len(printed) <= _MOST:
        return (piece,)
    vacant = _VACANT.search(piece.text)
    if vacant:
        before, after = piece.part(0, vacant.end()), piece.part(vacant.end())
        return (*part_people(before, lexicon), *part_people(after, lexicon))
    noted = _noted(piece, lexicon)
    if len(noted) > 1:
        return tuple(row for part in noted for row in part_people(part, lexicon))
    called = _called(piece, lexicon)
    if called:
        return called
    words = [_unmarked(word) for word in printed]
    marked = frozenset(
        i for i, word in enumerate(words) if word.start > printed[i].start
    )
    runs = _best(words, marked, lexicon)
    starts = _starts(runs)
    if len(starts) <= 1 or _has_odd(runs) or not _another(piece, words, runs, lexicon):
        return (piece,)
    edges = [*(printed[run.first].start for run in starts), printed[-1].end]
    edges[0] = piece.start
    return tuple(Piece(piece.view, a, b).part(0) for a, b in pairwise(edges))


def _has_odd(runs: Sequence[Run]) -> bool:
    """Tell whether a word is left that is nothing known, and no post between names."""
    return any(
        run.tag is Tag.OTHER and not _stands_as_post(i, runs)
        for i, run in enumerate(runs)
    )


def _another(
    piece: Piece, words: Sequence[Piece], runs: Sequence[Run], lexicon: Lexicon
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


def _stands_as_post(place: int, runs: Sequence[Run]) -> bool:
    """Tell whether an unknown word stands between two names: 出納長, 受託者."""
    around = [*runs[place - 1 : place], *runs[place + 1 : place + 2]]
    return len(around) == len("前後") and all(run.tag is Tag.NAME for run in around)


def _noted(piece: Piece, lexicon: Lexicon) -> tuple[Piece, ...]:
    """Return the rows of a line where each has its note, none for another line.

    「青山 直（青山学舎）　飯島 奏（弁護士）」
    """
    cuts = [found.end() for found in _BEHIND_NOTE.finditer(piece.text)]
    if not cuts:
        return ()
    edges = [0, *cuts, len(piece.text)]
    parts = [piece.part(a, b) for a, b in pairwise(edges)]
    for part in parts:
        if lexicon.title(_unmarked(part).text):
            return ()  # 橘 一葉（西都大学教授）　※委員長代理
        name = part.part(0, part.text.index("(") if "(" in part.text else None)
        rows = [row for row in read_rows(name, lexicon) if row.name]
        full = any(row.reading and row.reading.given for row in rows)
        if not full or ("(" not in part.text and part is not parts[-1]):
            return ()
    return tuple(parts)


def _called(piece: Piece, lexicon: Lexicon) -> tuple[Piece, ...]:
    """Return the words of *piece* where each is what one is called, else ().

    「浜名地球環境局長 松江環境管理局長」, 「熊谷委員 田村(和)委員 冨髙井委員」: half of
    them are sure.
    """
    printed = tuple(piece.match(found) for found in re.finditer(r"\S+", piece.text))
    plain = [re.sub(r"\([^()]\)", "", word.text) for word in printed]
    sure = sum(_is_called(text, lexicon) for text in plain)
    if sure == len(printed):
        return printed
    if not sure or 2 * sure < len(printed):
        return ()
    shaped = all(_is_called(text, lexicon) or stem_end(text, lexicon) for text in plain)
    return printed if shaped else ()


def _is_called(text: str, lexicon: Lexicon) -> bool:
    """Tell whether *text* is what one person is called: 橘委員, 浜名地球環境局長."""
    return lexicon.called(text) > 0 or bool(surname_cuts(text, lexicon))


def _unmarked(word: Piece) -> Piece:
    """Return *word* without the mark before it: ◎高木 is 高木; a mark alone stays."""
    found = _LEAD.match(word.text)
    rest = word.part(found.end()) if found else word
    return rest or word


def _best(
    words: Sequence[Piece], marked: frozenset[int], lexicon: Lexicon
) -> list[Run]:
    """Return the runs that read *words* with most points; the longer run on a tie.

    A word that is *marked* (◎高木) begins a run.
    """
    # a flattened page has one width of blank: what needs fewest runs is most likely
    price = 1.0 if is_uniform(words) else 0.0
    best: list[tuple[float, list[Run]]] = [(0.0, [])]
    for end in range(1, len(words) + 1):
        options: list[tuple[float, list[Run]]] = []
        for run in tag_runs(words, end, lexicon):
            if marked.isdisjoint(range(run.first + 1, run.last)):
                points, before = best[run.first]
                cost = price * _cost(before, run)
                options.append((points + run.points - cost, [*before, run]))
        best.append(max(options, key=lambda option: option[0]))
    return best[-1][1]


def _cost(before: Sequence[Run], run: Run) -> float:
    """Return what one more run costs; a post right behind a post costs more."""
    doubled = before and before[-1].tag is run.tag is Tag.POST
    return 4.0 if doubled else 1.0


def _starts(runs: Sequence[Run]) -> list[Run]:
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


def _named(runs: Sequence[Run]) -> list[Run]:
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
