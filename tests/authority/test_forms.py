"""Each form is known by its content, in its encodings, packed or not."""

import gzip
import io
import zipfile

import pytest

from kg.authority.source import open_streams
from kg.errors import AuthorityFileError, DocumentMissingError
from tests.authority.build import link, standings
from tests.authority.registers import (
    corporation,
    corporations,
    number,
    ror,
    ror_entry,
    rors,
    sssom,
    tsv,
)
from tests.graph.small_record import BASE, COMPANY, INSTITUTE

COMPANY_ROW = corporation("株式会社架空電機")
NDL = "http://id.ndl.go.jp/auth/ndlsh/"
SKOS = "http://www.w3.org/2004/02/skos/core#"
XL = "http://www.w3.org/2008/05/skos-xl#"


def zipped(**members):
    """Return a zip archive of *members*."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return stream.getvalue()


def triples(*rows):
    """Return *rows* as N-Triples."""
    return "".join(f"{' '.join(row)} .\n" for row in rows).encode()


FORMS = [
    pytest.param(
        corporations(COMPANY_ROW), "法人番号 CSV", number(1), id="corporations"
    ),
    pytest.param(
        corporations(COMPANY_ROW, encoding="cp932"),
        "法人番号 CSV",
        number(1),
        id="corporations in Shift_JIS",
    ),
    pytest.param(
        corporations(COMPANY_ROW, encoding="utf-8-sig"),
        "法人番号 CSV",
        number(1),
        id="corporations with a byte order mark",
    ),
    pytest.param(
        zipped(**{"a.csv": corporations(COMPANY_ROW, encoding="cp932"), "b.txt": b"x"}),
        "法人番号 CSV",
        number(1),
        id="corporations in a zip, with another file",
    ),
    pytest.param(
        gzip.compress(corporations(COMPANY_ROW)), "法人番号 CSV", number(1), id="gzip"
    ),
    pytest.param(
        rors(ror_entry("架空研究所", schema=1)), "ROR JSON", ror(1), id="ROR 1"
    ),
    pytest.param(rors(ror_entry("架空研究所")), "ROR JSON", ror(1), id="ROR 2"),
    pytest.param(
        zipped(
            v1=rors(ror_entry("架空研究所", schema=1)), v2=rors(ror_entry("架空研究所"))
        ),
        "ROR JSON",
        ror(1),
        id="both schemas in one zip",
    ),
    pytest.param(
        tsv(("item", "label", "aliases"), ("Q11", "架空研究所", "")),
        "Wikidata TSV",
        "Q11",
        id="Wikidata",
    ),
    pytest.param(
        tsv(
            ("?item", "?itemLabel", "?P576"),
            ("<http://www.wikidata.org/entity/Q11>", '"架空研究所"@ja', ""),
        ),
        "Wikidata TSV",
        "Q11",
        id="Wikidata as SPARQL gives it",
    ),
    pytest.param(
        tsv(
            ("件名標目", "標目よみ", "ID", "同義語", "上位語"),
            ("人材育成", "ジンザイ イクセイ", "00570001", "", ""),
        ),
        "NDLSH TSV",
        "00570001",
        id="headings",
    ),
    pytest.param(
        tsv(("能力開発", "ノウリョク", "00570001", "訓練[クンレン];人材育成[ジン]")),
        "NDLSH TSV",
        "00570001",
        id="headings without a header, by a variant",
    ),
    pytest.param(
        triples((f"<{NDL}00570001>", f"<{SKOS}prefLabel>", '"人材育成"@ja')),
        "NDLSH N-Triples",
        "00570001",
        id="headings as triples",
    ),
    pytest.param(
        triples(
            ("_:a", f"<{XL}literalForm>", '"人材育成"@ja'),
            (f"<{NDL}00570001>", f"<{XL}altLabel>", "_:a"),
            (f"<{NDL}00570002>", f"<{XL}altLabel>", "_:b"),
            ("_:b", f"<{XL}literalForm>", '"別の語"@ja'),
        ),
        "NDLSH N-Triples",
        "00570001",
        id="headings with a node for each label",
    ),
    pytest.param(
        sssom(
            (f"{BASE}{INSTITUTE.id}", "schema:sameAs", "", "wikidata:Q11", "x:y"),
            prefixes={"wikidata": "http://www.wikidata.org/entity/"},
        ),
        "SSSOM TSV",
        "Q11",
        id="SSSOM",
    ),
]


@pytest.mark.parametrize(("content", "form", "found"), FORMS)
def test_a_file_is_known_by_its_content(tmp_path, content, form, found):
    linked = link(tmp_path, content)

    assert {str(one.form) for one in linked.files} == {form}
    assert list(standings(linked)) == [found]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        pytest.param(b"", "none of the forms", id="empty"),
        pytest.param("架空会議 議事録\n".encode(), "none of the forms", id="minutes"),
        pytest.param(b'[{"id": 1}]', "none of the forms", id="other JSON"),
        pytest.param(b"a,b,c\n1,2,3\n", "none of the forms", id="other CSV"),
        pytest.param(
            b"<http://a.example/> <http://b.example/> <http://c.example/> .\n",
            "none of the forms",
            id="other triples",
        ),
        pytest.param(b"\x89PNG\r\n\x1a\n\0\0", "none of the forms", id="binary"),
        pytest.param(zipped(a=b"x"), "none of the forms", id="zip of another thing"),
        pytest.param(zipped(a=b"x")[:40], "broken archive", id="cut zip"),
        pytest.param(
            gzip.compress(corporations(COMPANY_ROW))[:-9], "broken", id="cut gzip"
        ),
        pytest.param(
            corporations(COMPANY_ROW) + b"1,2,3\n", "line 49: 3 columns", id="cut row"
        ),
        pytest.param(rors(ror_entry("架空"))[:-9], "broken JSON", id="cut JSON"),
        pytest.param(
            b'[{"id": "https://ror.org/1", "names": 3}]', "no known schema", id="schema"
        ),
        pytest.param(
            tsv(("item", "label"), ("Q1", "a"), ("P1", "b")), "line 3", id="no item"
        ),
        pytest.param(
            triples((f"<{NDL}1>", f"<{SKOS}prefLabel>", '"a"')) + b"<a> .\n",
            "no N-Triples",
            id="broken triples",
        ),
        pytest.param(
            sssom(("", "schema:sameAs", "", "x:y", "x:y")), "row 1", id="no subject"
        ),
    ],
)
def test_what_is_no_such_file_is_one_line(tmp_path, content, words):
    with pytest.raises(AuthorityFileError, match=words) as error:
        link(tmp_path, content)

    assert "\n" not in str(error.value)
    assert "download-0" in str(error.value)


def test_a_missing_file_and_a_folder(tmp_path):
    with pytest.raises(DocumentMissingError):
        open_streams(tmp_path / "none")
    with pytest.raises(AuthorityFileError, match="is a folder"):
        open_streams(tmp_path)


def test_members_that_fit_no_form_are_named(tmp_path):
    linked = link(tmp_path, zipped(a=corporations(COMPANY_ROW), readme=b"x"))

    assert [one.rsplit("/", 1)[1] for one in linked.files[0].skipped] == ["readme"]
    assert standings(linked, COMPANY.id) == {number(1): "certain"}


def test_a_damaged_name_is_equal_to_none(tmp_path):
    data = corporations(COMPANY_ROW).replace("電機".encode(), b"\x96\x96\x96")

    assert not link(tmp_path, corporations(whole=True) + data).links
