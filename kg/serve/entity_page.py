"""Show one thing as a page that runs no script, or as data, at its own address."""

import json
from collections.abc import Callable
from itertools import chain

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from kg.export.jsonld import jsonld_of_triples
from kg.graph import PREFIXES, bind, iri, turtle_of_lines
from kg.serve.api_entity import write_entity
from kg.serve.api_message import (
    Asked,
    ProblemError,
    Reply,
    prefer,
    reply_html,
    reply_json,
)
from kg.serve.api_site import Holdings
from kg.serve.asset import read_asset
from kg.serve.entity import read_entity
from kg.serve.entity_path import FORMATS, asked_iri, local_path
from kg.serve.entity_query import read_query, read_titles
from kg.serve.entity_values import Entity
from kg.view.changes import cut_marks
from kg.view.page import content_policy, page_style

_VARY = {"Vary": "Accept, Accept-Language"}
_OFFERED = ("text/html", *(kind.partition(";")[0] for kind in FORMATS.values()))


def redirect(site: Holdings, asked: Asked) -> Reply:
    """Lead from a thing to what tells of it: a page for people, data for programs.

    A person is no page; hence 303, and not 200. Raises ProblemError 406 where the
    client will have none of the forms.
    """
    thing = asked_iri(site, asked)
    kind = prefer(asked.headers.get("accept", ""), _OFFERED)
    if kind is None:
        raise ProblemError(406, f"there are {', '.join(_OFFERED)}")
    place = _OFFERED.index(kind)
    if place == 0:
        path = local_path(site, thing)
        if asked.one("lang"):
            path += f"{'&' if '?' in path else '?'}lang={asked.language}"
    else:
        path = local_path(site, thing, "data", f".{tuple(FORMATS)[place - 1]}")
    return Reply(303, "text/plain", b"", {"Location": asked.root + path, **_VARY})


def show_page(site: Holdings, asked: Asked) -> Reply:
    """Return the page of a thing."""
    thing, language = asked_iri(site, asked), asked.language
    entity = read_entity(site, thing)
    if entity is None:
        raise ProblemError(404, f"the graph says nothing of {thing}")
    style = page_style() + read_asset("entity.css")
    path = local_path(site, thing)
    formats = [
        (ending, kind, local_path(site, thing, "data", f".{ending}"))
        for ending, kind in FORMATS.items()
    ]
    other = "en" if language == "ja" else "ja"
    text = _template().render(
        entity=entity,
        language=language,
        words=read_words(language),
        style=Markup(style),  # noqa: S704 - our own files
        path=_path(site),
        short=_short,
        titles=read_titles(site, _cited(entity)),
        cut=cut_marks,
        formats=formats,
        other=f"{path}{'&' if '?' in path else '?'}lang={other}",
        text=site.documents[thing].texts if thing in site.documents else (),
    )
    reply = reply_html(text, content_policy(style, ()).replace("script-src ;", ""))
    return Reply(200, reply.media_type, reply.body, {**reply.headers, **_VARY})


def show_data(site: Holdings, asked: Asked) -> Reply:
    """Return what the graph says of a thing, in the form that the path names."""
    ending = asked.values.get("format") or asked.one("format", "ttl")
    if ending not in FORMATS:
        raise ProblemError(404, f"format: expected one of {', '.join(FORMATS)}")
    thing = asked_iri(site, asked)
    if ending == "json":
        entity = read_entity(site, thing)
        if entity is None:
            raise ProblemError(404, f"the graph says nothing of {thing}")
        return reply_json(write_entity(site, asked, entity))
    query = bind(read_query("describe"), {"thing": [iri(thing)]})
    lines = site.store.query(query).triples or ()
    if not lines:
        raise ProblemError(404, f"the graph says nothing of {thing}")
    match ending:
        case "nt":
            text = "".join(f"{line}\n" for line in lines)
        case "ttl":
            text = turtle_of_lines(lines)
        case _:
            text = jsonld_of_triples(lines)
    return Reply(200, FORMATS[ending], text.encode("utf-8", "replace"))


def read_words(language: str) -> dict[str, str]:
    """Return the words of the page in *language*, by key."""
    words: dict[str, str] = json.loads(read_asset(f"entity-{language}.json"))
    return words


def _template() -> Template:
    """Return the page's template; all that is put into it is escaped."""
    environment = Environment(autoescape=True, undefined=StrictUndefined)
    return environment.from_string(read_asset("entity.html"))


def _short(word: str) -> str:
    """Return an IRI of a vocabulary as people write it, schema:name."""
    known = ((p, base) for p, base in PREFIXES.items() if word.startswith(base))
    return next((f"{p}:{word.removeprefix(base)}" for p, base in known), word)


def _cited(entity: Entity) -> set[str]:
    """Return the documents that a page cites."""
    found = chain(
        [entity.passages],
        (post.passages for post in entity.posts),
        (seat.passages for seat in entity.seats),
        (ref.passages for ref in entity.neighbours),
    )
    return {line.document for lines in found for line in lines}


def _path(site: Holdings) -> Callable[[str], str]:
    """Return what gives the path of an IRI's page."""
    return lambda thing: local_path(site, thing)
