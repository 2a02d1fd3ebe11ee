"""Ask the graph the questions of this package, which are beside it as files."""

from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from kg.graph import bind
from kg.graph.lookup import portions
from kg.serve.api_site import Holdings


@cache
def read_query(name: str) -> str:
    """Return the query called *name* of this package."""
    file = files("kg.serve") / "queries" / f"{name}.rq"
    return file.read_text(encoding="utf-8")


def ask(
    site: Holdings, name: str, **values: Iterable[str]
) -> tuple[dict[str, str], ...]:
    """Return the rows of the query *name* with IRIs in its blanks."""
    query = read_query(name)
    return tuple(
        row
        for some in portions(query, values)
        for row in site.store.rows(bind(query, some))
    )


def read_sources(site: Holdings, documents: Iterable[str]) -> dict[str, dict[str, str]]:
    """Return what is said of where each of *documents* comes from, in a word each."""
    wanted = sorted(set(documents))
    rows = ask(site, "document", thing=wanted) if wanted else ()
    return {row.pop("thing"): row for row in map(dict, rows)}


def read_titles(site: Holdings, documents: Iterable[str]) -> dict[str, str]:
    """Return what each of *documents* is called, where it has a title."""
    found = read_sources(site, documents)
    return {one: facts["title"] for one, facts in found.items() if "title" in facts}
