import socket
import subprocess
import sys
from dataclasses import replace

import pytest

from sidelight.settings import Settings
from sidelight.store import open_store
from sidelight.web.refusals import AddressInUse, AddressUnusable, NoTokens
from sidelight.web.serving import demand_tokens, listen


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


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1"])  # noqa: S104
def test_nobody_else_can_reach_it_before_somebody_has_a_token(
    settings: Settings, host: str
) -> None:
    away = replace(settings, host=host)
    with pytest.raises(NoTokens, match="sidelight tokens add"):
        demand_tokens(away)

    with open_store(settings.database_url) as store:
        store.tokens.add("one", [])
    demand_tokens(away)


def test_at_home_no_store_is_opened_before_it_is_needed(settings: Settings) -> None:
    demand_tokens(settings)

    assert not (settings.data_dir / "sidelight.sqlite3").exists()


def test_behind_a_proxy_without_a_token_it_says_so(
    settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    demand_tokens(replace(settings, trust_proxy=1))

    assert "sidelight tokens add" in caplog.text


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
