"""Find entities by name, and say what is known of one."""

from kg.reconcile import Entry
from kg.reconcile.index import TYPES
from kg.reconcile.suggest import describe
from kg.serve.api_listing import reply_page, write_lines
from kg.serve.api_message import Asked, Json, ProblemError, Reply, reply_json
from kg.serve.api_site import Holdings
from kg.serve.entity import read_entity
from kg.serve.entity_path import asked_iri, local_path
from kg.serve.entity_values import Entity, Post, Ref, Seat


def search(site: Holdings, asked: Asked) -> Reply:
    """Return the entities whose names have the words that are asked for.

    Names that are the words come first, then those that begin with them, then those
    that hold them; widths, blanks and variants of kanji do not matter.
    """
    words, kind = asked.one("q"), asked.one("type") or None
    if not words.strip():
        raise ProblemError(400, "q: expected the words to look for")
    if kind is not None and kind not in TYPES:
        raise ProblemError(
            400, f"type: expected one of {', '.join(TYPES)}, got {kind!r}"
        )
    found = _ranked(site, words, kind)
    return reply_page(asked, [_found(site, asked, entry) for entry in found])


def _ranked(site: Holdings, words: str, kind: str | None) -> list[Entry]:
    """Return the entries that *words* are in, the nearest first."""
    index = site.index
    wanted = index.fold(words)
    if not wanted:
        return []
    grams = [wanted[i : i + 2] for i in range(len(wanted) - 1)]
    if grams:
        places = set.intersection(*(set(index.grams.get(one, ())) for one in grams))
    else:  # one kanji: any pair with it
        held = (found for gram, found in index.grams.items() if wanted in gram)
        places = {one for found in held for one in found}
    ranked: dict[str, tuple[bool, bool, int, str]] = {}
    for name, iri in (index.folded[place] for place in places):
        entry = index.entries[iri]
        if wanted in name and (kind is None or kind in entry.types):
            begins = name.startswith(wanted)
            rank = (name != wanted, not begins, len(entry.name), iri)
            ranked[iri] = min(rank, ranked.get(iri, rank))
    return [index.entries[iri] for *_, iri in sorted(ranked.values())]


def _found(site: Holdings, asked: Asked, entry: Entry) -> Json:
    """Return one hit."""
    return {
        "id": entry.id,
        "name": entry.name,
        "names": list(entry.names),
        "types": list(entry.types),
        "description": describe(entry),
        "page": asked.root + local_path(site, entry.id),
    }


def show_entity(site: Holdings, asked: Asked) -> Reply:
    """Return what the graph knows of one entity."""
    thing = asked_iri(site, asked)
    entity = read_entity(site, thing)
    if entity is None:
        raise ProblemError(404, f"the graph says nothing of {thing}")
    return reply_json(write_entity(site, asked, entity))


def write_entity(site: Holdings, asked: Asked, entity: Entity) -> Json:
    """Return *entity* as JSON; evidence is lines with their marks."""
    held = site.index.entries.get(entity.id)
    return {
        "id": entity.id,
        "kind": entity.kind,
        "name": entity.name,
        "names": list(entity.names),
        "types": list(entity.types),
        "page": asked.root + local_path(site, entity.id),
        "properties": {
            name: [{"id": v.id, "name": v.text} for v in values]
            for name, values in (held.properties if held else {}).items()
        },
        "facts": dict(entity.facts or {}),
        "posts": [_post(one) for one in entity.posts],
        "attendances": [_seat(one) for one in entity.seats],
        "truncated": entity.cut,
        "neighbours": [_ref(one) for one in entity.neighbours],
        "statements": [
            {
                "property": one.property,
                "value": one.value,
                "name": one.name,
                "inward": one.inward,
            }
            for one in entity.statements
        ],
        "evidence": write_lines(entity.passages),
    }


def _post(post: Post) -> Json:
    """Return a post."""
    return {
        "person": _ref(post.person),
        "organization": _ref(post.organization) if post.organization else None,
        "post": post.post or None,
        "seat": post.seat,
        "attestedOn": list(post.days),
        "evidence": write_lines(post.passages),
    }


def _seat(seat: Seat) -> Json:
    """Return a row of a roster."""
    return {
        "agent": _ref(seat.agent),
        "meeting": _ref(seat.meeting),
        "status": "absent" if seat.absent else "present",
        "mode": None if seat.absent else seat.mode,
        "modeBasis": seat.mode_basis.value,
        "proxy": seat.proxy,
        "principal": seat.principal or None,
        "role": seat.role,
        "roleBasis": seat.role_basis.value,
        "group": seat.group or None,
        "asWritten": seat.written or None,
        "evidence": write_lines(seat.passages),
    }


def _ref(ref: Ref) -> Json:
    """Return another thing."""
    found: dict[str, Json] = {"id": ref.id, "name": ref.name}
    if ref.relation:
        found["relation"] = ref.relation
    if ref.day:
        found["date"] = ref.day
    if ref.passages:
        found["evidence"] = write_lines(ref.passages)
    return found
