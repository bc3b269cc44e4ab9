"""The grammar: which runs of token classes may be a date, and which rule places it.

Patterns are over the classes of `vocabulary.py`, one letter a token. Where several
fit at one place the first one whose rule agrees is taken.
"""

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from sidelight.readings.dates import counted, periods, written
from sidelight.readings.dates.places import Place
from sidelight.readings.dates.scope import Scope
from sidelight.readings.dates.tokens import Phrase, Tokens

Rule = Callable[[Phrase, Scope], Place | None]


class Candidate(NamedTuple):
    """A phrase that fits a pattern, and the number of its rule."""

    phrase: Phrase
    number: int

    @property
    def rule(self) -> Rule:
        """What places the phrase, or refuses it."""
        return _RULES[self.number][1]


_LEAD = "(?:c,?)?(?:(?:W|w!?),?z?)?"  # "noon", "Tuesday," before "June 24"
_MONTH = "(?:M|m!?)"
_DAY = "[DO]"
_YEAR = "(?:,?Y(?!C))"
_OF_YEAR = "(?:[,/]?Y(?!C)|/?z?[lf]k)"  # ", 2024", "of 2024", "of last year"
_TO = "[-t&]"
_PART = "(?:p-?|P/z?|e)?"  # "early", "mid-", "the end of"
_NUMBER = "(?:a|n(?:-?n)?|[DN])"
_DAY_FIRST = f"{_DAY}/?{_MONTH}(?!{_DAY}(?!C))"
_PAUSE = "(?=[!,#>]|$)"

_RULES: tuple[tuple[str, Rule], ...] = (
    ("I", written.iso),
    ("J", written.slashed),
    (
        f"{_LEAD}{_MONTH}{_DAY}{_YEAR}?{_TO}{_LEAD}{_MONTH}{_DAY}(?!C){_OF_YEAR}?",
        written.days,
    ),
    (f"{_LEAD}{_MONTH}{_DAY}{_TO}z?{_DAY}(?!{_MONTH}|C){_OF_YEAR}?", written.days),
    (f"u/(?:{_MONTH}{_DAY}|{_DAY_FIRST}){_OF_YEAR}?", written.week),
    (f"{_LEAD}{_MONTH}{_DAY}(?!C){_OF_YEAR}?", written.days),
    (f"{_LEAD}{_DAY_FIRST}{_YEAR}?{_TO}{_LEAD}{_DAY_FIRST}{_OF_YEAR}?", written.days),
    (f"{_LEAD}{_DAY}{_TO}z?{_DAY_FIRST}{_OF_YEAR}?", written.days),
    (f"{_LEAD}{_DAY_FIRST}{_OF_YEAR}?", written.days),
    (f"{_PART}{_MONTH}{_YEAR}?{_TO}{_PART}{_MONTH}{_OF_YEAR}?", written.months),
    (f"{_PART}{_MONTH}{_OF_YEAR}", written.months),
    (f"{_PART}lM(?!{_DAY})", written.deictic_month),
    (f"{_PART}M", written.months),
    (f"{_PART}Y{_TO}{_PART}Y(?!C)", periods.years),
    ("Y-[DN](?![-C])", periods.years),
    (f"(?:Ys?|lks|{_PART}){_PART}(?:o-?q|Q)(?:{_OF_YEAR}|(?!/))", periods.quarter),
    (f"oh{_OF_YEAR}", periods.half),
    (f"{_PART}S{_OF_YEAR}|{_PART}lS(?!/)", periods.season),
    ("(?:p-?|P/z?)?k?Y(?!C)", periods.year),
    (f"{_PART}d", periods.decade),
    ("[Oo]-?u", periods.century),
    ("WT?[-t&]WT?", counted.weekdays),
    ("(?:c,?|p-?|e)?l?[lf]?W(?:/?l[uk]|T)?(?!,?zO)", counted.weekday),
    ("(?:c|p-?|e)?KT?", counted.named_day),
    ("[pe]?lT", counted.part_of_day),
    ("(?:(?:P/z?|p|e[i/]?)?l[uk]|P/z[uk]|eiz[uk])(?!/)", counted.deictic),
    ("ks?-?P", counted.year_end),
    (f"{_PART}lq(?!/)", counted.deictic_quarter),
    (f"A{{0,3}}{_NUMBER}-?[ukU]g|a?v/?[uU]g", counted.ago),
    (f"{_NUMBER}[ukU](?:e|b{_PAUSE})|z[uk]b{_PAUSE}", counted.away),
    ("f[uk]", counted.anaphoric),
    ("rU|r|R", counted.vague),
)
# A date opens with one of these classes, and one of the core is among the first ten.
_OPENS = "IJcWwMmDOzpPelukYofSQdKAanNvrR"
_CORE = "IJMmWwYqQSdKTukUrR"
_LOOKAHEAD = f"(?=[{_OPENS}])(?=[^{_CORE}]{{0,9}}[{_CORE}])"


def candidate(tokens: Tokens, at: int) -> Candidate | None:
    """Return the first phrase from a token on that may be a date."""
    return _candidate(tokens, _from(0).search(tokens.classes, at))


def next_best(tokens: Tokens, refused: Candidate) -> Candidate | None:
    """Return what else may start where a refused phrase does."""
    if refused.number + 1 == len(_RULES):
        return None
    pattern = _from(refused.number + 1)
    return _candidate(tokens, pattern.match(tokens.classes, refused.phrase.start))


def _candidate(tokens: Tokens, match: re.Match[str] | None) -> Candidate | None:
    if match is None or match.lastgroup is None:
        return None
    number = int(match.lastgroup.removeprefix("rule"))
    return Candidate(Phrase(tokens, match.start(), match.end()), number)


@cache
def _from(number: int) -> re.Pattern[str]:
    """Return the patterns of the rules from this one on, as one."""
    rest = enumerate(_RULES[number:], number)
    either = "|".join(f"(?P<rule{n}>{pattern})" for n, (pattern, _) in rest)
    return re.compile(f"{_LOOKAHEAD}(?:{either})")
