"""A site of one invented record, and how to ask it."""

from urllib.parse import urlsplit

from kg.gazetteer import load_gazetteer
from kg.graph import Documents, build_graph, open_store
from kg.reconcile import read_index
from kg.resources import data_path
from kg.serve.api_message import Asked
from kg.serve.api_site import Holdings
from kg.serve.api_table import ROUTES
from tests.graph.small_record import BASE, RECORD

ROOT = "http://127.0.0.1:8080"
GAZETTEER = load_gazetteer(data_path() / "gazetteer")


def site_of(*sources, base=BASE, vocabulary=None, files=None):
    """Return the site of some graphs."""
    store = open_store(*sources, vocabulary=vocabulary)
    index = read_index(store, GAZETTEER)
    return Holdings(store, index, Documents(store), base, files or {})


SITE = site_of(build_graph((RECORD,), BASE))


def get(path, query=(), *, site=SITE, method="GET", body=b"", **headers):
    """Return the answer to a request; headers are named with _ for -."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return ROUTES.answer(site, Asked(method, path, tuple(query), named, body, ROOT))


def local(url):
    """Return the path of a URL of the site."""
    assert url.startswith(ROOT)
    return urlsplit(url).path
