"""The command line: what goes wrong is one clear line, and nothing is half-written."""

import json
import subprocess
import sys
import zipfile

import pytest

from kg.cli.app import app
from kg.cli.files import write_files
from tests.conftest import leave_model_out

RECORD = "tests/cases/study-group-tabs-companies/document.txt"
COMMANDS = sorted(command.name for command in app.registered_commands)
PRESS_RELEASE = """報道発表資料
令和7年4月1日

新しい展望台の開館について

架空市は、四月一日に新しい展望台を開館します。
入館料は無料です。問合せ先は架空市観光課です。
"""
BAD = [
    pytest.param(None, 2, "no such file", id="missing file"),
    pytest.param(b"", 1, "empty", id="empty file"),
    pytest.param(b" \n\n", 1, "empty", id="nothing but blanks"),
    pytest.param(PRESS_RELEASE.encode(), 1, "no minutes", id="press release"),
    pytest.param(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 1, "binary", id="binary"),
    pytest.param("議事要旨\n".encode()[:-2], 1, "not UTF-8", id="cut UTF-8"),
    pytest.param("議事要旨\n".encode("utf-16")[:-1], 1, "utf-16", id="cut UTF-16"),
]


@pytest.fixture
def record(root):
    """Return an invented record that every command can read."""
    return root / RECORD


@pytest.fixture(scope="module")
def small(kg, root, tmp_path_factory):
    """Return the folder into which the invented record was built."""
    out = tmp_path_factory.mktemp("small") / "out"
    with pytest.MonkeyPatch.context() as patch:
        leave_model_out(patch)
        kg("build", root / RECORD, "-o", out)
    return out


@pytest.mark.parametrize("command", ["build", "facts"])
@pytest.mark.parametrize(("data", "code", "words"), BAD)
def test_bad_input_is_one_line(kg, tmp_path, command, data, code, words):
    path = tmp_path / "bad.txt"
    if data is not None:
        path.write_bytes(data)

    result = kg(command, path, "-o", tmp_path / "out")

    lines = result.stderr.splitlines()
    assert result.exit_code == code
    assert words in lines[0]
    assert "bad.txt" in lines[0]
    assert len(lines) == 1 + (command == "facts" and code == 1)
    assert "Traceback" not in result.output


@pytest.mark.parametrize(("data", "code", "words"), BAD)
def test_bad_input_leaves_nothing(kg, tmp_path, data, code, words):
    path = tmp_path / "bad.txt"
    if data is not None:
        path.write_bytes(data)

    result = kg("build", path, "-o", tmp_path / "out")

    assert (result.exit_code, result.stdout) == (code, "")
    assert {file.name for file in tmp_path.iterdir()} <= {"bad.txt"}, words


def test_facts_print_a_refusal(kg, tmp_path):
    """What is no minutes is an object too, so that a reader of many can go on."""
    path = tmp_path / "bad.txt"
    path.write_text(PRESS_RELEASE, encoding="utf-8")

    result = kg("facts", path)

    assert result.exit_code == 1
    assert list(json.loads(result.stdout)) == ["refused"]


@pytest.mark.usefixtures("without_model")
def test_a_refused_document_stops_no_other(kg, tmp_path, record):
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/a.txt").write_text(PRESS_RELEASE, encoding="utf-8")
    (tmp_path / "docs/b.txt").write_bytes(record.read_bytes())
    out = tmp_path / "out"

    result = kg("build", tmp_path / "docs", "-o", out)

    assert result.exit_code == 1
    assert "a.txt: no minutes" in result.stderr
    assert (out / "graph.ttl").is_file()
    assert [
        d["name"] for d in json.loads((out / "build.json").read_text())["documents"]
    ]


@pytest.mark.usefixtures("without_model")
def test_what_a_build_wrote_is_no_input(kg, tmp_path, record):
    """`kg build .` with ./out from before: its pages are HTML, and no minutes."""
    (tmp_path / "deep/er").mkdir(parents=True)
    (tmp_path / "deep/er/a.txt").write_bytes(record.read_bytes())
    (tmp_path / ".hidden.txt").write_bytes(record.read_bytes())
    out = tmp_path / "out"

    first = kg("build", tmp_path, "-o", out, "-j", "1")
    second = kg("build", tmp_path, "-o", out, "-j", "1")

    assert (first.exit_code, second.exit_code) == (0, 0)
    assert "1 document " in first.stdout.splitlines()[0] + " "
    assert first.stdout == second.stdout


def test_a_missing_file_stops_before_any_work(kg, tmp_path, record):
    result = kg("build", record, tmp_path / "none.txt", "-o", tmp_path / "out")

    assert result.exit_code == 2
    assert not (tmp_path / "out").exists()


def test_files_are_written_whole_or_not_at_all(tmp_path):
    """The second text cannot be encoded: the first must not be there either."""
    with pytest.raises(UnicodeEncodeError):
        write_files(tmp_path, {"a.ttl": "架空", "b.ttl": "\ud800"})

    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("without_model")
def test_a_folder_that_cannot_be_written_is_one_line(kg, tmp_path, record):
    (tmp_path / "out").write_text("a file, no folder", encoding="utf-8")

    result = kg("build", record, "-o", tmp_path / "out")

    assert result.exit_code == 2
    assert result.stderr.startswith(f"kg: {tmp_path / 'out'}: is a file, not a folder")
    assert len(result.stderr.splitlines()) == 1
    assert "Traceback" not in result.output


@pytest.mark.parametrize(
    ("words", "place", "reason"),
    [
        pytest.param(
            ["export", "-f", "csv"], "file", "is a file, not a folder", id="csv"
        ),
        pytest.param(["export", "-f", "csv"], "file/x", "cannot be written", id="in"),
        pytest.param(["draw", "meeting"], "folder", "is a folder, not a", id="folder"),
        pytest.param(["draw", "meeting"], "file/q.html", "cannot be", id="page"),
        pytest.param(["query", "ASK {}"], "/proc/q.txt", "cannot be", id="no place"),
        pytest.param(["export", "-f", "csv"], "/proc/x", "cannot be", id="no folder"),
    ],
)
def test_a_place_that_cannot_be_written(kg, tmp_path, small, words, place, reason):
    """The path is the reader's own, not that of a part or a parent."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    (tmp_path / "folder").mkdir()
    path = tmp_path / place

    result = kg(*words, "-d", small, "-o", path)

    assert result.exit_code == 2
    assert result.stderr.startswith(f"kg: {path}: {reason}")
    assert len(result.stderr.splitlines()) == 1
    assert ".part" not in result.stderr


@pytest.mark.usefixtures("without_model")
def test_facts_of_a_folder(kg, tmp_path, record):
    (tmp_path / "docs").mkdir()
    for name in ("a.txt", "b.md"):
        (tmp_path / "docs" / name).write_bytes(record.read_bytes())

    result = kg("facts", tmp_path / "docs", "-o", tmp_path / "facts")

    assert result.exit_code == 0
    assert sorted(f.name for f in (tmp_path / "facts").iterdir()) == [
        "a.json",
        "b.json",
    ]


@pytest.mark.usefixtures("without_model")
def test_a_document_from_standard_input(kg, record):
    data = record.read_text(encoding="utf-8")

    piped = kg("facts", "-", stdin=data)

    assert piped.exit_code == 0
    assert piped.stdout == kg("facts", record).stdout


@pytest.mark.usefixtures("without_model")
@pytest.mark.parametrize(
    "codec", ["cp932", "euc_jis_2004", "iso2022_jp_2004", "utf-16"]
)
def test_encodings_do_not_change_the_facts(kg, tmp_path, record, codec):
    path = tmp_path / record.name
    path.write_bytes(record.read_text(encoding="utf-8").encode(codec))

    result = kg("facts", path)

    assert result.exit_code == 0
    assert result.stdout == kg("facts", record).stdout


def test_an_encoding_that_does_not_fit_is_one_line(kg, tmp_path, record):
    path = tmp_path / record.name
    path.write_bytes(record.read_text(encoding="utf-8").encode("euc_jis_2004"))

    for encoding, code in (("utf-8", 1), ("klingon", 2)):
        result = kg("parse", path, "--encoding", encoding)

        assert (result.exit_code, result.stdout) == (code, "")
        assert len(result.stderr.splitlines()) == 1
        assert encoding in result.stderr


@pytest.mark.usefixtures("without_model")
def test_an_archive_is_read_and_its_bad_member_named(kg, tmp_path, record):
    path = tmp_path / "minutes.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", record.read_bytes())
        archive.writestr("b.pdf", b"no PDF")

    result = kg("facts", path, "-o", tmp_path / "out")

    assert result.exit_code == 1
    assert "minutes.zip/b.pdf: is called .pdf" in result.stderr
    assert (tmp_path / "out/a.json").read_text(encoding="utf-8") == kg(
        "facts", record
    ).stdout
    assert "refused" in json.loads((tmp_path / "out/b.json").read_text())


@pytest.mark.usefixtures("without_model")
def test_what_a_reader_leaves_out_is_counted_and_listed(kg, tmp_path, record):
    lines = record.read_text(encoding="utf-8").splitlines()
    page = "".join(f"<p>{line}</p>" for line in lines)
    path = tmp_path / "page.html"
    path.write_text(f"<nav><a>政策一覧</a></nav>{page}", encoding="utf-8")

    built = kg("build", path, "-o", tmp_path / "out")
    listed = kg("parse", path, "--coverage")

    assert "ナビゲーション 1" in built.stdout
    assert "政策一覧" in listed.stdout
    evidence = (tmp_path / "out/evidence.ttl").read_text(encoding="utf-8")
    assert 'gjr:sourcePlace "p[1]"' in evidence


@pytest.mark.usefixtures("without_model")
def test_data_beside_minutes_is_no_document(kg, tmp_path, record):
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/a.txt").write_bytes(record.read_bytes())
    (tmp_path / "docs/expected.json").write_text("{}", encoding="utf-8")

    assert kg("facts", tmp_path / "docs", "-o", tmp_path / "out").exit_code == 0


@pytest.mark.usefixtures("without_model")
def test_summary_counts_what_was_read(kg, tmp_path, record):
    expected = json.loads((record.parent / "expected.json").read_text(encoding="utf-8"))

    result = kg("build", record, "-o", tmp_path / "out", "--json")

    summary = json.loads(result.stdout)
    assert result.exit_code == 0
    assert summary["counts"]["statement"] == expected["statement_count"]
    assert summary["counts"]["handout"] == len(expected["materials"])
    assert len(summary["written"]) == 7


@pytest.mark.usefixtures("without_model")
def test_coverage_lists_what_no_rule_placed(kg, tmp_path, record):
    odd = "☆ この行はどの規則にも当てはまらない ☆\n\n"
    path = tmp_path / "odd.txt"
    path.write_text(odd + record.read_text(encoding="utf-8"), encoding="utf-8")

    result = kg("parse", path, "--coverage")

    assert result.exit_code == 0
    assert "当てはまらない" in result.stdout


def test_nothing_built_yet_says_how_to_build(kg, tmp_path):
    result = kg("query", "SELECT * { ?s ?p ?o }", "-d", tmp_path / "none")

    assert result.exit_code == 2
    assert "kg build" in result.stderr
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("words", "message"),
    [
        pytest.param(["ask", "who-atended"], "who-attended", id="nearest question"),
        pytest.param(["draw", "person"], "needs a name", id="drawing nobody"),
        pytest.param(["draw", "person", "架空 花子"], "近いもの", id="unknown person"),
        pytest.param(["query", "SELECT {"], "kg:", id="wrong SPARQL"),
        pytest.param(["query", "none.rq"], "no such file", id="missing query"),
        pytest.param(
            ["query", "SELECT * { SERVICE <http://a/> { ?s ?p ?o } }"],
            "SERVICE",
            id="query that reaches out",
        ),
        pytest.param(["query", ""], "the query is empty", id="empty query"),
        pytest.param(["query", "/"], "kg: /: is a folder", id="query is a folder"),
        pytest.param(
            ["query", "INSERT DATA { <a:a> <a:b> 1 }"], "only reads", id="update"
        ),
        pytest.param(
            ["query", "# a\nPREFIX a: <a:#> BASE <b:> drop ALL"],
            "only reads, found DROP",
            id="update after prefixes",
        ),
        pytest.param(
            ["ask", "who-came-from", "組織=架空大学", "組織=架空省"],
            "二度",
            id="blank given twice",
        ),
        pytest.param(
            ["ask", "who-came-from", "org=架空大学"],
            "組織（organization）",
            id="unknown blank",
        ),
        pytest.param(["ask", "who-came-from"], "例: 組織=", id="missing blank"),
    ],
)
def test_a_wrong_call_is_exit_2(kg, small, words, message):
    result = kg(*words, "-d", small)

    assert result.exit_code == 2
    assert message in result.stderr
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("form", "start"),
    [("table", "n\n"), ("csv", "n\n"), ("json", '{\n "head"')],
)
def test_query_formats(kg, small, form, start):
    result = kg(
        "query",
        "SELECT (COUNT(*) AS ?n) { ?s a foaf:Person }",
        "-d",
        small,
        "--format",
        form,
    )

    assert result.exit_code == 0
    assert result.stdout.startswith(start)


def test_query_from_a_file_and_from_standard_input(kg, tmp_path, small):
    query = "SELECT ?n { ?p foaf:name ?n } ORDER BY ?n"
    (tmp_path / "names.rq").write_text(query, encoding="utf-8")

    from_file = kg("query", tmp_path / "names.rq", "-d", small)

    assert from_file.exit_code == 0
    assert from_file.stdout == kg("query", query, "-d", small).stdout
    assert from_file.stdout == kg("query", "-", "-d", small, stdin=query).stdout


@pytest.mark.parametrize(
    ("data", "message"),
    [
        pytest.param("# 出席者\nASK {}".encode("cp932"), "not UTF-8", id="CP932"),
        pytest.param(b"", "the query is empty", id="empty"),
        pytest.param(b" \n", "the query is empty", id="blanks"),
        pytest.param(b"CLEAR ALL", "only reads", id="update"),
    ],
)
def test_a_query_that_cannot_be_run_is_one_line(kg, tmp_path, small, data, message):
    path = tmp_path / "bad.rq"
    path.write_bytes(data)

    from_file = kg("query", path, "-d", small)
    piped = kg("query", "-", "-d", small, stdin=data)

    for result, where in ((from_file, path), (piped, "stdin")):
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr.startswith(f"kg: {where}: ")
        assert message in result.stderr
        assert len(result.stderr.splitlines()) == 1


def test_the_blanks_in_the_help_and_in_the_list_can_be_filled_in(kg):
    shown = kg("ask", "--help").stdout
    japanese, english = kg("ask").stdout, kg("--lang", "en", "ask").stdout

    assert "organization=京都大学" in shown
    assert " org=" not in shown
    assert "organization=" not in japanese
    assert "組織=" not in english


def test_the_register_is_written_alike_each_time(kg, tmp_path):
    file = tmp_path / "register.ttl"

    printed, written = kg("register"), kg("register", "-o", file)

    assert printed.exit_code == written.exit_code == 0
    assert file.read_text(encoding="utf-8") == printed.stdout
    assert "register:science-tokyo a org:FormalOrganization" in printed.stdout


def test_a_setting_that_is_not_known(kg, tmp_path):
    (tmp_path / "kg.toml").write_text('langage = "ja"\n', encoding="utf-8")

    result = kg("--config", tmp_path / "kg.toml", "ask")

    assert result.exit_code == 2
    assert "langage" in result.stderr


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_and_is_documented(kg, root, command):
    result = kg(command, "--help")

    assert result.exit_code == 0
    assert len(result.stdout.splitlines()) > 4
    for name in ("README.md", "README.ja.md"):
        assert f"`kg {command}`" in (root / name).read_text(encoding="utf-8")


def test_help_loads_no_library_of_the_line():
    """Start-up stays short because heavy imports stand in command bodies."""
    code = (
        "import sys; sys.argv = ['kg', '--help']\n"
        "from kg.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print(*sys.modules, file=sys.stderr)"
    )

    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )

    loaded = set(result.stderr.split())
    assert not loaded & {"spacy", "rdflib", "pyoxigraph", "networkx", "jinja2", "numpy"}
    assert all(name in result.stdout for name in COMMANDS)
