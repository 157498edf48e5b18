#!/usr/bin/env bash
# The command line as users and scripts meet it: help, wrong calls, refused inputs, full disks, pipes.
# cli.sh SITREP
set -u
sitrep=$(realpath "$1")
tests=$(dirname "$(realpath "$0")")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
failures=0

fail() { echo "FAILED: $*" >&2; sed 's/^/  stderr: /' err >&2; failures=$((failures + 1)); }

# expect STATUS ARGUMENT...: runs it, standard output to `out`, standard error to `err`.
expect() {
  local wanted=$1
  shift
  "$sitrep" "$@" >out 2>err
  local status=$?
  [ $status = "$wanted" ] || fail "sitrep $*: status $status, expected $wanted"
}
stderr_says() { grep -qF -- "$1" err || fail "standard error does not say: $1"; }
silent_out() { [ ! -s out ] || fail "standard output should be empty: $(head -c 200 out)"; }
no_colours() { ! grep -q $'\x1b' out err || fail "colour codes without a terminal: $*"; }

cat >report.txt <<'TEXT'
Rockets hit an airbase near Marib

Marib, 2 March 2023 - Three rockets hit an airbase near Marib on Thursday, killing two soldiers, officials said.
TEXT
printf '\0\1\2\3binary' >binary.bin

# help
expect 0 --help
expect 0 --version
for command in code build list show why brief export serve; do
  expect 0 "$command" --help
  grep -q "Example:" out || fail "$command --help has no example"
  no_colours "$command --help"
done

# wrong calls
expect 2; silent_out
expect 2 nonsense; silent_out
expect 2 code; silent_out
expect 2 code --threads nine report.txt; silent_out
expect 2 export; silent_out
expect 2 export x.sitrep --format xml; silent_out
expect 2 why x.sitrep abc colour; stderr_says "colour"
expect 2 list x.sitrep --since yesterday; stderr_says "yesterday"
expect 2 list x.sitrep --type picnic; stderr_says "shelling"
expect 2 list x.sitrep --country Atlantis; stderr_says "Atlantis"

# no ledger, no knowledge
for command in list brief export; do
  expect 1 "$command" missing.sitrep; stderr_says "missing.sitrep"; silent_out
done
expect 1 show missing.sitrep abc; stderr_says "missing.sitrep"
expect 1 code --knowledge none.knowledge report.txt; stderr_says "none.knowledge"; silent_out

# a user's own places: found, and its bad lines named
printf '7777001\tQasr Benna\tQasr Benna\tQasr Banna\t31.25\t12.75\tP\tPPL\tLY\t\t\t\t\t\t4000\t\t\t\t2024-01-01\nnonsense\n' >mine.txt
echo "Shells fell in Qasr Banna on Monday, killing two people." >shells.txt
expect 0 code --gazetteer mine.txt shells.txt
stderr_says "mine.txt"; stderr_says "2"
grep -q '"gazetteer_id":"geonames:7777001"' out || fail "the place of --gazetteer is not found"
expect 0 code shells.txt
! grep -q 7777001 out || fail "the place of --gazetteer is found without it"
expect 1 code --gazetteer none.txt shells.txt; stderr_says "none.txt"; silent_out

# codings, and refused inputs beside good ones
expect 0 code report.txt
[ "$(wc -l <out)" = 1 ] || fail "one report should give one line"
python3 -c 'import json,sys; [json.loads(l) for l in open("out")]' || fail "code does not print JSON Lines"
no_colours code
expect 1 code report.txt missing.txt binary.bin
stderr_says "missing.txt: "; stderr_says "binary.bin: "
[ "$(wc -l <out)" = 1 ] || fail "the good report should be kept"
"$sitrep" code - <report.txt >out 2>err || fail "standard input is not read"
for threads in 1 3; do
  for copy in 1 2 3 4 5 6 7 8 9; do echo "{\"id\":\"n$copy\",\"text\":\"A bomb killed $copy people in Aden on 3 March 2023.\"}"; done >many.jsonl
  expect 0 code --threads "$threads" many.jsonl
  cp out "out.$threads"
done
cmp -s out.1 out.3 || fail "the order or content depends on the threads"

# codings as input: the ledger that the reports themselves give; broken ones are refused by line
examples=$(dirname "$tests")/examples
"$sitrep" code "$examples"/*/reports >codings.jsonl 2>err || fail "the examples are not coded"
[ "$(wc -l <codings.jsonl)" -ge 15 ] || fail "too few examples"
expect 0 code codings.jsonl
cmp -s out codings.jsonl || fail "codings coded again are not the same"
expect 0 build from_reports.sitrep "$examples"/*/reports
expect 0 build from_codings.sitrep codings.jsonl
expect 0 export from_reports.sitrep; mv out from_reports
expect 0 export from_codings.sitrep
cmp -s out from_reports || fail "codings give another ledger than their reports"
expect 0 build from_codings.sitrep "$examples"/*/reports; stderr_says "0 reports added"
head -n 3 codings.jsonl >mixed.jsonl
sed -n 4p codings.jsonl | sed 's/"type": *"[a-z_]*", *"phase"/"type":"picnic","phase"/' >>mixed.jsonl
sed -n 5p codings.jsonl | sed 's/"text": *"/"text":"x/' >>mixed.jsonl
head -n 2 many.jsonl >>mixed.jsonl
head -c 500 codings.jsonl >>mixed.jsonl
expect 1 build mixed.sitrep mixed.jsonl
stderr_says 'mixed.jsonl:4: a broken coding: events.type: "picnic"'
stderr_says 'mixed.jsonl:5: a broken coding: '
stderr_says 'mixed.jsonl:8: '
stderr_says '5 reports added, 3 inputs refused'

# standard output that can't be written
"$sitrep" code report.txt >/dev/full 2>err; [ $? = 1 ] || fail "a full disk should end with 1"
stderr_says "standard output"
"$sitrep" code report.txt >&- 2>err; [ $? = 1 ] || fail "a closed standard output should end with 1"
stderr_says "standard output"
"$sitrep" --help >/dev/full 2>err; [ $? = 1 ] || fail "help to a full disk should end with 1"
( "$sitrep" code report.txt 2>err; echo $? >status ) | true
[ "$(cat status)" -le 1 ] || fail "a closed pipe should not crash: $(cat status)"

# a ledger from end to end
expect 0 build week.sitrep report.txt; silent_out; stderr_says "1 report added"
expect 0 build week.sitrep report.txt; stderr_says "1 known"
expect 1 build week.sitrep missing.txt; stderr_says "missing.txt: "
expect 0 list week.sitrep; no_colours list
expect 0 list week.sitrep --json
expect 0 list week.sitrep --since 2030-01-01; silent_out
expect 0 brief week.sitrep
grep -q '^# Situation report' out || fail "brief has no title"
expect 0 brief week.sitrep --format html -o week.html; silent_out
grep -q '^<!doctype html>' week.html || fail "brief -o did not write HTML"
expect 1 brief week.sitrep -o nowhere/week.md; stderr_says "nowhere/week.md"
for format in jsonl csv geojson; do expect 0 export week.sitrep --format "$format"; done
"$sitrep" export week.sitrep >/dev/full 2>err; [ $? = 1 ] || fail "export to a full disk should end with 1"
expect 0 export week.sitrep
id=$(python3 -c 'import json; print(json.loads(open("out").readline() or "{}").get("id", ""))')
if [ -n "$id" ]; then
  expect 0 show week.sitrep "$id"; no_colours show
  expect 0 show week.sitrep "$id" --json
  expect 0 why week.sitrep "$id"
  expect 0 why week.sitrep "$id" killed --json
else
  fail "the report gave no incident"
fi
expect 1 show week.sitrep zzzzzz; stderr_says "zzzzzz"
expect 2 serve week.sitrep --address 0.0.0.0; stderr_says "loopback"
expect 2 serve week.sitrep --port 99999
echo "not a ledger" >text.sitrep
expect 1 list text.sitrep; silent_out

[ $failures = 0 ] && echo "All of the command line works."
[ $failures = 0 ]
