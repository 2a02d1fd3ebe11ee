"""Print what GiNZA alone, the rules alone, and both find of people and bodies.

Exact spans in running text; what the document alone cannot decide is neither right
nor wrong. The table goes into tests/README.md.
"""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from kg.document import read_document
from kg.evaluate import Score, add_scores, read_gold, score_store
from kg.evaluate.case import sitting_bodies
from kg.evaluate.score import compare, fact, found, wanted
from kg.evaluate.subject import read_subjects, score_subjects
from kg.graph import open_store
from kg.mention import Recognised, find_mentions, recognise, recognise_nothing
from kg.mention.named import _BODY, _PERSON
from kg.mention.passage import read_passages
from kg.minutes import parse_minutes
from kg.model import Form, Label, Minutes
from kg.pipeline import Tools, load_tools, run_line

ROOT = Path(__file__).parents[2]
GOLD = ROOT / "data/gold/seed-gold.json"
CASES = ROOT / "tests/cases"

Place = tuple[int, int, str]


@dataclass(frozen=True)
class Annotated:
    """A document with the names that a reader finds, and those that are left out."""

    path: Path
    names: frozenset[Place]
    aside: frozenset[Place]
    start: int = 0
    sits: tuple[str, ...] = ()


def bundled() -> Annotated:
    """Return the bundled minutes."""
    record = json.loads(GOLD.read_text(encoding="utf-8"))
    kinds = {"PERSON": "person", "ORG": "organization"}
    names, aside = set(), set()
    for one in record["mentions"]:
        decided = one["type"] in kinds and one["basis"] not in {"world", "nominal"}
        for kind in [kinds[one["type"]]] if decided else kinds.values():
            place = (one["start"], one["end"], kind)
            (names if decided else aside).add(place)
    start = min(one["start"] for one in record["mentions"])
    path = ROOT / record["source"]["file"]
    return Annotated(path, frozenset(names), frozenset(aside), start)


def cases() -> list[Annotated]:
    """Return the invented records whose names are annotated."""
    result = []
    for path in sorted(CASES.glob("*/expected.json")):
        record = json.loads(path.read_text(encoding="utf-8"))
        if "entities" not in record:
            continue
        names = {
            (one["start"], one["start"] + len(one["text"]), one["label"].lower())
            for one in record["entities"]
        }
        document = next(path.parent.glob("document.*"))
        sits = tuple(sitting_bodies(record))
        result.append(Annotated(document, frozenset(names), frozenset(), sits=sits))
    return result


def model_alone(minutes: Minutes, _tools: Tools) -> Iterable[Place]:
    """Yield the names that the model marks, by its own labels."""
    passages = read_passages(minutes)
    marked = read_once(passage.text for passage in passages)
    for passage, read in zip(passages, marked, strict=True):
        for name in read.names:
            span = passage.span(name.start, name.end)
            if name.label in _PERSON:
                yield span.start, span.end, "person"
            elif name.label in _BODY:
                yield span.start, span.end, "organization"


def rules_alone(minutes: Minutes, tools: Tools) -> Iterable[Place]:
    """Yield the names that are found without the model."""
    return names_of(minutes, tools, recognise_nothing)


def both(minutes: Minutes, tools: Tools) -> Iterable[Place]:
    """Yield the names that the line finds."""
    return names_of(minutes, tools, read_once)


def aside_of(one: Annotated, minutes: Iterable[Minutes]) -> Iterable[Place]:
    """Yield the places that are neither right nor wrong: the body that sits too."""
    yield from one.aside
    text = next(iter(minutes)).document.text
    for place in range(len(text)):
        for name in one.sits:
            if text.startswith(name, place):
                yield place, place + len(name), "organization"


@cache
def _read(text: str) -> Recognised:
    """Return what the model finds in *text*, read once."""
    return recognise((text,))[0]


def read_once(texts: Iterable[str]) -> tuple[Recognised, ...]:
    """Return what the model finds in *texts*, each read once in a run."""
    return tuple(_read(text) for text in texts)


def names_of(minutes: Minutes, tools: Tools, recognise: Callable) -> Iterable[Place]:
    """Yield the names of people and bodies, words like 座長 left out."""
    for mention in find_mentions(minutes, tools.gazetteer, recognise):
        named = mention.label in {Label.PERSON, Label.ORGANIZATION}
        if named and mention.form is Form.NAME:
            yield mention.span.start, mention.span.end, mention.label.value


def score(find: Callable, documents: list[Annotated], kind: str) -> Score:
    """Return how the names of one *kind* that *find* finds compare."""
    tools = load_tools()
    right, wrong, missing = 0, (), ()
    for one in documents:
        minutes = tuple(parse_minutes(read_document(one.path), tools.gazetteer))
        places = {p for m in minutes for p in find(m, tools) if p[0] >= one.start}
        names = {p for p in one.names if p[2] == kind}
        part = compare(
            kind,
            [wanted(fact(*p)) for p in names],
            [found(fact(*p)) for p in places if p[2] == kind],
            frozenset(fact(*p) for p in aside_of(one, minutes)),
        )
        right += part.right
        wrong, missing = wrong + part.wrong, missing + part.missing
    return Score(kind, right, wrong, missing)


def score_themes(recogniser: Callable) -> Score:
    """Return how the themes of the statements of the bundled minutes compare."""
    (gold,) = read_gold(GOLD.parent)
    tools = replace(load_tools(), recognise=recogniser)
    store = open_store(run_line(gold.document, tools))
    scores = score_store(store, gold.expected)
    return next(one for one in scores if one.field == "themes")


def score_subjects_of(recogniser: Callable) -> tuple[Score, Score]:
    """Return how the themes of the cases meet the subjects that a reader gave them.

    The first score has what is met by the first eight themes, and what is not; the
    second what a record is said to be about, rightly and wrongly.
    """
    tools = replace(load_tools(), recognise=recogniser)
    parts = []
    for path in sorted(CASES.glob("*/subjects.json")):
        record = json.loads(path.read_text(encoding="utf-8"))
        document = next(path.parent.glob("document.*"))
        store = open_store(run_line(document, tools))
        parts.extend(score_subjects(store, read_subjects(record)))
    met, about = add_scores(parts)
    return met, about


def shown(one: Score) -> str:
    """Return a cell: F1 (precision, recall)."""
    return f"{one.f1:.2f} ({one.precision:.2f}, {one.recall:.2f})"


def main() -> None:
    """Print the table; themes by the rules alone are those without terms."""
    print("| Text | Kind | Names | GiNZA alone | Rules alone | Both |")
    print("|---|---|---|---|---|---|")
    for text, documents in (("bundled minutes", [bundled()]), ("cases", cases())):
        for kind in ("person", "organization"):
            scores = [
                score(f, documents, kind) for f in (model_alone, rules_alone, both)
            ]
            count = scores[0].right + len(scores[0].missing)
            cells = " | ".join(map(shown, scores))
            print(f"| {text} | {kind} | {count} | {cells} |")
    rules, whole = score_themes(recognise_nothing), score_themes(read_once)
    count = rules.right + len(rules.missing)
    print(
        f"| bundled minutes | theme | {count} | – | {shown(rules)} | {shown(whole)} |"
    )
    rows = [score_subjects_of(one) for one in (recognise_nothing, read_once)]
    met, about = zip(*rows, strict=True)
    count = met[0].right + len(met[0].missing)
    recalls = " | ".join(f"{one.recall:.2f} met" for one in met)
    print(f"| cases | subjects in the first eight | {count} | – | {recalls} |")
    precisions = " | ".join(f"{one.precision:.2f} right" for one in about)
    print(f"| cases | what a record is about | – | – | {precisions} |")


if __name__ == "__main__":
    main()
