"""Files and folders on their way into the store: all that are reports, once."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from sidelight.errors import InvalidInput, NotFound, SidelightError
from sidelight.ingest import files
from sidelight.ingest.files import BATCH, add, reports_in
from sidelight.ingest.summary import Summary
from sidelight.model import Article, Reading
from sidelight.store import Store

TEXT = (
    "The dam above the town of Ostrey held through the night, the river board "
    "said on Monday, and the people who had left their houses went back to them."
)


def read(article: Article) -> Reading:
    return Reading(article, terms=(("dam", 0.6),))


def write(folder: Path, name: str, text: str = TEXT, **known: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"id": path.stem, "text": text} | known))
    return path


def names(found: Iterator[files.Found]) -> list[str]:
    return [one.path.name for one in found]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "reports"
    path.mkdir()
    return path


# --- Finding -----------------------------------------------------------------


def test_a_folder_is_searched_in_order_and_in_depth(folder: Path) -> None:
    for name in ("b.json", "a.json", "c/d.json", "c/a.json"):
        write(folder, name)
    (folder / "page.html").write_text(
        "<!doctype html><html><head><title>The dam held</title></head>"
        f"<body><main><article>{f'<p>{TEXT}</p>' * 4}</article></main></body></html>"
    )
    (folder / "plain.TXT").write_text(TEXT)

    found = list(reports_in([folder]))

    assert [one.path.name for one in found] == [
        "a.json",
        "b.json",
        "a.json",
        "d.json",
        "page.html",
        "plain.TXT",
    ]
    assert all(one.article and not one.error for one in found)


def test_what_is_hidden_or_of_another_kind_is_not_looked_at(folder: Path) -> None:
    for name in (".a.json", ".git/b.json", "c.pdf", "README"):
        write(folder, name)

    assert list(reports_in([folder])) == []


def test_a_folder_that_links_to_itself_is_searched_once(folder: Path) -> None:
    write(folder, "a/b.json")
    (folder / "a" / "up").symlink_to(folder)
    (folder / "a" / "self.json").symlink_to(folder / "a" / "self.json")
    (folder / "a" / "gone.json").symlink_to(folder / "nowhere")

    assert names(reports_in([folder])) == ["b.json"]


def test_a_pipe_is_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")

    assert list(reports_in([folder])) == []


def test_in_a_folder_what_is_no_report_is_passed_over_with_the_reason(
    folder: Path,
) -> None:
    write(folder, "a.json")
    (folder / "b.json").write_text("{")
    (folder / "c.txt").write_text(" ")
    (folder / "d.txt").write_bytes(b"\xff\xfe")

    a, b, c, d = reports_in([folder])

    assert a.article
    assert [bool(one.article) for one in (b, c, d)] == [False] * 3
    assert "JSON" in str(b.error)
    assert "text" in str(c.error)
    assert "UTF-8" in str(d.error)


def test_a_file_that_is_named_must_be_a_report(folder: Path) -> None:
    bad = folder / "b.json"
    bad.write_text("{")

    with pytest.raises(InvalidInput, match=r"b\.json"):
        list(reports_in([bad]))


def test_a_path_that_leads_nowhere_is_said(folder: Path) -> None:
    with pytest.raises(NotFound, match=r"nowhere: there is no such file"):
        list(reports_in([folder / "nowhere"]))


# --- Adding ------------------------------------------------------------------


def test_reports_are_added_once(folder: Path, store: Store) -> None:
    write(folder, "a.json")
    write(folder, "b.json", TEXT + " Nobody was hurt.")
    write(folder, "same.json")
    (folder / "none.json").write_text("[]")

    first = add([folder], store, read)
    second = add([folder], store, read)

    assert (first.added, first.already_there, first.updated) == (2, 1, 0)
    assert (second.added, second.already_there, second.updated) == (0, 3, 0)
    assert ["none.json" in str(error) for error in first.passed_over] == [True]
    assert len(store) == 2


def test_a_changed_page_is_updated(folder: Path, store: Store) -> None:
    page = "https://news.example/dam"
    add([write(folder, "a.json", url=page)], store, read)
    changed = write(folder, "a.json", TEXT + " Nobody was hurt.", url=page)

    assert add([changed], store, read) == Summary(updated=1)
    assert store.get("a").text.endswith("hurt.")


def test_what_is_stored_is_not_read_again(folder: Path, store: Store) -> None:
    for n in range(BATCH + 5):
        write(folder, f"{n:03}.json", f"{TEXT} It was day {n}.")
    add([folder / "003.json"], store, read)
    reads = []

    def reading(article: Article) -> Reading:
        reads.append(article.id)
        return read(article)

    add([folder], store, reading)

    assert len(reads) == BATCH + 4
    assert "003" not in reads


def test_progress_counts_every_file(folder: Path, store: Store) -> None:
    for n in range(BATCH + 2):
        write(folder, f"{n:03}.json", f"{TEXT} It was day {n}.")
    (folder / "none.json").write_text("[]")
    told: list[tuple[int, int]] = []

    add([folder], store, read, lambda done, of: told.append((done, of)))

    assert told == [(n, BATCH + 3) for n in range(1, BATCH + 4)]


def test_a_named_file_that_is_no_report_does_not_lose_the_others(
    folder: Path, store: Store
) -> None:
    good = [write(folder, "a.json"), write(folder, "c.json", TEXT + " So it did.")]
    bad = folder / "b.json"
    bad.write_text("{")

    with pytest.raises(SidelightError, match=r"b\.json"):
        add([good[0], bad, good[1]], store, read)
    assert len(store) == 2


def test_nothing_is_begun_where_a_path_leads_nowhere(
    folder: Path, store: Store
) -> None:
    with pytest.raises(NotFound):
        add([write(folder, "a.json"), folder / "nowhere"], store, read)
    assert len(store) == 0


ADDING = """
import sys
from pathlib import Path
from sidelight.ingest.files import add
from sidelight.store import open_store
from tests.ingest.test_files import read
add([Path(sys.argv[1])], open_store(sys.argv[2]), read,
    lambda done, of: print(done, flush=True))
"""


def test_after_a_kill_a_second_run_goes_on(
    folder: Path, store: Store, url: str
) -> None:
    for n in range(BATCH * 10):
        write(folder, f"{n:03}.json", f"{TEXT} It was day {n}.")
    process = subprocess.Popen(
        [sys.executable, "-c", ADDING, str(folder), url],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert process.stdout
    while int(process.stdout.readline()) < BATCH * 3:
        pass
    process.send_signal(signal.SIGKILL)
    process.communicate()
    left = len(store)

    summary = add([folder], store, read)

    assert left >= BATCH * 2
    assert left % BATCH == 0
    assert (summary.already_there, summary.added) == (left, BATCH * 10 - left)
    assert len(store) == BATCH * 10
