"""Write the fixtures of the front end's tests anew: `python -m tests.view.refresh`.

They are what explorer.html of the five invented meetings is told; write them after a
change of `payload.ts`. The triples among them are not kept in git.
"""

import re
import tempfile
from pathlib import Path

from kg.view.block import unpack
from tests.corpus.five import build_five
from tests.view.test_explorer_open import write_page

FIXTURES = Path(__file__).parents[2] / "kg" / "view" / "web" / "fixtures"
FILES = {"payload": "payload.json", "texts": "texts.json", "dataset": "dataset.nq"}


def main():
    """Build the five meetings, and write what their page holds."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        build_five(folder / "out")
        page = write_page((folder / "out/dataset.nq").read_bytes(), folder)
        text = page.read_text(encoding="utf-8")
    for name, file in FILES.items():
        (packed,) = re.findall(rf'id="block-{name}">([^<]*)<', text)
        (FIXTURES / file).write_bytes(unpack(packed))


if __name__ == "__main__":
    main()
