#!/bin/sh
# Learns src/grounding/atlas_weights.h anew: training/places/train.sh [BUILD-FOLDER]. Same knowledge, same bytes.
set -eu
cd "$(dirname "$0")/../.."
build=${1:-build/release}
"$build/train_places" "$build/sitrep.knowledge" training/places/reports.txt src/grounding/atlas_weights.h
clang-format-14 -i src/grounding/atlas_weights.h
