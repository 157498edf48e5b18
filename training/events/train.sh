#!/bin/sh
# Learns models/events.model anew: training/events/train.sh [BUILD-FOLDER [OLD SCORERS]]. Same data and knowledge, same bytes.
# Ten minutes. With OLD, a model of events, the SCORERS alone are those learnt anew ("types,fillers"), the others are OLD's.
set -eu
cd "$(dirname "$0")/../.."
build=${1:-build/release}
shared=${SITREP_TRAINING:-../shared}
work=build/training-events
mkdir -p "$work/models"

# What it learns from must not hang on the model that is there.
cp models/tagger.model models/lemmatiser.model models/parser.model models/gazetteer.tsv.gz "$work/models"
"$build/compile_knowledge" dictionaries "$work/models" "$work/knowledge"
# shellcheck disable=SC2046  # a list of paths without blanks
python3 training/events/prepare.py "$work/all" $(cat training/events/learnt_from.list) --muc4 "$shared/benchmarks/muc4/data"
"$build/train_events" "$work/knowledge" "$work/all.jsonl" "$work/all.gold" models/events.model ${2:+"$2" "$3"}
