"""Score what the graph says against minutes that were annotated by hand."""

from kg.evaluate.gold import Gold, read_gold
from kg.evaluate.record import (
    COUNTED,
    add_scores,
    count_about_people,
    score_refusal,
    score_store,
    wrong_about_people,
)
from kg.evaluate.score import Score

__all__ = [
    "COUNTED",
    "Gold",
    "Score",
    "add_scores",
    "count_about_people",
    "read_gold",
    "score_refusal",
    "score_store",
    "wrong_about_people",
]
