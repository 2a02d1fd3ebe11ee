"""Word what a picture's side panel says of a node, in the words of the record."""

from collections.abc import Iterable, Mapping, Sequence

from kg.graph.vocabulary import ACCESS, CODE, SCHEMA

Row = Mapping[str, str]
Details = tuple[tuple[str, str], ...]

MODES = {
    str(SCHEMA.OnlineEventAttendanceMode): "online",
    str(SCHEMA.OfflineEventAttendanceMode): "in-person",
}
_MODE_NAMES = {"online": "オンライン", "in-person": "会場", "unknown": "記載なし"}
_INFERRED = {"default": "（印がないことによる）", "inferred": "（推定）"}


def is_absent(row: Row) -> bool:
    """Tell whether a row of a roster says 欠席."""
    return row.get("status") == str(CODE["status-absent"])


def is_proxy(row: Row) -> bool:
    """Tell whether a row of a roster says 代理出席."""
    return row.get("capacity") == str(CODE["capacity-proxy"])


def is_chair(row: Row) -> bool:
    """Tell whether a row of a roster names the chair."""
    return row.get("role") == str(CODE["meeting-role-chair"])


def mode_of(row: Row) -> str:
    """Return the mode of a row: online, in-person or unknown."""
    return MODES.get(row.get("mode", ""), "unknown")


def role_name(row: Row) -> str:
    """Return the word for the role of a row: as printed, else the heading's."""
    heading = row.get("group") if "role" in row else None
    return row.get("roleWord") or heading or row.get("roleName") or "出席者"


def attendance_details(row: Row, posts: Iterable[Row], mode_basis: str) -> Details:
    """Word one row of a roster with the posts that it gives."""
    details = list(post_details(posts))
    if "group" in row:
        details.append(("区分", row["group"]))
    if "role" in row or "roleWord" in row:
        details.append(("資格", role_name(row)))
    if is_absent(row):
        details.append(("出欠", "欠席"))
    else:
        mode = mode_of(row)
        note = "" if mode == "unknown" else _INFERRED.get(mode_basis, "")
        details.append(("参加方法", _MODE_NAMES[mode] + note))
    if is_proxy(row):
        details.append(("代理", "代理出席"))
        details.append(("本人", row.get("principal", "記載なし")))
    if "written" in row:
        details.append(("原文", " ".join(row["written"].split())))
    return tuple(details)


def post_details(posts: Iterable[Row]) -> Details:
    """Word posts, each by its organization and the post as written."""
    details: list[tuple[str, str]] = []
    for post in posts:
        if "name" in post:
            details.append(("所属", post["name"]))
        role = post.get("written") or post.get("role")
        if role is not None:
            details.append(("役職", role))
    return tuple(details)


def meeting_details(row: Row, attendances: Sequence[Row]) -> Details:
    """Word a meeting, and how many came in each way."""
    names = {
        "written": "日時",
        "venue": "場所",
        "kind": "記録",
        "absences": "氏名のない欠席",
    }
    details = [(names[key], row[key]) for key in names if key in row]
    if "written" not in row and "start" in row:
        details.insert(0, ("日時", row["start"]))
    present = [row for row in attendances if not is_absent(row)]
    if present:
        details.append(("出席", f"{len(present)}"))
    counts = {
        "欠席": len(attendances) - len(present),
        "オンライン": sum(mode_of(row) == "online" for row in present),
        "代理": sum(is_proxy(row) for row in present),
    }
    details.extend((name, f"{count}") for name, count in counts.items() if count)
    return tuple(details)


def organization_details(row: Row) -> Details:
    """Word an organization: its path, its legal name, its kind."""
    names = {"qualified": "名称", "legal": "正式名", "kind": "種別"}
    return tuple((names[key], row[key]) for key in names if key in row)


def handout_details(row: Row) -> Details:
    """Word a handout: its label, its title, and whether it is open."""
    details = [("番号", row["label"])] if "label" in row else []
    details.append(("題名", row["title"]))
    if "access" in row:
        is_open = row["access"] == str(ACCESS.PUBLIC)
        details.append(("公開", "公開" if is_open else "非公開"))
    return tuple(details)
