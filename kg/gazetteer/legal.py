"""Tell which legal forms may be printed beside the name of a registered body."""

from kg.model import RegisterEntry, Sector

COMPANIES = frozenset(
    {"株式会社", "有限会社", "合同会社", "合資会社", "合名会社"},
)
PUBLIC = frozenset(
    {
        "国立大学法人",
        "公立大学法人",
        "学校法人",
        "独立行政法人",
        "国立研究開発法人",
        "地方独立行政法人",
        "大学共同利用機関法人",
        "特殊法人",
        "認可法人",
    }
)
"""Forms by which one body went after another: 独立行政法人, then 国立研究開発法人."""

_OPEN = frozenset({"special-corporation", "other"})


def takes_form(entry: RegisterEntry, form: str) -> bool:
    """Tell whether *form* may stand beside the name of *entry*.

    株式会社理化学研究所 is another body than the national institute; a ministry has
    no legal form at all.
    """
    if entry.sector is Sector.GOVERNMENT:
        return False
    if entry.legal_form in COMPANIES:
        return form in COMPANIES
    if entry.legal_form in PUBLIC:
        return form in PUBLIC
    if entry.legal_form:
        return form == entry.legal_form
    return entry.kind in _OPEN or form in PUBLIC
