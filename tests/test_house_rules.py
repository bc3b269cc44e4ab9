"""The rules of the house that a machine can hold.

Data flows one way: a layer imports the layers named before it, never one named
after. Each outside library is known to few layers. Checks are pure and strangers
to each other, and the words of a verdict stand in none of them.
"""

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from sidelight.checks import every_check

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "server" / "sidelight"

LAYERS = (
    "__init__",
    "messages",
    "model",
    "errors",
    "deadline",
    "settings",
    "locales",
    "packaged",
    "packing",
    "models",
    "samples",
    "pages",
    "readings",
    "related",
    "checks",
    "fragments",
    "annotations",
    "sidebyside",
    "lessons",
    "store",
    "ingest",
    "pipeline",
    "web",
    "training",
    "shown",
    "terminal",
    "terminal_table",
    "commands",
    "cli",
)
KNOWN_ONLY_TO = {
    "alembic": {"store"},
    "babel": {"locales", "readings", "training"},
    "argon2": {"lessons"},
    "bs4": {"pages"},
    "click": {"cli", "commands"},
    "feedparser": {"ingest"},
    "flask": {"web"},
    "flask_openapi3": {"web"},
    "gunicorn": {"web"},
    "joblib": {"readings", "related", "training"},
    "msgspec": {"store", "training"},
    "numpy": {"readings", "related", "training"},
    "prometheus_client": {"web"},
    "pydantic": {"web"},
    "rich": {"terminal", "terminal_table"},
    "sklearn": {"training"},
    "sqlalchemy": {"store"},
    "Stemmer": {"readings"},
    "trafilatura": {"pages"},
    "urllib3": {"ingest"},
    "waitress": {"web"},
}
MODULES = sorted(PACKAGE.rglob("*.py"))
CHECKS = [
    path for path in sorted(PACKAGE.glob("checks/*.py")) if path.stem != "__init__"
]
BARRED = re.compile(
    r"\b(?:false|true|fake|lie[sd]?|biased?|misleading|propaganda|claims|only|admits)\b",
    re.IGNORECASE,
)


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            yield node.module or ""
            if node.module == "sidelight":
                yield from (f"sidelight.{alias.name}" for alias in node.names)


def layer_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def relative(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", MODULES, ids=relative)
def test_imports_only_what_came_before(path: Path) -> None:
    layer = layer_of(path)
    allowed = LAYERS[: LAYERS.index(layer) + 1]
    for name in imports(path):
        top, *rest = name.split(".")
        if top == "sidelight" and rest and rest[0] != "__version__":
            assert rest[0] in allowed, f"{layer} must not know {name}"
        assert layer in KNOWN_ONLY_TO.get(top, {layer}), f"{layer} must not know {top}"


@pytest.mark.parametrize("path", MODULES, ids=relative)
def test_only_settings_reads_the_environment(path: Path) -> None:
    if layer_of(path) != "settings":
        assert not re.search(r"\bos\.(?:environ|getenv)\b", path.read_text())


@pytest.mark.parametrize("path", CHECKS, ids=relative)
def test_a_check_is_pure_and_knows_no_other(path: Path) -> None:
    outside = {"os", "io", "time", "random", "pathlib", "datetime", "logging", "socket"}

    assert not [name for name in imports(path) if name.startswith("sidelight.checks")]
    assert not outside & {name.split(".")[0] for name in imports(path)}


@pytest.mark.parametrize("path", MODULES, ids=relative)
def test_what_was_read_is_told_from_what_was_sent(path: Path) -> None:
    if layer_of(path) in {"readings", "related", "checks"}:
        reads_as_sent = path == PACKAGE / "readings" / "__init__.py"
        assert reads_as_sent or "article.text" not in path.read_text(), "Reading.text"


@pytest.mark.parametrize("path", CHECKS, ids=relative)
def test_every_check_has_its_test_file(path: Path) -> None:
    assert (ROOT / "tests" / "checks" / f"test_{path.name}").exists()


@pytest.mark.parametrize("path", CHECKS, ids=relative)
def test_what_a_check_says_to_a_reader_holds_no_verdict(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.keyword) and node.arg in {"message", "next"}:
            for part in ast.walk(node.value):
                if isinstance(part, ast.Constant) and isinstance(part.value, str):
                    assert not BARRED.search(part.value), part.value


@pytest.mark.parametrize("check", every_check(), ids=lambda check: check.ID)
def test_a_label_holds_no_verdict_and_the_id_is_the_file(check: object) -> None:
    label, name = check.LABEL, check.__name__  # type: ignore[attr-defined]

    assert not BARRED.search(label)
    assert name.rpartition(".")[2].replace("_", "-") == check.ID  # type: ignore[attr-defined]
    assert (check.__doc__ or "").startswith(label + "\n")


def test_no_registry_and_no_place_on_one_machine_is_named() -> None:
    held = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True
    ).stdout.decode()
    hosts = re.compile(r"pypi\.org|pythonhosted|registry\.npmjs|deb\.debian\.org")
    for name in filter(None, held.split("\0")):
        path = ROOT / name
        if (
            path == Path(__file__)
            or not path.is_file()
            or path.suffix in {".png", ".joblib"}
        ):
            continue
        assert not hosts.search(path.read_text(encoding="utf-8")), name


# What Windows does not have, and the two files that only a POSIX system runs.
POSIX_MODULES = frozenset("fcntl grp gunicorn pty pwd resource syslog termios".split())
POSIX_CALLS = re.compile(
    r"\bos\.(?:fork|kill|killpg|setsid|get(?:e?[ug]id|ppid|pgid)|set(?:e?[ug]id)|chown"
    r"|mkfifo|wait\w*|uname|sysconf|sched_\w+|register_at_fork|O_NOFOLLOW)\b"
    r"|\bsignal\.(?:SIG(?:HUP|KILL|USR[12]|ALRM|CHLD)|alarm|setitimer)\b|SO_SNDTIMEO"
)
POSIX_FILES = {
    PACKAGE / "web" / "gunicorn_app.py",
    PACKAGE / "web" / "patient_worker.py",
}


@pytest.mark.parametrize("path", MODULES, ids=relative)
def test_what_windows_does_not_have_is_called_in_one_place(path: Path) -> None:
    if path not in POSIX_FILES:
        used = {name.split(".")[0] for name in imports(path)} & POSIX_MODULES
        assert not used
        assert not POSIX_CALLS.search(path.read_text(encoding="utf-8"))
