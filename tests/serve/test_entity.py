"""A thing leads to its page or its data; pages are inert, whatever names say."""

import json
import re
from html.parser import HTMLParser

import pytest
import rdflib

from kg.serve.api_message import PROBLEM, Asked
from kg.serve.entity_page import read_words
from kg.serve.pages import finish, list_files
from kg.serve.problem_page import WORDS
from tests.graph.small_record import BASE, COMPANY, COUNCIL, HANAKO, MINISTRY, THEME
from tests.serve.small_site import ROOT, SITE, get, local, site_of

DOCUMENT = next(iter(SITE.documents))
MEETING = SITE.store.rows("SELECT ?m { ?m a gjr:Meeting }")[0]["m"]
PATHS = {
    "person": HANAKO.id,
    "organization": COMPANY.id,
    "ministry": MINISTRY.id,
    "council": COUNCIL.id,
    "meeting": MEETING.removeprefix(BASE),
    "document": DOCUMENT.removeprefix(BASE),
}
EVIL = "</title></style><script>alert(1)</script><img src=x onerror=alert(1)>\"'&"
HOSTILE = site_of(
    "".join(
        f"<{BASE}person/evil> <{predicate}> {value} <{BASE}doc/1> .\n"
        for predicate, value in (
            ("http://www.w3.org/1999/02/22-rdf-syntax-ns#type",
             "<http://xmlns.com/foaf/0.1/Person>"),
            ("http://www.w3.org/2000/01/rdf-schema#label",
             json.dumps(EVIL, ensure_ascii=False) + "@ja"),
        )
    ).encode(),
    vocabulary=(),
)  # fmt: skip


class Tags(HTMLParser):
    """Collects what a browser would act on."""

    def __init__(self):
        super().__init__()
        self.found, self.links = [], []

    def handle_starttag(self, tag, attrs):
        self.found.append(tag)
        self.links += [v for n, v in attrs if n in {"href", "src"}]
        assert not any(name.startswith("on") for name, _ in attrs)
        assert not any(name == "style" for name, _ in attrs)


@pytest.mark.parametrize(
    ("accept", "path"),
    [
        ("", "/page/{}"),
        ("text/html,application/xhtml+xml,*/*;q=0.8", "/page/{}"),
        ("*/*", "/page/{}"),
        ("text/turtle", "/data/{}.ttl"),
        ("application/n-triples", "/data/{}.nt"),
        ("application/ld+json", "/data/{}.jsonld"),
        ("application/json", "/data/{}.json"),
        ("application/rdf+xml;q=1, text/turtle;q=0.4", "/data/{}.ttl"),
    ],
)
def test_a_thing_leads_to_what_tells_of_it(accept, path):
    reply = get(f"/id/{HANAKO.id}", accept=accept)

    assert reply.status == 303
    assert reply.headers["Location"] == ROOT + path.format(HANAKO.id)
    assert "Accept" in reply.headers["Vary"]
    assert get(local(reply.headers["Location"])).status == 200


def test_a_client_that_will_have_none_of_the_forms():
    assert get(f"/id/{HANAKO.id}", accept="image/png").status == 406


def test_an_iri_elsewhere_has_a_page_too():
    reply = get("/id", [("iri", THEME)], accept="text/html")

    assert reply.status == 303
    assert reply.headers["Location"].startswith(f"{ROOT}/page?iri=https%3A%2F%2F")
    assert "人材育成" in get("/page", [("iri", THEME)]).body.decode()


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("path", PATHS.values(), ids=PATHS)
def test_a_page_works_without_script_and_asks_for_nothing(path, language):
    reply = get(f"/page/{path}", accept_language=language)

    text = reply.body.decode()
    tags = Tags()
    tags.feed(text)
    assert reply.status == 200
    assert f'<html lang="{language}">' in text
    assert not {"script", "img", "iframe", "form", "object"} & set(tags.found)
    policy = reply.headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'")
    assert "script" not in policy
    for link in set(tags.links) if language == "ja" else ():
        if link.startswith("/page"):
            place, _, rest = link.partition("?")
            query = [("lang", "en")] if rest.startswith("lang") else []
            if not rest.startswith("iri"):
                assert get(place.partition("#")[0], query).status == 200, link


def test_a_page_shows_posts_days_and_marked_evidence():
    text = get(f"/page/{HANAKO.id}").body.decode()

    assert "架空大学" in text
    assert "<mark>" in text
    assert re.search(r"L\d+</a></figcaption>", text)
    assert get(f"/page/{PATHS['document']}").body.decode().count('<li id="L') == len(
        SITE.documents[DOCUMENT].texts
    )


def test_hostile_names_stay_words():
    reply = get("/page/person/evil", site=HOSTILE)

    tags = Tags()
    tags.feed(reply.body.decode())
    assert reply.status == 200
    assert not {"script", "img"} & set(tags.found)
    assert "&lt;script&gt;" in reply.body.decode()


@pytest.mark.parametrize(
    ("ending", "form"), [("ttl", "turtle"), ("nt", "nt"), ("jsonld", "json-ld")]
)
def test_data_say_the_same_in_every_form(ending, form):
    reply = get(f"/data/{HANAKO.id}.{ending}")

    graph = rdflib.Graph().parse(data=reply.body, format=form)
    expected = rdflib.Graph().parse(data=get(f"/data/{HANAKO.id}.nt").body, format="nt")
    assert set(graph) == set(expected)
    assert len(graph) > 4


@pytest.mark.parametrize(
    "path",
    ["/page/person/nobody", "/data/person/nobody.ttl", "/data/person/nobody.json"],
)
def test_of_nobody_nothing_is_said(path):
    assert get(path).status == 404


def test_a_ministry_with_more_rows_than_are_shown_says_so():
    """Their IRIs together would be a longer query than may be asked."""
    gjr, meeting = "https://w3id.org/gijiroku/ns#", f"<{BASE}meeting/1>"
    kind = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
    label = "<http://www.w3.org/2000/01/rdf-schema#label>"
    lines = [
        f"<{BASE}org/1> {kind} <http://www.w3.org/ns/org#Organization>",
        f'<{BASE}org/1> {label} "架空省"@ja',
        f"{meeting} {kind} <{gjr}Meeting>",
        f'{meeting} {label} "会"@ja',
    ]
    for number in range(600):
        row = f"<{BASE}meeting/1/attendance-{number}>"
        lines += [
            f"{row} {kind} <{gjr}Attendance>",
            f"{row} <{gjr}meeting> {meeting}",
            f'{row} <http://schema.org/position> "{number}"',
            f"{row} <http://www.w3.org/ns/prov#agent> <{BASE}org/1>",
        ]
    quads = "".join(f"{line} <{BASE}doc/1> .\n" for line in lines)
    site = site_of(quads.encode(), vocabulary=())

    found = json.loads(get("/api/v1/entities/org/1", site=site).body)
    text = get("/page/org/1", site=site).body.decode()

    assert (len(found["attendances"]), found["truncated"]) == (500, True)
    assert read_words("ja")["cut"].format(count=500) in text


@pytest.mark.parametrize("path", ["/page/person/<b>nobody", "/nothing", "/page"])
def test_people_are_told_in_a_page_and_programs_in_json(path):
    reply = get(path, accept="text/html,*/*;q=0.8", accept_language="en")

    text, tags = reply.body.decode(), Tags()
    tags.feed(text)
    assert reply.status in {400, 404}
    assert reply.media_type.startswith("text/html")
    assert WORDS["en"][str(reply.status)] in text
    assert not {"script", "b"} & set(tags.found)
    for accept in ("", "*/*", "application/json"):
        assert get(path, accept=accept).media_type == PROBLEM


def test_the_words_of_problems_are_there_in_both_languages():
    assert WORDS["ja"].keys() == WORDS["en"].keys()


def test_a_theme_is_called_by_its_label_and_shows_the_words_that_touch_it():
    text = get("/page", [("iri", THEME)]).body.decode()

    assert '<h1 lang="ja">人材育成</h1>' in text
    assert "<mark>" in text


def test_a_ministry_shows_the_people_of_its_units():
    text = get(f"/page/{MINISTRY.id}").body.decode()

    assert "/page/person/" in text


def test_the_words_of_a_page_are_there_in_both_languages():
    assert read_words("ja").keys() == read_words("en").keys()


@pytest.fixture
def built(tmp_path):
    """Return a folder as a build leaves it, with what must not be served."""
    inner = tmp_path / "out" / ".kg"
    build = inner / "builds" / "1"
    (build / "side").mkdir(parents=True)
    for name in ("index.html", "graph.ttl", "side/1.json", ".people"):
        (build / name).write_text(name)
    (tmp_path / "secret").write_text("secret")
    (inner / "lock").write_text("lock")
    (build / "leads-out.txt").symlink_to(tmp_path / "secret")
    (inner / "current").symlink_to("builds/1")
    return inner / "current"


def test_only_files_of_the_build_are_served(built):
    files = list_files(built)

    assert set(files) == {"/", "/index.html", "/graph.ttl", "/side/1.json"}


@pytest.mark.parametrize(
    "path",
    [
        "/../secret", "/../../etc/passwd", "//etc/passwd", "/side/../../lock",
        "/%2e%2e/secret", "/.kg/lock", "/.people", "/leads-out.txt", "/side", "/side/",
        "/..\\secret", "/index.html\x00", "/./index.html", "/C:/secret",
    ],
)  # fmt: skip
def test_no_path_leads_out(built, path):
    site = site_of(b"", vocabulary=(), files=list_files(built))

    assert get("/index.html", site=site).status == 200
    assert get(path, site=site).status == 404


def test_what_a_client_has_is_not_sent_again(built):
    site = site_of(b"", vocabulary=(), files=list_files(built))
    for path in ("/", "/graph.ttl", "/api/v1/questions"):
        asked = Asked("GET", path)
        status, headers, _ = finish(get(path, site=site), asked)
        again = Asked("GET", path, headers={"if-none-match": f"W/{headers['ETag']}"})
        assert status == 200
        assert finish(get(path, site=site), again)[0] == 304
        assert "X-Content-Type-Options" not in headers  # the application sets it


def test_an_explorer_is_the_first_page(built):
    (built / "explorer.html").write_text("e")

    assert list_files(built)["/"].name == "explorer.html"
