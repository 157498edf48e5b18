#!/usr/bin/env bash
# The room check finds what it is for: an include of a later room, and a folder that is not in the list.
set -u
check=$(dirname "$(realpath "$0")")/rooms.sh
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work"/src/{core,output}
echo 'foreach(room core output)' >"$work/CMakeLists.txt"

echo '#include "core/a.h"' >"$work/src/output/b.cpp"
"$check" "$work" >/dev/null 2>&1 || { echo "a lower room may be used"; exit 1; }

printf '\n#include "output/b.h"\n' >"$work/src/core/a.h"
found=$("$check" "$work" 2>&1) && { echo "a later room went unseen"; exit 1; }
[[ $found == *src/core/a.h:2:* ]] || { echo "file and line are not named: $found"; exit 1; }

rm "$work/src/core/a.h"
mkdir "$work/src/attic"
"$check" "$work" >/dev/null 2>&1 && { echo "a folder outside the list went unseen"; exit 1; }
exit 0
