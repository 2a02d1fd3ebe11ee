"""Read a corpus by the rules alone, and find each sighting among the true rows."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace

from kg.errors import KgError
from kg.evaluate.identity import TrueSighting
from kg.graph.iris import name_record
from kg.identity import see_people
from kg.mention import recognise_nothing
from kg.minutes import parse_minutes
from kg.model import Minutes, PersonSighting
from kg.pipeline import Tools, load_tools, open_documents, read_entities
from kg.text import key
from tests.corpora.values import Corpus

WORKERS = 2
Sightings = tuple[PersonSighting, ...]
Matched = list[tuple[PersonSighting, dict]]
_tools: list[Tools] = []


@dataclass(frozen=True, slots=True)
class Read:
    """What was read of one document, or the reason why it was refused."""

    name: str
    sightings: Sightings
    refusal: str = ""


def start() -> None:
    """Load the tools of one worker, with a recogniser that finds nothing."""
    tools = load_tools()
    _tools.append(replace(tools, recognise=recognise_nothing))


def read_one(document: tuple[str, str]) -> Read:
    """Return who is seen in one document, its name and its text."""
    name, text = document
    tools = _tools[0]
    try:
        sightings = [
            one
            for whole in open_documents(text.encode(), name, tools)
            for minutes in parse_minutes(whole, tools.gazetteer)
            for one in _see(minutes, tools)
        ]
    except KgError as error:
        return Read(name, (), str(error))
    return Read(name, tuple(sightings))


def _see(minutes: Minutes, tools: Tools) -> Sightings:
    """Return who is seen in one record."""
    entities = read_entities(minutes, tools)
    meeting = str(name_record(entities, tools.base).meeting)
    return see_people(entities, meeting.removeprefix(tools.base))


def read_all(corpus: Corpus) -> list[Read]:
    """Return what is read of all documents, in their order."""
    with ProcessPoolExecutor(WORKERS, initializer=start) as workers:
        return list(workers.map(read_one, corpus.documents.items(), chunksize=20))


def match_all(corpus: Corpus, results: list[Read]) -> Matched:
    """Return all sightings of *results* that are a row of the truth, with the row."""
    rows: dict[str, list[dict]] = defaultdict(list)
    for row in corpus.truth["rows"]:
        rows[row["document"]].append(row)
    return [pair for one in results for pair in match(one.sightings, rows[one.name])]


def match(
    sightings: Sightings, rows: list[dict]
) -> Iterator[tuple[PersonSighting, dict]]:
    """Yield each sighting with the row that it is of, by printed name.

    Of several rows with one name that of the same organization is taken, else the
    next.
    """
    open_rows: dict[str, list[dict]] = defaultdict(list)
    for row in rows:
        open_rows[key(row["printed"])].append(row)
    for one in sorted(sightings, key=lambda one: (not one.posts, one.position)):
        found = open_rows.get(key(one.name))
        if found:
            tops = {part for post in one.posts for part in post.organization[:1]}
            best = max(found, key=lambda row: bool(tops & set(row["printed_path"])))
            found.remove(best)
            yield one, best


def true_sighting(row: Mapping, surnames: Mapping[str, str]) -> TrueSighting:
    """Return what is true of one row, as the scores want it."""
    return TrueSighting(
        person=row["person"],
        name=row["printed"],
        surname=surnames[row["name"]],
        organization=row["organization"],
        employer=row["employer"],
        surname_only="surname" in row["marks"],
        slip="slip" in row["marks"],
    )


def surnames_of(truth: Mapping) -> dict[str, str]:
    """Return the surname of each full name of *truth*."""
    return {
        surname + one["given"]: surname
        for one in truth["people"]
        for _, surname in one["surnames"]
    }


def ceiling(matched: Matched) -> dict[str, str]:
    """Return whom an honest reader could name at best: no surname leaves its council.

    佐藤委員 is the 佐藤健 whom the same council printed at another meeting, and nobody
    of another council.
    """
    known = {
        (row["person"], seen.council)
        for seen, row in matched
        if "surname" not in row["marks"]
    }
    return {
        seen.key: row["person"]
        if (row["person"], seen.council) in known
        else f"{row['person']} {seen.council}"
        for seen, row in matched
    }
