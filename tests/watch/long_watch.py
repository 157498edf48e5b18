"""A feed watched for long beside eight that misbehave, each on a loopback address of its own, through three kills.

    tests/watch/long_watch.py SITREP [MINUTES]

The good feed gets a new story every half minute. At the end every story is in the ledger, and none was asked for twice but
what was under way at a kill. Prints what happened; exit status 1 where that does not hold. 60 minutes if none are said.
"""

import os
import random
import re
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

from bad_server import Site, bomb, story

TOWNS = ["Marib", "Taiz", "Aden", "Ibb", "Dhamar", "Hajjah", "Zinjibar", "Mukalla", "Seiyun", "Bayhan"]
PAUSE = 30  # seconds from story to story
LAST = 3  # minutes at the end without a new story
KILLS = 3


def bad_sites():
    """Sites by what is wrong with them; each has a feed with a page, too."""
    sites = {}

    def site(name, feed):
        sites[name] = Site("127.0.0.%d" % (len(sites) + 3))
        sites[name].pages["/feed"] = feed
        return sites[name]

    site("drips", lambda h: h.raw([b"H"] * 100000, 1.0))
    site("says nothing", lambda h: time.sleep(300))
    site("goes in a circle", lambda h: h.answer(302, headers=[("Location", "/feed")]))
    site("bomb", lambda h: h.answer(200, bomb(1 << 30), "application/rss+xml", [("Content-Encoding", "gzip")]))
    site("cut off", lambda h: h.reset(b"HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n<rss>"))
    site("busy", lambda h: h.answer(503, headers=[("Retry-After", "120")]))
    site("endless", lambda h: h.raw([b"HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\n\r\n"] + [b"<rss>" * 20000] * 100000))
    loop = site("bad pages", lambda h: None)
    items = [{"link": loop.url("/page%d" % i)} for i in range(40)]
    loop.put_feed("/feed", items)
    for i in range(40):
        loop.put("/page%d" % i, os.urandom(3000) if i % 2 else b"<html><body>" + b"<div>" * 20000)
    return sites


class Watched:
    """The good feed, the program, and what both were seen to do."""

    def __init__(self, program, folder):
        self.site = Site()
        self.items = []
        self.ledger = os.path.join(folder, "news.sitrep")
        self.bad = bad_sites()
        listed = os.path.join(folder, "feeds.txt")
        with open(listed, "w") as file:
            file.writelines(s.url("/feed") + "\n" for s in [self.site, *self.bad.values()])
        self.call = [program, "watch", self.ledger, listed, "--allow-private", "--every", "0.25", "--delay", "0.5", "--timeout", "10"]
        self.errors = open(os.path.join(folder, "errors.txt"), "wb")
        self.peak = 0
        self.tell()
        self.start()

    def tell(self):
        path, town, n = "/%d" % len(self.items), random.choice(TOWNS), len(self.items) + 2
        title = "Rocket number %d hits a depot near %s" % (n, town)
        self.site.put(path, story(title, "Rocket number %d hit a depot near %s on Thursday, killing %d guards, officials said." % (n, town, n)))
        self.items.append({"link": self.site.url(path), "title": title})
        self.site.put_feed("/feed", self.items[::-1], tag='"%d"' % n)

    def start(self):
        self.process = subprocess.Popen(self.call, stdout=subprocess.DEVNULL, stderr=self.errors)

    def look(self):
        assert self.process.poll() is None, "the watch ended by itself: %s" % self.process.returncode
        with open("/proc/%d/status" % self.process.pid) as status:
            found = re.search(r"VmHWM:\s+(\d+)", status.read())
        self.peak = max(self.peak, int(found.group(1)) if found else 0)

    def kill(self):
        self.process.kill()
        self.process.wait()
        self.start()

    def end(self):
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(timeout=120)

    def read(self):
        connection = sqlite3.connect("file:%s?mode=ro" % self.ledger, uri=True)
        try:
            return {row[0] for row in connection.execute("SELECT uri FROM reports")}
        finally:
            connection.close()


def watch(watched, minutes):
    begun, kills = time.monotonic(), 0
    while (passed := time.monotonic() - begun) < minutes * 60:
        time.sleep(1)
        watched.look()
        if passed / PAUSE > len(watched.items) and passed < (minutes - LAST) * 60:
            watched.tell()
        if passed > (kills + 1) * minutes * 60 / (KILLS + 1) - 17 and kills < KILLS:
            watched.kill()
            kills += 1
    return kills


def main():
    minutes = float(sys.argv[2]) if len(sys.argv) > 2 else 60
    with tempfile.TemporaryDirectory() as folder:
        watched = Watched(os.path.abspath(sys.argv[1]), folder)
        kills = watch(watched, minutes)
        status, read = watched.end(), watched.read()
        asked = [len(watched.site.asked("/%d" % i)) for i in range(len(watched.items))]
        missed = [item["link"] for item in watched.items if item["link"] not in read]
        print("%g minutes, %d kills, ended with %d, at most %d MiB" % (minutes, kills, status, watched.peak // 1024))
        print("%d stories, %d read, %d asked for more than once" % (len(asked), len(asked) - len(missed), sum(n > 1 for n in asked)))
        print("the good feed was asked for %d times" % len(watched.site.asked("/feed")))
        for name, site in watched.bad.items():
            print("  %s: its feed was asked for %d times, other addresses %d times" % (name, len(site.asked("/feed")), len(site.log) - len(site.asked("/feed"))))
        sys.exit(bool(status or missed or sum(asked) > len(asked) + kills))


main()
