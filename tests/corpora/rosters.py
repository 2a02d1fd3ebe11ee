"""Print rosters as real minutes do, one function a layout."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from tests.corpora.values import Council, Row

BLANK = "　"
_GROUPS = {"observers": "関係府省", "office": "事務局"}


def title(council: Council, group: str) -> str:
    """Return the heading of a group of the roster."""
    return _GROUPS.get(group) or council.role_words[2]


def groups(rows: Iterable[Row]) -> Iterator[tuple[str, list[Row]]]:
    """Yield the groups that have rows, in their order."""
    rows = list(rows)
    for group in ("members", "observers", "office"):
        if found := [row for row in rows if row.group == group]:
            yield group, found


def name(row: Row, between: str = " ") -> str:
    """Return the name: 小暮（旧姓 橘）敦子."""
    if row.former:
        return f"{row.family}（旧姓 {row.former}）{row.given}"
    return f"{row.family}{between}{row.given}"


def organization(row: Row, between: str = " ") -> str:
    """Return the affiliation without the post."""
    return between.join([row.form + row.path[0], *row.path[1:]])


def affiliation(row: Row, between: str = "") -> str:
    """Return the affiliation with the post: 総務課 and 課長 are 総務課長."""
    *above, last = organization(row, "\n").split("\n")
    if row.post[-1:] == "長" and last.endswith(row.post[0]) and row.post != "長官":
        return between.join([*above, last.removesuffix(row.post[0]) + row.post])
    if row.post == "長官":
        return between.join([*above, last + row.post])
    return between.join([*above, last, row.post])


def notes(row: Row, marks: tuple[str, str, str, str]) -> str:
    """Return what stands behind a name; *marks*: online, absent, proxy, between."""
    online, absent, proxy, between = marks
    if row.proxy:
        return proxy
    if row.status == "absent":
        return absent
    return online if row.online else between


def tabs(council: Council, rows: tuple[Row, ...]) -> Iterator[str]:
    """Yield: 東海林 環【座長】⇥西浜大学⇥環境工学部 教授."""
    for group, found in groups(rows):
        yield f"[{title(council, group)}]"
        for row in found:
            shown = row.principal or row
            role = f"【{row.role_word}】" if row.role in {"chair", "deputy"} else ""
            if row.principal:
                role = f"（代理：{name(row)}）"
            role += notes(row, ("【オンライン】", "【欠席】", "", ""))
            role += "（代理出席）" if row.proxy and not row.principal else ""
            top, *rest = shown.path
            rest = " ".join([*rest, shown.post])
            yield f"{name(shown)}{role}\t{shown.form}{top}\t{rest}"
        yield ""


def before(council: Council, rows: tuple[Row, ...]) -> Iterator[str]:
    """Yield: ◎　西都大学工学部教授　榎並透子　※."""
    for group, found in groups(rows):
        yield f"＜{title(council, group)}＞"
        for row in found:
            shown = row.principal or row
            mark = {"chair": "◎", "deputy": "○"}.get(row.role, BLANK)
            mark = BLANK if row.proxy else mark
            end = notes(row, ("　※", "（欠席）", "（代理出席）", ""))
            if row.principal:
                end = f"（代理：{name(row, '')}）"
            yield f"{mark}　{affiliation(shown)}　{name(shown, '')}{end}"
        yield ""
    chair, deputy, _ = council.role_words
    yield f"（◎：{chair}、○：{deputy}、※：オンライン参加）"


def brackets(council: Council, rows: tuple[Row, ...]) -> Iterator[str]:
    """Yield: 神代結衣（常磐台大学農学部教授）【座長】."""
    for group, found in groups(rows):
        yield f"■{title(council, group)}"
        for row in found:
            shown = row.principal or row
            end = f"【{row.role_word}】" if row.role in {"chair", "deputy"} else ""
            end = "" if row.proxy else end
            end += notes(row, ("【Web】", "【欠席】", "【代理出席】", ""))
            if row.principal:
                end = f"（代理：{name(row, '')}）"
            yield f"{name(shown, '')}（{affiliation(shown)}）{end}"
        yield ""


def table(council: Council, rows: tuple[Row, ...]) -> Iterator[str]:
    """Yield rows of Markdown: name and role, affiliation and post, attendance."""
    for group, found in groups(rows):
        yield f"### {title(council, group)}"
        yield ""
        yield "| 氏名 | 所属・役職 | 出欠 |"
        yield "| --- | --- | --- |"
        for row in found:
            shown = row.principal or row
            role = f"（{row.role_word}）" if row.role in {"chair", "deputy"} else ""
            role = "" if row.proxy else role
            here = notes(row, ("Web", "欠席", "代理出席", "出席"))
            if row.principal:
                here = f"代理出席（{name(row)}）"
            units = f"{organization(shown)} {shown.post}"
            yield f"| {name(shown)}{role} | {units} | {here} |"
        yield ""


def dots(council: Council, rows: tuple[Row, ...]) -> Iterator[str]:
    """Yield a heading for each role, and ・　飯塚　恒一　　東洋樹脂　執行役員."""
    last = ""
    for group, found in groups(rows):
        for row in found:
            head = row.role_word if group == "members" else title(council, group)
            if head != last:
                yield f"　{head}"
                last = head
            shown = row.principal or row
            end = notes(row, ("（Web）", "（欠席）", "（代理出席）", ""))
            if row.principal:
                end = f"（代理：{name(row, BLANK)}）"
            units = BLANK.join([organization(shown, BLANK), shown.post])
            yield f"　・　{name(shown, BLANK)}　　{units}{end}"


def columns(council: Council, rows: tuple[Row, ...]) -> Iterator[str]:
    """Yield the role in front: 座長⇥環 一葉⇥東都大学工学部教授."""
    for group, found in groups(rows):
        for row in found:
            shown = row.principal or row
            word = row.role_word or title(council, group)
            end = notes(row, ("（オンライン）", "（欠席）", "（代理出席）", ""))
            if row.principal:
                end = f"（代理：{name(row)}）"
            yield f"{word}\t{name(shown)}\t{affiliation(shown, ' ')}{end}"


def glued(council: Council, rows: tuple[Row, ...]) -> Iterator[str]:
    """Yield: 佐藤健　東都大学工学部教授（座長、オンライン）."""
    for group, found in groups(rows):
        yield f"（{title(council, group)}）"
        for row in found:
            shown = row.principal or row
            word = row.role_word if row.role in {"chair", "deputy"} else ""
            here = notes(row, ("オンライン", "欠席", "代理出席", ""))
            word = "" if row.proxy else word
            end = "、".join(one for one in (word, here) if one)
            end = f"代理：{name(row, '')}" if row.principal else end
            end = f"（{end}）" if end else ""
            yield f"　{name(shown, '')}　{affiliation(shown)}{end}"


def spaced(council: Council, rows: tuple[Row, ...]) -> Iterator[str]:
    """Yield: 東都大学　工学部　教授　　佐　藤　　健, in columns of names."""
    for group, found in groups(rows):
        yield f"【{title(council, group)}】"
        for row in found:
            shown = row.principal or row
            word = f"（{row.role_word}）" if row.role in {"chair", "deputy"} else ""
            word = "" if row.proxy else word
            end = word + notes(row, ("（Web）", "（欠席）", "（代理出席）", ""))
            if row.principal:
                end = f"（代理：{name(row, BLANK)}）"
            units = BLANK.join([organization(shown, BLANK), shown.post])
            yield f"　{name(shown, BLANK)}{end}　　{units}"


def inline(council: Council, rows: tuple[Row, ...]) -> Iterator[str]:
    """Yield lists in a line: 出席委員：大杉小委員長、関小委員長代理、東委員."""
    member = council.role_words[2]
    members = [row for row in rows if row.group == "members"]
    for label, status in (("出席", "present"), ("欠席", "absent")):
        found = [row for row in members if row.status == status]
        if found:
            yield from _fold(f"{label}{member}：", [_called(row) for row in found])
    for label, found in _by_ministry(rows):
        yield from _fold(f"{label}：", [_posted(row) for row in found])


def _called(row: Row) -> str:
    """Return a member as called in a list: 佐々木委員, 佐々木 健委員."""
    return f"{row.family} {row.given}".strip() + row.role_word


def _posted(row: Row) -> str:
    """Return an official: 若槻流通課長, or 食料産業局流通課長　若槻健."""
    if not row.given:
        return row.family + affiliation(replace(row, form="", path=row.path[-1:]))
    below = affiliation(replace(row, form="", path=row.path[1:]))
    return f"{below}　{row.family}{row.given}"


def _by_ministry(rows: tuple[Row, ...]) -> Iterator[tuple[str, list[Row]]]:
    """Yield the officials by the ministry that sent them."""
    found: dict[str, list[Row]] = {}
    for row in rows:
        if row.group != "members":
            found.setdefault(row.path[0], []).append(row)
    yield from found.items()


def _fold(label: str, words: list[str], width: int = 5) -> Iterator[str]:
    """Yield *words* after *label*, five a line, the others under the first."""
    for start in range(0, len(words), width):
        part = "、".join(words[start : start + width])
        part += "、" if start + width < len(words) else ""
        yield (label if start == 0 else BLANK * len(label)) + part


LAYOUTS: dict[str, Callable[[Council, tuple[Row, ...]], Iterator[str]]] = {
    "tabs": tabs,
    "before": before,
    "brackets": brackets,
    "table": table,
    "dots": dots,
    "columns": columns,
    "glued": glued,
    "spaced": spaced,
    "surnames": inline,
    "names": inline,
}
