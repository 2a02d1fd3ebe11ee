"""Find a font with Japanese among those of the machine."""

from matplotlib import font_manager

FAMILIES = (
    "Noto Sans CJK JP",
    "Noto Sans JP",
    "Hiragino Sans",
    "Hiragino Kaku Gothic ProN",
    "Yu Gothic",
    "YuGothic",
    "Meiryo",
    "IPAexGothic",
    "IPAGothic",
    "IPAPGothic",
    "TakaoGothic",
    "VL Gothic",
    "MS Gothic",
)
"""Families with Japanese: Linux, macOS, Windows; the first that is there is taken."""


def find_font() -> str | None:
    """Return the family to draw with, or None where no font has Japanese.

    Fonts that came after matplotlib made its list are looked for on disk.
    """
    known = _known()
    if not known.intersection(FAMILIES):
        listed = {entry.fname for entry in font_manager.fontManager.ttflist}
        for path in sorted(font_manager.findSystemFonts()):
            if path not in listed:
                _add(path)
        known = _known()
    return next((family for family in FAMILIES if family in known), None)


def _known() -> set[str]:
    """Return the families that matplotlib has on its list."""
    return {entry.name for entry in font_manager.fontManager.ttflist}


def _add(path: str) -> None:
    """Put the font at *path* on the list; what is no font stays out."""
    try:
        font_manager.fontManager.addfont(path)
    except (OSError, RuntimeError, ValueError):
        return
