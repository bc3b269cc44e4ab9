"""feeds.toml, as people write it."""

from pathlib import Path

import pytest

from sidelight.errors import InvalidInput, NotFound
from sidelight.ingest.feeds_file import load


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "feeds.toml"


def test_feeds_with_their_titles_and_minutes(file: Path) -> None:
    file.write_text(
        "every = 20\n[[feeds]]\nurl = 'HTTPS://A.example/feed'\ntitle = 'A'\n"
        "[[feeds]]\nurl = 'http://b.example'\nevery = 90\n"
    )

    assert load(file) == {
        "https://a.example/feed": ("A", 20),
        "http://b.example/": (None, 90),
    }


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "no feeds are listed"),
        ("feeds = 3", "no feeds are listed"),
        ("[[feeds]\n", "feeds.toml"),
        ("[[feeds]]\ntitle = 'A'", "feed 1: it needs a url"),
        ("[[feeds]]\nurl = 'a.example'", "feed 1: .*http://"),
        ("[[feeds]]\nurl = 'http://a.example'\nevery = 'hour'", "number of minutes"),
        ("every = 0\n[[feeds]]\nurl = 'http://a.example'", "number of minutes"),
        ("[[feeds]]\nurl = 'http://a.example'\ntitle = 3", "title is no string"),
    ],
)
def test_what_is_wrong_is_said(file: Path, text: str, says: str) -> None:
    file.write_text(text)

    with pytest.raises(InvalidInput, match=says):
        load(file)


def test_a_file_that_is_not_there_is_said(file: Path) -> None:
    with pytest.raises(NotFound, match=r"feeds\.toml"):
        load(file)
