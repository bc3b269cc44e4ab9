"""Six reports on one invented event, written for this project.

Nobody in them exists, nor does any place, company or newsroom. One is a plain
wire report; each of the others is ordinary but for one thing, named in the last
words of its id: it hears one side, copies, has another year or another figure,
or leaves its sources unnamed.
"""

from pathlib import Path

FOLDER = Path(__file__).parent


def reports() -> list[Path]:
    """Return the report JSON files: the wire report, then the others by name."""
    return sorted(
        FOLDER.glob("*.json"),
        key=lambda path: (not path.stem.endswith("-wire"), path.name),
    )
