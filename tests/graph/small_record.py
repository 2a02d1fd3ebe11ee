"""One invented record, read by hand, so that no parser and no model is needed."""

from dataclasses import replace
from datetime import date, time

from kg.model import (
    Access,
    Affiliation,
    AgendaItem,
    Attendance,
    Attendee,
    Attribution,
    Basis,
    Candidate,
    Clue,
    Discussion,
    Document,
    Entities,
    Form,
    Grounded,
    Group,
    Handout,
    Heading,
    Kind,
    Label,
    LegendEntry,
    Link,
    Membership,
    Mention,
    Minutes,
    Mode,
    Organization,
    Person,
    PersonName,
    Place,
    Presentation,
    RecordKind,
    Role,
    Source,
    Span,
    Speech,
    Statement,
    Status,
    Theme,
)
from kg.model.identifier import mint

BASE = "https://example.org/gijiroku/id/"
DAY = date(2024, 5, 14)
THEME = "https://w3id.org/gijiroku/theme/hrd"

TEXT = """架空技術会議（第3回）議事要旨

1. 日時 令和6年5月14日(火) 13:00~14:30
2. 場所 Web会議+架空合同庁舎 第1会議室
3. 出席者(敬称略)

<構成員> ◎座長、*Web参加
◎鈴木 花子\t国立大学法人架空大学 教授
鈴木 一郎*\t株式会社架空電機 相談役 架空総合会議議員(非常勤)
<政府関係者>
田中 実*\t架空省政策局企画課長(代理出席)
架空研究所
欠席 山本 次郎（外2名）

4. 議題
(1) 光技術の推進について
架空大学の鈴木教授が資料1により説明した。
5. 配布資料
資料1 光技術の資料
資料2-1 光技術の計画【非公開】
別紙 名簿

- 光技術の人材育成を進めたい。
- （『何が足りないか』の問いに対して）人材が足りない。
○鈴木座長 KKKとともに進める。
○鈴木 賛成する。
"""


def at(words, after=""):
    """Return the span of *words*, the first after *after*."""
    start = TEXT.index(words, TEXT.index(after))
    return Span(start, start + len(words))


def stated(value, *spans):
    """Return a value that the text states."""
    return Grounded(value, Basis.STATED, spans)


DOCUMENT = Document(
    id="0123456789ab",
    source=Source(
        name="架空技術会議.txt",
        sha256="0123456789ab" + "0" * 52,
        media_type="text/plain",
        encoding="utf-8",
    ),
    text=TEXT,
)
LEGEND = at("*Web参加")
WEB = LegendEntry("*", "Web参加", LEGEND)
CHAIR = LegendEntry("◎", "座長", at("◎座長"))
MEMBERS = at("構成員")
OFFICIALS = at("政府関係者")
HANAKO_ROW = at("◎鈴木 花子\t国立大学法人架空大学 教授")
ICHIRO_ROW = at("鈴木 一郎*\t株式会社架空電機 相談役 架空総合会議議員(非常勤)")
TANAKA_ROW = at("田中 実*\t架空省政策局企画課長(代理出席)")
INSTITUTE_ROW = at("架空研究所")
YAMAMOTO_ROW = at("山本 次郎")
PRESENT = stated(Status.PRESENT, at("出席者"))


def _person(family, given, key, *spans):
    name = f"{family} {given}"
    path = mint("person", f"{family}{given}{key}")
    return Person(path, name, family + given, family, given, Basis.STATED, spans)


def _organization(*path, kind=Kind.FORMAL, legal=None, aliases=(), span=None):
    form = None if legal is None else legal.replace(path[-1], "")
    return Organization(
        id=mint("org", "".join(path)),
        name=path[-1],
        qualified=" ".join(path),
        path=path,
        kind=kind,
        legal_name=legal,
        legal_form=form,
        aliases=aliases,
        parent=mint("org", "".join(path[:-1])) if len(path) > 1 else None,
        evidence=(span or at(path[-1]),),
    )


HANAKO = _person("鈴木", "花子", "架空大学", at("鈴木 花子"))
ICHIRO = _person("鈴木", "一郎", "架空電機", at("鈴木 一郎"))
TANAKA = _person("田中", "実", "架空省", at("田中 実"))
YAMAMOTO = _person("山本", "次郎", "", at("山本 次郎"))
COUNCIL = _organization("架空技術会議", kind=Kind.COUNCIL)
UNIVERSITY = _organization("架空大学", legal="国立大学法人架空大学")
COMPANY = _organization("架空電機", legal="株式会社架空電機")
CABINET = _organization("架空総合会議", kind=Kind.COUNCIL)
MINISTRY = _organization("架空省")
BUREAU = _organization("架空省", "政策局", kind=Kind.UNIT)
DIVISION = _organization("架空省", "政策局", "企画課", kind=Kind.UNIT)
INSTITUTE = _organization("架空研究所", aliases=("KKK",))


def _post(person, organization, role, position, *, span, written=None, seat=False):
    key = f"{person.label} {organization.qualified} {role} {seat}"
    appointment = "非常勤" if written and "非常勤" in written else None
    return Membership(
        id=mint("membership", key),
        person=person.id,
        organization=organization.id,
        role=role,
        role_as_written=None if seat else written or role,
        appointment=appointment,
        position=position,
        attested_on=DAY,
        evidence=(span,),
        seat=seat,
    )


PROFESSOR = _post(HANAKO, UNIVERSITY, "教授", 1, span=HANAKO_ROW)
CHAIR_SEAT = _post(HANAKO, COUNCIL, "座長", 2, span=HANAKO_ROW, seat=True)
ADVISER = _post(ICHIRO, COMPANY, "相談役", 1, span=ICHIRO_ROW)
COUNCILLOR = _post(ICHIRO, CABINET, "議員", 2, span=ICHIRO_ROW, written="議員(非常勤)")
MEMBER_SEAT = _post(ICHIRO, COUNCIL, "構成員", 3, span=ICHIRO_ROW, seat=True)
HEAD = _post(TANAKA, DIVISION, "課長", 1, span=TANAKA_ROW)


def _attendee(position, row, **axes):
    name = axes.pop("name", None)
    fields = {
        "status": PRESENT,
        "mode": Grounded(Mode.IN_PERSON, Basis.DEFAULT),
        "proxy": Grounded(value=False, basis=Basis.DEFAULT),
        "role": None,
        **axes,
    }
    return Attendee(
        position=position,
        row=row,
        as_written=TEXT[row.start : row.end],
        name=None if name is None else PersonName(name, (at(name),)),
        **fields,
    )


def _online(row):
    mark = at("*", TEXT[row.start : row.end])
    return Grounded(Mode.ONLINE, Basis.LEGEND, (mark, LEGEND))


ATTENDEES = (
    _attendee(
        1,
        HANAKO_ROW,
        name="鈴木 花子",
        role=Grounded(Role.CHAIR, Basis.LEGEND, (at("◎鈴木"), CHAIR.span)),
        role_word="座長",
        group=stated("構成員", MEMBERS),
    ),
    _attendee(
        2,
        ICHIRO_ROW,
        name="鈴木 一郎",
        mode=_online(ICHIRO_ROW),
        role=Grounded(Role.MEMBER, Basis.INFERRED, (MEMBERS,)),
        role_word="構成員",
        group=stated("構成員", MEMBERS),
    ),
    _attendee(
        3,
        TANAKA_ROW,
        name="田中 実",
        mode=_online(TANAKA_ROW),
        proxy=stated(True, at("(代理出席)")),  # noqa: FBT003 - the value itself
        role=Grounded(Role.OFFICIAL, Basis.INFERRED, (OFFICIALS,)),
        group=stated("政府関係者", OFFICIALS),
        affiliations=(Affiliation(at("架空省政策局企画課長")),),
    ),
    _attendee(
        4,
        INSTITUTE_ROW,
        mode=Grounded(Mode.UNKNOWN, Basis.DEFAULT),
        group=stated("政府関係者", OFFICIALS),
    ),
    _attendee(
        5,
        YAMAMOTO_ROW,
        name="山本 次郎",
        status=stated(Status.ABSENT, at("欠席")),
        mode=Grounded(Mode.UNKNOWN, Basis.DEFAULT),
    ),
)

ITEM = AgendaItem(
    number=1,
    title="光技術の推進について",
    spans=(at("(1) 光技術の推進について"),),
    presenters=(at("鈴木教授"),),
    used=(stated("資料1", at("資料1により")),),
)
HANDOUTS = (
    Handout(
        1,
        "資料1",
        "光技術の資料",
        Grounded(Access.OPEN, Basis.DEFAULT),
        at("資料1 光技術の資料"),
    ),
    Handout(
        2,
        "資料2-1",
        "光技術の計画",
        stated(Access.CLOSED, at("【非公開】")),
        at("資料2-1 光技術の計画【非公開】"),
    ),
    Handout(3, "別紙", "名簿", Grounded(Access.OPEN, Basis.DEFAULT), at("別紙 名簿")),
)


def _statement(position, words, attribution=Attribution.WITHHELD, **fields):
    return Statement(position, words, (at(words),), attribution, **fields)


WISH = _statement(1, "光技術の人材育成を進めたい。", agenda_item=1)
REPLY = _statement(
    2,
    "（『何が足りないか』の問いに対して）人材が足りない。",
    agenda_item=1,
    reported_question=stated("何が足りないか", at("何が足りないか")),
)
ANSWERED = _statement(
    3,
    "KKKとともに進める。",
    Attribution.ROLE,
    label="○鈴木座長",
    speaker=at("○鈴木座長"),
    agenda_item=1,
)
AGREED = _statement(
    1,
    "賛成する。",
    Attribution.NAMED,
    label="○鈴木",
    speaker=at("○鈴木 賛成"[:3], "進める。"),
)


def _mention(words, label, after="", form=Form.NAME, by=("gazetteer",)):
    span = at(words, after)
    return Mention(span, words, words, label, form, by)


LINKS = (
    Link(
        _mention("鈴木教授", Label.PERSON, by=("post", "ginza")),
        HANAKO.id,
        (Candidate(HANAKO.id, (Clue("post", 1.0, "教授"),)),),
        "context",
        "架空大学の教授は一人",
    ),
    Link(
        _mention("鈴木", Label.PERSON, "進める。\n", by=("ginza",)),
        None,
        (Candidate(HANAKO.id), Candidate(ICHIRO.id)),
        "name",
        "鈴木は二人",
    ),
    Link(_mention("KKK", Label.ORGANIZATION), INSTITUTE.id, (), "alias", "略称"),
    Link(_mention("光技術", Label.ORGANIZATION), None, (), "name", "該当なし"),
)

MINUTES = Minutes(
    document=DOCUMENT,
    heading=Heading(
        title="架空技術会議（第3回）議事要旨",
        title_span=at("架空技術会議（第3回）議事要旨"),
        body=stated("架空技術会議", at("架空技術会議")),
        number=stated(3, at("第3回")),
        date=stated(DAY, at("令和6年5月14日")),
        start=stated(time(13, 0), at("13:00")),
        end=stated(time(14, 30), at("14:30")),
        date_as_written="令和6年5月14日(火) 13:00~14:30",
        venue=stated(
            "Web会議+架空合同庁舎 第1会議室", at("Web会議+架空合同庁舎 第1会議室")
        ),
        places=(
            Place("Web会議", virtual=True, span=at("Web会議")),
            Place(
                "架空合同庁舎 第1会議室",
                virtual=False,
                span=at("架空合同庁舎 第1会議室"),
            ),
        ),
        kind=stated(RecordKind.SUMMARY, at("議事要旨")),
        honorifics_omitted=stated(True, at("敬称略")),  # noqa: FBT003 - the value
    ),
    legend=(CHAIR, WEB),
    groups=(Group("構成員", MEMBERS), Group("政府関係者", OFFICIALS)),
    attendees=ATTENDEES,
    unnamed_absences=stated(2, at("外2名")),
    agenda=(ITEM,),
    handouts=HANDOUTS,
    statements=(WISH, REPLY, ANSWERED, AGREED),
)

RECORD = Entities(
    minutes=MINUTES,
    council=COUNCIL.id,
    people=(HANAKO, ICHIRO, TANAKA, YAMAMOTO),
    organizations=(
        COUNCIL,
        UNIVERSITY,
        COMPANY,
        CABINET,
        MINISTRY,
        BUREAU,
        DIVISION,
        INSTITUTE,
    ),
    themes=(Theme(THEME, "人材育成"),),
    memberships=(PROFESSOR, CHAIR_SEAT, ADVISER, COUNCILLOR, MEMBER_SEAT, HEAD),
    attendances=(
        Attendance(HANAKO.id, ATTENDEES[0], (PROFESSOR.id, CHAIR_SEAT.id)),
        Attendance(
            ICHIRO.id, ATTENDEES[1], (ADVISER.id, COUNCILLOR.id, MEMBER_SEAT.id)
        ),
        Attendance(TANAKA.id, ATTENDEES[2], (HEAD.id,)),
        Attendance(INSTITUTE.id, ATTENDEES[3], ()),
        Attendance(YAMAMOTO.id, ATTENDEES[4], ()),
    ),
    speeches=(
        Speech(WISH, None, (), ""),
        Speech(REPLY, None, (), ""),
        Speech(ANSWERED, HANAKO.id, (HANAKO.id,), "座長は鈴木 花子"),
        Speech(AGREED, None, (HANAKO.id, ICHIRO.id), "鈴木は二人"),
    ),
    presentations=(Presentation(ITEM, HANAKO.id, (at("鈴木教授"),)),),
    discussions=(
        Discussion(WISH, THEME, (at("人材育成"),)),
        Discussion(REPLY, THEME, (at("人材", "対して）"),)),
    ),
    links=LINKS,
)


def change(record=RECORD, **heading):
    """Return *record* with other values in its heading."""
    minutes = replace(
        record.minutes, heading=replace(record.minutes.heading, **heading)
    )
    return replace(record, minutes=minutes)


def change_row(index, *, principal=None, **axes):
    """Return the record with other values on the axes of one row."""
    attendances = list(RECORD.attendances)
    row = attendances[index]
    attendances[index] = replace(
        row, attendee=replace(row.attendee, **axes), principal=principal
    )
    return replace(RECORD, attendances=tuple(attendances))
