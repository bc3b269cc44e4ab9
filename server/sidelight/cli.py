"""The command line: `sidelight COMMAND`.

What a command needs is imported when it runs, so that `--help` is quick.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

from sidelight import __version__
from sidelight.commands.compare import compare
from sidelight.commands.reports import reports
from sidelight.commands.shared import JSON, open_the_store, print_json
from sidelight.commands.store import migrate, store
from sidelight.commands.teachers import teachers
from sidelight.commands.tokens import tokens
from sidelight.commands.watch import watch
from sidelight.errors import InvalidInput, SidelightError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sidelight.model import Reading

_FILES = click.argument(
    "files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE…"
)
_PROBLEM_STATUS = 1  # of several files at least one failed


class _Commands(click.Group):
    """Commands that end in one line and an exit status, never in a traceback."""

    def invoke(self, context: click.Context) -> Any:  # noqa: ANN401 - as click has it
        try:
            return super().invoke(context)
        except SidelightError as error:
            click.echo(f"sidelight: {error}", err=True)
            context.exit(error.exit_status)
        except BrokenPipeError:  # `sidelight … | head`
            sys.stderr.close()
            context.exit(0)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="sidelight")
def main() -> None:
    """Show what lies beside a news page: who says so, and what other reports say."""


main.add_command(reports)
main.add_command(compare)
main.add_command(watch)
main.add_command(store)
main.add_command(migrate)
main.add_command(tokens)
main.add_command(teachers)


@main.command()
@_FILES
@click.option(
    "--reports",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="Compare with the reports in this file or folder; may be given again.",
)
@click.option(
    "--checks",
    default="default",
    show_default=True,
    metavar="IDS",
    help="default, class, all, or ids with commas between.",
)
@click.option("--published", metavar="DATE", help="When it was published (ISO 8601).")
@click.option("--title", help="The headline.")
@JSON
def annotate(
    files: tuple[Path, ...],
    reports: tuple[Path, ...],
    checks: str,
    published: str | None,
    title: str | None,
    as_json: bool,
) -> None:
    """Note what stands beside FILE (.html, .txt or report JSON).

    Compares with --reports, or with the reports kept by `sidelight reports add`.
    """
    from sidelight import pipeline
    from sidelight.checks import chosen
    from sidelight.pages import load

    wanted = _wanted(checks)
    chosen(wanted)  # an unknown check is told before anything is read
    given = _given_reports(reports) if reports else None
    as_it_stands = {} if given is None or published or title else dict(given)

    def one(path: Path) -> dict[str, Any]:
        reading = as_it_stands.get(path.resolve())
        if reading is None:
            reading = pipeline.read(load(path, published=published, title=title))
        if given is not None:
            others = [r for p, r in given if p != path.resolve()]
            return pipeline.notes(reading, reports=others, checks=wanted)
        with open_the_store() as store:
            return pipeline.notes(reading, shelf=store, checks=wanted)

    _each(files, one, _print_notes, as_json=as_json)


@main.command()
@_FILES
@JSON
def read(files: tuple[Path, ...], as_json: bool) -> None:
    """Print what is read out of FILE: who says what, dates and figures."""
    from sidelight import pipeline
    from sidelight.pages import load
    from sidelight.shown import as_dict, as_text

    def one(path: Path) -> dict[str, Any]:
        return as_dict(pipeline.read(load(path)))

    def show(_: Path, reading: dict[str, Any]) -> None:
        click.echo(as_text(reading))

    _each(files, one, show, as_json=as_json, always_list=True)


def _wanted(checks: str) -> list[str] | str:
    ids = [name.strip() for name in checks.split(",") if name.strip()]
    if not ids:
        message = "--checks names no check; leave it out for the default ones."
        raise InvalidInput(message)
    return ids[0] if len(ids) == 1 else ids


def _given_reports(paths: Sequence[Path]) -> list[tuple[Path, Reading]]:
    from sidelight import pipeline
    from sidelight.ingest.files import reports_in

    given = []
    for found in reports_in(paths):
        if found.article is None:
            click.echo(f"sidelight: passed over {found.error}", err=True)
        else:
            given.append((found.path.resolve(), pipeline.read(found.article)))
    return given


def _each(
    files: tuple[Path, ...],
    one: Callable[[Path], dict[str, Any]],
    show: Callable[[Path, dict[str, Any]], None],
    *,
    as_json: bool,
    always_list: bool = False,
) -> None:
    """Do `one` for each file; of several, a failure takes its place in the list."""
    results: list[dict[str, Any]] = []
    failed = False
    for path in files:
        try:
            result = one(path)
        except SidelightError as error:
            if len(files) == 1:
                raise
            failed = True
            result = error.problem()
            if not as_json:
                click.echo(f"sidelight: {error}", err=True)
                continue
        results.append(result)
        if not as_json:
            show(path, result)
    if as_json:
        print_json(results if always_list or len(files) > 1 else results[0])
    if failed:
        sys.exit(_PROBLEM_STATUS)


def _print_notes(path: Path, page: dict[str, Any]) -> None:
    from sidelight.terminal import print_notes

    print_notes(path.name, page)


# --- The service -------------------------------------------------------------


@main.command()
@click.option("--host", help="Address to listen on  [default: 127.0.0.1]")
@click.option("--port", type=click.IntRange(1, 65535), help="Port  [default: 8765]")
@click.option("--workers", default=1, show_default=True, type=click.IntRange(1, 64))
@click.option("--threads", default=8, show_default=True, type=click.IntRange(1, 64))
@click.option(
    "--server",
    type=click.Choice(["gunicorn", "waitress"]),
    help="What serves  [default: gunicorn; waitress on Windows, with one worker]",
)
def serve(
    host: str | None,
    port: int | None,
    workers: int,
    threads: int,
    server: Literal["gunicorn", "waitress"] | None,
) -> None:
    """Answer the extension on http://127.0.0.1:8765."""
    from sidelight import settings, web

    known = settings.load()
    web.serve(
        known, host or known.host, port or known.port, workers, threads, server=server
    )


@main.command()
@click.option("--port", type=click.IntRange(1, 65535), help="Port  [default: 8765]")
@click.option("--once", is_flag=True, help="Print the notes, and serve nothing.")
def demo(port: int | None, once: bool) -> None:
    """Annotate a sample report against the others, here and in a web page."""
    from sidelight import pipeline, samples, settings, web
    from sidelight.pages import load
    from sidelight.terminal import print_notes

    paths = samples.reports()
    readings = {path.stem: pipeline.read(load(path)) for path in paths}
    shown = next(stem for stem in readings if stem.endswith("wrong-year"))
    others = [reading for stem, reading in readings.items() if stem != shown]
    print_notes(shown, pipeline.notes(readings[shown], reports=others, checks="all"))
    if once:
        return
    known = settings.load()
    at = port or known.port
    click.echo(f"\nThe same in a page: http://{known.host}:{at}/   (Ctrl+C ends it)\n")
    web.serve(known, known.host, at, demo=True)


@main.command(name="checks")
@click.argument("check_id", required=False, metavar="[ID]")
def checks_(check_id: str | None) -> None:
    """List the checks, or print the help page of one."""
    from sidelight.checks import chosen, every_check, tier_of

    if check_id:
        click.echo((chosen([check_id])[0].__doc__ or "").strip())
        return
    for check in every_check():
        click.echo(f"{check.ID:22} {tier_of(check.ID):8} {check.LABEL}")


# --- Training and measuring --------------------------------------------------


@main.group(invoke_without_command=True)
@click.option(
    "--set",
    "folder",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="The evaluation set  [default: tests/eval of the checkout]",
)
@click.option("--write", is_flag=True, help="Write models/quality.json and the floors.")
@click.option(
    "--allow-regression",
    is_flag=True,
    help="With --write: let floors fall, for the reason that docs/CHANGELOG.md gives.",
)
@JSON
@click.pass_context
def evaluate(
    context: click.Context,
    folder: Path | None,
    write: bool,
    allow_regression: bool,
    as_json: bool,
) -> None:
    """Print precision and recall of each check; exit status 1 under the floors."""
    if context.invoked_subcommand:
        return
    from sidelight.packaged import evaluation_set
    from sidelight.terminal import print_quality
    from sidelight.training import evaluation, gate

    at = folder or evaluation_set()
    quality = evaluation.evaluate(at)
    if as_json:
        print_json(quality)
    else:
        print_quality(quality)
    failures = list(evaluation.under(quality, gate.floors(at)))
    if write:
        gate.write(at, quality, failures, allow_regression=allow_regression)
        return
    for failure in failures:
        click.echo(f"sidelight: {failure}", err=True)
    context.exit(1 if failures else 0)


_DATA = click.argument(
    "data",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    metavar="DATA_DIR",
)


@evaluate.command(name="attributions")
@_DATA
@click.option(
    "--split", default="dev", show_default=True, type=click.Choice(["dev", "test"])
)
def evaluate_attributions(data: Path, split: Literal["dev", "test"]) -> None:
    """Score the attribution model on PolNeAR."""
    from sidelight.training import attributions

    print_json(attributions.evaluate(data, split))


@main.group()
def train() -> None:
    """Make the trained files anew, from corpora outside the project."""


@train.command(name="attributions")
@_DATA
@click.option("--seed", default=0, show_default=True)
def train_attributions(data: Path, seed: int) -> None:
    """Train the attribution model on PolNeAR."""
    from sidelight.packaged import models_folder
    from sidelight.terminal import stages
    from sidelight.training import attributions

    with stages() as step:
        figures = attributions.train(data, models_folder(), seed, step)
    print_json(figures)


@main.command()
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
@click.option(
    "--for",
    "browser",
    type=click.Choice(["chromium", "firefox"]),
    help="With the manifest of this browser alone.",
)
@click.option("--zip", "packed", is_flag=True, help="As zips, one for each browser.")
def extension(folder: Path, browser: str | None, packed: bool) -> None:
    """Write the browser extension, ready to load unpacked, into DIR."""
    from shutil import copytree

    from sidelight import packing
    from sidelight.packaged import extension_folder

    if packed:
        for name in [browser] if browser else packing.BROWSERS:
            to = folder / f"sidelight-{name}.zip"
            packing.write_zip(extension_folder(), to, name)
            click.echo(f"{to}: {to.stat().st_size:,} bytes")
        return
    if folder.exists() and any(folder.iterdir()):
        message = f"{folder} is not empty; name a new folder."
        raise InvalidInput(message)
    if browser:
        packing.write_folder(extension_folder(), folder, browser)
    else:
        copytree(extension_folder(), folder, dirs_exist_ok=True)
    click.echo(f"{folder}: load this folder as an unpacked extension.")


if __name__ == "__main__":
    main()
