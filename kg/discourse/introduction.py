"""Read who explains which paper within the statements of a record."""

import re
from collections.abc import Iterator, Mapping, Sequence

from kg.discourse.capacity import ANSWERERS, CHAIRS
from kg.discourse.passage import Sentence
from kg.discourse.said import Said
from kg.model import ActKind, Attribution, Basis, Grounded, Introduction, Minutes, Span
from kg.text import key

# 資料1, 資料2-1, 参考資料1, 別添2, 資料一
_LABEL = re.compile(
    r"(?:(?:参考|補足|机上|当日)?資料|別添|別紙)\s*(?:No\.?\s*)?[\d一二三四五六七八九十]{1,3}(?:\s*[-‐‑–—−ー]\s*\d{1,2})*"
)
# 資料2について橘室長から説明をお願いします。
_CALLED = re.compile(
    r"(?:説明|報告|紹介)(?:を)?(?:お願い|求め|して(?:ください|いただ))|(?:お願い)(?:いた)?します$"
)
_DASH = re.compile(r"[‐‑–—−ー]")
_EXPLAINS = frozenset({"explains", "explained-in-short", "shows-a-paper"})
_FIRST = 3
"""A paper is named within the first sentences of whoever explains it."""


def read_introductions(
    minutes: Minutes, said: Sequence[Said]
) -> Iterator[Introduction]:
    """Yield each statement that explains a paper of the list of handouts.

    Its label says who explains. A member who only points at a paper explains none:
    it takes a verb (説明いたします), or the call of the chair.
    """
    known = {_label(one.label): one.label for one in minutes.handouts if one.label}
    for place, one in enumerate(said):
        speaker = one.statement.speaker
        if speaker is None or one.statement.attribution is Attribution.WITHHELD:
            continue
        if one.role in CHAIRS:
            continue
        called = said[place - 1] if place and _calls(said[place - 1]) else None
        signs = _signs(one, called=called is not None)
        papers = tuple(_papers(one.passage.sentences[:_FIRST], known))
        if not signs or not papers:
            continue
        evidence = (speaker, *signs, *(s for paper in papers for s in paper.evidence))
        rule = "called-to-explain" if called else "explains"
        yield Introduction(one.statement, speaker, papers, evidence, rule)


def _calls(before: Said) -> bool:
    """Tell whether the chair's statement ends with the call for an explanation."""
    sentences = before.passage.sentences
    return before.role in CHAIRS and any(
        _CALLED.search(sentence.body) for sentence in sentences[-2:]
    )


def _signs(one: Said, *, called: bool) -> tuple[Span, ...]:
    """Return the words that show that a statement explains a paper."""
    for act in one.acts:
        if act.kind is not ActKind.EXPLANATION or act.rule not in _EXPLAINS:
            continue
        if act.rule != "shows-a-paper" or called or one.role in ANSWERERS:
            return act.signs
    return ()


def _papers(
    sentences: Sequence[Sentence], known: Mapping[str, str]
) -> Iterator[Grounded[str]]:
    """Yield the handouts that the sentence which explains names, each once."""
    seen: set[str] = set()
    for sentence in sentences:
        found = list(_LABEL.finditer(sentence.body))
        for each in found:
            label = known.get(_label(each.group()))
            if label and label not in seen:
                seen.add(label)
                spans = sentence.part(*each.span())
                yield Grounded(label, Basis.STATED, spans)
        if found:
            return


def _label(text: str) -> str:
    """Return the label of a paper as it is compared: its dashes made one."""
    return _DASH.sub("-", key(text))
