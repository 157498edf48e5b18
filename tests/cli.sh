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

# more reports than go to the ledger at once
for i in $(seq 4200); do echo "{\"id\":\"n$i\",\"text\":\"Nothing happened, part $i.\"}"; done >many.jsonl
expect 0 build many.sitrep many.jsonl
stderr_says "4,200 reports added"
expect 0 build many.sitrep many.jsonl
stderr_says "4,200 known already"

# help
expect 0 --help
expect 0 --version
for command in read code build watch list show why versions brief correct merge split reject undo log recode export serve; do
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
expect 2 list x.sitrep --grade good; stderr_says "is none of confirmed"
expect 2 list x.sitrep --rule boldest; stderr_says "--rule"

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

# why without a field explains what holds an incident together, and what came near
"$sitrep" list from_reports.sitrep --json >out 2>err
many=$(python3 -c 'import json; print(max((json.loads(l) for l in open("out")), key=lambda i: len(i["members"]))["id"])')
expect 0 why from_reports.sitrep "$many"
grep -q "^Told together$" out || fail "why does not tell of joins"
grep -q "^Nearly of it$" out || fail "why does not tell of near misses"
grep -q "same day +2.0" out || fail "why gives no reasons of a join"
expect 0 why from_reports.sitrep "$many" killed; ! grep -q "^Told together$" out || fail "why of a field tells of joins"

# rules choose values on output and leave the ledger as it is; grades filter
expect 0 export from_reports.sitrep; mv out as_kept
for rule in conservative representative informative latest; do
  for command in list brief export; do expect 0 "$command" from_reports.sitrep --rule "$rule"; done
done
expect 0 export from_reports.sitrep --rule latest; cmp -s out as_kept && fail "--rule latest changes no value"
expect 0 export from_reports.sitrep --rule representative; cmp -s out as_kept || fail "the default is not representative"
expect 0 export from_reports.sitrep; cmp -s out as_kept || fail "--rule changed the ledger"
expect 0 export from_reports.sitrep --grade weak
python3 -c '
import json
kept = [json.loads(l) for l in open("as_kept")]
weak = [i["id"] for i in kept if i["grade"]["record"]["grade"] == "weak"]
assert weak and [json.loads(l)["id"] for l in open("out")] == weak' || fail "--grade does not filter"
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

# corrections by people
cat >quarry.txt <<'TEXT'
Bomb hits a bus in Aden

Aden, 9 May 2023 - A bomb hit a bus in Aden on Monday, wounding three passengers, police said.
TEXT
count() { "$sitrep" "$@" --json 2>/dev/null | wc -l; }
expect 0 build desk.sitrep report.txt quarry.txt
"$sitrep" list desk.sitrep --json >out 2>err
base=$(python3 -c 'import json; print([json.loads(l)["id"] for l in open("out")][0])')
bus=$(python3 -c 'import json; print([json.loads(l)["id"] for l in open("out")][-1])')
busreport=$(python3 -c 'import json; print([json.loads(l)["members"][0].split("/")[0] for l in open("out")][-1])')
all=$(count list desk.sitrep)
[ "$base" != "$bus" ] || fail "two reports should give two incidents"
"$sitrep" export desk.sitrep >before.jsonl

expect 2 correct desk.sitrep "$base" killed=7; silent_out; stderr_says "--reason"
expect 2 correct desk.sitrep "$base" --reason x; silent_out
expect 2 correct desk.sitrep "$base" killed=7 --reason " "; stderr_says "needs a reason"
expect 2 correct desk.sitrep "$base" killed=many --reason x; stderr_says "killed: 'many'"
expect 2 correct desk.sitrep "$base" colour=red --reason x; stderr_says "'colour' is none of type"
expect 2 correct desk.sitrep "$base" killed --reason x; stderr_says "FIELD=VALUE"
expect 2 correct desk.sitrep "$base" where=Qwertzuiop --reason x; stderr_says "no place is called 'Qwertzuiop'"
expect 2 correct desk.sitrep "$base" when=yesterday --reason x; stderr_says "'yesterday' is not a day"
expect 2 correct desk.sitrep "$base" killed=1 killed=2 --reason x; stderr_says "given twice"
expect 1 correct desk.sitrep zzz killed=7 --reason x; stderr_says "zzz"
expect 1 correct missing.sitrep "$base" killed=7 --reason x; stderr_says "missing.sitrep"
[ ! -e missing.sitrep ] || fail "a correction makes no ledger"
expect 1 undo desk.sitrep; stderr_says "no correction is in force"
expect 0 log desk.sitrep; silent_out
"$sitrep" export desk.sitrep | cmp -s - before.jsonl || fail "a refused correction changed the ledger"

USER=bea expect 0 correct desk.sitrep "$base" killed=7 outcome=completed --reason "the ministry's list"
silent_out; stderr_says "1: Killed: seven, in place of two"
expect 0 show desk.sitrep "$base" --json
python3 - <<'PY' || fail "the record does not show its corrections"
import json
i = json.loads(open("out").read())
first = i["corrections"][0]
assert i["killed"]["best"] == 7 and "seven" in i["summary"], i["summary"]
assert list(first) == ["id", "kind", "field", "value", "by", "when", "reason", "replaced"], first
assert first["id"] == 1 and first["field"] == "killed" and first["by"] == "bea", first
assert first["replaced"]["best"] == 2 and first["reason"] == "the ministry's list", first
assert first["when"].endswith("Z") and len(first["when"]) == 20, first
keys = list(i)
assert keys[keys.index("merged_from") + 1] == "corrections", keys
PY
expect 0 show desk.sitrep "$base"; grep -q "seven, in place of two (bea, " out || fail "show does not tell of a correction"
expect 0 why desk.sitrep "$base" killed; grep -q "seven, in place of two" out || fail "why does not tell of a correction"
expect 0 brief desk.sitrep; grep -q "seven, in place of two" out || fail "the brief does not mark a corrected value"
expect 0 export desk.sitrep --format csv; grep -q "killed; outcome" out || fail "CSV does not name corrected fields"

expect 2 merge desk.sitrep "$base" "$base" --reason x; stderr_says "given already"
expect 2 merge desk.sitrep "$base" --reason x; silent_out
expect 0 merge desk.sitrep "$base" "$bus" --reason "one attack" --by carl; stderr_says "3: Merged with $bus"
[ "$(count list desk.sitrep)" = $((all - 1)) ] || fail "merge did not join two incidents"
expect 0 show desk.sitrep "$bus" --json; grep -q "\"id\":\"$base\"" out || fail "the merged id does not lead on"
expect 1 split desk.sitrep "$base" nothing --reason x; stderr_says "no report or event"
expect 0 split desk.sitrep "$base" "$busreport" --reason "two attacks"; stderr_says "4: Split: $busreport/"
[ "$(count list desk.sitrep)" = "$all" ] || fail "split did not part two incidents"
expect 0 undo desk.sitrep 4; stderr_says "5: Takes back 4"
[ "$(count list desk.sitrep)" = $((all - 1)) ] || fail "undo of a split"
expect 2 undo desk.sitrep 4; stderr_says "taken back by 5"
expect 1 undo desk.sitrep 99; stderr_says "no correction 99"
expect 2 undo desk.sitrep last; silent_out
expect 0 undo desk.sitrep; stderr_says "Takes back 3"
[ "$(count list desk.sitrep)" = "$all" ] || fail "undo of a merge"
expect 0 undo desk.sitrep 1
expect 0 undo desk.sitrep 2 --reason "a slip"
python3 - before.jsonl "$sitrep" <<'PY' || fail "undo did not restore the incidents"
import json, subprocess, sys
def read(lines):
    out = []
    for line in lines:
        i = json.loads(line)
        for key in ("revision", "merged_from"): del i[key]
        out.append(i)
    return sorted(out, key=lambda i: i["id"])
now = subprocess.run([sys.argv[2], "export", "desk.sitrep"], capture_output=True, text=True).stdout
assert read(open(sys.argv[1])) == read(now.splitlines())
PY

expect 0 reject desk.sitrep "$bus" --reason "a drill"
expect 2 reject desk.sitrep "$bus" --reason "a drill"; stderr_says "rejected already"
[ "$(count list desk.sitrep)" = $((all - 1)) ] || fail "list shows what was rejected"
[ "$(count list desk.sitrep --rejected)" = "$all" ] || fail "list --rejected does not show it"
expect 0 export desk.sitrep; ! grep -q "\"id\":\"$bus\"" out || fail "export shows what was rejected"
expect 0 brief desk.sitrep; ! grep -q "bus" out || fail "the brief tells of what was rejected"
expect 0 brief desk.sitrep --rejected; grep -q "Rejected as no incident" out || fail "brief --rejected"
expect 0 show desk.sitrep "$bus"; grep -q "Rejected as no incident" out || fail "show of a rejected incident"
expect 0 log desk.sitrep; no_colours log
[ "$(grep -c "because: " out)" = 6 ] || fail "the log lacks reasons"
grep -q "carl" out || fail "the log lacks who"
expect 0 log desk.sitrep "$bus" --json
python3 -c 'import json; assert [json.loads(l)["kind"] for l in open("out")] == ["merge", "split", "undo", "undo", "reject"]' || fail "the log of one incident"
expect 1 log desk.sitrep zzz; stderr_says "zzz"

expect 0 recode desk.sitrep --dry-run; silent_out; stderr_says "0 reports coded again"
expect 0 recode desk.sitrep --all; silent_out; stderr_says "2 reports coded again, 0 coded otherwise"
printf '7777002\tAden\tAden\tAden\t12.8\t45.03\tP\tPPLA\tYE\t\t\t\t\t\t900000\t\t\t\t2024-01-01\n7777003\tAirbase\tAirbase\tMarib\t31.25\t12.75\tP\tPPL\tLY\t\t\t\t\t\t90\t\t\t\t2024-01-01\n' >more.txt
"$sitrep" export desk.sitrep --rejected >before.jsonl
expect 0 recode desk.sitrep --dry-run --gazetteer more.txt; stderr_says "2 reports coded again"
cp out dry
"$sitrep" export desk.sitrep --rejected | cmp -s - before.jsonl || fail "a dry run changed the ledger"
expect 0 recode desk.sitrep --gazetteer more.txt; cmp -s out dry || fail "a dry run tells something else than the run"
[ "$(count list desk.sitrep --rejected)" -gt "$(count list desk.sitrep)" ] || fail "recode lost a rejection"
expect 1 recode missing.sitrep; stderr_says "missing.sitrep"

expect 2 serve week.sitrep --address 0.0.0.0; stderr_says "--insecure no-token"
expect 2 serve week.sitrep --address 0.0.0.0 --insecure no-token; stderr_says "--insecure plain-http"
expect 2 serve week.sitrep --insecure everything; stderr_says "no-token"
expect 2 serve week.sitrep --token short; stderr_says "at least 16"
expect 1 serve missing.sitrep; stderr_says "missing.sitrep"
expect 2 serve week.sitrep --port 99999
echo "not a ledger" >text.sitrep
expect 1 list text.sitrep; silent_out

[ $failures = 0 ] && echo "All of the command line works."
[ $failures = 0 ]
