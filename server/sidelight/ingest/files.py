"""Reports in files and folders, and their way into the store."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sidelight import pages
from sidelight.errors import NotFound, SidelightError
from sidelight.ingest.summary import Summary
from sidelight.model import Article, Reading
from sidelight.store import Store

SUFFIXES = frozenset({".json", ".html", ".htm", ".txt"})

# Reports a transaction. Reading one takes some 50 ms, so a kill loses a second.
BATCH = 20


@dataclass(frozen=True, slots=True)
class Found:
    """A file: the report in it, or the reason why it was passed over."""

    path: Path
    article: Article | None = None
    error: SidelightError | None = None


def reports_in(paths: Sequence[Path]) -> Iterator[Found]:
    """Yield what is in the files, and in the folders and their folders, sorted.

    In a folder, hidden files and files of other kinds than .json, .html, .htm and
    .txt are not looked at, and a file that is no report is passed over with the
    error that says why. A file that is named itself must be a report: its error
    is raised, and `NotFound` for a path that leads nowhere.
    """
    for path, named in _files(paths):
        found = _look(path)
        if found.error and named:
            raise found.error
        yield found


def add(
    paths: Sequence[Path],
    store: Store,
    read: Callable[[Article], Reading],
    progress: Callable[[int, int], None] | None = None,
    *,
    kept: bool = False,
) -> Summary:
    """File the reports of `paths` in the store, a batch at a time.

    `kept` ones outlive the retention limit. `progress` is told how many files of how many are done. Whoever ends this
    half-way loses at most one batch; a second run does not read again what is
    stored. Raises as `reports_in`, once the rest of the batch is stored.
    """
    files = list(_files(paths))
    summary = Summary()
    for first in range(0, len(files), BATCH):
        batch = files[first : first + BATCH]
        found = [_look(path) for path, _ in batch]
        held = iter(store.holds([one.article for one in found if one.article]))
        readings = []
        for done, one in enumerate(found, first + 1):
            if one.article and next(held) and not kept:
                summary.already_there += 1
            elif one.article:
                readings.append(read(one.article))
            if progress:
                progress(done, len(files))
        for outcome in store.add_many(readings, kept=kept):
            summary.count(outcome)
        for one, (_, named) in zip(found, batch, strict=True):
            if one.error and named:
                raise one.error
            if one.error:
                summary.passed_over.append(one.error)
    return summary


def _look(path: Path) -> Found:
    try:
        return Found(path, article=pages.load(path))
    except SidelightError as error:
        return Found(path, error=error)


def _files(paths: Sequence[Path]) -> Iterator[tuple[Path, bool]]:
    """Yield every file to look at, and whether it was named itself."""
    for path in paths:
        if path.is_dir():
            yield from ((file, False) for file in _within(path, frozenset()))
        elif path.is_file():
            yield path, True
        else:
            message = f"{path}: there is no such file or folder."
            raise NotFound(message)


def _within(folder: Path, above: frozenset[Path]) -> Iterator[Path]:
    """Yield the files below `folder`, unless a link led back into it.

    A folder that may not be entered is yielded itself: opening it says why.
    """
    place = folder.resolve()
    if place in above:
        return
    try:
        entries = sorted(folder.iterdir())
    except OSError:
        yield folder
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            yield from _within(entry, above | {place})
        elif entry.suffix.lower() in SUFFIXES and entry.is_file():
            yield entry
