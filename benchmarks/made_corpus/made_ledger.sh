#!/usr/bin/env bash
# A ledger of about N incidents that never were (benchmarks/made_corpus), to try large ledgers with.
# made_ledger.sh OUT.sitrep [N [PROGRAMS]]     N: 50000; PROGRAMS: the folder with sitrep and made_corpus
set -euo pipefail
out=${1:?made_ledger.sh OUT.sitrep [N [PROGRAMS]]}
incidents=${2:-50000}
programs=$(realpath "${3:-$(dirname "$0")/../../build/release}")
reports=$((incidents * 17 / 5)) # some 3.4 reports tell of one
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
rm -f "$out" "$out"-wal "$out"-shm
"$programs/made_corpus" --reports "$reports" --seed "${SEED:-1}" --out "$work/made"
"$programs/sitrep" build "$out" "$work/made.jsonl"
