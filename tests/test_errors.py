"""One shape for all that can go wrong."""

import pytest

from sidelight import errors
from sidelight.errors import SidelightError


def kinds(base: type[SidelightError] = SidelightError) -> list[type[SidelightError]]:
    here = [
        kind for kind in base.__subclasses__() if kind.__module__ == errors.__name__
    ]
    return here + [deeper for kind in here for deeper in kinds(kind)]


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.slug)
def test_a_problem_has_type_title_status_and_detail(kind: type[SidelightError]) -> None:
    problem = kind("What to do.").problem()

    assert problem == {
        "type": f"/problems/{kind.slug}",
        "title": kind.title,
        "status": kind.status,
        "detail": "What to do.",
    }
    assert 400 <= kind.status < 600
    assert kind.exit_status in {1, 2}


def test_no_two_kinds_share_a_slug() -> None:
    slugs = [kind.slug for kind in kinds()]

    assert len(set(slugs)) == len(slugs)
