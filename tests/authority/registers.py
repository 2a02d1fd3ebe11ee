"""Small files in the forms of the registers; every body in them is invented."""

import csv
import io
import json

COLUMNS = """
sequenceNumber corporateNumber process correct updateDate changeDate name
nameImageId kind prefectureName cityName streetNumber addressImageId prefectureCode
cityCode postCode addressOutside addressOutsideImageId closeDate closeCause
successorCorporateNumber changeCause assignmentDate latest enName enPrefectureName
enCityName enAddressOutside furigana hihyoji
""".split()  # noqa: SIM905 - thirty quoted words are hard to read
LAW_COLUMNS = """
法令種別 法令番号 法令名 法令名読み 旧法令名 公布日 改正法令名 改正法令番号
改正法令公布日 施行日 施行日備考 法令ID 本文URL 未施行
""".split()  # noqa: SIM905 - as the list itself prints them
ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"


def number(body):
    """Return the 法人番号 of a number of at most twelve digits."""
    digits = f"{body:012}"
    total = sum(
        int(digit) * (2 if place % 2 else 1)
        for place, digit in enumerate(reversed(digits))
    )
    return f"{9 - total % 9}{digits}"


def ror(body):
    """Return the ROR id of a number of at most six digits in base 32."""
    digits = "".join(ALPHABET[body >> shift & 31] for shift in range(25, -1, -5))
    return f"0{digits}{98 - body * 100 % 97:02}"


def corporation(name, body=1, **columns):
    """Return the row of a corporation by its columns."""
    row = dict.fromkeys(COLUMNS, "")
    row |= {
        "sequenceNumber": "1",
        "corporateNumber": number(body),
        "process": "01",
        "correct": "1",
        "updateDate": "2018-04-02",
        "changeDate": "2015-10-05",
        "name": name,
        "kind": "301",
        "prefectureName": "架空県",
        "cityName": "架空市",
        "prefectureCode": "13",
        "cityCode": "101",
        "assignmentDate": "2015-10-05",
        "latest": "1",
        "hihyoji": "0",
    }
    return row | columns


def everywhere():
    """Return a corporation in each prefecture, so that the register is whole."""
    return [
        corporation(f"有限会社埋草{code}", 900_000 + code, prefectureCode=f"{code:02}")
        for code in range(1, 48)
    ]


def corporations(*rows, encoding="utf-8", whole=True):
    """Return *rows* as the bytes of 全件データ."""
    stream = io.StringIO()
    table = csv.writer(stream, lineterminator="\n")
    for row in (*(everywhere() if whole else ()), *rows):
        table.writerow(row[column] for column in COLUMNS)
    return stream.getvalue().encode(encoding)


def ror_entry(name, body=1, *, schema=2, status="active", country="JP", **more):
    """Return an entry of ROR with the Japanese label *name*."""
    iri = f"https://ror.org/{ror(body)}"
    relations = [
        {"type": "Successor", "label": "", "id": f"https://ror.org/{one}"}
        for one in more.get("successors", ())
    ]
    items = list(more.get("items", ()))
    if schema == 1:
        return {
            "id": iri,
            "name": f"Invented {body}",
            "types": ["Education"],
            "aliases": list(more.get("aliases", ())),
            "acronyms": [],
            "labels": [{"label": name, "iso639": "ja"}],
            "status": status,
            "country": {"country_code": country, "country_name": ""},
            "external_ids": {"Wikidata": {"preferred": None, "all": items}},
            "relationships": relations,
        }
    names = [
        {"value": f"Invented {body}", "lang": "en", "types": ["ror_display", "label"]},
        {"value": name, "lang": "ja", "types": ["label"]},
        *(
            {"value": alias, "lang": None, "types": ["alias"]}
            for alias in more.get("aliases", ())
        ),
    ]
    return {
        "id": iri,
        "names": names,
        "status": status,
        "types": ["education"],
        "locations": [{"geonames_details": {"country_code": country}}],
        "external_ids": [{"type": "wikidata", "all": items, "preferred": None}],
        "relationships": [one | {"type": "successor"} for one in relations],
    }


def rors(*entries):
    """Return *entries* as the bytes of a dump."""
    return json.dumps(entries, ensure_ascii=False, indent=4).encode()


def tsv(*rows, encoding="utf-8"):
    """Return *rows* as the bytes of a table with tabs."""
    return "".join("\t".join(row) + "\n" for row in rows).encode(encoding)


def sssom(*rows, prefixes=None):
    """Return *rows* (subject, predicate, modifier, object, justification) as SSSOM."""
    lines = ["#curie_map:"]
    lines += [f'#  {name}: "{base}"' for name, base in (prefixes or {}).items()]
    lines += ['#license: "https://creativecommons.org/publicdomain/zero/1.0/"']
    lines += [
        (
            "subject_id\tpredicate_id\tpredicate_modifier\tobject_id\t"
            "mapping_justification\tauthor_id"
        )
    ]
    lines += ["\t".join((*row, "orcid:0000-0000-0000-0000")) for row in rows]
    return "".join(f"{line}\n" for line in lines).encode()


def law(name, body=1, year=20, **columns):
    """Return the row of a law of 平成 by its columns: 平成20年法律第1号."""
    row = dict.fromkeys(LAW_COLUMNS, "")
    row |= {
        "法令種別": "法律",
        "法令番号": f"平成{year}年法律第{body}号",
        "法令名": name,
        "公布日": f"平成{year}年六月十一日",
        "法令ID": law_id(body, year),
    }
    return row | columns


def law_id(body=1, year=20):
    """Return the id of a law of 平成."""
    return f"4{year:02}AC{body:010}"


def laws(*rows, whole=True, columns=LAW_COLUMNS):
    """Return *rows* as the bytes of e-Gov's list."""
    stream = io.StringIO()
    table = csv.writer(stream, lineterminator="\r\n")
    table.writerow(columns)
    filling = [law(f"埋草{body}法", 1_000 + body, 1) for body in range(5_000 * whole)]
    for row in (*filling, *rows):
        table.writerow(row.get(column, "") for column in columns)
    return stream.getvalue().encode("utf-8-sig")


def law_entry(name, body=1, year=20, *, now=None, short=None, repealed="None"):
    """Return a law as the API has it; *now* is what it is called since."""
    return {
        "law_info": {
            "law_type": "Act",
            "law_id": law_id(body, year),
            "law_num": f"平成{year}年法律第{body}号",
            "promulgation_date": f"{1988 + year}-06-11",
        },
        "revision_info": {
            "law_title": name,
            "abbrev": short,
            "repeal_status": repealed,
        },
        "current_revision_info": {"law_title": now or name, "abbrev": short},
    }


def law_page(*entries, whole=True, total=None):
    """Return *entries* as the bytes of an answer of the API."""
    filling = [
        law_entry(f"埋草{body}法", 1_000 + body, 1) for body in range(5_000 * whole)
    ]
    found = [*filling, *entries]
    page = {"total_count": total or len(found), "count": len(found), "laws": found}
    return json.dumps(page, ensure_ascii=False).encode()
