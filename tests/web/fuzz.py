"""Requests as nobody means them: right in parts, wrong in any place."""

import json
from dataclasses import dataclass, field
from typing import Any

from hypothesis import strategies as st

from tests.web.sent import SAMPLES

PLACES = (
    "/ /read /compare /feeds /feeds/1 /feeds/preview /feeds/1/remove /feeds/forget "
    "/checks /checks/date-differs /quality /sign-in /sign-out /samples/x /problems/x "
    "/healthz /readyz /openapi.json /schemas/x.json /static/base.css "
    "/api/v1/annotations /api/v1/comparisons /api/v1/reports /api/v1/reports/x "
    "/api/v1/checks /api/v1/checks/x /api/v1/feedback "
    "/lessons /lessons/x /lessons/x/reports /lessons/x/board /lessons/x/marks.csv "
    "/lessons/x/state /lessons/x/reveal /lessons/ready/x /join /class /class/1 "
    "/class/marks /class/state /class/finished /class/leave /shared/x /privacy "
    "/teacher/sign-in /teacher/sign-out /metrics "
    "/api/v1/lessons/join /api/v1/lessons/marks /api/v1/lessons/state"
).split()
METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "X")
NAMES = (
    "url title publisher author published language text html links kind label reports "
    "looked_in cut_short checks lesson id annotation check verdict note href after "
    "limit sample csrf_token token next sure "
    "code title task check keep_days name password ready marks state number"
).split()
TYPES = (
    "application/json",
    "application/json; charset=utf-16",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "multipart/form-data",
    "text/plain",
    "",
)
_TEXT = SAMPLES[0]["text"][:400]

words = st.text(max_size=40) | st.sampled_from(
    (
        _TEXT,
        "2024-06-31",
        "2024-06-24T25:00",
        "1e999",
        "date-differs",
        "all",
        "\x00",
        "٣",
        "https://[",
        "<p>" * 50,
        _TEXT + "“" * 60,
        "a " * 3_000,
    )
)
values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | words
    | st.just(2**70)
    | st.sampled_from(SAMPLES[:2]),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(NAMES) | st.text(max_size=5), inner, max_size=5
        )
    ),
    max_leaves=12,
)
articles = st.fixed_dictionaries(
    {"text": words}, optional={name: values for name in NAMES if name != "text"}
)


@dataclass(frozen=True, slots=True)
class Sent:
    """A request. Header values are what Latin-1 can write."""

    method: str
    path: str
    query: dict[str, str] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""


def _json(value: Any) -> bytes:  # noqa: ANN401 - JSON
    return json.dumps(value).encode(errors="surrogatepass")


headers = st.dictionaries(
    st.sampled_from(
        (
            "Origin",
            "Host",
            "Cookie",
            "Authorization",
            "Sec-Fetch-Site",
            "Accept",
            "If-None-Match",
            "Range",
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-CSRF-Token",
            "Content-Encoding",
        )
    ),
    st.text(st.characters(min_codepoint=32, max_codepoint=255), max_size=30)
    | st.sampled_from(("http://localhost", "localhost", "Bearer x", "null", "gzip")),
    max_size=2,
)
bodies = st.one_of(
    st.just(b""),
    articles.map(_json),
    values.map(_json),
    st.binary(max_size=60),
    st.dictionaries(st.sampled_from(NAMES), words, max_size=4).map(
        lambda form: "&".join(f"{k}={v}" for k, v in form.items()).encode(
            errors="replace"
        )
    ),
    st.just(
        b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.json"\r\n\r\n'
        b"{}\r\n--x--\r\n"
    ),
)
requests = st.builds(
    Sent,
    method=st.sampled_from(METHODS) | st.just("POST") | st.just("GET"),
    path=st.sampled_from(PLACES)
    | st.text(st.characters(min_codepoint=33, max_codepoint=0x2FF), max_size=12).map(
        lambda end: f"/{end}"
    )
    | st.tuples(st.sampled_from(PLACES), st.text(max_size=6)).map("/".join),
    query=st.dictionaries(st.sampled_from(NAMES), words, max_size=2),
    headers=st.tuples(headers, st.sampled_from(TYPES)).map(
        lambda both: {**both[0], "Content-Type": both[1]}
    ),
    body=bodies,
)


def is_answer(status: int, kind: str, body: bytes) -> bool:
    """Tell whether an answer is a page, JSON, or a problem that says what it is.

    A fault (500) is none: whatever was sent, somebody should have foreseen it.
    """
    if b"Traceback" in body or b'File "' in body:
        return False
    if status < 400 or not body:
        return status < 500
    if kind == "application/problem+json":
        problem = json.loads(body)
        return bool(
            problem["type"].startswith("/problems/")
            and problem["status"] == status
            and problem["type"] != "/problems/internal"
        )
    return kind.startswith("text/html") and b"<h1>" in body and status != 500
