#!/usr/bin/env bash
# What reconciliation costs by the size of the ledger, and how right it is: builds a ledger from N made codings
# (benchmarks/made_corpus), then adds 1,000 more.
# scale.sh SITREP [N...]      from the root of the tree; 1000 10000 where no N is given; SEED=2 for another world
set -eu -o pipefail
sitrep=$(realpath "$1")
shift
here=$(dirname "$(realpath "$0")")
make=$(dirname "$sitrep")/made_corpus
more=1000
work=${SITREP_WORK:-$(mktemp -d)} # 8 GB for each million
[ -n "${SITREP_WORK:-}" ] || trap 'rm -rf "$work"' EXIT

measure() { "$here/measure.py" nice "$sitrep" build -j2 "$ledger" -; }

echo "reports  wall_s  cpu_s  peak_MiB  ledger_MiB  | +$more: wall_s  cpu_s  peak_MiB | B-cubed after both"
[ $# -gt 0 ] || set -- 1000 10000
for n; do
  base=$work/made
  ledger=$work/scale.sitrep
  rm -f "$ledger"*
  "$make" --reports $((n + more)) --seed "${SEED:-1}" --out "$base"
  built=$(head -n "$n" "$base.jsonl" | measure 2>"$work/err") || { cat "$work/err"; exit 1; }
  size=$(du -m "$ledger" | cut -f1)
  added=$(tail -n $more "$base.jsonl" | measure 2>"$work/err") || { cat "$work/err"; exit 1; }
  score=$("$here/made_corpus/score.py" "$base.truth.tsv" "$ledger")
  echo "$n  ${built// /  }  $size  | ${added// /  } | ${score#*B-cubed }"
done
