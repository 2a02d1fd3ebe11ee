"""Map the IRIs of entities to paths of the service, and back.

What stands below the base of the data (https://example.org/gijiroku/id/person/x) is
at /id/person/x; any other IRI (a theme) is at /id?iri=…. Both lead by 303 to /page
for people, or to /data for programs.
"""

from urllib.parse import quote

from kg.graph.named import is_iri
from kg.serve.api_message import Asked, ProblemError, escaped
from kg.serve.api_site import Holdings

FORMATS = {
    "ttl": "text/turtle; charset=utf-8",
    "nt": "application/n-triples; charset=utf-8",
    "jsonld": "application/ld+json",
    "json": "application/json",
}
"""The forms of data, by the ending of their path."""
_LONGEST = 2_000


def local_path(site: Holdings, iri: str, kind: str = "page", ending: str = "") -> str:
    """Return the path at which the service has *iri*: its page, its data or itself."""
    if iri.startswith(site.base) and iri != site.base:
        return f"/{kind}/{escaped(iri.removeprefix(site.base))}{ending}"
    suffix = f"&format={ending[1:]}" if ending else ""
    return f"/{kind}?iri={quote(iri, safe='')}{suffix}"


def page_url(site: Holdings, root: str, iri: str) -> str:
    """Return the whole URL of the page of *iri*."""
    return root + local_path(site, iri)


def asked_iri(site: Holdings, asked: Asked) -> str:
    """Return the IRI that is asked about, by path or by ?iri=.

    Raises ProblemError where it cannot be one.
    """
    path = asked.values.get("id")
    found = asked.one("iri") if path is None else path
    if path is not None and not path.startswith(("http://", "https://")):
        found = site.base + path
    if not found or len(found) > _LONGEST or not is_iri(found):
        raise ProblemError(400, f"expected an IRI, got {found[:80]!r}")
    return found
