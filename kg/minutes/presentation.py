"""Read who introduced an item from which handouts, where the prose says so."""

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.minutes.handout import LABEL, normal_label
from kg.minutes.line import Piece
from kg.model import AgendaItem, Basis, Grounded, Handout

# 議題1として、西都大学の橘理事、小暮教授から資料1を用いて、…を説明した。
_PRESENTS = re.compile(
    r"""(?P<who>[^。、]+(?:、[^。、]+)*?)(?:から|より)、?\s*
    (?P<papers>(?:参考|補足|机上)?\s*資料[^。を用基沿使]{0,60}?)
    (?:を用いて|に基づ(?:き|いて)|により|によって|に沿って|を使って|を使用して|について)
    [^。]{0,80}?(?:説明|報告|紹介|発表)""",
    re.VERBOSE,
)
_ITEM = re.compile(r"(?:議題|議事|議案)\s*(?P<number>\d{1,2})")
_INTRODUCTION = re.compile(
    r"^(?:(?:議題|議事|議案)\s*\(?\d{1,2}\)?\s*[.．]?\s*(?:として|について|に関し(?:て)?|に関して|では)[、,]?|まず[、,]?|次に[、,]?|続いて[、,]?|はじめに[、,]?)+"
)
_REPEATED = re.compile(r"(?<=[、,及び])\s*(?P<number>\d+(?:\s*-\s*\d+)*)")
_AND = re.compile(r"、|及び|並びに|と(?=[^、]*$)")
_OF = re.compile(r"^.*の(?=[^の]+$)")


def add_presentations(
    items: Sequence[AgendaItem],
    prose: Sequence[tuple[Piece, int | None]],
    handouts: Sequence[Handout],
) -> tuple[AgendaItem, ...]:
    """Return *items* with the presenters and handouts that *prose* names.

    The item is the one that the sentence names, else the one it stands under.
    """
    changed = {item.number: item for item in items}
    known = {handout.label for handout in handouts if handout.label}
    for piece, under in prose:
        stated = _ITEM.search(piece.text)
        number = int(stated["number"]) if stated else under
        found = _PRESENTS.search(piece.text)
        if number is None or number not in changed or not found:
            continue
        item = changed[number]
        papers = _papers(piece.match(found, "papers"), known)
        changed[number] = replace(
            item,
            presenters=(
                *item.presenters,
                *(p.span for p in _who(piece.match(found, "who"))),
            ),
            used=(*item.used, *(p for p in papers if p not in item.used)),
            spans=(*item.spans, piece.span),
        )
    return tuple(changed[item.number] for item in items)


def _who(piece: Piece) -> list[Piece]:
    """Return each agent of 「西都大学の橘理事、小暮教授」, less what is before の."""
    lead = _INTRODUCTION.match(piece.text)
    piece = piece.part(lead.end()) if lead else piece
    agents: list[Piece] = []
    start = 0
    for found in (*_AND.finditer(piece.text), None):
        part = piece.part(start, found.start() if found else None)
        start = found.end() if found else 0
        owner = _OF.match(part.text)
        if part:
            agents.append(part.part(owner.end()) if owner else part)
    return agents


def _papers(piece: Piece, known: set[str]) -> list[Grounded[str]]:
    """Return the labels in *piece* that the list of handouts holds.

    資料2-1、2-2 repeats no 資料; without a list every label counts.
    """
    papers: list[Grounded[str]] = []
    for found in LABEL.finditer(piece.text):
        label = normal_label(found["label"])
        if label in known or not known:
            span = piece.match(found, "label").span
            papers.append(Grounded(label, Basis.STATED, (span,)))
    for found in _REPEATED.finditer(piece.text):
        label = "資料" + normal_label(found["number"])
        if label in known:
            span = piece.match(found, "number").span
            papers.append(Grounded(label, Basis.STATED, (span,)))
    return papers
