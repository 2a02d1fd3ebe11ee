"""Archives are unpacked within limits; a bad member stops no other."""

import gzip
import io
import tarfile

import pytest

from kg.document import decode_document, read_contents
from kg.errors import DocumentRefusedError
from tests.document.files import make_docx, make_zip, paragraph

TEXT = "第３回架空会議　議事録\n"


def make_tar(files, mode="w"):
    pipe = io.BytesIO()
    with tarfile.open(fileobj=pipe, mode=mode) as archive:
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            if data is None:
                info.type, info.linkname = tarfile.SYMTYPE, "/etc/passwd"
            else:
                info.size = len(data)
            archive.addfile(info, io.BytesIO(data or b""))
    return pipe.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(make_zip({"会議/a.txt": TEXT.encode()}), id="zip"),
        pytest.param(make_tar({"会議/a.txt": TEXT.encode()}), id="tar"),
        pytest.param(make_tar({"会議/a.txt": TEXT.encode()}, "w:gz"), id="tar.gz"),
        pytest.param(make_tar({"会議/a.txt": TEXT.encode()}, "w:xz"), id="tar.xz"),
        pytest.param(
            make_zip({"xxxx/a.txt": TEXT.encode()}).replace(
                b"xxxx", "会議".encode("cp932")
            ),
            id="names in CP932",
        ),
    ],
)
def test_documents_come_out_with_their_names(data):
    (document,) = read_contents(data, "a.zip").documents

    assert (document.source.name, document.text) == ("a.zip/会議/a.txt", TEXT)


def test_members_are_read_by_their_forms_and_other_files_are_not():
    files = {
        "b.html": f"<p>{TEXT}".encode(),
        "a.txt": TEXT.encode("cp932"),
        "c.docx": make_docx(paragraph(TEXT.strip())),
        "README.md": b"about",
        "picture.png": b"\x89PNG",
        "__MACOSX/a.txt": b"x",
    }

    documents = read_contents(make_zip(files), "a.zip").documents

    assert [(d.source.name, d.text) for d in documents] == [
        ("a.zip/a.txt", TEXT),
        ("a.zip/b.html", TEXT),
        ("a.zip/c.docx", TEXT),
    ]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        pytest.param(
            make_zip({"../b.txt": b"x", "a.txt": TEXT.encode()}), "leads out", id=".."
        ),
        pytest.param(
            make_zip({"/b.txt": b"x", "a.txt": TEXT.encode()}), "leads out", id="/"
        ),
        pytest.param(
            make_zip({"b.zip": b"x", "a.txt": TEXT.encode()}), "in an archive", id="zip"
        ),
        pytest.param(
            make_zip({"b.txt": make_zip({"c.txt": b"x"}), "a.txt": TEXT.encode()}),
            "in an archive",
            id="hidden zip",
        ),
        pytest.param(
            make_zip({"b.pdf": b"x", "a.txt": TEXT.encode()}), "none", id="broken"
        ),
        pytest.param(
            make_tar({"b.txt": None, "a.txt": TEXT.encode()}), "link", id="link"
        ),
    ],
)
def test_a_bad_member_is_named_and_the_rest_comes_out(data, reason):
    contents = read_contents(data, "a.zip")

    assert [document.text for document in contents.documents] == [TEXT]
    (refusal,) = contents.refusals
    assert reason in str(refusal)
    assert str(refusal).startswith("a.zip/")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        pytest.param(make_zip({"a.txt": b"a" * 101_000_000}), "inflates", id="bomb"),
        pytest.param(
            make_zip({f"{i}.txt": b"a" for i in range(1001)}), "1,000", id="many"
        ),
        pytest.param(make_zip({"a.png": b"a"}), "no document", id="none"),
        pytest.param(b"PK\x03\x04" + b"a" * 99, "broken archive", id="broken"),
        pytest.param(gzip.compress(TEXT.encode())[:-9], "broken", id="cut"),
    ],
)
def test_a_bad_archive_is_refused(data, reason):
    with pytest.raises(DocumentRefusedError, match=reason):
        read_contents(data, "a.zip")


def test_a_packed_file_is_its_document():
    assert decode_document(gzip.compress(TEXT.encode()), "a.txt.gz").text == TEXT
