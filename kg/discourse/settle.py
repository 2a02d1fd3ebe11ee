"""Read in one sentence what it settles, or puts to the meeting."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from kg.discourse.clause import JOINED, Clause
from kg.discourse.passage import Sentence
from kg.model import Basis, DecisionStatus, Grounded, Span
from kg.resources import data_path

_WHO = re.compile(
    r"(?P<who>(?:[一-龥々ァ-ヴーA-Z]{2,12}|PD)(?:(?:と|及び|、)[一-龥々ァ-ヴー]{2,12})?)(?:の(?:指名|判断))?(?:に|へ)?(?:御|ご)?$"
)
_DECIDER = re.compile(
    r"^(?:(?:それでは|では)、)?(?P<decider>[^、。]{1,30}(?:会議|委員会|部会|協議会|審議会|検討会|懇談会|研究会|本会))として(?:は)?、?"
)
# 四月中に公表することでよろしいか: what is put to the meeting without a word for it
_ASKED = re.compile(
    r"(?P<matter>[^。]*(?:こと|とおり|通り))(?:で|に|について|として)?、?(?:は)?(?:よろしい(?:でしょう|です)?か|よい(?:でしょう|です)?か|(?:これに)?(?:御|ご)?異議(?:は|が)?(?:ござい|あり)ません(?:でしょう)?か)$"
)
_WISHED = re.compile(
    r"(?P<matter>[^。]+?)(?:いた)?(?:し)?たいと(?:思います|存じます|思う)が、?(?:これに)?(?:御|ご)?異議(?:は|が)?(?:ござい|あり)ません(?:でしょう)?か$"
)
_OBJECTION = re.compile(
    r"(?P<matter>[^。]+?)に(?:御|ご)?異議(?:は|が)?(?:ござい|あり)ません(?:でしょう)?か$"
)
# 漁協との合意を条件とする: no word of what is settled
_OTHERWISE = re.compile(
    r"(?:を(?:条件|前提|得|求め|目指)|が(?:得|必要)|形成|事項|の上で|に(?:基づ|向け|より|必要)|基準|者|率|権|方法|要件|制度|通知|書|済み|機関|手続)"
)
# 不採択と決定, 継続審査とすることを了承: the first word says what, the second that
_TWO = 2
_AGREED = re.compile(r"と|(?:と)?する(?:こと|もの)(?:と|に|を|で)")
_PROVIDED = re.compile(r"ただし、?(?P<condition>[^、。]+?)を(?:条件|前提)と")


@dataclass(frozen=True, slots=True)
class Words:
    """The table of decisions, as patterns."""

    statuses: dict[str, DecisionStatus]
    word: re.Pattern[str]
    forces: tuple[tuple[str, re.Pattern[str], str], ...]
    other: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Settled:
    """One matter in one sentence: *decided*, or only put to the meeting."""

    sentence: Sentence
    status: DecisionStatus
    decided: bool
    sign: tuple[Span, ...]
    rule: str
    matter: Grounded[str] | None = None
    condition: Grounded[str] | None = None
    entrusted: Grounded[str] | None = None
    decider: Span | None = None


@lru_cache(maxsize=1)
def read_words() -> Words:
    """Return the table data/discourse/decisions.toml."""
    path = data_path() / "discourse" / "decisions.toml"
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    statuses = {
        word: DecisionStatus(row["status"])
        for row in table["status"]
        for word in row["words"]
    }
    longest = sorted(statuses, key=lambda word: (-len(word), word))
    return Words(
        statuses,
        re.compile("|".join(map(re.escape, longest))),
        tuple(
            (row["force"], re.compile(f"(?:{row['end']})"), row.get("unless", "(?!)"))
            for row in table["force"]
        ),
        re.compile("|".join(w for row in table["other"] for w in row["words"])),
    )


def read_settled(sentence: Sentence) -> Iterator[Settled]:
    """Yield what *sentence* settles, clause by clause, by its end.

    「距離の案は了承、方法は継続審議とします」 settles two matters. What is told of
    another day or body, or only as possible, settles nothing.
    """
    words = read_words()
    body = sentence.body
    if words.other.search(body):
        return
    found = _found(body, words)
    force = _force(body, found[-1].end(), words) if found else None
    if _only_agrees(body, found, words):
        found.pop()
    joined = [one for one in found if JOINED.match(body, one.end())]
    asked = _asked(sentence, joined[-1].end() if joined else 0)
    if force is None and asked is None:
        return
    chosen = joined
    if force is not None:
        chosen = [*(one for one in joined if one is not found[-1]), found[-1]]
    start = 0
    for one in chosen:
        each = _settled(sentence, one, start, decided=force == "decided")
        if force != "wished" or each.matter:
            yield each
        start = one.end()
    if force is None and asked:
        yield asked


def _found(body: str, words: Words) -> list[re.Match[str]]:
    """Return the words of the table in *body* that may settle something."""
    found = words.word.finditer(body)
    return [one for one in found if not _OTHERWISE.match(body, one.end())]


def _only_agrees(body: str, found: list[re.Match[str]], words: Words) -> bool:
    """Tell whether the last word only agrees to the one before: 不採択と決定."""
    if len(found) < _TWO:
        return False
    first, last = found[-2:]
    differ = words.statuses[first.group()] is not words.statuses[last.group()]
    return differ and _AGREED.fullmatch(body, first.end(), last.start()) is not None


def _force(body: str, end: int, words: Words) -> str | None:
    """Return what the end of a sentence makes of the word that ends at *end*.

    A word that is all of the end stands for itself in a list of results:
    「課題Ａ：原案どおり承認。」
    """
    for force, pattern, unless in words.forces:
        if pattern.fullmatch(body, end):
            return None if re.search(unless, body) else force
    short = end == len(body) and re.search(
        r":|どおり|通り|条件|一同|全会一致|は[^、]*一任", body
    )
    return "decided" if short else None


def _settled(
    sentence: Sentence, word: re.Match[str], start: int, *, decided: bool
) -> Settled:
    """Return what the clause that ends with *word* says."""
    status = read_words().statuses[word.group()]
    body = sentence.body
    clause = Clause(sentence, start, word.start())
    entrusted = None
    if status is DecisionStatus.ENTRUSTED and (who := _WHO.search(clause.text)):
        entrusted = clause.grounded(who, "who")
    decider = _DECIDER.match(body)
    return Settled(
        sentence=sentence,
        status=status,
        decided=decided,
        sign=sentence.part(*word.span()),
        rule=f"{'decides' if decided else 'puts'}-{status}",
        matter=clause.matter(),
        condition=clause.condition() or _provided(sentence, word.end()),
        entrusted=entrusted,
        decider=sentence.part(*decider.span("decider"))[0] if decider else None,
    )


def _provided(sentence: Sentence, start: int) -> Grounded[str] | None:
    """Return the condition behind the word: ただし漁協との合意を条件とする."""
    found = _PROVIDED.search(sentence.body, start)
    if found is None:
        return None
    spans = sentence.part(*found.span("condition"))
    return Grounded(found["condition"], Basis.STATED, spans)


def _asked(sentence: Sentence, start: int) -> Settled | None:
    """Return what a chair puts to the meeting without a word for the outcome.

    It stands behind *start*, where the last clause with such a word ends.
    """
    body = sentence.body
    patterns = (_WISHED, _ASKED, _OBJECTION)
    found = next((f for p in patterns if (f := p.search(body, start))), None)
    if found is None:
        return None
    clause = Clause(sentence, *found.span("matter"))
    return Settled(
        sentence=sentence,
        status=DecisionStatus.APPROVED,
        decided=False,
        sign=sentence.part(found.end("matter"), found.end()),
        rule="puts-approved",
        matter=clause.whole(),
        condition=clause.condition(),
    )
