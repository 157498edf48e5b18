#!/bin/sh
# How good events are on the reports that the model learns from: training/events/halves.sh [BUILD-FOLDER]. Each half of them is
# coded by a model that has learnt from the other half, and from MUC-4; both halves' figures are printed. Four minutes.
set -eu
cd "$(dirname "$0")/../.."
build=${1:-build/release}
shared=${SITREP_TRAINING:-../shared}
work=build/training-halves
reports=$(cat training/events/learnt_from.list)
mkdir -p "$work/models"
cp models/tagger.model models/lemmatiser.model models/parser.model models/gazetteer.tsv.gz "$work/models"
for half in 0 1; do python3 training/events/split_reports.py $half "$work/half$half" $reports; done
for half in 0 1; do
  rm -f "$work/models/events.model"
  "$build/compile_knowledge" dictionaries "$work/models" "$work/knowledge"
  python3 training/events/prepare.py "$work/learn$half" "$work/half$half"/*.txt --muc4 "$shared/benchmarks/muc4/data"
  "$build/train_events" "$work/knowledge" "$work/learn$half.jsonl" "$work/learn$half.gold" "$work/models/events.model" \
    >"$work/learn$half.log"
  "$build/compile_knowledge" dictionaries "$work/models" "$work/knowledge"
  SITREP_KNOWLEDGE=$work/knowledge python3 benchmarks/score_reports.py "$build/sitrep" "$work/half$((1 - half))"/*.txt
done
