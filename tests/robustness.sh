#!/usr/bin/env bash
# Hostile inputs, full disks, killed builds, damaged ledgers: a message for each thing refused, the rest kept, no crash.
# robustness.sh SITREP [CASE...]
set -u
sitrep=$(realpath "$1")
shift
work=$(mktemp -d)
small_disk=
trap '[ -z "$small_disk" ] || umount "$small_disk"; chmod -R u+rwx "$work"; rm -rf "$work"' EXIT
cd "$work" || exit 1
failures=0
patience=${SITREP_PATIENCE:-1} # how much slower than a release build this one is, sanitizers in it
crash=124 # a status from here on is a signal, or the time limit

# ---- what a case says

fail() {
  echo "FAILED: $case: $*" >&2
  head -n 5 err | cut -c1-300 | sed 's/^/  stderr: /' >&2
  failures=$((failures + 1))
}

# run ARGUMENT...: standard output to `out`, standard error to `err`, exit status to `status`.
run() {
  timeout $((${limit:-60} * patience)) "$sitrep" "$@" >out 2>err
  status=$?
  [ $status -lt $crash ] || fail "sitrep $*: crashed or took too long (status $status)"
}
expect() {
  local wanted=$1
  shift
  run "$@"
  [ $status = "$wanted" ] || fail "sitrep $*: status $status, expected $wanted"
}
says() { grep -qE -- "$1" err || fail "standard error does not say: $1"; }
lines() { [ "$(wc -l <"$1")" = "$2" ] || fail "$1 has $(wc -l <"$1") lines, expected $2"; }
json_lines() {
  python3 -c 'import json, sys
for line in open("out", encoding="utf-8"): json.loads(line)' || fail "standard output is not JSON Lines in UTF-8"
}

# refused INPUT REASON: that input alone is refused by name; the good report beside it is kept.
refused() {
  expect 1 code "$1" good.txt
  says "^$1(:[0-9]+)?: .*$2"
  lines out 1
  json_lines
}
# accepted INPUT TEXT: one coding, with that text in it.
accepted() {
  expect 0 code "$1"
  lines out 1
  json_lines
  grep -qF -- "$2" out || fail "$1: not in the coding: $2"
}

# What a ledger holds, whatever files it came from in whatever order: sorted, without incidents' ids, revisions, uris.
content() {
  "$sitrep" export "$1" 2>>err | python3 -c '
import json, sys
def plain(value):
    if isinstance(value, dict):
        return {k: plain(v) for k, v in value.items() if k not in ("revision", "merged_from", "uri")}
    if isinstance(value, list):
        return sorted((plain(v) for v in value), key=lambda v: json.dumps(v, sort_keys=True))
    return value
incidents = []
for line in sys.stdin:
    incident = json.loads(line)
    del incident["id"]
    incidents.append(json.dumps(plain(incident), sort_keys=True, ensure_ascii=False))
print("\n".join(sorted(incidents)))'
}
same_content() {
  content "$1" >content.1
  content "$2" >content.2
  [ -s content.1 ] || fail "$1 holds nothing"
  cmp -s content.1 content.2 || fail "$1 and $2 hold different incidents: $(diff content.1 content.2 | head -c 300)"
}
copy_ledger() {
  rm -f "$2" "$2"-*
  cp "$1" "$2"
}
intact() {
  [ "$(python3 -c 'import sqlite3, sys
print(sqlite3.connect(sys.argv[1]).execute("PRAGMA integrity_check").fetchone()[0])' "$1")" = ok ] || fail "$1 is damaged"
}

# ---- what the cases read

write_inputs() {
  cat >good.txt <<'TEXT'
Rockets hit an airbase near Marib

Marib, 2 March 2023 - Three rockets hit an airbase near Marib on Thursday, killing two soldiers, officials said.
TEXT
  python3 - <<'PYTHON'
import json
places = ["Aden", "Marib", "Taiz", "Basra", "Mosul", "Kirkuk", "Kabul", "Kandahar", "Sirte", "Benghazi"]
acts = ["A car bomb exploded in {p} on {d} March 2023, killing {k} people, police said.",
        "Gunmen shot dead {k} policemen in {p} on {d} March 2023, officials said.",
        "Protesters marched through {p} on {d} March 2023 against the government.",
        "Rockets hit an airbase near {p} on {d} March 2023, wounding {k} soldiers, the army said."]
with open("week.jsonl", "w") as out:
    for i in range(120):
        text = acts[i % 4].format(p=places[i // 2 % 10], d=1 + i % 7, k=2 + i % 3)
        out.write(json.dumps({"id": f"n{i}", "outlet": f"Outlet {i % 5}", "published": f"2023-03-{2 + i % 7:02}",
                              "text": text}) + "\n")
PYTHON
  split -l 60 --numeric-suffixes=1 --additional-suffix=.jsonl week.jsonl half
  "$sitrep" build week.sitrep week.jsonl 2>err || fail "the undisturbed build"
}

# ---- inputs

empty_inputs() {
  : >empty.txt
  refused empty.txt .
  printf ' \n\t\r\n' >blank.txt
  refused blank.txt .
  mkdir -p nothing
  refused nothing .
  expect 1 code empty.txt
  lines out 0
}

binary_inputs() {
  head -c 4096 "$sitrep" >program.txt
  refused program.txt .
  printf '\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0\0\0\1\0\10\6\0\0\0' >picture.html
  refused picture.html .
  head -c 3000 /dev/zero >zeros.txt
  refused zeros.txt .
  head -c 20000 /dev/urandom >random.bin
  refused random.bin .
}

# One line end: nothing may grow faster than the text, and no report is that long.
huge_line() {
  head -c 50000000 /dev/zero | tr '\0' 'a' >line.txt
  refused line.txt 'larger than the limit of 16777216 bytes'
  { head -n 1 week.jsonl; printf '{"text": "'; cat line.txt; printf '"}\n'; tail -n 1 week.jsonl; } >line.jsonl
  expect 1 code line.jsonl
  says '^line.jsonl:2: larger than the limit'
  lines out 2
  head -c 16000000 line.txt >long_line.txt
  limit=400 expect 0 code long_line.txt good.txt
  lines out 2
}

# Nobody writes such a report, but an archive glued together looks like it: four times the text takes about four times
# the processor time.
long_report() {
  local story='The army said two soldiers were killed in Marib on 3 March 2023.' once four
  yes "$story" | tr '\n' ' ' | head -c $((1000000 / patience)) >once.txt
  yes "$story" | tr '\n' ' ' | head -c $((4000000 / patience)) >four.txt
  once=$(processor_ms once.txt)
  four=$(processor_ms four.txt)
  [ $((four)) -gt 0 ] && [ "$four" -lt $((once * 8)) ] || fail "1 MB takes $once ms, 4 MB take $four ms"
}
# The same of a text that tells of another group and another day in each paragraph.
long_list() {
  local once four
  many_groups $((1000 / patience)) >once.txt
  many_groups $((4000 / patience)) >four.txt
  once=$(processor_ms once.txt)
  four=$(processor_ms four.txt)
  [ $((four)) -gt 0 ] && [ "$four" -lt $((once * 6)) ] || fail "once takes $once ms, four times as much $four ms"
}
many_groups() {
  python3 -c 'import sys
months = "January February March April May June July August September October November December".split()
towns = "Gao Kidal Mopti Niamey Maradi Zinder Kano Jos Maiduguri Bauchi".split()
def name(i):
    word = ""
    for _ in range(4):
        word, i = word + "kltrsmnbdv"[i % 10] + "aeiou"[i % 5], i * 7 // 3 + 1
    return word.capitalize()
for i in range(int(sys.argv[1])):
    print(f"On {i % 28 + 1} {months[i % 12]} {1960 + i % 60} gunmen of the {name(i)} Liberation Front killed {i % 7 + 2} farmers",
          f"in {towns[i % 10]}. The {name(i + 50000)} Liberation Army condemned it.", end="\n\n")' "$1"
}
processor_ms() {
  python3 -c 'import resource, subprocess, sys
done = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(int(1000 * (used.ru_utime + used.ru_stime)) if done.returncode == 0 else 0)' "$sitrep" code "$1" 2>err
}

odd_encodings() {
  local story='Un v\303\251hicule a explos\303\251 \303\240 Marib le 3 mars 2023. Two soldiers were killed.'
  printf "$story\n" >utf8.txt
  iconv -f UTF-8 -t ISO-8859-1 utf8.txt >latin1.txt
  { printf '\xff\xfe' && iconv -f UTF-8 -t UTF-16LE utf8.txt; } >utf16le.txt
  { printf '\xfe\xff' && iconv -f UTF-8 -t UTF-16BE utf8.txt; } >utf16be.txt
  for file in utf8 latin1 utf16le utf16be; do accepted $file.txt 'véhicule a explosé à Marib'; done
  printf 'Two soldiers \xff\xfe were \xed\xa0\x80 killed \xc3\x28 in Marib on 3 March 2023. %s\n' \
    'The rest of it is as good as any other text, and long enough to tell.' >invalid.txt
  accepted invalid.txt 'The rest of it is as good as any other text'
}

capitals() {
  tr '[:lower:]' '[:upper:]' <good.txt >capitals.txt
  accepted capitals.txt 'THREE ROCKETS HIT AN AIRBASE'
}

unreadable_in_folder() {
  mkdir -p folder/inner
  cp good.txt folder/a.txt
  cp good.txt folder/z.txt
  ln -sfn nowhere.txt folder/dangling.txt
  ln -sfn .. folder/inner/up
  printf '\0\1\2' >folder/binary.txt
  expect 1 code folder
  says '^folder/dangling.txt: .'
  says '^folder/binary.txt: .'
  lines out 2
}

# Permission bits stop root only without the capabilities that pass over them.
without_privilege() {
  if [ "$(id -u)" = 0 ]; then
    setpriv --bounding-set=-dac_override,-dac_read_search --inh-caps=-dac_override,-dac_read_search "$@"
  else
    "$@"
  fi
}

# Files and folders that may not be read, beside good reports, below what is named and named themselves.
forbidden_in_folder() {
  mkdir -p closed/inner closed/locked
  for file in a inner/b locked/c secret z; do cp good.txt closed/$file.txt; done
  cp good.txt closed/noted.txt
  echo '{"outlet": "Harbour Wire"}' >closed/noted.meta.json
  chmod 000 closed/secret.txt closed/locked closed/noted.meta.json
  without_privilege test -r closed/secret.txt && fail "nothing stops reading here"
  sitrep_without_privilege code closed
  says '^closed/secret.txt: Permission denied'
  says '^closed/locked: Permission denied'
  says '^closed/noted.meta.json: Permission denied'
  lines out 3
  json_lines
  sitrep_without_privilege code closed/secret.txt closed/locked/c.txt good.txt
  says '^closed/secret.txt: Permission denied'
  says '^closed/locked/c.txt: Permission denied'
  lines out 1
  rm -f closed.sitrep
  sitrep_without_privilege build closed.sitrep closed
  says '^closed/secret.txt: Permission denied'
  expect 0 export closed.sitrep
  lines out 1
  chmod -R u+rwX closed
}
sitrep_without_privilege() {
  without_privilege timeout $((60 * patience)) "$sitrep" "$@" >out 2>err
  status=$?
  [ $status = 1 ] || fail "sitrep $*: status $status, expected 1"
}

# All that is refused at once, and the good report in the middle of it.
build_keeps_the_rest() {
  : >empty.txt
  head -c 3000 /dev/zero >zeros.txt
  rm -f rest.sitrep
  expect 1 build rest.sitrep empty.txt missing.txt good.txt zeros.txt
  for input in empty.txt missing.txt zeros.txt; do says "^$input: ."; done
  [ "$(grep -c '^[a-z]*\.txt: ' err)" = 3 ] || fail "three inputs should be named"
  expect 0 export rest.sitrep
  lines out 1
  expect 0 build rest.sitrep good.txt
  says '^0 reports added'
}

link_circle() {
  ln -sfn circle.2 circle.1
  ln -sfn circle.1 circle.2
  refused circle.1 .
}

missing_file() { refused missing.txt 'No such file'; }

not_files() {
  mkfifo pipe.txt
  mkdir -p devices
  mv pipe.txt devices
  cp good.txt devices
  expect 0 code devices # passed over, not waited for
  lines out 1
}

malformed_line() {
  { head -n 2 week.jsonl; echo '{"id": "broken", "text": '; sed -n 3,4p week.jsonl; echo '{"id": "x"}'; } >mixed.jsonl
  expect 1 code mixed.jsonl
  says '^mixed.jsonl:3: .'
  says '^mixed.jsonl:6: .'
  [ "$(wc -l <err)" = 2 ] || fail "only the two bad lines should be named"
  lines out 4
  json_lines
}

json_array() {
  python3 -c 'import json
print(json.dumps([json.loads(line) for line in open("week.jsonl")][:5], indent=1))' >array.json
  expect 0 code array.json
  lines out 5
  head -c -20 array.json >cut.json
  expect 1 code cut.json good.txt
  says '^cut.json'
  lines out 5
}

deep_nesting() {
  python3 -c 'print("{\"text\": " + "{\"a\":[" * 300000)' >deep.jsonl
  refused deep.jsonl .
  python3 -c 'print("[{\"text\": \"x\", \"more\": " + "[" * 300000 + "]" * 300000 + "}]")' >deep.json
  refused deep.json .
  head -c 1000000 /dev/zero | tr '\0' '[' >brackets.json
  run code brackets.json
  [ $status -le 1 ] || fail "brackets alone: status $status"
  python3 -c 'print("<!doctype html>" + "<div><table><tr><td>" * 200000 + "x")' >deep.html
  run code deep.html
  [ $status -le 1 ] || fail "deep HTML: status $status"
  python3 -c 'print("((\"[" * 100000)' >deep.txt
  run code deep.txt
  [ $status -le 1 ] || fail "deep brackets: status $status"
}

gzip_inputs() {
  gzip -c good.txt >good.txt.gz
  accepted good.txt.gz 'Three rockets'
  gzip -c week.jsonl >week.jsonl.gz
  expect 0 code week.jsonl.gz
  lines out 120
  head -c 1000 week.jsonl.gz >cut.jsonl.gz
  run code cut.jsonl.gz
  [ $status = 1 ] || fail "a cut gzip: status $status"
  says '^cut.jsonl.gz.*: .'
  head -c 400000000 /dev/zero | gzip -1 -c >bomb.gz
  refused bomb.gz .
  { printf 'Two soldiers were killed in Marib on 3 March 2023. ' && head -c 400000000 /dev/zero | tr '\0' ' '; } |
    gzip -c >text_bomb.gz
  refused text_bomb.gz .
}

# A WARC file, a zip and a tar archive, whole, and cut or with a few bytes changed in 300 ways.
containers() {
  python3 - <<'PYTHON'
import gzip, io, os, random, tarfile, zipfile
story = open("good.txt", "rb").read()
texts = [story.replace(b"three", b"%d" % n).replace(b"Three", b"%d" % n) for n in (4, 5, 6)]
answers = [b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n" + text for text in texts]
warc = b"".join(gzip.compress(b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://n.example/%d\r\n"
                              b"Content-Type: application/http\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n" % (n, len(a), a))
                for n, a in enumerate(answers))
with zipfile.ZipFile("whole.zip", "w", zipfile.ZIP_DEFLATED) as out:
    for n, text in enumerate(texts): out.writestr(f"{n}.txt", text)
with tarfile.open("whole.tar", "w") as out:
    for n, text in enumerate(texts):
        entry = tarfile.TarInfo(f"../{n}.txt")
        entry.size = len(text)
        out.addfile(entry, io.BytesIO(text))
open("whole.warc.gz", "wb").write(warc)
rng = random.Random(7)
os.mkdir("broken")
for name in ("whole.zip", "whole.tar", "whole.warc.gz"):
    whole = open(name, "rb").read()
    for n in range(100):
        bad = bytearray(whole[:rng.randrange(len(whole))] if n % 4 == 0 else whole)
        for _ in range(rng.randrange(4)): bad[rng.randrange(len(bad))] = rng.randrange(256)
        open(f"broken/{n}-{name}", "wb").write(bad)
PYTHON
  expect 0 code whole.zip whole.tar whole.warc.gz
  lines out 9
  json_lines
  [ ! -e ../0.txt ] || fail "a member was written to disk"
  for whole in whole.zip whole.tar whole.warc.gz; do
    "$sitrep" code - <$whole >out 2>err || fail "$whole through a pipe"
    lines out 3
  done
  expect 1 code broken good.txt
  json_lines
  [ "$(wc -l <out)" -gt 400 ] || fail "of 300 damaged containers with three reports each only $(wc -l <out) reports are left"
}

standard_input() {
  "$sitrep" code - <good.txt >out 2>err || fail "standard input is not read"
  lines out 1
  "$sitrep" code - </dev/null >out 2>err
  [ $? = 1 ] || fail "an empty standard input should end with 1"
  says '^-: .'
  "$sitrep" code - <&- >out 2>err
  [ $? = 1 ] || fail "a closed standard input should end with 1"
  { cat week.jsonl; echo '{'; } | "$sitrep" build - - >out 2>err # both words: a ledger of that name
  [ $? -lt $crash ] || fail "a ledger called -"
}

wrong_calls() {
  expect 2
  expect 2 code
  expect 2 build week.sitrep
  expect 2 build
  expect 2 nonsense good.txt
  expect 2 code --nonsense good.txt
  expect 2 code --threads 0 good.txt
  expect 2 code --threads -1 good.txt
  expect 2 list week.sitrep --since 2023-02-30
  expect 2 export week.sitrep --format xml
  expect 1 code '' good.txt
  lines out 1
}

# ---- outputs

full_output() {
  for command in "code good.txt" "export week.sitrep" "brief week.sitrep" "list week.sitrep"; do
    # shellcheck disable=SC2086 # words
    "$sitrep" $command >/dev/full 2>err
    [ $? = 1 ] || fail "$command to a full disk should end with 1"
    says 'standard output: .'
  done
  expect 1 export week.sitrep -o /dev/full/x
  says '/dev/full/x: .'
}

# A disk too small for the ledger: a mounted one as root, else a limit on the size of files.
build_on_full_disk() {
  mkdir -p disk
  if [ "$(id -u)" = 0 ] && mount -t tmpfs -o size="$1" none disk 2>/dev/null; then
    small_disk=$work/disk
    run build disk/full.sitrep week.jsonl
    says_full
    umount_copying
  else
    ( ulimit -f ${1%k}; timeout $((60 * patience)) "$sitrep" build disk/full.sitrep week.jsonl >out 2>err )
    status=$?
    says_full
  fi
  [ $status = 1 ] || fail "a build on a disk of $1: status $status"
}
says_full() { says '^sitrep: disk/full.sitrep: .'; }
umount_copying() { # what was written, on a disk with room
  cp -r disk copied
  umount disk
  small_disk=
  rm -rf disk
  mv copied disk
}

full_disk() {
  for size in 16k 64k 200k; do
    rm -rf disk
    build_on_full_disk $size
    run list disk/full.sitrep
    [ $status -le 1 ] || fail "after a full disk of $size: status $status"
    [ $status = 0 ] || says '^sitrep: disk/full.sitrep: .'
    expect 0 build disk/full.sitrep week.jsonl
    same_content week.sitrep disk/full.sitrep
    intact disk/full.sitrep
  done
}

# ---- ledgers

newer_ledger() {
  copy_ledger week.sitrep newer.sitrep
  python3 -c 'import sqlite3
with sqlite3.connect("newer.sitrep") as ledger: ledger.execute("UPDATE meta SET format = 999")'
  for command in "build newer.sitrep good.txt" "list newer.sitrep" "export newer.sitrep"; do
    # shellcheck disable=SC2086 # words
    cp newer.sitrep before.sitrep
    expect 1 $command
    says '^sitrep: newer.sitrep: .*999'
    lines out 0
    untouched newer.sitrep
  done
}
untouched() { cmp -s before.sitrep "$1" || fail "$1 was refused, and written to all the same"; }

# Never a crash; refused by name, or what can be read is.
damaged_ledger() {
  for command in "list $1" "export $1" "build $1 good.txt"; do
    cp "$1" before.sitrep
    # shellcheck disable=SC2086 # words
    run $command
    [ $status -le 1 ] || fail "$command on a damaged ledger: status $status"
    [ $status = 0 ] || says "^sitrep: $1: ."
    [ $status = 0 ] || untouched "$1"
  done
}

corrupt_ledgers() {
  head -c 20000 /dev/urandom >random.sitrep
  expect 1 list random.sitrep
  says '^sitrep: random.sitrep: .'
  expect 1 build random.sitrep good.txt
  says '^sitrep: random.sitrep: .'
  : >empty.sitrep
  expect 1 list empty.sitrep
  for bytes in 50 100 3000 40000 100000; do
    head -c $bytes week.sitrep >cut.sitrep
    damaged_ledger cut.sitrep
    [ $status = 1 ] || fail "a ledger cut to $bytes bytes was written to"
    rm -f cut.sitrep-*
  done
  for seed in 1 2 3 4 5 6; do
    copy_ledger week.sitrep hit.sitrep
    python3 -c 'import random, sys
random.seed(int(sys.argv[1]))
with open("hit.sitrep", "r+b") as ledger:
    size = ledger.seek(0, 2)
    for _ in range(40):
        ledger.seek(random.randrange(100, size))
        ledger.write(random.randbytes(16))' $seed
    damaged_ledger hit.sitrep
  done
}

ledger_places() {
  mkdir -p folder.sitrep
  expect 1 build folder.sitrep good.txt
  says 'folder.sitrep: .'
  expect 1 list folder.sitrep
  says 'folder.sitrep: .'
  expect 1 build nowhere/x.sitrep good.txt
  says 'nowhere/x.sitrep: .'
  expect 1 build /dev/null good.txt
  expect 1 list good.txt
  expect 1 build good.txt good.txt
  grep -q Marib good.txt || fail "the report was written over"
}

two_builds_at_once() {
  "$sitrep" build both.sitrep half01.jsonl >out.1 2>err.1 &
  local first=$!
  "$sitrep" build both.sitrep half02.jsonl >out.2 2>err.2
  local second=$?
  wait $first
  first=$?
  cat err.1 err.2 >err
  [ $first -le 1 ] && [ $second -le 1 ] || fail "two builds at once: $first and $second"
  [ $first = 0 ] || [ $second = 0 ] || fail "neither of two builds was done"
  expect 0 build both.sitrep week.jsonl
  same_content week.sitrep both.sitrep
  intact both.sitrep
}

# Killed at many moments, each time on what the last one left.
killed_build() {
  for delay in 0.01 0.05 0.1 0.15 0.2 0.3 0.5 0.8; do
    "$sitrep" build killed.sitrep week.jsonl >out 2>err &
    local build=$!
    sleep $delay
    kill -9 $build 2>/dev/null
    wait $build 2>/dev/null
    run list killed.sitrep
    [ $status -le 1 ] || fail "after a kill at $delay s: status $status"
  done
  expect 0 build killed.sitrep week.jsonl
  same_content week.sitrep killed.sitrep
  intact killed.sitrep
}

build_twice() {
  copy_ledger week.sitrep twice.sitrep
  expect 0 export twice.sitrep
  mv out before
  expect 0 build twice.sitrep week.jsonl week.jsonl
  expect 0 export twice.sitrep
  cmp -s before out || fail "building a second time changed the export"
}

order_of_inputs() {
  expect 0 build turned.sitrep half02.jsonl half01.jsonl
  same_content week.sitrep turned.sitrep
  tac week.jsonl >backwards.jsonl
  expect 0 build backwards.sitrep --threads 1 backwards.jsonl
  same_content week.sitrep backwards.sitrep
  for half in 2 1; do expect 0 build steps.sitrep half0$half.jsonl; done
  same_content week.sitrep steps.sitrep
}

# ---- all of them

cases=(empty_inputs binary_inputs huge_line long_report long_list odd_encodings capitals unreadable_in_folder
  forbidden_in_folder build_keeps_the_rest link_circle missing_file not_files malformed_line json_array deep_nesting
  gzip_inputs containers standard_input wrong_calls full_output full_disk newer_ledger corrupt_ledgers ledger_places
  two_builds_at_once killed_build build_twice order_of_inputs)

case=write_inputs
: >err
write_inputs
for case in "${@:-${cases[@]}}"; do
  begun=$SECONDS
  "$case"
  [ $((SECONDS - begun)) -lt 20 ] || echo "$case took $((SECONDS - begun)) s"
done
[ $failures = 0 ] && echo "Sitrep stands all of it."
[ $failures = 0 ]
