"""The README's table is written by the command that measures."""

from sidelight.training.gate import with_rows

README = (
    "# It\n\n| check | what |\n|---|---|\n| `old` | 1 |\n\nAfter.\n\n| other | x |\n"
)


def test_the_rows_of_the_table_of_checks_are_replaced_and_nothing_else() -> None:
    text = with_rows(README, ["| `a` | 2 |", "| `b` | 3 |"])

    assert text == README.replace("| `old` | 1 |\n", "| `a` | 2 |\n| `b` | 3 |\n")
