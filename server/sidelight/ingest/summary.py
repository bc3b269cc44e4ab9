"""What became of everything that was to be added."""

from dataclasses import dataclass, field

from sidelight.errors import SidelightError
from sidelight.store import Added


@dataclass(slots=True)
class Summary:
    """How many reports were added, updated or there already, and what was none.

    `failed` tells that something that was named itself is among `passed_over`.
    """

    added: int = 0
    already_there: int = 0
    updated: int = 0
    passed_over: list[SidelightError] = field(default_factory=list)
    failed: bool = False

    def count(self, outcome: Added) -> None:
        """Count one more report."""
        match outcome:
            case Added.ADDED:
                self.added += 1
            case Added.ALREADY_THERE:
                self.already_there += 1
            case Added.UPDATED:
                self.updated += 1

    def include(self, other: "Summary") -> None:
        """Add up with another summary."""
        self.added += other.added
        self.already_there += other.already_there
        self.updated += other.updated
        self.passed_over += other.passed_over
        self.failed = self.failed or other.failed
