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
