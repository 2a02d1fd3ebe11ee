"""Virtuoso, as Debian has it, takes what a build says, and the reader is warned.

It counts a triple as often as graphs state it, and reads no update of 5,000 triples.
"""

import pytest

from kg.push import Client, Login, RemoteStore, Settings, Target, push_build

DBA = Login("dba", "dba")
COUNT = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s a gjr:Attendance } }"
ATTENDANCE = "#type> <https://w3id.org/gijiroku/ns#Attendance>"


@pytest.mark.parametrize("graph_store", [True, False], ids=["graph store", "update"])
def test_a_build_arrives_whole(out, virtuoso, graph_store):
    place = Target(
        f"{virtuoso}/sparql",
        f"{virtuoso}/sparql-auth",
        f"{virtuoso}/sparql-graph-crud-auth" if graph_store else None,
    )
    with Client(DBA) as client:
        first = push_build(out, place, client, Settings(vocabulary=False))
        again = push_build(out, place, client, Settings(vocabulary=False))
        there = RemoteStore(client, place.endpoint).rows(COUNT)[0]["n"]

    assert (len(first.sent), first.failed, first.checked) == (9, (), True)
    assert (again.sent, len(again.kept)) == ((), 9)
    stated = (out / "dataset.nq").read_text(encoding="utf-8").count(ATTENDANCE)
    assert there == str(stated) != "0"


def test_the_command_warns_of_what_is_counted_twice(kg, out, virtuoso, monkeypatch):
    monkeypatch.setenv("KG_PASSWORD", "dba")
    urls = ("--endpoint", f"{virtuoso}/sparql", "--update", f"{virtuoso}/sparql-auth")

    result = kg("push", out, *urls, "--user", "dba")

    assert result.exit_code == 0, result.stderr
    assert "二度数えます" in result.stdout
    there = kg("ask", "most-discussed-themes", "--endpoint", f"{virtuoso}/sparql")
    assert there.stdout == kg("ask", "most-discussed-themes", "-d", out).stdout != ""


def test_a_wrong_password_is_told(kg, out, virtuoso, monkeypatch):
    monkeypatch.setenv("KG_PASSWORD", "wrong")
    urls = ("--endpoint", f"{virtuoso}/sparql", "--update", f"{virtuoso}/sparql-auth")

    result = kg("push", out, *urls, "--user", "dba")

    assert result.exit_code == 1
    assert "KG_PASSWORD" in result.stderr
