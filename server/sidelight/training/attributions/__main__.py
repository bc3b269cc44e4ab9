"""Run by hand: python -m sidelight.training.attributions train|evaluate DATA_DIR."""

import sys
from collections.abc import Sequence
from pathlib import Path

from sidelight.errors import SidelightError
from sidelight.training.attributions import Figures, evaluate, train

_USAGE = (
    "usage: python -m sidelight.training.attributions train DATA_DIR OUT_DIR [SEED]\n"
    "       python -m sidelight.training.attributions evaluate DATA_DIR [dev|test]\n"
)


def main(arguments: Sequence[str]) -> int:
    """Train or evaluate; print the figures; return the exit status."""
    try:
        match list(arguments):
            case ["train", data, out, *seed]:
                show(train(Path(data), Path(out), int(seed[0]) if seed else 0, report))
            case ["evaluate", data]:
                show({"dev": evaluate(Path(data), "dev", report)})
            case ["evaluate", data, "dev" | "test" as split]:
                show({split: evaluate(Path(data), split, report)})
            case _:
                sys.stderr.write(_USAGE)
                return 2
    except SidelightError as error:
        sys.stderr.write(f"{error}\n")
        return error.exit_status
    return 0


def report(what: str, done: int, of: int) -> None:
    """Show how far the work has come, on one line."""
    sys.stderr.write(f"\r{what}: {done} of {of}   ")
    if done == of:
        sys.stderr.write("\n")


def show(figures: Figures) -> None:
    """Print the figures of each split as lines of a table."""
    for split, of_split in figures.items():
        for kind in ("strict", "linked"):
            for name, f in of_split[kind].items():
                sys.stdout.write(
                    f"{split:5} {kind:7} {name:8} P {f['precision']:5.1f}"
                    f"  R {f['recall']:5.1f}  F1 {f['f1']:5.1f}  of {f['gold']}\n"
                )
        sys.stdout.write(f"{split:5} {of_split['words_a_second']:,} words a second\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
