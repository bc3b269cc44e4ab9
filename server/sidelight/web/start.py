"""/ and /samples/: reports written for this project, annotated against each other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from flask import Blueprint, render_template

from sidelight import pages, pipeline, samples
from sidelight.errors import NotFound
from sidelight.locales import Texts
from sidelight.messages import message
from sidelight.model import Reading
from sidelight.packaged import extension_folder
from sidelight.web.annotated import Annotated, annotated, local_links
from sidelight.web.language import texts
from sidelight.web.service import service

PAGES = Blueprint("start", __name__)


@dataclass(frozen=True, slots=True)
class Sample:
    """A sample report with its notes. `name` is the end of its address."""

    name: str
    shown: Annotated

    @property
    def outlet(self) -> str:
        """Who published it."""
        return self.shown.article.publisher or self.name


@PAGES.get("/")
def show_start() -> str:
    """Show what Sidelight does, on the sample with the most notes."""
    return _render(
        max(every_sample(texts()), key=lambda sample: len(sample.shown.notes))
    )


@PAGES.get("/samples/<name>")
def show_sample(name: str) -> str:
    """Show a sample by its name."""
    for sample in every_sample(texts()):
        if sample.name == name:
            return _render(sample)
    raise NotFound(message("There is no sample of that name."))


@cache
def every_sample(texts: Texts) -> Sequence[Sample]:
    """Return the samples, each compared with all the others, by every check.

    What is not on for readers says so. They never change, so a process annotates them
    once in each language.
    """
    readings = every_reading()
    made = []
    for name, reading in readings.items():
        others = [other for other in readings.values() if other is not reading]
        page = pipeline.notes(reading, reports=others, checks="all", texts=texts)
        made.append(Sample(name, annotated(reading.article, page)))
    return tuple(made)


@cache
def every_reading() -> Mapping[str, Reading]:
    """Return the readings of the samples, by their names."""
    return {path.stem: pipeline.read(pages.load(path)) for path in samples.reports()}


def _render(sample: Sample) -> str:
    every = every_sample(texts())
    own_pages = {s.shown.article.url or "": f"/samples/{s.name}" for s in every}
    return render_template(
        "start.html",
        sample=sample,
        samples=every,
        shown=sample.shown,
        link=local_links(own_pages),
        folder=extension_folder() if service().demo else None,
    )
