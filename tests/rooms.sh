#!/usr/bin/env bash
# No room may know a later one: fails, naming file and line, where a file of src/ROOM includes a header of a room that
# stands behind ROOM in the foreach(room ...) line of CMakeLists.txt.
set -euo pipefail
top=$(cd "$(dirname "$0")/.." && pwd)
cd "${1:-$top}"

order=$(sed -n 's/^foreach(room \(.*\))$/\1/p' CMakeLists.txt)
[ -n "$order" ] || { echo "CMakeLists.txt: no foreach(room ...) line" >&2; exit 1; }

later=" $order "
wrong=0
for room in $order; do
  later=${later#* "$room"}
  [ -d "src/$room" ] || continue
  pattern=$(tr -s ' ' '|' <<<"${later# }" | sed 's/|*$//')
  [ -n "$pattern" ] || continue
  if grep -rnE "^[[:space:]]*#[[:space:]]*include[[:space:]]*\"($pattern)/" "src/$room" --include='*.h' --include='*.cpp'; then
    echo "^ src/$room may not use a later room ($pattern)" >&2
    wrong=1
  fi
done
for folder in src/*/; do
  room=$(basename "$folder")
  [[ " $order " == *" $room "* ]] || { echo "CMakeLists.txt: src/$room is not in the foreach(room ...) line" >&2; wrong=1; }
done
exit $wrong
