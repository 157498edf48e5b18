#!/usr/bin/env bash
# Builds that are killed at random instants, that meet each other, and that run out of disk: the ledger opens, holds whole
# reports only, and goes on to what an undisturbed build gives.
# crash.sh FOLDER [KILLS [REPORTS [STEP]]]     FOLDER has the programs; SEED=2 for other instants
set -u
programs=$(realpath "$1")
kills=${2:-16} reports=${3:-300} step=${4:-20}
RANDOM=${SEED:-1}
work=$(mktemp -d)
disk=
trap '[ -z "$disk" ] || umount "$disk"; rm -rf "$work"' EXIT
cd "$work" || exit 1
failures=0
fail() {
  echo "FAILED: $*" >&2
  head -n 5 err | cut -c1-300 | sed 's/^/  stderr: /' >&2
  failures=$((failures + 1))
}

build() { "$programs/sitrep" build "$@" >out 2>err; }
in_steps() { "$programs/build_in_steps" "$1" made.jsonl "$step"; }

# whole LEDGER: opens, is sound, holds whole reports only; their number goes to `count`.
whole() {
  count=$("$programs/whole_reports" "$1" 2>err) || fail "$1: $2"
}
# continued LEDGER WHEN: goes on to the content of an undisturbed build.
continued() {
  build "$1" made.jsonl || fail "$1 can't go on $2"
  whole "$1" "$2, gone on"
  "$programs/same_content" undisturbed.sitrep "$1" >out 2>err || { cat out >>err; fail "$1 has another content $2"; }
}
milliseconds() { echo $(($(date +%s%N) / 1000000)); }

prepare() {
  "$programs/made_corpus" --reports "$reports" --seed 3 --out made || exit 1
  split -n l/3 --additional-suffix=.jsonl made.jsonl third.
  build undisturbed.sitrep made.jsonl || fail "an undisturbed build"
  local begun
  begun=$(milliseconds)
  in_steps stepped.sitrep 2>err || fail "a build in steps"
  whole_time=$(($(milliseconds) - begun))
  "$programs/same_content" undisturbed.sitrep stepped.sitrep >out || fail "a build in steps has another content"
}

# Each build starts on what the last kill left, until one is done; then a new ledger. The instants are spread over the
# time of a whole build, every fourth over its beginning.
killed() {
  local done=0 left=0 most ledgers=1 ledger=killed.1.sitrep
  for kill in $(seq "$kills"); do
    most=$((kill % 4 ? whole_time : whole_time / 20 + 20))
    "$programs/build_in_steps" $ledger made.jsonl "$step" 2>err & # no function: that would be a shell, killed alone
    local child=$!
    sleep "$(printf '%d.%03d' $((RANDOM * most / 32768 / 1000)) $((RANDOM % 1000 * most / 1000 % 1000)))"
    kill -9 $child 2>/dev/null
    wait $child 2>/dev/null
    [ $? = 137 ] && done=$((done + 1))
    [ -s $ledger ] || continue # killed before it was made: no file, or an empty one
    whole $ledger "after kill $kill"
    [ "$count" -lt "$reports" ] || { continued $ledger "after kill $kill" && ledgers=$((ledgers + 1)) && ledger=killed.$ledgers.sitrep; }
    [ "$count" -gt 0 ] && [ "$count" -lt "$reports" ] && left=$((left + 1))
  done
  [ ! -e $ledger ] || continued $ledger "at the end"
  [ $left -gt 0 ] || fail "no kill left a part of the reports"
  echo "$done builds killed of $kills, $left with a part of $reports reports in the ledger, $ledgers ledgers"
}

# The program itself, at 12 instants of one long step.
killed_in_one_step() {
  local begun time
  begun=$(milliseconds)
  build one.sitrep made.jsonl
  time=$(($(milliseconds) - begun))
  rm -f one.sitrep*
  for kill in 1 2 3 4 5 6 7 8 9 10 11 12; do
    "$programs/sitrep" build one.sitrep made.jsonl >out 2>err &
    local child=$!
    sleep "$(printf '%d.%03d' $((time * kill / 12 / 1000)) $((time * kill / 12 % 1000)))"
    kill -9 $child 2>/dev/null
    wait $child 2>/dev/null
    [ ! -s one.sitrep ] || whole one.sitrep "after $kill twelfths"
  done
  continued one.sitrep "after twelve kills"
}

# Three write, one reads all the while.
several_writers() {
  local part children=() ended=0 refused=0
  : >messages
  build shared.sitrep third.aa.jsonl || fail "the first third"
  for part in aa ab ac; do
    "$programs/build_in_steps" shared.sitrep third.$part.jsonl "$step" 2>>messages &
    children+=($!)
  done
  while kill -0 "${children[0]}" 2>/dev/null; do
    "$programs/sitrep" list shared.sitrep >out 2>err || fail "a reader beside writers"
  done
  for child in "${children[@]}"; do
    wait "$child" && ended=$((ended + 1)) || refused=$((refused + 1))
  done
  cp messages err
  [ "$(grep -vc 'another process is writing' messages)" = 0 ] || fail "a writer fails for another reason"
  [ "$(wc -l <messages)" = $refused ] || fail "$refused writers were refused, but not each with a word"
  [ $ended -gt 0 ] || fail "all writers were refused"
  whole shared.sitrep "after three writers"
  continued shared.sitrep "after three writers"
  echo "of three writers at once $ended were done, $refused refused"
}

# A limit on files that comes after some steps, then one on the disk.
no_room() {
  local limit=$(($(stat -c %s undisturbed.sitrep) / 1024 / 2)) before
  (ulimit -f $limit; in_steps small.sitrep) 2>err && fail "a build in files of $limit KiB"
  whole small.sitrep "behind a limit of $limit KiB"
  before=$count
  [ "$before" -gt 0 ] && [ "$before" -lt "$reports" ] || fail "the limit left $before of $reports reports"
  (ulimit -f $limit; build small.sitrep made.jsonl)
  [ $? = 1 ] || fail "sitrep build behind a limit on files should end with 1"
  grep -q '^sitrep: small.sitrep: .' err || fail "no reason for the failed build"
  whole small.sitrep "after a failed build"
  [ "$count" = "$before" ] || fail "a failed build changed the reports from $before to $count"
  continued small.sitrep "with room again"
}
full_disk() {
  mkdir mounted
  mount -t tmpfs -o size=$(($(stat -c %s undisturbed.sitrep) * 3 / 4)) none mounted 2>/dev/null || return 0
  disk=$work/mounted
  in_steps mounted/full.sitrep 2>err && fail "a build on a small disk"
  grep -q 'no space left' err || fail "no word of the full disk"
  whole mounted/full.sitrep "on a full disk"
  [ "$count" -gt 0 ] || fail "nothing was kept before the disk was full"
  cp mounted/full.sitrep* .
  continued full.sitrep "on another disk"
}

prepare
killed
killed_in_one_step
several_writers
no_room
full_disk
[ $failures = 0 ] && echo "The ledger stands all of it."
[ $failures = 0 ]
