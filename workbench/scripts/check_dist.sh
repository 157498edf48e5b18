#!/bin/sh
# Is workbench/dist built from the sources beside it? Needs no Node.
set -eu
cd "$(dirname "$0")/.."
built=$(cat dist/sources.sha256 2>/dev/null || echo none)
[ "$built" = "$(scripts/sources.sh)" ] || {
  echo "workbench/dist is of other sources: ./dev workbench builds it anew" >&2
  exit 1
}
