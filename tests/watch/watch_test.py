"""`sitrep watch` against a server that misbehaves. watch_test.py SITREP"""

import os
import signal
import subprocess
import sys
import tempfile
import time
import unittest

from bad_server import Site, bomb, rss, story

SITREP = os.path.abspath(sys.argv.pop(1))
PATIENCE = 120  # seconds that no run may take


class WatchTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.site = Site()
        self.site.put("/robots.txt", b"User-agent: *\nDisallow: /private/\n", "text/plain")
        self.ledger = os.path.join(self.folder.name, "news.sitrep")

    def tearDown(self):
        self.site.close()
        self.folder.cleanup()

    def command(self, feeds, *options, timeout="3"):
        listed = os.path.join(self.folder.name, "feeds.txt")
        with open(listed, "w") as file:
            file.write("# feeds\n" + "".join(feed + "\n" for feed in feeds))
        return [SITREP, "watch", self.ledger, listed, "--allow-private", "--delay", "0", "--timeout", timeout, *options]

    def once(self, *feeds, options=(), status=0):
        run = subprocess.run(self.command(feeds, "--once", *options), capture_output=True, text=True, timeout=PATIENCE)
        self.assertEqual(run.returncode, status, run.stderr)
        return run

    def reports(self):
        """uri to text, as the ledger has them."""
        query = "SELECT uri, text FROM reports"
        import sqlite3

        connection = sqlite3.connect("file:%s?mode=ro" % self.ledger, uri=True)
        try:
            return dict(connection.execute(query).fetchall())
        finally:
            connection.close()

    def attack(self, path, town="Marib", killed="two"):
        self.site.put(path, story("Rockets hit an airbase near " + town,
                                  "Three rockets hit an airbase near %s on Thursday, killing %s soldiers, officials said." % (town, killed)))
        return {"link": self.site.url(path), "title": "Rockets hit an airbase near " + town}

    # ---- the plain way

    def test_pages_become_reports_and_are_asked_for_once(self):
        self.site.put_feed("/feed", [self.attack("/1"), self.attack("/2", "Taiz")], tag='"v1"')
        first = self.once(self.site.url("/feed"))
        self.assertEqual(sorted(self.reports()), [self.site.url("/1"), self.site.url("/2")])
        lines = [line.split("\t") for line in first.stdout.splitlines()]
        self.assertEqual([line[0] for line in lines], ["added", "added"])
        self.assertEqual(lines[0][1:], ["2023-03-02", "Marib Daily", "Rockets hit an airbase near Marib", self.site.url("/1")])
        self.assertIn("2 pages fetched, 2 reports added", first.stderr)
        second = self.once(self.site.url("/feed"))
        self.assertEqual(second.stdout, "")
        self.assertIn("1 unchanged", second.stderr)
        self.assertEqual(self.site.asked("/feed")[1].get("If-None-Match"), '"v1"')
        self.assertEqual(len(self.site.asked("/1")), 1)
        self.assertEqual(len(self.site.asked("/robots.txt")), 1)

    def test_who_asks(self):
        self.site.put_feed("/feed", [self.attack("/1")])
        self.once(self.site.url("/feed"), options=["--contact", "desk@news.example"])
        agent = self.site.asked("/1")[0]["User-Agent"]
        self.assertRegex(agent, r"^Sitrep/[0-9.]+ \(\+desk@news\.example\)$")
        self.assertNotIn("Cookie", self.site.asked("/1")[0])

    def test_last_modified(self):
        def page(handler):
            if handler.headers.get("If-Modified-Since"):
                return handler.answer(304)
            handler.answer(200, rss([self.attack("/1")]), "text/xml", [("Last-Modified", "Thu, 02 Mar 2023 08:00:00 GMT")])

        self.site.pages["/feed"] = page
        self.once(self.site.url("/feed"))
        self.assertIn("1 unchanged", self.once(self.site.url("/feed")).stderr)

    def test_one_page_by_many_addresses(self):
        self.attack("/1")
        self.attack("/1?id=7")
        links = ["/1?utm_source=rss&utm_medium=feed", "/1?fbclid=abc", "/1#comments", "/1?gclid=5&UTM_CAMPAIGN=x", "/1?id=7&utm_term=x"]
        self.site.put_feed("/feed", [{"link": self.site.url(link).replace("&", "&amp;")} for link in links])
        self.once(self.site.url("/feed"))
        self.assertEqual(sorted(self.reports()), [self.site.url("/1"), self.site.url("/1?id=7")])
        self.assertEqual([path for path, _, _ in self.site.log if path.startswith("/1")], ["/1", "/1?id=7"])

    def test_redirects_lead_to_one_page(self):
        self.attack("/1")
        self.site.redirect("/go/a", "/go/b", 301)
        self.site.redirect("/go/b", "/1?utm_source=x", 307)
        self.site.redirect("/go/c", "/1", 308)
        self.site.put("/1?utm_source=x", story("Rockets hit an airbase", "Three rockets hit an airbase near Marib on Thursday."))
        self.site.put_feed("/feed", [{"link": self.site.url("/go/a")}, {"link": self.site.url("/go/c")}])
        self.once(self.site.url("/feed"))
        self.assertEqual(list(self.reports()), [self.site.url("/1")])
        self.assertEqual(len(self.site.asked("/1") + self.site.asked("/1?utm_source=x")), 1)

    def test_a_page_that_changes_is_a_revision(self):
        item = self.attack("/1")
        self.site.put_feed("/feed", [item])
        self.once(self.site.url("/feed"))
        self.attack("/1", killed="five")
        self.once(self.site.url("/feed"), options=["--revisit", "0"])
        self.assertEqual(len(self.site.asked("/1")), 1, "the feed says nothing new")
        self.site.put_feed("/feed", [dict(item, title="Toll of rockets rises")])
        self.once(self.site.url("/feed"))
        self.assertEqual(len(self.site.asked("/1")), 1, "an hour is not over")
        run = self.once(self.site.url("/feed"), options=["--revisit", "0"])
        self.assertEqual(len(self.site.asked("/1")), 2)
        self.assertTrue(run.stdout.startswith("revised\t"), run.stdout)
        self.assertIn("1 revised", run.stderr)
        self.assertIn("five soldiers", self.reports()[self.site.url("/1")])

    def test_atom_gzip_and_an_opml_list(self):
        import gzip

        self.attack("/1")
        atom = ('<feed xmlns="http://www.w3.org/2005/Atom"><title>Marib Daily</title><entry><title>T</title>'
                '<link href="/1"/><updated>2023-03-02T08:00:00Z</updated></entry></feed>').encode()
        self.site.put("/atom", gzip.compress(atom), "application/atom+xml", headers=[("Content-Encoding", "gzip")])
        opml = os.path.join(self.folder.name, "feeds.opml")
        with open(opml, "w") as file:
            file.write('<opml version="2.0"><body><outline xmlUrl="%s"/></body></opml>' % self.site.url("/atom"))
        run = subprocess.run([SITREP, "watch", self.ledger, opml, "--once", "--allow-private", "--delay", "0"],
                             capture_output=True, text=True, timeout=PATIENCE)
        self.assertEqual(run.returncode, 0, run.stderr)
        self.assertEqual(list(self.reports()), [self.site.url("/1")])

    # ---- politeness

    def test_robots_txt(self):
        items = [self.attack("/private/1"), self.attack("/open/2")]
        items[0]["text"] = "Three rockets hit an airbase near Marib on Thursday, killing two soldiers, officials said."
        items.append(self.attack("/private/3"))
        self.site.put_feed("/feed", items)
        run = self.once(self.site.url("/feed"))
        self.assertEqual(self.site.asked("/private/1") + self.site.asked("/private/3"), [])
        self.assertEqual(sorted(self.reports()), [self.site.url("/open/2"), self.site.url("/private/1#summary")])
        self.assertIn("/private/3: robots.txt of the site forbids it\n", run.stderr)

    def test_a_redirect_asks_robots_txt_again(self):
        self.attack("/private/1")
        self.site.redirect("/go", "/private/1")
        self.site.put_feed("/feed", [{"link": self.site.url("/go")}])
        self.once(self.site.url("/feed"))
        self.assertEqual(self.site.asked("/private/1"), [])

    def test_while_robots_txt_cannot_be_read_no_page_is_asked_for(self):
        self.site.put("/robots.txt", b"", status=500)
        self.site.put_feed("/feed", [self.attack("/1")])
        run = self.once(self.site.url("/feed"))
        self.assertEqual(self.site.asked("/1"), [])
        self.assertIn("robots.txt can't be read", run.stderr)
        self.assertIn("1 page waiting", run.stderr)

    def test_without_robots_txt_all_is_allowed(self):
        del self.site.pages["/robots.txt"]
        self.site.put_feed("/feed", [self.attack("/1")])
        self.once(self.site.url("/feed"))
        self.assertEqual(len(self.reports()), 1)

    def test_crawl_delay_and_one_connection_a_host(self):
        self.site.put("/robots.txt", b"User-agent: sitrep\nCrawl-delay: 0.5\n", "text/plain")
        items = [self.attack("/%d" % i) for i in range(3)]
        self.site.put_feed("/feed", items)
        self.once(self.site.url("/feed"))
        times = [self.site.times("/%d" % i)[0] for i in range(3)]
        for earlier, later in zip(times, times[1:]):
            self.assertGreaterEqual(later - earlier, 0.45)

    def test_429_with_retry_after(self):
        def busy(handler):
            handler.answer(429, b"slow down", headers=[("Retry-After", "3")])

        self.site.put_feed("/feed", [self.attack("/1"), self.attack("/2"), self.attack("/3")])
        good = self.site.pages["/1"]
        self.site.pages["/1"] = busy
        run = self.once(self.site.url("/feed"))
        asked = time.monotonic()
        self.assertIn("the server answers 429", run.stderr)
        self.assertEqual(self.site.asked("/2"), [], "the host wants rest")
        self.once(self.site.url("/feed"))
        self.assertEqual(len(self.site.asked("/feed")), 1, "the feed waits, too")
        self.site.pages["/1"] = good
        time.sleep(max(0.0, asked + 3.5 - time.monotonic()))
        self.once(self.site.url("/feed"))
        self.assertEqual(len(self.reports()), 3)

    def test_a_feed_that_fails_is_put_off(self):
        self.site.put("/feed", b"", status=503, headers=[("Retry-After", "3600")])
        run = self.once(self.site.url("/feed"), status=1)
        self.assertIn("the server answers 503", run.stderr)
        self.assertIn("1 feed not due", self.once(self.site.url("/feed")).stderr)
        self.assertEqual(len(self.site.asked("/feed")), 1)

    def test_links_to_private_addresses(self):
        self.site.put_feed("/feed", [self.attack("/1"), {"link": "http://localhost:%d/2" % self.site.port},
                                     {"link": "http://[::1]/3"}, {"link": "http://2130706433:%d/4" % self.site.port},
                                     {"link": "file:///etc/passwd"}, {"link": "gopher://127.0.0.1/5"}])
        command = [part for part in self.command([self.site.url("/feed")], "--once") if part != "--allow-private"]
        run = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE)
        self.assertEqual(run.returncode, 0, run.stderr)
        self.assertEqual([path for path, _, _ in self.site.log], ["/feed"])
        self.assertIn("its address is not on the public internet", run.stderr)
        self.assertEqual(self.reports(), {})

    # ---- harm

    def bad(self, path, pieces, pause=0.0):
        self.site.put_raw(path, pieces, pause)
        return {"link": self.site.url(path)}

    def harmed(self, reason, item, status=0):
        """The bad page is named with the reason, and the round ends."""
        self.site.put_feed("/feed", [item])
        run = self.once(self.site.url("/feed"), status=status)
        self.assertIn(reason, run.stderr)
        self.assertEqual(self.reports(), {})
        return run

    def test_slow_drip(self):
        head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 100000\r\n\r\n"
        begun = time.monotonic()
        self.harmed("Timeout was reached", self.bad("/1", [head] + [b"x"] * 100, 0.2))
        self.assertLess(time.monotonic() - begun, 30)

    def test_never_answering(self):
        self.harmed("Timeout was reached", self.bad("/1", [b""] * 100, 0.2))

    def test_broken_status_line(self):
        self.harmed("an answer that is not HTTP; it is tried again later", self.bad("/1", [b"HTTP/1.1 OK fine\r\n\r\n<html>"]))

    def test_no_http_at_all(self):
        self.harmed("an answer that is not HTTP; it is tried again later", self.bad("/1", [b"SSH-2.0-OpenSSH_9.2\r\n"]))

    def test_headers_without_end(self):
        self.harmed("/1: ", self.bad("/1", [b"HTTP/1.1 200 OK\r\n"] + [b"X-A: " + b"y" * 8000 + b"\r\n"] * 100))

    def test_redirect_loop(self):
        self.site.redirect("/a", "/b")
        self.site.redirect("/b", "/a")
        self.harmed("redirects in a circle", {"link": self.site.url("/a")})
        self.assertLessEqual(len(self.site.asked("/a")) + len(self.site.asked("/b")), 3)

    def test_a_long_chain(self):
        for i in range(40):
            self.site.redirect("/hop/%d" % i, "/hop/%d" % (i + 1))
        self.harmed("more than 10 redirects", {"link": self.site.url("/hop/0")})
        self.assertEqual(self.site.asked("/hop/15"), [])

    def test_a_redirect_to_another_scheme(self):
        self.site.redirect("/a", "file:///etc/passwd")
        self.harmed("/a: ", {"link": self.site.url("/a")})

    def test_huge_body(self):
        head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
        self.harmed("larger than the limit", self.bad("/1", [head] + [b"x" * (1 << 20)] * 200))

    def test_gzip_bomb(self):
        self.site.put("/1", bomb(200 << 20), headers=[("Content-Encoding", "gzip")])
        self.harmed("larger than the limit", {"link": self.site.url("/1")})

    def test_content_length_too_long(self):
        page = story("Rockets hit an airbase", "Three rockets hit an airbase near Marib on Thursday.")
        head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n" % (len(page) + 1000)
        self.harmed("tried again later", self.bad("/1", [head, page]))

    def test_content_length_too_short_breaks_no_later_page(self):
        page = story("Rockets hit an airbase", "Three rockets hit an airbase near Marib on Thursday.")
        head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n" % (len(page) - 40)
        self.site.put_raw("/1", [head, page])
        self.site.put_feed("/feed", [{"link": self.site.url("/1")}, self.attack("/2", "Taiz")])
        self.once(self.site.url("/feed"))
        self.assertIn(self.site.url("/2"), self.reports())

    def test_reset_in_the_middle(self):
        head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5000\r\n\r\n<html>"
        self.site.pages["/1"] = lambda handler: handler.reset(head)
        self.harmed("tried again later", {"link": self.site.url("/1")})

    def test_broken_gzip(self):
        self.site.put("/1", b"\x1f\x8b\x08\x00broken", headers=[("Content-Encoding", "gzip")])
        self.harmed("/1: ", {"link": self.site.url("/1")})

    def test_no_article_and_no_page(self):
        self.site.put("/index", b"<html><body><a href=/a>One</a><a href=/b>Two</a></body></html>")
        self.site.put("/picture", b"\x89PNG....", "image/png")
        self.site.put("/gone", b"", status=410)
        self.site.put_feed("/feed", [{"link": self.site.url(path)} for path in ("/index", "/picture", "/gone", "/none")])
        run = self.once(self.site.url("/feed"))
        for reason in ("a page without an article", "not a text: image/png", "the server answers 410", "the server answers 404"):
            self.assertIn(reason, run.stderr)
        self.assertIn("4 pages refused", run.stderr)
        self.once(self.site.url("/feed"))
        self.assertEqual(len(self.site.asked("/gone")), 1)

    def test_a_feed_with_broken_xml(self):
        good = rss([self.attack("/1"), self.attack("/2", "Taiz")])
        self.site.put("/feed", good.replace(b"</channel></rss>", b"<item><title>&nbsp;A & B<x></y></item><item><ti"), "text/xml")
        run = self.once(self.site.url("/feed"))
        self.assertEqual(len(self.reports()), 2)
        self.assertIn("the item is not closed", run.stderr)

    def test_what_is_no_feed(self):
        self.site.put("/", b'<html><head><link rel="alternate" type="application/rss+xml" href="/feed"></head><body>Hi</body></html>')
        self.site.put("/noise", bytes(range(256)) * 40, "text/xml")
        run = self.once(self.site.url("/"), self.site.url("/noise"), status=1)
        self.assertIn("the feed is at " + self.site.url("/feed"), run.stderr)
        self.assertIn("/noise: ", run.stderr)

    def test_wrong_lists(self):
        run = subprocess.run([SITREP, "watch", self.ledger, "none.txt", "--once"], capture_output=True, text=True, timeout=PATIENCE)
        self.assertEqual(run.returncode, 1)
        self.assertIn("none.txt", run.stderr)
        run = self.once("ftp://x.example/feed", status=1)
        self.assertIn("feeds.txt:2: not an address of the web", run.stderr)

    # ---- kills, signals, two at once

    def test_killed_and_gone_on(self):
        """Nothing is lost, and what was fetched is not fetched again."""
        pages = 12

        def slow(body):
            return lambda handler: (time.sleep(0.1), handler.answer(200, body))

        items = []
        for i in range(pages):
            items.append(self.attack("/%d" % i, "Marib", "two"))
            self.site.pages["/%d" % i] = slow(story("Attack number %d" % i, "Rockets number %d hit an airbase near Marib on Thursday, killing two soldiers." % i))
        self.site.put_feed("/feed", items, tag='"v1"')
        command = self.command([self.site.url("/feed")], "--once")
        for fetched in (3, 7):
            watch = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            deadline = time.monotonic() + PATIENCE
            while sum(len(self.site.asked("/%d" % i)) for i in range(pages)) < fetched and time.monotonic() < deadline:
                time.sleep(0.02)
            watch.kill()
            watch.wait()
        self.once(self.site.url("/feed"))
        self.assertEqual(len(self.reports()), pages)
        asked = [len(self.site.asked("/%d" % i)) for i in range(pages)]
        self.assertLessEqual(sum(asked), pages + 2, "only what was under way at a kill is asked for again")
        self.assertLessEqual(max(asked), 2)

    def test_ends_on_signals(self):
        self.site.put_feed("/feed", [self.attack("/1")])
        for number in (signal.SIGINT, signal.SIGTERM):
            watch = subprocess.Popen(self.command([self.site.url("/feed")], "--every", "60"), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
            watch.stderr.readline()  # the round's summary: it sleeps now
            begun = time.monotonic()
            watch.send_signal(number)
            watch.communicate(timeout=PATIENCE)
            self.assertEqual(watch.returncode, 0)
            self.assertLess(time.monotonic() - begun, 10)
        self.assertEqual(len(self.reports()), 1)

    def test_a_signal_keeps_what_was_fetched(self):
        self.site.put_raw("/slow", [b""] * 1000, 0.1)
        self.site.put_feed("/feed", [self.attack("/1"), {"link": self.site.url("/slow")}])
        watch = subprocess.Popen(self.command([self.site.url("/feed")], timeout="60"), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        deadline = time.monotonic() + PATIENCE
        while not self.site.asked("/slow") and time.monotonic() < deadline:
            time.sleep(0.05)
        watch.send_signal(signal.SIGTERM)
        out, _ = watch.communicate(timeout=PATIENCE)
        self.assertEqual(watch.returncode, 0)
        self.assertTrue(out.startswith("added\t"), out)
        self.assertEqual(len(self.reports()), 1)

    def test_rounds(self):
        self.site.put_feed("/feed", [self.attack("/1")])
        watch = subprocess.Popen(self.command([self.site.url("/feed")], "--every", "0.02"), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(3):
            self.assertIn("1 feed answered", watch.stderr.readline())
        watch.send_signal(signal.SIGTERM)
        watch.communicate(timeout=PATIENCE)
        self.assertGreaterEqual(len(self.site.asked("/feed")), 3)
        self.assertEqual(len(self.site.asked("/1")), 1)

    def test_one_watch_a_ledger(self):
        self.site.put_feed("/feed", [])
        watch = subprocess.Popen(self.command([self.site.url("/feed")]), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        watch.stderr.readline()
        run = subprocess.run(self.command([self.site.url("/feed")], "--once"), capture_output=True, text=True, timeout=PATIENCE)
        watch.terminate()
        watch.communicate(timeout=PATIENCE)
        self.assertEqual(run.returncode, 1)
        self.assertIn("another process", run.stderr)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0]] + sys.argv[1:])
