"""Numbers that look like years or days: 1984 people, June 24 and 25 people."""

from sidelight.readings.dates.tokens import Phrase
from sidelight.readings.dates.vocabulary import listed

# Before a year these leave no doubt; the next ones do before a plural.
_SURE = listed("in into since until till during year years circa")
_LIKELY = listed(
    "through between from to by of before after around about both due than versus vs "
    "fiscal mid early late and or for as"
)
_DETERMINERS = listed("the a an its his her their our this that any no 's ’s")
_JOINED = listed("pre post mid late early")
_SINGULARS_IN_S = listed(
    "was is has as its this his us plus versus across besides thus always perhaps"
)
_AFTER_A_YEAR_ALONE = listed("was is will saw has marked brought may")
_FUNCTION_WORDS = listed(
    "in at on to for by of with as when where while will was were is are and or but "
    "that which who after before during until from between over under"
)
_OLDEST, _NEWEST = 1900, 2099
_OLDEST_IN_PROSE = 1100


def is_year(phrase: Phrase) -> bool:
    """Tell whether a number of four digits stands where a year does."""
    number = int(phrase.words("Y")[0])
    if not _OLDEST_IN_PROSE <= number <= _NEWEST or _is_glued(phrase):
        return False
    if phrase.classes[0] in "pPk":
        return True
    before = phrase.before()
    if number < _OLDEST:
        return before in ("in", "since", "of") and not is_before_plural(phrase)
    return (
        before in _SURE
        or phrase.kind_before() == "<"
        or (before in _LIKELY and not is_before_plural(phrase))
        or _is_attribute(phrase)
        or _is_alone(phrase)
    )


def is_before_plural(phrase: Phrase) -> bool:
    """Tell whether a plural noun follows, which the number may count."""
    after = phrase.tokens.raw(phrase.stop)
    return after.endswith("s") and after.islower() and after not in _SINGULARS_IN_S


def is_run(phrase: Phrase, first: tuple[int, int], last: tuple[int, int]) -> bool:
    """Tell whether "3 and 5 May" means all the days from the one to the other.

    So it does after "between", or where the second is the day after the first;
    "June 24 and 25 people were hurt" is one day and a count. `first` and `last`
    are month and day, day 0 where whole months are meant.
    """
    if "&" not in phrase.classes or phrase.kind_before() == "B":
        return True
    if first[1] == 0:
        return last[0] == first[0] + 1
    closed = phrase.after() in _FUNCTION_WORDS or not phrase.after()[:1].isalnum()
    next_day = last == (first[0], first[1] + 1)
    return next_day and (closed or phrase.classes[-1] not in "DO")


def _is_glued(phrase: Phrase) -> bool:
    """Tell whether a hyphen ties it to what follows: "2000-meter"."""
    tokens = phrase.tokens
    return phrase.kind_after() == "-" and (
        tokens.ends[phrase.stop - 1] == tokens.starts[phrase.stop]
    )


def _is_attribute(phrase: Phrase) -> bool:
    """Tell whether it stands before a noun: "the 2024 election"."""
    articled = phrase.before() in _DETERMINERS
    adjective = phrase.tokens.raw(phrase.start - 1).islower()
    if not articled and not (adjective and phrase.before(2) in _DETERMINERS):
        return False
    counted = phrase.kind_before() == "a" and is_before_plural(phrase)
    return phrase.kind_after() not in "!,#q" and not counted


def _is_alone(phrase: Phrase) -> bool:
    """Tell whether it opens a sentence, goes on a list, or follows "pre-"."""
    if phrase.kind_before() in "!#":
        return phrase.after() in _AFTER_A_YEAR_ALONE
    if phrase.kind_before() == "-":
        return phrase.before(2) in _JOINED
    return phrase.before() == "," and phrase.kind_before(2) == "Y"
