"""Find the words that say who does something: 次回までに事務局で整理し."""

import re
from dataclasses import dataclass
from functools import lru_cache

from kg.discourse.form import load_forms

_NAME = r"[一-龥ァ-ヶーA-Za-z0-9々・]"
_BEHIND = r"(?:の(?:方|ほう))?"
_NO_SUBJECT = re.compile(r"(?:です|ます|でし|まし|る|た|い|だ)が|が、|ですが")
_TOPIC = re.compile(r"([^、。はがを]{1,24})は(?![じな])")
_SUBJECT = re.compile(r"[一-龥ァ-ヶー々A-Za-z0-9」]が(?!、)")
_TIME = re.compile(
    r"(?:次回|今回|今年|来年|年度|月|日|頃|本日|今後|当面|まず|最後に?|一方で?"
    r"|で|に|と|て|から|まで)$"
)
_VERB = 6
_HELD = ("開催", "開")
_CLAUSE = re.compile(
    r"(?:ので|ため|けれども?|ますが|ですが|(?<=[るただすいん])から|ました上で)、"
)


@dataclass(frozen=True, slots=True)
class Party:
    """Words at `text[start:end]` that name who does something."""

    start: int
    end: int
    is_person: bool


def find_doer(text: str, start: int, end: int, deed: str) -> Party | None:
    """Return who does the *deed* that `text[start:end]` leads to.

    事務局で and 県において say it; with は and が any body or person does. 「会議で」
    is a place, 「十の県で」 too, and 「県で開催します」. 「省から」 says who tells, but
    「省から考えを聞きたい」 says whom one asks.
    """
    tells = load_forms().telling.search(deed) is not None
    held = deed.startswith(_HELD)
    return _first(_doers(held=held, tells=tells), text, start, end)


def find_asked(text: str, start: int, end: int, form: str) -> Party | None:
    """Return who is asked by *form* in `text[start:end]`: 事務局で…してください.

    に is who does what one receives (委員に資料を出していただきたい), but whom it is
    said to in 「大臣に報告してください」, and either in 「大臣に報告していただきたい」.
    """
    received = any(word in form for word in ("いただ", "頂", "もら"))
    said = load_forms().telling.search(text, max(start, end - _VERB), end)
    return _first(_asked(given=received and not said), text, start, end)


def _first(
    patterns: tuple[re.Pattern[str], ...], text: str, start: int, end: int
) -> Party | None:
    """Return what the first of *patterns* that fits finds."""
    for pattern in patterns:
        found = pattern.search(text, start, end)
        if found:
            return Party(*found.span("name"), is_person=found["person"] is not None)
    return None


def last_clause(text: str, start: int, end: int) -> int:
    """Return where the last clause of `text[start:end]` begins: …ので、ここから."""
    cuts = [found.end() for found in _CLAUSE.finditer(text, start, end)]
    return cuts[-1] if cuts else start


def has_other_subject(text: str, start: int, end: int) -> bool:
    """Tell whether something has が in `text[start:end]`: 制度が始まります."""
    clause = _NO_SUBJECT.sub("", text[start:end])
    return _SUBJECT.search(clause) is not None


def has_topic(text: str, start: int, end: int) -> bool:
    """Tell whether something but a time has は in `text[start:end]`: 予測は発表する."""
    return any(
        not _TIME.search(found[1]) for found in _TOPIC.finditer(text, start, end)
    )


def is_open(text: str, start: int, end: int, *, own: bool) -> bool:
    """Tell whether a body in `text[start:end]` might be who does it, or might not.

    「組合で見学会を開きます」 may be a place, 「省から」 a source; where only the
    speaker can say it so (*own*), as in 「委員会でお示しします」, で is a place.
    """
    return _open(own=own).search(text, start, end) is not None


@lru_cache(maxsize=2)
def _open(*, own: bool) -> re.Pattern[str]:
    """Return the pattern of a body whose part is not clear."""
    words = load_forms().party
    at = "" if own else "|で(?![すき])"
    more = rf"{_NAME}{_any(words.more)}|(?<=の){_any(words.more)}"
    return re.compile(rf"(?:{_body(words.by)}|{more}){_BEHIND}(?:から(?!の){at})")


@lru_cache(maxsize=4)
def _doers(*, held: bool, tells: bool) -> tuple[re.Pattern[str], ...]:
    """Return the patterns of who does something; で is a place for what is *held*."""
    words = load_forms().party
    nobody = r"(?P<person>(?!))?"
    at = "" if held else r"(?<!会議室)(?<![つのと々][県市町村都府道])で(?!き|す|は?な)|"
    source = "から(?!の)|" if tells else ""
    by = rf"(?:{at}{source}において|におきまして|として[はも]|と(?:いた)?しまして)"
    return (
        re.compile(rf"{_body(words.by)}{_BEHIND}{by}{nobody}"),
        re.compile(
            rf"{_body((*words.by, *words.more))}{_BEHIND}[はが](?!、?じめ){nobody}"
        ),
        re.compile(rf"(?P<name>{_person()}){_BEHIND}(?P<person>[はが])"),
    )


@lru_cache(maxsize=2)
def _asked(*, given: bool) -> tuple[re.Pattern[str], ...]:
    """Return the patterns of who is asked to do something, に among them if *given*."""
    words = load_forms().party
    to = (
        r"(?:で(?!き|す|も|は?な)|において|におきまして|におかれて|から(?!の)"
        rf"{'|には|に(?!つい|関|対|お|よ|向)' if given else ''})"
    )
    return (
        re.compile(rf"{_body((*words.by, *words.more))}{_BEHIND}{to}(?P<person>(?!))?"),
        re.compile(rf"(?P<name>{_person()}){_BEHIND}(?P<person>{to})"),
    )


def _body(words: tuple[str, ...]) -> str:
    """Return a pattern for the name of a body that ends in one of *words*.

    「十の県」 is no name; 国 and 政府 are by themselves.
    """
    alone = _any(load_forms().party.alone)
    return (
        rf"(?P<name>(?<!{_NAME})(?<!の){_NAME}{{0,20}}?{_any(words)}"
        rf"|(?<!{_NAME}){alone})"
    )


def _person() -> str:
    """Return a pattern for the name of a person with what stands behind it."""
    return rf"(?<!{_NAME}){_NAME}{{1,12}}?{_any(load_forms().party.person)}"


def _any(words: tuple[str, ...]) -> str:
    """Return a pattern for any of *words*, the longest first."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(map(re.escape, ordered))})"
