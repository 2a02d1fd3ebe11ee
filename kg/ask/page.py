"""List the prepared questions on a page for people."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from kg.ask.question import show_example
from kg.model import Parameter, Question

GROUPS = {
    "people": "人 · People",
    "bodies": "組織 · Organizations",
    "meetings": "会議体、議題、資料 · Councils, agenda items, handouts",
    "themes": "テーマ · Themes",
    "statements": "発言、決定、約束 · Statements, decisions, promises",
    "record": "根拠と、分からないこと · Evidence, and what is not known",
}
"""What questions are about, in the order of the page."""

_HEAD = (
    "# 用意された質問 · Prepared questions\n\n"
    "<!-- `kg ask --catalogue markdown` writes this page from the queries. -->\n\n"
    "`kg ask 名前 空欄=値` で尋ねます。[ ] の空欄は開けたままでもよく、"
    "そのときはすべてについて答えます。"
    "空欄に入る値は `kg ask 名前 --values` で一覧になります。"
    "`kg --lang en ask …` で答えの見出しが英語になります。\n\n"
    "Ask by `kg ask NAME BLANK=VALUE`. Blanks in [ ] may stay open, and then the "
    "answer is about all there are. `kg ask NAME --values` lists what may stand in "
    "them; `kg --lang en ask …` names columns in English.\n"
)
_NUMBERED = """
## 二十五の基本の質問 · The twenty-five competency questions

| | 質問 · Question | `kg ask` |
|---|---|---|
"""


def write_page(questions: Iterable[Question]) -> str:
    """Return a page in Markdown, both languages side by side, by what is asked about.

    At its end stand the competency questions by number.
    """
    order = list(GROUPS)
    known = sorted(questions, key=lambda one: (order.index(one.group), one.name))
    parts = [_HEAD]
    for group, members in groupby(known, key=lambda one: one.group):
        parts.append(f"\n## {GROUPS[group]}\n")
        parts.extend(_question(one) for one in members)
    numbered = sorted(
        (one for one in known if one.competency), key=lambda one: one.competency
    )
    rows = [_row(one) for one in numbered]
    return "".join([*parts, _NUMBERED, *rows])


def _question(question: Question) -> str:
    """Return what the page says of one question."""
    lines = [
        f"\n### {question.name}\n",
        f"{question.title_ja}  ",
        question.title_en,
        "",
    ]
    if question.parameters:
        lines.append(f"- 空欄 · blanks: {_blanks(question.parameters)}")
    lines.append(f"- 列 · columns: {_columns(question)}")
    example = show_example(question)
    words = " ".join(_quoted(part) for part in filter(None, example.split("; ")))
    lines.append(f"- 例 · example: `kg ask {question.name}{' ' * bool(words)}{words}`")
    return "\n".join(lines) + "\n"


def _blanks(parameters: Sequence[Parameter]) -> str:
    """Return the blanks in both languages, with what may stand in them."""
    shown = []
    for one in parameters:
        words = f"{one.label_ja}= / {one.name}= ({one.kind})"
        shown.append(words if one.required else f"[{words}]")
    return ", ".join(shown)


def _columns(question: Question) -> str:
    """Return the columns in both languages."""
    pairs = zip(question.columns, question.columns_en, strict=True)
    return ", ".join(f"{japanese} ({english})" for japanese, english in pairs)


def _quoted(pair: str) -> str:
    """Return a blank with its value as a shell takes it."""
    return f"'{pair}'" if " " in pair else pair


def _row(question: Question) -> str:
    """Return a row of the table of the competency questions."""
    titles = f"{question.title_ja} {question.title_en}"
    return f"| {question.competency} | {titles} | `{question.name}` |\n"
