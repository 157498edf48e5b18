#!/usr/bin/env bash
# Runs the measuring packs over build/release/sitrep and prints a line a figure. They lie outside the project: beside it
# in shared/benchmarks, or where $SITREP_PACKS points.
set -euo pipefail
cd "$(dirname "$0")/.."
packs=${SITREP_PACKS:-../shared/benchmarks}
if [ ! -f "$packs/run.py" ]; then
  echo "The measuring packs ($packs) are not on this machine: nothing to measure."
  exit 0
fi
exec python3 "$packs/run.py" build/release/sitrep --project . "$@"
