"""A saved answer of the Diet's API becomes the text of the record."""

import json
from xml.sax.saxutils import escape

import pytest

from kg.document import decode_document, read_contents
from kg.errors import DocumentRefusedError
from tests.document.files import omitted, read_one

HEAD = "令和六年三月十四日（木曜日）\r\n　　　　午前十時開会\r\n"


def meeting(number, head=HEAD):
    return {
        "issueID": f"12131A00{number}",
        "session": 213,
        "nameOfHouse": "参議院",
        "nameOfMeeting": "架空委員会",
        "issue": f"第{number}号",
        "date": "2024-03-14",
        "speechRecord": [
            {
                "speechOrder": 1,
                "speaker": "佐藤花子",
                "speech": "○委員長（佐藤花子君）　開会します。",
            },
            {"speechOrder": 0, "speaker": "会議録情報", "speech": head},
            {
                "speechOrder": 2,
                "speaker": "鈴木一郎",
                "speakerYomi": "すずきいちろう",
                "speakerGroup": None,
                "speech": "はい。\n続けます。",
            },
        ],
    }


def as_json(*meetings):
    value = {"numberOfRecords": len(meetings), "meetingRecord": list(meetings)}
    return json.dumps(value, ensure_ascii=False).encode()


def as_xml(one):
    def fields(record):
        return "".join(
            f"<{name}>{escape(str(value or ''))}</{name}>"
            for name, value in record.items()
            if name != "speechRecord"
        )

    speeches = "".join(
        f"<speechRecord>{fields(s)}</speechRecord>" for s in one["speechRecord"]
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><data><records><record><recordData>'
        f"<meetingRecord>{fields(one)}{speeches}</meetingRecord>"
        "</recordData></record></records></data>"
    ).encode()


TEXT = (
    "第213回国会　参議院　架空委員会　第3号\n\n令和六年三月十四日（木曜日）\n"
    "　　　　午前十時開会\n○委員長（佐藤花子君）　開会します。\n"
    "○鈴木一郎　はい。\n続けます。\n"
)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        pytest.param(as_json(meeting(3)), "a.json", id="JSON"),
        pytest.param(as_json(meeting(3)), "a.txt", id="JSON by its bytes"),
        pytest.param(as_xml(meeting(3)), "a.xml", id="XML"),
        pytest.param(json.dumps(meeting(3)).encode(), "a.json", id="one meeting"),
    ],
)
def test_text_is_head_and_speeches_in_order(data, name):
    document = read_one(data, name)

    assert document.text.replace("\r", "") == TEXT
    assert omitted(document) == [("field", "鈴木一郎: よみ すずきいちろう")]
    places = [region.place for region in document.regions]
    assert places[0] == "session,nameOfHouse,nameOfMeeting,issue"
    assert places[-2:] == ["speechRecord[3]/speaker,speech", "speechRecord[3]/speech"]


def test_a_day_that_only_a_field_tells_is_printed():
    text = read_one(as_json(meeting(3, "出席委員")), "a.json").text

    assert text.startswith("第213回国会　参議院　架空委員会　第3号　2024年3月14日\n")


def test_a_head_that_is_printed_is_not_printed_twice():
    head = f"第二百十三回国会\n架空委員会会議録第三号\n{HEAD}"

    assert read_one(as_json(meeting(3, head)), "a.json").text.startswith("第二百十三回")


def test_several_meetings_are_several_documents():
    contents = read_contents(as_json(meeting(3), meeting(4), meeting(3)), "a.json")

    assert [d.source.name for d in contents.documents] == [
        "a.json#12131A003",
        "a.json#12131A004",
    ]
    assert len({d.id for d in contents.documents}) == 2
    assert len({d.source.sha256 for d in contents.documents}) == 1


def test_speeches_without_their_meeting_are_grouped():
    speeches = [
        {**{k: v for k, v in meeting(n).items() if k != "speechRecord"}, **speech}
        for n in (3, 4)
        for speech in meeting(n)["speechRecord"]
    ]
    data = json.dumps({"speechRecord": speeches}).encode()

    contents = read_contents(data, "a.json")

    assert [d.text.partition("\n")[0][-3:] for d in contents.documents] == [
        "第3号",
        "第4号",
    ]


@pytest.mark.parametrize(
    ("data", "name", "reason"),
    [
        pytest.param(b'{"a": 1}', "a.json", "no meetingRecord", id="other JSON"),
        pytest.param(b'{"meetingRecord": [', "a.json", "broken", id="cut JSON"),
        pytest.param(b'{"meetingRecord": [{}]}', "a.json", "no speeches", id="list"),
        pytest.param(
            b'{"meetingRecord":' + b"[" * 90_000, "a.json", "deep", id="depth"
        ),
        pytest.param(b"<data><meetingRecord>", "a.xml", "broken", id="cut XML"),
        pytest.param(
            b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]>'
            b"<a><meetingRecord/></a>",
            "a.xml",
            "not safe",
            id="entity",
        ),
    ],
)
def test_broken_and_other_files_are_refused(data, name, reason):
    with pytest.raises(DocumentRefusedError, match=reason):
        decode_document(data, name)
