import socket
import subprocess
import sys

import pytest

from sidelight.web.refusals import AddressInUse, AddressUnusable
from sidelight.web.serving import listen


def test_a_port_that_is_taken_says_what_to_do() -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as other,
        pytest.raises(AddressInUse, match="choose another port"),
    ):
        listen("127.0.0.1", other.getsockname()[1])


@pytest.mark.parametrize(
    ("host", "port"), [("127.0.0.1", 70_000), ("192.0.2.1", 0), ("no host", 0)]
)
def test_an_address_that_this_machine_does_not_have_says_so(
    host: str, port: int
) -> None:
    with pytest.raises(AddressUnusable, match="Choose an address"):
        listen(host, port)


def test_starting_up_imports_nothing_that_is_slow() -> None:
    slow = "sklearn trafilatura alembic scipy lxml"
    script = (
        "import sys, sidelight.web; from pathlib import Path;"
        "from sidelight.settings import Settings;"
        "sidelight.web.create_app(Settings(Path('.'), 'sqlite://'));"
        f"print([n for n in {slow!r}.split() if n in sys.modules])"
    )

    found = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )

    assert found.stdout.strip() == "[]"
