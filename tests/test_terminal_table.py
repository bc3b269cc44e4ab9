import pytest

from sidelight.sidebyside import side_by_side
from sidelight.terminal_table import TIME, print_side_by_side
from tests.sidebyside.reports import another_event, first, report, second, third


@pytest.fixture(autouse=True)
def width(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "150")


def test_who_published_when_is_drawn(capsys: pytest.CaptureFixture[str]) -> None:
    print_side_by_side(side_by_side([first(), second(), third()]))

    a, b, c = capsys.readouterr().out.splitlines()[:3]

    assert "━" in a
    assert "●" in b
    assert b.index("●") > a.index("━")
    assert "no date found" in c
    assert sum(map(a.count, "━─")) == TIME


def test_no_common_point_and_another_event_are_said(
    capsys: pytest.CaptureFixture[str],
) -> None:
    print_side_by_side(side_by_side([first(), another_event()]))

    shown = capsys.readouterr().out

    assert "not seem to be about one event" in shown
    assert "No point was found" in shown


def test_one_of_another_event_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    print_side_by_side(side_by_side([first(), another_event(), second()]))

    assert "than the rest, as it seems: B." in capsys.readouterr().out


def test_brackets_in_a_text_are_no_markup(capsys: pytest.CaptureFixture[str]) -> None:
    text = first().text.replace("The Ibber lock", "The [bold]Ibber[/bold] lock")
    odd = report(text, publisher="[red]Odd[/nothing]")

    print_side_by_side(side_by_side([odd, second()]))

    shown = capsys.readouterr().out
    assert "[red]Odd[/nothing]" in shown
    assert "[bold]Ibber[/bold]" in shown
