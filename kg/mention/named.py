"""Keep of what the model marks what the words themselves bear out."""

import re
from collections.abc import Iterable, Iterator

from kg.gazetteer import Gazetteer
from kg.mention.boundary import breaks, is_in_title, is_placeholder
from kg.mention.ginza import Name
from kg.mention.passage import Found, Passage
from kg.mention.tail import read_tail
from kg.model import Kind, Label
from kg.morphology import is_given, split_name, words

_PERSON = frozenset({"Person"})

_BODY = frozenset(
    {
        "Organization_Other", "International_Organization", "Show_Organization",
        "Family", "Ethnic_Group_Other", "Nationality", "Sports_Organization_Other",
        "Pro_Sports_Organization", "Sports_League", "Corporation_Other", "Company",
        "Company_Group", "Political_Organization_Other", "Government",
        "Political_Party", "Cabinet", "Military", "GOE_Other", "Public_Institution",
        "School", "Research_Institute", "Facility_Other", "Museum", "Conference",
        "Newspaper", "Academic", "Market", "Sports_Facility",
    }
)  # fmt: skip
"""Labels that a body may bear; most are refused again by what follows."""

_SURE = frozenset(
    {
        "Organization_Other", "International_Organization", "Corporation_Other",
        "Company", "Company_Group", "Political_Organization_Other", "Government",
        "Political_Party", "GOE_Other", "Public_Institution", "Research_Institute",
    }
)  # fmt: skip
"""Labels under which a proper noun of the dictionary is a body: 東芝, 国連."""

_ACRONYM = re.compile(r"[A-Z][A-Za-z]*[A-Z][A-Za-z]*")
_SHORTEST_ACRONYM = 3
_LONG = 3
"""Words in the name of a unit that says which: 成長 戦略 本部."""

_PLACES = frozenset("川線町市村区県郡港島山駅橋城寺湖岬崎浦浜海坂通池滝谷")
"""矢代川, 根岸線: a surname and one of these is a place or a line."""

_SOLID = re.compile(r"[一-鿿々ァ-ヺ]")

_WESTERN = re.compile(r"[ァ-ヺー・A-Za-z\s]+")
# 第18回の会議, 両ワーキンググループ, 本連合審査会; but 本田, 同志社
_NO_NAME = re.compile(r"第[0-9]+回|[両各](?!国)|[本当同](?=\w*(?:会|会議|グループ)$)")
_LETTER = re.compile(r"\w")


def keep_names(
    passage: Passage, names: Iterable[Name], gazetteer: Gazetteer
) -> Iterator[Found]:
    """Yield those of *names* that are people or bodies by their own words."""
    for name in names:
        if is_placeholder(passage.text, name.start, name.end):
            continue
        if name.label in _PERSON:
            found = _person(passage.text, name, gazetteer)
        elif name.label in _BODY:
            found = _body(passage.text, name, gazetteer)
        else:
            found = None
        if found:
            yield found


def _person(text: str, name: Name, gazetteer: Gazetteer) -> Found | None:
    """Return a person whose surname the dictionary knows; the post goes with it.

    The model also marks 量子コンピューター and a full-width blank as people, and
    ニュートン of ニュートンの冷却則.
    """
    words_of = text[name.start : name.end].strip()
    if (
        not words_of
        or _WESTERN.fullmatch(words_of)
        or _is_eponym(text, name, gazetteer)
    ):
        return None
    start = name.start + text[name.start : name.end].index(words_of)
    end = start + len(words_of)
    tail = read_tail(text, end, breaks(text), gazetteer)
    parts = split_name(words_of)
    first = next((word for word in words(text) if word.start == start), None)
    surname = parts[0] if parts else words_of
    known = parts or (first and first.surname and first.end == end)
    if not known:
        # 入沢常之: a surname of the dictionary and a name that it does not know
        if not (first and first.surname and first.end < end):
            return None
        surname = first.surface
    if _names_a_thing(words_of[len(surname) :]) or (
        tail is None and _goes_on(text, end)
    ):
        return None
    post = tail.word if tail and not tail.honorific else None
    stop = tail.end if tail else end
    reason = f"the model reads a person, {surname} is a surname"
    return Found(start, stop, Label.PERSON, reason, surname=surname, post=post)


def _names_a_thing(rest: str) -> bool:
    """Tell whether what follows a surname makes it a place or a thing: 三浦半島."""
    if not rest or is_given(rest):
        return False
    return rest in _PLACES or any(
        word.pos[1] == "普通名詞" and word.end - word.start > 1 for word in words(rest)
    )


def _goes_on(text: str, end: int) -> bool:
    """Tell whether the noun at *end* makes a compound of the name: 剣崎|灯台."""
    return any(
        word.start == end and word.noun and word.pos[1] == "普通名詞"
        for word in words(text)
    ) and bool(_SOLID.match(text, end))


def _is_eponym(text: str, name: Name, gazetteer: Gazetteer) -> bool:
    """Tell whether the name is that of a law or a thing: ヤング干渉実験."""
    return text.startswith(gazetteer.eponyms, name.end)


def _body(text: str, name: Name, gazetteer: Gazetteer) -> Found | None:
    """Return a body whose name ends as one, or is an acronym or a company's."""
    words_of = text[name.start : name.end]
    if not _LETTER.search(words_of) or words_of.strip() != words_of:
        return None
    if words_of in gazetteer.common or _is_eponym(text, name, gazetteer):
        return None
    if text[name.end : name.end + 1] == "長" or is_in_title(text, name.end):
        return None
    if _NO_NAME.match(words_of) or _is_post(words_of, gazetteer):
        return None
    why = _why_body(words_of, name.label, gazetteer)
    if why is None:
        return None
    reason = f"the model reads a body ({name.label}), {why}"
    return Found(name.start, name.end, Label.ORGANIZATION, reason)


def _is_post(name: str, gazetteer: Gazetteer) -> bool:
    """Tell whether *name* ends as a post: 農林水産大臣."""
    return words(name)[-1].surface in gazetteer.posts


def _why_body(name: str, label: str, gazetteer: Gazetteer) -> str | None:
    """Say what in *name* bears the model out, or None."""
    if gazetteer.legal_form(name):
        return "a legal form stands beside it"
    ending = gazetteer.ending(name)
    if ending and ending.body and not ending.place:
        # 工学部 and 総務部 alone are parts of many bodies
        whole = ending.kind is not Kind.UNIT or len(words(name, short=True)) >= _LONG
        return f"it ends in {ending.word}" if whole else None
    if _ACRONYM.fullmatch(name) and len(name) >= _SHORTEST_ACRONYM:
        return "it is an acronym"
    proper = any(word.pos[1:3] == ("固有名詞", "一般") for word in words(name))
    if label in _SURE and proper:
        return "it is a proper noun"
    return None
