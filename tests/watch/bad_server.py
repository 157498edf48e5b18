"""A news site of this machine that misbehaves as sites do, for watch_test.py and long_watch.py. Every request is kept in `log`."""

import gzip
import http.server
import socket
import threading
import time

STORY = """<!doctype html><html><head><title>{title}</title>
<meta property="article:published_time" content="2023-03-02T08:00:00Z"></head><body><article><h1>{title}</h1>
<p>Marib, 2 March 2023 - {text}</p>
<p>Nobody claimed the attack. Residents of the town said that they had heard the blasts from afar.</p>
</article></body></html>"""


def story(title, text):
    return STORY.format(title=title, text=text).encode()


def rss(items):
    body = "".join(
        "<item><title>%s</title><link>%s</link><pubDate>%s</pubDate><description>%s</description></item>\n"
        % (item.get("title", "News"), item["link"], item.get("date", "Thu, 02 Mar 2023 08:00:00 GMT"), item.get("text", "News ..."))
        for item in items
    )
    return ('<?xml version="1.0"?><rss version="2.0"><channel><title>Marib Daily</title>%s</channel></rss>' % body).encode()


class Site:
    """What is served: path to a function of the handler. Unknown paths are 404."""

    def __init__(self, address="127.0.0.1"):
        self.address = address
        self.pages = {}
        self.log = []
        self.lock = threading.Lock()
        self.stopping = threading.Event()
        site = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                with site.lock:
                    site.log.append((self.path, dict(self.headers), time.monotonic()))
                page = site.pages.get(self.path)
                if page is None:
                    return self.answer(404, b"no such page", "text/plain")
                page(self)

            def answer(self, status, body=b"", kind="text/html; charset=utf-8", headers=()):
                self.send_response(status)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(body)))
                for name, value in headers:
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

            def raw(self, pieces, pause=0.0):
                """Bytes as they are, then the end of the connection."""
                try:
                    for piece in pieces:
                        if site.stopping.is_set():
                            break
                        self.connection.sendall(piece)
                        time.sleep(pause)
                except OSError:
                    pass
                self.close_connection = True

            def reset(self, piece):
                self.connection.sendall(piece)
                self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\0\0\0\0\0\0\0")
                self.connection.close()
                self.close_connection = True

            def log_message(self, *arguments):
                pass

        class Server(http.server.ThreadingHTTPServer):
            daemon_threads = True

            def handle_error(self, request, address):
                pass

        self.server = Server((address, 0), Handler)
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def url(self, path, host=None):
        return "http://%s:%d%s" % (host or self.address, self.port, path)

    def asked(self, path):
        with self.lock:
            return [headers for asked, headers, _ in self.log if asked == path]

    def times(self, path):
        with self.lock:
            return [when for asked, _, when in self.log if asked == path]

    def put(self, path, body, kind="text/html; charset=utf-8", status=200, headers=()):
        self.pages[path] = lambda handler: handler.answer(status, body, kind, headers)

    def put_tagged(self, path, body, tag, kind="text/html; charset=utf-8"):
        """With an ETag: 304 to who has it."""

        def page(handler):
            if handler.headers.get("If-None-Match") == tag:
                return handler.answer(304, b"", kind, [("ETag", tag)])
            handler.answer(200, body, kind, [("ETag", tag)])

        self.pages[path] = page

    def put_feed(self, path, items, tag=None):
        kind = "application/rss+xml"
        return self.put_tagged(path, rss(items), tag, kind) if tag else self.put(path, rss(items), kind)

    def put_raw(self, path, pieces, pause=0.0):
        self.pages[path] = lambda handler: handler.raw(pieces, pause)

    def redirect(self, path, to, status=302):
        self.pages[path] = lambda handler: handler.answer(status, b"", headers=[("Location", to)])

    def close(self):
        self.stopping.set()
        self.server.shutdown()
        self.server.server_close()


def bomb(size):
    """So many zero bytes behind gzip."""
    return gzip.compress(b"\0" * size, 9)
