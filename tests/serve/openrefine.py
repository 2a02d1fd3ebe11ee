"""Reconcile a column of names as OpenRefine does: what is it, batches of ten, extend.

By hand, with a file of lines `name TAB type TAB organization` (the last two may lack):

    python -m tests.serve.openrefine http://127.0.0.1:8080/reconcile names.tsv
"""

import json
import sys
from collections import Counter
from pathlib import Path

import httpx

BATCH = 10
"""Cells that OpenRefine sends at once."""


class Refine:
    """A client of one service, which it believes no more than its manifest says."""

    def __init__(self, url):
        """Ask the service at *url* what it is."""
        self._client = httpx.Client(timeout=60, trust_env=False)
        self.url = url
        self.manifest = self._client.get(url).raise_for_status().json()
        assert "0.2" in self.manifest["versions"]

    def close(self):
        """Hang up."""
        self._client.close()

    def reconcile(self, queries):
        """Return the candidates for each of *queries*, by its name."""
        found, names = {}, list(queries)
        for start in range(0, len(names), BATCH):
            some = {name: queries[name] for name in names[start : start + BATCH]}
            form = {"queries": json.dumps(some, ensure_ascii=False)}
            answer = self._client.post(self.url, data=form).raise_for_status().json()
            assert list(answer) == list(some)
            found |= {name: one["result"] for name, one in answer.items()}
        return found

    def extend(self, ids, properties):
        """Return values of *properties* of the entities *ids*."""
        wanted = {"ids": ids, "properties": [{"id": one} for one in properties]}
        form = {"extend": json.dumps(wanted)}
        return self._client.post(self.url, data=form).raise_for_status().json()

    def suggest(self, kind, prefix):
        """Return what the service would complete *prefix* to."""
        place = self.manifest["suggest"][kind]
        url = place["service_url"] + place["service_path"]
        answer = self._client.get(url, params={"prefix": prefix}).raise_for_status()
        return answer.json()["result"]

    def preview(self, iri):
        """Return the small page of an entity."""
        url = self.manifest["preview"]["url"].replace("{{id}}", iri)
        return self._client.get(url).raise_for_status().text

    def view(self, iri):
        """Return the page that a user opens by a click."""
        url = self.manifest["view"]["url"].replace("{{id}}", iri)
        return self._client.get(url, follow_redirects=True).raise_for_status().text


def main(url, path):
    """Print what became of the names in the file at *path*."""
    queries = {}
    for number, line in enumerate(Path(path).read_text("utf-8").splitlines()):
        name, kind, body, *_ = (*line.split("\t"), "", "")
        queries[str(number)] = {"query": name} | ({"type": kind} if kind else {})
        if body:
            queries[str(number)]["properties"] = [{"pid": "organization", "v": body}]
    refine = Refine(url)
    found = refine.reconcile(queries)
    counts = Counter(
        "matched"
        if any(one["match"] for one in candidates)
        else ("to be judged" if candidates else "not found")
        for candidates in found.values()
    )
    print(f"{len(found)} names: {dict(counts)}")
    refine.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
