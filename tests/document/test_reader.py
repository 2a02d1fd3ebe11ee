"""Bytes become a document, or one clear line."""

import json
import sys

import pytest

from kg.document import decode_document, read_document, read_sources
from kg.document.bounded import serve
from kg.document.form import Form
from kg.errors import DocumentMissingError, DocumentRefusedError, ResourceError
from tests.document.files import make_zip


def test_text_is_untouched():
    """Line ends, blanks, a BOM and decomposed kana stay as they are."""
    data = "\ufeff第１回\r\n 会議 \r\nカ\u3099\n".encode()

    document = decode_document(data, "a.txt")

    assert document.text == data.decode()
    assert document.source.encoding == "utf-8"


def test_id_is_of_the_bytes():
    one, two = decode_document(b"a", "x.txt"), decode_document(b"a", "y.md")

    assert one.id == two.id == one.source.sha256[:12]
    assert two.source.media_type == "text/markdown"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        pytest.param(b"", "empty", id="no bytes"),
        pytest.param(b" \n\t\r\n", "empty", id="blanks only"),
        pytest.param(b"\x89PNG\r\n\x1a\n\0\0", "binary", id="a picture"),
        pytest.param("議事録".encode("utf-16")[:-1], "utf-16", id="a cut UTF-16"),
        pytest.param("議事録議事録".encode()[:-1], "not UTF-8", id="a cut text"),
        pytest.param("議".encode()[:2], "--encoding", id="two encodings fit"),
    ],
)
def test_refusals_say_where_and_why(data, reason):
    with pytest.raises(DocumentRefusedError, match=reason) as caught:
        decode_document(data, "minutes.txt")

    assert str(caught.value).startswith("minutes.txt: ")
    assert "\n" not in str(caught.value)


def test_missing_file(tmp_path):
    with pytest.raises(DocumentMissingError, match="no such file"):
        read_document(tmp_path / "nothing.txt")


def test_sources_are_known_by_their_sha256(tmp_path):
    text = "第1回"
    known = decode_document(text.encode(), "a.txt")
    table = tmp_path / "sources.tsv"
    table.write_text(
        "file\tsha256\ttitle\tpublisher\turl\tretrieved\tlicence\n"
        f"old.txt\t{known.source.sha256}\t架空会議\t架空省\t\t\t不明\n",
        encoding="utf-8",
    )
    path = tmp_path / "new.txt"
    path.write_text(text, encoding="utf-8")

    source = read_document(path, read_sources(table)).source

    assert (source.name, source.title, source.publisher) == (
        "new.txt",
        "架空会議",
        "架空省",
    )
    assert source.url == ""


def test_sources_name_a_missing_column(tmp_path):
    table = tmp_path / "sources.tsv"
    table.write_text("file\tsha256\n", encoding="utf-8")

    with pytest.raises(ResourceError, match="licence"):
        read_sources(table)


@pytest.mark.parametrize(
    ("form", "library", "modules"),
    [
        (Form.PDF, "pypdfium2", ("pdf", "columns", "row", "glyph")),
        (Form.DOCX, "defusedxml.ElementTree", ("docx", "package")),
        (Form.DIET_XML, "defusedxml.ElementTree", ("diet_xml",)),
    ],
)
def test_a_library_that_is_not_there_is_named(monkeypatch, form, library, modules):
    """The message is the command that installs what is missing."""
    monkeypatch.setitem(sys.modules, library, None)
    for module in modules:
        monkeypatch.delitem(sys.modules, f"kg.document.{module}", raising=False)
    head = json.dumps({"name": "a", "form": form, "encoding": ""}).encode()

    with pytest.raises(DocumentRefusedError, match=r'pip install "gijiroku-kg\[doc'):
        serve(head + b"\n")


def test_one_document_is_one_document(tmp_path):
    path = tmp_path / "a.zip"
    path.write_bytes(make_zip({"a.txt": b"a", "b.txt": b"b"}))

    with pytest.raises(DocumentRefusedError, match="holds 2 documents"):
        read_document(path)
