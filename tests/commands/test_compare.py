import json

import pytest
from click.testing import CliRunner, Result

from sidelight import samples
from sidelight.cli import main
from sidelight.pages import load

WIRE, *OTHERS = samples.reports()


def run(*arguments: object, env: dict[str, str] | None = None) -> Result:
    columns = {"COLUMNS": "160", **(env or {})}
    return CliRunner().invoke(main, ["compare", *map(str, arguments)], env=columns)


def test_reports_are_printed_side_by_side_with_what_differs() -> None:
    shown = run(WIRE, *OTHERS)

    assert shown.exit_code == 0
    assert "Date differs: " in shown.stdout
    assert "Figure differs: 340 jobs (B)" in shown.stdout or "340 jobs" in shown.stdout
    assert "Which of them is right is not said here." in shown.stdout
    assert "outside quotations" in shown.stdout


def test_a_narrow_terminal_has_a_list_with_the_same_words() -> None:
    narrow = run(WIRE, *OTHERS, env={"COLUMNS": "60"}).stdout

    assert max(map(len, narrow.splitlines())) <= 60
    assert "A  WRENMOUTH" in narrow


def test_differences_alone() -> None:
    every, some = run(WIRE, *OTHERS), run(WIRE, *OTHERS, "--differences")

    assert "Like sentences" in every.stdout
    assert "Like sentences" not in some.stdout
    assert "differs" in some.stdout


def test_json_is_the_services_answer() -> None:
    found = json.loads(run(WIRE, OTHERS[0], "--json").stdout)

    assert [report["id"] for report in found["reports"]] == [
        load(path).id for path in (WIRE, OTHERS[0])
    ]
    assert {"rows", "shared_wording", "unrelated"} < found.keys()


def test_a_stored_report_is_named_by_its_id(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    env = {"SIDELIGHT_DATA_DIR": str(tmp_path_factory.mktemp("data"))}
    CliRunner().invoke(main, ["reports", "add", str(OTHERS[0])], env=env)

    found = run(WIRE, load(OTHERS[0]).id, "--json", env=env)

    assert json.loads(found.stdout)["reports"][1]["id"] == load(OTHERS[0]).id


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ([WIRE], "1 report given"),
        ([WIRE, WIRE], "are the same"),
        ([WIRE, "gone.txt"], "gone.txt: there is no such file, and no stored report"),
    ],
)
def test_what_cannot_be_compared_is_one_clear_line(
    arguments: list[object], says: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    env = {"SIDELIGHT_DATA_DIR": str(tmp_path_factory.mktemp("data"))}

    refused = run(*arguments, env=env)

    assert refused.exit_code == 2
    assert says in refused.stderr
    assert refused.stderr.count("\n") == 1
