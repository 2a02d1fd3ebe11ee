"""Find bodies by the word in which their name ends: 成長戦略本部."""

from collections.abc import Iterator

from kg.gazetteer import Ending, Gazetteer
from kg.mention.boundary import is_in_title, is_placeholder
from kg.mention.passage import Found, Passage
from kg.model import Label
from kg.morphology import Word, words

_FEW, _MANY = 2, 3
"""Words before a strong (局) and before a weak ending (拠点)."""

_DIVISION = "課"
"""財政課と協議: what one word says of a 課 names it within its body."""

_MOST = 32
"""Words that no name has: a list without an end is none."""

_UNNAMED = frozenset("各両諸全同本当他現新旧元前次")
"""各大学, 同局: what begins so is no name."""

_KINDS_OF_PLACE = frozenset("都道府県市区町村")
"""町村からの声: kinds of places, none of them."""

_JOINT = frozenset("・ヶケ")
"""健康・医療局, 霧ヶ谷市: what joins nouns in a name."""


def find_compounds(passage: Passage, gazetteer: Gazetteer) -> Iterator[Found]:
    """Yield the compounds of *passage* that end as names of bodies do."""
    for run in _runs(words(passage.text, short=True)):
        if found := _name(passage.text, run, gazetteer):
            yield found


def _runs(line: tuple[Word, ...]) -> Iterator[tuple[Word, ...]]:
    """Yield the longest rows of nouns; ・ joins them, 三 does not."""
    run: list[Word] = []
    for word in (*line, None):
        if word and _goes_on(word, first=not run):
            run.append(word)
        else:
            while run and run[-1].surface in _JOINT:
                run.pop()
            if run:
                yield tuple(run)
            run = []


def _goes_on(word: Word, *, first: bool) -> bool:
    """Tell whether *word* is part of a name that it begins or goes on."""
    if word.surface in _JOINT:
        return not first
    return word.noun and not _loose(word, first=first)


def _loose(word: Word, *, first: bool) -> bool:
    """Tell whether *word* stands before a name and not in it: 昨年, 一つ, 私."""
    if word.pos[1] in {"数詞", "助動詞語幹"} or word.pos[0] == "代名詞":
        return True
    return first and (word.pos[2:3] == ("副詞可能",) or word.pos[0] == "接尾辞")


def _name(text: str, run: tuple[Word, ...], gazetteer: Gazetteer) -> Found | None:
    """Return the longest start of *run* that is a name, or None."""
    # 第33回|衛星測位小委員会: the words of a number begin no name
    if run[0].surface in _UNNAMED or text[run[0].start - 1 : run[0].start].isdigit():
        return None
    for stop in range(min(len(run), _MOST), 1, -1):
        part = run[:stop]
        start, end = part[0].start, part[-1].end
        whole = stop == len(run) or any(word.proper for word in part[:-1])
        if is_in_title(text, end):
            continue
        if whole and _is_name(text[start:end], part, gazetteer):
            if is_placeholder(text, start, end) or text[end : end + 1] == "長":
                return None
            reason = f"a compound that ends in {part[-1].surface}"
            return Found(start, end, Label.ORGANIZATION, reason)
    return None


def _is_name(name: str, part: tuple[Word, ...], gazetteer: Gazetteer) -> bool:
    """Tell whether the words of *part* make the name of a body.

    A name says which: two words before 局 or a proper noun, three before 拠点,
    which also ends plain compounds (国際研究拠点).
    """
    if name in gazetteer.common:
        return False
    if form := gazetteer.legal_form(name):  # 架空管工株式会社
        return len(name) > len(form.word) + 1
    ending = gazetteer.ending(name)
    if ending is None or not ending.body or ending.place:
        return False
    if part[-1].start < part[0].start + len(name) - len(ending.word):
        return False
    return _says_which(part, ending, gazetteer)


def _says_which(part: tuple[Word, ...], ending: Ending, gazetteer: Gazetteer) -> bool:
    """Tell whether enough stands before the ending."""
    before = [word for word in part[:-1] if word.surface not in _JOINT]
    if any(word.proper and not word.given for word in before):
        return True
    weak = any(
        ending.word == word or (len(word) > 1 and ending.word.endswith(word))
        for word in gazetteer.weak
    )
    if ending.word == _DIVISION:
        return bool(before) and len("".join(word.surface for word in before)) > 1
    return len(before) >= (_MANY if weak else _FEW)


def find_municipal(passage: Passage, gazetteer: Gazetteer) -> Iterator[Found]:
    """Yield places that act as bodies: 星見町の条例, 白根県では."""
    text = passage.text
    for run in _runs(words(text, short=True)):
        start = run[0].start
        for word in run:
            name = text[start : word.end]
            ending = gazetteer.endings.get(name[-1:])
            single = word.start == start and word.pos[2:3] != ("地名",)
            if not ending or not ending.place or single or len(name) == 1:
                continue
            if name in gazetteer.common or run[0].surface in _UNNAMED:
                continue
            if is_in_title(text, word.end) or set(name) <= _KINDS_OF_PLACE:
                continue
            acts = text.startswith(gazetteer.municipal, word.end)
            if acts and not is_placeholder(text, start, word.end):
                reason = f"a {name[-1]} that acts"
                yield Found(start, word.end, Label.ORGANIZATION, reason)
