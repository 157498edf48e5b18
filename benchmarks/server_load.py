#!/usr/bin/env python3
"""Asks a running server so many times a second, checks every answer, and says how long they took.

server_load.py http://127.0.0.1:8320 [--rate 200] [--seconds 60] [--threads 16]

Requests are due at fixed times, whether or not earlier ones are answered; a time is counted from when its request was
due. Ends with 1 where an answer was wrong or the rate was not kept.
"""
import argparse
import gzip
import http.client
import json
import random
import sys
import threading
import time
import urllib.parse


class Client:
    """One connection that stays open."""

    def __init__(self, host):
        self.connection = http.client.HTTPConnection(host, timeout=30)

    def get(self, path, **headers):
        try:
            return self.ask(path, headers)
        except http.client.RemoteDisconnected:  # it was idle for too long
            self.connection.close()
            return self.ask(path, headers)

    def ask(self, path, headers):
        self.connection.request("GET", path, headers={"Accept-Encoding": "gzip", **headers})
        answer = self.connection.getresponse()
        body = answer.read()
        if answer.headers.get("Content-Encoding") == "gzip":
            body = gzip.decompress(body)
        return answer.status, answer.headers, body

    def json(self, path):
        status, _, body = self.get(path)
        if status != 200:
            raise AssertionError(f"{path}: {status} {body[:200]}")
        return json.loads(body)


class Questions:
    """What is asked, each with what its answer must be, as told by the table that was read first."""

    def __init__(self, client):
        status, headers, body = client.get("/api/v1/table")
        if status != 200:
            raise SystemExit(f"/api/v1/table: {status} {body[:200]}")
        self.etag = headers["ETag"]
        table = json.loads(body)
        columns = table["columns"]
        self.ids = columns["id"]
        self.type_of = dict(zip(self.ids, (table["types"][t] for t in columns["type"])))
        self.country_of = [None if c is None else table["countries"][c] for c in columns["country"]]
        self.countries = [c for c in table["countries"]]
        self.kinds = [(self.incident, 50), (self.page, 10), (self.by_country, 15), (self.why, 5), (self.report, 10),
                      (self.same_table, 8), (self.session, 2)]
        self.reports = [r["id"] for i in self.ids[:50] for r in client.json(f"/api/v1/incidents/{i}")["reports"]]

    def ask(self, client, chance):
        kind, = chance.choices([k for k, _ in self.kinds], [w for _, w in self.kinds])
        kind(client, chance)
        return kind.__name__

    def incident(self, client, chance):
        wanted = chance.choice(self.ids)
        record = client.json(f"/api/v1/incidents/{wanted}")
        assert record["id"] == wanted and record["type"] == self.type_of[wanted], wanted

    def page(self, client, chance):
        first = client.json("/api/v1/incidents?limit=5")
        assert first["total"] == len(self.ids) and [i["id"] for i in first["incidents"]] == self.ids[:5]

    def by_country(self, client, chance):
        country = chance.choice(self.countries)
        ids = client.json(f"/api/v1/ids?country={urllib.parse.quote(country)}")["ids"]
        assert ids == [i for i, c in zip(self.ids, self.country_of) if c == country], country

    def why(self, client, chance):
        wanted = chance.choice(self.ids)
        assert client.json(f"/api/v1/incidents/{wanted}/why")["incident"] == wanted

    def report(self, client, chance):
        wanted = chance.choice(self.reports)
        coding = client.json(f"/api/v1/reports/{wanted}")
        assert coding["report"]["id"] == wanted and coding["incidents"]

    def same_table(self, client, chance):
        status, _, body = client.get("/api/v1/table", **{"If-None-Match": self.etag})
        assert status == 304 and not body, status

    def session(self, client, chance):
        assert client.json("/api/v1/session")["incidents"] >= len(self.ids)


class Load:
    def __init__(self, host, options):
        self.host, self.options = host, options
        self.lock = threading.Lock()
        self.next = 0
        self.times, self.wrong = [], []

    def run(self, questions):
        self.questions, self.start = questions, time.monotonic() + 0.1
        threads = [threading.Thread(target=self.work, args=(n,)) for n in range(self.options.threads)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return time.monotonic() - self.start

    def work(self, seed):
        client, chance = Client(self.host), random.Random(seed)
        while True:
            with self.lock:
                number, self.next = self.next, self.next + 1
            if number >= self.options.rate * self.options.seconds:
                return
            due = self.start + number / self.options.rate
            time.sleep(max(0, due - time.monotonic()))
            try:
                self.questions.ask(client, chance)
            except Exception as error:  # whatever goes wrong is a wrong answer
                with self.lock:
                    self.wrong.append(f"{type(error).__name__}: {error}")
                client = Client(self.host)
            with self.lock:
                self.times.append(time.monotonic() - due)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("address")
    parser.add_argument("--rate", type=int, default=200)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--threads", type=int, default=16)
    options = parser.parse_args()
    host = urllib.parse.urlsplit(options.address).netloc
    load = Load(host, options)
    took = load.run(Questions(Client(host)))
    times = sorted(load.times)
    at = lambda share: times[min(len(times) - 1, int(len(times) * share))] * 1000
    print(f"{len(times)} requests in {took:.1f} s ({len(times) / took:.0f} a second), {len(load.wrong)} wrong; "
          f"ms: median {at(0.5):.1f}, 95 % {at(0.95):.1f}, 99 % {at(0.99):.1f}, slowest {at(1):.1f}")
    for problem in load.wrong[:5]:
        print("wrong:", problem, file=sys.stderr)
    return 1 if load.wrong or took > options.seconds * 1.05 + 1 else 0


if __name__ == "__main__":
    sys.exit(main())
