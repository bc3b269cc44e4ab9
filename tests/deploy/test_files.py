"""What server/deploy says, held against what can be held here.

No container engine runs where these tests do: the image is not built. The files are
read as their programs read them, and the rules that matter are looked up in them.
"""

import plistlib
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
import yaml

from sidelight.cli import main

ROOT = Path(__file__).parent.parent.parent
DEPLOY = ROOT / "server" / "deploy"
SETTINGS = (ROOT / "server" / "sidelight" / "settings.py").read_text(encoding="utf-8")


def instructions() -> list[tuple[str, str]]:
    """Return the Dockerfile's instructions with their arguments, lines joined."""
    text = (DEPLOY / "Dockerfile").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    joined = re.sub(r"\\\n\s*", " ", "\n".join(lines))
    split = (line.partition(" ") for line in joined.splitlines() if line.strip())
    return [(name, rest.strip()) for name, _, rest in split]


def given(name: str) -> list[str]:
    return [rest for found, rest in instructions() if found == name]


def compose() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((DEPLOY / "compose.yaml").read_text())
    return found


# --- The image -------------------------------------------------------------------


def test_the_image_knows_its_instructions_alone() -> None:
    known = set(
        "FROM WORKDIR COPY RUN ENV USER VOLUME EXPOSE STOPSIGNAL HEALTHCHECK CMD".split()
    )

    assert {name for name, _ in instructions()} <= known
    assert instructions()[0][0] == "FROM"


def test_the_image_runs_as_nobody_in_particular_and_says_how_it_is() -> None:
    names = [name for name, _ in instructions()]

    assert given("USER") == ["10001:10001"]
    assert names.index("USER") < names.index("CMD")
    assert "RUN" not in names[names.index("USER") :]
    assert "/healthz" in given("HEALTHCHECK")[0]


def test_what_the_image_is_made_of_is_named_and_there() -> None:
    for base in given("FROM"):
        assert re.match(r"\S+:\d[\w.-]+(?: AS \w+)?$", base), "a version, not latest"
    for copied in given("COPY"):
        *sources, _ = shlex.split(copied)
        for source in sources:
            assert source.startswith(("--from", "/opt")) or (ROOT / source).exists()


def test_the_image_starts_a_command_that_there_is() -> None:
    [command] = given("CMD")
    program, name, *options = yaml.safe_load(command)

    assert program == "sidelight"
    known = {o for p in main.commands[name].params for o in p.opts}
    assert {option for option in options if option.startswith("--")} <= known


def test_the_lock_makes_constraints_of_names_and_versions_alone() -> None:
    script = re.search(r"sed -E '([^']+)'", given("RUN")[0])
    assert script
    lock = ROOT / "requirements.lock"

    made = subprocess.run(
        ["sed", "-E", script[1], lock], capture_output=True, text=True, check=True
    ).stdout.splitlines()

    assert len(made) > 30
    for line in made:
        assert re.fullmatch(r"[A-Za-z0-9._-]+==[\w.!+]+(?: ; .+)?", line), line


# --- Together --------------------------------------------------------------------


def test_every_service_is_read_only_and_gains_no_rights() -> None:
    for name, service in compose()["services"].items():
        assert service["read_only"] is True, name
        assert service["security_opt"] == ["no-new-privileges:true"], name
        assert "privileged" not in service
        assert "healthcheck" in service or "build" in service, name
        assert service["restart"] == "unless-stopped"


def test_nginx_alone_can_be_reached_and_the_database_by_the_app_alone() -> None:
    services = compose()["services"]

    assert [name for name, one in services.items() if "ports" in one] == ["nginx"]
    assert services["database"]["networks"] == ["inside"]
    assert "inside" not in services["nginx"]["networks"]
    assert compose()["networks"]["inside"] == {"internal": True}


def test_images_volumes_and_networks_are_named() -> None:
    whole = compose()
    for service in whole["services"].values():
        assert re.search(r":\d", service.get("image", ":0")), "a version, not latest"
        for network in service["networks"]:
            assert network in whole["networks"]
        for volume in service["volumes"]:
            source = volume.partition(":")[0]
            assert source in whole["volumes"] or source.startswith("./")
    assert (
        ROOT / "server/deploy" / whole["services"]["app"]["build"]["context"]
    ).resolve() == ROOT
    assert (ROOT / whole["services"]["app"]["build"]["dockerfile"]).exists()


@pytest.mark.parametrize("name", ["compose.yaml", "Dockerfile", "sidelight.service"])
def test_settings_that_are_set_are_settings_that_are_read(name: str) -> None:
    text = (DEPLOY / name).read_text(encoding="utf-8")
    set_ = set(re.findall(r"\b(SIDELIGHT_[A-Z_]+)\b", text)) - {"SIDELIGHT_NAME"}

    assert set_
    for variable in set_:
        assert variable in SETTINGS, variable


# --- Services of a system -----------------------------------------------------------


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="no systemd here")
@pytest.mark.parametrize("name", ["sidelight.service", "sidelight-user.service"])
def test_systemd_finds_nothing_wrong_with_the_units(tmp_path: Path, name: str) -> None:
    unit = tmp_path / name
    text = (DEPLOY / name).read_text(encoding="utf-8")
    unit.write_text(re.sub(r"(?<=ExecStart=)\S+", sys.executable, text))
    user = ["--user"] if "user" in name else []

    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", *user, str(unit)],
        capture_output=True,
        text=True,
        check=False,
    )

    told = [line for line in done.stderr.splitlines() if name in line]
    assert told == [], done.stderr


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="no systemd here")
def test_the_unit_leaves_little_open() -> None:
    done = subprocess.run(
        ["systemd-analyze", "security", "--offline=yes", DEPLOY / "sidelight.service"],
        capture_output=True,
        text=True,
        check=False,
    )
    level = re.search(r"exposure level for sidelight\.service: ([\d.]+)", done.stdout)

    assert level, done.stderr
    assert float(level[1]) < 3, "systemd's scale: 0 is closed, 10 is open"


def test_the_mac_and_windows_files_start_the_service() -> None:
    mac = plistlib.loads((DEPLOY / "sidelight.plist").read_bytes())
    windows = ET.parse(DEPLOY / "sidelight-task.xml").getroot()  # noqa: S314 - ours
    space = {"t": "http://schemas.microsoft.com/windows/2004/02/mit/task"}

    assert mac["ProgramArguments"][1:] == ["serve"]
    assert mac["RunAtLoad"]
    assert windows.findtext(".//t:Exec/t:Arguments", namespaces=space) == "serve"
    command = windows.findtext(".//t:Exec/t:Command", namespaces=space)
    assert (command or "").endswith("sidelight.exe")
