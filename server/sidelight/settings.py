"""The one reader of the environment: SIDELIGHT_* variables, with their defaults."""

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NamedTuple

from platformdirs import user_data_path

from sidelight.errors import InvalidInput
from sidelight.messages import message

PROVIDERS = ("gdelt", "google-fact-check", "wikipedia-current-events")


LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
"""The names of this machine for itself."""

MOST_PROXIES = 9
_LEAST_SECRET = 32  # characters
_SECONDS = {"second": 1, "minute": 60, "hour": 3600}
_LIMIT = re.compile(r"([1-9]\d{0,6})/(?:([1-9]\d{0,3}) )?(second|minute|hour)s?")


class Limit(NamedTuple):
    """How often something may happen within so many seconds."""

    most: int
    seconds: int


# Ten requests a second are what one worker on two cores can answer with notes. Of a
# class behind one address everybody may mistype a lesson's code twice.
REQUESTS = Limit(600, 60)
GUESSES = Limit(60, 600)


@dataclass(frozen=True, slots=True)
class Settings:
    """How this installation is set up.

    `data_dir` holds what is stored; `database_url` is an SQLAlchemy URL, an
    SQLite file in `data_dir` unless it is set. `host` and `port` are where the
    service listens.

    `fetch` lets the service fetch the feeds that its users name; the command line
    always may. `fetch_inside` are private networks ("10.1.0.0/16") that may be
    fetched from, `contact` is added to what names us to the servers that are asked.
    Reports that nobody asked to keep are forgotten after `keep_days`; 0 is never.
    One request may take `time_limit` seconds; 0 is as long as it likes. `log` says
    whether each request has a line in the log, or faults alone.
    `allowed_hosts` are names that the service goes by beside those of this machine
    and `host`; `trust_proxy` is how many reverse proxies stand before it whose headers
    are believed. `secret_key` signs the cookies; without it a key is kept in `data_dir`.
    `limit` is how often one token or address may ask, where the service is open to
    others; `guesses` how often one address may be wrong. Several workers count in the
    database, or in the Redis at `redis_url`.
    `providers` are asked for other reports of an article's event; `fact_check_key`
    is the user's own key for the Google Fact Check Tools. `locales` is a folder of more
    catalogues, for those who add a language.
    """

    data_dir: Path
    database_url: str
    host: str = "127.0.0.1"
    port: int = 8765
    fetch: bool = False
    fetch_inside: tuple[str, ...] = ()
    contact: str = ""
    keep_days: int = 30
    providers: tuple[str, ...] = ()
    fact_check_key: str = ""
    locales: Path | None = None
    time_limit: float = 10.0
    log: Literal["errors", "requests"] = "errors"
    allowed_hosts: tuple[str, ...] = ()
    trust_proxy: int = 0
    secret_key: str = ""
    limit: Limit | None = REQUESTS
    guesses: Limit = GUESSES
    redis_url: str = ""

    @property
    def feedback(self) -> Path:
        """The file of what readers thought of notes, one JSON object a line."""
        return self.data_dir / "feedback.jsonl"

    @property
    def is_open(self) -> bool:
        """Whether others than this machine's own users can reach the service."""
        listens = self.host.lower() not in LOOPBACK
        return listens or self.trust_proxy > 0 or bool(self.allowed_hosts)


def load() -> Settings:
    """Read the settings from the environment.

    SIDELIGHT_DATA_DIR, SIDELIGHT_DATABASE_URL, SIDELIGHT_HOST, SIDELIGHT_PORT,
    SIDELIGHT_FETCH (on or off), SIDELIGHT_FETCH_INSIDE (networks, spaces between),
    SIDELIGHT_CONTACT, SIDELIGHT_KEEP_DAYS, SIDELIGHT_PROVIDERS (names, spaces
    between), SIDELIGHT_FACT_CHECK_KEY, SIDELIGHT_ALLOWED_HOSTS (names, spaces
    between), SIDELIGHT_TRUST_PROXY (a number), SIDELIGHT_SECRET_KEY, SIDELIGHT_LIMIT
    ("600/minute", or off), SIDELIGHT_GUESSES ("60/10 minutes"), SIDELIGHT_REDIS_URL,
    SIDELIGHT_LOCALES (a folder), SIDELIGHT_TIME_LIMIT (seconds, 0 for none),
    SIDELIGHT_LOG (errors or requests).
    Raises `InvalidInput` for what cannot be meant.
    """
    data_dir = Path(
        os.environ.get("SIDELIGHT_DATA_DIR") or user_data_path("sidelight")
    ).absolute()
    database_url = (
        os.environ.get("SIDELIGHT_DATABASE_URL")
        or f"sqlite:///{data_dir / 'sidelight.sqlite3'}"
    )
    return Settings(
        data_dir=data_dir,
        database_url=database_url,
        host=os.environ.get("SIDELIGHT_HOST") or "127.0.0.1",
        port=_port(os.environ.get("SIDELIGHT_PORT") or "8765"),
        fetch=_switch("SIDELIGHT_FETCH"),
        fetch_inside=tuple(os.environ.get("SIDELIGHT_FETCH_INSIDE", "").split()),
        contact=" ".join(os.environ.get("SIDELIGHT_CONTACT", "").split()),
        keep_days=_days(os.environ.get("SIDELIGHT_KEEP_DAYS") or "30"),
        providers=_providers(os.environ.get("SIDELIGHT_PROVIDERS", "")),
        fact_check_key=_key("SIDELIGHT_FACT_CHECK_KEY"),
        locales=_folder("SIDELIGHT_LOCALES"),
        time_limit=_seconds(os.environ.get("SIDELIGHT_TIME_LIMIT") or "10"),
        log=_log(os.environ.get("SIDELIGHT_LOG") or "errors"),
        allowed_hosts=_hosts(os.environ.get("SIDELIGHT_ALLOWED_HOSTS", "")),
        trust_proxy=_proxies(os.environ.get("SIDELIGHT_TRUST_PROXY") or "0"),
        secret_key=_secret(os.environ.get("SIDELIGHT_SECRET_KEY", "")),
        limit=_limit("SIDELIGHT_LIMIT", REQUESTS),
        guesses=_limit("SIDELIGHT_GUESSES", GUESSES) or GUESSES,
        redis_url=os.environ.get("SIDELIGHT_REDIS_URL", "").strip(),
    )


def _hosts(written: str) -> tuple[str, ...]:
    names = tuple(dict.fromkeys(written.replace(",", " ").lower().split()))
    for name in names:
        if not re.fullmatch(r"[a-z0-9._-]+|[0-9a-f:]+", name):
            raise InvalidInput(
                f"SIDELIGHT_ALLOWED_HOSTS names {name!r}; a host's name is expected, "
                "without https://, port or *."
            )
    return names


def _proxies(written: str) -> int:
    if written.isdecimal() and int(written) <= MOST_PROXIES:
        return int(written)
    raise InvalidInput(
        f"SIDELIGHT_TRUST_PROXY is {written!r}; the number of reverse proxies before "
        "the service is expected, 0 for none."
    )


def _secret(written: str) -> str:
    if 0 < len(written.strip()) < _LEAST_SECRET:
        raise InvalidInput(
            f"SIDELIGHT_SECRET_KEY is shorter than {_LEAST_SECRET} characters. "
            "`python -c 'import secrets; print(secrets.token_hex())'` makes one."
        )
    return written.strip()


def _limit(name: str, otherwise: Limit) -> Limit | None:
    written = os.environ.get(name)
    if not written:
        return otherwise
    if written == "off":
        return None
    found = _LIMIT.fullmatch(written)
    if found is None:
        raise InvalidInput(f"{name} is {written!r}; it is written like 60/10 minutes.")
    times, spans, span = found.groups()
    return Limit(int(times), int(spans or 1) * _SECONDS[span])


def _providers(written: str) -> tuple[str, ...]:
    names = tuple(dict.fromkeys(written.replace(",", " ").split()))
    for name in names:
        if name not in PROVIDERS:
            raise InvalidInput(
                message(
                    "SIDELIGHT_PROVIDERS names %(name)s; there are %(providers)s.",
                    name=repr(name),
                    providers=", ".join(PROVIDERS),
                )
            )
    if "google-fact-check" in names and not _key("SIDELIGHT_FACT_CHECK_KEY"):
        raise InvalidInput(
            message("google-fact-check needs a SIDELIGHT_FACT_CHECK_KEY.")
        )
    return names


def _key(name: str) -> str:
    written = os.environ.get(name, "").strip()
    if written.isascii() and written.isprintable():
        return written
    raise InvalidInput(message("%(name)s is no key.", name=name))


def _folder(name: str) -> Path | None:
    written = os.environ.get(name, "").strip()
    if not written or Path(written).is_dir():
        return Path(written) if written else None
    raise InvalidInput(
        message(
            "%(name)s is %(written)s; a folder is expected.",
            name=name,
            written=repr(written),
        )
    )


def _switch(name: str) -> bool:
    written = (os.environ.get(name) or "off").lower()
    if written not in {"on", "off"}:
        raise InvalidInput(
            message(
                "%(name)s is %(written)s; on or off is expected.",
                name=name,
                written=repr(written),
            )
        )
    return written == "on"


def _days(written: str) -> int:
    if written.isdecimal() and int(written) < 100_000:  # noqa: PLR2004
        return int(written)
    raise InvalidInput(
        message(
            "SIDELIGHT_KEEP_DAYS is %(written)s; a number of days is expected, or 0.",
            written=repr(written),
        )
    )


def _seconds(written: str) -> float:
    if written.isdecimal() and int(written) <= 600:  # noqa: PLR2004
        return float(written)
    raise InvalidInput(
        f"SIDELIGHT_TIME_LIMIT is {written!r}; seconds up to 600 are expected, or 0."
    )


def _log(written: str) -> Literal["errors", "requests"]:
    match written.lower():
        case "errors":
            return "errors"
        case "requests":
            return "requests"
    raise InvalidInput(f"SIDELIGHT_LOG is {written!r}; errors or requests is expected.")


_METRICS = "PROMETHEUS_MULTIPROC_DIR"


def share_metrics(folder: Path) -> None:
    """Have this process and its workers count in `folder`.

    The package that counts reads this variable when it is imported.
    """
    os.environ[_METRICS] = str(folder)


def metrics_folder() -> Path | None:
    """Return where workers count together, or `None` where one counts alone."""
    folder = os.environ.get(_METRICS)
    return Path(folder) if folder else None


def _port(written: str) -> int:
    if written.isdecimal() and 0 < int(written) < 65536:  # noqa: PLR2004
        return int(written)
    raise InvalidInput(
        message(
            "SIDELIGHT_PORT is %(written)s; a number up to 65535 is expected.",
            written=repr(written),
        )
    )
