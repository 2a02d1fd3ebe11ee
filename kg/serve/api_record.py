"""Answer what is asked of records: evidence, meetings, changes between them."""

from collections.abc import Mapping

from kg.graph import passages
from kg.graph.iris import span_of
from kg.serve.api_listing import reply_page, write_lines
from kg.serve.api_message import Asked, Json, ProblemError, Reply, reply_json
from kg.serve.api_site import Holdings
from kg.serve.entity_path import local_path
from kg.serve.entity_query import ask, read_sources

_MOST_SPANS = 100


def show_evidence(site: Holdings, asked: Asked) -> Reply:
    """Return the lines that spans stand in, with the spans marked."""
    spans = [value for name, value in asked.query if name == "span"]
    if not spans or len(spans) > _MOST_SPANS:
        raise ProblemError(400, f"span: expected 1 to {_MOST_SPANS} of them")
    for one in spans:
        found = span_of(one)
        if found is None:
            detail = f"span: expected …/doc/ID#char=FROM,TO, got {one[:120]!r}"
            raise ProblemError(400, f"{detail}; is the # written as %23?")
        if found[0] not in site.documents:
            raise ProblemError(404, f"span: no such document: {found[0]}")
    lines = passages(spans, site.documents)
    found_in = read_sources(site, (one.document for one in lines))
    return reply_json(
        {
            "evidence": write_lines(lines),
            "documents": [
                {"id": one, "page": asked.root + local_path(site, one), **facts}
                for one, facts in sorted(found_in.items())
            ],
        }
    )


def list_meetings(site: Holdings, asked: Asked) -> Reply:
    """Return meetings in order of time, of a council or between two days."""
    council, first, last = asked.one("council"), asked.one("from"), asked.one("to")
    rows = ask(site, "meetings")
    found: list[Json] = [
        {
            "id": row["meeting"],
            "name": row["name"],
            "number": int(row["number"]) if "number" in row else None,
            "date": row.get("start", "")[:10] or None,
            "council": {"id": row["council"], "name": row["councilName"]}
            if "council" in row
            else None,
            "documents": row["documents"].split(),
            "page": asked.root + local_path(site, row["meeting"]),
        }
        for row in rows
        if (not council or council in {row.get("council"), row.get("councilName")})
        and (not first or row.get("start", "")[:10] >= first)
        and (not last or "" < row.get("start", "")[:10] <= last)
    ]
    return reply_page(asked, found, most=1000)


def list_changes(site: Holdings, asked: Asked) -> Reply:
    """Return changes of posts and seats that rosters of one council show."""
    wanted = {key: asked.one(key) for key in ("person", "council", "before", "after")}
    found: dict[str, dict[str, Json]] = {}
    for row in ask(site, "changes"):
        if any(word and word != row[key] for key, word in wanted.items()):
            continue
        one = found.setdefault(row["change"], _change(row))
        for side, prefix in (("lost", "old"), ("gained", "new")):
            post = {
                "id": row.get(prefix),
                "post": row.get(f"{prefix}Post"),
                "organization": row.get(f"{prefix}Body"),
            }
            held = one[side]
            if prefix in row and isinstance(held, list) and post not in held:
                held.append(post)
    return reply_page(asked, list(found.values()))


def _change(row: Mapping[str, str]) -> dict[str, Json]:
    """Return a change, its posts not yet."""
    return {
        "id": row["change"],
        "label": row["label"],
        "person": {"id": row["person"], "name": row["personName"]},
        "council": {"id": row["council"], "name": row["councilName"]},
        "after": {"id": row["after"], "name": row["afterName"]},
        "before": {"id": row["before"], "name": row["beforeName"]},
        "lost": [],
        "gained": [],
    }
