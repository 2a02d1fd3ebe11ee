"""Name the things by which two sightings are compared, for code and for readers."""

from enum import StrEnum


class Feature(StrEnum):
    """One thing that two sightings have, or have not, in common.

    The value is what a reader of English sees and what the table of weights bears.
    """

    SAME_NAME = "same name"
    VARIANT = "variant kanji"
    MISREAD = "characters that are misread for each other"
    ORDER = "same words in another order"
    SCRIPT = "same sound in another script"
    FORMER = "former or other name printed"
    SURNAME = "surname alone"
    OFFICE = "office alone"
    OTHER_SURNAME = "same given name, other surname"
    NEAR_NAME = "one character differs"
    OTHER_NAME = "other name"
    SAME_ORGANIZATION = "same organization"
    OTHER_ORGANIZATION = "other organization"
    ELSEWHERE = "other organization at the same time"
    SAME_UNIT = "same unit"
    OTHER_UNIT = "other unit at the same time"
    OTHER_POST = "other post at the same time"
    SAME_POST = "same post"
    RISE = "post that may follow"
    LEAP = "post far above after a short time"
    FALL = "lower post later"
    SAME_COUNCIL = "same council"
    MEMBERS = "both members"
    OFFICIALS = "both officials"
    OTHER_ROLE = "member here, official there"
    NEAR_MEETING = "meetings near each other"
    NEAR_TIME = "within a year"
    FAR = "many years apart"
    SAME_OTHERS = "same people beside"
    SAME_ROSTER = "nearly all people beside the same"
    NAME_AND_BODY = "name within one organization"
    NAME_AND_COUNCIL = "name within one council"
    LISTED_TWICE = "listed twice in one roster"
    TWO_PLACES = "two places at one hour"
    ONLY_BEARER = "only bearer of the surname in the rosters near"
    BETWEEN = "stands where the other name is missing"
    HOLDER = "held the office then"
    ONE_BEARER = "nobody else known of the name"
    SAME_YEARS = "seen in the same years"
    WELL_KNOWN = "seen on several councils"
    SUCCEEDS = "one organization after the other"
    SAME_CALLING = "posts of one calling"
    ONE_IN_COUNCIL = "one of the name at a time in the council"
    IN_TURN = "one of the name at a time in all records"
    TWINS = "two of the name known in the organization"
    SAME_SEAT = "same leading seat"
    RENAMED = "new surname where the old one ended"


JAPANESE = {
    Feature.SAME_NAME: "氏名が一致",
    Feature.VARIANT: "異体字のみの違い",
    Feature.MISREAD: "誤読しやすい字の違い",
    Feature.ORDER: "語順のみの違い",
    Feature.SCRIPT: "文字種を超えて同じ音",
    Feature.FORMER: "旧姓・別名の記載が一致",
    Feature.SURNAME: "姓のみ",
    Feature.OFFICE: "役職名のみ",
    Feature.OTHER_SURNAME: "名は一致、姓は相違",
    Feature.NEAR_NAME: "一字が相違",
    Feature.OTHER_NAME: "氏名が相違",
    Feature.SAME_ORGANIZATION: "所属が一致（改称・承継を含む）",
    Feature.OTHER_ORGANIZATION: "所属が相違",
    Feature.ELSEWHERE: "同時期に別の所属",
    Feature.SAME_UNIT: "部署が一致",
    Feature.OTHER_UNIT: "同時期に別の部署",
    Feature.OTHER_POST: "同時期に別の役職",
    Feature.SAME_POST: "役職が一致",
    Feature.RISE: "昇任として自然な役職",
    Feature.LEAP: "短期間で離れた上位の役職",
    Feature.FALL: "後の役職が下位",
    Feature.SAME_COUNCIL: "同じ会議体",
    Feature.MEMBERS: "どちらも委員",
    Feature.OFFICIALS: "どちらも行政側",
    Feature.OTHER_ROLE: "一方は委員、他方は行政側",
    Feature.NEAR_MEETING: "近い回の会議",
    Feature.NEAR_TIME: "一年以内",
    Feature.FAR: "長い年月の隔たり",
    Feature.SAME_OTHERS: "同席者が共通",
    Feature.SAME_ROSTER: "同席者がほぼ全員共通",
    Feature.NAME_AND_BODY: "同じ所属の中で氏名が一致",
    Feature.NAME_AND_COUNCIL: "同じ会議体の中で氏名が一致",
    Feature.LISTED_TWICE: "一つの名簿に二度記載",
    Feature.TWO_PLACES: "同時刻に二か所",
    Feature.ONLY_BEARER: "前後の名簿で唯一の姓",
    Feature.BETWEEN: "他方の氏名を欠く回に記載",
    Feature.HOLDER: "当時その職に在った人",
    Feature.ONE_BEARER: "同名の別人が知られていない",
    Feature.SAME_YEARS: "同じ年月に在任",
    Feature.WELL_KNOWN: "多くの会議体に出席",
    Feature.SUCCEEDS: "一方の所属の後に他方の所属",
    Feature.SAME_CALLING: "同じ職種の役職",
    Feature.ONE_IN_COUNCIL: "この会議体に同名の人は一時に一人",
    Feature.IN_TURN: "全記録で同名の人は一時に一人",
    Feature.TWINS: "同じ所属に同名の二人",
    Feature.SAME_SEAT: "同じ議長職",
    Feature.RENAMED: "旧い姓の途絶えた所に新しい姓",
}
"""What a reader of Japanese sees."""

NAMED_ALIKE = frozenset(
    {
        Feature.SAME_NAME,
        Feature.VARIANT,
        Feature.ORDER,
        Feature.SCRIPT,
        Feature.FORMER,
    }
)
"""Names that may be one person's, if more than the name agrees."""

CONFLICTS = frozenset({Feature.LISTED_TWICE, Feature.TWO_PLACES, Feature.OTHER_NAME})
"""What one person cannot do: such sightings are never in one person, even by others."""

DOUBTS = CONFLICTS | {
    Feature.ELSEWHERE,
    Feature.OTHER_UNIT,
    Feature.OTHER_POST,
    Feature.OTHER_SURNAME,
    Feature.NEAR_NAME,
}
"""With any of these, a pair of sightings is never merged for its own clues."""
