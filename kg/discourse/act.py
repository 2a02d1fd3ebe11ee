"""Read what each sentence of a statement does."""

from collections.abc import Iterator

from kg.discourse.passage import Passage
from kg.discourse.sign import find_signs
from kg.model import Act, Role, Statement


def read_acts(
    statement: Statement, passage: Passage, speaker: Role | None
) -> Iterator[Act]:
    """Yield the acts of *statement*, whose words are *passage*, in order.

    A sentence without a sign, or with signs that two readings fit, has no act.
    """
    for sentence in passage.sentences:
        for sign, found in find_signs(sentence.body, speaker):
            signs = sentence.part(*found.span())
            for kind in sign.kinds:
                yield Act(statement, kind, sentence.spans, signs, sign.rule)
