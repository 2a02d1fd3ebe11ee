"""Say in a few lines what was read, found, validated and written."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from kg.ask import write_table
from kg.corpus import Corpus
from kg.model import Document, Doubt, Finding, Verdict

OMITTED = {
    "navigation": "ナビゲーション",
    "script": "スクリプト",
    "ruby": "ルビ",
    "deletion": "削除",
    "running-head": "柱",
    "page-number": "ページ番号",
    "header": "ヘッダー",
    "footer": "フッター",
    "comment": "コメント",
    "number": "自動番号",
    "field": "項目",
    "hidden": "非表示",
    "image": "画像の代替文",
    "note": "注",
}
"""What readers leave out, as people call it."""

_MEETINGS = 20
"""Meetings that the summary names beside the first."""

_SHOWN = 5
"""Doubts that the summary lists; `kg parse --coverage` and `--json` list all."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What one build read, found, validated and wrote; *counts* are by sort."""

    meetings: tuple[str, ...]
    documents: int
    counts: Mapping[str, int]
    violations: int
    warnings: int
    findings: tuple[Finding, ...]
    unplaced: tuple[Doubt, ...]
    open: tuple[Doubt, ...]
    candidates: int
    written: tuple[Path, ...]
    omitted: Mapping[str, int]

    def as_json(self) -> str:
        """Return the summary for programs."""
        value = {
            "meetings": self.meetings,
            "documents": self.documents,
            "counts": dict(self.counts),
            "violations": self.violations,
            "warnings": self.warnings,
            "unplaced": [asdict(doubt) for doubt in self.unplaced],
            "open": [asdict(doubt) for doubt in self.open],
            "candidates": self.candidates,
            "omitted": dict(self.omitted),
            "written": [path.as_posix() for path in self.written],
        }
        return json.dumps(value, ensure_ascii=False, indent=1) + "\n"

    def as_text(self) -> str:
        """Return the summary for people, a heading a line."""
        out = self.written[0].parent
        pages = [path for path in self.written if path.name == "explorer.html"]
        page = pages[0] if pages else out
        data = "" if out == Path("out") else f" -d {out}"
        parts: list[tuple[str, Sequence[str]]] = [
            ("読み込み", self._read()),
            ("抽出", [found_line(self.counts)]),
            ("省略", [_omitted_line(self.omitted)] if self.omitted else []),
            ("検証", self._checked()),
            ("未読", _listed(self.unplaced, "どの規則でも読めなかった行")),
            ("未決", _listed(self.open, "一人・一組織に決まらない名")),
            ("候補", self._candidates()),
            ("出力", ["  ".join(self._written())]),
            ("次に", [f"open {page}   |   kg ask{data}   |   kg query --help"]),
        ]
        return "".join(
            f"  {(heading if first else '').ljust(4, '　')}  {line}\n"
            for heading, lines in parts
            for first, line in zip((True, *[False] * len(lines)), lines, strict=False)
        )

    def _written(self) -> list[str]:
        """Return the files, the pages of further meetings as one range."""
        pages = [path for path in self.written if path.name.startswith("meeting-")]
        names = [path.as_posix() for path in self.written if path not in pages]
        more = [f"{pages[0]} … {pages[-1].name}"] if pages else []
        return names + more

    def _read(self) -> list[str]:
        """Return a line for each meeting, the first with the count of documents."""
        plural = "s" if self.documents > 1 else ""
        first, *others = self.meetings
        rest = others[_MEETINGS:]
        more = [f"…他 {len(rest)} 回"] if rest else []
        head = f"{first}        {self.documents} document{plural}"
        return [head, *others[:_MEETINGS], *more]

    def _candidates(self) -> list[str]:
        """Return how many pairs may be one person, where there are any."""
        words = f"同一人物かもしれない組 {self.candidates}（kg review で一覧）"
        return [words] if self.candidates else []

    def _checked(self) -> list[str]:
        """Return what the shapes found, violations with their lines."""
        line = f"SHACL {self.violations} violations · {self.warnings} warnings"
        wrong = [found for found in self.findings if found.severity == "Violation"]
        return [line, *list_findings(wrong).splitlines()[1:]] if wrong else [line]


def summarise(corpus: Corpus, written: tuple[Path, ...]) -> Summary:
    """Return the summary of a build that found *corpus* and wrote *written*."""
    documents = corpus.documents
    findings = tuple(one for document in documents for one in document.findings)
    severities = Counter(finding.severity for finding in findings)
    return Summary(
        meetings=tuple(meeting.label for meeting in corpus.meetings),
        documents=len(documents),
        counts=_count(corpus),
        violations=severities["Violation"],
        warnings=severities["Warning"],
        findings=findings,
        unplaced=tuple(one for document in documents for one in document.unplaced),
        open=tuple(one for document in documents for one in document.open),
        candidates=sum(
            one.verdict is Verdict.UNSURE for one in corpus.identities.decisions
        ),
        written=written,
        omitted=_add(document.omissions for document in documents),
    )


def _count(corpus: Corpus) -> dict[str, int]:
    """Return how much of each sort a corpus has, people and bodies once each."""
    bodies = {one.iri for d in corpus.documents for one in d.bodies.bodies}
    return {
        **_add(document.counts for document in corpus.documents),
        "person": len(corpus.identities.people),
        "organization": len(bodies),
    }


def _add(counts: Iterable[Mapping[str, int]]) -> dict[str, int]:
    """Return the sums of *counts*, in order of their names."""
    total: Counter[str] = Counter()
    for one in counts:
        total.update(one)
    return dict(sorted(total.items()))


def found_line(counts: Mapping[str, int]) -> str:
    """Return what was found, in one line.

    >>> found_line({"person": 3, "present": 2, "online": 1, "handout": 1})
    '人物 3 · 出席 2（Web 1） · 発言 0 · 資料 1'
    """
    parts: tuple[tuple[str, str, dict[str, str]], ...] = (
        ("人物", "person", {}),
        ("出席", "present", {"online": "Web", "proxy": "代理"}),
        ("欠席", "absent", {}),
        ("発言", "statement", {"withheld": "発言者の記載なし"}),
        ("資料", "handout", {"closed": "非公開"}),
    )
    return " · ".join(
        f"{word} {counts.get(name, 0)}{_details(counts, details)}"
        for word, name, details in parts
        if name != "absent" or counts.get(name)
    )


def list_findings(findings: Sequence[Finding]) -> str:
    """Return what the shapes found as a table, each with its line."""
    rows = [
        (
            finding.severity,
            finding.message,
            " ".join(dict.fromkeys(f"L{p.line}" for p in finding.passages)),
            finding.value or finding.focus,
        )
        for finding in findings
    ]
    return write_table(("程度", "内容", "行", "値"), rows)


def list_doubts(doubts: Iterable[Doubt]) -> str:
    """Return *doubts* as a table."""
    rows = [(doubt.document, f"L{doubt.line}", *doubt.rest()) for doubt in doubts]
    return write_table(("文書", "行", "原文", "候補"), rows)


def list_omissions(document: Document) -> str:
    """Return what the reader left out of *document* as a table, else nothing."""
    rows = [
        (OMITTED.get(one.kind, one.kind), one.place, " ".join(one.text.split()))
        for one in document.omissions
    ]
    return write_table(("省略", "場所", "原文"), rows) if rows else ""


def _omitted_line(omitted: Mapping[str, int]) -> str:
    """Return what the readers left out, in one line."""
    parts = [f"{OMITTED.get(kind, kind)} {count}" for kind, count in omitted.items()]
    return f"{' · '.join(parts)}（kg parse --coverage で一覧）"


def _details(counts: Mapping[str, int], words: Mapping[str, str]) -> str:
    """Return the counts that are not 0, in brackets."""
    found = [f"{words[name]} {counts[name]}" for name in words if counts.get(name)]
    return f"（{'、'.join(found)}）" if found else ""


def _listed(doubts: Sequence[Doubt], title: str) -> list[str]:
    """Return the first of *doubts* under a title; nothing where there is none."""
    if not doubts:
        return []
    lines = list_doubts(doubts[:_SHOWN]).splitlines()[1:]
    rest = len(doubts) - len(lines)
    return [f"{title} {len(doubts)}", *lines, *([f"…他 {rest}"] if rest else [])]
