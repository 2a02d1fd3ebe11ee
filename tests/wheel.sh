#!/usr/bin/env bash
# Build the wheel, install it alone into an empty environment, and run `kg try` in an
# empty folder: what the program reads must be in the wheel.
set -euo pipefail
python=$(realpath --no-symlinks "$1")
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$python" -m pip wheel -qq --no-deps --no-build-isolation \
  --wheel-dir "$work/dist" "$root"
"$python" -m venv "$work/venv"
"$work/venv/bin/python" -m pip install -qq \
  --constraint "$root/constraints.txt" "$work"/dist/*.whl
"$work/venv/bin/python" -m pip check

mkdir "$work/empty"
cd "$work/empty"
"$work/venv/bin/kg" try
for file in graph.ttl evidence.ttl dataset.nq index.html explorer.html; do
  test -s "out/$file" || { echo "kg try wrote no out/$file" >&2; exit 1; }
done
"$work/venv/bin/kg" ask who-attended -d out >/dev/null
echo "wheel: kg try works without the checkout"
