#!/usr/bin/env python3
"""Writes a WARC file of made-up news pages, gzip by member as crawlers write it, to standard output.

    made_warc.py --bytes 10G [--pages full|short] [--seed N] | build/release/sitrep code - > /dev/null

--bytes counts what the file unpacks to. Pages are invented from a few towns and sentences; one in twenty
answers is a 404, one in twenty a picture. "short" pages have no article and are refused at once, so that a
run measures the reading alone.
"""
import argparse
import gzip
import random
import signal
import sys

TOWNS = ["Velm", "Orz", "Tarnow Bridge", "Kesh", "Little Amra", "Dunholt", "Sarvar", "Port Elin", "Maresh", "Old Quay"]
PEOPLE = ["the mayor", "a spokesman for the army", "a doctor at the hospital", "two witnesses", "the governor's office"]
DEEDS = ["Gunmen shot dead {n} guards at a checkpoint near {t}", "A car bomb killed {n} people in {t}",
         "Rockets hit a depot outside {t} and wounded {n} workers", "Police found {n} crates of rifles in {t}"]
ASIDES = ["Nobody has claimed the attack, {p} said.", "The road to {t} was closed until the evening, {p} said.",
          "Shops in {t} opened late, and schools did not open at all.",
          "It was the second such attack in the district since the spring, {p} said.",
          "Prices of bread and fuel have doubled in {t} since the bridge was lost, traders told reporters."]



def parse_bytes(text):
    units = {"K": 1 << 10, "M": 1 << 20, "G": 1 << 30}
    return int(float(text[:-1]) * units[text[-1].upper()]) if text[-1].upper() in units else int(text)


def sentence(rng, templates):
    return rng.choice(templates).format(n=rng.randint(2, 30), t=rng.choice(TOWNS), p=rng.choice(PEOPLE))


def script(seed):
    """What most of a real page is; the same in all of them."""
    rng = random.Random(seed)
    return "".join(f"var a{i}={rng.randrange(1 << 40)};" for i in range(2000))


def page(rng, number, kind):
    if kind == "short":
        filler = "".join(f'<li><a href="/{number}/{i}">{rng.choice(TOWNS)}</a></li>' for i in range(400))
        return (f"<!doctype html><html><head><title>All stories</title><script>{SCRIPT}</script></head><body>"
                f"<ul>{filler}</ul></body></html>")
    day = f"2024-{1 + number % 12:02}-{1 + number % 28:02}"
    title = sentence(rng, DEEDS)
    paragraphs = "".join(f"<p>{' '.join(sentence(rng, ASIDES) for _ in range(4))}</p>" for _ in range(8))
    menu = "".join(f'<li><a href="/s/{i}">Section {i}</a></li>' for i in range(60))
    return (f'<!doctype html><html><head><title>{title}</title>'
            f'<meta property="article:published_time" content="{day}T08:00:00Z"><script>{SCRIPT}</script></head><body><nav><ul>{menu}</ul></nav>'
            f"<article><h1>{title}</h1><p>{title} on Monday, {rng.choice(PEOPLE)} said.</p>{paragraphs}</article>"
            f"</body></html>")


def record(kind, uri, media, block):
    head = (f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {uri}\r\nWARC-Date: 2024-12-30T06:00:00Z\r\n"
            f"WARC-Record-ID: <urn:uuid:{uri}>\r\nContent-Type: {media}\r\nContent-Length: {len(block)}\r\n\r\n")
    return head.encode() + block + b"\r\n\r\n"


def answer(rng, number, kind):
    turn = number % 20
    if turn == 7:
        return b"HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<html><body>gone</body></html>"
    if turn == 13:
        return b"HTTP/1.1 200 OK\r\nContent-Type: image/jpeg\r\n\r\n" + rng.randbytes(20000)
    return b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page(rng, number, kind).encode()


SCRIPT = script(0)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--bytes", type=parse_bytes, required=True, help="unpacked, such as 500M or 10G")
    options.add_argument("--pages", choices=["full", "short"], default="full")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--plain", action="store_true", help="not packed")
    call = options.parse_args()
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    rng = random.Random(call.seed)
    pack = (lambda block: block) if call.plain else (lambda block: gzip.compress(block, 1))
    out = sys.stdout.buffer
    written = number = 0
    while written < call.bytes:
        uri = f"https://outlet{number % 50}.example/news/{number}"
        request = record("request", uri, "application/http; msgtype=request", b"GET / HTTP/1.1\r\n\r\n")
        response = record("response", uri, "application/http; msgtype=response", answer(rng, number, call.pages))
        out.write(pack(request) + pack(response))
        written += len(request) + len(response)
        number += 1


if __name__ == "__main__":
    main()
