"""The command line as people and scripts use it, as a process of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Protocol

import pytest

from sidelight import samples

SAMPLES = samples.reports()
WIRE = SAMPLES[0]
TEXT = "Critics say the dam at Orsolt is too old. It was built by hand a long time ago."


class Run(Protocol):
    def __call__(
        self, *arguments: object, status: int = 0
    ) -> subprocess.CompletedProcess[str]: ...


@pytest.fixture
def run(tmp_path: Path) -> Run:
    def run_it(*arguments: object, status: int = 0) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [sys.executable, "-m", "sidelight.cli", *map(str, arguments)],
            env={
                "SIDELIGHT_DATA_DIR": str(tmp_path / "data"),
                "PYTHONUTF8": "1",
                "PYTHONPATH": os.pathsep.join(sys.path),  # this tree, and no other
            },
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
        assert "Traceback" not in done.stderr
        assert done.returncode == status, done.stderr
        return done

    return run_it


def test_annotate_compares_with_a_folder_and_leaves_out_the_file_itself(
    run: Run,
) -> None:
    page = json.loads(run("annotate", WIRE, "--reports", WIRE.parent, "--json").stdout)

    assert page["type"] == "AnnotationPage"
    assert page["sidelight:compared"]["searched"] == len(SAMPLES) - 1


def test_several_files_give_a_list_in_their_order(run: Run) -> None:
    every = ("--checks", "all", "--json")
    done = run("annotate", *SAMPLES[:3], "--reports", WIRE.parent, *every)
    pages = json.loads(done.stdout)

    urls = [json.loads(path.read_text())["url"] for path in SAMPLES[:3]]
    assert [p["items"][0]["target"]["source"] for p in pages] == urls


def test_a_file_that_fails_gives_a_problem_in_its_place(
    run: Run, tmp_path: Path
) -> None:
    bad = tmp_path / "bad.json"
    bad.write_text("{")
    done = run("annotate", WIRE, bad, WIRE, "--json", status=1)
    first, problem, last = json.loads(done.stdout)

    assert first["type"] == last["type"] == "AnnotationPage"
    assert problem["status"] == 422
    assert "bad.json" in problem["detail"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.json", b"{"),
        ("a.json", b'{"id": "no text"}'),
        ("a.json", b'{"text": "It rained.", "published": "soon"}'),
        ("a.txt", b""),
        ("a.txt", b"caf\xe9"),
        ("a.txt", b"a " * 600_000),
        ("a.txt", "Мост был закрыт в понедельник утром.".encode()),
        ("a.html", b"<html><body><nav>Home</nav></body></html>"),
    ],
)
def test_bad_input_is_one_clear_line_and_status_2(
    run: Run, tmp_path: Path, name: str, content: bytes
) -> None:
    (tmp_path / name).write_bytes(content)
    done = run("annotate", tmp_path / name, status=2)

    assert done.stdout == ""
    assert done.stderr.startswith("sidelight: ")
    assert done.stderr.count("\n") == 1
    assert name in done.stderr


def test_a_missing_file_and_an_unknown_check_too(run: Run) -> None:
    assert "gone.txt" in run("annotate", "gone.txt", status=2).stderr
    assert "no-such" in run("annotate", WIRE, "--checks", "no-such", status=2).stderr


def test_title_and_date_may_be_given(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT + " The council voted on Tuesday.")
    arguments = ("a.txt", "--published", "2024-06-26", "--title", "Dam", "--json")
    page = json.loads(run("annotate", *arguments).stdout)

    assert page["sidelight:article"]["published"] == "2024-06-26"


def test_for_people_it_prints_notes_and_what_to_do_without_reports(
    run: Run, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    shown = run("annotate", "a.txt").stdout

    assert "Unclear who says this" in shown
    assert "“Critics”" in shown
    assert "sidelight reports add" in shown


def test_read_prints_the_reading_itself(run: Run) -> None:
    [reading] = json.loads(run("read", WIRE, "--json").stdout)
    text = json.loads(WIRE.read_text())["text"]

    assert set(reading) == {"id", "sentences", "attributions", "dates", "figures"}
    for layer in ("dates", "figures"):
        for found in reading[layer]:
            assert text[found["start"] : found["end"]] == found["exact"]
    for said in reading["attributions"]:
        for part in filter(None, (said["source"], said["cue"], *said["content"])):
            assert text[part["start"] : part["end"]] == part["exact"]
    assert "says" in run("read", WIRE).stdout


def test_reports_are_kept_listed_compared_with_and_removed(run: Run) -> None:
    assert "No reports are kept yet" in run("reports", "list").stdout
    added = run("reports", "add", *SAMPLES[1:])
    again = run("reports", "add", *SAMPLES[1:])
    page = json.loads(run("annotate", WIRE, "--json").stdout)

    assert "5 added" in added.stdout
    assert "5 already there" in again.stdout
    assert page["sidelight:compared"]["searched"] == 5
    assert len(page["sidelight:compared"]["reports"]) == 5

    rows = json.loads(run("reports", "list", "--json").stdout)
    run("reports", "remove", rows[0]["id"])
    assert len(json.loads(run("reports", "list", "--json").stdout)) == 4
    run("reports", "remove", rows[0]["id"], status=2)


def test_a_folder_with_something_else_in_it_is_warned_of(
    run: Run, tmp_path: Path
) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "a.json").write_bytes(WIRE.read_bytes())
    (folder / "notes.json").write_text("[]")
    done = run("reports", "add", folder)

    assert "1 added" in done.stdout
    assert "notes.json" in done.stderr


def test_the_checks_are_listed_and_explained(run: Run) -> None:
    assert "vague-source" in run("checks").stdout
    assert "## Why it matters" in run("checks", "vague-source").stdout
    assert "no-such" in run("checks", "no-such", status=2).stderr


def test_the_extension_is_written_where_one_likes(run: Run, tmp_path: Path) -> None:
    run("extension", tmp_path / "here")

    assert json.loads((tmp_path / "here" / "manifest.json").read_text())["name"]
    assert "not empty" in run("extension", tmp_path / "here", status=2).stderr


def test_the_extension_is_packed_for_each_browser(run: Run, tmp_path: Path) -> None:
    run("extension", "--zip", tmp_path / "dist")
    run("extension", "--for", "firefox", tmp_path / "firefox")

    assert sorted(path.name for path in (tmp_path / "dist").iterdir()) == [
        "sidelight-chromium.zip",
        "sidelight-firefox.zip",
    ]
    own = json.loads((tmp_path / "firefox" / "manifest.json").read_text())
    assert "service_worker" not in own["background"]


def test_demo_prints_the_notes_of_a_sample(run: Run) -> None:
    shown = run("demo", "--once").stdout

    assert "Date differs from other reports" in shown
    assert "compared with 5 of 5 reports" in shown


def test_help_needs_nothing_heavy(run: Run) -> None:
    heavy = (
        "sqlalchemy",
        "flask",
        "trafilatura",
        "numpy",
        "sklearn",
        "rich",
        "Stemmer",
    )
    done = subprocess.run(
        [sys.executable, "-c", "import sys, sidelight.cli; print(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )

    assert not set(heavy) & set(done.stdout.split())
    assert "annotate" in run("--help").stdout


def test_no_provider_is_asked_unless_one_is_switched_on(run: Run) -> None:
    done = run("reports", "find", WIRE, status=2)

    assert "SIDELIGHT_PROVIDERS" in done.stderr


def test_everything_is_forgotten_once_that_is_confirmed(run: Run) -> None:
    run("reports", "add", WIRE, "--keep")
    run("reports", "prune", "--days", 0)
    assert len(json.loads(run("reports", "list", "--json").stdout)) == 1

    run("reports", "forget", "--yes")
    assert json.loads(run("reports", "list", "--json").stdout) == []
