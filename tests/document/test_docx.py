"""A DOCX file becomes its text in reading order, changes and asides told apart."""

import pytest

from kg.document import decode_document
from kg.errors import DocumentRefusedError
from tests.document.files import (
    W,
    cell,
    make_docx,
    make_zip,
    omitted,
    paragraph,
    read_one,
)

RESTART = '<w:vMerge w:val="restart"/>'
RUN = "<w:r><w:t>{}</w:t></w:r>"
SEEN = [
    pytest.param(paragraph("出席者") + paragraph("佐藤"), "出席者\n佐藤\n", id="lines"),
    pytest.param(
        "<w:p/>".join([paragraph("一"), paragraph("二")]), "一\n\n二\n", id="gap"
    ),
    pytest.param(
        "<w:p><w:r><w:t>座長</w:t><w:tab/><w:t>佐藤</w:t><w:br/><w:t>花子</w:t></w:r></w:p>",
        "座長\t佐藤\n花子\n",
        id="tab and break",
    ),
    pytest.param(
        f"<w:p><w:ins>{RUN.format('追加')}</w:ins>"
        "<w:del><w:r><w:delText>削除</w:delText></w:r></w:del></w:p>",
        "追加\n",
        id="changes",
    ),
    pytest.param(
        f"<w:sdt><w:sdtContent>{paragraph('委員')}</w:sdtContent></w:sdt>",
        "委員\n",
        id="content control",
    ),
    pytest.param(
        f"<w:p><w:hyperlink>{RUN.format('佐藤')}</w:hyperlink>"
        f"<w:smartTag>{RUN.format('花子')}</w:smartTag></w:p>",
        "佐藤花子\n",
        id="wrapped runs",
    ),
    pytest.param(
        "<w:p><w:r><w:ruby><w:rt><w:r><w:t>さとう</w:t></w:r></w:rt><w:rubyBase>"
        "<w:r><w:t>佐藤</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>",
        "佐藤\n",
        id="ruby",
    ),
    pytest.param(
        "<w:p><w:r><w:t>本文</w:t></w:r><w:r><w:txbxContent>"
        f"{paragraph('枠')}</w:txbxContent></w:r></w:p>",
        "本文\n枠\n",
        id="text box",
    ),
    pytest.param(
        f"<w:tbl><w:tr>{cell('座長')}{cell('佐藤')}</w:tr></w:tbl>",
        "座長\t佐藤\n",
        id="row",
    ),
    pytest.param(
        f"<w:tbl><w:tr>{cell('委員', properties=RESTART)}"
        f"{cell('佐藤')}</w:tr><w:tr>{cell('', properties='<w:vMerge/>')}"
        f"{cell('鈴木')}</w:tr></w:tbl>",
        "委員\t佐藤\n委員\t鈴木\n",
        id="merged cells",
    ),
]


@pytest.mark.parametrize(("body", "text"), SEEN)
def test_text_is_what_is_seen(body, text):
    assert read_one(make_docx(body), "a.docx").text == text


def test_what_is_left_out_is_told():
    body = (
        "<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>議題</w:t></w:r>"
        "<w:del><w:r><w:delText>削除</w:delText></w:r></w:del>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>隠し</w:t></w:r></w:p>"
    )
    document = read_one(
        make_docx(body, header1=paragraph("資料1"), footnotes=paragraph("注")), "a.docx"
    )

    assert document.text == "議題\n"
    assert omitted(document) == [
        ("number", "議題"),
        ("deletion", "削除"),
        ("hidden", "隠し"),
        ("note", "注"),
        ("header", "資料1"),
    ]
    assert document.source.encoding == ""


ENTITY = f'<!DOCTYPE d [<!ENTITY x "y">]><w:document {W}><w:body/></w:document>'
BAD = [
    pytest.param(make_docx(paragraph("あ"))[:200], "broken or encrypted", id="cut"),
    pytest.param(b"no zip", "its bytes are none", id="text"),
    pytest.param(make_zip({"word/document.xml": "<w:p"}), "XML is broken", id="XML"),
    pytest.param(make_zip({"word/document.xml": ENTITY}), "not safe", id="entity"),
    pytest.param(
        make_zip({"word/document.xml": b" " * 101_000_000}), "inflates", id="bomb"
    ),
    pytest.param(make_docx("<w:p/>"), "no text", id="empty"),
    pytest.param(make_docx("<w:ins>" * 5000 + "</w:ins>" * 5000), "deep", id="depth"),
    pytest.param(make_zip({"xl/workbook.xml": "<a/>"}), "Excel", id="workbook"),
    pytest.param(b"\xd0\xcf\x11\xe0" + b"\0" * 600, "old or encrypted", id="old Word"),
]


@pytest.mark.parametrize(("data", "reason"), BAD)
def test_broken_and_hostile_files_are_refused(data, reason):
    with pytest.raises(DocumentRefusedError, match=reason):
        decode_document(data, "a.docx")
