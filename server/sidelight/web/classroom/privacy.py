"""/privacy: what a lesson keeps of pupils, where, and for how long."""

from flask import Blueprint, render_template

from sidelight.lessons.lesson import KEEP_DAYS, LONGEST_KEEP
from sidelight.web.access import open_to_all

PAGES = Blueprint("privacy", __name__)


@PAGES.get("/privacy")
@open_to_all
def show_privacy() -> str:
    """Say it in plain words."""
    return render_template("privacy.html", days=KEEP_DAYS, most=LONGEST_KEEP)
