"""Propose terms that the scheme has no concept for; people decide about them."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from kg.mention.near import Compare, Labels, index_labels, telling
from kg.model import Minutes, Proposal, Term, Theme
from kg.morphology import words
from kg.text import normalize

_TIMES = 2
"""A term that stands once in all records may be a slip."""

_RARE = 0.78
"""Termhood of one word alone: マネタイズ (1.9 for three places), not 議論 or 分野."""

_MEETING = """
    議題 議事 資料 事務局 委員 会議 審議会 部会 委員会 説明 意見 質問 回答 出席 欠席
    開会 閉会 議長 座長 本日 先生 先生方 皆様 皆さん 次第 事項 案件 記録
"""
_NO_TERM = frozenset(_MEETING.split())
"""Words of every meeting, about none of its themes."""

_NEAR = 0.5
"""Below it a neighbour tells a reader nothing."""


def propose_concepts(
    records: Iterable[tuple[Minutes, Sequence[Term]]],
    themes: Iterable[Theme],
    compare: Compare,
) -> tuple[Proposal, ...]:
    """Return the terms of *records* that may want a concept, the best first.

    *records* have the terms that touch no theme. A term is proposed where it is a
    compound or a rare word, and stands at least twice; with it comes the nearest
    concept by the model's vectors, under which a reader may put it.
    """
    labels = index_labels(tuple(themes))
    found = sorted(
        (
            (term.name, minutes, term)
            for minutes, terms in records
            for term in terms
            if _is_term(term)
        ),
        key=lambda one: (one[0], one[1].document.id),
    )
    proposals = [
        proposal
        for name, group in groupby(found, key=lambda one: one[0])
        for proposal in _propose(name, [one[1:] for one in group], labels, compare)
    ]
    return tuple(sorted(proposals, key=lambda one: (-one.termhood, one.name)))


def _is_term(term: Term) -> bool:
    """Tell whether *term* may name a theme by its form."""
    if any(word in _NO_TERM for word in term.words) or term.name[-1:] == "的":
        return False
    if len(telling(term.name)) > 1:
        return True
    common = [word for word in words(term.name) if word.pos[1] == "普通名詞"]
    return bool(common) and term.termhood / len(term.spans) >= _RARE


def _propose(
    name: str,
    found: Sequence[tuple[Minutes, Term]],
    labels: Labels,
    compare: Compare,
) -> Iterator[Proposal]:
    """Yield the proposal of *name*, which stands in the records that are *found*."""
    count = sum(len(term.spans) for _, term in found)
    if count < _TIMES:
        return
    near, similarity = _nearest(name, labels, compare)
    minutes, term = found[0]
    yield Proposal(
        name=name,
        count=count,
        records=len({one.document.id for one, _ in found}),
        termhood=round(sum(term.termhood for _, term in found), 2),
        near=near,
        similarity=similarity,
        document=minutes.document,
        span=term.spans[0],
    )


def _nearest(
    name: str, labels: Labels, compare: Compare
) -> tuple[Theme | None, float | None]:
    """Return the concept with a phrase nearest to *name* that shares a word with it."""
    own = telling(name)
    scored = [
        (score, theme)
        for word in own
        for phrase, theme in labels.by_word.get(word, ())
        if (score := compare(own, telling(normalize(phrase).text.lower()))) is not None
    ]
    if not scored:
        return None, None
    score, theme = max(scored, key=lambda one: (one[0], one[1].id))
    return (theme, score) if score >= _NEAR else (None, None)
