"""Any text at all is read or refused, and what is read stays inside it."""

from dataclasses import astuple, fields, is_dataclass

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kg.document import decode_document
from kg.errors import DocumentRefusedError
from kg.minutes import parse_minutes
from kg.model import Document, Span
from tests.minutes.reading import gazetteer

# fmt: off
WORDS = st.sampled_from([
    "日時", "場所", "出席者", "欠席者", "議題", "配布資料", "議事要旨", "開会",
    "委員", "欠席",
    "座長", "事務局", "橘", "橘 一葉", "小暮委員", "西都大学", "教授", "代理",
    "検討会", "令和6年5月7日", "10時", "12:30", "第3回", "資料1", "について", "課長",
    "(株)", "㈱", "ほか3名", "同", "〃", "兼", "した。", "○", "◎", "・",
    "※", "■", "【", "】", "（", "）", "(", ")", "<", "＞", "「", "」", "|", "│", "┌",
    "─", "-", "#", "*", ":", "：", "、", "，", "/", "→", "…", "～", "1", "１",
    "①", "Ⅳ", "二十", "九九九九", "ｶﾞ", "⻑", "A", "é", "²",
    "\n", "\n", "\n\n", "\t", "　", " ",
    "\u3099", "\u200b", "\x0c", "\u2028", "\U000e0100",
])
# fmt: on
TEXTS = st.lists(WORDS | st.characters(codec="utf-8"), min_size=1, max_size=80).map(
    "".join
)


def spans(found):
    """Give every span within a value of the model."""
    if isinstance(found, Span):
        yield found
    elif isinstance(found, tuple):
        for one in found:
            yield from spans(one)
    elif is_dataclass(found) and not isinstance(found, Document):
        for one in fields(found):
            yield from spans(getattr(found, one.name))


@settings(deadline=None, max_examples=150)
@given(TEXTS, st.booleans())
@example("出席者\n||\n", True)  # noqa: FBT003 - as drawn
@example("出席者\n│││\n│橘 一葉│\n", True)  # noqa: FBT003 - as drawn
def test_any_text_is_read_or_refused(text, headed):
    try:
        document = decode_document(
            ("出席者\n" * headed + text).encode(), "x.md", encoding="utf-8"
        )
        records = parse_minutes(document, gazetteer())
    except DocumentRefusedError:
        return
    for record in records:
        assert all(
            0 <= a < b <= len(document.text) for a, b in map(astuple, spans(record))
        )
        said = [one.spans[0].start for one in record.statements]
        assert said == sorted(said)
        assert list(record.unplaced) == sorted(record.unplaced)


HEAD = "架空検討会（第3回）議事要旨\n日時：令和6年5月7日\n出席者\n"


@pytest.mark.parametrize(
    "words",
    [
        "○",
        "・",
        "、",
        "(",
        "|",
        "│",
        "1",
        "委員",
        "橘 一葉 ",
        "橘一葉、",
        "第1回",
        "省",
        "代理 ",
    ],
)
@pytest.mark.parametrize("record", ["", "議事要旨\n○橘座長　"])
def test_a_line_without_an_end_is_read(words, record):
    """A rule whose work grows faster than the line would not come back from these."""
    text = HEAD + record + words * (20_000 // len(words))
    document = decode_document(text.encode(), "x.md", encoding="utf-8")

    assert parse_minutes(document, gazetteer())
