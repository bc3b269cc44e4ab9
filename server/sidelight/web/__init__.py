"""The service: Flask stays in this folder, one file per resource."""

from sidelight.settings import Settings
from sidelight.web import (
    annotations,
    assets,
    checks,
    compare,
    comparisons,
    feedback,
    feeds,
    health,
    metrics,
    openapi,
    paste,
    quality,
    reports,
    sign_in,
    start,
)
from sidelight.web.body import MAX_BODY, MAX_FORM
from sidelight.web.classroom import after as class_after
from sidelight.web.classroom import api as class_api
from sidelight.web.classroom import assets as class_assets
from sidelight.web.classroom import board as class_board
from sidelight.web.classroom import lessons as class_lessons
from sidelight.web.classroom import people as class_people
from sidelight.web.classroom import privacy as class_privacy
from sidelight.web.classroom import pupils as class_pupils
from sidelight.web.classroom import teachers as class_teachers
from sidelight.web.guard import guard
from sidelight.web.language import speak
from sidelight.web.observed import observe
from sidelight.web.openapi import Contract
from sidelight.web.problems import handle_problems
from sidelight.web.request_ids import name_requests
from sidelight.web.service import Service
from sidelight.web.serving import serve
from sidelight.web.words import teach

__all__ = ["create_app", "serve"]


def create_app(
    settings: Settings, *, demo: bool = False, shared: bool = False
) -> Contract:
    """Return the service, ready to answer; the store is not opened yet.

    `demo` says that it runs on its reader's own machine: the pages may then name
    folders of this machine. `shared` says that several workers answer.
    """
    app = Contract(__name__)
    app.config.update(MAX_CONTENT_LENGTH=MAX_BODY, MAX_FORM_MEMORY_SIZE=MAX_FORM)
    app.extensions["sidelight"] = Service(settings, demo=demo)
    teach(app)
    speak(app, settings)
    name_requests(app)
    observe(app)
    guard(app, settings, shared=shared)
    handle_problems(app)
    class_people.vouch_for_all(app)
    for resource in (
        annotations,
        checks,
        class_api,
        comparisons,
        feedback,
        reports,
    ):
        app.register_api(resource.API)
    for pages in (
        assets,
        checks,
        class_after,
        class_assets,
        class_board,
        class_lessons,
        class_privacy,
        class_pupils,
        class_teachers,
        compare,
        feeds,
        health,
        metrics,
        openapi,
        paste,
        quality,
        sign_in,
        start,
    ):
        app.register_blueprint(pages.PAGES)
    return app
