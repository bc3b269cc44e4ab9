"""Names that look like dates: Theresa May, the Sunday Times, the Sept. 11 attacks."""

from sidelight.readings.dates.tokens import Phrase
from sidelight.readings.dates.vocabulary import listed

# Months that are given names, family names or other words too.
_AMBIGUOUS = listed("april may june august march")
_DETERMINERS = listed("the a an its his her their our this each every")
# After these a capitalised month is one; after the next ones only where the word
# before them does not speak of a person.
_SURE = listed(
    "in since until till during through between from before after around about early "
    "late mid last next as than -"
)
_UNSURE = listed("by to of and or on for")
_PARTS_OF_A_MONTH = listed(
    "end start beginning middle month half week weeks days part rest out"
)
_PERSON_BEFORE = ("ed", "en", "according", "told", "said", "led")
_PERSON_AFTER = listed(
    "said says told government cabinet administration ministry has had"
)
_MARCHED = listed("on for against")  # "the March on Washington"
_REVOLUTIONS = listed("revolution revolutions")
_NAMED_DAYS = listed(
    "black good cyber super easter ash fat bloody holy shrove palm maundy giving "
    "casual mad"
)
_AFTER_A_NAMED_DAY = listed(
    "times telegraph mirror mail express post herald independent sun world star night "
    "business people school schools roast league"
)
_SEVERAL_PARTS = listed("mornings afternoons evenings nights")
_ATTACKS = ("attack", "terror", "hijack", "victim", "commission")


def is_name(phrase: Phrase) -> bool:
    """Tell whether an expression is a name: "This Week", "USA Today", "Sept. 11"."""
    first, last = phrase.classes[0], phrase.classes[-1]
    if last in "ukT":
        return _is_title(phrase, first)
    if last == "K":
        follows_name = phrase.tokens.raw(phrase.start - 1)[:1].isupper()
        capital = phrase.tokens.raw(phrase.stop - 1)[:1].isupper()
        return phrase.kind_before() in "az" or (capital and follows_name)
    return last in "DO" and _is_eleventh_of_september(phrase)


def is_month(phrase: Phrase) -> bool:
    """Tell whether a month without day or year is one, not a person's name."""
    named = phrase.words("M")
    if phrase.after() in _REVOLUTIONS or phrase.before() in ("black", "red"):
        return False
    if not named or named[-1] not in _AMBIGUOUS or phrase.classes[0] in "pPe":
        return bool(named)
    return phrase.after() not in _PERSON_AFTER and (
        _is_introduced(phrase) and not _is_first_name(phrase)
    )


def is_weekday(phrase: Phrase) -> bool:
    """Tell whether a weekday is one, not a named day or a newspaper.

    "The first Monday in May" is no day of the week of publication either.
    """
    if phrase.before() in _NAMED_DAYS or phrase.after() in _AFTER_A_NAMED_DAY:
        return False
    if phrase.after() in _SEVERAL_PARTS or phrase.kind_before() == "o":
        return False
    if phrase.kind_after() in "/i" and phrase.kind_after(2) in "Mm":
        return False
    follower = phrase.tokens.raw(phrase.stop)
    titled = follower[:1].isupper() and phrase.kind_after() not in "MW"
    return not (titled and phrase.kind_before() in "az")


def _is_title(phrase: Phrase, first: str) -> bool:
    """Tell "This Week" and "Friday Night" from "this week" and "Friday night"."""
    last = phrase.tokens.raw(phrase.stop - 1)
    inside = phrase.stop - phrase.start > 1 and first in "lWf"
    return inside and last[:1].isupper() and not last.isupper()


def _is_eleventh_of_september(phrase: Phrase) -> bool:
    """Tell whether it is the name of the attacks of 2001."""
    months = phrase.words("Mm")
    if phrase.words("DO") != ["11"] or not months or not months[0].startswith("sep"):
        return False
    near = (phrase.after(), phrase.after(2))
    return any(word.startswith(_ATTACKS) for word in near)


def _is_introduced(phrase: Phrase) -> bool:
    """Tell whether the words before an ambiguous month announce a month."""
    before, earlier = phrase.before(), phrase.before(2)
    if before in _DETERMINERS:
        return phrase.kind_after() != "s" and phrase.after() not in _MARCHED
    if before == "of":
        part = earlier in _PARTS_OF_A_MONTH or phrase.kind_before(2) == "W"
        return part or earlier.isdigit()
    if before in ("by", "to"):
        return not earlier.endswith(_PERSON_BEFORE)
    if before in _UNSURE:
        return phrase.kind_before(2) in "MY"
    return before in _SURE


def _is_first_name(phrase: Phrase) -> bool:
    """Tell whether a name follows: "by June Smith", but "the June Games"."""
    follower = phrase.tokens.raw(phrase.stop)
    named = follower[:1].isupper() and phrase.kind_after() not in "MW"
    return named and phrase.before() not in _DETERMINERS
