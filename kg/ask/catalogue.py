"""Read the prepared questions from the heads of their queries."""

import difflib
import re
from collections.abc import Iterable
from pathlib import Path

from kg.ask.parameter import is_kind
from kg.errors import QuestionError, ResourceError
from kg.model import Parameter, Question
from kg.resources import ontology_path

# 「# title_ja: 組織から出席した人」
_LINE = re.compile(r"#\s*(?P<key>[a-z_]+)\s*:\s*(?P<value>.*?)\s*")
_REQUIRED = ("title_ja", "title_en", "columns")
_FIELDS = 4


def read_questions(folder: Path | None = None) -> tuple[Question, ...]:
    """Return the questions of *folder*, else of the ontology, by name."""
    where = ontology_path() / "questions" if folder is None else folder
    return tuple(read_question(file) for file in sorted(where.glob("*.rq")))


def read_question(file: Path) -> Question:
    """Return the question in *file*; its head is the comments before the query.

    A parameter is `name | kind | 日本語 | English`, parted from the next by a
    semicolon; a name that ends in ? may be left open, and then means all.
    """
    query = file.read_text(encoding="utf-8")
    head: dict[str, str] = {}
    for line in query.splitlines():
        if line and not line.startswith("#"):
            break
        found = _LINE.fullmatch(line)
        if found is not None:
            head[found["key"]] = found["value"]
    missing = [key for key in _REQUIRED if not head.get(key)]
    if missing:
        message = f"{file.name}: the head lacks {', '.join(missing)}"
        raise ResourceError(message)
    return Question(
        name=file.stem,
        title_ja=head["title_ja"],
        title_en=head["title_en"],
        parameters=tuple(_parameters(head.get("params", ""), file.name)),
        columns=_columns(head["columns"]),
        example=head.get("example", ""),
        query=query,
        empty_ja=head.get("empty_ja", ""),
        empty_en=head.get("empty_en", ""),
        columns_en=_columns(head.get("columns_en", "")),
        group=head.get("group", ""),
        competency=int(head.get("competency", "0")),
    )


def find_question(
    questions: Iterable[Question], name: str, language: str = "ja"
) -> Question:
    """Return the question called *name*, or say which is nearest."""
    by_name = {question.name: question for question in questions}
    if name in by_name:
        return by_name[name]
    nearest = difflib.get_close_matches(name, by_name, n=3, cutoff=0.0)
    if language == "ja":
        message = f"「{name}」という質問はありません。近いもの: {'、'.join(nearest)}"
    else:
        message = f"no question is called “{name}”. Nearest: {', '.join(nearest)}"
    raise QuestionError(message)


def _columns(text: str) -> tuple[str, ...]:
    """Read the names of the columns of a head; where | parts them, commas do not."""
    signs = r"\|" if "|" in text else r"[,、]"
    names = (name.strip() for name in re.split(signs, text))
    return tuple(filter(None, names))


def _parameters(text: str, where: str) -> Iterable[Parameter]:
    """Read the parameters of a head."""
    for item in filter(None, (item.strip() for item in text.split(";"))):
        fields = [field.strip() for field in item.split("|")]
        if len(fields) != _FIELDS or not is_kind(fields[1]):
            message = (
                f"{where}: expected `name | kind | 日本語 | English`, got {item!r}"
            )
            raise ResourceError(message)
        name, kind, label_ja, label_en = fields
        yield Parameter(
            name=name.rstrip("?"),
            kind=kind,
            label_ja=label_ja,
            label_en=label_en,
            required=not name.endswith("?"),
        )
