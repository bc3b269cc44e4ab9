"""Numbers that are no figures: names, dates, times, scores, labels, codes.

Better to leave a quantity out than to compare a flight number with a head count.
"""

import re
from typing import Final

from sidelight.readings.figures import bounds
from sidelight.readings.figures.listed import word_set
from sidelight.readings.figures.nouns import following, is_plural, plural_follows
from sidelight.readings.figures.quantities import Quantity
from sidelight.readings.figures.spelled import SMALL

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|"
    r"Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_AND_DAY = r"(?:\s?[-–]\s?|\s(?:and|to|or)\s|,\s)"
_MONTH_BEFORE = re.compile(
    rf"(?<![^\W_]){_MONTH}\s(?:the\s)?(?:[0-9]{{1,2}}{_AND_DAY})?\Z"
)
_MONTH_AFTER = re.compile(rf"(?:{_AND_DAY}[0-9]{{1,2}})?\s(?:of\s)?{_MONTH}(?![^\W_])")
_MONTH_DAY = re.compile(rf"(?<![^\W_]){_MONTH} [0-9]{{1,2}}, \Z")
_TIED_BEFORE = re.compile(r"[^\W_][-–./:,’'@&+×]?\Z|[#@_/\\.]\Z")
_PREFIXES = re.compile(
    r"(?<![^\W_])(?:sub|minus|non|plus|mid|up-to|over|under)-\Z", re.IGNORECASE
)
_TIED_AFTER = re.compile(
    r"[^\W\d_]|[.:/][^\W_]|-[^\W_]|×|[’'](?:s\b|\d)|_|[)\]](?<=\(\d\))"
)
_CLOCK_AFTER = re.compile(
    r"\s?[ap]\.?m\b|\s?o['’]clock\b|\s(?:GMT|BST|CET|EST|EDT|ET|PT|UTC|noon|midnight)\b|"
    r"\sin\sthe\s(?:morning|afternoon|evening)\b|\s(?:local|Eastern|Pacific)\stime\b",
    re.IGNORECASE,
)
_YEARS = re.compile(
    r"(?:1[0-9]{3}|20[0-9]{2})(?:[^0-9.]{1,4}(?:1[0-9]{3}|20[0-9]{2}|[0-9]{2}))?"
)
_EARLY, _MODERN = 1500, 1900
_YEAR_BEFORE = re.compile(
    r"(?<![^\W_])(?:in|since|by|until|till|before|after|during|from|between|early|late|"
    r"mid|year|years|of|the|to|and|A\.D\.|AD|BC)\s\Z",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?<![^\W_])(?:page|pages|chapter|article|articles|section|phase|stage|category|"
    r"type|update|level|tier|grade|row|gate|room|route|highway|interstate|flight|channel|part|"
    r"volume|vol|number|numbers|no|nos|season|episode|round|version|figure|table|platoon|"
    r"district|area|apartment|apt|suite|box|size|model|top|act|annex|appendix|clause|"
    r"paragraph|resolution|amendment|group|block|platform|pier|terminal|building|unit|"
    r"ward|zone|region|squadron|battalion|brigade|regiment|route|track|lane|exit|bus|"
    r"train|line|step|world war|seed|seeded|ranked|rank|formula|lap|"
    r"turn|caption|photo)\.?\s\Z",
    re.IGNORECASE,
)
_GROUP_BEFORE = re.compile(r"[0-9][ -]\Z")
_TORN = re.compile(r"(?<![0-9.,])[0-9]{1,3}, \Z")  # "some 1, 600 officers"
_THOUSANDS = 3  # digits
_GROUP_AFTER = re.compile(r"[ -][0-9]+(?![0-9a-zA-Z%])|\s/\s[0-9]")
_COUNTED_UP = re.compile(r"[0-9]\s(?:of|/)\s\Z")  # "photograph 3 of 30"
_RESOLUTIONS: Final = frozenset(("480p", "720p", "1080p", "1440p", "2160p"))
_HIGHEST_RESOLUTION = 8_000  # "8K"
_LIST_ITEM = re.compile(r"(?:\A|\n)\s{0,4}\(?\Z")
_LIST_AFTER = re.compile(r"[.)]\s")
_BRACKETED = re.compile(r"[\[(]\Z")
_BRACKET_END = re.compile(r"[\])]")
_SENTENCE_START = re.compile(r"(?:\A|[.!?:;\"“”‘(—–\n]\s*|[.!?]['\"”’]\s+|[-•|]\s)\Z")
_NOT_NAMES: Final = word_set("""
    a about above after all almost an and another around as at before below
    between but by each even every exactly few fewer following for from had has
    have he her his if in including into is it its just killing last leaving less
    like more most my nearly no not now of off on once one only or other our out
    over part past per roughly same she since so some such than that the their
    then there these they this those though through to total under until up was we
    were when where which while who with within without you your first another
    only next
""")
_PERSONS: Final = word_set("""
    people persons men women children civilians soldiers troops workers employees
    residents victims migrants refugees passengers students officers police deaths
    casualties jobs homes houses buildings cases votes members staff personnel
""")
_ONE_NOT_AFTER = re.compile(
    r"(?<![^\W_])(?:no|any|this|that|the|every|each|which|another|only|some|such|new|big|"
    r"good|bad|last|next|right|wrong|as|number|square|day)\s\Z",
    re.IGNORECASE,
)
_ONE_NOT_BEFORE: Final = word_set("""
    another can could should would will may might must who whom whose that which
    is was has had day time thing way side hand more to and or but by on in at for
    from with as if when where than after before i he she it we they you the a an
    his her their its does did said says day's point way reason of
""")
_OF = re.compile(r"\sof\b")
_LOOK_BACK = 40


def refuses(text: str, quantity: Quantity) -> bool:
    """Tell whether the words around a quantity show that it is no figure."""
    if quantity.kind == "vague":
        return False
    if quantity.age and quantity.low != quantity.high:
        return True  # "aged 18 to 34" describes a group
    if quantity.kind == "words":
        return _refuses_words(text, quantity)
    if quantity.kind == "fraction":
        return _is_tied(text, quantity) or _is_day(text, quantity)
    return _refuses_digits(text, quantity)


def _before(text: str, quantity: Quantity) -> str:
    return text[max(0, quantity.start - _LOOK_BACK) : quantity.start]


def _is_tied(text: str, quantity: Quantity) -> bool:
    """Tell whether letters or marks make the number part of something longer."""
    before = _before(text, quantity)
    if _TIED_BEFORE.search(before) and not _PREFIXES.search(before):
        return True
    return bool(_TIED_AFTER.match(text, quantity.end))


def _is_day(text: str, quantity: Quantity) -> bool:
    """Tell whether "9/11" is no share: nothing stands after it that is shared."""
    divided = "/" in text[quantity.start : quantity.number]
    return divided and quantity.unit is None and not _OF.match(text, quantity.end)


# --- In digits ---------------------------------------------------------------


def _refuses_digits(text: str, quantity: Quantity) -> bool:
    if _is_tied(text, quantity):
        return True
    before = _before(text, quantity)
    if quantity.unit is not None:
        return text[quantity.start : quantity.end] in _RESOLUTIONS
    return (
        _is_code(text, quantity, before)
        or bool(_LABEL.search(before))
        or _is_date(text, quantity, before)
        or _is_listed(text, quantity, before)
        or _is_named(text, quantity, before)
    )


def _is_code(text: str, quantity: Quantity, before: str) -> bool:
    """Tell a telephone number ("+44 20 7946 0958") and the like from a number."""
    written = text[quantity.start : quantity.number]
    if written.startswith("0") and written[:2] not in ("0", "0."):
        return True
    if written.endswith("K") and quantity.low <= _HIGHEST_RESOLUTION:
        return True
    if quantity.scaled or "," in written:
        return False
    torn = _TORN.search(before)
    if torn and len(written) == _THOUSANDS and not _MONTH_DAY.search(before):
        return True
    if _COUNTED_UP.search(before) and not plural_follows(text, quantity.end):
        return True
    grouped = _GROUP_BEFORE.search(before), _GROUP_AFTER.match(text, quantity.end)
    return before.endswith("+") or any(grouped)


def _is_date(text: str, quantity: Quantity, before: str) -> bool:
    if _CLOCK_AFTER.match(text, quantity.end):
        return True
    if _MONTH_BEFORE.search(before) or _MONTH_AFTER.match(text, quantity.end):
        return not quantity.scaled
    return _is_year(text, quantity, before)


def _is_year(text: str, quantity: Quantity, before: str) -> bool:
    """Tell whether bare digits are a year, or two: "1998", "2014-2016".

    Four digits are a number where persons or goods are counted, or, below 1900,
    where anything is ("more than 1500 flights"), and no "in" or "since" stands
    before.
    """
    if quantity.scaled or not _YEARS.fullmatch(text[quantity.start : quantity.end]):
        return False
    plural = plural_follows(text, quantity.end)
    if quantity.low < _EARLY and plural:
        return False
    if _YEAR_BEFORE.search(before):
        return True
    bounded = bounds.before(text, quantity.start) is not None
    if quantity.low < _MODERN:
        return not (bounded or plural)
    return not _counts_persons(text, quantity)


def _counts_persons(text: str, quantity: Quantity) -> bool:
    return any(word.lower in _PERSONS for word in following(text, quantity.end, 2))


def _is_listed(text: str, quantity: Quantity, before: str) -> bool:
    if _LIST_ITEM.search(before) and _LIST_AFTER.match(text, quantity.end):
        return True
    return bool(_BRACKETED.search(before)) and bool(
        _BRACKET_END.match(text, quantity.end)
    )


def _is_named(text: str, quantity: Quantity, before: str) -> bool:
    """Tell whether a name stands before the number: "Boeing 737", "Game 6"."""
    if quantity.scaled or "," in text[quantity.start : quantity.number]:
        return False
    match = re.search(r"(?<![^\W_])([a-z]?[A-Z][\w’'/&-]*)\s\Z", before)
    if match is None or match[1].lower() in _NOT_NAMES:
        return _names_go_on(text, quantity)
    return not _counts_persons(text, quantity)


def _names_go_on(text: str, quantity: Quantity) -> bool:
    """Tell whether the number is the first word of a name: "the 737 MAX"."""
    after = list(following(text, quantity.end, 7))
    return (
        quantity.low.is_integer()
        and bool(after)
        and len(after[0].written) > 1
        and after[0].written[0].isupper()
        and not any(is_plural(word.lower) for word in after)
    )


# --- In words ----------------------------------------------------------------


def _refuses_words(text: str, quantity: Quantity) -> bool:
    if _is_tied(text, quantity):
        return True
    if quantity.unit is not None:
        return False
    before = _before(text, quantity)
    word = next(following(text, quantity.end, 1), None)
    return (
        (word is not None and word.lower in SMALL)  # words in a row are a code
        or bool(_LABEL.search(before))
        or bool(_CLOCK_AFTER.match(text, quantity.end))
        or (text[quantity.start].isupper() and not _SENTENCE_START.search(before))
        or _is_pronoun(text, quantity, before)
    )


def _is_pronoun(text: str, quantity: Quantity, before: str) -> bool:
    """Tell whether "one" stands for a thing or an unnamed person, not for a number."""
    if text[quantity.start : quantity.end].lower() != "one":
        return False
    if _ONE_NOT_AFTER.search(before):
        return True
    word = next(following(text, quantity.end, 1), None)
    if word is None:
        return True
    if word.lower == "of":
        after = list(following(text, quantity.end, 2))
        return len(after) > 1 and (
            after[1].lower in SMALL or after[1].lower[0].isdigit()
        )
    if word.lower in _ONE_NOT_BEFORE or is_plural(word.lower):
        return True
    names = [word.written[0].isupper() for word in following(text, quantity.end, 2)]
    return len(names) > 1 and all(names)
