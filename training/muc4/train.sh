#!/bin/sh
# Learns benchmarks/muc4_relevance.tsv anew: training/muc4/train.sh [BUILD-FOLDER]. The events of each half of MUC-4's
# development part come from a model of events that has learnt from the other half. Six minutes.
set -eu
cd "$(dirname "$0")/../.."
build=${1:-build/release}
muc4=${SITREP_TRAINING:-../shared}/benchmarks/muc4/data
work=build/training-muc4
mkdir -p "$work/models"
cp models/tagger.model models/lemmatiser.model models/parser.model models/gazetteer.tsv.gz "$work/models"
"$build/compile_knowledge" dictionaries "$work/models" "$work/knowledge"
: > "$work/codings.jsonl"
for half in 0 1; do
  python3 training/events/prepare.py "$work/half" $(cat training/events/learnt_from.list) --muc4 "$muc4" --half "$half"
  mkdir -p "$work/learnt"
  cp "$work/models"/* "$work/learnt"
  "$build/train_events" "$work/knowledge" "$work/half.jsonl" "$work/half.gold" "$work/learnt/events.model" >"$work/log"
  "$build/compile_knowledge" dictionaries "$work/learnt" "$work/learnt.knowledge"
  SITREP_KNOWLEDGE="$work/learnt.knowledge" "$build/sitrep" code "$work/half.others.jsonl" >>"$work/codings.jsonl"
done
python3 training/muc4/train_relevance.py "$muc4" "$work/codings.jsonl" benchmarks/muc4_relevance.tsv
