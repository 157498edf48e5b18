#!/bin/sh
# Trains models/*.model anew: training/language/train.sh [BUILD-FOLDER]. Same data, same bytes.
set -eu
cd "$(dirname "$0")/../.."
build=${1:-build/release}
data=${SITREP_UD:-../shared/training/ud}
"$build/train_language" models "$data/en_ewt-train.conllu.gz" "$data/en_gum-open-train.conllu.gz"
