"""nginx as it is configured for others, before a real service, over TLS."""

import re
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPSConnection
from pathlib import Path

import orjson
import pytest

from tests.web.launched import ask, free_port, running
from tests.web.sent import WIRE

CONFIGURATION = Path(__file__).parents[2] / "server" / "deploy" / "nginx.conf"
NGINX = shutil.which("nginx", path="/usr/sbin:/usr/local/sbin:/usr/bin:/usr/local/bin")

pytestmark = pytest.mark.skipif(
    NGINX is None or not shutil.which("openssl"), reason="nginx is not installed here"
)


def configured(folder: Path, app: int, plain: int, secure: int) -> Path:
    """Write the configuration with the ports and the folder of a test."""
    text = CONFIGURATION.read_text(encoding="utf-8")
    text = text.replace("server app:8765;", f"server 127.0.0.1:{app};")
    text = text.replace("listen 8080;", f"listen 127.0.0.1:{plain};")
    text = text.replace("listen 8443 ssl;", f"listen 127.0.0.1:{secure} ssl;")
    text = re.sub(r"(?<= )/tmp/", f"{folder}/", text)
    text = text.replace("/etc/sidelight/tls/", f"{folder}/")
    text = text.replace("error_log stderr crit;", f"error_log {folder}/log crit;")
    if not _speaks_new_http2():  # before nginx 1.25.1 it stood beside the port
        text = text.replace("http2 on;", "").replace(" ssl;", " ssl http2;")
    file = folder / "nginx.conf"
    file.write_text(text)
    return file


def _speaks_new_http2() -> bool:
    told = subprocess.run(
        [str(NGINX), "-v"], capture_output=True, text=True, check=True
    )
    version = re.search(r"nginx/(\d+)\.(\d+)\.(\d+)", told.stderr)
    return version is not None and tuple(map(int, version.groups())) >= (1, 25, 1)


@pytest.fixture(scope="module")
def ports(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[int, int, int]]:
    """Have a service and nginx before it; yields the app's and nginx's two ports."""
    folder = tmp_path_factory.mktemp("nginx")
    making = "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost"
    subprocess.run(
        [*making.split(), "-keyout", "privkey.pem", "-out", "fullchain.pem"],
        cwd=folder,
        check=True,
        capture_output=True,
    )
    with running(folder) as (_, app):
        plain, secure = free_port(), free_port()
        file = configured(folder, app, plain, secure)
        server = subprocess.Popen(
            [
                str(NGINX),
                "-e",
                f"{folder}/log",
                "-p",
                folder,
                "-c",
                file,
                "-g",
                "daemon off;",
            ]
        )
        try:
            until = time.monotonic() + 20
            while time.monotonic() < until:
                try:
                    socket.create_connection(("127.0.0.1", secure), 1).close()
                    break
                except OSError:
                    assert server.poll() is None, (folder / "log").read_text()
                    time.sleep(0.05)
            yield app, plain, secure
        finally:
            server.terminate()
            server.wait(20)


def over_tls(
    port: int, method: str, address: str, body: bytes | None = None
) -> tuple[int, dict[str, str], bytes]:
    trusting = ssl.create_default_context()
    trusting.check_hostname = False
    trusting.verify_mode = ssl.CERT_NONE
    with closing(
        HTTPSConnection("127.0.0.1", port, context=trusting, timeout=30)
    ) as one:
        headers = {"Content-Type": "application/json", "Host": "localhost"}
        one.request(method, address, body, headers)
        answer = one.getresponse()
        return answer.status, dict(answer.getheaders()), answer.read()


def test_the_configuration_is_sound(
    tmp_path: Path, ports: tuple[int, int, int]
) -> None:
    del ports  # which made the certificate
    for name in ("privkey.pem", "fullchain.pem"):
        found = next(tmp_path.parent.glob(f"nginx*/{name}"))
        shutil.copy(found, tmp_path / name)
    file = configured(tmp_path, 1, 2, 3)

    done = subprocess.run(
        [str(NGINX), "-t", "-e", f"{tmp_path}/log", "-p", tmp_path, "-c", file],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    assert "warn" not in done.stderr


def test_notes_come_through_tls(ports: tuple[int, int, int]) -> None:
    body = orjson.dumps({**WIRE, "reports": []})

    code, headers, page = over_tls(ports[2], "POST", "/api/v1/annotations", body)

    assert code == 200
    assert orjson.loads(page)["type"] == "AnnotationPage"
    assert re.fullmatch(r"[0-9a-f]{32}", headers["X-Request-ID"])
    assert headers["Server"] == "nginx", "and no version of it"


def test_plain_http_is_sent_to_tls(ports: tuple[int, int, int]) -> None:
    assert ask(ports[1], "/alive")[0].status == 204
    answer, _ = ask(ports[1], "/checks")

    assert answer.status == 308
    assert (answer.headers["Location"] or "").startswith("https://")


def test_figures_are_not_for_the_outside(ports: tuple[int, int, int]) -> None:
    assert over_tls(ports[2], "GET", "/metrics")[0] == 404
    assert ask(ports[0], "/metrics")[0].status == 200


def test_what_is_too_large_goes_no_further(ports: tuple[int, int, int]) -> None:
    code, _, _ = over_tls(ports[2], "POST", "/api/v1/reports", b"{" * (17 << 20))

    assert code == 413
