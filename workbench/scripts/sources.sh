#!/bin/sh
# Prints one hash over all that workbench/dist is made from. dist/sources.sha256 has that of its build, so
# that anyone can tell, without Node, whether it is of these sources.
set -eu
cd "$(dirname "$0")/.."
{
  find src public scripts/basemap.mjs scripts/build.mjs index.html vite.config.ts svelte.config.js \
    tsconfig.json package.json package-lock.json ../models/gazetteer.tsv.gz -type f ! -name '*.test.ts'
} | LC_ALL=C sort | xargs sha256sum | sha256sum | cut -d ' ' -f 1
