"""/ and /samples/: reports written for this project, annotated against each other."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from flask import Blueprint, render_template

from sidelight import pages, pipeline, samples
from sidelight.errors import NotFound
from sidelight.packaged import extension_folder
from sidelight.web.annotated import Annotated, annotated, local_links
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
    return _render(max(every_sample(), key=lambda sample: len(sample.shown.notes)))


@PAGES.get("/samples/<name>")
def show_sample(name: str) -> str:
    """Show a sample by its name."""
    for sample in every_sample():
        if sample.name == name:
            return _render(sample)
    raise NotFound("There is no sample of that name.")


@cache
def every_sample() -> Sequence[Sample]:
    """Return the samples, each compared with all the others, by every check.

    What is not on for readers says so. They never change, so a process reads them once.
    """
    articles = {path.stem: pages.load(path) for path in samples.reports()}
    made = []
    for name, article in articles.items():
        others = [other for other in articles.values() if other is not article]
        page = pipeline.annotate(article, reports=others, checks="all")
        made.append(Sample(name, annotated(article, page)))
    return tuple(made)


def _render(sample: Sample) -> str:
    every = every_sample()
    own_pages = {s.shown.article.url or "": f"/samples/{s.name}" for s in every}
    return render_template(
        "start.html",
        sample=sample,
        samples=every,
        shown=sample.shown,
        link=local_links(own_pages),
        folder=extension_folder() if service().demo else None,
    )
