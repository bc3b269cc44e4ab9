"""The words that dates are made of, and the one-letter class of each.

The classes are the alphabet of `grammar.py`. Months and weekdays count with a
capital letter or in capitals: "may" and "march" are verbs, "sun" is a star.
"""

_FULL_MONTHS = (
    "January February March April May June July August September October November "
    "December"
)
_SHORT_MONTHS = "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec"
_FULL_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
_SHORT_WEEKDAYS = "Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun"
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh "
    "twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth "
    "nineteenth twentieth"
)
_SMALL_NUMBERS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_UNITS = "day week fortnight weekend month year decade century"


def listed(words: str) -> frozenset[str]:
    """Return the words of a list written as one line."""
    return frozenset(words.split())


def numbered(words: str, start: int = 1) -> dict[str, int]:
    """Return the words of a list with their places in it."""
    return {word: number for number, word in enumerate(words.split(), start)}


# Months and weekdays by their first three letters.
MONTHS = {name[:3].lower(): n for name, n in numbered(_FULL_MONTHS).items()}
WEEKDAYS = {name[:3].lower(): n for name, n in numbered(_FULL_WEEKDAYS, 0).items()}
# Seasons by their first month, in the northern hemisphere.
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
ORDINALS = numbered(_ORDINALS)
NUMBERS = numbered(_SMALL_NUMBERS) | {
    word: 10 * tens for word, tens in numbered(_TENS, 2).items()
}
UNITS = {
    form: unit
    for unit in _UNITS.split()
    for form in (unit, f"{unit}s", f"{unit[:-1]}ies")
}
# How far "last", "this" and "next" step.
STEPS = {
    "last": -1,
    "past": -1,
    "previous": -1,
    "preceding": -1,
    "this": 0,
    "current": 0,
    "same": 0,
    "that": 0,
    "next": 1,
    "coming": 1,
    "following": 1,
}

# What follows a number makes it a count: "June 24 people", "2019 votes".
_COUNTED = (
    "people persons men women children soldiers troops workers jobs votes seats points "
    "miles mile km kilometers kilometres kilometer kilometre meters metres feet foot "
    "yards acres hectares tons tonnes pounds dollars euros percent pct million billion "
    "trillion thousand hundred shares employees homes houses students cases deaths "
    "members times goals runs degrees barrels vehicles cars units stores"
)
# Verbs that tell whether a sentence looks ahead or back.
_AHEAD = (
    "will shall ll plans planned planning scheduled expects expected due upcoming "
    "going set intends forthcoming deadline"
)
_BACK = (
    "said told was were had did been has have says came went took made gave found got "
    "rose fell began became held met won lost left saw ran broke brought sent spoke "
    "wrote knew thought led kept hit cut put struck shot died bought sold paid stood "
    "sought spent flew drew grew"
)

_EXACT = {
    "M": _FULL_MONTHS,
    "m": _SHORT_MONTHS,
    "W": _FULL_WEEKDAYS,
    "w": _SHORT_WEEKDAYS,
    "Q": "Q1 Q2 Q3 Q4",
}
_FOLDED = {
    "C": _COUNTED,
    "G": _AHEAD,
    "V": _BACK,
    "E": "be",
    "n": " ".join(NUMBERS),
    "o": _ORDINALS,
    "a": "a an",
    "u": "day week fortnight weekend month decade century",
    "k": "year",
    "U": "days weeks months years decades centuries",
    "q": "quarter quarters",
    "h": "half",
    "S": " ".join(SEASONS),
    "T": "morning afternoon evening night",
    "c": "noon midnight",
    "K": "yesterday today tomorrow tonight",
    "l": "this last next past coming current",
    "f": "previous following same preceding that",
    "p": "early late mid fiscal calendar",
    "P": "beginning start end middle",
    "e": "earlier later",
    "g": "ago",
    "b": "before after",
    "v": "few several some many couple",
    "A": "about nearly almost roughly around over more less than exactly just",
    "r": "recent",
    "R": "recently lately",
    "y": "each every",
    "Z": "annually yearly",
    "t": "to through until till thru",
    "&": "and",
    "B": "between",
    "i": "in",
    "/": "of",
    "z": "the",
}

# Classes of words that count only as written here, capitals and all.
EXACT = {
    spelling: letter
    for letter, words in _EXACT.items()
    for word in words.split()
    for spelling in (word, word.upper())
}
# Classes of words in either case.
FOLDED = {word: letter for letter, words in _FOLDED.items() for word in words.split()}
