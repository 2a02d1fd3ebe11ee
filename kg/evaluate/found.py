"""Read facts out of a store in the form in which they are scored."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from kg.evaluate.anaphor import read_anaphors
from kg.evaluate.discourse import find_discourse
from kg.evaluate.post import Row, affiliation_forms, position_forms, read_paths
from kg.evaluate.roster import read_heads, read_roster
from kg.evaluate.rows import rows_of
from kg.evaluate.score import Found, choice, fact, found
from kg.evaluate.undertaking import find_undertaken
from kg.graph import Store


def read_found(store: Store) -> dict[str, tuple[Found, ...]]:
    """Return what *store* says, by field; a field that is asked of none is empty."""
    readers: tuple[Callable[[Store], dict[str, list[Found]]], ...] = (
        read_heads,
        read_roster,
        _posts,
        _organizations,
        _agenda,
        _statements,
        _themes,
        find_discourse,
        find_undertaken,
        read_anaphors,
    )
    return {
        field: tuple(facts) for read in readers for field, facts in read(store).items()
    }


def _posts(store: Store) -> dict[str, list[Found]]:
    """Return the posts of the roster: as decided, and as they could be printed."""
    paths = read_paths(rows_of(store, "organizations"))
    facts: dict[str, list[Found]] = {"posts_strict": [], "posts_path": []}
    printed: dict[str, list[Found]] = {"affiliation": [], "posts": []}
    for row in rows_of(store, "posts"):
        name, path = row["name"], paths.get(row.get("organization", ""), ())
        role, appointment = row.get("role", ""), row.get("appointment", "")
        roles = (role, row.get("written", role))
        short, legal = ("/".join(names) for names in _both(path))
        facts["posts_strict"].append(found(fact(name, short, role, appointment)))
        facts["posts_path"].append(
            found(
                *(fact(name, p, r, appointment) for p in (short, legal) for r in roles)
            )
        )
        if path:
            forms = affiliation_forms(path, roles)
            printed["affiliation"].append(found(*(fact(name, f) for f in forms)))
        if role:
            forms = position_forms(path, roles)
            printed["posts"].append(found(*(fact(name, form) for form in forms)))
    return facts | printed


def _both(path: tuple[tuple[str, str], ...]) -> tuple[list[str], list[str]]:
    """Return the names of a *path*, with the short and the legal name on top."""
    short = [name for name, _ in path]
    return short, [legal for _, legal in path[:1]] + short[1:]


def _organizations(store: Store) -> dict[str, list[Found]]:
    """Return organizations with their parents, and their other names."""
    rows = rows_of(store, "organizations")
    edges = [
        found(fact(row["qualified"], row["above"]))
        for row in rows
        if "above" in row and row["listed"] == "true"
    ]
    aliases = [
        found(*(fact(row["other"], full) for full in _full(row)))
        for row in rows
        if "other" in row and row["other"] not in _full(row)
    ]
    return {"edges": edges, "aliases": aliases}


def _full(row: Row) -> set[str]:
    """Return the names of an organization, and of its path, that are no short ones."""
    qualified = row["qualified"]
    steps = qualified.split()
    return {qualified, "".join(steps), *steps, row.get("legal", qualified)}


def _agenda(store: Store) -> dict[str, list[Found]]:
    """Return the agenda, who introduced it with what, and the handouts."""
    rows = rows_of(store, "agenda")
    handouts = rows_of(store, "handouts")
    public = {
        row["handout"]: str(not row.get("access", "").endswith("/NON_PUBLIC"))
        for row in handouts
    }
    return {
        "agenda": [found(fact(row["number"], row["title"])) for row in rows],
        "agenda_titles": [found(fact(row["title"])) for row in rows],
        "presenters": [
            found(*(fact(r["number"], r[n]) for n in ("presenter", "short") if n in r))
            for r in rows
            if "presenter" in r
        ],
        "handouts_used": [
            found(fact(r["number"], r["label"])) for r in rows if "label" in r
        ],
        "handouts": [
            found(fact(r.get("label", ""), r["title"], public[r["handout"]]))
            for r in handouts
        ],
        "handout_titles": [found(fact(r["title"])) for r in handouts],
        "handouts_closed": [
            found(fact(r["title"])) for r in handouts if public[r["handout"]] == "False"
        ],
    }


def _statements(store: Store) -> dict[str, list[Found]]:
    """Return the statements, and to whom they are given."""
    rows = rows_of(store, "statements")
    candidates: dict[str, list[str]] = {}
    for row in rows:
        if "candidate" in row:
            candidates.setdefault(row["statement"], []).append(row["candidate"])
    labelled = [row for row in rows if "label" in row]
    return {
        "statements": [found(fact(r.get("item", 0), r["text"])) for r in rows],
        "statement_count": [found(fact(len({row["statement"] for row in rows})))],
        "questions": [
            found(fact(r.get("item", 0), r["position"], r["question"]))
            for r in rows
            if "question" in r
        ],
        "speaker_labels": [found(fact(_label(row))) for row in labelled],
        "speakers": [*_speakers(labelled, candidates), *_unlabelled(rows)],
        "spoken": [*_spoken(labelled), *_unlabelled(rows)],
        "attribution": [
            found(fact(_label(r), r["attribution"].rpartition("-")[2]))
            for r in labelled
        ],
    }


def _speakers(
    rows: Iterable[Row], candidates: Mapping[str, list[str]]
) -> Iterator[Found]:
    """Yield each label with whom it means, or could mean."""
    for row in rows:
        fits = candidates.get(row["statement"], ())
        yield found(fact(_label(row), row.get("speaker") or choice(fits)))


def _spoken(rows: Iterable[Row]) -> Iterator[Found]:
    """Yield each label that was given to a person, with the person."""
    for row in rows:
        if "speaker" in row:
            yield found(fact(_label(row), row["speaker"]))


def _unlabelled(rows: Iterable[Row]) -> Iterator[Found]:
    """Yield speakers of statements without a label: nobody may be."""
    for row in rows:
        if "speaker" in row and "label" not in row:
            yield found(fact("", row["speaker"]))


def _label(row: Row) -> str:
    """Return a label without marks and brackets around: 【橘主査】, ○橘主査."""
    return row["label"].strip().strip("○◎●◯【】〔〕[]「」<>〈〉《》：: 　")


def _themes(store: Store) -> dict[str, list[Found]]:
    """Return the themes that statements touch, by name and by local name."""
    return {
        "themes": [
            found(fact(row.get("item", 0), row["position"], row["name"]))
            for row in rows_of(store, "themes")
        ]
    }
