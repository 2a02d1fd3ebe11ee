"""Write a corpus to a folder: python -m tests.corpora OUT --seed 1 --shape first."""

import argparse
import json
from dataclasses import replace
from pathlib import Path

from tests.corpora import SHAPES, generate


def main() -> None:
    """Write one file a meeting, and truth.json beside them."""
    parser = argparse.ArgumentParser(prog="python -m tests.corpora")
    parser.add_argument("out", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--shape", choices=SHAPES, default="first")
    parser.add_argument("--councils", type=int, help="another number of councils")
    parser.add_argument("--meetings", type=int, help="another number of meetings")
    options = parser.parse_args()
    shape = SHAPES[options.shape]
    shape = replace(shape, councils=options.councils or shape.councils)
    shape = replace(shape, meetings=options.meetings or shape.meetings)
    corpus = generate(shape, options.seed)
    documents = options.out / "documents"
    documents.mkdir(parents=True, exist_ok=True)
    for name, text in corpus.documents.items():
        (documents / name).write_text(text, encoding="utf-8")
    told = json.dumps(corpus.truth, ensure_ascii=False, indent=1)
    (options.out / "truth.json").write_text(f"{told}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
