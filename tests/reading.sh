#!/usr/bin/env bash
# What `sitrep read` shows of pages, mail, tables and PDFs, and `sitrep versions` of a report.
# reading.sh SITREP
set -u
sitrep=$(realpath "$1")
tests=$(dirname "$(realpath "$0")")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
failures=0

fail() { echo "FAILED: $*" >&2; sed 's/^/  out: /' out >&2; sed 's/^/  err: /' err >&2; failures=$((failures + 1)); }

# expect STATUS ARGUMENT...: runs it, standard output to `out`, standard error to `err`.
expect() {
  local wanted=$1
  shift
  "$sitrep" "$@" >out 2>err
  local status=$?
  [ $status = "$wanted" ] || fail "sitrep $*: status $status, expected $wanted"
}
out_says() { grep -qF -- "$1" out || fail "standard output does not say: $1"; }
err_says() { grep -qF -- "$1" err || fail "standard error does not say: $1"; }

cat >alert.eml <<'MAIL'
From: =?utf-8?Q?Reuters?= <alerts@reuters.com>
To: desk@example.org
Subject: =?utf-8?Q?Rockets_hit_gas_field?=
Date: Tue, 15 Oct 2024 04:52:00 +0000
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=XX

--XX
Content-Type: text/plain; charset=utf-8

At least four rockets struck a gas field near Velm early on Tuesday, a security source and an engineer said.

No group claimed the attack.
--XX
Content-Type: text/csv; name=more.csv
Content-Disposition: attachment; filename=more.csv

Headline,Narrative,When
Bridge shelled,"Gunners shelled a bridge near Velm, killing two.",2024-10-14
MAIL

expect 1 read --why alert.eml
out_says "title       Rockets hit gas field  [the mail's header]"
out_says "outlet      Reuters  [the mail's header, by outlets.tsv]"
out_says "published   15 October 2024, 04:52 (stated)  [the mail's header]"
out_says "No group claimed the attack."
err_says "alert.eml#more.csv: a table without a column of text"
err_says "Headline, Narrative, When"
expect 0 read --columns text=Narrative,published=When alert.eml
out_says "alert.eml#more.csv#2"
out_says "published   14 October 2024 (stated)"
expect 2 read --columns story alert.eml
err_says "FIELD=COLUMN"

# what it prints can be read again
expect 0 read --json --columns text=Narrative,published=When alert.eml
[ "$(wc -l <out)" = 2 ] || fail "two reports should give two lines"
cp out read.jsonl
expect 0 read --json read.jsonl
cmp -s out read.jsonl || fail "reading what was read changes it"
"$sitrep" read --json --why alert.eml 2>err | python3 -c 'import json,sys
report = json.loads(sys.stdin.readline())
assert report["from"]["published"] == "the mail\x27s header", report
assert report["captions"] == [], report' || fail "--json --why is no JSON with \"from\""

# pages
expect 1 read "$tests"/pages/consent "$tests"/pages/article
err_says "consent/short.html: a consent page"
[ "$(wc -l <err)" = 8 ] || fail "eight consent pages should be refused"
expect 0 read "$tests"/documents/newspaper_columns.pdf
out_says "title       Gunmen raid checkpoint near Velm, one guard killed"

# versions
echo '{"uri":"https://velm.example/1","text":"A bomb killed 3 people in Velm. Nobody claimed it."}' >one.jsonl
echo '{"uri":"https://velm.example/1","text":"A bomb killed 4 people in Velm. Police hold a man."}' >two.jsonl
expect 0 build week.sitrep one.jsonl
expect 0 build week.sitrep two.jsonl
expect 0 versions week.sitrep https://velm.example/1
out_says "Version 2 of 2, date not stated (current)"
out_says "  - A bomb killed 3 people in Velm."
out_says "  + A bomb killed 4 people in Velm."
expect 0 versions --json week.sitrep https://velm.example/1
python3 -c 'import json
versions = [json.loads(line) for line in open("out")]
assert [v["current"] for v in versions] == [False, True]
assert [c["kind"] for c in versions[1]["changes"]] == ["changed", "added", "removed"], versions' ||
  fail "versions --json"
expect 1 versions week.sitrep nothing
err_says 'no report "nothing"'

[ $failures = 0 ] && echo "reading: all is well"
[ $failures = 0 ]
