"""When a request is whole, told byte by byte."""

import sys

import pytest

if sys.platform == "win32":  # gunicorn is for POSIX systems
    pytest.skip("gunicorn does not run here", allow_module_level=True)

from sidelight.web.body import MAX_BODY
from sidelight.web.patient_worker import MOST_HEADERS, Arrival

GET = b"GET / HTTP/1.1\r\nHost: a\r\n\r\n"
POST = b"POST / HTTP/1.1\r\nContent-Length: 5\r\n\r\nhello"
CHUNKED = (
    b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n"
)


@pytest.mark.parametrize("request_", [GET, POST, CHUNKED])
@pytest.mark.parametrize("size", [1, 7, 1000])
def test_a_request_is_whole_with_its_last_byte(request_: bytes, size: int) -> None:
    arrival = Arrival()
    for at in range(0, len(request_), size):
        assert not arrival.is_whole
        arrival.add(request_[at : at + size])

    assert arrival.is_whole
    assert bytes(arrival.data) == request_


@pytest.mark.parametrize(
    "name", [b"content-length", b"Content-Length", b"CONTENT-LENGTH"]
)
def test_the_length_is_told_in_any_case(name: bytes) -> None:
    arrival = Arrival()
    arrival.add(POST.replace(b"Content-Length", name)[:-1])
    assert not arrival.is_whole


def test_what_is_too_large_is_not_waited_for() -> None:
    too_large = POST.replace(b"5\r\n", b"%d\r\n" % (MAX_BODY + 1))
    endless = Arrival()
    endless.add(b"GET / HTTP/1.1\r\nX: " + b"a" * MOST_HEADERS)
    body = Arrival()
    body.add(too_large)

    assert endless.is_endless
    assert not endless.is_whole
    assert body.is_whole


def test_a_client_that_waits_to_be_told_so_is_told_once() -> None:
    arrival = Arrival()
    head, _, body = POST.partition(b"\r\n\r\n")

    assert arrival.add(head + b"\r\nExpect: 100-continue\r\n\r\n")
    assert not arrival.add(body)
    assert arrival.is_whole
