#!/bin/sh
# Trains models/*.model of the language anew: training/language/train.sh [BUILD-FOLDER]. Same data, same machine: same
# bytes. About 40 minutes on two cores, nearly all of it the parser's network. Python and jax serve the training only;
# they are installed into build/training-python.
set -eu
cd "$(dirname "$0")/../.."
build=${1:-build/release}
data=${SITREP_UD:-../shared/training/ud}
train="$build/train_language"
work=build/training-language
python=build/training-python/bin/python
mkdir -p "$work"
set -- "$data/en_ewt-train.conllu.gz" "$data/en_gum-open-train.conllu.gz"

"$train" linear models "$@"
"$train" export models "$work" "$@"
"$train" held-out models "$work" ewt-dev "$data/en_ewt-dev.conllu.gz"
"$train" held-out models "$work" gum-dev "$data/en_gum-open-dev.conllu.gz"
[ -x "$python" ] || { python3 -m venv build/training-python && "$python" -m pip install -q 'jax==0.10.2' numpy; }
"$python" training/language/train_parser.py "$work" "$work/parser.weights" --held-out ewt-dev gum-dev
"$train" pack "$work" "$work/parser.weights" models/parser.model
