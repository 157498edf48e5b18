#!/bin/sh
# Learns the weights of busy places (src/incidents/weights.h) anew from two made corpora: training/incidents/train.sh
# [BUILD-FOLDER]. Three minutes, 4 GB of disk; then ./dev format.
set -eu
cd "$(dirname "$0")/../.."
build=${1:-build/release}
work=build/training-incidents
mkdir -p "$work"
for seed in 2 3; do
  "$build/made_corpus" --reports 50000 --seed $seed --out "$work/$seed"
  "$build/pair_cases" "$build/sitrep.knowledge" "$work/$seed.jsonl" "$work/$seed.truth.tsv" >"$work/$seed.pairs"
done
python3 training/incidents/learn_busy.py src/incidents/weights.h "$work/2.pairs" "$work/3.pairs"
