"""What the command line shows: notes, tables, and progress (on standard error)."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Literal

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_COLOURS = {
    "who-says-so": "blue",
    "other-reports": "yellow",
    "time-and-headline": "yellow",
}


def print_notes(name: str, page: dict[str, Any]) -> None:
    """Print an AnnotationPage: each note with its passage and its evidence."""
    console = Console(highlight=False)
    article, compared = page["sidelight:article"], page["sidelight:compared"]
    console.print(
        Text.assemble(
            (name, "bold"),
            f"  {article['words']} words, {len(page['items'])} notes, "
            f"compared with {len(compared['reports'])} of {compared['searched']} reports",
        )
    )
    for item in page["items"]:
        console.print(_note(item))
    quiet = [c["id"] for c in page["sidelight:checked"] if c.get("notes") == 0]
    if quiet:
        console.print(Text(f"  Checked, nothing noticed: {', '.join(quiet)}", "dim"))
    for checked in page["sidelight:checked"]:
        if "skipped" in checked:
            console.print(
                Text(f"  Not checked: {checked['id']}. {checked['skipped']}", "dim")
            )
    if not compared["reports"]:
        console.print(Text(f"  {_nothing_to_compare(compared['searched'])}", "dim"))


def _nothing_to_compare(searched: int) -> str:
    if searched:
        return f"None of the {searched} reports looked through is of this event."
    return (
        "There was nothing to compare with. Add reports with "
        "`sidelight reports add FOLDER`, or name some with --reports."
    )


def _note(item: dict[str, Any]) -> Text:
    colour = _COLOURS.get(item["sidelight:family"], "magenta")
    note = Text("\n")
    note.append(f"  {item['sidelight:label']}", f"bold {colour}")
    if item["sidelight:part"] != "text":
        note.append(f" ({item['sidelight:part']})", "dim")
    if item["sidelight:tier"] != "default":
        note.append(f" ({item['sidelight:tier']})", "dim")
    selectors = item["target"].get("selector", [])
    if selectors:
        note.append(f"\n    “{_one_line(selectors[0]['exact'])}”", "underline")
    note.append(f"\n    {item['body'][1]['value']}")
    for evidence in item["sidelight:evidence"]:
        report = evidence["report"]
        source = ", ".join(filter(None, (report["publisher"], report["published"])))
        around = f"…{evidence['prefix']}{evidence['exact']}{evidence['suffix']}…"
        note.append(f"\n      {source or report['id']}: ", "bold")
        note.append(_one_line(around))
    note.append(f"\n    {item['sidelight:next']}", "italic dim")
    return note


def _one_line(words: str) -> str:
    return " ".join(words.split())


def print_reports(rows: list[dict[str, Any]]) -> None:
    """Print the stored reports as a table."""
    console = Console(highlight=False)
    if not rows:
        console.print(
            "No reports are kept yet. Add some with `sidelight reports add FOLDER`."
        )
        return
    table = Table(box=None, pad_edge=False)
    for heading in ("id", "published", "publisher", "title", "words"):
        table.add_column(heading, justify="right" if heading == "words" else "left")
    for row in rows:
        table.add_row(
            *(
                Text(str(row[h] or ""))
                for h in ("id", "published", "publisher", "title", "words")
            )
        )
    console.print(table)


@contextmanager
def progress(label: str) -> Iterator[Callable[[int, int], None]]:
    """Show a progress bar on standard error; yields what to tell (done, of all)."""
    columns = (TextColumn(label), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(label, total=None)

        def step(done: int, total: int) -> None:
            bar.update(task, completed=done, total=total)

        yield step


def print_quality(quality: dict[str, Any]) -> None:
    """Print the figures of the evaluation as a table."""
    console = Console(highlight=False)
    measured = quality["measured"]
    console.print(
        f"{measured['reports']} reports in {measured['events']} events, labelled by "
        f"{measured['labelled_by']}. Figures on events a check was not tuned on."
    )
    table = Table(box=None, pad_edge=False)
    for heading in (
        "check",
        "tier",
        "precision",
        "interval",
        "recall",
        "notes",
        "traps",
        "reports",
    ):
        is_word = heading in {"check", "tier"}
        justify: Literal["left", "right"] = "left" if is_word else "right"
        table.add_column(heading, justify=justify, no_wrap=True)
    for check, figures in quality["checks"].items():
        unseen = figures["unseen"]
        interval = unseen["interval"]
        table.add_row(
            check,
            figures["tier"],
            _figure(unseen["precision"]),
            f"{interval[0]:.2f}–{interval[1]:.2f}" if interval else "–",
            _figure(unseen["recall"]),
            str(unseen["hits"] + unseen["false_alarms"] + unseen["unlabelled"]),
            str(unseen["trap_hits"]),
            str(unseen["reports"]),
        )
    console.print(table)
    plain, same = quality["plain"], quality["same_event"]
    said = quality["attributions"]
    console.print(
        f"Plain reports: {plain['notes']} notes on sourcing in {plain['words']} words "
        f"({_figure(plain['per_500_words'])} per 500).\n"
        f"Same event: precision {_figure(same['precision'])}, "
        f"recall {_figure(same['recall'])}.\n"
        f"Attributions linked: precision {_figure(said['precision'])}, "
        f"recall {_figure(said['recall'])}, F1 {_figure(said['linked'])}.\n"
        f"{_voices(quality['voices'])}\n"
        f"{_agreement(quality['checks'])}"
    )


def _agreement(checks: dict[str, Any]) -> str:
    """Return how far the second, blind reader agrees, as one line."""
    told = [
        f"{check} {second['f1']:.2f} ({second['shared']} of {second['gold']})"
        for check, figures in checks.items()
        if (second := figures["second_reader"]) and second["f1"] is not None
    ]
    return f"A second, model-assisted reader agrees, F1 (shared): {', '.join(told)}."


def _voices(voices: dict[str, Any]) -> str:
    """Return how many statements got the right voice and party, in a few lines."""
    forms = ", ".join(
        f"{name} {form['right']} of {form['of']}"
        for name, form in voices["forms"].items()
    )
    party = voices["party"]
    return (
        f"Of those linked, right voice {_figure(voices['accuracy'])} ({forms}); "
        f"party: precision {_figure(party['precision'])}, "
        f"recall {_figure(party['recall'])}."
    )


def _figure(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"


@contextmanager
def stages() -> Iterator[Callable[[str, int, int], None]]:
    """Show a bar for each stage of a long work; yields what to tell (stage, done, of)."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True)) as bar:
        tasks: dict[str, Any] = {}

        def step(stage: str, done: int, total: int) -> None:
            task = tasks.setdefault(stage, None) or bar.add_task(stage, total=total)
            tasks[stage] = task
            bar.update(task, completed=done, total=total)

        yield step
