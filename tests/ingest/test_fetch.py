"""Fetching from a real server: what it answers, and what it may do to us."""

import gzip
import socket
import ssl
import subprocess
import threading
import time
import zlib
from collections.abc import Callable, Sequence
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from sidelight.errors import AddressRefused, NotFetched
from sidelight.ingest.addresses import Address, Addresses
from sidelight.ingest.fetch import MOST_REDIRECTS, Fetcher
from tests.ingest.site import LOOPBACK, Page, Site, fetcher, serving


def to(address: str, status: int = 302) -> Page:
    return Page(status=status, headers={"Location": address})


def test_a_page_comes_as_it_is_and_no_more_than_needed_is_sent(site: Site) -> None:
    site.pages["/a?b=c"] = Page("hello", headers={"ETag": '"1"'})

    reply = fetcher().get(f"{site.url}/a?b=c#part")

    assert (reply.status, reply.body, reply.headers["etag"]) == (200, b"hello", '"1"')
    assert reply.url == f"{site.url}/a?b=c"
    [asked] = site.asked
    assert asked.headers["User-Agent"].startswith("Sidelight/")
    assert asked.headers["Host"] == site.url.removeprefix("http://")
    assert set(asked.headers) == {"Host", "User-Agent", "Accept", "Accept-Encoding"}


def test_a_contact_is_told_to_servers(site: Site) -> None:
    Fetcher(Addresses(LOOPBACK), contact="desk@news.example").get(site.url)

    assert "desk@news.example" in site.asked[0].headers["User-Agent"]


def test_by_default_this_machine_is_not_fetched_from(site: Site) -> None:
    with pytest.raises(AddressRefused):
        Fetcher().get(site.url)
    assert site.asked == []


def test_redirects_are_followed_and_told(site: Site) -> None:
    site.pages |= {"/a": to("/b", 301), "/b": to(f"{site.url}/c", 308), "/c": Page("x")}
    site.pages["/now"] = to("/c", 302)

    reply = fetcher().get(f"{site.url}/a")

    assert (reply.url, reply.body, reply.moved) == (f"{site.url}/c", b"x", True)
    assert not fetcher().get(f"{site.url}/now").moved
    assert not fetcher().get(f"{site.url}/c").moved


def test_redirects_end(site: Site) -> None:
    site.pages["/a"] = to("/a")

    with pytest.raises(NotFetched, match="redirects more than"):
        fetcher().get(f"{site.url}/a")
    assert len(site.asked) == MOST_REDIRECTS + 1


@pytest.mark.parametrize(
    "target",
    [
        "http://127.0.0.2:{port}/",
        "http://[::1]:{port}/",
        "file:///etc/passwd",
        "http://169.254.169.254/latest",
        "//localhost.:{port}/x",
    ],
)
def test_a_redirect_is_judged_like_any_address(site: Site, target: str) -> None:
    port = site.url.rpartition(":")[2]
    site.pages["/a"] = to(target.format(port=port))

    with pytest.raises((AddressRefused, NotFetched)):
        Fetcher(Addresses(("127.0.0.1/32",))).get(f"{site.url}/a")
    assert site.paths() == ["/a"] or "localhost" in target


class Outside(Addresses):
    """Takes 127.0.0.2 for an address of the internet."""

    def is_public(self, address: Address) -> bool:
        return str(address) == "127.0.0.2"


def test_an_outside_page_may_not_redirect_into_an_opened_network(site: Site) -> None:
    site.pages["/secret"] = Page("inside")
    with serving("127.0.0.2") as outside:
        outside.pages["/a"] = to(f"{site.url}/secret")
        site.pages["/a"] = to(f"{outside.url}/b")
        outside.pages["/b"] = Page("outside")
        opened = Fetcher(Outside(("127.0.0.1/32",)))

        assert opened.get(f"{site.url}/secret").inside
        assert not opened.get(f"{site.url}/a").inside
        with pytest.raises(AddressRefused):
            opened.get(f"{outside.url}/a")
    assert site.paths() == ["/secret", "/a"]


def test_the_connection_is_made_to_the_address_that_was_judged(site: Site) -> None:
    """A name that stands for another address when it is looked up again."""
    answers = iter([["127.0.0.1"], ["10.0.0.1"]])
    looked_up = []

    def rebinding(host: str, _: int) -> Sequence[str]:
        looked_up.append(host)
        return next(answers)

    port = site.url.rpartition(":")[2]
    name = f"http://rebinding.example:{port}/"
    site.pages["/"] = Page("judged")
    client = Fetcher(Addresses(LOOPBACK, lookup=rebinding))

    assert client.get(name).body == b"judged"
    assert site.asked[0].headers["Host"] == f"rebinding.example:{port}"
    assert looked_up == ["rebinding.example"]
    with pytest.raises(AddressRefused):
        client.get(name)


# --- Size ----------------------------------------------------------------------


def test_a_packed_page_is_unpacked(site: Site) -> None:
    text = b"words " * 40_000
    site.pages["/"] = Page(gzip.compress(text), headers={"Content-Encoding": "gzip"})

    assert fetcher().get(site.url).body == text


def test_a_bomb_is_not_unpacked(site: Site) -> None:
    """256 kB that would unpack to 256 MB ends at the limit, in little memory and time."""
    packing = zlib.compressobj(9, wbits=31)
    zeros = bytes(1 << 20)
    bomb = b"".join(packing.compress(zeros) for _ in range(256)) + packing.flush()
    site.pages["/"] = Page(bomb, headers={"Content-Encoding": "gzip"})
    began = time.process_time()

    with pytest.raises(NotFetched, match="larger than 2,000,000 bytes"):
        fetcher().get(site.url, most=2_000_000)
    assert time.process_time() - began < 2


def test_a_long_answer_ends_at_the_limit(site: Site) -> None:
    def forever(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.0 200 OK\r\n\r\n")
        while True:
            handler.wfile.write(b"x" * 65_536)

    site.pages["/"] = Page(then=forever)

    with pytest.raises(NotFetched, match="larger than"):
        fetcher().get(site.url, most=1_000_000)


@pytest.mark.parametrize("packing", ["br", "gzip, gzip", "deflate", "zstd"])
def test_a_packing_that_was_not_asked_for_is_refused(site: Site, packing: str) -> None:
    site.pages["/"] = Page(b"x", headers={"Content-Encoding": packing})

    with pytest.raises(NotFetched, match="not asked for"):
        fetcher().get(site.url)


@pytest.mark.parametrize("body", [b"no gzip at all", gzip.compress(b"words" * 99)[:-9]])
def test_a_broken_packing_is_told(site: Site, body: bytes) -> None:
    site.pages["/"] = Page(body, headers={"Content-Encoding": "gzip"})

    with pytest.raises(NotFetched):
        fetcher().get(site.url)


# --- Time ----------------------------------------------------------------------


def drip(handler: BaseHTTPRequestHandler, start: bytes, piece: bytes) -> None:
    handler.wfile.write(start)
    while True:
        handler.wfile.write(piece)
        handler.wfile.flush()
        time.sleep(0.05)


def wait_and_redirect(handler: BaseHTTPRequestHandler) -> None:
    time.sleep(0.3)
    handler.wfile.write(b"HTTP/1.0 302 Found\r\nLocation: /\r\n\r\n")


OK = b"HTTP/1.0 200 OK\r\n"
SLOW: dict[str, Callable[[BaseHTTPRequestHandler], None]] = {
    "silent": lambda _: time.sleep(3),
    "headers": lambda h: drip(h, OK, b"X: y\r\n"),
    "one header": lambda h: drip(h, OK + b"X: ", b"y"),
    "body": lambda h: drip(h, OK + b"\r\n", b"x"),
    "promised": lambda h: drip(h, OK + b"Content-Length: 9999\r\n\r\n", b"x"),
    "redirects": wait_and_redirect,
}


@pytest.mark.parametrize("kind", SLOW)
def test_a_slow_server_is_given_so_many_seconds_in_all(site: Site, kind: str) -> None:
    site.pages["/"] = Page(then=SLOW[kind])
    began = time.monotonic()

    with pytest.raises(NotFetched, match=r"within 0\.7 seconds"):
        fetcher(patience=0.7).get(site.url)
    assert time.monotonic() - began < 2.5


def test_a_port_where_nobody_answers_is_told() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]

    with pytest.raises(NotFetched, match="nothing answers there"):
        fetcher().get(f"http://127.0.0.1:{port}/")


@pytest.mark.parametrize(
    "answer", [b"", b"SSH-2.0-hello\r\n", b"HTTP/1.0 999999 x\r\n\r\n", b"\x00" * 99]
)
def test_what_is_no_http_is_told(site: Site, answer: bytes) -> None:
    site.pages["/"] = Page(then=lambda h: (h.wfile.write(answer), None)[1])

    with pytest.raises(NotFetched):
        fetcher().get(site.url)


# --- TLS -----------------------------------------------------------------------


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    made = tmp_path / "both.pem"
    subprocess.run(
        [
            "openssl",
            "req",
            "-x509",
            "-newkey",
            "rsa:2048",
            "-nodes",
            "-days",
            "2",
            "-subj",
            "/CN=news.example",
            "-addext",
            "subjectAltName=DNS:news.example",
            "-keyout",
            str(made),
            "-out",
            str(tmp_path / "cert.pem"),
        ],
        check=True,
        capture_output=True,
    )
    with made.open("ab") as both:
        both.write((tmp_path / "cert.pem").read_bytes())
    return made


def tls_server(certificate: Path) -> socket.socket:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    listener = context.wrap_socket(
        socket.create_server(("127.0.0.1", 0)), server_side=True
    )

    def serve() -> None:
        while True:
            try:
                connection, _ = listener.accept()
            except ssl.SSLError:
                continue
            except OSError:
                return
            with connection:
                connection.recv(65_536)
                connection.sendall(b"HTTP/1.0 200 OK\r\n\r\nsecret")

    threading.Thread(target=serve, daemon=True).start()
    return listener


def test_the_certificate_is_that_of_the_name_and_not_of_the_address(
    certificate: Path,
) -> None:
    with tls_server(certificate) as server:
        port = server.getsockname()[1]
        addresses = Addresses(LOOPBACK, lookup=lambda *_: ["127.0.0.1"])
        trusting = Fetcher(
            addresses, tls=ssl.create_default_context(cafile=str(certificate))
        )

        assert trusting.get(f"https://news.example:{port}/").body == b"secret"
        for client, name in (
            (trusting, "other.example"),
            (Fetcher(addresses), "news.example"),
        ):
            with pytest.raises(NotFetched, match="certificate"):
                client.get(f"https://{name}:{port}/")
