"""Describe the routes of the service: one table routes requests and documents them."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from kg.errors import KgError, QueryError, QuestionError
from kg.serve.api_message import Asked, Json, ProblemError, Reply, reply_problem
from kg.serve.api_site import Holdings
from kg.serve.problem_page import as_page

# {id}, {path*}: the second has slashes too
_OPEN = re.compile(r"\{(?P<name>\w+)(?P<rest>\*?)\}")


@dataclass(frozen=True, slots=True)
class Field:
    """A parameter of a route: its *place* is path or query."""

    name: str
    schema: Json
    ja: str
    en: str
    example: Json = None
    required: bool = False
    place: str = "query"


@dataclass(frozen=True, slots=True)
class Route:
    """One thing that can be asked: how, where, what it means, who answers.

    *returns* gives for each status the media types and the schema of an answer.
    """

    method: str
    path: str
    name: str
    ja: str
    en: str
    answer: Callable[[Holdings, Asked], Reply]
    fields: tuple[Field, ...] = ()
    returns: tuple[tuple[str, tuple[str, ...], str], ...] = ()
    body: tuple[tuple[str, Json], ...] = ()
    tag: str = "api"

    @property
    def pattern(self) -> "re.Pattern[str]":
        """Return what paths are this route's."""
        parts, end = [], 0
        for found in _OPEN.finditer(self.path):
            parts.append(re.escape(self.path[end : found.start()]))
            inner = ".+" if found["rest"] else "[^/]+"
            parts.append(f"(?P<{found['name']}>{inner})")
            end = found.end()
        return re.compile("".join((*parts, re.escape(self.path[end:]))))


class Routes:
    """The routes in order; the first whose path fits is taken."""

    def __init__(self, routes: Iterable[Route]) -> None:
        """Know *routes*."""
        self.all = tuple(routes)
        self._patterns = tuple((route.pattern, route) for route in self.all)

    def answer(self, site: Holdings, asked: Asked) -> Reply:
        """Return the answer to what was *asked*; whatever is wrong is an answer too.

        Words of the client are in no answer but as JSON, or escaped.
        """
        method = "GET" if asked.method == "HEAD" else asked.method
        allowed = []
        for pattern, route in self._patterns:
            found = pattern.fullmatch(asked.path)
            if found is None:
                continue
            if route.method != method:
                allowed.append(route.method)
                continue
            given = replace(asked, values=found.groupdict())
            return _guarded(site, given, route)
        if allowed:
            reply = _problem(405, f"{method} is not understood here", asked)
            headers = {"Allow": ", ".join(sorted({*allowed, "HEAD", "OPTIONS"}))}
            return replace(reply, headers={**reply.headers, **headers})
        return _problem(404, "nothing is at this path", asked)


def _guarded(site: Holdings, asked: Asked, route: Route) -> Reply:
    """Return the answer of *route*, or why there is none."""
    try:
        return route.answer(site, asked)
    except ProblemError as error:
        status, detail = error.status, error.detail
    except (QuestionError, QueryError) as error:
        status, detail = 400, str(error)
    except KgError as error:
        status, detail = 503, str(error)
    return _problem(status, detail, asked)


def _problem(status: int, detail: str, asked: Asked) -> Reply:
    """Return why there is no answer: JSON for programs, a page for people."""
    return as_page(reply_problem(status, detail), detail, asked)
