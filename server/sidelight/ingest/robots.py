"""What a site's robots.txt allows: RFC 9309, and the Crawl-delay many sites add.

A pattern is matched piece by piece between its stars, each as early as it can be:
time grows with the length of pattern and path together, whatever a file holds.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import unquote

NAME = "sidelight"
"""What a robots.txt calls us."""

MOST_BYTES = 512_000  # RFC 9309, 2.5: at least 500 KiB are to be read
MOST_RULES = 5_000
LONGEST_PATTERN = 2_000
LONGEST_DELAY = 86_400.0  # seconds


@dataclass(slots=True)
class _Group:
    """The rules for some robots: patterns with whether they allow, and the delay."""

    rules: list[tuple[str, bool]] = field(default_factory=list)
    delay: float = 0.0


class Robots:
    """The rules of one site for us."""

    def __init__(self, text: str = "") -> None:
        """Read a robots.txt; without one all is allowed."""
        groups = _groups(text)
        ours = groups.get(NAME) or groups.get("*") or _Group()
        self._rules = ours.rules
        self.delay = ours.delay
        """Seconds to leave between two requests; 0 where nothing is asked."""

    def allow(self, target: str) -> bool:
        """Tell whether a path, with its query, may be fetched.

        The longest pattern that fits decides, and of equals the one that allows.
        """
        path = unquote(target, errors="replace")
        fitting = ((len(p), ok) for p, ok in self._rules if _fits(p, path))
        return max(fitting, default=(0, True))[1]


def _groups(text: str) -> dict[str, _Group]:
    """Return our own group and that for all, each told together where said twice."""
    groups: dict[str, _Group] = {}
    named: dict[str, _Group] = {}
    naming = False
    rules = 0
    for key, value in _lines(text):
        if key == "user-agent":
            if not naming:
                named = {}
            if (name := _name(value)) in {NAME, "*"}:
                named[name] = groups.setdefault(name, _Group())
        elif key in {"allow", "disallow"} and value and rules < MOST_RULES:
            rules += 1
            for group in named.values():
                group.rules.append(
                    (unquote(value[:LONGEST_PATTERN], errors="replace"), key == "allow")
                )
        elif key == "crawl-delay":
            for group in named.values():
                group.delay = _seconds(value)
        naming = key == "user-agent"
    return groups


def _lines(text: str) -> Iterator[tuple[str, str]]:
    for line in text.lstrip("\ufeff").splitlines():
        key, colon, value = line.partition("#")[0].partition(":")
        if colon:
            yield key.strip().lower(), value.strip()


def _name(value: str) -> str:
    """Return a robot's name without its version."""
    return value.lower().partition("/")[0].strip()


def _seconds(value: str) -> float:
    try:
        seconds = float(value)
    except ValueError:
        return 0.0
    return min(seconds, LONGEST_DELAY) if seconds > 0 else 0.0  # NaN is not


def _fits(pattern: str, path: str) -> bool:
    """Match a path from its beginning; `*` is anything, a last `$` the end."""
    to_the_end = pattern.endswith("$")
    first, *rest = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    if not rest:
        return not to_the_end or path == first
    at = len(first)
    last = rest.pop() if to_the_end else ""
    for piece in rest:
        found = path.find(piece, at)
        if found < 0:
            return False
        at = found + len(piece)
    return not to_the_end or (len(path) - at >= len(last) and path.endswith(last))
